"""What the templates of a report draw and write: marks, small drawings, percentages, days, digests."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django import template
from django.template import Context
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from coalitions.languages import Text
from coalitions.templatetags.content import figure, percent
from reporting.annual_report import drawing, layout
from reporting.annual_report.shapes import (
    ActivityEntry,
    Average,
    DeclaredFigure,
    MatrixColumn,
    PeriodCount,
    Ref,
    RoundEntry,
    ShareCell,
    StatusRow,
)
from reporting.timeline import Row

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """15 de marzo de 2026, 15 March 2026: day first in both languages; None -> ""."""
    if value is None:
        return ""
    return date_format(value, "DATE_FORMAT")


@register.filter
def plain(text: Text | str) -> str:
    """A text for an attribute, a bookmark or a running head: without the mark of its language."""
    return " ".join(str(text).split())


@register.filter
def heads(text: Text | str) -> str:
    """The same, short enough for one running head."""
    whole = plain(text)
    return whole if len(whole) <= 88 else whole[:86].rsplit(" ", 1)[0] + " …"


@register.filter
def weight(text: Text | str) -> str:
    """How large a title of this length is set: "", "long" or "longest"."""
    return "" if len(str(text)) <= 80 else "long" if len(str(text)) <= 170 else "longest"


@register.simple_tag
def said(text: Text | str) -> SafeString | str:
    """A text of the content, with its language where that is not the report's; the style sheet prints the mark."""
    if not isinstance(text, Text) or text.translated:
        return str(text)
    return format_html('<span class="rp-in" lang="{}">{}</span>', text.language, text.text)


@register.simple_tag
def tongue(row: Row, language: str) -> SafeString:
    """Opens a span for the title of a row of the timeline, with the mark of its language where it needs one."""
    if not row.language or row.language == language:
        return mark_safe("<span>")
    return format_html('<span class="rp-in" lang="{}">', row.language)


@register.simple_tag(takes_context=True)
def of(context: Context, count: int, total: int) -> SafeString:
    """3 of 20, the whole in small; in two languages 3 / 20."""
    word = "/" if context["parallel"] else pgettext("3 of 20", "of")
    return format_html("{} <i>{} {}</i>", figure(count), word, figure(total))


@register.simple_tag
def length(count: int, most: int, accent: str) -> SafeString:
    """A number as a bar on the scale of the largest; the figure stands beside."""
    return drawing.length(count, most, str(count), accent)


@register.simple_tag
def mark(status: str) -> SafeString:
    """The small square of a status; the word stands beside it in the template."""
    return format_html('<span class="rp-mark {}"></span>', status)


@register.simple_tag
def boxes(row: StatusRow, widest: int, room: int, accent: str) -> SafeString:
    """Activities by status as boxes on the scale of the largest row, in `room` mm."""
    words = ", ".join(f"{count.word}: {count.count}" for count in row.shown) or "0"
    unit = min((room - 1) / (widest or 1), 7.0)
    return drawing.stacked([(count.status, count.count) for count in row.shown], unit, words, accent)


@register.simple_tag
def share_squares(period: PeriodCount, accent: str) -> SafeString:
    """A square per programmed share of the period, filled where an executed value is reported."""
    words = _("%(name)s: %(count)s of %(total)s reported") % {
        "name": period.name, "count": period.reported.count, "total": period.reported.total,
    }  # fmt: skip
    return drawing.squares(period.reported.total, period.reported.count, words, accent)


@register.filter
def short(period: PeriodCount | MatrixColumn | RoundEntry, names: dict[tuple[date, date], str]) -> str:
    """The short name of a period, as over the timeline; its own name where the calendar has no such column."""
    return names.get((period.start, period.end)) or period.name


@register.filter
def printed_otherwise(entry: ActivityEntry) -> bool:
    """Whether the period as printed has other words than the period as understood."""
    return bool(entry.period_printed) and _words(entry.period_printed) != _words(entry.period_understood)


def _words(text: str) -> list[str]:
    return [
        word
        for word in re.findall(r"\w+", text.casefold())
        if word not in {"de", "del", "a", "al", "to", "of"}
    ]


@register.filter
def note_name(key: str) -> str:
    """How a note is called in a sentence: its number, or a word where it is a place with figures of its own."""
    return _("see the figures") if key.startswith("declared") else key


@register.filter
def codes(refs: Iterable[Ref]) -> str:
    """The codes of what is referred to: "1.1, 1.2"."""
    return ", ".join(dict.fromkeys(ref.code for ref in refs if ref.code))


@register.filter
def difference(declared: DeclaredFigure) -> str:
    """Counted less stated, with its sign; a dash where the rows do not tell."""
    if declared.difference is None:
        return "–"
    sign = "+" if declared.difference > 0 else "−" if declared.difference < 0 else ""
    size = abs(declared.difference)
    return sign + (percent(size) if declared.unit == "%" else figure(size))


@register.filter
def by_column(entry: ActivityEntry, columns: Sequence[MatrixColumn]) -> list[ShareCell | None]:
    """An activity's shares in the columns of the matrix; None where it has none."""
    cells = {(cell.start, cell.end): cell for cell in entry.shares}
    return [cells.get((column.start, column.end)) for column in columns]


@register.filter
def told(entry: ActivityEntry) -> list[layout.Told]:
    """What was reported of an activity, those that said the same together."""
    return layout.told(entry)


@register.filter
def asked(average: Average) -> int:
    """Of how many an average is: those that entered and those that are missing."""
    return average.entered + average.missing


@register.filter
def listed(texts: Iterable[Text | str]) -> str:
    """Texts joined by semicolons, as plain words."""
    return "; ".join(plain(text) for text in texts)


@register.filter
def years(start: date, end: date) -> str:
    """2025–2026, or 2025 where both days are of one year."""
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"


@register.simple_tag
def late_words(days: int) -> str:
    """How late an activity is, in words."""
    return ngettext("Late: %(days)s day past its end", "Late: %(days)s days past its end", days) % {
        "days": days
    }
