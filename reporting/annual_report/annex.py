"""Activities without a reported close, by objective, with those of which nothing is known apart (R5, T6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reporting.annual_report.counting import status_counts
from reporting.annual_report.shapes import ActivityEntry, Annex, AnnexGroup, AnnexRow
from reporting.annual_report.source import Source

UNFINISHED = ("in_progress", "unfinished", "not_started", "suspended")


def unfinished(source: Source, entries: Sequence[ActivityEntry]) -> Annex:
    """What passes to the next plan, or may: it is for the plenary to say."""
    still_open = [entry for entry in entries if entry.status in UNFINISHED]
    unknown = [entry for entry in entries if entry.status == "not_reported"]
    return Annex(
        unfinished=tuple(_groups(source, still_open)),
        not_reported=tuple(_groups(source, unknown)),
        counts=status_counts(source, still_open, UNFINISHED),
        unfinished_count=len(still_open),
        not_reported_count=len(unknown),
        completed=sum(entry.status == "completed" for entry in entries),
        cancelled=sum(entry.status == "cancelled" for entry in entries),
        total=len(entries),
    )


def _groups(source: Source, entries: Sequence[ActivityEntry]) -> Iterator[AnnexGroup]:
    """By the objective directly above, in the order of the plan."""
    for objective, own in groupby(entries, lambda entry: source.activity[entry.id or 0].objective_id):
        yield AnnexGroup(source.path_refs(objective), tuple(map(_row, own)))


def _row(entry: ActivityEntry) -> AnnexRow:
    told = [cell for cell in entry.shares if cell.executed is not None]
    return AnnexRow(
        activity=entry.ref,
        status=entry.status,
        status_word=entry.status_word,
        late=entry.late,
        period=entry.period_printed or entry.period_understood,
        start=entry.start,
        end=entry.end,
        responsible=entry.responsible,
        executed=entry.executed,
        last=told[-1] if told else None,
    )
