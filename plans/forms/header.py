"""The header of a plan as a form, and the parties that lead it or take part (P2-P5)."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalitions.forms.members import day_field
from coalitions.models import Coalition, Party
from plans.models import Plan, Responsibility

PARTS = [
    (_("What it is called"), ["title_es", "title_en", "purpose_es", "purpose_en"]),
    (_("From when to when"), ["term_printed", "start", "end", "state", "state_printed"]),
    (
        _("What its first page says"),
        [
            "reference", "issued_printed", "subject_es", "subject_en", "addressees_es", "addressees_en",
            "origin_es", "origin_en",
        ],
    ),
    (_("How it is read"), ["language", "share_reading", "follows"]),
]  # fmt: skip


ALONE = ("term_printed", "follows")


class HeaderForm(forms.ModelForm):
    """Everything that a plan says of itself. The days are those that count; the printed term stands beside them."""

    start = day_field(_("Start"))
    end = day_field(_("End"))
    term_printed = forms.CharField(
        label=_("Term as printed"),
        required=False,
        max_length=500,
        help_text=_("As the document says it: “2024-2025 (two years)”."),
    )

    class Meta:
        model = Plan
        fields = [name for _title, names in PARTS for name in names]
        labels = {
            "title_es": _("Title in Spanish"),
            "title_en": _("Title in English"),
            "purpose_es": _("Purpose in Spanish"),
            "purpose_en": _("Purpose in English"),
            "reference": _("Official reference"),
            "issued_printed": _("Date as printed"),
            "subject_es": _("Subject in Spanish"),
            "subject_en": _("Subject in English"),
            "addressees_es": _("Addressees in Spanish"),
            "addressees_en": _("Addressees in English"),
            "origin_es": _("Origin in Spanish"),
            "origin_en": _("Origin in English"),
            "state": _("State"),
            "state_printed": _("State as printed"),
            "language": _("Language of the plan"),
            "share_reading": _("Reading of percentages"),
            "follows": _("The plan that it follows"),
        }
        help_texts = {
            "state_printed": _("As the document says it: “Draft of 18 September 2023”."),
            "language": _("The language in which the document is printed."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 4 if name.startswith("purpose") else 2
            if name.endswith(("_es", "_en")):
                field.widget.attrs["lang"] = name[-2:]
                field.required = False
        plans: Any = self.fields["follows"]
        plans.empty_label = _("none")
        states: Any = self.fields["state"]
        states.choices = [("", _("not said")), *Plan.State.choices]
        plans.queryset = Plan.objects.filter(coalition=self.instance.coalition_id).exclude(
            pk=self.instance.pk
        )

    def parts(self) -> list[tuple[Promise, list[forms.BoundField]]]:
        """The fields under the headings of the page. Those of ALONE stand on a line of their own."""
        return [(title, [self[name] for name in names]) for title, names in PARTS]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("title_es") and not values.get("title_en"):
            self.add_error("title_es", _("Please give the title in at least one language."))
        if values.get("start") and values.get("end") and values["start"] > values["end"]:
            self.add_error("end", _("The plan would end before it starts."))
        return values

    def written(self) -> dict[str, Any]:
        """The values by the names of the model's fields; no state is null, as the database has it."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields} | {
            "state": self.cleaned_data["state"] or None
        }


class RoleForm(forms.Form):
    """A party that leads the plan or takes part in it."""

    party: "forms.ModelChoiceField[Party]" = forms.ModelChoiceField(Party.objects.none(), label=_("Party"))
    role = forms.ChoiceField(label=_("Role"), choices=Responsibility.Role.choices)
    duty_es = forms.CharField(label=_("Duty in Spanish"), required=False, max_length=1000)
    duty_en = forms.CharField(label=_("Duty in English"), required=False, max_length=1000)
    agreed = forms.BooleanField(label=_("It is agreed, not only possible"), required=False, initial=True)

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties: Any = self.fields["party"]
        parties.queryset = coalition.parties.order_by("position", "pk")
