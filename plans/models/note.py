"""Notes: what was found in a document or in the data, and how it was read (law 2, E, T5)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.folding import search_text
from coalitions.models import Coalition
from coalitions.scope import ScopedQuerySet
from plans.models.activity import Activity
from plans.models.plan import Objective, Plan


class Note(models.Model):
    """Something found, its place, its reading, and whether it is surfaced, resolved by a rule, or kept.

    Also figures that a document declares without the rows behind them: kind "declared", figures in `data`.
    """

    class Action(models.TextChoices):
        SURFACE = "surface", _("to be seen")
        RESOLVED = "resolved", _("settled by a rule")
        KEEP = "keep", _("kept as printed")

    SEEN = "seen"
    """The kind of a mark "seen, kept" on a warning: never printed, and no note of the document (plans.warnings)."""

    coalition = models.ForeignKey(
        Coalition, models.PROTECT, related_name="notes", verbose_name=_("coalition")
    )
    plan = models.ForeignKey(
        Plan, models.CASCADE, related_name="notes", null=True, blank=True, verbose_name=_("plan")
    )
    objective = models.ForeignKey(
        Objective, models.CASCADE, related_name="notes", null=True, blank=True, verbose_name=_("objective")
    )
    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="notes", null=True, blank=True, verbose_name=_("activity")
    )
    key = models.CharField(_("key"), max_length=40, blank=True)
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    place = models.TextField(_("place"), blank=True)
    found = models.TextField(_("found"), blank=True)
    reading = models.TextField(_("reading"), blank=True)
    action = models.CharField(_("action"), max_length=10, choices=Action.choices, default=Action.SURFACE)
    data = models.JSONField(_("data"), default=dict, blank=True)
    settled_on = models.DateField(_("settled on"), null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True,
        verbose_name=_("settled by"),
    )  # fmt: skip
    search_text = search_text("found_es", "found_en", "reading_es", "reading_en")

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["plan", "key", "pk"]
        indexes = [models.Index(fields=["plan", "key"], name="note_plan_key")]
        constraints = [
            models.CheckConstraint(
                condition=Q(objective__isnull=True) | Q(activity__isnull=True), name="note_one_place"
            ),
            models.CheckConstraint(
                condition=Q(action__in=["surface", "resolved", "keep"]), name="note_action"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.found}".strip()
