"""What a reader may ask of a report."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plans.models import Plan

LANGUAGES = (*dict(settings.LANGUAGES), "+".join(code for code, _name in settings.LANGUAGES))


class ReportOptions(forms.Form):
    """`?language=en` (or `es+en`: in parallel), `?on=2026-03-31`; each may be missing.

    `cleaned_data` holds both, with the reader's language and the earlier of today and the plan's end where they
    are. A day before the plan, or after both its end and today, has nothing to report and is refused.
    """

    language = forms.CharField(required=False)
    on = forms.CharField(required=False)

    def __init__(self, data: Any, *, plan: Plan, language: str, today: date) -> None:
        super().__init__(data)
        self.plan, self.own_language, self.today = plan, language, today

    def clean_language(self) -> str:
        code = self.cleaned_data["language"] or self.own_language
        # In an address a plus sign is a space.
        code = code.replace(" ", "+")
        if code not in LANGUAGES:
            names = ", ".join(LANGUAGES)
            raise forms.ValidationError(_("The language must be one of: %(names)s.") % {"names": names})
        return code

    def clean_on(self) -> date:
        text = self.cleaned_data["on"]
        if not text:
            return standing_day(self.plan, self.today)
        day = _read_day(text)
        first, last = self.plan.start, max(self.plan.end, self.today)
        if day is None or not first <= day <= last:
            limits = {"first": date_format(first), "last": date_format(last)}
            raise forms.ValidationError(
                _("The day must be written as 2026-03-31 and lie between %(first)s and %(last)s.") % limits
            )
        return day

    @property
    def problem(self) -> str:
        """What is wrong, in words."""
        return " ".join(str(error) for errors in self.errors.values() for error in errors)


def standing_day(plan: Plan, today: date) -> date:
    """The day on which a plan's figures stand when nobody names one: today, or its end where that is past."""
    return min(today, plan.end)


def _read_day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:  # well written, but no such day
        return None
