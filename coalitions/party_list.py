"""A list of parties, pasted or in a file, becomes rows that know their place: read, never written (P20, E14).

One party a line, in columns split by tabs or semicolons: name; kind; country; standing. A first line of column names
may put them in another order. Words are understood in Spanish and English.
"""

import csv
import io
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import override

from coalitions import countries, workbooks
from coalitions.membership import NewParty, spelled
from coalitions.models import Coalition, Membership, Party
from coalitions.models.party import fold
from coalitions.refusal import Refused
from coalitions.workbooks import Problem

MOST_BYTES, MOST_COLUMNS, LONGEST = workbooks.USUAL.packed, 20, 200
Cells = list[list[str]]

COLUMNS = ["name", "kind", "country", "standing"]
HEADS = {
    "name": "name", "nombre": "name", "parte": "name", "party": "name", "nombre en espanol": "name_es",
    "name in spanish": "name_es", "nombre en ingles": "name_en", "name in english": "name_en", "sigla": "short_name",
    "nombre corto": "short_name", "short name": "short_name", "tipo": "kind", "clase": "kind", "kind": "kind",
    "type": "kind", "pais": "country", "country": "country", "calidad": "standing", "condicion": "standing",
    "standing": "standing", "alias": "aliases", "aliases": "aliases", "otras grafias": "aliases",
    "other spellings": "aliases",
}  # fmt: skip
KIND_WORDS = {
    "gobierno": "government", "ciudad": "government", "city": "government", "municipio": "government",
    "municipality": "government", "pais": "government", "country": "government", "organizacion": "organisation",
    "organization": "organisation", "institucion": "organisation", "institution": "organisation",
    "ong": "organisation", "ngo": "organisation", "universidad": "organisation", "university": "organisation",
    "comite": "committee", "subcomite": "subcommittee", "grupo de trabajo": "working_group",
}  # fmt: skip
STANDING_WORDS = {
    "miembro": "member", "member": "member", "socio": "partner", "socia": "partner", "aliado": "partner",
    "aliada": "partner", "partner": "partner", "observador": "observer", "observadora": "observer",
    "observer": "observer",
}  # fmt: skip
# What two spellings of one party often differ in ("Lima", "Municipalidad de Lima").
FILLERS = {
    "de", "del", "la", "las", "los", "el", "y", "of", "the", "and", "municipio", "municipalidad", "municipality",
    "alcaldia", "ciudad", "city", "gobierno", "government", "intendencia", "prefeitura", "prefectura", "distrito",
    "district", "republica", "republic",
}  # fmt: skip


class Verdict(TextChoices):
    """What would become of a line."""

    NEW = "new"
    THERE = "there"
    REPEATED = "repeated"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Line:
    """A line that was understood. `like` is the spelling of the party that it is, or may be."""

    row: int
    new: NewParty
    verdict: str
    like: str = ""


@dataclass
class Reading:
    """A whole list: its lines, its problems by row and column, and the columns that nobody asked for."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    def of(self, verdict: str) -> list[Line]:
        """The lines with that verdict, in their order."""
        return [line for line in self.lines if line.verdict == verdict]

    def chosen(self, anyway: set[int]) -> list[NewParty]:
        """What is to be added: new lines, and the doubtful ones whose rows somebody ticked."""
        return [
            line.new
            for line in self.lines
            if line.verdict == Verdict.NEW or (line.verdict == Verdict.DOUBTFUL and line.row in anyway)
        ]


def cells_of_text(text: str, delimiter: str = "") -> Cells:
    """Rows of cells of a pasted list. Raises Refused where it is too long or its quotes cannot be read."""
    return _texts(workbooks.read_text(text, delimiter or ("\t" if "\t" in text else ";")))


def cells_of_file(name: str, data: bytes) -> Cells:
    """Rows of cells of an .xlsx (its first sheet) or .csv file. Raises Refused with what to do instead."""
    return _texts(workbooks.read(name, data))


def as_text(cells: Cells) -> str:
    """The same rows as text that `cells_of_text` reads back: how a file's rows wait for their confirmation."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(
        [*row, *[""] * (2 - len(row))] for row in cells
    )
    return out.getvalue()


def read(cells: Cells, coalition: Coalition, otherwise: NewParty) -> Reading:
    """Understand every row and compare it with the parties there are; nothing is written.

    `otherwise` holds kind, standing and day of admission of rows that do not say.
    """
    reading = Reading()
    heads, first = _heads(cells, reading)
    compare = _Comparison(coalition)
    for number, row in enumerate(cells, start=1):
        if number >= first and any(row):
            values = {head: cell for head, cell in zip(heads, row, strict=False) if head and cell}
            before = len(reading.problems)
            new = _new_party(number, values, coalition, otherwise, reading)
            if len(reading.problems) == before:
                reading.lines.append(compare.line(number, new))
    return reading


class _Comparison:
    """Knows the coalition's spellings, and those of the lines before."""

    def __init__(self, coalition: Coalition) -> None:
        self.known = {folded: party.name for folded, party in spelled(coalition).items()}
        self.similar = {_words(folded): name for folded, name in self.known.items()}
        self.listed: dict[str, str] = {}

    def line(self, row: int, new: NewParty) -> Line:
        spellings = new.spellings
        verdict, like = self._verdict(list(spellings))
        self.listed |= dict.fromkeys(spellings, new.name_es or new.name_en)
        for folded, text in spellings.items():
            self.similar.setdefault(_words(folded), text)
        return Line(row, new, verdict, like)

    def _verdict(self, spellings: list[str]) -> tuple[str, str]:
        for verdict, names in ((Verdict.THERE, self.known), (Verdict.REPEATED, self.listed)):
            for folded in spellings:
                if folded in names:
                    return verdict, names[folded]
        words = [_words(folded) for folded in spellings]
        like = next((self.similar[w] for w in words if w and w in self.similar), "")
        return (Verdict.DOUBTFUL, like) if like else (Verdict.NEW, "")


def _words(folded: str) -> frozenset[str]:
    return frozenset(folded.split()) - FILLERS


def _heads(cells: Cells, reading: Reading) -> tuple[list[str], int]:
    """(the meaning of each column, the first row of the list itself)."""
    for number, row in enumerate(cells, start=1):
        if any(row):
            found = [HEADS.get(fold(cell), "") for cell in row]
            if not {"name", "name_es", "name_en"} & set(found):
                return COLUMNS, number
            reading.ignored = [cell for cell, head in zip(row, found, strict=True) if cell and not head]
            return found, number + 1
    return COLUMNS, 1


def _new_party(
    row: int, values: dict[str, str], coalition: Coalition, otherwise: NewParty, reading: Reading
) -> NewParty:
    def wrong(column: Any, value: str, reason: str) -> str:
        reading.problems.append(Problem(row, str(column), value[:60], reason))
        return ""

    def word(key: str, column: Any, words: dict[str, str], choices: type[TextChoices], default: str) -> str:
        value = values.get(key, "")
        if not value:
            return default
        found = {**_labels(choices), **words}.get(fold(value))
        reason = _("This word is not known. Known words: {words}.").format(
            words=", ".join(map(str, choices.labels))
        )
        return found or wrong(column, value, reason)

    names = _names(values, coalition)
    if not any(names.values()):
        wrong(_("name"), "", _("The name is missing."))
    for value in values.values():
        if len(value) > LONGEST:
            wrong(_("name"), value, _("This is longer than {number} characters.").format(number=LONGEST))
    kind = word("kind", _("kind"), KIND_WORDS, Party.Kind, otherwise.kind)
    acts_alone = kind in (Party.Kind.GOVERNMENT, Party.Kind.ORGANISATION)
    default = otherwise.standing if acts_alone else ""
    standing = word("standing", _("standing"), STANDING_WORDS, Membership.Standing, default)
    country = countries.code_of(values["country"]) if "country" in values else ""
    if country is None:
        wrong(
            _("country"),
            values["country"],
            _("This country is not known: please write its two letters (PE)."),
        )
    aliases = tuple(part.strip() for part in values.get("aliases", "").split("|") if part.strip())
    return replace(
        otherwise, **names, kind=kind, standing=standing, country=country or "", aliases=aliases,
        short_name=values.get("short_name", "")[:60], admitted_on=otherwise.admitted_on if standing else None,
    )  # fmt: skip


def _names(values: dict[str, str], coalition: Coalition) -> dict[str, str]:
    """A name without a language is in the coalition's first one."""
    names = {code: values.get(f"name_{code}", "") for code in ("es", "en")}
    first = coalition.languages[0] if coalition.languages else "es"
    names[first] = names[first] or values.get("name", "")
    return {f"name_{code}": text for code, text in names.items()}


def _labels(choices: type[TextChoices]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code in ("es", "en"):
        with override(code):
            found |= {fold(str(label)): value for value, label in choices.choices}
    return found


def _texts(table: workbooks.Table) -> Cells:
    """Cells as texts without idle blanks. Raises Refused for the first one that holds no value of its own."""
    for problem in table.problems:
        place = _("Cell {column}{row}, “{value}”: {reason}")
        raise Refused(
            place.format(column=problem.column, row=problem.row, value=problem.value, reason=problem.reason)
        )
    return [
        ["" if cell is None else " ".join(str(cell).split()) for cell in row[:MOST_COLUMNS]]
        for row in table.rows
    ]
