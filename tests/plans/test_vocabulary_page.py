"""The plan's own names for its levels and columns (P6, R6)."""

import pytest

from coalitions.models import AuditEntry
from plans import vocabulary
from plans.models import Level
from tests.factories import make_indicator, make_objective, make_plan
from tests.plans.workspace_rows import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    return make_office(client, layout={"Actividad": "activity", "Meta": "expected_result"})


def names(plan):
    return list(plan.levels.order_by("depth").values_list("depth", "key", "name_es"))


def named(plan, **changes):
    values = {f"name_es_{level.pk}": level.name_es for level in plan.levels.all()}
    return values | {"version": plan.version} | changes


def test_levels_are_renamed_together_and_once(office):
    line = office.plan.levels.get(depth=1)
    values = named(office.plan, **{f"name_es_{line.pk}": "Eje", f"name_en_{line.pk}": "Axis"})
    assert office.send("vocabulary/", again=2, **values).status_code == 302
    line.refresh_from_db()
    assert (line.name_es, line.name_en) == ("Eje", "Axis")
    assert AuditEntry.objects.filter(act="levels changed").count() == 1
    answer = office.send("vocabulary/", **values | {f"name_es_{line.pk}": "Pilar"})
    assert answer.status_code == 409
    assert [(one.saved, one.typed) for one in answer.context["form"].conflict.differences] == [
        ("Eje", "Pilar")
    ]


def test_a_level_without_a_name_is_refused_and_foreign_levels_are_not_touched(office):
    line = office.plan.levels.get(depth=1)
    answer = office.send("vocabulary/", **named(office.plan, **{f"name_es_{line.pk}": ""}))
    assert f"name_es_{line.pk}" in answer.context["form"].errors
    foreign = make_plan().levels.first()
    office.send("vocabulary/", **named(office.plan, **{f"name_es_{foreign.pk}": "Ajeno"}))
    office.send(f"vocabulary/levels/{foreign.pk}/remove/")
    assert Level.objects.get(pk=foreign.pk).name_es == foreign.name_es


def test_a_level_is_added_above_the_activity_until_there_are_three(office):
    for number, name in enumerate(("Objetivo", "Acción"), start=1):
        answer = office.send("vocabulary/levels/", again=2, version=number, **{"new-name_es": name})
        assert answer.status_code == 302
    assert names(office.plan) == [
        (1, "level_1", "Línea estratégica"),
        (2, "level_2", "Objetivo"),
        (3, "level_3", "Acción"),
        (4, "activity", "Actividad"),
    ]
    answer = office.send("vocabulary/levels/", version=3, **{"new-name_es": "Más"})
    assert answer.status_code == 200 and office.plan.levels.count() == 4


def test_only_what_is_not_used_is_removed(office):
    office.send("vocabulary/levels/", version=1, **{"new-name_es": "Objetivo"})
    used, free, activity = office.plan.levels.order_by("depth")
    assert vocabulary.removable(office.plan) == [free]
    for level in (used, activity):
        assert office.send(f"vocabulary/levels/{level.pk}/remove/").status_code == 200
    office.send(f"vocabulary/levels/{free.pk}/remove/", again=2)
    assert names(office.plan) == [(1, "level_1", "Línea estratégica"), (2, "activity", "Actividad")]


def test_the_name_of_milestones_stays_while_there_are_any():
    plan = make_plan()
    Level.objects.create(plan=plan, depth=3, key="milestone", name_es="Hito")
    assert [level.key for level in vocabulary.removable(plan)] == ["milestone"]
    make_indicator(make_objective(plan), kind="milestone")
    assert vocabulary.removable(plan) == []


def test_columns_are_named_in_their_order(office):
    values = {"header_0": "Meta", "holds_0": "expected_result", "header_1": "", "holds_1": "",
              "header_2": "Período", "holds_2": "period", "version": 1}  # fmt: skip
    assert office.send("vocabulary/columns/", again=2, **values).status_code == 302
    office.plan.refresh_from_db()
    assert list(office.plan.layout.items()) == [("Meta", "expected_result"), ("Período", "period")]
    answer = office.send("vocabulary/columns/", **values | {"header_0": "Producto"})
    assert answer.status_code == 409
    assert ("Meta", "Producto") in [
        (one.saved, one.typed) for one in answer.context["form"].conflict.differences
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"header_0": "Meta", "holds_0": ""},
        {"header_0": "", "holds_0": "period"},
        {"header_0": "Meta", "holds_0": "period", "header_1": "Meta", "holds_1": "activity"},
        {"header_0": "Meta", "holds_0": "secrets"},
    ],
)
def test_a_column_that_says_half_is_refused(office, values):
    answer = office.send("vocabulary/columns/", version=1, **values)
    assert answer.status_code == 200 and answer.context["form"].errors
