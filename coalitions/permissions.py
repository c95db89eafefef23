"""Who may: small named predicates, the same ones in views, templates and admin. Lists use `visible_to`."""

from datetime import date

from django.db.models import QuerySet

from coalitions.models import Coalition, Seat, User
from coalitions.scope import open_on


def open_seats(user: User, on: date) -> QuerySet[Seat]:
    """The user's seats on that day; none for somebody who was switched off."""
    if not user.is_active:
        return Seat.objects.none()
    return user.seats.filter(open_on(on))


def is_secretariat(user: User, coalition_id: int | None, on: date) -> bool:
    """Whether the user works for that coalition's secretariat on that day. An operator may stand in for it."""
    if not user.is_active:
        return False
    if user.is_operator:
        return True
    return open_seats(user, on).filter(coalition=coalition_id, role=Seat.Role.SECRETARIAT).exists()


def may_open_administration(user: User, on: date) -> bool:
    """Whether the user may open the administration at all: operators, and staff with a secretariat's seat."""
    if not user.is_active or not user.is_staff:
        return False
    return user.is_operator or open_seats(user, on).filter(role=Seat.Role.SECRETARIAT).exists()


def secretariat_of(user: User, on: date) -> QuerySet[Coalition]:
    """The coalitions whose registers the user may change on that day."""
    if user.is_active and user.is_operator:
        return Coalition.objects.all()
    seats = open_seats(user, on).filter(role=Seat.Role.SECRETARIAT)
    return Coalition.objects.filter(pk__in=seats.values("coalition"))
