"""How the administration calls a field and shows a value, in the reader's language."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

NOTHING = "–"
IN_LANGUAGE = {
    "es": lambda name: _("%(field)s, in Spanish") % {"field": name},
    "en": lambda name: _("%(field)s, in English") % {"field": name},
}


def label_of(field: Any) -> str:
    """The field's name: "Name, in Spanish" for the column of one language."""
    if isinstance(field, TranslationField):
        return IN_LANGUAGE[field.language](capfirst(str(field.translated_field.verbose_name)))
    return str(capfirst(str(getattr(field, "verbose_name", field.name))))


def field_of(model: type[models.Model], name: str) -> Any:
    """The model's field of that name; None for what only a form knows."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def readable(field: Any, value: Any) -> str:
    """A value as a reader says it: the word of a choice, the name of a row, a date in full, "–" for nothing."""
    if value is None or value == "" or (isinstance(value, list | dict) and not value):
        return NOTHING
    if isinstance(value, list | tuple | models.QuerySet):
        return ", ".join(readable(field, one) for one in value)
    choices = dict(getattr(field, "flatchoices", None) or ())
    if not isinstance(value, models.Model | dict) and value in choices:
        return str(choices[value])
    if getattr(field, "remote_field", None) and isinstance(value, int | str):
        row = field.remote_field.model._default_manager.filter(pk=value).first()
        return str(row) if row else str(value)
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return date_format(local, "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, Decimal):
        return number_format(format(value.normalize(), "f"))
    return str(value)
