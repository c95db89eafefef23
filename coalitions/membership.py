"""Parties of a coalition: added, admitted, placed in bodies, spelled. One transaction and one audit entry an act."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from coalitions import audit
from coalitions.languages import stored
from coalitions.models import Alias, Coalition, Membership, Party, Term, User
from coalitions.models.party import fold
from coalitions.refusal import Refused

BATCH = 200
BODIES = [
    Party.Kind.PLENARY,
    Party.Kind.SECRETARIAT,
    Party.Kind.PRESIDENCY,
    Party.Kind.VICE_PRESIDENCY,
    Party.Kind.COMMITTEE,
    Party.Kind.SUBCOMMITTEE,
    Party.Kind.WORKING_GROUP,
]
"""What a party can have a place in: offices and groups alike (G7, G17)."""


@dataclass(frozen=True)
class NewParty:
    """A party to be added, as typed. Without `standing` it is no member, partner or observer: a body, say."""

    name_es: str
    name_en: str = ""
    short_name: str = ""
    kind: str = Party.Kind.GOVERNMENT
    country: str = ""
    standing: str = ""
    admitted_on: date | None = None
    aliases: tuple[str, ...] = ()

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return str(Party.Kind(self.kind).label)

    @property
    def standing_label(self) -> str:
        """The standing in words, or "" for none."""
        return str(Membership.Standing(self.standing).label) if self.standing else ""

    @property
    def spellings(self) -> dict[str, str]:
        """Every way to write it, by its folded form."""
        texts = (self.name_es, self.name_en, self.short_name, *self.aliases)
        return {fold(text): text.strip() for text in texts if fold(text)}


def spelled(coalition: Coalition) -> dict[str, Party]:
    """The coalition's parties by each folded spelling: names and aliases (E14)."""
    known: dict[str, Party] = {}
    for party in coalition.parties.all():
        for text in (stored(party, "name", "es"), stored(party, "name", "en"), party.short_name):
            known.setdefault(fold(text), party)
    aliases = Alias.objects.filter(coalition=coalition).select_related("party")
    known |= {alias.folded: alias.party for alias in aliases}
    known.pop("", None)
    return known


@transaction.atomic
def add_party(coalition: Coalition, new: NewParty, *, by: User) -> Party:
    """A new party with its spellings and standing. Raises Refused where a spelling stands for another already."""
    _lock(coalition)
    known = spelled(coalition)
    for folded, text in new.spellings.items():
        if folded in known:
            raise Refused(
                _("“{text}” already stands for {party}.").format(text=text, party=known[folded].name)
            )
    party = create_parties(coalition, [new])[0]
    audit.record(coalition, "party added", actor=by, obj=party)
    return party


@transaction.atomic
def add_parties(coalition: Coalition, rows: list[NewParty], *, by: User) -> list[Party]:
    """Add those of a list that are not there yet, all or none; returns them. Adding a list twice adds nothing."""
    _lock(coalition)
    taken: set[str] = set(spelled(coalition))
    fresh = []
    for row in rows:
        if not taken & row.spellings.keys():
            fresh.append(row)
            taken |= row.spellings.keys()
    if not fresh:
        return []
    parties = create_parties(coalition, fresh)
    audit.record(coalition, "parties added", actor=by, change={"parties": [party.pk for party in parties]})
    return parties


@transaction.atomic
def change_standing(party: Party, standing: str, *, on: date, by: User) -> Membership:
    """Admit a party, or let its standing be another from a day on; the earlier one stays in its history (G1, G10).

    The same standing again changes nothing. Raises Refused for a day before the present standing began.
    """
    now = _locked_membership(party)
    if now and now.state == Membership.State.ADMITTED and now.standing == standing:
        return now
    if now and now.state != Membership.State.ADMITTED:
        return admit(party, standing, on=on, by=by)
    if now:
        _end(now, on)
    made = Membership.objects.create(party=party, standing=standing, admitted_on=on)
    act = "standing changed" if now else "party admitted"
    audit.record(party.coalition, act, actor=by, obj=party, change=_standing(made))
    return made


@transaction.atomic
def admit(party: Party, standing: str, *, on: date, by: User) -> Membership:
    """Admit a party that asked for it, or that did not; returns its standing. Raises Refused where it has one."""
    now = _locked_membership(party)
    if now and now.state == Membership.State.ADMITTED:
        raise Refused(_("This party has been admitted already."))
    made = now or Membership(party=party)
    made.standing, made.state, made.admitted_on = standing, Membership.State.ADMITTED, on
    made.save()
    audit.record(party.coalition, "party admitted", actor=by, obj=party, change=_standing(made))
    return made


@transaction.atomic
def end_membership(party: Party, *, on: date, reason: str, by: User) -> None:
    """End the party's standing on a day; what it did stays. Ending twice changes nothing.

    Raises Refused for a day before it was admitted. Its seats stay: they are people's, and end on their own.
    """
    now = _locked_membership(party)
    if now and now.state == Membership.State.ADMITTED:
        _end(now, on)
        audit.record(party.coalition, "membership ended", actor=by, obj=party, reason=reason)


@transaction.atomic
def put_in_body(party: Party, body: Party, role: str, *, on: date, by: User) -> Term:
    """Give the party a place in a body from a day on; the same open place is not doubled (G7, G17).

    Raises Refused for a body of another coalition, for the party itself, and for what is no body.
    """
    _lock(party.coalition)
    if body.coalition_id != party.coalition_id or body.kind not in BODIES or body == party:
        raise Refused(_("A party can have a place in another body of its own coalition only."))
    held = Term.objects.filter(party=party, body=body, role=role, ended_on=None).first()
    if held:
        return held
    term = Term.objects.create(party=party, body=body, role=role, started_on=on)
    audit.record(party.coalition, "place in a body given", actor=by, obj=term)
    return term


@transaction.atomic
def leave_body(term: Term, *, on: date, reason: str, by: User) -> None:
    """End a place in a body; `on` is its last day. Ending twice changes nothing. Raises Refused for an earlier day."""
    term = Term.objects.select_for_update().get(pk=term.pk)
    if term.ended_on:
        return
    if term.started_on and on < term.started_on:
        raise Refused(_("This day is before the place began; nothing was changed."))
    term.ended_on, term.end_reason = on, reason
    term.save()
    audit.record(term.body.coalition, "place in a body ended", actor=by, obj=term, reason=reason)


@transaction.atomic
def add_alias(party: Party, text: str, *, by: User) -> None:
    """Let a spelling stand for the party. Raises Refused where it stands for another (E14)."""
    _lock(party.coalition)
    known = spelled(party.coalition).get(fold(text))
    if known and known != party:
        raise Refused(_("“{text}” already stands for {party}.").format(text=text, party=known.name))
    if not Alias.objects.filter(coalition=party.coalition, folded=fold(text)).exists():
        Alias.of(party, text).save()
        audit.record(party.coalition, "spelling added", actor=by, obj=party, change={"spelling": text})


def create_parties(coalition: Coalition, rows: list[NewParty]) -> list[Party]:
    """Make parties with their spellings and standings, for verbs that record it in an entry of their own."""
    last = coalition.parties.order_by("-position").values_list("position", flat=True).first() or 0
    parties = [_party(coalition, row, last + number) for number, row in enumerate(rows, start=1)]
    parties = bulk_create_with_history(parties, Party, batch_size=BATCH)
    pairs = list(zip(parties, rows, strict=True))
    aliases = [Alias.of(party, text) for party, row in pairs for text in row.spellings.values()]
    Alias.objects.bulk_create(aliases, batch_size=BATCH)
    standings = [
        Membership(party=party, standing=row.standing, admitted_on=row.admitted_on)
        for party, row in pairs
        if row.standing
    ]
    bulk_create_with_history(standings, Membership, batch_size=BATCH)
    return parties


def _party(coalition: Coalition, row: NewParty, position: int) -> Party:
    return Party(
        coalition=coalition,
        name_es=row.name_es,
        name_en=row.name_en,
        short_name=row.short_name,
        kind=row.kind,
        country=row.country,
        position=position,
    )


def _lock(coalition: Coalition) -> None:
    # Two who add the same party at once would both find it missing.
    Coalition.objects.select_for_update().get(pk=coalition.pk)


def _locked_membership(party: Party) -> Membership | None:
    _lock(party.coalition)
    return party.memberships.filter(ended_on=None).first()


def _end(membership: Membership, on: date) -> None:
    if membership.admitted_on and on < membership.admitted_on:
        raise Refused(_("This day is before the party was admitted; nothing was changed."))
    membership.ended_on, membership.state = on, Membership.State.ENDED
    membership.save()


def _standing(membership: Membership) -> dict[str, Any]:
    return {"standing": membership.standing, "on": membership.admitted_on}
