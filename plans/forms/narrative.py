"""Sections of a plan's narrative and its links (P26, P27)."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from plans.models import Plan, Section

LONGEST = 60_000
"""In characters: some thirty pages."""
KINDS = {
    "introduction": _("introduction"),
    "context": _("context"),
    "purpose": _("purpose"),
    "situation": _("situation"),
    "process": _("how the plan was made"),
    "resources": _("mobilisation of resources"),
    "monitoring": _("monitoring"),
    "synergies": _("links with other plans and priorities"),
    "references": _("references"),
    "annex": _("annex"),
}


class SectionForm(forms.ModelForm):
    """A section, both languages side by side. The kinds that documents have brought in stay choosable."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)

    class Meta:
        model = Section
        fields = ["kind", "title_es", "title_en", "text_es", "text_en"]
        labels = {
            "title_es": _("Title in Spanish"),
            "title_en": _("Title in English"),
            "text_es": _("Text in Spanish"),
            "text_en": _("Text in English"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.instance.kind
        known: dict[str, Any] = KINDS if not own or own in KINDS else {own: own} | KINDS
        kinds: Any = self.fields["kind"]
        kinds.choices = [("", _("not said")), *known.items()]
        for name, field in self.fields.items():
            if name != "kind":
                field.required = False
                field.validators.append(MaxLengthValidator(LONGEST))
                field.widget.attrs |= {"lang": name[-2:], "rows": 2 if name.startswith("title") else 16}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not any(values.get(name) for name in self.Meta.fields[1:]):
            self.add_error("title_es", _("Please write a title or a text in at least one language."))
        return values


class LinkForm(forms.Form):
    """What the plan is tied to: another plan of the coalition, or anything said in words, with its address."""

    other: "forms.ModelChoiceField[Plan]" = forms.ModelChoiceField(
        Plan.objects.none(), label=_("Another plan of the coalition"), required=False
    )
    text_es = forms.CharField(
        label=_("Priority, plan or partner in Spanish"), required=False, max_length=1000
    )
    text_en = forms.CharField(
        label=_("Priority, plan or partner in English"), required=False, max_length=1000
    )
    url = forms.URLField(
        label=_("Address on the web"), required=False, max_length=500, assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )  # fmt: skip

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plans: Any = self.fields["other"]
        plans.queryset = Plan.objects.filter(coalition=plan.coalition_id).exclude(pk=plan.pk)
