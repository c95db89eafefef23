"""What a reviewer asks of the queue, and writes when deciding."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plans import correcting
from plans.aggregation import DENOMINATOR, NUMERATOR
from plans.figures import ratio_of
from plans.forms.fields import NumberField, long_text, status_choices
from plans.models import Indicator, Measurement, Plan, ProgressReport

State = ProgressReport.State
STATES = (
    ("", _("all that was sent")),
    ("waiting", _("waiting for review")),
    (State.RETURNED.value, _("returned")),
    (State.ACCEPTED.value, _("accepted")),
)
RATIO = {
    NUMERATOR: _("How many of them (numerator)"),
    DENOMINATOR: _("Of how many in all (denominator)"),
}


class QueueFilters(forms.Form):
    """What the queue is narrowed to, as its address says it; a value that is not offered narrows nothing."""

    round = forms.ChoiceField(label=_("Round"), required=False)
    party = forms.ChoiceField(label=_("Party"), required=False)
    line = forms.ChoiceField(label=_("Line"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    behalf = forms.BooleanField(label=_("Answered on behalf of the party"), required=False)
    objection = forms.BooleanField(label=_("With an objection of the party"), required=False)

    def __init__(self, data: Any, *, offered: dict[str, list[tuple[int, str]]]) -> None:
        super().__init__(data)
        for name, pairs in offered.items():
            field: Any = self.fields[name]
            field.choices = [("", _("all")), *((str(key), words) for key, words in pairs)]

    @property
    def wanted(self) -> dict[str, str]:
        """The filters that are set and offered."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value}


class AcceptForm(forms.Form):
    """Accepting; whoever wrote the report herself says why she does it alone, where that is allowed."""

    alone = forms.CharField(
        label=_("Why you review alone what you wrote"), max_length=1000, widget=forms.TextInput()
    )

    def __init__(self, *args: Any, alone: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not alone:
            del self.fields["alone"]


class ReturnForm(forms.Form):
    """A note to whoever wrote the report, and another that stays in the Secretariat."""

    note = long_text(_("What is missing, or what you ask"), rows=3)
    office_note = long_text(
        _("Note among the Secretariat"), help_text=_("Read by the Secretariat alone, never by the party.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
        self.fields["note"].error_messages["required"] = _("A report is returned with a note.")


class CorrectForm(forms.Form):
    """The report as it would be accepted: what it says, its values, and why it is corrected."""

    executed = NumberField(label=_("Executed percent"), places=2, least=0, most=100)

    def __init__(
        self, *args: Any, report: ProgressReport, figures: list[Measurement], alone: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.figures = figures
        self.fields["status"] = forms.ChoiceField(
            label=_("Status"), required=False, choices=status_choices(report.round.plan)
        )
        self.order_fields(["status", "executed"])
        for row in figures:
            self._figure(row)
        for name in correcting.TEXTS:
            if getattr(report, name):
                label = str(report._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
                self.fields[name] = long_text(label[:1].upper() + label[1:], rows=3)
        self.fields["without_evidence"] = long_text(_("Why there is no evidence"))
        for name in self.fields:
            self.initial.setdefault(name, getattr(report, name, None))
        self.fields["correction"] = forms.CharField(
            label=_("Why you correct it"), max_length=1000, widget=forms.TextInput(),
            error_messages={"required": _("Please write why you correct the report: whoever wrote it will read it.")},
        )  # fmt: skip
        if alone:
            self.fields["alone"] = AcceptForm(alone=True).fields["alone"]

    def _figure(self, row: Measurement) -> None:
        """A field for the value, and one for each of its parts; a ratio is what its two numbers make."""
        if not _is_ratio(row):
            self.fields[f"v{row.pk}"] = NumberField(label=str(row.indicator))
            self.initial.setdefault(f"v{row.pk}", row.value)
        for place, (name, part) in enumerate(row.parts.items()):
            key = f"v{row.pk}p{place}"
            self.fields[key] = NumberField(label=f"{row.indicator}: {RATIO.get(name, name)}")
            self.initial.setdefault(key, None if part is None else Decimal(str(part)))

    @property
    def changes(self) -> dict[str, Any]:
        """What `correcting.apply` takes."""
        data = self.cleaned_data
        said = {name: data[name] for name in correcting.FIELDS if name in data}
        return said | {"status": data["status"] or None, "figures": dict(map(self._said, self.figures))}

    def _said(self, row: Measurement) -> tuple[int, dict[str, Any]]:
        typed = {name: self.cleaned_data[f"v{row.pk}p{place}"] for place, name in enumerate(row.parts)}
        parts = {name: _part(row.parts[name], part) for name, part in typed.items()}
        known = {name: part for name, part in typed.items() if part is not None}
        value = ratio_of(known) if _is_ratio(row) else self.cleaned_data[f"v{row.pk}"]
        return row.pk, {"value": value, "parts": parts}


def _is_ratio(row: Measurement) -> bool:
    return row.indicator.rule == Indicator.Rule.RATIO and bool(row.parts)


def _part(kept: Any, typed: Decimal | None) -> Any:
    """A part as it was kept, where it says the same; another one as JSON can hold it."""
    if typed is None or (kept is not None and Decimal(str(kept)) == typed):
        return None if typed is None else kept
    return int(typed) if typed == typed.to_integral_value() else format(typed.normalize(), "f")


class SettleForm(forms.Form):
    """One value for an activity of several parties; another than the proposed one with a reason."""

    executed = NumberField(label=_("Executed percent of the whole activity"), places=2, least=0, most=100)
    reason = forms.CharField(
        label=_("Why, where it is not what is proposed"),
        required=False,
        max_length=1000,
        widget=forms.TextInput(),
    )

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"] = forms.ChoiceField(
            label=_("Status"), required=False, choices=status_choices(plan)
        )
        self.order_fields(["status", "executed", "reason"])
