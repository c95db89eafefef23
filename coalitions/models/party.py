"""Parties, how documents spell them, their standing in the coalition and their places in bodies."""

import unicodedata

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coalitions.fields import CopiedKey
from coalitions.folding import search_text
from coalitions.scope import ScopedQuerySet


def fold(text: str) -> str:
    """A spelling without case, accents, punctuation and repeated blanks: "Secretaría" folds as "Secretaria" (E14)."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())


class Party(models.Model):
    """An actor that can answer for something: a government, an organisation, or a body of the coalition (P20)."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("government")
        ORGANISATION = "organisation", _("organisation")
        MEMBERS = "members", _("all members")
        PARTNERS = "partners", _("all partners")
        FOCAL_POINTS = "focal_points", _("all focal points")
        NATIONAL_BODIES = "national_bodies", _("national bodies")
        COALITION = "coalition", _("the coalition itself")
        PLENARY = "plenary", _("plenary")
        SECRETARIAT = "secretariat", _("secretariat")
        PRESIDENCY = "presidency", _("presidency")
        VICE_PRESIDENCY = "vice_presidency", _("vice-presidency")
        COMMITTEE = "committee", _("committee")
        SUBCOMMITTEE = "subcommittee", _("sub-committee")
        WORKING_GROUP = "working_group", _("working group")

    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="parties", verbose_name=_("coalition")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    name = models.TextField(_("name"))
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    mandate_ends = models.DateField(_("mandate ends"), null=True, blank=True)
    opened_on = models.DateField(_("opened on"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)
    provenance = models.JSONField(_("provenance"), default=dict, blank=True)
    search_text = search_text("name_es", "name_en", "short_name")

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["coalition", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "government", "organisation", "members", "partners", "focal_points", "national_bodies",
                        "coalition", "plenary", "secretariat", "presidency", "vice_presidency", "committee",
                        "subcommittee", "working_group",
                    ]
                ),
                name="party_kind",
            ),
            models.CheckConstraint(
                condition=Q(opened_on__isnull=True)
                | Q(closed_on__isnull=True)
                | Q(closed_on__gte=F("opened_on")),
                name="party_dates",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.short_name or self.name


class Alias(models.Model):
    """A spelling of a party in documents. One spelling is one party: the database says so (E14)."""

    party = models.ForeignKey(Party, models.CASCADE, related_name="aliases", verbose_name=_("party"))
    coalition = CopiedKey("Coalition", source="party", verbose_name=_("coalition"))
    text = models.TextField(_("spelling"))
    folded = models.CharField(_("folded spelling"), max_length=300, editable=False)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = [models.UniqueConstraint(fields=["coalition", "folded"], name="alias_one_party")]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        # A form cannot check a constraint that holds a copied key.
        self.folded = fold(self.text)
        if not self.party_id:
            return
        twins = Alias.objects.filter(coalition=self.party.coalition_id, folded=self.folded).exclude(
            pk=self.pk
        )
        if twins.exists():
            raise ValidationError({"text": _("This spelling already stands for a party of this coalition.")})

    @classmethod
    def of(cls, party: Party, text: str) -> "Alias":
        """An unsaved alias with its folded twin."""
        return cls(party=party, text=text, folded=fold(text))


class Membership(models.Model):
    """A party's standing in its coalition and its admission (G1, G10)."""

    class Standing(models.TextChoices):
        MEMBER = "member", _("member: voice and vote")
        PARTNER = "partner", _("partner: voice")
        OBSERVER = "observer", _("observer: by invitation")

    class State(models.TextChoices):
        REQUESTED = "requested", _("requested")
        ADMITTED = "admitted", _("admitted")
        DECLINED = "declined", _("declined")
        ENDED = "ended", _("ended")

    party = models.ForeignKey(Party, models.PROTECT, related_name="memberships", verbose_name=_("party"))
    standing = models.CharField(_("standing"), max_length=10, choices=Standing.choices)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ADMITTED)
    requested_on = models.DateField(_("requested on"), null=True, blank=True)
    admitted_on = models.DateField(_("admitted on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    coalition_path = "party__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["party"], condition=Q(ended_on__isnull=True), name="membership_one_open"
            ),
            models.CheckConstraint(
                condition=Q(standing__in=["member", "partner", "observer"]), name="membership_standing"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["requested", "declined", "ended"]) | Q(admitted_on__isnull=False),
                name="membership_admitted_has_date",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["requested", "admitted", "declined", "ended"]), name="membership_state"
            ),
            models.CheckConstraint(
                condition=Q(admitted_on__isnull=True)
                | Q(ended_on__isnull=True)
                | Q(ended_on__gte=F("admitted_on")),
                name="membership_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} – {self.get_standing_display()}"


class Term(models.Model):
    """A party's place in a body, from a day to a day: groups and offices alike (G7, G8, G11, G17)."""

    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        CHAIR = "chair", _("chair")
        HOLDER = "holder", _("holder")

    body = models.ForeignKey(Party, models.PROTECT, related_name="terms", verbose_name=_("body"))
    party = models.ForeignKey(Party, models.PROTECT, related_name="places", verbose_name=_("party"))
    role = models.CharField(_("role"), max_length=10, choices=Role.choices, default=Role.MEMBER)
    started_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("to"), null=True, blank=True)
    end_reason = models.TextField(_("reason of the end"), blank=True)
    decision = models.ForeignKey(
        "Decision", models.PROTECT, related_name="terms", null=True, blank=True, verbose_name=_("decision")
    )

    coalition_path = "body__coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("term in a body")
        verbose_name_plural = _("terms in bodies")
        constraints = [
            models.CheckConstraint(condition=~Q(body=F("party")), name="term_not_in_itself"),
            models.CheckConstraint(condition=Q(role__in=["member", "chair", "holder"]), name="term_role"),
            models.UniqueConstraint(
                fields=["body", "party", "role"], condition=Q(ended_on__isnull=True), name="term_one_open"
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True)
                | Q(ended_on__isnull=True)
                | Q(ended_on__gte=F("started_on")),
                name="term_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} – {self.body}"
