"""How long a session lasts, and what a session must have shown: idle and absolute limits, the second step first.

Idle: eight hours, by the session's own age, renewed while it is used. Absolute: seven days, twelve hours for
secretariats and operators. A person's `signed_out_at` ends every session that began before it.
"""

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib import auth
from django.contrib.auth.backends import ModelBackend
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from coalitions import audit
from coalitions.models import Seat, User
from coalitions.scope import held_on

Answer = Callable[[HttpRequest], HttpResponse]

STARTED, SEEN = "session_started", "session_seen"
LONGEST, LONGEST_OF_STAFF = 7 * 24 * 3600, 12 * 3600
RENEW_EVERY = 600

# Answers that are kept by every browser and may not depend on a session.
WITHOUT_SESSION = {"accent", "health"}

# What somebody without the second step may reach: setting it up, and leaving.
WITHOUT_SECOND_STEP = WITHOUT_SESSION | {
    "account_set_password",
    "account_reauthenticate",
    "account_logout",
    "mfa_activate_totp",
    "set_language",
}


class Backend(ModelBackend):
    """Finds who is signed in, together with what is asked about her at every request: one query for all."""

    def get_user(self, user_id: int) -> User | None:
        seats = Seat.objects.filter(
            held_on(timezone.localdate()), user=OuterRef("pk"), role=Seat.Role.SECRETARIAT
        )
        apps = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
        users = User.objects.annotate(in_secretariat=Exists(seats), has_app=Exists(apps))
        user = users.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


class SessionLimits:
    """Ends a session that is too old, was signed out elsewhere, or belongs to nobody any more."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> None:
        if _name(request) in WITHOUT_SESSION or not request.user.is_authenticated:
            return
        now = time.time()
        if _is_over(request, request.user, now):
            request.ended_user = request.user.pk  # type: ignore[attr-defined]
            auth.logout(request)
        elif now - request.session[SEEN] > RENEW_EVERY:
            request.session[SEEN] = now


class SecondFactorFirst:
    """Sends secretariats and operators to set their password and second step before anything else."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponseRedirect | None:
        if _name(request) in WITHOUT_SECOND_STEP or not request.user.is_authenticated:
            return None
        step = _missing_step(request.user)
        return HttpResponseRedirect(reverse(step)) if step else None


def begin(request: HttpRequest) -> None:
    """The session's clock starts: somebody has just signed in, or shown again who they are."""
    request.session[STARTED] = request.session[SEEN] = time.time()


@transaction.atomic
def end_everywhere(user: User, *, by: User | None) -> None:
    """End all sessions of the user at their next request. One audit entry in the chain of the site."""
    user.signed_out_at = timezone.now()
    user.save(update_fields=["signed_out_at"])
    audit.record(None, "signed out everywhere", actor=by, obj=user)


def has_second_step(user: User) -> bool:
    """Whether an authenticator app is set up."""
    return get_adapter().is_mfa_enabled(user, [Authenticator.Type.TOTP])


@transaction.atomic
def forget_second_step(user: User, *, by: User | None) -> None:
    """Remove the authenticator app and the recovery codes of somebody who lost both, and end all sessions."""
    Authenticator.objects.filter(user=user).delete()
    audit.record(None, "second step removed", actor=by, obj=user)
    end_everywhere(user, by=by)


def _is_over(request: HttpRequest, user: User, now: float) -> bool:
    started = request.session.get(STARTED)
    if started is None or (user.signed_out_at and started < user.signed_out_at.timestamp()):
        return True
    age = now - started
    return age > LONGEST_OF_STAFF and (age > LONGEST or _is_staff(user))


def _missing_step(user: User) -> str:
    if not _is_staff(user):
        return ""
    if not user.has_usable_password():
        return "account_set_password"
    return "" if user.has_app else "mfa_activate_totp"  # type: ignore[attr-defined]


def _is_staff(user: User) -> bool:
    """As `permissions.needs_second_step`, of the user that Backend has found."""
    return user.is_staff or user.is_operator or user.in_secretariat  # type: ignore[attr-defined]


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
