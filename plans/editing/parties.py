"""Who answers for a row: the whole list as it should stand, reconciled with what is there (P20-P22)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coalitions.languages import store
from plans.models import Activity, Objective, Responsibility


@dataclass(frozen=True)
class PartyLine:
    """A party's part in a row; the duty by language. `agreed` False is "possible"."""

    party: int
    role: str
    duty: Mapping[str, str]
    agreed: bool = True


def apply(row: Activity | Objective, lines: Sequence[PartyLine]) -> bool:
    """Make the row's responsibilities those of `lines`, in their order; returns whether anything changed.

    A party with the same role keeps its row and history; one that is named twice with one role counts once.
    """
    place: dict[str, Any] = {"activity" if isinstance(row, Activity) else "objective": row}
    there = {(held.party_id, held.role): held for held in Responsibility.objects.filter(**place)}
    wanted = {(line.party, line.role): line for line in reversed(lines)}
    changed = False
    for key in there.keys() - wanted.keys():
        there[key].delete()
        changed = True
    for position, (key, line) in enumerate(reversed(wanted.items()), start=1):
        held = there.get(key) or Responsibility(party_id=line.party, role=line.role, **place)
        changed |= _put(held, line, position)
    return changed


def _put(held: Responsibility, line: PartyLine, position: int) -> bool:
    before = (
        held.pk,
        held.position,
        held.agreed,
        *(getattr(held, f"duty_{code}") or "" for code in line.duty),
    )
    if before == (held.pk, position, line.agreed, *line.duty.values()) and held.pk:
        return False
    if held.role_inferred and held.pk and before[2:] != (line.agreed, *line.duty.values()):
        held.role_inferred = False
    held.position, held.agreed = position, line.agreed
    store(held, "duty", line.duty)
    held.save()
    return True


def inherited(
    activity: Activity, by_objective: Mapping[int, Sequence[Any]], parents: Mapping[int, Any]
) -> Any:
    """The nearest objective above that names somebody, or None. Never the plan's own (glossary: Responsibility).

    `by_objective` holds responsibilities by objective, `parents` the objectives by key.
    """
    objective = parents.get(activity.objective_id)
    while objective is not None and not by_objective.get(objective.pk):
        objective = parents.get(objective.parent_id) if objective.parent_id else None
    return objective
