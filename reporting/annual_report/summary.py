"""The plan at a glance: the large figures, status by line, what was programmed and reported, who responds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporting.annual_report import counting
from reporting.annual_report.declared import declared
from reporting.annual_report.highlights import Findings, highlights, lead
from reporting.annual_report.lines import Tree
from reporting.annual_report.shapes import (
    STATUSES,
    ActivityEntry,
    Count,
    Glance,
    IndicatorTable,
    Matrix,
    MilestoneTable,
    PartyCount,
    PeriodCount,
    StatusTable,
)
from reporting.annual_report.source import Source, is_titled


def glance(
    source: Source, tree: Tree, indicators: IndicatorTable, milestones: MilestoneTable, matrix: Matrix
) -> Glance:
    """One page that can be read alone: every figure says of how many."""
    entries = list(tree.entries.values())
    status = status_table(source, tree)
    printed = declared(source, tree.entries)
    findings = Findings(source, tree, entries, status, indicators, milestones, matrix, printed)
    return Glance(
        lead=tuple(lead(findings)),
        activities=len(entries),
        objectives=sum(is_titled(row) for row in source.objectives),
        reported=counting.reported(entries),
        shares=counting.executed_shares(entries),
        shares_assumed=sum(cell.assumed for entry in entries for cell in entry.shares),
        indicators=indicators.with_value,
        targets=Count(indicators.total - indicators.without_target, indicators.total),
        milestones=Count(milestones.reached, milestones.total),
        highlights=tuple(highlights(findings)),
        status=status,
        periods=tuple(_periods(entries, matrix)),
        parties=tuple(_parties(source, entries)),
        declared=printed,
    )


def status_table(source: Source, tree: Tree) -> StatusTable:
    """Status by outermost objective, with totals; a flat plan has the total alone (R4)."""
    total = counting.status_row(source, None, list(tree.entries.values()))
    rows = tuple(line.status for line in tree.lines if line.titled)
    return StatusTable(rows, total, tuple(status for status in STATUSES if total.of(status)))


def _periods(entries: Sequence[ActivityEntry], matrix: Matrix) -> Iterator[PeriodCount]:
    """Programmed shares by period: how many there are, and of how many the executed part was reported."""
    for column in matrix.columns:
        cells = [
            cell
            for entry in entries
            for cell in entry.shares
            if (cell.start, cell.end) == (column.start, column.end) and cell.programmed is not None
        ]
        told = Count(sum(cell.executed is not None for cell in cells), len(cells))
        yield PeriodCount(column.name, column.start, column.end, told, sum(cell.assumed for cell in cells))


def _parties(source: Source, entries: Sequence[ActivityEntry]) -> Iterator[PartyCount]:
    """Who responds, alphabetically; an activity of several parties counts for each of them."""
    keys = [one.party.id for entry in entries for one in entry.responsible if one.party.id]
    for key in source.alphabetical(keys):
        own = [entry for entry in entries if any(one.party.id == key for one in entry.responsible)]
        marks = [[one.agreed for one in entry.responsible if one.party.id == key] for entry in own]
        yield PartyCount(source.party(key), counting.reported(own), sum(not any(agreed) for agreed in marks))
