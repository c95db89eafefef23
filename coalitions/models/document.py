"""Documents: immutable files and links, also evidence, minutes and sources."""

import secrets
from pathlib import PurePosixPath

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import Link
from coalitions.folding import search_text
from coalitions.scope import ScopedQuerySet


def stored_name(document: "Document", given: str) -> str:
    """A name of our own: what a user calls a file never becomes a path."""
    suffix = PurePosixPath(given).suffix.lower()
    return f"{document.coalition_id}/{secrets.token_hex(16)}{suffix if suffix[1:].isalnum() else ''}"


class Document(models.Model):
    """A file or link that does not change; a new version replaces it (G14, T9, R9)."""

    class Kind(models.TextChoices):
        MINUTES = "minutes", _("minutes")
        EVIDENCE = "evidence", _("evidence")
        SOURCE = "source", _("source of a plan")
        REFERENCE = "reference", _("reference")
        LOGO = "logo", _("logo")
        OTHER = "other", _("other")

    class Audience(models.TextChoices):
        SECRETARIAT = "secretariat", _("the secretariat")
        MEMBERS = "members", _("the members")
        PUBLIC = "public", _("everyone, once published")

    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="documents", verbose_name=_("coalition")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.OTHER)
    title = models.TextField(_("title"))
    summary = models.TextField(_("summary"), blank=True)
    language = models.CharField(_("language"), max_length=5, blank=True)
    file = models.FileField(_("file"), upload_to=stored_name, blank=True)
    url = Link(_("link"), max_length=500, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    # Its own type and size in bytes, as found in the file when it came; 0 for links and files of earlier days.
    media_type = models.CharField(_("type"), max_length=100, blank=True)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    given_by = models.ForeignKey(
        "User", models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("given by")
    )
    given_at = models.DateTimeField(_("given at"), null=True, blank=True)
    audience = models.CharField(
        _("for whom"), max_length=12, choices=Audience.choices, default=Audience.MEMBERS
    )
    body = models.ForeignKey(
        "Party", models.PROTECT, related_name="documents", null=True, blank=True, verbose_name=_("body")
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, related_name="replaced_by", null=True, blank=True, verbose_name=_("replaces")
    )
    search_text = search_text("title_es", "title_en", "summary_es", "summary_en")

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                condition=(Q(file="") & ~Q(url="")) | (~Q(file="") & Q(url="")), name="document_file_or_link"
            ),
            models.CheckConstraint(condition=Q(file="") | ~Q(sha256=""), name="document_file_has_digest"),
            models.CheckConstraint(
                condition=Q(audience__in=["secretariat", "members", "public"]), name="document_audience"
            ),
        ]

    def __str__(self) -> str:
        return self.title
