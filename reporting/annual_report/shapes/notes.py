"""Notes on the data, the key of marks and the colophon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coalitions.languages import Text
from reporting.annual_report.shapes.values import PartyName, Ref


@dataclass(frozen=True)
class NoteEntry:
    """What was found in the document or the data, and how it was read. `action` surface, resolved or keep."""

    key: str
    anchor: str
    kind: str
    place: str
    found: Text
    reading: Text
    action: str
    ref: Ref | None
    settled_on: date | None


@dataclass(frozen=True)
class Notes:
    """Notes on the data by what is done with them; `reports` are sentences on reports that two people did not make."""

    surface: tuple[NoteEntry, ...]
    resolved: tuple[NoteEntry, ...]
    kept: tuple[NoteEntry, ...]
    reports: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return len(self.surface) + len(self.resolved) + len(self.kept)


@dataclass(frozen=True)
class StatusMeaning:
    """One entry of the key of marks: `word` (the coalition's own where it has one) and `meaning` are words.

    `status` is one of STATUSES or "late"; `count` how many activities show it.
    """

    status: str
    word: str
    meaning: str
    count: int


@dataclass(frozen=True)
class Method:
    """One rule of computation that this report uses: `term` and `rule` are words."""

    key: str
    term: str
    rule: str


@dataclass(frozen=True)
class SourceEntry:
    """A source: a file name with its digest, or a document or link."""

    name: str
    sha256: str = ""
    url: str = ""


@dataclass(frozen=True)
class Reference:
    """A document that reports name as evidence (R9), with the activities that name it."""

    title: Text
    url: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True)
class SectionEntry:
    """A narrative part of the plan (P26): its paragraphs, each in the language it exists in."""

    key: str
    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True)
class Colophon:
    """Who prepared it (R11), by what method, from which data.

    `digest` (SHA-256) is of the report without itself.
    """

    prepared_by: Text
    followed_by: tuple[PartyName, ...]
    on: date
    method: tuple[Method, ...]
    sources: tuple[SourceEntry, ...]
    schema: int
    digest: str = ""
