"""Cover and running heads, and the tables of indicators and milestones over the whole plan (R1, R8)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from plans.models import Objective
from reporting.annual_report.indicators import Measures
from reporting.annual_report.lines import Tree, level_names
from reporting.annual_report.notes import secretariat
from reporting.annual_report.shapes import (
    ActivityEntry,
    Count,
    Header,
    IndicatorGroup,
    IndicatorTable,
    MilestoneGroup,
    MilestoneTable,
    PlanRole,
)
from reporting.annual_report.source import Source

Entry = TypeVar("Entry")


def header(source: Source) -> Header:
    """What the cover says."""
    plan, coalition = source.rows.plan, source.rows.plan.coalition
    return Header(
        kind=source.kind,
        coalition=source.text(coalition, "name"),
        short_name=coalition.short_name,
        accent=coalition.accent,
        invented=coalition.invented,
        secretariat=secretariat(source),
        title=source.text(plan, "title"),
        purpose=source.text(plan, "purpose"),
        subject=source.text(plan, "subject"),
        addressees=source.text(plan, "addressees"),
        origin=source.text(plan, "origin"),
        reference=plan.reference,
        issued_printed=plan.issued_printed,
        term_printed=plan.term_printed,
        plan_start=plan.start,
        plan_end=plan.end,
        start=source.start,
        end=source.end,
        on=source.on,
        language=source.language,
        plan_language=plan.language,
        state=plan.state,
        state_word=str(plan.get_state_display()) if plan.state else "",
        state_printed=plan.state_printed,
        unit=plan.unit,
        levels=level_names(source),
        roles=_roles(source),
        slug=plan.slug,
        untranslated=_untranslated(source),
    )


def _roles(source: Source) -> tuple[PlanRole, ...]:
    rows = source.responsible(source.responsibilities.get(("plan", 0), []))
    return tuple(PlanRole(row.party, row.role, row.role_word, row.duty, row.agreed) for row in rows)


def _untranslated(source: Source) -> int:
    """How many titles of objectives and activities stand in the other language (law 10)."""
    titles = [ref.title for refs in (source.objective_ref, source.activity_ref) for ref in refs.values()]
    return sum(not title.translated for title in titles)


def indicator_table(source: Source, measures: Measures) -> IndicatorTable:
    """Every indicator once, in the order of the plan, with how many have a value and a target."""
    entries = list(measures.entries.values())
    aimed = [entry for entry in entries if any(target.comparator for target in entry.targets)]
    return IndicatorTable(
        groups=tuple(
            IndicatorGroup(source.objective_ref[line.pk], own)
            for line, own in _by_line(source, measures.entries)
        ),
        total=len(entries),
        with_value=Count(
            sum(entry.value is not None or bool(entry.texts) for entry in entries), len(entries)
        ),
        met=sum(entry.met is True for entry in aimed),
        not_met=sum(entry.met is False for entry in aimed),
        unknown=sum(entry.met is None for entry in aimed),
        without_target=len(entries) - len(aimed),
        with_baseline=sum(entry.baseline is not None for entry in entries),
    )


def milestone_table(source: Source, measures: Measures) -> MilestoneTable:
    """Every milestone once, in the order of the plan (R8)."""
    entries = list(measures.milestones.values())
    states = [entry.state for entry in entries]
    return MilestoneTable(
        groups=tuple(
            MilestoneGroup(source.objective_ref[line.pk], own)
            for line, own in _by_line(source, measures.milestones)
        ),
        total=len(entries),
        reached=states.count("reached"),
        not_reached=states.count("not_reached"),
        not_reported=states.count("not_reported"),
        undated=sum(entry.due is None and entry.reached_on is None for entry in entries),
    )


def _by_line(source: Source, entries: dict[int, Entry]) -> Iterable[tuple[Objective, tuple[Entry, ...]]]:
    """Entries by outermost objective, in the order of the plan."""
    rows = [row for row in source.rows.indicators if row.pk in entries]
    line_of = {row.pk: source.outermost(row.objective_id) for row in rows}
    order = {row.pk: n for n, row in enumerate(source.children_of.get(0, []))}
    rows.sort(key=lambda row: order[line_of[row.pk].pk])
    for _, own in groupby(rows, lambda row: line_of[row.pk].pk):
        group = list(own)
        yield line_of[group[0].pk], tuple(entries[row.pk] for row in group)


def activities_by_line(source: Source, tree: Tree) -> list[tuple[Objective, list[ActivityEntry]]]:
    """Activities by outermost objective, in the order of the plan."""
    return [
        (line, [tree.entries[activity.pk] for activity in source.below(line.pk)])
        for line in source.children_of.get(0, [])
    ]
