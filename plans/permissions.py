"""Who may do what with a plan: small named predicates, beside `visible_to` for lists."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.db.models.lookups import Contains

from coalitions.models import Document, User
from coalitions.permissions import (
    is_secretariat,
    may_report_for,
    open_seats,
    parties_reported_for,
    secretariat_of,
)
from plans.models import Acceptance, Initiative, Plan, ProgressReport


def may_edit(user: User, plan: Plan, on: date) -> bool:
    """Whether the user may change the plan: the Secretariat of its coalition, on that day."""
    return is_secretariat(user, plan.coalition_id, on)


def may_run_rounds(user: User, plan: Plan, on: date) -> bool:
    """Whether the user may plan, open, adjust and close the plan's rounds: whoever may change the plan."""
    return may_edit(user, plan, on)


def may_report(user: User, report: ProgressReport, on: date) -> bool:
    """Whether the user answers a report for its party: its focal point, a delegate, or who holds its office (T8)."""
    return may_report_for(user, report.party_id, on)


def may_enter_on_behalf(user: User, report: ProgressReport, on: date) -> bool:
    """Whether the user may enter what the party said by mail, telephone or in a meeting: the Secretariat."""
    return is_secretariat(user, report.coalition_id, on)


def may_change_initiative(user: User, initiative: Initiative, on: date) -> bool:
    """Whether the user may change an initiative: its Secretariat, and its party until it is accepted (T10, T12)."""
    if is_secretariat(user, initiative.coalition_id, on):
        return True
    return initiative.state != Initiative.State.ACCEPTED and may_report_for(user, initiative.party_id, on)


def initiatives_open_to(user: User, on: date) -> Q:
    """Of a coalition's initiatives: what was accepted, what the user's parties report, all for the Secretariat."""
    counted = Q(state=Initiative.State.ACCEPTED, coalition__in=open_seats(user, on).values("coalition"))
    mine = Q(party__in=parties_reported_for(user, on).values("pk"))
    return counted | mine | Q(coalition__in=secretariat_of(user, on).values("pk"))


def may_give_evidence(user: User, told: ProgressReport | Initiative, on: date) -> bool:
    """Whether the user adds and removes evidence of what a party tells."""
    if isinstance(told, Initiative):
        return may_change_initiative(user, told, on)
    return may_report(user, told, on) or may_enter_on_behalf(user, told, on)


def may_open_document(user: User, document: Document, on: date) -> bool:
    """Whether the user may open a document (law 6).

    The Secretariat opens all of its coalition. Evidence: who reports for the party that gave it; the other seats once
    it belongs to something accepted and is not withheld. Any other document: the seats, unless it is the Secretariat's.
    """
    if not Document.objects.visible_to(user, on).filter(pk=document.pk).exists():
        return False
    if is_secretariat(user, document.coalition_id, on):
        return True
    return Document.objects.filter(documents_open_to(user, on), pk=document.pk).exists()


def documents_open_to(user: User, on: date) -> Q:
    """Of the documents of the user's coalitions, those open to whoever has a seat there, or to the user alone."""
    mine = parties_reported_for(user, on).values("pk")
    # Both databases write the list of names alike.
    withheld = Contains(Cast("acceptance__report__withheld", TextField()), Value('"evidence"'))
    accepted = Acceptance.evidence.through.objects.exclude(withheld)
    told = ProgressReport.evidence.through.objects.filter(progressreport__party__in=mine)
    initiatives = Initiative.evidence.through.objects.all()
    counted = initiatives.filter(initiative__state=Initiative.State.ACCEPTED)
    own = initiatives.filter(initiative__party__in=mine)
    for_seats = ~Q(kind=Document.Kind.EVIDENCE) | _in(accepted, counted)
    return (~Q(audience=Document.Audience.SECRETARIAT) & for_seats) | _in(told, own)


def _in(*links: QuerySet[Any]) -> Q:
    """Documents that one of these links names; by their keys, so that none is found twice."""
    return reduce(or_, (Q(pk__in=rows.values("document")) for rows in links))


def may_review(user: User, report: ProgressReport, on: date) -> bool:
    """Whether the user reviews reports of that coalition: its Secretariat, on that day."""
    return is_secretariat(user, report.coalition_id, on)
