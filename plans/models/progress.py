"""Rounds of reporting, reports, measurements and initiatives outside the plan."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey
from coalitions.folding import search_text
from coalitions.models import Coalition, Document, Party
from coalitions.scope import ScopedQuerySet
from plans.models.activity import STATUSES, Activity, Status
from plans.models.indicator import Indicator
from plans.models.plan import Period, Plan


class Round(models.Model):
    """A call for reports on a period (T7, R3)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rounds", verbose_name=_("plan"))
    period = models.ForeignKey(Period, models.PROTECT, related_name="rounds", verbose_name=_("period"))
    due = models.DateField(_("due"))
    message = models.TextField(_("message"), blank=True)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ["plan", "period__start", "pk"]
        indexes = [models.Index(fields=["plan", "period"], name="round_plan_period")]

    def __str__(self) -> str:
        return str(self.period)


class ProgressReport(models.Model):
    """What a party reports of an activity in a round (T4, T7-T9, T17).

    One row per asked pair is written when the round opens, in state asked: "not reported" stays true after
    members change. `executed` is how much of the whole activity is done by the end of the round, in percent.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("asked")
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("returned")
        ACCEPTED = "accepted", _("accepted")

    round = models.ForeignKey(Round, models.PROTECT, related_name="reports", verbose_name=_("round"))
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="reports", verbose_name=_("activity"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="reports", verbose_name=_("party"))
    coalition = CopiedKey(Coalition, source="activity", verbose_name=_("coalition"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ASKED)
    status = models.CharField(_("status"), max_length=15, choices=Status.choices, null=True, blank=True)
    executed = models.DecimalField(_("executed %"), max_digits=5, decimal_places=2, null=True, blank=True)
    done = models.TextField(_("what was done"), blank=True)
    difficulties = models.TextField(_("difficulties"), blank=True)
    next_steps = models.TextField(_("next steps"), blank=True)
    review_note = models.TextField(_("note of the review"), blank=True)
    evidence = models.ManyToManyField(
        Document, related_name="evidence_of", blank=True, verbose_name=_("evidence")
    )
    withheld = models.JSONField(_("fields withheld from publication"), default=list, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_text = search_text(
        "done_es", "done_en", "difficulties_es", "difficulties_en", "next_steps_es", "next_steps_en"
    )

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ["round", "activity", "party"]
        indexes = [
            models.Index(fields=["party", "state"], name="report_party_state"),
            models.Index(fields=["round", "state"], name="report_round_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["round", "activity", "party"], name="report_once"),
            models.CheckConstraint(
                condition=Q(executed__isnull=True) | Q(executed__gte=0, executed__lte=100),
                name="report_executed",
            ),
            models.CheckConstraint(
                condition=Q(status__isnull=True) | Q(status__in=STATUSES), name="report_status"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "draft", "submitted", "returned", "accepted"]),
                name="report_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} – {self.party}"


class Measurement(models.Model):
    """A value of an indicator on a day, by a party (T7, T16, P17).

    `value` null is "no figure", never zero; `parts` holds a disaggregation, or numerator and denominator.
    A milestone reached is 1. Without a report the Secretariat entered or imported it.
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
            models.UniqueConstraint(fields=["indicator", "party", "on"], name="measurement_once"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} – {self.on}"


class Initiative(models.Model):
    """An advocacy initiative or another activity outside the plan, with its beneficiaries (T10, T12)."""

    class Kind(models.TextChoices):
        ADVOCACY = "advocacy", _("advocacy initiative")
        OTHER = "other", _("other activity")

    coalition = models.ForeignKey(
        Coalition, models.PROTECT, related_name="initiatives", verbose_name=_("coalition")
    )
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="initiatives", null=True, blank=True, verbose_name=_("plan")
    )
    party = models.ForeignKey(Party, models.PROTECT, related_name="initiatives", verbose_name=_("party"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    on = models.DateField(_("on"))
    title = models.TextField(_("title"))
    beneficiaries = models.PositiveIntegerField(_("beneficiaries"), null=True, blank=True)
    evidence = models.ManyToManyField(
        Document, related_name="evidence_of_initiatives", blank=True, verbose_name=_("evidence")
    )
    search_text = search_text("title_es", "title_en")

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        ordering = ["coalition", "on", "pk"]
        indexes = [models.Index(fields=["coalition", "on"], name="initiative_coalition_on")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["advocacy", "other"]), name="initiative_kind")
        ]

    def __str__(self) -> str:
        return self.title
