"""The head of a table: which column holds what (E5, E6, E7, T2). Pure."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from plans.importing.grids import Cell, Grid
from plans.importing.recognise.times import Time, combined, of_letters, time_in, time_of
from plans.importing.recognise.words import (
    BESIDE,
    LEAF_RANK,
    LEVELS,
    MEASURES,
    SHORT_MEASURES,
    LevelWord,
    field_of,
    fold,
    squeezed,
)

Row = tuple[int, dict[int, Cell]]
LONGEST_HEAD = 90
_OF_PLANS = {
    "responsible",
    "lead",
    "indicator",
    "period",
    "start",
    "end",
    "share",
    "status",
    "expected_result",
    "target",
}
_RANKS = {word.key: word.rank for _, word in LEVELS}


@dataclass(slots=True)
class Column:
    """One column: what it holds, its printed head (its rows joined by " / "), and its time and measure if it has any.

    field: as `field_of` says it, "time" for a calendar column, "" where not known. level: the key of a level.
    """

    number: int
    field: str
    head: str
    level: str = ""
    time: Time | None = None
    measure: str = ""
    cells: list[Cell] = dataclasses.field(default_factory=list)
    guessed: bool = False
    place: str = ""


@dataclass(slots=True)
class Layout:
    """The columns of a table, by number; the first and last row of its head; where it stands; its sheet's year."""

    columns: list[Column]
    first: int
    last: int
    place: str = ""
    places: list[str] = dataclasses.field(default_factory=list)
    notes: dict[str, bool] = dataclasses.field(default_factory=dict)
    finest: Column | None = None
    beside: bool = False
    year: int | None = None

    def of(self, field_: str) -> list[Column]:
        return [column for column in self.columns if column.field == field_]

    @property
    def levels(self) -> list[Column]:
        """The columns of levels above the activity, outermost first."""
        return [column for column in self.of("level") if column is not self.leaf]

    @property
    def leaf(self) -> Column | None:
        """The column of the activity itself: the deepest level word, else a plain description, else the last level;
        `finest` where the cells say otherwise."""
        if self.finest is not None:
            return self.finest
        levels = self.of("level")
        deep = [column for column in levels if _RANKS.get(column.level, 0) >= LEAF_RANK]
        if deep:
            return max(deep, key=lambda column: (_RANKS[column.level], -column.number))
        return next(iter(self.of("title") or self.of("summary")), levels[-1] if levels else None)

    def stands_above(self, level: LevelWord) -> bool:
        """Whether a level is above the activities of the table."""
        leaf = self.leaf
        return leaf is None or level.rank < _RANKS.get(leaf.level, _RANKS["activity"])

    @property
    def calendar(self) -> list[Column]:
        return [
            column for column in self.columns if column.time is not None and column.field in {"time", "share"}
        ]


def distinct(cells: dict[int, Cell]) -> list[Cell]:
    """The cells of a row that hold text, each once, from left to right."""
    return [
        cell
        for number, cell in cells.items()
        if number == cell.column and cell.text and not cell.text.isspace()
    ]


def find_layouts(grid: Grid, rows: Sequence[Row]) -> dict[int, Layout]:
    """The heads of a grid by their first row. A head may have several rows, and be printed again further down."""
    found: dict[int, Layout] = {}
    place = 0
    while place < len(rows):
        if not is_head(rows[place][1]):
            place += 1
            continue
        first, last = (
            _upwards(rows, place, max((one.last for one in found.values()), default=0)),
            _downwards(rows, place),
        )
        layout = Layout(
            _columns([cells for _, cells in rows[first : last + 1]]), rows[first][0], rows[last][0]
        )
        layout.place = grid.place(layout.first, min(rows[first][1]))
        heads = [cell for _, cells in rows[first : last + 1] for cell in distinct(cells)]
        for column in layout.columns:
            if column.cells:
                column.place = grid.place(column.cells[-1].row, column.cells[-1].column)
        layout.places = [grid.place(cell.row, cell.column) for cell in heads]
        _promote_milestones(layout)
        layout.beside = _stands_beside(layout)
        if layout.beside or layout.leaf is not None or len(layout.calendar) > 2:
            found[layout.first] = layout
        place = last + 1
    return found


def _stands_beside(layout: Layout) -> bool:
    """Whether a table holds no plan: versions, contacts, signatures, costs; two things said of a plan make it one."""
    beside = [column for column in layout.columns if BESIDE.fullmatch(fold(column.head).strip(" .:"))]
    said = {column.field for column in layout.columns if column not in beside} & _OF_PLANS
    return bool(beside) and not layout.calendar and len(said) < (1 if layout.of("level") else 2)


def _promote_milestones(layout: Layout) -> None:
    """Milestones with days of their own, and no other activities, are the activities of the table."""
    own = layout.of("milestones")
    if layout.leaf is None and own and (layout.of("start") or layout.of("end") or layout.of("period")):
        own[0].field, own[0].level = "level", "activity"


def is_head(cells: dict[int, Cell]) -> bool:
    """Whether a row names columns: two known words and at least half of its cells, or a run of times beside one."""
    filled = distinct(cells)
    if len(filled) < 2 or any(len(cell.text) > LONGEST_HEAD for cell in filled):
        return False
    # Cheap looks first: nearly every row of a long table is none.
    if 2 * len([cell for cell in filled if _may_be_head(cell) or time_of(cell)]) < len(filled):
        return False
    fields = [field_of(cell.text) if _may_be_head(cell) else None for cell in filled]
    known = len([name for name in fields if name])
    timed = [cell for cell, name in zip(filled, fields, strict=True) if not name and time_of(cell)]
    # One or two dates in a row are the days of an activity, not the heads of a calendar.
    times = (
        len(timed)
        if len([cell for cell in timed if cell.kind == "date"]) != len(timed) or len(timed) > 2
        else 0
    )
    if not times and len(filled) > 6 and known:
        times = len(of_letters([cell for cell, name in zip(filled, fields, strict=True) if not name]) or ())
    if 2 * (known + times) < len(filled):
        return False
    measures = len([name for name in fields if name in MEASURES])
    return known - measures >= 2 or (known >= 1 and times >= 2) or (times >= 3 and times >= len(filled) - 1)


def _may_be_head(cell: Cell) -> bool:
    """No sentence, no "label: value", no number but a year."""
    return (
        cell.kind not in {"number", "percent"}
        and len(cell.text) <= LONGEST_HEAD
        and _reads_as_head(cell.text.strip())
    )


@lru_cache(maxsize=20_000)
def _reads_as_head(text: str) -> bool:
    if text.endswith((".", ";", ",")) and len(text) > 25:
        return False
    before, colon, after = text.partition(":")
    digits = "".join(sign for sign in text if sign.isdigit())
    return not (colon and after.strip()) and len(digits) in {0, 4, 8} and len(before.split()) <= 9


def _upwards(rows: Sequence[Row], place: int, taken: int) -> int:
    """Rows above that belong to the head: years over months, a word over a group of columns."""
    while place and rows[place - 1][0] > taken and rows[place - 1][0] == rows[place][0] - 1:
        above = distinct(rows[place - 1][1])
        wide = max(rows[place][1]) - min(rows[place][1]) + 1
        groups = [cell for cell in above if cell.columns > 1 or time_of(cell) or field_of(cell.text)]
        if not above or len(groups) < len(above) or any(len(c.text) > 60 or c.columns >= wide for c in above):
            break
        if len(above) == 1 and above[0].columns == 1 and not time_of(above[0]):
            break
        if above[0].columns == 1 and not time_of(above[0]) and _stands_below(above[0], rows[place][1]):
            break
        place -= 1
    return place


def _stands_below(cell: Cell, cells: dict[int, Cell]) -> bool:
    """Whether the row below has a text of its own under a cell: a label of a box over a head, not one head."""
    below = cells.get(cell.column)
    return below is not None and below is not cell and not below.is_blank


def _downwards(rows: Sequence[Row], place: int) -> int:
    """Rows below that belong to the head: cells merged down from it, measures, times, further words."""
    last = place
    for number in range(place + 1, min(place + 4, len(rows))):
        if not _continues_head(rows[place:number], rows[number]):
            break
        last = number
    return last


def _continues_head(head: Sequence[Row], row: Row) -> bool:
    own = [cell for cell in distinct(row[1]) if cell.row == row[0]]
    reached = [cell for cell in distinct(head[-1][1]) if cell.row + cell.rows - 1 >= row[0]]
    lowest = min(head[-1][1])
    if not own or any(cell.column == lowest for cell in reached):
        return bool(reached)
    if (len(own) > 5 and of_letters(own)) or (len(own) > 1 and all(map(_short_measure, own))):
        return True
    words = [cell for cell in own if time_of(cell) or (_may_be_head(cell) and field_of(cell.text))]
    if 3 * len(words) < 2 * len(own) or any(len(cell.text) > LONGEST_HEAD for cell in own):
        return False
    measured = [c for c in own if field_of(c.text) in MEASURES or time_of(c)]
    return bool(reached) or (2 * len(measured) >= len(own) and len(own) > 1)


def _short_measure(cell: Cell) -> str:
    """ "P" and "E" below a month or year."""
    return SHORT_MEASURES.get(fold(cell.text).strip(" ."), "")


def _columns(head: Sequence[dict[int, Cell]]) -> list[Column]:
    numbers = sorted({number for cells in head for number in cells})
    columns = [_column(number, [cells[number] for cells in head if number in cells]) for number in numbers]
    _short_measures(columns)
    _letters(columns)
    _weeks(columns)
    _from_to(columns)
    _pairs_without_a_head(columns)
    return [column for column in columns if column.field or column.head]


def _from_to(columns: Sequence[Column]) -> None:
    """ "De" beside "Até" is the first day."""
    for column, beside in pairwise(columns):
        if not column.field and beside.field == "end" and fold(column.head) in {"de", "from", "desde"}:
            column.field = "start"


def _weeks(columns: Sequence[Column]) -> None:
    """Heads that are dates seven days apart head weeks, whatever stands above them."""
    days = [(column, column.cells[-1].value) for column in columns if column.cells]
    dated = [(column, day) for column, day in days if isinstance(day, date)]
    if len(dated) > 2 and all((after - before).days == 7 for (_, before), (_, after) in pairwise(dated)):
        for column, day in dated:
            column.field, column.time = "time", Time("week", year=day.year, day=day)


def _pairs_without_a_head(columns: list[Column]) -> None:
    """Columns without any head after pairs of shares go on with the pairs; whose year they are is asked (T2)."""
    for before, column in pairwise(columns):
        if not column.head and before.field == "share" and before.measure:
            column.field = "share"
            column.measure = MEASURES[1 - MEASURES.index(before.measure)]


def _column(number: int, path: Sequence[Cell]) -> Column:
    cells = list({id(cell): cell for cell in path if not cell.is_blank}.values())
    texts = [" ".join(cell.text.split()) for cell in cells]
    column = Column(number, "", " / ".join(texts), cells=cells)
    fields = [
        name
        for cell in cells
        if _may_be_head(cell) and len(cell.text.split()) < 5 and (name := field_of(cell.text))
    ]
    fields = fields or [name for cell in cells if _may_be_head(cell) and (name := field_of(cell.text))]
    times = [one for cell in cells if (one := time_of(cell))]
    column.measure = next((name for name in reversed(fields) if name in MEASURES), "")
    column.time = combined(times) or _time_beside(column, texts) or _year_within(column, texts)
    others = [name for name in fields if name not in MEASURES and name not in {"share", "status"}]
    if column.time is not None and not any(
        name in {"target", "indicator", "resources", "baseline"} for name in others
    ):
        column.field = "share" if column.measure or "share" in fields else "time"
    elif others:
        column.field, _, column.level = others[-1].partition(":")
        if others[-1] == "title" and len(others) > 1:
            column.field, _, column.level = others[-2].partition(":")
    elif column.measure or fields:
        column.field = "share" if column.measure or fields[-1] == "share" else fields[-1]
    return column


def _time_beside(column: Column, texts: Sequence[str]) -> Time | None:
    """ "Prévu T1", "Q1 planned": the time beside the word of a measure."""
    if not column.measure:
        return None
    words = [text.split() for text in texts]
    parts = [" ".join(part) for one in words if 1 < len(one) < 5 for part in (one[1:], one[:-1])]
    return next(filter(None, map(time_in, parts)), None)


def _year_within(column: Column, texts: Sequence[str]) -> Time | None:
    """ "Programado 2025": the year within the head of a measure."""
    years = {year for text in texts for year in re.findall(r"(?<!\d)20\d\d(?!\d)", text)}
    return Time("year", year=int(years.pop())) if column.measure and len(years) == 1 else None


def _short_measures(columns: Sequence[Column]) -> None:
    """ "P" and "E" below times are programmed and executed, where nothing else stands there."""
    below = [column for column in columns if column.time is not None and len(column.cells) > 1]
    if len(below) > 1 and all(_short_measure(column.cells[-1]) for column in below):
        for column in below:
            column.measure, column.field = _short_measure(column.cells[-1]), "share"


def _letters(columns: list[Column]) -> None:
    """Months that stand as one letter each get their month."""
    plain = [c for c in columns if c.cells and not c.measure and len(squeezed(fold(c.cells[-1].text))) == 1]
    bottoms = [column.cells[-1] for column in plain]
    if len(bottoms) >= 6 and (times := of_letters(bottoms)):
        for column, time in zip(plain, times, strict=True):
            above = [one for cell in column.cells[:-1] if (one := time_of(cell))]
            column.field, column.time = "time", combined([*above, time])
