"""The form of one activity: everything that its row in the matrix shows."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import shown, stored
from coalitions.models import Party
from plans.editing import indicators, periods, targeting
from plans.editing.activities import ActivityChange
from plans.editing.indicators import IndicatorLine
from plans.editing.parties import PartyLine
from plans.editing.results import OWN, ResultChoice
from plans.forms.fields import (
    BreakdownField,
    DayField,
    NamedForm,
    NumberField,
    long_text,
    status_choices,
)
from plans.forms.parties import Directory, PartyLineForm
from plans.models import Activity, Indicator, Period, Plan, Result

LANGUAGES = ("es", "en")
PLAIN = ("baseline", "baseline_on", "due", "breakdown")
MOST_LINES, MOST_STATEMENTS = 150, 40


class ActivityForm(NamedForm):
    """The columns of the activity itself, its period, its result and its shares (fields share-PERIOD-p and -e)."""

    period = forms.CharField(
        label=gettext_lazy("Period, as the plan writes it"), required=False, max_length=2000,
        help_text=gettext_lazy("For example “October – December 2025”, “Q4 2025”, “2025 and 2026”."),
    )  # fmt: skip
    reading = forms.CharField(required=False, max_length=2000)
    own_start = DayField(label=gettext_lazy("From"), required=False)
    own_end = DayField(label=gettext_lazy("To"), required=False)
    result_of = forms.ChoiceField(label=gettext_lazy("Result"), required=False)
    result_es = long_text(gettext_lazy("Result in Spanish"))
    result_en = long_text(gettext_lazy("Result in English"))
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False)
    status_on = DayField(label=gettext_lazy("Status as of"), required=False)
    resources_es = long_text(gettext_lazy("Resources in Spanish"))
    resources_en = long_text(gettext_lazy("Resources in English"))
    observations_es = long_text(gettext_lazy("Observations in Spanish"))
    observations_en = long_text(gettext_lazy("Observations in English"))

    def __init__(
        self, data: Any, plan: Plan, results: list[tuple[str, str]], periods_: list[Period], **rest: Any
    ):
        super().__init__(data, **rest)
        self.plan, self.share_periods = plan, periods_
        choice(self.fields["result_of"], results)
        choice(self.fields["status"], status_choices(plan))
        for period in periods_:
            for letter in ("p", "e"):
                self.fields[f"share-{period.pk}-{letter}"] = NumberField(places=4, least=0, most=99_999)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not any((values.get(f"title_{code}") or "").strip() for code in LANGUAGES):
            self.add_error("title_es", _("Please give the activity a title, in one language at least."))
        start, end = values.get("own_start"), values.get("own_end")
        if values.get("reading") == "own" and not (start and end and start <= end):
            self.add_error("own_start", _("Please give both days, the first one first."))
        if values.get("status_on") and not values.get("status"):
            self.add_error(
                "status_on", _("“Not reported” has no day: please choose a status, or leave the day out.")
            )
        return values


def choice(field: forms.Field, options: list[tuple[str, str]]) -> None:
    """Give a field of choices its choices."""
    if isinstance(field, forms.ChoiceField):
        field.choices = options


class IndicatorLineForm(forms.Form):
    """One indicator or milestone. A new line without a name says nothing, and is left out.

    Beside its targets stand the statements read in them, each with a field reading-NUMBER for what is chosen of it.
    """

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=Indicator.Kind.choices, initial="indicator", required=False
    )
    name_es = long_text(gettext_lazy("In Spanish"))
    name_en = long_text(gettext_lazy("In English"))
    targets = long_text(gettext_lazy("Targets, one a line"), rows=1)
    rule = forms.ChoiceField(
        label=gettext_lazy("How values combine"),
        choices=Indicator.Rule.choices,
        initial="latest",
        required=False,
    )
    unit_es = forms.CharField(label=gettext_lazy("Unit in Spanish"), required=False, max_length=200)
    unit_en = forms.CharField(label=gettext_lazy("Unit in English"), required=False, max_length=200)
    baseline = NumberField(label=gettext_lazy("Baseline"))
    baseline_on = DayField(label=gettext_lazy("Baseline as of"), required=False)
    due = DayField(label=gettext_lazy("Due"), required=False)
    breakdown = BreakdownField(
        label=gettext_lazy("Broken down by, one way a line"), required=False, max_length=5000,
        help_text=gettext_lazy("For example “actor: governmental, non-governmental”, or only “city”."),
    )  # fmt: skip
    act = forms.ChoiceField(
        label=gettext_lazy("With this indicator"), required=False,
        choices=[
            ("", gettext_lazy("keep it")),
            ("separate", gettext_lazy("separate it from the other activities")),
            ("remove", gettext_lazy("take it off this activity")),
        ],
    )  # fmt: skip

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language
        chosen = [self._said(f"reading-{place}") for place in range(MOST_STATEMENTS)]
        self.statements = targeting.read(
            self._said("targets"), self._said(f"name_{language}"), language, chosen
        )[:MOST_STATEMENTS]
        for place in range(len(self.statements)):
            self.fields[f"reading-{place}"] = forms.CharField(required=False)

    def _said(self, name: str) -> str:
        held = self.data.get(self.add_prefix(name)) if self.is_bound else self.initial.get(name)
        return held or ""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        named = any((values.get(f"name_{code}") or "").strip() for code in LANGUAGES)
        if values.get("id") and not named and values.get("act") != "remove":
            self.add_error(
                "name_es", _("Please keep a name, or choose to take the indicator off this activity.")
            )
        if "breakdown" not in self.changed_data and "breakdown" in self.initial:
            values["breakdown"] = self.initial["breakdown"]  # whatever a document's may hold
        return values


PartyLines = formset_factory(PartyLineForm, extra=1, max_num=MOST_LINES, validate_max=True)
IndicatorLines = formset_factory(IndicatorLineForm, extra=1, max_num=MOST_LINES, validate_max=True)


class RowForms:
    """The form of a row with its lines of parties and indicators, as opened or as posted."""

    def __init__(
        self,
        plan: Plan,
        activity: Activity,
        directory: Directory,
        data: Mapping[str, Any] | None = None,
    ) -> None:
        self.plan, self.activity, self.directory = plan, activity, directory
        self.indicators = indicators.of_activity(activity)
        self.results = _results(activity)
        all_periods = list(plan.periods.order_by("start", "end", "pk"))
        initial = self._initial()
        choices = [(OWN, _("a result of its own")), *self.result_choices()]
        self.form = ActivityForm(data, plan, choices, all_periods, initial=initial)
        options: dict[str, Any] = {"form_kwargs": {"directory": directory}, "prefix": "party"}
        self.parties = PartyLines(data, initial=list(self._party_lines()), **options)
        options = {"form_kwargs": {"language": plan.language}, "prefix": "indicator"}
        self.lines = IndicatorLines(data, initial=list(self._indicator_lines()), **options)
        self.formsets: list[Any] = [self.parties, self.lines]

    def is_valid(self) -> bool:
        """Whether every part is; all are looked at, so that all errors are shown at once."""
        return all([self.form.is_valid(), self.parties.is_valid(), self.lines.is_valid()])

    def result_choices(self) -> list[tuple[str, str]]:
        """The results of the objective that the activity can share, with those that show them now."""
        language = self.plan.language
        return [
            (
                str(one.pk),
                _("{text} (of {codes})").format(
                    text=str(shown(one, "text", language))[:80],
                    codes=", ".join(other.code or "–" for other in one.activities.all()),
                ),
            )
            for one in self.results
        ]

    def change(self) -> ActivityChange:
        """What the valid form asks for."""
        values = self.form.cleaned_data
        days = (
            (values["own_start"], values["own_end"])
            if values.get("own_start") and values.get("own_end")
            else None
        )
        return ActivityChange(
            plain={
                "code": values["code"],
                "status": values["status"] or None,
                "status_on": values["status_on"],
            },
            texts={name: by_language(values, name) for name in ("title", "resources", "observations")},
            period=values["period"],
            reading=values["reading"],
            own_days=days,
            result=ResultChoice(values["result_of"] or OWN, by_language(values, "result")),
            parties=party_lines(self.parties),
            indicators=list(self._changed_indicators()),
            shares={
                period.pk: (values[f"share-{period.pk}-p"], values[f"share-{period.pk}-e"])
                for period in self.form.share_periods
            },
        )

    def _changed_indicators(self) -> Iterator[IndicatorLine]:
        for line in self.lines:
            values = line.cleaned_data
            if values and (values.get("id") or any(by_language(values, "name").values())):
                yield IndicatorLine(
                    values.get("id"),
                    values.get("kind") or "indicator",
                    by_language(values, "name"),
                    values.get("targets") or "",
                    values.get("rule") or "latest",
                    values.get("act") or "",
                    [one.choice for one in line.statements],
                    by_language(values, "unit"),
                    {name: values.get(name) for name in PLAIN},
                )

    def _initial(self) -> dict[str, Any]:
        row = self.activity
        values: dict[str, Any] = {
            "code": row.code,
            "period": row.period_printed,
            "reading": chosen_reading(row, self.plan),
            "status": row.status or "",
            "status_on": row.status_on,
            "result_of": str(row.result_id) if row.result_id else OWN,
        }
        for name in ("title", "resources", "observations"):
            values |= {f"{name}_{code}": stored(row, name, code) for code in LANGUAGES}
        if row.result:
            values |= {f"result_{code}": stored(row.result, "text", code) for code in LANGUAGES}
        for share in row.shares.all():
            values |= {
                f"share-{share.period_id}-p": share.programmed,
                f"share-{share.period_id}-e": share.executed,
            }
        return values

    def _party_lines(self) -> Iterator[dict[str, Any]]:
        for held in self.activity.responsibilities.order_by("position", "pk"):
            yield party_initial(held, self.directory)

    def _indicator_lines(self) -> Iterator[dict[str, Any]]:
        for row in self.indicators:
            chosen = targeting.picks(row, self.plan.language)
            yield {
                **{f"reading-{place}": value for place, value in enumerate(chosen)},
                "id": row.pk,
                "kind": row.kind,
                "rule": row.rule,
                **{name: getattr(row, name) for name in PLAIN},
                "targets": targeting.written(row.targets.all(), self.plan.language),
                **{
                    f"{name}_{code}": stored(row, name, code)
                    for name in ("name", "unit")
                    for code in LANGUAGES
                },
            }


def party_initial(held: Any, directory: Directory) -> dict[str, Any]:
    """A responsibility as its line shows it."""
    duty = {f"duty_{code}": stored(held, "duty", code) for code in LANGUAGES}
    return {"party": directory.names[held.party_id], "role": held.role, "possible": not held.agreed, **duty}


def party_lines(formset: Any) -> list[PartyLine]:
    """The valid lines that name a party."""
    return [
        PartyLine(
            getattr(values["party"], "pk", values["party"]),
            values["role"] or "responsible",
            by_language(values, "duty"),
            not values["possible"],
            values["kind"] or Party.Kind.GOVERNMENT,
        )
        for values in (line.cleaned_data for line in formset)
        if values and values.get("party")
    ]


def by_language(values: Mapping[str, Any], name: str) -> dict[str, str]:
    """The texts of a field in both languages; line ends as they are stored, whatever the browser sends."""
    return {code: "\n".join((values.get(f"{name}_{code}") or "").splitlines()) for code in LANGUAGES}


def chosen_reading(row: Activity, plan: Plan) -> str:
    """The reading of the printed period that is stored, as the form carries it; "" where the days are others."""
    spans = periods.spans_of(row)
    found = (
        one for one in periods.readings(periods.read(plan, row.period_printed)) if periods.same(one, spans)
    )
    return periods.encoded(next(found, ()))


def _results(activity: Activity) -> list[Result]:
    rows = Result.objects.filter(objective=activity.objective_id).prefetch_related("activities")
    return list(rows.order_by("position", "pk"))
