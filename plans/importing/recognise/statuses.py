"""Tables and sentences that count activities by status (T4, T5). Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from plans.importing.grids import Cell
from plans.importing.recognise.codes import heading_of, split_code
from plans.importing.recognise.columns import Row, distinct
from plans.importing.recognise.words import fold

# The keys that the records use, each with its words.
WORDS = {
    "completada": r"completad[oa]s?|completed|concluid[oa]s?|finalizad[oa]s?|terminad[oa]s?"
    r"|acheve\w*|termine\w*|done|cumplid[oa]s?|realizad[oa]s?|realise\w*|fait[es]?",
    "en_desarrollo": r"en desarrollo|en curso|en proceso|en ejecucion|in progress"
    r"|under ?way|ongoing|en cours|em andamento|em curso|em execucao|iniciad[oa]s?|on track",
    "no_iniciada": r"no iniciad[oa]s?|sin iniciar|por iniciar|not (?:yet )?started|non (?:commenc|demarr)\w*"
    r"|nao iniciad[oa]s?|pendientes?|to do|a faire|a venir|a demarrer",
    "suspendida": r"suspendid[oa]s?|suspended|suspendu\w*|suspens[oa]s?|on hold",
    "cancelada": r"cancelad[oa]s?|cancell?ed|annule\w*|abandon(?:ed|ne\w*|ad[oa]s?)",
}  # fmt: skip
MEANINGS = {
    "completada": "completed",
    "en_desarrollo": "in_progress",
    "no_iniciada": "not_started",
    "suspendida": "suspended",
    "cancelada": "cancelled",
}
_PATTERNS = {key: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])") for key, words in WORDS.items()}
_COUNTED = {
    key: re.compile(rf"(\d+)\s+(?:\w+\s+){{0,4}}?(?:{words})(?![a-z])") for key, words in WORDS.items()
}
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*%")
_TOTAL = re.compile(r"(?:total de|total of|de un total de)\s+(\d+)")
_AS_OF = re.compile(
    r"(?:hasta|as of|a fecha de|au|ate|al)\s+(?:el\s+)?((?:\d+\s+de\s+)?[a-z]+\s+(?:de\s+|of\s+)?(20\d\d))"
)


def status_of(text: str) -> str | None:
    """The status that a cell names in whole, by the model's keys; None where it names none."""
    key = _key_of(text)
    return MEANINGS[key] if key else None


def named_in(key: str, folded: str) -> bool:
    """Whether a folded text names the status of a key."""
    return bool(_PATTERNS[key].search(folded))


def head_of(cells: dict[int, Cell]) -> dict[int, tuple[str, str]]:
    """The columns of a row that are headed by statuses: number -> key and printed word; empty unless two are."""
    filled = distinct(cells)
    found = {cell.column: (key, cell.text.strip()) for cell in filled if (key := _key_of(cell.text))}
    return found if len(found) >= 2 and len(found) >= len(filled) - 1 else {}


@lru_cache(maxsize=20_000)
def _key_of(text: str) -> str | None:
    folded = fold(text).strip(" .")
    return next((key for key, pattern in _PATTERNS.items() if pattern.fullmatch(folded)), None)


def table_of(rows: Sequence[Row], heading: str) -> dict[str, Any]:
    """The record of a table of counts: its rows, its total and its percentages as printed."""
    head = head_of(rows[0][1])
    table: dict[str, Any] = {"heading": heading, "rows": [], "words": dict(head.values())}
    for _number, cells in rows[1:]:
        texts = distinct(cells)
        label = texts[0].text.strip() if texts else ""
        figures = {key: _figure(cells[column]) for column, (key, _) in head.items() if column in cells}
        if fold(label).startswith("total"):
            table["total"] = {"label": label, **figures}
        elif "%" in label or any(cell.kind == "percent" or "%" in cell.text for cell in texts[1:]):
            base = re.search(r"\d+", label)
            table["percent"] = {"label": label, "base": int(base[0]) if base else None, **figures}
        else:
            heading_ = heading_of(label)
            code = heading_.code if heading_ and heading_.code else split_code(label)[0]
            table["rows"].append({"objective": code or None, "label": label, **figures})
    return table


def _figure(cell: Cell) -> int | float | None:
    found = re.search(r"\d+(?:[.,]\d+)?", cell.text)
    if found is None:
        return None
    number = float(found[0].replace(",", "."))
    return number if "%" in cell.text else int(number)


def text_of(sentence: str) -> dict[str, Any] | None:
    """The counts that a sentence gives; None unless it gives two."""
    folded = fold(sentence)
    counts = {key: int(found[1]) for key, pattern in _COUNTED.items() if (found := pattern.search(folded))}
    if len(counts) < 2:
        return None
    percents = [float(found.replace(",", ".")) for found in _PERCENT.findall(folded)]
    total = _TOTAL.search(folded)
    return {
        "as_printed": sentence,
        "total": int(total[1]) if total else sum(counts.values()),
        **{key: counts.get(key) for key in ("completada", "en_desarrollo", "no_iniciada")},
        "percent_completed_or_in_progress": _whole(percents[0]) if percents else None,
        "percent_not_started": _whole(percents[1]) if len(percents) > 1 else None,
    }


def _whole(number: float) -> int | float:
    return int(number) if number == int(number) else number


def as_of(sentence: str) -> str | None:
    """Since when a sentence says that its figures hold, as printed ("hasta septiembre de 2023")."""
    found = _AS_OF.search(fold(sentence))
    return sentence[found.start() : found.end()] if found else None
