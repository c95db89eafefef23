"""Fields that several forms of plans need."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from plans.models import Plan
from plans.models.activity import Status
from plans.targets import read_number
from plans.targets.numbers import DECIMAL_MARKS

PERCENT = re.compile(r"\d{1,5}(?:[.,]\d{1,4})?")


class PercentField(forms.CharField):
    """A percentage as people write it: "50", "12,5", "60 %". Blank is None, which is not zero (law 1)."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 5, "autocomplete": "off"})

    wrong = gettext_lazy("“{text}” is not a percentage: please write digits, such as 50 or 12.5.")

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").replace("%", "").replace("\u00a0", " ").strip()
        number = self.read(text)
        if text and number is None:
            raise ValidationError(self.wrong.format(text=text))
        return number

    def read(self, text: str) -> Decimal | None:
        """The number; None where the text is none."""
        return Decimal(text.replace(",", ".")) if PERCENT.fullmatch(text) else None

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return format(value.normalize(), "f").replace(".", str(get_format("DECIMAL_SEPARATOR")))


class NumberField(PercentField):
    """A number in the reader's form: "1.200,5" in Spanish, "1,200.5" in English."""

    wrong = gettext_lazy("“{text}” is not a number: please write digits, such as 50 or 12.5.")

    def read(self, text: str) -> Decimal | None:
        number = read_number(text.lstrip("-−"), DECIMAL_MARKS.get(get_language() or "es")).value
        if number is None or number >= 10**18 or number != round(number, 6):
            return None
        return -number if text[0] in "-−" else number


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
