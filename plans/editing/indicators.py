"""Indicators and milestones of an activity (P11, P13, P17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from coalitions import versions
from coalitions.languages import store, stored
from coalitions.refusal import Refused
from plans.editing import targeting
from plans.models import Activity, Indicator, Plan

KEEP, SEPARATE, REMOVE = "", "separate", "remove"


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator or milestone as a form states it; `pk` None is a new one. Targets: one a line, as typed.

    `readings` are what was chosen of each statement of the targets, `unit` is by language, `plain` holds further
    columns (baseline, baseline_on, due, breakdown).
    """

    pk: int | None
    kind: str
    name: Mapping[str, str]
    targets: str
    rule: str
    act: str = KEEP
    readings: Sequence[str] = ()
    unit: Mapping[str, str] = field(default_factory=dict)
    plain: Mapping[str, Any] = field(default_factory=dict)


def of_activity(activity: Activity) -> list[Indicator]:
    """The indicators that name the activity, with their targets and the activities they cover."""
    rows = Indicator.objects.filter(activities=activity).prefetch_related("targets", "activities")
    return list(rows.order_by("position", "pk"))


def apply(activity: Activity, plan: Plan, lines: Sequence[IndicatorLine]) -> tuple[bool, list[Activity]]:
    """Make the changes that `lines` ask for; returns whether there were any, and the other activities that show them.

    Indicators that `lines` does not name stay as they are. Raises Refused for one that was measured and would go.
    """
    there = {row.pk: row for row in of_activity(activity)}
    changed = False
    others: dict[int, Activity] = {}
    for line in lines:
        row = there.get(line.pk) if line.pk else None
        if row is None and not line.pk:
            changed |= _new(activity, plan, line)
        elif row is not None:
            sharing = [other for other in row.activities.all() if other.pk != activity.pk]
            if _one(activity, plan, row, line, bool(sharing)):
                changed = True
                others |= {other.pk: other for other in sharing if line.act == KEEP}
    return changed, list(others.values())


def _new(activity: Activity, plan: Plan, line: IndicatorLine) -> bool:
    if line.act == REMOVE or not any(text.strip() for text in line.name.values()):
        return False
    make(activity, plan, line)
    return True


def make(activity: Activity, plan: Plan, line: IndicatorLine) -> Indicator:
    """A new indicator of the activity, at the end of the plan's."""
    last = (
        Indicator.objects.filter(plan=plan).order_by("-position").values_list("position", flat=True).first()
    )
    row = Indicator(objective_id=activity.objective_id, position=(last or 0) + 1)
    _put(row, line)
    _put_unit(row, plan, line, retargeted=True)
    row.save()
    row.activities.set([activity])
    targeting.put(row, line.targets, line.readings, plan.language)
    return row


def _one(activity: Activity, plan: Plan, row: Indicator, line: IndicatorLine, shared: bool) -> bool:
    if line.act == REMOVE:
        let_go(row, activity, shared)
        return True
    if line.act == SEPARATE and shared:
        row.activities.remove(activity)
        make(activity, plan, line)
        return True
    before = _state(row)
    _put(row, line)
    retargeted = targeting.put(row, line.targets, line.readings, plan.language)
    _put_unit(row, plan, line, retargeted=retargeted)
    changed = retargeted or before != _state(row)
    if changed:
        versions.save(row)
    return changed


def _put(row: Indicator, line: IndicatorLine) -> None:
    for name, value in {"kind": line.kind, "rule": line.rule, **line.plain}.items():
        setattr(row, name, value)
    store(row, "name", line.name)


def _put_unit(row: Indicator, plan: Plan, line: IndicatorLine, *, retargeted: bool) -> None:
    """The unit as typed; left blank in the plan's language, it is the one that new targets name, or named before."""
    language, units = plan.language, dict(line.unit)
    statements = targeting.read(line.targets, stored(row, "name", language), language, line.readings)
    named = next((one.unit for one in statements if one.unit), "")
    if named and not units.get(language) and (retargeted or stored(row, "unit", language) == named):
        units[language] = named
    store(row, "unit", units)


def _state(row: Indicator) -> list[Any]:
    texts = [stored(row, name, code) for name in ("name", "unit") for code in ("es", "en")]
    return [row.kind, row.rule, row.baseline, row.baseline_on, row.due, row.breakdown, *texts]


def let_go(row: Indicator, activity: Activity, shared: bool) -> None:
    """Take the indicator off the activity; the last one to go takes it out of the plan.

    An indicator that names no activity would mean its whole objective. Raises Refused where it was measured.
    """
    if shared:
        row.activities.remove(activity)
        return
    if row.measurements.exists():
        raise Refused(
            _(
                "“{name}” has been measured, so it cannot be removed: what was reported would lose its meaning."
            ).format(name=row.name)
        )
    row.targets.all().delete()
    row.activities.clear()
    row.delete()
