"""The rows of a record made to fit: objectives, activities, their indicators, periods and percentages. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from plans.importing.apply.annex import MEANINGS
from plans.importing.apply.shape import Record, aims
from plans.importing.grids import Problem

ROLES = ("lead", "co_lead", "participant", "responsible", "partner")
STATUSES = {"not_started", "in_progress", "completed", "suspended", "cancelled", "unfinished", *MEANINGS}
# The largest number of a target and the largest percentage that a column holds.
LARGEST, LARGEST_PERCENT = Decimal(10) ** 18, Decimal(10) ** 5


@dataclass
class Fitter:
    """Fits one block after the other in its place, and gathers what was found."""

    problems: list[Problem]

    def say(self, kind: str, block: Record, key: str, value: Any, *, proposal: str = "", **more: Any) -> None:
        """Note a problem at the cell that a key of the block came from."""
        is_error = more.pop("is_error", False)
        self.problems.append(Problem(kind, place_of(block, key), str(value), proposal, is_error, more))

    def fit_text(self, block: Record, key: str, most: int, at: Record | None = None) -> None:
        """A text that is longer than its column is kept whole beside it."""
        value = block.get(key)
        if value is not None and not isinstance(value, str):
            block[key] = value = str(value)
        if value and len(value) > most:
            block[f"{key}_as_found"] = value
            block[key] = None
            self.say("text_too_long", at or block, key, value, most=most)

    def fit_day(self, block: Record, key: str, at: Record | None = None) -> None:
        try:
            block[key] = date.fromisoformat(str(block[key])).isoformat() if block.get(key) else None
        except ValueError:
            self.say("date_impossible", at or block, key, block[key], is_error=True)
            block[key] = None

    def fit_node(self, node: Record) -> None:
        """An objective and its activities; its children are fitted on their own."""
        self._fit_row(node)
        for cell in node.get("indicators") or []:
            self._fit_indicator(cell, node)
        _drop_empty(node, "children", "activities", "indicators", "summary")
        for entry in node.get("activities", []):
            self._fit_activity(entry)

    def _fit_row(self, row: Record) -> None:
        for key in ("code", "code_as_printed", "title"):
            row.setdefault(key, None)
        self.fit_text(row, "code", 60)
        self.fit_text(row, "code_as_printed", 100)

    def _fit_activity(self, entry: Record) -> None:
        self._fit_row(entry)
        self._fit_period(entry)
        _drop_empty(entry, "indicators", "milestones", "progress")
        for cell in entry.get("indicators", []):
            self._fit_indicator(cell, entry)
        for cell in entry.get("milestones", []):
            cell["text"] = cell.get("text") or ""
            self._fit_targets(cell, entry)
        if result := entry.get("expected_result"):
            result.setdefault("inherited_from", None)
            result["items"] = result.get("items") or [result.get("text") or ""]
        if cell := entry.get("responsible"):
            self._fit_responsible(cell)
        if cell := entry.get("resources"):
            cell.setdefault("as_printed", None)
        if (status := entry.get("status")) and status not in STATUSES:
            entry["status_as_found"], entry["status"] = status, None
            self.say("status_unknown", entry, "status", status)
        if "progress" in entry:
            entry["progress"] = self._shares(entry)

    def _fit_period(self, entry: Record) -> None:
        """Both ends or neither, in their order; the printed words stay."""
        if not (period := entry.get("period")):
            return
        for part in (period, *period.get("segments", [])):
            self.fit_day(part, "start", entry)
            self.fit_day(part, "end", entry)
        parts = [part for part in period.get("segments", []) if _is_span(part)]
        if not _is_span(period):
            if period["start"] or period["end"]:
                words = f"{period['start'] or '?'} – {period['end'] or '?'}"
                self.say(
                    "period_backwards", entry, "period", period.get("as_printed") or words, is_error=True
                )
            period["start"] = period["end"] = None
            parts = []
        if "segments" in period:
            period["segments"] = parts

    def _fit_responsible(self, cell: Record) -> None:
        cell.setdefault("inherited_from", None)
        for party in cell.setdefault("parties", []):
            party.setdefault("kind", None)
            if party.get("role") not in ROLES:
                party |= {"role": "responsible", "role_inferred": True}

    def _fit_indicator(self, cell: Record, row: Record) -> None:
        for key in ("code", "unit", "inherited_from"):
            cell.setdefault(key, None)
        cell["name"] = cell.get("name") or ""
        at = cell if "source" in cell else row
        for key, most in (("code", 60), ("unit", 200), ("per", 40)):
            self.fit_text(cell, key, most, at)
        if cell.get("baseline") is not None and not _holds(cell["baseline"], LARGEST):
            self.say("number_too_large", at, "baseline", cell["baseline"])
            cell["baseline_as_found"], cell["baseline"] = str(cell["baseline"]), None
        self._fit_targets(cell, row)

    def _fit_targets(self, cell: Record, row: Record) -> None:
        cell.setdefault("target", None)
        for target in aims(cell):
            self._fit_target(target, cell if "source" in cell else row)

    def _fit_target(self, target: Record, at: Record) -> None:
        """A comparator stands with its number or as "done"; a number that cannot be counted with stays a text."""
        for key in ("code", "text", "comparator", "number", "unit", "per"):
            target.setdefault(key, None)
        if "year" in target and not _is_year(target["year"]):
            target["year_as_found"] = target.pop("year")
        for key, most in (("code", 60), ("unit", 200), ("per", 40)):
            self.fit_text(target, key, most, at)
        if target["number"] is not None and not _holds(target["number"], LARGEST):
            self.say("number_too_large", at, "target", target["text"] or target["number"])
            target["number_as_found"], target["number"] = str(target["number"]), None
        known = target["comparator"] in (">=", "<=", "=") and target["number"] is not None
        if not known and target["comparator"] != "done":
            target["comparator"] = None

    def _shares(self, entry: Record) -> list[Record]:
        """The pairs of columns whose numbers can be kept, each with its stretch of days, each stretch once."""
        kept: dict[tuple[Any, ...], Record] = {}
        for slot in entry["progress"]:
            for key in ("programmed_pct", "executed_pct", "year", "proposed_year", "year_as_printed"):
                slot.setdefault(key, None)
            self.fit_text(slot, "year_as_printed", 100, entry)
            self._fit_percent(slot, entry)
            for key in ("start", "end"):
                self.fit_day(slot, key, entry)
            place = _stretch(slot)
            filled = slot["programmed_pct"] is not None or slot["executed_pct"] is not None
            if filled and (not place or place in kept):
                kind = "share_twice" if place else "share_without_period"
                self.say(kind, entry, "progress", _numbers(slot), is_error=True)
            elif filled:
                kept[place] = slot
        return list(kept.values())

    def _fit_percent(self, slot: Record, entry: Record) -> None:
        for key, lowest in (("programmed_pct", 0), ("executed_pct", -LARGEST_PERCENT)):
            value = slot[key]
            if value is None:
                continue
            if not _holds(value, LARGEST_PERCENT) or Decimal(str(value)) < lowest:
                self.say("percent_impossible", entry, "progress", value, is_error=True)
                slot[key] = None
            elif isinstance(value, float):
                slot[key] = round(value, 4)


def _drop_empty(block: Record, *keys: str) -> None:
    """A list that a file leaves out is no list: `null` in its place would be neither."""
    for key in keys:
        if key in block and block[key] is None:
            del block[key]


def place_of(block: Record, key: str) -> str:
    """The cell that a key of a block came from, else that of its row, else how the row is called."""
    source = block.get("source") or {}
    cells = source.get("cells") or {}
    found = cells.get(key) or cells.get(f"{key}s") or cells.get(key.removesuffix("s")) or source.get("place")
    return str(found or block.get("code_as_printed") or block.get("code") or block.get("title") or "")


def _is_span(part: Record) -> bool:
    return bool(part.get("start") and part.get("end") and part["start"] <= part["end"])


def _stretch(slot: Record) -> tuple[Any, ...]:
    """What tells a pair of columns from the others; empty where its period is not said."""
    if _is_span(slot):
        return slot["start"], slot["end"]
    slot["start"] = slot["end"] = None
    year = slot["year"] or slot["proposed_year"]
    return (f"{year}-01-01", f"{year}-12-31") if _is_year(year) else ()


def _is_year(year: Any) -> bool:
    return isinstance(year, int) and 1900 <= year <= 2200


def _numbers(slot: Record) -> str:
    return " / ".join(str(slot[key]) for key in ("programmed_pct", "executed_pct") if slot[key] is not None)


def _holds(value: Any, most: Decimal) -> bool:
    """Whether a number is one, and smaller than what its column holds. Not a number, true and infinity are none."""
    try:
        return not isinstance(value, bool) and abs(Decimal(str(value))) < most
    except InvalidOperation:
        return False
