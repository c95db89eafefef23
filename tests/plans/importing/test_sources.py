"""The ten real files, as a Secretariat holds them, say what their gold records say, field by field (E, T1-T5)."""

import json
import re
from pathlib import Path

import pytest

from plans.importing import read_docx, read_xlsx
from plans.importing.recognise import read_plan
from plans.importing.recognise.words import fold
from tests.plans.gold import gold

SOURCES = Path(__file__).resolve().parents[3] / "fixtures/sources"
NAMES = [
    "mayors-2025-2026",
    "dumpsites-2024-2025",
    "dumpsites-2021-2022-status",
    "corett-2020-2022",
    "pao-cocaine-2022-2023",
]
FILES = [f"{name}.{kind}" for name in NAMES for kind in ("docx", "xlsx")]
# What must be shown to the user of each plan, by the kinds of problems; the gold's anomalies with the action "surface".
SURFACED = {
    "mayors-2025-2026": "term_length timetable_quantity_differs no_targets stray_mark read_as_same_party "
    "one_value_each",
    "dumpsites-2024-2025": "plan_is_a_draft starts_before_plan yearly_target_in_one_year roles_unclear "
    "one_party_or_two outside_party_responsible no_indicators",
    "dumpsites-2021-2022-status": "text_and_table_differ percent_does_not_fit annex_and_table_differ status_not_told "
    "code_not_under_parent carry_over_not_linked",
    "corett-2020-2022": "code_twice year_stale year_missing_in_head shares_sum executed_mostly_blank stray_fragment "
    "code_not_under_parent heading_missing names_another_objective no_targets",
    "pao-cocaine-2022-2023": "titles_differ lead_missing period_ambiguous starts_before_its_date list_differs "
    "bare_number target_in_money indicator_repeated fact_blank",
}
pytestmark = pytest.mark.once


def understood(name):
    read = read_xlsx.read if name.endswith("xlsx") else read_docx.read
    return read_plan(read(name, (SOURCES / name).read_bytes()))


def nodes(blocks):
    for block in blocks:
        yield block
        yield from nodes(block.get("children") or block.get("actions") or [])


def tree(record):
    return record.get("objectives") or record["pending_annex"]["objectives"]


def rows(record):
    return [row for node in nodes(tree(record)) for row in node.get("activities", [])]


def target(found):
    return found and (found["code"], found["comparator"], found["number"], found["per"])


@pytest.mark.parametrize("name", FILES)
def test_objectives_activities_and_codes_are_those_of_the_gold(name):
    found, wanted = understood(name).record, gold(name.rpartition(".")[0])

    for field in ("level", "code", "code_as_printed", "title", "statement", "summary", "title_in_heading"):
        pairs = [
            (a.get(field), b[field])
            for a, b in zip(nodes(tree(found)), nodes(tree(wanted)), strict=True)
            if field in b
        ]
        assert [a for a, _ in pairs] == [b for _, b in pairs], field
    for field in ("code", "code_as_printed", "title"):
        assert [row[field] for row in rows(found)] == [row[field] for row in rows(wanted)], field


@pytest.mark.parametrize("name", [name for name in FILES if "status" not in name])
def test_what_the_rows_say_is_what_the_gold_says(name):
    found, wanted = rows(understood(name).record), rows(gold(name.rpartition(".")[0]))

    for a, b in zip(found, wanted, strict=True):
        assert {key: (a["period"] or {}).get(key) for key in b["period"]} == b["period"], b["uid"]
        assert a["progress"] == b["progress"], b["uid"]
        assert a["expected_result"] == b["expected_result"], b["uid"]
        assert a["resources"] == b["resources"], b["uid"]
        assert [(one["text"], bool(one["target"])) for one in a["milestones"]] == [
            (one["text"], bool(one["target"])) for one in b["milestones"]
        ], b["uid"]
        assert [target(one["target"]) for one in a["milestones"]] == [
            target(one["target"]) for one in b["milestones"]
        ]
        assert [(one["name"], target(one["target"]), one["inherited_from"]) for one in a["indicators"]] == [
            (one["name"], target(one["target"]), one["inherited_from"]) for one in b["indicators"]
        ], b["uid"]
        assert a["responsible"] == b["responsible"], b["uid"]


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("pao")])
def test_boxes_give_leads_and_lettered_indicators(name):
    found, wanted = understood(name).record, gold("pao-cocaine-2022-2023")

    for a, b in zip(nodes(tree(found)), nodes(tree(wanted)), strict=True):
        for key in ("lead", "co_leads", "participants"):
            assert a.get(key) == b.get(key), (b["code"], key)
        assert [
            (one["code"], one["name"], one["unit"], target(one["target"])) for one in a.get("indicators", [])
        ] == [
            (one["code"], one["name"], one["unit"], target(one["target"])) for one in b.get("indicators", [])
        ]


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("mayors")])
def test_calendar_of_colours_gives_months_and_stray_marks(name):
    found, wanted = rows(understood(name).record), rows(gold("mayors-2025-2026"))

    assert [row["gantt"] for row in found] == [row["gantt"] for row in wanted]


@pytest.mark.parametrize("name", [name for name in FILES if "status" in name])
def test_status_report_gives_its_figures_and_what_is_unfinished(name):
    found, wanted = understood(name).record, gold("dumpsites-2021-2022-status")

    for key in ("status_vocabulary", "status_table", "status_text"):
        assert found[key] == wanted[key], key
    assert found["pending_annex"]["heading"] == wanted["pending_annex"]["heading"]
    assert [row["status_options"] for row in rows(found)] == [row["status_options"] for row in rows(wanted)]


@pytest.mark.parametrize("name", FILES)
def test_header_says_when_and_in_what_language(name):
    found, wanted = understood(name).record["plan"], gold(name.rpartition(".")[0])["plan"]

    for key in (
        "start",
        "end",
        "language",
        "status",
        "status_as_printed",
        "reference",
        "addressees",
        "object",
        "period_kind",
    ):
        if key in wanted:
            assert found[key] == wanted[key], key
    assert [level["level"] for level in found["levels"]] == [level["level"] for level in wanted["levels"]]
    assert [level["name"] for level in found["levels"]] == [level["name"] for level in wanted["levels"]]


@pytest.mark.parametrize("name", FILES)
def test_every_anomaly_is_shown_with_its_place(name):
    seen = understood(name)

    assert set(SURFACED[name.rpartition(".")[0]].split()) <= {problem.kind for problem in seen.problems}
    assert not any(problem.is_error for problem in seen.problems)


@pytest.mark.parametrize("name", FILES)
def test_every_cell_is_used_or_listed_as_unused(name):
    """A cell that is not listed stands in the record with every line of it, whatever the reader says of it."""
    read = read_xlsx.read if name.endswith("xlsx") else read_docx.read
    source = read(name, (SOURCES / name).read_bytes())
    seen = read_plan(source)
    unused = {place for place, _text, _why in seen.unused}
    written = fold(
        json.dumps([seen.record, [problem.value for problem in seen.problems]], ensure_ascii=False)
    )
    cells = [
        (place, line)
        for grid in source.grids
        for cell in grid.cells
        for line in cell.text.splitlines()
        if len(line) > 25 and (place := grid.place(cell.row, cell.column)) not in unused
    ]

    assert cells or "status" in name
    assert [one for one in cells if not any(piece in written for piece in _pieces(one[1]))] == []


def _pieces(line):
    """The end of a line, and its parts between commas: a list of parties stands apart in a record."""
    parts = [line[-24:], *(part for part in re.split("[,:.()]", line) if len(part) > 5)]
    return [fold(part).strip(' .,;)"') for part in parts]
