"""Forms of initiatives: what is said of one, the note that sends it back, and what a register is narrowed to."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from coalitions.languages import shown
from coalitions.models import Party
from plans.forms.fields import DayField, long_text
from plans.models import Initiative, Plan


class InitiativeForm(forms.Form):
    """One initiative. Its title is written in the reader's language; the other language stays as it is."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it was"), choices=Initiative.Kind.choices, widget=forms.RadioSelect
    )
    party: Any = forms.ModelChoiceField(
        label=gettext_lazy("Who did it"), queryset=Party.objects.none(), empty_label=None
    )
    on = DayField(label=gettext_lazy("Day, or its last day"))
    title = forms.CharField(
        label=gettext_lazy("What was done, and with whom"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    beneficiaries = forms.IntegerField(
        label=gettext_lazy("How many people it reached"), required=False, min_value=0, max_value=2_000_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 12, "autocomplete": "off"}),
        help_text=gettext_lazy("Empty where it is not known: it then counts as not reported, not as zero."),
    )  # fmt: skip
    plan: Any = forms.ModelChoiceField(
        label=gettext_lazy("Plan beside which it was done"), queryset=Plan.objects.none(), required=False,
        empty_label=gettext_lazy("none in particular"),
        help_text=gettext_lazy("Without one it stands in the report of each plan in whose term its day falls."),
    )  # fmt: skip

    def __init__(
        self, data: Any = None, *, parties: QuerySet[Party], plans: QuerySet[Plan], today: date,
        row: Initiative | None = None,
    ) -> None:  # fmt: skip
        self.language = get_language() or "es"
        super().__init__(data, initial=self.held_by(row) if row else {"on": today})
        self.today, self.row = today, row
        for name, rows, label in (("party", parties, "name"), ("plan", plans, "title")):
            field: Any = self.fields[name]
            field.queryset = rows
            field.label_from_instance = lambda one, label=label: str(shown(one, label, self.language))

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError(_("This day is still to come: please report what was done."))
        return on

    def held_by(self, row: Initiative) -> dict[str, Any]:
        """What a row holds, by the names of the fields."""
        names = ("kind", "party", "on", "beneficiaries", "plan")
        title = str(shown(row, "title", get_language() or "es"))
        return {name: getattr(row, name) for name in names} | {"title": title}

    def fields_of(self) -> dict[str, Any]:
        """The typed values as the verbs take them."""
        values = dict(self.cleaned_data)
        title = "\n".join(values.pop("title").splitlines())
        if self.row and title == self.initial["title"]:
            return values  # it may be the other language's, which nobody has translated
        return values | {f"title_{self.language}": title}


class NoteForm(forms.Form):
    """Why something goes back."""

    note = long_text(gettext_lazy("What is to be changed"), rows=3, most=4000)


class InitiativeFilters(forms.Form):
    """What the register is narrowed to, as its address says it; a value that is not offered narrows nothing."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    party = forms.ChoiceField(label=gettext_lazy("Who did it"), required=False)
    plan = forms.ChoiceField(label=gettext_lazy("Plan"), required=False)
    year = forms.ChoiceField(label=gettext_lazy("Year"), required=False)
    state = forms.ChoiceField(label=pgettext_lazy("of an initiative", "State"), required=False)
    PATHS = {"kind": "kind", "party": "party", "plan": "plan", "year": "on__year", "state": "state"}

    def __init__(self, data: Any, rows: QuerySet[Initiative]) -> None:
        super().__init__(data)
        language = get_language() or "es"
        own = rows.order_by()
        parties = Party.objects.filter(pk__in=own.values("party")).order_by("position", "pk")
        plans = Plan.objects.filter(pk__in=own.values("plan")).order_by("-start", "pk")
        years = sorted({str(day.year) for day in own.dates("on", "year")}, reverse=True)
        offers: dict[str, list[tuple[str, Any]]] = {
            "kind": list(Initiative.Kind.choices),
            "party": [(str(one.pk), str(shown(one, "name", language))) for one in parties],
            "plan": [(str(one.pk), str(shown(one, "title", language))) for one in plans],
            "year": [(year, year) for year in years],
            "state": list(Initiative.State.choices),
        }
        for name, values in offers.items():
            cast(forms.ChoiceField, self.fields[name]).choices = [("", _("all")), *values]

    def narrow(self, rows: QuerySet[Initiative]) -> QuerySet[Initiative]:
        """The rows that the filters let through."""
        return rows.filter(**{self.PATHS[name]: value for name, value in self.wanted.items()})

    @property
    def wanted(self) -> dict[str, str]:
        """The filters that hold, by name."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}
