"""Who answers for a row: the whole list as it should stand, reconciled with what is there (P20-P22)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coalitions import membership
from coalitions.languages import store
from coalitions.membership import NewParty
from coalitions.models import Party, User
from coalitions.models.party import fold
from plans.models import Activity, Objective, Plan, Responsibility


@dataclass(frozen=True)
class PartyLine:
    """A party's part in a row; the duty by language. `agreed` False is "possible".

    `party` is its key, or the name of a new one of this `kind`, which somebody asked to add.
    """

    party: int | str
    role: str
    duty: Mapping[str, str]
    agreed: bool = True
    kind: str = Party.Kind.GOVERNMENT


def apply(row: Activity | Objective, lines: Sequence[PartyLine], by: User) -> bool:
    """Make the row's responsibilities those of `lines`, in their order; returns whether anything changed.

    A party with the same role keeps its row and history; one that is named twice with one role counts once.
    """
    lines = _added(row.plan, lines, by) if any(isinstance(line.party, str) for line in lines) else lines
    place: dict[str, Any] = {"activity" if isinstance(row, Activity) else "objective": row}
    there: dict[tuple[int | str, str], Responsibility] = {
        (held.party_id, held.role): held for held in Responsibility.objects.filter(**place)
    }
    wanted = {(line.party, line.role): line for line in reversed(lines)}
    changed = False
    for key in there.keys() - wanted.keys():
        there[key].delete()
        changed = True
    for position, (key, line) in enumerate(reversed(wanted.items()), start=1):
        held = there.get(key) or Responsibility(party_id=line.party, role=line.role, **place)
        changed |= _put(held, line, position)
    return changed


def _added(plan: Plan, lines: Sequence[PartyLine], by: User) -> list[PartyLine]:
    """The lines with their new parties added; one that somebody else added meanwhile is taken."""
    names = {line.party: line.kind for line in lines if isinstance(line.party, str)}
    es = plan.language == "es"
    new = [NewParty(name if es else "", "" if es else name, kind=kind) for name, kind in names.items()]
    membership.add_parties(plan.coalition, new, by=by)
    known = membership.spelled(plan.coalition)
    return [
        replace(line, party=known[fold(line.party)].pk) if isinstance(line.party, str) else line
        for line in lines
    ]


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
