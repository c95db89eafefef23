"""Where a heading, a level's cell or an activity goes in the tree: levels find their order as the plan is read (P6)."""

import re
from dataclasses import dataclass, field

from plans.importing.grids import Cell, Grid
from plans.importing.recognise.codes import (
    Heading,
    depth,
    heading_of,
    is_code,
    plain,
    split_after,
    split_code,
    split_unknown,
)
from plans.importing.recognise.columns import Column, Layout
from plans.importing.recognise.draft import Activity, Draft, Found, Level, Node
from plans.importing.recognise.words import LEAF_RANK, LevelWord, field_of, fold
from plans.importing.recognise.written import Written

UNNAMED = "unnamed"
# "Ampliar la cobertura (continuación)": the same again on the next page.
_CONTINUED = re.compile(
    r"\s*\((?:cont(?:inuaci[oó]n|inua[cç][aã]o|inued|'?d)?\.?|suite)\)\s*$", re.IGNORECASE
)


@dataclass(slots=True)
class Pending:
    """A heading without a level's word: it is a node only where activities follow under it."""

    text: str
    place: str
    level: int
    looks: str

    @property
    def signature(self) -> str:
        """What its level is known by: the depth of its code, else how it looks."""
        code = split_code(self.text)[0]
        return f"code{depth(code)}" if code else self.looks


def looks_of(cell: Cell) -> str:
    """How a heading without code or level's word looks: headings that look alike are of one level."""
    return f"row:{cell.bold}:{cell.indent}:{cell.fill}"


def labelled(line: str) -> tuple[str, str] | None:
    """ "Indicator: number of cities" within a cell: the field of its label, and the value."""
    label, colon, value = line.partition(":")
    name = field_of(label) if colon and value.strip() and len(label) < 40 else None
    return (
        (name, value.strip())
        if name in {"indicator", "target", "baseline", "responsible", "period", "resources"}
        else None
    )


@dataclass(slots=True)
class Builder:
    """The draft and the path of open nodes, outermost first. `fresh`: no activity since the last heading."""

    draft: Draft
    path: list[Node] = field(default_factory=list)
    fresh: bool = False
    pending: list[Pending] = field(default_factory=list)
    expects: str = ""
    numbered: frozenset[str] = frozenset()
    outline: dict[str, bool] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    written: Written = field(default_factory=Written)
    sheet: str = ""
    said: list[tuple[str, Found]] = field(default_factory=list)
    table: int = 0

    def level(
        self, word: LevelWord, name: str, layout: Layout | None = None, *, deeper: bool = False
    ) -> Level:
        """The level of a word, put in its place among those seen so far."""
        known = next((level for level in self.draft.levels if level.key == word.key), None)
        if known is None:
            known = Level(word.key, name, word.rank)
            self._insert(known, layout, deeper)
        elif name and not known.name:
            known.name = name
        return known

    def _insert(self, new: Level, layout: Layout | None, deeper: bool) -> None:
        """Below the open heading where its code or the page says so; else by how far from the top the word stands."""
        levels = self.draft.levels
        columns = {column.level for column in layout.levels} if layout else set()
        limit = next((place for place, level in enumerate(levels) if level.key in columns), len(levels))
        open_ = [node.level for node in self.path if node.level.key not in columns]
        below = levels.index(open_[-1]) + 1 if open_ else 0
        by_rank = next((place for place, level in enumerate(levels) if level.rank > new.rank), len(levels))
        unranked = new.rank == 0 or (open_ and open_[-1].rank == 0)
        place = below if deeper or (unranked and self.fresh) else by_rank if new.rank else below
        levels.insert(min(place, limit), new)

    def column_levels(self, layout: Layout) -> None:
        """Let the level columns of a table follow each other below whatever is open above the table."""
        after = self.draft.levels.index(self.path[-1].level) + 1 if self.path else 0
        for column in layout.levels:
            known = next((level for level in self.draft.levels if level.key == column.level), None)
            if known is None:
                rank = LevelWord(column.level, 0).rank
                known = Level(column.level, "", rank)
                self.draft.levels.insert(max(after, 0), known)
            after = self.draft.levels.index(known) + 1
            known.name = known.name or column.head.split(" / ")[0]

    def open(
        self, level: Level, title: str, place: str, code: str = "", printed: str = "", title_printed: str = ""
    ) -> Node:
        """A node of this level below what is open above it; the one that is open already where it is printed again."""
        title = _CONTINUED.sub("", title) or title
        order = self.draft.levels.index(level)
        while self.path and self.draft.levels.index(self.path[-1].level) >= order:
            last = self.path.pop()
            if last.level is level and (fold(last.title), last.code) == (fold(title), code):
                self.path.append(last)
                return last
        node = Node(level, title, place, code, printed, title_printed)
        if not self.path:
            for name, found in self.said:
                node.add(name, found)
        (self.path[-1].nodes if self.path else self.draft.nodes).append(node)
        self.path.append(node)
        self.fresh = True
        return node

    def open_heading(self, heading: Heading, place: str, layout: Layout | None = None) -> Node:
        """The node of a heading with a level's word."""
        assert heading.level is not None
        above = next((node for node in reversed(self.path) if node.level.key != heading.level.key), None)
        deeper = self.fresh and above is not None and depth(heading.code) > depth(above.code) > 0
        level = self.level(heading.level, heading.word, layout, deeper=deeper)
        return self.open(
            level,
            heading.title,
            place,
            heading.code,
            heading.code_printed,
            title_printed=heading.title_printed,
        )

    def open_unnamed(self, signature: str, text: str, place: str, layout: Layout | None = None) -> Node:
        """The node of a heading that only its looks or its code tell; headings of one look are of one level."""
        word, code, printed, title = split_unknown(text)
        key = f"{UNNAMED}:{f'word {fold(word)}' if word else signature}"
        level = next((level for level in self.draft.levels if level.key == key), None)
        if level is None and not self.fresh and not signature.startswith("code"):
            level = next(
                (node.level for node in reversed(self.path) if node.level.key.startswith(UNNAMED)), None
            )
        if level is None:
            level = Level(key, word)
            self._insert(level, layout, deeper=self.fresh)
        return self.open(level, title, place, code, printed, title_printed=text)

    def open_cell(self, grid: Grid, cell: Cell, column: Column, beside: Cell | None = None) -> Node:
        """The node of a cell in a level's column; `beside` holds its code where that has a column of its own."""
        level = next(level for level in self.draft.levels if level.key == column.level)
        lines = cell.text.split("\n")
        labels = [line for line in lines[1:] if labelled(line)]
        text = " ".join(" ".join(line for line in lines if line not in labels).split())
        heading = heading_of(text)
        if heading and heading.level and heading.code and heading.title and heading.level.rank < LEAF_RANK:
            code, printed, title = heading.code, heading.code_printed, heading.title
        else:
            _, *parts = split_unknown(text)
            code, printed, title = split_after(column.head.split(" / ")[0], text) or parts
        if not code and beside is not None and is_code(beside.text):
            code, printed = plain(beside.text), beside.text.strip()
        node = self.open(level, title, grid.place(cell.row, cell.column), code, printed)
        node.cell = cell
        for line in labels:
            name, value = labelled(line) or ("", "")
            node.add(name, Found(value, node.place, cell, column))
        return node

    def home(self, place: str) -> Node:
        """The node that an activity goes under: what is open, a heading that was waiting, or one without a title."""
        if self.pending and (not self.path or self.path[-1].level.key.startswith(UNNAMED)):
            waiting, self.pending = self.pending, []
            for one in waiting[-4:]:
                self.open_unnamed(one.signature, one.text, one.place)
        if not self.path:
            level = next((one for one in self.draft.levels if one.key == f"{UNNAMED}:flat"), None)
            if level is None:
                level = Level(f"{UNNAMED}:flat", "")
                self.draft.levels.insert(0, level)
            self.open(level, "", place)
        return self.path[-1]

    def add(self, activity: Activity) -> Activity:
        """Put an activity under what is open."""
        activity.table = self.table
        self.home(activity.place).activities.append(activity)
        self.fresh = False
        self.pending = []
        return activity

    def fact(self, name: str, found: Found) -> None:
        """Keep the first thing that is said of a fact of the plan."""
        if name not in self.draft.facts or not self.draft.facts[name].text:
            self.draft.facts[name] = found
