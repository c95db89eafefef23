"""The door for files of plans: looked at from outside, then read in a child process with limits (bad inputs 1-31)."""

import json
import logging
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from django.utils.translation import gettext as _

from coalitions import archives
from coalitions.archives import OLE, ZIP, Room
from coalitions.refusal import Refused
from plans.importing.grids import Problem
from plans.importing.recognise import Understood

logger = logging.getLogger(__name__)
CHILD = Path(__file__).with_name("child.py")
PACKED = 10_000_000
ROOM = Room(unpacked=100_000_000, parts=500, ratio=100)
WALL = 10
# The processor's time stands a little above the clock's: it ends a child whose parent is gone.
BOUNDS = ("memory=1100000000", "file=1000000", "cpu=15")
KINDS = {
    "xlsx": "xlsx",
    "docx": "docx",
    "csv": "text",
    "tsv": "text",
    "txt": "text",
    "html": "text",
    "htm": "text",
}
MAIN_PARTS = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
# What people send instead, by the first bytes or by the ending of the name.
OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"<!DO": "HTML",
    b"<htm": "HTML",
    b"{\\rt": "RTF",
}
OLD = {
    "xls", "xlsb", "xlsm", "xltx", "xltm", "ods", "doc", "docm", "dotx", "odt", "rtf", "pdf", "numbers",
    "pages",
}  # fmt: skip


class Unreadable(Refused):
    """A file that is not read; `kind` says why, for programs."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def understand(
    name: str, data: bytes, known: Mapping[str, str], start: date | None = None, end: date | None = None
) -> Understood:
    """What a file says of a plan. Raises Unreadable, in words that say what it is and what to do."""
    with Child() as child:
        return child.understand(name, data, known, start, end)


class Child:
    """One process that reads files, made anew where it was lost. Use it with `with`."""

    def __init__(self, wall: float = WALL) -> None:
        self.wall = wall
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._stop()

    def understand(
        self,
        name: str,
        data: bytes,
        known: Mapping[str, str],
        start: date | None = None,
        end: date | None = None,
    ) -> Understood:
        """As the function of this name."""
        kind = look(name, data)
        request = {
            "name": name,
            "kind": kind,
            "known": dict(known),
            "start": start and str(start),
            "end": end and str(end),
        }
        said = self._ask(request, data)
        if "refused" in said:
            level = logging.ERROR if said["refused"] == "failed" else logging.INFO
            logger.log(level, "A file was refused: %s, %s", said["refused"], said.get("said", ""))
            raise Unreadable(
                said["refused"], _words(said["refused"], {"kind": f".{_ending(name)}", **said["data"]})
            )
        return Understood(
            said["record"], [Problem(**one) for one in said["problems"]], list(map(tuple, said["unused"]))
        )

    def _ask(self, request: dict[str, Any], data: bytes) -> dict[str, Any]:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.wall, stop)
        timer.start()
        try:
            header = json.dumps(request).encode()
            process.stdin.write(struct.pack(">I", len(header)) + header + struct.pack(">I", len(data)) + data)
            process.stdin.flush()
            length = process.stdout.read(4)
            said = process.stdout.read(struct.unpack(">I", length)[0]) if len(length) == 4 else b""
            return dict(json.loads(said))
        except (OSError, ValueError):
            # Cut off: too slow, or brought down by the file.
            self._stop()
            return {"refused": "too_slow" if late.is_set() else "damaged", "data": {}}
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self.process is None or self.process.poll() is not None:
            # -I: neither the folder it stands in nor the environment can add code to the child.
            command = [sys.executable, "-I", "-W", "ignore", str(CHILD), *BOUNDS]
            self.process = subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"LC_ALL": "C.UTF-8"},
            )
        return self.process

    def _stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    stream.close()
            self.process = None


def look(name: str, data: bytes) -> str:
    """The kind of a file, by its name, its first bytes and its parts. Raises Unreadable before anything is unpacked."""
    ending = _ending(name)
    if not data:
        raise _no("empty")
    if len(data) > PACKED:
        raise _no("too_large")
    if data.startswith(OLE):
        raise _no(
            "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old_kind",
            kind=_old_name(ending),
        )
    if ending in OLD:
        raise _no("macros" if ending.endswith("m") else "old_kind", kind=f".{ending}")
    kind = KINDS.get(ending)
    if kind is None:
        raise _no("unknown_kind", kind=f".{ending}" if ending else name)
    return _look_inside(kind, data) if kind in MAIN_PARTS else _look_at_text(data, ending)


def _old_name(ending: str) -> str:
    return f".{ending}" if ending in OLD else ".xls" if ending == "xlsx" else ".doc"


def _look_inside(kind: str, data: bytes) -> str:
    if not data.startswith(ZIP):
        found = next((name for start, name in OTHERS.items() if data.startswith(start)), "")
        raise _no("not_what_it_says", kind=f".{kind}", found=found)
    if fault := archives.fault(data, ROOM):
        raise _no(fault.value.replace(" ", "_"), kind=f".{kind}")
    names = archives.names_of(data)
    if MAIN_PARTS[kind] not in names:
        other = next((one for one, part in MAIN_PARTS.items() if part in names), "")
        raise _no("not_what_it_says", kind=f".{kind}", found=f".{other}" if other else "ZIP")
    return kind


def _look_at_text(data: bytes, ending: str) -> str:
    binary = next((name for start, name in OTHERS.items() if name != "HTML" and data.startswith(start)), "")
    if (
        data.startswith(ZIP)
        or binary
        or (b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")))
    ):
        raise _no(
            "not_what_it_says", kind=f".{ending}", found=binary or ("ZIP" if data.startswith(ZIP) else "")
        )
    return "text"


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2] if "." in name else ""


def _no(why: str, **data: Any) -> Unreadable:
    return Unreadable(why, _words(why, data))


def _words(kind: str, data: Mapping[str, Any]) -> str:
    """What the file is and what to do, in the reader's language."""
    words = {
        "empty": _("The file is empty."),
        "too_large": _(
            "This file is larger than a plan can be. Please send the plan alone, without pictures."
        ),
        "encrypted": _("The file is encrypted. Please save it without a password and send it again."),
        "macros": _(
            "This file has macros. Please save it as .xlsx or .docx, without them, and send it again."
        ),
        "old_kind": _(
            "A file of the kind %(kind)s is not read. Please save it as .xlsx or .docx and send it again."
        ),
        "unknown_kind": _(
            "%(kind)s is no kind of file that is read. Please send .xlsx, .docx or .csv, or paste the table."
        ),
        "not_what_it_says": _(
            "This is not a %(kind)s file, whatever its name says (%(found)s). Please look for the right file."
        ),
        "document_type": _(
            "This file contains a document type (DTD), which no office program writes: it was not opened."
        ),
        "damaged": _(
            "This file cannot be opened: it is damaged. Please open it, save it anew and send it again."
        ),
        "failed": _("We failed to understand this file; the fault was noted. Please paste the table."),
        "too_many_rows": _(
            "A sheet claims %(number)s rows; at most %(most)s are read. Please send the plan alone."
        ),
        "too_many_columns": _(
            "A sheet claims %(number)s columns; at most %(most)s are read. Please send the plan alone."
        ),
        "too_slow": _(
            "Reading this file took too long and was stopped. Please send the plan alone, or paste the table."
        ),
    }
    filling = {"kind": "", "number": "?", "most": "?", **data, "found": data.get("found") or "?"}
    return words[kind] % filling
