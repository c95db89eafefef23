"""How measurements and shares combine (T3, T7, T16, P17)."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plans.aggregation import (
    RULES,
    Measured,
    accepted_share,
    aggregate,
    average,
    check_shares,
    latest_by_party,
    level,
    levels,
    parts_total,
)

SOURCE = Path(__file__).resolve().parents[2] / "fixtures" / "sources" / "corett-2020-2022.yaml"
MARCH, JUNE = date(2026, 3, 31), date(2026, 6, 30)


def corett():
    """uid -> (programmed, executed) of the activities with shares, as printed."""

    def walk(content):
        if isinstance(content, dict):
            if content.get("progress"):
                yield content["uid"].split(":")[1], content["progress"]
            for child in content.values():
                yield from walk(child)
        elif isinstance(content, list):
            for child in content:
                yield from walk(child)

    def percents(rows, name):
        return [None if row[name] is None else Decimal(str(row[name])) for row in rows]

    found = walk(yaml.load(SOURCE.read_text(), yaml.CSafeLoader))
    return {uid: (percents(rows, "programmed_pct"), percents(rows, "executed_pct")) for uid, rows in found}


def of(party, value, on=MARCH, **more):
    return Measured(party, on, None if value is None else Decimal(value), **more)


POINTS = [
    of("Alto Jacarandá", 2), of("Alto Jacarandá", 4, JUNE), of("Bahía Nácar", 3), of("Campo Lirio", None),
    of("Los Ceibales", 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "value", "entered", "count"),
    [
        ("sum", 9, 3, 4),
        ("latest", 7, 3, 3),
        ("maximum", 4, 3, 4),
        ("average", Decimal(7) / 3, 3, 3),
        ("members", 2, 3, 3),
    ],
)
def test_rules_over_cities_of_which_some_did_not_report(rule, value, entered, count):
    result = aggregate(rule, POINTS, asked=8)

    assert (result.value, result.entered, result.count, result.asked, result.missing) == (
        value,
        entered,
        count,
        8,
        8 - entered,
    )
    assert result.complete is False


@pytest.mark.parametrize("rule", RULES)
def test_nothing_reported_has_no_value(rule):
    result = aggregate(rule, [of("Campo Lirio", None)], asked=1)

    assert (result.value, result.entered, result.missing) == (None, 0, 1)
    assert aggregate(rule, []).missing is None


def test_zero_reported_is_zero():
    assert aggregate("sum", [of("Los Ceibales", 0)]).value == 0
    assert aggregate("members", [of("Los Ceibales", 0)], asked=1).value == 0


def test_blank_later_report_does_not_erase_what_was_known():
    assert aggregate("latest", [of("Bahía Nácar", 3), of("Bahía Nácar", None, JUNE)]).value == 3


def test_ratio_is_of_sums():
    measured = [
        Measured("Alto Jacarandá", MARCH, parts={"numerator": 1, "denominator": 10}),
        Measured("Bahía Nácar", MARCH, parts={"numerator": 9, "denominator": 10}),
        Measured("Campo Lirio", MARCH, parts={"numerator": 80, "denominator": 80}),
        Measured("Los Ceibales", MARCH, parts={"numerator": 5, "denominator": None}),
    ]
    result = aggregate("ratio", measured, asked=4)

    assert (result.numerator, result.denominator, result.value) == (90, 100, Decimal("0.9"))
    assert (result.entered, result.missing) == (3, 1)


def test_ratio_of_nothing_is_unknown():
    result = aggregate("ratio", [Measured("Villa Mirasol", MARCH, parts={"numerator": 0, "denominator": 0})])

    assert (result.value, result.denominator, result.entered) == (None, 0, 1)


def test_list_keeps_each_party_its_last_text():
    measured = [
        of("San Aurelio", None, text="borrador"),
        of("San Aurelio", None, JUNE, text=" aprobada "),
        of("Valle Tordo", 1),
    ]

    assert aggregate("list", measured, asked=2).items == (("San Aurelio", "aprobada"),)


def test_membership_is_counted_by_the_caller():
    assert aggregate("membership", [of("Secretaría Técnica", 99)], members=8).value == 8
    assert aggregate("membership", [], members=0).value == 0
    assert aggregate("membership", []).value is None


def test_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="median"):
        aggregate("median", [])


def test_parts_add_up_and_absent_parts_stay_absent():
    measured = [
        of("Panamá", 3, parts={"gubernamental": 1, "no gubernamental": 2}),
        of("Costa Rica", 2, parts={"gubernamental": 2, "no gubernamental": None, "regional": None}),
    ]

    assert parts_total(measured) == {"gubernamental": 3, "no gubernamental": 2}


@pytest.mark.parametrize(
    ("uid", "reading", "whole", "warnings"),
    [
        ("1.2", "part", 100, []),
        ("4.1.2.2", "part", 100, []),
        ("1.1#2", "part", 150, ["sum_above", "reads_as_running"]),
        ("1.1#2", "running", 100, []),
        ("1.3", "running", 100, []),
        ("4.1.2.3", "part", 55, ["sum_below", "fits_neither"]),
        ("4.1.2.3", "running", 30, ["level_short", "fits_neither"]),
        ("3.2.1.2", "part", 150, ["sum_above", "fits_neither"]),
        ("4.1.3.1", "running", 25, ["level_falls", "level_short", "reads_as_part"]),
    ],
)
def test_two_readings_of_the_corett_matrix(uid, reading, whole, warnings):
    programmed, _ = corett()[uid]

    assert level(programmed, reading) == whole
    assert check_shares(programmed, reading) == warnings


def test_blank_shares_are_no_zero():
    _, executed = corett()["1.3"]

    assert executed == [0, 100, None]
    assert levels(executed, "running") == [0, 100, 100]
    assert level([None, None], "part") is None
    assert levels([None, Decimal(40), None], "part") == [None, 40, 40]
    assert check_shares([None, None], "part") == []


def test_odd_single_shares_are_warned_of():
    assert check_shares([Decimal(120)], "part") == ["above_100", "sum_above", "fits_neither"]
    assert check_shares([Decimal(-5), Decimal(105)], "part") == ["above_100", "below_0"]


def test_accepted_report_becomes_a_share_in_either_reading():
    assert accepted_share(Decimal(60), [Decimal(25), None], "part") == 35
    assert accepted_share(Decimal(60), [Decimal(25), None], "running") == 60
    assert accepted_share(Decimal(60), [], "part") == 60
    assert accepted_share(Decimal(20), [Decimal(25)], "part") == -5
    assert accepted_share(None, [Decimal(25)], "part") is None


def test_activities_are_averaged_and_never_added():
    shares = corett().values()
    programmed = average(level(row[:1], "part") for row, _ in shares)
    executed = average(level(row[:1], "part") for _, row in shares)

    assert (programmed.value, programmed.entered, programmed.missing) == (Decimal(715) / 15, 15, 5)
    assert (executed.entered, executed.missing) == (3, 17)
    assert average([None, None]).value is None


VALUES = st.one_of(st.none(), st.decimals(-1000, 1000, places=2))
PARTS = st.dictionaries(
    st.sampled_from(["numerator", "denominator"]), st.one_of(st.none(), st.integers(0, 50))
)
MEASURED = st.lists(
    st.builds(
        Measured,
        st.sampled_from(["Alto Jacarandá", "Bahía Nácar", "Campo Lirio"]),
        st.dates(date(2025, 1, 1), date(2025, 1, 6)),
        VALUES,
        PARTS,
        st.sampled_from(["", "sí", "no"]),
    ),
    max_size=12,
)


@given(st.sampled_from(RULES), MEASURED, st.randoms(use_true_random=False))
def test_order_of_measurements_does_not_matter(rule, measured, random):
    shuffled = measured[:]
    random.shuffle(shuffled)

    assert aggregate(rule, shuffled, asked=3) == aggregate(rule, measured, asked=3)
    assert parts_total(shuffled, "latest") == parts_total(measured, "latest")


@given(st.sampled_from(RULES), MEASURED)
def test_blank_measurement_enters_nothing(rule, measured):
    blank = Measured("Valle Tordo", date(2025, 1, 7))

    with_blank, without = aggregate(rule, [*measured, blank], asked=4), aggregate(rule, measured, asked=4)
    assert with_blank == without
    assert with_blank.entered + with_blank.missing == 4


@given(st.sampled_from(["sum", "latest", "maximum", "average", "members"]), MEASURED)
def test_value_is_unknown_only_where_nothing_entered(rule, measured):
    result = aggregate(rule, measured)

    assert (result.value is None) == (result.entered == 0) == all(one.value is None for one in measured)


@given(MEASURED)
def test_ratio_combines_numerators_and_denominators_apart(measured):
    result = aggregate("ratio", measured)
    last = latest_by_party(
        one
        for one in measured
        if one.parts.get("numerator") is not None and one.parts.get("denominator") is not None
    )

    if result.value is not None:
        assert result.numerator == sum(one.parts["numerator"] for one in last)
        assert result.value == result.numerator / result.denominator


SHARES = st.lists(st.one_of(st.none(), st.integers(0, 150).map(Decimal)), max_size=6)


@given(SHARES, st.sampled_from(["part", "running"]))
def test_blank_share_changes_no_level(shares, reading):
    known = [one for one in shares if one is not None]

    assert level(shares, reading) == level(known, reading)
    assert check_shares(shares, reading) == check_shares(known, reading)
    assert levels(shares, reading)[-1:] == [level(shares, reading)][: len(shares)]


@given(st.lists(st.one_of(st.none(), st.integers(0, 100).map(Decimal)), max_size=20))
def test_average_lies_between_the_levels_and_says_who_is_missing(values):
    result, known = average(values), [one for one in values if one is not None]

    assert (result.entered, result.missing) == (len(known), len(values) - len(known))
    assert result.value is None if not known else min(known) <= result.value <= max(known)
    assert average([*values, None]).value == result.value


@given(SHARES, st.integers(0, 100).map(Decimal))
def test_accepted_shares_add_up_to_what_was_reported(earlier, reported):
    assert level([*earlier, accepted_share(reported, earlier, "part")], "part") == reported
    assert level([*earlier, accepted_share(reported, earlier, "running")], "running") == reported
