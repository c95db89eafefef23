"""Mails about a round."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey
from coalitions.models import Coalition
from coalitions.scope import ScopedQuerySet
from plans.models.progress import ProgressReport
from plans.models.round import Round


class Notice(models.Model):
    """A mail about a round that was sent, or held with its reason; the same one goes to a person once a day."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("round opened")
        REMINDER = "reminder", _("reminder")
        EXTENDED = "extended", _("new due date")
        REOPENED = "reopened", _("round reopened")
        CLOSED = "closed", _("round closed")
        RETURNED = "returned", _("report returned")
        ON_BEHALF = "on_behalf", _("answered on your behalf")
        OBJECTION = "objection", _("objection")

    coalition = CopiedKey(Coalition, source="round.plan", verbose_name=_("coalition"))
    round = models.ForeignKey(Round, models.PROTECT, related_name="notices", verbose_name=_("round"))
    report = models.ForeignKey(
        ProgressReport,
        models.PROTECT,
        related_name="notices",
        null=True,
        blank=True,
        verbose_name=_("report"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="notices", verbose_name=_("person")
    )
    on = models.DateField(_("on"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    held = models.TextField(_("why it was held"), blank=True)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["round", "kind", "on"], name="notice_round_kind")]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "kind", "user", "on"], condition=Q(report__isnull=True), name="notice_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} – {self.round}"
