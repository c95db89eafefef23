"""How the coalition worked: meetings, decisions, rounds, and what it did beside the plan (R1, T10-T12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coalitions.models import Decision, Meeting, Membership
from plans.models import Initiative, ProgressReport, Round
from reporting.annual_report import wording
from reporting.annual_report.indicators import admitted
from reporting.annual_report.loading import gathered, local_day
from reporting.annual_report.shapes import (
    Count,
    DecisionEntry,
    Functioning,
    InitiativeEntry,
    InitiativeTable,
    MeetingEntry,
    RoundEntry,
    RoundParty,
)
from reporting.annual_report.source import Source


def functioning(source: Source) -> Functioning:
    """Meetings and decisions of the coalition within the period covered, and the rounds of this plan."""
    decisions = [row for row in source.rows.decisions if row.decided_on and source.covers(row.decided_on)]
    of_meeting = gathered(decisions, lambda row: row.meeting_id or 0)
    meetings = [
        row for row in source.rows.meetings if source.covers(local_day(source.rows.plan, row.starts_at))
    ]
    shown = {meeting.pk for meeting in meetings}
    loose = [row for row in decisions if row.meeting_id not in shown]
    rounds = tuple(_rounds(source))
    asked = [one.party.id for row in rounds for one in row.parties if one.party.id]
    return Functioning(
        meetings=tuple(_meeting(source, row, of_meeting.get(row.pk, [])) for row in meetings),
        decisions=tuple(_decision(source, row) for row in loose),
        rounds=rounds,
        asked=tuple(source.party(key) for key in source.alphabetical(asked)),
        members=admitted(source, Membership.Standing.MEMBER),
        partners=admitted(source, Membership.Standing.PARTNER),
    )


def _meeting(source: Source, row: Meeting, decisions: Sequence[Decision]) -> MeetingEntry:
    came = [attendance.party_id for attendance in source.rows.attendances.get(row.pk, [])]
    minutes = source.documents([row.minutes_id] if row.minutes_id else [])
    return MeetingEntry(
        on=local_day(source.rows.plan, row.starts_at),
        body=source.party(row.body_id),
        title=source.text(row, "title"),
        mode=row.mode,
        mode_word=str(row.get_mode_display()),
        place=row.place,
        parties=tuple(source.party(key) for key in source.alphabetical(came)),
        decisions=tuple(_decision(source, decision) for decision in decisions),
        minutes=minutes[0] if minutes else None,
    )


def _decision(source: Source, row: Decision) -> DecisionEntry:
    return DecisionEntry(
        body=source.party(row.body_id),
        motion=source.text(row, "motion"),
        decided_on=row.decided_on,
        basis=row.basis,
        basis_word=str(row.get_basis_display()),
        present=row.present,
        in_favour=row.in_favour,
        against=row.against,
        abstained=row.abstained,
    )


def _rounds(source: Source) -> Iterator[RoundEntry]:
    """Rounds that were opened, on periods that ended in the period covered."""
    reports = gathered(source.rows.reports, lambda report: report.round_id)
    for row in source.rows.rounds:
        asked = reports.get(row.pk, [])
        within = not source.narrowed or source.covers(source.rows.periods[row.period_id].end)
        if within and (asked or row.opened_at):
            yield _round(source, row, asked)


def _round(source: Source, row: Round, reports: Sequence[ProgressReport]) -> RoundEntry:
    period = source.rows.periods[row.period_id]
    by_party = gathered(reports, lambda report: report.party_id)
    return RoundEntry(
        name=wording.period_name(period, source.text(period, "name").text, source.language),
        start=period.start,
        end=period.end,
        due=row.due,
        accepted=_accepted(source, reports),
        parties=tuple(
            RoundParty(source.party(key), _accepted(source, by_party[key]))
            for key in source.alphabetical(by_party)
        ),
    )


def _accepted(source: Source, reports: Sequence[ProgressReport]) -> Count:
    """Of how many reports something counts, also while they are written anew."""
    return Count(sum(row.pk in source.rows.accepted_of for row in reports), len(reports))


def initiatives(source: Source) -> InitiativeTable:
    """Advocacy and other activities beside the plan; beneficiaries are summed over those that told them."""
    rows = [row for row in source.rows.initiatives if not source.narrowed or source.covers(row.on)]
    told = [row.beneficiaries for row in rows if row.beneficiaries is not None]
    return InitiativeTable(
        rows=tuple(_initiative(source, row) for row in rows),
        beneficiaries=sum(told) if told else None,
        entered=len(told),
        missing=len(rows) - len(told),
    )


def _initiative(source: Source, row: Initiative) -> InitiativeEntry:
    return InitiativeEntry(
        on=row.on,
        kind=row.kind,
        kind_word=str(row.get_kind_display()),
        title=source.text(row, "title"),
        party=source.party(row.party_id),
        beneficiaries=row.beneficiaries,
        evidence=source.documents(source.rows.initiative_evidence.get(row.pk, [])),
    )
