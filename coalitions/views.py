"""Signing in and out, the language of the interface, the accent's style sheet and the health of the site."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language as django_set_language

from coalitions import accent
from coalitions.forms import SignInForm

A_YEAR = 31_536_000


class SignIn(auth.LoginView):
    """Sign in by e-mail address and password; from here on the interface speaks the user's own language."""

    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_valid(form)
        _keep_language(response, form.get_user().language)
        return response


class SignOut(auth.LogoutView):
    """Sign out and say so."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = super().post(request, *args, **kwargs)
        messages.success(request, _("You have signed out."))
        return response


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


def _keep_language(response: HttpResponse, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
