"""Signing in, one's own account, the language of the interface, the accent's style sheet, the site's health."""

from allauth.account.views import confirm_login_code
from allauth.account.views import logout as allauth_logout
from allauth.mfa.totp.views import ActivateTOTPView
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language as django_set_language

from coalitions import accent, kept, mail_folder, people, permissions, sessions
from coalitions.forms.sign_in import AccountForm
from coalitions.models import User
from coalitions.sign_in import speak

A_YEAR = 31_536_000
METHODS = ["GET", "HEAD", "POST"]
MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@login_not_required
def type_code(request: HttpRequest) -> HttpResponse:
    """The mailed code; one that came too late gets words."""
    answer: HttpResponse = confirm_login_code(request)
    refused = request.method == "POST" and answer.headers.get("Location") == reverse("account_login")
    if refused and not len(messages.get_messages(request)):
        messages.error(request, _("This code no longer holds. Please ask for a new one."))
    return answer


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out, or give up a sign-in half-way. What the device kept of unsent reports goes too."""
    answer: HttpResponse = allauth_logout(request)
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


class ActivateSecondStep(ActivateTOTPView):
    """Sets up an authenticator app. Sessions opened by a mailed code alone, before it was there, end."""

    @transaction.atomic
    def form_valid(self, form: object) -> HttpResponse:
        answer: HttpResponse = super().form_valid(form)
        user = _signed_in(self.request)
        sessions.end_everywhere(user, by=user)
        sessions.begin(self.request)
        return answer


@require_http_methods(METHODS)
def account(request: HttpRequest) -> HttpResponse:
    """One's own name, language, password, second step, and the way out of every browser."""
    user = _signed_in(request)
    form = AccountForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        people.describe(user, **form.cleaned_data)
        messages.success(request, _("Your account was saved."))
        answer = redirect("account")
        speak(answer, user.language)
        return answer
    must = permissions.needs_second_step(user, timezone.localdate())
    context = {"form": form, "must": must, "second_step": sessions.has_second_step(user)}
    return render(request, "account/account.html", context)


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of the user, this one too."""
    user = _signed_in(request)
    sessions.end_everywhere(user, by=user)
    logout(request)
    messages.success(request, _("You have been signed out in every browser."))
    answer = redirect("account_login")
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


@require_http_methods(METHODS)
def kept_form(request: HttpRequest) -> HttpResponse:
    """What was typed when a session ended, to be sent again; posting here throws it away."""
    if request.method == "POST":
        kept.drop(request)
        messages.success(request, _("What was kept has been thrown away."))
        return redirect("home")
    form = kept.taken_up(request)
    return render(request, "account/kept.html", form) if form else redirect("home")


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its token. Where it came from this site, as after signing in in another tab, what was
    typed is shown with a new token, to be sent again."""
    own = f"{request.scheme}://{request.get_host()}"
    fields = kept.typed(request) if request.headers.get("Origin") == own else []
    if not fields or not request.user.is_authenticated:
        return csrf_failure(request, reason)
    return render(
        request, "account/kept.html", {"path": request.get_full_path(), "fields": fields}, status=403
    )


def too_many(request: HttpRequest, *_args: object) -> HttpResponse:
    """429: a limit was reached; says when to come back."""
    answer = render(request, "429.html", status=429)
    answer.headers["Retry-After"] = "600"
    return answer


@login_not_required
@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """The mails of a site on one machine that has no mail server; see settings.MAIL_PAGE."""
    return render(request, "account/mails.html", {"mails": mail_folder.newest()})


@login_not_required
@require_safe
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of a mail as a page of its own, which may load and run nothing."""
    found = mail_folder.find(name)
    if found is None:
        raise Http404
    return HttpResponse(found.html, headers={"Content-Security-Policy": MAIL_POLICY})


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Switch the interface to `language` and go back to `next` on this site; an unknown language changes nothing."""
    return django_set_language(request)


@login_not_required
@require_safe
def accent_sheet(request: HttpRequest, colour: str) -> HttpResponse:
    """The accent colour as a style sheet of its own: the content policy allows no inline style.

    The address holds the colour and nothing of the coalition, so the answer may be kept for ever.
    """
    shade = accent.legible(f"#{colour}")
    rule = f":root {{ --accent: {shade}; --accent-wash: {accent.wash(shade)}; }}\n"
    return HttpResponse(
        rule,
        content_type="text/css; charset=utf-8",
        headers={"Cache-Control": f"public, max-age={A_YEAR}, immutable"},
    )


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 where the site answers and reads its database, 503 where it does not; no details for strangers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


def _signed_in(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user
