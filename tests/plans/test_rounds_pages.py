"""The pages of the rounds: calendar, opening with its previews, cockpit, and the acts (T7, R3, G20, S-A4, S-B2)."""

import os
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from coalitions import once
from coalitions.models import AuditEntry
from plans.models import Notice, ProgressReport, Round
from tests.factories import make_activity, make_objective, make_party, make_report, make_round, make_seat
from tests.plans.test_rounds import Scene, version

pytestmark = pytest.mark.django_db
DOUBLES = 200 if os.environ.get("PROOF") else 3
LATER = timezone.localdate() + timedelta(days=20)
MOST_QUERIES = 25


class Office(Scene):
    """The scene with its secretary at the keyboard, in English."""

    def __init__(self, client):
        super().__init__()
        self.client, self.by = client, make_seat(self.coalition).user
        client.force_login(self.by)
        client.cookies["django_language"] = "en"
        self.base = f"/plans/{self.plan.slug}/rounds/"

    def get(self, page=""):
        return self.client.get(self.base + page)

    def send(self, page, again=1, **values):
        values.setdefault(once.FIELD, once.new_key())
        for _ in range(again):
            answer = self.client.post(self.base + page, values)
        return answer

    def opens(self, again=1, **values):
        asked = [f"{activity}-{party}" for activity, party in sorted(self.pairs)]
        values = {"open": "1", "due": LATER.isoformat(), "ask": asked} | values
        return self.send(f"{self.round.pk}/open/", again, **values)

    def opened(self):
        self.opens()
        self.round.refresh_from_db()
        return f"{self.round.pk}/"


@pytest.fixture
def office(client):
    return Office(client)


# The calendar ------------------------------------------------------------------------------------------


def test_the_calendar_is_seen_before_it_is_saved_and_saved_once(office):
    assert "No round is planned yet" not in office.get().text
    page = office.get("?unit=quarter&days=10")
    assert page.text.count("would be added</small>") == 3
    assert office.plan.rounds.count() == 1
    values = {"unit": "quarter", "days": "10", "version": version(office.plan)}
    assert office.send("plan/", again=DOUBLES, **values).status_code == 302
    assert office.plan.rounds.count() == 4
    assert AuditEntry.objects.filter(act="rounds planned").count() == 1
    assert "All these rounds are there already." in office.get("?unit=quarter&days=10").text


def test_a_calendar_of_an_older_plan_is_refused_with_what_was_chosen(office):
    page = office.send("plan/", unit="month", days="3", version=version(office.plan) - 1)
    assert page.status_code == 409
    assert 'value="3"' in page.text
    assert office.plan.rounds.count() == 1


@pytest.mark.parametrize(
    "values", [{"unit": "decade", "days": "1"}, {"unit": "month", "days": "-1"}, {"unit": ""}]
)
def test_nonsense_plans_nothing(office, values):
    assert "This could not be accepted" in office.send("plan/", **values).text
    assert office.plan.rounds.count() == 1


def test_ticked_planned_rounds_are_removed(office):
    assert office.send("remove/", keys=[office.round.pk, "x"]).status_code == 302
    assert office.plan.rounds.count() == 0
    assert "No round is planned yet" in office.get().text


# Opening -----------------------------------------------------------------------------------------------


def test_the_opening_proposes_who_answers_and_tells_each_mail(office):
    make_activity(make_objective(office.plan), status="cancelled", responsible=office.cities)
    third = make_party(office.coalition, standing="member", name_es="Sin nadie")
    office.activity.responsibilities.create(party=third, role="responsible")
    page = office.get(f"{office.round.pk}/open/")
    ticked = set(re.findall(r'name="ask" value="(\d+-\d+)" checked', page.text))
    # The activities of the scene begin in the second quarter, the round is on the first.
    assert ticked == set()
    assert page.text.count("It begins on 1 April 2026.") == 2
    assert "Cancelled." in page.text

    office.round.period = office.plan.periods.order_by("start")[1]
    office.round.save()
    page = office.get(f"{office.round.pk}/open/")
    ticked = set(re.findall(r'name="ask" value="(\d+-\d+)" checked', page.text))
    first, second = (city.pk for city in office.cities)
    own, other = office.activity.pk, office.other.pk
    assert ticked == {f"{own}-{first}", f"{own}-{second}", f"{own}-{third.pk}", f"{other}-{first}"}
    assert [mail.number for mail in page.context["mails"]] == [2, 1]
    assert "2 people get a mail each" in page.text
    assert f"?party={third.pk}#invite" in page.text
    assert office.people[0].email in page.text
    (_es, spanish), (_en, english) = page.context["samples"]
    assert "2.º trimestre de 2026" in spanish[0]
    assert "Q2 2026" in english[0]
    assert Notice.objects.count() == 0


def test_the_mails_are_shown_again_for_other_ticks_and_nothing_is_opened(office):
    values = {"ask": [f"{office.activity.pk}-{office.cities[0].pk}"], "message_en": "Thank <you>"}
    page = office.send(f"{office.round.pk}/open/", preview="1", due=LATER.isoformat(), **values)
    assert page.status_code == 200
    assert [mail.user for mail in page.context["mails"]] == office.people[:1]
    assert "Thank &lt;you&gt;" in page.text
    assert page.text.count(" checked") == 1
    assert office.states() == []


def test_an_opening_sent_many_times_is_one_opening_and_one_mail_each(
    office, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert office.opens(again=DOUBLES)["Location"] == f"{office.base}{office.round.pk}/"
    assert len(office.states()) == 2
    assert office.act("round opened") == 1
    assert len(mail.outbox) == 2


def test_a_second_secretary_is_told_that_it_is_open(office):
    office.opens()
    assert office.opens(ask=[])["Location"].endswith(f"/rounds/{office.round.pk}/")
    assert len(office.states()) == 2


@pytest.mark.parametrize(
    "values", [{"ask": []}, {"due": "2020-01-01"}, {"due": "never"}, {"ask": ["1-999999"]}]
)
def test_a_refused_opening_keeps_what_was_typed(office, values):
    page = office.opens(message_es="Un aviso largo", **values)
    assert page.status_code == 200
    assert "This could not be accepted" in page.text
    assert "Un aviso largo" in page.text
    assert office.states() == []
    assert Round.objects.get(pk=office.round.pk).opened_at is None


def test_a_party_or_activity_of_another_coalition_is_refused(office):
    foreign = make_activity(responsible=[make_party(standing="member")])
    for pair in (f"{foreign.pk}-{office.cities[0].pk}", f"{office.activity.pk}-{make_party().pk}"):
        assert "not there any more" in office.opens(ask=[pair]).text
    assert ProgressReport.objects.count() == 0


def test_a_round_of_another_plan_is_not_found_under_this_one(office):
    other = make_round(opened=False)
    for page in ("", "open/", "asked/"):
        assert office.get(f"{other.pk}/{page}").status_code == 404
    for page in ("extend/", "close/", "reopen/", "remind/"):
        assert office.send(f"{other.pk}/{page}").status_code == 404


def test_a_right_that_ended_meanwhile_opens_nothing(office):
    seat = office.by.seats.get()
    seat.ended_on = date(2026, 1, 1)
    seat.save()
    assert office.opens().status_code == 404
    assert office.states() == []


# The cockpit -------------------------------------------------------------------------------------------


def test_the_cockpit_says_how_each_report_stands_and_leads_to_it(office):
    page = office.opened()
    first, second = office.round.reports.order_by("party__position")
    ProgressReport.objects.filter(pk=first.pk).update(state="submitted")
    text = office.get(page).text
    assert f'href="/reports/{first.pk}/review/"' in text
    assert f'href="/reports/{second.pk}/"' in text
    assert "2 reports were asked for from 2 parties; 1 were received." in text
    assert "Review 1 report" in text
    assert "1 of 1" in text
    assert "0 of 1" in text
    assert "Not reported" not in text


def test_what_was_asked_and_never_came_is_not_reported_once_the_round_is_closed(office):
    page = office.opened()
    assert office.send(page + "close/").status_code == 302
    text = office.get(page).text
    assert text.count("</svg>Not reported</span><span") == 2
    assert "#r-not-reported" in text
    assert "Asked" not in text
    assert "Closed round" in text
    assert office.get(page + "asked/").status_code == 302


def test_after_its_day_a_round_says_neutrally_that_reports_are_still_received(office):
    make_report(office.round, office.activity, office.cities[0])
    Round.objects.filter(pk=office.round.pk).update(
        opened_at=datetime(2026, 4, 1, tzinfo=UTC), due=date(2026, 4, 2)
    )
    assert "The day is past; reports are still received." in office.get(f"{office.round.pk}/").text


def test_the_acts_of_the_cockpit(office, django_capture_on_commit_callbacks):
    page = office.opened()
    later = (LATER + timedelta(days=5)).isoformat()
    assert "required" in office.send(page + "extend/", due=later).text
    office.send(page + "extend/", again=2, due=later, reason="Fiestas")
    assert office.act("round extended") == 1
    with django_capture_on_commit_callbacks(execute=True):
        assert office.send(page + "remind/").status_code == 302
    assert len(mail.outbox) == 2
    assert "2 reminders are on their way." in office.get(page).text
    office.send(page + "remind/")
    assert "Everybody concerned was reminded today already." in office.get(page).text
    office.send(page + "close/", reason="Plenaria")
    assert "This round is closed" in office.send(page + "close/").text
    office.send(page + "reopen/", due=later, reason="Un acta")
    office.round.refresh_from_db()
    assert (office.round.state, office.round.due.isoformat()) == ("open", later)


def test_who_is_asked_is_changed_on_a_page_of_its_own(office):
    page = office.opened()
    shown = office.get(page + "asked/")
    assert shown.text.count(" checked") == 2
    ask = [f"{office.other.pk}-{office.cities[0].pk}"]
    office.send(page + "asked/", again=2, ask=ask, seen=shown.context["seen"])
    assert [f"{activity}-{party}" for activity, party, _state in office.states()] == ask
    refused = office.send(page + "asked/", ask=[], seen=shown.context["seen"])
    assert "changed while you looked at it" in refused.text
    assert office.act("round adjusted") == 1


def test_the_cockpit_shows_the_mails_that_went_and_those_that_were_held(office):
    office.coalition.invented = True
    office.coalition.save()
    text = office.get(office.opened()).text
    assert "2 held" in text
    assert "The coalition is invented: nobody is written to." in text


def test_pages_cost_the_same_queries_whatever_they_show(office):
    page = office.opened()

    def count(address):
        with CaptureQueriesContext(connection) as made:
            assert office.get(address).status_code == 200
        return len(made)

    pages = [page, page + "asked/", "", "?unit=month&days=3"]
    before = [count(one) for one in pages]
    planned = make_round(period=office.plan.periods.order_by("start")[1], opened=False)
    for _ in range(6):
        city = make_party(office.coalition, standing="member")
        make_seat(role="focal_point", party=city)
        activity = make_activity(make_objective(office.plan), responsible=[city, *office.cities])
        for party in (city, *office.cities):
            make_report(office.round, activity, party, state="accepted")
    assert [count(one) for one in pages] == before
    assert max([*before, count(f"{planned.pk}/open/")]) <= MOST_QUERIES


def test_a_table_of_40_parties_by_60_activities_can_be_posted(office):
    line = make_objective(office.plan)
    activities = [make_activity(line) for _ in range(60)]
    cities = [make_party(office.coalition, standing="member") for _ in range(40)]
    ask = [f"{activity.pk}-{city.pk}" for activity in activities for city in cities]
    assert office.opens(ask=ask).status_code == 302
    assert len(office.states()) == 2400
    with CaptureQueriesContext(connection) as made:
        assert office.get(f"{office.round.pk}/").text.count('role="cell"') == 40 * 61
    assert len(made) <= MOST_QUERIES


def test_somebody_who_only_reads_sees_no_tab_and_gets_no_page(office, client):
    reader = make_seat(office.coalition, role="reader").user
    client.force_login(reader)
    assert client.get(office.base).status_code == 403
    assert "/rounds/" not in client.get(f"/plans/{office.plan.slug}/").text
