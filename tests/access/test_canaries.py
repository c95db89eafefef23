"""No text of one coalition reaches another (S-A3): a canary in every field, seen by its owner, by nobody else."""

import re

import pytest
from django.test import Client

from tests.access.routes import PAGES, admin_routes, names
from tests.access.test_every_route import complete
from tests.access.world import make_world

pytestmark = pytest.mark.django_db


def everything_shown_to(user, side):
    """Every body and header that the user gets for coalition A's addresses, lists with search included."""
    client = Client()
    if user:
        client.force_login(user)
    known = set(names())
    routes = [r for n, r in {**PAGES, **admin_routes()}.items() if n in known and "logout" not in n]
    texts = []
    for route in routes:
        for suffix in ("", "?language=en", "?q=canary"):
            answer = client.get(route.path(side) + suffix)
            texts += [answer.getvalue().decode(errors="replace") if answer.streaming else answer.content.decode(errors="replace"), str(answer.headers)]  # fmt: skip
    return "\n".join(texts)


def canaries(text):
    return set(re.findall(r"canary-a-[\w-]+", text))


@pytest.fixture
def world():
    return make_world()


def test_an_owner_sees_every_canary(world):
    shown = canaries(everything_shown_to(world.people["secretariat_a"], complete(world)))
    planted = {
        value
        for row in vars(world.a).values()
        for value in getattr(row, "__dict__", {}).values()
        if isinstance(value, str) and value.startswith("canary-a-")
    }
    assert len(planted) > 40
    assert planted - shown == set()


@pytest.mark.parametrize("role", ["anonymous", "focal_b", "ex_member"])
def test_an_outsider_sees_none(world, role):
    assert canaries(everything_shown_to(world.people[role], complete(world))) == set()
