"""What is asked of a person, across parties and coalitions: in the order in which it waits, and why some is locked."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from plans.models import Plan
from reporting import asked
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_seat,
    make_user,
)

pytestmark = pytest.mark.django_db
ON = date(2026, 4, 3)
CLOSED = datetime(2026, 4, 1, 12, tzinfo=UTC)


def asked_of(party, state="asked", *, plan=None, **fields):
    """A report that a round of a new plan asks of the party, or of the given plan: its open one, or its closed one."""
    plan = plan or make_plan(party.coalition)
    there = plan.rounds.filter(closed_at=fields.get("closed_at")).first()
    round = there or make_round(period=plan.periods.filter(rounds=None).order_by("start").first(), **fields)
    return make_report(
        round, make_activity(make_objective(round.plan), responsible=[party]), party, state=state
    )


def told(user):
    """Per coalition, each round with its locked sentence (whether there is one) and the states of its groups."""

    def states(call):
        return [task.mark for group in call.groups for task in group.tasks if task.mark]

    return [
        (place.name.text, [(bool(call.locked), states(call)) for call in place.calls])
        for place in asked.places(user, "en", ON)
    ]


def test_it_reaches_across_parties_and_coalitions():
    user = make_user()
    first = make_seat(make_coalition(name_en="First"), role="focal_point", user=user)
    second = make_seat(make_coalition(name_en="Second"), role="delegate", user=user)
    asked_of(first.party, due=date(2026, 4, 20))
    asked_of(second.party, "returned", due=date(2026, 4, 10))
    asked_of(make_party(first.coalition))
    assert told(user) == [("Second", [(False, ["returned"])]), ("First", [(False, ["asked"])])]


def test_an_office_is_asked_by_the_seat_that_holds_it():
    coalition = make_coalition(name_en="Offices")
    plan = make_plan(coalition)
    secretary = make_seat(coalition).user
    president = make_seat(coalition, role="presidency").user
    for kind, user in (("secretariat", secretary), ("presidency", president), ("vice_presidency", president)):
        asked_of(make_party(coalition, kind=kind), plan=plan)
        assert told(user)
    assert told(secretary) == [("Offices", [(False, ["asked"])])]
    assert told(make_seat(coalition, role="reader").user) == []


def test_a_closed_round_is_locked_and_says_whom_to_ask_as_long_as_the_plan_runs():
    seat = make_seat(make_coalition(name_en="Banks", contact="st@example.org"), role="focal_point")
    plan = make_plan(seat.coalition)
    asked_of(seat.party, "draft", plan=plan, closed_at=CLOSED)
    asked_of(seat.party, "accepted", plan=plan, closed_at=CLOSED)
    asked_of(seat.party, plan=plan)
    assert told(seat.user) == [("Banks", [(False, ["asked"]), (True, ["draft"])])]
    client = Client(headers={"accept-language": "en"})
    client.force_login(seat.user)
    text = client.get("/asked/").text
    assert "closed on 1 April 2026" in text and "st@example.org" in text
    plan.state = Plan.State.CLOSED
    plan.save()
    assert told(seat.user) == [("Banks", [(False, ["asked"])])]


def test_the_percentage_accepted_before_stands_beside():
    seat = make_seat(role="focal_point")
    report = asked_of(seat.party)
    period = report.round.plan.periods.create(unit="quarter", start=date(2025, 10, 1), end=date(2025, 12, 31))
    earlier = make_round(period=period, closed_at=CLOSED)
    make_report(earlier, report.activity, seat.party, state="accepted", executed="37.5")
    (place,) = asked.places(seat.user, "en", ON)
    assert [task.last for group in place.calls[0].groups for task in group.tasks] == ["37,5\u00a0%"]


@pytest.mark.parametrize("many", [1, 4])
def test_it_costs_the_same_queries(many, django_assert_num_queries):
    seat = make_seat(role="focal_point")
    plan = make_plan(seat.coalition)
    for _ in range(many):
        asked_of(seat.party, plan=plan)
        asked_of(seat.party, "draft", plan=plan, closed_at=CLOSED)
        make_activity(make_objective(plan), responsible=[seat.party])
    with django_assert_num_queries(3):
        asked.places(seat.user, "en", ON)


def test_the_page_leads_to_every_report_and_says_when_nothing_is_asked():
    seat = make_seat(role="focal_point")
    client = Client(headers={"accept-language": "en"})
    client.force_login(seat.user)
    assert "Nothing is asked of you" in client.get("/asked/").text
    report = asked_of(seat.party)
    assert f'href="/reports/{report.pk}/"' in client.get("/asked/").text
    home = client.get("/").text
    assert f'href="/reports/{report.pk}/"' in home and 'href="/asked/"' in home
