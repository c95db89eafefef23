"""Two people may edit at once and neither loses work (law 8): a save names the version that it was made from.

Rows with a `version` are Plan, Objective, Activity, Indicator and ProgressReport; it is raised too when what hangs on
them changes (shares, responsibilities, targets).
"""

import hashlib
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import models
from django.db.models import Max

Row = TypeVar("Row", bound=models.Model)


class Stale(Exception):
    """The row was changed since the form was opened; nothing was saved. `row` is as it stands now."""

    def __init__(self, row: Any) -> None:
        super().__init__(f"{row._meta.label_lower} {row.pk} is at another version")
        self.row = row


def lock(rows: models.QuerySet[Row], pk: int, version: int | None) -> Row:
    """The row, locked until the transaction ends: by its row on PostgreSQL, by BEGIN IMMEDIATE on SQLite.

    Raises Stale where it is not at `version` any more (None: whatever version it has), and the model's
    DoesNotExist where `rows` holds no such row.
    """
    row = rows.select_for_update(of=("self",)).get(pk=pk)
    if version is not None and row.version != version:  # type: ignore[attr-defined]
        raise Stale(row)
    return row


def fingerprint(row: models.Model, names: Sequence[str]) -> str:
    """What some fields of a row hold, as a digest: for a form that changes these fields and no other."""
    # An empty text and none at all are the same; zero is something else.
    values = (getattr(row, name) for name in names)
    return digest(["" if value is None else value for value in values])


def differing(row: models.Model, fields: dict[str, Any]) -> list[str]:
    """The names of the fields that hold something else; an empty text and none at all are the same."""
    return [name for name, value in fields.items() if (getattr(row, name) or "") != (value or "")]


def lock_as_seen(rows: models.QuerySet[Row], pk: int, names: Sequence[str], seen: str) -> Row:
    """The row, locked, where these fields are as the form saw them; raises Stale where one of them is not.

    For rows without a version of their own, and where two people may write different texts of one row at once.
    """
    row = rows.select_for_update(of=("self",)).get(pk=pk)
    if fingerprint(row, names) != seen:
        raise Stale(row)
    return row


def save(row: Any) -> None:
    """Save a locked row at its next version, with its history."""
    row.version += 1
    row.save()


def marks(model: type[models.Model], rows: list[Any]) -> dict[Any, str]:
    """What each row stands at, by key: "v3" its version, "h17" its newest history entry, or a digest."""
    if hasattr(model, "version"):
        return {row.pk: f"v{row.version}" for row in rows}
    if hasattr(model, "history"):
        key = model._meta.pk.attname
        entries = model.history.filter(**{f"{key}__in": [row.pk for row in rows]}).order_by()
        newest = dict(entries.values_list(key).annotate(Max("history_id")))
        return {row.pk: f"h{newest.get(row.pk, 0)}" for row in rows}
    return {row.pk: digest([getattr(row, field.attname) for field in model._meta.fields]) for row in rows}


def mark_of(row: models.Model) -> str:
    """What one row stands at."""
    return marks(type(row), [row])[row.pk]


def digest(values: Any) -> str:
    """A short text that differs where the values do."""
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]


def entry_at(row: Any, mark: str) -> Any:
    """The history entry of a row that a mark stands for: how the row was then; None where there is none."""
    if not hasattr(row, "history") or not mark[1:].isdecimal():
        return None
    return row.history.filter(**{"version" if mark[0] == "v" else "history_id": int(mark[1:])}).first()
