"""Who answers for a row: the parties of its cells, their kinds and roles, as one name for each (P20-P23, E14, E15)."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from plans.importing.parties import PartyReading, infer_role, read_party_cell, role_word, same_party
from plans.importing.recognise.draft import Activity, Draft, Found, Node
from plans.importing.recognise.words import fold

ROLES = {
    "responsible": "responsible",
    "lead": "lead",
    "co_leads": "co_lead",
    "participants": "participant",
    "partners": "partner",
}


class Roster:
    """The parties of a document: each printed name, and the one name of its party."""

    def __init__(self, draft: Draft, known: Mapping[str, str]) -> None:
        self.draft = draft
        self.known = known
        self.read = lru_cache(maxsize=4096)(partial(read_party_cell, known=known))
        names = [reading.name for found in _cells(draft) for reading in self.read(found.text).readings]
        self.resolved = same_party(names, known)
        self._say_joined()

    def _say_joined(self) -> None:
        joined: dict[str, list[str]] = {}
        for printed, party in self.resolved.items():
            if party.guessed:
                joined.setdefault(party.name, []).append(printed)
        for name, spellings in joined.items():
            others = [one for one in spellings if fold(one) != fold(name)]
            if others:
                self.draft.ask("read_as_same_party", "", " / ".join(others), name)

    def kinds(self) -> list[dict[str, Any]]:
        """The parties by name, with the spellings of each, in the record's shape."""
        found: dict[str, dict[str, Any]] = {}
        for printed, party in self.resolved.items():
            block = found.setdefault(party.name, {"kind": party.kind, "name": party.name, "as_printed": []})
            block["as_printed"].append(printed)
        return list(found.values())

    def parties(
        self, founds: Sequence[Found], field: str, roles: Sequence[Found] = ()
    ) -> list[dict[str, Any]]:
        """The parties of the cells of one field; `roles` are cells that say the role of the party in their row."""
        parties = []
        rows = {found.cell.row: (role_word(fold(found.text)) or (None,))[0] for found in roles if found.cell}
        for found in founds:
            cell = self.read(found.text)
            for doubt in cell.doubts:
                self.draft.ask("parties_uncertain", found.place, found.text, doubt)
            head = found.column.head if found.column else ""
            said = rows.get(found.cell.row) if found.cell else None
            parties += [self._party(reading, cell.readings, field, head, said) for reading in cell.readings]
        return _once(parties)

    def _party(
        self, reading: PartyReading, beside: Sequence[PartyReading], field: str, head: str, said: str | None
    ) -> dict[str, Any]:
        party = self.resolved[reading.name]
        block: dict[str, Any] = {
            "name": party.name,
            "kind": party.kind,
            "role": reading.role or said or ROLES[field],
        }
        if reading.role is None and said is None and field == "responsible":
            kinds = [self.resolved[one.name].kind for one in beside]
            role, inferred = infer_role(party.kind, head, kinds, first=reading is beside[0])
            block["role"] = role
            if inferred:
                block["role_inferred"] = True
        if reading.duty:
            block["task"] = reading.duty
        if reading.possible:
            block["possible"] = True
        return block

    def responsible(self, activity: Activity, node: Node, origin: str | None) -> dict[str, Any]:
        """Who answers for an activity; where nobody is printed, the objective's own parties, said as inherited."""
        fields = {name: activity.values[name] for name in ROLES if activity.values.get(name)}
        if fields:
            roles = activity.values.get("role", [])
            texts = [" ".join(found.text.split()) for founds in fields.values() for found in founds]
            parties = [
                party for name, founds in fields.items() for party in self.parties(founds, name, roles)
            ]
            return {
                "as_printed": "; ".join(dict.fromkeys(texts)),
                "inherited_from": origin,
                "parties": _once(parties),
            }
        own = [party for name in ROLES for party in self.parties(node.values.get(name, []), name)]
        above = (
            node.code or None
            if any(node.values.get(name) is not None or name in node.extra for name in ROLES)
            else None
        )
        return {"as_printed": None, "inherited_from": above, "parties": own}

    def of_node(self, node: Node) -> dict[str, Any]:
        """The lead, co-lead and participants of a box, as lists of names (P22)."""
        return {
            name: {
                "as_printed": " ".join(founds[0].text.split()) if founds else None,
                "parties": [party["name"] for party in self.parties(founds, name)],
            }
            for name in ("lead", "co_leads", "participants")
            if (founds := node.values.get(name, [])) or name in node.extra
        }


def _cells(draft: Draft) -> Iterable[Found]:
    for node in draft.all_nodes():
        for values in (node.values, *(activity.values for activity in node.activities)):
            yield from (found for name in ROLES for found in values.get(name, []))
    yield from (found for name, found in draft.facts.items() if name in ROLES)


def _once(parties: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each party once a role, in order."""
    return list({(party["name"], party["role"]): party for party in parties}.values())


def names_in(found: Found | None, known: Mapping[str, str]) -> list[str]:
    """The names of a cell of the cover, as printed."""
    return [reading.name for reading in read_party_cell(found.text, known).readings] if found else []
