"""Periods, shares and marks of a row: what its cells say of when and how much (P18, P19, T1-T3, T14, T15, E8, E12)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from plans.importing.recognise import readers
from plans.importing.recognise.draft import Activity, Draft, Found
from plans.importing.recognise.times import LENGTHS, dated, day_of
from plans.importing.recognise.words import MARKS, fold, is_nothing
from plans.schedule import Schedule, Span, envelope, merge

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE_ANY_PLAN = 1995
_STRAY = {"_", "-", "--", ".", "–", "'", "`", "n/a", "0"}
_PERCENT = re.compile(r"^\s*(?P<number>-?\d{1,6}(?:[.,]\d{1,4})?)\s*%?\s*$")


@dataclass(frozen=True)
class Term:
    """The plan's own dates, None where nobody has said them yet."""

    start: date | None
    end: date | None

    @property
    def spans(self) -> tuple[date, date]:
        return self.start or date(1990, 1, 1), self.end or date(2060, 12, 31)

    def of(self, activity: Activity) -> "Term":
        """The year of the activity's sheet, where the workbook has a sheet for each and no cell names another."""
        year = activity.layout.year if activity.layout else None
        texts = [found.text for name in ("period", "start", "end") for found in activity.values.get(name, [])]
        if year is None or any(_YEAR.search(text) for text in texts):
            return self
        return Term(date(year, 1, 1), date(year, 12, 31))

    def year(self, year: int) -> bool:
        """Whether a year lies in the plan."""
        return self.start is None or self.end is None or self.start.year <= year <= self.end.year


def period_of(
    draft: Draft, activity: Activity, term: Term, progress: Sequence[dict[str, Any]]
) -> dict[str, Any] | None:
    """The period of an activity: as printed, from its first and last day, its marked columns, or its shares."""
    printed = activity.values.get("period", [])
    ends = activity.values.get("start", []) + activity.values.get("end", [])
    marked = marked_spans(draft, activity, term)
    if printed:
        block = _printed(draft, printed, term)
        if (
            marked
            and block["start"]
            and envelope(marked) != (date.fromisoformat(block["start"]), date.fromisoformat(block["end"]))
        ):
            draft.ask(
                "calendar_differs", printed[0].place, printed[0].text, _said(marked), title=activity.title
            )
        return block
    if len(ends) == 1 and day_of(ends[0].cell) is None and _only_edge(activity):
        return _printed(draft, ends, term)
    if ends:
        return _between(draft, activity, term)
    row = activity.extra.get("gantt_row")
    if not marked and row is not None and not progress and (drawn := marked_spans(draft, row, term)):
        return _block(None, "month", drawn) | {"derived_from": "calendar"}
    if marked:
        unit = next((c.time.unit for c, _ in activity.marks if c.time and c.time.unit in LENGTHS), "month")
        return _block(None, unit, marked) | {"derived_from": "calendar"}
    return _from_shares(progress)


def _only_edge(activity: Activity) -> bool:
    """Whether the table has a column for one day only: a deadline of "T4 2024" is that quarter."""
    layout = activity.layout
    return layout is not None and not (layout.of("start") and layout.of("end"))


def _block(printed: str | None, kind: str | None, spans: Sequence[Span]) -> dict[str, Any]:
    days = envelope(spans)
    block: dict[str, Any] = {
        "as_printed": printed,
        "kind": kind,
        "start": days[0].isoformat() if days else None,
        "end": days[1].isoformat() if days else None,
    }
    if len(spans) > 1:
        block["segments"] = [{"start": a.isoformat(), "end": b.isoformat()} for a, b in spans]
    return block


def _printed(draft: Draft, founds: Sequence[Found], term: Term) -> dict[str, Any]:
    if len({found.cell.row for found in founds if found.cell}) > 1:
        return _joined([_printed(draft, [found], term) for found in founds])
    text = " ".join(" ".join(found.text.split()) for found in founds)
    first = founds[0]
    if len(founds) == 1 and (day := day_of(first.cell)) is not None:
        return _block(text, "mixed", [(day, day)])
    reading = readers.period(text, *term.spans)
    if term.start is None and any(day.year < _BEFORE_ANY_PLAN for day, _ in reading.spans):
        # "M15" counts from a day that nobody has said.
        reading = replace(reading, spans=(), understood=False, alternatives=())
    block = _block(text, reading.kind, reading.spans if reading.understood else ())
    ends = [part.strip() for part in re.split(r"\s*[-–—]\s*", text)]
    if reading.kind == "mixed" and len(ends) == 2 and len(reading.spans) == 1:
        block["parts"] = [{"as_printed": end, "kind": readers.period(end, *term.spans).kind} for end in ends]
    if reading.needs_confirmation and text:
        _ask_period(draft, first, text, reading, block)
    if block["start"] and term.start and date.fromisoformat(block["start"]) < term.start:
        block["starts_before_plan"] = True
        draft.ask("starts_before_plan", first.place, text, block["start"])
    elif reading.understood and reading.note == "outside_plan":
        draft.ask("outside_plan", first.place, text, _said(reading.spans))
    return block


def _joined(blocks: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The period of an activity that has one row for each of its stretches."""
    spans = [
        (date.fromisoformat(one["start"]), date.fromisoformat(one["end"])) for one in blocks if one["start"]
    ]
    kinds = {one["kind"] for one in blocks}
    printed = ", ".join(dict.fromkeys(one["as_printed"] for one in blocks))
    return _block(printed, kinds.pop() if len(kinds) == 1 else "mixed", merge(spans))


def _ask_period(draft: Draft, found: Found, text: str, reading: Schedule, block: dict[str, Any]) -> None:
    others = [
        [{"start": a.isoformat(), "end": b.isoformat()} for a, b in spans] for spans in reading.alternatives
    ]
    block["needs_confirmation"] = True
    if others:
        block["alternative"] = others[0]
    kind = "period_ambiguous" if reading.understood or others else "period_not_understood"
    draft.ask(
        kind,
        found.place,
        text,
        "; ".join(_said(spans) for spans in reading.alternatives),
        note=reading.note or "",
    )


def _said(spans: Sequence[Span]) -> str:
    return ", ".join(f"{start} – {end}" for start, end in spans)


def _between(draft: Draft, activity: Activity, term: Term) -> dict[str, Any]:
    """From a column of first days and one of last days; a month or year stands for its first or last day."""
    printed, days = [], []
    for name, edge in (("start", 0), ("end", 1)):
        found = next(iter(activity.values.get(name, [])), None)
        printed.append(" ".join(found.text.split()) if found else "")
        days.append(_edge(draft, found, term, edge) if found else None)
    start, end = days[0] or days[1], days[1] or days[0]
    text = " – ".join(one for one in printed if one)
    if start and end and start > end:
        draft.ask("ends_before_it_starts", activity.values["start"][0].place, text)
        start = end = None
    block = _block(text, "mixed", [(start, end)] if start and end else [])
    if start and end and (days[0] is None or days[1] is None):
        block["needs_confirmation"] = True
        draft.ask("one_day_only", activity.place, text, activity.title)
    if start and term.start and start < term.start:
        block["starts_before_plan"] = True
        draft.ask(
            "starts_before_plan",
            activity.values["start"][0].place if activity.values.get("start") else activity.place,
            text,
            str(start),
        )
    return block


def _edge(draft: Draft, found: Found, term: Term, end: int) -> date | None:
    if (day := day_of(found.cell)) is not None:
        return day
    reading = readers.period(found.text, *term.spans)
    if (turned := _by_the_column(draft, found)) is not None:
        return turned
    if not reading.understood or reading.alternatives:
        others = "; ".join(_said(spans) for spans in reading.alternatives)
        draft.ask(
            "period_ambiguous" if reading.alternatives else "period_not_understood",
            found.place,
            found.text,
            others,
        )
        if not reading.understood:
            return None
    days = envelope(reading.spans)
    return days[end] if days else None


_NUMERIC = re.compile(r"^\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\s*$")


def _order_of_days(draft: Draft) -> str:
    """ "yes" where days stand before months in every date that tells, "no" where months do, "" where none tells."""
    texts = [
        one.text
        for _, activity in draft.activities()
        for name in ("start", "end")
        for one in activity.values.get(name, [])
    ]
    days = [match for text in texts if (match := _NUMERIC.match(text))]
    day_first, month_first = any(int(one[1]) > 12 for one in days), any(int(one[2]) > 12 for one in days)
    return "" if day_first == month_first else "yes" if day_first else "no"


def _by_the_column(draft: Draft, found: Found) -> date | None:
    """ "03/04/2025" in columns where another day can only be read in one order ("28/02/2025"): that order is theirs."""
    day = _NUMERIC.match(found.text)
    if day is None:
        return None
    if draft.day_first is None:
        draft.day_first = _order_of_days(draft)
    if draft.day_first == "":
        return None
    first, second, year = int(day[1]), int(day[2]), int(day[3])
    try:
        return date(year, second, first) if draft.day_first == "yes" else date(year, first, second)
    except ValueError:
        return None


def _from_shares(progress: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The stretch of the columns with a programmed share (C23)."""
    filled = [slot for slot in progress if slot["programmed_pct"]]
    spans = [
        (date.fromisoformat(slot["start"]), date.fromisoformat(slot["end"]))
        if "start" in slot
        else (
            date(slot["year"] or slot["proposed_year"], 1, 1),
            date(slot["year"] or slot["proposed_year"], 12, 31),
        )
        for slot in filled
        if "start" in slot or slot["year"] or slot["proposed_year"]
    ]
    if not spans:
        return None
    joined = merge(spans)
    block = _block(None, "year" if "start" not in filled[0] else "month", joined)
    assumed = any("start" not in slot and slot["year"] is None for slot in filled)
    return block | {"derived_from": "programmed percentages", "needs_confirmation": assumed}


def marked_spans(draft: Draft, activity: Activity, term: Term) -> list[Span]:
    """The stretches of the calendar columns that are marked, by colour or by a sign (E12)."""
    marks = [
        (column, found)
        for column, found in activity.marks
        if column.field == "time" and column.measure != "executed"
    ]
    # An activity in several rows has each column several times; the year is told from the columns.
    columns = list({id(column): column for column, _ in marks}.values())
    days = dated([column.time for column in columns], term.start, term.end)
    span_of = {id(column): span for column, span in zip(columns, days, strict=True)}
    colours = any(is_filled(activity, found) for _, found in marks)
    marked = []
    for column, found in marks:
        span = span_of[id(column)]
        if found.cell is not None and found.cell.kind == "number" and found.text not in {"0", "1"}:
            draft.ask("numbers_in_calendar", activity.layout.place if activity.layout else found.place)
        if not is_marked(activity, found, colours=colours):
            if found.text and not is_nothing(found.text):
                draft.ask("stray_mark", found.place, found.text, column.head, title=activity.title)
        elif span is None:
            draft.ask(
                "year_missing_in_head", activity.layout.place if activity.layout else found.place, column.head
            )
        else:
            marked.append(span)
    return merge(marked)


def is_filled(activity: Activity, found: Found) -> bool:
    """Whether the cell has a colour that is not that of its whole row or head."""
    plain = {cell.fill for column, _ in activity.marks for cell in column.cells}
    plain |= {"", activity.cell.fill if activity.cell else ""}
    return found.cell is not None and found.cell.fill not in plain


def is_marked(activity: Activity, found: Found, *, colours: bool) -> bool:
    """Where the row is drawn with colours, they alone count; else any sign that people mark with, or a number."""
    if colours:
        return is_filled(activity, found)
    text = fold(found.text).strip()
    return (
        bool(text)
        and text not in _STRAY
        and (
            text in MARKS
            or (found.cell is not None and found.cell.kind in {"number", "percent"})
            or bool(_PERCENT.match(text))
        )
    )
