"""The list of warnings: by kind, linked to their rows, kept with a reason, opened again (G18)."""

import pytest

from plans.completeness import findings
from plans.models import Note
from tests.factories import make_activity
from tests.plans.workspace_rows import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    return make_office(client)


def key(office, kind):
    return next(one.key for one in findings(office.plan) if one.kind == kind)


def test_warnings_stand_by_kind_and_lead_to_their_rows(office):
    answer = office.get("warnings/")
    assert [len(lines) for _words, lines in answer.context["groups"]] == [1, 1]
    assert f'href="/plans/{office.plan.slug}/matrix/#a{office.activity.pk}"' in answer.content.decode()


def test_one_or_several_are_kept_once_with_a_reason(office):
    keys = [one.key for one in findings(office.plan)]
    assert office.send("warnings/", again=2, keys=keys, reason="Se completa en mayo.").status_code == 302
    answer = office.get("warnings/")
    assert answer.context["groups"] == [] and len(answer.context["kept"]) == 2
    assert "Se completa en mayo." in answer.content.decode() and str(office.ana) in answer.content.decode()
    assert Note.objects.filter(kind=Note.SEEN).count() == 2


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_is_kept_and_the_choice_stays(office, reason):
    answer = office.send("warnings/", keys=[key(office, "missing_indicator")], reason=reason)
    assert answer.status_code == 200 and "reason" in answer.context["form"].errors
    assert answer.content.decode().count(" checked") == 1
    assert not Note.objects.exists()


def test_a_warning_of_another_plan_is_no_choice(office):
    foreign = findings(make_activity().plan)[0].key
    answer = office.send("warnings/", keys=[foreign], reason="Visto.")
    assert "keys" in answer.context["form"].errors and not Note.objects.exists()


def test_a_mark_is_taken_back(office):
    one = key(office, "missing_indicator")
    office.send("warnings/", keys=[one], reason="Visto.")
    office.send("warnings/reopen/", again=2, key=one)
    office.send("warnings/reopen/", key="missing_lead:objective:1")
    assert office.get("warnings/").context["open"] == 2


def test_the_page_costs_the_same_with_more_rows(office):
    before = office.queries("warnings/")
    for _number in range(9):
        make_activity(office.activity.objective)
    assert office.queries("warnings/") == before <= 25
    answer = office.get("warnings/")
    assert answer.context["open"] == 20
