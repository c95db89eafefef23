"""The form of one report: what happened, how far it is, and the values that are asked for (T4, T7-T9, T17)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import shown, stored
from plans import reports
from plans.aggregation import DENOMINATOR, NUMERATOR
from plans.figures import Asked, Figure, ratio_of
from plans.forms import conflict
from plans.forms.fields import DayField, NumberField, long_text, status_choices
from plans.models import Acceptance, ProgressReport
from plans.models.activity import Status

Kind, Channel = ProgressReport.Kind, ProgressReport.Channel
FIGURE = "figure-"


@dataclass(frozen=True)
class Desk:
    """What a report is written from: its row, the values asked for, what was accepted before, and by whom.

    `behalf`: the Secretariat enters what the party said. `language`: the one in which its texts are written.
    """

    report: ProgressReport
    asked: list[Asked]
    before: Acceptance | None
    behalf: bool
    evidence: bool
    language: str


class ReportForm(forms.Form):
    """A report as its party writes it; the fields of each value are named figure-INDICATOR-…"""

    kind = forms.ChoiceField(label=gettext_lazy("Your answer"), required=False, widget=forms.RadioSelect)
    status = forms.ChoiceField(
        label=gettext_lazy("Status of the activity"), required=False, widget=forms.RadioSelect
    )
    executed = NumberField(
        label=gettext_lazy("How much of the whole activity is done, in percent"), places=2, least=0, most=100
    )
    done = long_text(gettext_lazy("What was done"), rows=5)
    difficulties = long_text(gettext_lazy("Difficulties"), rows=3)
    next_steps = long_text(gettext_lazy("Next steps"), rows=3)
    without_evidence = long_text(gettext_lazy("Completed without evidence: why"), rows=2)
    given_by = forms.CharField(label=gettext_lazy("Who gave the answer"), required=False, max_length=200)
    given_on = DayField(label=gettext_lazy("When it was given"), required=False)
    channel = forms.ChoiceField(label=gettext_lazy("By which channel"), required=False)
    language = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, desk: Desk, data: Any = None) -> None:
        super().__init__(data, initial=_initial(desk))
        self.desk = desk
        kinds: Any = self.fields["kind"]
        kinds.choices = list(_kinds(desk))
        statuses: Any = self.fields["status"]
        held = desk.report.status
        choices = status_choices(desk.report.round.plan)
        statuses.choices = [
            one for one in choices if one[0] != Status.UNFINISHED or held == Status.UNFINISHED
        ]
        self._take_or_leave_behalf()
        for one in desk.asked:
            if not one.reached:
                self.fields.update(_fields(one, desk))
                self.initial.update(_held(one, desk))
        for name in (*reports.TEXTS, "without_evidence"):
            self.fields[name].widget.attrs["lang"] = desk.language

    def _take_or_leave_behalf(self) -> None:
        channels: Any = self.fields["channel"]
        channels.choices = [one for one in Channel.choices if one[0]]
        for name in () if self.desk.behalf else reports.BEHALF:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if any(name.startswith(FIGURE) and name not in self.fields for name in self.data):
            self.add_error(
                None, _("One of these values is not asked for here (any more); the others were read.")
            )
        for one in self.desk.asked:
            self._check_figure(one, values)
        if self.sending:
            self._check_whole(values)
        return values

    @property
    def sending(self) -> bool:
        """Whether the report is to be sent, not only kept."""
        return self.data.get("act") == "submit"

    def _check_figure(self, asked: Asked, values: Mapping[str, Any]) -> None:
        names = _names(asked)
        if asked.kind == "milestone" and (on := values.get(names["on"])):
            start, end = self.desk.report.round.plan.start, self.desk.report.round.period.end
            if not start <= on <= end:
                self.add_error(
                    names["on"], _("This day is not between the plan's start and the end of the period.")
                )
        if asked.kind == "ratio":
            if self.sending and (values.get(names["top"]) is None) != (values.get(names["below"]) is None):
                self.add_error(names["below"], _("Please write both numbers, or neither."))
            if values.get(names["below"]) == 0:
                self.add_error(names["below"], _("Nothing can be a share of zero."))

    def _check_whole(self, values: Mapping[str, Any]) -> None:
        said = any(values.get(name) not in (None, "") for name in ("status", "executed", *reports.TEXTS))
        said = said or any(self.given().values())
        if lack := reports.lacks(values, evidence=self.desk.evidence, said=said):
            self.add_error(*lack)
        for name in reports.BEHALF if self.desk.behalf else ():
            if not values.get(name) and name not in self.errors:
                self.add_error(name, _("Please say it: the answer is entered on behalf of the party."))

    def answer(self) -> dict[str, Any]:
        """The fields of the report that could be read."""
        names = (*reports.PLAIN, *reports.TEXTS, *reports.BEHALF)
        values = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        for name, value in values.items():
            if isinstance(value, str):
                values[name] = "\n".join(value.splitlines())
        return values | ({"status": values["status"] or None} if "status" in values else {})

    def given(self) -> dict[int, Figure]:
        """The values that could be read, by indicator."""
        found = {}
        for one in self.desk.asked:
            names = _names(one)
            if not one.reached and not any(name in self.errors for name in names.values()):
                found[one.indicator.pk] = _figure(one, names, self.cleaned_data, self.desk.language)
        return found

    # -- two versions ---------------------------------------------------------------------------------

    def parts(self) -> dict[str, str]:
        """What is compared and chosen together: how the names of its fields begin, and its label."""
        own = [name for name in self.fields if not name.startswith(FIGURE) and name != "language"]
        return {name: str(self.fields[name].label) for name in own} | {
            f"{FIGURE}{one.indicator.pk}-": shown(one.indicator, "name", self.desk.language).text
            for one in self.desk.asked
            if not one.reached
        }

    def told(self, data: Mapping[str, Any]) -> dict[str, str]:
        """Each part of posted data as a reader sees it."""
        return {
            part: " · ".join(
                filter(None, (self._word(name, data) for name in self.fields if name.startswith(part)))
            )
            for part in self.parts()
        }

    def _word(self, name: str, data: Mapping[str, Any]) -> str:
        text = conflict.clean(data.get(name))
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(text, text)) if text or name in ("kind", "status") else ""


def _kinds(desk: Desk) -> Iterator[tuple[str, str]]:
    yield Kind.REPORT, _("I report what was done")
    yield Kind.NOTHING, _("Nothing happened in this period")
    if desk.before or desk.report.kind == Kind.SAME:
        yield Kind.SAME, _("Same as last time")


def _initial(desk: Desk) -> dict[str, Any]:
    report = desk.report
    values = {name: getattr(report, name) for name in (*reports.PLAIN, *reports.BEHALF)}
    values |= {name: stored(report, name, desk.language) for name in reports.TEXTS}
    return values | {"status": report.status or "", "language": desk.language}


# -- the fields of one value ----------------------------------------------------------------------------


def _names(asked: Asked) -> dict[str, str]:
    """The names of the fields of one value: by what they hold, or by the name of the part."""
    key = f"{FIGURE}{asked.indicator.pk}-"
    if asked.kind == "ratio":
        return {"top": f"{key}top", "below": f"{key}below"}
    names = {"value": f"{key}value"}
    if asked.kind == "milestone":
        names["on"] = f"{key}on"
    parts = [part for group in asked.names.values() for part in group]
    return names | {f"part {part}": f"{key}part-{number}" for number, part in enumerate(parts)}


def _fields(asked: Asked, desk: Desk) -> dict[str, forms.Field]:
    names, label = _names(asked), shown(asked.indicator, "name", desk.language).text
    if asked.kind == "ratio":
        return {
            names["top"]: NumberField(label=_("How many of them (numerator)")),
            names["below"]: NumberField(label=_("Of how many in all (denominator)")),
        }
    fields: dict[str, forms.Field] = {names["value"]: _value_field(asked, label)}
    if asked.kind == "list":
        fields[names["value"]].widget.attrs["lang"] = desk.language
    if asked.kind == "milestone":
        words = _("Empty: the last day of the period.")
        fields[names["on"]] = DayField(
            label=_("Day on which it was reached"), required=False, help_text=words
        )
    for part in (part for group in asked.names.values() for part in group):
        fields[names[f"part {part}"]] = NumberField(label=part.partition(": ")[2])
    return fields


def _value_field(asked: Asked, label: str) -> forms.Field:
    no_answer = ("", _("No answer"))
    if asked.kind == "milestone":
        choices = [no_answer, ("1", _("Reached")), ("0", _("Not reached yet"))]
        return forms.ChoiceField(label=label, required=False, choices=choices, widget=forms.RadioSelect)
    if asked.kind == "members":
        choices = [no_answer, ("1", _("Yes")), ("0", _("Not yet"))]
        return forms.ChoiceField(label=label, required=False, choices=choices, widget=forms.RadioSelect)
    if asked.kind == "list":
        return long_text(label, rows=3)
    return NumberField(label=label)


def _held(asked: Asked, desk: Desk) -> dict[str, Any]:
    row, names = asked.held, _names(asked)
    if row is None:
        return {}
    if asked.kind in ("milestone", "members"):
        yes = row.value is not None and row.value > 0
        values: dict[str, Any] = {names["value"]: "" if row.value is None else str(int(yes))}
        return values | ({names["on"]: row.on} if yes and "on" in names else {})
    if asked.kind == "list":
        return {names["value"]: stored(row, "text", desk.language)}
    parts = {name: Decimal(str(one)) for name, one in row.parts.items() if one is not None}
    if asked.kind == "ratio":
        return {names["top"]: parts.get(NUMERATOR), names["below"]: parts.get(DENOMINATOR)}
    held = {names[f"part {name}"]: one for name, one in parts.items() if f"part {name}" in names}
    return {names["value"]: row.value} | held


def _figure(asked: Asked, names: Mapping[str, str], values: Mapping[str, Any], language: str) -> Figure:
    if asked.kind == "ratio":
        pair = {NUMERATOR: values.get(names["top"]), DENOMINATOR: values.get(names["below"])}
        parts = {name: one for name, one in pair.items() if one is not None}
        return Figure(ratio_of(parts), parts)
    value = values.get(names["value"])
    if asked.kind == "list":
        return Figure(texts={language: "\n".join((value or "").splitlines())})
    if asked.kind in ("milestone", "members"):
        on = values.get(names["on"]) if "on" in names and value == "1" else None
        return Figure(Decimal(value) if value else None, on=on)
    parts = {part[5:]: values.get(name) for part, name in names.items() if part.startswith("part ")}
    return Figure(value, {part: one for part, one in parts.items() if one is not None})
