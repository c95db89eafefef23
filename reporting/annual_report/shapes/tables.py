"""The tables over the whole plan: indicators, milestones, matrix, other activities, functioning, annex."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coalitions.languages import Text
from reporting.annual_report.shapes.glance import StatusCount
from reporting.annual_report.shapes.lines import (
    Evidence,
    IndicatorEntry,
    MilestoneEntry,
    Responsible,
    ShareCell,
)
from reporting.annual_report.shapes.values import Average, Count, PartyName, Ref


@dataclass(frozen=True)
class IndicatorGroup:
    """The indicators below one outermost objective, in the order of the plan."""

    line: Ref
    indicators: tuple[IndicatorEntry, ...]


@dataclass(frozen=True)
class IndicatorTable:
    """Every indicator once.

    `met`, `not_met` and `unknown` count those with targets; `without_target` the rest.
    """

    groups: tuple[IndicatorGroup, ...]
    total: int
    with_value: Count
    met: int
    not_met: int
    unknown: int
    without_target: int
    with_baseline: int


@dataclass(frozen=True)
class MilestoneGroup:
    """The milestones below one outermost objective."""

    line: Ref
    milestones: tuple[MilestoneEntry, ...]


@dataclass(frozen=True)
class MilestoneTable:
    """Every milestone once (R8), with what is known of how many."""

    groups: tuple[MilestoneGroup, ...]
    total: int
    reached: int
    not_reached: int
    not_reported: int
    undated: int


@dataclass(frozen=True)
class MatrixColumn:
    """One period.

    `headings` are other headings printed over its cells ("Año 2018"); `assumed`: cells with no heading.

    `programmed` and `executed` are averages over activities with a value there, never sums.
    """

    name: str
    start: date
    end: date
    headings: tuple[str, ...]
    assumed: int
    programmed: Average
    executed: Average


@dataclass(frozen=True)
class MatrixRow:
    """An activity with one cell per column; None is a blank cell of the document."""

    activity: Ref
    cells: tuple[ShareCell | None, ...]
    reading: str
    total: Decimal | None
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class MatrixGroup:
    """The rows below one outermost objective."""

    line: Ref
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class Matrix:
    """Programmed and executed by period (T1-T3).

    `reading` is the plan's; `odd` are the activities with warnings.

    `without_shares` counts activities that have no share at all.
    """

    columns: tuple[MatrixColumn, ...]
    groups: tuple[MatrixGroup, ...]
    reading: str
    reading_word: str
    odd: tuple[Ref, ...]
    without_shares: int


@dataclass(frozen=True)
class InitiativeEntry:
    """An initiative outside the plan (T10, T12); `beneficiaries` None is not reported."""

    on: date
    kind: str
    kind_word: str
    title: Text
    party: PartyName
    beneficiaries: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class InitiativeTable:
    """Initiatives of the period. `beneficiaries` is the sum of what was reported, None where nothing was."""

    rows: tuple[InitiativeEntry, ...]
    beneficiaries: int | None
    entered: int
    missing: int


@dataclass(frozen=True)
class DecisionEntry:
    """A decision; the counts are None where it was not voted."""

    body: PartyName
    motion: Text
    decided_on: date | None
    basis: str
    basis_word: str
    present: int | None
    in_favour: int | None
    against: int | None
    abstained: int | None


@dataclass(frozen=True)
class MeetingEntry:
    """A meeting of a body within the period; `parties` came, alphabetical."""

    on: date
    body: PartyName
    title: Text
    mode: str
    mode_word: str
    place: str
    parties: tuple[PartyName, ...]
    decisions: tuple[DecisionEntry, ...]
    minutes: Evidence | None


@dataclass(frozen=True)
class RoundParty:
    """How many reports a party was asked for in a round and how many are accepted.

    Alphabetical, never ranked.
    """

    party: PartyName
    accepted: Count


@dataclass(frozen=True)
class RoundEntry:
    """A round of reporting within the period."""

    name: str
    start: date
    end: date
    due: date
    accepted: Count
    parties: tuple[RoundParty, ...]


@dataclass(frozen=True)
class Functioning:
    """How the coalition worked: meetings, decisions (those of no meeting apart), rounds.

    `asked` are all parties of the rounds, alphabetical.

    `members` and `partners` are those admitted on the day; None where no admission is recorded.
    """

    meetings: tuple[MeetingEntry, ...]
    decisions: tuple[DecisionEntry, ...]
    rounds: tuple[RoundEntry, ...]
    asked: tuple[PartyName, ...]
    members: int | None
    partners: int | None


@dataclass(frozen=True)
class AnnexRow:
    """An activity without a reported close.

    `last` is the latest share with an executed value, None: no report.
    """

    activity: Ref
    status: str
    status_word: str
    late: bool
    period: str
    start: date | None
    end: date | None
    responsible: tuple[Responsible, ...]
    executed: Decimal | None
    last: ShareCell | None


@dataclass(frozen=True)
class AnnexGroup:
    """The rows directly under one objective; `path` from the outermost objective to it (R5)."""

    path: tuple[Ref, ...]
    rows: tuple[AnnexRow, ...]


@dataclass(frozen=True)
class Annex:
    """Unfinished activities, and apart those of which nothing is reported; `total` activities in the plan
    (R5).

    `counts` are of the unfinished by status. Cancelled ones are in neither list (`cancelled` says how
    many).
    """

    unfinished: tuple[AnnexGroup, ...]
    not_reported: tuple[AnnexGroup, ...]
    counts: tuple[StatusCount, ...]
    unfinished_count: int
    not_reported_count: int
    completed: int
    cancelled: int
    total: int
