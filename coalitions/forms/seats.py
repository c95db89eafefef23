"""Forms of seats and invitations."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from coalitions.forms.members import DayForm, day_field
from coalitions.models import Coalition, Party, Seat
from coalitions.seats import FOR_A_PARTY


class InviteForm(forms.Form):
    """Whom to invite, and to which seat. The party is one of this coalition: any other is a field error (S-A5)."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    language = forms.ChoiceField(
        label=_("Language of the mail"), choices=settings.LANGUAGES, initial=get_language,
        help_text=_("Also the language in which this person is first shown the site."),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Role"), choices=Seat.Role.choices, initial=Seat.Role.FOCAL_POINT)
    party: Any = forms.ModelChoiceField(
        label=_("Party"), queryset=Party.objects.none(), required=False, empty_label=_("none"),
        help_text=_("For focal points and delegates: the party for which they report."),
    )  # fmt: skip

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = coalition.parties.filter(closed_on=None)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if "party" in values and values.get("role"):
            if values["role"] in FOR_A_PARTY and not values["party"]:
                self.add_error("party", _("A focal point or delegate acts for a party: please choose it."))
            if values["role"] not in FOR_A_PARTY and values["party"]:
                self.add_error("party", _("This role is not tied to a party: please leave the party empty."))
        return values


class EndSeatForm(DayForm):
    """The first day without the right, not later than today: what ends today acts at once."""

    on = day_field(
        _("Without the right since"), help_text=_("Today at the latest: the right is gone at once.")
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = kwargs["today"]

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(
                _("This day is still to come: please end the seat on the day itself.")
            )
        return on


class HandOverForm(forms.Form):
    """To whom a seat passes."""

    email = forms.EmailField(
        label=_("E-mail address of the person who takes over"), max_length=254,
        help_text=_(
            "Somebody of this coalition has the seat at once. Anybody else is invited, and the seat stays where it is "
            "until the invitation is accepted. Open drafts go with it."
        ),
    )  # fmt: skip
    name = forms.CharField(label=_("Name"), required=False, max_length=200)
    language = forms.ChoiceField(
        label=_("Language of the mail"), choices=settings.LANGUAGES, initial=get_language
    )
