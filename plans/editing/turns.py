"""One plan is changed by one person at a time, for as long as a transaction takes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from coalitions import audit, versions
from coalitions.models import User
from coalitions.refusal import Refused
from plans.models import Activity, Objective, Plan, Round


@contextmanager
def turn(plan: Plan) -> Iterator[Plan]:
    """A transaction that holds the plan: a row of it that is read inside is nobody's old copy (S-B1).

    The plan's row is locked on PostgreSQL, without hindering rows that point at it; BEGIN IMMEDIATE does on SQLite.
    """
    with transaction.atomic():
        held = Plan.objects.select_related("coalition").select_for_update(of=("self",), no_key=True)
        yield held.get(pk=plan.pk)


def hold_round(report_pk: int) -> None:
    """Hold the round of a report until the transaction ends, so that nothing comes in while it is being closed.

    Taken before the report's own lock, and after the plan's turn where that is taken too.
    """
    list(Round.objects.select_for_update(of=("self",), no_key=True).filter(reports=report_pk))


def activity_of(plan: Plan, pk: int, version: int | None = None) -> Activity:
    """The plan's activity as it stands now. Raises Stale where it is at another version, Refused where it is gone."""
    rows = Activity.objects.select_related("objective", "result")
    return _row(rows.filter(plan=plan), pk, version)


def objective_of(plan: Plan, pk: int, version: int | None = None) -> Objective:
    """The plan's objective as it stands now; raises as `activity_of` does."""
    return _row(Objective.objects.filter(plan=plan), pk, version)


def _row(rows: QuerySet[Any], pk: int, version: int | None) -> Any:
    try:
        return versions.lock(rows, pk, version)
    except rows.model.DoesNotExist:
        raise Refused(
            _("This row is not in the plan any more: it was removed meanwhile. Nothing was changed.")
        ) from None


def touch(rows: Iterable[Any]) -> None:
    """Raise the version of rows that show something which was just changed elsewhere (law 8)."""
    for row in rows:
        versions.save(row)


def say(plan: Plan, act: str, row: Any, by: User | None, **change: Any) -> None:
    """The one entry of an act in the coalition's log; `change` in keys and numbers, not in names."""
    audit.record(plan.coalition, act, actor=by, obj=row, change=change)
