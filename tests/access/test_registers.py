"""Every page of the administration opens and saves; a foreign id is a field error (S-A5, S-A6, S-E2)."""

from collections import Counter

import pytest
from django.contrib import admin
from django.db import connection
from django.forms import ModelChoiceField
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from coalitions.admin.base import ScopedAdmin, Unchangeable
from coalitions.models import AuditEntry, Membership, Party, Term
from plans.models import Indicator, Measurement, ProgressReport, Round
from tests.access.sent import address, sent

pytestmark = pytest.mark.django_db

SCOPED = sorted(m._meta.label_lower for m, r in admin.site._registry.items() if isinstance(r, ScopedAdmin))
REGISTERS = sorted(
    model._meta.label_lower
    for model, register in admin.site._registry.items()
    if isinstance(register, ScopedAdmin) and not isinstance(register, Unchangeable)
)
READ_ONLY = sorted(set(SCOPED) - set(REGISTERS))


@pytest.fixture
def secretary(world):
    return _client(world, "secretariat_a")


def _client(world, role):
    client = Client()
    client.force_login(world.people[role])
    return client


def row_of(side, label):
    row = getattr(side, label.split(".")[1])
    if label == "plans.measurement":  # one that came with a report cannot be changed
        row.report = None
        row.save()
    return row


def forms_of(answer):
    yield answer.context["adminform"].form
    for inside in answer.context["inline_admin_formsets"]:
        yield from inside.formset.forms


def changed(data, answer):
    """The same data with one field of the main form changed: a text or a number that says more, another choice."""
    form = answer.context["adminform"].form
    for name, field in form.fields.items():
        if type(field).__name__ in {
            "CharField",
            "TypedChoiceField",
            "IntegerField",
            "DecimalField",
            "BooleanField",
        }:
            typed = data.get(name, [""])[0]
            if type(field).__name__ == "BooleanField":
                return data | {name: [] if typed else ["on"]}
            if type(field).__name__ == "TypedChoiceField":
                return data | {
                    name: [next(str(k) for k, _label in field.choices if str(k) not in {typed, ""})]
                }
            return data | {name: [f"1{typed}"]}
    name = next(n for n, f in form.fields.items() if type(f).__name__ == "DateField")
    return data | {name: ["2025-02-03"]}


@pytest.mark.parametrize("label", REGISTERS)
def test_a_register_lists_opens_and_saves_leaving_one_trace(label, world, secretary):
    row = row_of(world.a, label)
    for page in ("", "?q=canary", "add/"):
        assert secretary.get(f"/admin/{label.replace('.', '/')}/{page}").status_code == 200

    page = secretary.get(address(row))
    before = set(AuditEntry.objects.values_list("pk", flat=True))
    assert secretary.post(address(row), sent(page)).status_code == 302
    assert set(AuditEntry.objects.values_list("pk", flat=True)) == before, (
        "nothing was changed, and it left a trace"
    )

    answer = secretary.post(address(row), changed(sent(page), page))
    assert answer.status_code == 302, answer.context["errors"]
    entries = AuditEntry.objects.exclude(pk__in=before)
    assert [(entry.act, entry.object_pk) for entry in entries] == [(f"{label.split('.')[1]} changed", row.pk)]
    if hasattr(type(row), "history"):
        assert secretary.get(address(row, "history/")).status_code == 200


@pytest.mark.parametrize("label", READ_ONLY)
def test_a_register_with_verbs_of_its_own_can_be_read_only(label, world, secretary):
    row = row_of(world.a, label)
    page = secretary.get(address(row))
    assert page.status_code == 200
    assert set(sent(page)) & {field.name for field in row._meta.fields} == set()
    assert secretary.post(address(row), {}).status_code == 403
    assert secretary.get(f"/admin/{label.replace('.', '/')}/add/").status_code == 403


def foreign(world, page):
    """(name of a field, its form's prefix, a row of the other coalition that it might name)."""
    for form in forms_of(page):
        for name, field in form.fields.items():
            if isinstance(field, ModelChoiceField) and type(field).__name__ != "InlineForeignKeyField":
                twin = getattr(world.b, field.queryset.model._meta.model_name, None)
                if twin is not None:
                    yield form.add_prefix(name), twin


@pytest.mark.once
@pytest.mark.parametrize("label", REGISTERS)
@pytest.mark.parametrize("who", ["secretariat_a", "operator"])
def test_another_coalitions_id_is_a_field_error(label, who, world):
    """The operator may see every coalition, but may not tie two together: not in a form, not in a row inside it."""
    client = _client(world, who)
    row = row_of(world.a, label)
    page = client.get(address(row))
    before = type(row).objects.filter(pk=row.pk).values().get()
    for name, twin in foreign(world, page):
        answer = client.post(address(row), sent(page) | {name: [twin.pk]})
        assert answer.status_code == 200, f"{name} was accepted"
        assert any(form.errors for form in forms_of(answer))
    assert type(row).objects.filter(pk=row.pk).values().get() == before


@pytest.mark.once
@pytest.mark.parametrize("label", REGISTERS)
@pytest.mark.parametrize("who", ["secretariat_a", "operator"])
def test_a_new_row_cannot_be_put_elsewhere(label, who, world):
    """Neither by a field of the form nor by the place that the address names."""
    client = _client(world, who)
    url = f"/admin/{label.replace('.', '/')}/add/"
    place = admin.site._registry[type(row_of(world.a, label))].stands_in
    count = type(row_of(world.b, label)).objects.count()
    page = client.get(f"{url}?{place}={getattr(world.a, place).pk}")
    for name, twin in foreign(world, page):
        answer = client.post(f"{url}?{place}={getattr(world.a, place).pk}", sent(page) | {name: [twin.pk]})
        assert answer.status_code == 200, f"{name} was accepted"
    if who == "secretariat_a":
        elsewhere = client.get(f"{url}?{place}={getattr(world.b, place).pk}")
        assert "adminform" not in elsewhere.context
        assert "canary-b-" not in elsewhere.content.decode()
    assert type(row_of(world.b, label)).objects.count() == count


@pytest.mark.parametrize("label", REGISTERS)
def test_fields_that_no_form_offers_change_nothing(label, world, secretary):
    """State, version, copied keys, where the row stands: posted by hand they are ignored (S-A6)."""
    row = row_of(world.a, label)
    page = secretary.get(address(row))
    offered = page.context["adminform"].form.fields
    hidden = [f for f in row._meta.concrete_fields if f.name not in offered]
    before = type(row).objects.filter(pk=row.pk).values().get()
    forged = {f.attname: "999" if f.remote_field else "accepted" for f in hidden} | {
        f.name: "999" for f in hidden
    }
    foreign_place = {"coalition": world.b.coalition.pk, "plan": world.b.plan.pk}
    forged |= {name: pk for name, pk in foreign_place.items() if name not in offered}
    data = {**forged, **sent(page), "is_staff": "on", "version": "99", "_popup": "1", "_to_field": "id"}
    assert secretary.post(address(row), data).status_code in {200, 302, 400}
    assert type(row).objects.filter(pk=row.pk).values().get() == before


def test_save_as_new_is_no_way_round_a_form(world, secretary):
    data = sent(secretary.get(address(world.a.party))) | {"_saveasnew": "1"}
    assert secretary.post(address(world.a.party), data).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "coalitions/invitation/?secret_sha256__startswith=a",
        "coalitions/seat/?user__password__startswith=a",
        "coalitions/party/?coalition__contact__startswith=a",
        "coalitions/party/?provenance__x__startswith=a",
        "plans/activity/?plan__coalition__name_es__startswith=c",
        "plans/activity/?title_es__startswith=c",
    ],
)
def test_a_list_cannot_be_asked_for_what_it_does_not_show(path, secretary):
    """Bad input 44: guessed letter by letter, a filter would tell what no page does."""
    assert secretary.get(f"/admin/{path}").status_code == 400
    assert secretary.get(f"/admin/{path.replace('?', 'export/?')}").status_code == 400


@pytest.mark.parametrize("label", SCOPED)
def test_no_page_of_a_register_names_the_other_coalition(label, world, secretary):
    """Choices, filters, history and the pages that withdraw or export (bad input 45)."""
    row, base = row_of(world.a, label), f"/admin/{label.replace('.', '/')}/"
    pages = [
        base,
        f"{base}?q=canary",
        f"{base}add/",
        f"{base}export/",
        address(row),
        address(row, "history/"),
    ]
    for path in [*pages, address(row, "delete/")]:
        assert "canary-b-" not in secretary.get(path).content.decode(), path


def test_a_personal_value_never_enters_the_log(world):
    client = _client(world, "operator")
    user = world.people["reader_a"]
    data = sent(client.get(address(user))) | {"name": "Nombre Nuevo"}
    assert client.post(address(user), data).status_code == 302
    entry = AuditEntry.objects.filter(coalition=None).latest("number")
    assert (entry.label, entry.change) == (f"user {user.pk}", '{"name":"*"}')


@pytest.mark.parametrize(
    ("register", "fields", "act"),
    [
        ("party", {"name_es": "Ciudad Nueva", "kind": "government"}, "party added"),
        ("alias", {"party": "party", "text": "La ciudad de la orilla"}, "spelling added"),
        (
            "membership",
            {"party": "body", "standing": "partner", "admitted_on": "2025-03-01"},
            "party admitted",
        ),
        (
            "term",
            {"party": "party", "body": "body", "role": "chair", "started_on": "2025-03-01"},
            "place in a body given",
        ),
    ],
)
def test_what_has_a_verb_is_added_by_it(register, fields, act, world, secretary):
    data = {
        name: getattr(world.a, value).pk if value in {"party", "body"} else value
        for name, value in fields.items()
    }
    before = set(AuditEntry.objects.values_list("pk", flat=True))
    answer = secretary.post(f"/admin/coalitions/{register}/add/", data)
    assert answer.status_code == 302, answer.context["errors"]
    assert [entry.act for entry in AuditEntry.objects.exclude(pk__in=before)] == [act]


def test_what_a_verb_refuses_is_said_on_the_form(world, secretary):
    data = {"party": world.a.party.pk, "standing": "partner", "admitted_on": "2025-03-01"}
    answer = secretary.post("/admin/coalitions/membership/add/", data)
    assert answer.status_code == 200
    assert answer.context["errors"]
    assert Membership.objects.filter(party=world.a.party).count() == 1


def test_the_duplicate_spelling_of_a_party_is_refused_with_words(world, secretary):
    alias = world.a.alias
    data = {"party": world.a.body.pk, "text": alias.text.upper()}
    answer = secretary.post("/admin/coalitions/alias/add/", data)
    assert answer.status_code == 200
    assert "text" in answer.context["adminform"].form.errors


def test_a_text_is_needed_in_one_language_and_no_matter_which(world, secretary):
    page = secretary.get(address(world.a.party))
    none = secretary.post(address(world.a.party), sent(page) | {"name_es": "", "name_en": " "})
    assert "name_es" in none.context["adminform"].form.errors
    only = secretary.post(address(world.a.party), sent(page) | {"name_es": "", "name_en": "Only in English"})
    assert only.status_code == 302
    assert Party.objects.get(pk=world.a.party.pk).name_en == "Only in English"


@pytest.mark.parametrize("page", ["", "plans/activity/", "plans/activity/{}/change/", "coalitions/party/"])
def test_a_page_of_the_administration_asks_the_database_little(page, world, secretary):
    url = "/admin/" + page.format(world.a.activity.pk)
    secretary.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert secretary.get(url).status_code == 200
    assert len(queries) <= 25, Counter(query["sql"][:90] for query in queries.captured_queries)


@pytest.mark.parametrize(
    "page", ["coalitions/term/", "plans/indicator/{a.indicator.pk}/change/", "plans/indicator/export/"]
)
def test_more_rows_ask_the_database_no_more(page, world, secretary):
    url = "/admin/" + page.format(a=world.a)
    body = {"format": "1", "resource": "0"} if "export" in page else None
    ask = (lambda: secretary.post(url, body)) if body else (lambda: secretary.get(url))
    ask()
    with CaptureQueriesContext(connection) as few:
        ask()
    for number in range(4):
        party = Party.objects.create(
            coalition=world.a.coalition, kind="government", name_es=f"Ciudad {number}"
        )
        Term.objects.create(body=world.a.body, party=party)
        indicator = Indicator.objects.create(objective=world.a.objective, name_es=f"Indicador {number}")
        indicator.activities.add(world.a.activity)
        world.a.indicator.targets.create(code=str(number), text_es=f"{number} ciudades")
    with CaptureQueriesContext(connection) as many:
        ask()
    assert len(many) == len(few)


def test_a_value_that_the_secretariat_enters_counts_at_once(world, secretary):
    path = f"/admin/plans/measurement/add/?coalition={world.a.coalition.pk}"
    values = {
        "indicator": [world.a.indicator.pk], "party": [world.a.party.pk], "on": ["2025-06-30"], "value": ["7"]
    }  # fmt: skip
    assert secretary.post(path, sent(secretary.get(path)) | values).status_code == 302
    assert Measurement.objects.filter(on="2025-06-30").values_list("value", "accepted").get() == (7, True)
    assert secretary.post(path, sent(secretary.get(path)) | values).status_code == 200
    assert Measurement.objects.filter(on="2025-06-30").count() == 1


def test_what_a_party_has_not_sent_stands_in_no_register(world, secretary):
    report = ProgressReport.objects.get(pk=world.a.progressreport.pk)
    report.state, report.done_es = "draft", "Borrador a medias."
    report.save()
    value = Measurement.objects.get(pk=world.a.measurement.pk)
    value.accepted = False
    value.save()
    for one in (report, value):
        assert secretary.get(address(one)).status_code != 200
        assert secretary.get(address(one, "history/")).status_code != 200
        answer = secretary.get(f"/admin/plans/{one._meta.model_name}/")
        assert answer.context["cl"].result_count == 0


def test_a_round_that_was_opened_keeps_its_period_and_day(world, secretary):
    """Another day is a verb that tells whoever is asked; another period would move what was settled."""
    call = Round.objects.get(pk=world.a.round.pk)
    assert {"period", "due"} <= set(sent(secretary.get(address(call))))
    call.opened_at = timezone.now()
    call.save()
    page = secretary.get(address(call))
    assert not {"period", "due"} & set(sent(page))
