"""A new plan: header, levels and calendar in one act (P2, P4, P6)."""

from datetime import date

import pytest

from coalitions import once
from coalitions.models import AuditEntry
from plans.models import Plan
from tests.factories import make_coalition, make_plan, make_seat

pytestmark = pytest.mark.django_db

LEVELS = [{"es": "Eje", "en": "Axis"}, {"es": "Acción", "en": "Action"}, {"es": "Tarea", "en": "Task"}]


@pytest.fixture
def ana(client):
    seat = make_seat(make_coalition(level_names=LEVELS))
    client.force_login(seat.user)
    return seat


def send(client, seat, again=1, **changes):
    values = {
        "title_es": "Plan de Acción 2026", "start": "2026-01-01", "end": "2026-12-31", "unit": "quarter",
        "levels_es": "Eje > Acción > Tarea", "levels_en": "Axis > Action > Task", "language": "es",
        once.FIELD: once.new_key(),
    }  # fmt: skip
    for _time in range(again):
        answer = client.post(f"/c/{seat.coalition.slug}/plans/new/", values | changes)
    return answer


def test_a_plan_is_made_with_its_levels_and_calendar_and_leads_to_the_matrix(client, ana):
    answer = send(client, ana)
    plan = Plan.objects.get()
    assert answer.url == "/plans/plan-de-accion-2026/matrix/"
    assert (plan.coalition, plan.state, plan.version) == (ana.coalition, "draft", 1)
    assert list(plan.levels.values_list("depth", "key", "name_es", "name_en")) == [
        (1, "level_1", "Eje", "Axis"),
        (2, "level_2", "Acción", "Action"),
        (3, "activity", "Tarea", "Task"),
    ]
    assert plan.periods.first().name_en == "First quarter of 2026"
    assert plan.periods.count() == 4 and plan.periods.first().history.count() == 1
    assert AuditEntry.objects.filter(act="plan made", object_pk=plan.pk).count() == 1


def test_the_levels_of_the_coalition_are_proposed(client, ana):
    page = client.get(f"/c/{ana.coalition.slug}/plans/new/").content.decode()
    assert "Eje &gt; Acción &gt; Tarea" in page


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        ("2026-2027", date(2026, 1, 1), date(2027, 12, 31)),
        ("octubre de 2025 a septiembre de 2026", date(2025, 10, 1), date(2026, 9, 30)),
        ("durante los años 2026 a 2027", date(2026, 1, 1), date(2027, 12, 31)),
    ],
)
def test_the_term_in_words_gives_the_days(client, ana, term, start, end):
    send(client, ana, term_printed=term, start="", end="")
    plan = Plan.objects.get()
    assert (plan.start, plan.end, plan.term_printed) == (start, end, term)


def test_a_term_that_is_not_certain_is_asked_with_what_it_may_mean(client, ana):
    answer = send(client, ana, term_printed="2026-2027 (bienio)", start="", end="")
    assert "2027" in str(answer.context["form"].errors["term_printed"])
    answer = send(client, ana, term_printed="un año", start="", end="")
    assert "term_printed" in answer.context["form"].errors
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title_es": ""}, "title_es"),
        ({"start": "", "end": ""}, "start"),
        ({"end": ""}, "end"),
        ({"end": "2025-01-01"}, "end"),
        ({"unit": "week"}, "unit"),
        ({"levels_es": "", "levels_en": ""}, "levels_es"),
        ({"levels_es": "Solo una", "levels_en": ""}, "levels_es"),
        ({"levels_en": "Axis > Task"}, "levels_en"),
        ({"slug": "con espacio"}, "slug"),
        ({"end": "2226-01-01", "unit": "month"}, "__all__"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(client, ana, changes, field):
    answer = send(client, ana, **changes)
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert not Plan.objects.exists()


def test_the_same_form_twice_makes_one_plan(client, ana):
    assert send(client, ana, again=2).url == "/"
    assert Plan.objects.count() == 1


def test_a_title_that_is_taken_gets_the_next_address_and_a_typed_one_is_asked_again(client, ana):
    make_plan(slug="plan-de-accion-2026")
    send(client, ana)
    assert Plan.objects.filter(slug="plan-de-accion-2026-2").exists()
    answer = send(client, ana, slug="plan-de-accion-2026")
    assert answer.status_code == 200 and answer.context["form"].non_field_errors()


def test_fields_that_are_not_asked_for_change_nothing(client, ana):
    other = make_coalition()
    send(client, ana, coalition=other.pk, state="in_force", version=9, share_reading="running")
    plan = Plan.objects.get()
    assert (plan.coalition, plan.state, plan.version, plan.share_reading) == (
        ana.coalition,
        "draft",
        1,
        "part",
    )
