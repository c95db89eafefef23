"""Boxes: tables of labels and values, one for each action or activity; covers and lists (P3, P14, P22, P28). Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plans.importing.grids import Cell, Grid
from plans.importing.recognise.codes import Heading, heading_of, split_code
from plans.importing.recognise.columns import Layout, Row, distinct
from plans.importing.recognise.draft import Activity, Found, Level, Node
from plans.importing.recognise.tables import read_row, table_of
from plans.importing.recognise.tree import Builder
from plans.importing.recognise.words import LEVELS, OUTPUT, VALUES, fact_of, field_of, is_nothing

_LABELLED = re.compile(r"^\s*(?P<label>[^:\n]{2,70}?)\s*:\s*(?P<value>.*)$", re.DOTALL)
# "Ficha de acción n.º 1.1" over the box of one activity.
_SHEET_OF = re.compile(
    r"^\s*(?:ficha|fiche|form(?:ulario|ulaire)?|sheet)\s+(?:de la |de |da |d'|of )?(?=\S)", re.IGNORECASE
)
# An inner table of a box is narrow: activities, their dates, perhaps who.
WIDEST_INNER = 3
COVER = {
    "origin", "addressees", "object", "language", "date", "term", "title", "reference", "coalition",
    "secretariat",
}  # fmt: skip
WORDS = {word.key: word for _, word in [*LEVELS, OUTPUT]}


@dataclass(slots=True)
class Entry:
    """A label with its value: field as `field_of` says it, and the fact of a plan that the label may also name."""

    label: str
    field: str
    fact: str
    value: str
    cell: Cell
    row: int
    head: Cell
    heading: Heading | None = None
    is_heading: bool = False


def entries_of(rows: Sequence[Row], layouts: dict[int, Layout]) -> list[Entry]:
    """The labels of a grid with their values, outside its inner tables."""
    found: list[Entry] = []
    taken = {
        number
        for first, layout in layouts.items()
        for number in range(first, 100_000)
        if _under(layout, number, rows)
    }
    place = 0
    while place < len(rows):
        number, cells = rows[place]
        own = [cell for cell in distinct(cells) if cell.row == number]
        if number not in taken and own:
            entries = list(_of_row(own, number, rows[place + 1 : place + 2]))
            found += entries
            place += bool(entries and entries[-1].row != number)
        place += 1
    return found


def _under(layout: Layout, number: int, rows: Sequence[Row]) -> bool:
    return layout.first <= number <= rows[-1][0]


def _of_row(own: Sequence[Cell], number: int, below: Sequence[Row]) -> Iterator[Entry]:
    texts = [cell.text.strip() for cell in own]
    heading = heading_of(texts[0]) if len(own) == 1 else None
    if (
        heading
        and heading.level
        and heading.code
        and heading.title
        and heading.level.rank < WORDS["activity"].rank
    ):
        key = f"level:{heading.level.key}"
        yield Entry(heading.word, key, "", heading.title, own[0], number, own[0], heading, is_heading=True)
        return
    if (
        len(own) == 1
        and (sheet := _SHEET_OF.match(texts[0]))
        and (named := heading_of(texts[0][sheet.end() :]))
    ):
        yield Entry(
            "", "code" if named.code and not named.title else "", "", named.code, own[0], number, own[0]
        )
        return
    labelled = [entry for cell in own if (entry := _labelled(cell))]
    if len(own) == 2 and _label(texts[0]) and _labelled(own[0]) is None:
        yield _entry(texts[0], texts[1], own[1], own[0])
    elif len(own) == 4 and _label(texts[0]) and _label(texts[2]) and not all(map(_label, texts)):
        yield _entry(texts[0], texts[1], own[1], own[0])
        yield _entry(texts[2], texts[3], own[3], own[2])
    elif labelled:
        yield from labelled
    elif len(own) == 1 and own[0].columns == 1 and _label(texts[0]) and not _full_below(below):
        yield _entry(texts[0], "", own[0], own[0])
    elif len(own) == 1 and _label(texts[0]) and (cell := _full_below(below)):
        yield _entry(texts[0], cell.text.strip(), cell, own[0])


def _full_below(below: Sequence[Row]) -> Cell | None:
    """The one cell of the row below that starts there and is no label itself."""
    own = [cell for number, cells in below for cell in distinct(cells) if cell.row == number]
    return own[0] if len(own) == 1 and not _label(own[0].text) else None


def _labelled(cell: Cell) -> Entry | None:
    found = _LABELLED.match(cell.text)
    if found is None or not _label(found["label"]) or len(found["label"]) > 60:
        return None
    return _entry(found["label"], found["value"].strip(), cell, cell)


def _label(text: str) -> bool:
    text = text.strip()
    if len(text) > 70 or (text.endswith(".") and len(text) > 5):
        return False
    heading = heading_of(text)
    return bool(field_of(text) or fact_of(text) or (heading and heading.code and not heading.title))


def _entry(label: str, value: str, cell: Cell, head: Cell) -> Entry:
    heading = heading_of(label)
    name = field_of(label) or ""
    if heading and heading.level and heading.code and not heading.title:
        name = f"level:{heading.level.key}"
    return Entry(label, name, fact_of(label) or "", value, cell, cell.row, head, heading)


def is_text(row: Row) -> bool:
    """Whether a row is one text that is neither label nor heading: the title above a box."""
    own = distinct(row[1])
    return (
        len(own) == 1
        and not _label(own[0].text)
        and not _LABELLED.match(own[0].text)
        and not heading_of(own[0].text)
    )


def is_box(grid: Grid, rows: Sequence[Row], layouts: dict[int, Layout]) -> bool:
    """Whether a grid is made of labels and values, rather than of rows under one head."""
    first = min(layouts, default=None)
    if first is not None and len(layouts[first].columns) > WIDEST_INNER:
        return False
    above = [row for row in rows if first is None or row[0] < first]
    found = entries_of(rows, layouts)
    entries = [entry for entry in found if not entry.is_heading]
    if layouts and entries and found[0].is_heading:
        return True
    cells = sum(len([c for c in distinct(cells) if c.row == number]) for number, cells in above)
    return len(entries) >= 3 and 5 * len(entries) >= 2 * max(len(above), cells // 2) and len(above) >= 3


def is_key_value(rows: Sequence[Row]) -> bool:
    """Two columns, labels in the first and no heads in the second, or two such pairs: no row of it is a head."""
    filled = [distinct(cells) for _, cells in rows]
    if all(len(cells) in {2, 4} for cells in filled) and any(len(cells) == 4 for cells in filled):
        halves = [half for cells in filled for half in (cells[:2], cells[2:]) if half]
        said = [half for half in halves if _label(half[0].text)]
        return 10 * len(said) >= 7 * len(halves) > 20 and 5 * sum(
            _label(half[1].text) for half in said
        ) <= len(said)
    pairs = [pair for pair in filled if len(pair) == 2]
    labels = [
        pair
        for pair in pairs
        if _label(pair[0].text) and not (field_of(pair[1].text) and len(pair[1].text) < 25)
    ]
    wide = max(map(len, filled), default=0)
    return wide == 2 and len(labels) >= 3 and 10 * len(labels) >= 7 * len(pairs)


def each(grid: Grid, rows: Sequence[Row], layouts: dict[int, Layout]) -> list[list[Row]]:
    """The rows of each box of several below each other: a new one begins where the first label stands again."""
    entries = [entry for entry in entries_of(rows, {}) if not entry.is_heading] or entries_of(rows, {})
    again = {entry.head.row for entry in entries[1:] if entry.field and entry.label == entries[0].label}
    found: list[list[Row]] = []
    for row in rows:
        if not found or (layouts and row[0] in again and len(found[-1]) > 1):
            found.append([])
        found[-1].append(row)
    return found


def read_box(builder: Builder, grid: Grid, rows: Sequence[Row], layouts: dict[int, Layout]) -> None:
    """A cover, a list of objectives, or the box of one action or activity, with its inner table of activities."""
    entries = entries_of(rows, layouts)
    heads = [cell for entry in entries for cell in (entry.head, entry.cell)]
    builder.draft.used |= {grid.place(cell.row, cell.column) for cell in heads}
    if not builder.draft.nodes and not layouts and _is_cover(entries):
        for entry in entries:
            builder.fact(
                entry.fact or entry.label,
                Found(entry.value, grid.place(entry.cell.row, entry.cell.column), entry.cell),
            )
        return
    if layouts:
        _read_node_box(builder, grid, rows, layouts, entries)
    else:
        _read_activity_box(builder, grid, entries)


def _is_cover(entries: Sequence[Entry]) -> bool:
    """Most labels are facts of a plan, one of them of no other thing, and none is an activity's."""
    facts = [entry.fact for entry in entries if entry.fact]
    return (
        bool(set(facts) & COVER)
        and 2 * len(facts) > len(entries)
        and not any(entry.field.startswith("level:a") or entry.field == "indicator" for entry in entries)
    )


def is_list(rows: Sequence[Row]) -> bool:
    """Whether each row is "Objetivo estratégico 1" beside its title: the list in front of a plan (P28)."""
    pairs = [distinct(cells) for _, cells in rows]
    heads = [heading_of(pair[0].text) for pair in pairs if len(pair) == 2]
    return (
        len(pairs) >= 2
        and len(heads) == len(pairs)
        and all(head and head.code and not head.title for head in heads)
    )


def read_list(builder: Builder, grid: Grid, rows: Sequence[Row]) -> None:
    """Keep the titles of the list; the headings further down are compared with them."""
    for _number, cells in rows:
        label, title = distinct(cells)
        heading = heading_of(label.text)
        assert heading is not None
        builder.draft.tabled.append(
            (heading.code, " ".join(title.text.split()), grid.place(title.row, title.column))
        )
        builder.draft.used.add(grid.place(label.row, label.column))


def _read_node_box(
    builder: Builder, grid: Grid, rows: Sequence[Row], layouts: dict[int, Layout], entries: Sequence[Entry]
) -> None:
    first = min(layouts)
    node = _node(builder, grid, entries)
    for entry in entries:
        found = Found(entry.value, grid.place(entry.cell.row, entry.cell.column), entry.cell)
        builder.draft.labels[entry.label.strip(" :")] = entry.field
        if entry.field not in VALUES or entry.row >= first:
            continue
        if is_nothing(entry.value):
            node.extra[entry.field] = found.place
        else:
            node.add(entry.field, found)
    layout = layouts[first]
    builder.draft.layouts.append(layout)
    table = table_of(grid, layout, rows)
    for number, cells in rows:
        if number > layout.last:
            read_row(builder, table, number, cells)


def _node(builder: Builder, grid: Grid, entries: Sequence[Entry]) -> Node:
    """The node of a box: by its reference ("AO 1.1") or the label of a level ("Acción: …")."""
    node = None
    for entry in entries:
        if entry.is_heading and entry.heading:
            node = builder.open_heading(entry.heading, grid.place(entry.cell.row, entry.cell.column))
    for entry in entries:
        place = grid.place(entry.cell.row, entry.cell.column)
        if entry.field == "code" and (heading := heading_of(entry.value)):
            return builder.open_heading(heading, place)
        if not entry.is_heading and (
            entry.field.startswith("level:") or (entry.heading and entry.heading.level)
        ):
            level = _level(builder, entry)
            code, printed, title = _coded(entry)
            return builder.open(level, title, place, code, printed)
    if node is not None:
        return node
    if builder.fresh and builder.path:
        return builder.path[-1]
    first = entries[0]
    return builder.open_unnamed("box", first.value, grid.place(first.cell.row, first.cell.column))


def _level(builder: Builder, entry: Entry) -> Level:
    word = (
        entry.heading.level if entry.heading and entry.heading.level else WORDS[entry.field.partition(":")[2]]
    )
    return builder.level(
        word, entry.heading.word if entry.heading else entry.label.strip(" :"), deeper=builder.fresh
    )


def _coded(entry: Entry) -> tuple[str, str, str]:
    if entry.heading and entry.heading.code:
        return entry.heading.code, entry.heading.code_printed, entry.value
    return split_code(entry.value)


def _read_activity_box(builder: Builder, grid: Grid, entries: Sequence[Entry]) -> None:
    """One activity, or several below each other, each begun by its label; labels of levels above open their nodes."""
    activity: Activity | None = None
    deepest = max(
        (WORDS[e.field[6:]].rank for e in entries if e.field.startswith("level:") and e.value), default=0
    )
    code = ""
    for entry in entries:
        place = grid.place(entry.cell.row, entry.cell.column)
        found = Found(entry.value, place, entry.cell)
        level = WORDS.get(entry.field.removeprefix("level:")) if entry.field.startswith("level:") else None
        if entry.is_heading and entry.heading and level and level.rank < deepest:
            builder.open_heading(entry.heading, place)
            activity = None
        elif level is not None and level.rank < deepest and activity is not None:
            activity.add("observations", Found(f"{entry.label}: {entry.value}", place, entry.cell))
        elif level is not None and level.rank < deepest:
            parts = _coded(entry)
            builder.open(_level(builder, entry), parts[2], place, parts[0], parts[1])
        elif level is not None or (entry.field == "title" and activity is None):
            parts = _coded(entry)
            activity = builder.add(
                Activity(parts[2], parts[0] or code, parts[1] or code, place, None, printed=entry.value)
            )
        elif entry.field == "code" and activity is not None and not activity.code:
            activity.code = activity.code_printed = entry.value.strip()
        elif entry.field == "code":
            code = entry.value.strip()
        elif activity is not None and entry.field in VALUES and not is_nothing(entry.value):
            activity.add(entry.field, found)
        else:
            builder.draft.leave(place, f"{entry.label}: {entry.value}", "label not known")
