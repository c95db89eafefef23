"""The table: what every address answers to each of nine people. An address missing here fails the suite (S-A1)."""

from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, get_resolver

from coalitions.admin.base import Unchangeable
from tests.access.world import ROLES

MEMBERS_OF_A = {"focal_a", "reader_a", "presidency_a", "secretariat_a", "person_of_both", "operator"}
STAFF_OF_A = {"secretariat_a", "person_of_both", "operator"}
OPERATOR = {"operator"}
EVERYONE = set(ROLES)
SIGNED_IN = EVERYONE - {"anonymous"}


class Route:
    """Who gets `ok` on GET and on an empty POST (None: 405), and what signed-in others get instead."""

    def __init__(self, may, *, get=200, post=None, others=403, path=None):
        self.may, self.get, self.post, self.others, self.path = may, get, post, others, path

    def expected(self, role, method):
        """The status that this person must get for this method."""
        if role == "anonymous" and role not in self.may:
            return 302
        if method not in {"GET", "HEAD", "POST"}:
            return 405
        ok = self.post if method == "POST" else self.get
        if ok is None and self.others != 403:
            return 405
        if ok is None:
            ok = 405
        return ok if role in self.may else self.others


# Addresses of the product, by name. A coalition's own pages are a 404 to everybody else.
PAGES = {
    "home": Route(SIGNED_IN, path=lambda a: "/"),
    "plan": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/"),
    "report": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/report/"),
    "report_pdf": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/report.pdf"),
    "login": Route(EVERYONE, post=200, path=lambda a: "/login/"),
    "logout": Route(SIGNED_IN, get=None, post=302, path=lambda a: "/logout/"),
    "set_language": Route(EVERYONE, get=None, post=302, path=lambda a: "/language/"),
    "accent": Route(EVERYONE, path=lambda a: "/accent/0b5d66.css"),
    "health": Route(EVERYONE, path=lambda a: "/healthz/"),
}

ADMIN = {
    "admin:index": Route(STAFF_OF_A, post=200, path=lambda a: "/admin/"),
    "admin:login": Route(EVERYONE, get=302, post=302, path=lambda a: "/admin/login/"),
    "admin:logout": Route(STAFF_OF_A, get=None, post=302, path=lambda a: "/admin/logout/"),
    "admin:password_change": Route(STAFF_OF_A, post=200, path=lambda a: "/admin/password_change/"),
    "admin:password_change_done": Route(STAFF_OF_A, post=405, path=lambda a: "/admin/password_change/done/"),
    "admin:autocomplete": Route(STAFF_OF_A, get=404, post=404, path=lambda a: "/admin/autocomplete/"),
    "admin:jsi18n": Route(STAFF_OF_A, post=405, path=lambda a: "/admin/jsi18n/"),
    "admin:view_on_site": Route(STAFF_OF_A, get=404, post=404, path=lambda a: "/admin/r/1/1/"),
    "admin:app_list": Route(STAFF_OF_A, post=200, path=lambda a: "/admin/plans/"),
    "admin:": Route(STAFF_OF_A, get=404, post=404, path=lambda a: "/admin/no-such-page"),
}


def admin_routes():
    """The pages of every registered model, by the rule of its kind."""
    routes = {}
    for model, register in admin.site._registry.items():
        name = model._meta.model_name
        base = f"/admin/{model._meta.app_label}/{name}/"
        scoped = hasattr(model, "coalition_path")
        who = STAFF_OF_A if scoped else OPERATOR
        routes |= pages_of(f"admin:{model._meta.app_label}_{name}", base, name, who, register)
    return routes


def pages_of(prefix, base, name, who, register):
    fixed = isinstance(register, Unchangeable)
    adders = set() if fixed else who
    if name == "coalition":
        adders = OPERATOR

    def row(page):
        return lambda a: f"{base}{getattr(a, name).pk}/{page}"

    pages = {
        "changelist": Route(who, post=200, path=lambda a: base),
        "add": Route(adders, post=200, path=lambda a: f"{base}add/"),
        "change": Route(who, post=403 if fixed else 200, path=row("change/")),
        "history": Route(who, post=200, path=row("history/")),
        "delete": Route(set(), post=403, path=row("delete/")),
        "simple_history": Route(who, post=200, path=lambda a: row(f"history/{_newest(a, name)}/")(a)),
    }
    return {f"{prefix}_{page}": route for page, route in pages.items()}


def _newest(side, name):
    return getattr(side, name).history.first().pk


def names(patterns=None, prefix=""):
    """Every named address that the resolver knows, with the model-independent parts folded together."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name or ''}"
        else:
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, prefix + space)


def models_of_coalitions():
    return [
        m
        for m in apps.get_models()
        if hasattr(m, "coalition_path") and not m.__name__.startswith("Historical")
    ]
