"""One value for an activity and round: settled by itself from one report, by the Secretariat from several (T1-T4, T7).

The share of the round's period, and of later settled ones, and the activity's own status follow from what is settled.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from coalitions import audit, once, versions
from coalitions.models import User
from coalitions.refusal import Refused
from coalitions.versions import Stale
from plans import settled
from plans.editing import shares
from plans.editing.turns import activity_of, turn
from plans.models import Acceptance, Activity, ProgressReport, Round, Settlement
from plans.models.activity import Status
from plans.settled import Proposal

# The latest round first, then as the plan stands; parties as the coalition lists them, never by what they did.
ORDER = (
    "-round__period__end", "-round_id", "activity__position", "activity_id", "party__position", "party_id"
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """An activity of a round: what counts of its reports, and what was settled (None: nothing yet)."""

    round: Round
    activity: Activity
    reports: list[ProgressReport]
    accepted: list[Acceptance]
    settlement: Settlement | None

    @property
    def proposal(self) -> Proposal:
        return settled.propose(self.accepted, len(self.reports))

    @property
    def waits(self) -> bool:
        """Whether several reports wait for one value: none was settled, or something was accepted since."""
        if len(self.reports) < 2 or not self.accepted:
            return False
        return self.settlement is None or any(
            one.accepted_at > self.settlement.settled_at for one in self.accepted
        )

    @property
    def seen(self) -> str:
        """What a form is made from: it changes with whatever is accepted, asked or settled."""
        settlement = self.settlement and (self.settlement.settled_at, self.settlement.executed)
        return versions.digest([len(self.reports), sorted(one.pk for one in self.accepted), str(settlement)])


def cases(rounds: Iterable[Round], activity: int | None = None) -> list[Case]:
    """The activities of these rounds, in the order of the plan; three queries."""
    by_key = {row.pk: row for row in rounds}
    only = {} if activity is None else {"activity": activity}
    reports = ProgressReport.objects.filter(round__in=by_key, **only).select_related("activity", "party")
    counting = Acceptance.objects.filter(report__in=reports.values("pk"), current=True)
    accepted = {row.report_id: row for row in counting.select_related("report__party")}
    done = {
        (row.round_id, row.activity_id): row
        for row in Settlement.objects.filter(round__in=by_key, **only).select_related("settled_by")
    }
    found: dict[tuple[int, int], list[ProgressReport]] = {}
    for row in reports.order_by(*ORDER):
        found.setdefault((row.round_id, row.activity_id), []).append(row)
    return [
        Case(by_key[key[0]], rows[0].activity, rows, [accepted[r.pk] for r in rows if r.pk in accepted], done.get(key))
        for key, rows in found.items()
    ]  # fmt: skip


def settle(
    round: Round,
    activity: int,
    *,
    seen: str,
    status: str | None,
    executed: Decimal | None,
    reason: str,
    by: User,
    at: datetime,
    key: str = "",
) -> Settlement:
    """Accept one value for an activity to which several reported; another than the proposed one needs a reason.

    Raises Stale, or Refused where nothing was settled yet, if something was accepted or settled since `seen`.
    """
    with turn(round.plan) as plan:
        once.spend(key)
        case = next(iter(cases([round], activity)), None)
        if case is None or not case.accepted:
            raise Refused(_("No report on this activity was accepted in this round."))
        if case.seen != seen:
            if case.settlement:
                raise Stale(case.settlement)
            raise Refused(_("Another report was accepted meanwhile: please look at the proposal again."))
        proposal = case.proposal
        if (status, executed) != (proposal.status, proposal.executed) and not reason.strip():
            raise Refused(_("This is not what is proposed: please write why."))
        row = _write(case, status, executed, reason.strip(), by, at)
        change = {"status": status, "executed": executed, "entered": row.entered, "asked": row.asked}
        audit.record(plan.coalition, "value settled", actor=by, obj=row, reason=row.reason, change=change)
    return row


def settle_alone(report: ProgressReport, *, by: User, at: datetime) -> Settlement | None:
    """After an acceptance, in its turn: the one report of its activity and round settles it; several wait (None)."""
    (case,) = cases([report.round], report.activity_id)
    if len(case.reports) > 1 or not case.accepted:
        return None
    proposal = case.proposal
    return _write(case, proposal.status, proposal.executed, "", by, at)


def settle_left(round: Round, activities: Collection[int], *, by: User, at: datetime) -> None:
    """Where others are asked no more, in the turn of that act: the one report that is left settles by itself."""
    for case in cases([round]):
        if case.activity.pk in activities and case.settlement is None:
            settle_alone(case.reports[0], by=by, at=at)


def _write(
    case: Case, status: str | None, executed: Decimal | None, reason: str, by: User, at: datetime
) -> Settlement:
    row = case.settlement or Settlement(round=case.round, activity=case.activity)
    before = (row.status, row.executed)
    row.status, row.executed, row.reason = status, executed, reason
    row.entered, row.asked = len(case.accepted), len(case.reports)
    row.settled_at, row.settled_by = at, by
    row.save()
    activity = activity_of(case.round.plan, case.activity.pk)
    rows = list(
        activity.settlements.select_related("round__period").order_by("round__period__end", "round_id")
    )
    changed = _share(activity, case.round, rows, withdrawn=executed is None and before[1] is not None)
    if _stand(activity, case.round.period.end, before[0], rows) or changed:
        versions.save(activity)
    return row


def _share(activity: Activity, round: Round, rows: list[Settlement], *, withdrawn: bool) -> bool:
    """Let the executed shares follow; what is programmed stays. Says whether anything changed."""
    held = {share.period_id: share for share in activity.shares.select_related("period")}
    levels = {row.round.period_id: row.executed for row in rows if row.executed is not None}
    periods = {share.period_id: share.period for share in held.values()}
    periods |= {row.round.period_id: row.round.period for row in rows}
    # A year comes after the quarters within it: what it says is less what they said.
    ordered = sorted(periods.values(), key=lambda one: (one.end, -one.start.toordinal(), one.pk))
    executed = {key: share.executed for key, share in held.items()}
    emptied = withdrawn and round.period_id not in levels
    if emptied:
        executed[round.period_id] = None
    cells = [settled.Cell(one.pk, executed.get(one.pk), levels.get(one.pk)) for one in ordered]
    reading = activity.share_reading or round.plan.share_reading
    found = settled.shares(cells, reading, round.period_id) | ({round.period_id: None} if emptied else {})
    programmed = {key: share.programmed for key, share in held.items()}
    return shares.apply(activity, {key: (programmed.get(key), value) for key, value in found.items()})


def _stand(activity: Activity, end: date, before: str | None, rows: list[Settlement]) -> bool:
    """The activity's own status is the latest settled one, where it does not state a later one."""
    told = [row for row in rows if row.status]
    status, on = (told[-1].status, told[-1].round.period.end) if told else (None, None)
    ours = before is not None and (activity.status, activity.status_on) == (before, end)
    older = activity.status_on is None or (on is not None and activity.status_on <= on)
    if not (ours or (on is not None and older)) or (activity.status, activity.status_on) == (status, on):
        return False
    activity.status, activity.status_on = Status(status) if status else None, on
    return True
