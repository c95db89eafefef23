"""A party answers what a round asks of it: drafts, sends, withdraws, reports again, objects (T4, T7-T9, T17).

What is written here counts for nothing until it is accepted (plans.review).
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coalitions import audit, once, versions
from coalitions.models import User
from coalitions.refusal import Refused
from coalitions.reporters import reporters_of, secretaries_of
from plans import figures, notices
from plans.editing.turns import hold_round
from plans.figures import Figure
from plans.models import Acceptance, Notice, ProgressReport, Round
from plans.models.activity import Status
from plans.permissions import may_enter_on_behalf, may_report

State, Kind = ProgressReport.State, ProgressReport.Kind
PLAIN = ("kind", "status", "executed", "without_evidence")
TEXTS = ("done", "difficulties", "next_steps")
BEHALF = ("channel", "given_by", "given_on")
OPEN = (State.ASKED, State.DRAFT, State.RETURNED)

Answer = Mapping[str, Any]


@transaction.atomic
def save_draft(
    pk: int, answer: Answer, given: Mapping[int, Figure], *, language: str, version: int | None, by: User,
    at: datetime, key: str = "",
) -> ProgressReport:  # fmt: skip
    """Keep what was written so far: nothing is sent. Fields and values that are not named stay as they are.

    Texts are written in `language`. `key` names the form: what it saved itself never makes it stale, so an answer
    that was lost on the way does no harm. Raises Stale and Refused.
    """
    report = _open(pk, version, by, at, key)
    begun, taken_up = report.state == State.ASKED, report.state != State.DRAFT
    said = _put(report, answer, language, _on_behalf(report, by, at))
    if not (figures.put(report, given) or said):
        return report
    if taken_up:
        report.state = State.DRAFT  # what is corrected is not read by the Secretariat until it is sent again
    _save(report, key)
    if begun:
        audit.record(report.coalition, "report begun", actor=by, obj=report)
    return report


@transaction.atomic
def submit(
    pk: int, answer: Answer, given: Mapping[int, Figure], *, language: str, version: int | None, by: User,
    at: datetime, key: str = "",
) -> ProgressReport:  # fmt: skip
    """Send a report to the Secretariat, once for each form. Raises Stale, AlreadySaved, and Refused for what lacks."""
    once.spend(key)
    report = _open(pk, version, by, at, key)
    behalf = _on_behalf(report, by, at)
    _put(report, answer, language, behalf)
    if behalf and not report.channel:
        raise Refused(_("Please say who gave the answer, when, and by which channel."))
    figures.put(report, given)
    _settle(report)
    if lack := lacks(vars(report), evidence=report.evidence.exists(), said=says_something(report)):
        raise Refused(lack[1])
    report.state, report.submitted_at, report.submitted_by = State.SUBMITTED, at, by
    if not behalf:
        report.objection = ""  # the party's own answer takes the place of what it objected to
    _save(report, key)
    act = "report entered on behalf" if behalf else "report sent"
    audit.record(report.coalition, act, actor=by, obj=report)
    if behalf:
        told = reporters_of(report.coalition, [report.party], report.coalition.day_of(at))
        _tell(Notice.Kind.ON_BEHALF, report, told.get(report.party_id, []), by, at)
    return report


@transaction.atomic
def withdraw(pk: int, *, version: int | None, by: User, at: datetime) -> ProgressReport:
    """Take back what was sent, as long as nobody has reviewed it: it is a draft again."""
    report = _locked(pk, version)
    _check_right(report, by, at)
    if _on_behalf(report, by, at) and not report.channel:
        raise Refused(_("The party sent this report itself: please send it back with a note instead."))
    if report.state != State.SUBMITTED:
        raise Refused(_("Only a report that was sent and not reviewed yet can be withdrawn."))
    return _back_to_draft(report, "report withdrawn", by)


@transaction.atomic
def report_again(pk: int, *, version: int | None, by: User, at: datetime) -> ProgressReport:
    """Open an accepted report again while its round is open. What was accepted counts until the new one is."""
    report = _locked(pk, version)
    _check_right(report, by, at)
    if report.state != State.ACCEPTED:
        raise Refused(_("Only a report that was accepted can be reported again."))
    return _back_to_draft(report, "report opened again", by)


@transaction.atomic
def object_to(pk: int, text: str, *, version: int | None, by: User, at: datetime) -> ProgressReport:
    """The party says that it does not agree with what was entered on its behalf; the Secretariat is told."""
    report = _locked(pk, version)
    if not may_report(by, report, report.coalition.day_of(at)):
        raise Refused(_("You do not report for this party (any more)."))
    if not report.channel:
        raise Refused(_("Nothing was entered on behalf of your party here."))
    if not text.strip():
        raise Refused(_("Please write what you object to."))
    report.objection = text.strip()
    versions.save(report)
    audit.record(report.coalition, "objection made", actor=by, obj=report)
    _tell(
        Notice.Kind.OBJECTION,
        report,
        secretaries_of(report.coalition_id, report.coalition.day_of(at)),
        by,
        at,
    )
    return report


def why_locked(round: Round) -> str:
    """Why nothing is received in a round, and whom to ask; "" while it is open."""
    if round.opened_at is None:
        return _("This round has not been opened yet.")
    if round.closed_at is None:
        return ""
    day = date_format(round.plan.coalition.day_of(round.closed_at), "DATE_FORMAT")
    contact = round.plan.coalition.contact
    if contact:
        text = _(
            "The round was closed on {day}. To report all the same, please write to the Secretariat: {contact}."
        )
        return text.format(day=day, contact=contact)
    text = _("The round was closed on {day}. To report all the same, please write to the Secretariat.")
    return text.format(day=day)


def lacks(said_of: Mapping[str, Any], *, evidence: bool, said: bool) -> tuple[str, str] | None:
    """What keeps a report from being sent: the field and the words; None where nothing does. Pure."""
    if said_of.get("kind"):
        return None
    if not said:
        words = _("The report says nothing yet. If nothing happened, please choose that answer: it is one.")
        return "kind", words
    done = said_of.get("status") == Status.COMPLETED or said_of.get("executed") == 100
    if done and not evidence and not said_of.get("without_evidence"):
        return "without_evidence", _("Completed: please add evidence, or write here why there is none.")
    return None


def says_something(report: ProgressReport) -> bool:
    """Whether any field or value of a report holds something."""
    texts = (getattr(report, f"{name}_{code}") for name in TEXTS for code in figures.LANGUAGES)
    if report.status or report.executed is not None or any(texts):
        return True
    return report.measurements.exists()


def accepted_before(report: ProgressReport, *, own: bool = False) -> Acceptance | None:
    """The last version that was accepted of the party for the activity in an earlier round; `own`: or in this one."""
    return accepted_before_each([report], own=own).get(report.pk)


def accepted_before_each(asked: Collection[ProgressReport], *, own: bool = False) -> dict[int, Acceptance]:
    """For each of these reports that has one, what was accepted last before it; one query."""
    rows = Acceptance.objects.filter(
        current=True,
        report__activity__in={report.activity_id for report in asked},
        report__party__in={report.party_id for report in asked},
    ).select_related("report__round__period")
    pairs: dict[tuple[int, int], list[Acceptance]] = {}
    for one in rows.order_by("report__round__period__end", "accepted_at", "pk"):
        pairs.setdefault((one.report.activity_id, one.report.party_id), []).append(one)
    last = {}
    for report in asked:
        for one in pairs.get((report.activity_id, report.party_id), []):
            earlier = one.report.round.period.end <= report.round.period.end
            if earlier and (own or one.report_id != report.pk):
                last[report.pk] = one
    return last


def _settle(report: ProgressReport) -> None:
    """What "nothing happened" and "same as last time" say: the status and percent accepted last, and its values."""
    if not report.kind:
        return
    before = accepted_before(report)
    if report.kind == Kind.SAME and before is None:
        raise Refused(_("Nothing was accepted before, so there is nothing to say the same of."))
    report.status = before.status if before else None
    report.executed = before.executed if before else None
    report.without_evidence = before.without_evidence if before else ""
    for name in ("difficulties", "next_steps"):
        for code in figures.LANGUAGES:
            setattr(report, f"{name}_{code}", "")
    asked = figures.asked_of(report)
    again = figures.as_before(asked) if report.kind == Kind.SAME else {}
    figures.put(report, figures.none_of(asked) | again)


def _put(report: ProgressReport, answer: Answer, language: str, behalf: bool) -> bool:
    """Write the named fields into the row; says whether any holds something else now."""
    new = {name: answer[name] for name in PLAIN if name in answer}
    new |= {f"{name}_{language}": answer[name] for name in TEXTS if name in answer}
    whole = behalf and all(answer.get(name) for name in BEHALF)
    if whole or not behalf:
        new |= {name: answer[name] if whole else None if name == "given_on" else "" for name in BEHALF}
    changed = versions.differing(report, new)
    if "executed" in new and report.executed != new["executed"]:
        changed.append("executed")  # 0 is something else than nothing
    for name in changed:
        setattr(report, name, new[name])
    return bool(changed)


def _open(pk: int, version: int | None, by: User, at: datetime, key: str) -> ProgressReport:
    """The report, locked, where it can be written."""
    report = _locked(pk, version, key)
    _check_right(report, by, at)
    if report.state not in OPEN:
        raise Refused(
            _("This report was sent already. To change it, please withdraw it or report again first.")
        )
    return report


def _locked(pk: int, version: int | None, key: str = "") -> ProgressReport:
    hold_round(pk)
    related = ("activity", "party", "coalition", "round__period", "round__plan__coalition")
    rows = ProgressReport.objects.select_related(*related)
    try:
        return versions.lock(rows, pk, version)
    except versions.Stale as stale:
        last = stale.row.history.first()
        if key and last and last.history_change_reason == once.named(key):
            return stale.row
        raise


def _check_right(report: ProgressReport, by: User, at: datetime) -> None:
    if not may_report(by, report, report.coalition.day_of(at)) and not may_enter_on_behalf(
        by, report, report.coalition.day_of(at)
    ):
        raise Refused(_("You do not report for this party (any more)."))
    if why := why_locked(report.round):
        raise Refused(why)


def _on_behalf(report: ProgressReport, by: User, at: datetime) -> bool:
    return not may_report(by, report, report.coalition.day_of(at))


def _back_to_draft(report: ProgressReport, act: str, by: User) -> ProgressReport:
    report.state, report.submitted_at, report.submitted_by = State.DRAFT, None, None
    versions.save(report)
    audit.record(report.coalition, act, actor=by, obj=report)
    return report


def _save(report: ProgressReport, key: str) -> None:
    report._change_reason = once.named(key)  # type: ignore[attr-defined]
    versions.save(report)


def _tell(kind: str, report: ProgressReport, users: Any, by: User, at: datetime) -> None:
    notices.tell(kind, report.round, users, report, by=by, at=at)
