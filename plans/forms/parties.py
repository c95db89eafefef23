"""Parties by their names, as a form offers them and understands them (P20, E14)."""

from collections import Counter
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import shown
from coalitions.membership import spelled
from coalitions.models import Coalition, Party
from coalitions.models.party import fold
from plans.models import Responsibility

DATALIST = "known-parties"


class Directory:
    """The parties of a coalition under one name each, and under every other spelling. Three queries."""

    def __init__(self, coalition: Coalition, language: str) -> None:
        # Read once, for the spellings too; anew where a save has just added one.
        coalition = Coalition.objects.prefetch_related("parties").get(pk=coalition.pk)
        self.known = spelled(coalition)
        rows = sorted(coalition.parties.all(), key=lambda row: (row.position, row.pk))
        plain = {row.pk: str(shown(row, "name", language)) for row in rows}
        often = Counter(fold(name) for name in plain.values())
        # Two parties of one name are told apart by their number, so that a saved row never changes its party.
        self.names = {
            key: name if often[fold(name)] == 1 else f"{name} [{key}]" for key, name in plain.items()
        }
        self.by_name = self.known | {fold(self.names[row.pk]): row for row in rows}

    def find(self, text: str) -> Party | None:
        """The party that is written so."""
        return self.by_name.get(fold(text))

    def like(self, text: str) -> list[str]:
        """Names that look like the text, the nearest first."""
        near = get_close_matches(fold(text), list(self.by_name), n=3, cutoff=0.6)
        return list(dict.fromkeys(self.names[self.by_name[key].pk] for key in near))


class PartyField(forms.CharField):
    """A party by its name, typed with proposals from a list; cleans to the Party, or None where it is blank.

    The name in `new` is one that somebody asked to add: it cleans to itself where no party has it.
    """

    def __init__(self, **options: Any) -> None:
        self.directory: Directory | None = None
        self.new = ""
        widget = forms.TextInput(attrs={"list": DATALIST, "autocomplete": "off"})
        super().__init__(widget=widget, max_length=300, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text or self.directory is None:
            return None
        party = self.directory.find(text) or (text if fold(text) == fold(self.new) else None)
        if party is None:
            raise ValidationError(self._unknown(text), code="unknown")
        return party

    def _unknown(self, text: str) -> str:
        near = self.directory.like(text) if self.directory else []
        if near:
            return _("No party is called “{name}”. Did you mean {others}?").format(
                name=text, others=", ".join(near)
            )
        return _("No party is called “{name}”. Please choose one of the list, or add it.").format(name=text)


class PartyForm(forms.Form):
    """A form with a party in it."""

    party = PartyField(label=gettext_lazy("Party"), required=False)

    def __init__(self, *args: Any, directory: Directory, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["party"]
        if isinstance(field, PartyField):
            field.directory = directory
            field.new = str(self["add"].value() or "") if "add" in self.fields else ""


class PartyLineForm(PartyForm):
    """One line of who answers for a row. A line without a party says nothing, and is left out.

    A name that no party has is proposed to be added, of a kind; `add` holds the name where that was confirmed.
    """

    role = forms.ChoiceField(
        label=gettext_lazy("Role"), choices=Responsibility.Role.choices, initial="responsible", required=False
    )
    duty_es = forms.CharField(label=gettext_lazy("Duty in Spanish"), required=False, max_length=2000)
    duty_en = forms.CharField(label=gettext_lazy("Duty in English"), required=False, max_length=2000)
    possible = forms.BooleanField(label=gettext_lazy("Possible"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=Party.Kind.choices, initial=Party.Kind.GOVERNMENT, required=False
    )
    add = forms.CharField(required=False, max_length=300)

    @property
    def unknown(self) -> str:
        """The typed name, where no party has it; it can be added."""
        directory, name = (
            getattr(self.fields["party"], "directory", None),
            str(self["party"].value() or "").strip(),
        )
        return name if self.is_bound and name and directory and not directory.find(name) else ""
