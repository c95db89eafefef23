"""What all tests share."""

import os

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import translation
from hypothesis import settings

from coalitions import sessions, triggers

# `make proof` asks many times; `make test` often enough that a property which does not hold rarely passes.
settings.register_profile("few", max_examples=40, deadline=None)
settings.register_profile("proof", max_examples=1000, deadline=None)
settings.load_profile("proof" if os.environ.get("PROOF") else "few")


@receiver(user_logged_in)
def _start_the_clock(request, **_rest):
    """`force_login` passes by the sign-in, which starts the session's clock; it comes with a bare request."""
    if type(request) is HttpRequest:
        sessions.begin(request)


@pytest.fixture(autouse=True)
def _each_test_begins_in_the_sites_language():
    """A request leaves its language to whatever its thread does next."""
    translation.activate(django_settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _append_only_tables_can_be_emptied(request):
    """A transactional test ends by emptying every table, which the triggers rightly refuse: they stand aside
    for that moment, and Django's flush makes them again (it sends post_migrate)."""
    marker = request.node.get_closest_marker("django_db")
    transactional = bool(marker and marker.kwargs.get("transaction"))
    names = {"transactional_db", "live_server", "django_db_serialized_rollback"}
    if not transactional and not names & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    triggers.drop(connection)


def pytest_collection_modifyitems(config, items):
    """On the second database only what touches a database is run again, and not what is marked as proved `once`
    (`make proof` runs all of it)."""
    if connection.vendor != "postgresql" or os.environ.get("PROOF"):
        return
    touches = {"db", "transactional_db", "live_server", "world"}

    def is_asked_again(item):
        touched = item.get_closest_marker("django_db") or touches & set(item.fixturenames)
        return touched and not item.get_closest_marker("once")

    config.hook.pytest_deselected(items=[item for item in items if not is_asked_again(item)])
    items[:] = [item for item in items if is_asked_again(item)]
