"""The periods of a plan and the programmed and executed shares that stand in them (T1-T3, T14, T15, P19)."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from plans.importing.apply.rows import create
from plans.importing.apply.shape import Record, activities, aims, day, walk
from plans.importing.apply.tree import Tree
from plans.models import Activity, Period, Plan, Share
from plans.models.plan import Unit
from plans.periods import period_of
from plans.schedule import Span, clip, columns
from plans.schedule.calendar import nearby

LENGTHS = {"month": 30, "quarter": 91, "semester": 182, "year": 365}


def set_up_periods(plan: Plan, record: Record) -> list[Period]:
    """The columns of the plan's calendar, and before or after them those that an activity reaches outside it (P19).

    A percentage or target of another stretch (a year in a plan of quarters) has a period of its own.
    """
    spans = dict.fromkeys(columns(plan.start, plan.end, plan.unit), plan.unit)
    first, last = min(spans)[0], max(spans)[1]
    for on in _reached(record):
        if not clip([found := nearby(on, plan.unit)], first, last):
            spans[found] = plan.unit
    held = dict(spans)
    for slot in (*_filled(record), *_yearly(record)):
        span = stretch(slot, held, plan.unit)
        spans.setdefault(span, _unit_of(span))
    periods = [
        period_of(plan, span, number, spans[span]) for number, span in enumerate(sorted(spans), start=1)
    ]
    create(periods)
    return periods


def _reached(record: Record) -> Iterator[date]:
    for activity in activities(record):
        period = activity.get("period") or {}
        yield from (day(period[end]) for end in ("start", "end") if period.get(end))


def _filled(record: Record) -> Iterator[Record]:
    """Every pair of columns that holds a number. A blank cell is no row; an explicit 0 is one (T1)."""
    for activity in activities(record):
        yield from filter(_says_something, activity.get("progress") or [])


def _yearly(record: Record) -> Iterator[Record]:
    """Every target that stands in a column of a year (P16)."""
    for row in (*walk(record["objectives"]), *activities(record)):
        for cell in row.get("indicators") or []:
            yield from (target for target in aims(cell) if target.get("year"))


def _says_something(slot: Record) -> bool:
    return slot["programmed_pct"] is not None or slot["executed_pct"] is not None


def stretch(slot: Record, held: Collection[Span], unit: str) -> Span:
    """The days that a pair of columns stands for: its own start and end, else a year of the plan's calendar."""
    if slot.get("start"):
        own = day(slot["start"]), day(slot["end"])
        return own if own in held else next((span for span in held if _are_one(own, span)), own)
    year = slot["year"] or slot["proposed_year"]
    if unit == Unit.YEAR:
        for span in held:
            if span[0].year == year:
                return span
    return date(year, 1, 1), date(year, 12, 31)


def _are_one(first: Span, second: Span) -> bool:
    """Whether two stretches are the same column: a calendar's first month may begin a day before the month does."""
    common = (min(first[1], second[1]) - max(first[0], second[0])).days + 1
    longest = max((span[1] - span[0]).days + 1 for span in (first, second))
    return common > 0.8 * longest


def _unit_of(span: Span) -> str:
    """The unit whose length is nearest: columns of a plan's first year may be a few days short."""
    days = (span[1] - span[0]).days + 1
    return min(LENGTHS, key=lambda unit: abs(LENGTHS[unit] - days))


def finder(periods: Iterable[Period], unit: str) -> Callable[[Record], Period]:
    """What finds the period that a pair of columns, or a target of a year, stands in."""
    by_span = {(period.start, period.end): period for period in periods}
    own = [span for span, period in by_span.items() if period.unit == unit]
    return lambda slot: by_span[stretch(slot, own, unit)]


def enter_shares(tree: Tree, find: Callable[[Record], Period]) -> None:
    """A share for every pair of columns that holds a number."""
    create([
        _share(activity, slot, find(slot))
        for entry, activity in tree.activities
        for slot in filter(_says_something, entry.get("progress") or [])
    ])  # fmt: skip


def _share(activity: Activity, slot: Record, period: Period) -> Share:
    return Share(
        activity=activity,
        period=period,
        programmed=slot["programmed_pct"],
        executed=slot["executed_pct"],
        heading=slot["year_as_printed"] or "",
        assumed=not slot.get("start") and slot["year"] is None,
    )
