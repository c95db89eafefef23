"""Rows change their place: up and down, to another objective, in and out (P6, P8). Codes stay as they are written."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from coalitions import versions
from coalitions.models import User
from coalitions.refusal import Refused
from plans.editing.indicators import of_activity
from plans.editing.levels import level_at
from plans.editing.order import Tree
from plans.editing.results import sharing
from plans.editing.turns import activity_of, objective_of, say, turn
from plans.models import Activity, Objective, Plan

UP, DOWN = -1, 1


def move_activity(plan: Plan, pk: int, step: int, *, by: User) -> Activity:
    """Move an activity one place up or down; beyond the edge of its objective it goes into the next one.

    At the end of the plan nothing is changed. Raises Refused as `move_to` does.
    """
    with turn(plan) as held:
        tree, row = Tree(held), activity_of(held, pk)
        siblings = tree.activities[row.objective_id]
        here = siblings.index(row)
        if 0 <= here + step < len(siblings):
            siblings.insert(here + step, siblings.pop(here))
        else:
            lines = list(tree.walk())
            there = lines.index(row.objective) + step
            if not 0 <= there < len(lines):
                return row
            _into(tree, row, lines[there], len(tree.activities.get(lines[there].pk, [])) if step == UP else 0)
        tree.settle()
        say(held, "activity moved", row, by, objective=row.objective_id)
    return row


def move_to(plan: Plan, pk: int, objective: int, *, version: int | None, by: User) -> Activity:
    """Move an activity to the end of another objective of its plan.

    Its own result and indicators go along; a shared result is copied. Raises Refused where it shares an indicator
    with an activity that stays: that would be counted twice, or no longer for one of them.
    """
    with turn(plan) as held:
        tree, row = Tree(held), activity_of(held, pk, version)
        target = objective_of(held, objective)
        if target.pk != row.objective_id:
            _into(tree, row, target, len(tree.activities.get(target.pk, [])))
            tree.settle()
            say(held, "activity moved", row, by, objective=target.pk)
    return row


def _into(tree: Tree, row: Activity, target: Objective, index: int) -> None:
    indicators = of_activity(row)
    shared = next((one for one in indicators if one.activities.count() > 1), None)
    if shared:
        raise Refused(
            _(
                "It shares the indicator “{name}” with another activity of its objective. Please separate it first, "
                "then move the row."
            ).format(name=shared.name)
        )
    siblings = tree.activities[row.objective_id]
    siblings.pop(siblings.index(row))
    row.objective = target
    _take_result_along(row)
    for one in indicators:
        one.objective = target
        one.save()
    tree.activities.setdefault(target.pk, []).insert(index, row)
    versions.save(row)


def _take_result_along(row: Activity) -> None:
    if row.result is None:
        return
    if sharing(row.result, row):
        row.result.pk = None
        row.result._state.adding = True
    row.result.objective = row.objective
    row.result.save()
    row.result = row.result  # its key is new where it is a copy


def move_objective(plan: Plan, pk: int, step: int, *, by: User) -> Objective:
    """Move an objective with all that is in it one place up or down among those beside it; at the edge nothing."""
    with _objective(plan, pk) as (held, tree, row):
        siblings = tree.children[row.parent_id]
        here = siblings.index(row)
        if 0 <= here + step < len(siblings):
            siblings.insert(here + step, siblings.pop(here))
            tree.settle()
            say(held, "objective moved", row, by)
    return row


def indent(plan: Plan, pk: int, *, by: User) -> Objective:
    """Put an objective into the one before it. Raises Refused for the first one, and below the deepest level."""
    with _objective(plan, pk) as (held, tree, row):
        siblings = tree.children[row.parent_id]
        here = siblings.index(row)
        if not here:
            raise Refused(_("There is no objective before it that it could belong to."))
        _hang(tree, row, siblings[here - 1].pk, len(tree.children.get(siblings[here - 1].pk, [])))
        say(held, "objective moved", row, by, parent=row.parent_id)
    return row


def outdent(plan: Plan, pk: int, *, by: User) -> Objective:
    """Put an objective behind the one that it is in. Raises Refused for an outermost one."""
    with _objective(plan, pk) as (held, tree, row):
        if row.parent_id is None:
            raise Refused(_("It is at the outermost level already."))
        parent = tree.objectives[row.parent_id]
        _hang(tree, row, parent.parent_id, tree.children[parent.parent_id].index(parent) + 1)
        say(held, "objective moved", row, by, parent=row.parent_id)
    return row


@contextmanager
def _objective(plan: Plan, pk: int) -> Iterator[tuple[Plan, Tree, Objective]]:
    with turn(plan) as held:
        tree = Tree(held)
        yield held, tree, tree.objectives[objective_of(held, pk).pk]


def _hang(tree: Tree, row: Objective, parent: int | None, index: int) -> None:
    """Give an objective another parent; it and all within it take the names of their new depths."""
    tree.children[row.parent_id].remove(row)
    row.parent_id = parent
    tree.children.setdefault(parent, []).insert(index, row)
    for one in tree.subtree(row):
        one.level = level_at(tree.plan, tree.depth(one))
        versions.save(one)
    tree.settle()
