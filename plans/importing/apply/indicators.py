"""Indicators, milestones and their targets (P11-P17)."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from plans.importing.apply.rows import create, create_linked
from plans.importing.apply.shape import Record, aims, called, rest
from plans.importing.apply.tree import Tree, translated
from plans.models import Activity, Indicator, Objective, Period, Plan, Target

INDICATOR_COLUMNS = {
    "code", "name", "unit", "per", "breakdown", "baseline", "target", "targets", "inherited_from",
}  # fmt: skip
TARGET_COLUMNS = {"code", "text", "comparator", "number", "unit", "per", "year"}


class Meter:
    """Collects the indicators of a record in document order; a merged cell is one indicator of several activities."""

    def __init__(self, plan: Plan, find: Callable[[Record], Period]) -> None:
        self.plan = plan
        self.find = find
        self.rows: list[Indicator] = []
        self.targets: list[Target] = []
        self.covers: list[tuple[Indicator, Activity]] = []
        self.by_origin: dict[tuple[int, str, str], Indicator] = {}

    def read_objective(self, node: Record, objective: Objective) -> None:
        for entry in node.get("indicators", []):
            self._indicator(entry, objective)

    def read_activity(self, entry: Record, activity: Activity) -> None:
        for cell in entry.get("indicators", []):
            origin = cell["inherited_from"] or called(entry)
            place = (activity.objective_id, origin, cell["name"])
            if cell["inherited_from"] is None or place not in self.by_origin:
                self.by_origin[place] = self._indicator(cell, activity.objective)
            row = self.by_origin[place]
            self.by_origin[activity.objective_id, called(entry), cell["name"]] = row
            self.covers.append((row, activity))
        for milestone in entry.get("milestones", []):
            self.covers.append((self._milestone(milestone, activity), activity))

    def save(self) -> None:
        create_linked(self.rows, "activities", self.covers)
        create(self.targets)

    def _indicator(self, cell: Record, objective: Objective) -> Indicator:
        row = self._row(objective, cell["name"], cell["unit"])
        row.code = cell["code"] or ""
        row.per = cell.get("per") or ""
        row.breakdown = cell.get("breakdown") or {}
        row.baseline = _number(cell.get("baseline"))
        row.provenance = {key: value for key, value in cell.items() if key not in INDICATOR_COLUMNS}
        self._add_targets(row, aims(cell))
        return row

    def _milestone(self, milestone: Record, activity: Activity) -> Indicator:
        """A milestone without a number is reached or not: its target is "done" (P11, R8)."""
        target = milestone["target"]
        row = self._row(activity.objective, milestone["text"], target["unit"] if target else None)
        row.kind = Indicator.Kind.MILESTONE
        row.provenance = {key: value for key, value in milestone.items() if key not in ("text", "target")}
        if target:
            self._add_targets(row, [target])
        else:
            self.targets.append(Target(indicator=row, comparator=Target.Comparator.DONE))
        return row

    def _row(self, objective: Objective, name: str, unit: str | None) -> Indicator:
        row = Indicator(
            objective=objective,
            position=len(self.rows) + 1,
            **translated("name", name, self.plan.language),
            **translated("unit", unit, self.plan.language),
        )
        self.rows.append(row)
        return row

    def _add_targets(self, row: Indicator, targets: list[Record]) -> None:
        """A row for each, of the whole plan or of its year; a code that is taken becomes a number, as on the pages."""
        first, *more = [rest(target, TARGET_COLUMNS) for target in targets] or [{}]
        row.provenance |= ({"target": first} if first else {}) | ({"targets": more} if any(more) else {})
        taken: set[tuple[Any, str]] = set()
        for number, target in enumerate(targets, start=1):
            period = self.find(target) if target.get("year") else None
            code = target["code"] or ""
            code = f"#{number}" if (period, code) in taken else code
            taken.add((period, code))
            self.targets.append(self._target(row, target, period, code))

    def _target(self, row: Indicator, target: Record, period: Period | None, code: str) -> Target:
        return Target(
            indicator=row,
            code=code,
            period=period,
            comparator=target["comparator"],
            number=_number(target["number"]),
            per=target["per"] or "",
            **translated("text", target["text"], self.plan.language),
        )


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def measure(plan: Plan, tree: Tree, find: Callable[[Record], Period]) -> None:
    """The indicators of objectives and activities, in document order."""
    meter = Meter(plan, find)
    entries = {id(objective): [] for _, objective in tree.objectives}  # type: dict[int, list[tuple[Record, Activity]]]
    for entry, activity in tree.activities:
        entries[id(activity.objective)].append((entry, activity))
    for node, objective in tree.objectives:
        meter.read_objective(node, objective)
        for entry, activity in entries[id(objective)]:
            meter.read_activity(entry, activity)
    meter.save()
