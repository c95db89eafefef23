"""The drawings of a report: shape before colour, no text, no style, an alternative for each."""

import re
from datetime import date
from xml.etree import ElementTree

from reporting.annual_report import drawing
from reporting.annual_report.gantt import MOST_LINES, gantt, line_count
from reporting.timeline import Bar, Column, Mark, Row, Stretch, Timeline, Today

ACCENT = "#0b5d66"
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
WHOLE = Stretch(*YEAR, left=0, width=100)


def paths(svg):
    return re.findall(r"<path ([^>]*?) d=", svg)


def test_a_box_per_activity_and_the_words_as_alternative():
    svg = drawing.stacked([("completed", 2), ("not_reported", 1)], 7, "Completed: 2, Not reported: 1", ACCENT)
    assert "<title>Completed: 2, Not reported: 1</title>" in svg
    assert svg.count("stroke-dasharray") == 1  # not reported is dotted
    assert len(re.findall(r"M[\d.]+ [\d.]+h", svg)) == 2 * 2 + 1  # two filled and outlined, one dotted


def test_many_activities_are_one_box_for_each_status():
    svg = drawing.stacked([("completed", 90), ("not_reported", 10)], 0.4, "…", ACCENT)
    assert len(re.findall(r"M[\d.]+ [\d.]+h", svg)) == 3


def test_a_title_from_the_content_is_escaped():
    svg = drawing.squares(2, 1, 'T1 <script> & "2"', ACCENT)
    assert ElementTree.fromstring(svg)[0].text == 'T1 <script> & "2"'


def test_no_drawing_holds_style_or_text():
    drawn = [
        drawing.stacked([("late", 1)], 7, "x", ACCENT),
        drawing.squares(3, 1, "x", ACCENT),
        drawing.length(3, 12, "x", ACCENT),
        drawing.trend([1, None, 3], 4, "x", ACCENT),
        drawing.cover([[[(0, 50, 1.0)], [(50, 50, None)]]], "x"),
        drawing.cover_squares(["completed", "unfinished", "not_reported"], "x"),
    ]
    assert all("style" not in svg and "<text" not in svg and "<title>" in svg for svg in drawn)


def test_each_status_is_told_apart_without_colour():
    def shape(status, late=False):
        one = drawing.Drawing(20, 5, "x", ACCENT)
        one.bar(status, (0, 0, 20, 4), None, late)
        return tuple(
            sorted(
                (re.sub("#[0-9a-f]{6}", "", drawing.marks(ACCENT)[m]), "".join(d))
                for m, d in one.paths.items()
            )
        )

    statuses = ["completed", "not_started", "unfinished", "suspended", "cancelled", "not_reported"]
    shapes = [shape(status) for status in statuses] + [shape("not_started", late=True)]
    assert len(set(shapes)) == len(shapes)


def test_not_reported_is_dotted_and_zero_is_an_empty_whole_line():
    def attributes(filled, status):
        one = drawing.Drawing(20, 5, "x", ACCENT)
        one.bar(status, (0, 0, 20, 4), filled)
        return paths(one.svg())

    assert "stroke-dasharray" in attributes(None, "not_reported")[0]
    assert "stroke-dasharray" not in attributes(0.0, "not_started")[0]


def test_a_cover_without_dates_still_shows_every_activity():
    svg = drawing.cover_squares(["not_reported"] * 21, "x")
    assert len(re.findall(r"M[\d.]+ [\d.]+h", svg)) == 21


def test_lines_are_counted_before_layout():
    assert line_count("Plenaria anual", 80, 8.5) == 1
    assert line_count("Identificar y priorizar los espacios multilaterales relevantes " * 3, 80, 8.5) == 3
    assert line_count("x" * 400, 80, 8.5) > 4  # one endless word is broken, not lost


def activity(number, title="Actividad"):
    bar = Bar(WHOLE, "not_reported")
    return Row(
        "activity", f"a{number}", 2, str(number), title, "es", "not_reported", "No reportada", bars=(bar,)
    )


def objective(number):
    return Row("objective", f"o{number}", 1, str(number), "Línea", "es", bracket=WHOLE)


def timeline(rows, columns=4):
    names = tuple(Column(*YEAR, f"T{n}", "2025" if n == 0 else "") for n in range(columns))
    return Timeline(names, tuple(rows), (0,) * columns, Today(date(2025, 6, 30), 50))


def test_a_long_timeline_is_cut_into_even_pages_and_no_objective_ends_one():
    rows = [row for n in range(12) for row in (objective(n), *(activity(n * 10 + k) for k in range(5)))]
    pages = gantt(timeline(rows), ACCENT, small=False).pages
    assert sum(len(page.rows) for page in pages) == len(rows)
    assert all(page.rows[-1].row.kind == "activity" for page in pages)
    heights = [sum(row.height for row in page.rows) for page in pages]
    assert max(heights) <= 143
    assert min(heights) > max(heights) / 3


def test_inner_objectives_are_left_to_the_chapters():
    inner = Row("objective", "o9", 2, "1.1", "Objetivo interior", "es", bracket=WHOLE)
    drawn = gantt(timeline([objective(1), inner, activity(1)]), ACCENT, small=False)
    assert [row.row.key for page in drawn.pages for row in page.rows] == ["o1", "a1"]


def test_a_title_of_300_letters_gets_the_room_it_needs():
    [page] = gantt(timeline([activity(1, "Publicar el informe " * 15)]), ACCENT, small=False).pages
    assert 1 < page.rows[0].lines < MOST_LINES
    assert page.rows[0].height == 3.3 + 3.9 * page.rows[0].lines


def test_the_phone_gets_one_small_bar_for_each_activity():
    drawn = gantt(timeline([objective(1), activity(1), activity(2)]), ACCENT, small=True)
    smalls = [row.small for row in drawn.pages[0].rows]
    assert [bool(small) for small in smalls] == [False, True, True]
    assert "No reportada" in smalls[1]


def test_a_milestone_is_solid_where_reached_hollow_where_not_and_dotted_where_unknown():
    marks = tuple(
        Mark(x, date(2025, 3, 1), reached, True, "") for x, reached in ((20, True), (50, False), (80, None))
    )
    row = Row("activity", "a1", 1, "1", "Plenaria", "es", "completed", "Completada", marks=marks)
    [page] = gantt(timeline([row]), ACCENT, small=False).pages
    known = drawing.marks(ACCENT)
    assert all(known[kind] in page.drawing for kind in ("diamond", "diamond_open", "diamond_dotted"))
