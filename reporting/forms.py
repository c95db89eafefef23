"""What a reader may ask of a report."""

from datetime import date
from typing import Any, cast

from django import forms
from django.conf import settings
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from plans.models import Plan
from plans.status import word_for
from reporting.annual_report.shapes import STATUSES
from reporting.portfolio import Choices as PlanChoices
from reporting.timeline_choice import UNIT_WORDS, Choice, Choices, Choosing

LONGEST_QUERY = 200
ORDERS = (
    ("", gettext_lazy("by coalition")),
    ("title", gettext_lazy("by title")),
    ("start", gettext_lazy("latest start first")),
    ("end", gettext_lazy("earliest end first")),
)

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


class PortfolioFilters(forms.Form):
    """What the portfolio is narrowed to, as its address says it; a value that is not offered narrows nothing."""

    q = forms.CharField(label=gettext_lazy("Words of the plan"), max_length=LONGEST_QUERY, required=False)
    coalition = forms.ChoiceField(label=gettext_lazy("Coalition"), required=False)
    party = forms.ChoiceField(label=gettext_lazy("Who answers"), required=False)
    state = forms.ChoiceField(label=pgettext_lazy("of a plan", "State"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Year in which it runs"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("With an activity that is"), required=False)
    order = forms.ChoiceField(label=gettext_lazy("Order"), required=False, choices=ORDERS)

    def __init__(self, data: Any, *, offered: PlanChoices, language: str) -> None:
        super().__init__(data)
        words = [(status, word_for(status, language)) for status in STATUSES]
        offers: dict[str, list[tuple[str, Any]]] = {
            "coalition": offered.coalitions,
            "party": offered.parties or [],
            "state": [*Plan.State.choices, ("none", _("not stated"))],
            "year": [(str(year), str(year)) for year in offered.years],
            "status": [*words, ("late", _("Late"))],
        }
        for name, values in offers.items():
            cast(forms.ChoiceField, self.fields[name]).choices = [("", _("all")), *values]
        if len(offered.coalitions) < 2:
            del self.fields["coalition"]
        if not offered.parties:
            del self.fields["party"]

    @property
    def wanted(self) -> dict[str, str]:
        """The filters that hold, by name."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


class SearchWords(forms.Form):
    """`?q=water`, and `?coalition=slug` to look in one coalition only."""

    q = forms.CharField(label=gettext_lazy("Words to look for"), max_length=LONGEST_QUERY, required=False)
    coalition = forms.SlugField(required=False, widget=forms.HiddenInput)


def standing_day(plan: Plan, today: date) -> date:
    """The day on which a plan's figures stand when nobody names one: today, or its end where that is past."""
    return min(today, plan.end)


def _read_day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:  # well written, but no such day
        return None


class TimelineOptions(forms.Form):
    """What a timeline shows. Every field may be missing, so that a short link is a whole one."""

    unit = forms.ChoiceField(label=gettext_lazy("Columns"), required=False)
    by = forms.ChoiceField(label=pgettext_lazy("timeline", "Grouped by"), required=False)
    line = forms.ChoiceField(label=gettext_lazy("Line"), required=False)
    party = forms.ChoiceField(label=gettext_lazy("Responsible"), required=False)
    group = forms.ChoiceField(label=pgettext_lazy("of parties", "Group and its members"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False)
    period = forms.ChoiceField(label=gettext_lazy("Period"), required=False)
    show = forms.ChoiceField(label=pgettext_lazy("timeline", "Shown as"), required=False)

    def __init__(self, data: Any, choosing: Choosing) -> None:
        defaults = {"unit": choosing.unit, "by": "line", "show": "bars"}
        super().__init__(defaults | {name: value for name, value in data.items() if value})
        self.choosing = choosing
        self._offer("unit", [(key, str(word)) for key, word in UNIT_WORDS.items()])
        self._offer("by", [("line", _("Line")), ("party", _("Responsible party"))])
        self._offer("show", [("bars", _("Bars")), ("words", _("Dates in words"))])
        self._offer("line", choosing.lines, _("Any"))
        self._offer("party", choosing.parties, _("Any"))
        self._offer("group", choosing.groups, _("Any"))
        self._offer("status", choosing.statuses, _("Any"))
        self._offer("period", choosing.period_names, _("Any"))

    def _offer(self, name: str, choices: Choices, everything: str = "") -> None:
        """The choices of a field; one that offers nothing is left out."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", everything), *choices] if everything else choices
        if not choices:
            del self.fields[name]

    @property
    def choice(self) -> Choice:
        """What was asked for, where the form is valid."""
        data = {name: value for name, value in self.cleaned_data.items() if value}
        return Choice(words=data.pop("show") == "words", **data)

    @property
    def problem(self) -> str:
        """What is wrong, in words."""
        return " ".join(str(error) for errors in self.errors.values() for error in errors)
