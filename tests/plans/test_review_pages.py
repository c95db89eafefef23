"""The pages of the review: the queue, one report, one value of several; who opens them, and what they answer."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from coalitions import once
from plans.models import Acceptance, Notice, ProgressReport, Settlement
from tests.factories import (
    make_activity,
    make_indicator,
    make_objective,
    make_party,
    make_report,
    make_round,
    make_seat,
)
from tests.plans.reviewing import accept, make_desk, make_document, sent, taken_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    desk = make_desk()
    client.force_login(desk.ana)
    return desk


def queue_of(client, desk, query=""):
    return client.get(f"/plans/{desk.plan.slug}/review/{query}")


def listed(answer):
    return [line.report for line in answer.context["lines"]]


def post(client, path, again=1, **values):
    values.setdefault(once.FIELD, once.new_key())
    for _time in range(again):
        answer = client.post(path, values)
    return answer


def decide(client, report, act, again=1, **values):
    return post(client, f"/reports/{report.pk}/review/{act}/", again, **{"version": report.version} | values)


# The queue


def test_what_waits_comes_first_and_what_is_being_written_stands_nowhere(client, desk):
    rows = {
        state: make_report(desk.round, make_activity(desk.line), desk.city, state=state)
        for state in ("accepted", "returned", "submitted", "draft", "asked")
    }
    assert listed(queue_of(client, desk)) == [rows["submitted"], rows["returned"], rows["accepted"]]


def test_filters_narrow_the_queue_and_a_foreign_value_narrows_nothing(client, desk):
    other_line, other_city = make_objective(desk.plan), make_party(desk.coalition)
    mine = sent(desk)
    behalf = sent(
        desk, make_activity(other_line), other_city, channel="telephone", given_by="Mario Lago",
        given_on=desk.round.due,
    )  # fmt: skip
    objected = sent(desk, make_activity(other_line))
    accept(objected, desk.ana)
    objected = taken_up(objected, state="accepted", objection="No dijimos eso.")
    queries = {
        f"?party={desk.city.pk}": {mine, objected},
        f"?line={other_line.pk}": {behalf, objected},
        "?behalf=on": {behalf},
        "?objection=on": {objected},
        "?state=accepted": {objected},
        "?state=waiting": {mine, behalf, objected},
        f"?round={desk.round.pk}": {mine, behalf, objected},
        "?party=999999&state=nonsense": {mine, behalf, objected},
    }
    for query, expected in queries.items():
        assert set(listed(queue_of(client, desk, query))) == expected, query
    page = queue_of(client, desk).content.decode()
    assert "teléfono" in page and "Mario Lago" not in page


def test_untouched_ones_are_accepted_together_once(client, desk):
    reports = [sent(desk, make_activity(desk.line)) for _ in range(3)]
    ticks = [f"{row.pk}:{row.version}" for row in reports]
    taken_up(reports[2])
    answer = post(client, f"/plans/{desk.plan.slug}/review/accept/", again=2, listed=[*ticks, "1:2:3", "x"])
    assert answer.status_code == 302 and Acceptance.objects.count() == 2
    page = queue_of(client, desk).content.decode()
    assert reports[2].activity.code in page


@pytest.mark.parametrize("number", [1, 8])
def test_queue_and_report_cost_the_same_with_more_rows(client, desk, number):
    indicator = make_indicator(activities=[desk.activity])
    for _ in range(number):
        party = make_party(desk.coalition)
        report = sent(desk, party=party, figures=[(indicator, 3)], evidence=[make_document(desk.coalition)])
    for path, most in (
        (f"/plans/{desk.plan.slug}/review/", 22),
        (f"/reports/{report.pk}/review/", 38),
        (f"/plans/{desk.plan.slug}/settle/", 18),
    ):
        client.get(path)
        with CaptureQueriesContext(connection) as made:
            assert client.get(path).status_code == 200
        assert len(made) <= most, (path, len(made))


# One report


def test_values_are_read_as_their_kind_asks_for_them(client, desk):
    share = make_indicator(activities=[desk.activity], rule="ratio")
    milestone = make_indicator(activities=[desk.activity], kind="milestone")
    report = sent(desk, figures=[(share, Decimal("0.625")), (milestone, 1)])
    report.measurements.filter(indicator=share).update(parts={"numerator": "1500.5", "denominator": 2400})
    page = client.get(f"/reports/{report.pk}/review/").content.decode()
    assert "1.500,5 / 2.400" in page and "alcanzado el 31 de marzo de 2026" in page
    assert ": numerator" not in page
    fields = {
        "status": "in_progress",
        "executed": "45",
        "done_es": "Primer taller.",
        "correction": "Faltaba uno.",
    }
    for name in ("v{}p0", "v{}p1"):
        assert f'name="{name.format(report.measurements.get(indicator=share).pk)}"' in page
    measured = report.measurements.get(indicator=share)
    values = {f"v{measured.pk}p0": "1200,1250", f"v{measured.pk}p1": "2400"}
    values[f"v{report.measurements.get(indicator=milestone).pk}"] = "1"
    assert decide(client, report, "correct", **fields | values).status_code == 302
    measured.refresh_from_db()
    assert (measured.value, measured.parts) == (
        Decimal("0.500052"),
        {"numerator": "1200.125", "denominator": 2400},
    )


def test_a_number_that_can_be_read_in_two_ways_is_asked_about_in_a_correction_too(client, desk):
    indicator = make_indicator(activities=[desk.activity])
    report = sent(desk, figures=[(indicator, 3)])
    key, fields = f"v{report.measurements.get().pk}", {"status": "in_progress", "executed": "40"}
    fields |= {"done_es": "Primer taller.", "correction": "Eran más."}
    assert decide(client, report, "correct", **fields | {key: "1.200"}).status_code == 200
    assert decide(client, report, "correct", **fields | {key: "1200"}).status_code == 302
    assert report.measurements.get().value == 1200


def test_a_report_stands_beside_what_was_accepted_before(client, desk):
    indicator = make_indicator(activities=[desk.activity], name_es="Personas formadas", rule="sum")
    accept(sent(desk, figures=[(indicator, 12)]), desk.ana)
    later = desk.plan.periods.order_by("start")[1]
    from_now = sent(
        desk, round=make_round_on(desk, later), executed=80, figures=[(indicator, 17)], done_es="Tercer taller."
    )  # fmt: skip
    answer = client.get(f"/reports/{from_now.pk}/review/")
    page = answer.content.decode()
    for words in (
        "40\xa0%",
        "80\xa0%",
        "40 puntos más",
        "5 más",
        "al menos 24",
        "de 12 a 29",
        "Tercer taller.",
    ):
        assert words.replace("\xa0", "&nbsp;") in page or words in page, words
    assert "no reportado" in page or "no reportada" in page or "no informado" in page


def make_round_on(desk, period):
    return make_round(desk.plan, period=period)


def test_accepting_opens_the_next_one(client, desk):
    first, second = sent(desk), sent(desk, make_activity(desk.line))
    answer = decide(client, first, "accept", again=2)
    assert answer.status_code == 302 and answer["Location"] == f"/reports/{second.pk}/review/"
    assert decide(client, second, "accept")["Location"] == f"/plans/{desk.plan.slug}/review/"
    assert Acceptance.objects.count() == 2


def test_a_correction_is_typed_and_its_reason_asked_for(client, desk):
    indicator = make_indicator(activities=[desk.activity])
    report = sent(desk, figures=[(indicator, 17)])
    value = report.measurements.get()
    said = {"status": "in_progress", "executed": "35,5", f"v{value.pk}": "16", "done_es": "Primer taller."}
    answer = decide(client, report, "correct", **said)
    assert answer.status_code == 200 and "correction" in answer.context["form"].errors
    assert "35,5" in answer.content.decode()
    assert decide(client, report, "correct", correction="El acta dice otra cosa.", **said).status_code == 302
    accepted = Acceptance.objects.get()
    assert (str(accepted.executed), accepted.figures[0]["value"]) == ("35.50", "16")


@pytest.mark.parametrize("percent", ["101", "mucho", "-1"])
def test_an_impossible_percent_is_refused_with_the_text_kept(client, desk, percent):
    report = sent(desk)
    answer = decide(client, report, "correct", executed=percent, correction="Así dice.")
    assert answer.status_code == 200 and "Así dice." in answer.content.decode()
    assert not Acceptance.objects.exists()


def test_a_return_asks_for_its_note_and_tells_the_person(client, desk):
    report = sent(desk)
    answer = decide(client, report, "return", office_note="Llamar el lunes.")
    assert answer.status_code == 200 and "Llamar el lunes." in answer.content.decode()
    decide(client, report, "return", again=2, note="Falta la lista.", office_note="Llamar el lunes.")
    assert ProgressReport.objects.get(pk=report.pk).state == "returned"
    assert Notice.objects.get().user == desk.mario


def test_of_two_reviewers_the_second_sees_the_first_and_keeps_her_text(client, desk):
    report = sent(desk)
    version = report.version
    taken_up(report, executed=90)
    answer = decide(client, report, "return", version=version, note="Falta la lista.")
    assert answer.status_code == 409 and "Falta la lista." in answer.content.decode()
    assert decide(client, report, "accept", version="x").status_code == 409
    assert not Acceptance.objects.exists()


def test_a_report_taken_back_by_its_party_shows_nothing_of_its_draft(client, desk):
    report = taken_up(sent(desk), state="draft", done_es="Todavía escribo esto.")
    answer = decide(client, report, "return", note="Falta la lista.")
    page = answer.content.decode()
    assert answer.status_code == 200 and "Todavía escribo esto." not in page and "Falta la lista." in page
    stale = decide(client, report, "correct", version=1, executed="10", correction="Según el acta.")
    assert stale.status_code == 409
    assert (
        "Todavía escribo esto." not in stale.content.decode() and "Según el acta." in stale.content.decode()
    )


def test_whoever_wrote_it_reads_why_she_does_not_accept_it(client, desk):
    report = sent(desk, submitted_by=desk.ana, channel="mail", given_by="Mario Lago", given_on=desk.round.due)
    page = client.get(f"/reports/{report.pk}/review/")
    assert (
        page.context["verdict"].refusal
        and f"/reports/{report.pk}/review/accept/" not in page.content.decode()
    )
    assert decide(client, report, "accept").status_code == 200 and not Acceptance.objects.exists()


def test_one_person_alone_is_asked_why(client, desk):
    desk.coalition.four_eyes = "never"
    desk.coalition.save()
    report = sent(desk, submitted_by=desk.ana)
    assert 'name="alone"' in client.get(f"/reports/{report.pk}/review/").content.decode()
    assert decide(client, report, "accept").status_code == 200
    assert decide(client, report, "accept", alone="").status_code == 200
    assert decide(client, report, "accept", alone="No hay otra persona.").status_code == 302
    assert Acceptance.objects.get().alone == "No hay otra persona."


# Who may


@pytest.mark.parametrize("act", ["", "accept/", "correct/", "return/"])
def test_a_report_is_reviewed_by_its_secretariat_alone(client, desk, act):
    report = sent(desk)
    path = f"/reports/{report.pk}/review/{act}"
    for user, expected in ((desk.mario, 403), (make_seat().user, 404)):
        client.force_login(user)
        answer = client.get(path) if not act else client.post(path, {"version": 1, "note": "No."})
        assert answer.status_code == expected
    assert ProgressReport.objects.get(pk=report.pk).state == "submitted"


def test_ids_of_another_plan_are_no_help(client, desk):
    foreign = make_desk()
    theirs = sent(foreign)
    accept(sent(foreign, party=make_party(foreign.coalition)), foreign.ana)
    post(client, f"/plans/{desk.plan.slug}/review/accept/", listed=f"{theirs.pk}:1")
    path = f"/plans/{desk.plan.slug}/settle/{foreign.round.pk}/{foreign.activity.pk}/"
    assert client.get(path).status_code == 404 and post(client, path, executed="5").status_code == 404
    assert Acceptance.objects.count() == 1 and not Settlement.objects.exists()


# One value of several


def test_one_value_is_settled_once_from_what_several_reported(client, desk):
    parties = [desk.city, make_party(desk.coalition), make_party(desk.coalition)]
    reports = [
        sent(desk, party=party, executed=level) for party, level in zip(parties, (40, 50, None), strict=True)
    ]
    for report in reports:
        accept(report, desk.ana)
    page = client.get(f"/plans/{desk.plan.slug}/settle/")
    assert [place.case.activity for place in page.context["open"]] == [desk.activity]
    path = f"/plans/{desk.plan.slug}/settle/{desk.round.pk}/{desk.activity.pk}/"
    form = client.get(path)
    assert 'value="45"' in form.content.decode()
    seen = form.context["case"].seen
    answer = post(client, path, seen=seen, status="in_progress", executed="60")
    assert answer.status_code == 200 and not Settlement.objects.exists()
    said = {"status": "in_progress", "executed": "60", "reason": "Pesa más la mayor."}
    assert post(client, path, again=2, seen=seen, **said).status_code == 302
    assert post(client, path, seen=seen, **said).status_code == 409
    row = Settlement.objects.get()
    assert (row.executed, row.entered, row.asked, row.reason) == (60, 3, 3, "Pesa más la mayor.")
