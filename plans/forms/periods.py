"""The unit of a plan's calendar, and periods added or named by hand (T14, T15)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coalitions.forms.members import day_field
from plans.models.plan import Unit


class UnitForm(forms.Form):
    """How long the periods are that the dates of the plan give."""

    unit = forms.ChoiceField(label=_("Unit of the calendar"), choices=Unit.choices)


class NameForm(forms.Form):
    """What a period is called."""

    name_es = forms.CharField(label=_("Name in Spanish"), required=False, max_length=100)
    name_en = forms.CharField(label=_("Name in English"), required=False, max_length=100)


class PeriodForm(forms.Form):
    """A period beside those that the dates give. Left without a name it is called after its days."""

    start = day_field(_("Start"))
    end = day_field(_("End"))
    unit = forms.ChoiceField(label=_("Length"), choices=Unit.choices)
    name_es = forms.CharField(
        label=_("Name in Spanish"),
        required=False,
        max_length=100,
        help_text=_("Empty: it is named after its days."),
    )
    name_en = forms.CharField(label=_("Name in English"), required=False, max_length=100)

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if values.get("start") and values.get("end") and values["start"] > values["end"]:
            self.add_error("end", _("The period would end before it starts."))
        return values
