"""A text with the words that were looked for marked, cut to the passage around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coalitions.folding import fold
from coalitions.languages import Text

BEFORE, AFTER, LONGEST = 60, 160, 240


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `marked` where it is one of the words."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Passage:
    """Pieces that follow each other, in a language; `translated` as in Text."""

    pieces: tuple[Piece, ...]
    language: str
    translated: bool

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def heading(text: Text, words: list[str]) -> tuple[Passage, list[str]]:
    """The text from its beginning with its words marked, and the words that it does not show."""
    cut = text.text if len(text.text) <= LONGEST else text.text[:LONGEST].rsplit(" ", 1)[0] + " …"
    missing = [word for word in words if not has(cut, [word])]
    return Passage(tuple(_pieces(cut, words)), text.language, text.translated), missing


def passage(texts: Iterable[Text], words: list[str], language: str) -> Passage | None:
    """The stretch around the first word, of the text that shows most of them; in the reader's language rather."""

    def worth(text: Text) -> tuple[int, bool]:
        return sum(has(text.text, [word]) for word in words), text.language == language

    best = max(texts, key=worth, default=None)
    if best is None or not worth(best)[0]:
        return None
    return Passage(tuple(_pieces(_around(best.text, words), words)), best.language, best.translated)


def has(text: str, words: list[str]) -> bool:
    """Whether each word begins some word of the text: what the database finds, said of one text."""
    whole = " " + fold(text)
    return all(f" {word}" in whole for word in words)


def _around(text: str, words: list[str]) -> str:
    """The sentence-long stretch around the first of the words, cut between words."""
    start = min((begin for begin, _end in _places(text, words)), default=0)
    first = text.rfind(" ", 0, start - BEFORE) + 1 if start > BEFORE else 0
    last = text.find(" ", start + AFTER)
    last = len(text) if last < 0 else last
    return ("… " if first else "") + " ".join(text[first:last].split()) + (" …" if last < len(text) else "")


def _pieces(text: str, words: list[str]) -> Iterator[Piece]:
    done = 0
    for begin, end in _places(text, words):
        if begin > done:
            yield Piece(text[done:begin], False)
        yield Piece(text[begin:end], True)
        done = end
    if done < len(text):
        yield Piece(text[done:], False)


def _places(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words stand, each to the end of the word that it begins."""
    kept = [(place, sign) for place, letter in enumerate(text) if (sign := fold(letter))]
    folded = "".join(sign for _, sign in kept)
    longest_first = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    if not longest_first:
        return []
    places = [place for place, _ in kept] + [len(text)]
    found = re.finditer(rf"(?:(?<= )|^)(?:{longest_first})\w*", folded)
    return [(places[one.start()], places[one.end()]) for one in found]
