"""How many parties were asked for a value, so that each aggregate can say how many entered it (law 1, T7)."""

from __future__ import annotations

from collections.abc import Iterable

from coalitions.models import Membership, Party
from plans.models import Activity, Indicator, Responsibility
from reporting.annual_report.source import Source

ANSWERING = {Responsibility.Role.LEAD, Responsibility.Role.CO_LEAD, Responsibility.Role.RESPONSIBLE}
CLASSES = {
    Party.Kind.MEMBERS: Membership.Standing.MEMBER,
    Party.Kind.FOCAL_POINTS: Membership.Standing.MEMBER,
    Party.Kind.COALITION: Membership.Standing.MEMBER,
    Party.Kind.PARTNERS: Membership.Standing.PARTNER,
}


def covered_activities(source: Source, row: Indicator) -> list[Activity]:
    """The activities an indicator names, else all below its objective."""
    named = source.rows.covered.get(row.pk)
    return [source.activity[key] for key in named] if named else source.below(row.objective_id)


def asked_of(source: Source, row: Indicator) -> set[int]:
    """The parties asked for an indicator's value.

    Those of whom a report was asked on an activity it covers, in a round that has ended; where no round has, those
    who would be asked: lead, co-lead and responsible, or, where there is none, participants.
    """
    activities = covered_activities(source, row)
    asked = {key for activity in activities for key in source.asked_by_activity.get(activity.pk, ())}
    return asked or {key for activity in activities for key in _would_be_asked(source, activity)}


def _would_be_asked(source: Source, activity: Activity) -> Iterable[int]:
    rows, _ = source.answering(activity)
    chosen = [row for row in rows if row.role in ANSWERING]
    chosen = chosen or [row for row in rows if row.role == Responsibility.Role.PARTICIPANT]
    return (key for row in chosen for key in members_of(source, row.party_id))


def members_of(source: Source, party_id: int) -> list[int]:
    """A class stands for those admitted, a group for its open terms; one without any known is asked itself."""
    kind = source.rows.parties[party_id].kind
    if standing := CLASSES.get(Party.Kind(kind)):
        found = [row.party_id for row in source.rows.memberships if row.standing == standing]
    elif kind in (Party.Kind.COMMITTEE, Party.Kind.SUBCOMMITTEE, Party.Kind.WORKING_GROUP):
        found = [term.party_id for term in source.rows.terms if term.body_id == party_id]
    else:
        found = []
    return found or [party_id]
