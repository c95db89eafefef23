"""The content of the annual report: one computation of which every page and file is a rendering (law 3, R1, R2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import translation

from plans.models import Plan
from reporting.annual_report import chart, functioning, lines, overview, shares, summary
from reporting.annual_report.annex import unfinished
from reporting.annual_report.canonical import as_json, digest
from reporting.annual_report.indicators import Measures
from reporting.annual_report.loading import Planned, Rows
from reporting.annual_report.notes import colophon, key_of_marks, notes, references, sections
from reporting.annual_report.shapes import AnnualReport
from reporting.annual_report.source import Source

__all__ = ["as_json", "build", "build_all", "digest"]


def build(
    plan: Plan,
    *,
    language: str,
    on: date,
    start: date | None = None,
    end: date | None = None,
    kind: str = "annual",
    confidential: bool = False,
    order: str = "",
) -> AnnualReport:
    """The report on a plan as of the end of the day `on`, in "es" or "en".

    `start` and `end` narrow what happened in the period covered (reports, meetings, other activities); status and
    values are those reached by `on`. The same arguments on the same rows give the same report on any day.
    `kind` "annual" or "plan": the plan alone, without its progress.
    `confidential` shows fields withheld from publication; only pages for those who may see them ask for it.
    """
    source = Source(
        rows=Planned(plan, on) if kind == "plan" else Rows(plan, on),
        kind=kind,
        order=order,
        language=language,
        on=on,
        start=start or plan.start,
        end=end or plan.end,
        narrowed=start is not None or end is not None,
        confidential=confidential,
    )
    with translation.override(language):
        report = _assemble(source)
    return replace(report, colophon=replace(report.colophon, digest=digest(report)))


def build_all(plan: Plan, *, language: str, **options: Any) -> list[AnnualReport]:
    """The report in each language of `language`: "es", "en", or "es+en" for both, of the same shape (R7)."""
    codes = language.split("+")
    return [build(plan, language=code, order=codes[0], **options) for code in codes]


def _assemble(source: Source) -> AnnualReport:
    measures = Measures(source)
    tree = lines.grow(source, measures)
    entries = list(tree.entries.values())
    indicators = overview.indicator_table(source, measures)
    milestones = overview.milestone_table(source, measures)
    matrix = shares.matrix(source, overview.activities_by_line(source, tree))
    return AnnualReport(
        header=overview.header(source),
        glance=summary.glance(source, tree, indicators, milestones, matrix),
        timeline=chart.draw(source, tree.lines),
        lines=tree.lines,
        indicators=indicators,
        milestones=milestones,
        matrix=matrix,
        initiatives=functioning.initiatives(source),
        functioning=functioning.functioning(source),
        annex=unfinished(source, entries),
        notes=notes(source),
        sections=tuple(sections(source)) if source.kind == "plan" else (),
        references=references(entries),
        key=tuple(key_of_marks(source, entries)),
        colophon=colophon(source),
    )
