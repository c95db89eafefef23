"""One world for each module of access tests: made once, and every test's changes rolled back to it."""

import pytest
from django.db import transaction
from django.test import Client

from tests.access.world import ROLES, make_world


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def clients(db, world):
    found = {}
    for role in ROLES:
        found[role] = Client()
        if world.people[role]:
            found[role].force_login(world.people[role])
    return found


@pytest.fixture
def bodies_only(monkeypatch):
    """The test client copies the context of every widget of every page; who reads only bodies need not wait."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_args, **_rest: None)
