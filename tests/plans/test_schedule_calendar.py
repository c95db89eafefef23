"""The columns of a plan's own calendar and the arithmetic of spans (T14, T15)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.schedule import clip, columns, envelope, merge, middle

UNITS = ["month", "quarter", "semester", "year"]
MAYORS = (date(2025, 9, 30), date(2026, 10, 1))


def day(text):
    return date.fromisoformat(text)


def spans(*texts):
    return [tuple(day(end) for end in text.split("/")) for text in texts]


def test_the_timetable_of_the_mayors_has_twelve_months_and_no_column_of_one_day():
    months = columns(*MAYORS, "month")

    assert months[:2] == spans("2025-09-30/2025-10-31", "2025-11-01/2025-11-30")
    assert months[-1] == (day("2026-09-01"), day("2026-10-01"))
    assert [middle(month).month for month in months] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_the_quarters_of_the_mayors_begin_in_october():
    assert columns(*MAYORS, "quarter") == spans(
        "2025-09-30/2025-12-31", "2026-01-01/2026-03-31", "2026-04-01/2026-06-30", "2026-07-01/2026-10-01"
    )
    assert columns(*MAYORS, "semester") == spans("2025-09-30/2026-03-31", "2026-04-01/2026-10-01")
    assert columns(*MAYORS, "year") == [MAYORS]


def test_a_biennium_of_calendar_years_has_the_units_of_the_calendar():
    biennium = (day("2024-01-01"), day("2025-12-31"))

    assert [len(columns(*biennium, unit)) for unit in UNITS] == [24, 8, 4, 2]
    assert columns(*biennium, "semester")[1] == (day("2024-07-01"), day("2024-12-31"))


def test_a_plan_from_october_has_october_to_december_as_its_first_quarter():
    assert columns(day("2025-10-01"), day("2027-09-30"), "year") == spans(
        "2025-10-01/2026-09-30", "2026-10-01/2027-09-30"
    )
    assert columns(day("2025-10-01"), day("2026-09-30"), "quarter")[0] == (
        day("2025-10-01"),
        day("2025-12-31"),
    )


def test_a_plan_from_the_middle_of_a_month_keeps_the_parts_of_its_first_and_last_month():
    plan = (day("2025-03-15"), day("2026-03-14"))

    assert columns(*plan, "month")[0] == (day("2025-03-15"), day("2025-03-31"))
    assert columns(*plan, "month")[-1] == (day("2026-03-01"), day("2026-03-14"))
    assert columns(*plan, "quarter")[-1] == (day("2025-12-01"), day("2026-03-14"))
    assert columns(*plan, "year") == [plan]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "plan", [("2025-05-01", "2025-05-01"), ("2025-09-29", "2025-10-02"), ("2025-12-31", "2025-12-31")]
)
def test_a_plan_of_a_few_days_has_one_column(plan, unit):
    start, end = map(day, plan)

    assert columns(start, end, unit) == [(start, end)]


@pytest.mark.parametrize("unit", UNITS)
@given(start=st.dates(), length=st.integers(0, 2500))
def test_columns_cover_every_day_of_the_plan_once(unit, start, length):
    end = start + timedelta(days=min(length, (date.max - start).days))

    found = columns(start, end, unit)

    assert (found[0][0], found[-1][1]) == (start, end)
    assert all(first <= last for first, last in found)
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(found))


@pytest.mark.parametrize("unit", UNITS)
@given(start=st.dates(date(2000, 1, 1), date(2050, 1, 1)), length=st.integers(60, 2500))
def test_no_column_is_a_stray_day(unit, start, length):
    assert all(
        (last - first).days >= 7 for first, last in columns(start, start + timedelta(days=length), unit)
    )


def test_a_calendar_of_another_unit_or_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="week"):
        columns(*MAYORS, "week")
    with pytest.raises(ValueError, match="before it starts"):
        columns(MAYORS[1], MAYORS[0], "month")


def test_spans_that_adjoin_or_overlap_become_one():
    years = spans(
        "2023-01-01/2023-12-31", "2022-07-01/2022-12-31", "2025-01-01/2025-06-30", "2025-03-01/2025-09-30"
    )

    assert merge(years) == spans("2022-07-01/2023-12-31", "2025-01-01/2025-09-30")
    assert merge([(date.min, date.max), (date.max, date.max)]) == [(date.min, date.max)]
    assert merge([]) == []


def test_the_envelope_runs_from_the_first_day_to_the_last():
    assert envelope(spans("2023-01-01/2023-12-31", "2022-07-01/2022-12-31")) == (
        day("2022-07-01"),
        day("2023-12-31"),
    )
    assert envelope([]) is None


def test_spans_are_cut_at_the_plan():
    activity = spans("2023-10-01/2025-12-31", "2020-01-01/2020-12-31")

    assert clip(activity, day("2024-01-01"), day("2025-12-31")) == spans("2024-01-01/2025-12-31")
