"""An objective is added at any depth, and changed (P6, P7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coalitions import once, versions
from coalitions.languages import store, stored
from coalitions.models import User
from plans.editing import parties
from plans.editing.levels import level_at
from plans.editing.order import Tree
from plans.editing.parties import PartyLine
from plans.editing.turns import objective_of, say, turn
from plans.models import Objective, Plan

TEXTS = ("title", "statement")


@dataclass(frozen=True)
class ObjectiveChange:
    """An objective as somebody wants it; texts by language. It may stay without a title (pao has such)."""

    code: str = ""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parties: Sequence[PartyLine] | None = None


def change_objective(
    plan: Plan, pk: int, change: ObjectiveChange, *, version: int | None, by: User
) -> Objective:
    """Change an objective's code, texts and parties. Raises Stale, or Refused where it is gone."""
    with turn(plan) as held:
        row = objective_of(held, pk, version)
        before = _state(row)
        _put(row, change)
        parts = ["row"] if before != _state(row) else []
        if change.parties is not None and parties.apply(row, change.parties, by):
            parts.append("parties")
        if parts:
            versions.save(row)
            say(held, "objective changed", row, by, parts=parts)
    return row


def add_objective(
    plan: Plan, parent: int | None, change: ObjectiveChange, *, by: User, key: str = ""
) -> Objective:
    """A new objective at the end of the plan, or of the objective `parent`. Raises Refused below the deepest level."""
    with turn(plan) as held:
        once.spend(key)
        tree = Tree(held)
        above = tree.objectives[objective_of(held, parent).pk] if parent else None
        depth = tree.depth(above) + 1 if above else 1
        row = Objective(plan=held, parent=above, level=level_at(held, depth), position=_last(tree) + 1)
        _put(row, change)
        row.save()
        parties.apply(row, change.parties or (), by)
        tree.children.setdefault(parent, []).append(row)
        tree.settle()
        say(held, "objective added", row, by)
    return row


def _put(row: Objective, change: ObjectiveChange) -> None:
    row.code = change.code
    for name, texts in change.texts.items():
        store(row, name, texts)


def _last(tree: Tree) -> int:
    return max((row.position for row in tree.objectives.values()), default=0)


def _state(row: Objective) -> tuple[str, ...]:
    return (row.code, *(stored(row, name, code) for name in TEXTS for code in ("es", "en")))
