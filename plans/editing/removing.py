"""Rows are taken out of a plan and put back: nothing is lost by it, and nothing that was reported can go.

What goes is written down whole first (`Removal`); undone, every row comes back under its own key, with its links. Its
history shows both acts.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from coalitions.models import User
from coalitions.refusal import Refused
from plans.editing.order import Tree
from plans.editing.turns import activity_of, objective_of, say, touch, turn
from plans.models import Activity, Indicator, Note, Objective, Plan, Removal, Responsibility, Result

Record = dict[str, Any]


def remove_activity(plan: Plan, pk: int, *, version: int | None, by: User, at: datetime) -> Removal:
    """Take an activity out of its plan, with its shares, parties, notes, and what belongs to no other activity.

    Raises Refused where somebody reports, or reported, on it.
    """
    with turn(plan) as held:
        row = activity_of(held, pk, version)
        removal = take_out(held, [], [row], str(row), by, at)
        say(held, "activity removed", row, by, removal=removal.pk)
    return removal


def remove_objective(plan: Plan, pk: int, *, version: int | None, by: User, at: datetime) -> Removal:
    """Take an objective out of its plan with everything in it. Raises Refused as `remove_activity` does."""
    with turn(plan) as held:
        row, tree = objective_of(held, pk, version), Tree(held)
        inside = tree.subtree(tree.objectives[row.pk])
        activities = [one for objective in inside for one in tree.activities.get(objective.pk, [])]
        removal = take_out(held, inside, activities, str(row), by, at)
        say(held, "objective removed", row, by, removal=removal.pk, activities=len(activities))
    return removal


def take_out(
    plan: Plan, objectives: list[Objective], activities: list[Activity], label: str, by: User, at: datetime
) -> Removal:
    """Write the rows down, then delete them, those that depend on others first; inside a turn."""
    rows = list(_all_of(objectives, activities))
    removal = Removal(plan=plan, label=label[:300], removed_by=by, removed_at=at)
    removal.content = json.dumps(
        [_record(row) for row in rows], cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip
    removal.save()
    survivors = _links_to(activities, rows)
    try:
        for row in reversed(rows):
            # `delete` unsets the key, which the log of the act still wants.
            key = row.pk
            row.delete()
            row.pk = key
    except ProtectedError as error:
        raise Refused(_why(error)) from error
    touch(survivors)
    return removal


def _all_of(objectives: list[Objective], activities: list[Activity]) -> Iterator[models.Model]:
    """The rows that go, in the order in which they can be made again."""
    keys, nodes = [row.pk for row in activities], [row.pk for row in objectives]
    yield from objectives
    results = Result.objects.filter(models.Q(objective__in=nodes) | models.Q(activities__in=keys)).distinct()
    yield from (one for one in results if not one.activities.exclude(pk__in=keys).exists())
    yield from activities
    owned = models.Q(objective__in=nodes) | models.Q(activities__in=keys)
    indicators = Indicator.objects.filter(owned).distinct().order_by("position", "pk")
    for one in indicators:
        if not one.activities.exclude(pk__in=keys).exists():
            yield one
            yield from one.targets.all()
    place = models.Q(activity__in=keys) | models.Q(objective__in=nodes)
    yield from Responsibility.objects.filter(place)
    for activity in activities:
        yield from activity.shares.all()
    yield from Note.objects.filter(place)


def _links_to(activities: list[Activity], going: list[models.Model]) -> list[Indicator]:
    """Indicators that stay and name an activity that goes: they lose the link, and their version rises."""
    gone = {row.pk for row in going if isinstance(row, Indicator)}
    named = Indicator.objects.filter(activities__in=[row.pk for row in activities]).distinct()
    return list(named.exclude(pk__in=gone))


def _record(row: Any) -> Record:
    """A row as plain values by column, without the base name of a translated field, which is a copy."""
    skipped = {f.translated_field.name for f in row._meta.fields if isinstance(f, TranslationField)}
    values = {f.attname: f.value_from_object(row) for f in row._meta.concrete_fields if f.name not in skipped}
    record: Record = {"model": row._meta.label_lower, "values": values}
    if isinstance(row, Activity):
        record["indicators"] = list(row.indicators.values_list("pk", flat=True).order_by("pk"))
    return record


def _why(error: ProtectedError) -> str:
    names = sorted({str(row._meta.verbose_name_plural) for row in error.protected_objects})
    return _(
        "It cannot be removed: it has {what}, which would lose their meaning. Mark it as cancelled or suspended "
        "instead; it then stays in the plan with its history."
    ).format(what=", ".join(names))


def restore(plan: Plan, pk: int, *, by: User, at: datetime) -> Removal:
    """Put everything back that an act took out. Raises Refused where it was, or has no place now."""
    with turn(plan) as held:
        removal = held.removals.select_for_update(of=("self",)).filter(pk=pk, restored_at=None).first()
        if removal is None:
            raise Refused(_("This was put back already."))
        records: list[Record] = json.loads(removal.content)
        _check_places(records)
        rows = [_row(record) for record in records]
        for row in rows:
            row.save(force_insert=True)
        _link(records)
        Tree(held).settle()
        removal.restored_at = at
        removal.save()
        say(held, "rows put back", removal, by, rows=len(rows))
    return removal


def _row(record: Record) -> Any:
    model = apps.get_model(record["model"])
    row = model()
    for name, value in record["values"].items():
        setattr(row, name, model._meta.get_field(name).to_python(value) if value is not None else None)
    return row


def _check_places(records: Iterable[Record]) -> None:
    """Everything that the rows point at outside of themselves must still be there."""
    own = {(record["model"], record["values"]["id"]) for record in records}
    for record in records:
        for field in apps.get_model(record["model"])._meta.concrete_fields:
            key = record["values"].get(field.attname)
            if not field.is_relation or key is None:
                continue
            target = field.related_model
            if (target._meta.label_lower, key) not in own and not target._base_manager.filter(
                pk=key
            ).exists():
                raise Refused(
                    _(
                        "The place it belonged to is not there any more. Please put that back first: {what}."
                    ).format(what=target._meta.verbose_name)
                )


def _link(records: Iterable[Record]) -> None:
    """Tie activities to their indicators again, those that stayed and those that came back."""
    wanted: dict[int, list[int]] = {}
    for record in records:
        for key in record.get("indicators", []):
            wanted.setdefault(key, []).append(record["values"]["id"])
    for indicator in Indicator.objects.filter(pk__in=wanted):
        indicator.activities.add(*wanted[indicator.pk])
