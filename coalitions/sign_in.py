"""How people sign in, on top of django-allauth: by a mailed code, or by password; then, where it is set up, by
the code of an authenticator app. Who must have the second step is said in `permissions.needs_second_step`.
"""

import base64
import hashlib
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal.httpkit import headed_redirect_response
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coalitions import mails, sessions
from coalitions.models import User
from coalitions.permissions import needs_second_step

KNOWN_BROWSER = "known_browser"
A_YEAR = 31_536_000
FRESH = 300


class SignIn(DefaultAccountAdapter):
    """What the site decides about signing in; called by django-allauth."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "This e-mail address and password do not belong together. Please check both and try again."
        ),
        "incorrect_code": _("This code is not right. Please check it and try again."),
        "incorrect_password": _("This password is not right. Please check it and try again."),
        "too_many_login_attempts": _("That was the last try. Please ask for a new code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by invitation only."""
        return False

    def validation_error(self, code: str, *args: object) -> ValidationError:
        """An error of a form; past a limit, the whole answer is a 429."""
        if code in {"too_many_login_attempts", "rate_limited"}:
            raise ImmediateHttpResponse(ratelimit.respond_429(self.request))
        return super().validation_error(code, *args)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """The user of an address and password. A password opens only accounts that have a second step (S-G1)."""
        user = super().authenticate(request, **credentials)
        return user if isinstance(user, User) and needs_second_step(user, timezone.localdate()) else None

    def reauthenticate(self, user: Any, password: str) -> bool:
        """Whether the password is the user's own."""
        return super().authenticate(self.request, email=user.email, password=password) == user

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not where a password was typed in the last minutes."""
        records = get_authentication_records(self.request, self.request.user)
        fresh = any(r["method"] == "password" and time.time() - r["at"] < FRESH for r in records)
        return not fresh and super().is_reauthentication_required(app=app, **kwargs)

    def set_password(self, user: Any, password: str) -> None:
        """A new password ends the user's other sessions; this one goes on."""
        super().set_password(user, password)
        record_authentication(self.request, user, "password")
        sessions.end_everywhere(user, by=user)
        sessions.begin(self.request)

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        sessions.begin(request)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """From here on the interface speaks the user's language; a browser not seen before is told by mail."""
        response = super().post_login(request, user, **kwargs)
        speak(response, user.language)
        if request.get_signed_cookie(KNOWN_BROWSER, default="") != str(user.pk):
            self.send_notification_mail("new_sign_in", user)
        response.set_signed_cookie(
            KNOWN_BROWSER, str(user.pk), max_age=A_YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax"
        )
        return response

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """An account closed between the code and its typing."""
        closed = _("This account is closed. Please write to the Secretariat of your coalition.")
        messages.error(request, closed)
        return headed_redirect_response("account_login")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The site's own mails, in the user's language: `account/email/login_code` is `mails/login_code`."""
        user = User.objects.filter(email=email).first()
        language = user.language if user else settings.LANGUAGE_CODE
        mails.send(template_prefix.rpartition("/")[2], email, language, {"code": context.get("code", "")})

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tell the user that something about the account has changed, when, and from where."""
        act = template_prefix.rpartition("/")[2]
        values = {
            "act": act,
            "path": "/account/",
            "timestamp": timezone.now(),
            "ip": self.get_client_ip(self.request),
            "agent": self.get_http_user_agent(self.request)[:200],
        }
        kind = act if act == "new_sign_in" else "account_changed"
        mails.send(kind, user.email, user.language, values)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/account/"

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count for an account from one place: elsewhere its owner can still sign in (S-G1)."""
        return (
            f"{super()._get_login_attempts_cache_key(request, **credentials)} {self.get_client_ip(request)}"
        )


class SecondStep(DefaultMFAAdapter):
    """Keeps the secrets of authenticator apps encrypted with the site's key: a stolen database opens no account."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def speak(response: HttpResponse, language: str) -> None:
    """From the next page on the interface is in this language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"authenticator app" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
