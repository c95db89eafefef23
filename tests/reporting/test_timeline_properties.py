"""Whatever a plan is like, its timeline stays in its box, its bars match their days, and words say the same."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from django.utils import translation
from django.utils.formats import date_format
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.schedule import columns
from reporting import timeline_svg, timeline_table
from reporting.timeline import Column, Item, Milestone, Portion, draw
from reporting.timeline_columns import GAP, LETTER, MOST_COLUMNS, ROOM, UNITS, fitting_unit, heads

FIRST = date(2023, 1, 1)
STATUSES = [
    "completed",
    "in_progress",
    "unfinished",
    "not_started",
    "suspended",
    "cancelled",
    "not_reported",
]
days = st.integers(-200, 2200).map(lambda n: FIRST + timedelta(n))
spans = st.tuples(days, days).map(lambda pair: tuple(sorted(pair)))
percents = st.none() | st.integers(0, 150).map(Decimal)
milestones = st.builds(
    Milestone, st.sampled_from(["Acta", "Sede <b>"]), st.none() | days, st.sampled_from([True, False, None])
)
portions = st.builds(Portion, spans, percents, percents)
activities = st.builds(
    Item,
    kind=st.just("activity"),
    key=st.just("a1"),
    depth=st.integers(1, 5),
    code=st.sampled_from(["", "1.1", "2.1.2.1"]),
    title=st.sampled_from(["", "Plenaria anual", "Título & <i>largo</i> " * 18]),
    language=st.sampled_from(["", "es", "en"]),
    status=st.sampled_from(STATUSES),
    status_word=st.just("Estado"),
    late=st.booleans(),
    spans=st.lists(spans, max_size=4).map(tuple),
    portions=st.lists(portions, max_size=3).map(tuple),
    executed=percents,
    milestones=st.lists(milestones, max_size=2).map(tuple),
    baseline=st.lists(spans, max_size=2).map(tuple),
)
objectives = st.builds(
    Item,
    kind=st.just("objective"),
    key=st.just("o1"),
    depth=st.integers(1, 4),
    code=st.just("1"),
    title=st.just("Eje"),
)


@st.composite
def plans(draw_from):
    """(items, start, end, day): 1 to 400 activities in up to four levels, over one to five years."""
    start = FIRST + timedelta(draw_from(st.integers(0, 400)))
    end = start + timedelta(draw_from(st.integers(300, 1826)))
    some = draw_from(st.lists(activities | objectives, min_size=1, max_size=12))
    # Large plans repeat the rows drawn: what matters is how many there are, not that each is new.
    many = draw_from(st.sampled_from([1, 1, 1, 4, 33]))
    return some * many, start, end, draw_from(days)


def columns_of(start, end, unit):
    found = []
    for first, last in columns(start, end, unit):
        year = str(first.year) if unit != "year" and (not found or found[-1].end.year != last.year) else ""
        found.append(Column(first, last, {"month": "Sep", "year": str(first.year)}.get(unit, "T3"), year))
    return found


def day_at(x, columns, side):
    """The day that begins (side 0) or ends (side 1) at a position: the drawing read backwards."""
    place = min(x * len(columns) / 100, len(columns) - 1e-9)
    column = columns[max(int(place - 1e-4), 0)] if side else columns[int(place + 1e-4)]
    inside = place - columns.index(column)
    length = (column.end - column.start).days + 1
    return column.start + timedelta(round(inside * length) - side)


@pytest.mark.parametrize("unit", UNITS)
@settings(max_examples=25, deadline=None)
@given(plans())
def test_every_bar_lies_in_its_box_and_reads_back_to_its_days(unit, plan):
    items, start, end, on = plan
    timeline = draw(items, columns_of(start, end, unit), on)
    first, last = timeline.columns[0].start, timeline.columns[-1].end
    assert [row.key for row in timeline.rows] == [item.key for item in items]
    for item, row in zip(items, timeline.rows, strict=True):
        drawn = (
            [bar.stretch for bar in row.bars] + list(row.baseline) + ([row.bracket] if row.bracket else [])
        )
        for stretch in drawn:
            assert 0 <= stretch.left <= stretch.right <= 100.001
            assert day_at(stretch.left, timeline.columns, 0) == max(stretch.start, first)
            assert day_at(stretch.right, timeline.columns, 1) == min(stretch.end, last)
        every = [*item.spans, *(portion.span for portion in item.portions)]
        shown = [portion.span for portion in item.portions] or item.spans
        inside = [span for span in shown if span[0] <= last and span[1] >= first]
        assert [(bar.stretch.start, bar.stretch.end) for bar in row.bars] == inside
        assert all(bar.filled is None or 0 <= bar.filled <= 1 for bar in row.bars)
        assert all(0 <= mark.x <= 100 for mark in row.marks)
        if row.kind == "activity":
            assert (row.earlier, row.later) == (
                any(span[0] < first for span in every), any(span[1] > last for span in every)
            )  # fmt: skip
    assert timeline.undated == sum(row.kind == "activity" and not row.dated for row in timeline.rows)


@settings(max_examples=40, deadline=None)
@given(plans(), st.sampled_from(UNITS), st.sampled_from(["es", "en"]))
def test_the_words_say_what_is_drawn_and_the_svg_says_it_in_its_box(plan, unit, language):
    items, start, end, on = plan
    timeline = draw(items[:40], columns_of(start, end, unit), on)
    with translation.override(language):
        for item, row in zip(items[:40], timeline.rows, strict=True):
            if row.kind == "activity":
                words = list(timeline_table.tell(row))
                check_words(item, row, " | ".join(words), words)
            check_svg(timeline_svg.row(row, timeline.today))
        page = timeline_table.body(timeline, {"a1": "/plans/x/lines/1/#a1"})
    assert page.count('<tr role="row"') == len(timeline.rows)
    assert "<b>" not in page and "<i>" not in page, "texts are escaped"
    assert " style=" not in page


def check_words(item, row, said, words):
    written = [
        date_format(day, "DATE_FORMAT") for bar in row.bars for day in (bar.stretch.start, bar.stretch.end)
    ]
    written += [date_format(mark.on, "DATE_FORMAT") for mark in row.marks if mark.dated]
    written += [date_format(day, "DATE_FORMAT") for one in row.baseline for day in (one.start, one.end)]
    assert [day for day in written if day not in said] == []
    undated = translation.gettext("date not stated")
    assert said.count(undated) == sum(not mark.dated for mark in row.marks)
    assert (translation.gettext("no dates stated") in words) is (not row.dated)
    assert (translation.gettext("begins before this timeline") in words) is (row.earlier and not row.outside)
    assert (translation.gettext("goes on after this timeline") in words) is (row.later and not row.outside)
    assert len(row.marks) == (
        len(item.milestones) if row.dated else sum(m.on is not None for m in item.milestones)
    )


def check_svg(svg):
    assert "<text" not in svg
    for x, width in re.findall(r'x="(-?[\d.e-]+)%"[^>]*? width="(-?[\d.e-]+)%"', svg):
        assert -1e-6 <= float(x) <= 100.001
        assert 0 < float(width) <= 100.001
        assert float(x) + float(width) <= 100.01
    for y, height in re.findall(r'<rect [^>]*y="([\d.]+)"[^>]*height="([\d.]+)"', svg):
        assert float(y) + float(height) <= timeline_svg.HEIGHT


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(30, 1826), st.sampled_from(UNITS))
def test_no_name_over_a_column_runs_into_the_next(start, length, unit):
    shown = heads(columns_of(start, start + timedelta(length), unit))
    width = ROOM / len(shown)
    for part in ("name", "year"):
        placed = [(n * width, getattr(head, part)) for n, head in enumerate(shown) if getattr(head, part)]
        for (x, text), (following, _next) in pairwise(placed):
            assert x + len(text) * LETTER + GAP <= following + 0.01
        if placed:
            assert placed[-1][0] + len(placed[-1][1]) * LETTER <= ROOM
    assert any(head.name for head in shown)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 1826), st.sampled_from(UNITS))
def test_the_unit_that_nobody_chose_is_the_plans_own_unless_it_tells_nothing(start, length, own):
    end = start + timedelta(length)
    unit = fitting_unit(start, end, own)
    count = len(columns(start, end, unit))
    assert count <= MOST_COLUMNS
    if 1 < len(columns(start, end, own)) <= MOST_COLUMNS:
        assert unit == own
    if count == 1:
        assert unit == "month"
