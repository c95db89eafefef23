"""Database triggers that refuse UPDATE and DELETE on append-only tables, on both databases (laws 4 and 7).

A model says `append_only = True`. The triggers are made again after every migrate, because SQLite drops them
without a word when a migration rebuilds the table.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

REFUSAL = "append-only: rows of this table are never changed or deleted"

SQLITE = """
CREATE TRIGGER {name} BEFORE {event} ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION plenaria_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$
"""
POSTGRESQL = (
    "CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION plenaria_append_only()"
)
EVENTS = {"sqlite": ("UPDATE", "DELETE"), "postgresql": ("UPDATE", "DELETE", "TRUNCATE")}


def append_only_models() -> list[type[Model]]:
    """The models whose rows are never changed or deleted."""
    return [model for model in apps.get_models() if getattr(model, "append_only", False)]


def _triggers(vendor: str) -> Iterator[tuple[str, str, str]]:
    for model in append_only_models():
        table = model._meta.db_table
        for event in EVENTS[vendor]:
            yield f"{table}_no_{event.lower()}", table, event


def make(db: BaseDatabaseWrapper = connection) -> None:
    """Make every trigger anew. Tables that are not migrated yet are passed over."""
    tables = set(db.introspection.table_names())
    with db.cursor() as cursor:
        if db.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION.format(refusal=REFUSAL))
        for name, table, event in _triggers(db.vendor):
            if table in tables:
                cursor.execute(_drop(db.vendor, name, table))
                cursor.execute(_create(db.vendor, name, table, event))


def drop(db: BaseDatabaseWrapper = connection) -> None:
    """Remove every trigger: only for emptying a test database."""
    with db.cursor() as cursor:
        for name, table, _event in _triggers(db.vendor):
            cursor.execute(_drop(db.vendor, name, table))


def _drop(vendor: str, name: str, table: str) -> str:
    return f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if vendor == "postgresql" else "")


def _create(vendor: str, name: str, table: str, event: str) -> str:
    if vendor == "sqlite":
        return SQLITE.format(name=name, table=table, event=event, refusal=REFUSAL)
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    return POSTGRESQL.format(name=name, table=table, event=event, each=each)


def missing(db: BaseDatabaseWrapper = connection) -> list[str]:
    """Names of triggers that should be there and are not, or are switched off."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if db.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    with db.cursor() as cursor:
        cursor.execute(query)
        present: Iterable[str] = {row[0] for row in cursor.fetchall()}
    return [name for name, _table, _event in _triggers(db.vendor) if name not in present]


def after_migrate(using: str, **_options: Any) -> None:
    """Receiver of post_migrate."""
    make(connections[using])
