"""Fields that several forms of plans need."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from plans.models import Plan
from plans.models.activity import Status
from plans.targets import read_number, write_number


class NumberField(forms.CharField):
    """A number as people type it: "45 %", "1 200", "1,5", "−2". Blank is None, which is not zero (law 1).

    What can be read in two ways ("1.200") is asked, never guessed. `places`: how many decimals are kept.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 9, "autocomplete": "off"})

    def __init__(self, *, places: int = 6, least: int | None = None, most: int | None = None, **options: Any):
        super().__init__(**{"required": False, "max_length": 60} | options)
        self.places, self.least, self.most = places, least, most

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").replace("%", "").replace("\u00a0", " ").strip()
        if not text:
            return None
        bare = text.lstrip("-−")
        values = read_number(bare).values if len(text) - len(bare) < 2 else ()
        if len(values) > 1:
            raise ValidationError(self._two_readings(text, *values))
        if not values:
            raise ValidationError(_("“{text}” is not a number: please write figures only.").format(text=text))
        number = -values[0] if bare != text else values[0]
        self._check(number, text)
        return number

    def _two_readings(self, text: str, whole: Decimal, fraction: Decimal) -> str:
        language = get_language() or "es"
        told = _("“{text}” can be read as {one} or as {other}. Please write {plain} or {fraction}.")
        return told.format(
            text=text, one=write_number(whole, language), other=write_number(fraction, language),
            plain=format(whole, "f"), fraction=self.prepare_value(fraction),
        )  # fmt: skip

    def _check(self, number: Decimal, text: str) -> None:
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            words = _("Please write a number from {least} to {most}. We read “{text}”.")
            raise ValidationError(words.format(least=self.least, most=self.most, text=text))
        if abs(number) >= 10**18:
            raise ValidationError(_("This number is too large."))
        if number != round(number, self.places):
            words = _("Please round to {places} decimals at most.")
            raise ValidationError(words.format(places=self.places))

    def prepare_value(self, value: Any) -> Any:
        """As it can be typed again: three decimals get a fourth, since "1,234" would be asked about."""
        if not isinstance(value, Decimal):
            return value
        whole, _mark, part = format(value.normalize(), "f").partition(".")
        part += "0" if len(part) == 3 else ""
        return whole + (str(get_format("DECIMAL_SEPARATOR")) + part if part else "")


class BreakdownField(forms.CharField):
    """How an indicator is broken down, one way a line: "actor: governmental, other" (P17)."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value: Any) -> Any:
        ways: dict[str, list[str]] = {}
        for line in str(super().clean(value) or "").splitlines():
            name, _colon, parts = line.partition(":")
            if name.strip():
                ways.setdefault(name.strip(), []).extend(filter(None, map(str.strip, parts.split(","))))
        return ways

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return "\n".join(f"{name}: {', '.join(parts)}" if parts else name for name, parts in value.items())

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(self.prepare_value(initial) or "").splitlines() != str(data or "").splitlines()


class DayField(forms.DateField):
    """A day, typed or chosen in the browser's calendar."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def long_text(label: Any, *, rows: int = 2, most: int = 20_000, **options: Any) -> forms.CharField:
    """A text of some lines that may stay empty."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=most, widget=area, **options)


def status_choices(plan: Plan) -> list[tuple[str, str]]:
    """The six meanings in the coalition's own words, "not reported" first (T4)."""
    language = get_language() or "es"
    words = plan.coalition.status_words or {}
    own = [(value, words.get(value, {}).get(language) or str(label)) for value, label in Status.choices]
    return [("", _("not reported")), *own]


class NamedForm(forms.Form):
    """What every row of the matrix begins with."""

    code = forms.CharField(label=gettext_lazy("Number"), required=False, max_length=60)
    title_es = long_text(gettext_lazy("Title in Spanish"))
    title_en = long_text(gettext_lazy("Title in English"))
