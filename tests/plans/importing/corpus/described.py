"""A small made-up plan as plain values, independent of how it is written down."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass
class Indicator:
    name: str
    comparator: str = ">="
    number: float = 1
    unit: str = ""
    baseline: int | None = None
    yearly: dict[int, int] = field(default_factory=dict)


@dataclass
class Activity:
    """`months` counts from the first month of the plan, from 0, both inclusive. `shares`: (programmed, executed) by
    the first month of each stretch."""

    code: str
    title: str
    result: str = ""
    indicators: list[Indicator] = field(default_factory=list)
    months: tuple[int, int] = (0, 0)
    responsible: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    milestones: list[str] = field(default_factory=list)
    status: str = "not_started"
    budget: int = 0
    shares: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)


@dataclass
class Objective:
    code: str
    title: str
    children: list["Objective"] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)


@dataclass
class Plan:
    """`levels`: the word for each level of objectives, outermost first."""

    slug: str
    language: str
    title: str
    coalition: str
    year: int
    years: int
    levels: list[str]
    objectives: list[Objective]
    first_month: int = 1

    @property
    def start(self) -> date:
        return self.first_day(0)

    @property
    def end(self) -> date:
        return self.last_day(12 * self.years - 1)

    def walk(self) -> Iterator[tuple[tuple[Objective, ...], Activity]]:
        """Each activity with the objectives above it."""
        for objective in self.objectives:
            yield from _walk(objective, ())

    def first_day(self, month: int) -> date:
        month += self.first_month - 1
        return date(self.year + month // 12, month % 12 + 1, 1)

    def last_day(self, month: int) -> date:
        first = self.first_day(month)
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _walk(objective, above):
    path = (*above, objective)
    for activity in objective.activities:
        yield path, activity
    for child in objective.children:
        yield from _walk(child, path)
