"""The pages of members and people, as a secretary, a reader and an invited person get them."""

import re
from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from coalitions import invitations, membership
from coalitions.membership import NewParty
from coalitions.models import Invitation
from tests.browser.conftest import click
from tests.browser.test_axe import SEEN, WIDTHS, check
from tests.factories import make_coalition, make_party, make_seat, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ["members/", "members/add/", "members/list/", "members/{party}/", "people/", "people/{seat}/"]
LIST = "Alto Jacarandá;gobierno;Perú;miembro\nMunicipalidad de Bahía Nácar\nBahía Nácar\nCampo Lirio"


@pytest.fixture
def office(settings, mailoutbox):
    """A secretary of a coalition with a member, a body, an invitation and an ended seat."""
    settings.SITE_URL = "http://testserver"
    coalition = make_coalition(slug="riberas", invented=True, contact="st@example.org")
    sonia = make_seat(coalition, user=make_user(name="Sonia Vega")).user
    new = NewParty(
        "Bahía Nácar", country="BR", standing="member", admitted_on=date(2025, 2, 1), aliases=("Nácar",)
    )
    party = membership.add_party(coalition, new, by=sonia)
    body = make_party(coalition, kind="committee", name_es="Comité de los Ocho")
    membership.put_in_body(party, body, "chair", on=date(2025, 3, 1), by=sonia)
    seat = make_seat(role="focal_point", party=party, started_on=date(2025, 3, 1))
    make_seat(role="delegate", party=party, started_on=date(2025, 3, 1), ended_on=date(2025, 9, 1))
    invitations.invite(
        coalition, "bruno@example.org", "delegate", party, language="es", by=sonia, now=timezone.now()
    )
    return {"sonia": sonia, "party": party.pk, "seat": seat.pk, "mails": mailoutbox}


@SEEN
def test_pages_of_a_secretary(open_page, axe, office, language, width):
    for path in PAGES:
        page = open_page(
            f"/c/riberas/{path.format(**office)}", user=office["sonia"], language=language, width=width
        )
        for act in page.locator("details.act summary").all():
            act.click()
        check(page, axe, WIDTHS)


def test_a_list_is_pasted_looked_at_and_confirmed(open_page, axe, office):
    page = open_page("/c/riberas/members/list/", user=office["sonia"], language="en")
    page.get_by_label("The list, one party a line").fill(LIST + "\nVilla;reino")
    click(page.get_by_role("button", name="See what would be added"))
    expect(page.get_by_role("alert").get_by_role("cell", name="reino")).to_be_visible()
    check(page, axe, WIDTHS)
    page.get_by_label("The list, one party a line").fill(LIST)
    click(page.get_by_role("button", name="See what would be added"))
    page.get_by_label("Row 2: add").check()
    check(page, axe, WIDTHS)
    click(page.get_by_role("button", name="Add these parties"))
    expect(page.locator(".messages")).to_contain_text("3 parties were added.")
    check(page, axe, WIDTHS)


@SEEN
def test_an_invited_person_reads_accepts_and_is_led_to_the_sign_in(open_page, axe, office, language, width):
    link = re.search(r"(/invitations/[\w-]+/)", office["mails"][-1].body).group(1)
    page = open_page(link, language=language, width=width)
    check(page, axe, WIDTHS)
    page.keyboard.press("Tab")
    page.locator("main form button").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("input[type=email]")).to_have_value("bruno@example.org")
    used = open_page(link, language=language, width=width)
    assert axe(used) == []
    assert Invitation.objects.get().accepted_at


def test_a_refused_act_opens_its_form_and_says_why(open_page, axe, office):
    page = open_page(f"/c/riberas/members/{office['party']}/", user=office["sonia"], language="en", width=360)
    page.get_by_text("Add a spelling").click()
    page.get_by_label("Another spelling").fill("Comité de los Ocho")
    click(page.get_by_role("button", name="Add the spelling"))
    expect(page.get_by_role("alert")).to_contain_text("already stands for")
    expect(page.get_by_label("Another spelling")).to_be_visible()
    check(page, axe)
