"""Cells that know their place: what the readers of .xlsx, .docx and pasted tables give, and all that is read from (E1).

A file becomes a `Source`: its blocks in reading order, each a paragraph of text or a grid of cells. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias

Value: TypeAlias = str | int | float | bool | date | datetime | None


@dataclass(slots=True)
class Cell:
    """One cell of a grid; a merged one stands once, at its first row and column, with its extent.

    text: as printed, with its line breaks; "" where blank. A number has the form that the file shows ("100%", "2024").
    value: what the file holds: text, number, date; a percentage is the fraction behind it (0.6), a formula its value.
    kind: text, number, percent, date, bool, error, formula (one without a value) or blank.
    row, column: of its first cell, from 1. rows, columns: how many it covers.
    fill: six hexadecimal digits, "" for none or white. style: the paragraph style or "" (Word only).
    """

    text: str
    row: int
    column: int
    value: Value = None
    kind: str = "text"
    rows: int = 1
    columns: int = 1
    fill: str = ""
    bold: bool = False
    strike: bool = False
    indent: int = 0
    style: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.text or self.text.isspace()


@dataclass(slots=True)
class Grid:
    """A sheet or a table. `name` is the sheet's title, or "table 3" in a document, "table 1" of what was pasted.

    cells: every cell that holds a text, a fill or is merged, ordered by row and column. hidden_rows and hidden_columns
    count from 1; their cells are here too. fills_read: False where colours were not looked at (very long files).
    is_turned: rows and columns have changed places, and places are the printed ones.
    """

    name: str
    cells: list[Cell] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    fills_read: bool = True
    is_sheet: bool = False
    is_turned: bool = False

    def place(self, row: int, column: int) -> str:
        """How people find the cell: "Anexo 1!B7" in a workbook, "table 3, row 4, column 2" in a document."""
        if self.is_turned:
            row, column = column, row
        if self.is_sheet:
            return f"{self.name}!{letters(column)}{row}"
        return f"{self.name}, row {row}, column {column}"

    def rows(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """Each row that has cells, with the cell that covers each of its columns; a merged cell comes back in each."""
        height = max((cell.row + cell.rows - 1 for cell in self.cells), default=0)
        waiting: list[Cell] = []
        start = 0
        for row in range(1, height + 1):
            while start < len(self.cells) and self.cells[start].row == row:
                waiting.append(self.cells[start])
                start += 1
            covering = {
                column: cell for cell in waiting for column in range(cell.column, cell.column + cell.columns)
            }
            if covering:
                yield row, dict(sorted(covering.items()))
            waiting = [cell for cell in waiting if cell.row + cell.rows - 1 > row]


@dataclass(slots=True)
class Paragraph:
    """A text between the tables of a document. `number` counts the paragraphs from 1; `level` is that of a heading
    style, 0 for a title, None for running text; `in_list` for items of a list."""

    text: str
    number: int
    level: int | None = None
    style: str = ""
    bold: bool = False
    strike: bool = False
    in_list: bool = False

    @property
    def place(self) -> str:
        return f"paragraph {self.number}"


@dataclass(slots=True)
class Problem:
    """Something that somebody should know or settle: `kind` names the sentence that says why (`problems.py`).

    place: a cell or paragraph as `Grid.place` says it, or the name of a row ("activity 2.3"). value: what stands there.
    proposal: how it was read or could be. is_error: the cell could not be read; else it is a doubt.
    """

    kind: str
    place: str
    value: str = ""
    proposal: str = ""
    is_error: bool = False
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Source:
    """A file or a pasted table, read but not yet understood: its blocks in order and what could not be read."""

    name: str
    kind: str
    blocks: list[Grid | Paragraph] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def grids(self) -> list[Grid]:
        return [block for block in self.blocks if isinstance(block, Grid)]


@cache
def letters(column: int) -> str:
    """The name of a column of a sheet: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Unsound(Exception):
    """A file that is not read: `kind` says why (opening.py has the words), `data` what the words name."""

    def __init__(self, kind: str, **data: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.data = data
