"""A text cut into the pieces that may each hold a target, folded, with what is no quantity masked. Pure."""

import re
import unicodedata
from dataclasses import dataclass

from plans.targets.numbers import NUMBER_WORDS, SPACES, read_number_words
from plans.targets.words import COMPARATORS, MONTHS, PREPOSITIONS

MASK_TIME, MASK_NAME = "§", "¤"

_MONTH = "|".join(MONTHS)
_YEAR = r"(?:19|20)[0-9]{2}"
_AFTER_YEAR = (
    r"(?=\s*(?:$|[,;:)\]/]|\.(?![0-9])|[-–—]|(?:y|e|o|a|and|or|to|con|with|por|by|en|in|para|for)(?!\w)))"
)
# Dates and years: "31/12/2025", "15 de marzo de 2026", "March 15", "2024-2025", "en 2025 y 2026".
_TIMES = re.compile(
    r"(?<![\w.,])(?:"
    r"[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{1,4}(?!\w)"
    rf"|[0-9]{{1,2}} (?:de )?(?:{_MONTH})(?: (?:de |del )?{_YEAR})?(?!\w)"
    rf"|(?:{_MONTH})(?: [0-9]{{1,2}}(?![0-9]))?(?:,? (?:de |del )?{_YEAR})?(?!\w)"
    rf"|{_YEAR} ?[-–—/] ?{_YEAR}(?!\w)"
    rf"|(?:en|in|de|del|desde|by|until|since|ano|anos|year|a|al|para|hasta|y|and|fines de"
    rf"|end of) {_YEAR}(?![0-9]){_AFTER_YEAR}"
    r")"
)
# Names that hold a figure: "4.a", "COVID-19", "T4", "20kg", "2.º". A multiplier may be glued to its number
# ("2M").
_NAMES = re.compile(
    r"(?<!\w)(?:"
    r"[0-9]+(?:\.[0-9]+)*\.[a-z](?!\w)"
    r"|[a-z]+-[0-9]+"
    r"|[a-z]\w*[0-9]\w*"
    r"|[0-9][0-9.,]*(?!(?:mm|m|k)(?!\w))[^\W0-9_]\w*"
    r"|[0-9]+\.?[ªº°]"
    r")"
)
_CODE = r"[a-z]\.[0-9]+\)|[a-z]\)|[0-9]{1,2}\)"
_AT_START = re.compile(rf"\s*(?:({_CODE}|[a-z]\.[0-9]+\.?|[0-9]{{1,2}}\.)\s+|[-–—•·*▪●]\s+|[•·*▪●]\s*)")
_INLINE = re.compile(rf"(?:^|(?<=\s))(?={_CODE}\s)|;")
_HANGING = re.compile(
    r"(?:^|\s)(?:"
    + "|".join(
        re.escape(w)
        for w in sorted({p for ps in COMPARATORS.values() for p in ps} | PREPOSITIONS, key=len, reverse=True)
    )
    + r")$"
)
_PER_CENT = re.compile(r"\bpor ciento?\b|\bper ?cent\b")
_SAID_TWICE = re.compile(rf"({NUMBER_WORDS})(\s*\(([0-9]+)\))|([0-9]+)(\s*\(({NUMBER_WORDS})\))")


@dataclass(frozen=True)
class Segment:
    """A piece of a text: as printed (white space as one space), folded letter for letter with masks, and its
    code ("a.1").
    """

    text: str
    folded: str
    code: str


def fold(text: str) -> str:
    """Lower case without accents, one character for one, so that places are those of the text."""
    return text.translate(_LETTERS)


class _Letters(dict[int, str]):
    """The folded letter of each letter, filled as letters are met."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = base if len(base) == 1 else chr(code)
        return self[code]


_LETTERS = _Letters()


def segments(text: str) -> list[Segment]:
    """Pieces at line breaks, semicolons and codes; a line that continues the one before is joined."""
    pieces = [piece for line in _lines(text) for piece in _INLINE.split(line)]
    return [segment for segment in map(_segment, pieces) if segment.text]


def _lines(text: str) -> list[str]:
    lines: list[str] = []
    for line in unicodedata.normalize("NFC", text).splitlines():
        if lines and line.strip() and _continues(lines[-1], line.strip()):
            lines[-1] += " " + line.strip()
        elif line.strip():
            lines.append(line.strip())
    return lines


def _continues(before: str, line: str) -> bool:
    if _AT_START.match(fold(line)):
        return False
    return line[0].islower() or _HANGING.search(fold(before)) is not None


def _segment(piece: str) -> Segment:
    start = _AT_START.match(fold(piece))
    code = (start[1] or "").rstrip(".)") if start else ""
    printed = re.sub(rf"(?:\s|[{SPACES}])+", " ", piece[start.end() if start else 0 :]).strip()
    return Segment(printed, _mask(fold(printed)), code)


def _mask(folded: str) -> str:
    """The fold with dates and names masked, "por ciento" as a sign and "dos (2)" said once; places do not
    move.
    """
    timeless = _TIMES.sub(lambda found: MASK_TIME * len(found[0]), folded)
    timeless = _PER_CENT.sub(lambda found: "%".rjust(len(found[0])), timeless)
    timeless = _SAID_TWICE.sub(_say_once, timeless)
    return _NAMES.sub(lambda found: MASK_NAME * len(found[0]), timeless)


def _say_once(found: re.Match[str]) -> str:
    """ "dos (2)" is one number; "dos (3)" is left as it is, and becomes a question."""
    words, digits = (found[1], found[3]) if found[1] else (found[6], found[4])
    first, again = (found[1], found[2]) if found[1] else (found[4], found[5])
    return first + " " * len(again) if read_number_words(words) == int(digits[:24]) else found[0]
