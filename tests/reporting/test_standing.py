"""The status of an activity in SQL, for many plans at once, is that of its report."""

import random
from datetime import date
from decimal import Decimal

import pytest

from plans.models import Activity, Round, Share
from reporting.annual_report import content
from reporting.annual_report.layout import activities_of
from reporting.dashboards import with_standing
from tests.factories import make_activity, make_objective, make_party, make_plan, make_report

pytestmark = pytest.mark.django_db
LEVELS = [None, 0, Decimal("0.04"), Decimal("0.05"), 40, Decimal("99.94"), Decimal("99.95"), 100, 150]
STATUSES = [None, None, "completed", "in_progress", "not_started", "suspended", "cancelled", "unfinished"]
DAYS = [date(2026, 2, 10), date(2026, 6, 30), date(2026, 7, 1), date(2026, 11, 20), date(2027, 3, 1)]


def make_random_plan(chance, activities):
    """A plan in which every source of a status speaks or is silent, agrees or not, is withheld or not."""
    plan = make_plan(share_reading=chance.choice(["part", "running"]))
    line, periods = make_objective(plan), list(plan.periods.all())
    parties = [make_party(plan.coalition) for _ in range(2)]
    rounds = [Round.objects.create(plan=plan, period=period, due=period.end) for period in periods[:3]]
    for _ in range(activities):
        activity = make_activity(
            line,
            status=chance.choice(STATUSES) if chance.random() < 0.4 else None,
            status_on=chance.choice([None, date(2026, 5, 1)]),
            share_reading=chance.choice(["", "", "part", "running"]),
            withheld=chance.choice([[], [], [], ["status"], ["executed"], ["title"]]),
        )
        for period in chance.sample(periods, chance.randint(0, 3)):
            level = chance.choice(LEVELS)
            Share.objects.create(activity=activity, period=period, programmed=25, executed=level)
        for row in chance.sample(rounds, chance.randint(0, 2)):
            for party in chance.sample(parties, chance.randint(1, 2)):
                make_report(
                    row, activity, party, state=chance.choice(["accepted", "submitted"]),
                    status=chance.choice(STATUSES), executed=chance.choice(LEVELS[:-1]),
                )  # fmt: skip
    return plan


@pytest.mark.parametrize("seed", range(4))
def test_status_and_lateness_are_those_of_the_report(seed):
    plan = make_random_plan(random.Random(seed), 30)
    for on in DAYS:
        report = content.build(plan, language="es", on=min(on, plan.end))
        entries = [entry for line in report.lines for entry in activities_of(line)]
        rows = with_standing(Activity.objects.filter(plan=plan), on).order_by("objective", "position")
        found = [(row.standing or "not_reported", bool(row.late)) for row in rows]
        assert found == [(entry.status, entry.late) for entry in entries]
        assert len({status for status, _ in found}) > 3
