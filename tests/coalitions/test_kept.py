"""Nothing typed is lost when a session ends in between; and nobody else sees it."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from coalitions.sessions import STARTED
from tests.factories import make_user

pytestmark = pytest.mark.django_db
TYPED = {"name": "  Ana <b>Prado</b>\n", "language": "es", "tag": ["uno", "dos"]}


def open_then_end(client, user):
    """Somebody fills in a form, and her session outlives its longest time."""
    client.force_login(user)
    client.get("/account/")
    session = client.session
    session[STARTED] = time.time() - 8 * 24 * 3600
    session.save()


def test_what_was_typed_waits_behind_the_sign_in_and_is_saved_by_sending_it_again(client):
    ana = make_user(language="en")
    open_then_end(client, ana)
    late = client.post("/account/?tab=2", TYPED)
    assert late["Location"] == "/login/?next=/account/kept/"
    client.force_login(ana)
    page = client.get("/account/kept/")
    assert "Ana &lt;b&gt;Prado&lt;/b&gt;" in page.text
    assert [value for _name, value in page.context["fields"]] == [TYPED["name"], "es", "uno", "dos"]
    assert 'action="/account/?tab=2"' in page.text
    assert client.post(page.context["path"], dict(page.context["fields"])).status_code == 302
    ana.refresh_from_db()
    assert ana.name == TYPED["name"].strip()


def test_somebody_else_at_the_same_browser_does_not_see_it(client):
    open_then_end(client, make_user())
    client.post("/account/", TYPED)
    client.force_login(make_user())
    assert client.get("/account/kept/")["Location"] == "/"
    assert "kept_form" not in client.session


def test_a_session_that_idled_out_is_still_known_to_be_hers(client):
    client.force_login(make_user())
    client.get("/account/")
    Session.objects.update(expire_date=time.strftime("2020-01-01T00:00Z"))
    assert client.post("/account/", TYPED)["Location"] == "/login/?next=/account/kept/"
    assert client.session["kept_form"]["owner"]


def test_it_is_kept_for_an_hour_and_can_be_thrown_away(client, monkeypatch):
    ana = make_user()
    for late in (True, False):
        open_then_end(client, ana)
        client.post("/account/", TYPED)
        client.force_login(ana)
        if not late:
            assert client.get("/account/kept/").status_code == 200
            client.post("/account/kept/")
        else:
            now = time.time()
            with monkeypatch.context() as later:
                later.setattr(time, "time", lambda now=now: now + 3601)
                assert client.get("/account/kept/").status_code == 302
        assert client.get("/account/kept/").status_code == 302


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/account/password/", {"oldpassword": "secret", "password1": "secret"}),
        ("/account/", {"name": "Ana", "password": "secret"}),
        ("/account/second-step/", {"code": "123456"}),
        ("/account/", {"name": " "}),
        ("/account/", {"name": "x" * 400_000}),
    ],
)
def test_passwords_codes_nothing_and_floods_are_not_kept(client, path, data):
    assert "kept" not in client.post(path, data)["Location"]
    assert "kept_form" not in client.session


def test_a_strangers_forms_do_not_fill_the_site(client):
    kept = [Client().post("/account/", TYPED)["Location"] for _ in range(31)]
    assert kept[29:] == ["/login/?next=/account/kept/", "/login/?next=/account/"]


def test_a_form_of_another_site_is_never_kept_nor_shown():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/account/", TYPED).status_code == 403
    strict.force_login(make_user())
    for origin in ("https://evil.example.com", "null"):
        answer = strict.post("/account/", TYPED, headers={"origin": origin})
        assert (answer.status_code, "Prado" in answer.text) == (403, False)


def test_a_form_opened_before_signing_in_elsewhere_is_shown_again_with_a_new_token():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user())
    answer = strict.post("/account/", TYPED, headers={"origin": "http://testserver"})
    assert answer.status_code == 403
    assert "Ana &lt;b&gt;Prado" in answer.text
    token = answer.context["csrf_token"]
    again = dict(answer.context["fields"]) | {"csrfmiddlewaretoken": str(token)}
    assert strict.post(answer.context["path"], again).status_code == 302
