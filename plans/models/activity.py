"""Activities and what hangs on each: result, responsible parties, programmed and executed shares."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey
from coalitions.folding import search_text
from coalitions.models import Coalition, Party
from coalitions.scope import ScopedQuerySet
from plans.models.plan import Objective, Period, Plan, ShareReading


class Status(models.TextChoices):
    """What may be stored. Null is "not reported"; late is computed, never stored (T4)."""

    NOT_STARTED = "not_started", _("not started")
    IN_PROGRESS = "in_progress", _("in progress")
    COMPLETED = "completed", _("completed")
    SUSPENDED = "suspended", _("suspended")
    CANCELLED = "cancelled", _("cancelled")
    # A source that does not tell in progress and not started apart (the annex of 2021-2022).
    UNFINISHED = "unfinished", _("in progress or not started")


STATUSES = ["not_started", "in_progress", "completed", "suspended", "cancelled", "unfinished"]


class Result(models.Model):
    """A result of one objective, shared by the activities that point at it; one item a line (P10, P12)."""

    objective = models.ForeignKey(
        Objective, models.PROTECT, related_name="results", verbose_name=_("objective")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    text = models.TextField(_("text"))
    search_text = search_text("text_es", "text_en")

    coalition_path = "objective__plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["objective", "position"]

    def __str__(self) -> str:
        return self.text


class Activity(models.Model):
    """A leaf of the plan (P8-P10, P18, P19, P24, P25, T4).

    `start` and `end` are the envelope of its schedule; `spans` (list of [start, end]) only where the schedule
    is not contiguous. `period_printed`, `responsible_printed`, `code_printed` are what the document says.
    """

    objective = models.ForeignKey(
        Objective, models.PROTECT, related_name="activities", verbose_name=_("objective")
    )
    plan = CopiedKey(Plan, source="objective", related_name="activities", verbose_name=_("plan"))
    coalition = CopiedKey(Coalition, source="objective.plan", verbose_name=_("coalition"))
    position = models.PositiveIntegerField(_("position"), default=0)
    code = models.CharField(_("code"), max_length=60, blank=True)
    code_printed = models.CharField(_("code as printed"), max_length=100, blank=True)
    title = models.TextField(_("title"))
    result = models.ForeignKey(
        Result, models.PROTECT, related_name="activities", null=True, blank=True, verbose_name=_("result")
    )
    resources = models.TextField(_("resources"), blank=True, help_text=_("One item a line."))
    observations = models.TextField(_("observations"), blank=True)
    responsible_printed = models.TextField(_("responsible as printed"), blank=True)
    period_printed = models.TextField(_("period as printed"), blank=True)
    start = models.DateField(_("start"), null=True, blank=True)
    end = models.DateField(_("end"), null=True, blank=True)
    spans = models.JSONField(_("separate spans"), null=True, blank=True)
    share_reading = models.CharField(
        _("reading of percentages"), max_length=10, choices=ShareReading.choices, blank=True
    )
    status = models.CharField(_("status"), max_length=15, choices=Status.choices, null=True, blank=True)
    status_on = models.DateField(_("status as of"), null=True, blank=True)
    withheld = models.JSONField(_("fields withheld from publication"), default=list, blank=True)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_text = search_text(
        "code", "title_es", "title_en", "resources_es", "resources_en", "observations_es", "observations_en"
    )

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["plan", "position"]
        indexes = [
            models.Index(fields=["plan", "position"], name="activity_plan_position"),
            models.Index(fields=["coalition", "status"], name="activity_coalition_status"),
            models.Index(fields=["coalition", "end"], name="activity_coalition_end"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__isnull=False, end__isnull=False, start__lte=F("end")),
                name="activity_dates",
            ),
            models.CheckConstraint(
                condition=Q(status__isnull=True) | Q(status__in=STATUSES), name="activity_status"
            ),
            models.CheckConstraint(
                condition=Q(share_reading__in=["", "part", "running"]), name="activity_share_reading"
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.code, self.title) if part)


class Responsibility(models.Model):
    """A party's role and duty for a plan, an objective or an activity (P3, P20-P23).

    `plan` is copied where activity or objective is set, so one query loads all of a plan. `agreed` is a mark
    ("possible responsible" is not agreed), never a filter.
    """

    class Role(models.TextChoices):
        LEAD = "lead", _("lead")
        CO_LEAD = "co_lead", _("co-lead")
        PARTICIPANT = "participant", _("participant")
        RESPONSIBLE = "responsible", _("responsible")
        PARTNER = "partner", _("partner")

    plan = CopiedKey(
        Plan, source=("activity", "objective"), related_name="responsibilities", editable=True, blank=True,
        verbose_name=_("plan"),
    )  # fmt: skip
    objective = models.ForeignKey(
        Objective, models.CASCADE, related_name="responsibilities", null=True, blank=True,
        verbose_name=_("objective"),
    )  # fmt: skip
    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="responsibilities", null=True, blank=True,
        verbose_name=_("activity"),
    )  # fmt: skip
    party = models.ForeignKey(Party, models.PROTECT, related_name="responsibilities", verbose_name=_("party"))
    role = models.CharField(_("role"), max_length=15, choices=Role.choices)
    duty = models.TextField(_("duty"), blank=True)
    agreed = models.BooleanField(_("agreed"), default=True)
    role_inferred = models.BooleanField(_("role not stated in the document"), default=False)
    position = models.PositiveIntegerField(_("position"), default=0)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(objective__isnull=True) | Q(activity__isnull=True),
                name="responsibility_one_place",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["lead", "co_lead", "participant", "responsible", "partner"]),
                name="responsibility_role",
            ),
            models.UniqueConstraint(
                fields=["activity", "party", "role"],
                condition=Q(activity__isnull=False),
                name="responsibility_once_in_activity",
            ),
            models.UniqueConstraint(
                fields=["objective", "party", "role"],
                condition=Q(objective__isnull=False),
                name="responsibility_once_in_objective",
            ),
            models.UniqueConstraint(
                fields=["plan", "party", "role"],
                condition=Q(objective__isnull=True, activity__isnull=True),
                name="responsibility_once_in_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} – {self.get_role_display()}"


class Share(models.Model):
    """Programmed and executed percent of an activity in a period; a blank cell is no row (T1-T3).

    There is no upper bound: 55 or 150 % in all is odd and is kept. `heading` is the column as printed;
    `assumed` says that the period is proposed, not printed.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="shares", verbose_name=_("activity"))
    period = models.ForeignKey(Period, models.PROTECT, related_name="shares", verbose_name=_("period"))
    coalition = CopiedKey(Coalition, source="activity", verbose_name=_("coalition"))
    programmed = models.DecimalField(_("programmed %"), max_digits=9, decimal_places=4, null=True, blank=True)
    executed = models.DecimalField(_("executed %"), max_digits=9, decimal_places=4, null=True, blank=True)
    heading = models.CharField(_("heading as printed"), max_length=100, blank=True)
    assumed = models.BooleanField(_("period not printed"), default=False)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("share")
        verbose_name_plural = _("shares")
        ordering = ["activity", "period"]
        indexes = [
            models.Index(
                fields=["coalition", "period", "programmed", "executed"], name="share_coalition_period"
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["activity", "period"], name="share_once"),
            models.CheckConstraint(
                condition=Q(programmed__isnull=False) | Q(executed__isnull=False), name="share_says_something"
            ),
            models.CheckConstraint(
                condition=Q(programmed__isnull=True) | Q(programmed__gte=0), name="share_programmed"
            ),
        ]

    def __str__(self) -> str:
        return str(self.period)
