"""The rounds of a plan as a Secretariat runs them: on a wide screen and a phone, in both languages."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from plans.models import Round
from tests.browser.conftest import click
from tests.browser.test_axe import SEEN, WIDTHS, check
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_seat,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATES = ["accepted", "submitted", "returned", "draft", "asked"]
LATER = timezone.localdate() + timedelta(days=30)


class Scene:
    """A plan of three activities and three cities, one without a focal point, and its secretary."""

    def __init__(self):
        self.coalition = make_coalition()
        self.user = make_seat(self.coalition).user
        everybody = make_party(self.coalition, kind="members", name_es="Ciudades miembros")
        self.cities = [make_party(self.coalition, standing="member") for _ in range(3)]
        for city in self.cities[:2]:
            make_seat(role="focal_point", party=city)
        self.plan = make_plan(self.coalition)
        line = make_objective(self.plan)
        self.activities = [make_activity(line, responsible=[everybody]) for _ in range(2)]
        make_activity(line, status="cancelled", responsible=[everybody])
        self.base = f"/plans/{self.plan.slug}/rounds/"

    def round(self, number, **fields):
        return make_round(period=self.plan.periods.order_by("start")[number], **fields)


@pytest.fixture
def scene():
    return Scene()


@SEEN
def test_every_page_of_the_rounds(open_page, axe, scene, language, width):
    closed, opened, planned = scene.round(0), scene.round(1), scene.round(2, opened=False)
    closed.closed_at = closed.opened_at
    closed.save()
    for call in (closed, opened):
        pairs = [(activity, city) for activity in scene.activities for city in scene.cities]
        for (activity, city), state in zip(pairs, [*STATES, "asked"], strict=True):
            make_report(call, activity, city, state=state)
    pages = [
        "",
        "?unit=month&days=5",
        f"{closed.pk}/",
        f"{opened.pk}/",
        f"{opened.pk}/asked/",
        f"{planned.pk}/open/",
    ]
    for page in pages:
        check(open_page(scene.base + page, user=scene.user, language=language, width=width), axe, WIDTHS)


def test_from_an_empty_calendar_to_a_round_that_is_opened_again(open_page, axe, scene):
    page = open_page(scene.base, user=scene.user, language="en")
    page.get_by_label("How often").select_option("quarter")
    click(page.get_by_role("button", name="Show what would be added"))
    expect(page.get_by_text("4 rounds would be added")).to_be_visible()
    click(page.get_by_role("button", name="Plan these rounds"))
    click(page.get_by_role("link", name="Open it").nth(1))

    expect(page.get_by_text("Nobody reports for 1 of the parties that are asked.")).to_be_visible()
    page.get_by_label("1.1, Ciudad").first.uncheck()
    page.get_by_label("Received until the end of").fill(LATER.isoformat())
    click(page.get_by_role("button", name="Show the mails again for these ticks"))
    expect(page.get_by_text("5 reports are ticked.")).to_be_visible()
    page.get_by_text("See the mail in Spanish").click()
    check(page, axe)
    click(page.get_by_role("button", name="Open the round and write to 2 people"))

    expect(page.get_by_text("5 reports were asked for from 3 parties; 0 were received.")).to_be_visible()
    page.get_by_text("Give it another day").click()
    extend = page.locator("form[action$='/extend/']")
    extend.get_by_label("Received until the end of").fill((LATER + timedelta(days=3)).isoformat())
    extend.get_by_label("Reason").fill("Holidays")
    check(page, axe)
    click(extend.get_by_role("button"))
    page.locator("summary", has_text="Close the round").click()
    click(page.locator("form[action$='/close/']").get_by_role("button"))
    expect(page.get_by_text("Not reported").first).to_be_visible()
    page.locator("summary", has_text="Open it again").click()
    reopen = page.locator("form[action$='/reopen/']")
    reopen.get_by_label("Received until the end of").fill(LATER.isoformat())
    reopen.get_by_label("Reason").fill("Minutes were missing")
    click(reopen.get_by_role("button"))
    call = Round.objects.get(opened_at__isnull=False)
    assert (call.state, call.due) == ("open", LATER)


def test_the_heads_of_a_large_table_stay_in_sight(open_page, scene):
    call = scene.round(1)
    line = make_objective(scene.plan)
    rows = [make_activity(line) for _ in range(24)]
    for city in [*scene.cities, *(make_party(scene.coalition, standing="member") for _ in range(25))]:
        for activity in rows:
            make_report(call, activity, city)
    page = open_page(f"{scene.base}{call.pk}/", user=scene.user)
    region = page.locator(".scroll")
    region.evaluate("one => one.scrollTo(600, 900)")
    box, head, side = (
        one.bounding_box()
        for one in (region, region.locator("thead th").nth(12), region.locator("tbody th").nth(22))
    )
    assert abs(head["y"] - box["y"]) < 2
    assert abs(side["x"] - box["x"]) < 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
