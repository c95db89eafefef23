"""Spans to text in the reader's language, such that `read_period` gives the same spans again."""

from collections.abc import Callable
from datetime import date

from plans.schedule.calendar import MONTHS_IN, Span, last_of_month
from plans.schedule.lexing import YEARS
from plans.schedule.reading import Schedule

MONTH_NAMES = {
    language: names.split()
    for language, names in {
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "en": "January February March April May June July August September October November December",
    }.items()
}
ORDINALS = ["", "1.er", "2.º", "3.er", "4.º"]
Name = Callable[[date, str], str]


def write_period(schedule: Schedule, language: str) -> str:
    """The spans of a schedule in Spanish ("es") or English ("en"); "" where there is none.

    Written in the unit of the schedule where all its days are whole units, otherwise in the largest one that fits
    each span. Raises ValueError for another language.
    """
    if language not in MONTH_NAMES:
        raise ValueError(f"periods cannot be written in {language!r}")
    units = _units(schedule)
    written = [_write_span(span, units, language) for span in schedule.spans]
    if len(set(map(_is_bare_year, written))) > 1:
        written = [_whole_year(text, language) for text in written]
    last_two = {"es": " y ", "en": " and "}[language].join(written[-2:])
    return ", ".join([*written[:-2], last_two] if last_two else [])


def _is_bare_year(text: str) -> bool:
    return text[:4].isdigit() and "-" not in text


def _whole_year(text: str, language: str) -> str:
    """Beside other units a year says that all of it is meant: "1.er semestre de 2022 y todo 2023"."""
    if not _is_bare_year(text):
        return text
    whole = {"es": "todo ", "en": "all of "}[language]
    return whole + text


def _write_span(span: Span, units: list[str], language: str) -> str:
    start, end = span
    if start.year not in YEARS or end.year not in YEARS:
        return start.isoformat() if start == end else f"{start.isoformat()} – {end.isoformat()}"
    unit = next((unit for unit in units if _is_whole(span, unit)), "day")
    return {
        "year": _years,
        "semester": _halves,
        "quarter": _quarters,
        "month": _months,
        "day": _days,
    }[unit](start, end, language)


def _units(schedule: Schedule) -> list[str]:
    """The units to try: the schedule's own, those of a mixed list, or for other days those that need no counting."""
    if schedule.kind in MONTHS_IN:
        return [schedule.kind, "month"]
    is_list = schedule.kind == "mixed" and len(schedule.spans) > 1
    return ["year", "semester", "quarter", "month"] if is_list else ["year", "month"]


def _is_whole(span: Span, unit: str) -> bool:
    start, end = span
    months = MONTHS_IN[unit]
    whole_months = start.day == 1 and end == last_of_month(end)
    return whole_months and (start.month - 1) % months == 0 and end.month % months == 0


def _years(start: date, end: date, language: str) -> str:
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"


def _range(start: date, end: date, name: Name, language: str) -> str:
    """A range whose year, where it is one, is written once."""
    if start.year == end.year:
        first, last = name(start, language), name(end, language)
        dash = " – " if " " in first else "–"
        named = first if first == last else f"{first}{dash}{last}"
        return _with_year(named, end, language)
    first, last = (_with_year(name(day, language), day, language) for day in (start, end))
    return f"{first} – {last}"


def _with_year(text: str, day: date, language: str) -> str:
    return f"{text} de {day.year}" if language == "es" else f"{text} {day.year}"


def _months(start: date, end: date, language: str) -> str:
    return _range(start, end, _month_name, language)


def _month_name(day: date, language: str) -> str:
    return MONTH_NAMES[language][day.month - 1]


def _quarters(start: date, end: date, language: str) -> str:
    if language == "en":
        return _range(start, end, lambda day, _: f"Q{_number(day, 3)}", language)
    return _numbered(start, end, "trimestre", 3)


def _halves(start: date, end: date, language: str) -> str:
    if language == "es":
        return _numbered(start, end, "semestre", 6)
    first, last = ("second half" if day.month > 6 else "first half" for day in (start, end))
    if start.year != end.year:
        return f"{first} of {start.year} – {last} of {end.year}"
    return f"{first if first == last else f'{first} – {last}'} of {end.year}"


def _numbered(start: date, end: date, unit: str, months: int) -> str:
    """ "1.er–3.er trimestre de 2025": within a year the unit is written once."""
    first, last = ORDINALS[_number(start, months)], ORDINALS[_number(end, months)]
    if start.year == end.year:
        return f"{first if first == last else f'{first}–{last}'} {unit} de {end.year}"
    return f"{first} {unit} de {start.year} – {last} {unit} de {end.year}"


def _number(day: date, months: int) -> int:
    return (day.month - 1) // months + 1


def _days(start: date, end: date, language: str) -> str:
    if (start.year, start.month) == (end.year, end.month) and start != end:
        days = f"{start.day}–{end.day}"
        return _with_year(f"{days}{_of(language)}{_month_name(start, language)}", end, language)
    return _range(start, end, _day_name, language)


def _day_name(day: date, language: str) -> str:
    return f"{day.day}{_of(language)}{_month_name(day, language)}"


def _of(language: str) -> str:
    return " de " if language == "es" else " "
