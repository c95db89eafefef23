"""What every page of a plan's workspace begins with: who may open it, and the pages beside it."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalitions.workspace.frame import SignedIn, content, frame
from plans.models import Plan
from plans.permissions import may_edit

# (name of the address, words): each page of a plan's workspace adds its line here.
PAGES: list[tuple[str, Promise]] = [
    ("plan", _("How it is doing")),
    ("timeline", _("Timeline")),
    ("matrix", _("Matrix")),
]
# The same for pages that only the Secretariat opens.
OWN_PAGES: list[tuple[str, Promise]] = [
    ("rounds", _("Rounds")),
    ("review_queue", _("Review")),
    ("warnings", _("Warnings")),
    ("header", _("Header")),
    ("narrative", _("Narrative")),
    ("vocabulary", _("Levels and words")),
    ("calendar", _("Calendar")),
    ("languages", _("Languages")),
]
# Pages that stand below one of these.
BELOW = dict.fromkeys(("round", "open_round", "adjust_round", "plan_rounds"), "rounds") | dict.fromkeys(
    ("review_report", "settle_list", "settle"), "review_queue"
)


@dataclass(frozen=True)
class Tab:
    """A page beside this one."""

    url: str
    label: Promise
    current: bool


def get_plan(request: SignedIn, slug: str) -> Plan:
    """A plan that the reader may see; 404 for any other, whether it exists or not (law 6)."""
    plans = Plan.objects.visible_to(request.user, timezone.localdate()).select_related("coalition")
    return get_object_or_404(plans, slug=slug)


def get_own_plan(request: SignedIn, slug: str) -> Plan:
    """A plan that the reader may change; 403 for the other seats of its coalition, 404 for strangers."""
    plan = get_plan(request, slug)
    if not may_edit(request.user, plan, timezone.localdate()):
        raise PermissionDenied
    return plan


def plan_frame(request: SignedIn, plan: Plan) -> dict[str, Any]:
    """The values that `templates/plans/page.html` needs, beside those of every page of the coalition."""
    values = frame(request, plan.coalition)
    pages = PAGES + OWN_PAGES if values["may_change"] else PAGES
    return values | {
        "plan": plan,
        "plan_title": content(plan, "title"),
        "tabs": _tabs(request, plan, pages),
    }


def _tabs(request: HttpRequest, plan: Plan, pages: list[tuple[str, Promise]]) -> list[Tab]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    here = BELOW.get(here, here)
    return [Tab(reverse(name, args=[plan.slug]), label, name == here) for name, label in pages]
