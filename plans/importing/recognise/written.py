"""Activities that a document writes instead of tabling: a line with labels below it, or one sentence (E8, P6).

Pure. Only a document without a table of activities is read so.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from plans.importing.grids import Grid, Paragraph
from plans.importing.recognise import readers
from plans.importing.recognise.codes import heading_of, split_code
from plans.importing.recognise.words import CONTAINERS, LEAF_RANK, PLAN_WORDS, VALUES, field_of, fold

Value = tuple[str, str, str]  # field, text, place

_LABELLED = re.compile(r"^(?P<label>[^:\n]{2,40}?)\s*:\s*(?P<value>\S.*)$", re.DOTALL)
_INLINE = re.compile(
    r"(?:^|[.;]\s+|\s)(?P<label>Responsables?|Plazo|Per[ií]odo|Fecha|Indicador(?:es)?|Recursos"
    r"|Responsible|Lead|Timeline"
    r"|Indicators?|Resources|Respons[aá]vel|Prazo|Délai|Indicateurs?)\s*:\s*(?P<value>.+?)(?=[.;]\s+\w+\s*:|[.;]?\s*$)"
)
_IN_BRACKETS = re.compile(r"\s*\(([^()]{3,90})\)\s*\.?$")
_IN_ANY_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*:[^()\[\]]*)[)\]]\s*\.?$")
_DASH = re.compile(r"\s+[–—-]\s+")
_EVER = date(1990, 1, 1), date(2060, 12, 31)
LEAST = 2


@dataclass(slots=True)
class Entry:
    """An activity in paragraphs. guessed: who and when were told by where they stand in the sentence only."""

    title: str
    code: str
    code_printed: str
    printed: str
    place: str
    values: list[Value]
    guessed: bool = False


@dataclass(slots=True)
class Written:
    """The activities that a document writes, by the place of their first line, and the places of their labels."""

    entries: dict[str, Entry] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()


def written_in(blocks: Sequence[Paragraph | Grid]) -> Written:
    """What the paragraphs of a document write of activities; nothing where fewer than two do."""
    under = _under_headings(blocks)
    below = {place: values for place, values in _with_labels(blocks) if place in under}
    if len(below) < LEAST:
        below = {}
    likes = {like for place in below for like in _likenesses(under[place])}
    entries = {}
    for place, text in under.items():
        if place in below or likes & _likenesses(text):
            entries[place] = _entry(text, below.get(place, []))
    if not entries:
        told = {place: one for place, text in under.items() if (one := _sentence(text))}
        lists = {text.style for place, text in under.items() if place in told and text.in_list}
        for place, text in under.items():
            if place in told or (text.in_list and text.style in lists):
                entries[place] = told.get(place) or _entry(text, [])
    labels = frozenset(place for values in below.values() for _, _, place in values)
    return Written(entries, labels) if len(entries) >= LEAST else Written()


def values_in(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    """A sentence without the labels and the bracketed period at its end, and what these say, by field."""
    if (held := _IN_ANY_BRACKET.search(sentence)) and (inner := _labels_in(held[1])):
        return sentence[: held.start()].strip(), inner
    labels = list(_INLINE.finditer(sentence))
    bare = sentence[: labels[0].start()].strip() if labels else sentence
    values = [(str(field_of(label["label"])), label["value"].strip(" .")) for label in labels]
    bracket = _IN_BRACKETS.search(bare)
    if bracket and readers.period(bracket[1], *_EVER).understood:
        bare = bare[: bracket.start()].strip() + bare[bracket.end() :]
        values.insert(0, ("period", bracket[1]))
    return bare.strip(), values


def _labels_in(text: str) -> list[tuple[str, str]]:
    """ "Responsable: A; Plazo: mayo de 2026" by field; empty where a part has no label that is known."""
    found: list[tuple[str, str]] = []
    for part in re.split(r"[;.]\s+", text):
        label, colon, value = part.partition(":")
        name = field_of(label) if colon else None
        if name in VALUES and value.strip():
            found.append((_no_end(name), value.strip(" .;")))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}; {part.strip()}")
        else:
            return []
    return found


def _no_end(name: str | None) -> str:
    """A day by which something is done says when, where no beginning stands beside it."""
    return "period" if name == "end" else str(name)


def _line(text: Paragraph) -> str:
    return " ".join(text.text.split())


def _label(text: Paragraph) -> Value | None:
    found = _LABELLED.match(_line(text))
    name = field_of(found["label"]) if found else None
    return (_no_end(name), found["value"], text.place) if found and name in VALUES else None


def _opens(text: Paragraph) -> str:
    """The field of a label whose values stand in a list below it: "Resultados esperados:"."""
    label, colon, value = _line(text).partition(":")
    name = field_of(label) if colon and not value.strip() and len(label) < 40 else None
    return name if name in VALUES else ""


def _under_headings(blocks: Sequence[Paragraph | Grid]) -> dict[str, Paragraph]:
    """The paragraphs that may be activities: below a first heading, and no heading of a level themselves."""
    found: dict[str, Paragraph] = {}
    begun = False
    for text in blocks:
        if isinstance(text, Grid) or not text.text.strip():
            continue
        line = fold(_line(text))
        heading = heading_of(_line(text))
        level = heading.level if heading else None
        above = level is not None and level.rank < LEAF_RANK
        if above or (text.level and not PLAN_WORDS.search(line) and level is None):
            begun = True
        if begun and not above and text.level != 0 and not CONTAINERS.match(line) and _label(text) is None:
            found[text.place] = text
    return found


def _with_labels(blocks: Sequence[Paragraph | Grid]) -> Iterator[tuple[str, list[Value]]]:
    """The place of each paragraph that labels follow, with these."""
    head: Paragraph | None = None
    values: list[Value] = []
    opened = ""
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and not block.text.strip():
            continue
        value = _label(block) if isinstance(block, Paragraph) else None
        if value is None and opened and isinstance(block, Paragraph) and block.in_list:
            value = opened, block.text.strip(), block.place
        elif isinstance(block, Paragraph):
            opened = _opens(block)
        if value is not None or opened:
            values += [value] if value else []
            continue
        if head is not None and values and not isinstance(block, Grid):
            yield head.place, values
        opened = ""
        head, values = (block if isinstance(block, Paragraph) else None), []


def _likenesses(text: Paragraph) -> set[str]:
    """What makes a line an activity like another: the word of its level, or the style of its list."""
    heading = heading_of(_line(text))
    words = {heading.level.key} if heading and heading.level and heading.code else set()
    return words | ({f"list {text.style}"} if text.in_list else set())


def _entry(text: Paragraph, values: list[Value]) -> Entry:
    line = _line(text)
    heading = heading_of(line)
    if heading and heading.level and heading.title:
        return Entry(heading.title, heading.code, heading.code_printed, line, text.place, values)
    code, printed, title = split_code(line)
    return Entry(title, code, printed, line, text.place, values)


def _sentence(text: Paragraph) -> Entry | None:
    """An activity that an item of a list tells with who and when; None where it does not say when."""
    entry = _entry(text, [])
    if not (text.in_list or entry.code):
        return None
    entry.title, values = values_in(entry.title)
    if not values:
        entry.title, values = _at_the_end(entry.title)
        entry.guessed = len(values) > 1
    entry.values = [(name, value, text.place) for name, value in values]
    return entry if any(name == "period" for name, _ in values) else None


def _at_the_end(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    """ "Publish the list (Secretariat, March 2026)" and "Publish the list – Secretariat – March 2026"."""
    bracket = _IN_BRACKETS.search(sentence)
    who, _, when = bracket[1].rpartition(",") if bracket else ("", "", "")
    title = sentence[: bracket.start()] if bracket else ""
    if not bracket:
        title, *parts = _DASH.split(sentence)
        who, when = " / ".join(parts[:-1]), parts[-1].rstrip(". ") if parts else ""
    if not _is_period(when):
        return sentence, []
    said: Mapping[str, str] = {"responsible": who.strip(), "period": when.strip()}
    return title.strip(), [(name, value) for name, value in said.items() if value]


def _is_period(text: str) -> bool:
    """Whether a text says when, if only one of several readings will be asked."""
    schedule = readers.period(text.strip(), *_EVER)
    return bool(text.strip()) and (schedule.understood or bool(schedule.alternatives))
