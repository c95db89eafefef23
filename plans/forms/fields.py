"""Fields that several forms of plans need."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plans.models import Plan
from plans.models.activity import Status

PERCENT = re.compile(r"\d{1,5}(?:[.,]\d{1,4})?")


class PercentField(forms.CharField):
    """A percentage as people write it: "50", "12,5", "60 %". Blank is None, which is not zero (law 1)."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "size": 5, "autocomplete": "off"})

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "").replace("%", "").replace("\u00a0", " ").strip()
        if not text:
            return None
        if not PERCENT.fullmatch(text):
            raise ValidationError(
                _("“{text}” is not a percentage: please write digits, such as 50 or 12.5.").format(text=text)
            )
        return Decimal(text.replace(",", "."))

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        return format(value.normalize(), "f").replace(".", str(get_format("DECIMAL_SEPARATOR")))


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
