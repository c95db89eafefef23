"""The one door for evidence and other files that people send: what is taken, as what, and why not (bad inputs 31-39).

A file is known by its extension, by its first bytes and by how it is built inside, and all three must agree. Pictures
are made anew without metadata; everything else is kept as it came, and is only ever given out as a download.
"""

import re
import shlex
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.utils.translation import gettext as _

from coalitions import archives, photos
from coalitions.archives import OLE, ZIP, Fault
from coalitions.refusal import Refused

LARGEST = 10_000_000
ROOM = archives.Room(unpacked=100_000_000, parts=3000)
LONGEST_TITLE = 150
OPEN_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
# What a file of text may not begin with: what a browser or a shell would take for its own.
MARKUP = re.compile(rb"\s*(?:<!doctype|<html|<head|<body|<script|<svg|<\?xml|<\?php|mime-version:)", re.I)
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
LOCKED_PDF = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
CONTROLS = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True)
class Received:
    """A file that was looked at and taken: its title, the extension and type it is kept with, its bytes."""

    title: str
    suffix: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken: its type, and the check that its bytes must pass."""

    media_type: str
    check: Callable[[bytes], None]


def receive(name: str, data: bytes) -> Received:
    """The file as it may be kept. Raises Refused with what it is and what to do instead."""
    title, suffix = clean_name(name)
    if not data:
        raise Refused(_("“{name}” is empty. Please send it again.").format(name=title))
    if len(data) > LARGEST:
        text = _("“{name}” is larger than {number} MB. Please send a smaller copy, or a link to it.")
        raise Refused(text.format(name=title, number=LARGEST // 1_000_000))
    if suffix in PICTURES:
        _check_picture(data)
    elif suffix in KINDS:
        KINDS[suffix].check(data)
    else:
        raise Refused(_not_taken(suffix))
    scan(data)
    if suffix in PICTURES:
        return Received(title, ".jpg", "image/jpeg", photos.to_jpeg(data))
    return Received(title, suffix, KINDS[suffix].media_type, data)


def clean_name(name: str) -> tuple[str, str]:
    """A file's name as a title, without path, control and direction signs and extension; and its extension."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(sign for sign in last if unicodedata.category(sign) not in CONTROLS).rstrip(" .")
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    title = " ".join(stem.split())[:LONGEST_TITLE].strip(" .")
    return title or _("File"), f".{suffix.lower()}" if suffix else ""


def scan(data: bytes) -> None:
    """Ask the scanner of the site, where there is one. Raises Refused where it finds something, or cannot be asked.

    SCANNER is a command that reads the file on its standard input and ends with 0 (nothing found) or 1 (found), as
    `clamdscan --fdpass --no-summary -` does.
    """
    if not settings.SCANNER:
        return
    try:
        command = shlex.split(settings.SCANNER)
        found = subprocess.run(command, input=data, capture_output=True, timeout=30, check=False).returncode  # noqa: S603
    except (OSError, ValueError, subprocess.TimeoutExpired):
        found = -1
    if found == 1:
        raise Refused(_("The virus scanner found something in this file: it was not stored."))
    if found:
        raise Refused(
            _("The virus scanner does not answer, so the file was not stored. Please try again later.")
        )


def _check_picture(data: bytes) -> None:
    # The three are told apart when they are made anew: a phone often gives one the name of another.
    if not data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) and not (
        data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    ):
        raise Refused(_not_what_it_says(data))


def _check_pdf(data: bytes) -> None:
    if not data.startswith(b"%PDF-"):
        raise Refused(_not_what_it_says(data))
    end = data.rfind(b"%%EOF")
    if end < 0 or len(data.rstrip(b"\x00\r\n\t ")) - end > 1024:
        raise Refused(_("This PDF is damaged: its end is missing. Please save it again and send it."))
    if b"<html" in data[:1024].lower() or b"<script" in data[:1024].lower() or b"PK\x05\x06" in data[end:]:
        raise Refused(_("This PDF holds another kind of file as well. Please print it to a new PDF."))
    if LOCKED_PDF.search(data):
        text = _(
            "This PDF is locked by a password or against copying. Please send a copy without protection."
        )
        raise Refused(text)


def _check_archive(data: bytes, *, main: str, says: str = "") -> None:
    """An archive of a text, table or presentation: `main` is the part it must have, `says` what its first part says."""
    if data.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused(_locked() if locked else _old())
    if not data.startswith(ZIP) or b"%PDF-" in data[:1024]:
        raise Refused(_not_what_it_says(data))
    if found := archives.fault(data, ROOM, whole=True):
        raise Refused(_in_words(found))
    names = archives.names_of(data)
    if main not in names or (says and says.encode() not in data[:200]):
        raise Refused(_not_what_it_says(data))
    if says and archives.holds(data, "META-INF/manifest.xml", b"encryption-data"):
        raise Refused(_locked())


def _check_text(data: bytes) -> None:
    if data.startswith((*PROGRAMS, ZIP, OLE, b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z")):
        raise Refused(_not_what_it_says(data))
    if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise Refused(_("This is a web page or its source, not a text. Please send it as PDF."))
    if b"\x00" in data:
        raise Refused(_("This is not a plain text. Please save it as PDF, or as text in UTF-8."))


def _in_words(found: Fault) -> str:
    return {
        Fault.TOO_LARGE: _(
            "This file is far larger inside than it says. Please save it as PDF and send that."
        ),
        Fault.MACROS: _("This file has macros. Please save it without them and send it again."),
        Fault.DOCUMENT_TYPE: _(
            "This file contains a document type (DTD), which no office program writes. Please save it again."
        ),
        Fault.DAMAGED: _("This file is damaged. Please open it, save it again and send it."),
    }[found]


def _locked() -> str:
    return _("This file is locked by a password. Please save a copy without it and send that.")


def _old() -> str:
    return _(
        "This is a file of an old office program (.doc, .xls, .ppt). Please save it as .docx, .xlsx or PDF."
    )


def _not_what_it_says(data: bytes) -> str:
    if data.startswith(PROGRAMS):
        return _("This is a program, whatever its name says. It was not stored.")
    return _("This file is not what the end of its name says. Please save it again under its right kind.")


def _not_taken(suffix: str) -> str:
    if suffix in {".heic", ".heif"}:
        return _(
            "Photos of the kind {kind} are not read. Please set the camera to “most compatible” (JPEG)."
        ).format(kind=suffix)
    if suffix in {".doc", ".xls", ".ppt"}:
        return _old()
    if suffix in {".docm", ".xlsm", ".pptm"}:
        return _in_words(Fault.MACROS)
    text = _("Files of the kind “{kind}” are not taken. Please send PDF, a photo, Word, Excel, or a link.")
    return text.format(kind=suffix or _("without an ending"))


def _office(main: str, media_type: str) -> Kind:
    return Kind(OPEN_XML + media_type, partial(_check_archive, main=main))


def _open_document(media_type: str) -> Kind:
    says = OPEN_DOCUMENT + media_type
    return Kind(says, partial(_check_archive, main="content.xml", says=says))


PICTURES = {".jpg", ".jpeg", ".png", ".webp"}
KINDS = {
    ".pdf": Kind("application/pdf", _check_pdf),
    ".docx": _office("word/document.xml", "wordprocessingml.document"),
    ".xlsx": _office("xl/workbook.xml", "spreadsheetml.sheet"),
    ".pptx": _office("ppt/presentation.xml", "presentationml.presentation"),
    ".odt": _open_document("text"),
    ".ods": _open_document("spreadsheet"),
    ".csv": Kind("text/csv", _check_text),
    ".txt": Kind("text/plain", _check_text),
}
ACCEPTED = ",".join(sorted({*PICTURES, *KINDS}))
