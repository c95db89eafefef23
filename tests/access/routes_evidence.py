"""Documents, evidence of reports, initiatives, and the workbook of what is asked."""

from tests.access.routes import MEMBERS_OF_A, STAFF_OF_A, OwnAct, OwnRoute, Route

# Whoever reports for coalition A's party, and its Secretariat.
GIVERS = STAFF_OF_A | {"focal_a"}


class GiversAct(OwnAct):
    """An act by POST of whoever reports for the party, and of the Secretariat."""

    def __init__(self, path, post):
        super().__init__(path, post)
        self.may = GIVERS


def of_report(page):
    return lambda a: f"/reports/{a.progressreport.pk}/{page.format(a=a)}"


EVIDENCE = {
    # Coalition A's document is a link that its members may follow.
    "document": Route(MEMBERS_OF_A, get=302, others=404, path=lambda a: f"/documents/{a.document.pk}/"),
    "report_evidence": OwnRoute(GIVERS, post=200, path=of_report("evidence/")),
    "remove_evidence": GiversAct(of_report("evidence/{a.document.pk}/remove/"), 302),
}
