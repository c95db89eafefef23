"""Calendars that stand beside the tables of a plan: their rows are found again among its activities (T14, E12, E13)."""

import re
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from plans.importing.recognise import readers
from plans.importing.recognise.calendars import Term, is_filled, is_marked, marked_spans
from plans.importing.recognise.draft import Activity, Draft, Timetable
from plans.importing.recognise.times import dated
from plans.importing.recognise.words import fold
from plans.schedule import columns

CLOSE = 0.75
# Beyond so many activities a row of the calendar is found by code or whole title only: likeness costs their product.
MOST_COMPARED = 400


def attach(draft: Draft, term: Term) -> None:
    """Give each activity its row in a calendar; rows of nobody and titles that differ are said."""
    activities = [activity for _, activity in draft.activities()]
    for calendar in draft.timetables:
        for row in calendar.rows:
            match = _match(row, activities)
            if match is None:
                draft.ask("timetable_row_unmatched", row.place, row.printed)
                draft.leave(row.place, row.printed, "calendar")
                continue
            match.extra["gantt"] = _block(draft, calendar, row, term)
            _compare_titles(draft, match, row)
            match.extra["gantt_row"] = row


def _match(row: Activity, activities: list[Activity]) -> Activity | None:
    same = [
        one for one in activities if row.title and fold(one.title).rstrip(".") == fold(row.title).rstrip(".")
    ]
    coded = [one for one in same or activities if row.code and one.code == row.code]
    if len(coded) == 1 and (same or not row.title or _likeness(coded[0].title, row.title) > 0.4):
        return coded[0]
    if same:
        return same[0]
    if len(activities) > MOST_COMPARED:
        return None
    best = max(activities, key=lambda one: _likeness(one.title, row.title), default=None)
    return best if best is not None and _likeness(best.title, row.title) > CLOSE else None


def _likeness(first: str, second: str) -> float:
    return SequenceMatcher(None, fold(first)[:200], fold(second)[:200], autojunk=False).ratio()


def _block(draft: Draft, calendar: Timetable, row: Activity, term: Term) -> dict[str, Any]:
    """The months of a row, and what stands in cells that are no month of it."""
    marks = row.marks
    spans = dated([column.time for column, _ in marks], term.start, term.end)
    colours = any(is_filled(row, found) for _, found in marks) or _drawn(calendar)
    months: list[str] = []
    stray: list[dict[str, str]] = []
    for (column, found), span in zip(marks, spans, strict=True):
        names = [f"{a:%Y-%m}" for a, _ in columns(*span, "month")] if span else [column.head]
        if is_marked(row, found, colours=colours):
            months += names
        if found.text.strip() and colours:
            stray.append({"month": names[0], "mark": found.text.strip()})
            draft.ask("stray_mark", found.place, found.text, column.head, title=row.title)
    return {"title_as_printed": row.title, "months": months, "stray_marks": stray}


def _drawn(calendar: Timetable) -> bool:
    return any(is_filled(row, found) for row in calendar.rows for _, found in row.marks)


def _compare_titles(draft: Draft, activity: Activity, row: Activity) -> None:
    """Quantities that the calendar and the table give differently are a contradiction (M03, P15)."""
    if not row.title or fold(activity.title).rstrip(".") == fold(row.title).rstrip("."):
        return
    kind = (
        "timetable_quantity_differs"
        if _quantities(activity.title) != _quantities(row.title)
        else "timetable_title_differs"
    )
    draft.ask(kind, row.place, row.title, activity.title)


def _quantities(text: str) -> list[tuple[str | None, object]]:
    found: list[tuple[str | None, object]] = [
        (one.comparator, one.number) for one in readers.targets(text) if one.number is not None
    ]
    return found or [(None, number) for number in re.findall(r"\d+", text)]


def compare_periods(draft: Draft, activity: Activity, period: dict[str, Any] | None, term: Term) -> None:
    """Whether the months drawn are those of the period (E13)."""
    row: Activity | None = activity.extra.pop("gantt_row", None)
    if row is None or not period or not period["start"]:
        return
    spans = marked_spans(draft, row, term)
    if not spans:
        return
    drawn = {f"{a:%Y-%m}" for span in spans for a, _ in columns(*span, "month")}
    parts = period.get("segments") or [period]
    days = [(date.fromisoformat(part["start"]), date.fromisoformat(part["end"])) for part in parts]
    said = {f"{a:%Y-%m}" for span in days for a, _ in columns(*span, "month")}
    if drawn != said:
        draft.ask(
            "calendar_differs",
            row.place,
            ", ".join(sorted(drawn)),
            period["as_printed"] or period["start"],
            title=activity.title,
        )
