"""People and what they may do: users and their seats."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coalitions.scope import ScopedQuerySet


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address; the address is the sign-in name, compared without case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """A new user. Without a password, one that no password opens. Raises ValueError without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """An operator of the whole site."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email=(email or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. `is_superuser` marks an operator of the whole site; all else comes from seats."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="es")
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    # Sessions that began before this moment are over (S-A7).
    signed_out_at = models.DateTimeField(null=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def audit_label(self) -> str:
        """A number, so that the audit log can outlive the person's name."""
        return f"user {self.pk}"

    @property
    def is_operator(self) -> bool:
        """Whether the user runs the whole site."""
        return self.is_superuser


class Seat(models.Model):
    """What a user may do in a coalition, and for which party, from a day to a day."""

    class Role(models.TextChoices):
        SECRETARIAT = "secretariat", _("secretariat")
        FOCAL_POINT = "focal_point", _("focal point")
        DELEGATE = "delegate", _("delegate")
        PRESIDENCY = "presidency", _("presidency")
        READER = "reader", _("reader")

    user = models.ForeignKey(User, models.PROTECT, related_name="seats", verbose_name=_("user"))
    coalition = models.ForeignKey(
        "Coalition", models.PROTECT, related_name="seats", verbose_name=_("coalition")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    party = models.ForeignKey(
        "Party", models.PROTECT, related_name="seats", null=True, blank=True, verbose_name=_("party")
    )
    started_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("to"), null=True, blank=True)

    coalition_path = "coalition"
    objects = ScopedQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "coalition", "role", "party"],
                condition=Q(ended_on__isnull=True, party__isnull=False),
                name="seat_open_once_for_party",
            ),
            models.UniqueConstraint(
                fields=["user", "coalition", "role"],
                condition=Q(ended_on__isnull=True, party__isnull=True),
                name="seat_open_once_without_party",
            ),
            # One technical focal point a member (G: governance 5 a, T8).
            models.UniqueConstraint(
                fields=["party"],
                condition=Q(role="focal_point", ended_on__isnull=True),
                name="seat_one_focal_point_of_a_party",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=["focal_point", "delegate"]) | Q(party__isnull=False),
                name="seat_reports_for_a_party",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["secretariat", "focal_point", "delegate", "presidency", "reader"]),
                name="seat_role",
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True)
                | Q(ended_on__isnull=True)
                | Q(ended_on__gte=F("started_on")),
                name="seat_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.get_role_display()}"

    @property
    def audit_label(self) -> str:
        """Role and numbers, so that the audit log can outlive the person's name."""
        return f"user {self.user_id}, {self.role}, party {self.party_id or '-'}"
