"""Who has a seat in a coalition, who was invited, and what its Secretariat does about it (S-A7, T8)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coalitions import invitations, seats
from coalitions.forms.seats import EndSeatForm, HandOverForm, InviteForm
from coalitions.models import Coalition, Invitation, Seat, User
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn, content, frame, get_own_coalition, role_of

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def people(request: SignedIn, slug: str) -> HttpResponse:
    """Seats and open invitations of the coalition; a POST invites somebody."""
    coalition = get_own_coalition(request, slug)
    asked_for = {"party": request.GET.get("party", "")}
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data, coalition=coalition, initial=asked_for)
    if form.is_bound and form.is_valid() and _invite(request, coalition, form):
        return redirect("people", slug)
    return render(
        request, "workspace/people.html", frame(request, coalition) | _people(coalition) | {"form": form}
    )


@require_POST
def send_again(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Mail a fresh link for an invitation."""

    def act(offer: Invitation) -> str:
        invitations.send_again(offer, by=request.user, now=timezone.now())
        return _("The invitation was sent again to %(address)s; the earlier link no longer works.")

    return _offer_act(request, slug, pk, act)


@require_POST
def revoke(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Take an invitation back."""

    def act(offer: Invitation) -> str:
        invitations.revoke(offer, by=request.user, now=timezone.now())
        return _("The invitation to %(address)s was revoked; its link no longer works.")

    return _offer_act(request, slug, pk, act)


@require_safe
def seat(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """One seat, with the forms to end it and to hand it over."""
    coalition = get_own_coalition(request, slug)
    return _seat_page(request, coalition, _get_seat(coalition, pk), {})


@require_POST
def end_seat(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """End a seat; the right is gone at the person's next request."""

    def act(row: Seat, values: dict[str, Any]) -> str:
        seats.end(row, by=request.user, **values)
        return _("The seat was ended.")

    return _seat_act(request, slug, pk, "end", act)


@require_POST
def hand_over(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Pass a seat to another person: at once within the coalition, else by an invitation.

    An account elsewhere on the site is not told apart from none: this coalition has no business knowing (law 6).
    """

    def act(row: Seat, values: dict[str, Any]) -> str:
        email = values["email"].strip().lower()
        heir = User.objects.filter(email=email, seats__coalition=row.coalition_id).first()
        if heir:
            seats.hand_over(row, heir, by=request.user, on=timezone.localdate())
            return _("The seat was handed over.")
        invitations.invite(
            row.coalition, email, row.role, row.party, language=values["language"], name=values["name"],
            hands_over=row, by=request.user, now=timezone.now(),
        )  # fmt: skip
        return _("An invitation was sent. The seat stays where it is until the invitation is accepted.")

    return _seat_act(request, slug, pk, "hand_over", act)


def _invite(request: SignedIn, coalition: Coalition, form: InviteForm) -> bool:
    try:
        offer = invitations.invite(coalition, **form.cleaned_data, by=request.user, now=timezone.now())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The invitation was sent to %(address)s.") % {"address": offer.email})
    return True


def _people(coalition: Coalition) -> dict[str, Any]:
    rows = coalition.seats.select_related("user", "party").order_by("role", "party__position", "pk")
    offers = coalition.invitations.filter(accepted_at=None, revoked_at=None).select_related("party")
    now = timezone.now()
    held = [_line(row) for row in rows]
    return {
        "held": [line for line in held if not line["row"].ended_on],
        "ended": [line for line in held if line["row"].ended_on],
        "offers": [_line(offer) | {"late": offer.expires_at <= now} for offer in offers],
    }


def _line(row: Seat | Invitation) -> dict[str, Any]:
    """A seat or an invitation with its words."""
    return {"row": row, "role": role_of(row), "party": content(row.party, "name") if row.party else ""}


def _get_seat(coalition: Coalition, pk: int) -> Seat:
    return get_object_or_404(coalition.seats.select_related("user", "party", "coalition"), pk=pk)


def _offer_act(request: SignedIn, slug: str, pk: int, act: Callable[[Invitation], str]) -> HttpResponse:
    offer = get_object_or_404(get_own_coalition(request, slug).invitations, pk=pk)
    try:
        messages.success(request, act(offer) % {"address": offer.email})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("people", slug)


def _seat_act(
    request: SignedIn, slug: str, pk: int, name: str, act: Callable[[Seat, dict[str, Any]], str]
) -> HttpResponse:
    coalition = get_own_coalition(request, slug)
    row = _get_seat(coalition, pk)
    form = _form(name, request.POST)
    if form.is_valid():
        try:
            messages.success(request, act(row, form.cleaned_data))
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            # Who ended her own seat has no list of people to go back to.
            return redirect(
                "home" if row.user == request.user else "people",
                *([] if row.user == request.user else [slug]),
            )
    return _seat_page(request, coalition, row, {name: form})


def _form(name: str, data: Any = None) -> Form:
    if name == "end":
        return EndSeatForm(data, today=timezone.localdate(), auto_id="end_%s")
    return HandOverForm(data, auto_id="hand_over_%s")


def _seat_page(request: SignedIn, coalition: Coalition, row: Seat, bound: dict[str, Form]) -> HttpResponse:
    forms = {name: bound.get(name) or _form(name) for name in ("end", "hand_over")}
    values = frame(request, coalition) | _line(row)
    return render(
        request, "workspace/seat.html", values | {"forms": forms, "form": next(iter(bound.values()), None)}
    )
