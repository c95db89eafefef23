"""The page of a plan's timeline, and the small one of the page of the plan."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reporting import timeline_svg, timeline_table
from reporting.annual_report import chart
from reporting.annual_report.notes import key_of_marks
from reporting.annual_report.shapes import StatusMeaning
from reporting.timeline import Timeline, draw
from reporting.timeline_choice import Choice, Choosing
from reporting.timeline_columns import Head, heads


@dataclass(frozen=True)
class CalendarCell:
    """What stands over a column; `now` where the data date lies in it: "start", "middle" or "end" of the whole."""

    head: Head
    now: str


@dataclass(frozen=True)
class TimelinePage:
    """What the template shows: `shown` of `total` activities, their rows, and the marks that occur among them."""

    timeline: Timeline
    choice: Choice
    calendar: tuple[CalendarCell, ...]
    grid: SafeString
    body: SafeString
    legend: tuple[StatusMeaning, ...]
    shown: int
    total: int

    @property
    def has_baseline(self) -> bool:
        return any(row.baseline for row in self.timeline.rows)

    @property
    def has_milestones(self) -> bool:
        return any(row.marks for row in self.timeline.rows)

    @property
    def is_cut(self) -> bool:
        return any(row.earlier or row.later for row in self.timeline.rows)


def arrange(choosing: Choosing, choice: Choice) -> TimelinePage:
    """The timeline of what was chosen."""
    reading = choosing.reading
    timeline = draw(choosing.shown(choice), chart.calendar(reading.source, choice.unit), reading.on)
    keys = {row.key for row in timeline.rows}
    chosen = [entry for entry in reading.entries if entry.key in keys]
    return TimelinePage(
        timeline=timeline,
        choice=choice,
        calendar=calendar(timeline),
        grid=timeline_svg.grid(timeline),
        body=timeline_table.body(timeline, reading.links),
        legend=tuple(meaning for meaning in key_of_marks(reading.source, chosen) if meaning.count),
        shown=len(chosen),
        total=len(reading.entries),
    )


def calendar(timeline: Timeline) -> tuple[CalendarCell, ...]:
    """The columns' names, and over which of them the data date stands."""
    today = timeline.today
    side = "" if today is None else "start" if today.x < 10 else "end" if today.x > 90 else "middle"
    return tuple(
        CalendarCell(head, side if today and head.column.start <= today.on <= head.column.end else "")
        for head in heads(timeline.columns)
    )
