"""Heads of calendar columns: "Oct", "T1", "Año 2020", "S2/2022", a date (T2, T14, T15). Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from plans.importing.grids import Cell
from plans.importing.recognise.words import fold, squeezed
from plans.schedule.calendar import Span, month_span, month_start
from plans.schedule.words import MONTHS_BY_NUMBER

MONTHS = {word: number for number, words in MONTHS_BY_NUMBER.items() for word in words.split()}
_NO_DAY = re.compile(r"(?:\d\d/)?\d{4}")
_LETTERS = "efmamjjasond"
_YEAR = re.compile(
    r"(?:(?:ano|year|annee|gestion|ejercicio|exercice|meta|target|cible|en|in)\s*:?\s*)?((?:19|20)\d\d)"
)
_NTH = r"(?P<n>[1-9]\d?|i{1,3}|iv|primer|segundo|tercer|cuarto|first|second|third|fourth)"
_UNITS = {
    "quarter": r"(?:t|q|trim\.?|trimestre|quarter|qtr)",
    "semester": r"(?:s|sem\.?|semestre|semester|half|h)",
    "week": r"(?:semana|week|semaine|w|sm|sem\.?|s)",
    "fortnight": r"(?:quincena|quinzena|quinzaine|fortnight)",
    "month": r"(?:mes|month|mois|m)",
    "year": r"(?:ano|year|annee|an)",
}
_OF_YEAR = r"(?:\s*[-/ ]\s*(?:de |of |du )?'?(?P<year>(?:20)?\d\d))?"
_NTH_FIRST = _NTH.replace("?P<n>", "?P<m>") + r"\.?\s*(?:[°ºoªa]|er|do|ro|to|st|nd|rd|th)?"
_NUMBERED = {
    unit: re.compile(rf"(?:{word}\s*[-.]?\s*{_NTH}|{_NTH_FIRST}\s*{word}){_OF_YEAR}")
    for unit, word in _UNITS.items()
}
_ORDINAL = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4, "first": 1,
            "second": 2, "third": 3, "fourth": 4}  # fmt: skip
_MAY_BE_TIME = re.compile("\\d|" + "|".join(sorted({word[:3] for word in MONTHS} | set(_ORDINAL))))
_MOST = {"fortnight": 2, "quarter": 4, "semester": 2, "week": 53, "month": 36, "year": 5}
LENGTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}


@dataclass(frozen=True)
class Time:
    """What the head of a column says of time: a unit with its number (the calendar's, from 1), a year, or both.

    ordinal: the number counts from the start of the plan ("Mes 1", "Año 2"), not of the year. week, half: of a month,
    from 1. day: the first of a week that a date heads.
    """

    unit: str
    number: int = 0
    year: int | None = None
    ordinal: bool = False
    week: int = 0
    half: int = 0
    day: date | None = None

    @property
    def is_year(self) -> bool:
        return self.unit == "year" and self.year is not None


def time_of(cell: Cell) -> Time | None:
    """The time that the head of a column names, None where it names none."""
    if isinstance(cell.value, date):
        if cell.text == str(cell.value.year):
            return Time("year", year=cell.value.year)
        return Time("month", cell.value.month, cell.value.year)
    return time_in(cell.text)


def day_of(cell: Cell | None) -> date | None:
    """The day that a cell holds; None where it has none, or shows a month or a year only."""
    value = cell.value if cell is not None else None
    if cell is None or not isinstance(value, date) or _NO_DAY.fullmatch(cell.text):
        return None
    return value.date() if isinstance(value, datetime) else value


@lru_cache(maxsize=20_000)
def time_in(text: str) -> Time | None:
    """As `time_of`, of a text."""
    folded = fold(text).strip(" .:()")
    if not folded or len(folded) > 30 or not _MAY_BE_TIME.search(folded):
        return None
    if found := _YEAR.fullmatch(folded):
        return Time("year", year=int(found[1]))
    return _month(folded) or next(filter(None, (_numbered(unit, folded) for unit in _NUMBERED)), None)


def _month(folded: str) -> Time | None:
    parts = [part for part in re.split(r"[\s\-/.'’]+|\bde\b|\bdel\b|\bof\b", folded) if part]
    if not parts or len(parts) > 2 or (number := MONTHS.get(squeezed(parts[0]))) is None:
        return None
    if len(parts) == 1:
        return Time("month", number)
    if not re.fullmatch(r"(?:20)?\d\d", parts[1]):
        return None
    return Time("month", number, int(parts[1]) % 100 + 2000)


def _numbered(unit: str, folded: str) -> Time | None:
    found = _NUMBERED[unit].fullmatch(folded)
    if found is None:
        return None
    printed = found["n"] or found["m"]
    number = _ORDINAL.get(printed) or int(printed) if printed in _ORDINAL or printed.isdigit() else 0
    if not 1 <= number <= _MOST[unit]:
        return None
    year = int(found["year"]) % 100 + 2000 if found["year"] else None
    return Time(unit, number, year, ordinal=unit in {"year", "month", "week"})


def of_letters(cells: Sequence[Cell]) -> list[Time] | None:
    """Twelve or more columns headed by one letter each: the months from whichever they begin with (E F M A …)."""
    letters = "".join(fold(cell.text) for cell in cells)
    if len(letters) != len(cells) or len(letters) < 6:
        return None
    for start in range(12):
        for turned in (_LETTERS, _LETTERS.replace("e", "j", 1), "jfmamjjasond"):
            if (turned * 4)[start:].startswith(letters):
                return [Time("month", (start + place) % 12 + 1) for place in range(len(letters))]
    return None


def combined(times: Sequence[Time]) -> Time | None:
    """One time of those in the heads above each other: the year of one, the month of another, the week of a third."""
    finer = [one for one in times if not one.is_year]
    years = [one.year for one in times if one.year is not None]
    if not finer:
        return times[-1] if times else None
    halves = [one.number for one in finer if one.unit == "fortnight"]
    finer = [one for one in finer if one.unit != "fortnight"]
    months = [one for one in finer if one.unit == "month"] or [one for one in finer if one.unit != "week"]
    if not months:
        return finer[-1] if finer else None
    # "S1" below a month is its first week, above it a half-year.
    below = finer[finer.index(months[-1]) + 1 :] if months[-1].unit == "month" else []
    week = next(
        (one.number for one in finer if one.unit == "week" or (one in below and one.unit == "semester")), 0
    )
    year = years[0] if years else None
    return replace(
        months[-1], year=year, ordinal=months[-1].ordinal and year is None, week=week, half=sum(halves)
    )


def dated(times: Sequence[Time | None], start: date | None, end: date | None) -> list[Span | None]:
    """The days of each column in order; a year that is not printed follows from the plan's dates where only one fits.

    Months that run on past December go into the next year. None where the year stays unknown.
    """
    return [None if one is None else _span(one, start) for one in _with_years(times, start, end)]


def _with_years(times: Sequence[Time | None], start: date | None, end: date | None) -> Iterator[Time | None]:
    year = _first_year(times, start, end)
    before = 0
    for one in times:
        if one is None or one.ordinal or one.unit == "year":
            yield one
        elif one.year is not None:
            year, before = one.year, one.number
            yield one
        else:
            if year is not None and one.number < before:
                year += 1
            before = one.number
            yield replace(one, year=year)


def _first_year(times: Sequence[Time | None], start: date | None, end: date | None) -> int | None:
    """The year of the first column that has none: the one in which most of the run lies within the plan."""
    run = [one for one in times if one and not one.ordinal and one.unit in LENGTHS and one.unit != "year"]
    if start is None or end is None or not run or run[0].year is not None:
        return None
    months = len(run) * LENGTHS[run[0].unit]
    fits = []
    for year in range(start.year - 1, end.year + 2):
        first = month_start(year, (run[0].number - 1) * LENGTHS[run[0].unit] + 1)
        last = month_span(first.year, first.month, months)[1]
        inside = (min(last, end) - max(first, start)).days
        fits.append((inside, -year))
    best = max(fits)
    # Two years in which the columns lie in the plan as well: nobody can say which is meant.
    return -best[1] if best[0] > 0 and sum(inside >= best[0] - 31 for inside, _ in fits) == 1 else None


def _span(one: Time, start: date | None) -> Span | None:
    if one.day is not None:
        return one.day, one.day + timedelta(days=6)
    if one.ordinal and one.unit in LENGTHS:
        if start is None:
            return None
        months = LENGTHS[one.unit]
        return month_span(start.year, start.month + (one.number - 1) * months, months)
    if one.year is None or one.unit not in LENGTHS:
        return None
    months = LENGTHS[one.unit]
    first, last = month_span(one.year, (max(one.number, 1) - 1) * months + 1, months)
    if one.half and one.unit == "month":
        middle = first.replace(day=15)
        return (first, middle) if one.half == 1 else (middle + timedelta(days=1), last)
    if one.week and one.unit == "month":
        # Four columns a month: the fourth has what is left of it.
        monday = first.replace(day=min(7 * one.week - 6, 22))
        return monday, last if one.week >= 4 else monday.replace(day=7 * one.week)
    return first, last
