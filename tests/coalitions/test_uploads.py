"""What people send as evidence: what is taken, and what is refused in words (bad inputs 31-39)."""

import io
import os
import sys
import time

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from coalitions import uploads
from coalitions.refusal import Refused
from coalitions.uploads import receive
from tests.coalitions.files import archive, docx, flood, lying, moving, odf, pdf, photo, pptx, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = '<!DOCTYPE a [<!ENTITY x "xx">]><w:document>&x;</w:document>'
PROOF = bool(os.environ.get("PROOF"))

GOOD = {
    "acta.pdf": (pdf(), "application/pdf"),
    "Acta.PDF": (pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "application/pdf"),
    "acta.docx": (docx(), uploads.OPEN_XML + "wordprocessingml.document"),
    "lista.xlsx": (xlsx(), uploads.OPEN_XML + "spreadsheetml.sheet"),
    "charla.pptx": (pptx(), uploads.OPEN_XML + "presentationml.presentation"),
    "acta.odt": (odf(), "application/vnd.oasis.opendocument.text"),
    "lista.ods": (odf("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    "lista.csv": ("Ciudad;Asistentes\nPiura;12\n".encode("utf-8-sig"), "text/csv"),
    "nota.txt": ("Se acordó el protocolo.".encode("cp1252"), "text/plain"),
    "plantilla.docx": (
        docx(**{"word/_rels/settings.xml.rels": '<R TargetMode="External" Target="https://example.org/t.dotx"/>'}),
        uploads.OPEN_XML + "wordprocessingml.document",
    ),
}  # fmt: skip

WRONG = {
    "empty": ("acta.pdf", b""),
    "one byte too much": ("acta.pdf", pdf(after=b" " * (uploads.LARGEST - len(pdf()) + 1))),
    "drawing with a script": ("plano.svg", b"<svg onload='alert(1)'/>"),
    "web page": ("pagina.html", b"<html><script>1</script></html>"),
    "xml": ("datos.xml", b"<?xml version='1.0'?><a/>"),
    "mail page": ("pagina.mht", b"MIME-Version: 1.0"),
    "program": ("informe.exe", b"MZ" + b"0" * 100),
    "program behind a pdf": ("acta.pdf.exe", b"MZ" + b"0" * 100),
    "program called a pdf": ("acta.pdf", b"MZ" + b"0" * 100),
    "program called a text": ("nota.txt", b"\x7fELF" + b"0" * 100),
    "turned name": ("acta\u202efdp.exe", b"MZ" + b"0" * 100),
    "web page called a text": ("nota.txt", b"\xef\xbb\xbf  <!DOCTYPE html><p>"),
    "drawing called a photo": ("foto.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "no ending": ("acta", pdf()),
    "pdf called a word file": ("acta.docx", pdf()),
    "photo called a pdf": ("acta.pdf", photo((10, 10))),
    "pdf and page": ("acta.pdf", pdf(before=b"<html><script>alert(1)</script>")),
    "pdf and archive": ("acta.pdf", pdf(after=archive({"a.txt": "x"}))),
    "archive and pdf": ("acta.docx", archive({"%PDF-1.4": "x"}, stored_first=True)),
    "half a pdf": ("acta.pdf", pdf()[:40]),
    "locked pdf": ("acta.pdf", pdf(b"/Encrypt 5 0 R")),
    "locked word file": ("acta.docx", OLE + b"0" * 500 + "EncryptedPackage".encode("utf-16-le")),
    "locked open document": ("acta.odt", odf(manifest="<manifest><encryption-data/></manifest>")),
    "old word file": ("acta.doc", OLE + b"0" * 500),
    "old word file, renamed": ("acta.docx", OLE + b"0" * 500),
    "macros by name": ("acta.docm", docx()),
    "macros inside": ("acta.docx", docx(**{"word/vbaProject.bin": b"x"})),
    "document type": ("acta.docx", docx(**{"word/document.xml": BOMB})),
    "document type in UTF-16": ("acta.docx", docx(**{"word/document.xml": BOMB.encode("utf-16")})),
    "bomb": ("acta.docx", docx(**{"word/media/a.bin": b"\0" * 60_000_000})),
    "far too large inside": ("acta.docx", docx(**{f"word/{n}.bin": b"\0" * 20_000_000 for n in range(6)})),
    "many parts": ("acta.docx", docx(**{f"word/{n}.xml": "<a/>" for n in range(3100)})),
    "a part that leads away": ("acta.docx", docx(**{"../../x.xml": "<a/>"})),
    "a wrong checksum": ("acta.docx", lying()),
    "half an archive": ("acta.docx", docx()[:-30]),
    "another archive": ("acta.docx", archive({"a.txt": "x"})),
    "slides called a table": ("lista.xlsx", pptx()),
    "text called a table": ("lista.ods", odf()),
    "pixel flood": ("foto.png", flood()),
    "moving picture": ("foto.webp", moving()),
    "moving png": ("foto.png", moving("PNG")),
    "gif": ("foto.gif", b"GIF89a" + b"0" * 50),
    "gif called a photo": ("foto.jpg", b"GIF89a/*" + b"0" * 50),
    "half a photo": ("foto.jpg", photo()[:3000]),
    "photo of the newest telephones": ("foto.heic", b"\0\0\0\x18ftypheic"),
    "binary text": ("lista.csv", b"a;b\x00;c"),
}


@pytest.mark.parametrize("name", sorted(GOOD))
def test_what_is_taken_is_kept_as_it_came(name):
    data, media_type = GOOD[name]
    received = receive(name, data)
    assert (received.content, received.media_type) == (data, media_type)
    assert received.suffix == f".{name.rpartition('.')[2].lower()}"


@pytest.mark.parametrize("what", sorted(WRONG))
@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_not_taken_is_refused_in_words_and_soon(what, language):
    began = time.monotonic()
    with override(language), pytest.raises(Refused) as refusal:
        receive(*WRONG[what])
    said = str(refusal.value)
    assert len(said) > 15 and said.endswith((".", ")"))
    assert time.monotonic() - began < 10


def test_the_words_say_what_it_is():
    with override("en"):
        said = {what: _said(*WRONG[what]) for what in WRONG}
    assert "10 MB" in said["one byte too much"]
    assert "program" in said["program called a pdf"]
    assert "password" in said["locked word file"] and "password" in said["locked open document"]
    assert "too many pixels" in said["pixel flood"]
    assert "moves" in said["moving picture"]
    assert ".heic" in said["photo of the newest telephones"]
    assert "macros" in said["macros by name"]
    assert "empty" in said["empty"]
    assert "svg" in said["drawing with a script"]


def _said(name, data):
    with pytest.raises(Refused) as refusal:
        receive(name, data)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "b.png"), ("WEBP", "c.webp"), ("PNG", "d.JPEG")]
)
def test_a_photo_becomes_a_jpeg_of_2000_pixels_without_a_word(kind, name):
    received = receive(name, photo(kind=kind))
    assert (received.suffix, received.media_type) == (".jpg", "image/jpeg")
    assert b"canary" not in received.content and b"Exif" not in received.content
    with Image.open(io.BytesIO(received.content)) as made:
        assert (made.format, made.size, dict(made.getexif())) == ("JPEG", (2000, 1333), {})


def test_a_photo_stands_upright_as_the_camera_was_held():
    with Image.open(io.BytesIO(receive("a.jpg", photo((300, 200), orientation=6)).content)) as made:
        assert made.size == (200, 300)


def test_what_is_transparent_becomes_white():
    made = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(made, "PNG")
    with Image.open(io.BytesIO(receive("a.png", made.getvalue()).content)) as kept:
        assert min(kept.getpixel((5, 5))) > 250


def test_the_photo_of_a_large_camera_is_scaled_in_little_memory():
    """Forty million pixels; the child holds less than the 700 MB that it may."""
    with Image.open(io.BytesIO(receive("a.jpg", photo((8000, 5000))).content)) as made:
        assert made.size == (2000, 1250)


@pytest.mark.parametrize(
    ("name", "title", "suffix"),
    [
        ("../../etc/acta.pdf", "acta", ".pdf"),
        ("C:\\Temp\\acta final.pdf", "acta final", ".pdf"),
        ("acta\0.pdf", "acta", ".pdf"),
        ("cod\u202egpj.exe", "codgpj", ".exe"),
        ('acta "1"\r\nSet-Cookie: a.pdf', 'acta "1"Set-Cookie: a', ".pdf"),
        ("a" * 300 + ".pdf", "a" * 150, ".pdf"),
        (".pdf", "Archivo", ".pdf"),
        ("CON", "CON", ""),
        ("", "Archivo", ""),
    ],
)
def test_a_name_becomes_a_title(name, title, suffix):
    assert uploads.clean_name(name) == (title, suffix)


@given(st.text(max_size=300))
def test_no_name_leads_anywhere(name):
    title, suffix = uploads.clean_name(name)
    assert title and len(title) <= 150
    assert not set("/\\\r\n\0\u202e") & set(title + suffix)


@given(st.integers(0, 10**6), st.integers(0, 255), st.sampled_from(sorted(GOOD)))
def test_a_changed_byte_is_taken_or_refused(place, value, name):
    data = bytearray(GOOD[name][0])
    data[place % len(data)] = value
    try:
        receive(name, bytes(data))
    except Refused as refusal:
        assert str(refusal)


EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
LOOKS = "import sys; sys.exit(int(b'EICAR' in sys.stdin.buffer.read()))"


def test_a_scanner_that_finds_something_is_believed(settings):
    receive("nota.txt", EICAR)
    settings.SCANNER = f'{sys.executable} -c "{LOOKS}"'
    assert receive("nota.txt", b"Todo en orden.")
    assert "virus" in _said("nota.txt", EICAR)


@pytest.mark.parametrize(
    "command", ["/no/such/scanner -", f"{sys.executable} -c 'raise SystemExit(2)'", "a 'b"]
)
def test_without_the_scanner_that_is_set_nothing_is_taken(settings, command):
    settings.SCANNER = command
    with override("en"):
        assert "does not answer" in _said("nota.txt", b"Todo en orden.")
