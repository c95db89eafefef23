"""The members of a coalition as pages show them: rows with finished values, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions.countries import name_of
from coalitions.languages import Text
from coalitions.models import Coalition, Membership, Party, Seat, Term, User
from coalitions.scope import held_on, open_on
from coalitions.workspace.frame import content, role_of

KINDS = list(Party.Kind)


@dataclass(frozen=True)
class MemberRow:
    """A party in the list of members. `standing` is None where it has none: a body, or not admitted."""

    pk: int
    name: Text
    country: str
    standing: str | None
    focal_point: str
    spellings: list[str]
    bodies: list[Text]


@dataclass(frozen=True)
class Held:
    """A seat held for a party, or a place in a body, or a standing: what, who or where, from and to."""

    pk: int
    what: str
    who: Text | str
    started_on: date | None
    ended_on: date | None
    note: str = ""


def grouped(coalition: Coalition, on: date, *, with_addresses: bool) -> list[tuple[str, list[MemberRow]]]:
    """(kind in words, rows) of every kind that has parties, governments first."""
    parties = sorted(_parties(coalition, on), key=lambda party: KINDS.index(Party.Kind(party.kind)))
    groups = groupby(parties, key=lambda party: str(party.get_kind_display()))
    return [(kind, [_row(party, with_addresses) for party in rows]) for kind, rows in groups]


def person(user: User, with_addresses: bool) -> str:
    """A person's name. The address stands in for it only where the reader may see addresses."""
    return user.name or (user.email if with_addresses else _("name not given"))


def standings(party: Party) -> list[Held]:
    """The party's standings, the present one first (G1, G10)."""
    rows = party.memberships.order_by("-admitted_on", "-pk")
    return [
        Held(row.pk, row.get_state_display(), row.get_standing_display(), row.admitted_on, row.ended_on)
        for row in rows
    ]


def places(party: Party) -> list[Held]:
    """The party's places in bodies, open ones first (G7, G17)."""
    rows = party.places.select_related("body").order_by("ended_on", "-started_on", "pk")
    return sorted(
        (
            Held(
                row.pk, row.get_role_display(), content(row.body, "name"), row.started_on, row.ended_on, row.end_reason
            )
            for row in rows
        ),
        key=lambda held: held.ended_on is not None,
    )  # fmt: skip


def holders(party: Party, *, with_addresses: bool) -> list[Held]:
    """Who has acted for the party, and from when to when (T8); those who do now first."""
    rows = party.seats.select_related("user").order_by("-started_on", "-pk")
    held = [
        Held(row.pk, role_of(row), person(row.user, with_addresses), row.started_on, row.ended_on)
        for row in rows
    ]
    return sorted(held, key=lambda seat: seat.ended_on is not None)


def _parties(coalition: Coalition, on: date) -> list[Any]:
    """The parties with `standing_now`, `places_now` and `focal_now`: lists of rows."""
    focal = Seat.objects.filter(held_on(on), role=Seat.Role.FOCAL_POINT).select_related("user")
    prefetches: list[Any] = [
        Prefetch("memberships", Membership.objects.filter(ended_on=None), to_attr="standing_now"),
        Prefetch("places", Term.objects.filter(open_on(on)).select_related("body"), to_attr="places_now"),
        Prefetch("seats", focal, to_attr="focal_now"),
        "aliases",
    ]
    return list(coalition.parties.order_by("position", "pk").prefetch_related(*prefetches))


def _row(party: Any, with_addresses: bool) -> MemberRow:
    names = {party.name_es, party.name_en, party.short_name}
    return MemberRow(
        pk=party.pk,
        name=content(party, "name"),
        country=name_of(party.country, get_language() or "es"),
        standing=next((_standing(row) for row in party.standing_now), None),
        focal_point=next((person(seat.user, with_addresses) for seat in party.focal_now), ""),
        spellings=[alias.text for alias in party.aliases.all() if alias.text not in names],
        bodies=[content(term.body, "name") for term in party.places_now],
    )


def _standing(membership: Membership) -> str:
    if membership.state == Membership.State.ADMITTED:
        return membership.get_standing_display()
    return membership.get_state_display()
