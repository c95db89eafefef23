"""Every address, nine people, six methods (law 6, S-A1 to S-A4)."""

import os
import re
from itertools import product

import pytest
from django.db import connection
from django.test import Client

from coalitions.audit import actor_of
from coalitions.models import AuditHead, FormKey, Seat, User
from tests.access.routes import ADMIN, PAGES, admin_routes, names
from tests.access.world import ROLES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bodies_only")]

PROOF = bool(os.environ.get("PROOF"))
READ_AND_WRITE = list(product(ROLES, ["GET", "POST"]))
# Any other method is refused whoever asks.
REFUSED = list(product(["anonymous", "secretariat_a"], ["PUT"]))
# Rights are the same on the second database: there, that every page is answered at all, and hidden.
AGAIN = list(product(["anonymous", "focal_b", "secretariat_a", "operator"], ["GET", "POST"]))
ENDS_THE_SESSION = {"account_logout", "admin:logout", "sign_out_everywhere"}


def asked():
    """Who asks with what: all nine with all six in `make proof`."""
    if PROOF:
        return list(product(ROLES, ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]))
    return AGAIN if connection.vendor == "postgresql" else READ_AND_WRITE + REFUSED


def table():
    return {**PAGES, **ADMIN, **admin_routes()}


def test_every_address_is_in_the_table():
    known = set(names())
    special = {"admin:auth_user_password_change"}  # tested below: it needs an operator and a user
    missing = {name for name in known - special if name not in table()}
    assert missing == set()
    gone = {
        name for name in table() if name not in known and not name.endswith(("_simple_history", "_delete"))
    }
    assert gone == set()


def wrong_answers(name, world, clients, questions):
    route = table()[name]
    path = route.path(complete(world))
    for role, method in questions:
        # A sign-out would end the session that the next line needs.
        client = clients[role]
        if name in ENDS_THE_SESSION and world.people[role]:
            client = Client()
            client.force_login(world.people[role])
        answer = client.generic(method, path)
        if answer.status_code != route.expected(role, method):
            yield f"{name} {role} {method}: {answer.status_code}, expected {route.expected(role, method)}"


def complete(world):
    """Coalition A's rows, with the rows of the site that operators see."""
    world.a.user = world.people["focal_a"]
    world.a.auditactor, world.a.audithead = _site_rows(world)
    world.a.formkey, _made = FormKey.objects.get_or_create(key="spent")
    return world.a


def _site_rows(world):
    return actor_of(world.people["secretariat_a"]), AuditHead.objects.get(chain=str(world.a.coalition.pk))


@pytest.mark.parametrize("name", sorted(name for name in table() if name in set(names())))
def test_an_address_answers_each_person_as_the_table_says(name, world, clients):
    assert list(wrong_answers(name, world, clients, asked())) == []


def test_a_password_is_set_by_operators_only(world, clients):
    url = f"/admin/coalitions/user/{world.people['focal_a'].pk}/password/"
    answers = {role: clients[role].get(url).status_code for role in ROLES}
    assert answers == dict.fromkeys(ROLES, 403) | {"anonymous": 302, "operator": 200}


def test_hidden_and_absent_look_the_same(world, clients):
    for path in ("/plans/{}/", "/plans/{}/report/", "/plans/{}/report.pdf"):
        hidden = clients["focal_b"].get(path.format(world.a.plan.slug))
        absent = clients["focal_b"].get(path.format("plan-z"))
        assert hidden.status_code == absent.status_code == 404
        assert without_token(hidden) == without_token(absent)


def without_token(answer):
    text = answer.content.decode().replace("plan-a", "plan-z")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_a_right_withdrawn_acts_at_the_next_request(world, clients):
    url = f"/plans/{world.a.plan.slug}/"
    assert clients["focal_a"].get(url).status_code == 200
    seat = Seat.objects.get(user=world.people["focal_a"])
    seat.started_on, seat.ended_on = seat.started_on, seat.started_on
    seat.save()
    assert clients["focal_a"].get(url).status_code == 404

    reader = User.objects.get(pk=world.people["reader_a"].pk)
    reader.is_active = False
    reader.save()
    assert clients["reader_a"].get(url).status_code == 302
