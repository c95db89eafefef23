"""The rounds of a plan: its Secretariat's alone. The world's round is planned, so its cockpit leads to its opening."""

from tests.access.routes import STAFF_OF_A, OwnAct, OwnRoute


def of_plan(page):
    """The address of a page of the rounds of coalition A's plan."""
    return lambda a: f"/plans/{a.plan.slug}/rounds/{page.format(a=a)}"


ROUND = "{a.round.pk}/"

ROUNDS = {
    "rounds": OwnRoute(STAFF_OF_A, post=None, path=of_plan("")),
    "plan_rounds": OwnAct(of_plan("plan/")),
    "remove_rounds": OwnAct(of_plan("remove/"), post=302),
    "round": OwnRoute(STAFF_OF_A, get=302, post=None, path=of_plan(ROUND)),
    "open_round": OwnRoute(STAFF_OF_A, post=200, path=of_plan(ROUND + "open/")),
    "adjust_round": OwnRoute(STAFF_OF_A, get=302, post=302, path=of_plan(ROUND + "asked/")),
    # A planned round is refused on its page.
    "extend_round": OwnAct(of_plan(ROUND + "extend/")),
    "close_round": OwnAct(of_plan(ROUND + "close/")),
    "reopen_round": OwnAct(of_plan(ROUND + "reopen/")),
    "remind_round": OwnAct(of_plan(ROUND + "remind/")),
}
