"""Bad spreadsheets meet one door: each is refused in words, and none is opened by accident (bad inputs 1-24)."""

import io
import os
import random
import tracemalloc
import zipfile
from datetime import date, datetime

import pytest
from django.utils.translation import override
from openpyxl import Workbook

from coalitions import workbooks
from coalitions.admin.columns import Day, Number
from coalitions.refusal import Refused
from coalitions.workbooks import read

MIDNIGHT = datetime(2025, 3, 15)  # noqa: DTZ001 (as a spreadsheet gives it)
FLIPS = 2000 if os.environ.get("PROOF") else 100


def book(*rows, sheet=None):
    workbook, out = Workbook(), io.BytesIO()
    if sheet:
        workbook.active.title = sheet
    for row in rows:
        workbook.active.append(row)
    workbook.save(out)
    return out.getvalue()


GOOD = book(["Nombre", "País"], ["Alta", "PE"], ["Baja", "CL"])


def changed(data=GOOD, **parts):
    """The workbook with some of its parts written anew (None: left out); `extra` parts are added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, body in parts.items():
            if body is not None:
                new.writestr(name, body)
    return out.getvalue()


def sheet_xml(body, dimension=""):
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return f"{head}{dimension}<sheetData>{body}</sheetData></worksheet>"


SHEET = "xl/worksheets/sheet1.xml"
CELL = '<c r="{0}" t="inlineStr"><is><t>x</t></is></c>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]>' + sheet_xml("")


def duplicated():
    out = io.BytesIO(GOOD)
    with pytest.warns(UserWarning), zipfile.ZipFile(out, "a") as parts:
        parts.writestr(SHEET, sheet_xml(""))
    return out.getvalue()


def lying():
    """A part that says it is smaller than it is."""
    data = bytearray(changed(**{SHEET: sheet_xml("<row>" + CELL.format("A1") * 5000 + "</row>")}))
    place = data.rindex(SHEET.encode()) - 46
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    return bytes(data)


WRONG = {
    "empty": ("lista.xlsx", b""),
    "a picture": ("lista.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 100),
    "a page": ("lista.xlsx", b"<!doctype html><table></table>"),
    "a pdf": ("lista.xlsx", b"%PDF-1.7"),
    "old kind": ("lista.xls", OLE + b"0" * 600),
    "old kind, renamed": ("lista.xlsx", OLE + b"0" * 600),
    "open document": ("lista.ods", GOOD),
    "binary": ("lista.xlsb", GOOD),
    "with macros by name": ("lista.xlsm", GOOD),
    "with macros inside": ("lista.xlsx", changed(**{"xl/vbaProject.bin": b"x"})),
    "encrypted": ("lista.xlsx", OLE + b"0" * 500 + "EncryptedPackage".encode("utf-16-le")),
    "a document": ("lista.xlsx", changed(**{"xl/workbook.xml": None, "word/document.xml": "<a/>"})),
    "too large packed": ("lista.xlsx", GOOD + b"0" * 1_000_001),
    "too large unpacked": ("lista.xlsx", changed(**{SHEET: sheet_xml(" " * 30_000_000)})),
    "one cell in the last corner": (
        "lista.xlsx",
        changed(**{SHEET: sheet_xml(f'<row r="1048576">{CELL.format("XFD1048576")}</row>')}),
    ),
    "one cell in the last column": (
        "lista.xlsx",
        changed(**{SHEET: sheet_xml(f'<row r="1">{CELL.format("XFD1")}</row>')}),
    ),
    "formatted rows without end": (
        "lista.xlsx",
        changed(**{SHEET: sheet_xml("".join(f'<row r="{n}"/>' for n in range(1, 30_000)))}),
    ),
    "many parts": ("lista.xlsx", changed(**{f"xl/x{n}.xml": "<a/>" for n in range(600)})),
    "a part that leads away": ("lista.xlsx", changed(**{"../../x.xml": "<a/>"})),
    "an absolute part": ("lista.xlsx", changed(**{"/etc/x.xml": "<a/>"})),
    "the same part twice": ("lista.xlsx", duplicated()),
    "a part that lies": ("lista.xlsx", lying()),
    "entities": ("lista.xlsx", changed(**{SHEET: BOMB})),
    "entities in UTF-16": ("lista.xlsx", changed(**{SHEET: BOMB.encode("utf-16")})),
    "a text out of range": (
        "lista.xlsx",
        changed(**{SHEET: sheet_xml('<row r="1"><c r="A1" t="s"><v>999</v></c></row>')}),
    ),
    "no sheet": ("lista.xlsx", changed(**{SHEET: None})),
    "broken XML": ("lista.xlsx", changed(**{SHEET: "<worksheet><sheetData>"})),
    "binary text": ("lista.csv", b"a;b\x00;c"),
    "no list": ("lista", b"a;b"),
    "too many rows": ("lista.csv", b"a\n" * 2001),
    "too many columns": ("lista.csv", b";".join([b"a"] * 201)),
}


@pytest.mark.parametrize("what", sorted(WRONG))
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_wrong_file_is_refused_in_words(what, language, settings):
    tracemalloc.start()
    with override(language), pytest.raises(Refused) as refusal:
        read(*WRONG[what])
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    said = str(refusal.value)
    assert len(said) > 15 and said.endswith(".")
    assert most < 200_000_000


def test_the_words_name_what_was_sent():
    said = {
        what: _said(*WRONG[what]) for what in ("empty", "encrypted", "open document", "entities", "a picture")
    }
    assert "empty" in said["empty"]
    assert "encrypted" in said["encrypted"]
    assert ".ods" in said["open document"]
    assert "DTD" in said["entities"]
    assert "not an Excel workbook" in said["a picture"]


def _said(name, data):
    with override("en"), pytest.raises(Refused) as refusal:
        read(name, data)
    return str(refusal.value)


@pytest.mark.parametrize("part", range(1, 10))
def test_a_cut_file_is_damaged(part):
    with pytest.raises(Refused):
        read("lista.xlsx", GOOD[: len(GOOD) * part // 10])


def test_flipped_bytes_are_read_or_refused_and_nothing_else():
    chance = random.Random(7)
    for _ in range(FLIPS):
        data = bytearray(GOOD)
        for _flip in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read("lista.xlsx", bytes(data))
        except Refused:
            continue


def test_what_the_sheet_says_of_its_size_is_not_believed():
    rows = "".join(f'<row r="{n}">{CELL.format(f"A{n}")}</row>' for n in (1, 2, 3))
    for claim in ("A1:XFD1048576", "A1"):
        data = changed(**{SHEET: sheet_xml(rows, f'<dimension ref="{claim}"/>')})
        assert read("lista.xlsx", data).rows == [["x"], ["x"], ["x"]]


def test_cells_without_a_value_of_their_own_are_named():
    workbook, out = Workbook(), io.BytesIO()
    workbook.active.append(["Nombre", "=A1*2", "#REF!"])
    workbook.active["C1"].data_type = "e"
    workbook.save(out)
    found = read("lista.xlsx", out.getvalue()).problems
    assert [(one.row, one.column, one.value) for one in found] == [(1, "B", "=A1*2"), (1, "C", "#REF!")]


def test_a_hidden_sheet_is_said_and_not_read():
    workbook, out = Workbook(), io.BytesIO()
    workbook.active.sheet_state = "hidden"
    workbook.active.title = "Borrador's"
    workbook.create_sheet("Lista 🌊").append(["x"])
    workbook.save(out)
    table = read("lista.xlsx", out.getvalue())
    assert (table.rows, table.hidden) == ([["x"]], ["Borrador's"])


@pytest.mark.parametrize("length", [32_767, 32_768])
def test_a_long_text_is_kept_whole(length):
    text = "é" * length
    assert read("lista.csv", text.encode()).rows == [[text]]
    if length <= 32_767:
        assert read("lista.xlsx", book([text])).rows == [[text]]


def test_line_breaks_stay_and_signs_that_no_text_has_are_named():
    assert read("lista.csv", b'"Alta\nBaja"').rows == [["Alta\nBaja"]]
    for sign in ("\x0b", "\x01", "\ufffe"):
        table = read("lista.csv", f"Al{sign}ta;x".encode())
        assert [(one.row, one.column) for one in table.problems] == [(1, "A")]


def test_rows_of_blanks_at_the_end_are_no_rows():
    assert read("lista.csv", b"a\n;\n ; \n").rows == [["a"]]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2025, 3, 15), date(2025, 3, 15)), (MIDNIGHT, date(2025, 3, 15)), ("2025-03-15", date(2025, 3, 15)),
        ("15/03/2025", date(2025, 3, 15)), ("15.03.2025", date(2025, 3, 15)), ("03/03/2025", date(2025, 3, 3)),
        (None, None), ("03/04/2026", None), ("29.02.2023", None), (60, None), ("60", None),
        (MIDNIGHT.replace(hour=9), None), ("20226-01-01", None), (date(20, 1, 1), None),
        ("2025-03-15T10:00+02:00", None), ("mañana", None),
    ],
)  # fmt: skip
def test_a_day_is_exact_or_refused(value, expected):
    if expected is None and value is not None:
        with pytest.raises(ValueError, match=r"\."):
            Day().clean(value)
    else:
        assert Day().clean(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1,5", "1.5"), ("1.5", "1.5"), (1.5, "1.5"), (3, "3"), ("-2", "-2"), ("0,25", "0.25"), ("1200", "1200"),
        ("1 000", None), ("1.200", None), ("1,200", None), ("NaN", None), (float("nan"), None), (float("inf"), None),
        ("1e309", None), ("50 %", None), ("S/ 5", None), (True, None), ("1.200,5", None),
    ],
)  # fmt: skip
def test_a_number_is_exact_or_refused(value, expected):
    if expected is None:
        with pytest.raises(ValueError, match=r"\."):
            Number().clean(value)
    else:
        assert str(Number().clean(value)) == expected


def test_the_limits_hold_for_whoever_asks_for_others():
    few = workbooks.Limits(rows=2)
    with pytest.raises(Refused):
        read("lista.xlsx", GOOD, few)
