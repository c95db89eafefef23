"""Inserting rows together with their history (law 7)."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

BATCH = 1000


def create(rows: Sequence[Model]) -> Sequence[Model]:
    """Insert rows of one model, in their order, each with its first history row, which are returned.

    Their keys are set in place.
    """
    if not rows:
        return []
    model: Any = type(rows[0])
    model._default_manager.bulk_create(rows, batch_size=BATCH)
    return model.history.bulk_history_create(rows, batch_size=BATCH)


def create_linked(rows: Sequence[Model], field: str, links: Sequence[tuple[Model, Model]]) -> None:
    """The same, with the pairs of one many-to-many field of the rows, which stand in their first history row too.

    `add` would write one more history row for every pair.
    """
    if not rows:
        return
    histories = {one.id: one for one in create(rows)}  # type: ignore[attr-defined]
    relation: Any = type(rows[0])._meta.get_field(field)
    through, here, there = (
        relation.remote_field.through,
        relation.m2m_field_name(),
        relation.m2m_reverse_field_name(),
    )
    once = dict.fromkeys((row.pk, other.pk) for row, other in links)
    pairs = [through(**{f"{here}_id": row, f"{there}_id": other}) for row, other in once]
    through._default_manager.bulk_create(pairs, batch_size=BATCH)
    kept = _history_of_links(type(rows[0]), field)
    kept._default_manager.bulk_create(
        [kept(history=histories[getattr(pair, f"{here}_id")], **_columns(pair)) for pair in pairs],
        batch_size=BATCH,
    )


def _history_of_links(model: Any, field: str) -> Any:
    """The model that keeps, for each history row, what a many-to-many field held."""
    name = f"{model.history.model._meta.model_name}_{field}"
    return next(one.related_model for one in model.history.model._meta.related_objects if one.name == name)


def _columns(pair: Model) -> dict[str, Any]:
    return {column.attname: getattr(pair, column.attname) for column in pair._meta.concrete_fields}
