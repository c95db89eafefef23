"""What all tests share."""

import pytest
from django.db import connection

from coalitions import triggers


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
