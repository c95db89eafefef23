"""The review in a browser: queue, one report, one value of several; by keyboard, by axe, on a small screen."""

import pytest
from playwright.sync_api import expect

from plans.models import Acceptance, ProgressReport
from tests.browser.conftest import click
from tests.browser.test_axe import SEEN, WIDTHS, check
from tests.factories import make_activity, make_indicator, make_party
from tests.plans.reviewing import accept, make_desk, make_document, sent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk():
    desk = make_desk()
    indicator = make_indicator(activities=[desk.activity], rule="sum")
    for level in (30, 60):
        accept(sent(desk, party=make_party(desk.coalition), executed=level), desk.ana)
    desk.report = sent(
        desk, figures=[(indicator, 17)], evidence=[make_document(desk.coalition)], channel="telephone",
        given_by="Mario Lago", given_on=desk.round.due, objection="No dijimos eso.",
    )  # fmt: skip
    desk.other = sent(desk, make_activity(desk.line))
    return desk


@SEEN
def test_pages_of_the_review(open_page, axe, desk, language, width):
    plan = f"/plans/{desk.plan.slug}"
    for path in (
        f"{plan}/review/",
        f"{plan}/review/?state=waiting",
        f"/reports/{desk.report.pk}/review/",
        f"{plan}/settle/",
        f"{plan}/settle/{desk.round.pk}/{desk.activity.pk}/",
    ):
        page = open_page(path, user=desk.ana, language=language, width=width)
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true })")
        check(page, axe, WIDTHS)


def test_one_is_returned_the_next_opens_and_is_corrected(open_page, desk):
    page = open_page(f"/reports/{desk.report.pk}/review/", user=desk.ana, language="en")
    page.get_by_text("Return it with a note").click()
    page.get_by_label("What is missing, or what you ask").fill("¿Cuántas personas fueron?")
    click(page.get_by_role("button", name="Return it with the note"))
    expect(page).to_have_url(f"{page.url.split('/reports/')[0]}/reports/{desk.other.pk}/review/")
    page.get_by_text("Accept it with a correction").click()
    page.get_by_label("Executed percent").fill("35")
    click(page.get_by_role("button", name="Accept it as corrected"))
    expect(page.get_by_role("alert")).to_contain_text("Please write why you correct the report")
    page.get_by_label("Why you correct it").fill("El acta dice 35.")
    click(page.get_by_role("button", name="Accept it as corrected"))
    expect(page.get_by_text("No report waits for you.")).to_be_visible()
    assert ProgressReport.objects.get(pk=desk.report.pk).state == "returned"
    assert Acceptance.objects.get(report=desk.other).executed == 35


def test_several_are_ticked_and_accepted_by_keyboard(open_page, desk):
    page = open_page(f"/plans/{desk.plan.slug}/review/", user=desk.ana, language="en")
    box = page.locator("input[name=listed]").first
    box.focus()
    page.keyboard.press("Space")
    click(page.get_by_role("button", name="Accept what is ticked"))
    expect(page.get_by_role("status")).to_contain_text("1 report was accepted.")
