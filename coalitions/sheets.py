"""Tables that are given out: .xlsx and .csv whose texts are texts, whatever they begin with (bad inputs 16, 24).

A text that a spreadsheet would take for a formula keeps every sign. In .xlsx its cell says that it is a text; in .csv
an apostrophe stands before it, which `unescaped` takes away again.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST_IN_XLSX = 32_767
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TooLong(ValueError):
    """A text that a cell of an .xlsx cannot hold: the whole file is refused rather than cut it."""


def escaped(text: str) -> str:
    """The text as a .csv holds it: with an apostrophe where a spreadsheet would calculate it."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def unescaped(text: str) -> str:
    """The text without the apostrophe that `escaped` gave it."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA) else text


def to_csv(rows: Iterable[Iterable[Any]]) -> str:
    """Rows as .csv, with a mark at its beginning by which spreadsheets know that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([escaped(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def to_xlsx(title: str, rows: Iterable[Iterable[Any]]) -> bytes:
    """Rows as .xlsx with a first row of heads that stays in sight. Raises TooLong."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("".join(c for c in title if c not in r"[]:*?/\'")[:31])
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, cell, bold=number == 0) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any, *, bold: bool) -> WriteOnlyCell:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    if len(value) > LONGEST_IN_XLSX:
        raise TooLong(
            _(
                "“{text}…” is longer than a cell of an .xlsx can hold: nothing was exported. Please choose .csv."
            ).format(text=value[:40])
        )
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value))
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(FORMULA)
    if bold:
        cell.font = Font(bold=True)
    return cell
