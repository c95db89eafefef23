"""What a workbook's sheets say as a whole, and rows of a sheet as texts (P4, P6, T2). Pure."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from plans.importing.grids import Grid, Paragraph, Source
from plans.importing.recognise.codes import heading_of
from plans.importing.recognise.columns import Row, distinct
from plans.importing.recognise.words import LEAVES, field_of

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


class _Line(Paragraph):
    """A row of a sheet read as a paragraph; its place is the cell's."""

    at = ""

    @property
    def place(self) -> str:
        return self.at


def placed(text: Paragraph, place: str) -> Paragraph:
    line = _Line(text.text, text.number, style=text.style, bold=text.bold, strike=text.strike)
    line.at = place
    return line


def turned(grid: Grid, rows: Sequence[Row]) -> Grid | None:
    """A table whose heads stand in its first column, on its feet; None for one whose heads stand above."""
    heads = [distinct(cells)[0] for _, cells in rows]
    fields = [field_of(cell.text) or "" for cell in heads if cell.column == heads[0].column]
    leaf = any(name in LEAVES or name == "title" for name in fields)
    known = [name for name in fields if name]
    wide = [cells for _, cells in rows if len(distinct(cells)) > 2]
    if not leaf or len(set(known)) < 3 or 10 * min(len(known), len(wide)) < 7 * len(rows):
        return None
    own = {id(cell): cell for _, cells in rows for cell in cells.values()}.values()
    cells = [
        replace(cell, row=cell.column, column=cell.row, rows=cell.columns, columns=cell.rows) for cell in own
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(grid.name, cells, is_sheet=grid.is_sheet, is_turned=True)


def years_of_sheets(source: Source) -> dict[str, int]:
    """The year of each sheet by its name, else by its first lines, where each has another: a sheet for each year."""
    found: dict[str, int] = {}
    for grid in source.grids:
        lines = [cells for _, cells in itertools.islice(grid.rows(), 4) if len(distinct(cells)) == 1]
        texts = [grid.name, " ".join(distinct(cells)[0].text for cells in lines)]
        years = [set(_YEAR.findall(text)) for text in texts]
        year = next((one for one in years if len(one) == 1), None)
        if year and grid.is_sheet and not grid.hidden:
            found[grid.name] = int(next(iter(year)))
    return found if len(set(found.values())) == len(found) > 1 else {}


def numbered_levels(source: Source) -> frozenset[str]:
    """The level words that have a number somewhere in the source, or a column: they are levels even without one."""
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    texts += [cell.text for grid in source.grids for cell in grid.cells if 0 < len(cell.text) < 600]
    headings = [heading for text in texts if (heading := heading_of(text)) and heading.level]
    return frozenset(one.level.key for one in headings if one.level and one.code)


def says(grid: Grid, key: str) -> bool:
    """Whether a heading of this level stands in the sheet itself, so that the sheet's name only repeats it."""
    headings = [heading_of(cell.text) for cell in grid.cells if 0 < len(cell.text) < 400]
    return any(one and one.level and one.level.key == key for one in headings)
