"""Two people may edit at once and neither loses work (law 8): a save names the version that it was made from.

Rows with a `version` are Plan, Objective, Activity, Indicator and ProgressReport; it is raised too when what hangs on
them changes (shares, responsibilities, targets).
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class Stale(Exception):
    """The row was changed since the form was opened; nothing was saved. `row` is as it stands now."""

    def __init__(self, row: Any) -> None:
        super().__init__(f"{row._meta.label_lower} {row.pk} is at another version")
        self.row = row

    @property
    def last_change(self) -> Any:
        """The row of its history that says who changed it last (`history_user`) and when (`history_date`)."""
        return self.row.history.select_related("history_user").first()


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
    """What some fields of a row hold, in 32 figures: for a form that changes these fields and no other."""
    values = json.dumps([getattr(row, name) or "" for name in names], ensure_ascii=False, default=str)
    return hashlib.sha256(values.encode()).hexdigest()[:32]


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
