"""The report as HTML: one set of templates is the page, the file and what the PDF is made from (law 3).

`body` gives the fragment that a page of the site includes; `document` a whole file that loads nothing.
"""

import base64
import re
from functools import cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from coalitions.accent import legible, wash
from reporting.annual_report import drawing, layout
from reporting.annual_report.gantt import gantt, outermost
from reporting.annual_report.shapes import AnnualReport
from reporting.timeline import Row, Timeline


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
    """What the templates need beside the report: drawings, and how its parts are laid out.

    Call it under the report's language.
    """
    accent = legible(report.header.accent)
    names = layout.short_names(report.timeline)
    drawn = any(row.bars for row in report.timeline.rows)
    return {
        "report": report,
        "header": report.header,
        "glance": report.glance,
        "accent": accent,
        "for_print": for_print,
        "short": report.header.short_name or report.header.coalition.text,
        "cover": _cover(report),
        "cover_columns": _cover_columns(report.timeline) if drawn else [],
        "declared": [layout.declared_table(source) for source in report.glance.declared],
        "gantt": gantt(report.timeline, accent, small=not for_print) if drawn else None,
        "forty": range(40),
        "chapters": layout.chapters(report),
        "deep_contents": layout.contents_fit(report),
        "absent": layout.absent(report),
        "works": layout.works(report),
        "names": names,
        "party_tables": layout.party_tables(report.glance),
        "rounds": layout.rounds(report.functioning),
        "decisions": layout.decisions(report),
        "note_groups": layout.note_groups(report.notes),
        **layout.status_layout(report.glance.status),
        **layout.matrix_layout(report.matrix, names),
        **layout.annex_layout(report.annex),
    }


# Cover -----------------------------------------------------------------------------------------------


def _cover(report: AnnualReport) -> SafeString:
    title = _("The plan drawn as it is: one row per activity, a bar where it is programmed.")
    rows = report.timeline.rows
    if not any(row.bars for row in rows):
        title = _("The plan drawn as it is: one square per activity.")
        statuses = [entry.status for line in report.lines for entry in layout.activities_of(line)]
        return drawing.cover_squares(statuses, title)
    top = outermost(report.timeline)
    heads = groupby(rows, lambda row: row.kind == "objective" and row.depth == top)
    lines = [list(group) for head, group in heads if not head]
    return drawing.cover([[_bars(row) for row in group if row.kind == "activity"] for group in lines], title)


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
