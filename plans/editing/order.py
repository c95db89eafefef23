"""The order of a plan: its tree as it is printed, rows moved up and down, in and out (P6).

`position` counts through the whole plan, so that document order is one ORDER BY. Positions are laid out with gaps:
a row that moves finds a free number, and only where there is none all rows are numbered anew.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model
from simple_history.utils import bulk_update_with_history

from plans.models import Activity, Objective, Plan

GAP = 1000


class Tree:
    """The objectives and activities of a plan, in the order in which they are printed. Two queries."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.objectives: dict[int, Objective] = {}
        self.children: dict[int | None, list[Objective]] = {None: []}
        self.activities: dict[int, list[Activity]] = {}
        rows = Objective.objects.filter(plan=plan).order_by("position", "pk")
        for row in rows:
            self.objectives[row.pk] = row
            self.children.setdefault(row.parent_id, []).append(row)
        for activity in Activity.objects.filter(plan=plan).order_by("position", "pk"):
            self.activities.setdefault(activity.objective_id, []).append(activity)

    def walk(self, parent: int | None = None) -> Iterator[Objective]:
        """Every objective below one, or of the whole plan, each before those within it."""
        for row in self.children.get(parent, []):
            yield row
            yield from self.walk(row.pk)

    def subtree(self, row: Objective) -> list[Objective]:
        """The objective and everything within it."""
        return [row, *self.walk(row.pk)]

    def depth(self, row: Objective) -> int:
        """1 for an outermost objective."""
        depth, parent = 1, row.parent_id
        while parent is not None:
            depth, parent = depth + 1, self.objectives[parent].parent_id
        return depth

    def height(self, row: Objective) -> int:
        """How many depths the objective and what is within it take; 1 for one without children."""
        return 1 + max((self.height(child) for child in self.children.get(row.pk, [])), default=0)

    def in_order(self) -> list[Activity]:
        """All activities as the plan is read from top to bottom."""
        return [activity for row in self.walk() for activity in self.activities.get(row.pk, [])]

    def settle(self) -> None:
        """Give every row a position that fits its place, changing as few rows as can be, with their history."""
        for model, rows in ((Objective, list(self.walk())), (Activity, self.in_order())):
            changed = placed(rows)
            if changed:
                bulk_update_with_history(changed, model, ["position"], batch_size=100)


def placed(rows: Iterable[Any]) -> list[Model]:
    """Rows in their wanted order get rising positions; returns those whose position had to change."""
    rows = list(rows)
    keep = _longest_rising([row.position for row in rows])
    changed = []
    for first, last in _runs(keep, len(rows)):
        low = rows[first - 1].position if first else 0
        high = rows[last].position if last < len(rows) else low + GAP * (last - first + 1)
        if high - low <= last - first:
            return _renumbered(rows)
        step = (high - low) // (last - first + 1)
        for number, row in enumerate(rows[first:last], start=1):
            row.position = low + step * number
            changed.append(row)
    return changed


def _renumbered(rows: list[Any]) -> list[Model]:
    before = [row.position for row in rows]
    for number, row in enumerate(rows, start=1):
        row.position = number * GAP
    return [row for row, old in zip(rows, before, strict=True) if row.position != old]


def _runs(keep: set[int], length: int) -> Iterator[tuple[int, int]]:
    """The stretches [first, last) of places that are not kept."""
    first = None
    for place in range(length + 1):
        if place < length and place not in keep:
            first = place if first is None else first
        elif first is not None:
            yield first, place
            first = None


def _longest_rising(values: list[int]) -> set[int]:
    """The places of a longest strictly rising choice of the values: rows that can stay as they are. O(n log n)."""
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        low, high = 0, len(ends)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if values[ends[middle]] < value else (low, middle)
        before.append(ends[low - 1] if low else -1)
        ends[low : low + 1] = [place]
    found, place = set(), ends[-1] if ends else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
