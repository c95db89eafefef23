"""What the columns of a plan's calendar are called in both languages (T14, T15). Pure."""

from plans.schedule.calendar import MONTHS_IN, Span, middle, nearby
from plans.schedule.writing import MONTH_NAMES

ORDINALS = {
    "es": ("primer", "segundo", "tercer", "cuarto"),
    "en": ("First", "Second", "Third", "Fourth"),
}
UNITS = {"quarter": {"es": "trimestre", "en": "quarter"}, "semester": {"es": "semestre", "en": "half-year"}}


def name_of(span: Span, unit: str, language: str) -> str:
    """What a column is called: "octubre de 2025", "First quarter of 2026"; empty where it is no calendar unit.

    A column cut or stretched by stray days at the plan's ends is called by the unit that its middle lies in.
    """
    central = middle(span)
    whole = nearby(central, unit)
    if abs((whole[0] - span[0]).days) > 7 or abs((whole[1] - span[1]).days) > 7:
        return ""
    if unit == "year":
        return str(central.year)
    joint = " de " if language == "es" else " "
    if unit == "month":
        return f"{MONTH_NAMES[language][central.month - 1]}{joint}{central.year}"
    ordinal = ORDINALS[language][(central.month - 1) // MONTHS_IN[unit]]
    joint = " de " if language == "es" else " of "
    return f"{ordinal} {UNITS[unit][language]}{joint}{central.year}"
