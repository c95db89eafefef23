"""A report's PDF made beside the site, by one task however often it is asked for.

What is to be printed is written down when it is asked for, under the digest of its content, so that the reader gets
the very report that was asked for; where the task stands is kept in the cache for a while, and a task that is lost is
asked for again. `manage.py work` does the tasks and says that it is there; without it the page makes the PDF itself.
"""

import logging
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from reporting.annual_report import pdf

logger = logging.getLogger(__name__)
REMEMBERED = 15 * 60  # seconds that an asked or failed PDF is remembered
LOST = 5 * 60  # after so many a task that has not ended is asked for again
ALIVE, BEAT = "task-worker", 10
# On two cores: two seconds for any report, and one for every fifteen activities (docs/measurements.md).
FIXED, EACH, ROUNDED = 2, 1 / 15, 5


@dataclass(frozen=True)
class Rendering:
    """A PDF that was asked for: seconds that it takes and seconds since; `problem` says why it could not be made."""

    name: str
    seconds: int
    waited: int
    problem: str


def ask(html: str, plan: int, activities: int, language: str) -> str:
    """Have the document printed unless it is, or is being; the digest under which it will be kept.

    `language`: of the reader, for what may have to be said.
    """
    name = pdf.digest(html)
    note = {"plan": plan, "seconds": _estimate(activities), "asked": time.time(), "problem": ""}
    # `add` writes only where there is nothing: of two that ask at once, one enqueues.
    if pdf.kept(name) is None and cache.add(_key(name), note, REMEMBERED):
        pdf.keep(f"{name}.html", html.encode())
        render.enqueue(name, language)
    return name


def look(name: str, plan: int) -> Rendering | None:
    """How far the PDF of this digest is, if it was asked for of this plan."""
    note = cache.get(_key(name)) if re.fullmatch(r"[0-9a-f]{64}", name) else None
    if note is None or note["plan"] != plan:
        return None
    waited = int(time.time() - note["asked"])
    if waited > LOST and not note["problem"]:
        forget(name)
        return None
    return Rendering(name, note["seconds"], waited, note["problem"])


def forget(name: str) -> None:
    """Let the PDF be asked for again."""
    cache.delete(_key(name))


@task()
def render(name: str, language: str) -> None:
    """Print what was written down under this digest, within limits (S-F1)."""
    source = settings.PDF_FOLDER / f"{name}.html"
    if not source.exists():  # somebody else was quicker
        return
    with override(language):
        try:
            pdf.kept_pdf(source.read_text(), pdf.FOR_TASKS)
        except pdf.PdfNotMade as reason:
            _failed(name, str(reason))
        except Exception:
            _failed(name, _("The PDF could not be made; the reason is in the log of the site."))
            raise
    source.unlink(missing_ok=True)


def _failed(name: str, problem: str) -> None:
    note = cache.get(_key(name)) or {"plan": 0, "seconds": 0, "asked": time.time()}
    cache.set(_key(name), note | {"problem": problem}, REMEMBERED)


def _key(name: str) -> str:
    return f"pdf-{name}"


def _estimate(activities: int) -> int:
    """Seconds until it is there, its place in the queue included, rounded up."""
    own = FIXED + activities * EACH
    return -int(-own * (1 + waiting()) // ROUNDED) * ROUNDED


# The worker ------------------------------------------------------------------------------------------


def waiting() -> int:
    """How many tasks wait for a worker."""
    return DBTaskResult.objects.ready().count()


def worker_is_there() -> bool:
    """Whether a worker has said so in the last half minute."""
    return cache.get(ALIVE) is not None


@contextmanager
def heart() -> Iterator[None]:
    """While this runs, a worker is there."""
    stopped = threading.Event()
    beating = threading.Thread(target=_beat, args=[stopped], daemon=True)
    beating.start()
    try:
        yield
    finally:
        stopped.set()
        beating.join(BEAT)
        cache.delete(ALIVE)


def _beat(stopped: threading.Event) -> None:
    while True:
        try:
            cache.set(ALIVE, True, 3 * BEAT)
        except Exception:  # a database that is away for a moment ends no worker
            logger.exception("The worker could not say that it is there")
        connection.close()
        if stopped.wait(BEAT):
            return
