"""A file and its row: both or neither, whatever breaks (S-D2, S-D3, bad inputs 37, 38, 41)."""

import errno
import io
import os
import random
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from coalitions import documents
from coalitions.models import Document
from coalitions.refusal import Refused
from coalitions.uploads import Received
from tests.factories import make_coalition, make_user

NOW = datetime(2026, 4, 2, 10, tzinfo=UTC)
PROOF = bool(os.environ.get("PROOF"))
STEPS = [
    (os, "fsync"), (os, "rename"), (os, "open"), (os, "fdopen"),
    (documents, "_check_room"), (Document, "save"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def acta(content=b"Acta de la reunion", suffix=".txt"):
    return Received("Acta", suffix, "text/plain", content)


def store(coalition, user, received=None, at=NOW, inside=None):
    with documents.stored(
        coalition, received or acta(), by=user, at=at, kind="evidence", title_es="Acta"
    ) as document:
        if inside:
            inside()
    return document


def files(media):
    return sorted(path.relative_to(media).as_posix() for path in media.rglob("*") if path.is_file())


def names():
    return sorted(Document.objects.exclude(file="").values_list("file", flat=True))


@pytest.mark.django_db
def test_a_stored_file_is_read_back_under_a_name_of_our_own(media):
    document = store(make_coalition(), make_user())
    assert document.file.read() == b"Acta de la reunion"
    assert (document.size, len(document.sha256), document.media_type) == (18, 64, "text/plain")
    assert "Acta" not in document.file.name and document.file.name.endswith(".txt")
    assert files(media) == names()
    assert Path(document.file.path).stat().st_mode & 0o777 == 0o640


@pytest.mark.django_db(transaction=True)
def test_no_fault_at_any_step_leaves_a_file_without_row_or_a_row_without_file(media, monkeypatch):
    """S-D3: a hundred faults in `make proof`."""
    coalition, user = make_coalition(), make_user()
    kept = store(coalition, user)
    chance = random.Random(7)
    for number in range(100 if PROOF else len(STEPS) * 2):
        owner, name = STEPS[number % len(STEPS)]
        own = getattr(owner, name)
        fails_at = chance.randrange(2) if name in {"fsync"} else 0

        def broken(*args, calls=[], own=own, fails_at=fails_at, number=number, **kwargs):  # noqa: B006
            calls.append(1)
            if len(calls) > fails_at:
                raise OSError(errno.ENOSPC, "no room") if number % 2 else DatabaseError("gone")
            return own(*args, **kwargs)

        with monkeypatch.context() as patch:
            patch.setattr(owner, name, broken)
            with pytest.raises((Refused, OSError, DatabaseError)):
                store(coalition, user)
        assert files(media) == names() == [kept.file.name]
    assert documents.sweep(NOW + timedelta(days=9)) == documents.Swept([], [])


@pytest.mark.django_db(transaction=True)
def test_what_fails_inside_takes_the_file_along(media):
    def refuse():
        raise Refused("no")

    with pytest.raises(Refused):
        store(make_coalition(), make_user(), inside=refuse)
    assert files(media) == names() == []


@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_said_in_words_and_the_next_file_is_stored(media, monkeypatch):
    coalition, user = make_coalition(), make_user()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _no_room)
        with pytest.raises(Refused, match=r"\."):
            store(coalition, user)
    assert files(media) == []
    assert store(coalition, user).file.read()


def _no_room(_handle):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.django_db(transaction=True)
def test_a_removed_document_takes_its_file_along_once_that_is_certain(media):
    document = store(make_coalition(), make_user())
    documents.remove(document)
    assert files(media) == names() == []


@pytest.mark.django_db
def test_a_coalition_has_room_for_so_much_and_no_more(settings):
    settings.UPLOAD_QUOTA = 30
    coalition, user = make_coalition(), make_user()
    store(coalition, user)
    with pytest.raises(Refused):
        store(coalition, user)
    assert store(make_coalition(), user)  # another one has its own


@pytest.mark.django_db
def test_a_person_sends_so_many_files_a_day(settings):
    settings.UPLOADS_A_DAY = 3
    coalition, user = make_coalition(), make_user()
    for _number in range(3):
        store(coalition, user)
    with pytest.raises(Refused, match="3"):
        store(coalition, user)
    assert store(coalition, make_user())
    assert store(coalition, user, at=NOW + timedelta(hours=25))


@pytest.mark.django_db(transaction=True)
def test_the_same_file_sent_twice_at_once_is_there_twice_and_whole(media):
    coalition, user = make_coalition(), make_user()
    content = os.urandom(300_000)
    start, problems = threading.Barrier(2), []

    def send():
        try:
            start.wait()
            store(coalition, user, acta(content, ".pdf"))
        except Exception as error:
            problems.append(error)
        finally:
            connection.close()

    both = [threading.Thread(target=send) for _ in range(2)]
    [one.start() for one in both]
    [one.join() for one in both]
    assert problems == []
    assert [row.file.read() for row in Document.objects.all()] == [content, content]
    assert files(media) == names() and len(names()) == 2


@pytest.mark.django_db
def test_the_sweep_removes_old_files_without_a_row_and_names_rows_without_a_file(media):
    coalition, user = make_coalition(), make_user()
    kept, lost = store(coalition, user), store(coalition, user)
    Path(lost.file.path).unlink()
    for name, age in [("old.txt", 7200), ("old.part", 7200), ("new.part", 60)]:
        path = media / str(coalition.pk) / name
        path.write_text("x")
        os.utime(path, (NOW.timestamp() - age, NOW.timestamp() - age))
    looked = documents.sweep(NOW, look_only=True)
    assert documents.sweep(NOW) == looked
    assert [name.split("/")[1] for name in looked.files] == ["old.part", "old.txt"]
    assert looked.rows == [lost]
    assert {Path(name).name for name in files(media)} == {Path(kept.file.name).name, "new.part"}
    assert documents.sweep(NOW).files == []


@pytest.mark.django_db
def test_the_command_ends_well_where_every_row_has_its_file():
    document, said = store(make_coalition(), make_user()), io.StringIO()
    call_command("sweep_files", stdout=said)
    assert "every document has its file" in said.getvalue()
    Path(document.file.path).unlink()
    with pytest.raises(CommandError):
        call_command("sweep_files", "--dry-run", stdout=said)
    assert f"document {document.pk} of" in said.getvalue()
