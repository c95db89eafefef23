"""The whole report."""

from __future__ import annotations

from dataclasses import dataclass

from reporting.annual_report.shapes.glance import Glance
from reporting.annual_report.shapes.header import Header
from reporting.annual_report.shapes.lines import Line
from reporting.annual_report.shapes.notes import Colophon, Notes, Reference, SectionEntry, StatusMeaning
from reporting.annual_report.shapes.tables import (
    Annex,
    Functioning,
    IndicatorTable,
    InitiativeTable,
    Matrix,
    MilestoneTable,
)
from reporting.timeline import Timeline


@dataclass(frozen=True)
class AnnualReport:
    """The whole report; see each part."""

    header: Header
    glance: Glance
    timeline: Timeline
    lines: tuple[Line, ...]
    indicators: IndicatorTable
    milestones: MilestoneTable
    matrix: Matrix
    initiatives: InitiativeTable
    functioning: Functioning
    annex: Annex
    notes: Notes
    sections: tuple[SectionEntry, ...]
    references: tuple[Reference, ...]
    key: tuple[StatusMeaning, ...]
    colophon: Colophon
