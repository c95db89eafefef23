"""Files as people send them, sound ones and broken ones, made here: nothing dangerous lies in the tree."""

import io
import struct
import zipfile
import zlib

from openpyxl import Workbook
from PIL import Image

GPS = 0x8825


def photo(size=(3000, 2000), kind="JPEG", colour="teal", orientation=None, **options):
    """A picture; a JPEG tells where it was taken, by whom, and how the camera was held."""
    made, exif = io.BytesIO(), Image.Exif()
    if kind == "JPEG":
        exif[0x010E], exif[0x013B] = "canary-where", "canary-who"
        exif.get_ifd(GPS)[1] = "N"
        if orientation:
            exif[0x0112] = orientation
    Image.new("RGB", size, colour).save(made, kind, **({"exif": exif} if kind == "JPEG" else {}), **options)
    return made.getvalue()


def moving(kind="WEBP"):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    made = io.BytesIO()
    frames[0].save(made, kind, save_all=True, append_images=frames[1:])
    return made.getvalue()


def flood(width=60_000, height=60_000):
    """A PNG of a few bytes that claims 3.6 thousand million pixels."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\x00" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def pdf(extra=b"", before=b"", after=b""):
    return b"%PDF-1.4\n" + before + b"1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R" + extra + (
        b">>\nstartxref\n9\n%%EOF\n" + after
    )  # fmt: skip


def archive(parts, stored_first=False):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts_of:
        for number, (name, body) in enumerate(parts.items()):
            how = zipfile.ZIP_STORED if stored_first and number == 0 else zipfile.ZIP_DEFLATED
            parts_of.writestr(name, body, how)
    return made.getvalue()


def docx(**more):
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document>Acta</w:document>"}
    return archive(parts | more)


def pptx():
    return archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"})


def odf(kind="text", manifest="<manifest/>"):
    says = f"application/vnd.oasis.opendocument.{kind}"
    parts = {"mimetype": says, "content.xml": "<office/>", "META-INF/manifest.xml": manifest}
    return archive(parts, stored_first=True)


def xlsx():
    book = Workbook()
    book.active.append(["Ciudad", "Asistentes"])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def lying():
    """A document whose list of parts gives a wrong checksum."""
    data = bytearray(docx())
    place = data.rfind(b"PK\x01\x02")
    data[place + 16] ^= 0xFF
    return bytes(data)
