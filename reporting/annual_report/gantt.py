"""The timeline on paper: rows of known height, cut into pages, with one drawing behind each (look: hybrid Gantt).

Labels and numbers are HTML. A row's height is known before layout, because the lines of its label are counted with the
font's own widths; so the bars behind it can be one drawing of the whole page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from fontTools.ttLib import TTFont

from reporting.annual_report.drawing import Drawing
from reporting.timeline import Column, Row, Stretch, Timeline

WIDTH, STATUS = 261.0, 26.0  # mm: the landscape page between its margins; the column of the status
ROOM, FIRST_ROOM = 143.0, 128.0  # mm of rows on a page; on the first, below the title
LINE, SIZE = 3.9, 8.5  # mm between lines, points of the letters
MOST_LINES = 12  # report.css knows the heights up to here
FEW_COLUMNS = 4  # up to here a bar has room for its two percentages
SMALL = 100.0  # mm: the bar of one activity on a phone, stretched to the width there is


@dataclass(frozen=True)
class Cell:
    """Programmed and executed of one column; `programmed` None is a column in which nothing is programmed."""

    programmed: Decimal | None = None
    executed: Decimal | None = None
    full: bool = False


@dataclass(frozen=True)
class GanttRow:
    """A row with the number of lines of its label and, where a bar has room for them, its percentages by column."""

    row: Row
    lines: int
    height: float
    cells: tuple[Cell, ...] = ()
    small: SafeString | str = ""


@dataclass(frozen=True)
class GanttPage:
    """The rows of one page and the drawing that lies behind them."""

    rows: tuple[GanttRow, ...]
    drawing: SafeString


@dataclass(frozen=True)
class Gantt:
    """The timeline as pages; `manner` ("few", "many") names the widths of its columns in report.css.

    The date of the data stands in a row of 40 cells, below its line: after `before` of them or ending with them.
    """

    pages: tuple[GanttPage, ...]
    manner: str
    before: int
    day: bool = True

    @property
    def after(self) -> int:
        return 40 - self.before

    @property
    def numbered(self) -> bool:
        """Whether any bar carries its percentages."""
        return any(row.cells for page in self.pages for row in page.rows)


def gantt(
    timeline: Timeline, accent: str, small: bool, other: Timeline | None = None, progress: bool = True
) -> Gantt:
    """Cut the timeline into pages, with the outermost objectives as heads; the chapters show the whole tree.

    `small` adds to each activity the bar that a phone shows in its list. `other` is the same timeline in the language
    printed beside this one; without `progress` a bar says only when something is programmed.
    """
    if not progress:
        timeline = foreseen(timeline)
    few = len(timeline.columns) <= FEW_COLUMNS
    label = 130.0 if few else 106.0
    columns, bars = timeline.columns if few else (), accent if small else ""
    twins = other.rows if other else timeline.rows
    rows = [
        _measured(row, twin, label, columns, bars)
        for row, twin in zip(timeline.rows, twins, strict=True)
        if row.kind != "objective" or row.depth == outermost(timeline)
    ]
    pages = [_page(page, WIDTH - label - STATUS, timeline, accent) for page in _balanced(rows)]
    before = round(timeline.today.x * 0.4) if timeline.today else 0
    return Gantt(tuple(pages), "few" if few else "many", before, progress and timeline.today is not None)


def foreseen(timeline: Timeline) -> Timeline:
    """The timeline as it was planned: no status, no executed part, no line of the day."""
    rows = tuple(
        replace(
            row,
            status_word=_("Programmed"),
            bars=tuple(
                replace(bar, status="planned", late=False, filled=None, executed=None) for bar in row.bars
            ),
            marks=tuple(replace(mark, reached=False) for mark in row.marks),
        )
        for row in timeline.rows
    )
    return replace(timeline, rows=rows, today=None)


def outermost(timeline: Timeline) -> int:
    """The depth of the outermost objectives; 0 where a flat plan has none."""
    return min((row.depth for row in timeline.rows if row.kind == "objective"), default=0)


def _page(rows: Sequence[GanttRow], width: float, timeline: Timeline, accent: str) -> GanttPage:
    return GanttPage(tuple(rows), _drawing(rows, width, timeline, accent))


def _measured(row: Row, twin: Row, label: float, columns: Sequence[Column], accent: str) -> GanttRow:
    head = row.kind == "objective"
    face = "source-sans-3-latin-600-normal" if head else "source-sans-3-latin-400-normal"
    lines = sum(
        line_count(f"{title}  ES", label - 20, SIZE, face) for title in dict.fromkeys((row.title, twin.title))
    )
    words = dict.fromkeys((row.status_word, twin.status_word))
    lines = max(lines, sum(line_count(word, STATUS - 6.8, SIZE) for word in words if word))
    lines = min(lines, MOST_LINES)
    height = 4.3 + LINE * lines if head else max(7.4, 3.3 + LINE * lines)
    cells = tuple(_cell(row, column) for column in columns)
    return GanttRow(row, lines, height, cells if any(c.programmed is not None for c in cells) else (),
                    "" if head or not accent else _small(row, accent))  # fmt: skip


def _cell(row: Row, column: Column) -> Cell:
    bars = [bar for bar in row.bars if bar.stretch.start == column.start and bar.programmed is not None]
    if len(bars) != 1:
        return Cell()
    return Cell(bars[0].programmed, bars[0].executed, (bars[0].filled or 0) >= 1)


def _balanced(rows: Sequence[GanttRow]) -> list[list[GanttRow]]:
    """As few pages as the rows need, and as evenly filled as they can be."""
    pages = list(_cut(rows, 0))
    for less in range(4, int(FIRST_ROOM), 4):
        closer = list(_cut(rows, less))
        if len(closer) > len(pages):
            break
        pages = closer
    return pages


def _cut(rows: Iterable[GanttRow], less: float) -> Iterator[list[GanttRow]]:
    """Pages of rows, each `less` mm short of full: an objective is never the last row of a page."""
    page: list[GanttRow] = []
    room = FIRST_ROOM - less
    for block in _blocks(rows):
        if page and sum(row.height for row in [*page, *block]) > room:
            yield page
            page, room = [], ROOM - less
        page += block
    if page:
        yield page


def _blocks(rows: Iterable[GanttRow]) -> Iterator[list[GanttRow]]:
    """An activity with the objectives right above it."""
    block: list[GanttRow] = []
    for row in rows:
        block.append(row)
        if row.row.kind != "objective":
            yield block
            block = []
    if block:
        yield block


def _drawing(page: Sequence[GanttRow], width: float, timeline: Timeline, accent: str) -> SafeString:
    height = sum(row.height for row in page)
    title = _("Bars of the timeline; the chapters give the same dates and percentages in words.")
    drawing = Drawing(width, height, title, accent)
    step = width / (len(timeline.columns) or 1)
    for k in range(0, len(timeline.columns), 2):
        drawing.rect("band", (k * step, 0, step, height))
    y = 0.0
    for row in page:
        drawing.add("grid", f"M0 {y:.2f}h{width:.2f}")
        _draw_row(drawing, row.row, y, width)
        y += row.height
    if timeline.today:
        drawing.add("today", f"M{timeline.today.x * width / 100:.2f} 0v{height:.2f}")
    return drawing.svg("rp-bars")


def _draw_row(drawing: Drawing, row: Row, y: float, width: float) -> None:
    if row.bracket:
        left, wide = _place(row.bracket, width)
        drawing.add("bracket", f"M{left:.2f} {y + 5.4:.2f}v-1.6h{wide:.2f}v1.6")
    for bar in row.bars:
        left, wide = _place(bar.stretch, width)
        drawing.bar(bar.status, (left, y + 1.5, wide, 4.2), bar.filled, bar.late)
    for stretch in row.baseline:
        left, wide = _place(stretch, width)
        drawing.add("baseline", f"M{left:.2f} {y + 6.5:.2f}h{wide:.2f}")
    for mark in row.marks:
        kind = {True: "diamond", False: "diamond_open", None: "diamond_dotted"}[mark.reached]
        drawing.diamond(kind, min(max(mark.x * width / 100, 1.9), width - 1.9), y + 3.6, 1.7)


def _place(stretch: Stretch, width: float) -> tuple[float, float]:
    """Left edge and width in mm, a little inside the columns so that neighbours do not touch."""
    return stretch.left * width / 100 + 0.6, max(stretch.width * width / 100 - 1.2, 0.8)


def _small(row: Row, accent: str) -> SafeString:
    drawing = Drawing(SMALL, 7, row.status_word, accent)
    drawing.add("grid", f"M0 6.8h{SMALL}")
    _draw_row(drawing, row, 0, SMALL)
    return drawing.svg("rp-small", stretch=True)


@cache
def _widths(face: str) -> dict[str, float]:
    font = TTFont(settings.BASE_DIR / "static" / "fonts" / f"{face}.woff2")
    advance, em = font["hmtx"], font["head"].unitsPerEm
    return {chr(code): advance[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def line_count(text: str, width: float, size: float, face: str = "source-sans-3-latin-400-normal") -> int:
    """How many lines a text takes in a column of `width` mm at `size` points, from the font's own widths."""
    widths, room = _widths(face), width * 72 / 25.4 * 0.985
    lines, used = 1, 0.0
    for word in text.split():
        length = sum(widths.get(letter, 0.6) for letter in word) * size
        space = widths[" "] * size if used else 0
        if used and used + space + length > room:
            lines, used, space = lines + 1, 0.0, 0
        used += space + length
        # A word longer than the column is broken inside.
        lines, used = lines + int(used // room), used % room if used > room else used
    return lines
