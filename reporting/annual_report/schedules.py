"""When an activity lasts, and where that stands on a day (P18, P19)."""

from __future__ import annotations

from datetime import date

from plans.models import Activity
from plans.schedule import Span


def spans_of(activity: Activity) -> list[Span]:
    """Its separate spans, else the one from start to end; empty where it has no dates."""
    if activity.start is None or activity.end is None:
        return []
    if activity.spans:
        return [(date.fromisoformat(start), date.fromisoformat(end)) for start, end in activity.spans]
    return [(activity.start, activity.end)]


def phase(start: date | None, end: date | None, on: date) -> str:
    """Where a schedule stands on a day: "undated", "ahead", "current" or "ended" (the day after its last)."""
    if start is None or end is None:
        return "undated"
    if on < start:
        return "ahead"
    return "ended" if on > end else "current"
