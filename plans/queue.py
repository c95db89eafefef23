"""The queue of a plan's reports: what was sent, what waits first, narrowed by filters (T7, T9, G20).

A report that is asked or being written is its party's own: it stands in no queue. The order is that of sending, never
of what anybody achieved (law 11).
"""

from collections.abc import Mapping, Sequence

from django.db.models import Case, F, Q, QuerySet, Value, When

from plans.models import Plan, ProgressReport

State = ProgressReport.State
SENT = (State.SUBMITTED, State.RETURNED, State.ACCEPTED)


def waits_in(path: str = "") -> Q:
    """What waits for the Secretariat: sent, or accepted while its party objects; `path` leads to the reports."""
    at = f"{path}__" if path else ""
    objected = Q(**{f"{at}state": State.ACCEPTED}) & ~Q(**{f"{at}objection": ""})
    return Q(**{f"{at}state": State.SUBMITTED}) | objected


WAITING = waits_in()
# A line holds the activities of the objectives below it: a tree has at most three.
LINE = ("activity__objective", "activity__objective__parent", "activity__objective__parent__parent")


def sent(plan: Plan) -> QuerySet[ProgressReport]:
    """The reports of a plan that were sent at some time, what waits first, the earliest sent before the others."""
    rows = ProgressReport.objects.filter(round__plan=plan, state__in=SENT)
    place = Case(When(WAITING, then=Value(0)), When(state=State.RETURNED, then=Value(1)), default=Value(2))
    related = ("round__period", "activity", "party", "submitted_by")
    ordered = rows.annotate(place=place).order_by(
        "place", F("submitted_at").asc(nulls_last=True), "activity__position", "party__position", "pk"
    )
    return ordered.select_related(*related)


def select(plan: Plan, wanted: Mapping[str, str]) -> QuerySet[ProgressReport]:
    """Those that are as `wanted` (the names and values of the filters)."""
    rows = sent(plan)
    if round := wanted.get("round"):
        rows = rows.filter(round=int(round))
    if party := wanted.get("party"):
        rows = rows.filter(party=int(party))
    if line := wanted.get("line"):
        below = Q()
        for path in LINE:
            below |= Q(**{path: int(line)})
        rows = rows.filter(below)
    if state := wanted.get("state"):
        rows = rows.filter(WAITING if state == "waiting" else Q(state=state))
    if wanted.get("behalf"):
        rows = rows.exclude(channel="")
    if wanted.get("objection"):
        rows = rows.exclude(objection="")
    return rows


def waiting(plan: Plan, wanted: Mapping[str, str]) -> QuerySet[ProgressReport]:
    """Of these, what waits for the Secretariat."""
    return select(plan, wanted).filter(WAITING)


def after(report: ProgressReport, rows: Sequence[ProgressReport]) -> ProgressReport | None:
    """Of those that wait, the one after this report, else the first."""
    keys = [row.pk for row in rows]
    place = keys.index(report.pk) + 1 if report.pk in keys else 0
    return next((row for row in [*rows[place:], *rows[:place]] if row.pk != report.pk), None)
