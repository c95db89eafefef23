"""Advocacy initiatives and other activities beyond the plan, from the party's report to the register (T10, T12).

What a party reports counts once it was accepted; what the Secretariat enters counts at once. Beneficiaries that nobody
told are not reported, which is not zero (law 1).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions import audit, versions
from coalitions.languages import store
from coalitions.models import Coalition, User
from coalitions.permissions import is_secretariat, may_report_for
from coalitions.refusal import Refused
from plans.models import Initiative
from plans.permissions import may_change_initiative

State = Initiative.State
NO_NOTE = {"es": "", "en": ""}
SAID = ("kind", "on", "title_es", "title_en", "beneficiaries", "plan_id", "party_id", "state")


@dataclass(frozen=True)
class Totals:
    """What accepted initiatives come to: how many of each kind, and whom they reached as far as it was told."""

    advocacy: int
    other: int
    beneficiaries: int | None
    entered: int

    @property
    def number(self) -> int:
        return self.advocacy + self.other


def totals(rows: QuerySet[Initiative]) -> Totals:
    """The totals of the accepted ones among the rows, in one query."""
    of_kind = {kind: Count("pk", filter=Q(kind=kind)) for kind in Initiative.Kind.values}
    told = {"told": Sum("beneficiaries"), "entered": Count("beneficiaries")}
    found = rows.order_by().filter(state=State.ACCEPTED).aggregate(**of_kind, **told)
    return Totals(found["advocacy"], found["other"], found["told"], found["entered"])


def seen(row: Initiative) -> str:
    """What a form of the initiative is made from."""
    return versions.fingerprint(row, SAID)


@transaction.atomic
def report(coalition: Coalition, fields: dict[str, Any], *, by: User, at: datetime) -> Initiative:
    """A new one from the fields of its model: submitted by its party, or entered by the Secretariat and accepted."""
    row = Initiative(coalition=coalition, submitted_by=by, **fields)
    _check_places(row)
    on = coalition.day_of(at)
    enters = is_secretariat(by, coalition.pk, on)
    if not enters and not may_report_for(by, row.party_id, on):
        raise Refused(_("You do not report for this party (any more)."))
    row.state = State.ACCEPTED if enters else State.SUBMITTED
    row.save()
    audit.record(coalition, "initiative entered" if enters else "initiative reported", actor=by, obj=row)
    return row


@transaction.atomic
def change(pk: int, fields: dict[str, Any], made_from: str, *, by: User, at: datetime) -> Initiative:
    """Say it otherwise. From its party it goes to the Secretariat again. Raises Stale and Refused."""
    row = _locked(pk, made_from)
    on = row.coalition.day_of(at)
    if not may_change_initiative(by, row, on):
        raise Refused(_("This initiative was accepted. Please write to the Secretariat to change it."))
    for name, value in fields.items():
        setattr(row, name, value)
    _check_places(row)
    if not is_secretariat(by, row.coalition_id, on):
        if not may_report_for(by, row.party_id, on):
            raise Refused(_("You do not report for this party (any more)."))
        row.state, row.submitted_by = State.SUBMITTED, by
    row.save()
    audit.record(row.coalition, "initiative changed", actor=by, obj=row)
    return row


@transaction.atomic
def accept(pk: int, made_from: str, *, by: User, at: datetime) -> Initiative:
    """Let it count, in the register and in the report. Raises Stale and Refused."""
    row = _to_review(pk, made_from, by, at)
    row.state = State.ACCEPTED
    store(row, "review_note", NO_NOTE)
    row.save()
    audit.record(row.coalition, "initiative accepted", actor=by, obj=row)
    return row


@transaction.atomic
def send_back(pk: int, note: str, made_from: str, *, by: User, at: datetime) -> Initiative:
    """Return it to its party with a note, in the reader's language. Raises Stale and Refused."""
    row = _to_review(pk, made_from, by, at)
    if not note.strip():
        raise Refused(_("Please write what is to be changed."))
    row.state = State.RETURNED
    store(row, "review_note", NO_NOTE | {get_language() or "es": note.strip()})
    row.save()
    audit.record(row.coalition, "initiative returned", actor=by, obj=row, reason=note.strip())
    return row


def _to_review(pk: int, made_from: str, by: User, at: datetime) -> Initiative:
    row = _locked(pk, made_from)
    if not is_secretariat(by, row.coalition_id, row.coalition.day_of(at)):
        raise Refused(_("Only the Secretariat accepts and returns initiatives."))
    if row.state != State.SUBMITTED:
        raise Refused(_("This initiative is not waiting to be accepted (any more)."))
    return row


def _locked(pk: int, made_from: str) -> Initiative:
    rows = Initiative.objects.select_related("coalition", "party", "plan")
    return versions.lock_as_seen(rows, pk, SAID, made_from)


def _check_places(row: Initiative) -> None:
    if row.party.coalition_id != row.coalition_id:
        raise Refused(_("This party belongs to another coalition."))
    if row.plan and row.plan.coalition_id != row.coalition_id:
        raise Refused(_("This plan belongs to another coalition."))
