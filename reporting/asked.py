"""What is asked of a reader, across parties and coalitions: what to report, what waits, what is done, and what is
locked, why, and whom to ask (T7-T9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import Text, shown
from coalitions.models import Coalition, User
from coalitions.permissions import parties_reported_for
from plans import reports
from plans.asking import why_not
from plans.models import Acceptance, Period, Plan, ProgressReport, Responsibility, Round
from plans.workspace.matrix_rows import percent
from reporting.annual_report.wording import period_name

State = ProgressReport.State


@dataclass(frozen=True)
class Task:
    """One activity of a round: what is to be done with it, or why nothing is (`why`, for one that is not asked).

    `report` is the key of its report; `last` the percentage that was accepted in an earlier round, in words.
    """

    code: str
    title: Text
    party: Text
    mark: str = ""
    word: str = ""
    note: str = ""
    why: str = ""
    report: int | None = None
    go: str = ""
    last: str = ""


@dataclass(frozen=True)
class Group:
    """Tasks in the same state, under its heading."""

    title: Promise | str
    tasks: list[Task]


@dataclass(frozen=True)
class Call:
    """A round of one plan. `days_left` is below zero once the day is past; reports are still taken, unless it is
    closed: then `locked` says so, and whom to ask."""

    plan: Text
    slug: str
    period: str
    due: date
    days_left: int
    groups: list[Group]
    locked: str = ""
    contact: str = ""

    @property
    def waiting(self) -> list[Task]:
        """What waits for the reader."""
        tasks = [task for group in self.groups for task in group.tasks]
        return [task for task in tasks if task.mark in reports.OPEN and not self.locked]


@dataclass(frozen=True)
class Place:
    """The rounds of one coalition."""

    name: Text
    invented: bool
    calls: list[Call]


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
# Of a closed round nothing is done any more: it can be read, and the Secretariat be written to.
CLOSED: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (gettext_lazy("Not accepted when the round was closed"), tuple(State)),
)

GO = {
    State.RETURNED: gettext_lazy("Correct"),
    State.DRAFT: gettext_lazy("Continue"),
    State.ASKED: gettext_lazy("Report"),
    State.SUBMITTED: gettext_lazy("See"),
    State.ACCEPTED: gettext_lazy("See"),
}
OPENED = Q(round__opened_at__isnull=False, round__closed_at__isnull=True)
# What was not accepted when its round was closed, as long as the plan runs.
LOCKED = Q(round__closed_at__isnull=False, round__plan__state=Plan.State.IN_FORCE) & ~Q(state=State.ACCEPTED)


def calls(user: User, language: str, on: date) -> dict[int, list[Call]]:
    """The open rounds that concern the reader's parties, by coalition, the first due first; three queries
    and one for what was accepted before."""
    return {key: found for key, (_row, found) in _calls(Reader(user, language, on), OPENED).items()}


def places(user: User, language: str, on: date) -> list[Place]:
    """All of it, coalition by coalition: the open rounds first, then what is locked; in as many queries."""
    found = _calls(Reader(user, language, on), OPENED | LOCKED)
    return [Place(shown(row, "name", language), row.invented, calls) for row, calls in found.values()]


def _calls(reader: Reader, which: Q) -> dict[int, tuple[Coalition, list[Call]]]:
    rows, others = list(_asked(reader, which)), list(_not_asked(reader))
    last = reports.accepted_before_each(rows)
    rounds = {one.round: one.coalition for one in rows}
    found: dict[int, tuple[Coalition, list[Call]]] = {}
    order = sorted(rounds.items(), key=lambda item: (item[0].closed_at is not None, item[0].due, item[0].pk))
    for row, coalition in order:
        own = [one for one in rows if one.round_id == row.pk]
        found.setdefault(coalition.pk, (coalition, []))[1].append(_call(row, own, others, last, reader))
    return found


def _asked(reader: Reader, which: Q) -> Iterable[ProgressReport]:
    rows = ProgressReport.objects.visible_to(reader.user, reader.on)
    rows = rows.filter(which, party__in=parties_reported_for(reader.user, reader.on))
    related = ("round__period", "round__plan__coalition", "activity", "party", "coalition")
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


def _call(
    row: Round,
    own: list[ProgressReport],
    others: list[Responsibility],
    last: dict[int, Acceptance],
    reader: Reader,
) -> Call:
    locked = reports.why_locked(row)
    groups = [
        Group(title, [_task(one, last.get(one.pk), reader.language) for one in own if _place(one) in states])
        for title, states in (CLOSED if locked else GROUPS)
    ]
    if not locked:
        rest = [duty for duty in others if duty.activity and duty.activity.plan_id == row.plan_id]
        groups.append(Group(gettext_lazy("Not asked today"), _locked(rest, row.period, reader.language)))
    return Call(
        plan=shown(row.plan, "title", reader.language),
        slug=row.plan.slug,
        period=period_name(row.period, shown(row.period, "name", reader.language).text, reader.language),
        due=row.due,
        days_left=(row.due - reader.on).days,
        groups=[group for group in groups if group.tasks],
        locked=locked,
        contact=row.plan.coalition.contact,
    )


def _place(report: ProgressReport) -> str:
    """Its state, but that a returned report which is being corrected stays among those returned."""
    return State.RETURNED if report.state == State.DRAFT and report.review_note else State(report.state)


def _task(report: ProgressReport, last: Acceptance | None, language: str) -> Task:
    """A report that was asked; the reviewer's note stands only while it is for the reader to answer."""
    return Task(
        code=report.activity.code,
        title=shown(report.activity, "title", language),
        party=shown(report.party, "name", language),
        mark=report.state,
        word=str(report.get_state_display()),
        note=report.review_note if _place(report) == State.RETURNED else "",
        report=report.pk,
        go=str(_("See") if report.round.closed_at else GO[State(report.state)]),
        last=percent(last.executed) if last and last.executed is not None else "",
    )


def _locked(rest: list[Responsibility], period: Period, language: str) -> list[Task]:
    tasks = []
    for (activity, party), _duties in groupby(rest, key=lambda duty: (duty.activity, duty.party)):
        if activity is not None:
            title, name = shown(activity, "title", language), shown(party, "name", language)
            tasks.append(
                Task(
                    activity.code,
                    title,
                    name,
                    why=why_not(activity, period) or _("This round does not ask for it."),
                )
            )
    return tasks
