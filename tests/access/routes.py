"""The table: what every address answers to each of nine people. An address missing here fails the suite (S-A1)."""

from django.apps import apps
from django.contrib import admin
from django.urls import URLPattern, get_resolver

from coalitions.admin.base import Unchangeable
from coalitions.admin.bringing_in import BringingIn
from coalitions.admin.exchange import Exporting
from coalitions.admin.withdrawal import Withdrawing
from tests.access.routes_portfolio import PLANS_AND_SEARCH
from tests.access.world import ROLES

MEMBERS_OF_A = {"focal_a", "reader_a", "presidency_a", "secretariat_a", "person_of_both", "operator"}
STAFF_OF_A = {"secretariat_a", "person_of_both", "operator"}
OPERATOR = {"operator"}
STAFF = STAFF_OF_A | {"ex_member"}
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


class SignInRoute(Route):
    """A page of strangers: `stranger` is what they get; whoever is signed in is sent on."""

    def __init__(self, path, stranger=302):
        super().__init__(EVERYONE, path=lambda a: path)
        self.stranger = stranger

    def expected(self, role, method):
        if method not in {"GET", "HEAD", "POST"}:
            return 405
        return self.stranger if role == "anonymous" else 302


class OwnRoute(Route):
    """A page of a coalition's Secretariat: 403 to its other seats, 404 to strangers, whatever the page answers."""

    def expected(self, role, method):
        if role != "anonymous" and method == "POST" and self.post is None:
            return 405
        if role in MEMBERS_OF_A or role == "anonymous" or method not in {"GET", "HEAD", "POST"}:
            return super().expected(role, method)
        return 404


class OwnAct(OwnRoute):
    """An act of a coalition's Secretariat, by POST only: an empty one is answered with `post`."""

    def __init__(self, path, post=200):
        super().__init__(STAFF_OF_A, get=None, post=post, path=path)

    def expected(self, role, method):
        return 405 if method in {"GET", "HEAD"} and role != "anonymous" else super().expected(role, method)


def own(page):
    """The address of a page of coalition A."""
    return lambda a: f"/c/{a.coalition.slug}/{page.format(a=a)}"


# Addresses of the product, by name. A coalition's own pages are a 404 to everybody else.
PAGES = {
    "home": Route(SIGNED_IN, path=lambda a: "/"),
    "plan": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/"),
    "report": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/report/"),
    "report_pdf": Route(
        MEMBERS_OF_A, post=302, others=404, path=lambda a: f"/plans/{a.plan.slug}/report.pdf"
    ),
    "plan_document": Route(MEMBERS_OF_A, others=404, path=lambda a: f"/plans/{a.plan.slug}/document/"),
    "plan_document_pdf": Route(
        MEMBERS_OF_A, post=302, others=404, path=lambda a: f"/plans/{a.plan.slug}/document.pdf"
    ),
    "set_language": Route(EVERYONE, get=None, post=302, path=lambda a: "/language/"),
    "accent": Route(EVERYONE, path=lambda a: "/accent/0b5d66.css"),
    "health": Route(EVERYONE, path=lambda a: "/healthz/"),
    "new_coalition": Route(OPERATOR, post=200, path=lambda a: "/operator/coalitions/new/"),
    "settings": OwnRoute(STAFF_OF_A, post=200, path=lambda a: f"/c/{a.coalition.slug}/settings/"),
    # Coalition A has written nothing for the public, and has no logo.
    "public_coalition": Route(EVERYONE, get=404, path=lambda a: f"/coalitions/{a.coalition.slug}/"),
    "logo": Route(EVERYONE, get=404, path=lambda a: f"/c/{a.coalition.slug}/logo.png"),
    "privacy": Route(EVERYONE, path=lambda a: "/privacy/"),
    "accessibility": Route(EVERYONE, path=lambda a: "/accessibility/"),
}

# Signing in and one's own account: nothing here belongs to a coalition. Who is signed in is sent on from a sign-in.
SIGN_IN = {
    "account_login": SignInRoute("/login/", stranger=200),
    "password_login": SignInRoute("/login/password/", stranger=200),
    "account_confirm_login_code": SignInRoute("/login/code/"),
    "mfa_authenticate": SignInRoute("/login/second-step/"),
    "account_logout": Route(EVERYONE, get=None, post=302, path=lambda a: "/logout/"),
    "account": Route(SIGNED_IN, post=200, path=lambda a: "/account/"),
    "mfa_index": Route(SIGNED_IN, post=200, path=lambda a: "/account/"),
    "sign_out_everywhere": Route(
        SIGNED_IN, get=None, post=302, path=lambda a: "/account/sign-out-everywhere/"
    ),
    "account_set_password": Route(
        STAFF, get=302, post=302, others=200, path=lambda a: "/account/password/set/"
    ),
    "account_change_password": Route(
        STAFF, get=200, post=200, others=302, path=lambda a: "/account/password/"
    ),
    "account_reauthenticate": Route(STAFF, post=200, others=403, path=lambda a: "/account/confirm/"),
    "mfa_reauthenticate": Route(STAFF, post=200, others=403, path=lambda a: "/account/confirm/second-step/"),
    "mfa_activate_totp": Route(STAFF, get=302, post=302, others=200, path=lambda a: "/account/second-step/"),
    "mfa_deactivate_totp": Route(
        STAFF, get=302, post=302, others=404, path=lambda a: "/account/second-step/remove/"
    ),
    "mfa_view_recovery_codes": Route(SIGNED_IN, get=404, post=405, path=lambda a: "/account/recovery-codes/"),
    "mfa_generate_recovery_codes": Route(
        STAFF, get=302, post=302, others=200, path=lambda a: "/account/recovery-codes/new/"
    ),
    "mfa_download_recovery_codes": Route(
        SIGNED_IN, get=404, post=404, path=lambda a: "/account/recovery-codes/download/"
    ),
    "kept": Route(SIGNED_IN, get=302, post=302, path=lambda a: "/account/kept/"),
    "mails": Route(EVERYONE, path=lambda a: "/mail/"),
    "mail": Route(EVERYONE, get=404, path=lambda a: "/mail/20260101T000000-000000-1.html"),
}
PAGES |= SIGN_IN

# Members and people of coalition A.
WORKSPACE = {
    "members": Route(MEMBERS_OF_A, others=404, path=own("members/")),
    "party": Route(MEMBERS_OF_A, others=404, path=own("members/{a.party.pk}/")),
    "add_party": OwnRoute(STAFF_OF_A, post=200, path=own("members/add/")),
    "add_list": OwnRoute(STAFF_OF_A, post=200, path=own("members/list/")),
    "change_standing": OwnAct(own("members/{a.party.pk}/standing/")),
    "end_membership": OwnAct(own("members/{a.party.pk}/end/")),
    "put_in_body": OwnAct(own("members/{a.party.pk}/bodies/")),
    "leave_body": OwnAct(own("members/{a.party.pk}/bodies/{a.term.pk}/end/")),
    "add_alias": OwnAct(own("members/{a.party.pk}/spellings/")),
    "people": OwnRoute(STAFF_OF_A, post=200, path=own("people/")),
    "seat": OwnRoute(STAFF_OF_A, path=own("people/{a.seat.pk}/")),
    "end_seat": OwnAct(own("people/{a.seat.pk}/end/")),
    "hand_over": OwnAct(own("people/{a.seat.pk}/hand-over/")),
    # The first to send it again or revoke it ends it for the others: refused, and led back all the same.
    "send_again": OwnAct(own("people/invitations/{a.invitation.pk}/send/"), post=302),
    "revoke": OwnAct(own("people/invitations/{a.invitation.pk}/revoke/"), post=302),
    # A forged one: who holds a true one may read it.
    "invitation": Route(EVERYONE, get=404, post=404, path=lambda a: "/invitations/forged/"),
}
PAGES |= WORKSPACE
from tests.access.routes_header import HEADER  # noqa: E402 - it takes the kinds of routes from here

PAGES |= HEADER

PAGES |= PLANS_AND_SEARCH

from tests.access.routes_timeline import TIMELINE  # noqa: E402 (it needs what stands above)

PAGES |= TIMELINE

from tests.access.routes_matrix import MATRIX  # noqa: E402  it is written in the kinds above

PAGES |= MATRIX

from tests.access.routes_rounds import ROUNDS  # noqa: E402  it is written in the kinds above

PAGES |= ROUNDS
from tests.access.routes_report import REPORT  # noqa: E402  it is written in the kinds above

PAGES |= REPORT
from tests.access.routes_evidence import EVIDENCE  # noqa: E402  it is written in the kinds above

PAGES |= EVIDENCE
from tests.access.routes_review import REVIEW  # noqa: E402  it is written in the kinds above

PAGES |= REVIEW

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
    gone = isinstance(register, Withdrawing)
    # Coalition A's measurement came with a report: it is accepted with it, and not changed here.
    closed = fixed or name == "measurement"

    def row(page):
        return lambda a: f"{base}{getattr(a, name).pk}/{page}"

    pages = {
        "changelist": Route(who, post=200, path=lambda a: base),
        "add": Route(adders, post=200, path=lambda a: f"{base}add/"),
        # An empty form says nothing of what it was made from: it is behind.
        "change": Route(who, post=403 if closed else 409, path=row("change/")),
        "history": Route(who, post=200, path=row("history/")),
        "delete": Route(who if gone else set(), post=200 if gone else 403, path=row("delete/")),
        "simple_history": Route(
            who, post=403 if closed else 409, path=lambda a: row(f"history/{_newest(a, name)}/")(a)
        ),
    }
    if isinstance(register, Exporting):
        pages["export"] = Route(who, post=200, path=lambda a: f"{base}export/")
    if isinstance(register, BringingIn):
        pages["import"] = Route(who, post=200, path=lambda a: f"{base}import/")
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
