"""Figures of plans as they stand on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import (
    Avg,
    Case,
    CharField,
    Count,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Least, NullIf
from django.db.models.lookups import Contains, Exact

from coalitions.languages import Text, shown
from coalitions.models import Coalition, User
from plans.models import Acceptance, Activity, Plan, Settlement, Share
from plans.models.activity import Status
from plans.models.plan import ShareReading
from plans.status import OPEN, Meaning, Tally, meaning_of, tally


@dataclass(frozen=True)
class PlanCard:
    """A plan in a list: how many of its activities have a reported status. `stated` is the state in words, or None."""

    slug: str
    title: Text
    start: date
    end: date
    stated: str | None
    activities: int
    reported: int


@dataclass(frozen=True)
class Standing:
    """How many activities stand how (unknown apart, law 1), and how many of those reported are late."""

    tally: Tally
    late: int


Counted = tuple[str | None, int, int]
NOTHING = Standing(tally([]), 0)


def portfolio(user: User, language: str, on: date) -> list[tuple[Coalition, list[PlanCard]]]:
    """The coalitions that the user may see on that day, each with its plans, the newest first; three queries."""
    plans = Plan.objects.visible_to(user, on).order_by("coalition__slug", "-start", "pk")
    standings = by_plan(Activity.objects.visible_to(user, on), on)
    cards: dict[int, list[PlanCard]] = {}
    for coalition, rows in groupby(plans, lambda plan: plan.coalition_id):
        cards[coalition] = [_card(plan, language, standings.get(plan.pk, NOTHING)) for plan in rows]
    return [(coalition, cards.get(coalition.pk, [])) for coalition in Coalition.objects.visible_to(user, on)]


def _card(plan: Plan, language: str, standing: Standing) -> PlanCard:
    return PlanCard(
        slug=plan.slug,
        title=shown(plan, "title", language),
        start=plan.start,
        end=plan.end,
        stated=stated(plan),
        activities=standing.tally.total,
        reported=standing.tally.reported,
    )


def stated(plan: Plan) -> str | None:
    """A plan's state in words, or as its document prints it; None where neither is known."""
    return plan.get_state_display() if plan.state else plan.state_printed or None


def by_plan(activities: QuerySet[Activity], on: date) -> dict[int, Standing]:
    """How the activities of each plan stand on the day; one query. Plans without activities are absent."""
    found: dict[int, list[Counted]] = {}
    rows = with_standing(activities, on).order_by().values_list("plan", "standing")
    for plan, standing, count, late in rows.annotate(Count("pk"), Sum("late")):
        found.setdefault(plan, []).append((standing, count, late))
    return {plan: _standing(counted) for plan, counted in found.items()}


def together(activities: QuerySet[Activity], on: date) -> Standing:
    """How all these activities stand on the day; one query."""
    rows = with_standing(activities, on).order_by().values_list("standing")
    return _standing(rows.annotate(Count("pk"), Sum("late")))


def _standing(counted: Iterable[Counted]) -> Standing:
    counts, overdue = dict.fromkeys(Meaning, 0), 0
    for standing, count, late in counted:
        counts[meaning_of(standing)] += count
        overdue += late
    return Standing(Tally(counts, sum(counts.values())), overdue)


def with_standing(activities: QuerySet[Activity], on: date) -> QuerySet[Any]:
    """The activities with `standing`, their status on the day (None: not reported), and `late`.

    Stated or settled by the day, else told by the accepted reports of the latest round, else read off the executed
    shares: the same reading as a report's (`annual_report.standing`), in SQL; a test holds the two together. The day
    of a plan that is over is its end.
    """
    day = Least(Value(on), F("plan__end"))
    stated = Q(status__isnull=False) & (Q(status_on__isnull=True) | Q(status_on__lte=day))
    standing = Case(
        When(_withheld("status"), then=None),
        When(stated, then=F("status")),
        default=Coalesce(_settled(on), _told(on), _executed(on)),
        output_field=CharField(),
    )
    late = Q(standing__in=list(OPEN), end__lt=day)
    stood: QuerySet[Any] = activities.annotate(standing=standing)
    return stood.annotate(late=Case(When(late, then=1), default=0))


def _withheld(field: str, column: str = "withheld") -> Q:
    """Whether a field is withheld from publication; both databases write the list of their names alike."""
    return Q(Contains(Cast(column, TextField()), Value(f'"{field}"')))


def _settled(on: date) -> Subquery:
    """The latest status that was settled for the activity."""
    rows = Settlement.objects.filter(
        activity=OuterRef("pk"), status__isnull=False, round__period__end__lte=on
    )
    rows = rows.filter(round__period__end__lte=OuterRef("plan__end"))
    return Subquery(rows.order_by("-round__period__end", "-round_id").values("status")[:1])


def _told(on: date) -> Subquery:
    """What the accepted reports of the latest round say: one status where they agree, else by their average level."""
    end, opened = "report__round__period__end", "report__round"
    accepted = Acceptance.objects.filter(report__activity=OuterRef("pk"), current=True)
    dated = accepted.filter(**{f"{end}__lte": on}).filter(**{f"{end}__lte": OuterRef("plan__end")})
    told = dated.values(end, opened).order_by(f"-{end}", f"-{opened}")
    reported = told.annotate(kinds=Count("status", distinct=True), one=Max("status"), level=Avg("executed"))
    # The average is rounded to a tenth before it is read.
    said = Case(When(kinds=1, then=F("one")), default=_level("level", Decimal("99.95"), Decimal("0.05")))
    return Subquery(reported.annotate(said=said).values("said")[:1])


def _executed(on: date) -> Case:
    """What the executed shares say: the sum of their parts, or the last running level (T3)."""
    known = Share.objects.filter(
        ~_withheld("executed", "activity__withheld"),
        activity=OuterRef("pk"),
        executed__isnull=False,
        period__start__lte=on,
    ).filter(period__start__lte=OuterRef("plan__end"))
    part = known.order_by().values("activity").annotate(level=Sum("executed"))
    running = known.order_by("-period__start", "-period__end", "-pk").annotate(level=F("executed"))
    reading = Coalesce(NullIf("share_reading", Value("")), F("plan__share_reading"))
    said = [Subquery(rows.annotate(said=_level("level")).values("said")[:1]) for rows in (part, running)]
    return Case(When(Exact(reading, Value(ShareReading.RUNNING)), then=said[1]), default=said[0])


def _level(name: str, whole: Decimal = Decimal(100), some: Decimal = Decimal(0)) -> Case:
    """`plans.status.status_of_level` in SQL: `whole` and what is above it is completed, `some` or none not started."""
    begun = {f"{name}__gte": some} if some else {f"{name}__gt": 0}
    return Case(
        When(**{f"{name}__gte": whole}, then=Value(Status.COMPLETED)),
        When(**begun, then=Value(Status.IN_PROGRESS)),
        When(**{f"{name}__isnull": False}, then=Value(Status.NOT_STARTED)),
        output_field=CharField(),
    )
