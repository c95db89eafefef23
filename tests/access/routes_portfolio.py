"""Pages that everybody who has signed in may open, each with what that person may see."""

from tests.access import world


class SignedInRoute:
    """200 on GET for whoever has signed in, 405 for any other method."""

    def __init__(self, path):
        self.path = path
        self.may = set(world.ROLES) - {"anonymous"}

    def expected(self, role, method):
        if role == "anonymous":
            return 302
        return 200 if method in {"GET", "HEAD"} else 405


PLANS_AND_SEARCH = {
    "portfolio": SignedInRoute(lambda a: "/plans/"),
    "search": SignedInRoute(lambda a: "/search/?q=canary"),
}
