"""The header of a plan: saved with its version, once, and never with what belongs to another coalition (P2-P5)."""

import pytest
from django.forms.models import model_to_dict

from coalitions.models import AuditEntry
from plans import header
from plans.forms.header import HeaderForm
from plans.models import Plan, Responsibility
from tests.factories import make_party, make_plan, make_user
from tests.plans.workspace_rows import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    return make_office(client)


def typed(plan, **changes):
    """The form as the page shows it, with changes."""
    values = {name: HeaderForm(instance=plan)[name].value() or "" for name in HeaderForm.Meta.fields}
    return {**values, "version": plan.version, **changes}


def fresh(plan):
    return Plan.objects.get(pk=plan.pk)


def test_what_is_typed_is_saved_once_with_its_trace(office):
    values = typed(office.plan, title_en="Plan of the rivers", reference="Nº 06/2026", state="")
    answer = office.send("header/", again=2, **values)
    assert answer.status_code == 302
    plan = fresh(office.plan)
    assert (plan.title_en, plan.reference, plan.state, plan.version) == (
        "Plan of the rivers",
        "Nº 06/2026",
        None,
        2,
    )
    entry = AuditEntry.objects.get(act="plan header changed")
    assert entry.change == '{"fields":["title_en","state","reference"]}'
    assert plan.history.first().history_user == office.ana


def test_nothing_changed_leaves_no_trace(office):
    office.send("header/", **typed(office.plan))
    assert fresh(office.plan).version == 1
    assert not AuditEntry.objects.filter(act="plan header changed").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title_es": "", "title_en": ""}, "title_es"),
        ({"end": "2025-12-31"}, "end"),
        ({"start": "pronto"}, "start"),
        ({"share_reading": "sums"}, "share_reading"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(office, changes, field):
    answer = office.send("header/", **typed(office.plan, **changes))
    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert fresh(office.plan).version == 1


def test_a_stale_save_shows_both_versions_and_keeps_what_was_typed(office):
    values = typed(office.plan, purpose_es="Medir lo mismo.", reference="A-1")
    bruno = make_user(name="Bruno Paz")
    header.change_header(office.plan, 1, {"purpose_es": "Medir igual.", "title_en": "Rivers"}, by=bruno)
    answer = office.send("header/", **values)
    text = answer.content.decode()
    assert answer.status_code == 409
    differences = [(one.saved, one.typed) for one in answer.context["form"].conflict.differences]
    assert differences == [
        ("Rivers", "Work plan 2026"),
        ("Medir igual.", "Medir lo mismo."),
        ("–", "A-1"),
    ]
    assert "Medir lo mismo." in text and 'name="version" value="2"' in text
    assert fresh(office.plan).purpose_es == "Medir igual."
    assert office.send("header/", **values | {"version": 2}).status_code == 302
    assert fresh(office.plan).purpose_es == "Medir lo mismo."


def test_the_plan_it_follows_is_of_its_coalition_and_no_ring_closes(office):
    foreign, earlier = make_plan(), make_plan(office.coalition)
    answer = office.send("header/", **typed(office.plan, follows=foreign.pk))
    assert "follows" in answer.context["form"].errors
    office.send("header/", **typed(office.plan, follows=earlier.pk))
    plan = fresh(office.plan)
    assert plan.follows == earlier
    earlier.follows = plan
    earlier.save()
    answer = office.send("header/", **typed(plan, reference="B"))
    assert answer.status_code == 200 and answer.context["form"].non_field_errors()


def test_extra_fields_change_nothing(office):
    """S-A6: a form takes its own fields only."""
    foreign = make_plan()
    before = model_to_dict(office.plan)
    extra = {
        "slug": "otro",
        "coalition": foreign.coalition_id,
        "unit": "year",
        "layout": "{}",
        "provenance": "{}",
    }
    office.send("header/", **typed(office.plan, reference="C", **extra))
    assert model_to_dict(fresh(office.plan)) == before | {"reference": "C"}


def test_the_term_stands_as_printed_and_as_understood_and_a_difference_warns(client):
    office = make_office(client, term_printed="2026-2027", title_es="Plan de las riberas", title_en="")
    answer = office.get("header/")
    assert answer.context["term_read"] == "2026–2027"
    assert len(answer.context["doubts"]) == 1
    assert office.plan.periods.count() == 4
    office.send("header/", **typed(office.plan, end="2027-12-31"))
    assert office.get("header/").context["doubts"] == []
    assert office.plan.periods.count() == 4


def test_a_party_is_given_a_role_once_and_it_is_taken_away(office):
    party = make_party(office.coalition)
    values = {"party": party.pk, "role": "lead", "duty_es": "Coordina", "agreed": "on"}
    assert office.send("header/roles/", again=2, **values).status_code == 302
    role = office.plan.responsibilities.get()
    assert (role.role, role.duty_es, role.agreed, role.activity) == ("lead", "Coordina", True, None)
    assert office.send("header/roles/", **values).context["form"].non_field_errors()
    assert fresh(office.plan).version == 2
    office.send(f"header/roles/{role.pk}/take/", again=2)
    assert not office.plan.responsibilities.exists()
    assert AuditEntry.objects.filter(act="plan role taken").count() == 1


def test_parties_and_roles_of_others_stay_out_of_reach(office):
    foreign = make_party()
    answer = office.send("header/roles/", party=foreign.pk, role="lead")
    assert "party" in answer.context["form"].errors
    theirs = Responsibility.objects.create(plan=make_plan(foreign.coalition), party=foreign, role="lead")
    own = office.activity.responsibilities.create(party=make_party(office.coalition), role="responsible")
    office.send(f"header/roles/{theirs.pk}/take/")
    office.send(f"header/roles/{own.pk}/take/")
    assert Responsibility.objects.count() == 2
