"""Home in each role, the settings and the public face: no finding of axe, no sideways scrolling, in both languages."""

import pytest
from playwright.sync_api import expect

from coalitions import logo, setting_up
from tests.browser.conftest import click
from tests.browser.test_axe import SEEN, WIDTHS, check
from tests.coalitions.test_setting_up import picture
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_operator,
    make_party,
    make_plan,
    make_seat,
)
from tests.reporting.test_home import ask, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(settings, tmp_path):
    """A coalition in the middle of a round, and somebody of each kind: the path that each opens."""
    settings.MEDIA_ROOT = tmp_path
    riberas = make_coalition(
        slug="riberas", about_es="Ocho ciudades a la orilla de un río.", contact="st@example.org"
    )
    secretary = make_seat(riberas)
    setting_up.change_settings(riberas, {}, by=secretary.user, logo=logo.to_png(picture()))
    focal = make_seat(role="focal_point", party=make_party(riberas, standing="member"))
    make_party(riberas, standing="member")
    call = opened(make_plan(riberas))
    for state in ("accepted", "submitted", "asked", "draft"):
        ask(call, focal.party, state)
    ask(call, focal.party, "returned", review_note="¿En qué fecha?")
    make_activity(make_objective(call.plan), status="completed", responsible=[focal.party])
    empty = make_seat(make_coalition(slug="vacia"))
    operator = make_operator()
    return [
        ("/", focal.user), ("/", secretary.user), ("/", empty.user), ("/", operator),
        ("/operator/coalitions/new/", operator), ("/c/riberas/settings/", secretary.user),
        ("/coalitions/riberas/", None), ("/privacy/", None), ("/accessibility/", None),
    ]  # fmt: skip


@SEEN
def test_pages_of_everybody(open_page, axe, people, language, width):
    for path, user in people:
        check(open_page(path, user=user, language=language, width=width), axe, WIDTHS)


def test_a_refused_set_up_says_so_at_the_fields(open_page, axe, people):
    page = open_page("/operator/coalitions/new/", user=people[3][1], language="en")
    click(page.get_by_role("button", name="Create the coalition"))
    expect(page.get_by_role("alert").get_by_role("link", name="Short address")).to_be_visible()
    check(page, axe)
