"""The drawings of a report: SVG without text and without style, in millimetres, one path per kind of mark.

WeasyPrint does not apply the page's style to inline SVG, and the content policy of the site forbids style attributes:
colours are read from tokens.css and written as presentation attributes. Words and numbers stand in the HTML beside or
over a drawing. Every drawing has a <title>, which a screen reader says and a tagged PDF keeps as alternative text.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from coalitions.accent import wash

Box = tuple[float, float, float, float]  # x, y, width, height in mm
DOTTED = 'fill="none" stroke-width=".42" stroke-linecap="round" stroke-dasharray="0 .95"'


@cache
def tokens() -> dict[str, str]:
    """The colours of static/css/tokens.css by name: {"ink": "#1b2733", …}."""
    css = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text()
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})", css))


def _line(colour: str, width: str = ".35", more: str = "") -> str:
    return f'fill="none" stroke="{colour}" stroke-width="{width}"{more}'


@cache
def marks(accent: str) -> dict[str, str]:
    """Kind of mark -> presentation attributes, with a coalition's accent. Shape first, colour second."""
    token = tokens()
    return {
        "band": f'fill="{token["wash"]}"',
        "grid": _line(token["hairline"], ".12"),
        "bracket": _line(token["ink"], ".3"),
        "rule": _line(token["muted"], ".2"),
        "baseline": _line(token["muted"], ".5"),
        "today": _line(accent),
        "fill:completed": f'fill="{token["completed"]}"',
        "fill:in_progress": f'fill="{token["in-progress"]}"',
        "planned": f'fill="{wash(accent)}" stroke="{accent}" stroke-width=".35"',
        "completed": _line(token["completed"]),
        "in_progress": _line(token["in-progress"]),
        "unfinished": _line(token["in-progress"]),
        "not_started": _line(token["muted"]),
        "suspended": _line(token["suspended"], ".4", ' stroke-dasharray="1.5 1"'),
        "cancelled": _line(token["cancelled"]),
        "late": _line(token["late"]),
        "hatch": _line(token["late"], ".25"),
        "not_reported": f'{DOTTED} stroke="{token["muted"]}"',
        "diamond": f'fill="{token["ink"]}" stroke="#ffffff" stroke-width=".3"',
        "diamond_open": f'fill="#ffffff" stroke="{token["ink"]}" stroke-width=".35"',
        "diamond_dotted": f'{DOTTED.replace("none", "#ffffff")} stroke="{token["ink"]}"',
        "accent": f'fill="{accent}"',
        "target": _line(token["ink"], ".3"),
        "course": _line(accent, ".5"),
        "aim": _line(token["ink"], ".3", ' stroke-dasharray="1.2 .9"'),
        "cover": _line("#ffffff", ".3"),
        "cover_fill": 'fill="#ffffff"',
        "cover_dotted": f'{DOTTED} stroke="#ffffff" stroke-opacity=".8"',
    }


class Drawing:
    """Collects geometry per kind of mark and writes each kind as one path, in the order first used."""

    def __init__(self, width: float, height: float, title: str, accent: str) -> None:
        self.width, self.height, self.title, self.accent = width, height, title, accent
        self.paths: dict[str, list[str]] = {}

    def add(self, mark: str, path: str) -> None:
        self.paths.setdefault(mark, []).append(path)

    def rect(self, mark: str, box: Box) -> None:
        x, y, width, height = box
        if width > 0 and height > 0:
            self.add(mark, f"M{x:.2f} {y:.2f}h{width:.2f}v{height:.2f}h{-width:.2f}z")

    def diamond(self, mark: str, x: float, y: float, half: float) -> None:
        """A diamond around its middle."""
        self.add(
            mark,
            f"M{x - half:.2f} {y:.2f}l{half:.2f} {-half:.2f} {half:.2f} {half:.2f} {-half:.2f} {half:.2f}z",
        )

    def bar(self, status: str, box: Box, filled: float | None = None, late: bool = False) -> None:
        """One bar in the manner of its status; `filled` (0 to 1) is the reported part, None where none is known."""
        x, y, width, height = box
        if status == "completed" and filled is None:
            filled = 1
        if late:  # what is done is not hatched: only what is missing is late
            done = width * min(filled or 0, 1)
            self.hatch((x + done, y, width - done, height))
        if filled:
            full = "fill:completed" if filled >= 1 or status == "completed" else "fill:in_progress"
            self.rect(full, (x, y, width * min(filled, 1), height))
        if status == "cancelled":
            self.add(status, f"M{x:.2f} {y + height / 2:.2f}h{width:.2f}")
        if status == "unfinished":
            self.add(status, f"M{x + width / 2:.2f} {y:.2f}v{height:.2f}")
        self.rect("late" if late else status, box)

    def box(self, status: str, box: Box) -> None:
        """One activity as a box: as a bar, but an activity in progress is filled from the foot, by half."""
        x, y, width, height = box
        if status == "in_progress":
            self.rect("fill:in_progress", (x, y + height / 2, width, height / 2))
        self.bar(status, box)

    def hatch(self, box: Box, step: float = 1.1) -> None:
        x, y, width, height = box
        for k in range(int((width + height) / step) + 1):
            along = k * step
            left, right = max(0.0, along - height), min(width, along)
            if right > left:
                self.add(
                    "hatch", f"M{x + left:.2f} {y + along - left:.2f}L{x + right:.2f} {y + along - right:.2f}"
                )

    def svg(self, name: str = "", stretch: bool = False) -> SafeString:
        """The drawing; `name` is its class, `stretch` lets its width follow the page."""
        attributes = marks(self.accent)
        body = "".join(f'<path {attributes[mark]} d="{"".join(d)}"/>' for mark, d in self.paths.items())
        more = (f' class="{name}"' if name else "") + (' preserveAspectRatio="none"' if stretch else "")
        return mark_safe(  # noqa: S308 - the title is escaped; all else are numbers and our own attributes
            f'<svg role="img" width="{self.width:.1f}mm" '
            f'height="{self.height:.1f}mm" viewBox="0 0 {self.width:.1f} {self.height:.1f}"{more}>'
            f"<title>{escape(self.title)}</title>{body}</svg>"
        )


def stacked(counts: Sequence[tuple[str, int]], unit: float, title: str, accent: str) -> SafeString:
    """Activities by status on a common scale of `unit` mm each: a box per activity, or per status below 3.5 mm."""
    height, least = 4.2, 3.5
    total = sum(count for _, count in counts)
    drawing, x = Drawing(total * unit + 0.4, height + 0.4, title, accent), 0.2
    for status, count in counts:
        boxes, step = (count, unit) if unit >= least else (min(count, 1), unit * count)
        for _ in range(boxes):
            drawing.box(status, (x + 0.3, 0.2, step - 0.8, height))
            x += step
    return drawing.svg("rp-stack")


def squares(of: int, filled: int, title: str, accent: str, per_row: int = 10) -> SafeString:
    """One small square per programmed share: solid where an executed value is reported, dotted where none is."""
    size, step = 2.9, 4.3
    drawing = Drawing(per_row * step, step * -(-of // per_row), title, accent)
    for k in range(of):
        x, y = 0.3 + k % per_row * step, 0.3 + k // per_row * step
        drawing.rect("accent" if k < filled else "not_reported", (x, y, size, size))
    return drawing.svg("rp-squares")


def length(value: float, most: float, title: str, accent: str) -> SafeString:
    """A plain bar from zero on the scale of the longest, in 40 mm."""
    drawing = Drawing(40, 3.4, title, accent)
    drawing.rect("accent", (0.2, 0.3, 39.6 * value / (most or 1), 2.8))
    return drawing.svg("rp-length")


def trend(values: Sequence[float | None], target: float | None, title: str, accent: str) -> SafeString:
    """Values by period from a zero line, joined where they are neighbours; a dotted column where none is reported."""
    width, height, top = 50.0, 26.0, max([value or 0 for value in values] + [target or 0]) or 1
    drawing, step = Drawing(width, height + 1, title, accent), width / len(values)
    before: tuple[float, float] | None = None
    for n, value in enumerate(values):
        x = (n + 0.5) * step
        if value is None:
            drawing.rect("not_reported", (x - min(step * 0.3, 3), 2, min(step * 0.6, 6), height - 2))
            before = None
            continue
        y = height - max(value, 0) / top * (height - 3)
        if before:
            drawing.add("course", f"M{before[0]:.2f} {before[1]:.2f}L{x:.2f} {y:.2f}")
        drawing.diamond("accent", x, y, 1.2)
        before = x, y
    if target:
        drawing.add("aim", f"M0 {height - target / top * (height - 3):.2f}h{width:.2f}")
    drawing.add("target", f"M0 {height:.2f}h{width:.2f}")
    return drawing.svg("rp-trend")


def cover(groups: Iterable[Sequence[Sequence[tuple[float, float, float | None]]]], title: str) -> SafeString:
    """The plan drawn as itself: a row per activity, a bar (left and width in percent, executed part) per stretch."""
    rows = [group for group in groups if group]
    width, height, gap = 170, 112, 4.0
    step = min((height - gap * (len(rows) - 1)) / (sum(map(len, rows)) or 1), 9)
    thick = min(step * 0.55, 3)
    drawing, y = Drawing(width, height, title, "#ffffff"), 0.0
    for group in rows:
        for bars in group:
            for left, wide, filled in bars:
                box = (left * 1.7 + 0.5, y + 0.5, max(wide * 1.7 - 1, 0.8), thick)
                drawing.rect("cover_dotted" if filled is None else "cover", box)
                drawing.rect("cover_fill", (*box[:2], box[2] * min(filled or 0, 1), thick))
            y += step
        y += gap
    return drawing.svg("rp-plan")


def cover_squares(statuses: Sequence[str], title: str) -> SafeString:
    """The cover of a plan without dates: one square per activity, filled by what is reported of it."""
    step = next((mm for mm in range(24, 3, -1) if -(-len(statuses) // (170 // mm)) * mm <= 112), 3)
    size, per_row = step * 0.7, 170 // step
    drawing = Drawing(170, 112, title, "#ffffff")
    for k, status in enumerate(statuses):
        x, y = 0.5 + k % per_row * step, 0.5 + k // per_row * step
        drawing.rect("cover_dotted" if status == "not_reported" else "cover", (x, y, size, size))
        part = {"completed": 1, "in_progress": 0.5}.get(status, 0)
        drawing.rect("cover_fill", (x, y + size * (1 - part), size, size * part))
        if status == "unfinished":
            drawing.add("cover", f"M{x + size / 2:.2f} {y:.2f}v{size:.2f}")
    return drawing.svg("rp-plan")
