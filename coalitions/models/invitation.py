"""An invitation to take a seat: mailed, expiring, revocable, used once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coalitions.models.people import Seat
from coalitions.scope import ScopedQuerySet

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Invitation(models.Model):
    """What was offered to an address: a role in a coalition, for a party. Only a hash of its secret is kept (S-G2)."""

    class Standing(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        REVOKED = "revoked", _("revoked")
        EXPIRED = "expired", _("expired")

    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="invitations", verbose_name=_("coalition")
    )
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="es")
    role = models.CharField(_("role"), max_length=20, choices=Seat.Role.choices)
    party = models.ForeignKey(
        "Party", models.PROTECT, related_name="invitations", null=True, blank=True, verbose_name=_("party")
    )
    # A seat that passes to the invited person on acceptance, and stays where it is until then.
    hands_over = models.ForeignKey(
        Seat,
        models.PROTECT,
        related_name="offers",
        null=True,
        editable=False,
        verbose_name=_("seat handed over"),
    )
    secret_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, editable=False
    )
    sent_at = models.DateTimeField(_("sent at"), editable=False)
    expires_at = models.DateTimeField(_("expires at"), editable=False)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "email", "role", "party"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True, party__isnull=False),
                name="invitation_open_once_for_party",
            ),
            models.UniqueConstraint(
                fields=["coalition", "email", "role"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True, party__isnull=True),
                name="invitation_open_once_without_party",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["secretariat", "presidency", "reader"])
                | Q(role__in=["focal_point", "delegate"], party__isnull=False),
                name="invitation_role_and_party",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True), name="invitation_one_end"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} – {self.get_role_display()}"

    @property
    def audit_label(self) -> str:
        """Role and party, without the address of a person."""
        return f"invitation {self.pk}, {self.role}, party {self.party_id or '-'}"

    def standing(self, now: datetime) -> Invitation.Standing:
        """What has become of it at that moment."""
        if self.accepted_at:
            return self.Standing.ACCEPTED
        if self.revoked_at:
            return self.Standing.REVOKED
        return self.Standing.OPEN if now < self.expires_at else self.Standing.EXPIRED

    def standing_label(self, now: datetime) -> str | Promise:
        """The standing in words."""
        return self.standing(now).label
