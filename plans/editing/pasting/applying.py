"""What was read and confirmed becomes activities, all of them or none."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from coalitions import membership, once
from coalitions.languages import store
from coalitions.membership import NewParty
from coalitions.models import Party, User
from coalitions.models.party import fold
from coalitions.refusal import Refused
from plans.editing import indicators, parties, periods
from plans.editing.indicators import IndicatorLine
from plans.editing.order import Tree
from plans.editing.parties import PartyLine
from plans.editing.pasting.reading import PastedRow, Reading
from plans.editing.turns import objective_of, say, turn
from plans.importing.apply.tree import is_only_possible
from plans.models import Activity, Objective, Plan, Result


def paste(
    plan: Plan, objective: int, reading: Reading, new: Collection[str], *, by: User, key: str = ""
) -> list[Activity]:
    """Write the rows as activities at the end of an objective; returns them. One entry in the log.

    `new` are the unknown names that somebody asked to add as parties; the others stay as printed only. Raises Refused
    where the reading has a problem or no row, AlreadySaved for a form that was sent before.
    """
    if reading.problems or not reading.rows:
        raise Refused(_("Nothing was written: please correct the rows first."))
    with turn(plan) as held:
        once.spend(key)
        above = objective_of(held, objective)
        made = _parties(held, reading, new, by)
        tree = Tree(held)
        rows = [_activity(held, above, row, made) for row in reading.rows]
        _append(tree, above, rows)
        for row, activity in zip(reading.rows, rows, strict=True):
            _hang_on(held, activity, row, made, by)
        say(held, "rows pasted", above, by, activities=[activity.pk for activity in rows])
    return rows


def _parties(plan: Plan, reading: Reading, new: Collection[str], by: User) -> dict[str, Party]:
    asked = [NewParty(name_es=name) for name in reading.unknown if name in new]
    added = membership.add_parties(plan.coalition, asked, by=by) if asked else []
    return {fold(str(party.name_es)): party for party in added}  # type: ignore[attr-defined]


def _activity(plan: Plan, above: Objective, row: PastedRow, made: dict[str, Party]) -> Activity:
    values = row.values
    activity = Activity(
        objective=above,
        code=values.get("code", ""),
        code_printed=values.get("code", ""),
        period_printed=values.get("period", ""),
        responsible_printed=values.get("responsible", ""),
        provenance={"pasted_row": row.number},
    )
    for name in ("title", "resources", "observations"):
        store(activity, name, {plan.language: values.get(name, "")})
    periods.put(activity, row.schedule.spans if row.schedule.understood else ())
    if text := values.get("result"):
        activity.result = Result(objective=above)
        store(activity.result, "text", {plan.language: text})
    return activity


def _append(tree: Tree, above: Objective, rows: list[Activity]) -> None:
    """Save the rows at the end of their objective, and make room for them where others follow."""
    siblings = tree.activities.setdefault(above.pk, [])
    before = max((row.position for row in siblings), default=0)
    for number, row in enumerate(rows, start=1):
        row.position = before + number
        if row.result is not None:
            row.result.position = len(siblings) + number
            row.result.save()
            row.result = row.result  # its key is known now
        row.save()
    siblings += rows
    tree.settle()


def _hang_on(plan: Plan, activity: Activity, row: PastedRow, made: dict[str, Party], by: User) -> None:
    agreed = not is_only_possible(plan.layout)
    lines = []
    for one in row.parties:
        party = one.party or made.get(fold(one.name))
        if party:
            lines.append(PartyLine(party.pk, "responsible", {plan.language: one.duty}, agreed))
    parties.apply(activity, lines, by)
    name, target = row.values.get("indicator", ""), row.values.get("target", "")
    if name or target:
        indicators.make(
            activity,
            plan,
            IndicatorLine(None, "indicator", {plan.language: name or target}, target, "latest"),
        )
    for text in row.values.get("milestones", "").splitlines():
        if text.strip():
            indicators.make(
                activity, plan, IndicatorLine(None, "milestone", {plan.language: text.strip()}, "", "latest")
            )
