"""Who is asked in a round, and why somebody is not (T7; design.md, "Who is asked")."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from coalitions.models import Coalition, Membership, Term
from plans.asking import Asking, why_not
from plans.models import Plan, Responsibility
from tests.factories import make_activity, make_coalition, make_objective, make_party, make_plan

pytestmark = pytest.mark.django_db
ON = date(2026, 4, 1)


@pytest.fixture
def plan():
    return make_plan(make_coalition())


def named(activity, party, role="responsible", **fields):
    place = {"activity": activity} if hasattr(activity, "objective_id") else {"objective": activity}
    row = Responsibility(party=party, role=role, **place | fields)
    row.save()
    return row


def party(plan, **fields):
    return make_party(plan.coalition, **fields)


def asked(plan, activity, on=ON, **how):
    return [one.name_es for one in Asking(plan, on).answering(activity, **how)]


def test_lead_co_lead_and_responsible_are_asked_and_participants_only_where_there_is_none(plan):
    activity, other = (make_activity(make_objective(plan)) for _ in range(2))
    for role in ("lead", "co_lead", "responsible", "participant", "partner"):
        named(activity, party(plan, name_es=role), role)
    named(other, party(plan, name_es="solo participa"), "participant")
    assert asked(plan, activity) == ["lead", "co_lead", "responsible"]
    assert asked(plan, other) == ["solo participa"]


def test_partners_are_asked_only_when_ticked(plan):
    activity = make_activity(make_objective(plan))
    named(activity, party(plan, name_es="Universidad", kind="organisation"), "partner")
    assert asked(plan, activity) == []
    assert asked(plan, activity, partners_too=True) == ["Universidad"]


def test_possible_is_a_mark_and_no_filter(plan):
    activity = make_activity(make_objective(plan))
    named(activity, party(plan, name_es="Guatemala"), agreed=False)
    assert asked(plan, activity) == ["Guatemala"]


def test_an_activity_without_its_own_takes_the_nearest_above_and_never_the_plans(plan):
    line = make_objective(plan)
    below = make_objective(parent=line)
    near, far, alone = make_activity(below), make_activity(line), make_activity(make_objective(plan))
    named(line, party(plan, name_es="de la línea"), "lead")
    Responsibility(plan=plan, party=party(plan, name_es="del plan"), role="lead").save()
    assert asked(plan, near) == asked(plan, far) == ["de la línea"]
    assert asked(plan, alone) == []
    named(below, party(plan, name_es="más cerca"), "lead")
    assert asked(plan, near) == ["más cerca"]


@pytest.mark.parametrize("kind", ["members", "focal_points", "coalition"])
def test_a_class_of_members_is_each_party_admitted_on_the_day_on_its_own(plan, kind):
    activity = make_activity(make_objective(plan), responsible=[party(plan, kind=kind)])
    party(plan, standing="member", name_es="Alta")
    party(plan, standing="member", name_es="Mañana", admitted_on=date(2026, 5, 1))
    gone = party(plan, standing="member", name_es="Se fue")
    Membership.objects.filter(party=gone).update(state="ended", ended_on=ON)
    party(plan, standing="partner", name_es="Aliada")
    applicant = party(plan, name_es="Solicita")
    Membership(party=applicant, standing="member", state="requested", requested_on=date(2026, 1, 1)).save()
    assert asked(plan, activity) == ["Alta"]
    assert asked(plan, activity, on=date(2026, 5, 1)) == ["Alta", "Mañana"]


def test_partners_as_a_class_are_the_partners(plan):
    activity = make_activity(make_objective(plan), responsible=[party(plan, kind="partners")])
    party(plan, standing="member")
    party(plan, standing="partner", name_es="Aliada")
    assert asked(plan, activity) == ["Aliada"]


def test_a_group_is_its_open_terms_and_one_without_known_members_is_asked_itself(plan):
    group = party(plan, kind="working_group", name_es="Grupo técnico")
    activity = make_activity(make_objective(plan), responsible=[group])
    assert asked(plan, activity) == ["Grupo técnico"]
    for name, ended in (("Alta", None), ("Baja", date(2026, 3, 1))):
        Term(body=group, party=party(plan, name_es=name), started_on=date(2026, 1, 1), ended_on=ended).save()
    assert asked(plan, activity) == ["Alta"]
    # A group of groups, even in a ring, ends.
    inner = party(plan, kind="committee", name_es="Comité")
    Term(body=group, party=inner).save()
    Term(body=inner, party=group).save()
    assert asked(plan, activity) == ["Alta", "Comité"]


@pytest.mark.parametrize("kind", ["secretariat", "presidency", "national_bodies", "members"])
def test_offices_national_bodies_and_classes_of_nobody_report_for_themselves(plan, kind):
    own = party(plan, kind=kind, name_es="ella misma")
    assert asked(plan, make_activity(make_objective(plan), responsible=[own])) == ["ella misma"]


def test_a_party_that_is_named_twice_is_asked_once(plan):
    city, everybody = party(plan, standing="member", name_es="Alta"), party(plan, kind="members")
    assert asked(plan, make_activity(make_objective(plan), responsible=[everybody, city])) == ["Alta"]


def test_what_is_over_or_not_begun_is_proposed_not_to_be_asked_with_the_reason(plan):
    second = plan.periods.order_by("start")[1]
    line = make_objective(plan)
    days = {"before": date(2026, 3, 31), "during": date(2026, 6, 30)}
    rows = {
        "completed before": make_activity(line, status="completed", status_on=days["before"]),
        "completed in it": make_activity(line, status="completed", status_on=days["during"]),
        "cancelled before": make_activity(line, status="cancelled", status_on=days["before"]),
        "suspended": make_activity(line, status="suspended", status_on=days["before"]),
        "begins after": make_activity(line, start=date(2026, 7, 1), end=date(2026, 9, 30)),
        "over, not done": make_activity(line, start=date(2026, 1, 1), end=date(2026, 2, 28)),
        "no dates": make_activity(line, start=None, end=None),
    }
    with translation.override("en"):
        assert {name: why_not(row, second) for name, row in rows.items()} == {
            "completed before": "Completed. If something changed, please write to the Secretariat.",
            "completed in it": "",
            "cancelled before": "Cancelled.",
            "suspended": "",
            "begins after": "It begins on 1 July 2026.",
            "over, not done": "",
            "no dates": "",
        }


def test_a_body_that_was_closed_is_proposed_not_to_be_asked(plan):
    group = party(plan, kind="committee", closed_on=date(2026, 2, 1))
    make_activity(make_objective(plan), responsible=[group])
    (pair,) = Asking(plan, ON).pairs(plan.periods.first())
    assert pair.why_not
    assert pair.key == (pair.activity.pk, group.pk)


def test_the_number_of_queries_does_not_grow(plan):
    def count():
        with CaptureQueriesContext(connection) as made:
            row = Plan.objects.select_related("coalition").get(pk=plan.pk)
            Asking(row, ON).pairs(row.periods.first())
        return len(made)

    group = party(plan, kind="working_group")
    Term(body=group, party=party(plan, standing="member")).save()
    make_activity(make_objective(plan), responsible=[party(plan, kind="members"), group])
    before = count()
    for _ in range(3):
        Term(body=group, party=party(plan, standing="member")).save()
        make_activity(make_objective(plan), responsible=[party(plan, kind="members"), group])
    assert count() == before


def test_other_coalitions_play_no_part(plan):
    make_party(Coalition.objects.create(slug="otra", name_es="Otra"), standing="member", name_es="Ajena")
    everybody = party(plan, kind="members", name_es="Todas")
    assert asked(plan, make_activity(make_objective(plan), responsible=[everybody])) == ["Todas"]
