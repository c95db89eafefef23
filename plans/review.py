"""The review of reports: accepted, accepted with a correction, returned with a note; several at once (T7, T9, G20).

What is accepted is written down as a version of its own, and counts from then on, whatever is written anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from coalitions import audit, once, versions
from coalitions.languages import store
from coalitions.models import Seat, User
from coalitions.refusal import Refused
from coalitions.reporters import reporters_of
from coalitions.scope import held_on
from coalitions.versions import Stale
from plans import correcting, four_eyes, notices, reports, settling
from plans.editing.turns import turn
from plans.four_eyes import Verdict
from plans.models import Acceptance, Measurement, Notice, Plan, ProgressReport
from plans.permissions import may_enter_on_behalf, may_report

State = ProgressReport.State


@dataclass
class Outcome:
    """What became of several reports: those accepted, and those left as they are, each with the reason in words."""

    accepted: list[ProgressReport] = field(default_factory=list)
    left: list[tuple[ProgressReport, str]] = field(default_factory=list)


def accept(
    report_pk: int,
    *,
    version: int | None,
    by: User,
    at: datetime,
    key: str = "",
    changes: Mapping[str, Any] | None = None,
    correction: str = "",
    alone: str = "",
) -> Acceptance:
    """Let a report count as it was sent, or with `changes` and the reason for them (`correction`).

    Raises Stale where it was changed since, Refused where it does not wait for review, where the rule of two people
    speaks against it (`alone`: the reason, where it may be relaxed), and where completion has no evidence.
    """
    with turn(_plan_of(report_pk)) as plan:
        once.spend(key)
        report = _lock_waiting(report_pk, version)
        mark = _checked(report, by, at, alone)
        said = correcting.apply(report, dict(changes or {}), correction)
        _check_completion(report)
        accepted = _let_count(report, by, at, said, mark)
        settling.settle_alone(report, by=by, at=at)
        change = {"acceptance": accepted.pk, "corrected": bool(said)}
        act = "report accepted alone" if mark else "report accepted"
        reason = mark or (correction.strip() if said else "")
        audit.record(plan.coalition, act, actor=by, obj=report, reason=reason, change=change)
    return accepted


def accept_many(
    plan: Plan, listed: Mapping[int, int], *, by: User, at: datetime, key: str = "", alone: str = ""
) -> Outcome:
    """Accept the reports of a plan that nobody touched since they were listed (`listed`: version by key).

    One that was changed meanwhile, or is refused for itself, is left and named; the others are accepted.
    """
    outcome = Outcome()
    with turn(plan) as held, audit.as_one_act(held.coalition, "reports accepted", actor=by, label=str(held)):
        once.spend(key)
        rows = ProgressReport.objects.filter(round__plan=plan, pk__in=listed)
        for report in rows.select_related("activity", "party").order_by("activity__position", "pk"):
            try:
                with transaction.atomic():
                    accept(report.pk, version=listed[report.pk], by=by, at=at, alone=alone)
                outcome.accepted.append(report)
            except Stale:
                outcome.left.append((report, _("It was changed since you opened the list.")))
            except Refused as refusal:
                outcome.left.append((report, str(refusal)))
    return outcome


def send_back(
    report_pk: int,
    *,
    version: int | None,
    by: User,
    at: datetime,
    key: str = "",
    note: str,
    office_note: str = "",
) -> ProgressReport:
    """Return a report with a note to whoever wrote it, in her language; `office_note` is for the Secretariat alone.

    What was accepted of it before goes on counting.
    """
    with turn(_plan_of(report_pk)) as plan:
        once.spend(key)
        report = _lock_waiting(report_pk, version)
        if not note.strip():
            raise Refused(_("Please write what is missing: a report is returned with a note."))
        if report.round.closed_at is not None:
            raise Refused(
                _("This round is closed: nobody could answer. Open it again first, or correct the report.")
            )
        people = addressees(report, plan.coalition.day_of(at))
        for code in settings.MODELTRANSLATION_LANGUAGES:
            store(report, "review_note", {code: note.strip() if code == language_of(people) else ""})
        report.office_note, report.state, report.objection = office_note.strip(), State.RETURNED, ""
        versions.save(report)
        audit.record(
            plan.coalition, "report returned", actor=by, obj=report, change={"version": report.version}
        )
        notices.tell(
            Notice.Kind.RETURNED, report.round, people, report, by=by, at=at, values={"note": note.strip()}
        )
    return report


def addressees(report: ProgressReport, on: date) -> list[User]:
    """Who is asked again: whoever sent the report, or, where she may not any more, those who report for its party."""
    sender = report.submitted_by
    if sender and (may_report(sender, report, on) or may_enter_on_behalf(sender, report, on)):
        return [sender]
    people = reporters_of(report.coalition, [report.party], on).get(report.party_id, [])
    return [user for user in people if user.is_active]


def language_of(people: list[User]) -> str:
    """The language in which these people read a note: the first one's."""
    return people[0].language if people else settings.MODELTRANSLATION_LANGUAGES[0]


def waits(report: ProgressReport) -> bool:
    """Whether the Secretariat has something to do: it was sent, or its party objects to what was entered for it."""
    return report.state == State.SUBMITTED or (report.state == State.ACCEPTED and bool(report.objection))


def verdict(report: ProgressReport, by: User, on: date) -> Verdict:
    """Whether this person may accept this report, by the coalition's rule of two people."""
    wrote = writers(report)
    seats = Seat.objects.filter(held_on(on), coalition=report.coalition_id, role=Seat.Role.SECRETARIAT)
    second = seats.filter(user__is_active=True).exclude(user__in=wrote | {by.pk}).exists()
    return four_eyes.verdict(report.coalition.four_eyes, wrote=by.pk in wrote, second=second)


def writers(report: Any) -> set[int]:
    """Who wrote the version that waits: who sent it, and who saved it while it was written."""
    entries = report.history.all()
    last = report.acceptances.filter(current=True).values_list("accepted_at", flat=True).first()
    if last is not None:
        entries = entries.filter(history_date__gt=last)
    found = entries.filter(state__in=(State.DRAFT, State.SUBMITTED)).values_list("history_user", flat=True)
    return {*found, report.submitted_by_id} - {None}


def _plan_of(report_pk: int) -> Plan:
    return Plan.objects.get(rounds__reports=report_pk)


def _lock_waiting(report_pk: int, version: int | None) -> ProgressReport:
    related = ("round__plan", "round__period", "activity", "party", "coalition", "submitted_by")
    report = versions.lock(ProgressReport.objects.select_related(*related), report_pk, version)
    if not waits(report):
        raise Refused(_("This report does not wait for review any more. Nothing was changed."))
    return report


def _checked(report: ProgressReport, by: User, at: datetime, alone: str) -> str:
    """The reason why one person does both, "" where two do; raises Refused where that may not be."""
    found = verdict(report, by, report.coalition.day_of(at))
    if found.refusal:
        raise Refused(found.refusal)
    if found.alone and not alone.strip():
        raise Refused(_("You wrote this report and accept it alone: please write why."))
    return alone.strip() if found.alone else ""


def _check_completion(report: ProgressReport) -> None:
    if reports.lacks(vars(report), evidence=report.evidence.exists(), said=True):
        raise Refused(
            _(
                "It is reported as completed, without evidence. Return it, or write in a correction why there is none."
            )
        )


def _let_count(report: ProgressReport, by: User, at: datetime, correction: str, alone: str) -> Acceptance:
    """Write the version that counts, with its values and evidence; the one before it stays to be read."""
    for earlier in report.acceptances.filter(current=True):
        earlier.current = False
        earlier.save()
    report.state, report.objection = State.ACCEPTED, ""
    store(report, "review_note", dict.fromkeys(settings.MODELTRANSLATION_LANGUAGES, ""))
    versions.save(report)
    figures = _take_values(report)
    accepted = Acceptance.of(report, at=at, by=by, correction=correction, alone=alone, figures=figures)
    accepted.save()
    accepted.evidence.set(report.evidence.all())
    return accepted


def _take_values(report: ProgressReport) -> list[dict[str, Any]]:
    """Each value that waits counts now, in the place of the one that did, whose history keeps it."""
    for waiting in Measurement.objects.filter(report=report, accepted=False):
        place = {"indicator": waiting.indicator_id, "party": waiting.party_id}
        counted = Measurement.objects.filter(accepted=True, **place)
        own = counted.filter(report=report)
        row = counted.filter(on=waiting.on).first() or own.first() or waiting
        # A milestone that gets another day was not reached on the one before as well.
        for earlier in own.exclude(pk=row.pk):
            earlier.delete()
        if row is not waiting:
            for name in (*correcting.OF_FIGURES, "report", "on"):
                setattr(row, name, getattr(waiting, name))
            waiting.delete()
        row.accepted = True
        row.save()
    rows = Measurement.objects.filter(report=report, accepted=True).order_by(
        "indicator__position", "indicator_id", "on"
    )
    return [
        {
            "indicator": row.indicator_id,
            "value": None if row.value is None else format(row.value.normalize(), "f"),
            "parts": row.parts,
            "text": row.text,
        }
        for row in rows
    ]
