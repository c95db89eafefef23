"""HTML to PDF by a child process with limits, and the kept PDFs (S-F1, S-F2).

The child is `pdf_child.py`. What it writes depends on the HTML, the static folder and the version of WeasyPrint alone,
so the same content gives the same bytes, and a PDF made once is kept under the digest of what it was made from.
"""

import hashlib
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)
CHILD = Path(__file__).with_name("pdf_child.py")
# Only the report's own faces: no font of the machine is found, so a report looks the same wherever it is made.
FONTCONFIG = '<?xml version="1.0"?><fontconfig><cachedir>{}</cachedir></fontconfig>'


class PdfNotMade(Exception):
    """The document could not be made into a PDF; the message says why and can be shown to the reader."""


@dataclass(frozen=True)
class Limits:
    """What the child may use: bytes of address space and of any one file, seconds, open files, characters of HTML."""

    memory: int = 1_500_000_000
    cpu: int = 30
    wall: int = 30
    file: int = 64_000_000
    files: int = 64
    characters: int = 20_000_000


# A page answers within S-F1's 30 seconds or says that it cannot; a command at the keyboard may wait.
FOR_PAGES = Limits()
# Nobody waits before the screen: as much work as for a page, but more patience with a busy machine.
FOR_TASKS = Limits(wall=120)
FOR_COMMANDS = Limits(memory=4_000_000_000, cpu=240, wall=300)


def make_pdf(html: str, limits: Limits = FOR_PAGES) -> bytes:
    """The document as tagged PDF/UA-1. Raises PdfNotMade where it is too long, takes too long or fails."""
    if len(html) > limits.characters:
        raise PdfNotMade(_("The document is too long to be made into a PDF."))
    with tempfile.TemporaryDirectory(prefix="plenaria-pdf-") as place:
        (Path(place) / "fonts.conf").write_text(FONTCONFIG.format(place))
        try:
            child = subprocess.run(  # noqa: S603
                _command(html, limits), input=html.encode(), capture_output=True, timeout=limits.wall,
                env=_environment(place), cwd=place, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired as slow:
            raise PdfNotMade(_("Making the PDF took longer than it may; nothing was changed.")) from slow
    return _result(child)


def _command(html: str, limits: Limits) -> list[str]:
    identifier = hashlib.sha256(html.encode()).hexdigest()[:32]
    bounds = [f"{name}={getattr(limits, name)}" for name in ("memory", "cpu", "file", "files")]
    # -I: neither the folder it stands in nor the environment can add code to the child.
    return [sys.executable, "-I", "-W", "ignore", str(CHILD), str(static_folder()), identifier, *bounds]


def _environment(place: str) -> dict[str, str]:
    """Nothing of the site's environment (keys, database) but what finds Python's and Pango's libraries."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {
        "HOME": place, "TMPDIR": place, "LC_ALL": "C.UTF-8", "FONTCONFIG_FILE": f"{place}/fonts.conf",
    }  # fmt: skip


def _result(child: "subprocess.CompletedProcess[bytes]") -> bytes:
    said = [line for line in child.stderr.decode(errors="replace").splitlines() if line.strip()]
    if child.returncode or not child.stdout.startswith(b"%PDF"):
        logger.error("PDF child ended with %s: %s", child.returncode, said[-1] if said else "")
        raise PdfNotMade(_reason(child.returncode, said))
    for line in said:
        logger.warning("PDF: %s", line)
    return child.stdout


def _reason(code: int, said: list[str]) -> str:
    if -code in {signal.SIGKILL, signal.SIGXCPU}:
        return _("Making the PDF took longer than it may; nothing was changed.")
    # Python says so; the libraries below it abort where they get no memory.
    if code < 0 or (said and "MemoryError" in said[-1]):
        return _("Making the PDF needed more memory than it may; nothing was changed.")
    return _("The PDF could not be made; the reason is in the log of the site.")


def kept_pdf(html: str, limits: Limits = FOR_PAGES, folder: Path | None = None) -> bytes:
    """The PDF of a document, from `folder` (by default the site's) where the same one was made before."""
    name = digest(html)
    pdf = kept(name, folder)
    if pdf is None:
        pdf = make_pdf(html, limits)
        keep(f"{name}.pdf", pdf, folder)
    return pdf


def kept(name: str, folder: Path | None = None) -> bytes | None:
    """The PDF made before from a document of this digest, if there is one."""
    file = (folder or settings.PDF_FOLDER) / f"{name}.pdf"
    return file.read_bytes() if file.exists() else None


def keep(name: str, content: bytes, folder: Path | None = None) -> None:
    """Write a file aside and rename it: a reader finds the whole of it or none."""
    place = folder or settings.PDF_FOLDER
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place, suffix=".part", delete=False) as part:
        part.write(content)
    os.replace(part.name, place / name)


def digest(html: str) -> str:
    """SHA-256 of everything a PDF is made from: the document, the maker and its version."""
    return hashlib.sha256("\n".join([html, *_maker()]).encode()).hexdigest()


@cache
def _maker() -> tuple[str, ...]:
    fonts = sorted(f"{path.name} {path.stat().st_size}" for path in (static_folder() / "fonts").iterdir())
    return (CHILD.read_text(), version("weasyprint"), *fonts)


def static_folder() -> Path:
    """The project's own static files: the one place a report's document may read from."""
    return Path(settings.BASE_DIR) / "static"
