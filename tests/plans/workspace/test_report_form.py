"""The form of a report and its page: what a focal point, a secretary and everybody else get of it."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.models import Acceptance, Measurement, ProgressReport
from tests.access.sent import sent
from tests.factories import (
    give_second_step,
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_seat,
    make_user,
)

pytestmark = pytest.mark.django_db
DOUBLE_POSTS = 200 if os.environ.get("PROOF") else 10


@pytest.fixture
def report():
    """Asked of a city in an open round, with a value; `report.focal` answers for it."""
    plan = make_plan(make_coalition(contact="st@example.org"), slug="riberas")
    seat = make_seat(plan.coalition, role="focal_point")
    row = make_report(make_round(plan), make_activity(make_objective(plan)), seat.party)
    row.focal = seat.user
    row.indicator = make_indicator(activities=[row.activity], name_en="Sampling points at work")
    return row


def client_of(user, language="en"):
    client = Client(headers={"accept-language": language})
    client.force_login(give_second_step(user) if user.is_staff else user)
    return client


def address(report, act="progress_report"):
    return reverse(act, args=[report.pk])


def filled(client, report, query="", **fields):
    """The form as a browser would send it after somebody has typed."""
    data = sent(client.get(address(report) + query))
    return data | {"status": ["in_progress"], "done": ["Se midió."], "act": ["submit"]} | {
        name.replace("__", "-"): [value] for name, value in fields.items()
    }  # fmt: skip


def value_of(report):
    return f"figure-{report.indicator.pk}-value"


def now(report):
    return ProgressReport.objects.get(pk=report.pk)


# It works, without any script ------------------------------------------------------------------------------


def test_a_focal_point_reports(report):
    client = client_of(report.focal, "es")
    data = filled(client, report, executed="45 %", difficulties="Lluvias.", next_steps="Seguir.")
    answer = client.post(address(report), data | {value_of(report): "1,5"}, follow=True)
    assert answer.status_code == 200
    row = now(report)
    assert (row.state, row.status, row.executed) == ("submitted", "in_progress", 45)
    assert (row.done_es, row.difficulties_es, row.next_steps_es) == ("Se midió.", "Lluvias.", "Seguir.")
    assert list(Measurement.objects.values_list("value", "accepted", "on")) == [
        (Decimal("1.5"), False, date(2026, 3, 31))
    ]
    assert "Lluvias." in answer.text and 'data-forget="' in answer.text


def test_a_draft_is_kept_and_the_form_shows_it_again(report):
    client = client_of(report.focal)
    client.post(address(report), filled(client, report, act="save", executed="12,5"))
    assert (now(report).state, now(report).done_en) == ("draft", "Se midió.")
    data = sent(client.get(address(report)))
    assert (data["executed"], data["done"], data["status"]) == (["12.5"], ["Se midió."], ["in_progress"])


def test_texts_stay_in_the_language_in_which_they_were_begun(report):
    client_of(report.focal, "es").post(
        address(report), filled(client_of(report.focal, "es"), report, act="save")
    )
    client = client_of(report.focal, "en")
    client.post(address(report), filled(client, report, done="Se midió dos veces."))
    assert (now(report).done_es, now(report).done_en or "") == ("Se midió dos veces.", "")


def test_the_coalitions_own_words_and_what_was_accepted_stand_beside_the_fields(report):
    report.coalition.status_words = {"in_progress": {"es": "En marcha", "en": "Under way"}}
    report.coalition.save()
    period = report.round.plan.periods.create(unit="quarter", start=date(2025, 10, 1), end=date(2025, 12, 31))
    make_report(
        make_round(period=period), report.activity, report.party, state="accepted", executed=30,
        figures=[(report.indicator, 7)],
    )  # fmt: skip
    text = client_of(report.focal).get(address(report)).text
    for words in (
        "Under way",
        "30%",
        "al menos 24",
        "latest value",
        "Same as last time",
    ):
        assert words in text, words


def test_one_activity_a_page_with_its_place_and_its_neighbours(report):
    line = report.activity.objective
    rest = [make_report(report.round, make_activity(line), report.party) for _ in range(2)]
    make_report(report.round, make_activity(line), make_party(report.coalition))
    text = client_of(report.focal).get(address(rest[0])).text
    assert "2 of 3" in text
    assert f'rel="prev" href="{address(report)}"' in text and f'rel="next" href="{address(rest[1])}"' in text


@pytest.mark.parametrize("many", [1, 3])
def test_a_form_costs_the_same_queries(report, many, django_assert_max_num_queries):
    for _ in range(many):
        make_report(report.round, make_activity(report.activity.objective), report.party)
        make_indicator(activities=[report.activity])
    client = client_of(report.focal)
    client.get(address(report))
    with django_assert_max_num_queries(25):
        client.get(address(report))


# Numbers and figures as people type them -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("45 %", 45),
        ("1,5", Decimal("1.5")),
        ("12.5%", Decimal("12.5")),
        ("0", 0),
        ("", None),
        ("1 200", 1200),
    ],
)
def test_numbers_are_read_as_people_type_them(report, typed, kept):
    client = client_of(report.focal)
    client.post(address(report), filled(client, report) | {value_of(report): typed})
    assert [one.value for one in Measurement.objects.all()] == ([] if kept is None else [kept])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1.200", "can be read as"),
        ("tres", "is not a number"),
        ("1e309", "is not a number"),
        ("1,2345678", "round"),
    ],
)
def test_what_is_doubtful_is_asked_and_the_rest_is_kept_as_a_draft(report, typed, words):
    client = client_of(report.focal)
    answer = client.post(address(report), filled(client, report) | {value_of(report): typed})
    assert (answer.status_code, now(report).state, now(report).done_en) == (422, "draft", "Se midió.")
    assert words in answer.text and f'value="{typed}"' in answer.text
    data = sent(answer)
    data |= {value_of(report): ["1200"], "act": ["submit"]}
    assert client.post(address(report), data).status_code == 302
    assert now(report).state == "submitted"


def test_a_kept_number_of_three_decimals_can_be_sent_again(report):
    client = client_of(report.focal)
    client.post(address(report), filled(client, report, act="save") | {value_of(report): "1,2340"})
    data = sent(client.get(address(report)))
    assert client.post(address(report), data | {"act": "submit"}).status_code == 302
    assert Measurement.objects.get().value == Decimal("1.234")


@pytest.mark.parametrize(("typed", "fine"), [("140", False), ("-1", False), ("100", True), ("12,345", False)])
def test_a_percentage_is_from_nought_to_a_hundred(report, typed, fine):
    client = client_of(report.focal)
    why = "El acta se firma en mayo."
    answer = client.post(address(report), filled(client, report, executed=typed, without_evidence=why))
    assert answer.status_code == (302 if fine else 422)


def test_parts_a_ratio_a_list_and_a_milestone(report):
    activity = [report.activity]
    report.indicator.breakdown = {"actor": ["público", "privado"]}
    report.indicator.save()
    ratio = make_indicator(activities=activity, rule="ratio")
    names = make_indicator(activities=activity, rule="list")
    counted = make_indicator(activities=activity, rule="members")
    milestone = make_indicator(activities=activity, kind="milestone", target=("hecho", "done", None))
    client = client_of(report.focal)
    key = f"figure-{report.indicator.pk}-"
    data = filled(client, report) | {
        f"{key}value": "5", f"{key}part-0": "2", f"{key}part-1": "2",
        f"figure-{ratio.pk}-top": "3", f"figure-{ratio.pk}-below": "4",
        f"figure-{names.pk}-value": "Río Claro\nRío Hondo",
        f"figure-{counted.pk}-value": "1",
        f"figure-{milestone.pk}-value": "1", f"figure-{milestone.pk}-on": "2026-02-20",
    }  # fmt: skip
    answer = client.post(address(report), data, follow=True)
    assert "do not add up" in answer.text
    found = {one.indicator_id: one for one in Measurement.objects.all()}
    assert found[report.indicator.pk].parts == {"actor: público": 2, "actor: privado": 2}
    assert (found[ratio.pk].value, found[ratio.pk].parts) == (
        Decimal("0.75"),
        {"numerator": 3, "denominator": 4},
    )
    assert (found[names.pk].text_en, found[names.pk].value) == ("Río Claro\nRío Hondo", None)
    assert found[counted.pk].value == 1
    assert (found[milestone.pk].value, found[milestone.pk].on) == (1, date(2026, 2, 20))


def test_half_a_ratio_and_a_day_outside_are_asked_again(report):
    ratio = make_indicator(activities=[report.activity], rule="ratio")
    milestone = make_indicator(activities=[report.activity], kind="milestone")
    client = client_of(report.focal)
    data = filled(client, report) | {
        f"figure-{ratio.pk}-top": "3", f"figure-{milestone.pk}-value": "1", f"figure-{milestone.pk}-on": "2031-01-01",
    }  # fmt: skip
    answer = client.post(address(report), data)
    assert answer.status_code == 422
    assert "both numbers" in answer.text and "not between" in answer.text


def test_completed_without_evidence_needs_a_reason(report):
    client = client_of(report.focal)
    answer = client.post(address(report), filled(client, report, status="completed"))
    assert answer.status_code == 422 and "why there is none" in answer.text
    data = sent(answer) | {"without_evidence": ["El acta llega en mayo."], "act": ["submit"]}
    assert client.post(address(report), data).status_code == 302
    assert now(report).without_evidence == "El acta llega en mayo."


def test_nothing_happened_is_an_answer(report):
    client = client_of(report.focal)
    data = filled(client, report, kind="nothing", status="", done="")
    assert client.post(address(report), data).status_code == 302
    assert (now(report).kind, now(report).state) == ("nothing", "submitted")


# Once, and never over somebody else ------------------------------------------------------------------------


def test_sent_many_times_it_is_sent_once(report):
    client = client_of(report.focal)
    data = filled(client, report)
    answers = {client.post(address(report), data).status_code for _ in range(DOUBLE_POSTS)}
    assert answers == {302}
    assert (now(report).state, now(report).version) == ("submitted", 2)
    assert ProgressReport.objects.count() == 1


def autosave(client, report, data):
    return client.post(
        address(report), {k: v for k, v in data.items() if k != "act"}, headers={"accept": "application/json"}
    )


def test_what_is_typed_is_saved_by_the_way(report):
    client = client_of(report.focal)
    data = filled(client, report)
    answer = autosave(client, report, data | {"executed": "abc"})
    assert answer.status_code == 200
    told = answer.json()
    assert (told["version"], list(told["errors"])) == (2, ["executed"])
    assert (now(report).done_en, now(report).state) == ("Se midió.", "draft")
    # The answer was lost on the way: the same form may save again with the version that it knows.
    assert autosave(client, report, data | {"done": "Más."}).json()["version"] == 3


def test_two_people_at_once_both_see_both_versions(report):
    delegate = make_seat(role="delegate", party=report.party, user=make_user(name="Bruno Sol")).user
    ana, bruno = client_of(report.focal), client_of(delegate)
    mine, theirs = filled(ana, report, done="De Ana."), filled(bruno, report, done="De Bruno.", act="save")
    bruno.post(address(report), theirs)
    assert autosave(ana, report, mine).status_code == 409
    answer = ana.post(address(report), mine)
    assert answer.status_code == 409
    for words in ("De Ana.", "De Bruno.", "Bruno Sol"):
        assert words in answer.text
    assert now(report).done_en == "De Bruno."
    data = sent(answer)
    assert "theirs" not in data and data["done"] == ["De Ana."]
    assert ana.post(address(report), data | {"theirs": ["done"], "act": ["submit"]}).status_code == 302
    assert (now(report).state, now(report).done_en) == ("submitted", "De Bruno.")


def test_a_stale_form_that_says_the_same_is_no_conflict(report):
    client = client_of(report.focal)
    first, second = filled(client, report, act="save"), filled(client, report)
    client.post(address(report), first)
    assert client.post(address(report), second).status_code == 302
    assert now(report).state == "submitted"


def test_what_was_sent_meanwhile_is_not_overwritten_and_the_text_is_kept(report):
    client = client_of(report.focal)
    first, second = filled(client, report), filled(client, report, done="Otra versión.")
    client.post(address(report), first)
    answer = client.post(address(report), second)
    assert answer.status_code == 409 and "Otra versión." in answer.text
    assert now(report).done_en == "Se midió."


# Rights ----------------------------------------------------------------------------------------------------


def test_a_right_withdrawn_between_looking_and_sending_keeps_the_text(report):
    client = client_of(report.focal)
    data = filled(client, report, done="Texto largo.")
    seat = report.focal.seats.get()
    seat.ended_on = timezone.localdate()
    seat.save()
    answer = client.post(address(report), data)
    assert answer.status_code == 404 and "Texto largo." in answer.text
    assert report.activity.title_es not in answer.text
    make_seat(report.coalition, role="reader", user=report.focal)
    answer = client.post(address(report), data)
    assert answer.status_code == 403 and "Texto largo." in answer.text
    assert autosave(client, report, data).status_code == 403
    assert (now(report).state, now(report).version) == ("asked", 1)


def test_a_round_closed_between_looking_and_sending_keeps_the_text_and_says_whom_to_ask(report):
    client = client_of(report.focal)
    data = filled(client, report, done="Texto largo.")
    report.round.closed_at = datetime(2026, 4, 20, tzinfo=UTC)
    report.round.save()
    answer = client.post(address(report), data)
    assert answer.status_code == 409
    assert "Texto largo." in answer.text and "st@example.org" in answer.text
    page = client.get(address(report)).text
    assert "20 April 2026" in page and "st@example.org" in page and 'id="report"' not in page


def test_strangers_and_other_seats(report):
    stranger = client_of(make_seat(role="focal_point").user)
    other = client_of(make_seat(report.coalition, role="focal_point").user)
    for act in ("progress_report", "withdraw_report", "report_again", "object_to_report"):
        assert stranger.post(address(report, act), {"done": "x"}).status_code == 404
        assert other.post(address(report, act), {"done": "x"}).status_code == 403
        if act != "progress_report":
            assert client_of(report.focal).get(address(report, act)).status_code == 405
    assert stranger.get(address(report)).status_code == 404
    assert other.get(address(report)).status_code == 403
    absent = stranger.post("/reports/999999/", {"done": "x"})
    hidden = stranger.post(address(report), {"done": "x"})
    told = [len(one.text.replace(one.request["PATH_INFO"], "")) for one in (absent, hidden)]
    assert told[0] == told[1]
    assert now(report).version == 1


def test_foreign_keys_in_a_valid_post_are_refused(report):
    foreign = make_indicator()
    sibling = make_indicator(make_objective(report.round.plan))
    client = client_of(report.focal)
    for other in (foreign, sibling):
        data = filled(client, report) | {f"figure-{other.pk}-value": "5"}
        answer = client.post(address(report), data)
        assert (answer.status_code, Measurement.objects.count()) == (422, 0)
    data = filled(client, report)
    client.post(address(report), data | {"party": "1", "round": "1", "state": "accepted", "activity": "1"})
    row = now(report)
    assert (row.state, row.party_id, row.activity_id) == ("submitted", report.party_id, report.activity_id)


# Withdrawing, reporting again, on behalf, objecting --------------------------------------------------------


def version(report):
    return {"version": now(report).version}


def test_withdraw_and_report_again(report):
    client = client_of(report.focal)
    client.post(address(report), filled(client, report))
    assert "Withdraw" in client.get(address(report)).text
    assert client.post(address(report, "withdraw_report"), {"version": 1}).status_code == 409
    assert client.post(address(report, "withdraw_report"), version(report)).status_code == 302
    assert now(report).state == "draft"
    row = now(report)
    row.state = "accepted"
    row.save()
    Acceptance.of(row, at=timezone.now()).save()
    assert "Report again" in client.get(address(report)).text
    assert client.post(address(report, "report_again"), version(report)).status_code == 302
    assert 'id="report"' in client.get(address(report)).text


def test_the_secretariat_enters_an_answer_and_the_party_objects(report):
    secretary = client_of(make_seat(report.coalition, user=make_user(name="Sonia Vega")).user)
    assert "on behalf" in secretary.get(address(report)).text
    data = filled(secretary, report, "?on_behalf")
    answer = secretary.post(address(report), data)
    assert answer.status_code == 422 and now(report).state == "draft"
    data = sent(answer) | {
        "given_by": ["Luis Alba"],
        "given_on": ["2026-04-02"],
        "channel": ["meeting"],
        "act": ["submit"],
    }
    assert secretary.post(address(report), data).status_code == 302
    focal = client_of(report.focal)
    page = focal.get(address(report)).text
    for words in ("Luis Alba", "2 April 2026", "meeting", "Entered on behalf", "Sonia Vega"):
        assert words in page, words
    said = version(report) | {"text": "No dijimos eso."}
    assert focal.post(address(report, "object_to_report"), version(report)).status_code == 409
    assert focal.post(address(report, "object_to_report"), said).status_code == 302
    for client in (focal, secretary):
        assert "No dijimos eso." in client.get(address(report)).text


def test_the_secretariat_does_not_read_what_was_not_sent(report):
    client = client_of(report.focal)
    client.post(address(report), filled(client, report, act="save", done="Borrador a medias."))
    assert "Borrador a medias." not in client_of(make_seat(report.coalition).user).get(address(report)).text


def test_the_page_tells_what_became_of_a_report(report):
    client = client_of(report.focal)
    client.post(address(report), filled(client, report))
    row = now(report)
    row.state, row.review_note_en = "returned", "On which day?"
    row.save()
    assert "On which day?" in client.get(address(report)).text
    client.post(address(report), filled(client, report, done="El 3 de marzo."))
    row = now(report)
    row.state = "accepted"
    row.save()
    Acceptance.of(row, at=timezone.now(), correction="40 instead of 45: typing error.", current=False).save()
    figures = [{"indicator": report.indicator.pk, "value": "9", "parts": {}, "text": ""}]
    Acceptance.of(row, at=timezone.now(), executed=Decimal(41), figures=figures).save()
    text = client.get(address(report)).text
    for words in (
        "Sent",
        "Returned with a note",
        "On which day?",
        "Accepted",
        "typing error",
        "41",
        "counts now",
    ):
        assert words in text, words
    assert "Sampling points at work" in text


@pytest.mark.django_db(transaction=True)
def test_sent_at_the_same_moment_it_is_sent_once(report):
    client = client_of(report.focal)
    data = filled(client, report)

    def post(_number):
        try:
            own = Client(headers={"accept-language": "en"})
            own.cookies = client.cookies
            return own.post(address(report), data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(post, range(DOUBLE_POSTS)))
    assert answers == {302}
    assert (now(report).state, now(report).history.filter(state="submitted").count()) == ("submitted", 1)
