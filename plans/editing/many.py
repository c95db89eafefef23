"""Several activities at once: a party, dates moved, a status. All of them or none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from coalitions import versions
from coalitions.models import User
from coalitions.refusal import Refused
from plans.editing import parties, periods
from plans.editing.parties import PartyLine
from plans.editing.turns import say, turn
from plans.models import Activity, Plan, Responsibility
from plans.schedule import Schedule, write_period

Chosen = Mapping[int, int]
"""Keys of activities, each with the version that was seen when it was chosen."""


class StaleRows(Exception):
    """Some of the chosen rows were changed since they were seen; nothing was done. `rows` are as they stand now."""

    def __init__(self, rows: list[Activity]) -> None:
        super().__init__(f"{len(rows)} rows are at another version")
        self.rows = rows


@dataclass(frozen=True)
class Outcome:
    """How many rows an act changed, and how many it left as they were."""

    changed: int
    left: int


def set_party(plan: Plan, chosen: Chosen, line: PartyLine, *, replace: bool, by: User) -> Outcome:
    """Give the rows a responsible party, beside those they have or instead of them."""

    def act(row: Activity, _held: Plan) -> bool:
        there = [] if replace else [_as_line(one) for one in row.responsibilities.all()]
        if (line.party, line.role) in {(one.party, one.role) for one in there}:
            return False
        return parties.apply(row, [*there, line], by)

    return _each(plan, chosen, "parties", act, by)


def set_status(plan: Plan, chosen: Chosen, status: str | None, on: date | None, *, by: User) -> Outcome:
    """Give the rows a status as of a day; None is "not reported", without a day (law 1)."""

    def act(row: Activity, _held: Plan) -> bool:
        wanted = (status, on if status else None)
        if (row.status, row.status_on) == wanted:
            return False
        row.status, row.status_on = wanted
        return True

    return _each(plan, chosen, "status", act, by)


def shift(plan: Plan, chosen: Chosen, *, months: int, days: int, by: User) -> Outcome:
    """Move the dates of the rows; the expression is written anew in the plan's language, the former is in the history.

    Rows without dates are left as they are. Raises Refused for days outside the calendar.
    """

    def act(row: Activity, held: Plan) -> bool:
        spans = periods.spans_of(row)
        if not spans or not (months or days):
            return False
        try:
            later = tuple(periods.shifted(span, months, days) for span in spans)
        except (ValueError, OverflowError):
            raise Refused(_("These dates would lie outside the calendar; nothing was changed.")) from None
        kind = periods.read(held, row.period_printed).kind
        periods.put(row, later)
        row.period_printed = write_period(Schedule(later, kind, understood=True), held.language)
        return True

    return _each(plan, chosen, "dates", act, by)


def _each(plan: Plan, chosen: Chosen, part: str, act: Callable[[Activity, Plan], bool], by: User) -> Outcome:
    with turn(plan) as held:
        rows = list(
            Activity.objects.filter(plan=held, pk__in=chosen).select_for_update(of=("self",)).order_by("pk")
        )
        if len(rows) < len(chosen):
            raise Refused(_("Some of these rows are not in the plan any more. Nothing was changed."))
        stale = [row for row in rows if row.version != chosen[row.pk]]
        if stale:
            raise StaleRows(stale)
        changed = [row for row in rows if act(row, held)]
        for row in changed:
            versions.save(row)
        if changed:
            say(held, "activities changed", held, by, part=part, rows=[row.pk for row in changed])
    return Outcome(len(changed), len(rows) - len(changed))


def _as_line(held: Responsibility) -> PartyLine:
    duty = {"es": held.duty_es or "", "en": held.duty_en or ""}  # type: ignore[attr-defined]
    return PartyLine(held.party_id, held.role, duty, held.agreed)
