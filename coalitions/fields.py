"""Fields of our own: copied keys, a row's own indexed way to its coalition and plan; links; who did something."""

from typing import Any

from django.conf import settings
from django.db import models


class Link(models.URLField):
    """An address of the web; one typed without its scheme is taken for https."""

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https"} | options)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs  # to the database it is nothing else


class CopiedKey(models.ForeignKey):
    """A foreign key that each save copies from the row named by `source`.

    `source` is a relation of the row, or several to try in turn ("activity", "objective"), or a path
    ("objective.plan"); the key of the same name is taken from what it leads to. Where every source is empty
    the key set by hand stays (a responsibility of the whole plan). Works for save() and bulk_create();
    `.update()` passes it by, which is why moves are made by save(). `make test` compares every copy with
    its source.
    """

    def __init__(self, to: Any, *, source: str | tuple[str, ...], **options: Any) -> None:
        self.source = (source,) if isinstance(source, str) else tuple(source)
        options.setdefault("on_delete", models.PROTECT)
        options.setdefault("editable", False)
        options.setdefault("related_name", "+")
        super().__init__(to, **options)

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, path, args, kwargs = super().deconstruct()
        # Said even where it is Django's default: a copy of this field must not fall back to ours.
        return name, path, args, {**kwargs, "source": self.source, "editable": self.editable}

    def pre_save(self, row: models.Model, add: bool) -> Any:
        # A history row is a copy of the row as it was: its source may be gone.
        if not hasattr(row, "history_type"):
            for path in self.source:
                parent = self._follow(row, path)
                if parent is not None:
                    setattr(row, self.attname, getattr(parent, self.attname))
                    break
        return super().pre_save(row, add)

    @staticmethod
    def _follow(row: Any, path: str) -> Any:
        for name in path.split("."):
            row = getattr(row, name) if row is not None else None
        return row


def person(words: Any) -> models.ForeignKey:
    """Who did something; the row stays when the person goes."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=words
    )
