"""Who may do what with a plan: small named predicates, beside `visible_to` for lists."""

from datetime import date

from coalitions.models import User
from coalitions.permissions import is_secretariat
from plans.models import Plan, ProgressReport


def may_edit(user: User, plan: Plan, on: date) -> bool:
    """Whether the user may change the plan: the Secretariat of its coalition, on that day."""
    return is_secretariat(user, plan.coalition_id, on)


def may_review(user: User, report: ProgressReport, on: date) -> bool:
    """Whether the user reviews reports of that coalition: its Secretariat, on that day."""
    return is_secretariat(user, report.coalition_id, on)
