"""What is missing in the other language, written side by side (law 10, D bis)."""

import pytest

from coalitions.models import AuditEntry
from coalitions.versions import fingerprint
from plans.models import Activity, Responsibility, Result, Section
from plans.translating import REGISTERS, gaps
from plans.translation import TRANSLATED
from tests.factories import make_activity, make_indicator, make_party, make_plan
from tests.plans.workspace_rows import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    """A plan whose texts all stand in both languages, but for the title of its one activity."""
    office = make_office(client)
    line = office.activity.objective
    line.title_en = "Water quality"
    line.save()
    for row in (*office.plan.levels.all(), *office.plan.periods.all()):
        row.name_es, row.name_en = row.name_es or "x", "x"
        row.save()
    return office


def found(office):
    return [(gap.register, gap.field, gap.behind.language, gap.behind.absent) for gap in gaps(office.plan)]


def form(row, field, es, en, **more):
    seen = fingerprint(row, (f"{field}_es", f"{field}_en"))
    return {
        "register": row._meta.model_name,
        "pk": row.pk,
        "field": field,
        "es": es,
        "en": en,
        "seen": seen,
        **more,
    }


def test_a_text_in_one_language_is_missing_until_it_is_written(office):
    assert found(office) == [("activity", "title", "en", True)]
    values = form(office.activity, "title", office.activity.title_es, "Agree a protocol.")
    assert office.send("languages/", again=2, **values).status_code == 302
    assert found(office) == []
    activity = Activity.objects.get()
    assert (activity.title_en, activity.version) == ("Agree a protocol.", 2)
    assert AuditEntry.objects.filter(act="text translated").count() == 1


def test_a_text_changed_alone_leaves_the_other_behind_until_both_agree(office):
    line = office.activity.objective
    line.title_es = "Calidad del agua y del suelo"
    line.save()
    assert ("objective", "title", "en", False) in found(office)
    office.send("languages/", **form(line, "title", line.title_es, line.title_en))
    assert ("objective", "title", "en", False) in found(office)
    office.send("languages/", **form(line, "title", line.title_es, line.title_en, agree="1"))
    assert found(office) == [("activity", "title", "en", True)]


def test_the_oldest_change_comes_first(office):
    second = make_activity(office.activity.objective)
    office.activity.title_es = "Otra cosa"
    office.activity.save()
    assert [gap.row.pk for gap in gaps(office.plan)] == [office.activity.pk, second.pk]


def test_every_translated_register_of_a_plan_is_looked_through(office):
    Section.objects.create(plan=office.plan, title_es="Contexto", text_es="Texto")
    result = Result.objects.create(objective=office.activity.objective, text_es="Protocolo")
    make_indicator(activities=[office.activity], unit_es="puntos")
    party = make_party(office.coalition)
    Responsibility.objects.create(activity=office.activity, party=party, role="lead", duty_es="Coordina")
    office.plan.links.create(text_es="Lavado de activos")
    assert {(register, field) for register, field, *_rest in found(office)} == {
        ("activity", "title"), ("section", "title"), ("section", "text"), ("result", "text"),
        ("indicator", "name"), ("indicator", "unit"), ("target", "text"), ("responsibility", "duty"),
        ("planlink", "text"),
    }  # fmt: skip
    page = office.get("languages/").content.decode()
    assert "Coordina" in page and result.text_es in page
    outside = {"Note", "Round", "ProgressReport", "Acceptance", "Measurement", "Initiative"}
    assert {model.__name__ for model in TRANSLATED} - {model.__name__ for model in REGISTERS} == outside


def test_what_hangs_on_a_row_raises_its_version(office):
    indicator = make_indicator(activities=[office.activity])
    target = indicator.targets.get()
    office.send("languages/", **form(target, "text", target.text_es, "at least 24"))
    indicator.refresh_from_db()
    assert indicator.version == 2


def test_two_who_write_one_text_lose_nothing(office):
    values = form(office.activity, "title", "Acordar", "Agree")
    office.send("languages/", **values)
    answer = office.send("languages/", **values | {"en": "Settle"})
    assert answer.status_code == 409
    assert Activity.objects.get().title_en == "Agree"


@pytest.mark.parametrize(("es", "en"), [("", ""), (" ", "\n")])
def test_a_needed_text_cannot_vanish(office, es, en):
    answer = office.send("languages/", **form(office.activity, "title", es, en))
    assert answer.status_code == 200 and answer.context["form"].non_field_errors()
    assert Activity.objects.get().title_es


def test_a_text_too_long_for_its_column_is_refused(office):
    level = office.plan.levels.first()
    answer = office.send("languages/", **form(level, "name", "x" * 101, "y"))
    assert answer.context["form"].non_field_errors()


@pytest.mark.parametrize(
    "changes",
    [
        {"register": "user"}, {"register": "note"}, {"field": "code"}, {"field": "title_es"}, {"pk": "0"}, {"pk": "x"},
    ],
)  # fmt: skip
def test_other_places_are_not_there(office, changes):
    values = form(office.activity, "title", "A", "B") | changes
    assert office.send("languages/", **values).status_code == 404


def test_rows_of_another_plan_are_not_there(office):
    theirs = make_activity()
    assert office.send("languages/", **form(theirs, "title", "A", "B")).status_code == 404
    other = make_plan(office.coalition)
    assert office.send("languages/", **form(other, "title", "A", "B")).status_code == 404
    theirs.refresh_from_db()
    assert theirs.title_en in (None, "")


def test_the_page_costs_the_same_with_more_texts(office):
    before = office.queries("languages/")
    for _number in range(30):
        make_activity(office.activity.objective)
    assert office.queries("languages/") == before <= 25
    answer = office.get("languages/")
    assert (len(answer.context["lines"]), answer.context["number"]) == (25, 31)
    assert len(office.get("languages/?page=2").context["lines"]) == 6
