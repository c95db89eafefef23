"""A status report on an earlier plan, brought into the shape of a plan (T4-T6).

Such a document lists only what is unfinished, as an annex; which of it is under way and which not begun it does
not say. Its figures have no rows behind them and become declared notes (T5).
"""

from typing import Any

from plans.importing.apply.shape import Record

# The words of such documents, in the folded form used as keys, and the statuses they mean (T4).
MEANINGS = {"completada": "completed", "en_desarrollo": "in_progress", "no_iniciada": "not_started"}


def is_status_report(record: Record) -> bool:
    return "pending_annex" in record


def as_plan(record: Record) -> Record:
    """The same record with the annex as its tree of objectives; others, and one with its tree, as they are."""
    if not is_status_report(record) or "objectives" in record:
        return record
    levels = [level["level"] for level in record["plan"]["levels"]]
    objectives = [_node(entry, levels) for entry in record["pending_annex"]["objectives"]]
    return {**record, "objectives": objectives}


def _node(entry: Record, levels: list[str]) -> Record:
    node: Record = {"level": levels[0]} | {key: value for key, value in entry.items() if key != "actions"}
    if "actions" in entry:
        node["children"] = [_node(action, levels[1:]) for action in entry["actions"]]
    return node


def status_of(activity: Record) -> str | None:
    """The stored status: "unfinished" where the document names several and does not say which (T4, T6)."""
    if activity.get("status"):
        return MEANINGS.get(activity["status"], activity["status"])
    return "unfinished" if activity.get("status_options") else None


def own_words(record: Record) -> dict[str, dict[str, str]]:
    """The coalition's own words for the statuses: {status: {language: word}}."""
    language = record["plan"]["language"]
    return {
        MEANINGS[word["key"]]: {language: word["as_printed"]} for word in record.get("status_vocabulary", [])
    }


def declared(record: Record) -> list[dict[str, Any]]:
    """The figures a document declares, as fields of notes: key, place, printed sentence and data."""
    found = []
    if table := record.get("status_table"):
        found.append(_declared_table(table))
    if text := record.get("status_text"):
        found.append(_declared_text(text))
    return found


def _declared_table(table: Record) -> dict[str, Any]:
    data = {
        "source": "table",
        "rows": [
            {"objective": row["objective"], "label": row["label"], "figures": _figures(row)}
            for row in table["rows"]
        ],
        "label": table["total"]["label"],
        "figures": _figures(table["total"]),
        "percent_label": table["percent"]["label"],
        "percent_base": table["percent"]["base"],
        "percent": _figures(table["percent"]),
    }
    return {"key": "declared-table", "place": table["heading"], "found": "", "data": data}


def _declared_text(text: Record) -> dict[str, Any]:
    data = {
        "source": "text",
        "total": text["total"],
        "figures": _figures(text),
        "percent": {
            "completed_or_in_progress": text["percent_completed_or_in_progress"],
            "not_started": text["percent_not_started"],
        },
    }
    return {"key": "declared-text", "place": "", "found": text["as_printed"], "data": data}


def _figures(row: Record) -> dict[str, Any]:
    return {status: row[word] for word, status in MEANINGS.items() if word in row}
