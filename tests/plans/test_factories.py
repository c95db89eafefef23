"""The rows that tests are made of hold together."""

from datetime import date

from plans.models import Activity, Indicator, Plan
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_seat,
    make_user,
)


def test_an_activity_comes_with_everything_above_it(db):
    city = make_party(standing="member")
    plan = make_plan(city.coalition)
    activity = make_activity(make_objective(plan), responsible=[city])
    indicator = make_indicator(activities=[activity])

    assert Activity.objects.get().plan == plan
    assert activity.responsibilities.get().plan == plan
    assert Indicator.objects.get().objective == activity.objective
    assert indicator.targets.get().number == 24
    assert plan.periods.count() == 4
    assert city.memberships.get().standing == "member"


def test_objectives_nest_and_follow_in_document_order(db):
    plan = make_plan(levels=("Objetivo", "Acción", "Actividad"))
    outer = make_objective(plan)
    inner = make_objective(parent=outer, code="1.1")

    assert (inner.plan, inner.level.name, inner.position) == (plan, "Acción", 2)
    assert make_activity(inner).code == "1.1.1"


def test_every_field_is_open_to_override(db):
    plan = make_plan(start=date(2025, 10, 1), end=date(2026, 9, 30), unit="month", state=None)

    assert Plan.objects.get().periods.count() == 12
    assert (plan.unit, plan.state) == ("month", None)
    assert make_coalition(slug="alcaldes").slug == "alcaldes"
    assert make_user(name="Luz", is_staff=True).is_staff


def test_a_seat_reports_for_a_party_of_its_coalition(db):
    seat = make_seat(role="focal_point")

    assert seat.party.coalition == seat.coalition
    assert make_seat(seat.coalition).role == "secretariat"
