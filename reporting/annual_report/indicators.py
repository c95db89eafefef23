"""Indicators against their targets, and milestones reached or not (P13-P17, R8, T7, T16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from coalitions.models import Membership
from plans.aggregation import Aggregate, Measured, aggregate, latest_by_party
from plans.models import Indicator, Measurement
from reporting.annual_report import asking, targets, wording
from reporting.annual_report.chart import calendar
from reporting.annual_report.shapes import (
    IndicatorEntry,
    MilestoneEntry,
    PartyValue,
    Ref,
    SeriesPoint,
    TargetEntry,
)
from reporting.annual_report.source import Source, decimal

MILESTONE = Indicator.Kind.MILESTONE


@dataclass(frozen=True)
class Measures:
    """The indicators and milestones of a plan, each built once and shown at several places."""

    source: Source

    @cached_property
    def _built(self) -> dict[int, Any]:
        return {}

    def entry_of(self, row: Indicator) -> Any:
        """The entry of an indicator or a milestone, built when it is first asked for."""
        if row.pk not in self._built:
            self._built[row.pk] = (_milestone if row.kind == MILESTONE else _indicator)(self.source, row)
        return self._built[row.pk]

    @cached_property
    def entries(self) -> dict[int, IndicatorEntry]:
        rows = self.source.rows.indicators
        return {row.pk: self.entry_of(row) for row in rows if row.kind != MILESTONE}

    @cached_property
    def milestones(self) -> dict[int, MilestoneEntry]:
        rows = self.source.rows.indicators
        return {row.pk: self.entry_of(row) for row in rows if row.kind == MILESTONE}

    def indicators_of_activity(self, activity_id: int) -> tuple[IndicatorEntry, ...]:
        rows = self.source.indicators_of_activity.get(activity_id, [])
        return tuple(self.entry_of(row) for row in rows if row.kind != MILESTONE)

    def milestones_of_activity(self, activity_id: int) -> tuple[MilestoneEntry, ...]:
        rows = self.source.indicators_of_activity.get(activity_id, [])
        return tuple(self.entry_of(row) for row in rows if row.kind == MILESTONE)

    def indicators_of_node(self, objective_id: int) -> tuple[IndicatorEntry, ...]:
        rows = self.source.indicators_of_node.get(objective_id, [])
        return tuple(self.entry_of(row) for row in rows if row.kind != MILESTONE)

    def milestones_of_node(self, objective_id: int) -> tuple[MilestoneEntry, ...]:
        rows = self.source.indicators_of_node.get(objective_id, [])
        return tuple(self.entry_of(row) for row in rows if row.kind == MILESTONE)


class Milestones(Measures):
    """The milestones alone, for a page that shows no indicator."""

    def indicators_of_activity(self, activity_id: int) -> tuple[IndicatorEntry, ...]:
        return ()

    def indicators_of_node(self, objective_id: int) -> tuple[IndicatorEntry, ...]:
        return ()


@dataclass(frozen=True)
class Reading:
    """The accepted values of one indicator up to the data date, combined by its rule."""

    source: Source
    row: Indicator

    @cached_property
    def measured(self) -> list[Measured]:
        if not self.source.may_show(self.row, "measurements"):
            return []
        rows = self.source.rows.measurements.get(self.row.pk, [])
        return [_measured(self.source, row) for row in rows]

    @cached_property
    def parties(self) -> set[int]:
        """Who was asked for it, and who gave a value unasked."""
        return asking.asked_of(self.source, self.row) | {int(one.party) for one in self.measured}

    @cached_property
    def whole(self) -> Aggregate:
        return aggregate(self.row.rule, self.measured, len(self.parties), members_on(self.source))

    @property
    def asked(self) -> int:
        """How many were asked; the number of members is counted by nobody but us."""
        return self.whole.entered if self.row.rule == Indicator.Rule.MEMBERSHIP else len(self.parties)

    @cached_property
    def targets(self) -> tuple[TargetEntry, ...]:
        rows = self.source.rows.targets.get(self.row.pk, [])
        for target in rows:
            target.indicator = self.row
        return tuple(targets.enter(self.source, target, self.measured, self.whole) for target in rows)

    @property
    def last_on(self) -> date | None:
        return max((one.on for one in self.measured), default=None)

    @property
    def covered(self) -> tuple[Ref, ...]:
        named = self.source.rows.covered.get(self.row.pk, [])
        return tuple(self.source.activity_ref[key] for key in named)


def _measured(source: Source, row: Measurement) -> Measured:
    return Measured(row.party_id, row.on, row.value, row.parts, source.text(row, "text").text)


def members_on(source: Source) -> int | None:
    """The members admitted on the day; None where the coalition records no admission (T16)."""
    return admitted(source, Membership.Standing.MEMBER)


def admitted(source: Source, standing: str) -> int | None:
    memberships = source.rows.memberships
    return sum(row.standing == standing for row in memberships) if memberships else None


def _indicator(source: Source, row: Indicator) -> IndicatorEntry:
    reading = Reading(source, row)
    return IndicatorEntry(
        key=source.indicator_key[row.pk],
        code=row.code,
        name=source.text(row, "name"),
        unit=source.text(row, "unit"),
        per=row.per,
        headline=row.headline,
        objective=source.objective_ref[row.objective_id],
        activities=reading.covered,
        rule=row.rule,
        rule_word=wording.rule_word(row.rule),
        value=targets.number_of(reading.whole.value),
        texts=tuple(text for _, text in reading.whole.items),
        entered=reading.whole.entered,
        asked=reading.asked,
        last_on=reading.last_on,
        baseline=decimal(row.baseline),
        baseline_on=row.baseline_on,
        targets=reading.targets,
        met=targets.all_met(target.met for target in reading.targets),
        by_party=tuple(_by_party(source, reading)),
        series=tuple(_series(reading)),
        id=row.pk,
    )


def _series(reading: Reading) -> Iterator[SeriesPoint]:
    """What the rule gives by the end of each column of the calendar; None where nothing was reported in it."""
    for column in calendar(reading.source) if reading.measured else ():
        if column.start > reading.source.on:
            return
        so_far = [one for one in reading.measured if one.on <= column.end]
        within = any(one.on >= column.start for one in so_far)
        value = aggregate(reading.row.rule, so_far).value if within else None
        name = column.name if column.name == str(column.end.year) else f"{column.name} {column.end.year}"
        yield SeriesPoint(name, targets.number_of(value))


def _by_party(source: Source, reading: Reading) -> Iterator[PartyValue]:
    """Who was asked, alphabetically, with what each has given; never ranked (law 11)."""
    last = {one.party: one for one in latest_by_party(reading.measured)}
    for key in source.alphabetical(reading.parties):
        latest = last.get(key)
        value = targets.number_of(_value_of(reading, key, latest))
        yield PartyValue(
            source.party(key), value, latest.text if latest else "", latest.on if latest else None
        )


def _value_of(reading: Reading, party: int, latest: Measured | None) -> Decimal | None:
    """A party's part of the aggregate: its own values combined, or the last one where only its sign is counted."""
    if reading.row.rule == Indicator.Rule.MEMBERS:
        return latest.value if latest else None
    return aggregate(reading.row.rule, [one for one in reading.measured if one.party == party]).value


def _milestone(source: Source, row: Indicator) -> MilestoneEntry:
    reading = Reading(source, row)
    state = milestone_state(reading)
    return MilestoneEntry(
        key=source.indicator_key[row.pk],
        code=row.code,
        name=source.text(row, "name"),
        objective=source.objective_ref[row.objective_id],
        activities=reading.covered,
        state=state,
        state_word=wording.milestone_state(state),
        reached_on=_reached_on(reading) if state == "reached" else None,
        due=row.due,
        overdue=state == "not_reached" and row.due is not None and row.due < source.on,
        value=targets.number_of(reading.whole.value),
        unit=source.text(row, "unit"),
        targets=reading.targets,
        entered=reading.whole.entered,
        asked=reading.asked,
        id=row.pk,
    )


def milestone_state(reading: Reading) -> str:
    """Reached where its targets are met, or, without any, where its value is 1 or more; without a value unknown."""
    value = reading.whole.value
    if value is None:
        return "not_reported"
    if reading.targets:
        met = targets.all_met(target.met for target in reading.targets)
        return "reached" if met else "not_reached"
    return "reached" if value >= 1 else "not_reached"


def _reached_on(reading: Reading) -> date | None:
    """The day from which it counts as reached: the first on which the values so far suffice, else the last."""
    known = [one.on for one in reading.measured if one.value is not None]
    is_plain = all(target.comparator == "done" for target in reading.targets)
    reached = [one.on for one in reading.measured if one.value is not None and one.value >= 1]
    days = reached if is_plain and reached else known[-1:]
    return days[0] if days else None
