"""Programmed and executed percent of a row, by pair of columns (T1-T3, E8). Pure."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from plans.importing.recognise import readers
from plans.importing.recognise.calendars import Term
from plans.importing.recognise.columns import Column
from plans.importing.recognise.draft import Activity, Draft, Found
from plans.importing.recognise.measures import plain_number
from plans.importing.recognise.times import dated
from plans.importing.recognise.words import is_nothing
from plans.schedule import Span, envelope

_PERCENT = re.compile(r"^\s*(?P<number>-?\d{1,6}(?:[.,]\d{1,4})?)\s*%?\s*$")


def progress_of(draft: Draft, activity: Activity, term: Term) -> list[dict[str, Any]]:
    """The pairs of an activity in the order of their columns; a blank cell is null, an explicit 0 is 0 (T1, T2).

    Shares under heads without a time are those of the period that stands in their own row; without one they are asked.
    """
    marks = [(c, found) for c, found in activity.marks if c.field == "share" or _is_percent(c, found)]
    slots: list[dict[str, Any]] = []
    heads: list[tuple[Column, Found]] = []
    for column, found in marks:
        measure = f"{column.measure or 'programmed'}_pct"
        if not heads or not _same_slot(heads[-1], (column, found)) or measure in slots[-1]:
            slots.append({})
            heads.append((column, found))
        slots[-1][measure] = percent(draft, found, activity)
    slots = [
        _slot(head[0], number) | slot
        for number, (head, slot) in enumerate(zip(heads, slots, strict=True), start=1)
    ]
    if not any(column.time for column, _ in heads) and not _are_years(slots, heads, term):
        return _by_row(draft, activity, slots, heads, term)
    _settle_years(draft, slots, [column for column, _ in heads], term, activity)
    return slots


def _are_years(slots: Sequence[dict[str, Any]], heads: Sequence[tuple[Column, Found]], term: Term) -> bool:
    """As many pairs without a head as the plan has years: proposed in order, and asked."""
    measures = {column.measure for column, _ in heads}
    rows = {found.cell.row for _, found in heads if found.cell}
    years = term.end.year - term.start.year + 1 if term.start and term.end else 0
    return 1 < len(slots) == years and len(rows) < 2 and "" not in measures


def _by_row(
    draft: Draft,
    activity: Activity,
    slots: list[dict[str, Any]],
    heads: Sequence[tuple[Column, Found]],
    term: Term,
) -> list[dict[str, Any]]:
    """Slots whose time is the period of their row (one row for each activity and period)."""
    kept = []
    for slot, (column, found) in zip(slots, heads, strict=True):
        if slot["programmed_pct"] is None and slot["executed_pct"] is None:
            continue
        row = found.cell.row if found.cell else 0
        said = [one for one in activity.values.get("period", []) if one.cell and one.cell.row == row]
        span = envelope(readers.period(said[0].text, *term.spans).spans) if said and len(heads) > 0 else None
        if span is None or not _tells(activity, column):
            draft.ask("share_without_period", found.place, found.text, activity.title)
            draft.leave(found.place, found.text, "share without a period")
        else:
            printed = " ".join(said[0].text.split())
            kept.append(
                slot | {"year_as_printed": printed, "start": span[0].isoformat(), "end": span[1].isoformat()}
            )
    return [slot | {"slot": number} for number, slot in enumerate(kept, start=1)]


def _tells(activity: Activity, column: Column) -> bool:
    """Whether a share can be its row's period's: both measures stand there, or the activity has a row for each period.

    "Progress: 40 %" alone is how far an activity is today, not what was done in its period.
    """
    layout = activity.layout
    measures = {one.measure for one in layout.columns if one.field == "share"} if layout else set()
    rows = {found.cell.row for _, found in activity.marks if found.cell}
    return bool(column.measure) and (len(measures) > 1 or len(rows) > 1)


def _is_percent(column: Column, found: Found) -> bool:
    """A percentage in a calendar column is a share of that stretch, not a mark."""
    return (
        column.field == "time"
        and found.cell is not None
        and (found.cell.kind == "percent" or bool(re.match(r"^\s*\d+(?:[.,]\d+)?\s*%\s*$", found.text)))
    )


def _same_slot(before: tuple[Column, Found], now: tuple[Column, Found]) -> bool:
    """The same time in the head, and, where there is none, the same row."""
    rows = [found.cell.row if found.cell else 0 for _, found in (before, now)]
    return before[0].time == now[0].time and (before[0].time is not None or 0 in rows or rows[0] == rows[1])


def _slot(column: Column, number: int) -> dict[str, Any]:
    heads = [cell.text for cell in column.cells if not cell.is_blank] if column.time else []
    printed = " ".join(heads[0].split()) if heads else None
    return {
        "slot": number,
        "year_as_printed": printed,
        "year": None,
        "proposed_year": None,
        "programmed_pct": None,
        "executed_pct": None,
    }


def _settle_years(
    draft: Draft, slots: list[dict[str, Any]], columns: Sequence[Column], term: Term, activity: Activity
) -> None:
    """The year of each slot as its head says; missing or outside the plan it is proposed and asked (T2)."""
    spans = dated([column.time for column in columns], term.start, term.end)
    stale = [c.time.year for c in columns if c.time and c.time.is_year and not term.year(c.time.year or 0)]
    for number, (slot, column, span) in enumerate(zip(slots, columns, spans, strict=True)):
        time, place = column.time, column.place or activity.place
        if time is not None and time.unit != "year":
            _settle_stretch(draft, slot, span, place, column.head)
            continue
        if time is not None and time.year is not None and not stale:
            slot["year"] = time.year
            continue
        slot["proposed_year"] = _proposed(slots, number, term)
        kind = "year_stale" if time is not None and time.year else "year_missing_in_head"
        draft.ask(
            kind, place, slot["year_as_printed"] or "", str(slot["proposed_year"] or ""), slot=slot["slot"]
        )


def _settle_stretch(draft: Draft, slot: dict[str, Any], span: Span | None, place: str, head: str) -> None:
    if span is None:
        draft.ask("year_missing_in_head", place, head, "", slot=slot["slot"])
    else:
        slot |= {"start": span[0].isoformat(), "end": span[1].isoformat()}


def _proposed(slots: Sequence[dict[str, Any]], number: int, term: Term) -> int | None:
    if number:
        before = slots[number - 1]["year"] or slots[number - 1]["proposed_year"]
        return before + 1 if before else None
    return term.start.year if term.start else None


def percent(draft: Draft, found: Found, activity: Activity) -> int | float | None:
    """A percentage as a number from 0 to 100: "60 %", 60 and a cell of 0.6 in percent format are the same (E8)."""
    cell, text = found.cell, found.text.strip()
    if not text or is_nothing(text):
        return None
    if cell is not None and cell.kind == "percent" and isinstance(cell.value, int | float):
        return plain_number(Decimal(repr(cell.value)) * 100)
    if not (number := _PERCENT.match(text)):
        draft.ask("share_not_a_number", found.place, text, activity.title)
        return None
    try:
        value = Decimal(number["number"].replace(",", "."))
    except InvalidOperation:
        return None
    if "%" not in text and 0 < value <= 1 and _others_are_percent(draft, activity):
        draft.ask("percent_or_fraction", found.place, text, f"{value} % / {plain_number(value * 100)} %")
        return None
    if "%" not in text and _are_fractions(draft, activity):
        place = activity.layout.place if activity.layout else found.place
        draft.ask("percent_or_fraction", place, text, f"{plain_number(value * 100)} %")
        value *= 100
    return plain_number(value)


def _are_fractions(draft: Draft, activity: Activity) -> bool:
    """Whether the plain numbers of a table's shares are parts of one: none above 1, and one of them below (T1)."""
    layout = activity.layout
    if layout is None or "fractions" not in layout.notes:
        cells = [
            found.cell.value
            for _, one in draft.activities()
            if one.layout is layout
            for column, found in one.marks
            if column.field == "share" and found.cell is not None and found.cell.kind == "number"
        ]
        numbers = [value for value in cells if isinstance(value, int | float)]
        answer = bool(numbers) and max(numbers) <= 1 and any(value not in {0, 1} for value in numbers)
        if layout is None:
            return answer
        layout.notes["fractions"] = answer
    return layout.notes["fractions"]


def _others_are_percent(draft: Draft, activity: Activity) -> bool:
    """Whether other shares of the table are written with their sign: then a plain 1 may be 1 % or the whole."""
    layout = activity.layout
    if layout is None:
        return False
    if "percents" not in layout.notes:
        rows = [one for _, one in draft.activities() if one.layout is layout]
        texts = [found.text for one in rows for column, found in one.marks if column.field == "share"]
        layout.notes["percents"] = any("%" in text for text in texts)
    return layout.notes["percents"]
