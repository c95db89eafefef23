"""Who is asked for which activity in a round: from responsibilities, groups expanded to their members (T7).

`Asking` holds rows that are loaded once, in eight queries; everything it answers is computed from them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coalitions.models import Coalition, Membership, Party, Term
from coalitions.scope import open_on
from plans.editing.parties import inherited
from plans.models import Activity, Objective, Period, Plan, Responsibility
from plans.models.activity import Status

Kind = Party.Kind
Role = Responsibility.Role
# Whoever stands in the first of these is asked; partners only when they are asked too.
ANSWERING = ({Role.LEAD, Role.CO_LEAD, Role.RESPONSIBLE}, {Role.PARTICIPANT})
# Classes of which each party of that standing is one.
CLASSES = {
    Kind.MEMBERS: Membership.Standing.MEMBER,
    Kind.FOCAL_POINTS: Membership.Standing.MEMBER,
    Kind.COALITION: Membership.Standing.MEMBER,
    Kind.PARTNERS: Membership.Standing.PARTNER,
}
GROUPS = {Kind.COMMITTEE, Kind.SUBCOMMITTEE, Kind.WORKING_GROUP, Kind.PLENARY}


@dataclass(frozen=True)
class Pair:
    """A party that answers for an activity; `why_not` says why it is proposed not to ask it now, else ""."""

    activity: Activity
    party: Party
    why_not: str = ""

    @property
    def key(self) -> tuple[int, int]:
        return self.activity.pk, self.party.pk


def why_not(activity: Activity, period: Period) -> str:
    """Why a round on that period need not ask for an activity; "" where it should."""
    over = activity.status_on is None or activity.status_on < period.start
    if activity.status == Status.COMPLETED and over:
        return _("Completed. If something changed, please write to the Secretariat.")
    if activity.status == Status.CANCELLED and over:
        return _("Cancelled.")
    if activity.start and activity.start > period.end:
        return _("It begins on %(day)s.") % {"day": date_format(activity.start, "DATE_FORMAT")}
    return ""


class Asking:
    """Who answers for the activities of a plan, on a day."""

    def __init__(self, plan: Plan, on: date) -> None:
        self.plan, self.on = plan, on
        self.activities = list(plan.activities.order_by("position", "pk"))
        self.parties = {row.pk: row for row in plan.coalition.parties.order_by("position", "pk")}
        self.objectives = {row.pk: row for row in Objective.objects.filter(plan=plan)}
        self._own: dict[int, list[Responsibility]] = defaultdict(list)
        self._above: dict[int, list[Responsibility]] = defaultdict(list)
        for row in plan.responsibilities.order_by("position", "pk"):
            if row.activity_id:
                self._own[row.activity_id].append(row)
            elif row.objective_id:
                self._above[row.objective_id].append(row)

    def pairs(self, period: Period, *, partners_too: bool = False) -> list[Pair]:
        """Who answers for each activity in the order of the plan, asked or not."""
        return [
            Pair(activity, party, why_not(activity, period) or self._closed(party))
            for activity in self.activities
            for party in self.answering(activity, partners_too=partners_too)
        ]

    def answering(self, activity: Activity, *, partners_too: bool = False) -> list[Party]:
        """The parties that answer for an activity, each group as its members; none where nobody is named."""
        rows = self.named(activity)
        first: list[Responsibility] = []
        for roles in ANSWERING:
            first = first or [row for row in rows if row.role in roles]
        if partners_too:
            first = first + [row for row in rows if row.role == Role.PARTNER]
        found = {party.pk: party for row in first for party in self.expanded(row.party_id)}
        return sorted(found.values(), key=lambda party: (party.position, party.pk))

    def named(self, activity: Activity) -> list[Responsibility]:
        """Its own responsibilities, else those of the nearest objective above; never the plan's. Agreed or possible."""
        if activity.pk in self._own:
            return self._own[activity.pk]
        above = inherited(activity, self._above, self.objectives)
        return self._above[above.pk] if above else []

    def expanded(self, key: int, passed: frozenset[int] = frozenset()) -> Iterator[Party]:
        """The parties that a party stands for; itself where it is no group, or none of its members is known."""
        party = self.parties[key]
        members = [one for one in self._members(party) if one not in passed | {key}]
        if not members:
            yield party
        for one in members:
            yield from self.expanded(one, passed | {key})

    def _members(self, party: Party) -> list[int]:
        if party.kind in CLASSES:
            return self.standing[CLASSES[Kind(party.kind)]]
        return self.places[party.pk] if party.kind in GROUPS else []

    def _closed(self, party: Party) -> str:
        if party.closed_on and party.closed_on < self.on:
            return _("It was closed on %(day)s.") % {"day": date_format(party.closed_on, "DATE_FORMAT")}
        return ""

    @cached_property
    def standing(self) -> dict[str, list[int]]:
        """The parties admitted in each standing on the day."""
        found: dict[str, list[int]] = defaultdict(list)
        for standing, party in admitted(self.plan.coalition, self.on):
            found[standing].append(party)
        return found

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """The parties with an open term in each body on the day."""
        found: dict[int, list[int]] = defaultdict(list)
        rows = Term.objects.filter(open_on(self.on), body__coalition=self.plan.coalition_id)
        for body, party in rows.order_by("pk").values_list("body", "party"):
            found[body].append(party)
        return found


def admitted(coalition: Coalition, on: date) -> Iterator[tuple[str, int]]:
    """(standing, party) of everybody admitted to the coalition on the day."""
    running = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    rows = Membership.objects.filter(running, party__coalition=coalition, admitted_on__lte=on)
    yield from rows.order_by("party__position", "party").values_list("standing", "party")
