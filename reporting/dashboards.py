"""Figures of plans as they stand on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Least

from coalitions.languages import Text, shown
from coalitions.models import Coalition, User
from plans.models import Activity, Plan, ProgressReport, Share


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


def portfolio(user: User, language: str, on: date) -> list[tuple[Coalition, list[PlanCard]]]:
    """The coalitions that the user may see on that day, each with its plans, the newest first; four queries."""
    plans = Plan.objects.visible_to(user, on).order_by("coalition__slug", "-start", "pk")
    activities = Activity.objects.visible_to(user, on)
    totals, reported = _by_plan(activities), _by_plan(_reported(activities, on))
    cards: dict[int, list[PlanCard]] = {}
    for coalition, rows in groupby(plans, lambda plan: plan.coalition_id):
        cards[coalition] = list(_plan_cards(rows, language, totals, reported))
    return [(coalition, cards.get(coalition.pk, [])) for coalition in Coalition.objects.visible_to(user, on)]


def _plan_cards(
    plans: Iterator[Plan], language: str, totals: dict[int, int], reported: dict[int, int]
) -> Iterator[PlanCard]:
    for plan in plans:
        yield PlanCard(
            slug=plan.slug,
            title=shown(plan, "title", language),
            start=plan.start,
            end=plan.end,
            stated=plan.get_state_display() if plan.state else plan.state_printed or None,
            activities=totals.get(plan.pk, 0),
            reported=reported.get(plan.pk, 0),
        )


def _by_plan(activities: QuerySet[Activity]) -> dict[int, int]:
    counts = activities.order_by().values("plan").annotate(count=Count("pk"))
    return {row["plan"]: row["count"] for row in counts}


def _reported(activities: QuerySet[Activity], on: date) -> QuerySet[Activity]:
    """Those whose status is known: stated by the day, told by an accepted report, or read off an executed share.

    The same reading as a report's (`annual_report.standing`), in SQL; a test holds the two together. The day of a
    plan that is over is its end.
    """
    day = Least(Value(on), F("plan__end"))
    stated = Q(status__isnull=False) & (Q(status_on__isnull=True) | Q(status_on__lte=day))
    own_day = Least(Value(on), F("activity__plan__end"))
    told = ProgressReport.objects.filter(
        Q(status__isnull=False) | Q(executed__isnull=False),
        activity=OuterRef("pk"),
        state=ProgressReport.State.ACCEPTED,
        round__period__end__lte=own_day,
    )
    executed = Share.objects.filter(
        activity=OuterRef("pk"), executed__isnull=False, period__start__lte=own_day
    )
    return activities.filter(stated | Exists(told) | Exists(executed))
