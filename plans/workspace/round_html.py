"""The two tables of a round as HTML, joined as strings (performance.md): who is asked, and how the reports stand.

Both have a row for each party and a column for each activity, 40 by 60 where need be. Every text of the content passes
`escape`; everything else is written here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from coalitions.languages import Text
from coalitions.templatetags.content import figure, shown
from plans.rounds import Key


@dataclass(frozen=True)
class Column:
    """An activity over its column; `note` says why it is not asked, where it is not."""

    key: int
    code: str
    title: Text
    note: str = ""


@dataclass(frozen=True)
class Head:
    """A party beside its row; `url` leads to where somebody can be invited to report for it, where nobody does."""

    key: int
    name: Text
    url: str = ""


@dataclass(frozen=True)
class Cell:
    """A report in its cell: shape, word, and where it leads."""

    mark: str
    word: str
    url: str = ""
    counts: bool = False


def state(mark: str, word: str) -> SafeString:
    """The circle of a report's state with its word."""
    svg = '<svg class="mark" aria-hidden="true" focusable="false"><use href="#r-{}"/></svg>'
    return format_html(f'<span class="status">{svg}{{}}</span>', mark, word)


def strip(counts: Sequence[tuple[str, int]]) -> SafeString:
    """How many reports stand in each state as one bar; the words stand beside it."""
    total, before = sum(number for _mark, number in counts), 0
    parts = []
    for mark, number in counts:
        parts.append((mark, f"{100 * before / total:.2f}", f"{100 * number / total:.2f}"))
        before += number
    bars = format_html_join(
        "", '<svg x="{1}%" width="{2}%"><rect class="part {0}" x="1" y="1" height="12"/></svg>', parts
    )
    return format_html(
        '<svg class="strip" width="100%" height="14" aria-hidden="true" focusable="false">{}</svg>', bars
    )


def board(columns: Sequence[Column], heads: Sequence[Head], cells: Mapping[Key, Cell]) -> SafeString:
    """How the reports stand."""
    rows = []
    for head in heads:
        own = {column.key: cells.get((column.key, head.key)) for column in columns}
        held = [cell for cell in own.values() if cell]
        received = figure(sum(cell.counts for cell in held))
        share = escape(_("%(count)s of %(total)s") % {"count": received, "total": figure(len(held))})
        body = "".join(_cell(column, head, own[column.key]) for column in columns)
        rows.append(
            f'<tr role="row">{_head(head)}{body}'
            f'<td role="cell" class="num" data-label="{escape(_("Received"))}">{share}</td></tr>'
        )
    return _table("board", columns, rows, last=_("Received"))


def _cell(column: Column, head: Head, cell: Cell | None) -> str:
    label = escape(column.code)
    if cell is None:
        not_asked = escape(_("Not asked"))
        said = f'<span class="hidden">{not_asked}</span>'
        return f'<td role="cell" class="unasked" data-label="{label}">{said}</td>'
    inner = str(state(cell.mark, cell.word))
    if cell.url:
        inner = f'<a href="{escape(cell.url)}">{inner}<span class="hidden">: {label}, {escape(head.name)}</span></a>'
    return f'<td role="cell" class="{cell.mark}" data-label="{label}">{inner}</td>'


def ticks(
    columns: Sequence[Column], heads: Sequence[Head], ticked: Collection[Key], locked: Mapping[Key, Cell]
) -> SafeString:
    """Who is asked, as boxes to tick; what something was written in stays as it is (`locked`)."""
    rows = []
    for head in heads:
        name = escape(head.name)
        body = []
        for column in columns:
            key, label = (column.key, head.key), escape(column.code)
            if key in locked:
                inner = str(state(locked[key].mark, locked[key].word))
            else:
                mark = " checked" if key in ticked else ""
                inner = (
                    f'<label><input type="checkbox" name="ask" value="{column.key}-{head.key}"{mark}>'
                    f'<span class="hidden">{label}, {name}</span></label>'
                )
            body.append(f'<td role="cell" data-label="{label}">{inner}</td>')
        rows.append(f'<tr role="row">{_head(head)}{"".join(body)}</tr>')
    return _table("board ticks", columns, rows)


def _head(head: Head) -> str:
    alone = escape(_("nobody to write to"))
    nobody = f"<small>{alone}</small>" if head.url else ""
    return f'<th role="rowheader" scope="row">{conditional_escape(shown(head.name))}{nobody}</th>'


def _table(kind: str, columns: Sequence[Column], rows: Sequence[str], last: str = "") -> SafeString:
    heads = "".join(
        f'<th role="columnheader" scope="col"{" class=off" if column.note else ""}>'
        f'{escape(column.code)}<span class="hidden"> {escape(column.title)}</span></th>'
        for column in columns
    )
    end = f'<th role="columnheader" scope="col" class="num">{escape(last)}</th>' if last else ""
    return mark_safe(  # noqa: S308  every text is escaped where it is joined
        f'<table class="{kind}" role="table"><thead role="rowgroup"><tr role="row">'
        f'<th role="columnheader" scope="col">{escape(_("Party"))}</th>{heads}{end}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table>'
    )
