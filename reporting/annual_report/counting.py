"""Activities counted by status and by where their schedule stands (R4). Pure: entries in, counts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plans.status import percent_of
from reporting.annual_report.schedules import phase
from reporting.annual_report.shapes import STATUSES, ActivityEntry, Count, Ref, StatusCount, StatusRow
from reporting.annual_report.source import Source


def status_row(source: Source, ref: Ref | None, entries: Sequence[ActivityEntry]) -> StatusRow:
    """Activities by status, in the order of STATUSES, with how many are late and where their schedules stand."""
    phases = Counter(phase(entry.start, entry.end, source.on) for entry in entries)
    return StatusRow(
        ref=ref,
        total=len(entries),
        counts=status_counts(source, entries, STATUSES),
        late=sum(entry.late for entry in entries),
        ended=phases["ended"],
        current=phases["current"],
        ahead=phases["ahead"],
        undated=phases["undated"],
    )


def status_counts(
    source: Source, entries: Sequence[ActivityEntry], statuses: Sequence[str]
) -> tuple[StatusCount, ...]:
    found = Counter(entry.status for entry in entries)
    return tuple(
        StatusCount(
            status, source.status_word(status), found[status], percent_of(found[status], len(entries))
        )
        for status in statuses
    )


def is_reported(entry: ActivityEntry) -> bool:
    """Whether anything is known of an activity: a status or an executed share."""
    return entry.status != "not_reported"


def reported(entries: Sequence[ActivityEntry]) -> Count:
    """Activities of which anything is known, of all."""
    return Count(sum(map(is_reported, entries)), len(entries))


def executed_shares(entries: Sequence[ActivityEntry]) -> Count:
    """Programmed shares that have an executed value, of all programmed."""
    cells = [cell for entry in entries for cell in entry.shares if cell.programmed is not None]
    return Count(sum(cell.executed is not None for cell in cells), len(cells))
