"""Nothing typed is lost when a session ends in between: a form posted too late is kept for an hour in the
browser's new, signed-out session, and offered again after signing in, to the same person only.

Only forms of this site get here (the CSRF check stands before it). Passwords, codes and files are never kept.
"""

import time
from collections.abc import Callable
from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

Fields = list[tuple[str, str]]

KEPT = "kept_form"
KEPT_FOR = 3600
LARGEST = 300_000


class KeepWhatWasTyped:
    """Keeps what a signed-out visitor posts to a page that asks for a sign-in, then asks for it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        if request.method != "POST" or not getattr(view, "login_required", True):
            return None
        if request.user.is_authenticated or not _keep(request):
            return None
        return redirect_to_login(reverse("kept"))


def typed(request: HttpRequest) -> Fields:
    """The fields of a posted form in their order; none where it holds a password or code of a sign-in."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if name.startswith(("account_", "mfa_")) or any("password" in field for field in request.POST):
        return []
    return [
        (field, value)
        for field, values in request.POST.lists()
        if field != "csrfmiddlewaretoken"
        for value in values
    ]


def taken_up(request: HttpRequest) -> dict[str, Any] | None:
    """What was kept for the user who is signed in now: `path` and `fields`. None where nothing was, or too long ago."""
    form = request.session.get(KEPT)
    if not form:
        return None
    owner = form["owner"]
    if time.time() - form["at"] > KEPT_FOR or (owner and owner != str(request.user.pk)):
        del request.session[KEPT]
        return None
    return dict(form)


def drop(request: HttpRequest) -> None:
    """Forget what was kept."""
    request.session.pop(KEPT, None)


def _keep(request: HttpRequest) -> bool:
    fields = typed(request)
    if not any(value.strip() for _field, value in fields) or sum(len(v) for _f, v in fields) > LARGEST:
        return False
    if not ratelimit.consume(request, action="keep"):
        return False
    owner = _owner(request)
    request.session[KEPT] = {
        "at": time.time(), "owner": owner, "path": request.get_full_path(), "fields": fields
    }  # fmt: skip
    return True


def _owner(request: HttpRequest) -> str:
    """Whose session it was: the one that just ended, or an outlived one that is still in the table."""
    ended = getattr(request, "ended_user", None)
    if ended:
        return str(ended)
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    row = Session.objects.filter(session_key=key).first()
    return str(row.get_decoded().get(SESSION_KEY, "")) if row else ""
