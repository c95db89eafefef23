"""Forms of a plan's rounds: the calendar, the opening, and the acts on an open one."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coalitions.forms.members import DayForm, day_field
from plans.models.plan import Unit
from plans.rounds import ONCE, Key, Opening

LONGEST = 4000
MOST_DAYS = 180
ANY_PAIR = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")


class CalendarForm(forms.Form):
    """How often reports are asked for in the plan's whole term, and how long after each period they are received."""

    unit = forms.ChoiceField(
        label=_("How often"), choices=[*Unit.choices, (ONCE, _("once, for the whole term"))]
    )
    days = forms.IntegerField(
        label=_("Received until so many days after the end of the period"),
        min_value=0,
        max_value=MOST_DAYS,
        initial=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


def reason_field(required: bool = True) -> forms.CharField:
    """Why; it goes into the mail and the log."""
    return forms.CharField(
        label=_("Reason"),
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stands in the mail and in the log."),
    )


class TicksForm(DayForm):
    """Pairs of an activity and a party as ticks "activity-party" under the name `ask`."""

    def pairs(self) -> set[Key]:
        """What is ticked; anything that is no pair is passed over."""
        found = (ANY_PAIR.fullmatch(text) for text in self.data.getlist("ask"))  # type: ignore[attr-defined]
        return {(int(one[1]), int(one[2])) for one in found if one}


class OpeningForm(TicksForm):
    """The day of the round and what the mail says besides."""

    due = day_field(_("Received until the end of"))
    message_es = forms.CharField(
        label=_("Message in Spanish"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    message_en = forms.CharField(
        label=_("Message in English"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Where one is empty, the mail shows the other."),
    )  # fmt: skip
    partners_too = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def opening(self) -> Opening:
        values = self.cleaned_data
        message = {"es": values["message_es"], "en": values["message_en"]}
        return Opening(values["due"], message, values["partners_too"])


class DueForm(DayForm):
    """Another day, and why: a round is extended, or opened again."""

    due = day_field(_("Received until the end of"))
    reason = reason_field()


class CloseForm(forms.Form):
    """A round is closed; whoever had begun is told."""

    reason = reason_field(required=False)


def proposed_day(due: date, today: date) -> date:
    """The planned day, or a fortnight from today where that is past."""
    return due if due >= today else today + timedelta(days=14)


def initial_of(call: Any, today: date, *, partners_too: bool) -> dict[str, Any]:
    """What the form of an opening begins with."""
    return {
        "due": proposed_day(call.due, today),
        "message_es": call.message_es,
        "message_en": call.message_en,
        "partners_too": partners_too,
    }
