"""Signing in and out, the language of the interface, the accent and the health of the site."""

import pytest
from django.test import Client

from coalitions import accent
from coalitions.models import User


@pytest.fixture
def ana(db):
    return User.objects.create_user("Ana.Prado@example.org", name="Ana Prado", language="en")


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


@pytest.mark.parametrize("path", ["/", "/login/", "/healthz/", "/admin/", "/no-such-page"])
def test_a_wrong_host_header_is_refused(db, path):
    """A forged host would otherwise stand in the links of mails."""
    assert Client().get(path, HTTP_HOST="plans.evil.example").status_code == 400
