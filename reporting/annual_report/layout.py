"""How the parts of a report are laid out: what goes on which page, in which rows and columns. No HTML, no figures.

Everything counted comes from the content (law 3); here it is only arranged, so that templates need no arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from reporting.annual_report import drawing
from reporting.annual_report.parts import UPRIGHT_COLUMNS, activities_of
from reporting.annual_report.shapes import (
    ActivityEntry,
    Annex,
    AnnualReport,
    Count,
    DecisionEntry,
    Declared,
    DeclaredFigure,
    Functioning,
    IndicatorEntry,
    Matrix,
    MatrixColumn,
    MatrixRow,
    NoteEntry,
    Notes,
    PartyCount,
    PartyName,
    Ref,
    ReportText,
    SeriesPoint,
    ShareCell,
    StatusTable,
)
from reporting.timeline import Timeline

WIDE_COLUMNS = 12  # columns of the matrix that fit a landscape page
FEW_SHARES = 3  # up to here each activity shows its percentages by period; beyond, the matrix does
MOST_POINTS = 6  # periods of a chart
GLANCE_ROOM = 560  # points of the page at a glance below its figures
SHORT_TITLE = 64  # characters of a line's title that leave room for a column of boxes beside it


# Status ----------------------------------------------------------------------------------------------


def status_layout(table: StatusTable) -> dict[str, Any]:
    """The table of status: the same columns in each row; where hardly any status is known, also where terms stand."""
    total = table.total
    course = len(table.shown) <= 2 and not total.late and total.undated < total.total
    late = [(_("of them late"), total.late)] if total.late else []
    terms = (
        (_("Term ended"), total.ended),
        (_("Within its term"), total.current),
        (_("Yet to begin"), total.ahead),
    )
    parts = [*late, *(terms if course else ())]
    longest = max((len(str(row.ref.title)) for row in table.rows if row.ref), default=0)
    return {
        "status_rows": [
            {"row": row, "counts": [count for count in row.counts if count.status in table.shown]}
            for row in table.rows
        ],
        "widest": max((row.total for row in table.rows), default=total.total),
        "boxes_apart": len(table.shown) + len(parts) <= 5 and longest <= SHORT_TITLE,
        "with_course": course,
        "dated": total.total - total.undated,
        "course_parts": [(word, Decimal(100 * part) / total.total) for word, part in parts if total.total],
        "hundred": Decimal(100),
    }


@dataclass(frozen=True)
class DeclaredTable:
    """A document's own figures: a row per label, a column per thing counted; None where it states nothing."""

    source: Declared
    measures: tuple[str, ...]
    rows: tuple[tuple[str, Ref | None, tuple[DeclaredFigure | None, ...]], ...]


def declared_table(source: Declared) -> DeclaredTable:
    """The figures of one place of the document as a table."""
    measures = list(dict.fromkeys((figure.measure_word, figure.unit) for figure in source.figures))
    labels = dict.fromkeys((figure.label, figure.ref, figure.unit) for figure in source.figures)
    used = list(dict.fromkeys(word for word, _unit in measures))
    rows = []
    for label, ref, unit in labels:
        own = {f.measure_word: f for f in source.figures if (f.label, f.ref, f.unit) == (label, ref, unit)}
        rows.append((label, ref, tuple(own.get(word) for word in used)))
    return DeclaredTable(source, tuple(used), tuple(rows))


# Activities ------------------------------------------------------------------------------------------


def activity_layout(report: AnnualReport) -> dict[str, Any]:
    """The columns of the tables of activities: the facts that any has, and percentages where they are few.

    `title_span` is over how many columns a title runs, `last_span` over how many the last fact does,
    `whole_span` over all but the code.
    """
    entries = [entry for line in report.lines for entry in activities_of(line)]
    facts = [
        name
        for name, there in (
            ("result", any(entry.results for entry in entries)),
            ("indicator", any(entry.indicators for entry in entries)),
            ("who", any(entry.responsible or entry.responsible_printed for entry in entries)),
        )
        if there
    ]
    shares = 1 + len(report.matrix.columns) if with_shares(report.matrix) else 0
    flexible = max(1, len(facts) - (1 if shares and len(facts) > 1 else 0))
    return {
        "facts": facts,
        "with_shares": bool(shares),
        "title_span": flexible,
        "last_span": shares if shares and len(facts) > 1 else 1 + (shares if facts else 0),
        "whole_span": flexible + shares,
        "flexible": range(flexible),
    }


def told(entry: ActivityEntry) -> list[Told]:
    """What was reported of an activity, round by round; parties that said the same stand together."""
    groups: dict[tuple[str, str, str, str], list[ReportText]] = {}
    for row in entry.reports:
        groups.setdefault((row.round, row.done.text, row.difficulties.text, row.next_steps.text), []).append(
            row
        )
    return [Told(key[0], tuple(rows)) for key, rows in groups.items()]


@dataclass(frozen=True)
class Told:
    """The reports of one round that say the same; `said` is the first of them."""

    round: str
    rows: tuple[ReportText, ...]

    @property
    def said(self) -> ReportText:
        return self.rows[0]


# Matrix ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class MatrixPart:
    """As many columns of the matrix as fit a page, with the rows that have a cell there."""

    columns: tuple[MatrixColumn, ...]
    groups: tuple[tuple[Ref, tuple[tuple[MatrixRow, tuple[tuple[ShareCell | None, str], ...]], ...]], ...]
    wide: bool

    @property
    def span(self) -> int:
        return 2 + len(self.columns)

    @property
    def assumed(self) -> int:
        return sum(column.assumed for column in self.columns)


def with_shares(matrix: Matrix) -> bool:
    return 0 < len(matrix.columns) <= FEW_SHARES


def matrix_parts(matrix: Matrix, names: dict[tuple[date, date], str]) -> Iterator[MatrixPart]:
    count = len(matrix.columns)
    size = -(-count // -(-count // WIDE_COLUMNS)) if count else 1
    for first in range(0, count, size):
        yield _part(matrix, names, slice(first, first + size), count > UPRIGHT_COLUMNS)


def _part(matrix: Matrix, names: dict[tuple[date, date], str], which: slice, wide: bool) -> MatrixPart:
    columns = matrix.columns[which]
    words = [names.get((column.start, column.end), column.name) for column in columns]
    groups = []
    for group in matrix.groups:
        rows = [
            (row, tuple(zip(row.cells[which], words, strict=True)))
            for row in group.rows
            if any(row.cells[which])
        ]
        if rows:
            groups.append((group.line, tuple(rows)))
    return MatrixPart(columns, tuple(groups), wide)


def short_names(timeline: Timeline) -> dict[tuple[date, date], str]:
    """The names of the calendar's columns with their year: "T3 2025", "2021"."""
    return {
        (column.start, column.end): column.name
        if column.name.isdigit()
        else f"{column.name} {column.end.year}"
        for column in timeline.columns
    }


# Charts ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chart:
    """One of the small multiples: an indicator, the points shown, and its drawing."""

    indicator: IndicatorEntry
    points: tuple[SeriesPoint, ...]
    drawing: SafeString


def charts(report: AnnualReport, accent: str) -> list[Chart]:
    """The indicators with at least two values, each over its last periods, on a scale of its own from zero."""
    found = []
    for indicator in (one for group in report.indicators.groups for one in group.indicators):
        points = indicator.series[-MOST_POINTS:]
        if sum(point.value is not None for point in points) > 1:
            aims = [
                t.number for t in indicator.targets if t.number is not None and not t.period and not t.per
            ]
            values = [None if point.value is None else float(point.value) for point in points]
            aim = float(aims[0]) if len(aims) == 1 else None
            title = _("Course of the values; they stand below in figures.")
            found.append(Chart(indicator, points, drawing.trend(values, aim, title, accent)))
    return found


# Other tables ----------------------------------------------------------------------------------------


def rounds(
    functioning: Functioning, names: dict[tuple[date, date], str]
) -> list[tuple[PartyName, list[tuple[str, Count | None]]]]:
    """How many reports of each party were accepted, by round with its name; None where it was asked for none."""
    accepted = [
        (
            names.get((round.start, round.end)) or round.name,
            {one.party.name: one.accepted for one in round.parties},
        )
        for round in functioning.rounds
    ]
    return [
        (party, [(name, found.get(party.name)) for name, found in accepted]) for party in functioning.asked
    ]


def load(report: AnnualReport) -> list[dict[str, Any]]:
    """How many activities of a plan are under way in each column of its calendar, where these fit a page."""
    columns, names = report.timeline.columns, short_names(report.timeline)
    if report.header.kind != "plan" or len(columns) > WIDE_COLUMNS or not any(report.timeline.load):
        return []
    return [
        {"name": names[column.start, column.end], "count": count}
        for column, count in zip(columns, report.timeline.load, strict=True)
    ]


def _beside(report: AnnualReport) -> int:
    """The rows of periods that the parties stand beside."""
    return len(load(report) if report.header.kind == "plan" else report.glance.periods)


def party_tables(report: AnnualReport) -> list[Sequence[PartyCount]]:
    """The parties as one table beside the periods, or as two side by side where there are none."""
    parties = report.glance.parties
    middle = len(parties) if _beside(report) or len(parties) < 5 else -(-len(parties) // 2)
    return [part for part in (parties[:middle], parties[middle:]) if part]


def glance_fits(report: AnnualReport, *, parallel: bool) -> bool:
    """Whether periods and parties fit the one page that can be read alone; else they are a part of their own."""
    glance, tables = report.glance, party_tables(report)
    if not (tables or _beside(report)):
        return True
    lines = sum(26 + 12 * (len(str(row.ref.title)) // 48) for row in glance.status.rows if row.ref)
    points = 16 * -(-len(glance.highlights) * 2 // (2 if len(glance.highlights) > 3 else 1)) // 1
    below = 60 + max(22 * _beside(report), 17 * max(map(len, tables), default=0))
    if parallel:
        lines, points, below = 3 * lines // 2, 2 * points, round(1.2 * below)
    return 110 + lines + points + below <= GLANCE_ROOM


def decisions(report: AnnualReport) -> list[DecisionEntry]:
    """Those taken at meetings first, in order, then those of no meeting."""
    met = [decision for meeting in report.functioning.meetings for decision in meeting.decisions]
    return [*met, *report.functioning.decisions]


def annex_layout(annex: Annex) -> dict[str, bool]:
    """Which columns of the annex have anything in them."""
    rows = [row for group in (*annex.unfinished, *annex.not_reported) for row in group.rows]
    return {"annex_who": any(row.responsible for row in rows), "annex_when": any(row.period for row in rows)}


def note_groups(notes: Notes) -> list[tuple[str, tuple[NoteEntry, ...]]]:
    """The notes by what is done with them, without empty groups."""
    groups = [
        (_("To be settled by the coalition"), notes.surface),
        (_("Settled"), notes.resolved),
        (_("Kept as printed"), notes.kept),
    ]
    return [(title, rows) for title, rows in groups if rows]
