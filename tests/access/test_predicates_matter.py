"""Each permission check is replaced in turn by one that always says yes: something here must notice (S-A9).

The replacement is put wherever the name was imported. What notices are the very questions that the other access
tests ask, the quick ones first.
"""

import inspect
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.db.models import Q
from django.test import Client
from django.urls import get_resolver

from coalitions import administration, permissions, scope, sessions
from coalitions.admin import base
from coalitions.models import Coalition, Party, Seat
from coalitions.workspace import frame
from plans import permissions as plan_permissions
from plans.models import Plan
from plans.workspace import frame as plan_frame
from reporting import home
from tests.access import test_every_route as every_route
from tests.access.routes import PAGES, SIGN_IN, admin_routes
from tests.access.world import ROLES
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.proof]
ON = date(2026, 4, 3)
PASSWORD = "orilla-serena-2026"


def yes(*_args, **_kwargs):
    return True


# Where a check lives, its name, and what always says yes in its place. Not here: ScopedAdmin.has_module_permission
# and has_view_permission, second walls behind Administration.has_permission and ScopedAdmin.get_queryset.
CHECKS = [
    (permissions, "open_seats", lambda user, on: Seat.objects.filter(user=user)),
    (permissions, "is_operator", yes),
    (permissions, "is_secretariat", yes),
    (permissions, "may_open_administration", yes),
    (permissions, "may_report_for", yes),
    (permissions, "parties_reported_for", lambda user, on: Party.objects.all()),
    (
        permissions,
        "secretariat_slugs",
        lambda user, on: list(Coalition.objects.values_list("slug", flat=True)),
    ),
    (permissions, "needs_second_step", yes),
    (sessions, "_is_staff", lambda user: False),
    (permissions, "secretariat_of", lambda user, on: Coalition.objects.all()),
    (scope, "held_on", lambda on: Q()),
    (scope.ScopedQuerySet, "visible_to", lambda self, user, on: self.all()),
    (frame, "get_coalition", lambda request, slug: Coalition.objects.get(slug=slug)),
    (frame, "get_own_coalition", lambda request, slug: frame.get_coalition(request, slug)),
    (plan_frame, "get_plan", lambda request, slug: Plan.objects.select_related("coalition").get(slug=slug)),
    (plan_frame, "get_own_plan", lambda request, slug: plan_frame.get_plan(request, slug)),
    (plan_permissions, "may_edit", yes),
    (plan_permissions, "may_run_rounds", yes),
    (plan_permissions, "may_report", yes),
    (plan_permissions, "may_enter_on_behalf", yes),
    (plan_permissions, "may_give_evidence", yes),
    (plan_permissions, "may_open_document", yes),
    (plan_permissions, "may_change_initiative", yes),
    (administration.Administration, "has_permission", yes),
    (base.OperatorAdmin, "has_module_permission", yes),
    (base.ScopedAdmin, "get_queryset", lambda self, request: self.model._default_manager.all()),
]


@contextmanager
def replaced(monkeypatch, owner, name, agreeable):
    """The check says yes everywhere: in its own place, and under its name in every module that imported it."""
    real = getattr(owner, name)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, agreeable)
        for module in [
            m for n, m in sys.modules.items() if n.split(".")[0] in {"coalitions", "plans", "reporting"}
        ]:
            for key, value in list(vars(module).items()):
                if value is real:
                    patch.setattr(module, key, agreeable)
        yield


def complaints(world):
    """What the access tests would fail on, lazily: the first is enough."""
    yield from _wrong_predicates(world)
    yield from _foreign_texts(world)
    yield from _navigation(world)
    yield from _roads(world, {name: route for name, route in PAGES.items() if name not in SIGN_IN})
    yield from _roads(world, admin_routes())


def _wrong_predicates(world):
    people = {role: world.people[role] for role in ROLES if world.people[role]}
    reporters = {r for r, user in people.items() if permissions.may_report_for(user, world.a.party.pk, ON)}
    if reporters != {"focal_a"}:
        yield f"may report for party A: {reporters}"
    asked = {
        place.slug
        for place in home.build(people["focal_b"], "es", ON, datetime(2026, 4, 3, tzinfo=UTC)).places
    }
    if asked != {world.b.coalition.slug}:
        yield f"focal_b sees {asked}"
    newcomer = Client()
    person = make_user()
    Seat.objects.create(coalition=world.a.coalition, user=person, role=Seat.Role.SECRETARIAT)
    newcomer.force_login(person)
    if newcomer.get("/").status_code != 302:
        yield "a secretariat came in without a second step"
    stranger = Client()
    reader = world.people["reader_a"]
    reader.set_password(PASSWORD)
    reader.save()
    stranger.post("/login/password/", {"login": reader.email, "password": PASSWORD})
    if stranger.get("/account/").status_code == 200:
        yield "a reader came in by password alone"


def _foreign_texts(world):
    for role, pages in (
        ("focal_b", ["/"]),
        ("secretariat_a", ["/admin/plans/plan/", "/admin/coalitions/party/"]),
    ):
        client, letter = _client(world, role), "a" if role == "focal_b" else "b"
        for path in pages:
            if f"canary-{letter}-" in client.get(path).content.decode():
                yield f"{role} reads the other's texts on {path}"


def _navigation(world):
    for role in ("focal_a", "reader_a", "secretariat_a"):
        client = _client(world, role)
        page = client.get(f"/c/{world.a.coalition.slug}/members/")
        for line in page.context["navigation"] if page.context else []:
            if client.get(line.url).status_code != 200:
                yield f"{role} is led to {line.url}"


def _roads(world, routes):
    known = set(every_route.names())
    clients = {role: _client(world, role) for role in ROLES}
    for name in sorted(known & set(routes)):
        yield from every_route.wrong_answers(name, world, clients, every_route.READ_AND_WRITE)


def _client(world, role):
    client = Client(raise_request_exception=False)
    if world.people[role]:
        client.force_login(world.people[role])
    return client


@pytest.fixture(autouse=True)
def _views_are_imported():
    assert get_resolver().url_patterns  # every view is imported before a check is replaced


@pytest.mark.parametrize("check", CHECKS, ids=[f"{owner.__name__}.{name}" for owner, name, _ in CHECKS])
def test_a_check_that_always_says_yes_is_noticed(world, monkeypatch, check):
    with replaced(monkeypatch, *check):
        assert next(complaints(world), None) is not None


def test_nothing_complains_of_the_real_checks(world):
    assert list(_wrong_predicates(world)) + list(_foreign_texts(world)) + list(_navigation(world)) == []


def test_every_predicate_is_among_the_checks():
    defined = {
        n
        for n, f in inspect.getmembers(permissions, inspect.isfunction)
        if f.__module__ == permissions.__name__
    }
    assert defined - {name for owner, name, _ in CHECKS if owner is permissions} == set()
