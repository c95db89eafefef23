"""Who may: small named predicates, the same ones in views, templates and admin. Lists use `visible_to`."""

from datetime import date

from django.db.models import Q, QuerySet

from coalitions.models import Coalition, Party, Seat, User
from coalitions.scope import held_on

# Which seat reports for which offices, beside the focal points and delegates of the other parties.
OFFICES = {
    Seat.Role.SECRETARIAT: (Party.Kind.SECRETARIAT,),
    Seat.Role.PRESIDENCY: (Party.Kind.PRESIDENCY, Party.Kind.VICE_PRESIDENCY),
}
REPORTING = (Seat.Role.FOCAL_POINT, Seat.Role.DELEGATE)


def open_seats(user: User, on: date) -> QuerySet[Seat]:
    """The user's seats on that day; none for somebody who was switched off."""
    if not user.is_active:
        return Seat.objects.none()
    return user.seats.filter(held_on(on))


def is_operator(user: User, on: date) -> bool:
    """Whether the user runs the whole site. The day plays no part: it makes all predicates called alike."""
    return user.is_active and user.is_operator


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


def may_report_for(user: User, party_id: int, on: date) -> bool:
    """Whether the user holds the focal point's or a delegate's seat for that party on that day."""
    return parties_reported_for(user, on).filter(pk=party_id).exists()


def parties_reported_for(user: User, on: date) -> QuerySet[Party]:
    """The parties for which the user reports on that day, in whatever coalition: an office's seat, for its office."""
    seats = open_seats(user, on)
    own = Q(pk__in=seats.filter(role__in=REPORTING).values("party"))
    for role, kinds in OFFICES.items():
        own |= Q(kind__in=kinds, coalition__in=seats.filter(role=role).values("coalition"))
    return Party.objects.filter(own)


def secretariat_slugs(user: User, on: date) -> list[str]:
    """The short addresses of the coalitions whose registers the user may change, for the navigation.

    The staff mark follows the seats (coalitions.seats), so that most readers cost no query here.
    """
    if not user.is_staff:
        return []
    return list(secretariat_of(user, on).values_list("slug", flat=True))


def needs_second_step(user: User, on: date) -> bool:
    """Whether the user signs in with a password or code and a second step: operators and secretariats."""
    if user.is_staff or user.is_operator:
        return True
    return open_seats(user, on).filter(role=Seat.Role.SECRETARIAT).exists()


def secretariat_of(user: User, on: date) -> QuerySet[Coalition]:
    """The coalitions whose registers the user may change on that day."""
    if user.is_active and user.is_operator:
        return Coalition.objects.all()
    seats = open_seats(user, on).filter(role=Seat.Role.SECRETARIAT)
    return Coalition.objects.filter(pk__in=seats.values("coalition"))
