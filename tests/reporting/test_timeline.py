"""The Gantt as positions: equally wide columns, days inside their column, nothing drawn that is not known."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plans.schedule import columns
from reporting.timeline import Column, Item, Milestone, Portion, Scale, draw, fraction

MONTHS = [
    Column(start, end, f"{start:%b}") for start, end in columns(date(2025, 10, 1), date(2026, 9, 30), "month")
]
YEARS = [
    Column(start, end, str(start.year))
    for start, end in columns(date(2020, 1, 1), date(2022, 12, 31), "year")
]
ON = date(2026, 3, 31)


def activity(**fields):
    return Item(
        **{"kind": "activity", "key": "a1", "depth": 2, "code": "1.1", "title": "Plenaria anual."} | fields
    )


def only_row(item, scale=MONTHS, on=ON):
    return draw([item], scale, on).rows[0]


def test_a_month_takes_one_twelfth_however_many_days_it_has():
    row = only_row(activity(spans=((date(2026, 2, 1), date(2026, 2, 28)),), status="in_progress"))
    stretch = row.bars[0].stretch
    assert (stretch.left, stretch.right) == (round(100 * 4 / 12, 3), round(100 * 5 / 12, 3))


def test_a_day_lies_inside_its_column():
    scale = Scale(MONTHS)
    assert scale.before(date(2025, 10, 1)) == 0
    assert scale.after(date(2025, 10, 31)) == scale.before(date(2025, 11, 1)) == round(100 / 12, 3)
    assert scale.middle(date(2026, 4, 15)) == round(100 * (6 + 14.5 / 30) / 12, 3)


def test_several_spans_are_filled_from_the_left():
    """ "2025 y 2026", half executed: the first plenary is whole, the second empty, and the empty one is not unknown."""
    spans = ((date(2025, 11, 1), date(2025, 11, 30)), (date(2026, 6, 1), date(2026, 6, 30)))
    row = only_row(activity(spans=spans, status="in_progress", executed=Decimal(50)))
    assert [bar.filled for bar in row.bars] == [1, 0]


def test_not_reported_is_no_empty_bar():
    row = only_row(activity(spans=((date(2025, 11, 1), date(2025, 11, 30)),), status="not_reported"))
    assert [bar.filled for bar in row.bars] == [None]


def test_a_bar_that_begins_before_the_plan_is_cut_and_says_so():
    """4T 2023 in a plan of 2024-2025 (P19)."""
    quarters = [Column(*span, "T") for span in columns(date(2024, 1, 1), date(2025, 12, 31), "quarter")]
    row = only_row(activity(spans=((date(2023, 10, 1), date(2024, 6, 30)),)), quarters)
    stretch = row.bars[0].stretch
    assert (stretch.left, stretch.right, stretch.cut_left, stretch.cut_right) == (0, 25, True, False)


def test_what_lies_wholly_outside_has_no_bar_but_a_side():
    before = only_row(activity(spans=((date(2023, 1, 1), date(2023, 3, 31)),)))
    after = only_row(activity(spans=((date(2027, 1, 1), date(2027, 3, 31)),)))
    assert (before.bars, before.outside, after.bars, after.outside) == ((), -1, (), 1)


def test_an_activity_without_dates_is_counted_and_not_drawn():
    timeline = draw([activity()], MONTHS, ON)
    assert (timeline.rows[0].dated, timeline.rows[0].bars, timeline.undated) == (False, (), 1)


def test_shares_of_a_yearly_plan_are_bars_of_their_own():
    """1.1 of the matrix of 2020-2022: 100 % of 2020 executed in full, 2021 with nothing reported."""
    portions = (
        Portion((date(2020, 1, 1), date(2020, 12, 31)), Decimal(50), Decimal(50)),
        Portion((date(2021, 1, 1), date(2021, 12, 31)), Decimal(50), None),
        Portion((date(2022, 1, 1), date(2022, 12, 31)), Decimal(50), Decimal(0)),
    )
    row = only_row(activity(portions=portions), YEARS)
    assert [(bar.status, bar.filled) for bar in row.bars] == [
        ("completed", 1), ("not_reported", None), ("not_started", 0),
    ]  # fmt: skip


def test_of_nothing_programmed_anything_done_is_all_of_it():
    assert fraction(Decimal(0), Decimal(5)) == 1
    assert fraction(Decimal(0), Decimal(0)) == 0
    assert fraction(None, Decimal(25)) == 0.25
    assert fraction(Decimal(40), None) is None


def test_an_objective_spans_all_below_it_and_nothing_beside_it():
    items = [
        Item("objective", "o1", 1, "1", "Eje"),
        Item("objective", "o2", 2, "1.1", "Objetivo"),
        activity(key="a1", depth=3, spans=((date(2025, 11, 1), date(2025, 11, 30)),)),
        Item("objective", "o3", 2, "1.2", "Objetivo"),
        activity(key="a2", depth=3, spans=((date(2026, 1, 1), date(2026, 2, 28)),)),
        Item("objective", "o4", 1, "2", "Eje"),
        activity(key="a3", depth=2, spans=((date(2026, 9, 1), date(2026, 9, 30)),)),
    ]
    rows = {row.key: row.bracket for row in draw(items, MONTHS, ON).rows if row.kind == "objective"}
    assert {key: (bracket.start, bracket.end) for key, bracket in rows.items()} == {
        "o1": (date(2025, 11, 1), date(2026, 2, 28)),
        "o2": (date(2025, 11, 1), date(2025, 11, 30)),
        "o3": (date(2026, 1, 1), date(2026, 2, 28)),
        "o4": (date(2026, 9, 1), date(2026, 9, 30)),
    }


def test_a_milestone_without_a_date_stands_hollow_at_the_end():
    span = ((date(2025, 11, 1), date(2025, 12, 31)),)
    stones = (Milestone("Acta", None, None), Milestone("Sede", date(2025, 11, 20), True))
    undated, dated = only_row(activity(spans=span, milestones=stones)).marks
    assert (undated.x, undated.dated, undated.reached) == (25.0, False, None)
    assert (dated.on, dated.dated, dated.reached, dated.cut) == (date(2025, 11, 20), True, True, 0)


def test_a_milestone_outside_the_columns_says_on_which_side():
    stones = (Milestone("Tarde", date(2027, 1, 1), False),)
    mark = only_row(activity(spans=((date(2025, 11, 1), date(2025, 12, 31)),), milestones=stones)).marks[0]
    assert (mark.x, mark.cut) == (100.0, 1)


def test_the_line_of_today_is_drawn_only_within_the_columns():
    assert draw([], MONTHS, date(2026, 3, 31)).today.x == 50.0
    assert draw([], MONTHS, date(2027, 3, 31)).today is None


def test_the_load_counts_each_activity_once_in_a_column():
    spans = ((date(2025, 10, 1), date(2025, 10, 5)), (date(2025, 10, 20), date(2025, 11, 2)))
    assert draw([activity(spans=spans)], MONTHS, ON).load[:3] == (1, 1, 0)


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(days, days)
def test_every_stretch_lies_within_the_axis_and_keeps_the_order_of_days(one, other):
    first, last = sorted((one, other))
    scale = Scale(MONTHS)
    stretch = scale.stretch((first, last))
    if stretch is None:
        assert last < scale.start or first > scale.end
    else:
        assert 0 <= stretch.left <= stretch.right <= 100.001
        assert stretch.width > 0
        assert (stretch.cut_left, stretch.cut_right) == (first < scale.start, last > scale.end)
