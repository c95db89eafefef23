"""Levels, objectives, activities and results of a record (P6-P10, P18-P25)."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from plans.importing.apply import annex
from plans.importing.apply.parties import Roster, listed
from plans.importing.apply.rows import create
from plans.importing.apply.shape import (
    ACTIVITY_COLUMNS,
    OBJECTIVE_COLUMNS,
    PERIOD_COLUMNS,
    ROLE_LISTS,
    Record,
    called,
    day,
    rest,
)
from plans.importing.parties.roles import POSSIBLE
from plans.models import Activity, Level, Objective, Plan, Responsibility, Result
from plans.targets.segments import fold


@dataclass
class Tree:
    """The rows made of a record's tree, by the place they have in it."""

    objectives: list[tuple[Record, Objective]] = field(default_factory=list)
    activities: list[tuple[Record, Activity]] = field(default_factory=list)


def translated(name: str, text: str | None, language: str) -> dict[str, str]:
    """The keyword that puts a text into the column of its language."""
    return {f"{name}_{language}": text or ""}


def lay_out(plan: Plan, record: Record) -> dict[str, Level]:
    """The plan's own names for its levels, outermost first (P6)."""
    levels = [
        Level(
            plan=plan,
            depth=depth,
            key=level["level"],
            abbreviation=level.get("abbreviation") or "",
            **translated("name", level["name"], plan.language),
        )
        for depth, level in enumerate(record["plan"]["levels"], start=1)
    ]
    create(levels)
    return {level.key: level for level in levels}


def grow(plan: Plan, record: Record, roster: Roster) -> Tree:
    """The objectives with their activities and results, and who answers for each; positions follow the document."""
    tree = Tree()
    _grow_objectives(plan, record, tree)
    _grow_activities(tree)
    results = _results(tree, plan.language)
    for record_of, row in tree.activities:
        row.result = results.get(record_of["uid"])
    create([row for _, row in tree.activities])
    create(_responsibilities(plan, record, tree, roster))
    return tree


def _grow_objectives(plan: Plan, record: Record, tree: Tree) -> None:
    """Every node in document order; inserted depth by depth, since a child needs its parent's key."""
    levels = lay_out(plan, record)
    by_depth: dict[int, list[Objective]] = {}

    def grow_node(node: Record, parent: Objective | None, depth: int) -> None:
        objective = _objective(plan, node, parent, levels, len(tree.objectives) + 1)
        tree.objectives.append((node, objective))
        by_depth.setdefault(depth, []).append(objective)
        for child in node.get("children", []):
            grow_node(child, objective, depth + 1)

    for node in record["objectives"]:
        grow_node(node, None, 1)
    for _depth, rows in sorted(by_depth.items()):
        create(rows)


def _grow_activities(tree: Tree) -> None:
    for node, objective in tree.objectives:
        for entry in node.get("activities", []):
            tree.activities.append((entry, _activity(objective, entry, len(tree.activities) + 1)))


def _objective(
    plan: Plan, node: Record, parent: Objective | None, levels: dict[str, Level], position: int
) -> Objective:
    return Objective(
        plan=plan,
        parent=parent,
        level=levels.get(node["level"]),
        position=position,
        code=node["code"] or "",
        code_printed=node["code_as_printed"] or "",
        provenance=_objective_rest(node),
        **translated("title", node["title"], plan.language),
        **translated("statement", _statement(node), plan.language),
    )


def _statement(node: Record) -> str:
    return _joined(node.get("statement"), *node.get("summary", []))


def _joined(*texts: str | None) -> str:
    """Texts of one column, each once and on lines of its own."""
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _objective_rest(node: Record) -> dict[str, Any]:
    kept = rest(node, OBJECTIVE_COLUMNS)
    cells = {key: node[key]["as_printed"] for key in ROLE_LISTS if isinstance(node.get(key), dict)}
    return kept | ({"printed_roles": cells} if cells else {})


def _activity(objective: Objective, entry: Record, position: int) -> Activity:
    language = objective.plan.language
    period = entry.get("period") or {}
    responsible = entry.get("responsible") or {}
    resources = entry.get("resources") or {}
    return Activity(
        objective=objective,
        position=position,
        code=entry["code"] or "",
        code_printed=entry["code_as_printed"] or "",
        responsible_printed=responsible.get("as_printed") or "",
        period_printed=period.get("as_printed") or "",
        start=day(period["start"]) if period.get("start") else None,
        end=day(period["end"]) if period.get("end") else None,
        spans=_spans(period),
        status=annex.status_of(entry),
        provenance=_activity_rest(entry),
        **translated("title", entry["title"], language),
        **translated("resources", "\n".join(resources.get("items", [])), language),
        **translated("observations", _joined(entry.get("observations"), entry.get("note")), language),
    )


def _spans(period: Record) -> list[list[str]] | None:
    """The separate spans, only where they do not join: the envelope says the rest."""
    spans = [[str(part["start"]), str(part["end"])] for part in period.get("segments", [])]
    joined = all((day(b[0]) - day(a[1])).days <= 1 for a, b in pairwise(spans))
    return None if joined else spans


def _activity_rest(entry: Record) -> dict[str, Any]:
    """What the record says of an activity beyond the columns, under the record's own keys."""
    kept = rest(entry, ACTIVITY_COLUMNS)
    if period := rest(
        entry.get("period") or {},
        PERIOD_COLUMNS | (set() if not _spans(entry.get("period") or {}) else {"segments"}),
    ):
        kept["period"] = period
    if gantt := entry.get("gantt"):
        kept["gantt"] = rest(gantt, {"months"})
    if (origin := (entry.get("responsible") or {}).get("inherited_from")) is not None:
        kept["responsible_from"] = origin
    if entry.get("resources"):
        kept["resources_printed"] = entry["resources"]["as_printed"]
    return kept


def _results(tree: Tree, language: str) -> dict[str, Result]:
    """One result per cell: an activity whose cell is merged with an earlier one shares that one's result (P10)."""
    found: dict[str, Result] = {}
    by_code: dict[tuple[int, str], Result] = {}
    for entry, activity in tree.activities:
        if not (cell := entry.get("expected_result")):
            continue
        result = by_code.get((activity.objective_id, cell["inherited_from"] or ""))
        if result is None:
            text = translated("text", "\n".join(cell["items"]), language)
            result = Result(objective=activity.objective, position=len(by_code) + 1, **text)
        found[entry["uid"]] = by_code[activity.objective_id, called(entry)] = result
    create(list({id(result): result for result in found.values()}.values()))
    return found


def _responsibilities(plan: Plan, record: Record, tree: Tree, roster: Roster) -> list[Responsibility]:
    """Who answers for the plan, its objectives and its activities; an inherited cell of an objective is not copied."""
    rows = _from_lists(record["plan"], roster, {"plan": plan})
    for node, objective in tree.objectives:
        rows += _from_lists(node, roster, {"objective": objective})
    codes = {objective.code for _, objective in tree.objectives if objective.code}
    agreed = not is_only_possible(plan.layout)
    for entry, activity in tree.activities:
        cell = entry.get("responsible") or {"parties": [], "inherited_from": None}
        if cell["inherited_from"] in codes:
            continue
        rows += [_from_cell(activity, party, roster, agreed) for party in cell["parties"]]
    rows = _once(rows, plan.language)
    for position, row in enumerate(rows, start=1):
        row.position = position
    return rows


def _once(rows: list[Responsibility], language: str) -> list[Responsibility]:
    """A party that stands twice in one place and role ("ST / Secretaría Técnica") is one row with both duties."""
    found: dict[tuple[Any, ...], Responsibility] = {}
    for row in rows:
        first = found.setdefault((row.objective_id, row.activity_id, row.party_id, row.role), row)
        duties = [getattr(one, f"duty_{language}") for one in (first, row)]
        if first is not row and duties[1] not in ("", duties[0]):
            setattr(first, f"duty_{language}", "; ".join(filter(None, duties)))
    return list(found.values())


def is_only_possible(layout: dict[str, str]) -> bool:
    """Whether the printed heading says that responsibility is only possible, not agreed ("Posibles responsables")."""
    headings = [fold(heading) for heading, field_ in layout.items() if field_ == "responsible"]
    return any(re.search(rf"\b(?:{POSSIBLE})\b", heading) for heading in headings)


def _from_lists(block: Record, roster: Roster, place: dict[str, Any]) -> list[Responsibility]:
    return [
        Responsibility(party=roster.party(name, "country"), role=role, **place)
        for key, role in ROLE_LISTS.items()
        for name in listed(block.get(key))
    ]


def _from_cell(activity: Activity, party: Record, roster: Roster, agreed: bool) -> Responsibility:
    return Responsibility(
        activity=activity,
        party=roster.party(party["name"], party["kind"]),
        role=party["role"],
        agreed=agreed and not party.get("possible"),
        role_inferred=party.get("role_inferred", False),
        **translated("duty", party.get("task"), activity.objective.plan.language),
    )
