"""Files that are archives inside (.xlsx, .docx, .odt …), looked at before anything opens them (bad inputs 5-11, 31)."""

import codecs
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import IO

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What zipfile and what it unpacks with raise on what is no sound archive.
UNSOUND = (
    zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, OverflowError, RuntimeError,
    zlib.error, lzma.LZMAError,
)  # fmt: skip
CHUNK = 65_536
# By the first bytes, the longer marks first; without one of these a text has every sign of markup in one byte.
ENCODINGS = {
    b"\xff\xfe\x00\x00": "utf-32-le", b"\x00\x00\xfe\xff": "utf-32-be", b"<\x00\x00\x00": "utf-32-le",
    b"\x00\x00\x00<": "utf-32-be", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}  # fmt: skip
PLAIN = re.compile(r"utf-?8|utf-?16|(us-)?ascii|iso-8859-\d+|windows-125\d", re.I)
DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]*)")
BEFORE = re.compile(r"\A(?:\s+|<!--.*?-->|<\?.*?\?>)+", re.S)


class Fault(Enum):
    """What is wrong with an archive; whoever asked has the words for it."""

    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    MACROS = "macros"
    DOCUMENT_TYPE = "document type"


@dataclass(frozen=True)
class Room:
    """How much an archive may hold: bytes unpacked, parts, and times its packed size."""

    unpacked: int
    parts: int
    ratio: int = 100


def names_of(data: bytes) -> list[str]:
    """The names of the parts in their order; none where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()
    except UNSOUND:
        return []


def holds(data: bytes, name: str, text: bytes) -> bool:
    """Whether a part of a sound archive begins with something that contains the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return name in archive.namelist() and text in archive.open(name).read(1_000_000)


def fault(data: bytes, room: Room, *, whole: bool = False) -> Fault | None:
    """What is wrong with the archive, by its list of parts and what each XML part begins with.

    With `whole` each part is unpacked once, piece by piece, so that a wrong checksum or size is found too.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return next(_faults(archive, len(data), room, whole), None)
    except UNSOUND:
        return Fault.DAMAGED


def _faults(archive: zipfile.ZipFile, packed: int, room: Room, whole: bool) -> Iterator[Fault]:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    unpacked = sum(info.file_size for info in infos)
    if unpacked > room.unpacked or (unpacked > 2_000_000 and unpacked > room.ratio * packed):
        yield Fault.TOO_LARGE
    if len(names) > room.parts or len(set(names)) < len(names) or any(map(_leads_away, names)):
        yield Fault.DAMAGED
    if _overlap(infos) or any(_is_link(info) for info in infos):
        yield Fault.DAMAGED
    if any(
        name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names
    ):
        yield Fault.MACROS
    for info in infos:
        yield from _part_faults(archive, info, whole)


def _part_faults(archive: zipfile.ZipFile, info: zipfile.ZipInfo, whole: bool) -> Iterator[Fault]:
    """Every part is looked at, whatever its name: what a relation makes the main part may be called anything."""
    with archive.open(info) as part:
        if found := _prolog_fault(part):
            yield found
        while whole and part.read(CHUNK):
            pass


def _prolog_fault(part: IO[bytes]) -> Fault | None:
    """A document type before the first element, however long the comments there are, or an encoding to hide one in.

    No office program writes either. Only as much is read as stands before the first element.
    """
    start = part.read(CHUNK)
    encoding = next((name for mark, name in ENCODINGS.items() if start.startswith(mark)), "utf-8")
    decode = codecs.getincrementaldecoder(encoding)(errors="replace").decode
    text = decode(start).removeprefix("\ufeff")
    if (declared := DECLARED.match(text)) and not PLAIN.fullmatch(declared[1]):
        return Fault.DAMAGED
    while (text := BEFORE.sub("", text)).startswith("<") or not text:
        if len(text) > 3 and not text.startswith(("<!--", "<?")):
            return Fault.DOCUMENT_TYPE if text.startswith("<!") else None
        if not (chunk := part.read(CHUNK)):
            return None
        # Of a comment that goes on, only what its end may begin with is kept.
        text = text[:4] + text[4:][-2:] + decode(chunk)
    return None


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    placed = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(start + size > after for (start, size), (after, _size) in pairwise(placed))


def _is_link(info: zipfile.ZipInfo) -> bool:
    return (info.external_attr >> 16) & 0o170000 == 0o120000


def _leads_away(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name
