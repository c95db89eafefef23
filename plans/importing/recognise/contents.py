"""What a column holds, told from its cells where no head tells it. Pure."""

import re
from collections.abc import Sequence
from datetime import date

from plans.importing.grids import Cell, Grid
from plans.importing.recognise import readers
from plans.importing.recognise.codes import is_code
from plans.importing.recognise.columns import Column, Layout, Row, distinct
from plans.importing.recognise.words import is_nothing

_PARTIES = re.compile(
    r"\b(?:secretar|ministeri|comite|comité|presidencia|puntos focales|municipio|alcald|city|council|ministry|agency"
    r"|miembros)",
    re.IGNORECASE,
)
FEWEST_ROWS = 3
_ANY = date(1990, 1, 1), date(2060, 12, 31)


def guess_layout(grid: Grid, rows: Sequence[Row]) -> Layout | None:
    """The columns of a table without a head, by what most of their cells hold; None where nothing tells it."""
    wide = [(number, cells) for number, cells in rows if len(distinct(cells)) > 1]
    if len(wide) < FEWEST_ROWS:
        return None
    numbers = sorted({number for _, cells in wide for number in cells})
    columns = [Column(number, _kind(_cells(wide, number)), "", guessed=True) for number in numbers]
    texts = [column for column in columns if column.field == "text"]
    if not texts or not any(column.field in {"period", "responsible"} for column in columns):
        return None
    for column, field in zip(texts, ("title", "expected_result"), strict=False):
        column.field = field
    for column in texts[2:]:
        column.field = "observations"
    return Layout(columns, wide[0][0], wide[0][0] - 1, grid.place(wide[0][0], numbers[0]))


def _cells(rows: Sequence[Row], number: int) -> list[Cell]:
    return [cells[number] for _, cells in rows if number in cells and not is_nothing(cells[number].text)]


def _kind(cells: Sequence[Cell]) -> str:
    if not cells:
        return ""
    counts = {
        "code": sum(is_code(cell.text) for cell in cells),
        "period": sum(is_period(cell) for cell in cells),
        "responsible": sum(bool(_PARTIES.search(cell.text)) and len(cell.text) < 120 for cell in cells),
    }
    best = max(counts, key=lambda name: counts[name])
    if 3 * counts[best] >= 2 * len(cells):
        return best
    return "text" if sum(len(cell.text) > 12 for cell in cells) * 2 > len(cells) else ""


def is_period(cell: Cell) -> bool:
    """Whether a cell holds a day or a text that the reader of periods understands."""
    return isinstance(cell.value, date) or (
        len(cell.text) < 60 and readers.period(cell.text, *_ANY).understood
    )
