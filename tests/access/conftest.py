"""One world for each module of access tests: made once, and every test's changes rolled back to it."""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client

from tests.access.world import ROLES, make_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cookies(world, django_db_blocker):
    """The session of everybody who is signed in, begun once."""
    with django_db_blocker.unblock():
        return {role: _signed_in(user).cookies for role, user in world.people.items() if user}


def _signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def clients(db, cookies):
    found = {role: Client() for role in ROLES}
    for role, jar in cookies.items():
        found[role].cookies = SimpleCookie(jar.output(header="", sep=";"))
    return found


@pytest.fixture
def bodies_only(monkeypatch):
    """The test client copies the context of every widget of every page; who reads only bodies need not wait."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_args, **_rest: None)
