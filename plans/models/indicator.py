"""Indicators, milestones among them, and their targets."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey
from coalitions.folding import search_text
from coalitions.scope import ScopedQuerySet
from plans.models.activity import Activity
from plans.models.plan import Objective, Period, Plan


class Indicator(models.Model):
    """What is measured (P11, P13-P17, R8).

    Of kind indicator or milestone: a milestone's plain target is "done". Belongs to one objective and may name
    the activities it covers; none means the whole node. `rule` says how values combine (plans.aggregation).
    """

    class Kind(models.TextChoices):
        INDICATOR = "indicator", _("indicator")
        MILESTONE = "milestone", _("milestone")

    class Rule(models.TextChoices):
        SUM = "sum", _("sum")
        LATEST = "latest", _("latest value")
        MAXIMUM = "maximum", _("maximum")
        AVERAGE = "average", _("average")
        RATIO = "ratio", _("share, numerators and denominators summed")
        LIST = "list", _("list")
        MEMBERS = "members", _("count of parties")
        MEMBERSHIP = "membership", _("number of members of the coalition")

    objective = models.ForeignKey(
        Objective, models.PROTECT, related_name="indicators", verbose_name=_("objective")
    )
    plan = CopiedKey(Plan, source="objective", related_name="indicators", verbose_name=_("plan"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.INDICATOR)
    activities = models.ManyToManyField(
        Activity, related_name="indicators", blank=True, verbose_name=_("activities")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    code = models.CharField(_("code"), max_length=60, blank=True)
    name = models.TextField(_("name"))
    unit = models.CharField(_("unit"), max_length=200, blank=True)
    per = models.CharField(_("per"), max_length=40, blank=True)
    baseline = models.DecimalField(_("baseline"), max_digits=24, decimal_places=6, null=True, blank=True)
    baseline_on = models.DateField(_("baseline as of"), null=True, blank=True)
    rule = models.CharField(
        _("rule of aggregation"), max_length=12, choices=Rule.choices, default=Rule.LATEST
    )
    breakdown = models.JSONField(_("disaggregation"), default=dict, blank=True)
    headline = models.BooleanField(_("headline indicator"), default=False)
    due = models.DateField(_("due"), null=True, blank=True)
    withheld = models.JSONField(_("fields withheld from publication"), default=list, blank=True)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_text = search_text("code", "name_es", "name_en", "unit_es", "unit_en")

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["plan", "position", "pk"]
        indexes = [models.Index(fields=["plan", "kind", "position"], name="indicator_plan_kind")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["indicator", "milestone"]), name="indicator_kind"),
            models.CheckConstraint(
                condition=Q(
                    rule__in=["sum", "latest", "maximum", "average", "ratio", "list", "members", "membership"]
                ),
                name="indicator_rule",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """What an indicator should reach, for the whole plan (no period) or for a period (P14-P16)."""

    class Comparator(models.TextChoices):
        AT_LEAST = ">=", _("at least")
        AT_MOST = "<=", _("at most")
        EXACTLY = "=", _("exactly")
        DONE = "done", _("done")

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="targets", verbose_name=_("indicator")
    )
    code = models.CharField(_("code"), max_length=60, blank=True)
    text = models.TextField(_("text"), blank=True)
    period = models.ForeignKey(
        Period, models.PROTECT, related_name="targets", null=True, blank=True, verbose_name=_("period")
    )
    comparator = models.CharField(
        _("comparator"), max_length=5, choices=Comparator.choices, null=True, blank=True
    )
    number = models.DecimalField(_("number"), max_digits=24, decimal_places=6, null=True, blank=True)
    per = models.CharField(_("per"), max_length=40, blank=True)
    search_text = search_text("text_es", "text_en")

    coalition_path = "indicator__plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ["indicator", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(comparator__isnull=True)
                | Q(comparator="done")
                | Q(comparator__in=[">=", "<=", "="], number__isnull=False),
                name="target_comparator_has_number",
            ),
            models.UniqueConstraint(
                fields=["indicator", "code", "period"],
                condition=Q(period__isnull=False),
                name="target_once_in_period",
            ),
            models.UniqueConstraint(
                fields=["indicator", "code"], condition=Q(period__isnull=True), name="target_once_in_plan"
            ),
        ]

    def __str__(self) -> str:
        return self.text
