"""What every page of a coalition's workspace begins with: who may open it, and where the reader is."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from coalitions.languages import Text, shown
from coalitions.models import Coalition, Invitation, Seat, User
from coalitions.permissions import is_secretariat, open_seats


class SignedIn(HttpRequest):
    """A request as these views get it: the middleware lets nobody through who has not signed in."""

    user: User


def get_coalition(request: SignedIn, slug: str) -> Coalition:
    """A coalition in which the reader has a seat; 404 for any other, whether it exists or not (law 6)."""
    return get_object_or_404(Coalition.objects.visible_to(request.user, timezone.localdate()), slug=slug)


def get_own_coalition(request: SignedIn, slug: str) -> Coalition:
    """A coalition whose Secretariat the reader works for; 403 for its other seats, 404 for strangers."""
    coalition = get_coalition(request, slug)
    if not is_secretariat(request.user, coalition.pk, timezone.localdate()):
        raise PermissionDenied
    return coalition


def frame(request: SignedIn, coalition: Coalition) -> dict[str, Any]:
    """What the header of each page says: the coalition, the reader's roles in it, and whether she may change things."""
    on = timezone.localdate()
    return {
        "coalition": coalition,
        "coalition_name": content(coalition, "name"),
        "accent_url": reverse("accent", args=[coalition.accent.removeprefix("#")]),
        "roles": roles(request.user, coalition, on),
        "may_change": is_secretariat(request.user, coalition.pk, on),
    }


def roles(user: User, coalition: Coalition, on: date) -> list[tuple[str, Text | None]]:
    """(role in words, name of the party it is held for) of each seat that the user holds there on that day."""
    seats = open_seats(user, on).filter(coalition=coalition).select_related("party").order_by("pk")
    return [(role_of(seat), content(seat.party, "name") if seat.party else None) for seat in seats]


def role_of(seat: Seat | Invitation) -> str:
    """The role of a seat or an invitation, as a line begins with it."""
    label = str(seat.get_role_display())
    return label[:1].upper() + label[1:]


def content(row: Any, name: str) -> Text:
    """A field's text in the language of the interface, or marked as being in the other."""
    return shown(row, name, get_language() or "es")
