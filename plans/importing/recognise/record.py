"""The draft as a record: one dict in the shape of the gold, with the cells that each row came from (E17)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plans.importing.grids import Source
from plans.importing.recognise import facts, readers
from plans.importing.recognise.calendars import Term, period_of
from plans.importing.recognise.codes import depth, sentence_case
from plans.importing.recognise.draft import Activity, Draft, Found, Node
from plans.importing.recognise.measures import indicators_of, lines_of, milestones_of, resources_of, result_of
from plans.importing.recognise.people import Roster, names_in
from plans.importing.recognise.shares import progress_of
from plans.importing.recognise.statuses import status_of
from plans.importing.recognise.words import LEVELS, fold

Record = dict[str, Any]
WORDS = {word.key: word for _, word in LEVELS}
# The names of levels that a document names only by an abbreviation or not at all.
NAMES = {
    "output": ("Resultado", "Output"),
    "axis": ("Eje", "Axis"), "objective": ("Línea estratégica", "Strategic line"),
    "plain_objective": ("Objetivo", "Objective"),
    "strategic_objective": ("Objetivo estratégico", "Strategic objective"), "action": ("Acción", "Action"),
    "operational_objective": ("Objetivo operativo", "Operational objective"), "activity": ("Actividad", "Activity"),
    "operational_action": ("Acción operativa", "Operational action"), "task": ("Tarea", "Task"),
    "specific_objective": ("Objetivo específico", "Specific objective"), "milestone": ("Hito", "Milestone"),
    "general_objective": ("Objetivo general", "General objective"),
}  # fmt: skip
_BOUNDED = re.compile(
    r"menos|m[ií]nimo|m[aá]ximo|least|most|minimum|maximum|moins|plus|[<>≥≤]|hasta", re.IGNORECASE
)
UNNAMED = ("objective", "action", "sub_action", "step")
_SAME = "expected_result indicator target milestones period responsible lead co_leads participants partners resources"
_RECORD_FIELDS = {name: name for name in (*_SAME.split(), "observations", "status", "code")}
_RECORD_FIELDS |= {"start": "period", "end": "period"}


@dataclass
class Writer:
    """Writes the nodes and activities of one draft; remembers which cell an activity has inherited from which."""

    draft: Draft
    source: Source
    roster: Roster
    term: Term
    slug: str
    acronyms: frozenset[str]
    language: str
    origins: dict[int, str] = field(default_factory=dict)
    uids: dict[str, int] = field(default_factory=dict)
    goals: bool | None = None
    rows: int = 0
    restarts: bool = False

    def __post_init__(self) -> None:
        firsts = [node.activities[0].code for node in self.draft.all_nodes() if node.activities]
        self.restarts = len(firsts) > 1 and firsts.count(firsts[0]) == len(firsts) and depth(firsts[0]) == 1

    def node(self, node: Node, keys: Mapping[str, str]) -> Record:
        title = sentence_case(node.title, self.acronyms) if node.title.isupper() else node.title
        block: Record = {
            "level": keys[node.level.key],
            "code": node.code or None,
            "code_as_printed": node.code_printed or None,
            "title": title or None,
        }
        if node.title_printed and node.title_printed not in {title, node.title}:
            block["title_as_printed"] = node.title_printed
        elif title != node.title:
            block["title_as_printed"] = node.title
        if node.statement:
            block["statement"] = node.statement
        block |= node.extra.get("titles", {})
        block |= self.roster.of_node(node)
        if summary := node.values.get("summary"):
            block["summary"] = [line for found in summary for line in lines_of(found.text)]
        if indicators := self._node_indicators(node):
            block["indicators"] = indicators
        block["source"] = {"place": node.place, "cells": _places(node.values)}
        if node.nodes:
            block["children"] = [self.node(child, keys) for child in node.nodes]
        if node.activities:
            block["activities"] = [self.activity(node, activity) for activity in node.activities]
        return block

    def _node_indicators(self, node: Node) -> list[Record]:
        node.extra["indicators"] = indicators_of(self.draft, node.values, None)
        return list(node.extra["indicators"])

    def activity(self, node: Node, activity: Activity) -> Record:
        code, uid = self._code(node, activity)
        values = activity.values
        term = self.term.of(activity)
        progress = progress_of(self.draft, activity, term)
        targets = values.get("target", [])
        results = values.get("expected_result", [])
        if targets and self._is_result(activity):
            targets, results = [], [*results, *targets]
        block: Record = {
            "uid": uid,
            "code": code or None,
            "code_as_printed": activity.code_printed or None,
            "title": activity.title,
            "expected_result": result_of(results, self._origin(results)),
            "milestones": milestones_of(values.get("milestones", [])),
            "indicators": indicators_of(
                self.draft, values | {"target": targets}, self._origin(values.get("indicator", []))
            ),
            "period": period_of(self.draft, activity, term, progress),
            "responsible": self.roster.responsible(activity, node, self._origin(values.get("responsible", []))),
            "resources": resources_of(values.get("resources", [])),
            "progress": progress,
        }  # fmt: skip
        block |= self._more(activity, progress)
        block["source"] = {"place": activity.place, "cells": {"title": activity.place} | _places(values)}
        self._remember(activity, code or activity.title)
        return block

    def _more(self, activity: Activity, progress: Sequence[Record]) -> Record:
        """What few plans have: a status, remarks, the sum of shares, a row in a timetable, quantities in the title."""
        more: Record = dict(activity.extra)
        for found in activity.values.get("status", []):
            status = status_of(found.text)
            more["status"] = status
            if status is None:
                self.draft.ask("status_not_understood", found.place, found.text, activity.title)
        remarks = [
            found.text
            for name in ("observations", "verification", "summary")
            for found in activity.values.get(name, [])
        ]
        if remarks:
            more["observations"] = "\n".join(remarks)
        if progress:
            filled = [slot["programmed_pct"] for slot in progress if slot["programmed_pct"] is not None]
            more |= {"table": activity.table, "programmed_total_pct": sum(filled) if filled else None}
        quantities = (
            []
            if not _BOUNDED.search(activity.title)
            else [
                one
                for one in readers.targets(activity.title)
                if one.understood and one.number is not None and one.comparator in {">=", "<="}
            ]
        )
        if quantities:
            more["quantities_in_title"] = [
                {
                    "code": None,
                    "text": one.expression,
                    "comparator": one.comparator,
                    "number": int(one.number or 0),
                    "unit": one.unit,
                    "per": one.per,
                }
                for one in quantities
            ]
        return more

    def _is_result(self, activity: Activity) -> bool:
        """Whether the column of goals ("Meta") holds statements, which are results, rather than quantities (P12)."""
        layout = activity.layout
        if layout is None or layout.of("expected_result") or not layout.of("indicator"):
            return False
        if self.goals is None:
            self.goals = self._goals_are_results()
        return self.goals

    def _goals_are_results(self) -> bool:
        texts = [
            found.text
            for _, one in self.draft.activities()
            if one.layout is not None
            for found in one.values.get("target", [])
        ]
        numeric = sum(
            any(
                reading.number is not None or any(sign.isdigit() for sign in text)
                for reading in readers.targets(text)
            )
            for text in texts
        )
        return 3 * numeric < len(texts)

    def _origin(self, founds: Sequence[Found]) -> str | None:
        """The activity whose merged cell this one shares, if any (E1)."""
        shared = [
            self.origins[id(found.cell)]
            for found in founds
            if found.inherited and id(found.cell) in self.origins
        ]
        return shared[0] if shared else None

    def _remember(self, activity: Activity, name: str) -> None:
        for founds in activity.values.values():
            for found in founds:
                if found.cell is not None:
                    self.origins.setdefault(id(found.cell), name)

    def _code(self, node: Node, activity: Activity) -> tuple[str, str]:
        """The code, made whole by the objective's where numbers begin anew in each (P13), and a name for the row."""
        code = name = activity.code
        if self.restarts and node.code and code and depth(code) == 1:
            name = f"{node.code}/{code}"
            digits = re.sub(r"^[^\d]*", "", node.code)
            code = f"{digits}.{code}" if digits else f"{node.code}.{code}"
        name = name or f"row-{self.rows + 1}"
        self.rows += 1
        self.uids[name] = self.uids.get(name, 0) + 1
        return code, f"{self.slug}:{name}" + (f"#{self.uids[name]}" if self.uids[name] > 1 else "")


def _places(values: Mapping[str, Sequence[Found]]) -> dict[str, str]:
    return {name: found.place for name, founds in values.items() for found in founds[:1]}


def write(
    draft: Draft, source: Source, term: Term, said: str | None, known: Mapping[str, str], slug: str
) -> Record:
    """The record of a draft."""
    roster = Roster(draft, known)
    language = facts.language_of(source)
    writer = Writer(draft, source, roster, term, slug, facts.acronyms_of(source), language)
    keys = _keys(draft)
    header = facts.header_of(draft, source, term, said)
    for name in ("lead", "co_leads", "participants"):
        if name in draft.facts:
            header[name] = names_in(draft.facts[name], known)
    objectives = [writer.node(node, keys) for node in draft.nodes]
    header |= {
        "period_kind": _unit(draft, objectives),
        "levels": _levels(draft, keys, language),
        "columns": _columns(draft, keys, goals=bool(writer.goals)),
    }
    record: Record = {
        "schema_version": 1,
        "id": slug,
        "source_files": [source.name],
        "coalition": facts.coalition_of(draft, roster.kinds()),
        "plan": header,
        "objectives": objectives,
    }
    _number_repeats(record)
    return record


def _number_repeats(record: Record) -> None:
    """Where a code stands twice the first row's name carries its number too: "1.1#1", "1.1#2" (law 2)."""
    rows = [row for node in _walk(record["objectives"]) for row in node.get("activities", [])]
    names = {row["uid"] for row in rows}
    for row in rows:
        if f"{row['uid']}#2" in names:
            row["uid"] += "#1"


def _walk(nodes: Sequence[Record]) -> list[Record]:
    return [one for node in nodes for one in (node, *_walk(node.get("children", [])))]


def _keys(draft: Draft) -> dict[str, str]:
    """The key of each level in the record: the word's own; levels without a word take the usual ones by depth."""
    taken: dict[str, str] = {}
    for place, level in enumerate(draft.levels):
        key = "objective" if level.key == "plain_objective" else level.key
        if level.key.startswith("unnamed"):
            key = UNNAMED[min(place, len(UNNAMED) - 1)]
        while key in taken.values():
            key += "_2"
        taken[level.key] = key
    return taken


def _levels(draft: Draft, keys: Mapping[str, str], language: str) -> list[Record]:
    levels = [
        _level(level.key, level.name, keys[level.key], language, level.abbreviation) for level in draft.levels
    ]
    leaf = "activity" if "activity" not in keys.values() else "activity_2"
    levels.append(
        {"level": leaf, "name": _singular(draft.leaf, NAMES["activity"][language == "en"], language)}
    )
    if any(activity.values.get("milestones") for _, activity in draft.activities()):
        levels.append({"level": "milestone", "name": NAMES["milestone"][language == "en"]})
    return levels


def _level(word: str, printed: str, key: str, language: str, abbreviation: str) -> Record:
    usual = NAMES.get(word) or NAMES.get(key) or NAMES["plain_objective"]
    name = _singular(printed, usual[language == "en"], language)
    return {"level": key, "name": name} | ({"abbreviation": abbreviation} if abbreviation else {})


def _singular(printed: str, usual: str, language: str) -> str:
    """The word of a level for one of it: as printed, a plural or capitals as its usual name."""
    text = " ".join(printed.split()).strip(" :.")
    text = text.capitalize()
    if fold(text).endswith("s") and language in {"pt", "fr"}:
        return text[:-1]
    return usual if not text or fold(text).endswith("s") else text


def _of_draft(draft: Draft, keys: Mapping[str, str]) -> dict[str, str]:
    """The labels of boxes and the fields they hold."""
    return {label: keys.get(name.removeprefix("level:"), name) for label, name in draft.labels.items()}


def _columns(draft: Draft, keys: Mapping[str, str], *, goals: bool) -> dict[str, str]:
    """The printed heads of the plan's tables and the field of each (R6)."""
    found: dict[str, str] = {}
    for layout in draft.layouts:
        for column in layout.columns:
            head = column.head
            if column is layout.leaf:
                found[head] = "activity"
            elif column.field == "level":
                found[head] = keys.get(column.level, column.level)
            elif column.field in _RECORD_FIELDS:
                found[head] = _RECORD_FIELDS[column.field]
                if column.field == "target" and goals:
                    found[head] = "expected_result"
    return found | _of_draft(draft, keys)


def _unit(draft: Draft, objectives: Sequence[Record]) -> str:
    """The unit of the plan's calendar: that of its calendar columns, else of most of its periods."""
    layouts = [*draft.layouts, *(calendar.layout for calendar in draft.timetables)]
    units = [
        column.time.unit
        for layout in layouts
        for column in layout.calendar
        if column.time and column.time.unit in {"month", "quarter", "semester", "year"}
    ]
    kinds = [
        row["period"]["kind"]
        for node in _walk(objectives)
        for row in node.get("activities", [])
        if row["period"]
    ]
    fine = [kind for kind in kinds if kind in {"month", "quarter", "semester"}] or [
        kind for kind in kinds if kind == "year"
    ]
    counted = fine or units
    return max(set(counted), key=counted.count) if counted else "year"
