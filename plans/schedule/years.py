"""Parts of an expression to dates: which year is meant where the text names it once, or not at all (P18, P19)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product

from plans.schedule.calendar import MONTHS_IN, PlanDates, Span, month_span, month_start, own_month
from plans.schedule.lexing import Convention, Item, Unreadable, month_item
from plans.schedule.phrases import Part

# A text without a year fits a plan of many years in many ways; nobody reads a longer list of proposals.
MOST_PROPOSALS = 12


def resolve(parts: list[Part], plan: PlanDates, how: Convention) -> list[list[Span]]:
    """Every list of spans that the parts can mean under one convention; more than one only where no year is named.

    Raises Unreadable where a part cannot be placed.
    """
    placed = [_placed(part, plan, how) for part in parts]
    if how.unit_repeats:
        placed = _repeat_units(placed)
    if any(_is_dated(part) for part in placed):
        dated = _carry_years([_dated_range(part, how) for part in placed], how)
        return [[_span(part, plan) for part in dated]]
    return _without_year(placed, plan, how)


def span_of(item: Item) -> Span:
    """The days of an item that has its year. Raises Unreadable for a day that this year lacks."""
    if item.span:
        return item.span
    if item.year is None:
        raise Unreadable
    try:
        if item.day:
            return date(item.year, item.month, item.day), date(item.year, item.month, item.day)
        return month_span(item.year, item.month, item.months)
    except ValueError:
        raise Unreadable("impossible_date") from None


def _placed(part: Part, plan: PlanDates, how: Convention) -> Part:
    first, *last = (_from_plan(item, plan, how) for item in part.items)
    return Part(first, last[0] if last else None, part.open_end)


def _from_plan(item: Item, plan: PlanDates, how: Convention) -> Item:
    """ "Año 2", "mes 3", "T1 del año 2": counted from the plan's start."""
    if item.plan_month is not None:
        if how.counts_from_calendar:
            return month_item(None, item.plan_month)
        return _column_item("month", item.plan_month, plan)
    if item.plan_year is None:
        return _own(item, plan, how)
    year = _column_item("year", item.plan_year, plan)
    if item.kind != "year":
        return _within_plan_year(item, year, how)
    return Item("year", year=year.year) if how.counts_from_calendar else year


def _column_item(unit: str, number: int, plan: PlanDates) -> Item:
    """The column of the plan's own calendar with this number."""
    own = plan.columns(unit)
    place = len(own) if number == -1 else number
    if not 1 <= place <= len(own):
        raise Unreadable("outside_plan")
    span = own[place - 1]
    first = own_month(span[0])
    return Item(unit, first.month, MONTHS_IN[unit], year=first.year, span=span)


def _within_plan_year(item: Item, year: Item, how: Convention) -> Item:
    """A quarter or half of a year of the plan is its own; a month, and what counts from the calendar, falls in it."""
    first_year = year.year or 0
    if item.kind in ("quarter", "semester") and not how.counts_from_calendar:
        first = month_start(first_year, year.month + item.month - 1)
        return replace(item, month=first.month, year=first.year, plan_year=None)
    return replace(item, year=first_year + (item.month < year.month), plan_year=None)


def _own(item: Item, plan: PlanDates, how: Convention) -> Item:
    """A quarter or half-year as the plan counts it; a plan's year is called by its first year or by its last."""
    if how.own_units is None or item.kind not in ("quarter", "semester") or item.span:
        return item
    start = own_month(plan.start).month
    months = start + item.month - 1
    year = item.year if item.year is None else item.year - (how.own_units == "end") + (months - 1) // 12
    return replace(item, month=(months - 1) % 12 + 1, year=year)


def _repeat_units(parts: list[Part]) -> list[Part]:
    """ "S2/2022 y 2023" as the second half of both years; also "S2/2022 - 2023" as a range of the two."""
    named: Item | None = None
    repeated = []
    for part in parts:
        items = []
        for item in part.items:
            is_bare = named is not None and item.kind == "year" and not item.is_whole
            items.append(replace(named, year=item.year) if named is not None and is_bare else item)
            named = items[-1] if items[-1].kind != "year" else None
        repeated.append(Part(items[0], items[1] if len(items) > 1 else None, part.open_end))
    return repeated


def _is_dated(part: Part) -> bool:
    return any(item.year is not None for item in part.items)


def _key(item: Item) -> tuple[int, int]:
    return item.month, item.day or 0


def _dated_range(part: Part, how: Convention) -> Part:
    """A range with a year at both ends: a year printed once, at either end, serves the other end too."""
    first, last = part.first, part.last
    if last is None or (first.year is None) == (last.year is None):
        return part
    if "year" in (first.kind, last.kind):
        raise Unreadable("ambiguous", _year_or_range(first, last))
    crosses = _key(first) >= _key(last) and not (how.same_year and _key(first) == _key(last))
    if first.year is None and last.year is not None:
        if how.year_is_first:
            return replace(
                part, first=replace(first, year=last.year), last=replace(last, year=last.year + crosses)
            )
        return replace(part, first=replace(first, year=last.year - crosses))
    return replace(part, last=replace(last, year=(first.year or 0) + crosses))


def _year_or_range(first: Item, last: Item) -> list[Span]:
    """ "2024 - 3T" is a quarter of 2024, or runs from 2024 to a quarter of the next year."""
    if first.year is None:
        return []
    same, following = (span_of(replace(last, year=first.year + step)) for step in (0, 1))
    return [same, (span_of(first)[0], following[1])]


def _carry_years(parts: list[Part], how: Convention) -> list[Part]:
    """The year printed at the end of a list serves those before it; failing that, the year printed before."""
    carried = list(parts)
    for index in reversed(range(len(parts) - 1)):
        if not _is_dated(carried[index]) and _is_dated(carried[index + 1]):
            carried[index] = _before(carried[index], parts, carried[index + 1], how)
    for index in range(1, len(parts)):
        if not _is_dated(carried[index]):
            carried[index] = _after(carried[index], carried[index - 1], how)
    return carried


def _before(part: Part, parts: list[Part], following: Part, how: Convention) -> Part:
    if following.first.kind == "year":
        raise Unreadable("ambiguous")
    if how.same_year:
        return _in_year(part, next(item.year for item in following.items[::-1] if item.year is not None))
    year = following.first.year or 0
    return _in_year(part, year - (_key(part.items[-1]) >= _key(following.first)))


def _after(part: Part, previous: Part, how: Convention) -> Part:
    if previous.items[-1].kind == "year":
        raise Unreadable("ambiguous")
    year = previous.items[-1].year or 0
    if how.same_year:
        return _in_year(part, year)
    return _in_year(part, year + (_key(part.first) <= _key(previous.items[-1])))


def _in_year(part: Part, year: int | None) -> Part:
    """The part with its last item in this year."""
    if part.last is None or year is None:
        return replace(part, first=replace(part.first, year=year))
    crosses = _key(part.first) >= _key(part.last)
    return replace(part, first=replace(part.first, year=year - crosses), last=replace(part.last, year=year))


def _span(part: Part, plan: PlanDates) -> Span:
    start, end = span_of(part.first)
    if part.open_end == "after":
        return _open(start, plan.end, (start, end))
    if part.open_end == "before":
        return _open(plan.start, end, (start, end))
    if part.last is None:
        return start, end
    last_start, last_end = span_of(part.last)
    if last_start < start or last_end < end:
        raise Unreadable("reversed_range", [(min(start, last_start), max(end, last_end))])
    return start, last_end


def _open(start: date, end: date, named: Span) -> Span:
    if end < start:
        raise Unreadable("outside_plan", [named])
    return start, end


def _without_year(parts: list[Part], plan: PlanDates, how: Convention) -> list[list[Span]]:
    choices = [_occurrences(part, plan) for part in parts]
    if all(len(choice) == 1 for choice in choices):
        return [[choice[0] for choice in choices]]
    return [list(chosen) for chosen, _ in zip(product(*choices), range(MOST_PROPOSALS), strict=False)]


def _occurrences(part: Part, plan: PlanDates) -> list[Span]:
    """Where a part without a year falls in the plan, not counting where only a few stray days do."""
    years = range(plan.start.year - 1, plan.end.year + 2)
    spans = [span for year in years if (span := _try_year(part, year, plan))]
    touching = [span for span in spans if plan.touches([span])]
    if not touching:
        raise Unreadable("outside_plan" if spans else "impossible_date", spans)
    return touching


def _try_year(part: Part, year: int, plan: PlanDates) -> Span | None:
    try:
        return _span(_in_year(part, year), plan)
    except (Unreadable, ValueError):
        return None


def own_nearby(day: date, unit: str, step: int, plan: PlanDates) -> Iterable[Span]:
    """The same in the plan's own calendar, where it has one there."""
    own = plan.columns(unit)
    found = [index + step for index, (start, end) in enumerate(own) if start <= day <= end]
    return [own[index] for index in found if 0 <= index < len(own)]
