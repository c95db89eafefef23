"""The names of a plan's levels and of its columns (P6, R6)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models import Level, Plan
from plans.vocabulary import NAMES

# What a column of a plan's table can hold: the names under which the layout keeps it.
COLUMNS = {
    "activity": _("activity"),
    "code": _("code"),
    "expected_result": _("result"),
    "indicator": _("indicator"),
    "indicators": _("indicators with their targets"),
    "milestones": _("milestones"),
    "period": _("period"),
    "responsible": _("responsible parties"),
    "lead": _("lead"),
    "co_leads": _("co-leads"),
    "participants": _("participants"),
    "resources": _("resources"),
    "observations": _("observations"),
    "summary": _("objective’s own text"),
    "progress.programmed_pct": _("programmed %"),
    "progress.executed_pct": _("executed %"),
}
LABELS = {"name_es": _("Name in Spanish"), "name_en": _("Name in English"), "abbreviation": _("Abbreviation")}
LONGEST = {"name_es": 100, "name_en": 100, "abbreviation": 20}
SPARE = 2
"""How many empty lines the table of columns offers."""


class LevelForm(forms.Form):
    """The names of one level."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NAMES:
            self.fields[name] = forms.CharField(label=LABELS[name], required=False, max_length=LONGEST[name])

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if not values.get("name_es") and not values.get("name_en") and not self.errors:
            self.add_error("name_es", _("Please give the name in at least one language."))
        return values


class LevelsForm(forms.Form):
    """The names of all levels of a plan: one form, so that they are saved together."""

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.levels = list(plan.levels.order_by("depth"))
        for level in self.levels:
            for name in NAMES:
                self.fields[f"{name}_{level.pk}"] = forms.CharField(
                    label=LABELS[name], required=False, max_length=LONGEST[name], initial=getattr(level, name)
                )

    def held_by(self, plan: Plan) -> dict[str, str]:
        """What the levels are called now, by the names of the fields."""
        levels = plan.levels.filter(pk__in=[level.pk for level in self.levels])
        return {f"{name}_{level.pk}": getattr(level, name) or "" for level in levels for name in NAMES}

    def rows(self) -> list[tuple[Level, list[forms.BoundField]]]:
        """Each level with its fields."""
        return [(level, [self[f"{name}_{level.pk}"] for name in NAMES]) for level in self.levels]

    def clean(self) -> dict[str, Any]:
        for level in self.levels:
            if not any(self.cleaned_data.get(f"{name}_{level.pk}") for name in NAMES[:2]):
                self.add_error(f"name_es_{level.pk}", _("Please give the name in at least one language."))
        return self.cleaned_data

    def written(self) -> dict[int, dict[str, str]]:
        """{key of the level: its names}."""
        return {
            level.pk: {name: self.cleaned_data[f"{name}_{level.pk}"] for name in NAMES}
            for level in self.levels
        }


class LayoutForm(forms.Form):
    """The columns of the plan's document in their order: what each is called, and what it holds."""

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = list(plan.layout.items())
        own = {value: value for _header, value in held if isinstance(value, str) and value not in COLUMNS}
        levels = {level.key: level.name for level in plan.levels.all()}
        choices = [("", "–"), *({**own, **levels, **COLUMNS}).items()]
        self.count = len(held) + SPARE
        for number in range(self.count):
            header, value = held[number] if number < len(held) else ("", "")
            self.fields[f"header_{number}"] = forms.CharField(
                label=_("Column as printed"), required=False, max_length=200, initial=header
            )
            self.fields[f"holds_{number}"] = forms.ChoiceField(
                label=_("What it holds"), required=False, choices=choices, initial=value
            )

    def held_by(self, plan: Plan) -> dict[str, str]:
        """What the columns are called now, by the names of the fields."""
        pairs = [*plan.layout.items()][: self.count]
        pairs += [("", "")] * (self.count - len(pairs))
        named = {f"header_{number}": header for number, (header, _holds) in enumerate(pairs)}
        return named | {f"holds_{number}": holds for number, (_header, holds) in enumerate(pairs)}

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The two fields of each column."""
        return [(self[f"header_{number}"], self[f"holds_{number}"]) for number in range(self.count)]

    def clean(self) -> dict[str, Any]:
        seen = set()
        for number in range(self.count):
            header, holds = (self.cleaned_data.get(f"{name}_{number}", "") for name in ("header", "holds"))
            if bool(header) != bool(holds):
                text = _("Please say both what the column is called and what it holds, or neither.")
                self.add_error(f"holds_{number}" if header else f"header_{number}", text)
            if header and header in seen:
                self.add_error(f"header_{number}", _("This column stands twice."))
            seen.add(header)
        return self.cleaned_data

    def written(self) -> dict[str, str]:
        """{column as printed: what it holds}, in the order of the page; an emptied line is gone."""
        pairs = [
            (self.cleaned_data[f"header_{number}"], self.cleaned_data[f"holds_{number}"])
            for number in range(self.count)
        ]
        return {header: holds for header, holds in pairs if header}
