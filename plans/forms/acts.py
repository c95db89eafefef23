"""Small forms of acts on rows: where to, what with, what of several."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import shown
from plans.editing.pasting import FIELDS
from plans.forms.fields import DayField, long_text, status_choices
from plans.forms.parties import PartyForm
from plans.models import Activity, Objective, Plan, Responsibility


class MoveForm(forms.Form):
    """To another objective of the plan."""

    objective: Any = forms.ModelChoiceField(Objective.objects.none(), label=gettext_lazy("Move to"))

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].queryset = plan.objectives.order_by("position", "pk")  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    """The titles of the two parts, and the number of the second."""

    first_es = long_text(gettext_lazy("First part in Spanish"))
    first_en = long_text(gettext_lazy("First part in English"))
    code = forms.CharField(label=gettext_lazy("Number of the second part"), required=False, max_length=60)
    second_es = long_text(gettext_lazy("Second part in Spanish"))
    second_en = long_text(gettext_lazy("Second part in English"))


class MergeForm(forms.Form):
    """Which other activity of the objective comes into this one, and what the two are called then."""

    other: Any = forms.ModelChoiceField(Activity.objects.none(), label=gettext_lazy("Take in"))
    title_es = long_text(gettext_lazy("Title in Spanish"))
    title_en = long_text(gettext_lazy("Title in English"))
    period = forms.CharField(
        label=gettext_lazy("Period, as the plan writes it"), required=False, max_length=2000
    )

    def __init__(self, *args: Any, row: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Activity.objects.filter(objective=row.objective_id).exclude(pk=row.pk)
        self.fields["other"].queryset = others.order_by("position", "pk")  # type: ignore[attr-defined]


class ManyForm(PartyForm):
    """What to do with the chosen rows: one of three acts, each with its own fields."""

    act = forms.ChoiceField(choices=[("party", ""), ("shift", ""), ("status", "")])
    role = forms.ChoiceField(
        label=gettext_lazy("Role"), choices=Responsibility.Role.choices, initial="responsible", required=False
    )
    replace = forms.BooleanField(label=gettext_lazy("Instead of those it has"), required=False)
    months = forms.IntegerField(label=gettext_lazy("Months"), required=False, min_value=-600, max_value=600)
    days = forms.IntegerField(label=gettext_lazy("Days"), required=False, min_value=-9999, max_value=9999)
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False)
    status_on = DayField(label=gettext_lazy("Status as of"), required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = status_choices(plan)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        act = values.get("act")
        if act == "party" and not values.get("party") and "party" not in self.errors:
            self.add_error("party", _("Please choose a party."))
        if act == "shift" and not (values.get("months") or values.get("days")):
            self.add_error("months", _("Please say by how many months or days."))
        return values


class PasteForm(forms.Form):
    """Rows of a spreadsheet, and the objective that they go into."""

    objective: Any = forms.ModelChoiceField(Objective.objects.none(), label=gettext_lazy("They go into"))
    text = long_text(
        gettext_lazy("Rows"), rows=10, most=1_000_000, strip=False,
        help_text=gettext_lazy(
            "Copy the rows in your spreadsheet and paste them here, with or without the line of column names."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        field: Any = self.fields["objective"]
        field.queryset = plan.objectives.order_by("position", "pk")
        field.label_from_instance = objective_label

    def columns(self, data: Any) -> list[str] | None:
        """The fields that somebody chose for the columns; None where nobody did."""
        names = [data.get(f"column-{number}") for number in range(40) if f"column-{number}" in data]
        return [name if name in FIELDS else "" for name in names] or None


def objective_label(row: Objective) -> str:
    """An objective as a list names it."""
    title = str(shown(row, "title", row.plan.language))
    return " ".join(filter(None, [row.code, title])) or _("Activities without a heading")


def chosen_rows(values: Iterable[str]) -> dict[int, int]:
    """The ticked rows, "KEY:VERSION" each, by key; what is no such pair is left out."""
    pairs = (value.split(":") for value in values)
    return {
        int(pair[0]): int(pair[1]) for pair in pairs if len(pair) == 2 and all(p.isdecimal() for p in pair)
    }
