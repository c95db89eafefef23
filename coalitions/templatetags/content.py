"""Content in two languages, as a page shows it."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from coalitions import once
from coalitions.languages import Text

register = template.Library()

SPOKEN = {"es": _("in Spanish"), "en": _("in English")}


@register.simple_tag
def shown(text: Text | str | None) -> SafeString | str:
    """A text of the content, escaped.

    Where it is not in the reader's language, it carries its own `lang` and a small mark ("ES"), which is read
    aloud as "in Spanish" (law 10).
    """
    if not isinstance(text, Text):
        return text or ""
    if text.translated:
        return text.text
    return format_html(
        '<span lang="{}">{}</span>&nbsp;<span class="tongue" title="{}"><span aria-hidden="true">{}</span>'
        '<span class="hidden">({})</span></span>',
        text.language,
        text.text,
        SPOKEN[text.language],
        text.language.upper(),
        SPOKEN[text.language],
    )


@register.simple_tag
def form_key() -> SafeString:
    """The hidden field that lets a form be saved only once."""
    return format_html('<input type="hidden" name="{}" value="{}">', once.FIELD, once.new_key())


@register.inclusion_tag("components/status.html")
def status_mark(meaning: str, word: str) -> dict[str, str]:
    """The mark of an activity's status with its word; `meaning` as stored ("in_progress", "not_reported", "late")."""
    return {"mark": meaning.replace("_", "-"), "word": word}


@register.filter
def figure(value: Decimal | int | None) -> str:
    """A number as the language writes it, without idle zeros: 1.200 and 2,5 in Spanish; "" where there is none."""
    if value is None:
        return ""
    plain = format(Decimal(value).normalize(), "f")
    return number_format(plain, force_grouping=True)


@register.filter
def percent(value: Decimal | None, exact: bool = False) -> str:
    """45 -> "45 %" in Spanish (the space never breaks), "45%" in English; one decimal at most unless `exact`.

    "" where there is none, which is not zero (law 1).
    """
    return "" if value is None else _percent(value, exact, get_language() or "es")


@lru_cache(maxsize=4096)
def _percent(value: Decimal, exact: bool, language: str) -> str:
    """Kept, since a table says the same few percentages thousands of times."""
    number = figure(value if exact else Decimal(value).quantize(Decimal("0.1"), ROUND_HALF_UP))
    return f"{number}%" if language == "en" else f"{number}\u00a0%"
