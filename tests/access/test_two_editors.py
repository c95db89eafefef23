"""Two people at one form of the administration: neither loses work, and no form is saved twice (S-B1, S-B2)."""

import os
import random

import pytest
from django.test import Client

from coalitions.models import Alias, AuditEntry
from plans.models import Activity, Indicator, Target
from tests.access.sent import address, sent
from tests.factories import make_activity

PROOF = bool(os.environ.get("PROOF"))
SCHEDULES = 500 if PROOF else 10
DOUBLE_POSTS = 200 if PROOF else 5

# Register, a text of its form, a text of a row inside it.
PLACES = [
    ("party", "name_es", "aliases-0-text"),
    ("activity", "title_es", "responsibilities-0-duty_es"),
    ("indicator", "name_es", "targets-0-text_es"),
    ("meeting", "place", "attendances-0-person"),
    ("alias", "text", None),
    ("decision", "motion_es", None),
    ("round", "message_es", None),
]


@pytest.fixture
def editors(db, world):
    """The two who keep coalition A's registers."""
    found = []
    for role in ("secretariat_a", "person_of_both"):
        client = Client()
        client.force_login(world.people[role])
        found.append(client)
    return found


def value(row, field):
    return getattr(type(row).objects.get(pk=row.pk), field)


def inside(row, name):
    """The row that the first form inside another's form stands for."""
    relation, _number, field = name.split("-")
    return getattr(row, relation).order_by("pk").first(), field


@pytest.mark.usefixtures("bodies_only")
def test_random_schedules_of_two_editors_lose_nothing(world, editors):
    """Each opens, types and saves in any order: whatever was saved is still there, or was seen before it went."""
    chance = random.Random(20260403)
    for number in range(SCHEDULES):
        name, field, within = chance.choice(PLACES)
        row = getattr(world.a, name)
        steps = [(who, what) for who in (0, 1) for what in ("open", "save")]
        chance.shuffle(steps)
        opened, saves, last_save = {}, 0, {}
        for who, what in sorted(steps, key=lambda step: (steps.index(step), step)):
            if what == "open" or who not in opened:
                opened[who] = (sent(editors[who].get(address(row))), saves)
            if what == "save":
                data, seen = opened[who]
                target, key = (row, field) if within is None or chance.random() < 0.5 else inside(row, within)
                typed = f"texto {number} de {who}"
                posted = data | {(field if target is row else within): [typed]}
                before = value(target, key)
                answer = editors[who].post(address(row), posted)
                if seen == saves:
                    assert answer.status_code == 302, f"{name} {number}: a fresh form was refused"
                    assert value(target, key) == typed
                    saves += 1
                    last_save[target, key] = typed
                else:
                    assert answer.status_code == 409, f"{name} {number}: a stale form was saved"
                    assert value(target, key) == before
                    assert typed in answer.content.decode(), "the typed text was not kept"
        for (target, key), typed in last_save.items():
            assert value(target, key) == typed


@pytest.mark.django_db
def test_a_stale_form_shows_both_versions_and_takes_what_is_chosen(world, editors):
    ana, rosa = editors
    row = world.a.activity
    stale = sent(rosa.get(address(row)))
    fresh = sent(ana.get(address(row)))
    ana.post(address(row), fresh | {"title_es": "Acordar el protocolo", "resources_es": "Dos talleres"})

    answer = rosa.post(address(row), stale | {"title_es": "Firmar el protocolo", "code": "1.1 bis"})
    conflict = answer.context["conflict"]
    shown = {one.name: (one.before, one.saved, one.typed, one.theirs) for one in conflict.differences}
    assert shown == {
        "title_es": ("canary-a-title-es", "Acordar el protocolo", "Firmar el protocolo", False),
        "resources_es": ("–", "Dos talleres", "–", True),
        "code": ("1.1", "1.1", "1.1 bis", False),
    }
    assert conflict.change.history_user == world.people["secretariat_a"]

    # Sent again as it stands: her title, the resources that she had not touched, and her code.
    again = rosa.post(address(row), sent(answer))
    assert again.status_code == 302
    saved = Activity.objects.get(pk=row.pk)
    assert (saved.title_es, saved.resources_es, saved.code) == (
        "Firmar el protocolo",
        "Dos talleres",
        "1.1 bis",
    )


@pytest.mark.django_db
def test_a_second_click_on_save_is_no_conflict(world, editors):
    row = world.a.decision
    data = sent(editors[0].get(address(row))) | {"motion_es": "Se aprueba el plan"}
    assert editors[0].post(address(row), data).status_code == 302
    count = row.history.count()
    assert editors[0].post(address(row), data).status_code == 302
    assert row.history.count() == count


@pytest.mark.django_db
def test_a_form_without_what_it_was_made_from_is_behind(world, editors):
    data = sent(editors[0].get(address(world.a.party))) | {"name_es": "Ciudad Nueva"}
    del data["made_from"]
    assert editors[0].post(address(world.a.party), data).status_code == 409
    assert value(world.a.party, "name_es") == "canary-a-name-es"


@pytest.mark.django_db
def test_a_row_inside_raises_the_version_of_what_it_hangs_on(world, editors):
    """Whoever has the indicator open learns of a target that was changed on its own page, and the other way round."""
    indicator, target = world.a.indicator, world.a.target
    open_indicator = sent(editors[0].get(address(indicator)))
    data = sent(editors[1].get(address(target))) | {"text_es": "Diez ciudades"}
    assert editors[1].post(address(target), data).status_code == 302
    assert Indicator.objects.get(pk=indicator.pk).version == indicator.version + 1
    assert editors[0].post(address(indicator), open_indicator | {"name_es": "Otro"}).status_code == 409


@pytest.mark.django_db
def test_rows_are_withdrawn_together_only_as_they_were_seen(world, editors):
    """The bulk action: another's change to one of the rows stops it for all of them."""
    ana, rosa = editors
    spare = [Alias.of(world.a.party, f"Grafía {number}") for number in range(3)]
    [alias.save() for alias in spare]
    chosen = {"action": "withdraw_selected", "_selected_action": [alias.pk for alias in spare]}
    page = ana.post("/admin/coalitions/alias/", chosen)
    data = sent(page) | {"reason": "No se usan"}
    rosa.post(address(spare[0]), sent(rosa.get(address(spare[0]))) | {"text": "Grafía corregida"})

    answer = ana.post("/admin/coalitions/alias/", data)
    assert answer.status_code == 409
    assert Alias.objects.filter(pk__in=[alias.pk for alias in spare]).count() == 3

    before = AuditEntry.objects.count()
    assert ana.post("/admin/coalitions/alias/", sent(answer)).status_code == 302
    assert not Alias.objects.filter(pk__in=[alias.pk for alias in spare]).exists()
    entry = AuditEntry.objects.latest("pk")
    assert (AuditEntry.objects.count(), entry.act, entry.reason) == (
        before + 1,
        "alias withdrawn",
        "No se usan",
    )


@pytest.mark.django_db
def test_what_is_in_use_or_without_a_reason_is_not_withdrawn(world, editors):
    url = address(world.a.period, "delete/")
    page = editors[0].get(url)
    silent = editors[0].post(url, sent(page))
    assert silent.context["said"]
    used = editors[0].post(url, sent(page) | {"reason": "Sobra"})
    assert used.status_code == 409
    assert type(world.a.period).objects.filter(pk=world.a.period.pk).exists()


@pytest.mark.django_db
def test_rows_of_another_coalition_are_not_withdrawn(world, editors):
    foreign = world.b.alias
    data = {
        "action": "withdraw_selected", "_selected_action": [foreign.pk], "reason": "x",
        "made_from": [f"{foreign.pk}:x"],
    }  # fmt: skip
    assert editors[0].post("/admin/coalitions/alias/", data).status_code in {302, 409}
    assert Alias.objects.filter(pk=foreign.pk).exists()


@pytest.mark.usefixtures("bodies_only")
def test_double_posts_make_one_row(world, editors):
    url = f"/admin/plans/target/add/?plan={world.a.plan.pk}"
    for number in range(DOUBLE_POSTS):
        data = sent(editors[0].get(url)) | {"indicator": world.a.indicator.pk, "code": f"d{number}"}
        assert {editors[0].post(url, data).status_code for _ in range(2)} == {302}
    assert Target.objects.filter(code__startswith="d").count() == DOUBLE_POSTS


@pytest.mark.django_db
def test_the_history_tells_each_field_before_and_after(world, editors):
    indicator = world.a.indicator
    page = editors[0].get(address(indicator))
    data = sent(page) | {
        "name_en": "Cities",
        "rule": "sum",
        "headline": "on",
        "activities": [world.a.activity.pk],
    }
    assert editors[0].post(address(indicator), data).status_code == 302
    entries = (
        editors[0].get(address(indicator, "history/"), headers={"accept-language": "en"}).context["entries"]
    )
    told = {change.label: (change.before, change.after) for entry in entries[:2] for change in entry.changes}
    assert entries[0].who == "secretariat_a"
    assert {
        "Name, in English": ("canary-a-name-en", "Cities"),
        "Rule of aggregation": ("latest value", "sum"),
        "Headline indicator": ("no", "yes"),
        "Activities": ("–", str(world.a.activity)),
    }.items() <= told.items()


@pytest.mark.django_db
def test_going_back_is_a_save_like_any_other(world, editors):
    """Through the same form and version check; what the form does not offer stays as it is."""
    round_ = world.a.round
    first = round_.history.first()
    data = sent(editors[0].get(address(round_))) | {"message_es": "Otro texto"}
    editors[0].post(address(round_), data)
    opened = type(round_).objects.get(pk=round_.pk)
    opened.opened_at = "2026-01-02T00:00:00Z"
    opened.save()

    url = address(round_, f"history/{first.pk}/")
    page = editors[0].get(url)
    assert sent(page)["message_es"] == ["canary-a-message-es"]
    assert value(round_, "message_es") == "Otro texto"
    stale = sent(editors[1].get(url))
    assert editors[0].post(url, sent(page)).status_code == 302
    assert value(round_, "message_es") == "canary-a-message-es"
    assert value(round_, "opened_at") is not None
    assert editors[1].post(url, stale | {"message_es": "Tarde"}).status_code == 409


@pytest.mark.django_db
def test_going_back_never_takes_a_version_back(world, editors):
    activity = make_activity()
    operator = Client()
    operator.force_login(world.people["operator"])
    first = activity.history.first()
    operator.post(address(activity), sent(operator.get(address(activity))) | {"title_es": "Otro título"})
    url = address(activity, f"history/{first.pk}/")
    assert operator.post(url, sent(operator.get(url))).status_code == 302
    assert Activity.objects.get(pk=activity.pk).version == 3
