"""The named checks: each takes the rows of a plan and gives its warnings."""

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.aggregation import check_shares, level
from plans.completeness.contradictions import differing_numbers, list_and_headings, opposite_targets
from plans.completeness.finding import Finding, of_activity, of_objective, of_plan
from plans.completeness.rows import Rows
from plans.completeness.terms import (
    period_differs,
    period_unread,
    term_differs,
    term_length,
    title_years_differ,
)
from plans.models import Note
from plans.models.activity import Responsibility

Check = Callable[[Rows], Iterator[Finding]]
Role = Responsibility.Role
ROLE_LISTS = {Role.LEAD, Role.CO_LEAD, Role.PARTICIPANT}


def missing_lead(rows: Rows) -> Iterator[Finding]:
    """An objective without a lead on a level where others have one; a plan that names others but no lead (P22)."""
    if rows.roles["plan", None] & ROLE_LISTS and Role.LEAD not in rows.roles["plan", None]:
        yield of_plan("missing_lead", _("The plan has co-leads or participants, but no lead."))
    led = {row.level_id for row in rows.objectives if Role.LEAD in rows.roles["objective", row.pk]}
    for row in rows.objectives:
        if row.level_id in led and Role.LEAD not in rows.roles["objective", row.pk]:
            text = _("%(code)s has no lead, while others of its level have one.")
            yield of_objective("missing_lead", row, text)


def missing_responsible(rows: Rows) -> Iterator[Finding]:
    """An activity for which nobody answers, neither itself nor an objective above it (G18, P20, P23)."""
    for row in rows.activities:
        places = [("activity", row.pk), *(("objective", key) for key in rows.above(row.objective_id))]
        if not any(rows.roles[place] for place in places):
            text = _("Nobody answers for %(code)s: neither it nor an objective above it names a party.")
            yield of_activity("missing_responsible", row, text)


def missing_indicator(rows: Rows) -> Iterator[Finding]:
    """An activity that no indicator or milestone measures, nor an objective above it as a whole (G18)."""
    for row in rows.activities:
        whole = rows.measured_whole & set(rows.above(row.objective_id))
        if not rows.indicators_of[row.pk] and not whole:
            yield of_activity(
                "missing_indicator", row, _("%(code)s has neither an indicator nor a milestone.")
            )


def missing_period(rows: Rows) -> Iterator[Finding]:
    """An activity without dates, and without words from which they could be read (G18)."""
    for row in rows.activities:
        if row.start is None and not row.period_printed.strip():
            yield of_activity("missing_period", row, _("%(code)s has no period."))


def shares_odd(rows: Rows) -> Iterator[Finding]:
    """Programmed percentages that do not fit the reading of the plan or of the row (T3)."""
    for row in rows.activities:
        reading = row.share_reading or rows.plan.share_reading
        programmed = [share.programmed for share in rows.shares_of.get(row.pk, [])]
        odd = check_shares(programmed, reading)
        if odd:
            shares = " + ".join(_plain(share) for share in programmed if share is not None)
            total = _plain(level(programmed, reading))
            seen = f"{reading}: {shares}"
            yield of_activity("shares_odd", row, _share_sentence(odd), seen, shares=shares, total=total)


def _share_sentence(odd: list[str]) -> str:
    if "reads_as_running" in odd:
        return _("%(code)s: %(shares)s%% do not sum to 100%%; read as a running level they would fit.")
    if "reads_as_part" in odd:
        return _("%(code)s: %(shares)s%% is no rising level up to 100%%; read as parts they would fit.")
    if {"sum_below", "sum_above"} & set(odd):
        return _("%(code)s: the programmed parts %(shares)s sum to %(total)s%%, not to 100%%.")
    if "level_falls" in odd:
        return _("%(code)s: the programmed level falls in the course of %(shares)s%%.")
    if {"level_short", "level_over"} & set(odd):
        return _("%(code)s: the programmed level ends at %(total)s%%, not at 100%%.")
    return _("%(code)s: a programmed percentage lies outside 0 to 100: %(shares)s.")


def _plain(number: Decimal | None) -> str:
    return "–" if number is None else format(number.normalize(), "f")


def dates_outside(rows: Rows) -> Iterator[Finding]:
    """An activity that begins before its plan or ends after it (P19): allowed, and to be seen."""
    plan = rows.plan
    for row in rows.activities:
        if row.start is None or row.end is None or (row.start >= plan.start and row.end <= plan.end):
            continue
        seen = (row.start, row.end, plan.start, plan.end)
        text = _("%(code)s begins before the plan does.")
        if row.start >= plan.start:
            text = _("%(code)s ends after the plan does.")
        elif row.end > plan.end:
            text = _("%(code)s begins before the plan does and ends after it.")
        yield of_activity("dates_outside", row, text, " ".join(map(str, seen)))


def code_twice(rows: Rows) -> Iterator[Finding]:
    """A code that two activities, or two objectives of one level, carry (P8): identity is the id."""
    text = _("The code %(code)s stands more than once.")
    codes = Counter(row.code for row in rows.activities if row.code)
    for row in rows.activities:
        if (number := codes[row.code]) > 1:
            yield of_activity("code_twice", row, text, f"{row.code} × {number}")
    above = Counter((row.level_id, row.code) for row in rows.objectives if row.code)
    for objective in rows.objectives:
        if (number := above[objective.level_id, objective.code]) > 1:
            yield of_objective("code_twice", objective, text, f"{objective.code} × {number}")


def noted(rows: Rows) -> Iterator[Finding]:
    """What was found in the document and is still to be seen: its notes that nobody has settled (law 2)."""
    for note in rows.notes:
        if note.action != Note.Action.SURFACE or note.settled_on or note.kind == "declared":
            continue
        on_row = note.objective_id or note.activity_id
        place = f"{note.place}: " if note.place and not on_row else ""
        text = note.found or note.reading
        yield Finding(
            f"noted:note:{note.pk}", "noted", note.objective_id, note.activity_id, place + text, note.key
        )


CHECKS: list[Check] = [
    missing_lead,
    missing_responsible,
    missing_indicator,
    missing_period,
    period_unread,
    period_differs,
    dates_outside,
    shares_odd,
    code_twice,
    opposite_targets,
    differing_numbers,
    list_and_headings,
    term_differs,
    term_length,
    title_years_differ,
    noted,
]
MISSING = ("missing_lead", "missing_responsible", "missing_indicator", "missing_period")
"""The kinds that say that something has not been given yet; the others say that what was given disagrees."""

KINDS = {
    "missing_lead": gettext_lazy("No lead"),
    "missing_responsible": gettext_lazy("Nobody answers for it"),
    "missing_indicator": gettext_lazy("No indicator or milestone"),
    "missing_period": gettext_lazy("No period"),
    "period_unread": gettext_lazy("Periods that were not understood"),
    "period_differs": gettext_lazy("Dates that differ from the printed period"),
    "dates_outside": gettext_lazy("Dates outside the plan"),
    "shares_odd": gettext_lazy("Percentages that do not fit their reading"),
    "code_twice": gettext_lazy("Codes that stand twice"),
    "opposite_targets": gettext_lazy("Targets that contradict each other"),
    "differing_numbers": gettext_lazy("Numbers that differ between the languages"),
    "list_and_headings": gettext_lazy("List of objectives and headings"),
    "term_differs": gettext_lazy("Term as printed and dates of the plan"),
    "term_length": gettext_lazy("Length of the term"),
    "title_years_differ": gettext_lazy("Years in the title and dates of the plan"),
    "noted": gettext_lazy("Found in the document"),
}
"""What each kind is called above its warnings."""
