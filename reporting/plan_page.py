"""The pages of a plan: its overview, and each of its lines whole. Nothing is counted here (law 3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from coalitions.languages import Text
from plans.models import Indicator
from reporting import timeline_svg, timeline_table
from reporting.annual_report import chart, lines, overview, shares, summary
from reporting.annual_report.notes import key_of_marks, notes
from reporting.annual_report.shapes import (
    ActivityEntry,
    Count,
    Glance,
    Header,
    IndicatorEntry,
    Line,
    NoteEntry,
    PlanRole,
    Ref,
    StatusMeaning,
    StatusRow,
)
from reporting.plan_reading import PlanReading, below
from reporting.timeline import Row, Timeline, draw
from reporting.timeline_columns import fitting_unit
from reporting.timeline_page import CalendarCell, calendar

DEEPEST_HEADING = 6


@dataclass(frozen=True)
class Role:
    """All who have one role in the whole plan; `word` are words."""

    word: str
    holders: tuple[PlanRole, ...]


@dataclass(frozen=True)
class LineRow:
    """A line in the tables of the overview: one square per activity, and all its bars as one small drawing.

    `url` is its own page, `when` from when to when in words. A flat plan has one row, without a title.
    """

    line: Line
    url: str
    squares: SafeString
    status: StatusRow
    reported: Count
    strips: SafeString
    when: str


@dataclass(frozen=True)
class Overview:
    """What the page of a plan shows; `indicators` are those marked as headline, `others` how many more there are."""

    header: Header
    roles: tuple[Role, ...]
    outermost: Text | None
    glance: Glance
    lines: tuple[LineRow, ...]
    timeline: Timeline
    calendar: tuple[CalendarCell, ...]
    grid: SafeString
    legend: tuple[StatusMeaning, ...]
    indicators: tuple[tuple[IndicatorEntry, str], ...]
    others: int
    notes: tuple[NoteEntry, ...]
    other_notes: int


def overview_of(reading: PlanReading) -> Overview:
    """The plan as a whole."""
    source, tree, measures = reading.source, reading.tree, reading.measures
    indicators = overview.indicator_table(source, measures)
    header, found = overview.header(source), notes(source)
    matrix = shares.matrix(source, overview.activities_by_line(source, tree))
    timeline = _timeline(reading)
    headline = [(one, reading.links[one.key]) for one in measures.entries.values() if one.headline]
    return Overview(
        header=header,
        roles=tuple(_roles(header.roles)),
        outermost=header.levels[0].name if len(header.levels) > 1 else None,
        glance=summary.glance(source, tree, indicators, overview.milestone_table(source, measures), matrix),
        lines=tuple(_lines(reading, timeline)),
        timeline=timeline,
        calendar=calendar(timeline),
        grid=timeline_svg.grid(timeline),
        legend=tuple(meaning for meaning in key_of_marks(source, reading.entries) if meaning.count),
        indicators=tuple(headline),
        others=indicators.total - len(headline),
        notes=found.surface,
        other_notes=len(found.resolved) + len(found.kept),
    )


def _timeline(reading: PlanReading) -> Timeline:
    plan = reading.plan
    items = list(chart.items(reading.source, reading.tree.lines))
    unit = fitting_unit(plan.start, plan.end, plan.unit)
    return draw(items, chart.calendar(reading.source, unit), reading.on)


def _lines(reading: PlanReading, timeline: Timeline) -> Iterator[LineRow]:
    rows = {row.key: row for row in timeline.rows}
    for line in reading.tree.lines:
        entries = list(below(line))
        own = [rows[entry.key] for entry in entries]
        yield LineRow(
            line=line,
            url=reading.links[line.key],
            squares=_squares(entries, reading.links),
            status=line.status,
            reported=line.reported,
            strips=timeline_svg.strips(own),
            when=_when(rows.get(line.key), own),
        )


def _when(bracket: Row | None, own: Sequence[Row]) -> str:
    """From the first to the last day of a line; a flat plan has no bracket, its activities say it."""
    if bracket:
        return " ".join(timeline_table.tell_objective(bracket))
    days = [day for row in own for span in row.spans for day in span]
    return timeline_table.span_words((min(days), max(days))) if days else ""


def _squares(entries: Sequence[ActivityEntry], links: Mapping[str, str]) -> SafeString:
    """One square per activity, each leading to it: a mark, and its code and status in words."""
    return mark_safe("".join(_square(entry, links[entry.key]) for entry in entries))  # noqa: S308


def _square(entry: ActivityEntry, url: str) -> str:
    mark = "late" if entry.late else entry.status.replace("_", "-")
    code = escape(entry.code or entry.title.text)
    words = escape(timeline_table.status_words(entry.status_word, entry.late))
    symbol = f'<svg class="mark" aria-hidden="true" focusable="false"><use href="#s-{mark}"/></svg>'
    said = f'<span class="hidden">{code}, {words}</span>'
    return f'<a id="{entry.key}" href="{url}" title="{code} {words}">{symbol}{said}</a>'


def _roles(roles: tuple[PlanRole, ...]) -> Iterator[Role]:
    words = dict.fromkeys(role.role_word for role in roles)
    for word in words:
        yield Role(word, tuple(role for role in roles if role.role_word == word))


# One line --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """A heading with what stands under it, in the order of the plan: a line or an activity. `rank` is of its <h…>."""

    rank: int
    line: Line | None = None
    activity: ActivityEntry | None = None
    mark: str = ""
    word: str = ""
    period: Text | None = None


@dataclass(frozen=True)
class LinePage:
    """A line with everything below it, whole; `before` and `after` are the lines beside it."""

    line: Line
    blocks: tuple[Block, ...]
    indicators: tuple[tuple[IndicatorEntry, str], ...]
    links: Mapping[str, str]
    before: tuple[Ref, str] | None
    after: tuple[Ref, str] | None


def line_of(reading: PlanReading, objective: int) -> LinePage | None:
    """The page of an outermost objective; None where the plan has no such line."""
    source, links, outermost = reading.source, reading.links, reading.outermost
    place = next((n for n, row in enumerate(outermost) if row.pk == objective), None)
    if place is None:
        return None
    line = lines.grow_one(source, reading.measures, outermost[place])
    refs = [source.objective_ref[row.pk] for row in outermost]
    beside = {n: (refs[n], links[refs[n].key]) for n in (place - 1, place + 1) if 0 <= n < len(refs)}
    return LinePage(
        line=line,
        blocks=tuple(_blocks(reading, line, 2)),
        indicators=tuple(
            (reading.measures.entry_of(row), "")
            for row in source.rows.indicators
            if row.kind == Indicator.Kind.INDICATOR and source.outermost(row.objective_id).pk == objective
        ),
        links=links,
        before=beside.get(place - 1),
        after=beside.get(place + 1),
    )


def _blocks(reading: PlanReading, line: Line, rank: int) -> Iterator[Block]:
    """The activities of a line, and the lines within it, each with a heading, one rank deeper."""
    for entry in line.activities:
        mark = "late" if entry.late else entry.status.replace("_", "-")
        word = timeline_table.status_words(entry.status_word, entry.late)
        yield Block(rank, None, entry, mark, word, _period(reading, entry))
    for child in line.children:
        yield Block(rank, line=child)
        yield from _blocks(reading, child, min(rank + 1, DEEPEST_HEADING))


def _period(reading: PlanReading, entry: ActivityEntry) -> Text:
    """When it runs: as printed; for a reader of another language as it was understood. Empty where not stated."""
    language, printed = reading.language, reading.plan.language
    if entry.period_printed and (language == printed or not entry.period_understood):
        return Text(entry.period_printed, printed, language == printed)
    return Text(entry.period_understood, language)
