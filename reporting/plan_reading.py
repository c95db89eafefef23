"""A plan as its pages read it: the rows and rules of its report, each part built only when asked for (law 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse

from plans.models import Objective, Plan
from reporting.annual_report import lines
from reporting.annual_report.indicators import Measures
from reporting.annual_report.lines import Tree
from reporting.annual_report.loading import Rows
from reporting.annual_report.shapes import ActivityEntry, Line
from reporting.annual_report.source import Source


@dataclass(frozen=True)
class PlanReading:
    """A plan on a day, in the language of the interface, which must be the active one; `kept` says what it shows."""

    plan: Plan
    language: str
    on: date
    kept: type[Measures] = Measures

    @cached_property
    def source(self) -> Source:
        plan = self.plan
        return Source(
            rows=Rows(plan, self.on), language=self.language, on=self.on, start=plan.start, end=plan.end
        )

    @cached_property
    def measures(self) -> Measures:
        return self.kept(self.source)

    @cached_property
    def tree(self) -> Tree:
        return lines.grow(self.source, self.measures)

    @property
    def entries(self) -> list[ActivityEntry]:
        """Every activity, in the order of the plan."""
        return list(self.tree.entries.values())

    @property
    def outermost(self) -> list[Objective]:
        """The plan's lines: each has a page of its own."""
        return self.source.children_of.get(0, [])

    @cached_property
    def links(self) -> dict[str, str]:
        """Where an objective, activity or indicator is shown whole: addresses by anchor."""
        return dict(self._links())

    def _links(self) -> Iterator[tuple[str, str]]:
        source = self.source
        pages = {line.pk: reverse("line", args=[self.plan.slug, line.pk]) for line in self.outermost}
        for row in source.objectives:
            page = pages[source.outermost(row.pk).pk]
            yield source.objective_ref[row.pk].key, page
            for activity in source.activities_of.get(row.pk, []):
                key = source.activity_ref[activity.pk].key
                yield key, f"{page}#{key}"
        for indicator in source.rows.indicators:
            key = source.indicator_key[indicator.pk]
            yield key, f"{pages[source.outermost(indicator.objective_id).pk]}#{key}"


def below(line: Line) -> Iterator[ActivityEntry]:
    """The activities of a line and of all lines within it, in the order of the plan."""
    yield from line.activities
    for child in line.children:
        yield from below(child)
