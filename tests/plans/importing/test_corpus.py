"""Files as a hostile but honest Secretariat writes them are read as they say, and what they leave open is asked (E17).

The thresholds are what holds today; they go up and never down. A wrong silence is worse than ten questions.
"""

from copy import deepcopy

import pytest

from plans.importing.grids import Problem
from plans.importing.recognise import Understood
from tests.plans.importing.corpus import VARIANTS
from tests.plans.importing.score import of_source, of_variant, source_files, total
from tests.plans.importing.scoring import FIELDS, compare, rows_of

pytestmark = pytest.mark.once
PLAIN = [name for name, one in VARIANTS.items() if not one.is_trap]
TRAPS = [name for name, one in VARIANTS.items() if one.is_trap]
# The least precision and recall of each field over all variants, in percent.
LEAST = {
    "plan": (99, 99),
    "levels": (100, 100),
    "objectives": (100, 100),
    "parents": (98, 99),
    "activities": (98, 99),
    "codes": (98, 99),
    "periods": (100, 99),
    "percentages": (91, 91),
    "results": (100, 97),
    "indicators": (100, 99),
    "targets": (100, 98),
    "baselines": (100, 100),
    "milestones": (99, 99),
    "parties": (99, 99),
    "roles": (99, 99),
    "resources": (100, 100),
    "statuses": (100, 85),
}
# The most values of a field that may be read wrong with no question, over all variants; 0 where it is not named.
MOST_SILENT = {"plan": 2, "activities": 15, "milestones": 1, "parties": 32, "roles": 32}
# Traps that are not asked yet.
NOT_ASKED: set[str] = {"two-plans-in-a-workbook-es-xlsx"}


@pytest.fixture(scope="module")
def scores():
    return total(of_variant(name)[0] for name in PLAIN).scores


def test_there_are_enough_variants_and_each_is_one_of_its_kind():
    assert len({VARIANTS[name].layout for name in PLAIN}) >= 60
    assert len({VARIANTS[name].layout for name in TRAPS}) >= 10


@pytest.mark.parametrize("name", list(VARIANTS))
def test_nothing_is_raised(name):
    assert of_variant(name)[2] is not None


@pytest.mark.parametrize("field", FIELDS)
def test_fields_are_read_as_they_say(scores, field):
    score, (precision, recall) = scores[field], LEAST[field]

    assert 100 * score.precision >= precision
    assert 100 * score.recall >= recall
    assert score.silent <= MOST_SILENT.get(field, 0)


@pytest.mark.parametrize("name", TRAPS)
def test_every_trap_is_asked(name):
    assert of_variant(name)[1] or name in NOT_ASKED


@pytest.mark.parametrize("name", source_files())
def test_the_ten_source_files_say_what_their_gold_says(name):
    assert [str(miss) for miss in of_source(name).misses if not miss.asked] == []


# The scorer itself.

A_GOLD = "levels-in-merged-columns-es-xlsx"


def _gold():
    return VARIANTS[A_GOLD].written()[1]


@pytest.mark.parametrize("name", {one.build: name for name, one in VARIANTS.items()}.values())
def test_a_gold_is_all_right_against_itself(name):
    gold = VARIANTS[name].written()[1]
    scored = compare(Understood(deepcopy(gold)), gold)

    assert scored.misses == []
    assert all(one.precision == one.recall == 1 for one in scored.scores.values())


def _damaged(change, problems=()):
    gold = _gold()
    damaged = deepcopy(gold)
    rows = [
        row for node in damaged["objectives"] for child in node["children"] for row in child["activities"]
    ]
    for number, row in enumerate(rows):
        row["source"] = {"place": f"Plan!C{number + 5}", "cells": {"period": f"Plan!F{number + 5}"}}
    change(rows[0])
    return compare(Understood(damaged, list(problems)), gold)


def test_a_wrong_value_is_silent_until_a_question_names_its_row():
    def wrong(row):
        row["period"] = {"start": "2031-01-01", "end": "2031-12-31"}

    def counts(*problems):
        score = _damaged(wrong, problems).scores["periods"]
        return score.silent, score.missed, score.asked

    assert counts() == (1, 0, 0)
    assert counts(Problem("period_ambiguous", "Plan!F5")) == (0, 0, 1)
    assert counts(Problem("period_ambiguous", "Plan!F4")) == (0, 0, 1), "the head of the table"
    assert counts(Problem("period_ambiguous", "Plan!F6")) == (1, 0, 0), "another row"
    assert counts(Problem("party_unknown", "Plan!F5")) == (1, 0, 0), "about something else"


def test_a_missing_value_is_missed_and_not_wrong():
    score = _damaged(lambda row: row.update(period=None)).scores["periods"]

    assert (score.silent, score.missed, score.precision) == (0, 1, 1)
    assert score.recall < 1


def test_a_lost_row_takes_what_it_says_along():
    gold = _gold()
    damaged = deepcopy(gold)
    damaged["objectives"][0]["children"][0]["activities"].pop(0)
    scored = compare(Understood(damaged), gold)

    assert scored.scores["activities"].missed == 1
    assert scored.scores["parties"].recall < 1
    assert len(scored.misses) == 1


def test_rows_of_one_title_are_told_by_their_order():
    gold = _gold()
    for row in rows_of(gold):
        row["title"] = "Reunión"
    rows = [row for node in gold["objectives"] for child in node["children"] for row in child["activities"]]
    for row in rows:
        row["title"] = "Reunión"

    assert compare(Understood(deepcopy(gold)), gold).misses == []
