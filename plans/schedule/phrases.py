"""The grammar of period expressions: from tokens to parts, each one stretch or one range (P18).

The codes of the tokens form a string, and each rule is a regular expression over that string: what it finds is
replaced by other tokens. The rules run once each, in order, so the time taken grows with the length of the text.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from plans.schedule.lexing import Convention, Item, Token, Unreadable, day_item, expand, full_year, month_item

MONTHS_OF = {"quarter": 3, "semester": 6, "four_months": 4, "two_months": 2}
Build = Callable[[list[Token], Convention], list[Token]]


@dataclass(frozen=True)
class Part:
    """One element of a list: a stretch, a range from first to last, or a stretch open at one end."""

    first: Item
    last: Item | None = None
    open_end: str | None = None

    @property
    def items(self) -> list[Item]:
        return [self.first] if self.last is None else [self.first, self.last]


def parse(tokens: Iterable[Token], convention: Convention) -> list[Part]:
    """The parts of the expression in the order printed. Raises Unreadable."""
    expanded = [new for token in tokens for new in expand(token, convention)]
    for pattern, build in RULES:
        expanded = _rewrite(expanded, pattern, build, convention)
    return list(_parts(expanded, convention))


def _rewrite(tokens: list[Token], pattern: re.Pattern[str], build: Build, how: Convention) -> list[Token]:
    rewritten: list[Token] = []
    position = 0
    for match in pattern.finditer(_codes(tokens)):
        rewritten += tokens[position : match.start()] + build(tokens[match.start() : match.end()], how)
        position = match.end()
    return rewritten + tokens[position:]


def _codes(tokens: list[Token]) -> str:
    return "".join(token.code for token in tokens)


def numbered(unit: str, number: int) -> Item:
    """The stretch of the calendar year with this number; -1 is the last. Raises Unreadable where there is none."""
    months = MONTHS_OF[unit]
    number = 12 // months if number == -1 else number
    if not 1 <= number <= 12 // months:
        raise Unreadable("impossible_date")
    kind = unit if unit in ("quarter", "semester") else "month"
    return Item(kind, months * (number - 1) + 1, months)


def _count_units(tokens: list[Token], how: Convention) -> list[Token]:
    """ "1er y 2do trimestre", "trimestres I-III", "año 2": every number takes the unit."""
    unit, is_plural = next(token.value for token in tokens if token.code == "w")
    is_count = tokens[-1].code == "w" and tokens[-2].code == "n"
    if is_count and (is_plural or unit in ("month", "year")):
        raise Unreadable("relative")
    return [_count_unit(token, unit) for token in tokens if token.code != "w"]


def _count_unit(token: Token, unit: str) -> Token:
    if token.code not in "on":
        return token
    number = int(token.value)
    return Token("u", (unit, number)) if unit in MONTHS_OF else Token("p", (unit, number))


def _whole_year(tokens: list[Token], how: Convention) -> list[Token]:
    return [Token("I", Item("year", year=tokens[-1].value, is_whole=True))]


def _days(tokens: list[Token], how: Convention) -> list[Token]:
    """ "15 y 16 de marzo", "March 15-20": every number takes the month."""
    month = next(token.value for token in tokens if token.code == "m")
    return [
        Token("d", day_item(None, month, int(token.value))) if token.code in "no" else token
        for token in tokens
        if token.code != "m"
    ]


def _dashed_day(tokens: list[Token], how: Convention) -> list[Token]:
    """ "31-dic-2025", as a spreadsheet prints it."""
    return _days([tokens[0], tokens[-1]], how)


def _day_or_year(tokens: list[Token], how: Convention) -> list[Token]:
    """ "oct-25" is October of 2025 or the 25th of October."""
    number = str(tokens[-1].value)
    if how.number_after_month == "day" and tokens[-1].code == "n":
        return _days([tokens[0], tokens[-1]], how)
    return [Token("I", replace(_stretch(tokens[0]), year=full_year(number)))]


def _short_year(tokens: list[Token], how: Convention) -> list[Token]:
    return [Token("I", _checked(replace(_stretch(tokens[0]), year=full_year(str(tokens[-1].value)))))]


def _with_year(tokens: list[Token], how: Convention) -> list[Token]:
    """A stretch with its year, printed before or after it; a year of the plan does as well."""
    ends = (tokens[0], tokens[-1])
    year = next(token for token in ends if token.code in "yp")
    stretch = _stretch(next(token for token in ends if token.code not in "yp"))
    if year.code == "y":
        dated = replace(stretch, year=year.value)
        return [Token("I", _checked(dated))]
    unit, number = year.value
    if unit != "year":
        raise Unreadable
    return [Token("I", replace(stretch, plan_year=number))]


def _month_of_year(tokens: list[Token], how: Convention) -> list[Token]:
    """ "Mes 3 de 2026" is March."""
    unit, number = tokens[0].value
    if unit != "month":
        raise Unreadable
    return [Token("I", month_item(tokens[-1].value, number))]


def _checked(item: Item) -> Item:
    return day_item(item.year, item.month, item.day) if item.day else item


def _finish(tokens: list[Token], how: Convention) -> list[Token]:
    return [Token("I", _stretch(tokens[0]))]


def _stretch(token: Token) -> Item:
    if isinstance(token.value, Item):
        return token.value
    if token.code == "m":
        return Item("month", token.value, 1)
    if token.code == "y":
        return Item("year", year=token.value)
    unit, number = token.value
    if token.code == "p":
        return Item(unit, plan_year=number) if unit == "year" else Item(unit, plan_month=number)
    return numbered(unit, number)


def _drop(tokens: list[Token], how: Convention) -> list[Token]:
    return tokens[1:]


def _name_of_unit(tokens: list[Token], how: Convention) -> list[Token]:
    """ "año 2025" and "mes de octubre" say no more than their number or name; "trimestre 2025" says too little."""
    if (
        tokens[0].value
        not in {"y": [("year", False), ("year", True)], "m": [("month", False)]}[tokens[1].code]
    ):
        raise Unreadable
    return tokens[1:]


_JOIN = "[-~&,/]"
# A chain of numbers is tried from its first number only, or a long row of numbers would take very long.
_NOT_IN_CHAIN = f"(?<![on]{_JOIN})"
RULES: list[tuple[re.Pattern[str], Build]] = [
    (re.compile(pattern), build)
    for pattern, build in [
        (rf"(?<!w){_NOT_IN_CHAIN}(?:[on]{_JOIN}{{1,2}})*[on]w", _count_units),
        (rf"w[no](?:{_JOIN}+[no](?!m))*(?!m)", _count_units),
        (r"w[ym]", _name_of_unit),
        (r"Ay", _whole_year),
        (r"A(?=[umdpI])", _drop),
        (r"m(?:(?:[no][-~&])*[no](?=,?y|[-~]mn,?y)|o)", _days),
        (r"n[/~]m(?=[/~](?:y|n(?!m))|$)", _dashed_day),
        (rf"(?<![/um])(?<!m~){_NOT_IN_CHAIN}(?:[no][-~&,]{{1,2}})+[no]m|[no]m", _days),
        (r"m[/~]?[nY]", _day_or_year),
        (r"u[/~,]?[nY]|d[/~]n|dY", _short_year),
        (r"[umd](?:,y(?![:~/]?[umd])|[/:~-]?y|,?p)", _with_year),
        (r"(?:y[:~/]?|p[,:~/]?)[umd]", _with_year),
        (r"p,?y", _month_of_year),
        (r"[umdyp]", _finish),
    ]
]


def _parts(tokens: list[Token], how: Convention) -> Iterable[Part]:
    """The tokens cut at their separators. Raises Unreadable where a separator has nothing at one side."""
    codes = _codes(tokens)
    if re.fullmatch("BI[&]I", codes):
        return [Part(_stretch(tokens[1]), _stretch(tokens[3]))]
    if re.fullmatch("UI|FI|F?IO", codes):
        item = _stretch(next(token for token in tokens if token.code == "I"))
        return [Part(item, open_end="before" if codes == "UI" else "after")]
    to, separator = ("[-~U/]", "[&,]") if how.slash_is_range else ("[-~U]", "[&,/]")
    part = f"(?:FI{to}I|I(?:{to}I)?)"
    if not re.fullmatch(f"{part}(?:(?:{separator}|,&){part})*", codes):
        raise Unreadable
    items = [_stretch(token) for token in tokens if token.code == "I"]
    lengths = [len(piece) for piece in re.findall("I+", re.sub(f"F|{to}", "", codes))]
    return _grouped(items, lengths)


def _grouped(items: list[Item], lengths: list[int]) -> Iterable[Part]:
    position = 0
    for length in lengths:
        first, last = items[position], items[position + length - 1]
        yield Part(first, last if length > 1 else None)
        position += length
