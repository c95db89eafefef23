"""The tree of a plan: any depth, moved whole, removed whole and put back whole (P6, P8)."""

import pytest
from django.utils import timezone

from coalitions.refusal import Refused
from plans.editing import moving, objectives, removing
from plans.editing.activities import ActivityChange, change_activity
from plans.editing.objectives import ObjectiveChange
from plans.editing.order import Tree, placed
from plans.models import Activity, Indicator, Note, Objective, Responsibility, Result, Share, Target
from tests.factories import (
    make_activity,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_user,
)

pytestmark = pytest.mark.django_db
FOUR = ("Eje", "Objetivo estratégico", "Objetivo operativo", "Actividad")


@pytest.fixture
def by():
    return make_user()


def codes(plan):
    tree = Tree(plan)
    return [(row.code, tree.depth(row), row.level.name_es if row.level else None) for row in tree.walk()]


def add(plan, by, code, parent=None):
    change = ObjectiveChange(code, {"title": {"es": f"Objetivo {code}", "en": ""}})
    return objectives.add_objective(plan, parent, change, by=by)


def test_objectives_are_added_at_any_depth_of_the_plan(by):
    plan = make_plan(levels=FOUR)
    one = add(plan, by, "1")
    add(plan, by, "2")
    inner = add(plan, by, "1.1", one.pk)
    deep = add(plan, by, "1.1.1", inner.pk)
    assert codes(plan) == [
        ("1", 1, "Eje"),
        ("1.1", 2, "Objetivo estratégico"),
        ("1.1.1", 3, "Objetivo operativo"),
        ("2", 1, "Eje"),
    ]
    with pytest.raises(Refused):
        add(plan, by, "1.1.1.1", deep.pk)


def test_in_and_out_take_everything_along(by):
    plan = make_plan(levels=FOUR)
    one, two = add(plan, by, "1"), add(plan, by, "2")
    add(plan, by, "2.1", two.pk)
    moving.indent(plan, two.pk, by=by)
    assert [(code, depth) for code, depth, _ in codes(plan)] == [("1", 1), ("2", 2), ("2.1", 3)]
    with pytest.raises(Refused):
        moving.indent(plan, one.pk, by=by)
    moving.outdent(plan, two.pk, by=by)
    moving.move_objective(plan, two.pk, moving.UP, by=by)
    assert codes(plan) == [("2", 1, "Eje"), ("2.1", 2, "Objetivo estratégico"), ("1", 1, "Eje")]
    with pytest.raises(Refused):
        moving.outdent(plan, two.pk, by=by)


def test_document_order_is_one_order_by_after_every_move(by):
    plan = make_plan(levels=FOUR)
    one, two = add(plan, by, "1"), add(plan, by, "2")
    for line in (one, two):
        for _ in range(2):
            make_activity(line)
    moving.move_objective(plan, two.pk, moving.UP, by=by)
    assert list(Activity.objects.order_by("position")) == Tree(plan).in_order()
    assert list(Objective.objects.order_by("position")) == [two, one]


def test_positions_change_as_little_as_they_can():
    class Row:
        def __init__(self, position):
            self.position = position

    rows = [Row(n * 1000) for n in range(1, 7)]
    moved = [rows[5], *rows[:5]]
    assert placed(moved) == [rows[5]]
    assert [row.position for row in moved] == sorted({row.position for row in moved})
    tight = [Row(1), Row(2), Row(2), Row(3)]
    placed(tight)
    assert len({row.position for row in tight}) == 4


def everything():
    models = (Objective, Activity, Result, Indicator, Target, Responsibility, Share, Note)
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
    return rows | {"links": sorted(Indicator.activities.through.objects.values_list("indicator", "activity"))}


def full_row(line, party):
    row = make_activity(line, responsible=[party], title_en="Agree a protocol", spans=None)
    row.result = Result.objects.create(objective=line, text_es="Mapa")
    row.save()
    row.shares.create(period=line.plan.periods.first(), programmed="12.5")
    Note.objects.create(
        coalition=line.plan.coalition, plan=line.plan, activity=row, key="N1", found_es="Hallado"
    )
    make_indicator(activities=[row])
    return row


def test_a_removed_row_comes_back_whole(by):
    line = make_objective()
    row, other = full_row(line, make_party(line.plan.coalition)), make_activity(line)
    shared = make_indicator(activities=[row, other])
    before, now = everything(), timezone.now()
    removal = removing.remove_activity(line.plan, row.pk, version=1, by=by, at=now)
    assert (
        Activity.objects.count(),
        Indicator.objects.count(),
        Result.objects.count(),
        Note.objects.count(),
    ) == (1, 1, 0, 0)
    removing.restore(line.plan, removal.pk, by=by, at=now)
    after = everything()
    assert after["Indicator"][-1]["version"] == shared.version + 1
    after["Indicator"][-1]["version"] = shared.version
    assert after == before
    assert list(Activity.objects.get(pk=row.pk).history.values_list("history_type", flat=True))[:2] == [
        "+",
        "-",
    ]
    with pytest.raises(Refused):
        removing.restore(line.plan, removal.pk, by=by, at=now)


def test_a_removed_objective_comes_back_with_everything_in_it(by):
    plan = make_plan(levels=FOUR)
    one = add(plan, by, "1")
    inner = add(plan, by, "1.1", one.pk)
    party = make_party(plan.coalition)
    full_row(one, party)
    full_row(inner, party)
    one.responsibilities.create(party=party, role="lead")
    before = everything()
    removal = removing.remove_objective(plan, one.pk, version=None, by=by, at=timezone.now())
    assert not Objective.objects.exists()
    removing.restore(plan, removal.pk, by=by, at=timezone.now())
    assert everything() == before


def test_a_row_goes_back_only_where_its_place_still_is(by):
    line = make_objective()
    row = make_activity(line)
    at = timezone.now()
    first = removing.remove_activity(line.plan, row.pk, version=None, by=by, at=at)
    second = removing.remove_objective(line.plan, line.pk, version=None, by=by, at=at)
    with pytest.raises(Refused):
        removing.restore(line.plan, first.pk, by=by, at=at)
    removing.restore(line.plan, second.pk, by=by, at=at)
    removing.restore(line.plan, first.pk, by=by, at=at)
    assert Activity.objects.get() == row


def test_what_was_reported_on_cannot_be_removed(by):
    party = make_party()
    row = make_activity(make_objective(make_plan(party.coalition)), responsible=[party])
    call = row.plan.rounds.create(period=row.plan.periods.first(), due=row.plan.end)
    call.reports.create(activity=row, party=party)
    with pytest.raises(Refused, match=r"reportes|reports"):
        removing.remove_activity(row.plan, row.pk, version=None, by=by, at=timezone.now())
    assert (Activity.objects.count(), row.responsibilities.count(), row.plan.removals.count()) == (1, 1, 0)


def test_a_change_of_a_removed_row_is_refused(by):
    row = make_activity()
    removing.remove_activity(row.plan, row.pk, version=None, by=by, at=timezone.now())
    with pytest.raises(Refused):
        change_activity(row.plan, row.pk, ActivityChange(plain={"code": "8"}), version=1, by=by)
