"""A cell of parties is read into names with role and duty; split only where each piece stands for itself (E15, P21)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plans.importing.parties.words import (
    ACRONYM,
    BARE,
    COUNTRIES,
    HEADS,
    LABEL,
    NOTHING,
    POSSIBLE,
    SINGLE,
    WITH_SUPPORT,
    fold,
    kind_of,
)

Known = Mapping[str, str] | Iterable[str]
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_LABELLED = re.compile(r"^\s*(?P<label>[^:()]{2,80}):\s*(?P<rest>.*)$", re.DOTALL)
_ARTICLE = re.compile(r"^(?:el|la|los|las|the|le|les|l'|os|as)\s+(?=\w)", re.IGNORECASE)
_JOINS = re.compile(r"\s+(?:y|e|and|et|&)\s+|\s*,\s*(?:y|e|and|et)?\s+|\s*,\s*$")
_SLASHES = re.compile(r"(?<!\by)(?<!\band)\s*/\s*(?!o\b|or\b)")


class PartyReading(NamedTuple):
    """One party of a cell; role None where the text does not say; possible: not agreed yet."""

    name: str
    role: str | None
    duty: str
    possible: bool


class PartyCell(NamedTuple):
    """The parties of a cell, and what is not sure about them, as proposals."""

    readings: list[PartyReading]
    doubts: list[str]


def read_parties(text: str | None, known: Known = ()) -> list[PartyReading]:
    """The parties of a cell, each with its role, duty and whether it is only possible. `known`: names or spellings."""
    return read_party_cell(text or "", known).readings


def read_party_cell(text: str, known: Known = ()) -> PartyCell:
    """As `read_parties`, with the doubts. Nothing is ever raised on a text."""
    spellings = frozenset(map(fold, known))
    if NOTHING.fullmatch(fold(text)):
        return PartyCell([], [])
    readings: list[PartyReading] = []
    doubts: list[str] = []
    role: str | None = None
    for line in _lines(text, spellings):
        label, rest = _role_of(line)
        role = label or role
        if rest.strip(" :-–•"):
            readings += _read_line(rest, role, spellings, doubts)
    return PartyCell(_once(readings, doubts), doubts)


def _lines(text: str, known: frozenset[str]) -> list[str]:
    """The lines of a cell, and the parts between signs that only ever stand between parties."""
    found: list[str] = []
    for line in re.split(r"[\n;•|]", text):
        if (
            line[:1].islower()
            and found
            and not kind_is_sure(line)
            and fold(line) not in known
            and not _starts(line)
        ):
            found[-1] += " " + line  # a name broken by the cell's width
            continue
        parts = [line] if fold(line) in known else _SLASHES.split(line)
        found += WITH_SUPPORT.sub("\n@", "\n".join(parts)).split("\n")
    return [line.strip() for line in found if line.strip(" -–*·")]


def kind_is_sure(name: str) -> bool:
    """Whether a name says by itself what it is: a body or class of the coalition, or a country."""
    return kind_of(name) != "organisation"


def role_of(text: str) -> str | None:
    """The role that a word names: "Apoyo", "Líder"; None for any other word."""
    return next((role for role, pattern in LABEL.items() if pattern.fullmatch(fold(text))), None)


def _role_of(line: str) -> tuple[str | None, str]:
    """The role that a label gives ("Corresponsables: …"), and the rest of the line."""
    if line.startswith("@"):
        return "partner", line[1:]
    found = _LABELLED.match(line)
    if found is None:
        return None, line
    label = fold(found["label"])
    role = role_of(label)
    if role is None and label in {"posibles", "possible", "posible"}:
        return None, f"{found['rest']} (por confirmar)"
    possible = " (por confirmar)" if role and POSSIBLE.search(label) else ""
    return role, (found["rest"] + possible if role else line)


def _read_line(line: str, role: str | None, known: frozenset[str], doubts: list[str]) -> list[PartyReading]:
    """The parties of a line; a duty in brackets is that of the names before it, back to the bracket before."""
    parts = [found[0] for found in re.finditer(r"[^()]*(?:\([^()]*\)\s*)?", line) if found[0].strip(" ,.;")]
    duties = [part for part in parts if (inside := _BRACKET.search(part)) and not _is_aside(inside[1])]
    if len(duties) > 1:
        pieces = [re.sub(r"^\s*(?:,|y|e|and|et|&)\s+", "", part) for part in parts]
        return [one for piece in pieces for one in _read_names(piece, role, known, doubts)]
    return _read_names(line, role, known, doubts)


def _is_aside(inside: str) -> bool:
    """Brackets that hold no duty: an abbreviation, a country, "to be confirmed"."""
    return _is_short_name(inside) or bool(POSSIBLE.search(fold(inside)))


def _read_names(line: str, role: str | None, known: frozenset[str], doubts: list[str]) -> list[PartyReading]:
    duty, possible, names = "", False, line
    if (found := _LABELLED.match(line)) and _may_be_parties(found["label"], known) and found["rest"].strip():
        names, duty = found["label"], found["rest"].strip()
    for inside in _BRACKET.findall(names):
        if POSSIBLE.search(fold(inside)):
            possible = True
        elif not _is_short_name(inside):
            duty = duty or inside.strip()
        else:
            continue
        names = names.replace(f"({inside})", " ")
    if POSSIBLE.match(fold(names)):
        names, possible = POSSIBLE.sub("", names, count=1) if POSSIBLE.match(names.lower()) else names, True
    pieces = split_names(" ".join(names.split()), known, doubts)
    return [PartyReading(name, role, duty.strip(" ."), possible) for name in pieces]


def _may_be_parties(label: str, known: frozenset[str]) -> bool:
    pieces = [piece for piece in _JOINS.split(label) if piece and piece.strip()]
    return all(_stands(piece, known) for piece in pieces)


def _is_short_name(inside: str) -> bool:
    """Brackets around an abbreviation or a place belong to the name."""
    return bool(ACRONYM.match(inside.strip())) or (len(inside.split()) <= 2 and fold(inside) in COUNTRIES)


def split_names(text: str, known: frozenset[str] = frozenset(), doubts: list[str] | None = None) -> list[str]:
    """The names of a line: split where the next piece stands for itself, else part of the name before it."""
    if fold(text) in known or fold(_ARTICLE.sub("", text)) in known:
        return [_clean(text)]
    pieces, joints = _pieces(text)
    names = pieces[:1]
    for joint, piece in zip(joints, pieces[1:], strict=True):
        whole = f"{names[-1]}{joint}{piece}"
        listed = len(names) > 1 and not HEADS.match(fold(names[-1]))
        if _belongs(names[-1], piece, whole, known, doubts, listed=listed):
            names[-1] = whole
        else:
            names.append(piece)
    return [name for one in names if (name := _clean(one)) and not NOTHING.fullmatch(fold(name))]


def _pieces(text: str) -> tuple[list[str], list[str]]:
    pieces, joints, start = [], [], 0
    for found in _JOINS.finditer(text):
        if found.end() < len(text) and text[start : found.start()].strip():
            pieces.append(text[start : found.start()])
            joints.append(found[0])
            start = found.end()
    return [*pieces, text[start:]], joints


def _belongs(
    before: str, piece: str, whole: str, known: frozenset[str], doubts: list[str] | None, *, listed: bool
) -> bool:
    """Whether a piece goes on with the name before it."""
    if fold(whole) in known or fold(whole) in COUNTRIES:
        return True
    if fold(piece) in known:
        return False
    if BARE.fullmatch(fold(before.split(",")[-1])):
        return True
    if _stands(piece, known):
        return False
    headed = bool(HEADS.match(fold(before)))
    if piece[:1].islower() or headed:
        # "Ministerio de Economía, Industria y Comercio"; "… y Quito" after an organisation may be another party.
        return True
    if listed or "," in whole or _capitals(before) > 1 or _capitals(piece) > 1:
        return False
    if doubts is not None:
        doubts.append(" / ".join((_clean(before), _clean(piece))))
    return True


def _stands(piece: str, known: frozenset[str]) -> bool:
    """Whether a piece is a party by itself: known, a body or class, a country, an acronym, an organisation's head."""
    bare = _clean(piece)
    return fold(bare) in known or kind_is_sure(bare) or bool(ACRONYM.match(bare)) or _starts(bare)


def _starts(text: str) -> bool:
    """Whether a text begins as the name of an organisation does, with something after its head or a capital."""
    folded = fold(text)
    found = HEADS.match(folded)
    return found is not None and (found.end() < len(folded) or text.lstrip()[:1].isupper())


def _capitals(text: str) -> int:
    return len(re.findall(r"\b[A-ZÁÉÍÓÚÑ]", text))


def _clean(name: str) -> str:
    text = " ".join(name.split()).strip(" .,;:-–•*")
    bare = _ARTICLE.sub("", text)
    return bare if kind_is_sure(bare) else text


def _once(readings: Sequence[PartyReading], doubts: list[str]) -> list[PartyReading]:
    """Each party once; an office written in two languages ("Secretaría / Secretariat") is one, and said."""
    found: dict[tuple[str, str | None], PartyReading] = {}
    for one in readings:
        kind = kind_of(one.name)
        key = (kind if kind in SINGLE - {"members"} else fold(one.name), one.role)
        if key in found and fold(found[key].name) != fold(one.name):
            doubts.append(f"{found[key].name} = {one.name}")
        found.setdefault(key, one)
    return list(found.values())
