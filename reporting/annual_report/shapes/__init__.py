"""What an annual report holds: dataclasses only, as plain values, so that every format renders the same.

Conventions. A `Text` is content in one language, marked where it is not the report's. A plain `str` is
either a key (status "in_progress", rule "sum") or, where the docstring says *words*, a phrase in the
report's language. Percentages are Decimals from 0 (100 is all). None is "not reported" or "not stated",
never zero. Dates are inclusive. Anchors (`key`): "o3" objective, "a7" activity, "i2" indicator or milestone
(numbered in the order of the plan), "note-C04" note. `id` is the row's key in the database, for links on
pages; it is no part of the content or its digest.
"""

# ruff: noqa: I001 (names in columns: one a line would be longer than the shapes)

from __future__ import annotations

from dataclasses import dataclass

from reporting.annual_report.shapes.glance import (
    Declared, DeclaredFigure, Glance, Highlight, PartyCount, PeriodCount, StatusCount, StatusRow,
    StatusTable,
)  # fmt: skip
from reporting.annual_report.shapes.header import Header, LevelName, PlanRole
from reporting.annual_report.shapes.lines import (
    ActivityEntry, Evidence, IndicatorEntry, Line, MilestoneEntry, NoteMark, PartyValue, ReportText,
    Responsible, ShareCell, TargetEntry,
)  # fmt: skip
from reporting.annual_report.shapes.notes import (
    Colophon, Method, NoteEntry, Notes, SourceEntry, StatusMeaning,
)  # fmt: skip
from reporting.annual_report.shapes.tables import (
    Annex, AnnexGroup, AnnexRow, DecisionEntry, Functioning, IndicatorGroup, IndicatorTable,
    InitiativeEntry, InitiativeTable, Matrix, MatrixColumn, MatrixGroup, MatrixRow, MeetingEntry,
    MilestoneGroup, MilestoneTable, RoundEntry, RoundParty,
)  # fmt: skip
from reporting.annual_report.shapes.values import STATUSES, Average, Count, PartyName, Ref, row_id
from reporting.timeline import Timeline

__all__ = [
    "STATUSES", "ActivityEntry", "Annex", "AnnexGroup", "AnnexRow", "AnnualReport", "Average",
    "Colophon", "Count", "DecisionEntry", "Declared", "DeclaredFigure", "Evidence", "Functioning",
    "Glance", "Header", "Highlight", "IndicatorEntry", "IndicatorGroup", "IndicatorTable",
    "InitiativeEntry", "InitiativeTable", "LevelName", "Line", "Matrix", "MatrixColumn",
    "MatrixGroup", "MatrixRow", "MeetingEntry", "Method", "MilestoneEntry", "MilestoneGroup",
    "MilestoneTable", "NoteEntry", "NoteMark", "Notes", "PartyCount", "PartyName", "PartyValue",
    "PeriodCount", "PlanRole", "Ref", "ReportText", "Responsible", "RoundEntry", "RoundParty",
    "ShareCell", "SourceEntry", "StatusCount", "StatusMeaning", "StatusRow", "StatusTable",
    "TargetEntry", "row_id",
]  # fmt: skip


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
    key: tuple[StatusMeaning, ...]
    colophon: Colophon
