"""Figures that a document declares without the rows behind them, beside those computed from its rows (T5).

A note of kind "declared" holds them in `data`, in one of two shapes:
table: {"source": "table", "rows": [{"objective": code, "label", "figures": {status: n}}], "label", "figures",
"percent_label", "percent_base", "percent": {status: %}};
text: {"source": "text", "total": n, "figures": {status: n}, "percent": {"status" or "status_or_status": %}}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from plans.models import Note
from plans.status import percent_of
from reporting.annual_report.shapes import ActivityEntry, Declared, DeclaredFigure, Ref
from reporting.annual_report.source import Source, plain

OPEN = {"in_progress", "not_started"}


@dataclass(frozen=True)
class Group:
    """The activities that a declared figure counts: of an objective, or (ref None) of the plan; None unknown."""

    label: str
    ref: Ref | None
    entries: Sequence[ActivityEntry] | None

    @property
    def total(self) -> int | None:
        return None if self.entries is None else len(self.entries)

    def count(self, statuses: set[str]) -> int | None:
        """How many rows have one of these statuses; None where rows that are only "unfinished" may or may not."""
        if self.entries is None:
            return None
        found = sum(entry.status in statuses for entry in self.entries)
        vague = sum(entry.status == "unfinished" for entry in self.entries)
        if statuses.issuperset(OPEN):
            return found + vague
        return None if vague and OPEN & statuses else found


def declared(source: Source, entries: Mapping[int, ActivityEntry]) -> tuple[Declared, ...]:
    """Every place of the document that declares figures."""
    notes = [note for note in source.rows.notes if note.kind == "declared"]
    return tuple(_declared(source, note, entries) for note in notes)


def _declared(source: Source, note: Note, entries: Mapping[int, ActivityEntry]) -> Declared:
    return Declared(
        key=source.note_key[note.pk],
        place=note.place,
        printed=source.text(note, "found"),
        reading=source.text(note, "reading"),
        figures=tuple(_figures(source, note.data, entries)),
    )


def _figures(
    source: Source, data: Mapping[str, Any], entries: Mapping[int, ActivityEntry]
) -> Iterator[DeclaredFigure]:
    for row in data.get("rows", []):
        yield from _counts(source, _group(source, row, entries), row["figures"], None)
    whole = Group(data.get("label") or _("The whole plan"), None, list(entries.values()))
    yield from _counts(source, whole, data.get("figures", {}), data.get("total"))
    yield from _percentages(source, whole, data.get("percent", {}))


def _group(source: Source, row: Mapping[str, Any], entries: Mapping[int, ActivityEntry]) -> Group:
    objective = next((one for one in source.objectives if one.code == row["objective"]), None)
    if objective is None:
        return Group(row["label"], None, None)
    below = [entries[activity.pk] for activity in source.below(objective.pk)]
    return Group(row["label"], source.objective_ref[objective.pk], below)


def _counts(
    source: Source, group: Group, figures: Mapping[str, Any], total: int | None
) -> Iterator[DeclaredFigure]:
    """Each status as declared, those not yet done together, and all of them together."""
    for status, number in figures.items():
        yield _figure(source, group, [status], number)
    if set(figures) >= OPEN:
        yield _figure(source, group, sorted(OPEN), sum(figures[status] for status in OPEN))
    if figures:
        summed = sum(figures.values())
        stated = summed if total is None else total
        yield _difference(group, "total", _("Total"), stated, group.total)


def _figure(source: Source, group: Group, statuses: list[str], number: Any) -> DeclaredFigure:
    return _difference(
        group, "+".join(statuses), _words(source, statuses), number, group.count(set(statuses))
    )


def _words(source: Source, statuses: list[str]) -> str:
    words = [source.status_word(status) for status in statuses]
    if len(words) == 1:
        return words[0]
    # Translators: two statuses counted together, e.g. "In progress or not started".
    return _("%(first)s or %(second)s") % {"first": words[0], "second": words[1][:1].lower() + words[1][1:]}


def _percentages(source: Source, whole: Group, percent: Mapping[str, Any]) -> Iterator[DeclaredFigure]:
    for key, number in percent.items():
        statuses = key.split("_or_")
        count = whole.count(set(statuses))
        computed = None if count is None else percent_of(count, whole.total or 0)
        yield _difference(whole, "+".join(statuses), _words(source, statuses), number, computed, "%")


def _difference(
    group: Group, measure: str, word: str, number: Any, computed: Decimal | int | None, unit: str = ""
) -> DeclaredFigure:
    stated = plain(Decimal(str(number)))
    found = None if computed is None else plain(Decimal(computed))
    difference = None if found is None else plain(found - stated)
    return DeclaredFigure(group.label, group.ref, measure, word, stated, unit, found, difference)
