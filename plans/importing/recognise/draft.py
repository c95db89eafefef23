"""What recognition builds: a plan as a tree of nodes and activities whose every value knows its cells. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plans.importing.grids import Cell, Grid, Problem
from plans.importing.recognise.columns import Column, Layout


@dataclass(slots=True)
class Found:
    """A value in its cell. `inherited`: the cell is merged and stands beside an earlier activity too."""

    text: str
    place: str
    cell: Cell | None = None
    column: Column | None = None
    inherited: bool = False

    @property
    def head(self) -> str:
        """The printed head of its column."""
        return self.column.head if self.column else ""


@dataclass(slots=True)
class Level:
    """A level of the plan's tree. `rank` of its word, 0 where it has none."""

    key: str
    name: str
    rank: int = 0
    abbreviation: str = ""
    prefix: str = ""


@dataclass(slots=True)
class Activity:
    """A row of a plan, or several: `values` holds the cells of each field, `lines` how many rows it has."""

    title: str
    code: str
    code_printed: str
    place: str
    layout: Layout | None
    values: dict[str, list[Found]] = field(default_factory=dict)
    marks: list[tuple[Column, Found]] = field(default_factory=list)
    printed: str = ""
    table: int = 0
    cell: Cell | None = None
    code_cell: Cell | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, found: Found) -> None:
        self.values.setdefault(name, []).append(found)


@dataclass(slots=True)
class Node:
    """An objective of any level; `values` as an activity's, for boxes that hold its lead, summary and indicators."""

    level: Level
    title: str
    place: str
    code: str = ""
    code_printed: str = ""
    title_printed: str = ""
    statement: str = ""
    nodes: list["Node"] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    values: dict[str, list[Found]] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    cell: Cell | None = None

    def add(self, name: str, found: Found) -> None:
        self.values.setdefault(name, []).append(found)

    def walk(self) -> Iterator["Node"]:
        yield self
        for node in self.nodes:
            yield from node.walk()


@dataclass(slots=True)
class Timetable:
    """A calendar of rows that stand elsewhere as activities: its head and each row's title, place and marks."""

    layout: Layout
    heading: str
    rows: list[Activity] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """The whole of what was understood, before it is written as a record."""

    nodes: list[Node] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    leaf: str = ""
    facts: dict[str, Found] = field(default_factory=dict)
    titles: list[Found] = field(default_factory=list)
    listed: list[tuple[str, str, str]] = field(default_factory=list)
    tabled: list[tuple[str, str, str]] = field(default_factory=list)
    prose: list[Found] = field(default_factory=list)
    layouts: list[Layout] = field(default_factory=list)
    timetables: list[Timetable] = field(default_factory=list)
    status_table: dict[str, Any] | None = None
    annex: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unused: list[tuple[str, str, str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    day_first: str | None = None
    asked: set[tuple[str, ...]] = field(default_factory=set)

    def ask(self, kind: str, place: str, value: str = "", proposal: str = "", **data: Any) -> None:
        """Note a doubt, each once."""
        key = (kind, place, value, proposal)
        if key not in self.asked:
            self.asked.add(key)
            self.problems.append(Problem(kind, place, value[:300], proposal, data=data))

    def leave(self, place: str, text: str, why: str) -> None:
        """Say that a cell was not used, and why."""
        if text.strip():
            self.unused.append((place, text, why))

    def all_nodes(self) -> list[Node]:
        return [one for node in self.nodes for one in node.walk()]

    def activities(self) -> list[tuple[Node, Activity]]:
        return [(node, activity) for node in self.all_nodes() for activity in node.activities]


def found_in(grid: Grid, cell: Cell, column: Column | None = None, *, inherited: bool = False) -> Found:
    """The value of a cell with its place."""
    return Found(cell.text.strip(), grid.place(cell.row, cell.column), cell, column, inherited)
