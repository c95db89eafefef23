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
from reporting.annual_report import drawing, layout, parts
from reporting.annual_report.gantt import gantt, outermost
from reporting.annual_report.parallel import side_by_side
from reporting.annual_report.shapes import AnnualReport
from reporting.timeline import Row, Timeline


def body(*reports: AnnualReport, for_print: bool = False) -> SafeString:
    """The fragment `<article class="report">`, with the h1 of the page: of one report, or of the same in two
    languages side by side (R7)."""
    fragments = []
    for report in reports:
        other = next((one for one in reports if one is not report), None)
        with override(report.header.language):
            values = context(report, other, for_print=for_print)
            fragments.append(_tidy(render_to_string("reporting/report/body.html", values)))
    if len(fragments) == 1:
        return mark_safe(fragments[0])  # noqa: S308 - made by our templates
    first, second = (report.header.language for report in reports)
    return mark_safe(side_by_side(fragments[0], fragments[1], (first, second)))  # noqa: S308 - the same


def document(*reports: AnnualReport, for_print: bool) -> str:
    """A whole HTML file. For print its fonts are read from the static folder; else it carries them in itself."""
    report = reports[0]
    with override(report.header.language):
        values = {
            "header": report.header,
            "short": report.header.short_name or report.header.coalition.text,
            "kind_word": kind_word(report.header.kind),
            "body": body(*reports, for_print=for_print),
            "style": style(report, for_print=for_print),
        }
        return render_to_string("reporting/report/document.html", values)


def kind_word(kind: str) -> str:
    """What a document of this kind is called."""
    return _("Work plan") if kind == "plan" else _("Annual report")


def context(report: AnnualReport, other: AnnualReport | None, *, for_print: bool) -> dict[str, Any]:
    """What the templates need beside the report, under its language; `other` stands beside it in another one."""
    accent, progress = legible(report.header.accent), report.header.kind != "plan"
    names = layout.short_names(report.timeline)
    drawn = any(row.bars for row in report.timeline.rows)
    load = layout.load(report)
    fits = all(layout.glance_fits(one, parallel=other is not None) for one in (report, other) if one)
    twin = other.timeline if other else None
    return {
        "report": report,
        "header": report.header,
        "glance": report.glance,
        "accent": accent,
        "for_print": for_print,
        "progress": progress,
        "parallel": other is not None,
        "kind_word": kind_word(report.header.kind),
        "short": report.header.short_name or report.header.coalition.text,
        "cover": _cover(report),
        "cover_columns": _cover_columns(report.timeline) if drawn else [],
        "declared": [layout.declared_table(source) for source in report.glance.declared],
        "gantt": gantt(report.timeline, accent, not for_print, twin, progress) if drawn else None,
        "glance_fits": fits,
        "parts": parts.parts(report, apart=not fits),
        "absent": parts.absent(report),
        "state": report.header.state_word or report.header.state_printed,
        "charts": layout.charts(report, accent) if progress else [],
        "names": names,
        "matrix_parts": list(layout.matrix_parts(report.matrix, names)),
        "rounds": layout.rounds(report.functioning, names),
        "decisions": layout.decisions(report),
        "note_groups": layout.note_groups(report.notes),
        "load": load,
        "busiest": max(report.timeline.load, default=0),
        "party_tables": layout.party_tables(report),
        **layout.status_layout(report.glance.status),
        **layout.activity_layout(report),
        **layout.annex_layout(report.annex),
    }


# Cover -----------------------------------------------------------------------------------------------


def _cover(report: AnnualReport) -> SafeString:
    title = _("The plan drawn as it is: one row per activity, a bar where it is programmed.")
    rows = report.timeline.rows
    if not any(row.bars for row in rows):
        title = _("The plan drawn as it is: one square per activity.")
        statuses = [entry.status for line in report.lines for entry in parts.activities_of(line)]
        return drawing.cover_squares(statuses, title)
    top = outermost(report.timeline)
    heads = groupby(rows, lambda row: row.kind == "objective" and row.depth == top)
    lines = [list(group) for head, group in heads if not head]
    known = {"completed": 1.0, "in_progress": 0.5, "not_reported": None}
    if report.header.kind == "plan":
        known = {"not_reported": 1.0}
    bars = [[_bars(row, known) for row in group if row.kind == "activity"] for group in lines]
    return drawing.cover(bars, title)


def _bars(row: Row, known: dict[str, float | None]) -> list[tuple[float, float, float | None]]:
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
