"""Everything a report is made of, read in a constant number of queries, however many rows the plan has.

Only what is dated up to the data date enters: accepted reports of rounds whose period has ended by then, accepted
measurements, meetings, initiatives. Nothing is read afterwards: what follows works in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.db.models import Q, Value

from coalitions.models import Attendance, Decision, Document, Meeting, Membership, Party, Term
from coalitions.scope import open_on
from plans.models import (
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
    Share,
    Target,
)

Row = TypeVar("Row")


@dataclass(frozen=True)
class Rows:
    """The rows of one plan, in the order of the plan; lists by the key of what they belong to."""

    plan: Plan
    levels: list[Level]
    periods: dict[int, Period]
    objectives: list[Objective]
    activities: list[Activity]
    responsibilities: list[Responsibility]
    shares: dict[int, list[Share]]
    indicators: list[Indicator]
    covered: dict[int, list[int]]
    targets: dict[int, list[Target]]
    measurements: dict[int, list[Measurement]]
    rounds: list[Round]
    reports: list[ProgressReport]
    documents: dict[int, Document]
    evidence: dict[int, list[int]]
    notes: list[Note]
    sections: list[Section]
    initiatives: list[Initiative]
    initiative_evidence: dict[int, list[int]]
    meetings: list[Meeting]
    attendances: dict[int, list[Attendance]]
    decisions: list[Decision]
    parties: dict[int, Party]
    memberships: list[Membership]
    terms: list[Term]

    @cached_property
    def reports_of(self) -> dict[int, list[ProgressReport]]:
        """Accepted reports by activity, the earliest round first."""
        accepted = [report for report in self.reports if report.state == ProgressReport.State.ACCEPTED]
        return gathered(accepted, lambda report: report.activity_id)

    def without_progress(self) -> Rows:
        """The plan alone, as it is put before a plenary: nothing of what was reported, met or decided on it."""
        for activity in self.activities:
            activity.status = activity.status_on = None
        for share in (share for rows in self.shares.values() for share in rows):
            share.executed = None
        return replace(
            self, measurements={}, rounds=[], reports=[], evidence={}, initiatives=[], initiative_evidence={},
            meetings=[], attendances={}, decisions=[],
        )  # fmt: skip

    @cached_property
    def round_by_id(self) -> dict[int, Round]:
        return {row.pk: row for row in self.rounds}


def load(plan: Plan, on: date) -> Rows:
    """All rows of the plan as of a day, in 22 queries."""
    covered, evidence, other_evidence = _links(plan)
    meetings = list(Meeting.objects.filter(coalition=plan.coalition_id, starts_at__lte=_end_of(plan, on)))
    return Rows(
        plan=plan,
        levels=list(Level.objects.filter(plan=plan).order_by("depth")),
        periods={row.pk: row for row in Period.objects.filter(plan=plan).order_by("start", "end")},
        objectives=list(Objective.objects.filter(plan=plan).order_by("position", "pk")),
        activities=list(
            Activity.objects.filter(plan=plan).select_related("result").order_by("position", "pk")
        ),
        responsibilities=list(Responsibility.objects.filter(plan=plan).order_by("position", "pk")),
        shares=gathered(_shares(plan), lambda share: share.activity_id),
        indicators=list(Indicator.objects.filter(plan=plan).order_by("position", "pk")),
        covered=covered,
        targets=gathered(_targets(plan), lambda target: target.indicator_id),
        measurements=gathered(_measurements(plan, on), lambda row: row.indicator_id),
        rounds=list(_rounds(plan, on)),
        reports=list(_reports(plan, on)),
        documents=_documents(plan, evidence, other_evidence, meetings),
        evidence=evidence,
        notes=list(Note.objects.filter(plan=plan).order_by("key", "pk")),
        sections=list(Section.objects.filter(plan=plan).order_by("position", "pk")),
        initiatives=list(_initiatives(plan, on)),
        initiative_evidence=other_evidence,
        meetings=sorted(meetings, key=lambda meeting: (meeting.starts_at, meeting.pk)),
        attendances=_attendances(plan, on),
        decisions=list(_decisions(plan, on)),
        parties={row.pk: row for row in Party.objects.filter(coalition=plan.coalition_id)},
        memberships=list(_memberships(plan, on)),
        terms=list(Term.objects.filter(open_on(on), body__coalition=plan.coalition_id).order_by("pk")),
    )


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


def _initiatives(plan: Plan, on: date) -> Iterable[Initiative]:
    """Those of the plan, and those of the coalition that name no plan and fall in its term."""
    of_term = Q(plan__isnull=True, on__gte=plan.start, on__lte=plan.end)
    return Initiative.objects.filter(
        Q(plan=plan) | of_term, coalition=plan.coalition_id, on__lte=on
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
    evidence of each report and of each initiative."""
    relations: list[Any] = [Indicator.activities, ProgressReport.evidence, Initiative.evidence]
    covers, reports, initiatives = (relation.through.objects for relation in relations)
    covered = covers.filter(indicator__plan=plan)
    told = reports.filter(progressreport__round__plan=plan)
    others = initiatives.filter(initiative__coalition=plan.coalition_id)
    found: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list), defaultdict(list)]
    rows = covered.values_list(Value(0), "indicator_id", "activity__position", "activity_id").union(
        told.values_list(Value(1), "progressreport_id", Value(0), "document_id"),
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
