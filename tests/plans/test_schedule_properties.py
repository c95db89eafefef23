"""What holds for any text, any spans and any plan (P18, T14, T15)."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plans.schedule import Schedule, read_period, write_period
from plans.schedule.calendar import last_of_month
from plans.schedule.words import WORDS

LANGUAGES = ["es", "en"]
KINDS = ["month", "quarter", "semester", "year", "mixed", None]
plan_days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
any_days = st.dates()
pieces = st.sampled_from(
    [
        *WORDS,
        *"/-–,;:.'()+&² ",
        " ",
        " ",
        "2025",
        "25",
        "26",
        "1",
        "3",
        "31",
        "12",
        "3T",
        "S2",
        "Q3",
        "II",
        "1er",
    ]
)
expressions = st.lists(pieces, max_size=9).map(" ".join) | st.lists(pieces, max_size=9).map("".join)


@st.composite
def spans_of(draw, dates):
    return tuple(sorted((draw(dates), draw(dates))))


@st.composite
def months(draw):
    start, end = draw(spans_of(plan_days))
    return start.replace(day=1), last_of_month(end)


@st.composite
def units(draw):
    """One stretch of whole units, as most cells have."""
    count = draw(st.sampled_from([3, 6, 12]))
    start = date(draw(st.integers(2000, 2050)), draw(st.sampled_from(range(1, 13, count))), 1)
    end = start.replace(month=start.month + count - 1)
    return start, last_of_month(end.replace(year=end.year + draw(st.integers(0, 2))))


any_span = spans_of(any_days) | spans_of(plan_days) | months() | units()


@pytest.mark.parametrize("language", LANGUAGES)
@given(spans=st.lists(any_span, max_size=8), kind=st.sampled_from(KINDS), plan=spans_of(plan_days))
@example([(date.min, date.max)], None, (date(2024, 1, 1), date(2025, 12, 31)))
@example(
    [(date(2022, 7, 1), date(2022, 9, 30)), (date(2024, 1, 1), date(2025, 12, 31))],
    "mixed",
    (date(2022, 1, 1), date(2025, 12, 31)),
)
@example([(date(2024, 2, 29), date(2024, 2, 29))], "month", (date(2025, 9, 30), date(2026, 10, 1)))
def test_what_is_written_reads_back_as_the_same_spans(language, spans, kind, plan):
    schedule = Schedule(tuple(spans), kind, understood=True)

    written = write_period(schedule, language)

    assert read_period(written, *plan).spans == tuple(spans), written


@given(text=st.text() | expressions, plan=spans_of(any_days), on=st.none() | any_days)
@example("año 9", (date.max, date.max), None)
@example("mes 1", (date.min, date.min), None)
@example("este mes", (date.min, date.max), date.max)
@example("octubre", (date.min, date(1, 12, 31)), None)
@example("antes de 1900", (date(9999, 1, 1), date.max), None)
@example("9999-12-31", (date(9999, 1, 1), date.max), None)
@example("después de 9999-12-31", (date(9999, 1, 1), date.max), None)
@example("9" * 4900, (date(2024, 1, 1), date(2025, 12, 31)), None)
@example("1-" * 2400, (date(2024, 1, 1), date(2025, 12, 31)), None)
def test_no_text_fails_and_what_is_understood_has_days(text, plan, on):
    schedule = read_period(text, *plan, on=on)

    assert schedule.understood == bool(schedule.spans)
    assert schedule.understood or schedule.note
    assert schedule.spans not in schedule.alternatives
    for spans in (schedule.spans, *schedule.alternatives):
        assert all(start <= end for start, end in spans)


@given(text=expressions)
def test_a_plan_whose_dates_are_the_wrong_way_round_does_not_fail(text):
    read_period(text, date(2025, 12, 31), date(2024, 1, 1), on=date(2025, 6, 1))


@given(text=expressions, plan=spans_of(plan_days))
def test_capitals_and_spaces_change_nothing(text, plan):
    plain = read_period(text, *plan)

    assert read_period(f"\u00a0{text.upper()} \n", *plan) == plain


@given(start=plan_days, length=st.integers(0, 3000))
def test_a_text_of_the_usual_kind_is_never_read_as_other_days_than_written(start, length):
    end = start + timedelta(days=length)
    text = f"{start.day:02}/{start.month:02}/{start.year} - {end.day:02}/{end.month:02}/{end.year}"

    schedule = read_period(text, start, end)

    assert ((start, end),) in (schedule.spans, *schedule.alternatives)
