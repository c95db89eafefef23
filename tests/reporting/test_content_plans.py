"""The seven demo plans: every figure of the report counted again from the rows, by hand."""

from collections import Counter
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from plans.models import Activity, Indicator, Plan, Share
from reporting.annual_report.content import as_json, build, digest
from reporting.annual_report.shapes import STATUSES

SLUGS = [
    "corett-2020-2022", "dumpsites-2021-2022", "dumpsites-2024-2025", "mayors-2025-2026",
    "pao-cocaine-2022-2023", "ribera-2024", "ribera-2025",
]  # fmt: skip
TODAY = date(2026, 4, 3)


@pytest.fixture(scope="module")
def reports(django_db_setup, django_db_blocker):
    """Every demo plan in both languages; the rows are loaded once and taken out again."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", stdout=StringIO())
        yield {
            (plan.slug, language): (plan, build(plan, language=language, on=min(TODAY, plan.end)))
            for plan in Plan.objects.filter(slug__in=SLUGS)
            for language in ("es", "en")
        }
        transaction.set_rollback(True)


@pytest.fixture(params=[(slug, language) for slug in SLUGS for language in ("es", "en")], ids="-".join)
def loaded(request, reports, django_db_blocker):
    with django_db_blocker.unblock():
        yield reports[request.param]


def entries_of(report):
    def below(line):
        yield from line.activities
        for child in line.children:
            yield from below(child)

    return [entry for line in report.lines for entry in below(line)]


def test_every_objective_and_activity_is_there_in_order(loaded):
    plan, report = loaded
    activities = Activity.objects.filter(plan=plan).order_by("position")
    assert [entry.id for entry in entries_of(report)] == [row.pk for row in activities]
    titles = {row.title_es for row in activities} | {row.title_es for row in plan.objectives.all()}
    if report.header.language == "es":
        text = as_json(report).replace('\\"', '"')
        assert [title for title in titles if title not in text] == []


def test_status_by_line_adds_up(loaded):
    _, report = loaded
    entries = entries_of(report)
    table = report.glance.status
    by_hand = Counter(entry.status for entry in entries)
    assert {count.status: count.count for count in table.total.counts} == {
        key: by_hand[key] for key in STATUSES
    }
    for status in STATUSES:
        assert sum(row.of(status) for row in table.rows) == table.total.of(status)
    assert sum(row.total for row in table.rows) == table.total.total == len(entries)
    for row in (*table.rows, table.total):
        for count in row.counts:
            exact = Decimal(100 * count.count) / row.total
            assert abs(count.percent - exact) <= Decimal("0.05")
    phases = table.total
    assert phases.ended + phases.current + phases.ahead + phases.undated == len(entries)


def test_shares_are_counted_and_averaged_never_added(loaded):
    plan, report = loaded
    rows = Share.objects.filter(activity__plan=plan).select_related("period")
    programmed = [row for row in rows if row.programmed is not None]
    executed = [
        row for row in programmed if row.executed is not None and row.period.start <= report.header.on
    ]
    assert (report.glance.shares.count, report.glance.shares.total) == (len(executed), len(programmed))
    for column in report.matrix.columns:
        own = [row for row in rows if (row.period.start, row.period.end) == (column.start, column.end)]
        values = [row.programmed for row in own if row.programmed is not None]
        assert (column.programmed.entered, column.programmed.missing) == (len(values), len(own) - len(values))
        if values:
            assert abs(column.programmed.value - sum(values) / len(values)) <= Decimal("0.05")
    shown = [row for group in report.matrix.groups for row in group.rows]
    assert len(shown) + report.matrix.without_shares == report.glance.activities
    assert sum(cell is not None for row in shown for cell in row.cells) == len(rows)


def test_every_indicator_and_milestone_stands_in_its_table_once(loaded):
    plan, report = loaded
    rows = Indicator.objects.filter(plan=plan)
    shown = [entry.id for group in report.indicators.groups for entry in group.indicators]
    stones = [entry.id for group in report.milestones.groups for entry in group.milestones]
    assert sorted(shown) == sorted(row.pk for row in rows if row.kind == "indicator")
    assert sorted(stones) == sorted(row.pk for row in rows if row.kind == "milestone")
    table = report.indicators
    assert table.met + table.not_met + table.unknown + table.without_target == table.total
    for group in table.groups:
        for entry in group.indicators:
            assert entry.entered <= entry.asked
            assert (entry.value is None) <= (entry.met is None)


def test_the_annex_holds_what_is_not_finished_and_apart_what_is_not_known(loaded):
    _, report = loaded
    annex, entries = report.annex, entries_of(report)
    unfinished = [row.activity.key for group in annex.unfinished for row in group.rows]
    unknown = [row.activity.key for group in annex.not_reported for row in group.rows]
    still_open = {"in_progress", "unfinished", "not_started", "suspended"}
    assert unfinished == [entry.key for entry in entries if entry.status in still_open]
    assert unknown == [entry.key for entry in entries if entry.status == "not_reported"]
    assert len(unfinished) + len(unknown) + annex.completed + annex.cancelled == annex.total == len(entries)


def test_the_timeline_has_a_row_for_each_activity_and_titled_objective(loaded):
    _, report = loaded
    rows = [row.key for row in report.timeline.rows if row.kind == "activity"]
    assert rows == [entry.key for entry in entries_of(report)]
    for row in report.timeline.rows:
        for bar in row.bars:
            assert 0 <= bar.stretch.left < bar.stretch.right <= 100.01


def test_anchors_are_unique(loaded):
    _, report = loaded
    keys = [entry.key for entry in entries_of(report)] + [
        row.key for row in report.timeline.rows if row.kind != "activity"
    ]
    anchors = [
        note.anchor
        for part in (report.notes.surface, report.notes.resolved, report.notes.kept)
        for note in part
    ]
    assert len({*keys, *anchors}) == len(keys) + len(anchors)


def test_the_digest_is_that_of_the_content(loaded):
    plan, report = loaded
    again = build(plan, language=report.header.language, on=report.header.on)
    assert digest(again) == report.colophon.digest == digest(report)


def test_both_languages_hold_the_same_figures(reports):
    for slug in SLUGS:
        (_, spanish), (_, english) = reports[slug, "es"], reports[slug, "en"]
        assert [(entry.status, entry.executed, entry.late) for entry in entries_of(spanish)] == [
            (entry.status, entry.executed, entry.late) for entry in entries_of(english)
        ]
        assert spanish.timeline.load == english.timeline.load
        assert spanish.glance.milestones == english.glance.milestones


def test_the_matrix_of_2020_2022_is_read_as_it_is_printed(reports):
    """Four executed values of 36; "Año 2018" stays beside 2020; 55 and 150 % warn and stay (T1-T3)."""
    _, report = reports["corett-2020-2022", "en"]
    glance = report.glance
    assert (glance.shares.count, glance.shares.total, glance.shares_assumed) == (4, 36, 5)
    counts = [(period.name, period.reported.count, period.reported.total) for period in glance.periods]
    assert counts == [("2020", 3, 15), ("2021", 1, 19), ("2022", 0, 2)]
    assert [column.headings for column in report.matrix.columns][:2] == [("Año 2018",), ("Año 2019",)]
    totals = {
        row.activity.code: row.total for group in report.matrix.groups for row in group.rows if row.warnings
    }
    assert totals == {"1.1": 150, "1.3": 140, "3.2.1.2": 150, "4.1.2.3": 55}
    by_status = {count.status: count.count for count in glance.status.total.shown}
    assert by_status == {"completed": 2, "not_started": 1, "not_reported": 17}


def test_figures_that_the_document_declares_stand_beside_the_listed_ones(reports):
    """35 counted and 21 listed; 14/7/14 in the text, 15/7/13 in the table (T5)."""
    _, report = reports["dumpsites-2021-2022", "en"]
    by_place = {
        place.key: {
            f.measure: (f.declared, f.computed, f.difference)
            for f in place.figures
            if not f.ref and not f.unit
        }
        for place in report.glance.declared
    }
    assert by_place["declared-table"] == {
        "completed": (15, 0, -15),
        "in_progress": (7, None, None),
        "not_started": (13, None, None),
        "in_progress+not_started": (20, 21, 1),
        "total": (35, 21, -14),
    }
    assert by_place["declared-text"] == {
        "completed": (14, 0, -14),
        "in_progress": (7, None, None),
        "not_started": (14, None, None),
        "in_progress+not_started": (21, 21, 0),
        "total": (35, 21, -14),
    }
    assert [h.sentence for h in report.glance.highlights if h.kind == "declared"] == [
        "The document counts 35 activities; 21 are listed."
    ]


def test_actions_without_a_lead_are_said(reports):
    """AO 1.1, 3.1, 4.1 and 5.1 have no lead (P22)."""
    _, report = reports["pao-cocaine-2022-2023", "en"]
    (gap,) = [highlight for highlight in report.glance.highlights if highlight.kind == "no_lead"]
    assert [ref.code for ref in gap.refs] == ["AO 1.1", "AO 3.1", "AO 4.1", "AO 5.1"]


def test_an_activity_before_the_plan_has_its_column(reports):
    """4T 2023 in a plan of 2024-2025 (P19)."""
    _, report = reports["dumpsites-2024-2025", "es"]
    assert (report.timeline.columns[0].name, report.timeline.columns[0].year) == ("T4", "2023")
    assert [entry.code for entry in entries_of(report) if entry.period_outside] == ["1.1.1", "1.1.2"]
