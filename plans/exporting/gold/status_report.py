"""The blocks of a status report on an earlier plan: its vocabulary, declared figures and annex (T4-T6)."""

from coalitions.models.party import fold
from plans.exporting.gold.loading import Loaded
from plans.importing.apply.annex import MEANINGS
from plans.importing.apply.shape import Record
from plans.models import Activity, Note, Plan

WORDS = {status: word for word, status in MEANINGS.items()}
UNFINISHED = ["in_progress", "not_started"]


def was_one(plan: Plan) -> bool:
    """Whether the plan was read from such a report."""
    return "annex_heading" in plan.provenance


def blocks(loaded: Loaded, objectives: list[Record]) -> Record:
    """What stands in the record instead of `objectives`."""
    notes = {note.key: note for note in loaded.notes if note.kind == "declared"}
    return {
        "status_vocabulary": _vocabulary(loaded),
        "status_table": _table(notes["declared-table"]),
        "status_text": _text(loaded, notes["declared-text"]),
        "pending_annex": {
            "heading": loaded.plan.provenance["annex_heading"],
            "objectives": [_annex_node(node) for node in objectives],
        },
    }


def status(activity: Activity) -> Record:
    """The status the annex gives, or the ones it leaves open."""
    if activity.status == "unfinished":
        return {"status": None, "status_options": [WORDS[status] for status in UNFINISHED]}
    return {"status": WORDS.get(activity.status or ""), "status_options": None}


def _vocabulary(loaded: Loaded) -> list[Record]:
    words = loaded.plan.coalition.status_words
    printed = [words[status][loaded.plan.language] for status in WORDS if status in words]
    return [{"key": fold(word).replace(" ", "_"), "as_printed": word} for word in printed]


def _figures(figures: Record) -> Record:
    return {WORDS[status]: value for status, value in figures.items()}


def _table(note: Note) -> Record:
    data = note.data
    return {
        "heading": note.place,
        "rows": [
            {"objective": row["objective"], "label": row["label"], **_figures(row["figures"])}
            for row in data["rows"]
        ],
        "total": {"label": data["label"], **_figures(data["figures"])},
        "percent": {
            "label": data["percent_label"],
            "base": data["percent_base"],
            **_figures(data["percent"]),
        },
    }


def _text(loaded: Loaded, note: Note) -> Record:
    return {
        "as_printed": loaded.text(note, "found"),
        "total": note.data["total"],
        **_figures(note.data["figures"]),
        "percent_completed_or_in_progress": note.data["percent"]["completed_or_in_progress"],
        "percent_not_started": note.data["percent"]["not_started"],
    }


def _annex_node(node: Record) -> Record:
    """The annex has no names of levels, and calls the second one `actions`."""
    entry = {key: value for key, value in node.items() if key not in ("level", "children")}
    if "children" in node:
        entry["actions"] = [_annex_node(child) for child in node["children"]]
    return entry
