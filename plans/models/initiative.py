"""Advocacy initiatives and other activities outside the plan."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import person
from coalitions.folding import search_text
from coalitions.models import Coalition, Document, Party
from coalitions.scope import ScopedQuerySet
from plans.models.plan import Plan


class Initiative(models.Model):
    """An advocacy initiative or another activity outside the plan, with its beneficiaries (T10, T12)."""

    class Kind(models.TextChoices):
        ADVOCACY = "advocacy", _("advocacy initiative")
        OTHER = "other", _("other activity")

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("returned")
        ACCEPTED = "accepted", _("accepted")

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
    # What a party reports counts once the Secretariat accepted it; what the Secretariat enters counts at once.
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ACCEPTED)
    submitted_by = person(_("submitted by"))
    review_note = models.TextField(_("note of the review"), blank=True)
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
            models.CheckConstraint(condition=Q(kind__in=["advocacy", "other"]), name="initiative_kind"),
            models.CheckConstraint(
                condition=Q(state__in=["submitted", "returned", "accepted"]), name="initiative_state"
            ),
        ]

    def __str__(self) -> str:
        return self.title
