"""Documents, evidence of reports, initiatives, and the workbook of what is asked."""

from tests.access.routes import MEMBERS_OF_A, SIGNED_IN, STAFF_OF_A, OwnAct, OwnRoute, Route
from tests.access.routes_portfolio import SignedInRoute

# Whoever reports for coalition A's party, and its Secretariat.
GIVERS = STAFF_OF_A | {"focal_a"}


class GiversAct(OwnAct):
    """An act by POST of whoever reports for the party, and of the Secretariat."""

    def __init__(self, path, post):
        super().__init__(path, post)
        self.may = GIVERS


def of_report(page):
    return lambda a: f"/reports/{a.progressreport.pk}/{page.format(a=a)}"


def initiatives(page=""):
    return lambda a: f"/c/{a.coalition.slug}/initiatives/{page.format(a=a)}"


class ReadRoute(Route):
    """A page that every seat of the coalition reads: 404 to strangers, 405 to whoever posts."""

    def __init__(self, path):
        super().__init__(MEMBERS_OF_A, others=404, path=path)

    def expected(self, role, method):
        return 405 if method == "POST" and role != "anonymous" else super().expected(role, method)


# Whoever has signed in may ask what is asked of her: nobody is asked for what is another's.
EVIDENCE = {
    "asked_workbook": Route(SIGNED_IN, post=200, path=lambda a: "/asked/workbook/"),
    "asked_workbook_file": SignedInRoute(lambda a: "/asked/workbook/plenaria.xlsx"),
    "initiatives": ReadRoute(initiatives()),
    "export_initiatives": ReadRoute(initiatives("register.csv")),
    "initiative": ReadRoute(initiatives("{a.initiative.pk}/")),
    "new_initiative": OwnRoute(GIVERS, post=200, path=initiatives("new/")),
    # Coalition A's initiative was accepted: its party does not change it any more. An empty form was made from nothing.
    "change_initiative": OwnRoute(STAFF_OF_A, post=200, path=initiatives("{a.initiative.pk}/change/")),
    "accept_initiative": OwnAct(initiatives("{a.initiative.pk}/accept/"), 409),
    "return_initiative": OwnAct(initiatives("{a.initiative.pk}/return/"), 409),
    "initiative_evidence": OwnRoute(STAFF_OF_A, post=200, path=initiatives("{a.initiative.pk}/evidence/")),
    "remove_initiative_evidence": OwnAct(
        initiatives("{a.initiative.pk}/evidence/{a.document.pk}/remove/"), 302
    ),
    # Coalition A's document is a link that its members may follow.
    "document": Route(MEMBERS_OF_A, get=302, others=404, path=lambda a: f"/documents/{a.document.pk}/"),
    "report_evidence": OwnRoute(GIVERS, post=200, path=of_report("evidence/")),
    "remove_evidence": GiversAct(of_report("evidence/{a.document.pk}/remove/"), 302),
}
