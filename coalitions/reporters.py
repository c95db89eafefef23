"""Who reports for whom, and who works for a Secretariat: the people that mails and the navigation are for."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from coalitions.models import Coalition, Party, Seat, User
from coalitions.permissions import OFFICES, REPORTING, parties_reported_for
from coalitions.scope import held_on


def reports_for_somebody(user: User, on: date) -> bool:
    """Whether the navigation leads to what is asked of the user. Secretariats, whose line is full, go by their home."""
    return not user.is_staff and parties_reported_for(user, on).exists()


def reporters_of(coalition: Coalition, parties: Iterable[Party], on: date) -> dict[int, list[User]]:
    """Who reports for each party on that day, by the party's key: its focal point and delegates, or who holds its
    office; parties with nobody are absent, closed accounts are not. One query."""
    parties = list(parties)
    reporting = Q(role__in=REPORTING, party__in=[party.pk for party in parties])
    seats = coalition.seats.filter(held_on(on)).filter(Q(role__in=OFFICES) | reporting)
    by_party, by_kind = defaultdict(list), defaultdict(list)
    for seat in seats.select_related("user").order_by("role", "pk"):
        if seat.role in REPORTING:
            by_party[seat.party_id].append(seat.user)
        for kind in OFFICES.get(Seat.Role(seat.role), ()):
            by_kind[kind].append(seat.user)
    found = {party.pk: [*by_party[party.pk], *by_kind[Party.Kind(party.kind)]] for party in parties}
    return {key: list(dict.fromkeys(users)) for key, users in found.items() if users}


def secretaries_of(coalition_id: int, on: date) -> QuerySet[User]:
    """The people of a coalition's Secretariat on that day."""
    seats = Seat.objects.filter(held_on(on), coalition=coalition_id, role=Seat.Role.SECRETARIAT)
    return User.objects.filter(is_active=True, pk__in=seats.values("user")).order_by("pk")
