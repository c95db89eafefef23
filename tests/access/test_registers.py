"""Every page of the administration opens and saves; a foreign id is a field error (S-A5, S-A6, S-E2)."""

import pytest
from django.contrib import admin
from django.db import connection
from django.forms import ModelChoiceField
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coalitions.admin.base import ScopedAdmin, Unchangeable
from coalitions.models import AuditEntry

pytestmark = pytest.mark.django_db

REGISTERS = sorted(
    model._meta.label_lower
    for model, register in admin.site._registry.items()
    if isinstance(register, ScopedAdmin) and not isinstance(register, Unchangeable)
)


@pytest.fixture
def secretary(world):
    client = Client()
    client.force_login(world.people["secretariat_a"])
    return client


def address(label, row, page="change/"):
    return f"/admin/{label.replace('.', '/')}/{row.pk}/{page}"


def as_posted(form):
    """What a browser would send back from the rendered form, untouched."""
    data = {}
    for bound in form:
        value = bound.value()
        subwidgets = getattr(bound.field.widget, "widgets", None)
        if subwidgets:
            parts = bound.field.widget.decompress(value)
            data |= {f"{bound.html_name}_{n}": part for n, part in enumerate(parts) if part is not None}
        elif isinstance(value, list | tuple):
            data[bound.html_name] = [getattr(item, "pk", item) for item in value]
        elif value is not None and value is not False:
            data[bound.html_name] = bound.field.prepare_value(value)
    return data


def opened(client, label, row):
    return client.get(address(label, row)).context["adminform"].form


@pytest.mark.parametrize("label", REGISTERS)
def test_a_register_lists_opens_and_saves_leaving_one_trace(label, world, secretary):
    row = getattr(world.a, label.split(".")[1])
    for page in ("", "?q=canary", "add/"):
        expected = 403 if label == "coalitions.coalition" and page == "add/" else 200
        assert secretary.get(f"/admin/{label.replace('.', '/')}/{page}").status_code == expected

    before = set(AuditEntry.objects.values_list("pk", flat=True))
    answer = secretary.post(address(label, row), as_posted(opened(secretary, label, row)))
    assert answer.status_code == 302, answer.context["errors"]
    entries = AuditEntry.objects.exclude(pk__in=before)
    assert [(entry.act, entry.object_pk) for entry in entries] == [(f"{label.split('.')[1]} changed", row.pk)]
    assert secretary.get(address(label, row, "history/")).status_code == 200


def foreign_choices(world, form):
    for name, field in form.fields.items():
        if isinstance(field, ModelChoiceField):
            twin = getattr(world.b, field.queryset.model._meta.model_name, None)
            if twin is not None:
                yield name, twin


def _operator(world):
    client = Client()
    client.force_login(world.people["operator"])
    return client


@pytest.mark.once
@pytest.mark.parametrize("label", REGISTERS)
@pytest.mark.parametrize("who", ["secretariat_a", "operator"])
def test_another_coalitions_id_is_a_field_error(label, who, world):
    """The operator may choose from every coalition, but may not tie two together."""
    client = Client()
    client.force_login(world.people[who])
    row = getattr(world.a, label.split(".")[1])
    of_operator = opened(_operator(world), label, row)
    data = as_posted(of_operator if who == "operator" else opened(client, label, row))
    before = type(row).objects.filter(pk=row.pk).values().get()
    choices = list(foreign_choices(world, of_operator))
    for name, twin in choices:
        if who == "operator" and name == "coalition" and len(choices) == 1:
            continue  # nothing else in the form says which coalition is meant
        answer = client.post(address(label, row), {**data, name: twin.pk})
        assert answer.status_code == 200, f"{name} was accepted"
        assert answer.context["adminform"].form.errors
    assert type(row).objects.filter(pk=row.pk).values().get() == before


@pytest.mark.once
@pytest.mark.parametrize("label", REGISTERS)
def test_fields_that_no_form_offers_change_nothing(label, world, secretary):
    """State, version, copied keys: posted by hand they are ignored (S-A6)."""
    row = getattr(world.a, label.split(".")[1])
    form = opened(secretary, label, row)
    hidden = [f for f in row._meta.concrete_fields if f.name not in form.fields and f.name != "version"]
    extra = {f.attname: 999 if f.remote_field else "accepted" for f in hidden}
    secretary.post(address(label, row), {**as_posted(form), **extra, "is_staff": "on", "version": "99"})
    after = type(row).objects.get(pk=row.pk)
    for field in hidden:
        if not field.name.endswith("_on") and field.name in {"plan", "coalition", "state", "accepted", "id"}:
            assert getattr(after, field.attname) == getattr(row, field.attname), field.name


def test_a_personal_value_never_enters_the_log(world):
    client = _operator(world)
    user = world.people["reader_a"]
    form = client.get(f"/admin/coalitions/user/{user.pk}/change/").context["adminform"].form
    data = as_posted(form) | {"name": "Nombre Nuevo"}
    assert client.post(f"/admin/coalitions/user/{user.pk}/change/", data).status_code == 302
    entry = AuditEntry.objects.filter(coalition=None).latest("number")
    assert (entry.label, entry.change) == (f"user {user.pk}", '{"name":"*"}')


def test_the_duplicate_spelling_of_a_party_is_refused_with_words(world, secretary):
    alias = world.a.alias
    data = {"party": world.a.body.pk, "text": alias.text.upper()}
    answer = secretary.post("/admin/coalitions/alias/add/", data)
    assert answer.status_code == 200
    assert "text" in answer.context["adminform"].form.errors


@pytest.mark.parametrize("page", ["", "plans/activity/", "plans/activity/{}/change/", "coalitions/party/"])
def test_a_page_of_the_administration_asks_the_database_little(page, world, secretary):
    url = "/admin/" + page.format(world.a.activity.pk)
    secretary.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert secretary.get(url).status_code == 200
    assert len(queries) <= 25
