"""The set-up of a coalition as a form: the operator's for a new one, the Secretariat's for its own."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import EmailValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalitions import accent
from coalitions.forms.levels import LANGUAGES, LevelNames
from coalitions.logo import to_png
from coalitions.models import Coalition
from coalitions.models.coalition import default_languages
from coalitions.refusal import Refused

# The six meanings of a status (T4), in the order in which they are lived through.
STATUSES = {
    "not_started": _("not started"),
    "in_progress": _("in progress"),
    "completed": _("completed"),
    "suspended": _("suspended"),
    "cancelled": _("cancelled"),
    "not_reported": _("not reported"),
}
WORD = {"es": _("Word for “%(status)s” in Spanish"), "en": _("Word for “%(status)s” in English")}
PROPOSED = (
    "Africa/",
    "America/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
    "UTC",
)
PARTS = [
    (_("Names"), ["name_es", "name_en", "short_name", "slug"]),
    (
        _("The Secretariat"),
        ["secretary", "secretary_language", "contact", "address", "time_zone", "languages"],
    ),
    (_("The public page"), ["about_es", "about_en", "accent", "logo_file"]),
    (_("Plans and reports"), ["levels_es", "levels_en", "four_eyes"]),
]


class SettingsForm(LevelNames, forms.ModelForm):
    """What a Secretariat says of its own coalition. Levels are written as documents do: Line > Activity."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of work"),
        choices=settings.LANGUAGES,
        initial=default_languages,
        widget=forms.CheckboxSelectMultiple,
    )
    logo_file = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG, JPEG or WebP, at most 1 MB. It stands on the public page."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    class Meta:
        model = Coalition
        fields = [
            "name_es", "name_en", "short_name", "about_es", "about_en", "contact", "address", "time_zone",
            "languages", "accent", "four_eyes",
        ]  # fmt: skip
        labels = {
            "name_es": _("Name in Spanish"),
            "name_en": _("Name in English"),
            "short_name": _("Short name"),
            "about_es": _("Who it is, in Spanish"),
            "about_en": _("Who it is, in English"),
            "contact": _("E-mail address of the Secretariat"),
            "address": _("Postal address of the Secretariat"),
            "time_zone": _("Time zone"),
            "accent": _("Accent colour"),
            "four_eyes": _("Two persons review a report"),
        }
        help_texts = {
            "about_es": _(
                "For everybody: as long as both texts are empty, the coalition has no public page."
            ),
            "about_en": "",
            "time_zone": _("Days end at midnight there: America/Bogota, Europe/Madrid, UTC."),
            "accent": _("Where text in it could not be read on white, it is darkened until it can."),
            "four_eyes": _("Whether who wrote a report may also accept it."),
        }
        widgets = {
            "name_es": forms.TextInput(),
            "name_en": forms.TextInput(),
            "accent": forms.TextInput(attrs={"type": "color"}),
            "time_zone": forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
            "about_es": forms.Textarea(attrs={"rows": 5, "lang": "es"}),
            "about_en": forms.Textarea(attrs={"rows": 5, "lang": "en"}),
            "address": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.png: bytes | None = None
        coalition = self.instance
        self.propose(coalition.level_names)
        for status, meaning in STATUSES.items():
            for language in LANGUAGES:
                self.fields[f"word_{status}_{language}"] = forms.CharField(
                    label=WORD[language] % {"status": meaning},
                    required=False,
                    max_length=40,
                    initial=coalition.status_words.get(status, {}).get(language, ""),
                )

    @property
    def zones(self) -> list[str]:
        """What the field for the time zone proposes."""
        return sorted(zone for zone in available_timezones() if zone.startswith(PROPOSED))

    def parts(self) -> list[tuple[Promise, list[forms.BoundField]]]:
        """The fields under the headings of the page, each exactly once."""
        words = [name for name in self.fields if name.startswith("word_")]
        placed = [(title, names) for title, names in PARTS] + [(_("Words for the statuses"), words)]
        return [(title, [self[name] for name in names if name in self.fields]) for title, names in placed]

    def clean_accent(self) -> str:
        return self.cleaned_data["accent"].lower()

    def clean_time_zone(self) -> str:
        zone = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("This time zone is not known. Please write it as in America/Bogota.")
            )
        return zone

    def clean_logo_file(self) -> UploadedFile | None:
        upload = self.cleaned_data["logo_file"]
        if upload:
            try:
                self.png = to_png(upload.read())
            except Refused as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        return upload

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("name_es") and not values.get("name_en"):
            self.add_error("name_es", _("Please give the name in at least one language."))
        return values

    def to_fields(self) -> dict[str, Any]:
        """The values by the names of the model's fields, for the verbs of `setting_up`."""
        values = {
            name: self.cleaned_data[name] for name in self._meta.fields or () if name in self.cleaned_data
        }
        return values | {"level_names": self.level_names(), "status_words": self._status_words()}

    def darkened(self) -> str | None:
        """The colour that is kept instead of the one asked for; None where that one can be read."""
        kept = accent.legible(self.cleaned_data["accent"])
        return kept if kept != self.cleaned_data["accent"] else None

    def _status_words(self) -> dict[str, dict[str, str]]:
        """Only words that were written: for the others the product's own stand. Foreign keys are kept."""
        words = {key: value for key, value in self.instance.status_words.items() if key not in STATUSES}
        for status in STATUSES:
            own = {code: self.cleaned_data[f"word_{status}_{code}"] for code in LANGUAGES}
            if any(own.values()):
                words[status] = {code: word for code, word in own.items() if word}
        return words


class NewCoalitionForm(SettingsForm):
    """The operator's: with the short address, which never changes again, and who is invited as its Secretariat."""

    secretary = forms.CharField(
        label=_("Address of the person who will run its Secretariat"),
        validators=[EmailValidator()],
        widget=forms.EmailInput(),
        help_text=_("An invitation goes there at once. It can be sent again and revoked."),
    )
    secretary_language = forms.ChoiceField(label=_("Language of this person"), choices=settings.LANGUAGES)

    class Meta(SettingsForm.Meta):
        fields = ["slug", *SettingsForm.Meta.fields]
        labels = SettingsForm.Meta.labels | {"slug": _("Short address")}
        help_texts = SettingsForm.Meta.help_texts | {
            "slug": _(
                "Part of the addresses of its pages, and never changed: small letters, figures, hyphens."
            )
        }
