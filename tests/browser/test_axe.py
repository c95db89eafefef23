"""Every page as people with and without sight get it: no finding of axe, no sideways scrolling, nothing refused."""

import os
from datetime import date

import pytest
from playwright.sync_api import expect

from coalitions.models import Coalition, Seat, User
from plans.models import Activity
from tests.browser.conftest import click
from tests.factories import make_operator
from tests.reporting.rows import make_line, make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROOF = bool(os.environ.get("PROOF"))
WIDTHS = [1280, 360]
SEEN = pytest.mark.parametrize(("language", "width"), [("es", 1280), ("en", 360)])
STRANGERS = ["/login/", "/login/password/", "/mail/"]
READERS = [
    "/",
    "/account/",
    "/account/second-step/",
    "/plans/ribera-2025/",
    "/plans/ribera-2025/report/",
    "/plans/none/",
    "/plans/vacio/",
]
STATUSES = ["completed", "in_progress", "not_started", "suspended", "cancelled", "unfinished", None]


@pytest.fixture
def ana():
    ribera = Coalition.objects.create(
        slug="ribera-clara", name_es="Coalición Ribera Clara", name_en="Clear Banks Coalition", invented=True
    )
    plan = make_plan(ribera, purpose_es="Conocer el estado de las riberas y reducir los vertidos.")
    make_line(plan, activities=len(STATUSES), statement_es="Que todas las ciudades midan lo mismo.")
    make_line(plan, "2", activities=1)
    for activity, status in zip(Activity.objects.order_by("pk"), STATUSES, strict=False):
        activity.status, activity.status_on = status, date(2025, 6, 30)
        activity.save()
    make_plan(ribera, "vacio")
    user = User.objects.create_user("ana@example.org", name="Ana Prado")
    Seat.objects.create(user=user, coalition=ribera, role=Seat.Role.READER)
    return user


def check(page, axe, widths=()):
    """Nothing is wrong with the page at its own width, and at each of these it does not scroll sideways.

    A language is looked at by axe at the one width, the other at the other; in `make proof` each at both.
    """
    own = page.viewport_size["width"]
    for width in dict.fromkeys([own, *widths]):
        page.set_viewport_size({"width": width, "height": 900})
        if width == own or PROOF:
            assert (page.url, width, axe(page)) == (page.url, width, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
    # An unknown address logs its own 404, and nothing else is refused by the content policy.
    assert [line for line in page.problems if "404" not in line] == []


@SEEN
def test_pages_of_strangers(open_page, axe, language, width):
    for path in STRANGERS:
        check(open_page(path, language=language, width=width), axe, WIDTHS)


@SEEN
def test_pages_of_readers(open_page, axe, ana, language, width):
    for path in READERS:
        page = open_page(path, user=ana, language=language, width=width)
        assert page.locator("html").get_attribute("lang") == language
        check(page, axe, WIDTHS)


def test_a_refused_sign_in_says_so_to_a_screen_reader(open_page, axe):
    page = open_page("/login/password/", language="en")
    page.locator("#id_login").fill("nobody@example.org")
    page.locator("#id_password").fill("wrong")
    click(page.locator("main button"))
    expect(page.get_by_role("alert")).to_be_visible()
    check(page, axe)


def test_the_keyboard_reaches_the_content_first(open_page, ana):
    page = open_page("/", user=ana, language="en")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_what_is_touched_is_large_enough(open_page, ana):
    page = open_page("/", user=ana, width=360)
    heights = page.locator("nav.main a, .tools button, .plans a").evaluate_all(
        "all => all.map(one => [one.textContent.trim(), one.getBoundingClientRect().height])"
    )
    assert heights
    assert [what for what, height in heights if height < 40] == []


def test_the_administration_works_under_the_content_policy(open_page):
    operator = make_operator(name="Operadora")
    page = open_page("/admin/coalitions/user/add/", user=operator)
    assert page.problems == []
    assert (
        page.locator("body").evaluate("one => getComputedStyle(one).fontFamily").startswith('"Source Sans 3"')
    )


def test_axe_would_notice(open_page, axe):
    page = open_page("/login/")
    page.evaluate("document.querySelector('label').remove()")
    assert any(finding.startswith("label: ") for finding in axe(page))
