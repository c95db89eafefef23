"""The addresses of the plan matrix: read by every seat of the coalition, changed by its Secretariat."""

from tests.access.routes import MEMBERS_OF_A, STAFF_OF_A, OwnAct, OwnRoute, Route


def of_plan(page):
    """The address of a page of plan A's matrix."""
    return lambda a: f"/plans/{a.plan.slug}/matrix/{page.format(a=a)}"


ROW, LINE = "activities/{a.activity.pk}/", "objectives/{a.objective.pk}/"

MATRIX = {
    "matrix": Route(MEMBERS_OF_A, others=404, path=of_plan("")),
    # An empty form of a row lacks its title: 422.
    "matrix_activity": OwnRoute(STAFF_OF_A, post=422, path=of_plan(ROW)),
    "matrix_row": OwnRoute(STAFF_OF_A, get=302, path=of_plan(ROW + "row/")),
    "matrix_split": OwnRoute(STAFF_OF_A, post=200, path=of_plan(ROW + "split/")),
    "matrix_merge": OwnRoute(STAFF_OF_A, post=200, path=of_plan(ROW + "merge/")),
    "matrix_objective": OwnRoute(STAFF_OF_A, post=422, path=of_plan(LINE)),
    "matrix_add": OwnRoute(STAFF_OF_A, post=422, path=of_plan(LINE + "add/")),
    "matrix_add_objective": OwnRoute(STAFF_OF_A, post=200, path=of_plan("objectives/add/")),
    "matrix_paste": OwnRoute(STAFF_OF_A, post=200, path=of_plan("paste/")),
    "matrix_several": OwnAct(of_plan("several/"), post=422),
    # Done or refused with a reason, an act of one button leads back to the table.
    "matrix_up": OwnAct(of_plan(ROW + "up/"), post=302),
    "matrix_down": OwnAct(of_plan(ROW + "down/"), post=302),
    "matrix_move": OwnAct(of_plan(ROW + "move/"), post=302),
    "matrix_duplicate": OwnAct(of_plan(ROW + "duplicate/"), post=302),
    "matrix_remove": OwnAct(of_plan(ROW + "remove/"), post=302),
    "matrix_objective_up": OwnAct(of_plan(LINE + "up/"), post=302),
    "matrix_objective_down": OwnAct(of_plan(LINE + "down/"), post=302),
    "matrix_indent": OwnAct(of_plan(LINE + "in/"), post=302),
    "matrix_outdent": OwnAct(of_plan(LINE + "out/"), post=302),
    "matrix_remove_objective": OwnAct(of_plan(LINE + "remove/"), post=302),
    "matrix_restore": OwnAct(of_plan("removals/{a.removal.pk}/restore/"), post=302),
}
