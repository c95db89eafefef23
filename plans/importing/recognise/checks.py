"""Contradictions inside one document, and what it leaves out: said, never mended in silence (law 2, E9, E13). Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from plans.importing.recognise import timetables
from plans.importing.recognise.calendars import Term
from plans.importing.recognise.codes import depth
from plans.importing.recognise.draft import Activity, Draft, Node
from plans.importing.recognise.words import fold

Record = dict[str, Any]
_FRAGMENT = re.compile(
    r"(?<![A-ZÁÉÍÓÚ])(?<!\be\.g)(?<!\bej)(?<!\betc)(?<!\bi\.e)\.\s+([a-záéíóúñ][^.]{8,})\.?$"
)
_EACH = re.compile(r"\b(?:en|por|para) cada \w+|\bin each \w+|\bfor each \w+|\bpar chaque \w+|\bem cada \w+")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_WEAK = frozenset(["estrategia", "objetivo", "actividades", "acciones", "acuerdos", "regional", "nacional"])


def check(draft: Draft, record: Record, term: Term) -> None:
    """Look at the whole record and note each doubt once."""
    rows = [
        (node, activity, block)
        for (node, activity), block in zip(draft.activities(), _blocks(record["objectives"]), strict=True)
    ]
    for one in (
        _codes,
        _nodes_under_parents,
        _shares,
        _fragments,
        _indicators,
        _roles,
        _leads,
        _dates,
        _repeated,
        _foreign_names,
    ):
        one(draft, rows)
    for _node, activity, block in rows:
        timetables.compare_periods(draft, activity, block["period"], term)
        block.pop("gantt_row", None)
    _facts(draft)


def _blocks(nodes: list[Record]) -> Iterator[Record]:
    for node in nodes:
        yield from node.get("activities", [])
        yield from _blocks(node.get("children", []))


Rows = list[tuple[Node, Activity, Record]]
Check = Callable[[Draft, Rows], None]


def _codes(draft: Draft, rows: Rows) -> None:
    """A code twice, a code that is not its objective's, a code that Excel took for a number (bad inputs 22, 23)."""
    places = defaultdict(list)
    for _node, activity, block in rows:
        if block["code"]:
            places[block["code"]].append(activity)
    coded = sum(map(len, places.values()))
    for _node, activity, block in rows:
        if not block["code"] and coded > len(rows) / 2:
            draft.ask("code_missing", activity.place, activity.title)
    for code, same in places.items():
        if len(same) > 1:
            for activity in same[1:]:
                draft.ask("code_twice", activity.place, code, same[0].place)
    _numbers_as_codes(draft, rows)
    own: dict[int, list[tuple[Activity, Record]]] = {}
    for node, activity, block in rows:
        if block["code"]:
            own.setdefault(id(node), []).append((activity, block))
    for node in draft.all_nodes():
        _codes_under(draft, node, own.get(id(node), []))


def _codes_under(draft: Draft, node: Node, own: list[tuple[Activity, Record]]) -> None:
    """Codes that do not go on from their objective's, where the others do."""
    digits = re.sub(r"^\D*", "", node.code)
    if not digits or not own or depth(node.code) >= 5:
        return
    strange = [
        (number, activity, block)
        for number, (activity, block) in enumerate(own, start=1)
        if block["code"][:1].isdigit()
        and depth(block["code"]) >= depth(digits)
        and not block["code"].startswith(f"{digits}.")
    ]
    if len(strange) >= max(2, len(own)) and depth(digits) == 1:
        return
    for number, activity, block in strange:
        block["proposed_code"] = f"{digits}.{number}"
        draft.ask(
            "code_not_under_parent", activity.place, block["code"], block["proposed_code"], parent=node.code
        )


def _numbers_as_codes(draft: Draft, rows: Rows) -> None:
    """1.10 that a workbook holds as a number reads 1.1: asked, never joined to the 1.1 that is there (bad input 22)."""
    cells = [(activity, activity.code_cell) for _, activity, _ in rows if activity.code_cell is not None]
    for (_, before), (activity, cell) in pairwise(cells):
        if (
            cell.kind == "number"
            and re.fullmatch(r"\d+\.1", cell.text)
            and re.fullmatch(r"\d+\.9", before.text)
        ):
            draft.ask("code_as_number", activity.place, cell.text, f"{cell.text}0")


def _nodes_under_parents(draft: Draft, rows: Rows) -> None:
    """An objective whose code does not go on from the one above it: a heading may be missing (E10)."""
    for node in draft.all_nodes():
        for child in node.nodes:
            above, below = re.sub(r"^\D*", "", node.code), re.sub(r"^\D*", "", child.code)
            if above and depth(below) > depth(above) and not below.startswith(f"{above}."):
                draft.ask(
                    "heading_missing", child.place, child.code, below.rpartition(".")[0], parent=node.code
                )


def _shares(draft: Draft, rows: Rows) -> None:
    """Programmed shares that sum to neither 100 nor nothing; executed columns that are almost blank (T3)."""
    slots = [slot for _, _, block in rows for slot in block["progress"]]
    for _node, activity, block in rows:
        total = block.get("programmed_total_pct")
        if total and abs(total - 100) > 0.5:
            draft.ask("shares_sum", activity.place, f"{total} %", activity.title)
    filled = sum(slot["executed_pct"] is not None for slot in slots)
    if len(slots) > 5 and 0 < filled < len(slots) / 4:
        draft.ask("executed_mostly_blank", "", f"{filled} / {len(slots)}")


def _fragments(draft: Draft, rows: Rows) -> None:
    """A text that goes on after its end in lower case: something was left over in it (E9)."""
    texts = [(node.place, node.title) for node in draft.all_nodes()] + [
        (activity.place, activity.title) for _, activity, _ in rows
    ]
    for place, text in texts:
        if found := _FRAGMENT.search(text):
            draft.ask("stray_fragment", place, found[1], text)


def _indicators(draft: Draft, rows: Rows) -> None:
    """What the plan cannot be measured by: no indicators, none with a target; one value for each group (G18)."""
    blocks = [(node.place, block) for node, block in _node_indicators(draft)]
    blocks += [(activity.place, one) for _, activity, block in rows for one in block["indicators"]]
    measured = [
        one
        for _, one in blocks
        if any(aim and aim["comparator"] for aim in (one["target"], *one.get("targets", [])))
    ]
    if not rows or draft.annex:
        return
    if not blocks:
        draft.ask("no_indicators", "")
    elif 5 * len(measured) < len(blocks):
        draft.ask("no_targets", "", f"{len(measured)} / {len(blocks)}")
    for place, one in blocks:
        if found := _EACH.search(fold(one["name"])):
            draft.ask("one_value_each", place, one["name"], found[0])
    _bare_numbers(draft, blocks)
    for _node, activity, block in rows:
        _recurring(draft, activity, block)


def _node_indicators(draft: Draft) -> Iterator[tuple[Node, Record]]:
    for node in draft.all_nodes():
        yield from ((node, one) for one in node.extra.get("indicators", []))


def _bare_numbers(draft: Draft, blocks: list[tuple[str, Record]]) -> None:
    """Where other targets say "at least", a number alone may mean the same; money as target of a count."""
    aims = [(place, one, one["target"]) for place, one in blocks if one["target"]]
    kinds = Counter(aim["comparator"] for _, _, aim in aims)
    for place, one, aim in aims:
        if aim["comparator"] == "=" and kinds[">="] > kinds["="]:
            draft.ask("bare_number", place, aim["text"], one["name"])
        if aim["unit"] in {"USD", "EUR", "$", "€"} or aim["per"] not in {
            None,
            "year",
            "semester",
            "quarter",
            "month",
            "week",
        }:
            draft.ask("target_in_money", place, aim["text"], one["name"])


def _recurring(draft: Draft, activity: Activity, block: Record) -> None:
    """ "At least 2 a year" in a period of one year or less (P16)."""
    aims = [one["target"] for one in [*block["indicators"], *block["milestones"]] if one["target"]]
    period = block["period"] or {}
    if not period.get("start") or not any(aim["per"] == "year" for aim in aims):
        return
    days = (date.fromisoformat(period["end"]) - date.fromisoformat(period["start"])).days
    if days < 370:
        draft.ask(
            "yearly_target_in_one_year",
            activity.place,
            next(aim["text"] for aim in aims if aim["per"]),
            period["as_printed"] or "",
        )


def _roles(draft: Draft, rows: Rows) -> None:
    """A column that does not tell who is responsible from who helps, and what was read into it (P20, D07-D09)."""
    for layout in draft.layouts:
        for column in layout.of("responsible"):
            folded = fold(column.head)
            if re.search(r"soci|partner|aliad|apoyo|parceir|partenaire", folded) or re.search(
                r"posible|possible|propuest|tentativ|eventual", folded
            ):
                draft.ask("roles_unclear", layout.place, column.head)
    for _node, activity, block in rows:
        for party in block["responsible"]["parties"]:
            if (
                party.get("role_inferred")
                and party["role"] == "responsible"
                and party["kind"] in {"organisation", "country"}
            ):
                draft.ask("outside_party_responsible", activity.place, party["name"], activity.title)
            if party["kind"] in {"partners", "members"} and _ACRONYM.search(party["name"]):
                draft.ask("one_party_or_two", activity.place, party["name"], activity.title)


def _leads(draft: Draft, rows: Rows) -> None:
    """A box that has a place for its lead and leaves it blank: not inherited from the plan in silence (P22)."""
    for node in draft.all_nodes():
        if isinstance(node.extra.get("lead"), str):
            draft.ask("lead_missing", node.extra["lead"], node.code or node.title)


def _dates(draft: Draft, rows: Rows) -> None:
    """A period that begins before the document was dated (P05)."""
    said = draft.facts.get("date")
    found = re.search(r"(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-](20\d\d)", said.text) if said else None
    if found is None or not 1 <= int(found[2]) <= 12:
        return
    made = date(int(found[3]), int(found[2]), 1)
    for _node, activity, block in rows:
        start = (block["period"] or {}).get("start")
        if start and date.fromisoformat(start) < made:
            draft.ask(
                "starts_before_its_date",
                activity.place,
                block["period"]["as_printed"] or start,
                said.text if said else "",
            )


def _repeated(draft: Draft, rows: Rows) -> None:
    """The same indicator under several objectives: its values may be counted twice (P12)."""
    places = defaultdict(list)
    for node, one in _node_indicators(draft):
        places[fold(one["name"])].append((node, one["name"]))
    for found in places.values():
        if len({id(node) for node, _ in found}) > 1:
            draft.ask(
                "indicator_repeated",
                found[-1][0].place,
                found[0][1],
                ", ".join(node.code or node.title for node, _ in found),
            )


def _foreign_names(draft: Draft, rows: Rows) -> None:
    """An indicator that names what another part of the plan is called by, and not its own (C16)."""
    words = {id(node): frozenset(re.findall(r"[a-z]{7,}", fold(node.title))) - _WEAK for node in draft.nodes}
    named_by = {next(iter(words[id(top)])): top for top in draft.nodes if len(words[id(top)]) == 1}
    owner = {id(one): top for top in draft.nodes for one in top.walk()} if named_by else {}
    for node, activity, block in rows if named_by else []:
        top = owner[id(node)]
        for one in block["indicators"]:
            named = set(re.findall(r"[a-z]{7,}", fold(one["name"])))
            others = [named_by[word] for word in named & named_by.keys() if named_by[word] is not top]
            if (
                others
                and not words[id(top)] & named
                and others[0].title.lower() not in activity.title.lower()
            ):
                draft.ask("names_another_objective", activity.place, one["name"], others[0].title)


def _facts(draft: Draft) -> None:
    for name, found in draft.facts.items():
        if not found.text.strip():
            draft.ask("fact_blank", found.place, name)


__all__ = ["Check", "check"]
