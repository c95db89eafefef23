"""Numbers as people write them, in Spanish and English: digits with their separators, and words. Pure.

The same print can be two numbers: "1.200" is one thousand two hundred in Bogotá and one and a fifth in Mexico
City, and both are Spanish. So the language of a text does not settle it; only a second number in the same
text, or the caller who knows who wrote it, does.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

SPACES = " \u00a0\u2009\u202f"
DIGITS = rf"[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?(?![0-9])|[0-9]+(?:[.,'’][0-9]+)*"
_SPACED = re.compile(rf"[0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,'’])[0-9]{3})(?:\1[0-9]{3})*")

# No target has more figures; longer runs are account or telephone numbers, and would pass the precision of
# Decimal.
_LONGEST = 24

_UNITS = {
    "cero": 0, "zero": 0, "un": 1, "uno": 1, "una": 1, "one": 1, "dos": 2, "two": 2, "tres": 3, "three": 3,
    "cuatro": 4, "four": 4, "cinco": 5, "five": 5, "seis": 6, "six": 6, "siete": 7, "seven": 7, "ocho": 8,
    "eight": 8, "nueve": 9, "nine": 9,
}  # fmt: skip
_TEENS = {
    "diez": 10, "ten": 10, "once": 11, "eleven": 11, "doce": 12, "twelve": 12, "trece": 13, "thirteen": 13,
    "catorce": 14, "fourteen": 14, "quince": 15, "fifteen": 15, "dieciseis": 16, "sixteen": 16,
    "diecisiete": 17, "seventeen": 17, "dieciocho": 18, "eighteen": 18, "diecinueve": 19, "nineteen": 19,
    "veintiun": 21, "veintiuno": 21, "veintiuna": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24,
    "veinticinco": 25, "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
}  # fmt: skip
_TENS = {
    "veinte": 20, "twenty": 20, "treinta": 30, "thirty": 30, "cuarenta": 40, "forty": 40, "cincuenta": 50,
    "fifty": 50, "sesenta": 60, "sixty": 60, "setenta": 70, "seventy": 70, "ochenta": 80, "eighty": 80,
    "noventa": 90, "ninety": 90,
}  # fmt: skip
_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas":
    300, "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos":
    600, "seiscientas": 600, "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800,
    "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_THOUSANDS = {"mil", "thousand"}
_WORDS = {**_UNITS, **_TEENS, **_TENS, **_HUNDREDS, "hundred": 100, "mil": 1000, "thousand": 1000}
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
NUMBER_WORDS = rf"\b(?:{_WORD})\b(?:(?:\s+|-|\s+y\s+|\s+and\s+)(?:{_WORD})\b){{0,12}}"
ARTICLES = frozenset({"un", "una", "uno", "one", "a", "an"})

MULTIPLIERS: dict[str, int] = {
    "mm": 10**6, "m": 10**6, "k": 10**3, "mil": 10**3, "thousand": 10**3, "millon": 10**6, "millones":
    10**6, "million": 10**6, "millions": 10**6, "mill.": 10**6, "docena": 12, "docenas": 12, "dozen": 12,
    "dozens": 12,
}  # fmt: skip
LETTER_MULTIPLIERS = frozenset({"mm", "m", "k"})
DECIMAL_MARKS = {"es": ",", "en": ".", "pt": ",", "fr": ","}


@dataclass(frozen=True)
class NumberReading:
    """A number as printed. `values`: none (not a number), one, or the two that it may be, thousands first."""

    text: str
    values: tuple[Decimal, ...] = ()

    @property
    def value(self) -> Decimal | None:
        return self.values[0] if len(self.values) == 1 else None


def read_number(text: str, decimal_mark: str | None = None) -> NumberReading:
    """A number in digits. `decimal_mark` ("," or ".") settles "1.200" and "1,200", which are else two
    numbers. Never raises.
    """
    printed = text.strip()
    if len(printed) > _LONGEST:
        return NumberReading(text)
    if re.fullmatch(r"[0-9]+", printed):
        return NumberReading(text, (Decimal(printed),))
    if _SPACED.fullmatch(printed):
        return NumberReading(text, (Decimal(re.sub(rf"[{SPACES}]", "", printed).replace(",", ".")),))
    if not re.fullmatch(r"[0-9]+(?:[.,'’][0-9]+)+", printed):
        return NumberReading(text)
    return NumberReading(text, _separated(printed, decimal_mark))


def _separated(printed: str, decimal_mark: str | None) -> tuple[Decimal, ...]:
    whole, mark, part = re.fullmatch(r"(.*)([.,'’])([0-9]+)", printed, re.S).groups()  # type: ignore[union-attr]
    grouped = _GROUPED.fullmatch(printed)
    if (grouped and printed.count(mark) > 1) or (grouped and mark in "'’"):
        return (Decimal(re.sub(r"[.,'’]", "", printed)),)
    if grouped:
        thousands, decimal = Decimal(whole + part), Decimal(f"{whole}.{part}")
        if decimal_mark is None:
            return (thousands, decimal)
        return (decimal,) if mark == decimal_mark else (thousands,)
    if mark in "'’" or mark in whole:
        return ()
    if whole.isdigit() or _GROUPED.fullmatch(whole):
        return (Decimal(re.sub(r"[.,'’]", "", whole) + "." + part),)
    return ()


def decimal_mark_of(text: str) -> str | None:
    """The decimal mark that the sure numbers of a text agree on; None where none tells or they disagree."""
    marks = {
        mark
        for found in re.finditer(r"(?<![\w.,])[0-9]+(?:[.,][0-9]+)+(?![\w])", text)
        for mark in _mark(found[0])
    }
    return marks.pop() if len(marks) == 1 else None


def _mark(printed: str) -> set[str]:
    """ "1,5" says that the comma is decimal; "1.200.000" says that the point is not; "1.200" says nothing."""
    values = read_number(printed).values
    if len(values) != 1:
        return set()
    last = re.findall(r"[.,]", printed)[-1]
    grouped = _GROUPED.fullmatch(printed) is not None
    return {{".": ",", ",": "."}[last]} if grouped else {last}


def read_number_words(folded: str) -> Decimal | None:
    """A number in words ("treinta y cinco", "twenty-five", "dos mil"), folded; None where the words do not
    make one number.
    """
    words = [word for word in re.split(r"[\s-]+", folded.strip()) if word not in {"y", "and"}]
    if not words or any(word not in _WORDS for word in words):
        return None
    cut = next((i for i, word in enumerate(words) if word in _THOUSANDS), None)
    if cut is None:
        return _below_thousand(words)
    before = _below_thousand(words[:cut]) if cut else Decimal(1)
    after = _below_thousand(words[cut + 1 :]) if words[cut + 1 :] else Decimal(0)
    return before * 1000 + after if before and after is not None else None


def _below_thousand(words: list[str]) -> Decimal | None:
    """Hundreds, tens, units, each at most once and in this order: "dos tres" is two numbers, not five."""
    total, room = 0, 1000
    for place, word in enumerate(words):
        if word == "hundred":
            if place != 1 or words[0] not in _UNITS:
                return None
            total, room = total * 100, 100
            continue
        value = _WORDS[word]
        if value >= room or (value == 0 and len(words) > 1) or word in _THOUSANDS:
            return None
        total += value
        room = 100 if word in _HUNDREDS else 10 if word in _TENS else 1
    return Decimal(total)


def write_number(number: Decimal, language: str) -> str:
    """The number in the language's form: "1.200,5" in Spanish, "1,200.5" in English; no zeros beyond the last
    figure.
    """
    if not number.is_finite():
        return str(number)
    whole, _, part = format(abs(number), "f").partition(".")
    group = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", whole)
    part = part.rstrip("0")
    english = ("−" if number < 0 else "") + group + (f".{part}" if part else "")
    return english if language == "en" else english.translate(str.maketrans(",.", ".,"))
