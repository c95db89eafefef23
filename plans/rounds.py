"""The rounds of a plan: planned for its whole term, opened, adjusted, extended, closed, opened again (T7, R3).

Every act takes the plan's turn, so that two secretaries at once make one calendar and one opening. `at` is the moment
of the act; the day that it falls on is the coalition's own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from coalitions import audit, versions
from coalitions.languages import store
from coalitions.models import User
from coalitions.refusal import Refused
from plans import notices, periods, settling
from plans.editing.turns import turn
from plans.models import Notice, Period, Plan, ProgressReport, Round
from plans.models.plan import Unit
from plans.schedule import Span, columns

Kind = Notice.Kind
State = ProgressReport.State
Key = tuple[int, int]
"""(activity, party)"""
ONCE = "once"
"""One round for the whole term, in place of a unit of the calendar."""


@dataclass(frozen=True)
class Line:
    """A round of the calendar: one that is there, or (without `row`) one that would be made."""

    start: date
    end: date
    due: date
    row: Round | None = None
    period: Period | None = None


@dataclass(frozen=True)
class Opening:
    """How a round is opened: its day, a message by language, and whether partners were proposed too."""

    due: date
    message: Mapping[str, str] = field(default_factory=dict)
    partners_too: bool = False


def lines(plan: Plan, unit: str = "", days: int = 0) -> list[Line]:
    """The rounds that are there and those that the unit would add, in order of time; two queries."""
    there = list(plan.rounds.select_related("period").order_by("period__start", "period__end", "pk"))
    held = {(row.period.start, row.period.end) for row in there}
    found = [Line(row.period.start, row.period.end, row.due, row, row.period) for row in there]
    if unit:
        known = {(row.start, row.end): row for row in plan.periods.all()}
        absent = [span for span in _spans(plan, unit) if span not in held]
        found += [Line(*span, span[1] + timedelta(days=days), None, known.get(span)) for span in absent]
    return sorted(found, key=lambda line: (line.start, line.end))


def _spans(plan: Plan, unit: str) -> list[Span]:
    spans = [(plan.start, plan.end)] if unit == ONCE else columns(plan.start, plan.end, unit)
    return spans if len(spans) <= periods.MOST else []


def plan_rounds(plan: Plan, unit: str, days: int, *, version: int | None, by: User | None) -> int:
    """Make the rounds of the whole term that are not there, with their periods; returns how many.

    `unit` is a unit of the calendar, or ONCE. Raises Stale where the plan was changed since the preview.
    """
    with turn(plan) as held:
        versions.lock(Plan.objects.all(), held.pk, version)
        absent = [line for line in lines(held, unit, days) if line.row is None]
        if not absent:
            return 0
        stored = Unit.YEAR if unit == ONCE else unit
        periods.add_missing(held, [(line.start, line.end) for line in absent], stored, by=by)
        found = {(row.start, row.end): row for row in held.periods.all()}
        made = [Round(plan=held, period=found[line.start, line.end], due=line.due) for line in absent]
        bulk_create_with_history(made, Round, batch_size=200)
        audit.record(held.coalition, "rounds planned", actor=by, obj=held, change={"number": len(made)})
        return len(made)


def remove_planned(plan: Plan, keys: Collection[int], *, by: User) -> int:
    """Take planned rounds out of the calendar; those that were opened meanwhile stay. Returns how many went."""
    with turn(plan) as held:
        rows = list(held.rounds.filter(pk__in=keys, opened_at=None))
        for row in rows:
            row.delete()
        if rows:
            audit.record(held.coalition, "rounds removed", actor=by, obj=held, change={"number": len(rows)})
        return len(rows)


@contextmanager
def _held(call: Round, *states: str) -> Iterator[Round]:
    """The round as it stands now, in the plan's turn. Raises Refused where it is in none of these states."""
    with turn(call.plan) as plan:
        row = Round.objects.select_related("period").get(pk=call.pk)
        row.plan = plan
        if row.state not in states:
            raise Refused(_REFUSALS[row.state]())
        yield row


_REFUSALS = {
    Round.State.PLANNED: lambda: _("This round is not open yet."),
    Round.State.OPEN: lambda: _("This round is open: somebody opened it meanwhile. Nothing was done a second time."),
    Round.State.CLOSED: lambda: _("This round is closed: somebody closed it meanwhile."),
}  # fmt: skip


def open_round(call: Round, wanted: Collection[Key], how: Opening, *, by: User, at: datetime) -> Round:
    """Ask these pairs of activity and party for reports, and write to whoever reports for them.

    One report in state asked is written for each pair, so that "not reported" stays true after members change.
    """
    with _held(call, Round.State.PLANNED) as row:
        _put_due(row, how.due, at)
        if not wanted:
            raise Refused(_("Nobody would be asked. Tick at least one activity of a party."))
        store(row, "message", how.message)
        row.partners_too, row.opened_at = how.partners_too, at
        row.save()
        asked = _ask(row, wanted)
        _say(row, "round opened", by, reports=len(asked))
        _tell(Kind.OPENED, row, by, at)
        return row


def adjust(
    call: Round, wanted: Collection[Key], seen: str, *, by: User, at: datetime
) -> tuple[list[Key], list[Key]]:
    """Let an open round ask exactly these pairs, beside those that something was written for; returns both changes.

    `seen` is `seen_of` the round when the page was made. Who is asked now gets the mail of the opening.
    """
    with _held(call, Round.State.OPEN) as row:
        if seen_of(row) != seen:
            raise Refused(
                _("The list was changed while you looked at it. Look again at what you want to change.")
            )
        there = {(one.activity_id, one.party_id) for one in row.reports.all()}
        asked = _ask(row, set(wanted) - there)
        dropped = [one for one in untouched(row) if (one.activity_id, one.party_id) not in wanted]
        unasked = sorted((one.activity_id, one.party_id) for one in dropped)
        for one in dropped:
            one.delete()
        settling.settle_left(row, {activity for activity, _party in unasked}, by=by, at=at)
        if asked or unasked:
            _say(row, "round adjusted", by, asked=asked, unasked=unasked)
        parties = {party for _activity, party in asked}
        lists = notices.asked_of(row, notices.TO_REPORT, row.plan.coalition.day_of(at))
        told = [user for user, reports in lists.items() if parties & {one.party_id for one in reports}]
        notices.tell(Kind.OPENED, row, told, by=by, at=at)
        return asked, unasked


def untouched(call: Round) -> QuerySet[ProgressReport]:
    """The reports that nobody has written anything in: these alone can be taken back."""
    bare = {"evidence": None, "acceptances": None, "notices": None}
    return call.reports.filter(state=State.ASKED, version=1, **bare).order_by("pk")


def seen_of(call: Round) -> str:
    """What a page shows of who is asked, as a short text that differs where that does."""
    rows = call.reports.order_by("activity", "party").values_list("activity", "party", "version", "state")
    return versions.digest(list(rows))


def extend(call: Round, due: date, reason: str, *, by: User, at: datetime) -> None:
    """Give an open round another day, and tell whoever has something to report."""
    with _held(call, Round.State.OPEN) as row:
        before = row.due
        if due == before:
            raise Refused(_("This is the day that it has already."))
        _put_due(row, due, at)
        row.save()
        _say(row, "round extended", by, reason, **{"from": str(before), "to": str(due)})
        _tell(Kind.EXTENDED, row, by, at, reason)


def close(call: Round, reason: str, *, by: User, at: datetime) -> None:
    """Take no more reports. What was asked and never came stays "not reported"; whoever had begun is told."""
    with _held(call, Round.State.OPEN) as row:
        row.closed_at = at
        row.save()
        _say(row, "round closed", by, reason, reports=row.reports.count())
        _tell(Kind.CLOSED, row, by, at, reason)


def reopen(call: Round, due: date, reason: str, *, by: User, at: datetime) -> None:
    """Take reports again until another day. Nothing that was accepted changes."""
    with _held(call, Round.State.CLOSED) as row:
        _put_due(row, due, at)
        row.closed_at = None
        row.save()
        _say(row, "round reopened", by, reason, to=str(due))
        _tell(Kind.REOPENED, row, by, at, reason)


def remind(call: Round, *, by: User | None, at: datetime) -> list[Notice]:
    """Remind whoever still has something to report; a person once a day, however often it is asked for."""
    with _held(call, Round.State.OPEN) as row:
        made = _tell(Kind.REMINDER, row, by, at)
        if made:
            _say(row, "reminders sent", by, number=len(made))
        return made


def _ask(call: Round, wanted: Iterable[Key]) -> list[Key]:
    """Write the reports that are asked for. Raises Refused where a key is none of the plan's or coalition's."""
    keys = sorted(wanted)
    activities = {row.pk: row for row in call.plan.activities.all()}
    parties = {row.pk: row for row in call.plan.coalition.parties.all()}
    if any(activity not in activities or party not in parties for activity, party in keys):
        raise Refused(_("An activity or a party is not there any more. Look again at who is asked."))
    made = [
        ProgressReport(round=call, activity=activities[activity], party=parties[party])
        for activity, party in keys
    ]
    if made:
        bulk_create_with_history(made, ProgressReport, batch_size=200)
    return keys


def _put_due(call: Round, due: date, at: datetime) -> None:
    if due < call.plan.coalition.day_of(at):
        raise Refused(_("This day is past. Choose today or a later day."))
    call.due = due


def _say(call: Round, act: str, by: User | None, reason: str = "", **change: Any) -> None:
    audit.record(call.plan.coalition, act, actor=by, obj=call, reason=reason, change=change)


def _tell(kind: str, call: Round, by: User | None, at: datetime, reason: str = "") -> list[Notice]:
    users = notices.asked_of(call, notices.states_of(kind), call.plan.coalition.day_of(at))
    return notices.tell(kind, call, users, by=by, at=at, values={"reason": reason} if reason else {})
