"""The timeline and the pages of a plan in a browser: wide and narrow, in both languages, by keyboard."""

from datetime import date

import pytest
from playwright.sync_api import expect

from plans.models import Indicator, Objective
from tests.browser.conftest import click
from tests.browser.test_axe import check
from tests.factories import make_activity, make_coalition, make_objective, make_party, make_plan, make_seat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATUSES = ["completed", "in_progress", "not_started", "suspended", "cancelled", "unfinished", None]


@pytest.fixture
def ana():
    plan = make_plan(make_coalition(), slug="ribera-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    party = make_party(plan.coalition, kind="government", name_es="Alta", standing="member")
    for code in ("1", "2"):
        line = make_objective(
            plan, code=code, title_es=f"Línea {code}", title_en=f"Line {code}", position=int(code)
        )
        for n, status in enumerate(STATUSES, start=1):
            activity = make_activity(
                line, code=f"{code}.{n}", title_en=f"Task {code}.{n}", status=status, status_on=date(2025, 6, 1),
                start=date(2024 + n % 3, n, 1), end=date(2025 + n % 3, n, 28), responsible=[party] if n % 2 else [],
            )  # fmt: skip
        stone = Indicator.objects.create(objective=line, kind="milestone", name_es="Acta")
        stone.activities.add(activity)
    return make_seat(plan.coalition, role="reader").user


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_of_a_plan_is_clean_at_both_widths(open_page, axe, ana, language):
    line = Objective.objects.get(code="1").pk
    for path in ("", f"lines/{line}/", "timeline/", "timeline/?by=party&show=words&unit=month"):
        page = open_page(f"/plans/ribera-2026/{path}", user=ana, language=language)
        check(page, axe)
        page.set_viewport_size({"width": 360, "height": 800})
        check(page, axe)


def test_a_choice_is_made_by_keyboard_and_kept_in_the_address(open_page, ana):
    page = open_page("/plans/ribera-2026/timeline/", user=ana, language="en")
    page.get_by_label("Status").focus()
    page.keyboard.type("Susp")
    with page.expect_navigation():
        page.get_by_role("button", name="Show").press("Enter")
    expect(page.get_by_text("2 of 14 activities")).to_be_visible()
    assert "status=suspended" in page.url
    click(page.get_by_role("link", name="Task 1.4"))
    expect(page.locator(":target")).to_contain_text("Task 1.4")


def test_on_a_phone_each_activity_has_its_dates_and_a_bar_of_its_own(open_page, ana):
    page = open_page("/plans/ribera-2026/timeline/", user=ana, language="en", width=360)
    row = page.get_by_role("row").filter(has_text="Task 1.1")
    expect(row.get_by_text("1 January 2025 to 28 January 2026")).to_be_visible()
    expect(row.locator("svg.bar")).to_be_visible()
    expect(page.locator(".timeline-grid")).to_be_hidden()
