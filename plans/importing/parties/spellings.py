"""Which printed names are one party, over a whole document (E14, M15, D10, C21).

Accents, capitals and abbreviations never make two parties. A coalition has one secretariat, one presidency, one
membership: their names are one party however they are written, and where more than the spelling differs that is said
as a guess for somebody to confirm. "Socios OPS" is a name of its own, neither "OPS" nor "Socios".
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plans.importing.parties.countries import country_of
from plans.importing.parties.kinds import ABBREVIATION, SINGLE, core, kind_of, member_noun, office, plain
from plans.importing.parties.splitting import initials

_EXPANDED = {"st": "Secretaría Técnica", "s.t": "Secretaría Técnica", "s. t": "Secretaría Técnica"}


class Resolved(NamedTuple):
    """The one name of a party, its kind, and whether a spelling was joined with others by more than its letters."""

    name: str
    kind: str
    guessed: bool


def same_party(printed: Sequence[str], known: Iterable[str] = ()) -> dict[str, Resolved]:
    """Each printed name with the party it is. known: names, or spellings with the one name of each (P20)."""
    names = dict(known) if isinstance(known, Mapping) else {name: name for name in known}
    spellings = list(dict.fromkeys(printed))
    groups: dict[str, list[str]] = {}
    short = _abbreviations([*names, *spellings])
    nouns = {noun for name in spellings if (noun := member_noun(name))} - {"miembros", "membros"}
    for name in spellings:
        groups.setdefault(_group(name, short, len(nouns) > 1), []).append(name)
    found = {name: one for group in groups.values() for name, one in _resolve(group, names, short).items()}
    return {name: found[name] for name in spellings}


def _abbreviations(names: Iterable[str]) -> dict[str, str]:
    """The long name for each abbreviation that one, and only one, of the names has: in brackets or by initials."""
    long: dict[str, set[str]] = {}
    for name in names:
        given = ABBREVIATION.search(name)
        shorts = (
            {given[1]} if given else {one for one in initials(name) if len(one) > 2} if " " in name else set()
        )
        for one in shorts:
            long.setdefault(plain(one), set()).add(plain(name))
    return {
        short: next(iter(plains))
        for short, plains in long.items()
        if len(plains) == 1 and short not in plains
    }


def _group(name: str, short: Mapping[str, str], apart: bool) -> str:
    """What the spellings of one party have in common. apart: cities and countries are both members, and differ."""
    kind = office(name)
    if kind in SINGLE:
        noun = member_noun(name) if kind == "members" and apart else ""
        return f"={kind} {noun}"
    if country := country_of(plain(name)):
        return f"={country}"
    key = plain(core(name))
    return short.get(key, key)


def _resolve(group: Sequence[str], known: Mapping[str, str], short: Mapping[str, str]) -> dict[str, Resolved]:
    """The parties of the spellings of one group: known ones by their own spelling, the rest by the group's."""
    by_key = {plain(spelling): canonical for spelling, canonical in known.items()}
    kind = office(group[0])
    of_kind = {
        canonical for spelling, canonical in known.items() if kind in SINGLE and office(spelling) == kind
    }
    title = _title(group)
    found = {}
    for name in group:
        exact = by_key.get(plain(name)) or by_key.get(short.get(plain(name), ""))
        shared = {one for other in group if (one := by_key.get(plain(other)))} or of_kind
        canonical = exact or (next(iter(shared)) if len(shared) == 1 else title)
        found[name] = Resolved(
            canonical, kind_of(canonical if kind_of(name) == "organisation" else name), False
        )
    return {
        name: one._replace(guessed=_differs(name, one.name, by_key, short)) for name, one in found.items()
    }


def _differs(name: str, canonical: str, known: Mapping[str, str], short: Mapping[str, str]) -> bool:
    """Whether a spelling differs from the name of its party in more than capitals, accents or an abbreviation."""
    key = plain(name)
    long = plain(_EXPANDED.get(key, "")) or short.get(key, key)
    return plain(canonical) not in {key, long} and known.get(key) != canonical


def _title(group: Sequence[str]) -> str:
    """The name of a party of unknown name: the fullest of its spellings, without "de la Coalición" for an office."""
    if office(group[0]) == "members":
        return max(group, key=_rank_of_members)
    cores = [_EXPANDED.get(plain(core(name)), core(name)) for name in group]
    return max(cores, key=_rank)


def _rank_of_members(name: str) -> tuple[bool, bool, int, tuple[int, ...]]:
    """Without a noun it is of all members; "miembros" before a paraphrase; then the fullest."""
    return (not member_noun(name), " que " not in plain(name), len(plain(name).split()), _rank(name))


def _rank(name: str) -> tuple[int, ...]:
    """Longest first, then with its accents, then with capitals that are not of all letters."""
    accents = sum(not sign.isascii() for sign in name)
    return (
        len(plain(name).split()),
        not name.isupper(),
        accents,
        sum(word[:1].isupper() for word in name.split()),
    )
