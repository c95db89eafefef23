"""The periods of a plan and the programmed and executed shares that stand in them (T1-T3, T14, T15, P19)."""

from datetime import date
from typing import Any

from plans.importing.apply.rows import create
from plans.importing.apply.shape import Record, activities
from plans.models import Activity, Period, Plan, Share
from plans.periods import period_of
from plans.schedule import clip, columns
from plans.schedule.calendar import nearby


def set_up_periods(plan: Plan, record: Record) -> list[Period]:
    """The columns of the plan's calendar, and before or after them those that an activity reaches outside it (P19)."""
    spans = columns(plan.start, plan.end, plan.unit)
    reached = [day(activity["period"][end]) for activity in activities(record) if activity.get("period")
               for end in ("start", "end")]  # fmt: skip
    outside = [
        found
        for found in (nearby(on, plan.unit) for on in reached)
        if not clip([found], spans[0][0], spans[-1][1])
    ]
    periods = [
        period_of(plan, span, number) for number, span in enumerate(sorted({*spans, *outside}), start=1)
    ]
    create(periods)
    return periods


def day(text: str | date) -> date:
    """A day of a record: ISO text, or already a date."""
    return text if isinstance(text, date) else date.fromisoformat(text)


def enter_shares(plan: Plan, rows: dict[str, Activity], record: Record, periods: list[Period]) -> None:
    """A share for every pair of columns that holds a number. A blank cell is no row; an explicit 0 is one (T1)."""
    years = {period.start.year: period for period in periods}
    create([
        _share(rows[activity["uid"]], slot, years)
        for activity in activities(record)
        for slot in activity.get("progress", [])
        if slot["programmed_pct"] is not None or slot["executed_pct"] is not None
    ])  # fmt: skip


def _share(activity: Activity, slot: dict[str, Any], years: dict[int, Period]) -> Share:
    return Share(
        activity=activity,
        period=years[slot["year"] or slot["proposed_year"]],
        programmed=slot["programmed_pct"],
        executed=slot["executed_pct"],
        heading=slot["year_as_printed"] or "",
        assumed=slot["year"] is None,
    )
