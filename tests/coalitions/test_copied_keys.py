"""Every copied key equals its source, for every row of every model; and the wrong writes that no form may make."""

from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from coalitions.fields import CopiedKey
from coalitions.models import Party, Seat, Term
from plans.models import Activity, Indicator, Objective, Responsibility, Share, Target
from tests.access.world import make_world
from tests.factories import make_activity, make_coalition, make_objective, make_party, make_plan

pytestmark = pytest.mark.django_db


def copied():
    for model in apps.get_models():
        if not model.__name__.startswith("Historical"):
            for field in model._meta.local_fields:
                if isinstance(field, CopiedKey):
                    yield model, field


def source_of(row, field):
    for path in field.source:
        parent = row
        for name in path.split("."):
            parent = getattr(parent, name) if parent is not None else None
        if parent is not None:
            return getattr(parent, field.attname)
    return getattr(row, field.attname)


def test_every_copy_equals_its_source():
    make_world()
    compared = 0
    for model, field in copied():
        for row in model._default_manager.all():
            assert getattr(row, field.attname) == source_of(row, field), (model, field)
            compared += 1
    assert compared >= 2 * len(list(copied()))


def test_an_activity_that_moves_takes_its_keys_along():
    activity, elsewhere = make_activity(), make_objective()
    activity.objective = elsewhere
    activity.save()
    activity.refresh_from_db()
    assert (activity.plan_id, activity.coalition_id) == (elsewhere.plan_id, elsewhere.plan.coalition_id)


def test_many_rows_at_once_get_their_keys():
    objective = make_objective()
    Activity.objects.bulk_create(Activity(objective=objective, title_es=f"Actividad {n}") for n in range(3))
    assert set(Activity.objects.values_list("plan", "coalition")) == {
        (objective.plan_id, objective.plan.coalition_id)
    }


def test_a_history_row_keeps_the_keys_of_its_day():
    activity = make_activity()
    plan = activity.plan_id
    activity.objective = make_objective()
    activity.save()
    assert list(activity.history.values_list("plan", flat=True))[-1] == plan


WRONG = {
    "a plan that ends before it starts": lambda: make_plan(start=date(2026, 1, 2), end=date(2026, 1, 1)),
    "an activity with one date": lambda: make_activity(start=date(2026, 1, 1), end=None),
    "an activity that ends before it starts": lambda: make_activity(start=date(2026, 2, 1), end=date(2026, 1, 1)),
    "a status outside the vocabulary": lambda: make_activity(status="late"),
    "a numeric target without its number": lambda: Target.objects.create(
        indicator=Indicator.objects.create(objective=make_objective(), name_es="Número"), comparator=">="
    ),
    "two targets for the whole plan": lambda: [
        Target.objects.create(indicator=indicator)
        for indicator in [Indicator.objects.create(objective=make_objective(), name_es="Número")] * 2
    ],
    "a share that says nothing": lambda: share(),
    "a negative share": lambda: share(programmed=-1),
    "a responsibility of two places": lambda: Responsibility.objects.create(
        activity=make_activity(), objective=make_objective(), party=make_party(), role="lead"
    ),
    "a party twice in one role": lambda: [
        Responsibility.objects.create(activity=a, party=p, role="lead")
        for a, p in [(make_activity(), make_party())] * 2
    ],
    "a body that sits in itself": lambda: [
        Term.objects.create(body=body, party=body) for body in [make_party(kind="committee")]
    ],
    "a focal point of nobody": lambda: Seat.objects.create(
        user_id=1, coalition=make_coalition(), role="focal_point", party=None
    ),
    "a kind of party that nobody knows": lambda: Party.objects.create(
        coalition=make_coalition(), kind="club", name_es="Club"
    ),
    "an objective within itself": lambda: within_itself(),
}  # fmt: skip


def share(**values):
    activity = make_activity()
    period = activity.plan.periods.first() or activity.plan.periods.create(
        unit="year", start=date(2030, 1, 1), end=date(2030, 12, 31)
    )
    return Share.objects.create(activity=activity, period=period, **values)


def within_itself():
    objective = make_objective()
    Objective.objects.filter(pk=objective.pk).update(parent=objective)


@pytest.mark.parametrize("what", sorted(WRONG))
def test_the_database_refuses(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        WRONG[what]()


def test_an_explicit_zero_is_kept_and_is_not_blank():
    row = share(programmed=50, executed=0)
    row.refresh_from_db()
    assert row.executed == 0
    assert share(programmed=50).executed is None
