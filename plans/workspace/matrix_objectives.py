"""Objectives in the matrix: opened, added, moved in and out, removed; and activities added to them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from coalitions import once, versions
from coalitions.forms.differences import Conflict
from coalitions.languages import shown
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn
from plans.editing import moving, objectives
from plans.editing.activities import add_activity
from plans.editing.coding import next_code
from plans.forms import conflict
from plans.forms.acts import objective_label
from plans.forms.objective import NewActivityForm, ObjectiveForms
from plans.forms.parties import Directory
from plans.models import Objective, Plan
from plans.workspace.frame import get_own_plan
from plans.workspace.matrix_acts import called, key_of, quiet, try_act, why
from plans.workspace.matrix_page import (
    CONFLICT,
    INVALID,
    back,
    get_objective,
    language_of,
    part_or_page,
)
from plans.workspace.saving import posted_number

METHODS = ["GET", "HEAD", "POST"]
ACTS: dict[str, Callable[..., Any]] = {
    "up": lambda plan, pk, by: moving.move_objective(plan, pk, moving.UP, by=by),
    "down": lambda plan, pk, by: moving.move_objective(plan, pk, moving.DOWN, by=by),
    "in": lambda plan, pk, by: moving.indent(plan, pk, by=by),
    "out": lambda plan, pk, by: moving.outdent(plan, pk, by=by),
}


@require_http_methods(METHODS)
def objective(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """The form of an objective."""
    plan = get_own_plan(request, slug)
    row = get_objective(plan, pk)
    directory = Directory(plan.coalition, language_of())
    forms = ObjectiveForms(row, directory)
    status = 200
    if request.method == "POST":
        forms, status = ObjectiveForms(row, directory, conflict.chosen(request.POST, forms)), INVALID
        if forms.is_valid():
            try:
                version = posted_number(request, "version")
                objectives.change_objective(plan, pk, forms.change(), version=version, by=request.user)
                return back(request, plan, f"o{pk}", _("The row was saved."))
            except versions.Stale as stale:
                return _stale(request, plan, stale.row, forms)
            except Refused as refusal:
                forms.form.add_error(None, str(refusal))
    return _show(request, plan, row, forms, status)


def _show(
    request: SignedIn,
    plan: Plan,
    row: Objective | None,
    forms: ObjectiveForms,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    values = {
        "row": row,
        "forms": forms,
        "form": forms.form,
        "name": objective_label(row) if row else "",
        "url": reverse("matrix", args=[plan.slug]),
        "party_names": list(forms.directory.names.values()),
        "version": row.version if row else "",
    } | more
    if row:
        stored = ObjectiveForms(row, forms.directory)
        values["base"] = conflict.fingerprint(conflict.texts(conflict.as_posted(stored), stored))
    return part_or_page(request, plan, ("open_objective", "objective"), values, status)


def _stale(request: SignedIn, plan: Plan, now: Objective, forms: ObjectiveForms) -> HttpResponse:
    """Both versions, part by part; the typed text stays in the form."""
    opened = ObjectiveForms(now, Directory(plan.coalition, language_of()))
    found = conflict.differences(forms.form.data, opened)
    if not found:
        return back(request, plan, f"o{now.pk}", _("The row was saved."))
    more = {
        "conflict": Conflict(now, found),
        "again": reverse("matrix_objective", args=[plan.slug, now.pk]),
    }
    return _show(request, plan, now, forms, CONFLICT, **more)


@require_POST
def move(request: SignedIn, slug: str, pk: int, act: str) -> HttpResponse:
    """Up, down, into the one before, or one level further out."""
    plan = get_own_plan(request, slug)
    get_objective(plan, pk)
    return try_act(request, plan, f"{act}-o{pk}", lambda: quiet(ACTS[act](plan, pk, request.user)))


@require_http_methods(METHODS)
def add(request: SignedIn, slug: str) -> HttpResponse:
    """A new objective: outermost, or within another (`?parent=`)."""
    plan = get_own_plan(request, slug)
    asked = request.GET.get("parent", "")
    parent = get_objective(plan, int(asked)) if asked.isdecimal() else None
    directory = Directory(plan.coalition, language_of())
    forms = ObjectiveForms(None, directory, request.POST or None)
    if request.method == "POST" and forms.is_valid():
        key, above = key_of(request), parent.pk if parent else None
        try:
            made = objectives.add_objective(plan, above, forms.change(), by=request.user, key=key)
            return back(request, plan, f"o{made.pk}", _("The objective was added."))
        except once.AlreadySaved:
            return back(request, plan, "matrix", _("This was saved before."), level=messages.INFO)
        except Refused as refusal:
            forms.form.add_error(None, str(refusal))
    return _show(request, plan, None, forms, parent=objective_label(parent) if parent else "")


@require_http_methods(METHODS)
def add_row(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """A new activity at the end of an objective."""
    plan = get_own_plan(request, slug)
    row = get_objective(plan, pk)
    directory = Directory(plan.coalition, language_of())
    initial = {"code": next_code(row)}
    form = NewActivityForm(request.POST or None, initial=initial, directory=directory, auto_id=f"new{pk}_%s")
    status = 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            try:
                made = add_activity(plan, pk, form.change(), by=request.user, key=key_of(request))
                again = "again" in request.POST
                said = _("{row} was added.").format(row=called(made))
                return back(request, plan, f"add-{pk}" if again else f"open-a{made.pk}", said)
            except once.AlreadySaved:
                return back(request, plan, f"add-{pk}", _("This was saved before."), level=messages.INFO)
            except Refused as refusal:
                form.add_error(None, why(refusal))
    values = {
        "form": form,
        "row": row,
        "name": objective_label(row),
        "url": reverse("matrix", args=[slug]),
        "title": shown(row, "title", language_of()),
        "party_names": list(directory.names.values()),
    }
    return part_or_page(request, plan, ("open_new", "new_activity"), values, status)
