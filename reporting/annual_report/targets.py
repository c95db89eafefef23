"""What an indicator should reach, as printed and as understood, and whether it is met (P14-P16)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from plans.aggregation import Aggregate, Measured, aggregate
from plans.models import Indicator, Target
from plans.schedule import Span, columns
from plans.targets import is_met, write_target
from reporting.annual_report import wording
from reporting.annual_report.shapes import TargetEntry
from reporting.annual_report.source import Source, decimal

# Targets "a year" are met year by year; others ("per operation") cannot be held against a total.
TIMES = ("year", "semester", "quarter", "month")


def enter(source: Source, target: Target, measured: list[Measured], whole: Aggregate) -> TargetEntry:
    """One target against the accepted values of its indicator up to the data date."""
    indicator = target.indicator
    period = source.rows.periods.get(target.period_id) if target.period_id else None
    text = source.text(target, "text")
    unit = source.text(indicator, "unit").text
    per = target.per or indicator.per
    return TargetEntry(
        code=target.code,
        text=text,
        understood=write_target(target.comparator, decimal(target.number), unit, per, source.language),
        comparator=target.comparator,
        number=decimal(target.number),
        per=per,
        period=wording.period_name(period, source.text(period, "name").text, source.language)
        if period
        else "",
        met=_met(source, indicator, target, measured, whole),
    )


def _met(
    source: Source, indicator: Indicator, target: Target, measured: list[Measured], whole: Aggregate
) -> bool | None:
    per = target.per or indicator.per
    if target.period_id:
        period = source.rows.periods[target.period_id]
        return _met_in((period.start, period.end), source.on, indicator.rule, target, measured)
    if not per:
        return is_met(target.comparator, target.number, whole.value)
    if per not in TIMES:
        return None
    plan = source.rows.plan
    spans = [span for span in columns(plan.start, plan.end, per) if span[0] <= source.on]
    return all_met(_met_in(span, source.on, indicator.rule, target, measured) for span in spans)


def _met_in(span: Span, on: date, rule: str, target: Target, measured: Iterable[Measured]) -> bool | None:
    """Whether the target is met by the values of one stretch; not yet known while that is running, unless it is."""
    values = [one for one in measured if span[0] <= one.on <= span[1]]
    met = is_met(target.comparator, target.number, aggregate(rule, values).value)
    running = on <= span[1]
    return None if running and not _is_settled(target.comparator, met) else met


def _is_settled(comparator: str | None, met: bool | None) -> bool:
    """A count that has reached "at least" stays there; one that has passed "at most" too."""
    return bool(met) if comparator in (">=", "done") else comparator == "<=" and met is False


def all_met(found: Iterable[bool | None]) -> bool | None:
    """False where one is not met, True where all are, None where any is unknown or there is none."""
    known = list(found)
    if False in known:
        return False
    return True if known and None not in known else None


def number_of(value: Decimal | None) -> Decimal | None:
    """A combined value as it is printed: an average or a ratio is cut to four decimals."""
    if value is None:
        return None
    return decimal(value if value == value.to_integral_value() else value.quantize(Decimal("0.0001")))
