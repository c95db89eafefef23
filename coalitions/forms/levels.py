"""The levels of a plan, written as documents do: Strategic line > Activity (P6)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("es", "en")
DEEPEST = 4
"""Three depths of objectives, then the activity (P6)."""


class LevelNames(forms.Form):
    """Two fields, one a language, for a form that asks for the levels of a plan."""

    levels_es = forms.CharField(label=_("Levels of a new plan in Spanish"), required=False, max_length=300)
    levels_en = forms.CharField(
        label=_("Levels of a new plan in English"),
        required=False,
        max_length=300,
        help_text=_(
            "From the outermost to the activity, with > between them: “Strategic line > Activity”. Two to four "
            "levels, the same number in both languages. Plans that are there already keep theirs."
        ),
    )

    def propose(self, level_names: list[dict[str, str]]) -> None:
        """Begin with these names."""
        for language in LANGUAGES:
            names = [level.get(language, "") for level in level_names]
            self.fields[f"levels_{language}"].initial = " > ".join(names) if any(names) else ""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        spanish, english = (_levels(values.get(f"levels_{language}", "")) for language in LANGUAGES)
        if spanish and english and len(spanish) != len(english):
            self.add_error("levels_en", _("Please name the same number of levels in both languages."))
        if any(names and not 2 <= len(names) <= DEEPEST for names in (spanish, english)):
            self.add_error("levels_es", _("Please name two to four levels, with > between them."))
        return values

    def level_names(self) -> list[dict[str, str]]:
        """The levels from the outermost to the activity; empty where none were named."""
        spanish, english = (_levels(self.cleaned_data[f"levels_{language}"]) for language in LANGUAGES)
        rows = zip(spanish or [""] * len(english), english or [""] * len(spanish), strict=True)
        return [{"es": es, "en": en} for es, en in rows]


def _levels(text: str) -> list[str]:
    return [name.strip() for name in text.split(">") if name.strip()]
