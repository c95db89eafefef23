"""A round's life: planned for the whole term, opened, adjusted, extended, closed, opened again (T7, R3, S-B1, S-B2)."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.db import connection

from coalitions import acts
from coalitions.models import AuditEntry
from coalitions.refusal import Refused
from coalitions.versions import Stale
from plans import rounds
from plans.models import Notice, Period, Plan, ProgressReport
from plans.rounds import Opening
from tests.factories import (
    make_activity,
    make_objective,
    make_party,
    make_plan,
    make_round,
    make_seat,
    make_user,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 1, 12, tzinfo=UTC)
DUE = date(2026, 4, 15)


class Scene:
    """A plan with one activity of two cities, each with its focal point, and a planned round on the first quarter."""

    def __init__(self, **coalition):
        self.by = make_user()
        self.cities = [make_party(standing="member")]
        self.cities.append(make_party(self.cities[0].coalition, standing="member"))
        self.coalition = self.cities[0].coalition
        for name, value in coalition.items():
            setattr(self.coalition, name, value)
        self.coalition.save()
        self.plan = make_plan(self.coalition)
        self.activity = make_activity(make_objective(self.plan), responsible=self.cities)
        self.other = make_activity(make_objective(self.plan), responsible=self.cities[:1])
        self.people = [make_seat(role="focal_point", party=city).user for city in self.cities]
        self.round = make_round(self.plan, opened=False)

    @property
    def pairs(self):
        return {(self.activity.pk, city.pk) for city in self.cities}

    def open(self, pairs=None, at=AT, **how):
        how = Opening(**{"due": DUE} | how)
        rounds.open_round(self.round, self.pairs if pairs is None else pairs, how, by=self.by, at=at)
        self.round.refresh_from_db()
        return self.round

    def states(self):
        return sorted(self.round.reports.values_list("activity", "party", "state"))

    def act(self, name):
        return AuditEntry.objects.filter(coalition=self.coalition, act=name).count()


@pytest.fixture
def scene():
    return Scene()


# The calendar ------------------------------------------------------------------------------------------


def version(plan):
    return Plan.objects.get(pk=plan.pk).version


def planned(plan):
    return [
        (row.period.start, row.due) for row in plan.rounds.select_related("period").order_by("period__start")
    ]


def test_one_form_plans_the_whole_term_and_again_adds_only_what_is_missing():
    plan, by = make_plan(), make_user()
    assert rounds.plan_rounds(plan, "quarter", 15, version=version(plan), by=by) == 4
    assert planned(plan)[0] == (date(2026, 1, 1), date(2026, 4, 15))
    assert plan.periods.count() == 4
    plan.rounds.first().delete()
    assert rounds.plan_rounds(plan, "quarter", 20, version=version(plan), by=by) == 1
    assert [due.day for _start, due in planned(plan)] == [20, 15, 15, 15]
    assert rounds.plan_rounds(plan, "quarter", 15, version=version(plan), by=by) == 0
    assert AuditEntry.objects.filter(act="rounds planned").count() == 2


@pytest.mark.parametrize(("unit", "number"), [("month", 12), ("semester", 2), ("year", 1), ("once", 1)])
def test_rounds_of_another_unit_get_periods_of_their_own(unit, number):
    plan = make_plan()
    assert rounds.plan_rounds(plan, unit, 0, version=version(plan), by=make_user()) == number
    assert plan.periods.count() == 4 + number
    assert all(row.period.history.exists() for row in plan.rounds.all())


def test_once_is_one_round_over_all_years():
    plan = make_plan(end=date(2028, 5, 31))
    rounds.plan_rounds(plan, "once", 30, version=version(plan), by=make_user())
    assert planned(plan) == [(date(2026, 1, 1), date(2028, 6, 30))]


def test_what_the_preview_did_not_show_is_not_planned():
    plan = make_plan()
    before = version(plan)
    row = Plan.objects.get(pk=plan.pk)
    row.end, row.version = date(2027, 12, 31), row.version + 1
    row.save()
    with pytest.raises(Stale):
        rounds.plan_rounds(plan, "quarter", 15, version=before, by=make_user())
    assert plan.rounds.count() == 0


def test_planned_rounds_can_be_removed_and_open_ones_stay(scene):
    later = make_round(period=scene.plan.periods.order_by("start")[1], opened=False)
    scene.open()
    assert rounds.remove_planned(scene.plan, [scene.round.pk, later.pk], by=scene.by) == 1
    assert list(scene.plan.rounds.all()) == [scene.round]


# Opening -----------------------------------------------------------------------------------------------


def test_opening_asks_each_pair_and_keeps_who_was_asked(scene):
    call = scene.open(message={"es": "Gracias", "en": "Thanks"}, partners_too=True)
    assert (call.state, call.due, call.message_en, call.partners_too) == ("open", DUE, "Thanks", True)
    assert scene.states() == [(scene.activity.pk, city.pk, "asked") for city in scene.cities]
    assert all(report.history.count() == 1 for report in call.reports.all())
    assert scene.act("round opened") == 1
    # "Not reported" stays true after members change.
    scene.activity.responsibilities.all().delete()
    assert len(scene.states()) == 2


@pytest.mark.parametrize("why", ["nobody", "past", "foreign party", "foreign activity", "open"])
def test_an_opening_is_refused_whole(scene, why):
    pairs, due = scene.pairs, DUE
    if why == "nobody":
        pairs = set()
    if why == "past":
        due = date(2026, 3, 31)
    if why == "foreign party":
        pairs = pairs | {(scene.activity.pk, make_party(standing="member").pk)}
    if why == "foreign activity":
        pairs = pairs | {(make_activity().pk, scene.cities[0].pk)}
    if why == "open":
        scene.open()
    with pytest.raises(Refused):
        scene.open(pairs, due=due)
    assert scene.act("round opened") == (why == "open")
    assert scene.round.reports.count() == (2 if why == "open" else 0)


def test_the_day_ends_where_the_coalition_is(scene):
    scene.coalition.time_zone = "America/Bogota"
    scene.coalition.save()
    # In Bogotá it is still the fifteenth.
    assert scene.open(at=datetime(2026, 4, 16, 4, 59, tzinfo=UTC)).due == DUE
    with pytest.raises(Refused):
        rounds.extend(scene.round, DUE, "tarde", by=scene.by, at=datetime(2026, 4, 16, 5, tzinfo=UTC))


# Who is asked, while it is open ------------------------------------------------------------------------


def test_a_pair_is_asked_and_another_is_asked_no_more(scene):
    call = scene.open()
    first, second = scene.cities
    wanted = {(scene.activity.pk, first.pk), (scene.other.pk, first.pk)}
    changed = rounds.adjust(call, wanted, rounds.seen_of(call), by=scene.by, at=AT)
    assert changed == ([(scene.other.pk, first.pk)], [(scene.activity.pk, second.pk)])
    assert {row[:2] for row in scene.states()} == wanted
    assert scene.act("round adjusted") == 1


@pytest.mark.parametrize("fields", [{"state": "draft"}, {"state": "accepted"}, {"version": 2}])
def test_what_something_was_written_in_is_never_taken_back(scene, fields):
    call = scene.open()
    ProgressReport.objects.filter(party=scene.cities[0]).update(**fields)
    rounds.adjust(call, set(), rounds.seen_of(call), by=scene.by, at=AT)
    assert list(call.reports.values_list("party", flat=True)) == [scene.cities[0].pk]


def test_a_list_that_was_changed_meanwhile_is_looked_at_again(scene):
    call = scene.open()
    seen = rounds.seen_of(call)
    rounds.adjust(call, scene.pairs | {(scene.other.pk, scene.cities[0].pk)}, seen, by=scene.by, at=AT)
    with pytest.raises(Refused):
        rounds.adjust(call, scene.pairs, seen, by=scene.by, at=AT)
    assert call.reports.count() == 3


# Extended, closed, opened again ------------------------------------------------------------------------


def test_a_round_is_extended_closed_and_opened_again_with_its_reasons(scene):
    call = scene.open()
    rounds.extend(call, date(2026, 4, 30), "Semana Santa", by=scene.by, at=AT)
    rounds.close(call, "", by=scene.by, at=AT)
    call.refresh_from_db()
    assert (call.due, call.state) == (date(2026, 4, 30), "closed")
    rounds.reopen(call, date(2026, 5, 10), "Faltó un acta", by=scene.by, at=AT)
    call.refresh_from_db()
    assert (call.due, call.state) == (date(2026, 5, 10), "open")
    told = AuditEntry.objects.filter(model="plans.round").order_by("number")
    assert [(entry.act, entry.reason) for entry in told] == [
        ("round opened", ""),
        ("round extended", "Semana Santa"),
        ("round closed", ""),
        ("round reopened", "Faltó un acta"),
    ]
    assert all(entry.act in acts.WORDS for entry in told)
    assert len(scene.states()) == 2


def test_each_act_is_refused_in_the_wrong_state(scene):
    later = {"by": scene.by, "at": AT}
    for act in (
        lambda: rounds.extend(scene.round, DUE, "x", **later),
        lambda: rounds.close(scene.round, "", **later),
        lambda: rounds.reopen(scene.round, DUE, "x", **later),
        lambda: rounds.adjust(scene.round, set(), "", **later),
        lambda: rounds.remind(scene.round, **later),
    ):
        with pytest.raises(Refused):
            act()
    rounds.close(scene.open(), "", **later)
    with pytest.raises(Refused):
        rounds.close(scene.round, "", **later)


# Two at once -------------------------------------------------------------------------------------------


def at_once(*deeds):
    """Run all at the same moment; gives what each returned or how it was refused."""
    together, told = threading.Barrier(len(deeds)), []

    def run(deed):
        together.wait()
        try:
            told.append(deed())
        except (Refused, Stale) as refusal:
            told.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return told


@pytest.mark.django_db(transaction=True)
def test_two_secretaries_at_once_make_one_calendar_and_one_opening():
    scene, by = Scene(), make_user()
    start = version(scene.plan)
    told = at_once(*[lambda: rounds.plan_rounds(scene.plan, "month", 5, version=start, by=by)] * 2)
    assert sorted(map(str, told)) == ["12", "Stale"]
    assert scene.plan.rounds.count() == 13
    assert Period.objects.filter(plan=scene.plan, unit="month").count() == 12

    told = at_once(*[lambda: scene.open().pk] * 2)
    assert sorted(map(str, told)) == sorted([str(scene.round.pk), "Refused"])
    assert len(scene.states()) == 2
    assert scene.act("round opened") == 1
    assert Notice.objects.count() == len(mail.outbox) == 2
