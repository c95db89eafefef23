"""The pages on which a Secretariat works on its plan, as people with and without sight, mouse and time get them."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from plans import header, narrative, warnings
from plans.completeness import findings
from plans.models import Note, Plan, Section
from tests.browser.conftest import click
from tests.browser.test_axe import check
from tests.browser.test_first_plan import fill, press, reach
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_party,
    make_plan,
    make_seat,
    make_user,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "Un párrafo con **negrita** y nota[^1].\n\n- uno\n- dos\n\n[^1]: El [acta](https://example.org/acta)."
PAGES = [
    "warnings/", "header/", "narrative/", "narrative/new/", "narrative/{section}/", "vocabulary/", "calendar/",
    "languages/",
]  # fmt: skip


@pytest.fixture
def office():
    """A plan with warnings open and kept, a party, sections, links, and a calendar that its dates have outgrown."""
    riberas = make_coalition(slug="riberas")
    sonia = make_seat(riberas, user=make_user(name="Sonia Vega")).user
    plan = make_plan(riberas, slug="plan", term_printed="2026-2027", layout={"Actividad": "activity"})
    line = make_objective(plan)
    make_activity(line, end=date(2027, 2, 1))
    make_activity(line, period_printed="cuando se pueda", start=None, end=None)
    header.give_role(plan, make_party(riberas), "lead", duty_es="Coordina.", by=sonia)
    for title in ("Contexto", "Seguimiento"):
        section = narrative.add_section(
            plan, {"kind": "context", "title_es": title, "text_es": TEXT}, by=sonia
        )
    narrative.add_link(plan, {"other": make_plan(riberas, title_es="Plan de residuos")}, by=sonia)
    narrative.add_link(plan, {"text_es": "Lavado de activos", "url": "https://example.org/lavado"}, by=sonia)
    warnings.keep(plan, findings(plan)[0].key, "Se completa en mayo.", by=sonia, on=date(2026, 3, 1))
    Plan.objects.filter(pk=plan.pk).update(end=date(2027, 3, 31))
    return {"sonia": sonia, "section": section.pk}


@pytest.mark.parametrize(("language", "width"), [("es", 360), ("en", 1280)])
def test_pages_of_a_plan(open_page, axe, office, language, width):
    for path in [*(f"/plans/plan/{page}" for page in PAGES), "/c/riberas/plans/new/"]:
        page = open_page(path.format(**office), user=office["sonia"], language=language, width=width)
        for act in page.locator("details.act summary").all():
            act.click()
        check(page, axe)
        page.set_viewport_size({"width": 1640 - width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 1640 - width


def test_warnings_are_kept_and_opened_again_by_keyboard(open_page, office):
    page = open_page("/plans/plan/warnings/", user=office["sonia"], language="en")
    reach(page, page.get_by_label("1.2 has neither an indicator nor a milestone."))
    page.keyboard.press("Space")
    fill(page, page.get_by_label("Why it can stay as it is"), "It follows in May.")
    press(page, "Mark as seen and kept")
    expect(page.get_by_role("region", name="Seen and kept").get_by_text("It follows in May.")).to_be_visible()
    press(page, re.compile("Open it again.*1.2 has neither"))
    expect(page.get_by_label("1.2 has neither an indicator nor a milestone.")).to_be_visible()
    assert Note.objects.filter(kind=Note.SEEN).count() == 1


def test_two_who_save_the_header_see_both_versions(open_page, axe, office):
    page = open_page("/plans/plan/header/", user=office["sonia"], language="en", width=360)
    plan = Plan.objects.get(slug="plan")
    header.change_header(plan, plan.version, {"reference": "A-1"}, by=make_user(name="Bruno Paz"))
    page.get_by_label("Official reference").fill("B-2")
    click(page.get_by_role("button", name="Save the header"))
    expect(page.get_by_role("heading", name="Somebody else saved this")).to_be_visible()
    expect(page.get_by_label("Official reference")).to_have_value("B-2")
    check_but_for_the_409(page, axe)
    click(page.get_by_role("button", name="Save the header"))
    expect(page.get_by_role("status")).to_contain_text("The change was saved.")
    assert Plan.objects.get(slug="plan").reference == "B-2"


def check_but_for_the_409(page, axe):
    page.problems = [line for line in page.problems if "409" not in line]
    check(page, axe)


def test_a_section_is_looked_at_saved_moved_and_removed(open_page, office):
    page = open_page("/plans/plan/narrative/new/", user=office["sonia"], language="en")
    page.get_by_label("Title in English").fill("Monitoring")
    page.get_by_label("Text in English").fill("**Each** quarter.")
    click(page.get_by_role("button", name="See how it would look"))
    expect(page.locator(".preview-text strong")).to_have_text("Each")
    click(page.get_by_role("button", name="Save the section"))
    click(page.get_by_role("button", name=re.compile("Move up.*Monitoring")))
    headings = page.locator(".section h2")
    expect(headings.nth(1)).to_contain_text("Monitoring")
    page.locator(".section").nth(1).locator("summary").click()
    click(page.get_by_role("button", name="Yes, remove this section"))
    expect(headings).to_have_count(2)
    assert Section.objects.count() == 2
