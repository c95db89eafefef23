"""Signing in and out, the language of the interface, the accent and the health of the site."""

import pytest
from django.test import Client

from coalitions import accent
from coalitions.models import User

PASSWORD = "orilla-serena-2025"


@pytest.fixture
def ana(db):
    return User.objects.create_user("Ana.Prado@example.org", PASSWORD, name="Ana Prado", language="en")


def sign_in(client, email="ana.prado@example.org", password=PASSWORD, **more):
    return client.post("/login/", {"username": email, "password": password, **more})


def test_a_stranger_is_sent_to_sign_in_and_back(client, ana):
    asked = client.get("/plans/ribera-2025/")
    assert (asked.status_code, asked["Location"]) == (302, "/login/?next=/plans/ribera-2025/")
    done = sign_in(client, next="/plans/ribera-2025/")
    assert (done.status_code, done["Location"]) == (302, "/plans/ribera-2025/")


def test_signing_in_takes_the_address_without_case_and_the_users_own_language(client, ana):
    assert '<html lang="es">' in client.get("/login/").text
    done = sign_in(client, "ANA.PRADO@example.org")
    assert done["Location"] == "/"
    assert done.cookies["django_language"].value == "en"
    home = client.get("/").text
    assert '<html lang="en">' in home
    assert "Ana Prado" in home


def test_a_wrong_password_and_an_unknown_address_get_the_same_words(client, ana):
    english = Client(headers={"accept-language": "en"})
    for email in ("ana.prado@example.org", "nobody@example.org"):
        answer = sign_in(english, email, "no")
        assert answer.status_code == 200
        assert "This e-mail address and password do not belong together" in answer.text
        assert '<div class="problems" role="alert"' in answer.text


def test_sign_in_never_leads_to_another_site(client, ana):
    assert sign_in(client, next="https://example.com/")["Location"] == "/"


def test_signing_out_says_so(client, ana):
    client.force_login(ana)
    assert client.get("/logout/").status_code == 405
    done = client.post("/logout/", follow=True, headers={"accept-language": "en"})
    assert done.redirect_chain[-1][0] == "/login/"
    assert 'class="success"' in done.text
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(("language", "expected"), [("en", "en"), ("es", "es"), ("tlh", "es")])
def test_the_language_is_switched_by_post_and_an_unknown_one_changes_nothing(client, db, language, expected):
    assert client.get("/language/").status_code == 405
    done = client.post("/language/", {"language": language, "next": "/login/"})
    assert (done.status_code, done["Location"]) == (302, "/login/")
    assert f'<html lang="{expected}">' in client.get("/login/").text


def test_the_language_switch_stays_on_this_site(client, db):
    done = client.post("/language/", {"language": "en", "next": "https://example.com/"})
    assert done["Location"] == "/"


def test_the_switch_needs_its_token(ana):
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    refused = strict.post("/language/", {"language": "en"})
    assert refused.status_code == 403
    assert "This form has expired" in refused.text


def test_health_tells_nothing_but_that_it_is_well(client, db):
    answer = client.get("/healthz/")
    assert (answer.status_code, answer.text, answer["Content-Type"]) == (200, "ok", "text/plain")
    assert client.post("/healthz/").status_code == 405


def test_the_accent_is_a_style_sheet_that_may_be_kept(client, db):
    answer = client.get("/accent/0b5d66.css")
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--accent: #0b5d66;" in answer.text


def test_an_accent_is_six_hexadecimal_digits_and_nothing_else(client, ana):
    client.force_login(ana)
    for colour in ("red", "0B5D66", "0b5d6", "0b5d66;}", "0b5d66%0a"):
        assert client.get(f"/accent/{colour}.css").status_code == 404


@pytest.mark.parametrize("colour", ["#0b5d66", "#ffd400", "#ffffff", "#7a5c9e", "#00ff00", "#000000"])
def test_any_accent_ends_legible_on_paper_and_on_its_wash(colour):
    shade = accent.legible(colour)
    assert accent.contrast(shade) >= 4.5
    assert accent.contrast(shade, accent.wash(shade)) >= 4.5


def test_a_legible_accent_is_kept_as_it_is():
    assert accent.legible("#0b5d66") == "#0b5d66"
    assert round(accent.contrast("#000000"), 1) == 21


def test_an_unknown_address_gets_words_in_the_readers_language(client, ana):
    client.force_login(ana)
    client.cookies["django_language"] = "en"
    page = client.get("/no/such/place")
    assert page.status_code == 404
    assert "This page was not found" in page.text
    assert '<html lang="en">' in page.text


def test_every_page_carries_the_strict_policy(client, db):
    for url in ("/login/", "/healthz/", "/accent/0b5d66.css"):
        policy = client.get(url)["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
