"""A status report on an earlier plan: what it lists as unfinished and the figures it declares (T4-T6). Pure."""

from collections.abc import Sequence
from typing import Any

from plans.importing.recognise import statuses
from plans.importing.recognise.draft import Draft
from plans.importing.recognise.words import fold

Record = dict[str, Any]


def is_status_report(draft: Draft) -> bool:
    return bool(draft.annex)


def as_report(draft: Draft, record: Record) -> Record:
    """The record of a plan turned into that of a status report: its tree is the annex of what is not finished."""
    options = _options(draft.annex)
    table = draft.status_table or {}
    sentence = next((found for found in draft.prose if statuses.text_of(found.text)), None)
    objectives = record.pop("objectives")
    header = record["plan"]
    if sentence:
        draft.prose.remove(sentence)
        draft.used.add(sentence.place)
        header["status_as_of_as_printed"] = statuses.as_of(sentence.text)
    words = table.pop("words", {})
    record |= {
        "status_vocabulary": [{"key": key, "as_printed": word} for key, word in words.items()],
        "status_table": table or None,
        "status_text": statuses.text_of(sentence.text) if sentence else None,
        "pending_annex": {
            "heading": draft.annex,
            "objectives": [_node(node, options) for node in objectives],
        },
    }
    draft.ask("status_not_told", "", draft.annex, " / ".join(options))
    draft.ask("carry_over_not_linked", "", draft.annex)
    _compare(draft, record)
    return record


def _options(heading: str) -> list[str]:
    folded = fold(heading)
    named = [key for key in statuses.WORDS if statuses.named_in(key, folded)]
    return named or ["en_desarrollo", "no_iniciada"]


def _node(node: Record, options: Sequence[str]) -> Record:
    block = {key: value for key, value in node.items() if key not in {"level", "children", "activities"}}
    if node.get("children"):
        block["actions"] = [_node(child, options) for child in node["children"]]
    if node.get("activities"):
        kept = ("uid", "code", "code_as_printed", "title", "source")
        more = {"status": None, "status_options": list(options), "carry_over": True}
        block["activities"] = [{key: row[key] for key in kept} | more for row in node["activities"]]
    return block


def _rows(nodes: Sequence[Record]) -> int:
    return sum(len(node.get("activities", [])) + _rows(node.get("actions", [])) for node in nodes)


def _compare(draft: Draft, record: Record) -> None:
    """Text against table against annex: each pair that does not agree (T5)."""
    table, text = record["status_table"], record["status_text"]
    total = (table or {}).get("total") or {}
    keys = ("completada", "en_desarrollo", "no_iniciada")
    if text and total:
        pairs = [
            (text[key], total[key])
            for key in keys
            if text.get(key) is not None and total.get(key) is not None
        ]
        if any(said != counted for said, counted in pairs):
            draft.ask(
                "text_and_table_differ",
                "",
                ", ".join(str(a) for a, _ in pairs),
                ", ".join(str(b) for _, b in pairs),
            )
    if (
        text
        and text["total"]
        and text["percent_not_started"] is not None
        and text.get("no_iniciada") is not None
    ):
        share = round(100 * text["no_iniciada"] / text["total"])
        if abs(share - text["percent_not_started"]) >= 1:
            draft.ask("percent_does_not_fit", "", f"{text['percent_not_started']} %", f"{share} %")
    _compare_annex(draft, record, table, total)


def _compare_annex(draft: Draft, record: Record, table: Record | None, total: Record) -> None:
    pending = record["pending_annex"]["objectives"]
    unfinished = sum(total.get(key) or 0 for key in ("en_desarrollo", "no_iniciada"))
    if total and unfinished != _rows(pending):
        draft.ask("annex_and_table_differ", "", str(_rows(pending)), str(unfinished))
    by_code = {row["objective"]: row for row in (table or {}).get("rows", [])}
    for node in pending:
        row = by_code.get(node["code"])
        counted = sum((row or {}).get(key) or 0 for key in ("en_desarrollo", "no_iniciada"))
        if row and counted != _rows([node]):
            draft.ask("annex_and_table_differ", node["source"]["place"], str(_rows([node])), str(counted))
