"""A focal point reports from a phone: the line is lost and comes back; nothing typed is lost or sent twice."""

import gzip
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from playwright.sync_api import expect

from plans.models import ProgressReport
from tests.browser.conftest import click
from tests.browser.test_axe import check
from tests.factories import (
    give_second_step,
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_plan,
    make_report,
    make_round,
    make_seat,
    make_user,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report():
    """Two reports asked of a city, the first with every kind of value; `report.focal` answers for them."""
    plan = make_plan(make_coalition(slug="riberas", invented=True, contact="st@example.org"), slug="riberas")
    seat = make_seat(plan.coalition, role="focal_point", user=make_user(name="Ana Prado"))
    round, line = make_round(plan), make_objective(plan)
    row = make_report(round, make_activity(line, title_en="Agree a protocol"), seat.party)
    make_report(round, make_activity(line), seat.party, state="returned", review_note_es="¿En qué fecha?")
    earlier = plan.periods.create(unit="quarter", start=date(2025, 10, 1), end=date(2025, 12, 31))
    closed = datetime(2026, 1, 20, tzinfo=UTC)
    make_report(
        make_round(period=earlier, closed_at=closed), row.activity, seat.party, state="accepted", executed=30
    )
    of_it = {"activities": [row.activity]}
    make_indicator(**of_it, breakdown={"actor": ["público", "privado"]})
    for rule in ("ratio", "list", "members"):
        make_indicator(**of_it, rule=rule)
    make_indicator(**of_it, kind="milestone", name_es="Texto listo", target=("hecho", "done", None))
    row.focal = seat.user
    return row


def path(report):
    return f"/reports/{report.pk}/"


def now(report):
    return ProgressReport.objects.get(pk=report.pk)


def kept(page):
    return page.evaluate("Object.keys(localStorage)")


@pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 360)])
def test_every_page_of_a_report_is_clean(open_page, axe, report, language, width):
    secretary = give_second_step(make_seat(report.coalition).user)
    page = open_page("/asked/", user=report.focal, language=language, width=width)
    check(page, axe, (1280, 360))
    page.goto(page.url.replace("/asked/", path(report)))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    check(page, axe, (1280, 360))
    page.locator("[name=executed]").fill("abc")
    click(page.locator("button[value=submit]"))
    expect(page.get_by_role("alert")).to_be_visible()
    page.problems = [line for line in page.problems if "422" not in line]
    check(page, axe, (1280, 360))
    page.locator("[name=executed]").fill("40")
    page.locator("[name=done]").fill("Se midió.")
    click(page.locator("button[value=submit]"))
    check(page, axe, (1280, 360))
    other = open_page(path(report), user=secretary, language=language, width=width)
    check(other, axe, (1280, 360))
    asked = ProgressReport.objects.get(state="returned")
    check(
        open_page(f"{path(asked)}?on_behalf", user=secretary, language=language, width=width),
        axe,
        (1280, 360),
    )


def test_the_line_is_lost_and_comes_back(open_page, report):
    page = open_page("/asked/", user=report.focal, language="en", width=360)
    click(page.get_by_role("link", name="Agree a protocol"))
    state = page.locator("#state")
    page.locator("[name=done]").fill("Two points were measured.")
    expect(state).to_contain_text("Draft saved at")
    assert (now(report).state, now(report).done_en) == ("draft", "Two points were measured.")
    assert kept(page) == []

    page.context.set_offline(True)
    page.locator("[name=done]").fill("Two points were measured, and a third.")
    expect(state).to_contain_text("No connection")
    page.locator("button[value=submit]").click()
    expect(state).to_contain_text("No connection")
    assert now(report).done_en == "Two points were measured."
    assert kept(page) == [f"plenaria.report.{report.focal.pk}.{report.pk}"]

    page.context.set_offline(False)
    expect(state).to_contain_text("Draft saved at", timeout=20_000)
    assert now(report).done_en == "Two points were measured, and a third."
    page.locator("button[value=submit]").dblclick()
    page.wait_for_url("**" + path(report))
    expect(page.get_by_text("Submitted").first).to_be_visible()
    assert (now(report).state, now(report).history.filter(state="submitted").count()) == ("submitted", 1)
    assert kept(page) == []


def test_what_the_device_kept_is_restored_and_says_so(open_page, report):
    page = open_page(path(report), user=report.focal, language="en", width=360)
    page.context.set_offline(True)
    page.locator("[name=done]").fill("Typed in the valley.")
    expect(page.locator("#state")).to_contain_text("No connection")
    page.route(
        "**/reports/*/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("#state")).to_contain_text("in the form again")
    expect(page.locator("[name=done]")).to_have_value("Typed in the valley.")


def test_two_people_at_once_see_both_versions_and_choose(open_page, axe, report):
    page = open_page(path(report), user=report.focal, language="es", width=360)
    row = now(report)
    row.done_es, row.next_steps_es, row.state, row.version = "Lo que escribió Eva.", "Publicar.", "draft", 2
    row.save()
    page.locator("[name=done]").fill("Lo que escribió Ana.")
    click(page.locator("button[value=save]"))
    conflict = page.locator("section.conflict")
    for words in ("Lo que escribió Eva.", "Lo que escribió Ana."):
        expect(conflict).to_contain_text(words)
    expect(conflict).to_be_focused()
    page.problems = [line for line in page.problems if "409" not in line]
    check(page, axe, (1280, 360))
    expect(conflict.get_by_label("Qué se hizo")).not_to_be_checked()
    expect(conflict.get_by_label("Próximos pasos")).to_be_checked()
    # Nothing is saved by the way while both versions are shown.
    page.locator("[name=done]").fill("Lo que escribió Ana, y más.")
    page.wait_for_timeout(2500)
    assert now(report).version == 2
    click(page.locator("button[value=save]"))
    expect(page.locator("section.conflict")).to_have_count(0)
    row = now(report)
    assert (row.done_es, row.next_steps_es, row.version) == ("Lo que escribió Ana, y más.", "Publicar.", 3)
    assert kept(page) == []


def test_a_newer_text_on_the_server_is_never_overwritten_silently(open_page, report):
    page = open_page(path(report), user=report.focal, language="en", width=360)
    page.route(
        "**/reports/*/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.locator("[name=done]").fill("Typed in the valley.")
    expect(page.locator("#state")).to_contain_text("No connection")
    row = now(report)
    row.done_en, row.version, row.state = "From the office.", row.version + 1, "draft"
    row.save()
    page.reload()
    expect(page.locator("[name=done]")).to_have_value("From the office.")
    expect(page.locator("#kept")).to_contain_text("Typed in the valley.")
    page.unroute("**/reports/*/")
    page.locator("[data-take]").click()
    expect(page.locator("[name=done]")).to_have_value("Typed in the valley.")
    expect(page.locator("#state")).to_contain_text("Draft saved at")
    assert now(report).done_en == "Typed in the valley."


def test_signing_out_wipes_what_was_kept(open_page, report):
    page = open_page(path(report), user=report.focal, language="en")
    page.route(
        "**/reports/*/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.locator("[name=done]").fill("Typed in the valley.")
    expect(page.locator("#state")).to_contain_text("No connection")
    assert kept(page)
    click(page.locator("form[action$='/logout/'] button"))
    assert kept(page) == []


def test_an_answer_without_words_hides_what_it_does_not_need(open_page, report):
    page = open_page(path(report), user=report.focal, language="en", width=360)
    page.get_by_label("Nothing happened in this period").check()
    expect(page.locator("[name=executed]")).to_be_hidden()
    expect(page.locator("[name=done]")).to_be_visible()
    click(page.locator("button[value=submit]"))
    assert (now(report).kind, now(report).state, now(report).executed) == ("nothing", "submitted", 30)


def test_without_javascript_a_report_is_saved_and_sent(chromium, live_server, settings, report):
    client = Client()
    client.force_login(report.focal)
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 800}, locale="en"
    )
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + path(report))
    page.locator("[name=done]").fill("By the buttons.")
    click(page.locator("button[value=save]"))
    expect(page.locator("[name=done]")).to_have_value("By the buttons.")
    click(page.locator("button[value=submit]"))
    assert now(report).state == "submitted"
    context.close()


def test_the_first_load_is_light(open_page, report):
    """HTML, style and script of the form, each packed; fonts apart, and none of them holds up the text."""
    page = open_page("/asked/", user=report.focal, language="es", width=360)
    sizes = {}

    def weigh(answer):
        if answer.request.resource_type in ("document", "stylesheet", "script"):
            sizes[answer.url] = len(gzip.compress(answer.body(), 6))

    page.on("response", weigh)
    page.goto(page.url.replace("/asked/", path(report)))
    page.wait_for_load_state("networkidle")
    assert len(sizes) >= 6
    assert sum(sizes.values()) <= 40_000, sizes


def test_a_closed_round_shows_the_page_and_whom_to_ask(open_page, report):
    report.round.closed_at = datetime(2026, 4, 20, tzinfo=UTC)
    report.round.save()
    page = open_page("/asked/", user=report.focal, language="en", width=360)
    expect(page.locator("main")).to_contain_text("The round was closed on 20 April 2026")
    expect(page.locator("main")).to_contain_text("st@example.org")
