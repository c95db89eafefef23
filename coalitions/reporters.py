"""Who reports for whom, and who works for a Secretariat: the people that mails and the navigation are for."""

from datetime import date

from django.db.models import Q, QuerySet

from coalitions.models import Party, Seat, User
from coalitions.permissions import OFFICES, parties_reported_for
from coalitions.scope import held_on


def reports_for_somebody(user: User, on: date) -> bool:
    """Whether the navigation leads to what is asked of the user. Secretariats, whose line is full, go by their home."""
    return not user.is_staff and parties_reported_for(user, on).exists()


def reporters_of(party: Party, on: date) -> QuerySet[User]:
    """The people who report for a party on that day: its focal point and delegates, or who holds its office."""
    held = Q(party=party, role__in=(Seat.Role.FOCAL_POINT, Seat.Role.DELEGATE))
    for role, kinds in OFFICES.items():
        if party.kind in kinds:
            held |= Q(coalition=party.coalition_id, role=role)
    seats = Seat.objects.filter(held, held_on(on))
    return User.objects.filter(is_active=True, pk__in=seats.values("user")).order_by("pk")


def secretaries_of(coalition_id: int, on: date) -> QuerySet[User]:
    """The people of a coalition's Secretariat on that day."""
    seats = Seat.objects.filter(held_on(on), coalition=coalition_id, role=Seat.Role.SECRETARIAT)
    return User.objects.filter(is_active=True, pk__in=seats.values("user")).order_by("pk")
