"""Who may do what with a plan: small named predicates, beside `visible_to` for lists."""

from datetime import date

from coalitions.models import User
from coalitions.permissions import is_secretariat, may_report_for
from plans.models import Plan, ProgressReport


def may_edit(user: User, plan: Plan, on: date) -> bool:
    """Whether the user may change the plan: the Secretariat of its coalition, on that day."""
    return is_secretariat(user, plan.coalition_id, on)


def may_run_rounds(user: User, plan: Plan, on: date) -> bool:
    """Whether the user may plan, open, adjust and close the plan's rounds: whoever may change the plan."""
    return may_edit(user, plan, on)


def may_report(user: User, report: ProgressReport, on: date) -> bool:
    """Whether the user answers a report for its party: its focal point, a delegate, or who holds its office (T8)."""
    return may_report_for(user, report.party_id, on)


def may_enter_on_behalf(user: User, report: ProgressReport, on: date) -> bool:
    """Whether the user may enter what the party said by mail, telephone or in a meeting: the Secretariat."""
    return is_secretariat(user, report.coalition_id, on)
