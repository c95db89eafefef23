"""Texts and tables as they stand on a page, and the same page as a workbook, a document, HTML or separated columns."""

import html
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

STAMP = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@dataclass
class C:
    """A cell; `rows` and `columns` are what it covers. Covered cells are left out of their rows, as in HTML."""

    value: object = None
    rows: int = 1
    columns: int = 1
    fill: str = ""
    bold: bool = False
    strike: bool = False
    indent: int = 0
    format: str = ""

    @property
    def text(self) -> str:
        """As a document prints it: a percent of a fraction, a day as day/month/year."""
        if isinstance(self.value, date):
            return self.value.strftime("%d/%m/%Y")
        if self.format.endswith("%") and isinstance(self.value, int | float):
            return f"{self.value * 100:g}%"
        return "" if self.value is None else str(self.value)


@dataclass
class Text:
    """A paragraph; `level` of its heading style, 0 of a title. item: of a list with bullets."""

    text: str
    level: int | None = None
    bold: bool = False
    item: bool = False


@dataclass
class Table:
    rows: list[list[C]]
    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass
class Page:
    """A sheet of a workbook, or a part of a document. `gap`: blank rows between its blocks in a sheet; `left`: blank
    columns before them."""

    name: str
    blocks: list[Text | Table]
    gap: int = 1
    left: int = 0
    hidden: bool = False


def placed(table: Table) -> Iterator[tuple[int, int, C]]:
    """Each cell with its row and column from 0."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {(row + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
            column += cell.columns


def size(table: Table) -> tuple[int, int]:
    ends = [(row + cell.rows, column + cell.columns) for row, column, cell in placed(table)]
    return max(row for row, _ in ends), max(column for _, column in ends)


# Workbooks.


def xlsx(pages: list[Page]) -> bytes:
    book = Workbook()
    book.properties.created = book.properties.modified = STAMP
    book.remove(book.active)
    for page in pages:
        _sheet(book.create_sheet(page.name), page)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _sheet(sheet, page):
    sheet.sheet_state = "hidden" if page.hidden else "visible"
    row = 1
    for block in page.blocks:
        if isinstance(block, Text):
            cell = sheet.cell(row, page.left + 1, block.text)
            cell.font = Font(bold=block.bold or block.level is not None)
            row += 1
        else:
            _table(sheet, block, row, page.left + 1)
            row += size(block)[0] + page.gap


def _table(sheet, table, top, left):
    for row, column, cell in placed(table):
        put = sheet.cell(top + row, left + column, cell.value)
        put.font = Font(bold=cell.bold, strike=cell.strike)
        put.alignment = Alignment(indent=cell.indent, wrap_text=True)
        put.number_format = cell.format or put.number_format
        if cell.fill:
            put.fill = PatternFill("solid", start_color=cell.fill)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=top + row, start_column=left + column,
                end_row=top + row + cell.rows - 1, end_column=left + column + cell.columns - 1,
            )  # fmt: skip
    for row in table.hidden:
        sheet.row_dimensions[top + row].hidden = True
    for column in table.hidden_columns:
        sheet.column_dimensions[sheet.cell(1, left + column).column_letter].hidden = True


# Documents.


def docx(pages: list[Page]) -> bytes:
    document = Document()
    document.core_properties.created = document.core_properties.modified = STAMP
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Text):
                _paragraph(document, block)
            else:
                _word_table(document, block)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _paragraph(document, block):
    if block.level is not None:
        document.add_heading(block.text, block.level)
    else:
        style = "List Bullet" if block.item else None
        document.add_paragraph(style=style).add_run(block.text).bold = block.bold


def _word_table(document, block):
    height, width = size(block)
    table = document.add_table(height, width, style="Table Grid")
    grid = [list(row.cells) for row in table.rows]
    for row, column, cell in placed(block):
        at = grid[row][column]
        if cell.rows > 1 or cell.columns > 1:
            at = at.merge(grid[row + cell.rows - 1][column + cell.columns - 1])
        run = at.paragraphs[0].add_run(cell.text)
        run.bold, run.font.strike = cell.bold or None, cell.strike or None
        if cell.fill:
            _shade(at, cell.fill)
    document.add_paragraph()


def _shade(cell, fill):
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


# What is pasted.


def pasted(pages: list[Page]) -> bytes:
    """HTML as a browser or Word copies it."""
    parts = []
    for block in (block for page in pages for block in page.blocks):
        if isinstance(block, Text):
            tag = f"h{block.level + 1}" if block.level is not None else "li" if block.item else "p"
            parts.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
        else:
            rows = "".join(f"<tr>{''.join(map(_pasted_cell, row))}</tr>" for row in block.rows)
            parts.append(f"<table>{rows}</table>")
    return f"<html><body>{''.join(parts)}</body></html>".encode()


def _pasted_cell(cell):
    fill = f' style="background:#{cell.fill}"' if cell.fill else ""
    spans = f' rowspan="{cell.rows}" colspan="{cell.columns}"'
    text = html.escape(cell.text).replace("\n", "<br>")
    return f"<td{spans}{fill}>{f'<b>{text}</b>' if cell.bold else text}</td>"


def separated(pages: list[Page]) -> bytes:
    """Columns split by tabs; what is merged stands once."""
    lines = []
    for block in (block for page in pages for block in page.blocks):
        if isinstance(block, Text):
            lines.append(block.text)
        else:
            height, width = size(block)
            grid = [[""] * width for _ in range(height)]
            for row, column, cell in placed(block):
                text = cell.text.replace('"', '""')
                grid[row][column] = f'"{text}"' if "\n" in text or '"' in text else text
            lines += ["\t".join(row) for row in grid]
    return "\n".join(lines).encode()


WRITERS = {"xlsx": xlsx, "docx": docx, "html": pasted, "tsv": separated}
