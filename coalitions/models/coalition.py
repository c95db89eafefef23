"""The coalition: who it is and the words and rules it goes by."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.scope import ScopedQuerySet


def default_languages() -> list[str]:
    """A coalition works in both languages of the product unless it says otherwise."""
    return ["es", "en"]


class Coalition(models.Model):
    """A group of cities, countries or institutions that agrees plans in plenary and answers for them (P1)."""

    class FourEyes(models.TextChoices):
        ALWAYS = "always", _("always")
        WHERE_POSSIBLE = "where_possible", _("where a second person exists")
        NEVER = "never", _("never")

    slug = models.SlugField(_("short address"), unique=True)
    name = models.TextField(_("name"))
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    about = models.TextField(
        _("who it is, for the public page"), blank=True, help_text=_("Shown to everybody, with the contact.")
    )
    address = models.TextField(_("address of the secretariat"), blank=True)
    contact = models.EmailField(_("e-mail address of the secretariat"), blank=True)
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    languages = models.JSONField(_("languages"), default=default_languages)
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default="#0b5d66",
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", _("Six hexadecimal digits after #, in lower case."))],
    )
    logo = models.ForeignKey(
        "Document", models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("logo")
    )
    status_words = models.JSONField(_("own words for the statuses"), default=dict, blank=True)
    # [{"es": …, "en": …}] from the outermost level to the activity: what a new plan starts with (P6).
    level_names = models.JSONField(_("names of the levels of a new plan"), default=list, blank=True)
    four_eyes = models.CharField(
        _("two persons review"), max_length=20, choices=FourEyes.choices, default=FourEyes.WHERE_POSSIBLE
    )
    # The facts of the governing document, in the shape of fixtures/sources/governance.yaml (G1-G19).
    rules = models.JSONField(_("rules"), default=dict, blank=True)
    invented = models.BooleanField(_("invented, for demonstration"), default=False)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)

    coalition_path = "pk"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("coalition")
        verbose_name_plural = _("coalitions")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(four_eyes__in=["always", "where_possible", "never"]), name="coalition_four_eyes"
            )
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def day_of(self, at: datetime) -> date:
        """The day that a moment falls on where the coalition is: its days end at midnight there."""
        return at.astimezone(ZoneInfo(self.time_zone)).date()
