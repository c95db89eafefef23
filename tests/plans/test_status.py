"""The six meanings, lateness and the pace of activities (T1, T4, T5, T15, G20)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plans.status import (
    SIX_MEANINGS,
    STORED,
    Meaning,
    compare_pace,
    is_late,
    meaning_of,
    planned_on,
    planned_shares_on,
    read_status,
    status_on,
    tally,
    word_for,
)

SOURCE = Path(__file__).resolve().parents[2] / "fixtures" / "sources" / "dumpsites-2021-2022-status.yaml"
GOLD = yaml.load(SOURCE.read_text(), yaml.CSafeLoader)
OWN = {"in_progress": {"es": "En marcha", "en": "Moving"}, "not_started": {"es": "Por hacer", "en": ""}}
DAY = date(2026, 4, 3)


def test_six_meanings_and_one_for_a_source_that_does_not_tell():
    assert len(SIX_MEANINGS) == 6
    assert {"not_started", "in_progress", "completed", "suspended", "cancelled", "unfinished"} == set(STORED)
    assert meaning_of(None) is Meaning.NOT_REPORTED
    with pytest.raises(ValueError, match="late"):
        meaning_of("late")


def test_own_words_come_first_then_the_other_language_then_the_default():
    assert word_for("in_progress", "en", OWN) == "Moving"
    assert word_for("not_started", "en", OWN) == "Por hacer"
    assert word_for("completed", "en", OWN) == "Completed"
    assert word_for("not_reported", "es") == "No reportada"


@pytest.mark.parametrize("entry", GOLD["status_vocabulary"])
def test_vocabulary_of_the_dumpsites_status_is_read(entry):
    meanings = {"completada": "completed", "en_desarrollo": "in_progress", "no_iniciada": "not_started"}

    assert read_status(entry["as_printed"]) == meanings[entry["key"]]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("  COMPLETADAS. ", "completed"),
        ("Finalizado", "completed"),
        ("under way", "in_progress"),
        ("En ejecución", "in_progress"),
        ("não iniciada", "not_started"),
        ("en cours", "in_progress"),
        ("annulée", "cancelled"),
        ("Suspendido", "suspended"),
        ("sin información", "not_reported"),
        ("pendiente", "unfinished"),
        ("not_started", "not_started"),
        ("En marcha", "in_progress"),
        ("Por hacer", "not_started"),
        ("Con retraso", None),
        ("", None),
        (None, None),
        ("casi completada", None),
    ],
)
def test_words_of_four_languages_are_read(text, meaning):
    assert read_status(text, OWN) == meaning


def test_own_word_for_two_meanings_is_asked():
    assert (
        read_status("Abierta", {"in_progress": {"es": "Abierta"}, "not_started": {"es": "Abierta"}}) is None
    )


def test_own_word_overrides_the_usual_meaning():
    assert read_status("Pendiente", {"not_started": {"es": "Pendiente"}}) is Meaning.NOT_STARTED


@pytest.mark.parametrize("meaning", Meaning)
@pytest.mark.parametrize("language", ["es", "en"])
def test_default_word_reads_as_its_meaning(meaning, language):
    assert read_status(word_for(meaning, language)) is meaning


@pytest.mark.parametrize(
    ("status", "ends", "late", "reason"),
    [
        ("in_progress", date(2025, 12, 31), True, "ended"),
        ("not_started", date(2025, 12, 31), True, "ended"),
        ("unfinished", date(2025, 12, 31), True, "ended"),
        ("in_progress", DAY, False, ""),
        ("in_progress", None, False, ""),
        ("completed", date(2025, 12, 31), False, ""),
        ("suspended", date(2025, 12, 31), False, ""),
        ("cancelled", date(2025, 12, 31), False, ""),
        (None, date(2025, 12, 31), False, "ended_not_reported"),
        (None, date(2026, 12, 31), False, ""),
    ],
)
def test_late_is_computed_of_what_was_reported(status, ends, late, reason):
    standing = status_on(status, ends, DAY)

    assert (standing.late, standing.reason, standing.meaning) == (late, reason, meaning_of(status))


def test_activity_of_which_nothing_was_asked_is_not_late():
    assert not is_late("in_progress", date(2025, 12, 31), DAY, was_asked=False)
    assert status_on(None, date(2025, 12, 31), DAY, was_asked=False).reason == ""


def test_pace_compares_executed_with_programmed():
    ends = date(2026, 6, 30)

    assert status_on("in_progress", ends, DAY, planned=Fraction(75), executed=Decimal(60)).reason == "behind"
    assert status_on("in_progress", ends, DAY, planned=Fraction(60), executed=Decimal(60)).reason == ""
    assert status_on("in_progress", ends, DAY, planned=Fraction(75), executed=None).reason == ""
    assert status_on("completed", ends, DAY, planned=Fraction(75), executed=Decimal(60)).reason == ""
    assert status_on(None, ends, DAY, planned=Fraction(75)).behind is False
    assert compare_pace(None, Decimal(0)) is None


def test_planned_days_count_spans_and_not_the_gap_between():
    spans = [(date(2025, 4, 1), date(2025, 6, 30)), (date(2026, 4, 1), date(2026, 6, 30))]

    assert planned_on(spans, date(2025, 3, 31)) == 0
    assert planned_on(spans, date(2025, 12, 31)) == 50
    assert planned_on(spans, date(2026, 4, 1)) == Fraction(9200, 182)
    assert planned_on(spans, date(2026, 6, 30)) == 100
    assert planned_on([], DAY) is None


YEARS = [(date(year, 1, 1), date(year, 12, 31)) for year in (2020, 2021, 2022)]


@pytest.mark.parametrize(
    ("printed", "reading", "on", "planned"),
    [
        ((10, 90, None), "part", date(2020, 12, 31), 10),
        ((10, 90, None), "part", date(2022, 12, 31), 100),
        ((50, 100, None), "running", date(2020, 12, 31), 50),
        ((50, 100, None), "running", date(2021, 12, 31), 100),
        ((50, 100, None), "part", date(2021, 12, 31), 150),
        ((25, 30, None), "part", date(2021, 12, 31), 55),
        ((None, 100, None), "part", date(2020, 12, 31), 0),
        ((None, None, None), "part", date(2020, 12, 31), None),
        ((0, 100, None), "part", date(2020, 6, 30), 0),
        ((50, 100, None), "running", date(2021, 7, 2), 50 + Fraction(50 * 183, 365)),
    ],
)
def test_programmed_share_of_the_corett_matrix_by_a_day(printed, reading, on, planned):
    shares = [(year, None if one is None else Decimal(one)) for year, one in zip(YEARS, printed, strict=True)]

    assert planned_shares_on(shares, on, reading) == planned


def test_status_table_of_the_dumpsites_plan():
    total = GOLD["status_table"]["total"]
    statuses = ["completed"] * total["completada"] + ["in_progress"] * total["en_desarrollo"]
    statuses += ["not_started"] * total["no_iniciada"]
    counted = tally(statuses)

    assert (counted.total, counted.reported) == (35, 35)
    assert [counted.percent(one) for one in ("completed", "in_progress", "not_started", "cancelled")] == [
        Decimal("42.9"),
        Decimal("20.0"),
        Decimal("37.1"),
        Decimal(0),
    ]


def test_percentages_say_of_how_many():
    counted = tally(["completed", None, None, "in_progress"])

    assert counted.percent("completed") == 25
    assert counted.percent("completed", of_reported=True) == 50
    assert tally([]).percent("completed") is None
    assert tally([None]).percent("completed", of_reported=True) is None


DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))
SPANS = st.lists(
    st.tuples(DAYS, st.integers(0, 400)).map(lambda one: (one[0], one[0] + timedelta(days=one[1]))),
    max_size=5,
)


@given(SPANS, DAYS, st.integers(0, 500))
def test_planned_share_never_falls_and_stays_within_the_whole(spans, on, days):
    planned, after = planned_on(spans, on), planned_on(spans, on + timedelta(days=days))

    if not spans:
        assert planned is None
    else:
        assert 0 <= planned <= after <= 100
        assert planned_on(list(reversed(spans)), on) == planned
        assert planned_on(spans, max(end for _, end in spans)) == 100


STATUSES = st.sampled_from([*STORED, None])


@given(st.lists(STATUSES, max_size=60))
def test_unreported_changes_only_the_counts(statuses):
    counted, more = tally(statuses), tally([*statuses, None])

    assert sum(counted.counts.values()) == counted.total == len(statuses)
    assert more.reported == counted.reported
    assert all(more.counts[one] == counted.counts[one] for one in STORED)
    for meaning in Meaning:
        assert (
            more.percent(meaning, of_reported=True) == counted.percent(meaning, of_reported=True)
            or meaning == "not_reported"
        )


@given(STATUSES, DAYS, DAYS)
def test_only_open_and_reported_activities_are_late(status, ends, on):
    if is_late(status, ends, on):
        assert ends < on
        assert status in {"not_started", "in_progress", "unfinished"}


@given(st.text())
def test_any_text_is_a_meaning_or_a_question(text):
    assert read_status(text, OWN) in {None, *Meaning}
