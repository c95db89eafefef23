"""A plan with all its rows, read by one query for each model."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from coalitions.languages import stored
from coalitions.models import Party
from plans.importing.apply.shape import Record
from plans.models import Activity, Indicator, Level, Note, Objective, Plan, Responsibility, Share


@dataclass
class Loaded:
    """The rows of one plan in document order, and the texts in the plan's own language."""

    plan: Plan

    def text(self, row: Any, name: str) -> str | None:
        """A text in the plan's language; None where it is empty."""
        return stored(row, name, self.plan.language) or None

    @cached_property
    def keys(self) -> dict[str, Any]:
        return self.plan.provenance.get("keys", {})

    @cached_property
    def levels(self) -> list[Level]:
        return list(self.plan.levels.order_by("depth"))

    @cached_property
    def objectives(self) -> list[Objective]:
        return list(self.plan.objectives.select_related("level").order_by("position"))

    @cached_property
    def activities(self) -> list[Activity]:
        rows = Activity.objects.filter(plan=self.plan).select_related("result", "objective")
        return list(rows.order_by("position"))

    @cached_property
    def children(self) -> dict[int | None, list[Objective]]:
        found: dict[int | None, list[Objective]] = defaultdict(list)
        for objective in self.objectives:
            found[objective.parent_id].append(objective)
        return found

    @cached_property
    def activities_of(self) -> dict[int, list[Activity]]:
        found: dict[int, list[Activity]] = defaultdict(list)
        for activity in self.activities:
            found[activity.objective_id].append(activity)
        return found

    @cached_property
    def indicators(self) -> list[Indicator]:
        rows = Indicator.objects.filter(plan=self.plan).prefetch_related("targets", "activities")
        return list(rows.order_by("position", "pk"))

    @cached_property
    def indicators_of(self) -> dict[int, list[Indicator]]:
        """By activity, in document order."""
        found: dict[int, list[Indicator]] = defaultdict(list)
        for indicator in self.indicators:
            for activity in indicator.activities.all():
                found[activity.pk].append(indicator)
        return found

    @cached_property
    def whole_node_indicators(self) -> dict[int, list[Indicator]]:
        """By objective: those that name no activity and so belong to the whole node (P14)."""
        found: dict[int, list[Indicator]] = defaultdict(list)
        for indicator in self.indicators:
            if not indicator.activities.all():
                found[indicator.objective_id].append(indicator)
        return found

    @cached_property
    def owner_of(self) -> dict[int, Activity]:
        """The first activity in document order that an indicator covers."""
        order = {activity.pk: activity for activity in reversed(self.activities)}
        rank = {activity.pk: number for number, activity in enumerate(self.activities)}
        covered = ((i, [a.pk for a in i.activities.all()]) for i in self.indicators)
        return {i.pk: order[min(keys, key=rank.__getitem__)] for i, keys in covered if keys}

    @cached_property
    def owner_of_result(self) -> dict[int, Activity]:
        """The first activity in document order that a result is shared from."""
        return {activity.result_id: activity for activity in reversed(self.activities) if activity.result_id}

    @cached_property
    def responsibilities(self) -> list[Responsibility]:
        rows = Responsibility.objects.filter(plan=self.plan).select_related("party")
        return list(rows.order_by("position", "pk"))

    @cached_property
    def shares_of(self) -> dict[int, dict[int, Share]]:
        """By activity, then by period."""
        found: dict[int, dict[int, Share]] = defaultdict(dict)
        for share in Share.objects.filter(activity__plan=self.plan).select_related("period"):
            found[share.activity_id][share.period_id] = share
        return found

    @cached_property
    def periods(self) -> list[Any]:
        return list(self.plan.periods.order_by("position"))

    @cached_property
    def notes(self) -> list[Note]:
        return list(self.plan.notes.exclude(kind=Note.SEEN).order_by("pk"))

    @cached_property
    def parties(self) -> dict[int, Party]:
        return {party.pk: party for party in self.plan.coalition.parties.all()}


def pruned(block: Record, spelled_out: list[str]) -> Record:
    """The block without its empty keys, save those the record spells out."""
    return {
        key: value for key, value in block.items() if key in spelled_out or value not in (None, "", [], {})
    }
