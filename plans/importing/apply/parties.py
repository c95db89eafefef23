"""The parties a record names, and the bodies some of them sit in (P20, E14)."""

import re
from typing import Any

from coalitions.countries import CODES
from coalitions.membership import spelled
from coalitions.models import Alias, Coalition, Party, Term
from coalitions.models.party import fold
from plans.importing.apply.shape import ROLE_LISTS, Record, activities, walk

# Words of the record for which the model has another.
KINDS = {"steering_committee": Party.Kind.COMMITTEE, "country": Party.Kind.GOVERNMENT}

ABBREVIATED = re.compile(r"\((\w{2,12})\)$")


class Roster:
    """The parties of one coalition, found by any spelling; a spelling not yet known becomes a new party."""

    def __init__(self, coalition: Coalition) -> None:
        self.coalition = coalition
        self.known = spelled(coalition)
        self.count = coalition.parties.count()

    def party(self, name: str, kind: str) -> Party:
        """The party of this spelling; a new one of the record's kind where there is none."""
        known = self.known.get(fold(name))
        if known is None:
            known = self._add(name, kind)
        return known

    def spell(self, party: Party, text: str) -> None:
        """Let the text mean this party, unless it already means one: a spelling is one party (E14)."""
        if fold(text) not in self.known:
            Alias.of(party, text).save()
            self.known[fold(text)] = party

    def first(self, kind: str) -> Party | None:
        """The coalition's first party of a kind."""
        return self.coalition.parties.filter(kind=kind).order_by("position", "pk").first()

    def _add(self, name: str, kind: str) -> Party:
        self.count += 1
        party = Party(
            coalition=self.coalition,
            kind=KINDS.get(kind, kind),
            name_es=name,
            country=CODES.get(fold(name), "") if kind == "country" else "",
            position=self.count,
        )
        if abbreviation := ABBREVIATED.search(name):
            party.short_name = abbreviation[1]
        party.save()
        self.spell(party, name)
        if party.short_name:
            self.spell(party, party.short_name)
        return party


def enrol(roster: Roster, record: Record) -> dict[str, Any]:
    """Make sure that every party of the record exists; returns what of its coalition block has no column."""
    block = record["coalition"]
    kinds = block.get("party_kinds", [])
    named = {id(kind): roster.party(kind["name"], kind["kind"]) for kind in kinds if kind["name"]}
    kept: dict[str, Any] = {}
    if committee := block.get("steering_committee"):
        _seat_committee(roster, committee)
    for name, kind in _printed(record):
        roster.party(name, kind)
    # Spellings come last: a cell of the plan may be a party of its own ("Socios OPS" among the partners).
    for kind in kinds:
        for text in kind["as_printed"]:
            _spell_out(roster, named.get(id(kind)), kind["kind"], text)
    kept["party_kinds"] = [
        {"kind": kind["kind"], "as_printed": kind["as_printed"], "party": _key(named.get(id(kind)))}
        for kind in kinds
    ]
    if secretariat := block.get("secretariat"):
        kept["secretariat"] = _seat_secretariat(roster, secretariat)
    return kept


def _key(party: Party | None) -> int | None:
    return party.pk if party else None


def _spell_out(roster: Roster, party: Party | None, kind: str, text: str) -> None:
    if party is not None:
        roster.spell(party, text)
    elif kind == Party.Kind.ORGANISATION:
        # Without a common name the spellings are organisations of their own, not headings of columns.
        roster.party(text, kind)


def _printed(record: Record) -> list[tuple[str, str]]:
    """Every (name, kind) that the plan, its objectives or its activities name, in document order."""
    pairs = _from_lists(record["plan"])
    for node in walk(record["objectives"]):
        pairs += _from_lists(node)
    for activity in activities(record):
        for party in (activity.get("responsible") or {}).get("parties", []):
            pairs.append((party["name"], party["kind"]))
    return pairs


def _from_lists(block: Record) -> list[tuple[str, str]]:
    return [(name, "country") for key in ROLE_LISTS for name in listed(block.get(key))]


def listed(cell: Any) -> list[str]:
    """The names of a printed list of parties, which is a plain list or one beside its cell."""
    if isinstance(cell, dict):
        return list(cell["parties"])
    return list(cell or [])


def _seat_committee(roster: Roster, committee: Record) -> None:
    """The committee's members, countries and organisations alike, as terms in it (G17)."""
    body = roster.party(committee["name"], "steering_committee")
    for name in committee["members"]:
        kind = "country" if fold(name) in CODES else Party.Kind.ORGANISATION
        member = roster.party(name, kind)
        if not Term.objects.filter(body=body, party=member).exists():
            Term(body=body, party=member, role=Term.Role.MEMBER).save()


def _seat_secretariat(roster: Roster, block: Record) -> dict[str, Any]:
    """The secretariat and, where another organisation is named as it, that organisation as its holder (G8)."""
    body = roster.first(Party.Kind.SECRETARIAT) or roster.party(block["name"], Party.Kind.SECRETARIAT)
    if fold(block["name"]) != fold(str(body.name)):
        host = roster.party(block["name"], Party.Kind.ORGANISATION)
        if not Term.objects.filter(body=body, party=host).exists():
            Term(body=body, party=host, role=Term.Role.HOLDER).save()
    if block.get("abbreviation"):
        roster.spell(body, block["abbreviation"])
    return {key: value for key, value in block.items() if key != "name"}
