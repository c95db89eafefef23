"""What was accepted of the reports: versions that count, one value for an activity, values of indicators."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey, person
from coalitions.models import Coalition, Document, Party
from coalitions.scope import ScopedQuerySet
from plans.models.activity import STATUSES, Activity, Status
from plans.models.indicator import Indicator
from plans.models.progress import Answer, ProgressReport
from plans.models.round import Round

# The columns in which a report and each accepted version of it say the same.
SAID = (
    "kind", "status", "executed", "without_evidence", "channel", "given_by", "given_on",
    *(f"{name}_{language}" for name in ("done", "difficulties", "next_steps") for language in ("es", "en")),
)  # fmt: skip


class Acceptance(Answer):
    """One accepted version of a report, as it counts: written once. A later one takes its place and leaves it readable.

    `correction` says what the reviewer changed and why, `alone` why one person did both; `figures` are the values
    accepted with it, for reading: [{"indicator", "value", "parts", "text"}], the ones that count are measurements.
    """

    report = models.ForeignKey(
        ProgressReport, models.PROTECT, related_name="acceptances", verbose_name=_("progress report")
    )
    coalition = CopiedKey(Coalition, source="report", verbose_name=_("coalition"))
    current = models.BooleanField(_("counts"), default=True)
    accepted_at = models.DateTimeField(_("accepted at"))
    accepted_by = person(_("accepted by"))
    submitted_by = person(_("submitted by"))
    correction = models.TextField(_("corrected in the review"), blank=True)
    alone = models.TextField(_("why one person did both"), blank=True)
    figures = models.JSONField(_("values"), default=list, blank=True)
    evidence = models.ManyToManyField(Document, related_name="+", blank=True, verbose_name=_("evidence"))

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("accepted version")
        verbose_name_plural = _("accepted versions")
        ordering = ["report_id", "-accepted_at", "-pk"]
        constraints = [
            *Answer.Meta.constraints,
            models.UniqueConstraint(
                fields=["report"], condition=Q(current=True), name="acceptance_current_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.report)

    @classmethod
    def of(cls, report: ProgressReport, **fields: Any) -> "Acceptance":
        """What a report says now, as a version of its own that is not saved yet. `at` and `by` say who accepts it."""
        said = {name: getattr(report, name) for name in SAID}
        return cls(
            report=report,
            submitted_by=report.submitted_by,
            accepted_at=fields.pop("at"),
            accepted_by=fields.pop("by", None),
            **said | fields,
        )

    @property
    def withheld(self) -> list[str]:
        """What is withheld of the report is withheld of each version of it."""
        return self.report.withheld


class Settlement(models.Model):
    """The one value accepted for an activity in a round to which several parties reported, and for one alone.

    `executed` and `status` are what the Secretariat settled; `entered` of `asked` reports were accepted then. The
    share of the round's period and the activity's own status are computed from it.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="settlements", verbose_name=_("round"))
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="settlements", verbose_name=_("activity")
    )
    coalition = CopiedKey(Coalition, source="activity", verbose_name=_("coalition"))
    status = models.CharField(_("status"), max_length=15, choices=Status.choices, null=True, blank=True)
    executed = models.DecimalField(_("executed %"), max_digits=5, decimal_places=2, null=True, blank=True)
    entered = models.PositiveIntegerField(_("reports that entered"))
    asked = models.PositiveIntegerField(_("reports that were asked"))
    settled_at = models.DateTimeField(_("settled at"))
    settled_by = person(_("settled by"))
    # Why the value is not the average of what was reported.
    reason = models.TextField(_("reason"), blank=True)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("accepted value of an activity")
        verbose_name_plural = _("accepted values of activities")
        ordering = ["round", "activity"]
        constraints = [
            models.UniqueConstraint(fields=["round", "activity"], name="settlement_once"),
            models.CheckConstraint(
                condition=Q(executed__isnull=True) | Q(executed__gte=0, executed__lte=100),
                name="settlement_executed",
            ),
            models.CheckConstraint(
                condition=Q(status__isnull=True) | Q(status__in=STATUSES), name="settlement_status"
            ),
            models.CheckConstraint(condition=Q(entered__lte=F("asked")), name="settlement_entered"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} – {self.round}"


class Measurement(models.Model):
    """A value of an indicator on a day, by a party (T7, T16, P17).

    `value` null is "no figure", never zero; `parts` holds a disaggregation, or numerator and denominator.
    A milestone reached is 1. Without a report the Secretariat entered or imported it. What counts is accepted; one
    that is not yet stands beside it and takes its place when the report is accepted.
    """

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="measurements", verbose_name=_("indicator")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="measurements", verbose_name=_("party"))
    coalition = CopiedKey(Coalition, source="party", verbose_name=_("coalition"))
    report = models.ForeignKey(
        ProgressReport, models.PROTECT, related_name="measurements", null=True, blank=True,
        verbose_name=_("report"),
    )  # fmt: skip
    on = models.DateField(_("on"))
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=6, null=True, blank=True)
    parts = models.JSONField(_("parts"), default=dict, blank=True)
    text = models.TextField(_("text"), blank=True)
    accepted = models.BooleanField(_("accepted"), default=False)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ["indicator", "on", "party"]
        indexes = [models.Index(fields=["indicator", "on"], name="measurement_indicator_on")]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "party", "on"], condition=Q(accepted=True), name="measurement_once"
            ),
            models.UniqueConstraint(
                fields=["indicator", "party", "on", "report"],
                condition=Q(accepted=False),
                name="measurement_reported_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} – {self.on}"
