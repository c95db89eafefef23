"""Signing in by a mailed code, or with a password and a second step; limits; the end of a session (S-G1, S-G2)."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse

from coalitions import sessions
from coalitions.models import AuditEntry, Seat, User
from tests.factories import APP_KEY, make_operator, make_seat, make_user

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def ana(db):
    cache.clear()
    seat = make_seat(role=Seat.Role.FOCAL_POINT, user=make_user(email="ana@example.org", name="Ana Prado"))
    return seat.user


@pytest.fixture
def lucia(db):
    """The secretary, with password and authenticator app."""
    cache.clear()
    return make_seat(user=make_user(email="lucia@example.org", name="Lucía Ferro", is_staff=True)).user


def ask(client, email="ana@example.org", **more):
    return client.post("/login/" + more.pop("query", ""), {"login": email}, **more)


def mailed_code():
    return re.search(r"\d{4}-\d{4}", mail.outbox[-1].body).group()


def type_code(client, code, query=""):
    return client.post(f"/login/code/{query}", {"code": code})


def app_code(key=APP_KEY, steps=0):
    return format_hotp_value(hotp_value(key, int(time.time()) // 30 + steps))


def is_signed_in(client):
    return client.get("/account/").status_code == 200


def wait(monkeypatch, seconds):
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + seconds)


def test_a_code_signs_in_the_browser_that_asked_and_leads_to_the_page_asked_for(client, ana):
    sent_on = client.get("/plans/ribera-2025/")
    assert sent_on["Location"] == "/login/?next=/plans/ribera-2025/"
    asked = ask(client, "ANA@example.org", query="?next=/plans/ribera-2025/")
    assert asked["Location"] == "/login/code/?next=%2Fplans%2Fribera-2025%2F"
    assert [mail.outbox[0].to, len(mail.outbox)] == [["ana@example.org"], 1]
    assert not is_signed_in(client)
    done = type_code(client, mailed_code().replace("-", " "), "?next=/plans/ribera-2025/")
    assert done["Location"] == "/plans/ribera-2025/"
    assert done.cookies["django_language"].value == "es"
    assert is_signed_in(client)


def test_a_code_works_once_and_only_where_it_was_asked_for(client, ana):
    ask(client)
    code = mailed_code()
    other = Client()
    assert type_code(other, code)["Location"] == "/login/"
    ask(other)
    assert type_code(other, code).status_code == 200  # the other browser's own code is another one
    assert not is_signed_in(other)
    type_code(client, code)
    assert is_signed_in(client)
    client.post("/logout/")
    assert type_code(client, code)["Location"] == "/login/"
    assert not is_signed_in(client)


def test_a_code_holds_for_ten_minutes(client, ana, monkeypatch):
    ask(client)
    wait(monkeypatch, 599)
    assert type_code(client, "0000-0000").status_code == 200
    wait(monkeypatch, 2)
    late = client.post(
        "/login/code/", {"code": mailed_code()}, follow=True, headers={"accept-language": "en"}
    )
    assert late.redirect_chain[-1][0] == "/login/"
    assert "This code no longer holds" in late.text
    assert not is_signed_in(client)


def test_after_three_wrong_tries_the_right_code_is_dead(client, ana):
    ask(client)
    assert [type_code(client, "0000-0000").status_code for _ in range(3)] == [200, 200, 302]
    assert type_code(client, mailed_code())["Location"] == "/login/"
    assert not is_signed_in(client)


def test_an_unknown_address_gets_the_same_answers_and_no_mail(ana):
    answers = []
    for email in ("ana@example.org", "nadie@example.org"):
        client = Client()
        asked = ask(client, email)
        page = client.get("/login/code/")
        tries = [type_code(client, "0000-0000").status_code for _ in range(4)]
        text = re.sub(r'value="\w{64}"', "", page.text).replace(email, "@")
        answers.append([asked.status_code, asked["Location"], text, tries])
    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [["ana@example.org"]]


def test_a_closed_account_gets_no_code(client, ana):
    ana.is_active = False
    ana.save()
    assert ask(client)["Location"] == "/login/code/"
    assert mail.outbox == []


def test_an_account_closed_between_code_and_typing_stays_out(client, ana):
    ask(client)
    ana.is_active = False
    ana.save()
    assert type_code(client, mailed_code())["Location"] == "/login/"
    assert not is_signed_in(client)


def test_sign_in_never_leads_to_another_site(client, ana):
    ask(client, query="?next=https://example.com/")
    assert type_code(client, mailed_code(), "?next=https://example.com/")["Location"] == "/"


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password"])
def test_there_is_no_sign_up_no_second_address_and_no_reset(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_the_sixth_code_from_one_place_is_refused_and_elsewhere_one_is_sent(ana):
    answers = [ask(Client()) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [302] * 5 + [429]
    assert answers[-1]["Retry-After"] == "600"
    forged = ask(Client(), headers={"x-forwarded-for": "198.51.100.7"})
    assert forged.status_code == 429
    assert ask(Client(), REMOTE_ADDR="198.51.100.7").status_code == 302
    assert len(mail.outbox) == 6


def test_the_eleventh_wrong_password_is_refused_here_and_the_owner_gets_in_elsewhere(lucia):
    def enter(password, **place):
        return Client().post("/login/password/", {"login": lucia.email, "password": password}, **place)

    assert [enter("wrong").status_code for _ in range(11)] == [200] * 10 + [429]
    assert enter(PASSWORD).status_code == 429
    assert enter(PASSWORD, headers={"x-forwarded-for": "198.51.100.7"}).status_code == 429
    assert enter(PASSWORD, REMOTE_ADDR="198.51.100.7")["Location"] == "/login/second-step/"


def test_a_wrong_password_an_unknown_address_and_somebody_without_second_step_get_the_same_words(ana, lucia):
    for email, password in [(lucia.email, "no"), ("nadie@example.org", "no"), (ana.email, PASSWORD)]:
        client = Client(headers={"accept-language": "en"})
        answer = client.post("/login/password/", {"login": email, "password": password})
        assert answer.status_code == 200
        assert "This e-mail address and password do not belong together" in answer.text


@pytest.mark.parametrize("way", ["password", "code"])
def test_a_secretary_needs_the_second_step_either_way(client, lucia, way):
    if way == "password":
        first = client.post("/login/password/", {"login": lucia.email, "password": PASSWORD})
    else:
        ask(client, lucia.email)
        first = type_code(client, mailed_code())
    assert first["Location"] == "/login/second-step/"
    assert not is_signed_in(client)
    assert client.post("/login/second-step/", {"code": "000000"}).status_code == 200
    code = app_code()
    assert client.post("/login/second-step/", {"code": code})["Location"] == "/"
    assert client.get("/admin/").status_code == 200
    again = Client()
    again.post("/login/password/", {"login": lucia.email, "password": PASSWORD})
    assert again.post("/login/second-step/", {"code": code}).status_code == 200  # a code works once
    assert not is_signed_in(again)


def test_a_new_secretary_sets_password_and_second_step_before_anything_else(client):
    cache.clear()
    user = User.objects.create_user("nueva@example.org", language="en")
    coalition = make_seat().coalition
    Seat.objects.create(user=user, coalition=coalition, role=Seat.Role.SECRETARIAT)
    ask(client, user.email)
    type_code(client, mailed_code())
    for path in ("/", "/account/", "/account/recovery-codes/", "/admin/", f"/coalitions/{coalition.slug}/"):
        assert client.get(path)["Location"] == "/account/password/set/"
    chosen = {"password1": "orilla serena 2025", "password2": "orilla serena 2025"}
    assert client.post("/account/password/set/", chosen).status_code == 302
    assert client.get("/")["Location"] == "/account/second-step/"
    page = client.get("/account/second-step/")
    assert client.post("/account/second-step/", {"code": "000000"}).status_code == 200
    key = page.context["form"].secret
    assert page.text.count(key) == 1
    page = client.get("/account/second-step/")
    key = page.context["form"].secret
    done = client.post("/account/second-step/", {"code": app_code(key)})
    assert done["Location"] == "/account/recovery-codes/"
    assert len(client.get("/account/recovery-codes/").context["unused_codes"]) == 10
    assert client.get("/").status_code == 200
    assert key not in str(Authenticator.objects.get(user=user, type="totp").data)


def test_setting_up_the_second_step_asks_for_the_password_where_only_a_code_was_typed(client, lucia):
    """Who has only the mailbox cannot add an app of her own."""
    Authenticator.objects.all().delete()
    ask(client, lucia.email)
    type_code(client, mailed_code())
    assert client.get("/")["Location"] == "/account/second-step/"
    assert client.get("/account/second-step/")["Location"].startswith("/account/confirm/")
    assert client.post("/account/confirm/", {"password": "no"}).status_code == 200
    client.post("/account/confirm/?next=/account/second-step/", {"password": PASSWORD})
    assert client.get("/account/second-step/").status_code == 200


def test_sessions_opened_before_the_second_step_end_when_it_is_set_up(lucia):
    Authenticator.objects.all().delete()
    thief, owner = Client(), Client()
    ask(thief, lucia.email)
    type_code(thief, mailed_code())
    assert thief.get("/")["Location"] == "/account/second-step/"
    owner.post("/login/password/", {"login": lucia.email, "password": PASSWORD})
    key = owner.get("/account/second-step/").context["form"].secret
    owner.post("/account/second-step/", {"code": app_code(key)})
    assert owner.get("/").status_code == 200
    assert thief.get("/")["Location"].startswith("/login/")


def test_a_recovery_code_opens_once(client, lucia):
    client.force_login(lucia)
    client.post("/account/confirm/", {"password": PASSWORD})
    client.post("/account/recovery-codes/new/")
    code = client.get("/account/recovery-codes/").context["unused_codes"][0]
    assert code in client.get("/account/recovery-codes/download/").text
    for expected in (302, 200):
        other = Client()
        other.post("/login/password/", {"login": lucia.email, "password": PASSWORD})
        assert other.post("/login/second-step/", {"code": code}).status_code == expected


@pytest.mark.parametrize(("staff", "hours"), [(False, 7 * 24), (True, 12)])
def test_a_session_in_use_still_ends_after_its_longest_time(client, ana, lucia, staff, hours, monkeypatch):
    client.force_login(lucia if staff else ana)
    assert is_signed_in(client)
    start = time.time()
    monkeypatch.setattr(time, "time", lambda: start + hours * 3600 - 60)
    assert is_signed_in(client)
    monkeypatch.setattr(time, "time", lambda: start + hours * 3600 + 60)
    assert not is_signed_in(client)


def test_use_renews_the_session_and_idling_ends_it(client, ana, monkeypatch):
    client.force_login(ana)
    client.get("/account/")
    before = Session.objects.get(session_key=client.session.session_key).expire_date
    assert "sessionid" not in client.get("/account/").cookies
    wait(monkeypatch, 700)
    assert client.get("/account/").cookies["sessionid"]["max-age"] == 8 * 3600
    assert Session.objects.get(session_key=client.session.session_key).expire_date > before
    Session.objects.update(expire_date=before.replace(year=2020))
    assert not is_signed_in(client)


def test_signing_out_everywhere_ends_every_session(ana):
    here, there, somebody = Client(), Client(), Client()
    other = make_user()
    for browser, user in [(here, ana), (there, ana), (somebody, other)]:
        browser.force_login(user)
        assert is_signed_in(browser)
    assert here.post("/account/sign-out-everywhere/")["Location"] == "/login/"
    assert [is_signed_in(browser) for browser in (here, there, somebody)] == [False, False, True]
    assert AuditEntry.objects.filter(act="signed out everywhere", object_pk=ana.pk).count() == 1


def test_a_new_password_ends_the_other_sessions(lucia):
    here, there = Client(), Client()
    for browser in (here, there):
        browser.force_login(lucia)
        assert is_signed_in(browser)
    data = {"oldpassword": PASSWORD, "password1": "tres barcas verdes", "password2": "tres barcas verdes"}
    assert here.post("/account/password/", data)["Location"] == "/account/"
    assert [is_signed_in(here), is_signed_in(there)] == [True, False]


def test_a_closed_account_is_out_at_the_next_request(client, ana):
    client.force_login(ana)
    User.objects.filter(pk=ana.pk).update(is_active=False)
    assert not is_signed_in(client)


def test_an_operator_ends_sessions_and_forgets_a_lost_app(client, lucia, capsys):
    client.force_login(lucia)
    assert is_signed_in(client)
    call_command("end_sessions", "lucia@example.org", "--second-step")
    assert not is_signed_in(client)
    assert not sessions.has_second_step(lucia)
    call_command("end_sessions")
    for wrong in (["nadie@example.org"], ["--second-step"]):
        with pytest.raises(CommandError):
            call_command("end_sessions", *wrong)


def test_the_command_shows_what_the_app_would(capsys):
    call_command("authenticator_code", APP_KEY)
    assert capsys.readouterr().out.strip() in {app_code(), app_code(steps=-1)}


def test_a_person_changes_her_name_and_language(client, ana):
    client.force_login(ana)
    done = client.post(
        "/account/", {"name": "Ana P.", "language": "en", "is_staff": "on", "email": "x@y.org"}
    )
    assert (done["Location"], done.cookies["django_language"].value) == ("/account/", "en")
    ana.refresh_from_db()
    assert (ana.name, ana.language, ana.is_staff, ana.email) == ("Ana P.", "en", False, "ana@example.org")
    assert client.post("/account/", {"name": "", "language": "xx"}).status_code == 200


def test_the_code_page_lets_one_start_again(client, ana):
    ask(client)
    assert client.get("/login/")["Location"] == "/login/code/"
    assert client.post("/logout/")["Location"] == "/login/"
    assert client.get("/login/").status_code == 200


def test_a_wrong_host_is_refused(client, ana):
    for path in ("/login/", "/", "/healthz/"):
        assert client.get(path, headers={"host": "evil.example.com"}).status_code == 400


def test_an_operator_without_password_is_no_exception(client):
    operator = User.objects.create_superuser("op@example.org")
    client.force_login(operator)
    assert client.get("/admin/")["Location"] == "/account/password/set/"
    client.force_login(make_operator())
    assert client.get("/admin/").status_code == 200
