"""Inserting rows together with their history (law 7)."""

from collections.abc import Sequence

from django.db.models import Model
from simple_history.utils import bulk_create_with_history


def create(rows: Sequence[Model]) -> None:
    """Insert rows of one model, in their order, each with its first history row. Their keys are set in place."""
    if rows:
        bulk_create_with_history(list(rows), type(rows[0]), batch_size=200)
