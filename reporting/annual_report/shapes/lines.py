"""The tree of objectives, its activities, and what hangs on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coalitions.languages import Text
from reporting.annual_report.shapes.glance import StatusRow
from reporting.annual_report.shapes.values import Average, Count, PartyName, Ref, row_id


@dataclass(frozen=True)
class Responsible:
    """A party that answers.

    `role_word` are words; `agreed` False is "possible"; `inferred`: the role is not printed.
    """

    party: PartyName
    role: str
    role_word: str
    duty: Text
    agreed: bool
    inferred: bool


@dataclass(frozen=True)
class ShareCell:
    """Programmed and executed percent of one period.

    `heading` as printed; `assumed`: the period is proposed.
    """

    name: str
    start: date
    end: date
    programmed: Decimal | None
    executed: Decimal | None
    heading: str
    assumed: bool


@dataclass(frozen=True)
class Evidence:
    """A document: title, address where it has one, kind, audience ("members" or "public")."""

    title: Text
    url: str
    kind: str
    audience: str
    sha256: str = ""
    id: int | None = row_id()


@dataclass(frozen=True)
class ReportText:
    """What a party reported of an activity in a round, accepted. `executed` percent of the whole activity.

    `marks` are words about how it came to count: answered on the party's behalf, corrected, accepted by one person.
    """

    round: str
    round_end: date
    party: PartyName
    status: str | None
    status_word: str
    executed: Decimal | None
    done: Text
    difficulties: Text
    next_steps: Text
    evidence: tuple[Evidence, ...]
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteMark:
    """A note at its place: its key, anchor and what was found."""

    key: str
    anchor: str
    found: Text


@dataclass(frozen=True)
class TargetEntry:
    """A target as printed and as understood. `understood` are words ("at least 2") or empty where it was
    not.

    `period` is the name of its period, empty for the whole plan. `met` True, False, or None where that is
    unknown.
    """

    code: str
    text: Text
    understood: str
    comparator: str | None
    number: Decimal | None
    per: str
    period: str
    met: bool | None


@dataclass(frozen=True)
class PartyValue:
    """The values that one party gave; `value` is what enters the aggregate (None: not reported)."""

    party: PartyName
    value: Decimal | None
    text: str
    on: date | None


@dataclass(frozen=True)
class SeriesPoint:
    """The value that an indicator had reached by the end of a column of the calendar.

    `value` None: nothing was reported in it. `name` is short ("T3 2025").
    """

    name: str
    value: Decimal | None


@dataclass(frozen=True)
class IndicatorEntry:
    """An indicator against its targets.

    `value` combines accepted measurements up to the data date by `rule` (`rule_word` are words); `entered`
    of `asked` parties entered it. `texts` are values in words (rule "list"). `met` sums up the targets:
    True where all are met, False where one is not, None where it is unknown. `activities` empty: the whole
    of `objective`. `series` is its course up to the data date.
    """

    key: str
    code: str
    name: Text
    unit: Text
    per: str
    headline: bool
    objective: Ref
    activities: tuple[Ref, ...]
    rule: str
    rule_word: str
    value: Decimal | None
    texts: tuple[str, ...]
    entered: int
    asked: int
    last_on: date | None
    baseline: Decimal | None
    baseline_on: date | None
    targets: tuple[TargetEntry, ...]
    met: bool | None
    by_party: tuple[PartyValue, ...]
    series: tuple[SeriesPoint, ...]
    id: int | None = row_id()


@dataclass(frozen=True)
class MilestoneEntry:
    """A milestone (R8).

    `state`: "reached" (`reached_on`), "not_reached" (reported, and not yet), "not_reported".

    `due` is the planned date, None where the plan states none. `value`/`targets` for one that is also
    measured.
    """

    key: str
    code: str
    name: Text
    objective: Ref
    activities: tuple[Ref, ...]
    state: str
    state_word: str
    reached_on: date | None
    due: date | None
    overdue: bool
    value: Decimal | None
    unit: Text
    targets: tuple[TargetEntry, ...]
    entered: int
    asked: int
    id: int | None = row_id()


@dataclass(frozen=True)
class ActivityEntry:
    """An activity on the day.

    `code` as shown (as printed where the plan prints it so); `status_source` is "stated", "reports",
    "shares" or "" (not reported), `status_on` the day it holds for. `executed` and `planned` percent of the
    whole activity reached and due by the day, by the reading in `share_reading` (part, running).
    `share_total` is the programmed sum (part) or last level (running); `share_warnings` (words) say what is
    odd about it. `inherited_from` is the objective whose responsible parties these are. `period_understood`
    are words; `period_outside` that it leaves the plan's term. `result_shared` names the other activities
    of the same result.
    """

    key: str
    number: int
    code: str
    code_printed: str
    title: Text
    status: str
    status_word: str
    status_source: str
    status_on: date | None
    late: bool
    days_late: int
    executed: Decimal | None
    planned: Decimal | None
    period_printed: str
    period_understood: str
    start: date | None
    end: date | None
    spans: tuple[tuple[date, date], ...]
    period_outside: bool
    results: tuple[Text, ...]
    result_shared: tuple[Ref, ...]
    responsible: tuple[Responsible, ...]
    responsible_printed: str
    inherited_from: Ref | None
    resources: tuple[Text, ...]
    observations: tuple[Text, ...]
    shares: tuple[ShareCell, ...]
    share_reading: str
    share_total: Decimal | None
    share_warnings: tuple[str, ...]
    milestones: tuple[MilestoneEntry, ...]
    indicators: tuple[IndicatorEntry, ...]
    reports: tuple[ReportText, ...]
    evidence: tuple[Evidence, ...]
    notes: tuple[NoteMark, ...]
    id: int | None = row_id()

    @property
    def ref(self) -> Ref:
        return Ref(self.key, self.code, self.title)


@dataclass(frozen=True)
class Line:
    """A node of the tree at any depth.

    `titled` False is the one untitled objective of a flat plan: print no heading.

    `activities` are its own, `children` the nodes below, both in the order of the plan. `indicators` and
    `milestones` are those of the whole node (those of named activities stand with the activities). `count`
    is of all activities below; the counts of the strip follow. `path` are the nodes above, outermost first.
    """

    key: str
    depth: int
    level: Text
    code: str
    code_printed: str
    title: Text
    statement: Text
    titled: bool
    path: tuple[Ref, ...]
    children: tuple[Line, ...]
    activities: tuple[ActivityEntry, ...]
    responsible: tuple[Responsible, ...]
    indicators: tuple[IndicatorEntry, ...]
    milestones: tuple[MilestoneEntry, ...]
    notes: tuple[NoteMark, ...]
    status: StatusRow
    reported: Count
    shares: Count
    average_executed: Average
    id: int | None = row_id()

    @property
    def ref(self) -> Ref:
        return Ref(self.key, self.code, self.title)
