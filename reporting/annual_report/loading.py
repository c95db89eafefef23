"""Everything a report is made of, read in a constant number of queries, however many rows the plan has.

Only what is dated up to the data date enters: accepted reports of rounds whose period has ended by then, accepted
measurements, meetings, initiatives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Q, Value

from coalitions.models import Attendance, Decision, Document, Meeting, Membership, Party, Term
from coalitions.scope import open_on
from plans.models import (
    Acceptance,
    Activity,
    Indicator,
    Initiative,
    Level,
    Measurement,
    Note,
    Objective,
    Period,
    Plan,
    ProgressReport,
    Responsibility,
    Round,
    Section,
    Settlement,
    Share,
    Target,
)

Row = TypeVar("Row")


@dataclass(frozen=True)
class Rows:
    """The rows of one plan as of the day `on`, in the order of the plan; lists by the key of what they belong to.

    Each kind of row is read when it is first asked for: the whole report takes 23 queries, a page that shows less
    takes fewer, and none depends on how many rows there are.
    """

    plan: Plan
    on: date

    @cached_property
    def levels(self) -> list[Level]:
        return list(Level.objects.filter(plan=self.plan).order_by("depth"))

    @cached_property
    def periods(self) -> dict[int, Period]:
        return {row.pk: row for row in Period.objects.filter(plan=self.plan).order_by("start", "end")}

    @cached_property
    def objectives(self) -> list[Objective]:
        return list(Objective.objects.filter(plan=self.plan).order_by("position", "pk"))

    @cached_property
    def activities(self) -> list[Activity]:
        rows = Activity.objects.filter(plan=self.plan).select_related("result")
        return list(rows.order_by("position", "pk"))

    @cached_property
    def responsibilities(self) -> list[Responsibility]:
        return list(Responsibility.objects.filter(plan=self.plan).order_by("position", "pk"))

    @cached_property
    def shares(self) -> dict[int, list[Share]]:
        return gathered(_shares(self.plan), lambda share: share.activity_id)

    @cached_property
    def indicators(self) -> list[Indicator]:
        return list(Indicator.objects.filter(plan=self.plan).order_by("position", "pk"))

    @cached_property
    def _links(self) -> tuple[dict[int, list[int]], dict[int, list[int]], dict[int, list[int]]]:
        return _links(self.plan)

    @property
    def covered(self) -> dict[int, list[int]]:
        return self._links[0]

    @property
    def evidence(self) -> dict[int, list[int]]:
        return self._links[1]

    @property
    def initiative_evidence(self) -> dict[int, list[int]]:
        return self._links[2]

    @cached_property
    def targets(self) -> dict[int, list[Target]]:
        return gathered(_targets(self.plan), lambda target: target.indicator_id)

    @cached_property
    def measurements(self) -> dict[int, list[Measurement]]:
        return gathered(_measurements(self.plan, self.on), lambda row: row.indicator_id)

    @cached_property
    def rounds(self) -> list[Round]:
        return list(_rounds(self.plan, self.on))

    @cached_property
    def reports(self) -> list[ProgressReport]:
        return list(_reports(self.plan, self.on))

    @cached_property
    def accepted(self) -> list[Acceptance]:
        """What counts of the reports, each with its report, whatever is being written anew."""
        return list(_accepted(self.plan, self.on))

    @cached_property
    def settled(self) -> dict[int, Settlement]:
        """The latest status settled for each activity by the day."""
        return {row.activity_id: row for row in _settled(self.plan, self.on)}

    @cached_property
    def documents(self) -> dict[int, Document]:
        return _documents(self.plan, self.evidence, self.initiative_evidence, self.meetings)

    @cached_property
    def notes(self) -> list[Note]:
        return list(Note.objects.filter(plan=self.plan).exclude(kind=Note.SEEN).order_by("key", "pk"))

    @cached_property
    def sections(self) -> list[Section]:
        return list(Section.objects.filter(plan=self.plan).order_by("position", "pk"))

    @cached_property
    def initiatives(self) -> list[Initiative]:
        return list(_initiatives(self.plan, self.on))

    @cached_property
    def meetings(self) -> list[Meeting]:
        held = Meeting.objects.filter(
            coalition=self.plan.coalition_id, starts_at__lte=_end_of(self.plan, self.on)
        )
        return list(held.order_by("starts_at", "pk"))

    @cached_property
    def attendances(self) -> dict[int, list[Attendance]]:
        return _attendances(self.plan, self.on)

    @cached_property
    def decisions(self) -> list[Decision]:
        return list(_decisions(self.plan, self.on))

    @cached_property
    def parties(self) -> dict[int, Party]:
        return {row.pk: row for row in Party.objects.filter(coalition=self.plan.coalition_id)}

    @cached_property
    def memberships(self) -> list[Membership]:
        return list(_memberships(self.plan, self.on))

    @cached_property
    def terms(self) -> list[Term]:
        rows = Term.objects.filter(open_on(self.on), body__coalition=self.plan.coalition_id)
        return list(rows.order_by("pk"))

    @cached_property
    def reports_of(self) -> dict[int, list[Acceptance]]:
        """What counts of the reports by activity, the earliest round first."""
        return gathered(self.accepted, lambda accepted: accepted.report.activity_id)

    @cached_property
    def accepted_of(self) -> dict[int, Acceptance]:
        """What counts of the reports, by the key of the report."""
        return {accepted.report_id: accepted for accepted in self.accepted}

    @cached_property
    def round_by_id(self) -> dict[int, Round]:
        return {row.pk: row for row in self.rounds}


class Planned(Rows):
    """The plan alone, as it is put before a plenary: nothing of what was reported, met or decided on it."""

    measurements: dict[int, list[Measurement]] = {}
    rounds: list[Round] = []
    reports: list[ProgressReport] = []
    accepted: list[Acceptance] = []
    settled: dict[int, Settlement] = {}
    evidence: dict[int, list[int]] = {}
    initiatives: list[Initiative] = []
    initiative_evidence: dict[int, list[int]] = {}
    meetings: list[Meeting] = []
    attendances: dict[int, list[Attendance]] = {}
    decisions: list[Decision] = []

    @cached_property
    def activities(self) -> list[Activity]:
        rows = super().activities
        for row in rows:
            row.status = row.status_on = None
        return rows

    @cached_property
    def shares(self) -> dict[int, list[Share]]:
        rows = super().shares
        for share in (share for of_activity in rows.values() for share in of_activity):
            share.executed = None
        return rows


def local_day(plan: Plan, moment: datetime) -> date:
    """The day of a moment where the coalition is, whatever the machine's own time zone."""
    return moment.astimezone(ZoneInfo(plan.coalition.time_zone)).date()


def _end_of(plan: Plan, on: date) -> datetime:
    return datetime.combine(on, time.max, ZoneInfo(plan.coalition.time_zone))


def gathered(rows: Iterable[Row], key: Callable[[Row], int]) -> dict[int, list[Row]]:
    """Rows by key, each list in the order given."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)


def _shares(plan: Plan) -> Iterable[Share]:
    return Share.objects.filter(activity__plan=plan).order_by("period__start", "period__end", "pk")


def _targets(plan: Plan) -> Iterable[Target]:
    return Target.objects.filter(indicator__plan=plan).order_by("code", "period__start", "pk")


def _measurements(plan: Plan, on: date) -> Iterable[Measurement]:
    return Measurement.objects.filter(indicator__plan=plan, accepted=True, on__lte=on).order_by("on", "pk")


def _rounds(plan: Plan, on: date) -> Iterable[Round]:
    return Round.objects.filter(plan=plan, period__end__lte=on).order_by("period__end", "period__start", "pk")


def _reports(plan: Plan, on: date) -> Iterable[ProgressReport]:
    return ProgressReport.objects.filter(round__plan=plan, round__period__end__lte=on).order_by(
        "round__period__end", "round_id", "activity__position", "party_id"
    )


def _accepted(plan: Plan, on: date) -> Iterable[Acceptance]:
    rows = Acceptance.objects.filter(current=True, report__round__plan=plan).select_related("report")
    return rows.filter(report__round__period__end__lte=on).order_by(
        "report__round__period__end", "report__round_id", "report__activity__position", "report__party_id"
    )


def _settled(plan: Plan, on: date) -> Iterable[Settlement]:
    rows = Settlement.objects.filter(round__plan=plan, status__isnull=False, round__period__end__lte=on)
    return rows.select_related("round__period").order_by("round__period__end", "round_id")


def _initiatives(plan: Plan, on: date) -> Iterable[Initiative]:
    """The accepted ones of the plan, and of the coalition where they name no plan and fall in its term."""
    of_term = Q(plan__isnull=True, on__gte=plan.start, on__lte=plan.end)
    return Initiative.objects.filter(
        Q(plan=plan) | of_term, coalition=plan.coalition_id, on__lte=on, state=Initiative.State.ACCEPTED
    ).order_by("on", "pk")


def _decisions(plan: Plan, on: date) -> Iterable[Decision]:
    return Decision.objects.filter(coalition=plan.coalition_id, decided_on__lte=on).order_by(
        "decided_on", "position", "pk"
    )


def _memberships(plan: Plan, on: date) -> Iterable[Membership]:
    """Admissions in force on the day."""
    running = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    return Membership.objects.filter(running, party__coalition=plan.coalition_id, admitted_on__lte=on)


def _attendances(plan: Plan, on: date) -> dict[int, list[Attendance]]:
    rows = Attendance.objects.filter(
        meeting__coalition=plan.coalition_id, meeting__starts_at__lte=_end_of(plan, on)
    )
    return gathered(rows, lambda row: row.meeting_id)


def _links(plan: Plan) -> tuple[dict[int, list[int]], dict[int, list[int]], dict[int, list[int]]]:
    """In one query: the activities that each indicator names, in the order of the plan, and the documents that are
    evidence of each accepted report that counts and of each initiative."""
    relations: list[Any] = [Indicator.activities, Acceptance.evidence, Initiative.evidence]
    covers, reports, initiatives = (relation.through.objects for relation in relations)
    covered = covers.filter(indicator__plan=plan)
    told = reports.filter(acceptance__current=True, acceptance__report__round__plan=plan)
    others = initiatives.filter(initiative__coalition=plan.coalition_id)
    found: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list), defaultdict(list)]
    rows = covered.values_list(Value(0), "indicator_id", "activity__position", "activity_id").union(
        told.values_list(Value(1), "acceptance_id", Value(0), "document_id"),
        others.values_list(Value(2), "initiative_id", Value(0), "document_id"),
        all=True,
    )
    for which, owner, _position, other in sorted(rows):
        found[which][owner].append(other)
    return dict(found[0]), dict(found[1]), dict(found[2])


def _documents(
    plan: Plan, evidence: dict[int, list[int]], other: dict[int, list[int]], meetings: list[Meeting]
) -> dict[int, Document]:
    """The documents named, without those kept for the Secretariat."""
    keys = {key for links in (evidence, other) for keys in links.values() for key in keys}
    keys |= {meeting.minutes_id for meeting in meetings if meeting.minutes_id}
    seen = Document.objects.filter(coalition=plan.coalition_id).exclude(
        audience=Document.Audience.SECRETARIAT
    )
    return {row.pk: row for row in seen if row.pk in keys}
