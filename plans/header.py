"""The header of a plan: what its first page says, and who leads it and takes part (P2-P5)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from coalitions import audit, versions
from coalitions.models import Party, User
from coalitions.refusal import Refused
from plans.models import Plan, Responsibility


@transaction.atomic
def change_header(plan: Plan, version: int, fields: dict[str, Any], *, by: User) -> list[str]:
    """Write the fields that differ; returns their names. Nothing changed leaves no trace.

    The calendar stays as it is when the dates move (plans.periods). Raises Stale where the plan was changed since
    `version`, and Refused for dates the wrong way round or a plan that would follow itself.
    """
    row = versions.lock(Plan.objects.filter(coalition=plan.coalition_id), plan.pk, version)
    changed = versions.differing(row, fields)
    for name in changed:
        setattr(row, name, fields[name])
    if row.start > row.end:
        raise Refused(_("The plan would end before it starts; nothing was saved."))
    if _in_a_ring(row):
        raise Refused(_("These plans would follow each other in a ring; nothing was saved."))
    if changed:
        versions.save(row)
        audit.record(row.coalition, "plan header changed", actor=by, obj=row, change={"fields": changed})
    return changed


def _in_a_ring(plan: Plan) -> bool:
    """Whether the plan would follow itself, if only by way of others."""
    before = dict(Plan.objects.filter(coalition=plan.coalition_id).values_list("pk", "follows"))
    key, passed = plan.follows_id, set[int]()
    while key is not None and key != plan.pk and key not in passed:
        passed.add(key)
        key = before.get(key)
    return key == plan.pk


@transaction.atomic
def give_role(plan: Plan, party: Party, role: str, *, by: User, **fields: Any) -> Responsibility:
    """Let a party lead the plan or take part in it (P3); `fields`: duty in both languages, whether it is agreed.

    Raises Refused for a party of another coalition, and where it has this role already.
    """
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    if party.coalition_id != row.coalition_id:
        raise Refused(_("This party belongs to another coalition."))
    own = row.responsibilities.filter(objective=None, activity=None)
    if own.filter(party=party, role=role).exists():
        raise Refused(_("This party has this role in the plan already."))
    made = Responsibility(plan=row, party=party, role=role, position=own.count() + 1, **fields)
    made.save()
    versions.save(row)
    audit.record(
        row.coalition, "plan role given", actor=by, obj=row, change={"party": party.pk, "role": role}
    )
    return made


@transaction.atomic
def take_role(plan: Plan, pk: int, *, by: User) -> bool:
    """Take a party's role in the plan away; twice changes nothing. Says whether it did."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    held = row.responsibilities.filter(objective=None, activity=None, pk=pk).first()
    if held is None:
        return False
    change = {"party": held.party_id, "role": held.role}
    held.delete()
    versions.save(row)
    audit.record(row.coalition, "plan role taken", actor=by, obj=row, change=change)
    return True
