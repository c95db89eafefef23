"""The shape of a record: which of its keys have a column, and which it spells out though they are empty.

What has no column is kept in `provenance` under the key it has in the record, so nothing of a record is lost
(E17). The keys that a record spells out when empty are remembered per plan: only so can the record be written
back with its own nulls.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

Record = dict[str, Any]

COALITION_COLUMNS = {"name_es", "name_en", "short_name", "secretariat", "steering_committee", "party_kinds"}
PLAN_COLUMNS = {
    "title", "objective", "reference", "object", "addressees", "origin", "date_as_printed", "term_as_printed",
    "start", "end", "language", "status", "status_as_printed", "period_kind", "levels", "columns", "lead",
    "co_leads", "participants", "successor",
}  # fmt: skip
OBJECTIVE_COLUMNS = {
    "level", "code", "code_as_printed", "title", "statement", "summary", "indicators", "children", "activities",
    "lead", "co_leads", "participants",
}  # fmt: skip
ACTIVITY_COLUMNS = {
    "uid", "code", "code_as_printed", "title", "expected_result", "milestones", "indicators", "period",
    "responsible", "resources", "progress", "observations", "note", "gantt", "status", "status_options",
    "programmed_total_pct",
}  # fmt: skip
PERIOD_COLUMNS = {"as_printed", "start", "end", "starts_before_plan"}

# Printed lists of parties of a plan or an objective, with the role each stands for.
ROLE_LISTS = {"lead": "lead", "co_leads": "co_lead", "participants": "participant"}


def day(text: str | date) -> date:
    """A day of a record: ISO text, or already a date."""
    return text if isinstance(text, date) else date.fromisoformat(text)


def rest(block: Record, columns: set[str]) -> Record:
    """The part of a block that has no column of its own."""
    return {key: value for key, value in block.items() if key not in columns}


def called(entry: Record) -> str:
    """How other rows name an activity whose merged cell they share: by its code, else by its title."""
    return entry["code"] or entry["title"] or ""


def aims(cell: Record) -> list[Record]:
    """Every target of an indicator or milestone: that of the plan first, then further ones and those of years."""
    return [target for target in (cell.get("target"), *(cell.get("targets") or [])) if target]


def walk(nodes: Iterable[Record]) -> Iterator[Record]:
    """Every objective of the tree, in document order."""
    for node in nodes:
        yield node
        yield from walk(node.get("children") or [])


def activities(record: Record) -> Iterator[Record]:
    """Every activity of the record, in document order."""
    for node in walk(record["objectives"]):
        yield from node.get("activities") or []


def spelled_out(record: Record) -> dict[str, Any]:
    """The keys that every block of a kind has in this record, empty or not."""
    levels: dict[str, list[Record]] = {}
    for node in walk(record["objectives"]):
        levels.setdefault(node["level"], []).append(node)
    return {
        "coalition": sorted(record["coalition"]),
        "plan": sorted(record["plan"]),
        "objective": {level: _shared(nodes) for level, nodes in levels.items()},
        "activity": _shared(list(activities(record))),
    }


def _shared(blocks: list[Record]) -> list[str]:
    return sorted(set.intersection(*(set(block) for block in blocks))) if blocks else []
