"""The portfolio, the search and the page that waits for a PDF, as people get them: axe, both widths and languages."""

from datetime import date

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from plans.models import Activity
from reporting.annual_report import rendering
from tests.browser.conftest import click
from tests.browser.test_axe import STATUSES, check
from tests.factories import make_coalition, make_seat
from tests.reporting.rows import make_line, make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ana():
    ribera = make_coalition(name_es="Coalición Ribera Clara", name_en="Clear Banks Coalition")
    plan = make_plan(ribera)
    make_line(plan, activities=len(STATUSES))
    for activity, status in zip(Activity.objects.order_by("pk"), STATUSES, strict=False):
        activity.status, activity.status_on = status, date(2025, 3, 1)
        activity.save()
    make_plan(ribera, "vacio", title_es="Plan sin actividades")
    return make_seat(ribera, role="reader").user


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "path",
    ["/plans/", "/plans/?status=nonsense&year=2025", "/plans/?q=nada", "/search/", "/search/?q=actividad"],
)
def test_every_page_at_both_widths(open_page, axe, ana, path, language):
    page = open_page(path, user=ana, language=language)
    check(page, axe)
    page.set_viewport_size({"width": 360, "height": 900})
    check(page, axe)


def test_from_the_header_to_what_was_found_and_its_place(open_page, ana):
    page = open_page("/", user=ana, language="es")
    field = page.get_by_role("searchbox")
    field.fill("tablero publicado")
    with page.expect_navigation():
        field.press("Enter")
    expect(page.locator("mark").first).to_have_text("Tablero")
    click(page.locator(".found h3 a").first)
    expect(page.locator("#o1")).to_be_visible()


def test_a_chosen_filter_is_in_the_address(open_page, ana):
    page = open_page("/plans/", user=ana, language="es")
    page.locator("summary").click()
    page.locator("#id_status").select_option("completed")
    click(page.locator(".filters button"))
    expect(page.locator(".portfolio > li")).to_have_count(1)
    assert "status=completed" in page.url


def test_the_page_that_waits_for_a_pdf(open_page, axe, ana, settings, tmp_path):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.PDF_FOLDER = tmp_path
    cache.set(rendering.ALIVE, True, 60)
    page = open_page("/plans/ribera-2025/report.pdf?on=2025-03-07", user=ana, language="es")
    expect(page.get_by_role("heading", level=1)).to_have_text("Se está generando el PDF")
    check(page, axe)
