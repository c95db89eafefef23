"""The number of queries of a report does not grow with its rows."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.models import Activity, Indicator, Measurement, Note, Plan, Responsibility, Share
from reporting.annual_report.content import build
from tests.factories import make_objective, make_party, make_plan

pytestmark = pytest.mark.django_db


def plan_with(activities):
    """A plan of so many activities, each with a party, a share, an indicator with a value, and a note."""
    plan = make_plan()
    objective, party = make_objective(plan), make_party(plan.coalition)
    first = plan.periods.first()
    rows = Activity.objects.bulk_create(
        Activity(
            objective=objective, position=number, code=f"1.{number}", title_es=f"Jornada {number}",
            start=date(2026, 1, 1), end=date(2026, 3, 31),
        )
        for number in range(1, activities + 1)
    )  # fmt: skip
    indicators = Indicator.objects.bulk_create(
        Indicator(objective=objective, position=row.position, name_es="Jornadas realizadas", rule="sum")
        for row in rows
    )
    Responsibility.objects.bulk_create(
        Responsibility(activity=row, party=party, role="responsible") for row in rows
    )
    Share.objects.bulk_create(Share(activity=row, period=first, programmed=100, executed=50) for row in rows)
    through = Indicator.activities.through
    through.objects.bulk_create(
        through(indicator=indicator, activity=row) for indicator, row in zip(indicators, rows, strict=True)
    )
    Measurement.objects.bulk_create(
        Measurement(indicator=indicator, party=party, on=date(2026, 3, 31), value=1, accepted=True)
        for indicator in indicators
    )
    Note.objects.bulk_create(
        Note(
            coalition=plan.coalition,
            plan=plan,
            activity=row,
            key=f"N{row.position}",
            found_es="Código repetido",
        )
        for row in rows
    )
    return plan


def queries_for(activities):
    plan = Plan.objects.get(pk=plan_with(activities).pk)
    with CaptureQueriesContext(connection) as captured:
        report = build(plan, language="es", on=date(2026, 7, 1))
    assert (report.glance.activities, report.glance.indicators.count) == (activities, activities)
    return len(captured)


def test_one_three_and_three_hundred_activities_take_as_many_queries():
    counts = [queries_for(activities) for activities in (1, 3, 300)]
    assert len(set(counts)) == 1
    assert counts[0] <= 26
