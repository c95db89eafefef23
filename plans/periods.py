"""The calendar of a plan: periods made from its start, end and unit, and never remade in silence (T14, T15).

Shares, targets and rounds point at periods: one that is used cannot be removed, and when the dates or the unit of a
plan change, the page shows what would be made beside what is there.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from coalitions import audit, versions
from coalitions.languages import Text, shown
from coalitions.models import User
from coalitions.refusal import Refused
from plans.models import Period, Plan, Round, Share, Target
from plans.models.plan import Unit
from plans.schedule import Schedule, Span, columns, name_of, write_period

NAMES = ("name_es", "name_en")
MOST = 120
"""A calendar of months for ten years; more is a slip in the dates."""


@dataclass(frozen=True)
class Line:
    """A stretch of the calendar: a period that is there, or (without `row`) one that would be made.

    `made`: whether the plan's start, end and unit give exactly this stretch.
    """

    start: date
    end: date
    made: bool
    row: Period | None = None
    shares: int = 0
    targets: int = 0
    rounds: int = 0

    @property
    def used(self) -> bool:
        """Whether anything hangs on it."""
        return bool(self.shares or self.targets or self.rounds)


def period_of(plan: Plan, span: Span, position: int, unit: str = "") -> Period:
    """An unsaved period of the plan's unit, or of another, with its name in both languages."""
    unit = unit or plan.unit
    return Period(
        plan=plan, unit=unit, start=span[0], end=span[1], position=position,
        name_es=name_of(span, unit, "es"), name_en=name_of(span, unit, "en"),
    )  # fmt: skip


def called(period: Period, language: str) -> Text:
    """A period's own name, or its days in words where it has none."""
    own = shown(period, "name", language)
    return own or Text(span_in_words((period.start, period.end), period.unit, language), language)


def heading(name: Text) -> Text:
    """The name of a period as a line begins with it."""
    return replace(name, text=capfirst(name.text))


def span_in_words(span: Span, unit: str, language: str) -> str:
    """A stretch of days in the largest units that fit."""
    return write_period(Schedule((span,), unit, True), language)


def lines(plan: Plan) -> list[Line]:
    """What is there and what would be made, in order of time; four queries."""
    spans = _columns(plan)
    used = {model: _counts(model, plan) for model in (Share, Target, Round)}
    there = [
        Line(row.start, row.end, (row.start, row.end) in spans, row,
             used[Share][row.pk], used[Target][row.pk], used[Round][row.pk])
        for row in plan.periods.all()
    ]  # fmt: skip
    held = {(line.start, line.end) for line in there}
    absent = [Line(start, end, made=True) for start, end in spans if (start, end) not in held]
    return sorted([*there, *absent], key=lambda line: (line.start, line.end))


@transaction.atomic
def make_missing(plan: Plan, version: int, *, by: User) -> int:
    """Make the periods that the plan's dates and unit give and that are not there; returns how many.

    Raises Stale where dates or unit were changed since the page was opened: what it showed is not what would be made.
    """
    row = versions.lock(Plan.objects.all(), plan.pk, version)
    return add_missing(row, _columns(row), row.unit, by=by)


def add_missing(plan: Plan, spans: list[Span], unit: str, *, by: User | None) -> int:
    """Make those of the stretches that are no periods yet, in a transaction that holds the plan; returns how many."""
    held = set(plan.periods.values_list("start", "end"))
    made = [period_of(plan, span, 0, unit) for span in spans if span not in held]
    if made:
        bulk_create_with_history(made, Period, batch_size=200)
        _settle(plan)
        audit.record(plan.coalition, "periods made", actor=by, obj=plan, change={"number": len(made)})
    return len(made)


@transaction.atomic
def change_unit(plan: Plan, version: int, unit: str, *, by: User) -> bool:
    """Let the calendar be made of another unit; periods that are there stay. Says whether it changed."""
    row = versions.lock(Plan.objects.all(), plan.pk, version)
    if row.unit == unit:
        return False
    before, row.unit = row.unit, Unit(unit)
    versions.save(row)
    audit.record(row.coalition, "unit changed", actor=by, obj=row, change={"from": before, "to": unit})
    return True


@transaction.atomic
def add_period(plan: Plan, fields: dict[str, Any], *, by: User) -> Period:
    """A period beside those that the dates give: a year of transition, say (P19). Raises Refused where it is there."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    if row.periods.filter(start=fields["start"], end=fields["end"]).exists():
        raise Refused(_("The calendar has this period already."))
    made = Period(plan=row, **fields)
    names = {code: name_of((made.start, made.end), made.unit, code) for code in ("es", "en")}
    for code, name in names.items():
        setattr(made, f"name_{code}", fields.get(f"name_{code}") or name)
    made.save()
    _settle(row)
    audit.record(row.coalition, "period added", actor=by, obj=made, label=_label(made))
    return made


@transaction.atomic
def rename_period(plan: Plan, pk: int, seen: str, names: dict[str, str], *, by: User) -> bool:
    """Give a period another name; its days stay. Raises Stale where it has another than was seen."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    period = versions.lock_as_seen(row.periods.all(), pk, NAMES, seen)
    if not versions.differing(period, names):
        return False
    for name in NAMES:
        setattr(period, name, names[name])
    period.save()
    versions.save(row)
    audit.record(row.coalition, "period renamed", actor=by, obj=period, label=_label(period))
    return True


@transaction.atomic
def remove_period(plan: Plan, pk: int, *, by: User) -> bool:
    """Remove a period on which nothing hangs; twice changes nothing. Raises Refused where something does."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    period = row.periods.filter(pk=pk).first()
    if period is None:
        return False
    if any(_counts(model, row)[pk] for model in (Share, Target, Round)):
        raise Refused(_("Percentages, targets or rounds hang on this period: it stays."))
    audit.record(row.coalition, "period removed", actor=by, obj=period, label=_label(period))
    period.delete()
    _settle(row)
    return True


def _columns(plan: Plan) -> list[Span]:
    """What the dates and the unit give; nothing where that would be no calendar any more."""
    spans = columns(plan.start, plan.end, plan.unit)
    return spans if len(spans) <= MOST else []


def _counts(model: type[Share] | type[Target] | type[Round], plan: Plan) -> Counter[int]:
    rows = model.objects.filter(period__plan=plan).order_by()
    return Counter(dict(rows.values_list("period").annotate(Count("pk"))))


def _settle(plan: Plan) -> None:
    """Number the periods by their days, and raise the plan's version: its calendar is another one."""
    for number, period in enumerate(plan.periods.order_by("start", "end"), start=1):
        if period.position != number:
            period.position = number
            period.save()
    versions.save(plan)


def _label(period: Period) -> str:
    return f"{period.start} – {period.end}"
