"""Evidence from a phone: photos scaled on the way, several files at once, sent again when the line is lost."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from plans.models import ProgressReport
from tests.browser.conftest import click
from tests.browser.test_axe import SEEN, WIDTHS, check
from tests.coalitions.files import pdf, photo
from tests.factories import make_coalition, make_party, make_plan, make_report, make_round, make_seat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    coalition = make_coalition()
    party = make_party(coalition, standing="member", name_es="Ciudad de Piura")
    return make_report(make_round(make_plan(coalition)), party=party, state="draft")


@pytest.fixture
def ana(report):
    return make_seat(party=report.party, role="focal_point").user


def file(name, data, kind="application/octet-stream"):
    return {"name": name, "mimeType": kind, "buffer": data}


def names(report):
    return sorted(one.title for one in ProgressReport.objects.get(pk=report.pk).evidence.all())


@SEEN
def test_a_photo_and_two_documents_from_a_phone(open_page, axe, report, ana, language, width):
    page = open_page(f"/reports/{report.pk}/evidence/", user=ana, language=language, width=width)
    expect(page.locator("form.without-script").first).to_be_hidden()
    page.set_input_files("#evidence-photo", file("punto-3.jpg", photo((3000, 2250)), "image/jpeg"))
    page.set_input_files("#evidence-files", [file("acta.pdf", pdf()), file("lista.csv", b"a;b")])
    expect(page.locator(".uploaded a")).to_have_count(3)
    expect(page.locator(".sending li")).to_have_count(0)
    assert names(report) == ["acta", "lista", "punto-3"]
    with Image.open(io.BytesIO(report.evidence.get(media_type="image/jpeg").file.read())) as kept:
        assert kept.size == (2000, 1500)
    page.set_input_files("#evidence-files", file("virus.exe", b"MZ"))
    expect(page.locator(".sending .wrong")).to_contain_text(".exe")
    page.locator("#evidence-url").fill("https://example.org/acta")
    page.keyboard.press("Enter")
    expect(page.locator(".uploaded a")).to_have_count(4)
    assert all("422" in line for line in page.problems)
    page.problems.clear()
    check(page, axe, WIDTHS)
    page.get_by_role("button", name="acta").first.click()
    expect(page.locator(".uploaded a")).to_have_count(3)


def test_what_the_line_loses_is_sent_again_once(open_page, report, ana):
    page = open_page(f"/reports/{report.pk}/evidence/", user=ana, language="en")
    page.context.set_offline(True)
    page.set_input_files("#evidence-files", file("acta.pdf", pdf()))
    expect(page.locator(".sending small")).to_contain_text("The line is lost")
    page.context.set_offline(False)
    expect(page.locator(".uploaded a")).to_have_count(1, timeout=15_000)
    assert names(report) == ["acta"]


def test_an_answer_that_is_lost_stores_nothing_twice(open_page, report, ana):
    page = open_page(f"/reports/{report.pk}/evidence/", user=ana, language="en")
    lost = []

    def lose_the_first(route):
        answer = route.fetch()
        if lost:
            route.fulfill(response=answer)
        else:
            lost.append(1)
            route.abort()

    page.route(f"**/reports/{report.pk}/evidence/", lose_the_first)
    page.set_input_files("#evidence-files", file("acta.pdf", pdf()))
    expect(page.locator(".uploaded a")).to_have_count(1, timeout=15_000)
    assert names(report) == ["acta"]


def test_a_session_that_ended_says_so_and_keeps_the_file(open_page, report, ana):
    page = open_page(f"/reports/{report.pk}/evidence/", user=ana, language="en")
    page.context.clear_cookies(name="sessionid")
    page.set_input_files("#evidence-files", file("acta.pdf", pdf()))
    expect(page.get_by_role("button", name="Send it again")).to_be_visible()
    assert names(report) == []


def test_without_script_a_plain_form_does_it(chromium, live_server, open_page, report, ana):
    page = open_page("/", user=ana, language="en")
    state = page.context.storage_state()
    context = chromium.new_context(java_script_enabled=False, storage_state=state)
    page = context.new_page()
    page.goto(f"{live_server.url}/reports/{report.pk}/evidence/")
    expect(page.locator("#evidence-photo")).to_be_hidden()
    page.set_input_files("#id_files", [file("acta.pdf", pdf()), file("a.exe", b"MZ")])
    click(page.get_by_role("button", name="Add", exact=True))
    expect(page.get_by_role("alert")).to_contain_text(".exe")
    assert names(report) == ["acta"]
    click(page.get_by_role("button", name="Remove"))
    assert names(report) == []
    context.close()
