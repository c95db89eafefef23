"""PDFs by a background task: one task however often it is asked for, a page that says how far it is, and failures."""

import re
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client, override_settings
from django_tasks_db.models import DBTaskResult

from reporting.annual_report import pdf, rendering
from tests.factories import make_activity, make_objective, make_operator, make_plan, make_seat

BESIDE = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
MADE = b"%PDF-1.7 made by the test"


@pytest.fixture
def site(settings, tmp_path, monkeypatch):
    """A reader of a plan, with an empty folder of PDFs and a child that is quick."""
    settings.PDF_FOLDER = tmp_path / "pdf"
    cache.clear()
    made = []
    monkeypatch.setattr(pdf, "make_pdf", lambda html, limits=None: made.append(html) or MADE)
    seat = make_seat(role="reader")
    plan = make_plan(seat.coalition)
    make_activity(make_objective(plan))
    client = Client()
    client.force_login(seat.user)
    client.cookies["django_language"] = "en"
    yield SimpleNamespace(
        client=client, plan=plan, made=made, url=f"/plans/{plan.slug}/report.pdf?on=2026-04-03"
    )
    cache.clear()


def work():
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)


def with_a_worker():
    cache.set(rendering.ALIVE, True, 60)


@BESIDE
@pytest.mark.django_db(transaction=True)
def test_the_page_says_that_it_is_being_made_and_becomes_the_pdf(site):
    with_a_worker()
    answer = site.client.get(site.url)
    assert (answer.status_code, answer["Content-Type"]) == (202, "text/html; charset=utf-8")
    assert "The PDF is being made" in answer.text
    assert "It takes about 5 seconds." in answer.text
    again = re.fullmatch(r"3; url=(.+)", answer["Refresh"])[1]
    for _ in range(3):
        assert site.client.get(site.url).status_code == 202
        assert site.client.get(again).status_code == 202
    assert (DBTaskResult.objects.count(), site.made) == (1, [])
    work()
    assert len(site.made) == 1
    for url in (again, site.url):
        answer = site.client.get(url)
        assert (answer.status_code, answer["Content-Type"], answer.content) == (200, "application/pdf", MADE)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


@BESIDE
@pytest.mark.django_db(transaction=True)
def test_what_was_asked_for_is_printed_whatever_changes_meanwhile(site):
    with_a_worker()
    site.client.get(site.url)
    site.plan.title_es = site.plan.title_en = "Plan que cambió"
    site.plan.save()
    work()
    assert "Plan que cambió" not in site.made[0]
    assert site.client.get(site.url).status_code == 202


@BESIDE
@pytest.mark.django_db(transaction=True)
def test_one_that_failed_says_why_and_can_be_tried_again(site, monkeypatch):
    with_a_worker()

    def too_slow(html, limits=None):
        raise pdf.PdfNotMade("It took too long.")

    with monkeypatch.context() as slow:
        slow.setattr(pdf, "make_pdf", too_slow)
        again = site.client.get(site.url)["Refresh"].split("url=")[1]
        work()
    answer = site.client.get(again)
    assert answer.status_code == 503
    assert "It took too long." in answer.text
    assert site.client.get(site.url).status_code == 503
    assert f'action="{again}"'.replace("&", "&amp;") in answer.text
    tried = site.client.post(again)
    assert tried.status_code == 302
    assert site.client.get(tried.url).status_code == 202
    work()
    assert site.client.get(tried.url).content == MADE


@BESIDE
@pytest.mark.django_db
def test_without_a_worker_the_page_makes_it_itself(site):
    assert site.client.get(site.url).content == MADE
    assert site.client.get(site.url).content == MADE
    assert len(site.made) == 1


@BESIDE
@pytest.mark.django_db
def test_a_lost_task_is_asked_for_again(site, monkeypatch):
    with_a_worker()
    again = site.client.get(site.url)["Refresh"].split("url=")[1]
    monkeypatch.setattr(rendering, "LOST", -1)
    assert site.client.get(again).status_code == 503  # nobody says where it is: the reader may try again
    assert DBTaskResult.objects.count() == 2


@pytest.mark.django_db
def test_done_at_once_where_the_site_is_set_so(site):
    assert site.client.get(site.url).content == MADE


@BESIDE
@pytest.mark.django_db
def test_a_digest_opens_nothing_of_another_plan(site):
    with_a_worker()
    again = site.client.get(site.url)["Refresh"].split("url=")[1]
    name = again.rpartition("made=")[2]
    assert rendering.look(name, site.plan.pk)
    assert rendering.look(name, site.plan.pk + 1) is None
    for forged in ("", "../../etc/passwd", name.upper(), name + "0", "0" * 64):
        assert rendering.look(forged, site.plan.pk) is None
        assert site.client.get(f"{site.url}&made={forged}").status_code == 202
    stranger = Client()
    stranger.force_login(make_seat(role="reader").user)
    assert stranger.get(again).status_code == stranger.post(again).status_code == 404


@pytest.mark.django_db
def test_the_operator_is_told_whether_a_worker_is_there(site):
    client = Client()
    client.force_login(make_operator())
    client.cookies["django_language"] = "en"
    assert "The task worker is not running" in client.get("/").text
    with_a_worker()
    assert "The task worker is running." in client.get("/").text


@pytest.mark.django_db(transaction=True)
def test_a_worker_says_that_it_is_there_while_it_runs(site):
    with rendering.heart():
        for _ in range(100):
            if rendering.worker_is_there():
                break
            rendering.threading.Event().wait(0.05)
        assert rendering.worker_is_there()
    assert not rendering.worker_is_there()
