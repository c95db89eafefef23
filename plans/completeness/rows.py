"""The rows that the checks read, loaded at once: eight queries, whatever the plan holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from plans.models import Activity, Indicator, Note, Objective, Plan, Responsibility, Share, Target


@dataclass(frozen=True)
class Rows:
    """A plan with everything that its warnings are computed from, in document order."""

    plan: Plan
    objectives: list[Objective]
    activities: list[Activity]
    responsibilities: list[Responsibility]
    indicators: list[Indicator]
    covered: list[tuple[int, int]]
    """(indicator, activity) of the indicators that name their activities."""
    targets: list[Target]
    shares: list[Share]
    notes: list[Note]

    @cached_property
    def by_pk(self) -> dict[int, Objective]:
        return {row.pk: row for row in self.objectives}

    def above(self, key: int | None) -> Iterator[int]:
        """The objective and those above it, nearest first. A ring, which no constraint forbids, ends."""
        passed: set[int] = set()
        while key is not None and key not in passed:
            passed.add(key)
            yield key
            row = self.by_pk.get(key)
            key = row.parent_id if row else None

    @cached_property
    def roles(self) -> dict[tuple[str, int | None], set[str]]:
        """The roles held at ("activity", pk), ("objective", pk) and ("plan", None)."""
        found: dict[tuple[str, int | None], set[str]] = defaultdict(set)
        for row in self.responsibilities:
            place = "activity" if row.activity_id else "objective" if row.objective_id else "plan"
            found[place, row.activity_id or row.objective_id].add(row.role)
        return found

    @cached_property
    def indicators_of(self) -> dict[int, list[Indicator]]:
        """The indicators that name an activity."""
        by_pk = {row.pk: row for row in self.indicators}
        found: dict[int, list[Indicator]] = defaultdict(list)
        for indicator, activity in self.covered:
            found[activity].append(by_pk[indicator])
        return found

    @cached_property
    def measured_whole(self) -> set[int]:
        """The objectives that an indicator measures as a whole."""
        naming = {indicator for indicator, _activity in self.covered}
        return {row.objective_id for row in self.indicators if row.pk not in naming}

    @cached_property
    def targets_of(self) -> dict[int, list[Target]]:
        return _grouped(self.targets, "indicator_id")

    @cached_property
    def shares_of(self) -> dict[int, list[Share]]:
        """An activity's shares in the order of their periods."""
        return _grouped(self.shares, "activity_id")


def load(plan: Plan) -> Rows:
    """The plan's rows, in eight queries."""
    naming = Indicator.activities.through.objects.filter(indicator__plan=plan)
    shares = Share.objects.filter(activity__plan=plan).select_related("period")
    return Rows(
        plan=plan,
        objectives=list(plan.objectives.order_by("position", "pk")),
        activities=list(plan.activities.order_by("position", "pk")),
        responsibilities=list(plan.responsibilities.all()),
        indicators=list(plan.indicators.all()),
        covered=list(naming.values_list("indicator_id", "activity_id")),
        targets=list(Target.objects.filter(indicator__plan=plan).order_by("pk")),
        shares=list(shares.order_by("period__start", "pk")),
        notes=list(plan.notes.select_related("settled_by").order_by("key", "pk")),
    )


def _grouped(rows: Iterable, key: str) -> dict:
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found
