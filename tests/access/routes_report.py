"""Reports: written by their party, read by its Secretariat too; other seats get 403, strangers 404."""

from tests.access.routes import SIGNED_IN, STAFF_OF_A, OwnRoute, Route

REPORTERS = STAFF_OF_A | {"focal_a"}


def report(act=""):
    return lambda a: f"/reports/{a.progressreport.pk}/{act}"


class ReportAct(OwnRoute):
    """An act on a report, by POST only. Coalition A's report was accepted in a round that is not open: refused."""

    def __init__(self, act):
        super().__init__(REPORTERS, get=None, post=409, path=report(act))

    def expected(self, role, method):
        return 405 if method in {"GET", "HEAD"} and role != "anonymous" else super().expected(role, method)


REPORT = {
    "asked": Route(SIGNED_IN, path=lambda a: "/asked/"),
    "progress_report": OwnRoute(REPORTERS, post=409, path=report()),
    "withdraw_report": ReportAct("withdraw/"),
    "report_again": ReportAct("again/"),
    "object_to_report": ReportAct("object/"),
}
