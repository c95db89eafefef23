"""The words of a plan: the names of its levels (P6), and what its document calls the columns of its table (R6, E)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from coalitions import audit, versions
from coalitions.models import User
from coalitions.refusal import Refused
from plans.models import Indicator, Level, Plan

DEEPEST = 3
"""How many depths of objectives a plan may have (P6)."""
LEAVES = ("activity", "milestone")
"""Keys of the levels that name no objective; they stand last."""
NAMES = ("name_es", "name_en", "abbreviation")


@transaction.atomic
def change_levels(plan: Plan, version: int, names: dict[int, dict[str, str]], *, by: User) -> bool:
    """Give levels other names and abbreviations, by their keys; says whether any changed. Raises Stale."""
    row = versions.lock(Plan.objects.all(), plan.pk, version)
    changed = []
    for level in row.levels.all():
        written = names.get(level.pk, {})
        if versions.differing(level, written):
            for name, value in written.items():
                setattr(level, name, value)
            level.save()
            changed.append(level.depth)
    if changed:
        versions.save(row)
        audit.record(row.coalition, "levels changed", actor=by, obj=row, change={"depths": changed})
    return bool(changed)


@transaction.atomic
def add_level(plan: Plan, version: int, names: dict[str, str], *, by: User) -> Level:
    """One more depth of objectives, just above the activity. Raises Refused where there are three, and Stale."""
    row = versions.lock(Plan.objects.all(), plan.pk, version)
    levels = list(row.levels.order_by("depth"))
    above = [level for level in levels if level.key not in LEAVES]
    if len(above) >= DEEPEST:
        raise Refused(_("A plan has at most three levels of objectives."))
    depth = above[-1].depth + 1 if above else 1
    # From below, so that no two levels ever have one depth.
    for level in reversed([level for level in levels if level.depth >= depth]):
        level.depth += 1
        level.save()
    taken = {level.key for level in levels}
    key = next(f"level_{number}" for number in range(1, 9) if f"level_{number}" not in taken)
    made = Level(plan=row, depth=depth, key=key, **names)
    made.save()
    versions.save(row)
    audit.record(row.coalition, "level added", actor=by, obj=made)
    return made


@transaction.atomic
def remove_level(plan: Plan, pk: int, *, by: User) -> bool:
    """Remove a level on which no objective stands; twice changes nothing. Raises Refused for one that is needed."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    level = row.levels.filter(pk=pk).first()
    if level is None:
        return False
    if level not in removable(row):
        raise Refused(_("This level is used, or the plan cannot do without it: it stays."))
    audit.record(row.coalition, "level removed", actor=by, obj=level)
    depth = level.depth
    level.delete()
    for below in row.levels.filter(depth__gt=depth).order_by("depth"):
        below.depth -= 1
        below.save()
    versions.save(row)
    return True


def removable(plan: Plan) -> list[Level]:
    """The levels that nothing stands on and that the plan can do without: one of objectives and the activity stay."""
    used = set(plan.objectives.values_list("level", flat=True))
    levels = list(plan.levels.order_by("depth"))
    above = [level for level in levels if level.key not in LEAVES]
    free = [level for level in above if level.pk not in used] if len(above) > 1 else []
    if not plan.indicators.filter(kind=Indicator.Kind.MILESTONE).exists():
        free += [level for level in levels if level.key == "milestone"]
    return free


@transaction.atomic
def change_layout(plan: Plan, version: int, layout: dict[str, Any], *, by: User) -> bool:
    """Say which column of the document holds what; says whether it changed. Raises Stale."""
    row = versions.lock(Plan.objects.all(), plan.pk, version)
    # The order of the columns is part of what the document says; equal dicts may differ in it.
    if list(row.layout.items()) == list(layout.items()):
        return False
    row.layout = layout
    versions.save(row)
    audit.record(row.coalition, "columns named", actor=by, obj=row, change={"columns": len(layout)})
    return True
