"""What a party reports of an activity in a round."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey, person
from coalitions.folding import search_text
from coalitions.models import Coalition, Document, Party
from coalitions.scope import ScopedQuerySet
from plans.models.activity import STATUSES, Activity, Status
from plans.models.round import Round


class Answer(models.Model):
    """What a party says of an activity: in its report, and again in each version of it that was accepted (T4, T7-T9).

    `executed` is how much of the whole activity is done by the end of the round, in percent; null is not reported.
    `kind` tells "nothing happened" and "same as last time" from a report in words. `channel` is empty where the
    party itself answered; else the Secretariat entered what `given_by` said on `given_on` on its behalf.
    """

    class Kind(models.TextChoices):
        REPORT = "", _("report")
        NOTHING = "nothing", _("nothing happened in this period")
        SAME = "same", _("same as last time")

    class Channel(models.TextChoices):
        SELF = "", _("the party itself")
        MAIL = "mail", _("mail")
        TELEPHONE = "telephone", _("telephone")
        MEETING = "meeting", _("meeting")
        OTHER = "other", _("another way")

    kind = models.CharField(_("kind of answer"), max_length=10, choices=Kind.choices, blank=True)
    status = models.CharField(_("status"), max_length=15, choices=Status.choices, null=True, blank=True)
    executed = models.DecimalField(_("executed %"), max_digits=5, decimal_places=2, null=True, blank=True)
    done = models.TextField(_("what was done"), blank=True)
    difficulties = models.TextField(_("difficulties"), blank=True)
    next_steps = models.TextField(_("next steps"), blank=True)
    # Completion asks for evidence or for this.
    without_evidence = models.TextField(_("why there is no evidence"), blank=True)
    channel = models.CharField(_("answered by"), max_length=10, choices=Channel.choices, blank=True)
    given_by = models.CharField(_("who gave the answer"), max_length=200, blank=True)
    given_on = models.DateField(_("when it was given"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(executed__isnull=True) | Q(executed__gte=0, executed__lte=100),
                name="%(class)s_executed",
            ),
            models.CheckConstraint(
                condition=Q(status__isnull=True) | Q(status__in=STATUSES), name="%(class)s_status"
            ),
            models.CheckConstraint(condition=Q(kind__in=["", "nothing", "same"]), name="%(class)s_kind"),
            models.CheckConstraint(
                condition=Q(channel="", given_by="", given_on__isnull=True)
                | (
                    Q(channel__in=["mail", "telephone", "meeting", "other"])
                    & ~Q(given_by="")
                    & Q(given_on__isnull=False)
                ),
                name="%(class)s_on_behalf",
            ),
        ]


class ProgressReport(Answer):
    """What a party reports of an activity in a round (T4, T7-T9, T17).

    One row per asked pair is written when the round opens, in state asked: "not reported" stays true after
    members change. It holds what is being written or reviewed; what counts is its current Acceptance.
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
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    submitted_by = person(_("submitted by"))
    # To the person who reports; `office_note` is read by the Secretariat alone.
    review_note = models.TextField(_("note of the review"), blank=True)
    office_note = models.TextField(_("note among the Secretariat"), blank=True)
    objection = models.TextField(_("objection of the party"), blank=True)
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
            *Answer.Meta.constraints,
            models.UniqueConstraint(fields=["round", "activity", "party"], name="report_once"),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "draft", "submitted", "returned", "accepted"]),
                name="report_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} – {self.party}"
