"""Stretches of days and the columns of a plan's own calendar (T14, T15).

A span is an inclusive pair of dates. Nothing here knows words or languages.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

Span = tuple[date, date]

ONE_DAY = timedelta(days=1)
MONTHS_IN = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
# A plan "from 30 September to 1 October" means October to September: up to a week at either end is a
# stray, not a month of its own.
STRAY_DAYS = 7


def month_span(year: int, month: int, months: int = 1) -> Span:
    """The span of `months` whole calendar months; month may lie outside 1..12 and rolls over the year."""
    return month_start(year, month), last_of_month(month_start(year, month + months - 1))


def month_start(year: int, month: int) -> date:
    """The first day of a month; month may lie outside 1..12. Raises ValueError outside the years 1 to 9999."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)


def last_of_month(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def nearby(day: date, unit: str, step: int = 0) -> Span:
    """The month, quarter, half-year or year of the calendar in which a day falls, or the one `step` after it."""
    months = MONTHS_IN[unit]
    first = (day.month - 1) // months * months + 1
    return month_span(day.year, first + step * months, months)


def adjoin(first: Span, second: Span) -> bool:
    """Whether the second span begins on the day after the first ends."""
    return first[1] < date.max and first[1] + ONE_DAY == second[0]


def merge(spans: Iterable[Span]) -> list[Span]:
    """The same days as the fewest spans, in order of time: overlapping and adjoining spans become one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or adjoin(merged[-1], (start, end))):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def envelope(spans: Iterable[Span]) -> Span | None:
    """The first and the last day of all spans; None where there is no span."""
    listed = list(spans)
    if not listed:
        return None
    return min(start for start, _ in listed), max(end for _, end in listed)


def clip(spans: Iterable[Span], start: date, end: date) -> list[Span]:
    """The parts of the spans that lie from start to end, in the order given; what lies outside is left out."""
    cut = ((max(first, start), min(last, end)) for first, last in spans)
    return [(first, last) for first, last in cut if first <= last]


def middle(span: Span) -> date:
    """The middle day of a span: its month names a monthly column that took in a stray day."""
    return span[0] + (span[1] - span[0]) // 2


def columns(start: date, end: date, unit: str) -> list[Span]:
    """The columns of a plan's calendar: spans that cover every day from start to end once, in order (T14, T15).

    unit is month, quarter, semester or year. Months are calendar months; quarters, half-years and years are
    counted from the month in which the plan starts, so a plan from 1 October has October to December as its first
    quarter. The first and the last column are cut at the plan's start and end, with one exception: an end piece
    too short for a column of its own is joined to its neighbour, so that no day vanishes and no column of one day
    appears. Too short is a week or less for months, no more than that at the beginning of the larger units, and
    less than a whole month at their end. 30 September 2025 to 1 October 2026 is thus twelve months, the first
    from 30 September to 31 October. Raises ValueError for another unit or where end is before start.
    """
    if unit not in MONTHS_IN:
        raise ValueError(f"unknown unit of a calendar: {unit!r}")
    if end < start:
        raise ValueError("a plan cannot end before it starts")
    cuts = _cuts(start, end, MONTHS_IN[unit])
    if cuts and _is_too_short(cuts[-1], end, unit):
        cuts.pop()
    return list(zip([start, *cuts], [*(cut - ONE_DAY for cut in cuts), end], strict=True))


def own_month(start: date) -> date:
    """The first day of the month in which the plan's own year begins, past a few stray days before it."""
    if (last_of_month(start) - start).days < STRAY_DAYS and (start.year, start.month) != (9999, 12):
        return month_start(start.year, start.month + 1)
    return start.replace(day=1)


def _cuts(start: date, end: date, months: int) -> list[date]:
    """The first days of all columns but the first."""
    anchor = own_month(start)
    total = (end.year - anchor.year) * 12 + end.month - anchor.month
    days = [month_start(anchor.year, anchor.month + step) for step in range(months, total + 1, months)]
    return [day for day in days if start < day <= end]


def _is_too_short(first: date, last: date, unit: str) -> bool:
    if unit == "month":
        return (last - first).days < STRAY_DAYS
    return last < last_of_month(first)


@dataclass(frozen=True)
class PlanDates:
    """The first and the last day of a plan, against which its expressions are read."""

    start: date
    end: date

    @cached_property
    def whole(self) -> list[Span]:
        return [(self.start, self.end)]

    @cached_property
    def is_by_calendar_year(self) -> bool:
        """Whether the plan's own quarters, half-years and years are those of the calendar."""
        return own_month(self.start).month == 1

    def columns(self, unit: str) -> list[Span]:
        """The plan's own months, quarters ... in order; none where the dates of the plan are the wrong way round."""
        return columns(self.start, self.end, unit) if self.start <= self.end else []

    def contains(self, spans: Iterable[Span]) -> bool:
        return all(self.start <= start and end <= self.end for start, end in spans)

    def touches(self, spans: Iterable[Span]) -> bool:
        """Whether any span shares more with the plan than a few stray days, or lies wholly in it."""
        return any(
            self.contains([span]) or (last - first).days >= STRAY_DAYS
            for span in spans
            for first, last in clip([span], self.start, self.end)
        )
