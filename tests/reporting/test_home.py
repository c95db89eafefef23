"""Where each person begins: what is asked, what is waiting, what changed, what is missing, coalition by coalition."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from coalitions import invitations, seats
from coalitions.models import User
from plans.models import Period, ProgressReport, Round
from reporting import home
from tests.factories import (
    give_second_step,
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_seat,
    make_user,
)

pytestmark = pytest.mark.django_db
ON = date(2026, 4, 3)
NOW = datetime(2026, 4, 3, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def opened(plan, *, due=date(2026, 4, 15)):
    return Round.objects.create(
        plan=plan, period=Period.objects.filter(plan=plan).first(), due=due, opened_at=NOW
    )


def ask(call, party, state="asked", **fields):
    activity = make_activity(make_objective(call.plan), responsible=[party])
    return ProgressReport.objects.create(round=call, activity=activity, party=party, state=state, **fields)


def place_of(user, language="en", on=ON):
    (place,) = home.build(user, language, on, NOW).places
    return place


def read(user, language="en"):
    client = Client(headers={"accept-language": language})
    client.force_login(give_second_step(user))
    return client.get("/")


# What is asked of a focal point -----------------------------------------------------------------------


def test_a_focal_point_sees_what_is_asked_of_her_party_in_the_order_in_which_it_waits_for_her():
    seat = make_seat(role="focal_point")
    call = opened(make_plan(seat.coalition))
    for state in ("accepted", "submitted", "asked", "draft"):
        ask(call, seat.party, state)
    ask(call, seat.party, "returned", review_note="¿En qué fecha?")
    ask(call, make_party(seat.coalition), "asked")

    (asked,) = place_of(seat.user).calls
    assert (asked.due, asked.days_left, asked.plan.text) == (date(2026, 4, 15), 12, "Work plan 2026")
    assert [(str(group.title), [task.mark for task in group.tasks]) for group in asked.groups] == [
        ("Returned with a note", ["returned"]),
        ("To report", ["asked", "draft"]),
        ("Sent, waiting for the Secretariat", ["submitted"]),
        ("Done", ["accepted"]),
    ]
    assert asked.groups[0].tasks[0].note == "¿En qué fecha?"


def test_what_a_round_does_not_ask_for_says_why():
    seat = make_seat(role="delegate")
    call = opened(make_plan(seat.coalition))
    ask(call, seat.party)
    line = make_objective(call.plan)
    mine = {"responsible": [seat.party]}
    make_activity(line, status="completed", **mine)
    make_activity(line, status="cancelled", **mine)
    make_activity(line, start=date(2026, 7, 1), end=date(2026, 9, 30), **mine)
    (asked,) = place_of(seat.user).calls
    assert str(asked.groups[-1].title) == "Not asked today"
    assert [task.why for task in asked.groups[-1].tasks] == [
        "Completed. If something changed, please write to the Secretariat.",
        "Cancelled.",
        "It begins on 1 July 2026.",
    ]


def test_a_closed_round_asks_nothing_any_more():
    seat = make_seat(role="focal_point")
    call = opened(make_plan(seat.coalition))
    ask(call, seat.party)
    call.closed_at = NOW
    call.save()
    assert place_of(seat.user).calls == []
    assert "Nothing is asked of you at the moment." in read(seat.user).text


def test_a_seat_that_ended_is_asked_nothing():
    seat = make_seat(role="focal_point")
    ask(opened(make_plan(seat.coalition)), seat.party)
    make_seat(seat.coalition, role="reader", user=seat.user)
    seats.end(seat, by=make_user(), on=ON)
    assert place_of(seat.user).calls == []


def test_a_reader_is_asked_nothing_and_sees_the_plans():
    seat = make_seat(role="reader")
    plan = make_plan(seat.coalition)
    ask(opened(plan), make_party(seat.coalition))
    place = place_of(seat.user)
    assert (place.reports, place.calls, place.waiting, place.missing) == (False, [], None, [])
    assert [card.slug for card in place.plans] == [plan.slug]


def test_one_person_with_seats_in_two_coalitions_sees_each_with_her_role():
    seat = make_seat(role="focal_point", party=make_party(name_es="Villa Mirasol", standing="member"))
    make_seat(role="reader", user=seat.user)
    places = home.build(seat.user, "en", ON, NOW).places
    assert sorted(place.roles for place in places) == [["focal point (Villa Mirasol)"], ["reader"]]


# What waits for a Secretariat -------------------------------------------------------------------------


def test_an_empty_coalition_leads_step_by_step_to_the_first_plan():
    seat = make_seat()
    assert [step.done for step in place_of(seat.user).steps] == [False, False, False, False]
    page = read(seat.user)
    assert "From here to the first plan" in page.text
    for address in ("settings", "members", "people"):
        assert f"/c/{seat.coalition.slug}/{address}/" in page.text

    seat.coalition.contact = "sec@example.org"
    seat.coalition.save()
    make_party(seat.coalition, standing="member")
    steps = place_of(seat.user).steps
    assert [(step.done, step.next) for step in steps] == [
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]

    make_activity(make_objective(make_plan(seat.coalition)))
    assert place_of(seat.user).steps == []


def test_a_secretariat_sees_what_is_waiting():
    seat = make_seat()
    call = opened(make_plan(seat.coalition))
    for state in ("submitted", "submitted", "draft"):
        ask(call, make_party(seat.coalition), state)
    fresh, old = NOW - timedelta(days=1), NOW - timedelta(days=30)
    for email, at in (("luz@example.org", fresh), ("sol@example.org", old)):
        invitations.invite(seat.coalition, email, "reader", None, language="es", by=seat.user, now=at)
    waiting = place_of(seat.user).waiting
    assert [(queue.reports, queue.slug) for queue in waiting.queues] == [(2, call.plan.slug)]
    assert (waiting.invitations, waiting.expired) == (2, 1)
    page = read(seat.user).text
    assert (
        "2 reports sent in, to be reviewed" in page
        and f"/plans/{call.plan.slug}/review/?state=waiting" in page
    )


def test_a_secretariat_sees_what_is_missing_by_name_and_number():
    seat = make_seat()
    make_party(seat.coalition, standing="member", name_es="Puerto Calandria")
    represented = make_party(seat.coalition, standing="member")
    make_seat(role="focal_point", party=represented)
    make_party(seat.coalition, standing="observer")
    plan = make_plan(seat.coalition)
    line = make_objective(plan)
    make_activity(line)
    make_activity(line, start=None, end=None, responsible=[represented])
    whole = make_activity(line, responsible=[represented])
    make_indicator(line, activities=[whole])
    make_plan(seat.coalition, title_en="Empty plan")
    gaps = [(gap.words, gap.names) for gap in place_of(seat.user).missing]
    assert gaps[0] == ("1 member has no focal point", "Puerto Calandria")
    assert set(gaps[1:]) == {
        ("1 activity for which nobody answers", "Work plan 2026"),
        ("1 activity without a period", "Work plan 2026"),
        ("2 activities without an indicator", "Work plan 2026"),
        ("No activities yet", "Empty plan"),
    }


def test_what_stands_on_an_objective_holds_for_the_activities_under_it():
    seat = make_seat()
    party = make_party(seat.coalition)
    line = make_objective(make_plan(seat.coalition, levels=("Línea", "Acción", "Actividad")))
    make_activity(make_objective(parent=line))
    line.responsibilities.create(party=party, role="responsible")
    make_indicator(line)
    assert place_of(seat.user).missing == []


def test_what_changed_last_is_told_in_words_and_people_only_to_the_secretariat():
    seat = make_seat()
    reader = make_seat(seat.coalition, role="reader")
    seats.give(make_user(name="Luz Vega"), seat.coalition, "presidency", None, by=seat.user, on=ON)
    (act,) = place_of(seat.user).changed
    assert (act.words, act.who) == ("A seat was given", "Ana Pérez")
    assert place_of(reader.user).changed == []


# Operators and strangers ------------------------------------------------------------------------------


def test_on_an_empty_site_the_operator_is_led_to_the_first_coalition():
    page = read(User.objects.create_superuser("op@example.org"))
    assert "There is no coalition on this site yet." in page.text
    assert 'href="/operator/coalitions/new/"' in page.text


def test_an_operator_sees_coalitions_and_users_but_nothing_that_is_asked():
    seat = make_seat(role="focal_point")
    ask(opened(make_plan(seat.coalition)), seat.party)
    operator = User.objects.create_superuser("op@example.org")
    page = home.build(operator, "en", ON, NOW)
    assert (page.operator, page.users) == (True, 2)
    assert [(place.slug, place.calls, place.roles) for place in page.places] == [
        (seat.coalition.slug, [], [])
    ]


def test_somebody_without_a_seat_is_told_whom_to_ask():
    user = make_user()
    page = read(user)
    assert "You have no seat in a coalition yet." in page.text
    assert user.email in page.text


def test_every_line_of_the_navigation_opens(client):
    for user in (
        make_seat().user,
        User.objects.create_superuser("op@example.org"),
        make_seat(role="reader").user,
    ):
        page = read(user)
        assert page.context["navigation"]
        for line in page.context["navigation"]:
            client.force_login(user)
            assert client.get(line.url).status_code == 200, line.url


def test_the_navigation_follows_the_coalition_of_the_page():
    one, two = make_coalition(), make_coalition()
    user = make_seat(one).user
    make_seat(two, user=user)
    client = Client()
    client.force_login(give_second_step(user))
    assert [line.url for line in client.get("/").context["navigation"]] == ["/", "/plans/", "/admin/"]
    lines = [line.url for line in client.get(f"/c/{two.slug}/settings/").context["navigation"]]
    assert f"/c/{two.slug}/people/" in lines
    assert not any(one.slug in line for line in lines)


# Speed ------------------------------------------------------------------------------------------------


def fill(seat, rows):
    for _ in range(rows):
        plan = make_plan(seat.coalition)
        party = make_party(seat.coalition, standing="member")
        make_seat(seat.coalition, role="focal_point", party=party, user=seat.user)
        ask(opened(plan), party)
        seats.give(make_user(), seat.coalition, "reader", None, by=seat.user, on=ON)
    make_seat(role="reader", user=seat.user)


def test_the_number_of_queries_does_not_grow_with_what_there_is_to_show():
    numbers = []
    for rows in (1, 4):
        seat = make_seat()
        fill(seat, rows)
        client = Client()
        client.force_login(give_second_step(seat.user))
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/").status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 25, [query["sql"][:120] for query in queries]
