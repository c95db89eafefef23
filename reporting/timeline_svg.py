"""The timeline's bars as SVG without text, for pages: everything placed in percent, nothing in an inline style.

Strings are joined, not looped in a template: a thousand bars cost milliseconds instead of a tenth of a second. Only
numbers and keys of our own enter the markup, never content.
"""

from collections.abc import Iterable, Iterator

from django.utils.safestring import SafeString, mark_safe

from reporting.timeline import Bar, Mark, Row, Stretch, Timeline, Today

DIAMOND = "M0-6.5 6.5 0 0 6.5-6.5 0z"
DIAMONDS = {True: "reached", False: "ahead", None: "unknown"}
NARROWEST = 0.6  # percent: a bar of a day is still seen
HEIGHT, TOP, THICK = 26, 6.5, 12  # px: 12 are 3 mm on paper, at which the patterns are told apart in grey
STRIP, THIN = 9, 6  # px from row to row, and of a bar, where a whole line of the plan is one small drawing
SVG = '<svg class="{}" width="100%" height="{}" aria-hidden="true" focusable="false">{}</svg>'


def grid(timeline: Timeline) -> SafeString:
    """Bands, year lines and the line of the data date, behind all rows."""
    return mark_safe(SVG.format("timeline-grid", "100%", "".join(_grid(timeline))))  # noqa: S308


def row(line: Row, today: Today | None) -> str:
    """The bars and diamonds of an activity, or the bracket of an objective."""
    if line.kind == "objective":
        return SVG.format("bar bracket", HEIGHT, _bracket(line.bracket)) if line.bracket else ""
    return SVG.format("bar", HEIGHT, "".join(_activity(line, today)))


def strips(rows: Iterable[Row]) -> SafeString:
    """All activities of a line as thin bars below one another."""
    drawn: list[str] = []
    y = 2.0
    for line in rows:
        for bar in line.bars:
            drawn += _bar(bar, y, THIN)
        y += STRIP
    return mark_safe(SVG.format("bar strips", f"{y:g}", "".join(drawn)))  # noqa: S308


def _grid(timeline: Timeline) -> Iterator[str]:
    step = 100 / max(len(timeline.columns), 1)
    for number, column in enumerate(timeline.columns):
        x = number * step
        if number % 2 == 0:
            yield f'<rect class="band" x="{x:.3f}%" width="{step:.3f}%" height="100%"/>'
        if column.year and number:
            yield f'<line class="year" x1="{x:.3f}%" x2="{x:.3f}%" y2="100%"/>'
    if timeline.today:
        x = timeline.today.x
        yield f'<line class="now" x1="{x:g}%" x2="{x:g}%" y2="100%"/>'


def _bracket(span: Stretch) -> str:
    left, right = f"{span.left:g}%", f"{span.right:g}%"
    return (
        f'<line x1="{left}" x2="{right}" y1="11" y2="11"/><line x1="{left}" x2="{left}" y1="11" y2="17"/>'
        f'<line x1="{right}" x2="{right}" y1="11" y2="17"/>'
    )


def _activity(line: Row, today: Today | None) -> list[str]:
    drawn: list[str] = []
    for bar in line.bars:
        drawn += _bar(bar, TOP, THICK)
    for span in line.baseline:
        drawn.append(_rect("baseline", span.left, span.width, 22, 2))
    if line.earlier:
        drawn.append(_edge(-1))
    if line.later:
        drawn.append(_edge(1))
    drawn += map(_diamond, line.marks)
    if today:  # shown on a phone only, where no line stands behind all rows
        drawn.append(f'<line class="tick" x1="{today.x:g}%" x2="{today.x:g}%" y1="2" y2="24"/>')
    return drawn


def _bar(bar: Bar, y: float, height: float) -> Iterator[str]:
    """Frame and fill in the manner of the status: shape first, so that a grey print tells them apart."""
    span, kind = bar.stretch, "late" if bar.late else bar.status.replace("_", "-")
    yield _rect(f"frame {kind}", span.left, span.width, y, height)
    filled = 1.0 if bar.filled is None and bar.status == "completed" else bar.filled
    done = span.width * (filled or 0)
    if bar.late and done < span.width:  # what is done is not late: only the rest is hatched
        yield _rect("hatched", span.left + done, span.width - done, y, height)
    if done:
        yield _rect(f"fill {kind}", span.left, done, y, height)
    elif bar.filled is None and bar.status == "in_progress" and not bar.late:
        # Under way, and how far is not reported: filled from the foot, not from the left.
        yield _rect("fill in-progress", span.left, span.width, y + height / 2, height / 2)
    if kind == "unfinished":
        middle = f"{span.left + span.width / 2:g}%"
        yield f'<line class="half" x1="{middle}" x2="{middle}" y1="{y:g}" y2="{y + height:g}"/>'
    if kind == "cancelled":
        level = f"{y + height / 2:g}"
        yield f'<line class="strike" x1="{span.left:g}%" x2="{span.right:g}%" y1="{level}" y2="{level}"/>'


def _rect(kind: str, x: float, width: float, y: float, height: float) -> str:
    wide = max(width, NARROWEST)
    return (
        f'<rect class="{kind}" x="{min(x, 100 - wide):g}%" y="{y:g}" width="{wide:g}%" height="{height:g}"/>'
    )


def _edge(side: int) -> str:
    """A chevron where something goes on before (-1) or after (1) the columns (P19)."""
    x, path = ("0%", "M-2-4-6 0l4 4") if side < 0 else ("100%", "M2-4 6 0 2 4")
    return f'<svg x="{x}" y="{TOP + THICK / 2:g}" overflow="visible"><path class="beyond" d="{path}"/></svg>'


def _diamond(mark: Mark) -> str:
    return (
        f'<svg x="{mark.x:g}%" y="{TOP + THICK / 2:g}" overflow="visible">'
        f'<path class="diamond {DIAMONDS[mark.reached]}" d="{DIAMOND}"/></svg>'
    )
