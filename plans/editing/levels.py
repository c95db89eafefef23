"""The depths of a plan: its own names for objectives, and how deep it goes (P6)."""

from django.utils.translation import gettext as _

from coalitions.refusal import Refused
from plans.models import Level, Plan

BELOW_OBJECTIVES = ("activity", "milestone")


def objective_levels(plan: Plan) -> list[Level]:
    """The levels that name objectives, outermost first: those above the activity's."""
    return [level for level in plan.levels.order_by("depth") if level.key not in BELOW_OBJECTIVES]


def level_at(plan: Plan, depth: int) -> Level | None:
    """The level of objectives at a depth (1 is the outermost); None in a plan that names no levels at all.

    Raises Refused for a depth that the plan has no name for.
    """
    levels = objective_levels(plan)
    if not levels:
        return None
    if depth > len(levels):
        raise Refused(
            _(
                "This plan has objectives of {number} depths only. Please add a level to the plan first."
            ).format(number=len(levels))
        )
    return levels[depth - 1]
