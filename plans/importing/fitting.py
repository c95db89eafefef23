"""A record made whole and made to fit: what it lacks is filled, what no column can hold is kept beside it and said.

A record that was read from a file may lack anything. What is too long or too large for its column is never cut (bad
inputs 18, 24): it stays under `KEY_as_found`, which ends in the row's provenance, and the column stays empty. Pure.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from plans.importing.apply.annex import MEANINGS, as_plan
from plans.importing.apply.shape import Record, activities, walk
from plans.importing.fitting_activity import Fitter
from plans.importing.grids import Problem

LANGUAGES = ("es", "en")
UNITS = ("month", "quarter", "semester", "year")
# Signs that a database refuses or that no file can hold: NUL, and halves of a character.
UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


def fit(
    record: Record, name: str, start: date | None = None, end: date | None = None
) -> tuple[Record, list[Problem]]:
    """A new record that `apply` can take, and what was found on the way; the record itself stays as it is.

    name: of the file, which stands for a title and an address where there is none. `start`, `end`: the plan's dates
    where somebody said them. Without any the dates stay empty: who applies it refuses.
    """
    fitter = Fitter([])
    whole = json.loads(json.dumps(_holdable(as_plan(record), fitter), default=str), parse_constant=str)
    whole |= {
        "id": whole.get("id") or name,
        "source_files": whole.get("source_files") or [name],
        "coalition": whole.get("coalition") or {},
        "objectives": whole.get("objectives") or [],
    }
    whole["plan"] = _header(dict(whole.get("plan") or {}), name, start, end, fitter)
    _fit_levels(whole, fitter)
    for node in walk(whole["objectives"]):
        fitter.fit_node(node)
    _name_apart(list(activities(whole)))
    whole["status_vocabulary"] = [
        word for word in whole.get("status_vocabulary") or [] if word["key"] in MEANINGS
    ]
    return whole, fitter.problems


def _header(header: Record, name: str, start: date | None, end: date | None, fitter: Fitter) -> Record:
    """The plan's own block. Whatever the file says of its state, it comes in as a draft."""
    header |= {"start": start or header.get("start"), "end": end or header.get("end"), "status": "draft"}
    for key in ("start", "end"):
        fitter.fit_day(header, key)
    if not header.get("title"):
        header["title"] = name.rpartition(".")[0] or name
        fitter.say("no_title", header, "title", "", proposal=header["title"])
    if header.get("language") not in LANGUAGES:
        if header.get("language"):
            fitter.say("other_language", header, "language", header["language"])
        header["language"] = "es"
    if header.get("period_kind") not in UNITS:
        header["period_kind"] = None
    for key, most in (("reference", 100), ("date_as_printed", 100), ("status_as_printed", 200)):
        fitter.fit_text(header, key, most)
    if header.get("columns") is None:
        header.pop("columns", None)
    return header


def _fit_levels(record: Record, fitter: Fitter) -> None:
    """The levels that the record names, and after them those that only its nodes name."""
    levels = [dict(level) for level in record["plan"].get("levels") or []]
    for depth, nodes in enumerate(_by_depth(record["objectives"]), start=1):
        for node in nodes:
            node["level"] = (node.get("level") or f"level_{depth}")[:40]
    named = {level["level"] for level in levels}
    missing = dict.fromkeys(
        node["level"] for node in walk(record["objectives"]) if node["level"] not in named
    )
    if not levels:
        levels = [{"level": "activity", "name": ""}]
    record["plan"]["levels"] = [*({"level": key, "name": ""} for key in missing), *levels]
    for level in record["plan"]["levels"]:
        level["level"] = level["level"][:40]
        level["name"] = level.get("name") or ""
        fitter.fit_text(level, "name", 100)
        fitter.fit_text(level, "abbreviation", 20)


def _by_depth(nodes: list[Record]) -> Iterable[list[Record]]:
    while nodes:
        yield nodes
        nodes = [child for node in nodes for child in node.get("children") or []]


def _name_apart(rows: list[Record]) -> None:
    """Each activity has a key of its own: identity is the row, never its code (bad input 22)."""
    taken: set[str] = set()
    for number, row in enumerate(rows, start=1):
        uid = row.get("uid") or f"row-{number}"
        row["uid"] = uid if uid not in taken else f"{uid}~{number}"
        taken.add(row["uid"])


def _holdable(record: Record, fitter: Fitter) -> Record:
    """The record without signs that cannot be stored; most have none, and are only looked at."""
    text = json.dumps(record, ensure_ascii=False, default=str)
    if "\\u0000" not in text and not UNHOLDABLE.search(text):
        return record
    cleaned: Record = _without(record)
    if cleaned != record:
        fitter.say("signs_removed", {}, "", "")
    return cleaned


def _without(value: Any) -> Any:
    if isinstance(value, str):
        return UNHOLDABLE.sub("", value)
    if isinstance(value, dict):
        return {_without(key): _without(one) for key, one in value.items()}
    return [_without(one) for one in value] if isinstance(value, list) else value
