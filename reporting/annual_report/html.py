"""The report as HTML: one set of templates is the page, the file and what the PDF is made from (law 3).

`body` gives the fragment that a page of the site includes; `document` a whole file that loads nothing.
"""

import base64
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from coalitions.accent import legible, wash
from reporting.annual_report import drawing
from reporting.annual_report.gantt import gantt
from reporting.annual_report.shapes import (
    ActivityEntry,
    AnnualReport,
    Count,
    DecisionEntry,
    Functioning,
    Line,
    Matrix,
    MatrixColumn,
    MatrixRow,
    NoteEntry,
    Notes,
    PartyName,
    Ref,
    ShareCell,
    StatusTable,
)
from reporting.timeline import Row, Timeline

UPRIGHT_COLUMNS, WIDE_COLUMNS = 5, 12  # columns of the matrix that fit an upright page, and a landscape one
FEW_SHARES = 4  # up to here each activity shows its percentages by period; beyond, the matrix does
CONTENTS_ROOM = 660  # points of entries that fit the page of contents


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


def body(report: AnnualReport, *, for_print: bool = False) -> SafeString:
    """The fragment `<article class="report">`, with the h1 of the page, in the report's language."""
    with override(report.header.language):
        return render_to_string("reporting/report/body.html", context(report, for_print=for_print))


def document(report: AnnualReport, *, for_print: bool) -> str:
    """A whole HTML file. For print its fonts are read from the static folder; else it carries them in itself."""
    with override(report.header.language):
        values = context(report, for_print=for_print) | {"style": style(report, for_print=for_print)}
        return _tidy(render_to_string("reporting/report/document.html", values))


def context(report: AnnualReport, *, for_print: bool) -> dict[str, Any]:
    """What the templates need beside the report: drawings, and how its parts are laid out."""
    accent = legible(report.header.accent)
    return {
        "report": report, "header": report.header, "glance": report.glance, "accent": accent, "for_print": for_print,
        "short": report.header.short_name or report.header.coalition.text,
        "cover": _cover(report), "cover_columns": _cover_columns(report.timeline),
        **_status(report.glance.status),
        "gantt": gantt(report.timeline, accent, small=not for_print), "forty": range(40),
        "chapters": [_chapter(line) for line in report.lines], "with_shares": _with_shares(report.matrix),
        "deep_contents": _contents_height(report) <= CONTENTS_ROOM,
        "matrix_parts": _matrix_parts(report.matrix),
        "decisions": _decisions(report), "rounds": _rounds(report.functioning),
        "names": _short_names(report.timeline), "note_groups": _note_groups(report.notes),
    }  # fmt: skip


def _status(table: StatusTable) -> dict[str, Any]:
    """The table of status: the same columns in each row; where hardly any status is known, also where terms stand."""
    total = table.total
    course = len(table.shown) <= 2 and not total.late and total.undated < total.total
    parts = [total.late] if total.late else [total.ended, total.current, total.ahead] if course else []
    return {
        "status_rows": [
            {"row": row, "counts": [count for count in row.counts if count.status in table.shown]} for row in table.rows
        ],
        "widest": max((row.total for row in table.rows), default=total.total),
        "boxes_apart": len(table.shown) + bool(total.late) + 3 * course <= 5,
        "with_course": course, "hundred": Decimal(100),
        "course_parts": [Decimal(100 * part) / total.total for part in parts if total.total],
    }  # fmt: skip


def _short_names(timeline: Timeline) -> dict[tuple[date, date], str]:
    """The names of the calendar's columns with their year: "T3 2025", "2021"."""
    return {
        (column.start, column.end): column.name if column.name.isdigit() else f"{column.name} {column.end.year}"
        for column in timeline.columns
    }


def _rounds(functioning: Functioning) -> list[tuple[PartyName, list[Count | None]]]:
    """How many reports of each party were accepted, by round; None where it was asked for none."""
    parties = {party.party.name: party.party for one in functioning.rounds for party in one.parties}
    accepted = [{party.party.name: party.accepted for party in one.parties} for one in functioning.rounds]
    by_name = sorted(parties.items(), key=lambda item: str(item[0]))
    return [(party, [counts.get(name) for counts in accepted]) for name, party in by_name]


def _decisions(report: AnnualReport) -> list[DecisionEntry]:
    """Those taken at meetings first, in order, then those of no meeting."""
    return [
        *(decision for meeting in report.functioning.meetings for decision in meeting.decisions),
        *report.functioning.decisions,
    ]


def _note_groups(notes: Notes) -> list[tuple[str, tuple[NoteEntry, ...]]]:
    groups = [
        (_("To be settled by the coalition"), notes.surface),
        (_("Settled"), notes.resolved),
        (_("Kept as printed"), notes.kept),
    ]
    return [(title, rows) for title, rows in groups if rows]


# Cover -----------------------------------------------------------------------------------------------


def _cover(report: AnnualReport) -> SafeString:
    title = _("The plan drawn as it is: one row per activity, a bar where it is programmed.")
    rows = report.timeline.rows
    if not any(row.bars for row in rows):
        title = _("The plan drawn as it is: one square per activity.")
        return drawing.cover_squares([a.status for line in report.lines for a in _activities(line)], title)
    lines = [list(group) for head, group in groupby(rows, _is_outermost) if not head]
    return drawing.cover([[_bars(row) for row in group if row.kind == "activity"] for group in lines], title)


def _is_outermost(row: Row) -> bool:
    return row.kind == "objective" and row.depth == 0


def _bars(row: Row) -> list[tuple[float, float, float | None]]:
    known = {"completed": 1.0, "in_progress": 0.5, "not_reported": None}
    return [
        (
            bar.stretch.left,
            bar.stretch.width,
            known.get(row.status, 0.0) if bar.filled is None else bar.filled,
        )
        for bar in row.bars
    ]


def _cover_columns(timeline: Timeline) -> list[str]:
    """The names over the drawing: each column where there is room, else the years where they begin."""
    few = len(timeline.columns) <= 12
    return [f"{c.year} {c.name}".strip() if few and c.name != c.year else c.year for c in timeline.columns]


# Chapters --------------------------------------------------------------------------------------------


def _activities(line: Line) -> list[ActivityEntry]:
    return [*line.activities, *(entry for child in line.children for entry in _activities(child))]


def _chapter(line: Line) -> dict[str, Any]:
    """A line with its name in the contents. A short one runs on, so that no page is left nearly empty."""
    return {
        "line": line, "name": _name(line), "below": _below(line),
        "completed": line.status.of("completed"), "short": len(_activities(line)) <= 2,
    }  # fmt: skip


def _name(line: Line) -> str:
    """ "Line 2. Title", or what there is of it; a flat plan has neither."""
    if not line.titled:
        return _("Activities")
    return ". ".join(part for part in (f"{line.level} {line.code}".strip(), " ".join(str(line.title).split())) if part)


def _with_shares(matrix: Matrix) -> bool:
    return 0 < len(matrix.columns) <= FEW_SHARES


def _contents_height(report: AnnualReport) -> int:
    """How many points the contents take with their second level: lines by the length of the titles."""
    outer = sum(27 + 15 * (len(_name(line)) // 76) for line in report.lines)
    inner = sum(15 + 12 * (len(str(node.title)) // 98) for line in report.lines for node in _below(line))
    return 10 * 27 + outer + inner


def _below(line: Line) -> list[Line]:
    """The objectives of the contents' second level: those that hold activities themselves."""
    return [node for child in line.children for node in ([child] if child.activities else _below(child))]


# Matrix ----------------------------------------------------------------------------------------------


def _matrix_parts(matrix: Matrix) -> list[MatrixPart]:
    count = len(matrix.columns)
    wide = count > UPRIGHT_COLUMNS
    size = -(-count // -(-count // WIDE_COLUMNS)) if count else 1
    return [_part(matrix, first, min(first + size, count), wide) for first in range(0, count, size)]


def _part(matrix: Matrix, first: int, last: int, wide: bool) -> MatrixPart:
    groups = []
    for group in matrix.groups:
        rows = tuple((row, _named(row, matrix, first, last)) for row in group.rows if any(row.cells[first:last]))
        if rows:
            groups.append((group.line, rows))
    return MatrixPart(matrix.columns[first:last], tuple(groups), wide)


def _named(row: MatrixRow, matrix: Matrix, first: int, last: int) -> tuple[tuple[ShareCell | None, str], ...]:
    return tuple(zip(row.cells[first:last], (column.name for column in matrix.columns[first:last]), strict=True))


# Style and whole documents ---------------------------------------------------------------------------


def accent_style(accent: str) -> str:
    """The rules that give a report its coalition's colour: for a style sheet of its own."""
    colour = legible(accent)
    return f".report {{ --accent: {colour}; --accent-wash: {wash(colour)}; }}"


def style(report: AnnualReport, *, for_print: bool) -> SafeString:
    """Every rule that the document needs, in one text."""
    sheets = ["tokens", "fonts", "report", *(["report-invented"] if report.header.invented else [])]
    css = "\n".join(_sheet(name) for name in sheets) + accent_style(report.header.accent)
    css = re.sub(r'url\("\.\./fonts/([\w-]+\.woff2)"\)', _font_of_print if for_print else _font_of_file, css)
    return mark_safe(css)  # noqa: S308 - our own files and one checked colour


@cache
def _sheet(name: str) -> str:
    return (settings.BASE_DIR / "static" / "css" / f"{name}.css").read_text()


def _font_of_print(found: "re.Match[str]") -> str:
    return f'url("fonts/{found[1]}")'


def _font_of_file(found: "re.Match[str]") -> str:
    return f'url("{_font(found[1])}")'


@cache
def _font(name: str) -> str:
    content = (settings.BASE_DIR / "static" / "fonts" / name).read_bytes()
    return "data:font/woff2;base64," + base64.b64encode(content).decode()


def _tidy(html: str) -> str:
    """Without the empty lines that template tags leave behind."""
    return re.sub(r"\n\s*\n+", "\n", html)
