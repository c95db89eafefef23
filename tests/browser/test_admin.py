"""The administration as people with and without sight get it, on a phone and on a desk (S-H1)."""

import io

import pytest
from django.test import Client
from openpyxl import Workbook
from playwright.sync_api import expect

from plans.models import Period, Share
from tests.access.sent import address, sent
from tests.browser.conftest import click
from tests.factories import make_activity, make_operator, make_party

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def activity():
    made = make_activity()
    party = make_party(made.plan.coalition, standing="member")
    made.responsibilities.create(party=party, role="responsible", duty_es="Medir cada trimestre.")
    period = Period.objects.create(plan=made.plan, unit="year", start=made.plan.start, end=made.plan.end)
    Share.objects.create(activity=made, period=period, programmed=50)
    made.title_es, made.version = "Acordar el protocolo común de muestreo", 2
    made.save()
    return made


@pytest.fixture
def operator(db):
    return make_operator(name="Operadora")


def at_both_widths(page, axe):
    """Nothing refused by the content policy, then nothing found by axe, whose own styles the policy refuses."""
    assert [line for line in page.problems if "409" not in line] == []
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.problems.clear()


@pytest.mark.parametrize("language", ["es", "en"])
def test_lists_forms_history_and_exports(open_page, axe, operator, activity, language):
    paths = [
        "/admin/",
        "/admin/plans/activity/?q=protocolo",
        address(activity),
        address(activity, "history/"),
    ]
    page = open_page(paths[0], user=operator, language=language)
    origin = page.url.removesuffix("/admin/")
    for path in [*paths, "/admin/plans/period/export/", "/admin/plans/period/import/"]:
        page.goto(origin + path)
        at_both_widths(page, axe)


def table(*rows):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return {"name": "tabla.xlsx", "mimeType": "application/octet-stream", "buffer": out.getvalue()}


@pytest.mark.parametrize("language", ["es", "en"])
def test_an_import_names_what_is_wrong_then_writes_what_was_seen(
    open_page, axe, operator, activity, language
):
    page = open_page("/admin/plans/period/import/", user=operator, language=language)
    heads = ["unit", "start", "end", "name_es"]
    page.locator("#id_file").set_input_files(table(heads, ["año", "03/04/2026", "2026-12-31", "2026"]))
    click(page.locator(".submit-row input").last)
    expect(page.get_by_role("alert")).to_contain_text("03/04/2026")
    at_both_widths(page, axe)

    page.locator("#id_file").set_input_files(table(heads, ["año", "2030-01-01", "2030-12-31", "Año 2030"]))
    click(page.locator(".submit-row input").last)
    expect(page.locator(".changes")).to_contain_text("Año 2030")
    at_both_widths(page, axe)
    click(page.locator("form.said .submit-row input"))
    expect(page.locator("#result_list")).to_contain_text("Año 2030")


def test_a_stale_form_keeps_the_text_and_asks(open_page, axe, operator, activity):
    page = open_page(address(activity), user=operator, language="en")
    page.locator("#id_title_es").fill("Firmar el protocolo")
    other = Client()
    other.force_login(operator)
    other.post(address(activity), sent(other.get(address(activity))) | {"title_es": "Publicar el protocolo"})
    click(page.locator("input[name=_save]"))
    conflict = page.locator(".conflict")
    expect(conflict).to_contain_text("Publicar el protocolo")
    expect(page.locator("#id_title_es")).to_have_value("Firmar el protocolo")
    at_both_widths(page, axe)
    page.get_by_label("Take what is saved: Title, in Spanish").check()
    click(page.locator("input[name=_save]"))
    activity.refresh_from_db()
    assert activity.title_es == "Publicar el protocolo"


def test_a_row_is_added_inside_a_form_and_withdrawn_with_a_reason(open_page, axe, operator, activity):
    party = activity.responsibilities.get().party
    page = open_page(address(party), user=operator, language="en")
    page.get_by_role("button", name="Add another Alias").click()
    page.locator("#id_aliases-1-text").fill("La ciudad de la orilla")
    click(page.locator("input[name=_continue]"))
    alias = party.aliases.get(text="La ciudad de la orilla")
    page.goto(page.url.partition("/admin/")[0] + address(alias, "delete/"))
    at_both_widths(page, axe)
    page.get_by_label("Reason").fill("No se usa")
    click(page.locator(".submit-row input"))
    assert not party.aliases.filter(pk=alias.pk).exists()
