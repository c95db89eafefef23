"""Phrases of a report: days, periods, rules and states in words. Call under the report's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plans.models import Acceptance, Indicator, Period
from plans.schedule import Schedule, Span, middle, write_period

SHORT = {"quarter": (3, {"es": "T", "en": "Q"}), "semester": (6, {"es": "S", "en": "H"})}


def day_in_words(day: date) -> str:
    """ "15 de marzo de 2026", "15 March 2026"."""
    return date_format(day, "DATE_FORMAT")


def period_name(period: Period, text: str, language: str) -> str:
    """A period's own name, or its dates in words where it has none."""
    return text or write_period(Schedule(((period.start, period.end),), period.unit, True), language)


def spans_in_words(spans: Sequence[Span], language: str) -> str:
    """When something lasts, in the largest units that fit; empty where nothing is known."""
    return write_period(Schedule(tuple(spans), None, True), language)


def column_name(span: Span, unit: str, language: str) -> str:
    """The short name over a column: "Oct", "T3", "S1", "2026"; its months where it is no calendar unit."""
    day = middle(span)
    if unit == "month":
        return _month(day)
    if unit == "year":
        years = f"{span[0].year}–{span[1].year}"
        return str(day.year) if _is_calendar_unit(span, 12) else years
    months, letters = SHORT[unit]
    if _is_calendar_unit(span, months):
        return f"{letters[language]}{(day.month - 1) // months + 1}"
    first, last = _month(span[0]), _month(span[1])
    return first if first == last else f"{first}–{last}"


def _month(day: date) -> str:
    return date_format(day, "M").rstrip(".").capitalize()


def _is_calendar_unit(span: Span, months: int) -> bool:
    """Whether a span lies in one unit of the calendar, but for a few stray days (P2)."""
    day = middle(span)
    first = (day.month - 1) // months * months + 1
    return all(first <= edge.month < first + months and edge.year == day.year for edge in _inner(span))


def _inner(span: Span) -> Span:
    stray = 7
    start = date.fromordinal(min(span[0].toordinal() + stray, span[1].toordinal()))
    end = date.fromordinal(max(span[1].toordinal() - stray, span[0].toordinal()))
    return start, end


def milestone_state(state: str) -> str:
    return {
        "reached": pgettext("milestone", "reached"),
        "not_reached": pgettext("milestone", "not reached yet"),
        "not_reported": pgettext("milestone", "not reported"),
    }[state]


def status_meaning(status: str) -> str:
    """What a mark says, for the key of marks."""
    return {
        "completed": _("It was reported as done, or as executed in full."),
        "in_progress": _("It was reported as under way, or as executed in part."),
        "unfinished": _("The source says that it was not finished, and not whether it had begun."),
        "not_started": _("It was reported as not begun, or nothing of it as executed."),
        "suspended": _("Halted by a decision; it may resume."),
        "cancelled": _("It will not be done, by a decision."),
        "late": _("Its period has ended and it was reported as not finished."),
        "not_reported": _("There is no report. It does not mean zero."),
    }[status]


def marks_of(accepted: Acceptance) -> Iterator[str]:
    """How a report came to count, where it was not by two people; never who gave the answer (law 6)."""
    if accepted.channel:
        yield {
            "mail": _("answered by mail, entered by the Secretariat"),
            "telephone": _("answered by telephone, entered by the Secretariat"),
            "meeting": _("answered in a meeting, entered by the Secretariat"),
            "other": _("answered in another way, entered by the Secretariat"),
        }[accepted.channel]
    if accepted.correction:
        yield _("corrected in the review")
    if accepted.alone:
        yield _("entered and accepted by one person")


def rule_word(rule: str) -> str:
    """How the values of an indicator combine."""
    return str(Indicator.Rule(rule).label)


def share_warning(key: str) -> str:
    """What is odd about the programmed percentages of an activity (T3)."""
    return {
        "sum_below": _("what is programmed adds up to less than 100%"),
        "sum_above": _("what is programmed adds up to more than 100%"),
        "level_falls": _("the programmed level goes down"),
        "level_short": _("the programmed level does not reach 100%"),
        "level_over": _("the programmed level passes 100%"),
        "above_100": _("one percentage is above 100%"),
        "below_0": _("one percentage is below 0%"),
        "reads_as_running": _("it fits a running level"),
        "reads_as_part": _("it fits parts of the whole"),
        "fits_neither": _("it fits neither reading"),
    }[key]
