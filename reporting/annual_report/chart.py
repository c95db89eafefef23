"""The plan as rows and columns of a timeline: what `reporting.timeline` draws (T14, T15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from plans.models import Activity, Period
from plans.schedule import Span, columns, middle
from reporting import timeline
from reporting.annual_report.shapes import ActivityEntry, Line, MilestoneEntry
from reporting.annual_report.source import Source
from reporting.annual_report.wording import column_name
from reporting.timeline import Column, Item, Milestone, Portion, Timeline

Baselines = Mapping[int, Sequence[Span]]  # spans by the key of an activity


def draw(source: Source, lines: Sequence[Line]) -> Timeline:
    """The timeline of the plan over its own calendar."""
    return timeline.draw(list(items(source, lines)), calendar(source), source.on)


def calendar(source: Source, unit: str = "") -> list[Column]:
    """The plan's periods, also those it reaches outside its term, where they join without a gap.

    Otherwise the columns of its term, as where another `unit` than the plan's own is asked for.
    """
    plan = source.rows.plan
    if unit and unit != plan.unit:
        return list(_named(columns(plan.start, plan.end, unit), unit, source.language))
    own = [row for row in source.rows.periods.values() if row.unit == plan.unit]
    spans = sorted((row.start, row.end) for row in own)
    if not _is_whole(own, spans, plan.start, plan.end):
        spans = columns(plan.start, plan.end, plan.unit)
    return list(_named(spans, plan.unit, source.language))


def _is_whole(own: list[Period], spans: list[Span], start: date, end: date) -> bool:
    joined = all((after[0] - before[1]).days == 1 for before, after in pairwise(spans))
    return bool(own) and joined and spans[0][0] <= start and spans[-1][1] >= end


def _named(spans: list[Span], unit: str, language: str) -> Iterator[Column]:
    """Columns with their short names; the year stands over the first of each year."""
    last = ""
    for span in spans:
        year = "" if unit == "year" else str(middle(span).year)
        yield Column(*span, column_name(span, unit, language), year if year != last else "")
        last = year


def items(source: Source, lines: Sequence[Line], baselines: Baselines | None = None) -> Iterator[Item]:
    """Lines and all below them in the order of the plan.

    `baselines`: spans by activity as an edition had them; without it what was kept beside the present schedule.
    """
    for line in lines:
        yield from _items(source, line, 1, baselines)


def _items(source: Source, line: Line, depth: int, baselines: Baselines | None) -> Iterator[Item]:
    """A line and all below it; an untitled one has no row of its own."""
    if line.titled:
        yield Item("objective", line.key, depth, line.code, line.title.text, line.title.language)
    inner = depth + 1 if line.titled else depth
    for entry in line.activities:
        yield _activity(source, entry, inner, baselines)
    for child in line.children:
        yield from _items(source, child, inner, baselines)


def _activity(source: Source, entry: ActivityEntry, depth: int, baselines: Baselines | None) -> Item:
    key = entry.id or 0
    return Item(
        kind="activity",
        key=entry.key,
        depth=depth,
        code=entry.code,
        title=entry.title.text,
        language=entry.title.language,
        status=entry.status,
        status_word=entry.status_word,
        late=entry.late,
        spans=entry.spans,
        portions=_portions(source, entry),
        executed=entry.executed,
        milestones=tuple(map(_milestone, entry.milestones)),
        baseline=_kept(source.activity[key]) if baselines is None else tuple(baselines.get(key, ())),
    )


def _portions(source: Source, entry: ActivityEntry) -> tuple[Portion, ...]:
    """In a yearly plan each programmed share is a bar of its own: the timeline is also the matrix."""
    if source.rows.plan.unit != "year":
        return ()
    return tuple(Portion((cell.start, cell.end), cell.programmed, cell.executed) for cell in entry.shares)


def _milestone(entry: MilestoneEntry) -> Milestone:
    reached = {"reached": True, "not_reached": False}.get(entry.state)
    return Milestone(entry.name.text, entry.reached_on or entry.due, reached)


def _kept(activity: Activity) -> tuple[Span, ...]:
    """An earlier schedule that was kept beside the present one."""
    kept = activity.provenance.get("baseline") or []
    return tuple((date.fromisoformat(str(start)), date.fromisoformat(str(end))) for start, end in kept)
