"""The timeline as a table whose cells hold the bars: what is drawn, said again in words to the day (law 3).

One table is the drawing, its twin for readers of screens and the list on a phone. Rows are joined as strings, for the
reason given in `timeline_svg`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from coalitions.languages import Text
from coalitions.templatetags.content import percent, shown
from reporting import timeline_svg
from reporting.annual_report.wording import milestone_state
from reporting.timeline import Bar, Mark, Row, Span, Timeline

STATES = {True: "reached", False: "not_reached", None: "not_reported"}
CHUNK = 25  # rows that the browser lays out together, when they come near


def body(timeline: Timeline, links: Mapping[str, str]) -> SafeString:
    """The rows, in groups that the browser lays out only when they come near. `links`: addresses by key of a row."""
    groups = ("".join(rows) for rows in _groups(timeline, links))
    return mark_safe("".join(f'<tbody role="rowgroup">{rows}</tbody>' for rows in groups))  # noqa: S308


def _groups(timeline: Timeline, links: Mapping[str, str]) -> Iterator[list[str]]:
    outermost = min((row.depth for row in timeline.rows), default=0)
    language = get_language() or "es"
    rows: list[str] = []
    for row in timeline.rows:
        if len(rows) >= CHUNK or (rows and row.kind == "objective" and row.depth == outermost):
            yield rows
            rows = []
        if row.kind == "objective":
            rows.append(_objective(row, timeline, links, row.depth == outermost))
        else:
            rows.append(_activity(row, timeline, links, language))
    if rows:
        yield rows


def _objective(row: Row, timeline: Timeline, links: Mapping[str, str], outer: bool) -> str:
    language = get_language() or "es"
    return (
        f'<tr role="row" class="objective{"" if outer else " inner"}">'
        f'<th role="rowheader" scope="row" aria-colspan="2" class="coded">{_name(row, links, language)}</th>'
        f'<td role="cell" class="bars">{_said(tell_objective(row))}{timeline_svg.row(row, timeline.today)}</td></tr>'
    )


def _activity(row: Row, timeline: Timeline, links: Mapping[str, str], language: str) -> str:
    return (
        f'<tr role="row"><th role="rowheader" scope="row" class="coded">{_name(row, links, language)}</th>'
        f'<td role="cell" class="state">{_state(row, language)}</td>'
        f'<td role="cell" class="bars">{_said(tell(row))}{timeline_svg.row(row, timeline.today)}</td></tr>'
    )


def _name(row: Row, links: Mapping[str, str], language: str) -> str:
    title = (
        escape(row.title) if row.language in ("", language) else shown(Text(row.title, row.language, False))
    )
    if row.key in links:
        title = f'<a href="{links[row.key]}">{title}</a>'
    return f'<span class="code">{escape(row.code)}</span> {title}' if row.code else title


def _state(row: Row, language: str) -> str:
    return _state_written(row.status, row.status_word, row.late, row.executed, language)


@lru_cache(maxsize=4096)
def _state_written(status: str, word: str, late: bool, executed: Decimal | None, language: str) -> str:
    mark = "late" if late else status.replace("_", "-")
    share = "" if executed is None else f' <span class="share">{percent(executed)}</span>'
    symbol = f'<svg class="mark" aria-hidden="true" focusable="false"><use href="#s-{mark}"/></svg>'
    return f'<span class="status">{symbol}{escape(status_words(word, late))}</span>{share}'


def _said(sentences: Iterator[str]) -> str:
    return f'<span class="said">{"<br>".join(map(escape, sentences))}</span>'


# Words -----------------------------------------------------------------------------------------------


def tell(row: Row) -> Iterator[str]:
    """What an activity's bars, edges, diamonds and baseline show, in sentences; every date to the day."""
    if not row.dated:
        yield _("no dates stated")
    if not row.portioned:
        yield from map(span_words, row.spans)
    else:
        yield from map(_share, row.bars)
    yield from _beyond(row)
    yield from map(_milestone, row.marks)
    if row.baseline:
        spans = "; ".join(span_words((one.start, one.end)) for one in row.baseline)
        yield _("As first approved: %(spans)s") % {"spans": spans}


def tell_objective(row: Row) -> Iterator[str]:
    """From when to when there is something to do below an objective."""
    if row.bracket:
        yield span_words((row.bracket.start, row.bracket.end))


def status_words(word: str, late: bool) -> str:
    """A status, and that the activity is late."""
    # Translators: a status and that the activity is late, e.g. "In progress, late".
    return _("%(status)s, late") % {"status": word} if late else word


def _beyond(row: Row) -> Iterator[str]:
    """What the edges cut off (P19)."""
    if row.outside:
        yield _("outside the dates of this timeline")
    elif row.earlier:
        yield _("begins before this timeline")
    if row.later and not row.outside:
        yield _("goes on after this timeline")


def _share(bar: Bar) -> str:
    values = {
        "span": span_words((bar.stretch.start, bar.stretch.end)),
        "programmed": _("not programmed") if bar.programmed is None else percent(bar.programmed),
        "executed": _("not reported") if bar.executed is None else percent(bar.executed),
    }
    return _("%(span)s: programmed %(programmed)s, executed %(executed)s") % values


def _milestone(mark: Mark) -> str:
    state = milestone_state(STATES[mark.reached])
    values = {"name": mark.text, "state": state, "day": _day(mark.on) if mark.dated else _("date not stated")}
    said = _("Milestone: %(name)s, %(day)s, %(state)s") % values
    return _("%(milestone)s (outside the dates of this timeline)") % {"milestone": said} if mark.cut else said


def span_words(span: Span) -> str:
    """From day to day, both inclusive."""
    return _span_written(span, get_language() or "es")


@lru_cache(maxsize=4096)
def _span_written(span: Span, language: str) -> str:
    """The same spans come back in every plan, and to write a day takes as long as to draw a bar."""
    if span[0] == span[1]:
        return _day(span[0])
    return pgettext("two days", "%(from)s to %(to)s") % {"from": _day(span[0]), "to": _day(span[1])}


def _day(value: date) -> str:
    return date_format(value, "DATE_FORMAT")
