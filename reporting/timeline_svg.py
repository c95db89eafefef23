"""The timeline's bars as SVG without text, for pages: everything placed in percent, nothing in an inline style.

Strings are joined, not looped in a template: a thousand bars cost 2 ms instead of 80. Only numbers and keys of our own
enter the markup, never content.
"""

from collections.abc import Iterator

from django.utils.safestring import SafeString, mark_safe

from reporting.timeline import Bar, Mark, Row, Stretch, Timeline, Today

DIAMOND = "M0-6.5 6.5 0 0 6.5-6.5 0z"
DIAMONDS = {True: "reached", False: "ahead", None: "unknown"}
NARROWEST = 0.6  # percent: a bar of a day is still seen


def grid(timeline: Timeline) -> SafeString:
    """Bands, year lines and the line of the data date, behind all rows."""
    return _svg('class="timeline-grid" width="100%" height="100%"', _grid(timeline))


def row(line: Row, today: Today | None) -> SafeString:
    """The bars and diamonds of an activity, or the bracket of an objective."""
    if line.bracket:
        return _svg('class="bar bracket" width="100%" height="24"', _bracket(line.bracket))
    return _svg('class="bar" width="100%" height="24"', _activity(line, today))


def _svg(attributes: str, parts: Iterator[str]) -> SafeString:
    inner = "".join(parts)
    return mark_safe(f'<svg {attributes} aria-hidden="true" focusable="false">{inner}</svg>')  # noqa: S308


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


def _bracket(span: Stretch) -> Iterator[str]:
    yield f'<line x1="{span.left:g}%" x2="{span.right:g}%" y1="9" y2="9"/>'
    for x in (span.left, span.right):
        yield f'<line x1="{x:g}%" x2="{x:g}%" y1="9" y2="15"/>'


def _activity(line: Row, today: Today | None) -> Iterator[str]:
    for bar in line.bars:
        yield from _bar(bar)
    for span in line.baseline:
        yield _rect("baseline", span.left, span.width, y=20, height=2)
    if line.outside:
        yield _edge(line.outside)
    for mark in line.marks:
        yield _diamond(mark)
    if today:  # shown on a phone only, where no line stands behind all rows
        yield f'<line class="tick" x1="{today.x:g}%" x2="{today.x:g}%" y1="2" y2="22"/>'


def _bar(bar: Bar) -> Iterator[str]:
    span, kind = bar.stretch, "late" if bar.late else bar.status.replace("_", "-")
    yield _rect(f"frame {kind}", span.left, span.width)
    if bar.late:
        yield f'<rect fill="url(#hatch)" x="{span.left:g}%" y="7.5" width="{span.width:g}%" height="9"/>'
    if bar.filled:
        yield _rect(f"fill {kind}", span.left, span.width * min(bar.filled, 1))
    if bar.status == "cancelled":
        yield f'<line class="strike" x1="{span.left:g}%" x2="{span.right:g}%" y1="12" y2="12"/>'
    if span.cut_left:
        yield _edge(-1)
    if span.cut_right:
        yield _edge(1)


def _rect(kind: str, x: float, width: float, y: float = 7.5, height: float = 9) -> str:
    wide = max(width, NARROWEST)
    return (
        f'<rect class="{kind}" x="{min(x, 100 - wide):g}%" y="{y:g}" width="{wide:g}%" height="{height:g}"/>'
    )


def _edge(side: int) -> str:
    """A chevron where something goes on before (-1) or after (1) the columns (P19)."""
    x, path = ("0%", "M-2 7-7 12l5 5") if side < 0 else ("100%", "M2 7 7 12 2 17")
    return f'<svg x="{x}" overflow="visible"><path class="beyond" d="{path}"/></svg>'


def _diamond(mark: Mark) -> str:
    return (
        f'<svg x="{mark.x:g}%" y="12" overflow="visible">'
        f'<path class="diamond {DIAMONDS[mark.reached]}" d="{DIAMOND}"/></svg>'
    )
