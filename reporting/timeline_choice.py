"""Which activities of a plan a timeline shows, and under which headings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.models import Party
from reporting.annual_report import chart
from reporting.annual_report.asking import members_of
from reporting.annual_report.shapes import STATUSES, ActivityEntry
from reporting.plan_reading import PlanReading
from reporting.timeline import Column, Item, lasting
from reporting.timeline_columns import fitting_unit

GROUPS = (Party.Kind.COMMITTEE, Party.Kind.SUBCOMMITTEE, Party.Kind.WORKING_GROUP)
UNIT_WORDS: dict[str, Promise] = {
    "month": gettext_lazy("Months"),
    "quarter": gettext_lazy("Quarters"),
    "semester": gettext_lazy("Half-years"),
    "year": gettext_lazy("Years"),
}
Choices = list[tuple[str, str]]  # (value, words), as a select offers them


@dataclass(frozen=True)
class Choice:
    """What the reader asked for. Empty is everything; `unit` is the columns', `by` "line" or "party".

    `line` is the key of an outermost objective, `party` and `group` of a party, `period` the first day of one of the
    plan's own periods. `words` shows the dates in words instead of the bars.
    """

    unit: str
    by: str = "line"
    line: str = ""
    party: str = ""
    group: str = ""
    status: str = ""
    period: str = ""
    words: bool = False

    @property
    def narrows(self) -> bool:
        return any((self.line, self.party, self.group, self.status, self.period))


@dataclass(frozen=True)
class Choosing:
    """What there is to choose from in a plan, and what a choice leaves."""

    reading: PlanReading

    @property
    def unit(self) -> str:
        """The columns where nobody asks for others."""
        plan = self.reading.plan
        return fitting_unit(plan.start, plan.end, plan.unit)

    @cached_property
    def items(self) -> list[Item]:
        return list(chart.items(self.reading.source, self.reading.tree.lines))

    # Who answers

    @cached_property
    def named(self) -> dict[str, set[int]]:
        """The parties that each activity names, by its anchor: its own, or those of the objective above."""
        return {
            entry.key: {one.party.id for one in entry.responsible if one.party.id}
            for entry in self.reading.entries
        }

    @cached_property
    def members(self) -> dict[int, set[int]]:
        """Whom each party stands for: a body for its members, any other for itself alone."""
        source = self.reading.source
        named = set().union(*self.named.values())
        groups = {key for key, party in source.rows.parties.items() if party.kind in GROUPS}
        return {key: {key, *members_of(source, key)} for key in named | groups}

    # What there is to choose from

    @property
    def lines(self) -> Choices:
        rows = [line for line in self.reading.tree.lines if line.titled]
        return [(str(line.id), f"{line.code} {line.title}".strip()) for line in rows]

    @property
    def parties(self) -> Choices:
        """Who answers for anything, by itself or as a member of a body; groups have a choice of their own."""
        kinds = self.reading.source.rows.parties
        keys = {one for key in set().union(*self.named.values()) for one in self.members[key]}
        return self._called(key for key in keys if kinds[key].kind not in GROUPS)

    @property
    def groups(self) -> Choices:
        named = set().union(*self.named.values())
        kinds = self.reading.source.rows.parties
        return self._called(
            key for key in self.members if kinds[key].kind in GROUPS and self.members[key] & named
        )

    def _called(self, keys: Iterator[int]) -> Choices:
        source = self.reading.source
        return [(str(key), source.names[key].name.text) for key in source.alphabetical(keys)]

    @property
    def statuses(self) -> Choices:
        entries, word = self.reading.entries, self.reading.source.status_word
        there = {entry.status for entry in entries}
        late = [("late", _("Late"))] if any(entry.late for entry in entries) else []
        return [(status, word(status)) for status in STATUSES if status in there] + late

    @cached_property
    def periods(self) -> dict[str, Column]:
        return {column.start.isoformat(): column for column in chart.calendar(self.reading.source)}

    @property
    def period_names(self) -> Choices:
        return [
            (key, one.name if one.name.isdigit() else f"{one.name} {one.end.year}")
            for key, one in self.periods.items()
        ]

    # What a choice leaves

    def shown(self, choice: Choice) -> list[Item]:
        """The rows of the timeline: the activities chosen, under the headings that hold any of them."""
        kept = {entry.key for entry in self.reading.entries if self._fits(entry, choice)}
        return list(self._by_party(choice, kept) if choice.by == "party" else self._by_line(kept))

    def _fits(self, entry: ActivityEntry, choice: Choice) -> bool:
        tests: list[tuple[str, Callable[[ActivityEntry, str], bool]]] = [
            (choice.line, self._is_in_line),
            (choice.party, self._is_of_party),
            (choice.group, self._is_of_group),
            (choice.status, _has_status),
            (choice.period, self._meets),
        ]
        return all(test(entry, value) for value, test in tests if value)

    def _is_in_line(self, entry: ActivityEntry, line: str) -> bool:
        source = self.reading.source
        return str(source.outermost(source.activity[entry.id or 0].objective_id).pk) == line

    def _is_of_party(self, entry: ActivityEntry, party: str) -> bool:
        """Named, or a member of a body that is."""
        return any(int(party) in self.members[key] for key in self.named[entry.key])

    def _is_of_group(self, entry: ActivityEntry, group: str) -> bool:
        """The group or any of its members is named."""
        return bool(self.members[int(group)] & self.named[entry.key])

    def _meets(self, entry: ActivityEntry, period: str) -> bool:
        column = self.periods[period]
        return any(_overlap(span, column) for span in self._spans[entry.key])

    @cached_property
    def _spans(self) -> dict[str, Sequence[tuple[date, date]]]:
        return {item.key: lasting(item) for item in self.items}

    def _by_line(self, kept: set[str]) -> Iterator[Item]:
        above: list[Item] = []
        for item in self.items:
            if item.kind == "objective":
                above = [*(one for one in above if one.depth < item.depth), item]
            elif item.key in kept:
                yield from above
                above = []
                yield item

    def _by_party(self, choice: Choice, kept: set[str]) -> Iterator[Item]:
        """Under each party that answers, in alphabetical order; what names nobody comes last."""
        source = self.reading.source
        items = [item for item in self.items if item.key in kept]
        parties = {key for item in items for key in self.named[item.key] if self._is_headed(key, choice)}
        for key in source.alphabetical(parties):
            name = source.names[key].name
            yield Item("objective", f"p{key}", 1, "", name.text, name.language)
            yield from (item for item in items if key in self.named[item.key])
        nobody = [item for item in items if not self.named[item.key]]
        if nobody:
            yield Item("objective", "p0", 1, "", _("Nobody stated in the plan"))
            yield from nobody

    def _is_headed(self, key: int, choice: Choice) -> bool:
        """Where one party or group is asked for, only it and the bodies or members through which it answers."""
        by_party = not choice.party or int(choice.party) in self.members[key]
        return by_party and (not choice.group or key in self.members[int(choice.group)])


def _has_status(entry: ActivityEntry, status: str) -> bool:
    return entry.late if status == "late" else entry.status == status


def _overlap(span: tuple[date, date], column: Column) -> bool:
    return span[0] <= column.end and span[1] >= column.start
