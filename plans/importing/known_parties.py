"""The parties that a record names, found in the coalition; unknown ones are proposed, never made unasked (E14)."""

from collections.abc import Iterable, Iterator
from typing import Any

from coalitions.countries import CODES
from coalitions.languages import stored
from coalitions.membership import NewParty, create_parties, spelled
from coalitions.models import Alias, Coalition, Party
from coalitions.models.party import fold
from plans.importing.apply.parties import ABBREVIATED, KINDS, listed
from plans.importing.apply.shape import ROLE_LISTS, Record, activities, walk
from plans.importing.fitting_activity import place_of
from plans.importing.grids import Problem

LONGEST = 300


def spellings(coalition: Coalition) -> dict[str, str]:
    """How the coalition's own parties are spelled, and the name of each: what the recognition resolves names by."""
    known: dict[str, str] = {}
    for party in coalition.parties.all():
        for text in (stored(party, "name", "es"), stored(party, "name", "en"), party.short_name):
            known.setdefault(text, party.name)
    for text, party in _aliases(coalition):
        known[text] = party.name
    known.pop("", None)
    return known


def _aliases(coalition: Coalition) -> Iterator[tuple[str, Party]]:
    rows = Alias.objects.filter(coalition=coalition).select_related("party")
    return ((alias.text, alias.party) for alias in rows)


def unknown(coalition: Coalition, record: Record) -> list[Problem]:
    """Every name of the record that stands for no party of the coalition, once, with its first cell and its kind."""
    known, found = spelled(coalition), dict[str, Problem]()
    for name, kind, place in _named(record):
        if (folded := fold(name)) not in known and folded not in found:
            if len(folded) <= LONGEST:
                kind = str(kind_of(name, kind))
                found[folded] = Problem("party_unknown", place, name, kind, data={"party_kind": kind})
            else:
                found[folded] = Problem("party_too_long", place, name)
    return list(found.values())


def add(coalition: Coalition, problems: Iterable[Problem]) -> list[Party]:
    """Make the proposed parties, in the transaction of the act that asked for it; its entry names them."""
    taken, rows = set(spelled(coalition)), []
    for one in problems:
        if one.kind == "party_unknown" and fold(one.value) not in taken:
            rows.append(_new(one.value, one.data["party_kind"], taken))
            taken |= rows[-1].spellings.keys()
    return create_parties(coalition, rows) if rows else []


def kind_of(name: str, kind: str | None) -> Party.Kind:
    """The model's kind for the record's; without one a country is a government, anybody else an organisation."""
    word = KINDS.get(kind or "", kind)
    if word in Party.Kind.values:
        return Party.Kind(word)
    return Party.Kind.GOVERNMENT if fold(name) in CODES else Party.Kind.ORGANISATION


def _new(name: str, kind: str, taken: set[str]) -> NewParty:
    """A party with the abbreviation that its name ends in, unless that stands for another (E14)."""
    short = ABBREVIATED.search(name)
    if short and fold(short[1]) in taken:
        short = None
    country = CODES.get(fold(name), "") if kind == Party.Kind.GOVERNMENT else ""
    return NewParty(name_es=name, kind=kind, country=country, short_name=short[1] if short else "")


def _named(record: Record) -> Iterator[tuple[str, str | None, str]]:
    """Every name with its kind and place, in document order."""
    for block in (record["plan"], *walk(record["objectives"])):
        for key in ROLE_LISTS:
            yield from ((name, "country", place_of(block, key)) for name in listed(block.get(key)))
    for entry in activities(record):
        for party in (entry.get("responsible") or {}).get("parties", []):
            yield party["name"], party["kind"], place_of(entry, "responsible")


def without_strangers(coalition: Coalition, record: Record) -> None:
    """Take out of a record, in place, the names that are no parties; they stay as printed, and with the row."""
    known = spelled(coalition)
    for block in (record["plan"], *walk(record["objectives"])):
        for key in ROLE_LISTS:
            _keep_known(block, key, known)
    for entry in activities(record):
        if cell := entry.get("responsible"):
            kept = [party for party in cell["parties"] if fold(party["name"]) in known]
            if len(kept) < len(cell["parties"]):
                names = " / ".join(party["name"] for party in cell["parties"])
                cell |= {"as_printed": cell.get("as_printed") or names, "parties": kept}


def _keep_known(block: Record, key: str, known: dict[str, Any]) -> None:
    names = listed(block.get(key))
    kept = [name for name in names if fold(name) in known]
    if len(kept) == len(names):
        return
    block[f"{key}_as_found"] = names
    block[key] = {**block[key], "parties": kept} if isinstance(block[key], dict) else kept
