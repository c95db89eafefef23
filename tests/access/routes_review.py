"""The review of reports: its plan's Secretariat alone."""

from tests.access.routes import STAFF_OF_A, OwnAct, OwnRoute


def of_report(page):
    return lambda a: f"/reports/{a.progressreport.pk}/review/{page}"


# Coalition A's report was accepted: an empty form saw another version of it, or lacks its note or reason.
REVIEW = {
    "review_queue": OwnRoute(STAFF_OF_A, path=lambda a: f"/plans/{a.plan.slug}/review/"),
    "accept_listed": OwnAct(lambda a: f"/plans/{a.plan.slug}/review/accept/", post=302),
    "settle_list": OwnRoute(STAFF_OF_A, path=lambda a: f"/plans/{a.plan.slug}/settle/"),
    "settle": OwnRoute(
        STAFF_OF_A, post=200, path=lambda a: f"/plans/{a.plan.slug}/settle/{a.round.pk}/{a.activity.pk}/"
    ),
    "review_report": OwnRoute(STAFF_OF_A, path=of_report("")),
    "accept_report": OwnAct(of_report("accept/"), post=409),
    "correct_report": OwnAct(of_report("correct/")),
    "return_report": OwnAct(of_report("return/")),
}
