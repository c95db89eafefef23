"""What is asked of a reader: the reports of the open rounds, for the parties the reader reports for (T7-T9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import Text, shown
from coalitions.models import User
from coalitions.permissions import parties_reported_for
from plans.models import Activity, Period, ProgressReport, Responsibility, Round
from plans.models.activity import Status
from reporting.annual_report.wording import day_in_words, period_name

State = ProgressReport.State


@dataclass(frozen=True)
class Task:
    """One activity of a round: what is to be done with it, or why nothing is (`why`, for one that is not asked)."""

    code: str
    title: Text
    party: Text
    mark: str = ""
    word: str = ""
    note: str = ""
    why: str = ""


@dataclass(frozen=True)
class Group:
    """Tasks in the same state, under its heading."""

    title: Promise | str
    tasks: list[Task]


@dataclass(frozen=True)
class Call:
    """An open round of one plan. `days_left` is below zero once the day is past; reports are still taken."""

    plan: Text
    slug: str
    period: str
    due: date
    days_left: int
    groups: list[Group]


@dataclass(frozen=True)
class Reader:
    """For whom and when a page is made."""

    user: User
    language: str
    on: date


# What waits for the reader comes first; what waits for the Secretariat, and what is done, after it.
GROUPS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("Returned with a note"), (State.RETURNED,)),
    (gettext_lazy("To report"), (State.DRAFT, State.ASKED)),
    (gettext_lazy("Sent, waiting for the Secretariat"), (State.SUBMITTED,)),
    (gettext_lazy("Done"), (State.ACCEPTED,)),
)


def calls(user: User, language: str, on: date) -> dict[int, list[Call]]:
    """The open rounds that concern the reader's parties, by coalition, the first due first; three queries."""
    reader = Reader(user, language, on)
    reports, others = list(_asked(reader)), list(_not_asked(reader))
    rounds = {report.round: report.activity.coalition_id for report in reports}
    found: dict[int, list[Call]] = {}
    for row, coalition in sorted(rounds.items(), key=lambda item: (item[0].due, item[0].pk)):
        found.setdefault(coalition, []).append(_call(row, reports, others, reader))
    return found


def _asked(reader: Reader) -> Iterable[ProgressReport]:
    rows = ProgressReport.objects.visible_to(reader.user, reader.on)
    rows = rows.filter(
        party__in=parties_reported_for(reader.user, reader.on),
        round__opened_at__isnull=False,
        round__closed_at__isnull=True,
    )
    related = ("round__period", "round__plan", "activity", "party")
    return rows.select_related(*related).order_by("round", "activity__position", "party__position", "pk")


def _not_asked(reader: Reader) -> Iterable[Responsibility]:
    """Activities for which the reader's parties answer, in plans with an open round that does not ask for them."""
    opened = Round.objects.filter(
        plan=OuterRef("activity__plan"), opened_at__isnull=False, closed_at__isnull=True
    )
    told = ProgressReport.objects.filter(
        activity=OuterRef("activity"), party=OuterRef("party"),
        round__opened_at__isnull=False, round__closed_at__isnull=True,
    )  # fmt: skip
    mine = Q(activity__isnull=False, party__in=parties_reported_for(reader.user, reader.on))
    rows = Responsibility.objects.visible_to(reader.user, reader.on).filter(
        mine, Exists(opened), ~Exists(told)
    )
    return rows.select_related("activity", "party").order_by("activity__position", "pk")


def _call(row: Round, reports: list[ProgressReport], others: list[Responsibility], reader: Reader) -> Call:
    own = [report for report in reports if report.round_id == row.pk]
    groups = [
        Group(title, [_task(report, reader.language) for report in own if report.state in states])
        for title, states in GROUPS
    ]
    rest = [duty for duty in others if duty.activity and duty.activity.plan_id == row.plan_id]
    groups.append(Group(gettext_lazy("Not asked today"), _locked(rest, row.period, reader.language)))
    return Call(
        plan=shown(row.plan, "title", reader.language),
        slug=row.plan.slug,
        period=period_name(row.period, shown(row.period, "name", reader.language).text, reader.language),
        due=row.due,
        days_left=(row.due - reader.on).days,
        groups=[group for group in groups if group.tasks],
    )


def _task(report: ProgressReport, language: str) -> Task:
    """A report that was asked; the reviewer's note stands only while it is for the reader to answer."""
    return Task(
        code=report.activity.code,
        title=shown(report.activity, "title", language),
        party=shown(report.party, "name", language),
        mark=report.state,
        word=str(report.get_state_display()),
        note=report.review_note if report.state == State.RETURNED else "",
    )


def _locked(rest: list[Responsibility], period: Period, language: str) -> list[Task]:
    tasks = []
    for (activity, party), _duties in groupby(rest, key=lambda duty: (duty.activity, duty.party)):
        if activity is not None:
            title, name = shown(activity, "title", language), shown(party, "name", language)
            tasks.append(Task(activity.code, title, name, why=_why_not(activity, period)))
    return tasks


def _why_not(activity: Activity, period: Period) -> str:
    """Why a round does not ask for an activity, as far as the rows tell."""
    if activity.status == Status.COMPLETED:
        return _("Completed. If something changed, please write to the Secretariat.")
    if activity.status == Status.CANCELLED:
        return _("Cancelled.")
    if activity.start and activity.start > period.end:
        return _("It begins on %(day)s.") % {"day": day_in_words(activity.start)}
    return _("This round does not ask for it.")
