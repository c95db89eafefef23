"""The forms of an objective, and of a new row."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from coalitions.languages import stored
from plans.editing.activities import ActivityChange
from plans.editing.objectives import TEXTS, ObjectiveChange
from plans.editing.parties import PartyLine
from plans.forms.activity import LANGUAGES, PartyLines, by_language, party_initial, party_lines
from plans.forms.fields import NamedForm, long_text
from plans.forms.parties import Directory, PartyField, PartyForm
from plans.models import Objective


class ObjectiveForm(NamedForm):
    """Number, title and statement of an objective; who answers for it stands in lines of its own."""

    statement_es = long_text(gettext_lazy("Statement in Spanish"), rows=3)
    statement_en = long_text(gettext_lazy("Statement in English"), rows=3)


class ObjectiveForms:
    """The form of an objective with its lines of parties; `row` None is a new one."""

    def __init__(self, row: Objective | None, directory: Directory, data: Any = None) -> None:
        initial: dict[str, Any] = {}
        lines = []
        if row:
            initial = {f"{name}_{code}": stored(row, name, code) for name in TEXTS for code in LANGUAGES}
            initial["code"] = row.code
            held = row.responsibilities.order_by("position", "pk")
            lines = [party_initial(one, directory) for one in held]
        self.form, self.directory = ObjectiveForm(data, initial=initial), directory
        options: dict[str, Any] = {"form_kwargs": {"directory": directory}, "prefix": "party"}
        self.parties = PartyLines(data, initial=lines, **options)
        self.formsets: list[Any] = [self.parties]

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.parties.is_valid()])

    def change(self) -> ObjectiveChange:
        """What the valid form asks for."""
        values = self.form.cleaned_data
        texts = {name: by_language(values, name) for name in TEXTS}
        return ObjectiveChange(values["code"], texts, party_lines(self.parties))


class NewActivityForm(NamedForm, PartyForm):
    """A new row in short: the rest is written in the row once it is there."""

    period = forms.CharField(
        label=gettext_lazy("Period, as the plan writes it"), required=False, max_length=2000
    )
    party = PartyField(label=gettext_lazy("Responsible"), required=False)

    def change(self) -> ActivityChange:
        """What the valid form asks for."""
        values = self.cleaned_data
        party = values.get("party")
        lines = [PartyLine(party.pk, "responsible", {"es": "", "en": ""})] if party else []
        return ActivityChange(
            plain={"code": values["code"], "code_printed": values["code"]},
            texts={"title": by_language(values, "title")},
            period=values["period"],
            parties=lines,
        )
