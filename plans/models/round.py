"""A call for reports on a period."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coalitions.scope import ScopedQuerySet
from plans.models.plan import Period, Plan


class Round(models.Model):
    """A call for reports on a period (T7, R3). `due` ends with that day in the coalition's time zone.

    After it reports are still taken, until the round is closed.
    """

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("round", "planned")
        OPEN = "open", pgettext_lazy("round", "open")
        CLOSED = "closed", pgettext_lazy("round", "closed")

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rounds", verbose_name=_("plan"))
    period = models.ForeignKey(Period, models.PROTECT, related_name="rounds", verbose_name=_("period"))
    due = models.DateField(_("due"))
    message = models.TextField(_("message"), blank=True)
    partners_too = models.BooleanField(_("partners are asked too"), default=False)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["plan", "period__start", "pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "period"], name="round_once")]

    def __str__(self) -> str:
        return str(self.period)

    @property
    def state(self) -> State:
        """Planned until it is opened, open until it is closed; a closed one may be opened again."""
        if self.opened_at is None:
            return self.State.PLANNED
        return self.State.OPEN if self.closed_at is None else self.State.CLOSED
