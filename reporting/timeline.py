"""Bars, columns and marks of the Gantt: plain values in, dataclasses out, no HTML and no database (T14, T15).

Every column is equally wide, however many days it has; a day lies inside its column by its share of the
column's days. A position (`x`, `left`, `width`) is a percentage, 0 to 100, of the whole width of the columns.
What lies outside the columns is cut at the edge and says so (P19).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Span = tuple[date, date]  # first and last day, both inclusive


@dataclass(frozen=True)
class Column:
    """One stretch of the calendar.

    `name` is "Oct", "T3", "2026"; `year` stands above the first column of a year and is empty over the others.
    """

    start: date
    end: date
    name: str
    year: str = ""


@dataclass(frozen=True)
class Stretch:
    """From where to where something lasts: `left` and `width` in percent of the axis, cut at the edges."""

    start: date
    end: date
    left: float
    width: float
    cut_left: bool = False
    cut_right: bool = False

    @property
    def right(self) -> float:
        """Where it ends, in percent of the axis."""
        return round(self.left + self.width, 3)


@dataclass(frozen=True)
class Bar:
    """One span of an activity.

    `filled` is the executed part of the bar, 0 to 1; None is not reported (drawn dotted, never empty).
    `programmed` and `executed` (percent) are there where the bar stands for one share of the matrix.
    `status` is the manner in which it is drawn; `late` adds the hatch.
    """

    stretch: Stretch
    status: str
    late: bool = False
    filled: float | None = None
    programmed: Decimal | None = None
    executed: Decimal | None = None


@dataclass(frozen=True)
class Mark:
    """A milestone as a diamond at `x` percent.

    `reached`: True solid; False hollow (said not to be reached); None hollow and dotted (not reported).
    `dated` is False where the plan gives no date and the mark stands at the end of its activity.
    `cut` is -1 or 1 where its day lies before or after the columns.
    """

    x: float
    on: date
    reached: bool | None
    dated: bool
    text: str
    cut: int = 0


@dataclass(frozen=True)
class Row:
    """A row: an objective (with `bracket`, the span of all below it) or an activity (with `bars`).

    `key` is the anchor of what it stands for ("o2", "a7"); `status` and `late` are an activity's, `executed` percent
    of the whole of it. An activity without dates has no bars and `dated` False; one whose dates all lie outside has
    `outside` -1 or 1. `spans` are its dates as they are; `earlier` and `later` say that some of them lie before or
    after the columns (P19). `portioned`: its bars are the programmed shares of periods.
    """

    kind: str
    key: str
    depth: int
    code: str
    title: str
    language: str = ""
    status: str = ""
    status_word: str = ""
    late: bool = False
    executed: Decimal | None = None
    dated: bool = True
    outside: int = 0
    spans: tuple[Span, ...] = ()
    portioned: bool = False
    earlier: bool = False
    later: bool = False
    bracket: Stretch | None = None
    bars: tuple[Bar, ...] = ()
    baseline: tuple[Stretch, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Today:
    """The line of the data date: at the end of the day `on`, `x` percent."""

    on: date
    x: float


@dataclass(frozen=True)
class Timeline:
    """The whole drawing.

    `load` is the number of activities scheduled in each column; `undated` how many have no dates.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    load: tuple[int, ...]
    today: Today | None
    undated: int = 0


# What is drawn ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Portion:
    """A share of the matrix to be drawn as a bar of its own: its period and its two percentages."""

    span: Span
    programmed: Decimal | None
    executed: Decimal | None


@dataclass(frozen=True)
class Milestone:
    """A milestone of an activity; `on` None where neither a day reached nor a planned day is known."""

    text: str
    on: date | None
    reached: bool | None


@dataclass(frozen=True)
class Item:
    """A row to be drawn, in document order. `kind` "objective" or "activity", `depth` 1 for the outermost.

    An activity has `spans`, or `portions` where each programmed share is a bar; `executed` is percent of the
    whole.
    """

    kind: str
    key: str
    depth: int
    code: str
    title: str
    language: str = ""
    status: str = ""
    status_word: str = ""
    late: bool = False
    spans: tuple[Span, ...] = ()
    portions: tuple[Portion, ...] = ()
    executed: Decimal | None = None
    milestones: tuple[Milestone, ...] = ()
    baseline: tuple[Span, ...] = ()


def draw(items: Sequence[Item], columns: Sequence[Column], on: date) -> Timeline:
    """The timeline of these items over these columns (contiguous, in order, at least one) on a day."""
    scale = Scale(columns)
    reach = _reach(items)
    rows = tuple(
        _objective(item, reach.get(n), scale) if item.kind == "objective" else _activity(item, scale)
        for n, item in enumerate(items)
    )
    activities = [item for item in items if item.kind == "activity"]
    return Timeline(
        columns=tuple(columns),
        rows=rows,
        load=_load(activities, scale),
        today=Today(on, scale.after(on)) if scale.start <= on <= scale.end else None,
        undated=sum(not lasting(item) for item in activities),
    )


class Scale:
    """Days to percent of the axis: equally wide columns, a day inside its column."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.starts = [column.start for column in columns]
        self.start, self.end = columns[0].start, columns[-1].end

    def before(self, day: date) -> float:
        """Where a day begins."""
        return self._place(day, 0)

    def after(self, day: date) -> float:
        """Where a day ends: its last column counts it in full."""
        return self._place(day, 1)

    def middle(self, day: date) -> float:
        """The middle of a day, for what happens on one."""
        return self._place(day, 0.5)

    def _place(self, day: date, part: float) -> float:
        if day < self.start:
            return 0.0
        if day > self.end:
            return 100.0
        n = bisect_right(self.starts, day) - 1
        column = self.columns[n]
        days = (column.end - column.start).days + 1
        inside = min(((day - column.start).days + part) / days, 1.0)
        return round(100 * (n + inside) / len(self.columns), 3)

    def stretch(self, span: Span) -> Stretch | None:
        """A span cut at the edges; None where it lies wholly outside."""
        start, end = span
        if end < self.start or start > self.end:
            return None
        left = self.before(start)
        width = round(self.after(end) - left, 3)
        return Stretch(start, end, left, width, start < self.start, end > self.end)

    def side(self, day: date) -> int:
        """-1 before the columns, 1 after them, 0 within."""
        return (day > self.end) - (day < self.start)


def lasting(item: Item) -> tuple[Span, ...]:
    """When an item lasts: its spans, or the periods of its shares where it has no spans."""
    return item.spans or tuple(portion.span for portion in item.portions)


def _reach(items: Sequence[Item]) -> Mapping[int, Span]:
    """From the first to the last day of all below each objective, by its place; none where nothing there is dated."""
    found: dict[int, Span] = {}
    above: list[int] = []
    for n, item in enumerate(items):
        if item.kind == "objective":
            while above and items[above[-1]].depth >= item.depth:
                above.pop()
            above.append(n)
            continue
        for start, end in lasting(item):
            for objective in above:
                first, last = found.get(objective, (start, end))
                found[objective] = (min(first, start), max(last, end))
    return found


def _objective(item: Item, reach: Span | None, scale: Scale) -> Row:
    bracket = scale.stretch(reach) if reach else None
    return Row("objective", item.key, item.depth, item.code, item.title, item.language, bracket=bracket)


def _activity(item: Item, scale: Scale) -> Row:
    spans = lasting(item)
    everything = [*item.spans, *(portion.span for portion in item.portions)]
    bars = _portion_bars(item, scale) if item.portions else _span_bars(item, scale)
    return Row(
        "activity",
        item.key,
        item.depth,
        item.code,
        item.title,
        item.language,
        item.status,
        item.status_word,
        item.late,
        item.executed,
        dated=bool(spans),
        outside=0 if bars or not spans else scale.side(spans[0][0]),
        spans=spans,
        portioned=bool(item.portions),
        earlier=any(start < scale.start for start, _ in everything),
        later=any(end > scale.end for _, end in everything),
        bars=bars,
        baseline=tuple(filter(None, map(scale.stretch, item.baseline))),
        marks=tuple(_marks(item, spans, scale)),
    )


def _span_bars(item: Item, scale: Scale) -> tuple[Bar, ...]:
    """One bar per span. What is executed fills them from the left, by their days in all."""
    days = [(end - start).days + 1 for start, end in item.spans]
    done = None if item.executed is None else float(item.executed) / 100 * sum(days)
    bars = []
    for span, length in zip(item.spans, days, strict=True):
        stretch = scale.stretch(span)
        filled = None if done is None else round(min(max(done / length, 0.0), 1.0), 4)
        done = None if done is None else done - length
        if stretch:
            bars.append(Bar(stretch, item.status, item.late, filled))
    return tuple(bars)


def _portion_bars(item: Item, scale: Scale) -> tuple[Bar, ...]:
    """One bar per share, filled by what was executed of what was programmed in it."""
    bars = []
    for portion in item.portions:
        stretch = scale.stretch(portion.span)
        if stretch:
            filled = fraction(portion.programmed, portion.executed)
            bars.append(
                Bar(stretch, portion_status(filled), False, filled, portion.programmed, portion.executed)
            )
    return tuple(bars)


def fraction(programmed: Decimal | None, executed: Decimal | None) -> float | None:
    """The executed part of what was programmed, 0 to 1; None where nothing is reported.

    Where nothing is known to have been programmed, the part is of 100; of a programmed 0, anything is all.
    """
    if executed is None:
        return None
    if programmed == 0:
        return 1.0 if executed else 0.0
    return round(min(float(executed / (programmed or 100)), 1.0), 4)


def portion_status(filled: float | None) -> str:
    """The manner in which one share's bar is drawn."""
    if filled is None:
        return "not_reported"
    return "completed" if filled >= 1 else "in_progress" if filled > 0 else "not_started"


def _marks(item: Item, spans: tuple[Span, ...], scale: Scale) -> Iterator[Mark]:
    """Diamonds at their days. One without a day stands at the end of its activity, if that has one."""
    end = max((end for _, end in spans), default=None)
    for milestone in item.milestones:
        on = milestone.on or end
        if on is not None:
            x = scale.middle(on) if milestone.on else scale.after(on)
            yield Mark(x, on, milestone.reached, milestone.on is not None, milestone.text, scale.side(on))


def _load(activities: Sequence[Item], scale: Scale) -> tuple[int, ...]:
    """How many activities are scheduled in each column; each counts once in a column, however many spans it has."""
    load = [0] * len(scale.columns)
    for item in activities:
        met: set[int] = set()
        for start, end in lasting(item):
            if start <= scale.end and end >= scale.start:
                first = max(bisect_right(scale.starts, start) - 1, 0)
                met.update(range(first, bisect_right(scale.starts, end)))
        for n in met:
            load[n] += 1
    return tuple(load)
