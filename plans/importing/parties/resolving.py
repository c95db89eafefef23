"""Which spellings of a document are one party, and its one name; roles that nothing tells (E14, C21, D07-D10)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plans.importing.parties.reading import Known
from plans.importing.parties.words import BODIES, SINGLE, fold, kind_of

_TAIL = re.compile(
    r"(?:\s+(?:de|of|da|du)\s+(?:la |the )?(?:coalici|coalition|coaliz|alianza|red\b|network).*"
    r"|\s+[A-Z]{2,6}(?:- ?[A-Z]{2,6})?)$",
    re.IGNORECASE,
)
_ACRONYM_TAIL = re.compile(r"\s+\(?[A-Z]{2,6}(?:- ?[A-Z]{2,6})?\)?$")
_ABBREVIATED = re.compile(r"^(?P<name>.+?)\s*\((?P<short>[A-ZÁÉÍÓÚÑ]{2,10})\)$")
_MEMBERS = re.compile(
    r"\b(paises|ciudades|estados|gobiernos|municipios|countries|cities|states|pays|villes|cidades)\b"
)
OFFICES = {"secretariat", "presidency", "vice_presidency", "plenary", "focal_points"}


class Resolved(NamedTuple):
    """The party that a printed name is: its one name, its kind, and whether spellings were joined on a guess."""

    name: str
    kind: str
    guessed: bool


def same_party(printed: Sequence[str], known: Known = ()) -> dict[str, Resolved]:
    """The party of each printed name of a document. Repeats count: the usual spelling becomes the name."""
    names = {fold(name): value for name, value in _pairs(known)}
    counts = Counter(printed)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in counts:
        groups[_key(name, counts)].append(name)
    found: dict[str, Resolved] = {}
    for spellings in groups.values():
        given = next((names[key] for name in spellings if (key := _known_as(name, names))), None)
        name = given or _canonical(spellings, counts)
        folds = {fold(one) for one in spellings}
        guessed = len(folds) > 1 or (
            given is not None and fold(given) not in folds and not folds & names.keys()
        )
        found |= {one: Resolved(name, kind_of(spellings[0]), guessed) for one in spellings}
    return found


def _pairs(known: Known) -> Iterable[tuple[str, str]]:
    return known.items() if isinstance(known, Mapping) else ((name, name) for name in known)


def _known_as(name: str, names: Mapping[str, str]) -> str | None:
    """The key of a known party with this name, or whose initials it is."""
    if fold(name) in names:
        return fold(name)
    if name.isupper() and 2 <= len(name) <= 6:
        return next((key for key in names if _initials(key) == name.casefold()), None)
    return (
        fold(_TAIL.sub("", name)) if fold(_TAIL.sub("", name)) in names and kind_of(name) in OFFICES else None
    )


def _initials(text: str) -> str:
    return "".join(
        word[0] for word in fold(text).split() if word not in {"de", "la", "del", "of", "the", "y"}
    )


def _key(name: str, counts: Mapping[str, int]) -> str:
    """What one party's spellings share: for what a coalition has once its kind, else the name without accents."""
    kind = kind_of(name)
    if kind in SINGLE:
        return f"{kind}:{_qualifier(name, kind, counts)}"
    if found := _ABBREVIATED.match(name):
        return fold(found["name"])
    longer = [one for one in counts if (match := _ABBREVIATED.match(one)) and match["short"] == name]
    return fold(longer[0][: longer[0].rindex("(")]) if longer else fold(name)


def _qualifier(name: str, kind: str, counts: Mapping[str, int]) -> str:
    """What tells two of a kind apart: an executive from a technical secretariat, member cities from countries."""
    others = [one for one in counts if kind_of(one) == kind]
    if kind == "members":
        nouns = {match[1] for one in others if (match := _MEMBERS.search(fold(one)))}
        own = _MEMBERS.search(fold(name))
        return own[1] if own and len(nouns) > 1 else ""
    bases = {fold(_base(one)) for one in others}
    wide = [base for base in bases if len(base.split()) > 1]
    return fold(_base(name)) if len(wide) > 1 and len(fold(_base(name)).split()) > 1 else ""


def _base(name: str) -> str:
    """An office without whose it is or who holds it: "Secretaría Técnica GI- TOC" is Secretaría Técnica."""
    without = re.sub(_TAIL, "", name)
    return _ACRONYM_TAIL.sub("", without) if len(without.split()) > 1 else without


def _canonical(spellings: Sequence[str], counts: Mapping[str, int]) -> str:
    """The usual spelling, spelled out, with its accents and capitals."""
    kind = kind_of(spellings[0])
    bases: Counter[str] = Counter()
    for name in spellings:
        base = _base(name) if kind in OFFICES else name
        bases[base] += counts[name]
    full = [base for base in bases if not (base.isupper() and len(base) < 5)] or list(bases)
    widest = max(len(fold(base).split()) for base in full) if kind == "secretariat" else 0
    full = [base for base in full if len(fold(base).split()) >= widest]
    folded = Counter({fold(base): 0 for base in full})
    for base in full:
        folded[fold(base)] += bases[base]
    best = max(folded, key=lambda key: (folded[key], len(key)))
    return max(
        (base for base in full if fold(base) == best),
        key=lambda base: (_accents(base), _initial_capitals(base), bases[base]),
    )


def _accents(text: str) -> int:
    return sum(ord(sign) > 127 for sign in text)


def _initial_capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in text.split())


def infer_role(kind: str, heading: str, kinds: Sequence[str], first: bool = False) -> tuple[str, bool]:
    """The role under a heading, and whether it was inferred: one for responsible and partners alike tells neither.

    Bodies of the coalition are responsible, others partners; but one from outside that stands first, beside no body of
    the coalition but the focal points, is responsible (D09).
    """
    folded = fold(heading)
    if not re.search(r"soci[oa]s|aliad|partner|parceir|partenaire|apoyo|support", folded):
        return "responsible", False
    if kind in BODIES:
        return "responsible", True
    alone = first and kind != "partners" and not set(kinds) & (BODIES - {"focal_points"})
    return ("responsible" if alone else "partner"), True
