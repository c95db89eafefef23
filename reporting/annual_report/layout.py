"""How the parts of a report are laid out: what goes on which page, in which rows and columns. No HTML, no figures.

Everything counted comes from the content (law 3); here it is only arranged, so that templates need no arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from reporting.annual_report.shapes import (
    ActivityEntry,
    Annex,
    AnnualReport,
    Count,
    DecisionEntry,
    Declared,
    DeclaredFigure,
    Functioning,
    Glance,
    Line,
    Matrix,
    MatrixColumn,
    MatrixRow,
    NoteEntry,
    Notes,
    PartyCount,
    PartyName,
    Ref,
    ShareCell,
    StatusTable,
)
from reporting.timeline import Timeline

UPRIGHT_COLUMNS, WIDE_COLUMNS = 5, 12  # columns of the matrix that fit an upright page, and a landscape one
FEW_SHARES = 3  # up to here each activity shows its percentages by period; beyond, the matrix does
CONTENTS_ROOM = 672  # points of entries that fit the page of contents
PAGE = 700  # points of text on an upright page
SHORT_TITLE = 64  # characters of a line's title that leave room for a column of boxes beside it


# Status ----------------------------------------------------------------------------------------------


def status_layout(table: StatusTable) -> dict[str, Any]:
    """The table of status: the same columns in each row; where hardly any status is known, also where terms stand."""
    total = table.total
    course = len(table.shown) <= 2 and not total.late and total.undated < total.total
    parts = [total.late] if total.late else [total.ended, total.current, total.ahead] if course else []
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
        "course_parts": [Decimal(100 * part) / total.total for part in parts if total.total],
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


# Contents and chapters -------------------------------------------------------------------------------


def activities_of(line: Line) -> list[ActivityEntry]:
    """All activities below a line, in the order of the plan."""
    return [*line.activities, *(entry for child in line.children for entry in activities_of(child))]


def line_name(line: Line) -> str:
    """ "Line 2. Title", or what there is of it; a flat plan has neither."""
    if not line.titled:
        return _("Activities")
    place = f"{line.level} {line.code}".strip()
    return ". ".join(part for part in (place, " ".join(str(line.title).split())) if part)


def chapters(report: AnnualReport) -> list[dict[str, Any]]:
    """The outermost lines. A chapter runs on below the one before where that fills less than half of its page."""
    found, filled = [], 0.0
    for line in report.lines:
        height = _height(line, _with_shares(report.matrix))
        runs_on = 0 < filled <= PAGE * 0.5
        filled = ((filled if runs_on else 0) + height) % PAGE
        found.append(
            {
                "line": line,
                "name": line_name(line),
                "below": _below(line),
                "completed": line.status.of("completed"),
                "runs_on": runs_on,
            }
        )
    return found


def _height(line: Line, with_shares: bool) -> float:
    """About how many points a chapter takes."""
    head = 150 + 26 * len(_below(line)) + 15 * (len(str(line.statement)) // 80)
    return head + sum(_activity_height(entry, with_shares) for entry in activities_of(line))


def _activity_height(entry: ActivityEntry, with_shares: bool) -> float:
    facts = [*map(str, entry.results), *(str(i.name) for i in entry.indicators), entry.responsible_printed]
    told = sum(12 * (1 + len(f"{r.done}{r.difficulties}{r.next_steps}") // 105) for r in entry.reports)
    title = 12 * (len(str(entry.title)) // (60 if with_shares else 100))
    return 48 + title + 11.5 * max((len(text) // 36 + 2 for text in facts if text), default=0) + told


def _below(line: Line) -> list[Line]:
    """The objectives of the contents' second level: those that hold activities themselves."""
    return [node for child in line.children for node in ([child] if child.activities else _below(child))]


def contents_fit(report: AnnualReport) -> bool:
    """Whether the page of contents has room for its second level."""
    outer = sum(27 + 15 * (len(line_name(line)) // 76) for line in report.lines)
    inner = sum(15 + 12 * (len(str(node.title)) // 98) for line in report.lines for node in _below(line))
    return 10 * 27 + outer + inner <= CONTENTS_ROOM


def absent(report: AnnualReport) -> list[tuple[str, str, str]]:
    """The parts that have nothing in them: anchor, title and one sentence each."""
    found = [
        (
            not any(row.bars for row in report.timeline.rows),
            "timeline",
            _("Timeline"),
            _("The plan states no dates for its activities, so there is no timeline."),
        ),
        (
            not report.indicators.total,
            "indicators",
            _("Indicators against their targets"),
            _("The plan has no indicators apart from its milestones.")
            if report.milestones.total
            else _("The plan has no indicators."),
        ),
        (not report.milestones.total, "milestones", _("Milestones"), _("The plan states no milestones.")),
        (
            not report.matrix.columns,
            "matrix",
            _("Programmed and executed"),
            _(
                "The plan does not programme percentages by period: there is nothing to compare with what was executed."
            ),
        ),
        (
            not works(report),
            "functioning",
            _("How the coalition worked"),
            _(
                "No meeting, decision, round of reporting or initiative outside the plan is recorded for the period."
            ),
        ),
    ]
    return [(anchor, title, sentence) for nothing, anchor, title, sentence in found if nothing]


def works(report: AnnualReport) -> bool:
    """Whether anything is recorded of how the coalition worked."""
    work = report.functioning
    return bool(work.meetings or work.decisions or work.rounds or report.initiatives.rows)


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


def _with_shares(matrix: Matrix) -> bool:
    return 0 < len(matrix.columns) <= FEW_SHARES


def matrix_layout(matrix: Matrix, names: dict[tuple[date, date], str]) -> dict[str, Any]:
    """The matrix in parts, and whether each activity shows its own percentages too."""
    return {"matrix_parts": list(_parts(matrix, names)), "with_shares": _with_shares(matrix)}


def _parts(matrix: Matrix, names: dict[tuple[date, date], str]) -> Iterator[MatrixPart]:
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


# Other tables ----------------------------------------------------------------------------------------


def rounds(functioning: Functioning) -> list[tuple[PartyName, list[Count | None]]]:
    """How many reports of each party were accepted, by round; None where it was asked for none."""
    parties = {party.party.name: party.party for one in functioning.rounds for party in one.parties}
    accepted = [{party.party.name: party.accepted for party in one.parties} for one in functioning.rounds]
    by_name = sorted(parties.items(), key=lambda item: str(item[0]))
    return [(party, [counts.get(name) for counts in accepted]) for name, party in by_name]


def party_tables(glance: Glance) -> list[tuple[PartyCount, ...]]:
    """The parties that answer: one table beside the periods, or two side by side where the plan has none."""
    parties = glance.parties
    middle = len(parties) if glance.periods or len(parties) < 5 else -(-len(parties) // 2)
    return [part for part in (parties[:middle], parties[middle:]) if part]


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
