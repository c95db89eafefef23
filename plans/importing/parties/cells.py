"""A cell of parties read: their names, and what the text says of role, duty and of being agreed at all (P20-P22)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plans.importing.parties.countries import country_of
from plans.importing.parties.kinds import ABBREVIATION, office, plain
from plans.importing.parties.roles import TO_CONFIRM, role_word
from plans.importing.parties.splitting import all_stand_alone, initials, split_names, stands_alone
from plans.targets.segments import fold

LONGEST = 2000
LONG_NAME = 14

_NOTHING = re.compile(
    r"n/?\.?a\.?|s/o|no aplica(?:ble)?|not applicable|nao se aplica|nao aplicavel|sans objet|(?:por"
    r"|a) definir|a definir"
    r"|to be (?:defined|determined)|tb[cd]|pendiente|pending|pendente|ningun[oa]?|none|nenhum|aucun[e]?"
    r"|nadie|nobody"
    r"|por (?:determinar|asignar|confirmar)|a confirmar|to be confirmed|a determiner|sin (?:responsable"
    r"|definir|asignar)"
    r"|vacante|vacant|no definido|undefined|idem|x+"
)
_MONTHS = (
    r"ene(?:ro)?|jan(?:eiro|uary|vier|v)?|feb(?:rero|ruary)?|fev(?:ereiro|rier)?|mar(?:zo|ch|co|s)?|abr(?:il)?|apr(?:il)?"
    r"|avr(?:il)?|may(?:o)?|mai(?:o)?|june?|junio|junho|juin|jul(?:io|ho|y)?|juillet|ago(?:sto)?|aug(?:ust)?|aout"
    r"|sep(?:t|tiembre|tember|tembre)?|set(?:iembre|embro)?|oct(?:ubre|ober|obre)?|out(?:ubro)?|nov(?:iembre|ember|embro)?"
    r"|novembre|di[cz](?:iembre)?|dec(?:ember|embre)?|dez(?:embro)?"
)
_DATE = re.compile(
    rf"(?=.*(?:\d|\b(?:{_MONTHS})\b))(?:\d+|\b(?:{_MONTHS}|de|del|a|al|to|of|do|au|du|er|trimestre|semestre|quarter)\b"
    r"|\b[tqs]\d|[\s./,–-])+"
)
_BULLET = re.compile(r"^(?:[\s•·▪◦●*‣–—-]+|\(?\d{1,2}[.)]\s+|[a-h]\)\s+)+")
_WRAPPED = re.compile(
    r"(?:\s(?:y|e|and|et|&|de|del|da|do|of|the|la|las|los|el|des|du|para|for)|,)$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:(?:y|e|and|et|de|del|da|do|of|des|du|para|for)\s|&|,|nacional(?:es)?$|nationa[lu]\w*$)",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    r"(?:^|,?\s)(?:(?P<partner>con (?:el )?apoyo de|apoyo de|with (?:the )?support (?:of|from)|supported by"
    r"|com (?:o )?apoio d[aeo]s?|avec (?:l'appui|le soutien) de)"
    r"|en (?:coordinacion|colaboracion) con|in (?:coordination|collaboration|cooperation) with"
    r"|em (?:coordenacao|colaboracao)"
    r" com|en (?:collaboration|coordination) avec)(?:\s(?:la|los|las|el|the|les|le)\s|\sl'|\s)"
)
_LATER = re.compile(r"(?:\s*[,(–-])?\s+(?:(?:por|a) confirmar|tbc|to be confirmed|a confirmer)$|\?$")
_DUTY = re.compile(
    r"[a-z]{2,}(?:ar|er|ir|arse)\b|[a-z]{3,}(?:re|cion|coes|cao|tion|miento|ment|amento)\b"
    r"|(?:re)?validat\w+|review\w*|approv\w+"
    r"|coordinat\w+|prepar\w+|present\w*|draft\w*|organi[sz]\w+|lead\b|support\w*|provid\w+|monitor\w*"
    r"|host\w*|implement\w*"
    r"|convene\b|adopt\b|collect\b|write\b|publish\b|facilitat\w+|develop\w*|apoyo\b|apoio\b|appui\b"
    r"|revision\b|firma\b"
)
_CLAUSE = re.compile(r"\s*;\s*|(?<=\w)[.,]\s+(?=(?P<label>[^\W\d]+(?:\s[^\W\d]+){0,3})\s?:)")
_BRACKET = re.compile(r"\(([^()]*)\)")
_FIRST_HOLD = 0xE000
_PRIVATE = re.compile(
    "[\ue000-\uf8ff\xa0]"
)  # signs that stand for held brackets and names mean nothing in a file


class PartyReading(NamedTuple):
    """A party of a cell: its name as printed, and what the text says. role: lead, co_lead, participant, responsible,
    partner, or None where it does not say; possible: named as not agreed yet."""

    name: str
    role: str | None = None
    duty: str = ""
    possible: bool = False


class PartyCell(NamedTuple):
    """The readings of a cell in order, and its doubts: how it could be read otherwise, for somebody to settle."""

    readings: list[PartyReading]
    doubts: list[str]


@dataclass
class _Reader:
    """Goes through the lines of one cell; a label holds until the next."""

    known: Sequence[str]
    readings: list[PartyReading] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    role: str | None = None
    possible: bool = False
    heading: bool = False  # the label stood alone in its line and is of all lines below
    waiting: int = 0  # so many readings wait for the duty that the next line says

    def line(self, line: str) -> None:
        """A line of the cell: clauses with labels of their own."""
        for at, clause in enumerate(_clauses(line)):
            count = len(self.readings)
            labelled = self._clause(_BULLET.sub("", clause).strip(" \t,;"))
            if self.role and not labelled and not self.heading and not at:
                self.doubts += [f"{one.name} ({self.role})" for one in self.readings[count:]]

    def _clause(self, clause: str) -> bool:
        """Read a clause; whether it has a label of roles."""
        left, colon, rest = clause.partition(":")
        word = role_word(fold(left)) if colon or fold(left.strip(" .")) not in _PARTIES else None
        if word and (colon or not stands_alone(left)):
            self.role, self.possible = word
            self.heading = not rest.strip()
            if rest.strip():
                self._parties(rest.strip())
            return True
        if is_nothing(clause):
            return False
        if colon and "//" not in rest:
            self._with_duty(left.strip(), rest.strip())
        elif self.waiting and _is_duty(clause, self.known):
            self._give(clause, self.waiting)
        else:
            self._parties(clause)
        return False

    def _with_duty(self, left: str, rest: str) -> None:
        """ "Países miembros: Validar la Estrategia": a party and its duty, or a heading and its parties."""
        if rest and not _is_duty(rest, self.known) and all_stand_alone(rest, self.known):
            self.doubts.append(f"{left}: {rest}")
            return self._parties(rest)
        count = len(self.readings)
        self._parties(left)
        added = len(self.readings) - count
        if rest:
            self._give(rest, added)
            self.doubts += [] if _is_duty(rest, self.known) else [f"{left}: {rest}"]
        self.waiting = 0 if rest else added
        return None

    def _give(self, duty: str, count: int) -> None:
        """The last readings have this duty."""
        start = len(self.readings) - count
        self.readings[start:] = [one._replace(duty=duty.strip(" .")) for one in self.readings[start:]]
        self.waiting = 0

    def _parties(self, text: str) -> None:
        """The parties of a text without labels: split where it says who supports them."""
        self.waiting = 0
        start, role = 0, self.role
        for found in _SUPPORT.finditer(fold(text)):
            self._names(text[start : found.start()], role)
            start, role = found.end(), "partner" if found["partner"] else None
            self.doubts += [] if found["partner"] else [text]
        self._names(text[start:], role)

    def _names(self, text: str, role: str | None) -> None:
        if is_nothing(text):
            return
        later = _LATER.search(fold(text))
        text = text[: later.start()] if later else text
        masked, held = _hold(text)
        names, doubts = split_names(masked, self.known)
        self.doubts += [_release(doubt, held) for doubt in doubts]
        first = start = len(self.readings)
        for name in names:
            if self._dashed(name, held, role):
                continue
            start = self._name(name, held, role, start)
        if later and len(self.readings) > first:
            self.readings[-1] = self.readings[-1]._replace(possible=True)
            self.doubts += [text] if len(self.readings) - first > 1 else []

    def _dashed(self, name: str, held: list[str], role: str | None) -> bool:
        """ "Secretaría Técnica - presentar el plan": a dash before a duty or a role."""
        left, dash, right = _release(name, held).partition(" - ") if " - " in name else name.partition(" – ")
        said = role_word(fold(right)) if dash else None
        if not dash or not (said or _is_duty(right, self.known)):
            return False
        self._add(left, said[0] if said else role, said[1] if said else False)
        if not said:
            self._give(right, 1)
        self.doubts = [doubt for doubt in self.doubts if doubt != f"{left} · {right}"]
        return True

    def _name(self, name: str, held: list[str], role: str | None, start: int) -> int:
        """Add one name with what its last bracket says; where the parties begin that a later bracket speaks of."""
        bare, inside = name[:-1].rstrip(), _inside(name, held)
        said = role_word(fold(inside)) if inside else None
        later = bool(inside and TO_CONFIRM.fullmatch(fold(inside)))
        if said or later:
            self._add(
                _release(bare, held), said[0] if said and said[0] else role, later or bool(said and said[1])
            )
            return len(self.readings)
        if inside and self._is_task(inside, bare):
            self._add(_release(bare, held), role)
            self._give(inside, len(self.readings) - start)
            return len(self.readings)
        self._add(_release(name, held), role)
        return start

    def _is_task(self, inside: str, bare: str) -> bool:
        """Whether a bracket says what a party does; an abbreviation, a country or a long form belongs to the name."""
        if _is_duty(inside, self.known):
            return True
        short = ABBREVIATION.fullmatch(f"({inside})") or country_of(plain(inside)) or "@" in inside
        if short or bare in initials(inside) or inside in initials(bare) or _DATE.fullmatch(fold(inside)):
            return False
        self.doubts.append(f"{bare} ({inside})")
        return inside[:1].islower() and not all_stand_alone(inside, self.known)

    def _add(self, name: str, role: str | None, possible: bool = False) -> None:
        name = _tidy(name)
        if not name or is_nothing(name):
            return
        if len(name.split()) > LONG_NAME:
            self.doubts.append(name)
        self.readings.append(PartyReading(name, role, "", possible or self.possible))


_PARTIES = {
    "socios", "socias", "aliados", "participantes", "partners", "parceiros", "partenaires", "participants",
    "socio",
}  # fmt: skip


def read_parties(text: str, known: Iterable[str] = ()) -> list[PartyReading]:
    """The parties of a cell, in order. known: names and spellings that are parties (a mapping's keys are)."""
    return read_party_cell(text, known).readings


def read_party_cell(text: str, known: Iterable[str] = ()) -> PartyCell:
    """The parties of a cell and the doubts about them; a cell too long to be a list of parties is all doubt."""
    text = _PRIVATE.sub(" ", unicodedata.normalize("NFC", text)).replace("\u2019", "'")
    if len(text) > LONGEST:
        return PartyCell([], [" ".join(text[:LONGEST].split())])
    reader = _Reader(tuple(known))
    for line in _lines(re.sub(r"\b(?:y/o|and/or|et/ou|e/ou)\b", lambda found: found[0].split("/")[0], text)):
        if not is_nothing(line):
            reader.line(line)
    return PartyCell(list(dict.fromkeys(reader.readings)), list(dict.fromkeys(reader.doubts)))


def is_nothing(text: str) -> bool:
    """Whether a text names nobody: "N/A", a dash, "por definir", a date."""
    folded = " ".join(fold(text).split()).strip(" .,;:()[]-–—_?")
    return not re.search(r"[^\W\d_]", folded) or bool(_NOTHING.fullmatch(folded) or _DATE.fullmatch(folded))


def _lines(text: str) -> Iterator[str]:
    """The lines of a cell; one that ends or begins in the middle of a name is joined with its neighbour."""
    held = ""
    for line in filter(None, (" ".join(line.split()) for line in re.split(r"[\n\r\v\f]+|[•▪●]", text))):
        open_bracket = held.count("(") > held.count(")")
        if held and (_WRAPPED.search(held) or _GOES_ON.match(line) or open_bracket):
            held = f"{held} {line}"
        else:
            if held:
                yield held
            held = line
    if held:
        yield held


def _clauses(line: str) -> Iterator[str]:
    """A line cut at each ";", and at a comma or full stop before a label of roles ("Lead: X. Support: Y")."""
    start = 0
    for found in _CLAUSE.finditer(line):
        label = found["label"]
        whole = fold(line[start : found.end() + len(label or "")])
        if label is None or (role_word(fold(label)) and not role_word(whole)):
            yield line[start : found.start()]
            start = found.end()
    yield line[start:]


def _is_duty(text: str, known: Sequence[str]) -> bool:
    """Whether a text says what somebody does: it begins with a verb or with the noun of one."""
    return bool(_DUTY.match(fold(text).strip())) and not stands_alone(text, known)


def _hold(text: str) -> tuple[str, list[str]]:
    """The text with one sign for each bracket, so that no name is split inside it; and the brackets."""
    held: list[str] = []

    def sign(found: re.Match[str]) -> str:
        held.append(found[0])
        return chr(_FIRST_HOLD + len(held) - 1) if len(held) < 1000 else found[0]

    return _BRACKET.sub(sign, text), held


def _release(text: str, held: list[str]) -> str:
    return "".join(
        held[ord(sign) - _FIRST_HOLD] if 0 <= ord(sign) - _FIRST_HOLD < len(held) else sign for sign in text
    )


def _inside(name: str, held: list[str]) -> str:
    """What the bracket says that ends a name after a blank; "" where there is none."""
    place = ord(name[-1:] or " ") - _FIRST_HOLD
    return held[place][1:-1].strip() if 0 <= place < len(held) and name[-2:-1] == " " else ""


def _tidy(name: str) -> str:
    """A name without outer marks and without the article of the running text."""
    name = _BULLET.sub("", " ".join(name.split())).strip(" .,;:-–—\"'«»“”")
    bare = re.sub(r"^(?:(?:la|el|los|las|the|le|les|os|as) |l')", "", name, count=1)
    if bare == name and office(name):
        bare = re.sub(r"^(?:La|El|Los|Las|The|Le|Les|Os|As|A|O) |^L'", "", name, count=1)
    return bare
