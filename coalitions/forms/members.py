"""Forms of parties: one party, a list of them, and the acts on one."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from coalitions import countries, party_list
from coalitions.membership import BODIES, NewParty
from coalitions.models import Coalition, Membership, Party, Term
from coalitions.refusal import Refused

LONGEST = party_list.LONGEST
NO_STANDING = [("", _("none: a body, or not admitted"))]


def day_field(label: Any, today: date | None = None, **options: Any) -> forms.DateField:
    """A day, typed or picked; today where nothing else is said."""
    return forms.DateField(
        label=label,
        initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **options,
    )


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class DayForm(forms.Form):
    """A form whose days begin as today; the view says which day that is."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.DateField) and field.required:
                field.initial = today


class NewPartyForm(DayForm):
    """One party, with its spellings and its standing."""

    name_es = forms.CharField(label=_("Name in Spanish"), required=False, max_length=LONGEST)
    name_en = forms.CharField(
        label=_("Name in English"),
        required=False,
        max_length=LONGEST,
        help_text=_("One of the two names is enough."),
    )
    short_name = forms.CharField(label=_("Short name"), required=False, max_length=60)
    kind = forms.ChoiceField(label=_("Kind"), choices=Party.Kind.choices)
    country = forms.CharField(
        label=_("Country"), required=False, max_length=60, help_text=_("Its name, or its two letters: PE.")
    )
    standing = forms.ChoiceField(
        label=_("Standing in the coalition"),
        required=False,
        choices=NO_STANDING + Membership.Standing.choices,
    )
    admitted_on = day_field(_("Admitted on"))
    aliases = forms.CharField(
        label=_("Other spellings"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As documents write it, one a line. A plan that is brought in finds the party by them."),
    )  # fmt: skip

    def clean_country(self) -> str:
        text = self.cleaned_data["country"]
        code = countries.code_of(text) if text else ""
        if code is None:
            raise forms.ValidationError(_("This country is not known: please write its two letters (PE)."))
        return code

    def clean_aliases(self) -> tuple[str, ...]:
        found = lines(self.cleaned_data["aliases"])
        if any(len(text) > LONGEST for text in found):
            raise forms.ValidationError(_("One of the spellings is longer than 200 characters."))
        return found

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("name_es") and not values.get("name_en"):
            self.add_error("name_es", _("Please give the name in at least one language."))
        return values

    def new_party(self) -> NewParty:
        """The typed values as the verb takes them."""
        values = self.cleaned_data
        return NewParty(**values | {"admitted_on": values["admitted_on"] if values["standing"] else None})


class PartyListForm(DayForm):
    """A list, pasted or in a file, with what holds for rows that do not say it themselves."""

    text = forms.CharField(
        label=_("The list, one party a line"), required=False, strip=False, max_length=party_list.MOST_BYTES,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=_(
            "A name alone is enough. Columns are split by tabs (as copied from a spreadsheet) or semicolons: "
            "name; kind; country; standing. A first line with the names of the columns may put them in another order."
        ),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Or a file: .xlsx or .csv"), required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_("Up to 1 MB and 2000 rows; of an .xlsx the first sheet is read."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Kind of rows that do not say it"), choices=Party.Kind.choices)
    standing = forms.ChoiceField(
        label=_("Standing of rows that do not say it"), required=False, initial=Membership.Standing.MEMBER,
        choices=NO_STANDING + Membership.Standing.choices,
    )  # fmt: skip
    admitted_on = day_field(_("Admitted on"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        upload, text = values.get("file"), values.get("text", "")
        try:
            values["cells"] = self._cells(upload, text)
        except Refused as refusal:
            self.add_error("file" if upload else "text", str(refusal))
        else:
            if not any(any(row) for row in values["cells"]) and not self.errors:
                self.add_error(
                    "file" if upload else "text",
                    _("Please paste a list or choose a file: this one is empty."),
                )
        return values

    def otherwise(self) -> NewParty:
        """What holds for rows that do not say it."""
        values = self.cleaned_data
        return NewParty(
            "", kind=values["kind"], standing=values["standing"], admitted_on=values["admitted_on"]
        )

    @staticmethod
    def _cells(upload: UploadedFile | None, text: str) -> party_list.Cells:
        if not upload:
            return party_list.cells_of_text(text)
        # One byte more than allowed is enough to see that it is too large.
        return party_list.cells_of_file(upload.name or "", upload.read(party_list.MOST_BYTES + 1))


class StandingForm(DayForm):
    """Another standing from a day on, or the first one."""

    standing = forms.ChoiceField(label=_("Standing in the coalition"), choices=Membership.Standing.choices)
    on = day_field(_("From"))


class EndForm(DayForm):
    """The end of something, with its reason."""

    on = day_field(_("Day of the end"))
    reason = forms.CharField(label=_("Reason"), required=False, max_length=500)


class BodyForm(DayForm):
    """A place in a body."""

    body: Any = forms.ModelChoiceField(label=_("Body"), queryset=Party.objects.none())
    role = forms.ChoiceField(label=_("As what"), choices=Term.Role.choices)
    on = day_field(_("From"))

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = coalition.parties.filter(kind__in=BODIES, closed_on=None)  # type: ignore[attr-defined]


class AliasForm(forms.Form):
    """One more spelling."""

    text = forms.CharField(label=_("Another spelling"), max_length=LONGEST)
