"""What keeps a form of the administration inside one coalition, and inside one plan (S-A5, model.md "Traps")."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from coalitions.models import Coalition


def coalition_of(obj: models.Model) -> Coalition | None:
    """The coalition that a row belongs to; None for a row of the whole site."""
    path = getattr(obj, "coalition_path", None)
    if path is None:
        return None
    for name in path.split("__"):
        obj = obj if name == "pk" else getattr(obj, name)
    return obj


def plan_of(obj: models.Model) -> object:
    """The key of the plan that a row belongs to; None for a row of no plan. Upper apps give rows a `plan`."""
    if hasattr(obj, "plan_id"):
        return obj.plan_id
    parent = (
        getattr(obj, "objective", None) or getattr(obj, "activity", None) or getattr(obj, "indicator", None)
    )
    return plan_of(parent) if parent else None


def plan_path(model: type[models.Model]) -> str:
    """The way from a model to its plan, as a lookup; "" for rows of no plan."""
    names = {field.name for field in model._meta.fields}
    if "plan" in names:
        return "plan"
    return next((f"{name}__plan" for name in ("objective", "activity", "indicator") if name in names), "")


class Careful(forms.ModelForm):
    """A form that says why the act behind it was refused, and asks for a text in one language at least."""

    refusal = ""
    """Why nothing may be saved, whatever was typed: somebody else's change, or the words of a verb."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if self.refusal:
            self.add_error(None, ValidationError(self.refusal, code="refused"))
        for name in self._untold(values):
            self.add_error(
                name, ValidationError(_("Please write this in at least one language."), code="required")
            )
        return values

    def _untold(self, values: dict[str, Any]) -> list[str]:
        """The first column of each text that must be there and is in no language."""
        texts: dict[str, list[str]] = {}
        for name in self.fields:
            field = self._meta.model._meta.get_field(name) if name in self._names() else None
            if isinstance(field, TranslationField) and not field.translated_field.blank:
                texts.setdefault(field.translated_field.name, []).append(name)
        return [names[0] for names in texts.values() if not any((values.get(n) or "").strip() for n in names)]

    def _names(self) -> set[str]:
        return {field.name for field in self._meta.model._meta.fields}


class InsideForm(Careful):
    """Refuses a row that would tie two coalitions or two plans together, or move from one to the other.

    No constraint can say that. A new row is put where its form stands: `place` is None, or the values to begin with.
    """

    place: dict[str, models.Model] | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            for name, row in (self.place or {}).items():
                setattr(self.instance, name, row)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        for where, message in (
            (coalition_of, _("This belongs to another coalition than the rest of the form.")),
            (plan_of, _("This belongs to another plan than the rest of the form.")),
        ):
            places = [(name, where(row)) for name, row in self._related(values) if where(row) is not None]
            home = self._home(where) or next((place for _name, place in places), None)
            for name, place in places:
                if home is not None and place != home:
                    self.add_error(name, ValidationError(message, code="outside"))
        return values

    def _home(self, where: Any) -> Any:
        if self.instance.pk:
            return where(self.instance)
        place = self.place or {}
        if where is plan_of:
            return place["plan"].pk if "plan" in place else None
        return next(map(coalition_of, place.values()), None)

    def _related(self, values: dict[str, Any]) -> list[tuple[str, models.Model]]:
        rows = [(name, value) for name, value in values.items() if isinstance(value, models.Model)]
        many = [
            (n, row) for n, value in values.items() if isinstance(value, models.QuerySet) for row in value
        ]
        return rows + many
