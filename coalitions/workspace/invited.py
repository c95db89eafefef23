"""The page that an invitation's link opens: it says what is offered, and only a press of its button accepts (S-G2)."""

from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from coalitions import invitations
from coalitions.forms.sign_in import INVITED
from coalitions.models import Invitation
from coalitions.refusal import Refused
from coalitions.workspace.frame import content, role_of


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """What was offered. Opening it changes nothing and signs nobody in; an ended one says so, with what to do."""
    offer = invitations.find(secret)
    if offer is None:
        values = {"login_url": resolve_url(settings.LOGIN_URL)}
        return _harmless(render(request, "workspace/no_invitation.html", values, status=404))
    # Until the reader has chosen a language, the page speaks the one of the mail.
    chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    with nullcontext() if chosen else override(offer.language):
        return _harmless(_accept(request, offer) if request.method == "POST" else _page(request, offer))


def _accept(request: HttpRequest, offer: Invitation) -> HttpResponse:
    try:
        user = invitations.accept(offer, now=timezone.now())
    except Refused as refusal:
        return _page(request, offer, str(refusal))
    if request.user == user:
        messages.success(request, _("You have accepted the invitation."))
        return redirect("home")
    if request.user.is_authenticated:
        text = _(
            "The invitation was accepted for %(address)s. To use that seat, sign out and sign in with that address."
        )
        messages.success(request, text % {"address": offer.email})
        return redirect("home")
    messages.success(
        request, _("You have accepted the invitation. Please sign in with the address that was invited.")
    )
    # By the session: an address in a link would stand in the logs.
    request.session[INVITED] = offer.email
    return redirect(settings.LOGIN_URL)


def _page(request: HttpRequest, offer: Invitation, problem: str = "") -> HttpResponse:
    standing = offer.standing(timezone.now())
    is_open = standing == Invitation.Standing.OPEN
    values: dict[str, Any] = {
        "offer": offer,
        "standing": standing.value,
        "open": is_open,
        "problem": problem,
        "coalition_name": content(offer.coalition, "name"),
        "role": role_of(offer),
        "party": content(offer.party, "name") if offer.party else "",
        "by": offer.invited_by.name if offer.invited_by else "",
        "other": request.user
        if request.user.is_authenticated and request.user.email != offer.email
        else None,
        "login_url": resolve_url(settings.LOGIN_URL),
        "accent_url": reverse("accent", args=[offer.coalition.accent.removeprefix("#")]),
    }
    status = 200 if is_open else 410
    return render(request, "workspace/invitation.html", values, status=409 if problem and is_open else status)


def _harmless(response: HttpResponse) -> HttpResponse:
    """The secret in the address goes into no Referer. Not "no-referrer": then browsers send "Origin: null" with the
    form, which the CSRF check refuses."""
    response.headers["Referrer-Policy"] = "strict-origin"
    return response
