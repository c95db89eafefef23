"""Each form of a round sent twice, one after the other and at the same moment: as many rows as forms (S-B2)."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import chain

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from coalitions import once
from coalitions.models import AuditEntry, Document
from plans.models import Acceptance, Notice, ProgressReport
from tests.coalitions.files import pdf
from tests.factories import make_activity, make_report, make_round
from tests.plans.reviewing import make_desk
from tests.plans.reviewing import sent as waiting

pytestmark = pytest.mark.django_db(transaction=True)
FORMS = 200 if os.environ.get("PROOF") else 4


@pytest.fixture
def desk(settings, tmp_path):
    settings.MEDIA_ROOT, settings.UPLOADS_A_DAY = tmp_path / "media", 10 * FORMS
    return make_desk()


def reports(desk, make):
    return [make(desk, make_activity(desk.line)) for _form in range(FORMS)]


def sends(desk):
    """Reports that are sent: as many as there were forms, each once in the history and once in the log."""
    rows = reports(desk, lambda desk, activity: make_report(desk.round, activity, desk.city))
    for row in rows:
        yield desk.mario, f"/reports/{row.pk}/", {"version": 1, "done": f"Informe {row.pk}", "act": "submit"}
    yield ProgressReport.history.filter(state="submitted").count(), acts("report sent")


def accepts(desk):
    for row in reports(desk, waiting):
        yield desk.ana, f"/reports/{row.pk}/review/accept/", {"version": row.version}
    yield Acceptance.objects.count(), acts("report accepted")


def returns(desk):
    for row in reports(desk, waiting):
        yield desk.ana, f"/reports/{row.pk}/review/return/", {"version": row.version, "note": "¿Cuándo?"}
    yield Notice.objects.filter(kind="returned").count(), acts("report returned")


def opens(desk):
    """Rounds, each of a period of its own, with one report."""
    activity, due = make_activity(desk.line), timezone.localdate() + timedelta(days=20)
    for number in range(FORMS):
        day = date(2026, 1, 1) + timedelta(days=number)
        call = make_round(period=desk.plan.periods.create(unit="month", start=day, end=day), opened=False)
        data = {"open": "1", "due": due.isoformat(), "ask": f"{activity.pk}-{desk.city.pk}"}
        yield desk.ana, f"/plans/{desk.plan.slug}/rounds/{call.pk}/open/", data
    yield ProgressReport.objects.count(), acts("round opened")


def uploads(desk):
    row = make_report(desk.round, make_activity(desk.line), desk.city)
    for number in range(FORMS):
        yield desk.mario, f"/reports/{row.pk}/evidence/", {"name": f"acta {number}.pdf"}
    yield row.evidence.count(), acts("evidence added")


def links(desk):
    row = make_report(desk.round, make_activity(desk.line), desk.city)
    for number in range(FORMS):
        yield desk.mario, f"/reports/{row.pk}/evidence/", {"url": f"https://example.org/{number}"}
    yield Document.objects.count(), acts("evidence added")


def acts(act):
    return AuditEntry.objects.filter(act=act).count()


@pytest.mark.parametrize("at_once", [1, 8], ids=["one after the other", "at the same moment"])
@pytest.mark.parametrize(
    "story", [sends, accepts, returns, opens, uploads, links], ids=lambda story: story.__name__
)
def test_double_posts_make_one_row_each(desk, story, at_once):
    told = story(desk)
    clients = {user.pk: signed_in(user) for user in (desk.ana, desk.mario)}
    posts = []
    for _form in range(FORMS):
        user, path, data = next(told)
        posts.append((clients[user.pk], path, data | {once.FIELD: once.new_key()}))
    twice = list(chain.from_iterable((one, one) for one in posts))
    with ThreadPoolExecutor(at_once) as pool:
        answers = list(pool.map(post, twice))
    assert set(answers) == {302}
    assert next(told) == (FORMS, FORMS)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def post(what):
    """Send the form from a browser of its own with the person's cookies."""
    client, path, data = what
    own = Client(raise_request_exception=False)
    own.cookies = client.cookies
    if "name" in data:
        data = data | {"files": SimpleUploadedFile(data["name"], pdf(), "application/pdf")}
    try:
        return own.post(path, data).status_code
    finally:
        connection.close()
