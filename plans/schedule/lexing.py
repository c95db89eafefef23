"""From the text of a cell to tokens, each with a one-letter code; `phrases` reads the string of the codes.

Codes: m month name, u quarter or other numbered unit, w bare unit word, n number of one or two digits, o ordinal,
y year, Y year of two digits, p year or month of the plan, d day of a month, I finished item, x two numbers with a
slash, - to, ~ the same written without spaces, / slash, "," comma, & and, | or, : colon, F from, U until, O onwards,
B between, A all of, ? not understood.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from plans.schedule.calendar import Span
from plans.schedule.words import PHRASES, WORDS

# Years that a work plan may name; any other number of four digits is not taken for a year.
YEARS = range(1900, 2200)


class Unreadable(Exception):
    """The text, or one way to read it, has no meaning as a period; the note is the message key that says why."""

    def __init__(self, note: str = "not_understood", proposals: Sequence[Span] = ()) -> None:
        super().__init__(note)
        self.note = note
        self.proposals = [[span] for span in proposals]


@dataclass(frozen=True)
class Convention:
    """One way to read what can be read in several; the defaults are what is usual in the region."""

    date_order: str = "dmy"
    pair: str = "my"
    number_after_month: str = "year"
    two_years: bool = False  # or the half of one
    slash_is_range: bool = False
    unit_repeats: bool = False
    same_year: bool = False
    year_is_first: bool = False
    own_units: str | None = None
    counts_from_calendar: bool = False


@dataclass(frozen=True)
class Item:
    """One named stretch: a run of months, or a day; year None where the text names none.

    One that is counted from the plan's start has its number in plan_year or plan_month and, once placed, its span.
    """

    kind: str
    month: int = 1
    months: int = 12
    day: int | None = None
    year: int | None = None
    plan_year: int | None = None
    plan_month: int | None = None
    is_whole: bool = False
    span: Span | None = None


@dataclass(frozen=True)
class Token:
    code: str
    value: Any = None


# Told from the article "des" by its accent alone, so before the accents go.
_FROM_IN_FRENCH = re.compile("\\bd(?:\u00e8|e\u0300)s\\b", re.IGNORECASE)
_LONG_DASHES = "\u2212\u2043\u02d7\u2500\u2014\u2015\u2192\u00ad"
_LETTER_UNITS = {
    "t": "quarter",
    "q": "quarter",
    "s": "semester",
    "h": "semester",
    "m": "plan_month",
    "y": "plan_year",
}

_TOKEN = re.compile(
    r"(?P<iso>(?<![0-9/.-])[0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2}(?![0-9a-z]|[-/.][0-9]))"
    r"|(?P<dmy>(?<![0-9/.])(?<!(?<![0-9]{4})-)(?:[0-9]{1,2} ?/ ?[0-9]{1,2} ?/ ?"
    r"|[0-9]{1,2}-[0-9]{1,2}-|[0-9]{1,2}\.[0-9]{1,2}\.)"
    r"(?:[0-9]{4}|[0-9]{2})(?![0-9a-z]))"
    r"|(?P<my>(?<![0-9/.])(?<!(?<![0-9]{4})-)[0-9]{1,2}[/.-][0-9]{4}(?![0-9a-z/]))"
    r"|(?P<ym>(?<![0-9/.-])[0-9]{4}(?:[/-][0-9]{1,2}|\.[0-9]{2})(?![0-9a-z/]|[ .]?(?:de|of|[oa°]|er)\b))"
    r"|(?P<pair>(?<![0-9a-z/.-])[0-9]{1,2}/[0-9]{1,2}(?![0-9a-z/]))"
    r"|(?P<number_unit>(?<![0-9a-z])[0-9]{1,2} ?(?:er|[oa°])? ?[tqsh](?![a-z]))"
    r"|(?P<unit_number>(?<![0-9a-z])(?:[tqsh] ?-?|[my])[0-9]{1,2}(?![0-9a-z]))"
    r"|(?P<roman_unit>(?<![0-9a-z])(?:ii|iii|iv|i(?= )) ?[t](?![0-9a-z]))"
    r"|(?P<ordinal>(?<![0-9a-z])[0-9]{1,2}\.?(?:er|ro|ra|do|da|to|ta|st|nd|rd|th|eme|e|[oa°])(?![0-9a-z]))"
    r"|(?P<short_year>'[0-9]{2}(?![0-9a-z]))"
    r"|(?P<year>(?<![0-9])[0-9]{4}(?![0-9a-z]))"
    r"|(?P<number>(?<![0-9])[0-9]{1,2}(?![0-9a-z]))"
    r"|(?P<onward>ONWARD)"
    r"|(?P<word>[dl]'|[a-z]+)"
    r"|(?P<dash> ?-+>? ?)|(?P<mark>[/,;:&+])|(?P<skip>[ .()]+)|(?P<unknown>.)",
    re.DOTALL,
)


def fold(text: str) -> str:
    """Lower case without accents, one kind of dash, apostrophe and space; marks of footnotes become a "?"."""
    text = _FROM_IN_FRENCH.sub(" desde ", text)
    text = "".join(_plain(char) for char in text)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    text = " ".join(text.casefold().split())
    for pattern, replacement in PHRASES:
        text = pattern.sub(replacement, text)
    return " ".join(text.split())


def _plain(char: str) -> str:
    if unicodedata.category(char) == "Pd" or char in _LONG_DASHES:
        return "-"
    if char in "\u2018\u2019\u02bc\u00b4`\u2032":
        return "'"
    if unicodedata.decomposition(char).startswith("<super>") and char.isdigit():
        return "?"
    return "" if unicodedata.category(char) == "Cf" else char


def lex(folded: str) -> list[Token]:
    """The tokens of a folded text; words without meaning for a period are left out, unknown ones have code "?"."""
    found = (token for match in _TOKEN.finditer(folded) for token in _tokens(match))
    return [token for token in found if token.code]


def _tokens(match: re.Match[str]) -> list[Token]:
    group, text = match.lastgroup or "unknown", match.group()
    if group == "word":
        code, value = WORDS.get(text, ("?", text))
        return [Token(code, value)]
    if group == "mark":
        return [Token({";": "&", "+": "&"}.get(text, text))]
    if group == "dash":
        return [Token("-" if " " in text else "~")]
    if group in ("number_unit", "unit_number", "roman_unit"):
        return [_letter_unit(text)]
    return [_number(group, text)]


def _number(group: str, text: str) -> Token:
    if group == "ym":
        return Token(group, (text[:4], text[5:], text[4]))
    if group in ("iso", "dmy", "my", "pair"):
        return Token({"pair": "x"}.get(group, group), tuple(re.findall("[0-9]+", text)))
    if group == "year":
        return Token("y", int(text)) if int(text) in YEARS else Token("?", text)
    if group == "ordinal":
        return Token("o", int(re.findall("[0-9]+", text)[0]))
    simple = {"number": "n", "short_year": "Y", "onward": "O", "skip": ""}
    return Token(simple.get(group, "?"), text.strip("' "))


def _letter_unit(text: str) -> Token:
    letter = (
        next(char for char in text[::-1] if char in _LETTER_UNITS) if text[-1] in _LETTER_UNITS else text[0]
    )
    digits = re.findall("[0-9]+", text)
    count = int(digits[0]) if digits else {"i": 1, "ii": 2, "iii": 3, "iv": 4}[text[:-1].strip()]
    kind = _LETTER_UNITS[letter]
    if kind in ("plan_month", "plan_year"):
        return Token("p", (kind.removeprefix("plan_"), count))
    return Token("u", (kind, count))


def expand(token: Token, convention: Convention) -> list[Token]:
    """The numeric dates of a text under one convention. Raises Unreadable for a day or month that does not exist."""
    if token.code == "iso":
        year, month, day = (int(number) for number in token.value)
        return [Token("I", day_item(year, month, day))]
    if token.code == "dmy":
        return [Token("I", _numeric_day(token.value, convention.date_order))]
    if token.code == "my":
        month, year = (int(number) for number in token.value)
        return [Token("I", month_item(year, month))]
    if token.code == "ym":
        return _year_and_number(token.value, convention)
    if token.code == "x":
        return [Token("I", _pair(token.value[0], token.value[1], convention.pair))]
    return [token]


def day_item(year: int | None, month: int, day: int) -> Item:
    """Raises Unreadable where no year, or not the year given, has such a day."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        raise Unreadable("impossible_date") from None
    return Item("day", month, 0, day, year)


def month_item(year: int | None, month: int) -> Item:
    if not 1 <= month <= 12 or (year is not None and year not in YEARS):
        raise Unreadable("impossible_date")
    return Item("month", month, 1, year=year)


def full_year(digits: str) -> int:
    """A year of two digits, in this century unless that is more than half a century away from any plan."""
    if len(digits) != 2:
        raise Unreadable
    return 2000 + int(digits) if int(digits) < 80 else 1900 + int(digits)


def _numeric_day(numbers: tuple[str, ...], order: str) -> Item:
    named = dict(zip(order, numbers, strict=True))
    year = int(named["y"]) if len(named["y"]) == 4 else full_year(named["y"])
    return day_item(year, int(named["m"]), int(named["d"]))


def _year_and_number(value: tuple[str, str, str], how: Convention) -> list[Token]:
    """ "2025-10" is a month, "2025-26" two years, "2010-12" can be either, "2025-2" a month or a half-year."""
    year, number, sign = value
    if how.two_years and number in ("1", "2"):
        return [Token("y", int(year)), Token("u", ("semester", int(number)))]
    second = int(year[:2] + number) if len(number) == 2 else 0
    if second > int(year) and (how.two_years or int(number) > 12) and int(year) in YEARS:
        return [Token("y", int(year)), Token("/" if sign == "/" else "-"), Token("y", second)]
    if how.two_years:
        raise Unreadable
    return [Token("I", month_item(int(year), int(number)))]


def _pair(first: str, second: str, reading: str) -> Item:
    if reading == "my":
        return month_item(full_year(second), int(first))
    day, month = (first, second) if reading == "dm" else (second, first)
    return day_item(None, int(month), int(day))
