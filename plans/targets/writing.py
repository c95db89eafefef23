"""Targets written in words, and a value held against one. Pure.

Comparators are words, never signs ("al menos 3"); numbers take the language's form (look of the product)."""

from decimal import Decimal

from plans.targets.numbers import write_number
from plans.targets.words import CURRENCIES

_COMPARATORS = {
    "es": {">=": "al menos", "<=": "como máximo", "=": ""},
    "en": {">=": "at least", "<=": "at most", "=": ""},
}
_PERIODS = {
    "es": {
        "year": "al año",
        "semester": "al semestre",
        "quarter": "al trimestre",
        "month": "al mes",
        "week": "a la semana",
    },
    "en": {
        "year": "a year",
        "semester": "per half-year",
        "quarter": "a quarter",
        "month": "a month",
        "week": "a week",
    },
}
_PERIOD_NOUNS = {
    "es": {"year": "año", "semester": "semestre", "quarter": "trimestre", "month": "mes", "week": "semana"},
    "en": {"year": "year", "semester": "half-year", "quarter": "quarter", "month": "month", "week": "week"},
}
_CODES = frozenset(CURRENCIES.values())


def write_target(
    comparator: str | None, number: Decimal | int | None, unit: str | None, per: str | None, language: str
) -> str:
    """ "al menos 3 reuniones al año", "at least 3 meetings a year"; "sí", "yes" for done; empty where there
    is no target to write. Unit and per are written as they stand, so the caller gives them in that language;
    periods are put into it.
    """
    language = language if language in _COMPARATORS else "es"
    if comparator == "done":
        return "sí" if language == "es" else "yes"
    if number is None or comparator not in _COMPARATORS[language]:
        return ""
    quantity = _quantity(write_number(Decimal(number), language), unit, language)
    return " ".join(filter(None, [_COMPARATORS[language][comparator], quantity, write_per(per, language)]))


def _quantity(number: str, unit: str | None, language: str) -> str:
    if unit == "%":
        return f"{number}%" if language == "en" else f"{number}\u00a0%"
    if unit in _CODES and language == "en":
        return f"{unit} {number}"
    return f"{number} {unit}" if unit else number


def write_per(per: str | None, language: str) -> str:
    """ "al año", "por operación", "por ciudad y año"; empty for None."""
    if not per:
        return ""
    if per in _PERIODS[language]:
        return _PERIODS[language][per]
    nouns = [_PERIOD_NOUNS[language].get(part, part) for part in per.split("/")]
    return ("por " if language == "es" else "per ") + (" y " if language == "es" else " and ").join(nouns)


def standing(comparator: str | None, number: Decimal | None, value: Decimal | None) -> str | None:
    """ "met", "below" or "above" the target; None when value or target is unknown. Three of exactly two is
    above, which a reader must be able to tell from a shortfall. A thing to be done is met at 1 (a milestone
    reached is 1).
    """
    if value is None or not value.is_finite():
        return None
    if comparator == "done":
        return "met" if value >= 1 else "below"
    if number is None or not number.is_finite() or comparator not in {">=", "<=", "="}:
        return None
    if value == number or (comparator == ">=" and value > number) or (comparator == "<=" and value < number):
        return "met"
    return "below" if value < number else "above"


def is_met(comparator: str | None, number: Decimal | None, value: Decimal | None) -> bool | None:
    """Whether a value meets a target; None (not False) when value or target is unknown. "=" is exactly (P15):
    see `standing`.
    """
    found = standing(comparator, number, value)
    return None if found is None else found == "met"
