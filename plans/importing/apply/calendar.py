"""The periods of a plan and the programmed and executed shares that stand in them (T1-T3, T14, T15, P19)."""

from datetime import date
from typing import Any

from plans.importing.apply.rows import create
from plans.importing.apply.shape import Record, activities
from plans.models import Activity, Period, Plan, Share
from plans.schedule import Span, clip, columns, middle
from plans.schedule.calendar import MONTHS_IN, nearby
from plans.schedule.writing import MONTH_NAMES

ORDINALS = {
    "es": ("primer", "segundo", "tercer", "cuarto"),
    "en": ("First", "Second", "Third", "Fourth"),
}
UNITS = {"quarter": {"es": "trimestre", "en": "quarter"}, "semester": {"es": "semestre", "en": "half-year"}}


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
    periods = [_period(plan, span, number) for number, span in enumerate(sorted({*spans, *outside}), start=1)]
    create(periods)
    return periods


def day(text: str | date) -> date:
    """A day of a record: ISO text, or already a date."""
    return text if isinstance(text, date) else date.fromisoformat(text)


def _period(plan: Plan, span: Span, number: int) -> Period:
    names = {language: name_of(span, plan.unit, language) for language in ("es", "en")}
    return Period(
        plan=plan, unit=plan.unit, start=span[0], end=span[1], position=number,
        name_es=names["es"], name_en=names["en"],
    )  # fmt: skip


def name_of(span: Span, unit: str, language: str) -> str:
    """What a column is called: "octubre de 2025", "First quarter of 2026"; empty where it is no calendar unit.

    A column cut or stretched by stray days at the plan's ends is called by the unit that its middle lies in.
    """
    central = middle(span)
    whole = nearby(central, unit)
    if abs((whole[0] - span[0]).days) > 7 or abs((whole[1] - span[1]).days) > 7:
        return ""
    if unit == "year":
        return str(central.year)
    joint = " de " if language == "es" else " "
    if unit == "month":
        return f"{MONTH_NAMES[language][central.month - 1]}{joint}{central.year}"
    ordinal = ORDINALS[language][(central.month - 1) // MONTHS_IN[unit]]
    joint = " de " if language == "es" else " of "
    return f"{ordinal} {UNITS[unit][language]}{joint}{central.year}"


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
