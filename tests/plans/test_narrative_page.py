"""Sections and links of a plan: written, moved, removed, and never over somebody else's words (P26, P27)."""

import pytest

from coalitions.models import AuditEntry
from coalitions.versions import fingerprint
from plans import narrative
from plans.models import PlanLink, Section
from tests.factories import make_plan
from tests.plans.workspace_rows import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    return make_office(client)


def write(office, title, text=""):
    return narrative.add_section(office.plan, {"kind": "", "title_es": title, "text_es": text}, by=office.ana)


def titles(office):
    return list(office.plan.sections.order_by("position").values_list("title_es", flat=True))


def seen(section):
    return fingerprint(Section.objects.get(pk=section.pk), narrative.WRITTEN)


def test_a_section_is_added_once_and_shown_as_readers_get_it(office):
    values = {
        "kind": "context",
        "title_es": "Contexto",
        "text_es": "Es **clave**[^1].\n\n[^1]: Véase el acta.",
    }
    assert office.send("narrative/new/", again=2, **values).status_code == 302
    page = office.get("narrative/").content.decode()
    assert "<strong>clave</strong>" in page and "Véase el acta." in page
    assert titles(office) == ["Contexto"]
    assert AuditEntry.objects.filter(act="section added").count() == 1


def test_what_is_typed_can_be_looked_at_before_it_is_saved(office):
    answer = office.send("narrative/new/", title_en="Context", text_en="*Rivers*", preview="1")
    assert "<em>Rivers</em>" in answer.content.decode()
    assert not office.plan.sections.exists()


def test_an_empty_section_is_refused(office):
    answer = office.send("narrative/new/", kind="context")
    assert answer.context["form"].errors and not office.plan.sections.exists()


def test_html_does_not_pass(office):
    write(office, "A", "<script>alert(1)</script>")
    assert "<script>alert" not in office.get("narrative/").content.decode()


def test_two_who_write_one_section_lose_nothing(office):
    section = write(office, "Contexto", "Uno")
    opened = seen(section)
    values = {"kind": "", "title_es": "Contexto", "title_en": "", "text_en": ""}
    office.send(f"narrative/{section.pk}/", text_es="Dos", seen=opened, **values)
    answer = office.send(f"narrative/{section.pk}/", text_es="Tres", seen=opened, **values)
    assert answer.status_code == 409
    assert [(one.saved, one.typed) for one in answer.context["form"].conflict.differences] == [
        ("Dos", "Tres")
    ]
    assert "Tres</textarea>" in answer.content.decode()
    assert (
        office.send(f"narrative/{section.pk}/", text_es="Tres", seen=seen(section), **values).status_code
        == 302
    )
    assert Section.objects.get().text_es == "Tres"


def test_two_who_write_two_sections_are_not_in_each_others_way(office):
    first, second = write(office, "Uno"), write(office, "Dos")
    seen_first, seen_second = seen(first), seen(second)
    office.send(f"narrative/{first.pk}/", title_es="Uno bis", seen=seen_first)
    assert office.send(f"narrative/{second.pk}/", title_es="Dos bis", seen=seen_second).status_code == 302


def test_words_typed_into_a_section_that_is_gone_are_kept(office):
    section = write(office, "Contexto")
    opened = seen(section)
    narrative.remove_section(office.plan, section.pk, opened, by=office.ana)
    answer = office.send(f"narrative/{section.pk}/", title_es="Contexto", text_es="Largo texto", seen=opened)
    assert "Largo texto" in answer.content.decode()
    assert f"/plans/{office.plan.slug}/narrative/new/" in answer.content.decode()


def test_sections_move_and_stop_at_the_ends(office):
    first, _second, third = (write(office, title) for title in "ABC")
    office.send(f"narrative/{third.pk}/move/", up="1")
    assert titles(office) == ["A", "C", "B"]
    office.send(f"narrative/{first.pk}/move/", up="1")
    office.send(f"narrative/{first.pk}/move/", again=2, down="1")
    assert titles(office) == ["C", "A", "B"]


def test_a_section_is_removed_unless_somebody_has_just_changed_it(office):
    section = write(office, "A")
    opened = seen(section)
    office.send(f"narrative/{section.pk}/", title_es="B", seen=opened)
    assert office.send(f"narrative/{section.pk}/remove/", seen=opened).status_code == 409
    assert office.send(f"narrative/{section.pk}/remove/", again=2, seen=seen(section)).status_code == 302
    assert titles(office) == [] and Section.history.filter(history_type="-").count() == 1


def test_sections_and_links_of_another_plan_are_not_there(office):
    foreign = make_plan()
    theirs = Section.objects.create(plan=foreign, title_es="De otros")
    link = PlanLink.objects.create(plan=foreign, text_es="De otros")
    assert office.get(f"narrative/{theirs.pk}/").status_code == 404
    assert office.send(f"narrative/{theirs.pk}/", title_es="X", seen=seen(theirs)).status_code == 404
    office.send(f"narrative/{theirs.pk}/move/", up="1")
    office.send(f"narrative/{theirs.pk}/remove/", seen=seen(theirs))
    office.send(f"narrative/links/{link.pk}/remove/")
    assert (Section.objects.count(), PlanLink.objects.count()) == (1, 1)
    answer = office.send("narrative/links/", other=foreign.pk)
    assert "other" in answer.context["form"].errors


def test_a_plan_is_tied_to_another_of_its_coalition_and_to_priorities_elsewhere(office):
    other = make_plan(office.coalition, title_es="Plan de armas")
    assert office.send("narrative/links/", again=2, other=other.pk).status_code == 302
    office.send("narrative/links/", text_es="Lavado de activos", url="https://example.org/lavado")
    page = office.get("narrative/").content.decode()
    assert "Plan de armas" in page and "Lavado de activos" in page
    for values in ({}, {"other": other.pk}, {"url": "javascript:alert(1)"}):
        assert office.send("narrative/links/", **values).context["form"].errors
    assert PlanLink.objects.count() == 2
    office.send(f"narrative/links/{office.plan.links.first().pk}/remove/", again=2)
    assert PlanLink.objects.count() == 1


def test_the_page_costs_the_same_with_more_sections(office):
    write(office, "A")
    before = office.queries("narrative/")
    for number in range(4):
        write(office, str(number))
        narrative.add_link(office.plan, {"other": make_plan(office.coalition)}, by=office.ana)
    assert office.queries("narrative/") == before <= 25
