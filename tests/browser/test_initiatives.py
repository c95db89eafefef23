"""Initiatives and the workbook of what is asked, as people with and without sight get them."""

import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from plans.models import Initiative
from tests.browser.conftest import click
from tests.browser.test_axe import SEEN, WIDTHS, check
from tests.browser.test_evidence import file
from tests.coalitions.files import pdf
from tests.factories import make_coalition, make_party, make_plan, make_report, make_round, make_seat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@SEEN
def test_a_party_reports_an_initiative_with_evidence_and_the_secretariat_accepts_it(
    open_page, axe, settings, tmp_path, language, width
):
    settings.MEDIA_ROOT = tmp_path / "media"
    coalition = make_coalition()
    piura = make_party(coalition, standing="member", name_es="Ciudad de Piura")
    ana, rosa = make_seat(party=piura, role="focal_point").user, make_seat(coalition).user
    base = f"/c/{coalition.slug}/initiatives/"

    page = open_page(base, user=ana, language=language, width=width)
    check(page, axe, WIDTHS)
    click(page.locator("main a.button"))
    click(page.locator("main form button[type=submit]"))
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, axe, WIDTHS)
    page.locator("[name=kind][value=other]").check()
    page.locator("#id_title").fill("Feria del agua con escuelas")
    click(page.locator("main form button[type=submit]"))
    page.set_input_files("#evidence-files", file("lista.pdf", pdf()))
    expect(page.locator(".uploaded a")).to_have_count(1)
    check(page, axe, WIDTHS)

    page = open_page(f"{base}{Initiative.objects.get().pk}/", user=rosa, language=language, width=width)
    page.locator("details summary").click()
    check(page, axe, WIDTHS)
    click(page.locator("form[action$='/accept/'] button"))
    expect(page.locator("main .status use").first).to_have_attribute("href", "#r-accepted")
    page = open_page(base, user=rosa, language=language, width=width)
    expect(page.locator(".figures")).to_contain_text("0")
    check(page, axe, WIDTHS)


@SEEN
def test_a_workbook_is_downloaded_filled_in_and_kept(open_page, axe, tmp_path, language, width):
    coalition = make_coalition()
    party = make_party(coalition, standing="member")
    report = make_report(make_round(make_plan(coalition)), party=party)
    ana = make_seat(party=party, role="focal_point").user
    page = open_page("/asked/workbook/", user=ana, language=language, width=width)
    check(page, axe, WIDTHS)
    with page.expect_download() as coming:
        page.locator("main a.button").click()
    book = load_workbook(io.BytesIO(coming.value.path().read_bytes()))
    for wrong in (True, False):
        book.worksheets[0]["J4"] = "mucho" if wrong else "35"
        out = io.BytesIO()
        book.save(out)
        page.set_input_files("#id_file", file("plenaria.xlsx", out.getvalue()))
        click(page.locator("main form button.quiet"))
        check(page, axe, WIDTHS)
    click(page.locator("section.preview form button"))
    report.refresh_from_db()
    assert (report.state, report.executed) == ("draft", 35)
