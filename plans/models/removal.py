"""What was taken out of a plan, kept whole so that it can be put back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from coalitions.scope import ScopedQuerySet
from plans.models.plan import Plan


class Removal(models.Model):
    """One act of removing: the rows as canonical JSON, in the order in which they can be made again.

    `content` is written once. The rows themselves end in their history; undone, they come back under their own
    keys, so that links, history and addresses hold again.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="removals", verbose_name=_("plan"))
    label = models.CharField(_("what was removed"), max_length=300)
    content = models.TextField(_("content"), editable=False)
    removed_at = models.DateTimeField(_("removed at"))
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, verbose_name=_("removed by")
    )
    restored_at = models.DateTimeField(_("restored at"), null=True, blank=True)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("removal")
        verbose_name_plural = _("removals")
        ordering = ["-removed_at", "-pk"]
        indexes = [models.Index(fields=["plan", "restored_at"], name="removal_plan_restored")]

    def __str__(self) -> str:
        return self.label
