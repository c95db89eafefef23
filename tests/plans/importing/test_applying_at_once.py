"""An import that is killed at any moment leaves all of it or nothing (S-C1); of two at once one wins."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from coalitions import audit, documents
from coalitions.models import AuditEntry, Document
from plans.importing import understanding
from plans.importing.bringing_in import File, NotBroughtIn, bring_in
from plans.models import Activity, Import, Note, Plan
from tests.factories import make_coalition
from tests.plans.gold import gold
from tests.plans.importing.understood import AT, read_as
from tests.serving import database_url

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = 200 if os.environ.get("PROOF") else 5
BEFORE = {"plans": 0, "activities": 0, "notes": 0, "imports": 0, "documents": 0, "parties": 0, "entries": 0}


def state(coalition):
    return {
        "plans": Plan.objects.filter(coalition=coalition).count(),
        "activities": Activity.objects.filter(coalition=coalition).count(),
        "notes": Note.objects.filter(coalition=coalition).count(),
        "imports": Import.objects.filter(coalition=coalition, plan__isnull=False).count(),
        "documents": Document.objects.filter(coalition=coalition).count(),
        "parties": coalition.parties.count(),
        "entries": AuditEntry.objects.filter(coalition=coalition).count(),
    }


@pytest.fixture
def killer(tmp_path):
    """Starts an import and kills it after so many seconds; says whether it was still at work."""
    record = tmp_path / "record.json"
    record.write_text(json.dumps(gold("corett-2020-2022"), default=str))
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": database_url(),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.plans.importing.killed", str(record)]
    process = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip

    def kill_after(coalition, file, seconds):
        process.stdin.write(f"{coalition.slug} {file} {seconds}\n")
        process.stdin.flush()
        return process.stdout.readline().strip() == "-9"

    with process:
        yield kill_after
        process.stdin.close()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server is not killed with its client")
def test_an_import_that_is_killed_leaves_all_of_it_or_nothing(monkeypatch, killer, tmp_path):
    chance, file, killed, left = random.Random(20261126), tmp_path / "plan.xlsx", 0, []
    file.write_bytes(b"the original")
    whole = make_coalition()
    killer(whole, file, 60)  # the first waits until everything is loaded
    began = time.monotonic()
    assert not killer(make_coalition(), file, 60)
    after, length = state(whole), time.monotonic() - began
    for _number in range(KILLS):
        coalition = make_coalition()
        killed += killer(coalition, file, chance.uniform(0, 1.1 * length))
        connection.close()  # whoever opens the database next finds it as the killed process left it
        found = state(coalition)
        assert found in (BEFORE, after)
        left.append(found == BEFORE)
        bring(monkeypatch, coalition, file)
        assert state(coalition) == after
    check_files_and_rows()
    print(f"{KILLS} kills, {killed} of them at work; {sum(left)} left nothing, the others all of it")


def bring(monkeypatch, coalition, file):
    """The whole command, in this process."""
    read_as(monkeypatch, gold("corett-2020-2022") | {"id": coalition.slug})
    call_command(
        "import_plan", file, "--coalition", coalition.slug, "--apply", "--add-parties", stdout=StringIO()
    )


def check_files_and_rows():
    """Only a process that dies leaves a file without a row, and the sweep finds it; every row has its file, whole."""
    later = timezone.now() + timedelta(hours=2)
    swept = documents.sweep(later)
    assert (swept.rows, documents.sweep(later).files) == ([], [])
    for document in Document.objects.all():
        assert document.file.read() == b"the original"
        document.file.close()
    assert list(audit.verify()) == []
    print(f"{len(swept.files)} files had no row, as after a machine that died")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []


def at_once(coalition, files):
    """What each of two imports that start together ends with: the import, or the kind of its refusal."""
    start = threading.Barrier(len(files))

    def bring(file):
        try:
            draft = understanding.draft(file.name, file.data, coalition)
            start.wait()
            return bring_in(coalition, file, draft, by=None, at=AT, add_parties=True)
        except NotBroughtIn as refusal:
            return refusal.kind
        finally:
            connection.close()

    with ThreadPoolExecutor(len(files)) as pool:
        return list(pool.map(bring, files))


def test_the_same_file_twice_at_once_is_one_plan(monkeypatch):
    coalition = make_coalition()
    read_as(monkeypatch, gold("mayors-2025-2026"))
    first, second = at_once(coalition, [File("plan.xlsx", b"one")] * 2)
    assert first == second == Import.objects.get()
    assert (Plan.objects.count(), Document.objects.count(), AuditEntry.objects.count()) == (1, 1, 1)


def test_of_two_files_of_one_name_at_once_one_wins(monkeypatch):
    coalition = make_coalition()
    read_as(monkeypatch, gold("mayors-2025-2026"))
    ends = at_once(coalition, [File("plan.xlsx", b"one"), File("plan.xlsx", b"two")])
    assert "conflict" in ends
    assert Import.objects.get() in ends
    assert (Plan.objects.count(), Document.objects.count()) == (1, 1)


def test_two_coalitions_at_once_get_a_plan_each_or_are_told(monkeypatch):
    read_as(monkeypatch, gold("mayors-2025-2026"))
    homes = [make_coalition(), make_coalition()]
    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(lambda home: at_once(home, [File("plan.xlsx", b"one")])[0], homes))
    assert Plan.objects.count() == sum(isinstance(end, Import) for end in ends) >= 1
    assert {end for end in ends if not isinstance(end, Import)} <= {"conflict"}
