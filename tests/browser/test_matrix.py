"""The matrix as a secretary gets it: by keyboard, on a phone, beside somebody else, from a spreadsheet."""

import pytest
from playwright.sync_api import expect

from plans.models import Activity, Indicator
from tests.browser.conftest import click
from tests.browser.test_axe import check
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_seat,
    make_user,
)
from tests.plans.editing.test_pasting import rows

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BASE = "/plans/riberas/matrix/"


@pytest.fixture
def sonia():
    """The secretary of a plan with two lines; the first row is full, the second has only a title and no period."""
    coalition = make_coalition(slug="riberas", invented=True)
    city = make_party(coalition, standing="member", name_es="Ciudad Alta")
    plan = make_plan(coalition, slug="riberas")
    line = make_objective(plan, statement_es="Que todas las ciudades midan lo mismo.")
    row = make_activity(line, responsible=[city], title_en="Agree a common protocol")
    make_indicator(activities=[row])
    make_activity(line, title_es="Publicar los datos", period_printed="", start=None, end=None)
    make_activity(make_objective(plan), status="completed")
    return make_seat(coalition, user=make_user(name="Sonia Vega")).user


def open_row(page, row):
    """Open a row by mouse, and wait until it has the focus: what is typed sooner goes where the focus goes."""
    page.locator(f"#open-a{row.pk}").click()
    expect(page.locator(f"#f{row.pk} :focus")).to_have_count(1)


def first():
    return Activity.objects.order_by("position").first()


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_of_the_matrix_is_clean(open_page, axe, sonia, language):
    row = first()
    acts = ["", "split/", "merge/"]
    paths = [BASE, f"{BASE}paste/", f"{BASE}objectives/add/", f"{BASE}objectives/{row.objective_id}/"]
    paths += [
        f"{BASE}objectives/{row.objective_id}/add/",
        *(f"{BASE}activities/{row.pk}/{act}" for act in acts),
    ]
    page = open_page(BASE, user=sonia, language=language)
    for path in paths:
        page.goto(page.url.split("/plans/")[0] + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            check(page, axe)


def test_a_row_is_opened_changed_and_closed_by_keyboard_alone(open_page, axe, sonia):
    row = first()
    page = open_page(BASE, user=sonia, language="en")
    page.locator(f"#open-a{row.pk}").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_code")).to_be_focused()
    check(page, axe)
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("Acordar y publicar el protocolo")
    state = page.locator(f"#state-{row.pk}")
    expect(state).to_contain_text("Saved at")
    page.keyboard.press("Tab")
    page.keyboard.type(" of sampling")
    expect(page.locator(f"#version-{row.pk}")).to_have_value("3")
    page.keyboard.press("Escape")
    expect(page.locator(f"#open-a{row.pk}")).to_be_focused()
    expect(page.locator(f"#open-a{row.pk}")).to_contain_text("sampling")
    row.refresh_from_db()
    assert (row.title_es, row.version) == ("Acordar y publicar el protocolo", 3)


def test_rows_and_lines_are_moved_by_keyboard_and_the_focus_stays(open_page, sonia):
    row, second = Activity.objects.order_by("position")[:2]
    page = open_page(BASE, user=sonia, language="es")
    page.locator(f"#open-a{row.pk}").focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".matrix tr.row").first).to_have_id(f"a{second.pk}")
    expect(page.locator(f"#down-a{row.pk}")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".matrix tr.row").first).to_have_id(f"a{row.pk}")


def test_new_lines_are_saved_once_while_one_types(open_page, sonia):
    row = first()
    page = open_page(BASE, user=sonia, language="en")
    open_row(page, row)
    page.get_by_role("button", name="Another indicator or milestone").click()
    name = page.locator("[name=indicator-2-name_es]")
    name.fill("Número de mapas")
    expect(page.locator("[name=indicator-2-id]")).not_to_have_value("")
    name.fill("Número de mapas publicados")
    expect(page.locator(f"#version-{row.pk}")).to_have_value("3")
    assert list(
        Indicator.objects.filter(name_es__startswith="Número de mapas").values_list("name_es", flat=True)
    ) == ["Número de mapas publicados"]


def test_what_a_target_means_is_chosen_by_keyboard_while_one_types(open_page, axe, sonia):
    row = first()
    page = open_page(BASE, user=sonia, language="en")
    open_row(page, row)
    page.locator("[name=indicator-0-targets]").fill("más de 40 ciudades")
    options = page.locator("#indicator-0-known input")
    expect(options).to_have_count(2)
    check(page, axe)
    options.first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"#version-{row.pk}")).to_have_value("3")
    expect(page.locator("#indicator-0-known .read")).to_contain_text("at least 40 ciudades")
    expect(options.nth(1)).to_be_focused()
    assert Indicator.objects.get().targets.get().number == 40


def test_a_party_that_is_not_there_is_added_by_keyboard_when_one_says_so(open_page, axe, sonia):
    row = first()
    page = open_page(BASE, user=sonia, language="en")
    open_row(page, row)
    page.locator("[name=party-1-party]").fill("Liga de los Ríos")
    add = page.locator("[name=party-1-add]")
    expect(add).not_to_be_checked()
    assert axe(page) == []
    kind = page.locator("[name=party-1-kind]")
    kind.focus()
    page.keyboard.type("org")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(f"#state-{row.pk}")).to_contain_text("Saved at")
    expect(add).to_have_count(0)
    assert row.responsibilities.get(party__name_es="Liga de los Ríos").party.kind == "organisation"


@pytest.mark.parametrize("place", ["in the table", "on its page"])
def test_two_people_on_one_row_lose_nothing(open_page, axe, sonia, place):
    row = first()
    page = open_page(BASE if place == "in the table" else f"{BASE}activities/{row.pk}/", user=sonia)
    if place == "in the table":
        open_row(page, row)
    expect(page.locator("#id_title_es")).to_be_visible()
    row.title_es, row.title_en, row.version = "Lo que escribió Eva", "What Eva wrote", 2
    row.save()
    page.locator("#id_title_es").fill("Lo que escribió Sonia")
    conflict = page.locator("section.conflict")
    expect(conflict).to_contain_text("Lo que escribió Eva")
    expect(conflict).to_contain_text("Lo que escribió Sonia")
    expect(conflict).to_be_focused()
    expect(page.get_by_label("Título en inglés", exact=False).first).to_be_checked()
    assert axe(page) == []
    page.locator("button[name=done]").click()
    expect(page.locator(f"#open-a{row.pk}")).to_contain_text("Sonia")
    row.refresh_from_db()
    assert (row.title_es, row.title_en, row.version) == ("Lo que escribió Sonia", "What Eva wrote", 3)


@pytest.mark.parametrize("width", [360, 1280])
def test_twenty_rows_are_pasted_looked_at_and_added(open_page, axe, sonia, width):
    page = open_page(f"{BASE}paste/", user=sonia, language="es", width=width)
    page.locator("#id_objective").select_option(index=1)
    page.locator("#id_text").fill(rows())
    click(page.get_by_role("button", name="Ver lo que se agregaría"))
    expect(page.locator(".pasted tbody tr")).to_have_count(20)
    expect(page.locator(".pasted .warn")).to_have_count(5)  # two numbers are in the plan already
    check(page, axe)
    assert Activity.objects.count() == 3
    click(page.get_by_role("button", name="Agregar 20 actividades"))
    expect(page.locator("tr.row")).to_have_count(23)
    assert Activity.objects.count() == 23


def test_a_removed_row_is_put_back(open_page, sonia):
    row = first()
    page = open_page(f"{BASE}activities/{row.pk}/", user=sonia, language="en", width=360)
    page.get_by_text("Move, copy, split, merge or remove").click()
    click(page.get_by_role("button", name="Remove this row"))
    expect(page.locator(f"#a{row.pk}")).to_have_count(0)
    click(page.get_by_role("button", name="Put it back"))
    expect(page.locator(f"#a{row.pk}")).to_have_count(1)
    assert first() == row


def test_on_a_phone_a_row_is_a_page_with_its_neighbours(open_page, sonia):
    row, second = Activity.objects.order_by("position")[:2]
    page = open_page(BASE, user=sonia, language="es", width=360)
    click(page.locator(f"#open-a{row.pk}"))
    assert page.url.endswith(f"/activities/{row.pk}/")
    click(page.get_by_role("link", name="Siguiente:"))
    assert page.url.endswith(f"/activities/{second.pk}/")


def test_a_line_that_is_lost_is_said_and_the_text_stays(open_page, sonia):
    row = first()
    page = open_page(BASE, user=sonia, language="en")
    open_row(page, row)
    page.route("**/activities/**", lambda route: route.abort())
    page.locator("#id_title_es").fill("Escrito sin línea")
    expect(page.locator(f"#state-{row.pk}")).to_contain_text("Not saved: there is no answer")
    page.unroute("**/activities/**")
    page.locator("#id_title_es").fill("Escrito con línea")
    expect(page.locator(f"#state-{row.pk}")).to_contain_text("Saved at")
