"""A round is being closed while somebody writes: what is not in before it is closed does not get in after."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.db import connection, transaction

from coalitions import documents, uploads
from coalitions.models import Document
from coalitions.refusal import Refused
from plans import evidence, reports, rounds
from plans.models import ProgressReport
from tests.factories import make_report
from tests.plans.reviewing import make_desk

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 4, 3, 9, tzinfo=UTC)
SAID = {"status": "in_progress", "done": "En el último instante."}


@pytest.fixture
def desk():
    desk = make_desk()
    desk.report = make_report(desk.round, desk.activity, desk.city)
    return desk


def write(desk, verb):
    options = {"language": "es", "version": None, "by": desk.mario, "at": AT}
    return verb(desk.report.pk, SAID, {}, **options)


def link(desk):
    return evidence.attach_link(desk.report, "https://example.org/acta", "Acta", by=desk.mario, at=AT)


DEEDS = {
    "draft": lambda desk: write(desk, reports.save_draft),
    "sent": lambda desk: write(desk, reports.submit),
    "evidence": link,
}


def told_of(desk, deed, begun=None):
    """What became of the deed, in a connection of its own."""
    if begun:
        begun.set()
    try:
        DEEDS[deed](desk)
    except Refused:
        return "refused"
    finally:
        connection.close()
    return "kept"


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_gets_in_while_the_round_is_being_closed(desk, deed):
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            rounds.close(desk.round, "", by=desk.ana, at=AT)
            # It reads the round while the closing is written and not committed yet.
            waiting = pool.submit(told_of, desk, deed, begun)
            assert begun.wait(10)
            threading.Event().wait(0.5)
        assert waiting.result(30) == "refused"
    assert ProgressReport.objects.get().state == "asked"
    assert not Document.objects.exists()


@pytest.mark.parametrize("deed", DEEDS)
def test_at_the_same_moment_it_is_in_before_the_end_or_refused(desk, deed):
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(told_of, desk, deed)
        rounds.close(desk.round, "", by=desk.ana, at=AT)
        told = waiting.result(30)
    row = ProgressReport.objects.get()
    there = Document.objects.exists() if deed == "evidence" else row.state != "asked"
    assert there == (told == "kept")


@pytest.mark.skipif(
    "sqlite" in settings.DATABASES["default"]["ENGINE"], reason="SQLite has one writer at a time"
)
def test_whoever_uploads_holds_up_nobody_who_writes(desk):
    """An upload weighs the files of its coalition first, and holds its report last; a report is written between."""
    file, given = uploads.receive("lista.csv", b"a;b"), {"by": desk.mario, "at": AT, "kind": "evidence"}
    with (
        ThreadPoolExecutor(1) as pool,
        documents.stored(desk.coalition, file, **given),
    ):
        assert pool.submit(told_of, desk, "sent").result(10) == "kept"
