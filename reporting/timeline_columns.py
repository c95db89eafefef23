"""The columns of a timeline: in which unit, and which of their names fit over them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from plans.schedule import columns as columns_of
from reporting.timeline import Column

UNITS = ("month", "quarter", "semester", "year")  # the finest first
MOST_COLUMNS = 24  # more are shown only to who asks for them
# In pixels, for the names over the columns: the narrowest place for all columns, a letter, and the gap after a name.
ROOM, LETTER, GAP = 352, 7, 6


def fitting_unit(start: date, end: date, unit: str) -> str:
    """The unit in which a plan is shown when nobody asks: its own, coarser where that is too many columns.

    Finer where its own is a single column, which would tell nothing.
    """
    counts = {one: len(columns_of(start, end, one)) for one in UNITS}
    place = UNITS.index(unit)
    while counts[UNITS[place]] > MOST_COLUMNS and place < len(UNITS) - 1:
        place += 1
    while counts[UNITS[place]] == 1 and place:
        place -= 1
    return UNITS[place]


@dataclass(frozen=True)
class Head:
    """What stands over a column: its name and its year, each empty where it would run into the one before."""

    column: Column
    name: str
    year: str


def heads(columns: Sequence[Column]) -> list[Head]:
    """The names over the columns, thinned out evenly until the widest fits; a year gives way to the one after it."""
    names = ["" if column.name == column.year else column.name for column in columns]
    step = max(-(-_wide(name) * len(columns) // ROOM) for name in names)
    years = [column.year for column in columns]
    placed = [n for n, year in enumerate(years) if year]
    crowded = {
        one for one, following in pairwise(placed) if not _fits(years[one], following - one, len(columns))
    }
    found = []
    for n, column in enumerate(columns):
        name = names[n] if n % step == 0 and _fits(names[n], len(columns) - n, len(columns)) else ""
        year = years[n] if n not in crowded and _fits(years[n], len(columns) - n, len(columns)) else ""
        found.append(Head(column, name, year))
    return found


def _fits(text: str, places: int, of: int) -> bool:
    """Whether a text has room over so many of all columns."""
    return _wide(text) * of <= ROOM * places


def _wide(text: str) -> int:
    return len(text) * LETTER + GAP
