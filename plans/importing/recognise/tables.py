"""Rows of a table become activities, with the cells of each (E1-E5, E9-E11). Pure."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plans.importing.grids import Cell, Grid
from plans.importing.recognise.codes import (
    FOOTNOTE,
    Heading,
    depth,
    heading_of,
    is_code,
    is_code_under_head,
    plain,
    split_code,
)
from plans.importing.recognise.columns import Column, Layout, Row, distinct
from plans.importing.recognise.draft import Activity, Found, found_in
from plans.importing.recognise.tree import Builder, looks_of
from plans.importing.recognise.words import MARKS, NOTES, TOTALS, VALUES, fold, is_nothing

MILESTONE = re.compile(
    r"^\s*(?:hitos?|milestones?|marcos?|jalons?)\s*\d*\s*:\s*(\S.*)$", re.IGNORECASE | re.DOTALL
)
# The line that somebody signs on; what follows below it are names and offices.
SIGNATURE = re.compile(r"_{5,}\s*$|\.{12,}\s*$")
PURPOSE = re.compile(r"^(?:objetivo|objective|objectif|prop[oó]sito|purpose)\s*:\s*(\S.*)$", re.IGNORECASE)
# The columns that name a row: their cells are used whatever the row turns out to be; others where they are stored.
NAMES = {"level", "code", "code_of", "title"}
PARTIES = {"responsible", "lead", "co_leads", "participants", "partners"}
USED = {"time", "share", *NAMES, *VALUES}


@dataclass(slots=True)
class Table:
    """Where the reading of a grid stands: its layout, the last cell of each level, the activity of the row above."""

    grid: Grid
    layout: Layout
    parents: frozenset[int]
    plain_style: tuple[bool, bool]
    known: frozenset[int]
    named: frozenset[int]
    valued: list[Column]
    timed: list[Column]
    continued: bool = False
    signed: bool = False
    above: dict[str, Cell] = field(default_factory=dict)
    activity: Activity | None = None


def table_of(grid: Grid, layout: Layout, rows: Sequence[Row], *, continued: bool = False) -> Table:
    """The reading of the rows under a head (or, continued, of a table without one under the head before it)."""
    own = [(number, cells) for number, cells in rows if continued or number > layout.last]
    return Table(
        grid,
        layout,
        _parents(layout, own),
        _usual_style(layout, own),
        frozenset(column.number for column in layout.columns if column.field in USED),
        frozenset(column.number for column in layout.columns if column.field in NAMES),
        [column for column in layout.columns if column.field in VALUES],
        [column for column in layout.columns if column.field in {"time", "share"}],
        continued,
    )


def read_row(builder: Builder, table: Table, number: int, cells: dict[int, Cell]) -> None:
    """One row below a head, put where it belongs."""
    filled = distinct(cells)
    own = [cell for cell in filled if cell.row == number]
    if not own:
        return
    first = fold(own[0].text)
    table.signed = table.signed or _is_signed(own)
    if table.signed:
        _leave(builder, table, own, "note")
    elif TOTALS.match(first) and not is_code(own[0].text):
        _leave(builder, table, own, "total")
    elif len(filled) == 1 and _read_single(builder, table, own[0], number):
        table.activity = None
    elif NOTES.match(first) and len(own) == 1:
        _leave(builder, table, own, "note")
    else:
        _read_cells(builder, table, number, cells)


def _is_signed(own: Sequence[Cell]) -> bool:
    """A row of nothing but lines to sign on; a blank to fill in beside other things is none."""
    lines = [cell for cell in own if SIGNATURE.search(cell.text)]
    return bool(lines) and all(cell in lines or NOTES.match(fold(cell.text)) for cell in own)


def _read_single(builder: Builder, table: Table, cell: Cell, number: int) -> bool:
    """A row with one cell: a heading, a note, or nothing special (False)."""
    layout, text = table.layout, " ".join(cell.text.split())
    place = table.grid.place(cell.row, cell.column)
    heading = heading_of(text)
    wide = cell.columns > 1 and cell.columns >= len(layout.columns) // 2
    column = _column_at(layout, cell)
    if (said := PURPOSE.match(text)) and builder.path and heading is not None and not heading.code:
        builder.draft.used.add(place)
        builder.path[-1].statement = builder.path[-1].statement or said[1]
        return True
    if heading and heading.level and layout.stands_above(heading.level) and (wide or heading.code):
        builder.open_heading(heading, place, layout)
        table.above.clear()
        return True
    if NOTES.match(fold(text)) or (len(text) > 300 and wide):
        builder.draft.leave(place, text, "note")
        return True
    if (number in table.parents and not wide) or (
        column is not None and column.field == "level" and column is not layout.leaf
    ):
        return False
    looks = (cell.bold, bool(cell.fill))
    if (
        wide
        or (any(looks) and looks != table.plain_style and column is layout.leaf)
        or (column is None and cell.column == 1)
        or (column is not None and column.field == "code" and split_code(text)[0])
    ):
        code = split_code(text)[0]
        signature = f"code{depth(code)}" if code else looks_of(cell)
        builder.open_unnamed(signature, text, place, layout)
        table.above.clear()
        return True
    return False


def _read_cells(builder: Builder, table: Table, number: int, cells: dict[int, Cell]) -> None:
    _open_levels(builder, table, number, cells)
    builder.draft.used |= {
        table.grid.place(c.row, c.column) for c in distinct(cells) if c.column in table.named
    }
    leaf = table.layout.leaf
    cell = cells.get(leaf.number) if leaf else None
    if cell is not None and table.activity is not None and _is_same(table, cells, cell):
        _take_values(builder, table, number, cells, line=True)
    elif cell is None or is_nothing(cell.text):
        _without_activity(builder, table, number, cells)
    elif (above := _level_beside(table, cells)) is not None:
        place = table.grid.place(cell.row, cell.column)
        node = builder.open_heading(replace(above, title=" ".join(cell.text.split())), place, table.layout)
        table.activity, node.cell = None, cell
        for name, found in _values(table, number, cells):
            node.add(name, found)
    elif table.activity is not None and (milestone := MILESTONE.match(cell.text)):
        found = found_in(table.grid, cell, leaf)
        table.activity.add("milestones", replace(found, text=milestone[1]))
    elif _is_level_row(table, cell) and (heading := heading_of(" ".join(cell.text.split()))):
        node = builder.open_heading(heading, table.grid.place(cell.row, cell.column), table.layout)
        table.activity, node.cell = None, cell
        for name, found in _values(table, number, cells):
            node.add(name, found)
    elif number in table.parents:
        code, printed, title = _code_and_title(table.layout, cells, cell)
        node = builder.open_unnamed(
            f"code{depth(code)}", title, table.grid.place(cell.row, cell.column), table.layout
        )
        node.code, node.code_printed, node.cell = code, printed, cell
        table.activity = None
        for name, found in _values(table, number, cells):
            node.add(name, found)
    else:
        table.activity = builder.add(_activity(table, cells, cell))
        _take_values(builder, table, number, cells)
        _leave_unknown(builder, table, number, cells)


def _level_beside(table: Table, cells: dict[int, Cell]) -> Heading | None:
    """ "Axe 1" in the column of codes: the title beside it is a level's."""
    for column in table.layout.of("code"):
        heading = heading_of(cells[column.number].text) if column.number in cells else None
        if heading and heading.level and not heading.title and table.layout.stands_above(heading.level):
            return heading
    return None


def _is_level_row(table: Table, cell: Cell) -> bool:
    """A cell of the activities' column that begins with the word of a level above them ("Outcome 1: …")."""
    heading = heading_of(" ".join(cell.text.split()))
    if heading is None or heading.level is None or not table.layout.stands_above(heading.level):
        return False
    return bool(heading.code or ":" in cell.text[:40])


def _is_same(table: Table, cells: dict[int, Cell], cell: Cell) -> bool:
    """Whether a row goes on with the activity above: in its merged cell, or printed again under the same code."""
    before = table.activity
    assert before is not None
    if cell is before.cell:
        return True
    code, _printed, title = _code_and_title(table.layout, cells, cell)
    return bool(code) and (code, fold(title)) == (before.code, fold(before.title))


def _open_levels(builder: Builder, table: Table, number: int, cells: dict[int, Cell]) -> None:
    """Open the node of each level column whose cell is a new one; a blank cell stays under the node above it."""
    for column in table.layout.levels:
        cell = cells.get(column.number)
        if cell is None or is_nothing(cell.text) or table.above.get(column.level) is cell:
            continue
        before = table.above.get(column.level)
        table.above[column.level] = cell
        is_open = any(node.level.key == column.level for node in builder.path)
        if before is not None and fold(before.text) == fold(cell.text) and is_open:
            continue
        if _goes_on(builder, table, column, cell, number, cells):
            continue
        beside = next((c for c in table.layout.of("code_of") if c.level == column.level), None)
        builder.open_cell(table.grid, cell, column, cells.get(beside.number) if beside else None)
        table.activity = None
        for deeper in table.layout.levels[table.layout.levels.index(column) + 1 :]:
            table.above.pop(deeper.level, None)


def _goes_on(
    builder: Builder, table: Table, column: Column, cell: Cell, number: int, cells: dict[int, Cell]
) -> bool:
    """Whether a level's cell ends the title that the page before cut (E4): then it is joined to it."""
    node = next((node for node in builder.path if node.level.key == column.level), None)
    leaf = table.layout.leaf
    blank = leaf is None or (below := cells.get(leaf.number)) is None or is_nothing(below.text)
    if node is None or not (cell.text.lstrip()[:1].islower() or (table.continued and blank and number <= 2)):
        return False
    node.title = f"{node.title} {' '.join(cell.text.split())}"
    builder.draft.ask("text_cut_by_a_page", table.grid.place(cell.row, cell.column), cell.text, node.title)
    return True


def _activity(table: Table, cells: dict[int, Cell], cell: Cell) -> Activity:
    code, printed, title = _code_and_title(table.layout, cells, cell)
    title = FOOTNOTE.sub("", title)
    activity = Activity(title, code, printed, table.grid.place(cell.row, cell.column), table.layout)
    activity.printed, activity.cell = cell.text, cell
    activity.code_cell = next((cells[c.number] for c in table.layout.of("code") if c.number in cells), None)
    return activity


def _code_and_title(layout: Layout, cells: dict[int, Cell], cell: Cell) -> tuple[str, str, str]:
    """The code from its own column, else from the head of the text ("Actividad 1.1: …" too)."""
    text = " ".join(cell.text.split())
    codes = [
        found
        for column in layout.of("code")
        if (found := cells.get(column.number)) and is_code_under_head(found.text)
    ]
    if own := [found for found in codes if found is not cell]:
        # Beside a running number the code that goes deeper is the activity's.
        best = max(own, key=lambda found: depth(plain(found.text)))
        return plain(best.text), best.text.strip(), text
    if (
        (heading := heading_of(text))
        and heading.code
        and heading.level
        and heading.level.rank >= 45
        and heading.title
    ):
        return heading.code, heading.code_printed, heading.title
    return split_code(text)


def _values(
    table: Table, number: int, cells: dict[int, Cell], *, line: bool = False
) -> list[tuple[str, Found]]:
    """The cells of a row by field; of a further line of an activity only those that begin in it."""
    found, seen = [], set()
    for column in table.valued:
        cell = cells.get(column.number)
        if cell is None or id(cell) in seen or is_nothing(cell.text):
            continue
        if line and cell.row != number:
            continue
        seen.add(id(cell))
        one = found_in(table.grid, cell, column, inherited=cell.row != number)
        if column.field in PARTIES and len(column.cells) > 1 and fold(cell.text) in MARKS:
            one = replace(one, text=column.cells[-1].text)  # "X" under the name of a country
        found.append((column.field, one))
    return found


def _take_values(
    builder: Builder, table: Table, number: int, cells: dict[int, Cell], *, line: bool = False
) -> None:
    activity = table.activity
    assert activity is not None
    for name, found in _values(table, number, cells, line=line):
        activity.add(name, found)
    for column in table.timed:
        cell = cells.get(column.number)
        if line and (cell is None or cell.row != number):
            continue
        blank = Found("", table.grid.place(number, column.number), None, column)
        activity.marks.append((column, found_in(table.grid, cell, column) if cell else blank))


def _without_activity(builder: Builder, table: Table, number: int, cells: dict[int, Cell]) -> None:
    """A row whose activity is blank: what a page cut, a further line of the activity above, or a node's own."""
    values = [(name, found) for name, found in _values(table, number, cells, line=True)]
    if not values:
        return
    if table.activity is None:
        if builder.path and not builder.fresh and table.continued and builder.path[-1].activities:
            table.activity = builder.path[-1].activities[-1]
        elif builder.path and builder.fresh:
            for name, found in values:
                builder.path[-1].add(name, found)
            return
        else:
            for _name, found in values:
                builder.draft.leave(found.place, found.text, "row without an activity")
            builder.draft.ask("row_without_activity", values[0][1].place, values[0][1].text)
            return
    cut = table.continued or any(found.text[:1].islower() for _, found in values)
    for name, found in values:
        _join(table.activity, name, found) if cut else table.activity.add(name, found)
    kind = (
        "text_cut_by_a_page" if table.continued else "text_over_two_rows" if cut else "row_without_activity"
    )
    builder.draft.ask(kind, values[0][1].place, values[0][1].text, table.activity.title)
    table.continued = False


def _join(activity: Activity, name: str, found: Found) -> None:
    """Put a text after the one that it continues: in its sentence, or on a line of its own."""
    before = activity.values.get(name)
    if not before:
        activity.add(name, found)
        return
    mark = " " if found.text[:1].islower() else "\n"
    before[-1] = Found(
        before[-1].text + mark + found.text, before[-1].place, before[-1].cell, before[-1].column
    )


def _leave(builder: Builder, table: Table, cells: Sequence[Cell], why: str) -> None:
    for cell in cells:
        builder.draft.leave(table.grid.place(cell.row, cell.column), cell.text, why)


def _leave_unknown(builder: Builder, table: Table, number: int, cells: dict[int, Cell]) -> None:
    """Say which cells of an activity's row stand under a head that says nothing to us."""
    for cell in distinct(cells):
        if cell.row == number and not table.known & set(range(cell.column, cell.column + cell.columns)):
            builder.draft.leave(table.grid.place(cell.row, cell.column), cell.text, "column not known")
            column = _column_at(table.layout, cell)
            builder.draft.ask("column_not_known", table.layout.place, column.head if column else "")


def _column_at(layout: Layout, cell: Cell) -> Column | None:
    return next((column for column in layout.columns if column.number == cell.column), None)


def _parents(layout: Layout, rows: Sequence[Row]) -> frozenset[int]:
    """The rows whose code the next row's code continues: objectives in the same column as their activities."""
    if layout.levels or (leaf := layout.leaf) is None:
        return frozenset()
    coded = [
        (number, _code_and_title(layout, cells, cells[leaf.number])[0], len(distinct(cells)))
        for number, cells in rows
        if leaf.number in cells
        and not cells[leaf.number].is_blank
        and heading_of(cells[leaf.number].text) is None
    ]
    coded = [one for one in coded if one[1]]
    parents = {
        number
        for (number, code, _), (_, after, _) in itertools.pairwise(coded)
        if depth(after) > depth(code) and after.startswith(code)
    }
    depths = {depth(code) for number, code, _ in coded if number in parents}
    bare = {
        number
        for number, code, width in coded
        if depth(code) in depths and width <= 1 + bool(layout.of("code"))
    }
    return frozenset(parents | bare | _lettered(coded))


def _lettered(coded: Sequence[tuple[int, str, int]]) -> set[int]:
    """Rows with a letter or a Roman number and a title alone, over rows with numbers: "I Governance", "1 Meet"."""
    letters = {number for number, code, width in coded if code.isalpha() and width < 3}
    numbers = [one for one in coded if one[0] not in letters]
    opens = bool(letters and numbers) and coded[0][0] in letters
    return letters if opens and all(code[0].isdigit() for _, code, _ in numbers) else set()


def _usual_style(layout: Layout, rows: Sequence[Row]) -> tuple[bool, bool]:
    """How the activities of a table look: bold, filled; of the rows with more than one cell."""
    leaf = layout.leaf
    looks = [
        (cells[leaf.number].bold, bool(cells[leaf.number].fill))
        for _, cells in rows
        if leaf and leaf.number in cells and len(distinct(cells)) > 1
    ]
    return max(set(looks), key=looks.count) if looks else (False, False)
