"""When an activity runs: as typed, as understood, and as somebody chose where it can mean several things (P18, P19)."""

from collections.abc import Sequence
from datetime import date

from plans.models import Activity, Plan
from plans.schedule import Schedule, Span, envelope, merge, read_period
from plans.schedule.calendar import last_of_month


def read(plan: Plan, text: str) -> Schedule:
    """What the expression says in this plan."""
    return read_period(text, plan.start, plan.end)


def readings(schedule: Schedule) -> list[tuple[Span, ...]]:
    """Everything the expression can mean, the usual reading first where there is one."""
    usual = [schedule.spans] if schedule.understood else []
    return [*usual, *(spans for spans in schedule.alternatives if spans not in usual)]


def spans_of(activity: Activity) -> tuple[Span, ...]:
    """The stored stretches of days; none where the period was not understood."""
    if activity.spans:
        return tuple((date.fromisoformat(start), date.fromisoformat(end)) for start, end in activity.spans)
    return ((activity.start, activity.end),) if activity.start and activity.end else ()


def put(activity: Activity, spans: Sequence[Span]) -> None:
    """Store stretches of days: their envelope, and the spans themselves only where they do not join."""
    days = envelope(spans)
    activity.start, activity.end = days or (None, None)
    apart = len(merge(spans)) > 1
    activity.spans = [[start.isoformat(), end.isoformat()] for start, end in spans] if apart else None


def same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two readings are the same days."""
    return merge(one) == merge(other)


def encoded(spans: Sequence[Span]) -> str:
    """The spans as a form carries them: "2025-10-01/2025-12-31,…"."""
    return ",".join(f"{start.isoformat()}/{end.isoformat()}" for start, end in spans)


def settle(activity: Activity, plan: Plan, text: str, chosen: str, own: Span | None) -> None:
    """Keep the text as typed and store what it means (law 2: what is not understood is not guessed).

    `chosen` is one of the readings as `encoded`, "own" for the days of `own`, or "" where nobody chose. An expression
    that was not changed keeps its days unless another reading is chosen.
    """
    read_as = {encoded(spans): spans for spans in readings(read(plan, text))}
    if chosen == "own" and own:
        put(activity, [own])
    elif chosen in read_as:
        if not same(read_as[chosen], spans_of(activity)):
            put(activity, read_as[chosen])
    elif text.strip() != activity.period_printed.strip():
        schedule = read(plan, text)
        put(activity, schedule.spans if schedule.understood else ())
    activity.period_printed = text


def shifted(span: Span, months: int, days: int) -> Span:
    """The span so many months and days later; a last day of a month stays one. Raises ValueError past 9999."""
    return _later(span[0], months, days), _later(span[1], months, days)


def _later(day: date, months: int, days: int) -> date:
    years, index = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, index + 1, 1)
    last = last_of_month(first)
    is_last = day == last_of_month(day)
    moved = last if months and (is_last or day.day > last.day) else first.replace(day=min(day.day, last.day))
    return date.fromordinal(moved.toordinal() + days)
