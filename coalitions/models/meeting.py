"""Meetings of bodies, who came, and what was decided."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coalitions.folding import search_text
from coalitions.scope import ScopedQuerySet


class Meeting(models.Model):
    """A meeting of a body, virtual or in person (G2, T11)."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("ordinary")
        EXTRAORDINARY = "extraordinary", _("extraordinary")
        WORKING = "working", _("working meeting")

    class Mode(models.TextChoices):
        IN_PERSON = "in_person", _("in person")
        VIRTUAL = "virtual", _("virtual")
        HYBRID = "hybrid", _("hybrid")

    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="meetings", verbose_name=_("coalition")
    )
    body = models.ForeignKey("Party", models.PROTECT, related_name="meetings", verbose_name=_("body"))
    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices, default=Kind.ORDINARY)
    mode = models.CharField(_("mode"), max_length=10, choices=Mode.choices, default=Mode.VIRTUAL)
    title = models.TextField(_("title"))
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)
    place = models.TextField(_("place"), blank=True)
    agenda = models.TextField(_("agenda"), blank=True)
    minutes = models.ForeignKey(
        "Document",
        models.PROTECT,
        related_name="minutes_of",
        null=True,
        blank=True,
        verbose_name=_("minutes"),
    )
    search_text = search_text("title_es", "title_en", "agenda_es", "agenda_en", "place")

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["coalition", "starts_at"], name="meeting_coalition_start")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")), name="meeting_times"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """A party that came to a meeting, and who came for it (G4)."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="attendances", verbose_name=_("meeting")
    )
    party = models.ForeignKey("Party", models.PROTECT, related_name="attendances", verbose_name=_("party"))
    person = models.CharField(_("person"), max_length=200, blank=True)

    coalition_path = "meeting__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [models.UniqueConstraint(fields=["meeting", "party"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.party} – {self.meeting}"


class Decision(models.Model):
    """What a body decided and on what basis. Its outcome is computed, never stored (G3-G5)."""

    class Basis(models.TextChoices):
        CONSENSUS = "consensus", _("consensus")
        VOTE = "vote", _("vote")
        RECORDED = "recorded", _("recorded without its count")

    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="decisions", verbose_name=_("coalition")
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, related_name="decisions", null=True, blank=True, verbose_name=_("meeting")
    )
    body = models.ForeignKey("Party", models.PROTECT, related_name="decisions", verbose_name=_("body"))
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)
    motion = models.TextField(_("motion"))
    basis = models.CharField(_("basis"), max_length=10, choices=Basis.choices, default=Basis.CONSENSUS)
    present = models.PositiveIntegerField(_("members present"), null=True, blank=True)
    in_favour = models.PositiveIntegerField(_("in favour"), null=True, blank=True)
    against = models.PositiveIntegerField(_("against"), null=True, blank=True)
    abstained = models.PositiveIntegerField(_("abstained"), null=True, blank=True)
    search_text = search_text("motion_es", "motion_en")

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["decided_on", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(basis__in=["consensus", "vote", "recorded"]), name="decision_basis"
            ),
            models.CheckConstraint(
                condition=~Q(basis="vote")
                | Q(
                    present__isnull=False,
                    in_favour__isnull=False,
                    against__isnull=False,
                    abstained__isnull=False,
                    present__gte=F("in_favour") + F("against") + F("abstained"),
                ),
                name="decision_vote_is_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.motion
