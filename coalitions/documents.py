"""Documents with a file: stored with their row or not at all, given out whole, swept where a machine died (S-D3, G13).

The order is: temporary file, fsync, rename, then the row in its transaction; a failure at any step leaves neither. Only
a machine that dies between the rename and the commit leaves a file without a row, which `sweep` finds.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from coalitions.models import Coalition, Document, User
from coalitions.models.document import stored_name
from coalitions.refusal import Refused
from coalitions.uploads import Received

logger = logging.getLogger(__name__)
PART = ".part"
LEFT_BEHIND = timedelta(hours=1)
"""A file younger than this may belong to a row that is being written."""


@contextmanager
def stored(
    coalition: Coalition, received: Received, *, by: User | None, at: datetime, **fields: str
) -> Iterator[Document]:
    """A new document with its file, in one transaction with what is done inside: all of it or nothing.

    Raises Refused where there is no room for it.
    """
    document = Document(
        coalition=coalition, media_type=received.media_type, size=len(received.content), given_by=by,
        given_at=at, sha256=sha256(received.content).hexdigest(), **fields,
    )  # fmt: skip
    name = stored_name(document, f"file{received.suffix}")
    _write(name, received.content)
    try:
        with transaction.atomic(durable=True):
            _check_room(document)
            document.file.name = name
            document.save()
            yield document
    except BaseException:
        _forget(name)
        raise


def remove(document: Document) -> None:
    """Delete a document that nothing names any more; its file goes once the transaction is committed."""
    name = document.file.name
    document.delete()
    if name:
        transaction.on_commit(lambda: _remove(name))


def _check_room(document: Document) -> None:
    # The coalition's row makes uploads that are weighed together wait for each other, and no row that points at it.
    Coalition.objects.select_for_update(no_key=True).get(pk=document.coalition_id)
    held = Document.objects.filter(coalition=document.coalition_id).aggregate(sum=Sum("size"))["sum"] or 0
    if held + document.size > settings.UPLOAD_QUOTA:
        text = _(
            "The room of this coalition for files ({number} MB) is used up. Please write to the Secretariat."
        )
        raise Refused(text.format(number=settings.UPLOAD_QUOTA // 1_000_000))
    if document.given_by_id is None:  # a command of the operator's
        return
    assert document.given_at
    since = document.given_at - timedelta(days=1)
    given = Document.objects.filter(given_by=document.given_by_id, given_at__gt=since).exclude(file="")
    if given.count() >= settings.UPLOADS_A_DAY:
        text = _("You have sent {number} files within a day, which is the most. Please go on tomorrow.")
        raise Refused(text.format(number=settings.UPLOADS_A_DAY))


def _write(name: str, content: bytes) -> None:
    """Write the file aside and rename it; after any failure neither is left."""
    place = _place(name)
    part = place.with_suffix(PART)
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=settings.FILE_UPLOAD_DIRECTORY_PERMISSIONS)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, settings.FILE_UPLOAD_PERMISSIONS)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.rename(part, place)
        _fsync_folder(place.parent)
    except BaseException as error:
        part.unlink(missing_ok=True)
        place.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        logger.error("A file could not be stored", exc_info=error)
        text = _("The file could not be stored, and nothing was changed. Please try again later.")
        raise Refused(text) from error


def _forget(name: str) -> None:
    """Remove the file of a row that was not written; where the database cannot say, the sweep will."""
    try:
        if Document.objects.filter(file=name).exists():
            return
    except DatabaseError as error:
        logger.error("It is not known whether a file has its row", exc_info=error)
        return
    _remove(name)


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _place(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name


def _remove(name: str) -> None:
    try:
        _place(name).unlink(missing_ok=True)
    except OSError as error:
        logger.error("A file could not be removed; the sweep will find it", exc_info=error)


@dataclass(frozen=True)
class Swept:
    """What a sweep found: files that no row names (removed, unless it only looked), and rows whose file is gone."""

    files: list[str]
    rows: list[Document]


def sweep(now: datetime, *, look_only: bool = False) -> Swept:
    """Find files without a row, older than an hour, and remove them; and rows without a file, which it only names."""
    root = Path(settings.MEDIA_ROOT)
    documents = Document.objects.exclude(file="").select_related("coalition").order_by("pk")
    known = {document.file.name: document for document in documents}
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    old = (now - LEFT_BEHIND).timestamp()
    left = sorted(name for name in found if name not in known and found[name].stat().st_mtime < old)
    for name in [] if look_only else left:
        _remove(name)
    return Swept(left, [row for name, row in known.items() if name not in found])
