"""Object history: every field of every save (law 7), once for each model of an app."""

from collections.abc import Iterable

import simple_history
from django.db import models
from modeltranslation.fields import TranslationField


def keep(*rows: type[models.Model]) -> None:
    """Register history for models, after their translations are registered.

    The base name of a translated field is left out: an edit would otherwise show `title` and `title_es`. So is what
    the database generates from the other columns.
    """
    for model in rows:
        simple_history.register(
            model,
            m2m_fields=[field.name for field in model._meta.local_many_to_many],
            excluded_fields=sorted({*_translated(model), *_generated(model)}),
        )


def _translated(model: type[models.Model]) -> Iterable[str]:
    for field in model._meta.get_fields():
        if isinstance(field, TranslationField):
            yield field.translated_field.name


def _generated(model: type[models.Model]) -> Iterable[str]:
    return (field.name for field in model._meta.local_fields if field.generated)
