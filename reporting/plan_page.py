"""The page of a plan: the content of its report, laid out for a screen. Nothing is counted here (law 3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from coalitions.languages import Text
from reporting import timeline_svg
from reporting.annual_report.shapes import (
    ActivityEntry,
    AnnualReport,
    Count,
    Header,
    IndicatorGroup,
    Line,
    PlanRole,
    Ref,
    StatusMeaning,
    StatusRow,
)
from reporting.timeline import Column, Row, Timeline

DEEPEST_HEADING = 6


@dataclass(frozen=True)
class Square:
    """One activity in the progress table: `mark` is the drawing, `word` the status in words."""

    ref: Ref
    mark: str
    word: str


@dataclass(frozen=True)
class ProgressRow:
    """A line (None: the whole plan) with one square per activity."""

    ref: Ref | None
    squares: tuple[Square, ...]
    status: StatusRow
    reported: Count


@dataclass(frozen=True)
class CalendarCell:
    """A column's name over the bars; `now` where the data date lies in it."""

    column: Column
    now: bool


@dataclass(frozen=True)
class TimelineRow:
    """A row of the timeline with its drawing; `square`, `activity` and `period` are None on an objective.

    `outermost` objectives repeat the axis where the screen is too narrow for one above all.
    """

    row: Row
    title: Text
    svg: SafeString
    outermost: bool
    square: Square | None = None
    activity: ActivityEntry | None = None
    period: Text | None = None


@dataclass(frozen=True)
class Block:
    """A heading with what stands under it, in the order of the plan: a line or an activity. `rank` is of its <h…>."""

    rank: int
    line: Line | None = None
    activity: ActivityEntry | None = None
    square: Square | None = None
    period: Text | None = None


@dataclass(frozen=True)
class Role:
    """All who have one role in the whole plan; `word` are words."""

    word: str
    holders: tuple[PlanRole, ...]


@dataclass(frozen=True)
class PlanPage:
    """Everything that the template of a plan shows beside the report itself."""

    report: AnnualReport
    roles: tuple[Role, ...]
    outermost: Text | None
    progress: tuple[ProgressRow, ...]
    whole: ProgressRow
    calendar: tuple[CalendarCell, ...]
    grid: SafeString
    rows: tuple[TimelineRow, ...]
    legend: tuple[StatusMeaning, ...]
    blocks: tuple[Block, ...]
    indicators: tuple[IndicatorGroup, ...]
    other_notes: int


def arrange(report: AnnualReport) -> PlanPage:
    """The report as the blocks of a page."""
    squares = {entry.key: _square(entry) for line in report.lines for entry in _below(line)}
    levels = report.header.levels
    return PlanPage(
        report=report,
        roles=tuple(_roles(report.header.roles)),
        outermost=levels[0].name if len(levels) > 1 else None,
        progress=tuple(_progress(report, squares)),
        whole=ProgressRow(None, tuple(squares.values()), report.glance.status.total, report.glance.reported),
        calendar=tuple(_calendar(report.timeline)),
        grid=timeline_svg.grid(report.timeline),
        rows=tuple(_rows(report, squares)),
        legend=tuple(meaning for meaning in report.key if meaning.count),
        blocks=tuple(block for line in report.lines for block in _blocks(report.header, line, 3, squares)),
        indicators=report.indicators.groups,
        other_notes=len(report.notes.resolved) + len(report.notes.kept),
    )


def _square(entry: ActivityEntry) -> Square:
    if not entry.late:
        return Square(entry.ref, entry.status.replace("_", "-"), entry.status_word)
    # Translators: a status and that the activity is late, e.g. "In progress, late".
    return Square(entry.ref, "late", _("%(status)s, late") % {"status": entry.status_word})


def _roles(roles: tuple[PlanRole, ...]) -> Iterator[Role]:
    words = dict.fromkeys(role.role_word for role in roles)
    for word in words:
        yield Role(word, tuple(role for role in roles if role.role_word == word))


def _period(header: Header, entry: ActivityEntry) -> Text:
    """When it runs: as printed; for a reader of another language as it was understood. Empty where not stated."""
    if header.language != header.plan_language and entry.period_understood:
        return Text(entry.period_understood, header.language)
    if entry.period_printed:
        return Text(entry.period_printed, header.plan_language, header.language == header.plan_language)
    return Text(entry.period_understood, header.language)


def _below(line: Line) -> Iterator[ActivityEntry]:
    """The activities of a line and of all lines within it, in the order of the plan."""
    yield from line.activities
    for child in line.children:
        yield from _below(child)


def _progress(report: AnnualReport, squares: dict[str, Square]) -> Iterator[ProgressRow]:
    for line in report.lines:
        if line.titled:
            yield ProgressRow(
                line.ref, tuple(squares[entry.key] for entry in _below(line)), line.status, line.reported
            )


def _calendar(timeline: Timeline) -> Iterator[CalendarCell]:
    on = timeline.today.on if timeline.today else None
    for column in timeline.columns:
        yield CalendarCell(column, bool(on and column.start <= on <= column.end))


def _rows(report: AnnualReport, squares: dict[str, Square]) -> Iterator[TimelineRow]:
    activities = {entry.key: entry for line in report.lines for entry in _below(line)}
    outermost = min((row.depth for row in report.timeline.rows), default=0)
    for row in report.timeline.rows:
        title = Text(row.title, row.language, row.language in ("", report.header.language))
        svg = timeline_svg.row(row, report.timeline.today)
        outer = row.depth == outermost and bool(row.bracket)
        entry = activities.get(row.key)
        period = _period(report.header, entry) if entry else None
        yield TimelineRow(row, title, svg, outer, squares.get(row.key), entry, period)


def _blocks(header: Header, line: Line, rank: int, squares: dict[str, Square]) -> Iterator[Block]:
    """A line, its activities, and the lines within it one rank deeper. An untitled line has no heading of its own."""
    inner = rank
    if line.titled:
        yield Block(rank, line=line)
        inner = min(rank + 1, DEEPEST_HEADING)
    for entry in line.activities:
        yield Block(inner, None, entry, squares[entry.key], _period(header, entry))
    for child in line.children:
        yield from _blocks(header, child, inner, squares)
