"""The tree of the plan at any depth, with its activities in order (P6-P8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coalitions.languages import Text
from plans.models import Level, Objective
from reporting.annual_report.activities import enter, note_marks
from reporting.annual_report.counting import executed_shares, reported, status_row
from reporting.annual_report.indicators import Measures
from reporting.annual_report.shapes import ActivityEntry, LevelName, Line
from reporting.annual_report.shares import mean
from reporting.annual_report.source import Source, is_titled


@dataclass(frozen=True)
class Tree:
    """The lines, outermost first, and every activity once by its key in the database, in the order of the plan."""

    lines: tuple[Line, ...]
    entries: Mapping[int, ActivityEntry]


def grow(source: Source, measures: Measures) -> Tree:
    """The whole tree, its activities numbered in the order in which it is read."""
    return _grow(source, measures, source.children_of.get(0, []), {row.pk for row in source.activities})


def grow_one(source: Source, measures: Measures, row: Objective) -> Line:
    """One objective with everything below it, the same as in the whole tree; what stands beside it is not built."""
    return _grow(source, measures, [row], {activity.pk for activity in source.below(row.pk)}).lines[0]


def _grow(source: Source, measures: Measures, rows: list[Objective], within: set[int]) -> Tree:
    entries = {
        activity.pk: enter(source, measures, number, activity)
        for number, activity in enumerate(source.activities, start=1)
        if activity.pk in within
    }
    return Tree(tuple(_line(source, measures, entries, row) for row in rows), entries)


def _line(source: Source, measures: Measures, entries: Mapping[int, ActivityEntry], row: Objective) -> Line:
    below = [entries[activity.pk] for activity in source.below(row.pk)]
    ref = source.objective_ref[row.pk]
    path = source.path(row.pk)
    return Line(
        key=ref.key,
        depth=len(path),
        level=level_name(source, row.level_id),
        code=ref.code,
        code_printed=row.code_printed,
        title=ref.title,
        statement=source.text(row, "statement"),
        titled=is_titled(row),
        path=tuple(source.objective_ref[above.pk] for above in path[:-1]),
        children=tuple(
            _line(source, measures, entries, child) for child in source.children_of.get(row.pk, [])
        ),
        activities=tuple(entries[activity.pk] for activity in source.activities_of.get(row.pk, [])),
        responsible=source.responsible(source.responsibilities.get(("objective", row.pk), [])),
        indicators=measures.indicators_of_node(row.pk),
        milestones=measures.milestones_of_node(row.pk),
        notes=note_marks(source, source.notes_of.get(("objective", row.pk), [])),
        status=status_row(source, ref, below),
        reported=reported(below),
        shares=executed_shares(below),
        average_executed=mean(entry.executed for entry in below),
        id=row.pk,
    )


def level_name(source: Source, level_id: int | None) -> Text:
    """The plan's own word for a depth of its tree; empty where it has none."""
    levels = {level.pk: level for level in source.rows.levels}
    return source.text(levels[level_id], "name") if level_id in levels else Text("", source.language)


def level_names(source: Source) -> tuple[LevelName, ...]:
    """The plan's words for its depths, with how many nodes or activities stand at each."""
    return tuple(
        LevelName(level.depth, level.key, source.text(level, "name"), _count_at(source, level))
        for level in source.rows.levels
    )


def _count_at(source: Source, level: Level) -> int:
    if level.key == "activity":
        return len(source.rows.activities)
    if level.key == "milestone":
        return sum(row.kind == "milestone" for row in source.rows.indicators)
    return sum(row.level_id == level.pk and is_titled(row) for row in source.rows.objectives)
