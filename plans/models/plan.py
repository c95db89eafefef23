"""The plan, its own levels and calendar, its narrative and the tree of its objectives."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import Link
from coalitions.folding import search_text
from coalitions.models import Coalition
from coalitions.scope import ScopedQuerySet


class Unit(models.TextChoices):
    """How long one period of a plan's calendar is (T14, T15)."""

    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    SEMESTER = "semester", _("half-year")
    YEAR = "year", _("year")


class ShareReading(models.TextChoices):
    """How programmed and executed percentages are read (T3)."""

    PART = "part", _("parts of the whole, which add up")
    RUNNING = "running", _("running level reached")


class Plan(models.Model):
    """A work plan with its header as agreed (P2-P5). Lead and participants are responsibilities of the plan."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_FORCE = "in_force", _("in force")
        CLOSED = "closed", _("closed")

    coalition = models.ForeignKey(
        Coalition, models.PROTECT, related_name="plans", verbose_name=_("coalition")
    )
    slug = models.SlugField(_("short address"), max_length=80, unique=True)
    title = models.TextField(_("title"))
    purpose = models.TextField(_("purpose"), blank=True)
    reference = models.CharField(_("reference"), max_length=100, blank=True)
    subject = models.TextField(_("subject"), blank=True)
    addressees = models.TextField(_("addressees"), blank=True)
    origin = models.TextField(_("origin"), blank=True)
    issued_printed = models.CharField(_("date as printed"), max_length=100, blank=True)
    start = models.DateField(_("start"))
    end = models.DateField(_("end"))
    term_printed = models.TextField(_("term as printed"), blank=True)
    language = models.CharField(
        _("language of the plan"), max_length=5, choices=settings.LANGUAGES, default="es"
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, null=True, blank=True)
    state_printed = models.CharField(_("state as printed"), max_length=200, blank=True)
    unit = models.CharField(
        _("unit of its calendar"), max_length=10, choices=Unit.choices, default=Unit.QUARTER
    )
    share_reading = models.CharField(
        _("reading of percentages"), max_length=10, choices=ShareReading.choices, default=ShareReading.PART
    )
    follows = models.ForeignKey(
        "self", models.PROTECT, related_name="followed_by", null=True, blank=True, verbose_name=_("follows")
    )
    layout = models.JSONField(_("columns as printed"), default=dict, blank=True)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_text = search_text(
        "title_es",
        "title_en",
        "purpose_es",
        "purpose_en",
        "reference",
        "subject_es",
        "subject_en",
        "addressees_es",
        "addressees_en",
        "origin_es",
        "origin_en",
    )

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["coalition", "-start", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="plan_dates"),
            models.CheckConstraint(
                condition=Q(state__isnull=True) | Q(state__in=["draft", "in_force", "closed"]),
                name="plan_state",
            ),
            models.CheckConstraint(
                condition=Q(unit__in=["month", "quarter", "semester", "year"]), name="plan_unit"
            ),
            models.CheckConstraint(
                condition=Q(share_reading__in=["part", "running"]), name="plan_share_reading"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Period(models.Model):
    """One stretch of a plan's calendar; shares, period targets and rounds point at it (T14, T15)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="periods", verbose_name=_("plan"))
    unit = models.CharField(_("unit"), max_length=10, choices=Unit.choices)
    start = models.DateField(_("start"))
    end = models.DateField(_("end"))
    name = models.CharField(_("name"), max_length=100, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ["plan", "position", "start"]
        indexes = [models.Index(fields=["plan", "start"], name="period_plan_start")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "start", "end"], name="period_once"),
            models.CheckConstraint(condition=Q(start__lte=F("end")), name="period_dates"),
            models.CheckConstraint(
                condition=Q(unit__in=["month", "quarter", "semester", "year"]), name="period_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.start} – {self.end}"


class Level(models.Model):
    """The plan's own name for one depth of its tree, outermost first; the last name activity and milestone (P6)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="levels", verbose_name=_("plan"))
    depth = models.PositiveSmallIntegerField(_("depth"))
    key = models.CharField(_("key"), max_length=40)
    name = models.CharField(_("name"), max_length=100)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        ordering = ["plan", "depth"]
        constraints = [models.UniqueConstraint(fields=["plan", "depth"], name="level_once")]

    def __str__(self) -> str:
        return self.name


class Section(models.Model):
    """A narrative part of the plan: introduction, context, monitoring, annex (P26, P27)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections", verbose_name=_("plan"))
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)
    title = models.TextField(_("title"), blank=True)
    text = models.TextField(_("text"), blank=True)
    search_text = search_text("title_es", "title_en", "text_es", "text_en")

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["plan", "position"]
        indexes = [models.Index(fields=["plan", "position"], name="section_plan_position")]

    def __str__(self) -> str:
        return self.title


class PlanLink(models.Model):
    """What a plan is tied to beside the plan it follows: another plan, a priority, a partner elsewhere (P27)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="links", verbose_name=_("plan"))
    other = models.ForeignKey(
        Plan, models.CASCADE, related_name="linked_from", null=True, blank=True, verbose_name=_("other plan")
    )
    text = models.TextField(_("text"), blank=True)
    url = Link(_("address"), max_length=500, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("link of a plan")
        verbose_name_plural = _("links of plans")
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "other"], condition=Q(other__isnull=False), name="planlink_once"
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | ~Q(other=F("plan")), name="planlink_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.text or str(self.other or self.url)


class Objective(models.Model):
    """A node of the plan's tree (P6-P8). `position` is plan-wide pre-order, so document order is one ORDER BY."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="objectives", verbose_name=_("plan"))
    parent = models.ForeignKey(
        "self", models.PROTECT, related_name="children", null=True, blank=True, verbose_name=_("within")
    )
    level = models.ForeignKey(
        Level, models.PROTECT, related_name="objectives", null=True, blank=True, verbose_name=_("level")
    )
    position = models.PositiveIntegerField(_("position"), default=0)
    code = models.CharField(_("code"), max_length=60, blank=True)
    code_printed = models.CharField(_("code as printed"), max_length=100, blank=True)
    title = models.TextField(_("title"), blank=True)
    statement = models.TextField(_("statement"), blank=True)
    withheld = models.JSONField(_("fields withheld from publication"), default=list, blank=True)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    search_text = search_text("code", "title_es", "title_en", "statement_es", "statement_en")

    coalition_path = "plan__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        ordering = ["plan", "position"]
        indexes = [models.Index(fields=["plan", "position"], name="objective_plan_position")]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="objective_not_its_own_parent"
            )
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.code, self.title) if part) or "–"
