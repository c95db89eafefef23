"""Expressions of time against the dates that are stored (P2, P4, P18): periods, the term, years in the title."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coalitions.languages import stored
from plans.completeness.finding import Finding, of_activity, of_plan
from plans.completeness.rows import Rows
from plans.models import Activity, Plan
from plans.schedule import Schedule, envelope, read_period

# The same words recur in a plan and from page to page; reading is pure.
read = lru_cache(maxsize=4096)(read_period)

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LENGTHS = re.compile(
    r"\b(?P<number>un|one|dos|two|tres|three|cuatro|four|[1-9])\s+(?:años?|years?)\b"
    r"|\b(?P<pair>bienio|biennium|bienal|biennial)\b|\b(?P<single>anual|annual)\b",
    re.IGNORECASE,
)
NUMBERS = {"un": 1, "one": 1, "dos": 2, "two": 2, "tres": 3, "three": 3, "cuatro": 4, "four": 4}


def period_unread(rows: Rows) -> Iterator[Finding]:
    """An activity whose printed period gave no dates (P18)."""
    for row in rows.activities:
        if row.start is None and row.period_printed.strip():
            text = _("The period “%(printed)s” of %(code)s was not understood.")
            printed = row.period_printed
            yield of_activity("period_unread", row, text, printed, printed=_line(printed))


def period_differs(rows: Rows) -> Iterator[Finding]:
    """An activity whose dates are none of those that its printed period can mean (P18, law 2)."""
    for row in rows.activities:
        if row.start is None or row.end is None or not row.period_printed.strip():
            continue
        meant = _meanings(read(row.period_printed, rows.plan.start, rows.plan.end))
        if meant and (row.start, row.end) not in meant:
            words = _(
                "The period of %(code)s is printed as “%(printed)s”, but its dates are %(start)s to %(end)s."
            )
            seen = f"{row.period_printed} {row.start} {row.end}"
            yield of_activity("period_differs", row, words, seen, **_values(row.period_printed, row))


def term_differs(rows: Rows) -> Iterator[Finding]:
    """The plan's dates are none that its printed term can mean (P2, P4)."""
    plan = rows.plan
    meant = term_meanings(plan)
    if meant and (plan.start, plan.end) not in meant:
        words = _("The term is printed as “%(printed)s”, but the plan runs from %(start)s to %(end)s.")
        yield of_plan("term_differs", words, _seen(plan), **_values(plan.term_printed, plan))


def term_length(rows: Rows) -> Iterator[Finding]:
    """The plan is not as long as its printed term says: "un año" of 367 days (P2)."""
    plan = rows.plan
    years = stated_years(plan.term_printed)
    if years and plan.end != _after(plan.start, years):
        days = (plan.end - plan.start).days + 1
        words = _("The term is printed as “%(printed)s”, but from %(start)s to %(end)s are %(days)d days.")
        yield of_plan("term_length", words, _seen(plan), days=days, **_values(plan.term_printed, plan))


def term_meanings(plan: Plan) -> set[tuple[date, date]]:
    """What the printed term can mean, as (first day, last day); empty where it was not understood."""
    return _meanings(read(plan.term_printed, plan.start, plan.end))


def stated_years(text: str) -> int | None:
    """How many years a term says that it lasts ("un año", "bienio"); None where it does not say."""
    found = LENGTHS.search(text)
    if not found:
        return None
    if found["number"]:
        number = found["number"].lower()
        return NUMBERS.get(number) or int(number)
    return 2 if found["pair"] else 1


def title_years_differ(rows: Rows) -> Iterator[Finding]:
    """The years that a title names, as it is kept or as it is printed, are not those of the plan (P4)."""
    plan = rows.plan
    kept = plan.provenance.get("plan", {})
    own_titles = [stored(plan, "title", code) for code in ("es", "en")]
    titles = [*own_titles, kept.get("title_as_printed"), *kept.get("titles_as_printed", [])]
    own = (plan.start.year, plan.end.year)
    for title in dict.fromkeys(title for title in titles if title):
        years = [int(year) for year in YEAR.findall(title)]
        if years and (min(years), max(years)) != own:
            words = _("A title names other years than the plan’s dates, %(start)s to %(end)s: “%(printed)s”.")
            yield of_plan("title_years_differ", words, f"{title} {own}", **_values(title, plan))
            return


def _seen(plan: Plan) -> str:
    return f"{plan.term_printed} {plan.start} {plan.end}"


def _after(start: date, years: int) -> date:
    """The last day of so many years from a day on."""
    year = min(start.year + years, date.max.year)
    leap = (start.month, start.day) == (2, 29)
    return (date(year, 3, 1) if leap else start.replace(year=year)) - timedelta(days=1)


def _meanings(schedule: Schedule) -> set[tuple[date, date]]:
    read_as = [schedule.spans, *schedule.alternatives]
    return {days for days in map(envelope, read_as) if days}


def _values(printed: str, row: Activity | Plan) -> dict[str, str]:
    """What a sentence says of a printed expression and of the dates beside it."""
    dates = {"start": row.start, "end": row.end}
    return {"printed": _line(printed)} | {name: date_format(day) for name, day in dates.items() if day}


def _line(text: str) -> str:
    return " ".join(text.split())
