"""How many of everything a plan has, under the names its record counts them by."""

from collections import Counter
from typing import Any

from plans.exporting.gold import cells, status_report
from plans.exporting.gold.loading import Loaded
from plans.models import Indicator, Target

PLURALS = {"axis": "axes"}


def count(loaded: Loaded) -> dict[str, Any]:
    """Objectives by level, and everything else a record may count. A merged indicator counts once."""
    by_level = Counter(row.level.key for row in loaded.objectives if row.level)
    counts: dict[str, Any] = {PLURALS.get(key, f"{key}s"): number for key, number in by_level.items()}
    if status_report.was_one(loaded.plan):
        return counts | _pending(loaded)
    return counts | _measured(loaded) | _entered(loaded)


def _measured(loaded: Loaded) -> dict[str, int]:
    milestones = [row for row in loaded.indicators if row.kind == Indicator.Kind.MILESTONE]
    indicators = [row for row in loaded.indicators if row.kind == Indicator.Kind.INDICATOR]
    return {
        "indicators": len(indicators),
        "indicator_rows": sum(max(len(row.activities.all()), 1) for row in indicators),
        "milestones": len(milestones),
        "milestones_with_target": sum(_has_number(row) for row in milestones),
    }


def _has_number(row: Indicator) -> bool:
    return any(target.comparator != Target.Comparator.DONE for target in row.targets.all())


def _entered(loaded: Loaded) -> dict[str, int]:
    slots = [slot for activity in loaded.activities for slot in cells.progress(loaded, activity)]
    return {
        "activities": len(loaded.activities),
        "periods": sum(activity.start is not None for activity in loaded.activities),
        "progress_slots": len(slots),
        "programmed_filled": sum(slot["programmed_pct"] is not None for slot in slots),
        "executed_filled": sum(slot["executed_pct"] is not None for slot in slots),
        "tables": len(loaded.plan.provenance.get("plan", {}).get("tables", [])),
    }


def _pending(loaded: Loaded) -> dict[str, Any]:
    """Unfinished activities, in all and under each outermost objective."""
    parents = {row.pk: row.parent_id for row in loaded.objectives}
    codes = {row.pk: row.code for row in loaded.objectives}
    pending: Counter[str] = Counter()
    for activity in loaded.activities:
        place = activity.objective_id
        while (parent := parents[place]) is not None:
            place = parent
        pending[codes[place]] += 1
    return {"pending_activities": len(loaded.activities), "pending_by_objective": dict(pending)}
