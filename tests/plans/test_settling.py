"""One value an activity and round: its shares, later shares, and the activity's status follow (T1-T4, T7)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalitions import versions
from coalitions.models import AuditEntry
from coalitions.refusal import Refused
from plans import rounds, settled, settling
from plans.models import Activity, Settlement, Share
from plans.settled import Cell, Proposal
from tests.factories import make_party, make_report, make_round
from tests.plans.reviewing import AT, accept, make_desk, sent, taken_up

LEVELS = st.none() | st.integers(0, 100).map(Decimal)


def shares_of(activity):
    rows = Share.objects.filter(activity=activity).order_by("period__start")
    return [(row.period.position, row.programmed, row.executed) for row in rows]


def standing(activity):
    activity.refresh_from_db()
    return activity.status, activity.status_on


def rounds_of(desk):
    periods = list(desk.plan.periods.order_by("start"))
    return [desk.round, *(make_round(desk.plan, period=period) for period in periods[1:])]


# Pure


@given(st.lists(st.tuples(LEVELS, LEVELS), max_size=6), st.integers(0, 5))
def test_parts_add_up_to_what_was_settled_last(cells, since):
    cells = [Cell(number, executed, level) for number, (executed, level) in enumerate(cells)]
    found = settled.shares(cells, "part", since)
    after = [found.get(cell.period, cell.executed) for cell in cells]
    for place, cell in enumerate(cells):
        if cell.settled is None or cell.period < since or since >= len(cells):
            assert after[place] == cell.executed
        else:
            assert sum(value for value in after[: place + 1] if value is not None) == cell.settled
    running = settled.shares(cells, "running", since)
    assert running == {key: cells[key].settled for key in found}


@given(st.lists(st.tuples(st.sampled_from([None, "completed", "in_progress"]), LEVELS), max_size=5))
def test_the_proposal_is_the_average_of_those_that_gave_one(said):
    said = [settled.Cell(0, level, None) for _status, level in said]
    rows = [Said(None, one.executed) for one in said]
    found = settled.propose(rows, len(rows) + 2)
    known = [one.executed for one in rows if one.executed is not None]
    assert (found.entered, found.asked, found.levels) == (len(rows), len(rows) + 2, len(known))
    if known:
        assert abs(found.executed - sum(known) / len(known)) <= Decimal("0.05")
    else:
        assert (found.executed, found.status) == (None, None)


class Said:
    def __init__(self, status, executed):
        self.status, self.executed = status, executed


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("completed", 100), ("completed", 90)], ("completed", Decimal("95.0"))),
        ([("completed", 100), ("in_progress", 50)], ("in_progress", Decimal("75.0"))),
        ([("completed", None), ("in_progress", None)], (None, None)),
        ([("suspended", None), (None, 30)], ("suspended", Decimal("30.0"))),
        ([(None, 0), (None, None)], ("not_started", Decimal("0.0"))),
    ],
)
def test_the_proposed_status_is_what_all_say_else_that_of_the_level(said, expected):
    rows = [Said(status, None if level is None else Decimal(level)) for status, level in said]
    found = settled.propose(rows, 3)
    assert (found.status, found.executed) == expected


def test_one_report_is_proposed_as_it_is():
    assert settled.propose([Said(None, Decimal("33.33"))], 1) == Proposal(
        "in_progress", Decimal("33.33"), 1, 1, 1
    )


# One report


@pytest.mark.django_db
def test_one_report_settles_by_itself_and_keeps_what_is_programmed():
    desk = make_desk()
    Share.objects.create(activity=desk.activity, period=desk.round.period, programmed=50)
    before = Activity.objects.get(pk=desk.activity.pk).version
    accept(sent(desk), desk.ana)
    row = Settlement.objects.get()
    assert (row.status, row.executed, row.entered, row.asked, row.settled_by) == (
        "in_progress",
        40,
        1,
        1,
        desk.ana,
    )
    assert shares_of(desk.activity) == [(1, 50, 40)]
    assert standing(desk.activity) == ("in_progress", date(2026, 3, 31))
    assert desk.activity.version == before + 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("reading", "first", "again"),
    [("part", [40, 30, 25], [60, 10, 25]), ("running", [40, 70, 95], [60, 70, 95])],
)
def test_a_correction_moves_the_parts_of_later_periods(reading, first, again):
    desk = make_desk(share_reading=reading)
    one, two, three, _four = rounds_of(desk)
    report = sent(desk, round=one, executed=40)
    accept(report, desk.ana)
    for row, level in ((two, 70), (three, 95)):
        accept(sent(desk, round=row, executed=level), desk.ana)
    assert [executed for _n, _p, executed in shares_of(desk.activity)] == first
    accept(taken_up(report, executed=60), desk.ana)
    assert [executed for _n, _p, executed in shares_of(desk.activity)] == again
    assert standing(desk.activity) == ("in_progress", date(2026, 9, 30))
    assert [entry.executed for entry in Settlement.objects.get(round=one).history.order_by("pk")] == [40, 60]


@pytest.mark.django_db
def test_less_than_before_is_kept_as_a_negative_part():
    desk = make_desk()
    one, two, *_rest = rounds_of(desk)
    accept(sent(desk, round=one, executed=60), desk.ana)
    accept(sent(desk, round=two, executed=45), desk.ana)
    assert [executed for _n, _p, executed in shares_of(desk.activity)] == [60, -15]


@pytest.mark.django_db
def test_a_report_without_a_percent_leaves_what_is_printed():
    desk = make_desk()
    Share.objects.create(activity=desk.activity, period=desk.round.period, programmed=50, executed=20)
    report = sent(desk, executed=None, status="suspended")
    accept(report, desk.ana)
    assert shares_of(desk.activity) == [(1, 50, 20)]
    assert standing(desk.activity) == ("suspended", date(2026, 3, 31))


@pytest.mark.django_db
def test_what_a_later_version_does_not_say_any_more_is_unknown_again():
    desk = make_desk()
    report = sent(desk)
    accept(report, desk.ana)
    accept(taken_up(report, executed=None, status=None), desk.ana)
    assert shares_of(desk.activity) == []
    assert standing(desk.activity) == (None, None)


@pytest.mark.django_db
def test_a_status_that_somebody_stated_for_a_later_day_stands():
    desk = make_desk()
    Activity.objects.filter(pk=desk.activity.pk).update(status="cancelled", status_on=date(2026, 4, 2))
    accept(sent(desk), desk.ana)
    assert standing(desk.activity) == ("cancelled", date(2026, 4, 2))


# Several


def make_several(levels, **desk):
    desk = make_desk(**desk)
    parties = [make_party(desk.coalition) for _ in levels]
    reports = [
        sent(desk, party=party, status=None, executed=level)
        for party, level in zip(parties, levels, strict=True)
    ]
    return desk, reports


def case_of(desk):
    (case,) = settling.cases([desk.round])
    return case


def settle(desk, by=None, **said):
    case = case_of(desk)
    found = {
        "status": case.proposal.status,
        "executed": case.proposal.executed,
        "reason": "",
        "seen": case.seen,
    }
    return settling.settle(desk.round, desk.activity.pk, by=by or desk.ana, at=AT, **found | said)


@pytest.mark.django_db
def test_several_wait_for_one_value_and_say_how_many_entered():
    desk, reports = make_several([40, 50, None, 10])
    for report in reports[:3]:
        accept(report, desk.ana)
    assert shares_of(desk.activity) == [] and case_of(desk).waits
    assert case_of(desk).proposal == Proposal("in_progress", Decimal("45.0"), 3, 4, 2)
    row = settle(desk)
    assert (row.executed, row.entered, row.asked) == (45, 3, 4) and not case_of(desk).waits
    assert shares_of(desk.activity) == [(1, None, 45)]
    assert AuditEntry.objects.last().act == "value settled"


@pytest.mark.django_db
def test_another_value_than_the_proposed_needs_a_reason():
    desk, (report, _other) = make_several([40, None])
    with pytest.raises(Refused):
        settle(desk)
    accept(report, desk.ana)
    with pytest.raises(Refused):
        settle(desk, executed=Decimal(60))
    assert settle(desk, executed=Decimal(60), reason="Solo falta el informe de una.").executed == 60


@pytest.mark.django_db
def test_what_is_accepted_anew_waits_again_and_settles_the_same_row():
    desk, reports = make_several([40, 60])
    for report in reports:
        accept(report, desk.ana)
    first = settle(desk)
    accept(taken_up(reports[0], executed=80), desk.ana, at=AT + timedelta(days=1))
    assert case_of(desk).waits and shares_of(desk.activity) == [(1, None, 50)]
    again = settle(desk)
    assert (again.pk, again.executed) == (first.pk, 70)
    assert shares_of(desk.activity) == [(1, None, 70)]


@pytest.mark.django_db
def test_of_two_that_settle_the_second_sees_the_first():
    desk, reports = make_several([40, 60])
    accept(reports[0], desk.ana)
    seen = case_of(desk).seen
    accept(reports[1], desk.ana)
    with pytest.raises(Refused):
        settle(desk, seen=seen)
    seen = case_of(desk).seen
    settle(desk, seen=seen)
    with pytest.raises(versions.Stale):
        settle(desk, seen=seen, by=desk.luis)


@pytest.mark.django_db
def test_the_one_report_that_is_left_settles_by_itself_when_the_others_are_asked_no_more():
    desk, (report,) = make_several([40])
    unasked = make_report(desk.round, desk.activity, make_party(desk.coalition))
    accept(report, desk.ana)
    pairs = {(desk.activity.pk, report.party_id)}
    assert shares_of(desk.activity) == []
    rounds.adjust(desk.round, pairs, rounds.seen_of(desk.round), by=desk.ana, at=AT)
    assert not type(unasked).objects.filter(pk=unasked.pk).exists()
    assert shares_of(desk.activity) == [(1, None, 40)]
