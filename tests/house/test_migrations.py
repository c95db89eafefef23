"""The migrations lead to the tables that every other test is run on, which are made from the models.

Here on PostgreSQL, in a schema of its own; `make demo` migrates an SQLite from nothing before each check.
"""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from coalitions import triggers

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="its DDL cannot stand in a transaction"),
]


OURS = ("coalitions_", "plans_", "reporting_")


def tables():
    """Our tables with their columns and what binds them, but not the names that the database chose itself."""
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if name.startswith(OURS)]
        return {name: (columns(cursor, name), bonds(cursor, name)) for name in names}


def columns(cursor, table):
    described = connection.introspection.get_table_description(cursor, table)
    return {(one.name, one.type_code, one.display_size, one.null_ok) for one in described}


def bonds(cursor, table):
    kinds = ("primary_key", "unique", "foreign_key", "check", "index")
    found = connection.introspection.get_constraints(cursor, table).values()
    return sorted(str((one["columns"], *(one[kind] for kind in kinds))) for one in found)


@pytest.fixture
def empty_schema(settings):
    settings.MIGRATION_MODULES = {}
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA migrated")
        cursor.execute("SET LOCAL search_path TO migrated")
    yield
    ContentType.objects.clear_cache()


def test_the_migrations_make_the_tables_of_the_models(db, request):
    of_models = tables()
    assert len(of_models) > 50

    request.getfixturevalue("empty_schema")
    assert tables() == {}
    call_command("migrate", verbosity=0)

    assert tables() == of_models
    assert triggers.missing() == []
