"""A whole round, as its people go through it: opened, reported from a phone, returned, corrected, accepted by a second
person, one entered on behalf, shown in timeline and report, closed, opened again (T7-T9, G20)."""

import io
import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from coalitions.models import Document
from plans.models import Acceptance, ProgressReport, Round
from tests.browser.conftest import click
from tests.coalitions.files import photo
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_party,
    make_plan,
    make_seat,
    make_user,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LATER = timezone.localdate() + timedelta(days=20)
PHONE = 360


class Riberas:
    """A coalition of two cities: Ana and Luis keep it, Mario reports for Piura, Grace for Alta."""

    def __init__(self, open_page):
        self.open_page, self.pages = open_page, []
        coalition = make_coalition(slug="riberas", contact="st@example.org")
        self.people = {
            "Ana": make_seat(coalition, user=make_user(name="Ana Prado", language="en")).user,
            "Luis": make_seat(coalition, user=make_user(name="Luis Alba", language="es")).user,
        }
        self.cities = {}
        for name, city, language in (("Mario", "Piura", "es"), ("Grace", "Alta", "en")):
            party = make_party(coalition, standing="member", name_es=city)
            user = make_user(name=f"{name} Lago", language=language)
            make_seat(role="focal_point", party=party, user=user)
            self.people[name], self.cities[city] = user, party
        year = timezone.localdate().year
        self.plan = make_plan(coalition, slug="riberas", start=date(year - 1, 1, 1), end=date(year, 12, 31))
        line, when = make_objective(self.plan), {"start": date(year - 1, 1, 1), "end": date(year - 1, 12, 31)}
        for city, title in (("Piura", "Medir el agua"), ("Alta", "Firmar el convenio")):
            make_activity(line, title_es=title, responsible=[self.cities[city]], **when)

    def at(self, path, name, width=1280):
        user = self.people[name]
        self.pages.append(self.open_page(path, user=user, language=user.language, width=width))
        return self.pages[-1]

    def report(self, city):
        return ProgressReport.objects.get(party=self.cities[city])


@pytest.fixture
def riberas(open_page, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return Riberas(open_page)


def opened_from_mail(riberas, name, width=1280):
    """The page that the newest mail to somebody leads to."""
    user = riberas.people[name]
    letter = [one for one in mail.outbox if one.to == [user.email]][-1]
    return letter, riberas.at(re.search(r"http://testserver(/\S*)", letter.body)[1], name, width)


def says(page, *words):
    for one in words:
        expect(page.locator("main")).to_contain_text(one)


def test_a_whole_round(riberas):
    assert timeline_of(riberas) == ["Not reported", "Not reported"]

    the_secretariat_opens_a_round(riberas)
    a_focal_point_reports_from_a_phone(riberas)
    it_is_returned_with_a_note(riberas)
    it_is_corrected_and_sent_again(riberas)
    another_person_accepts_it(riberas)
    one_is_entered_on_behalf_and_accepted_by_the_other(riberas)

    assert timeline_of(riberas) == ["In progress", "Completed"]
    the_report_shows_what_was_accepted(riberas)
    the_round_is_closed_and_opened_again(riberas)
    assert [line for page in riberas.pages for line in page.problems] == []


def timeline_of(riberas):
    """The status of each activity in the timeline, as Grace reads it."""
    page = riberas.at("/plans/riberas/timeline/", "Grace")
    words = ("Not reported", "In progress", "Completed")
    found = []
    for title in ("Medir el agua", "Firmar el convenio"):
        text = page.get_by_role("row").filter(has_text=title).first.inner_text()
        found += [word for word in words if word.lower() in text.lower()]
    return found


def the_secretariat_opens_a_round(riberas):
    page = riberas.at("/plans/riberas/", "Ana")
    click(page.get_by_role("link", name="Rounds"))
    page.get_by_label("How often").select_option("quarter")
    click(page.get_by_role("button", name="Show what would be added"))
    click(page.get_by_role("button", name="Plan these rounds"))
    click(page.get_by_role("link", name="Open it").first)
    page.get_by_label("Received until the end of").fill(LATER.isoformat())
    click(page.get_by_role("button", name="Open the round and write to 2 people"))
    says(page, "2 reports were asked for from 2 parties; 0 were received.")
    assert {one.to[0] for one in mail.outbox} == {riberas.people[name].email for name in ("Mario", "Grace")}


def a_focal_point_reports_from_a_phone(riberas):
    letter, page = opened_from_mail(riberas, "Mario", PHONE)
    assert "Informes" in letter.subject
    click(page.get_by_role("link", name="Medir el agua"))
    page.locator("[name=status][value=in_progress]").check()
    page.locator("[name=executed]").fill("40")
    page.locator("[name=done]").fill("Se midió en dos puntos.")
    taken = {"name": "punto-3.jpg", "mimeType": "image/jpeg", "buffer": photo((2400, 1800))}
    page.set_input_files("#evidence-photo", taken)
    expect(page.locator(".uploaded a")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    click(page.locator("button[value=submit]"))
    says(page, "Enviado", "Se midió en dos puntos.")
    with Image.open(io.BytesIO(Document.objects.get().file.read())) as kept:
        assert (max(kept.size), dict(kept.getexif())) == (2000, {})


def it_is_returned_with_a_note(riberas):
    page = riberas.at("/", "Ana")
    click(page.get_by_role("link", name="1 report sent in, to be reviewed"))
    click(page.get_by_role("link", name="Piura"))
    expect(page.locator("table.compare")).to_contain_text("Se midió en dos puntos.")
    with page.expect_download() as photo_of_it:
        page.get_by_role("link", name="punto-3").click()
    assert photo_of_it.value.suggested_filename.endswith((".jpg", ".jpeg"))
    page.get_by_text("Return it with a note").click()
    says(page, "The note goes to Mario Lago, who reads it in Spanish.")
    page.get_by_label("What is missing, or what you ask").fill("¿En qué fechas?")
    click(page.get_by_role("button", name="Return it with the note"))
    says(page, "No report waits for you.")


def it_is_corrected_and_sent_again(riberas):
    letter, page = opened_from_mail(riberas, "Mario", PHONE)
    assert "¿En qué fechas?" in letter.body
    says(page, "¿En qué fechas?")
    expect(page.locator(".uploaded a")).to_have_count(1)
    page.locator("[name=done]").fill("Se midió en dos puntos, el 3 y el 10 de marzo.")
    click(page.locator("button[value=submit]"))
    home = riberas.at("/", "Mario", PHONE)
    says(home, "Todo lo de esta ronda está enviado.")


def another_person_accepts_it(riberas):
    page = riberas.at("/plans/riberas/review/", "Luis")
    click(page.get_by_role("link", name="Piura"))
    says(page, "el 3 y el 10 de marzo", "¿En qué fechas?")
    click(page.get_by_role("button", name="Aceptar", exact=True))
    row = Acceptance.objects.get(report=riberas.report("Piura"))
    assert (row.accepted_by, row.executed, row.evidence.count()) == (riberas.people["Luis"], 40, 1)


def one_is_entered_on_behalf_and_accepted_by_the_other(riberas):
    page = riberas.at("/plans/riberas/rounds/", "Luis")
    click(page.locator("main").get_by_role("link").filter(has_text="trimestre").first)
    report = riberas.report("Alta")
    click(page.locator(f"a[href='/reports/{report.pk}/']"))
    click(page.locator("a[href$='?on_behalf']"))
    page.get_by_label("Quién dio la respuesta").fill("Grace Lago")
    page.locator("[name=given_on]").fill(timezone.localdate().isoformat())
    page.locator("[name=channel]").select_option("telephone")
    page.locator("[name=status][value=completed]").check()
    page.locator("[name=executed]").fill("100")
    page.locator("[name=done]").fill("El convenio se firmó.")
    page.locator("[name=without_evidence]").fill("El original está en la alcaldía.")
    click(page.locator("button[value=submit]"))

    # Who entered it sees that another must accept it.
    click(page.locator(f"a[href='/reports/{report.pk}/review/']"))
    expect(page.locator("form[action$='/review/accept/']")).to_have_count(0)

    letter, seen = opened_from_mail(riberas, "Grace", PHONE)
    assert "on behalf" in letter.subject
    says(seen, "El convenio se firmó.", "Object to what was entered")

    other = riberas.at(f"/reports/{report.pk}/", "Ana")
    click(other.get_by_role("link", name="Review the report"))
    says(other, "Telephone: Grace Lago")
    click(other.get_by_role("button", name="Accept", exact=True))
    assert ProgressReport.objects.filter(state="accepted").count() == 2


def the_report_shows_what_was_accepted(riberas):
    page = riberas.at("/plans/riberas/report/", "Mario")
    text = page.locator("body")
    for words in ("el 3 y el 10 de marzo", "El convenio se firmó.", "40", "100"):
        expect(text).to_contain_text(words)


def the_round_is_closed_and_opened_again(riberas):
    call = Round.objects.get(opened_at__isnull=False)
    page = riberas.at(f"/plans/riberas/rounds/{call.pk}/", "Ana")
    says(page, "2 were received")
    page.locator("summary", has_text="Close the round").click()
    click(page.locator("form[action$='/close/']").get_by_role("button"))
    says(page, "Closed round")
    report = f"/reports/{riberas.report('Piura').pk}/"
    closed = riberas.at(report, "Mario", PHONE)
    says(closed, "La ronda se cerró", "st@example.org")
    expect(closed.get_by_role("button", name="Informar de nuevo")).to_have_count(0)

    page.locator("summary", has_text="Open it again").click()
    reopen = page.locator("form[action$='/reopen/']")
    reopen.get_by_label("Received until the end of").fill(LATER.isoformat())
    reopen.get_by_label("Reason").fill("Minutes were missing")
    click(reopen.get_by_role("button"))
    says(page, "Open round")

    again = riberas.at(report, "Mario", PHONE)
    click(again.get_by_role("button", name="Informar de nuevo"))
    expect(again.locator("[name=done]")).to_have_value("Se midió en dos puntos, el 3 y el 10 de marzo.")
    assert Acceptance.objects.filter(current=True).count() == 2
