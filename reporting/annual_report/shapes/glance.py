"""The plan at a glance: figures, status by line, highlights, declared figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coalitions.languages import Text
from reporting.annual_report.shapes.values import Count, PartyName, Ref


@dataclass(frozen=True)
class Highlight:
    """A sentence drafted from the data (`sentence` are words).

    `refs` are what it speaks of, `notes` note keys.
    """

    kind: str
    sentence: str
    refs: tuple[Ref, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatusCount:
    """How many activities have a status, and what part of the row's total that is (one decimal, half up)."""

    status: str
    word: str
    count: int
    percent: Decimal | None


@dataclass(frozen=True)
class StatusRow:
    """Activities of an objective (`ref`; None is the whole plan) by status, in the order of STATUSES, zeros
    too (R4).

    `late` of them are late; `ended`, `current`, `ahead` and `undated` tell where their schedule stands on
    the day.
    """

    ref: Ref | None
    total: int
    counts: tuple[StatusCount, ...]
    late: int
    ended: int
    current: int
    ahead: int
    undated: int

    def of(self, status: str) -> int:
        """The count of one status."""
        return next((c.count for c in self.counts if c.status == status), 0)

    @property
    def shown(self) -> tuple[StatusCount, ...]:
        """Only the statuses that occur."""
        return tuple(c for c in self.counts if c.count)


@dataclass(frozen=True)
class StatusTable:
    """Status by line (R4). `rows` one per outermost objective (empty in a flat plan); `total` the whole plan.

    `shown` are the status keys that occur anywhere: the columns worth printing.
    """

    rows: tuple[StatusRow, ...]
    total: StatusRow
    shown: tuple[str, ...]


@dataclass(frozen=True)
class PeriodCount:
    """Programmed shares of a period and how many of them have an executed value.

    `assumed` have a proposed period.
    """

    name: str
    start: date
    end: date
    reported: Count
    assumed: int


@dataclass(frozen=True)
class PartyCount:
    """A responsible party (own or inherited, any role): its activities, and those of them with any report."""

    party: PartyName
    reported: Count
    possible: int


@dataclass(frozen=True)
class DeclaredFigure:
    """A figure the document states, beside the one computed from its rows.

    `label` and `measure_word` are words or printed text; `ref` the objective it counts (None: the plan);
    `measure` "total" or statuses joined by "+" ("in_progress+not_started"). `unit` is "" or "%". `computed`
    None where the rows do not tell; `difference` is computed less declared.
    """

    label: str
    ref: Ref | None
    measure: str
    measure_word: str
    declared: Decimal
    unit: str
    computed: Decimal | None
    difference: Decimal | None


@dataclass(frozen=True)
class Declared:
    """One place of the document with figures of its own (T5).

    A table or a sentence, from a note of kind "declared".
    """

    key: str
    place: str
    printed: Text
    reading: Text
    figures: tuple[DeclaredFigure, ...]


@dataclass(frozen=True)
class Glance:
    """The plan at a glance. `lead` are sentences (words); the counts are the large figures, each of how
    many.

    `shares`: programmed shares with an executed value. `indicators`: with an accepted value (milestones
    apart). `targets`: indicators that have a target with a figure or "done". `milestones`: reached of
    stated.
    """

    lead: tuple[str, ...]
    activities: int
    objectives: int
    reported: Count
    shares: Count
    shares_assumed: int
    indicators: Count
    targets: Count
    milestones: Count
    highlights: tuple[Highlight, ...]
    status: StatusTable
    periods: tuple[PeriodCount, ...]
    parties: tuple[PartyCount, ...]
    declared: tuple[Declared, ...]
