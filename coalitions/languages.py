"""Content in two languages: what a reader is shown, and whether it is the language asked for (law 10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Model


@dataclass(frozen=True)
class Text:
    """A text and the language it is in. `translated` is False where it is not the language that was asked for."""

    text: str
    language: str
    translated: bool = True

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def shown(row: Model, field: str, language: str) -> Text:
    """The field's text in `language`; where that is empty, the other language's, marked as such.

    `field` is the base name ("title"). An empty text counts as in the language asked for.
    """
    codes = [language, *(code for code in settings.MODELTRANSLATION_LANGUAGES if code != language)]
    for code in codes:
        text = getattr(row, f"{field}_{code}") or ""
        if text.strip():
            return Text(text, code, code == language)
    return Text("", language)


def stored(row: Model, field: str, language: str) -> str:
    """What stands in the column of one language, or "": unlike `shown` it never falls back to the other."""
    return getattr(row, f"{field}_{language}") or ""


def store(row: Model, field: str, texts: Mapping[str, str]) -> None:
    """Put a text into the column of each language that `texts` has; the row is not saved."""
    for language, text in texts.items():
        setattr(row, f"{field}_{language}", text)
