"""A plan with its secretary at the keyboard, for the tests of its pages."""

from types import SimpleNamespace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from coalitions import once
from tests.factories import make_activity, make_coalition, make_objective, make_plan, make_seat


def make_office(client, **plan):
    """`office.plan` with one activity, `office.ana` of its Secretariat signed in, and `office.send` for forms."""
    coalition = make_coalition()
    plan = make_plan(coalition, **plan)
    office = SimpleNamespace(coalition=coalition, plan=plan, activity=make_activity(make_objective(plan)))
    office.ana = make_seat(coalition).user
    client.force_login(office.ana)

    def url(page=""):
        return f"/plans/{plan.slug}/{page}"

    def send(page, again=1, **values):
        """Post a form of the plan, with a fresh key; `again` times the same. Returns the last answer."""
        values.setdefault(once.FIELD, once.new_key())
        for _time in range(again):
            answer = client.post(url(page), values)
        return answer

    def queries(page):
        """How many queries a page of the plan costs."""
        with CaptureQueriesContext(connection) as made:
            office.get(page)
            return len(made)

    office.send, office.get, office.queries = send, lambda page: client.get(url(page)), queries
    return office
