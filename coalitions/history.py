"""Object history: every field of every save (law 7), once for each model of an app."""

from collections.abc import Iterable

import simple_history
from django.db import models
from modeltranslation.fields import TranslationField


def keep(*rows: type[models.Model]) -> None:
    """Register history for models, after their translations are registered.

    The base name of a translated field is left out: an edit would otherwise show `title` and `title_es`.
    """
    for model in rows:
        simple_history.register(
            model,
            m2m_fields=[field.name for field in model._meta.local_many_to_many],
            excluded_fields=sorted(set(_translated(model))),
        )


def _translated(model: type[models.Model]) -> Iterable[str]:
    for field in model._meta.get_fields():
        if isinstance(field, TranslationField):
            yield field.translated_field.name
