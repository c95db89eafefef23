"""The numbers of a segment, each with the comparator and currency before it and the multiplier after it.
Pure.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from plans.targets.numbers import (
    ARTICLES,
    DIGITS,
    LETTER_MULTIPLIERS,
    MULTIPLIERS,
    NUMBER_WORDS,
    read_number,
    read_number_words,
)
from plans.targets.segments import Segment
from plans.targets.tails import any_of
from plans.targets.words import COMPARATORS, CURRENCIES

_KINDS = {phrase: kind for kind, phrases in COMPARATORS.items() for phrase in phrases}
_KINDS |= {phrase + "l": kind for phrase, kind in _KINDS.items() if phrase.endswith(" de")}
_COMPARATOR = any_of(list(_KINDS))
_MULTIPLIER = "|".join(re.escape(word) for word in sorted(MULTIPLIERS, key=len, reverse=True))
_CURRENCY = any_of(list(CURRENCIES))
_HEAD = re.compile(
    rf"(?:(?P<comparator>{_COMPARATOR})\s*:?\s*(?:(?:de|of|el|la|los|las|the)\s+){{0,2}}"
    rf"(?:(?:un|una|a)\s+(?=[0-9]))?)?"
    rf"(?:(?P<currency>{_CURRENCY})\s*)?"
    rf"(?P<sign>(?<![\w)%])[-−+])?"
    rf"(?:(?<![\w.,])(?P<digits>{DIGITS})|(?P<words>{NUMBER_WORDS})|(?P<letter>\ban?\b))"
    rf"(?P<multiplier>(?:\s*(?:{_MULTIPLIER})(?!\w)){{1,3}})?(?!\w)"
)
_HANGING = re.compile(rf"(?:{_COMPARATOR})\s*$")
_STARTS = re.compile(r"(?:^|[,.;:(+]|(?<!\w)(?:y|e|and|o|or|u))\s*$")
_DOUBTS = {">": "strict", "<": "strict", "~": "approximate"}


@dataclass(frozen=True)
class Head:
    """A number in its place. `kind` is a comparator or ">", "<", "~"; `values` as in NumberReading;
    `explicit`: a comparator is printed; `article`: "un", "una", "one" alone; `hanging`: a second comparator
    stands before; `lead`: "entre", "de" where they open a pair.
    """

    start: int
    end: int
    kind: str
    phrase: str
    values: tuple[Decimal, ...]
    explicit: bool
    article: bool
    multiplied: bool
    letter_factor: int
    currency: str | None
    hanging: bool
    lead: str
    doubt: str | None

    @property
    def value(self) -> Decimal | None:
        return self.values[0] if len(self.values) == 1 else None


def find_heads(segment: Segment, decimal_mark: str | None) -> list[Head]:
    """Every number of a segment that may be a quantity, in order; an article in running text, or a name
    ("Día Residuo Cero"), is none."""
    return [
        _head(segment, found, decimal_mark)
        for found in _HEAD.finditer(segment.folded)
        if _is_quantity(segment, found)
    ]


def _is_quantity(segment: Segment, found: re.Match[str]) -> bool:
    if found["letter"]:
        return found["comparator"] is not None
    if found["words"] and found["words"] in ARTICLES and not found["comparator"] and not found["multiplier"]:
        return _STARTS.search(_before(segment, found)) is not None
    capital = found["words"] and not found["comparator"] and segment.text[found.start("words")].isupper()
    return not capital or _STARTS.search(_before(segment, found)) is not None


def _head(segment: Segment, found: re.Match[str], decimal_mark: str | None) -> Head:
    factor, letter_factor, end = _multiplier(segment, found)
    values = tuple(value * factor for value in _values(found, decimal_mark))
    phrase = found["comparator"] or ""
    kind = _KINDS.get(phrase, "=")
    before = _before(segment, found)
    lead = re.search(r"(?<!\w)(entre|between|de|from|desde|del)\s*$", before)
    return Head(
        start=found.start(), end=end, kind=kind, phrase=phrase, values=values, explicit=bool(phrase),
        article=(found["words"] or "") in ARTICLES and factor == 1, multiplied=factor != 1,
        letter_factor=letter_factor,
        currency=CURRENCIES[found["currency"]] if found["currency"] else None,
        hanging=_HANGING.search(before) is not None, lead=lead[1] if lead else "",
        doubt=_doubt(segment, found, kind, values, letter_factor > 1),
    )  # fmt: skip


def _before(segment: Segment, found: re.Match[str]) -> str:
    """The words before a number, as many as a comparator may have."""
    return segment.folded[max(0, found.start() - 40) : found.start()]


def _values(found: re.Match[str], decimal_mark: str | None) -> tuple[Decimal, ...]:
    if found["letter"]:
        return (Decimal(1),)
    if found["digits"]:
        return read_number(found["digits"], decimal_mark).values
    value = read_number_words(found["words"])
    return () if value is None else (value,)


def _multiplier(segment: Segment, found: re.Match[str]) -> tuple[int, int, int]:
    """(factor, factor of a doubtful letter, end of the head). "M" is a million beside a currency; "m" is
    metres; "M" alone is asked.
    """
    printed = (found["multiplier"] or "").split()
    if not printed:
        return 1, 1, found.end()
    letters = [word for word in printed if word in LETTER_MULTIPLIERS]
    if not letters:
        return prod(MULTIPLIERS[word] for word in printed), 1, found.end()
    start = found.start("multiplier")
    spelled = segment.text[start : found.end("multiplier")].strip()
    money = found["currency"] or re.match(
        rf"\s*(?:{_CURRENCY})", segment.folded[found.end() : found.end() + 10]
    )
    if spelled in {"M", "MM", "K", "k"} and money:
        return MULTIPLIERS[printed[0]], 1, found.end()
    return 1, 1 if spelled == "m" and not money else MULTIPLIERS[letters[0]], start


def _doubt(
    segment: Segment, found: re.Match[str], kind: str, values: tuple[Decimal, ...], letters: bool
) -> str | None:
    if not values:
        return "unclear"
    if len(values) > 1:
        return "ambiguous_number"
    if found["sign"]:
        return "change" if found["sign"] == "+" else "negative"
    if letters:
        return "multiplier"
    after = segment.text[found.end() :].lstrip()
    if (
        "." in (found["digits"] or "")
        and not kind.strip("=")
        and found.start() == 0
        and after[:1].isupper()
        and values[0] < 100
    ):
        return "identifier"
    return _DOUBTS.get(kind)
