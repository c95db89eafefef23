"""The plan matrix: the plan as its own printed table, where the Secretariat works all day (R6)."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from coalitions.workspace.frame import SignedIn
from plans.permissions import may_edit
from plans.workspace.frame import get_own_plan, get_plan
from plans.workspace.matrix_page import closed, get_activity, is_part, show


@require_safe
def matrix(request: SignedIn, slug: str) -> HttpResponse:
    """The whole table; to its Secretariat with everything that changes it."""
    plan = get_plan(request, slug)
    return show(request, plan, edits=may_edit(request.user, plan, timezone.localdate()))


@require_safe
def row(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """One row, closed again; without htmx its place in the table."""
    plan = get_own_plan(request, slug)
    get_activity(plan, pk)
    if is_part(request):
        return closed(plan, pk)
    return redirect(f"{reverse('matrix', args=[slug])}#a{pk}")
