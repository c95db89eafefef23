"""Mails as text and HTML in the reader's language; without a mail server, a folder and a page on one machine."""

import smtplib
import threading
import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from coalitions import invitations, mail_folder, mails
from coalitions.models import Seat
from tests.factories import make_coalition, make_party, make_user
from tests.house.test_settings import start

pytestmark = pytest.mark.django_db
KINDS = {
    "login_code": {"code": "1234-5678"},
    "new_sign_in": {
        "timestamp": timezone.now(),
        "ip": "192.0.2.1",
        "agent": "Firefox <b>",
        "path": "/account/",
    },
    "account_changed": {
        "act": "totp_activated",
        "timestamp": timezone.now(),
        "ip": "192.0.2.1",
        "agent": "x",
    },
}


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_mail_is_text_and_html_in_the_readers_language(kind, language):
    written = mails.write(kind, "ana@example.org", language, KINDS[kind])
    html, sort = written.alternatives[0]
    assert sort == "text/html"
    assert f'<html lang="{language}">' in html
    assert "\n" not in written.subject
    assert "Firefox <b>" not in html
    assert "http://testserver" in written.body


@pytest.mark.parametrize("language", ["es", "en"])
def test_an_invitation_says_who_invites_to_what_until_when(language, django_capture_on_commit_callbacks):
    coalition = make_coalition(name_es="Ribera & Mar", name_en="Bank & Sea", contact="sec@example.org")
    party = make_party(coalition, name_es="Alto Jacarandá")
    with django_capture_on_commit_callbacks(execute=True):
        invitations.invite(
            coalition, "ana@example.org", Seat.Role.FOCAL_POINT, party,
            language=language, name="Ana", by=None, now=timezone.now(),
        )  # fmt: skip
    sent = mail.outbox[-1]
    name = {"es": "Ribera & Mar", "en": "Bank & Sea"}[language]
    assert name in sent.subject
    for part in (name, "Alto Jacarandá", "http://testserver/invitations/", "sec@example.org", "Ana"):
        assert part in sent.body
    assert "&amp;" not in sent.body + sent.subject
    assert "Bank &amp; Sea" in sent.alternatives[0][0] or language == "es"


def test_a_new_browser_is_told_by_mail_once(client):
    cache.clear()
    ana = make_user(language="en")
    subjects = []
    for _ in range(2):
        client.post("/login/", {"login": ana.email})
        client.post("/login/code/", {"code": mail.outbox[-1].body.split("\n\n")[1].strip()})
        assert client.get("/account/").status_code == 200
        subjects = [sent.subject for sent in mail.outbox]
        client.post("/logout/")
    assert subjects.count("A sign-in to Plenaria from a new browser") == 1


@pytest.fixture
def folder(settings, tmp_path):
    settings.EMAIL_BACKEND = "coalitions.mail_folder.Folder"
    settings.MAIL_FOLDER = tmp_path / "mail"
    return settings.MAIL_FOLDER


def test_without_a_server_each_mail_is_a_file_and_a_page_shows_them(client, folder):
    assert client.get("/mail/").status_code == 200
    mails.send("login_code", "ana@example.org", "es", {"code": "1234-5678"})
    mails.send("login_code", "eva@example.org", "en", {"code": "<b>9"})
    files = sorted(folder.glob("*.eml"))
    assert len(files) == 2
    assert {oct(file.stat().st_mode & 0o777) for file in files} == {"0o600"}
    page = client.get("/mail/").text
    assert page.index("eva@example.org") < page.index("1234-5678")
    assert "&lt;b&gt;9" in page
    alone = client.get(f"/mail/{files[0].stem}.html")
    assert "1234-5678" in alone.text
    policy = alone["Content-Security-Policy"]
    assert policy == "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    assert client.get("/mail/20200101T000000-000000-9.html").status_code == 404
    assert mail_folder.find("../../.env") is None


def test_the_page_is_missing_from_a_real_site(tmp_path):
    """Neither with HTTPS nor with a mail server does the page exist; a mail server is used behind the request."""
    for change in ({}, {"HTTPS": "no", "EMAIL_URL": "smtp+ssl://u:p@mail.example.org:465"}):
        answer = start(tmp_path, **change, PRINT="MAIL_PAGE")
        assert answer.stdout.strip() == "False", answer.stderr
    answer = start(tmp_path, EMAIL_URL="smtp+ssl://u:p@mail.example.org:465", PRINT="EMAIL_BACKEND")
    assert answer.stdout.strip() == "coalitions.mail_folder.Later"


def test_a_slow_or_failing_server_does_not_hold_up_the_answer(monkeypatch, caplog):
    released = threading.Event()

    def held(self, messages):
        assert released.wait(30)
        raise smtplib.SMTPServerDisconnected("secret@example.org")

    monkeypatch.setattr("coalitions.mail_folder.Smtp.send_messages", held)
    # It answers although the server does not: the server is let go only afterwards.
    assert mail_folder.Later().send_messages([mail.EmailMessage("x", "y", to=["ana@example.org"])]) == 1
    released.set()
    for _turn in range(100):
        if "not sent" in caplog.text:
            break
        time.sleep(0.05)
    assert "1 mails were not sent: SMTPServerDisconnected" in caplog.text
    assert "example.org" not in caplog.text
