"""The one door for tables that people send: .xlsx and .csv, looked at before anything opens them (bad inputs 1-24).

What comes through is a list of rows of plain values. What does not is refused in words: what, where, what to do. Cells
that hold no value of their own (an error, a formula that was never calculated) are named, never read as empty.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeAlias
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from coalitions import archives
from coalitions.archives import OLE, ZIP, Fault
from coalitions.refusal import Refused

Value: TypeAlias = str | int | float | bool | date | datetime | time | None

OTHERS = {".xls", ".xlsb", ".xlsm", ".xltx", ".ods", ".numbers", ".docx", ".pdf", ".html", ".htm"}
# What openpyxl raises on what is no sound workbook, beside what any archive does.
UNSOUND = (
    *archives.UNSOUND, InvalidFileException, ParseError, TypeError, IndexError, AttributeError, AssertionError,
)  # fmt: skip
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ERRORS = {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"}


@dataclass(frozen=True)
class Limits:
    """How much is read: of the file packed and unpacked, and of its first sheet."""

    packed: int = 1_000_000
    unpacked: int = 20_000_000
    parts: int = 500
    ratio: int = 100
    rows: int = 2000
    columns: int = 200
    longest: int = 100_000


USUAL = Limits()


@dataclass(frozen=True)
class Problem:
    """What could not be read, where, and why."""

    row: int
    column: str
    value: str
    reason: str


@dataclass
class Table:
    """The rows of one sheet, as long as its last filled row; what could not be read; sheets that are hidden."""

    rows: list[list[Value]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def read(name: str, data: bytes, limits: Limits = USUAL) -> Table:
    """The first visible sheet of an .xlsx, or a .csv file. Raises Refused with what to do instead."""
    if not data:
        raise Refused(_("The file is empty."))
    if len(data) > limits.packed:
        raise Refused(
            _("This file is larger than {number} MB. Please send the list alone, or paste it.").format(
                number=limits.packed // 1_000_000
            )
        )
    suffix = "." + name.lower().rpartition(".")[2]
    if suffix in OTHERS:
        text = _("A file of the kind {kind} is not read. Please save it as .xlsx and send it again.")
        raise Refused(text.format(kind=suffix))
    if suffix == ".xlsx":
        return _read_xlsx(data, limits)
    if suffix in {".csv", ".txt"}:
        return _read_csv(data, limits)
    raise Refused(_("This file is not a list: please send .xlsx or .csv, or paste the list."))


def open_workbook(data: bytes, limits: Limits = USUAL, **options: Any) -> Workbook:
    """A workbook that has been looked at from outside first. Raises Refused; options are openpyxl's."""
    check(data, limits)
    try:
        return load_workbook(io.BytesIO(data), keep_links=False, **options)
    except UNSOUND as error:
        raise Refused(_damaged()) from error


def check(data: bytes, limits: Limits = USUAL) -> None:
    """Refuses what is no sound .xlsx: by its first bytes, its size unpacked, its parts and what they begin with."""
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused(
            _("The workbook is encrypted. Please save it without a password and send it again.")
            if encrypted
            else _(
                "A file of the kind {kind} is not read. Please save it as .xlsx and send it again."
            ).format(kind=".xls")
        )
    if not data.startswith(ZIP):
        raise Refused(_("This is not an Excel workbook (.xlsx), whatever its name says."))
    room = archives.Room(limits.unpacked, limits.parts, limits.ratio)
    if found := archives.fault(data, room):
        raise Refused(_in_words(found))
    if "xl/workbook.xml" not in archives.names_of(data):
        raise Refused(_("This is not an Excel workbook (.xlsx), whatever its name says."))


def _in_words(found: Fault) -> str:
    return {
        Fault.TOO_LARGE: _("This file is far larger inside than a list can be. Please paste the list."),
        Fault.MACROS: _("This workbook has macros. Please save it as .xlsx without them and send it again."),
        Fault.DOCUMENT_TYPE: _(
            "This workbook contains a document type (DTD), which no spreadsheet writes: it was not opened."
        ),
        Fault.DAMAGED: _damaged(),
    }[found]


def _damaged() -> str:
    return _("This file cannot be opened as .xlsx: it is damaged. Please save it again in your spreadsheet.")


def _read_xlsx(data: bytes, limits: Limits) -> Table:
    values = open_workbook(data, limits, read_only=True, data_only=True)
    formulas = open_workbook(data, limits, read_only=True)
    table = Table()
    try:
        visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
        table.hidden = [sheet.title for sheet in values.worksheets if sheet.sheet_state != "visible"]
        if not visible:
            raise Refused(_("This workbook has no visible sheet."))
        sheet, twin = visible[0], formulas[visible[0].title]
        sheet.reset_dimensions()
        twin.reset_dimensions()
        pairs = zip(sheet.iter_rows(), twin.iter_rows(), strict=False)
        _fill(table, (_cells(number, *pair, table) for number, pair in enumerate(pairs, start=1)), limits)
    except UNSOUND as error:
        raise Refused(_damaged()) from error
    return table


def _cells(number: int, row: Any, twin: Any, table: Table) -> list[Value]:
    cells: list[Value] = []
    for place, (cell, formula) in enumerate(zip(row, twin, strict=False), start=1):
        if cell.value is None and getattr(formula, "data_type", "") == "f":
            reason = _(
                "This formula has no value: open the file in your spreadsheet, save it, and send it again."
            )
            table.problems.append(Problem(number, get_column_letter(place), str(formula.value)[:60], reason))
        elif cell.value in ERRORS and cell.data_type == "e":
            reason = _("This cell holds an error of the spreadsheet.")
            table.problems.append(Problem(number, get_column_letter(place), cell.value, reason))
        cells.append(cell.value)
    return cells


def _read_csv(data: bytes, limits: Limits) -> Table:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise Refused(_("This file is not a text. Please save the list as .xlsx or .csv and send it again."))
    first = text.split("\n", 1)[0]
    return read_text(text, max(";\t,", key=first.count), limits)


def read_text(text: str, delimiter: str, limits: Limits = USUAL) -> Table:
    """The rows of a text in columns. Raises Refused where it is too long or its quotes cannot be read."""
    table = Table()
    try:
        _fill(table, map(list, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)), limits)
    except csv.Error as error:
        raise Refused(
            _("This list cannot be read: a quotation mark is missing, or a cell is far too long.")
        ) from error
    return table


def _fill(table: Table, rows: Iterable[list[Value]], limits: Limits) -> None:
    filled = 0
    for number, row in enumerate(rows, start=1):
        cells = [None if isinstance(cell, str) and not cell.strip() else cell for cell in row]
        while cells and cells[-1] is None:
            cells.pop()
        if len(cells) > limits.columns:
            text = _("Row {row} has more than {number} columns. Please send the list alone.")
            raise Refused(text.format(row=number, number=limits.columns))
        table.rows.append(cells)
        table.problems += _unreadable(number, cells, limits)
        filled += bool(cells)
        # A sheet may end in rows that are only formatted.
        if filled > limits.rows or number > 10 * limits.rows:
            raise Refused(
                _("This list has more than {number} rows. Please split it.").format(number=limits.rows)
            )
    while table.rows and not table.rows[-1]:
        table.rows.pop()


def _unreadable(number: int, cells: list[Value], limits: Limits) -> Iterator[Problem]:
    for place, cell in enumerate(cells, start=1):
        if not isinstance(cell, str):
            continue
        if UNREADABLE.search(cell):
            reason = _("This cell holds signs that no text has. Please type it again.")
            yield Problem(number, get_column_letter(place), UNREADABLE.sub("\ufffd", cell)[:60], reason)
        elif len(cell) > limits.longest:
            reason = _("This is longer than {number} characters.").format(number=limits.longest)
            yield Problem(number, get_column_letter(place), cell[:60], reason)


def as_json(table: Table) -> str:
    """The cells as the page keeps them until they are confirmed; days stay days."""
    return json.dumps(table.rows, default=lambda value: {"day": value.isoformat()}, ensure_ascii=False)


def from_json(text: str) -> Table:
    """The same cells again. What no page of ours has written is an empty table."""
    try:
        rows = json.loads(text, object_hook=lambda found: _moment(str(found.get("day", ""))))
    except (ValueError, RecursionError):
        return Table()
    sound = isinstance(rows, list) and all(isinstance(row, list) for row in rows)
    if not sound or any(isinstance(cell, list | dict) for row in rows for cell in row):
        return Table()
    return Table(rows=rows[: USUAL.rows + 1])


def _moment(text: str) -> date | datetime | time | str:
    for kind in (date, datetime, time):
        try:
            return kind.fromisoformat(text)
        except ValueError:
            continue
    return text
