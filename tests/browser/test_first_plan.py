"""From an empty installation to the first plan, with nothing but a keyboard and the mails that arrive."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from coalitions.models import Seat
from plans.models import Plan
from tests.browser.test_axe import check
from tests.coalitions.test_sign_in import app_code
from tests.factories import make_operator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Mailbox:
    """What one address received, newest first."""

    def __init__(self, outbox, address):
        self.outbox, self.address = outbox, address

    def newest(self):
        return next(mail.body for mail in reversed(self.outbox) if mail.to == [self.address])

    def link(self):
        """The path of the link in the newest mail."""
        return urlsplit(re.search(r"https?://\S+/invitations/\S+", self.newest()).group()).path

    def code(self):
        return re.search(r"^\s{4}(\S+)$", self.newest(), re.M).group(1)


@pytest.fixture
def mailbox(mailoutbox):
    return lambda address: Mailbox(mailoutbox, address)


def reach(page, target):
    """Go to a control by the Tab key alone, as who has no mouse must; fail where it cannot be reached."""
    target = target.first
    for _turn in range(120):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached by keyboard")


def follow(page, target):
    reach(page, target)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def press(page, name):
    follow(page, page.get_by_role("button", name=name))


def fill(page, target, text):
    reach(page, target)
    page.keyboard.insert_text(text)


def choose(page, target, label):
    """A choice in a list is made by typing how it begins."""
    reach(page, target)
    page.keyboard.type(label)


def sign_in_by_code(page, mails):
    """Accept an invitation in this browser and sign in by the code that is then mailed."""
    press(page, "Accept the invitation")
    if page.locator("#id_login").count():
        if not page.locator("#id_login").input_value():
            fill(page, page.locator("#id_login"), mails.address)
        press(page, "Mail me a code")
    fill(page, page.locator("#id_code"), mails.code())
    press(page, "Sign in")


@pytest.fixture
def rosas_page(open_page, mailbox, axe):
    """Rosa was invited by the operator of an empty site, and has signed in with her second step."""
    page = open_page("/", user=make_operator(), language="en")
    follow(page, page.get_by_role("link", name="Set up the first coalition"))
    fill(page, page.get_by_label("Name in Spanish"), "Coalición Ribera Clara")
    fill(page, page.get_by_label("Name in English"), "Clear Banks Coalition")
    fill(page, page.get_by_label("Short address"), "ribera-clara")
    fill(page, page.get_by_label("Address of the person"), "rosa@example.org")
    choose(page, page.get_by_label("Language of this person"), "English")
    check(page, axe)
    press(page, "Create the coalition")
    expect(page.get_by_role("status").get_by_text("rosa@example.org")).to_be_visible()
    check(page, axe)

    mails = mailbox("rosa@example.org")
    page = open_page(mails.link(), language="en")
    check(page, axe)
    sign_in_by_code(page, mails)
    fill(page, page.locator("#id_password1"), "orilla-serena-2026")
    fill(page, page.locator("#id_password2"), "orilla-serena-2026")
    follow(page, page.locator("main form button[type=submit]"))
    fill(page, page.locator("#id_code"), app_code(page.locator("#key").inner_text()))
    check(page, axe)
    press(page, "Switch on the second step")
    page.goto(urlsplit(page.url)._replace(path="/", query="").geturl())
    return page


def test_from_an_empty_site_to_a_focal_point_on_her_phone(rosas_page, open_page, mailbox, axe):
    page = rosas_page
    expect(page.get_by_role("heading", name="From here to the first plan")).to_be_visible()
    check(page, axe)
    follow(page, page.get_by_role("link", name="Complete the settings"))
    fill(page, page.get_by_label("E-mail address of the Secretariat"), "secretaria@example.org")
    fill(page, page.get_by_label("Levels of a new plan in Spanish"), "Línea estratégica > Actividad")
    press(page, "Save the settings")
    expect(page.get_by_role("status").get_by_text("The settings were saved.")).to_be_visible()
    check(page, axe)

    page.goto(page.url.replace("settings/", "members/list/"))
    fill(page, page.locator("textarea"), "Villa Mirasol\nPuerto Calandria")
    press(page, "See what would be added")
    press(page, "Add these parties")
    expect(page.get_by_role("link", name="Villa Mirasol")).to_be_visible()

    follow(page, page.get_by_role("navigation", name="Main").get_by_role("link", name="People"))
    fill(page, page.get_by_label("E-mail address"), "luz@example.org")
    choose(page, page.get_by_label("Language of the mail"), "English")
    choose(page, page.get_by_label("Role"), "focal")
    choose(page, page.get_by_label("Party", exact=True), "Villa")
    press(page, "Send the invitation")
    check(page, axe)

    mails = mailbox("luz@example.org")
    phone = open_page(mails.link(), language="en", width=360)
    check(phone, axe)
    sign_in_by_code(phone, mails)
    expect(phone.get_by_text("focal point (Villa Mirasol)")).to_be_visible()
    expect(phone.get_by_text("Nothing is asked of you at the moment.")).to_be_visible()
    check(phone, axe)
    assert set(Seat.objects.values_list("user__email", "role")) == {
        ("rosa@example.org", "secretariat"),
        ("luz@example.org", "focal_point"),
    }
    page.goto(urlsplit(page.url)._replace(path="/", query="").geturl())
    follow(page, page.get_by_role("link", name="Open the first plan"))
    check(page, axe)
    fill(page, page.get_by_label("Title in Spanish"), "Plan de trabajo 2026")
    fill(page, page.get_by_label("Term as the document says it"), "2026")
    press(page, "Make the plan")
    plan = Plan.objects.get(slug="plan-de-trabajo-2026")
    assert (plan.end, plan.levels.count(), plan.periods.count()) == (date(2026, 12, 31), 2, 4)
    page.goto(urlsplit(page.url)._replace(path="/", query="").geturl())
    expect(page.get_by_role("link", name="Plan de trabajo 2026").first).to_be_visible()
