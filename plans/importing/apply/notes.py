"""What was found in a document, as notes at their place, and figures it declares without rows (law 2, T5)."""

import re

from coalitions.models import Coalition
from plans.importing.apply import annex
from plans.importing.apply.rows import create
from plans.importing.apply.shape import Record
from plans.importing.apply.tree import Tree, translated
from plans.models import Activity, Note, Objective, Plan

# "AO 2.1 e": the letters name indicators of the objective before them.
LETTERS = re.compile(r"^(?P<place>.+?)( [a-z](, [a-z])*)$")


def annotate(plan: Plan, record: Record, tree: Tree, language: str) -> None:
    """The record's anomalies and declared figures. `language` is the one the anomalies are written in."""
    places = _places(tree, record["id"]) | _cells(tree)
    notes = [_anomaly(plan.coalition, entry, language) for entry in record.get("anomalies", [])]
    for note in notes:
        note.plan = plan
        _link(note, places)
    for figures in annex.declared(record):
        notes.append(
            Note(
                coalition=plan.coalition, plan=plan, kind="declared", action=Note.Action.SURFACE,
                key=figures["key"], place=figures["place"], data=figures["data"],
                **translated("found", figures["found"], plan.language),
            )
        )  # fmt: skip
    create(notes)


def of_coalition(coalition: Coalition, anomalies: list[Record], language: str) -> None:
    """Anomalies of a document that is no plan: notes of the coalition."""
    create([_anomaly(coalition, entry, language) for entry in anomalies])


def _anomaly(coalition: Coalition, entry: Record, language: str) -> Note:
    """The note of an anomaly; `translations` of it, {language: [found, reading]}, are optional."""
    return Note(
        coalition=coalition,
        key=entry["id"],
        kind=entry["kind"],
        place=str(entry["where"]),
        action=entry["action"],
        **{f"found_{code}": texts[0] for code, texts in entry.get("translations", {}).items()},
        **{f"reading_{code}": texts[1] for code, texts in entry.get("translations", {}).items()},
        **translated("found", entry["as_found"], language),
        **translated("reading", entry["resolution"], language),
    )


def _places(tree: Tree, slug: str) -> dict[str, Objective | Activity | None]:
    """Rows by the words a place may be called by; None where two rows go by the same words."""
    places: dict[str, Objective | Activity | None] = {}
    for _, objective in tree.objectives:
        if objective.code:
            _call(places, objective.code, objective)
            _call(places, f"{_word(objective)} {objective.code}", objective)
    for entry, activity in tree.activities:
        uid = entry["uid"].removeprefix(f"{slug}:")
        _call(places, f"activity {uid}", activity)
        _call(places, f"{activity.objective.code} activity {activity.code_printed.rstrip('.')}", activity)
    return places


def _cells(tree: Tree) -> dict[str, Objective | Activity | None]:
    """Rows by the cells of the file that they came from; a merged cell is no row's own."""
    places: dict[str, Objective | Activity | None] = {}
    rows: list[tuple[Record, Objective | Activity]] = [*tree.objectives, *tree.activities]
    for entry, row in rows:
        source = entry.get("source") or {}
        for place in {source.get("place"), *(source.get("cells") or {}).values()} - {None}:
            _call(places, place, row)
    return places


def _word(objective: Objective) -> str:
    return objective.level.key.replace("_", " ") if objective.level else "objective"


def _call(places: dict[str, Objective | Activity | None], words: str, row: Objective | Activity) -> None:
    places[words] = None if words in places else row


def _link(note: Note, places: dict[str, Objective | Activity | None]) -> None:
    """Tie a note to its activity or objective, only where its place names exactly one."""
    row = places.get(note.place) or _named(note.place, places)
    if isinstance(row, Activity):
        note.activity = row
    elif isinstance(row, Objective):
        note.objective = row


def _named(place: str, places: dict[str, Objective | Activity | None]) -> Objective | Activity | None:
    words = re.split(r" / |, (?=objective|action|activity)", place)[-1]
    lettered = LETTERS.match(words)
    return places.get(lettered["place"] if lettered else words)
