"""The record that a faithful reader makes of a plan of which only some fields are printed."""

from tests.plans.importing.corpus.described import Activity, Indicator, Plan

WORDS = {"es": "Actividad", "en": "Activity", "pt": "Atividade", "fr": "Activité"}


def expected(plan: Plan, fields: list[str], *, codes: bool = True, header: str = "title start end") -> dict:
    """`fields`: what is printed of each activity, as `printing.value` names it, or "period" for any calendar and
    "shares" for any columns of percentages. `codes`: whether objectives have theirs. `header`: the facts stated."""
    shown = set(fields)
    facts = {"title": plan.title, "start": plan.start.isoformat(), "end": plan.end.isoformat()}
    levels = [{"name": name} for name in [*plan.levels, WORDS[plan.language]]]
    return {
        "plan": {key: facts[key] for key in header.split() if key != "levels"}
        | {"language": plan.language}
        | ({"levels": levels} if "levels" in header else {}),
        "ignored": _ignored(shown),
        "objectives": [_node(plan, one, shown, codes) for one in plan.objectives],
    }


def _ignored(shown):
    """What may be read or not. A budget may be kept as a resource or listed as unused; when the work is done may be
    taken from the shares or left open."""
    budget = ["resources"] if "budget" in shown else []
    return budget + (["periods"] if "shares" in shown and not shown & _PERIOD else [])


def _node(plan, objective, shown, codes):
    block = {"code": objective.code if codes else None, "title": objective.title}
    if objective.children:
        block["children"] = [_node(plan, one, shown, codes) for one in objective.children]
    if objective.activities:
        block["activities"] = [_activity(plan, one, shown) for one in objective.activities]
    return block


def _activity(plan: Plan, activity: Activity, shown: set[str]) -> dict:
    start, end = (plan.first_day(activity.months[0]), plan.last_day(activity.months[1]))
    return {
        "code": activity.code if shown & {"code", "coded"} else None,
        "title": activity.title,
        "expected_result": {"text": activity.result, "items": [activity.result]}
        if "result" in shown
        else None,
        "indicators": [_indicator(one, shown) for one in activity.indicators] if shown & _INDICATOR else [],
        "period": {"start": start.isoformat(), "end": end.isoformat()} if shown & _PERIOD else None,
        "responsible": {"parties": _parties(activity, shown)},
        "resources": {"items": activity.resources} if "resources" in shown else None,
        "milestones": [{"text": text} for text in activity.milestones] if "milestones" in shown else [],
        "status": activity.status if "status" in shown else None,
        "progress": _progress(plan, activity) if "shares" in shown else [],
    }


_INDICATOR = {"indicator", "measured"}
_PERIOD = {"period", "start"}


def _indicator(indicator: Indicator, shown):
    target = None
    if shown & {"measured", "target"}:
        target = {"comparator": indicator.comparator, "number": indicator.number}
    if "bare" in shown:
        target = {"comparator": "=", "number": indicator.number}
    block = {"name": indicator.name, "target": target}
    if "yearly" in shown:
        block["targets"] = [
            {"year": year, "comparator": "=", "number": number} for year, number in indicator.yearly.items()
        ]
    return block | ({"baseline": indicator.baseline} if "baseline" in shown else {})


def _parties(activity, shown):
    roles = [("responsible", activity.responsible), ("partners", activity.partners)]
    return [
        {"name": name, "role": "responsible" if field == "responsible" else "partner"}
        for field, names in roles
        if field in shown
        for name in names
    ]


def _progress(plan, activity):
    """A stretch lasts to the next one, or as long as the first does."""
    starts = sorted(activity.shares)
    length = starts[1] - starts[0] if len(starts) > 1 else 12
    return [
        {
            "start": plan.first_day(month).isoformat(),
            "end": plan.last_day(month + length - 1).isoformat(),
            "programmed_pct": programmed,
            "executed_pct": executed,
        }
        for month, (programmed, executed) in sorted(activity.shares.items())
    ]
