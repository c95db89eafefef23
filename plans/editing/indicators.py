"""Indicators and milestones of an activity, their targets as typed beside what was understood (P11, P13-P16)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from coalitions import versions
from coalitions.languages import store, stored
from coalitions.refusal import Refused
from plans.models import Activity, Indicator, Plan, Target
from plans.targets import read_targets

KEEP, SEPARATE, REMOVE = "", "separate", "remove"


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator or milestone as a form states it; `pk` None is a new one. Targets: one a line, as typed.

    `plain` holds further columns (baseline, baseline_on, due, breakdown), `unit` is by language.
    """

    pk: int | None
    kind: str
    name: Mapping[str, str]
    targets: str
    rule: str
    act: str = KEEP
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
    put_targets(row, plan, line.targets)
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
    retargeted = put_targets(row, plan, line.targets)
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
    units, named = dict(line.unit), _read(row, plan, line.targets)[1]
    if named and not units.get(plan.language) and (retargeted or stored(row, "unit", plan.language) == named):
        units[plan.language] = named
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


def written(targets: Iterable[Target], language: str) -> str:
    """The targets of the whole plan as a form shows them, one a line."""
    lines = []
    for target in targets:
        text = stored(target, "text", language) or target.text or ""
        if target.period_id is None and (text or target.code):
            lines.append(f"{target.code}) {text}" if target.code and _printed(target.code) else text)
    return "\n".join(lines)


def _printed(code: str) -> bool:
    """Codes that only tell two targets of one line apart are not printed."""
    return not code.startswith("#")


def put_targets(row: Indicator, plan: Plan, text: str) -> bool:
    """Read the targets anew where their text was changed; returns whether it was. Targets of periods stay.

    A target that is not understood is kept as typed, without comparator and number (law 2). A milestone without
    one is reached or not.
    """
    held = [target for target in row.targets.all() if target.period_id is None]
    if held and " ".join(written(held, plan.language).split()) == " ".join(text.split()):
        return False
    rows = _read(row, plan, text)[0]
    if not rows and row.kind == Indicator.Kind.MILESTONE:
        rows = [Target(indicator=row, comparator=Target.Comparator.DONE)]
    if _told(held, plan.language) == _told(rows, plan.language):
        return False
    for target in held:
        target.delete()
    for target in rows:
        target.save()
    return True


def _told(targets: Sequence[Target], language: str) -> list[tuple[str, str, str | None]]:
    return [(target.code, stored(target, "text", language), target.comparator) for target in targets]


def _read(row: Indicator, plan: Plan, text: str) -> tuple[list[Target], str]:
    """The targets that a text states, unsaved, and the unit that the first of them names."""
    targets: dict[str, Target] = {}
    name, unit = stored(row, "name", plan.language), ""
    lines = [line for line in text.splitlines() if line.strip()]
    for reading in (reading for line in lines for reading in read_targets(line, name, plan.language)):
        code = reading.code if reading.code not in targets else f"#{len(targets) + 1}"
        values: dict[str, Any] = {f"text_{plan.language}": reading.text, "code": code}
        if reading.understood:
            values |= {"comparator": reading.comparator, "number": reading.number, "per": reading.per or ""}
            unit = unit or reading.unit or ""
        targets[code] = Target(indicator=row, **values)
    return list(targets.values()), unit
