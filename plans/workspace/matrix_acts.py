"""Acts on one row of the matrix: moved, copied, split, merged, removed and put back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from coalitions import once, versions
from coalitions.languages import shown, stored
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn
from plans.editing import moving, removing, splitting
from plans.editing.coding import next_code
from plans.forms.activity import LANGUAGES, by_language
from plans.forms.acts import MergeForm, MoveForm, SplitForm, objective_label
from plans.models import Activity, Plan
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.matrix_page import CONFLICT, back, get_activity, get_objective, language_of

METHODS = ["GET", "HEAD", "POST"]


@require_POST
def move(request: SignedIn, slug: str, pk: int, step: int) -> HttpResponse:
    """One place up or down."""
    plan = get_own_plan(request, slug)
    get_activity(plan, pk)
    arrow = "up" if step < 0 else "down"
    return try_act(
        request, plan, f"{arrow}-a{pk}", lambda: quiet(moving.move_activity(plan, pk, step, by=request.user))
    )


@require_POST
def move_to(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """To the end of another objective."""
    plan = get_own_plan(request, slug)
    row = get_activity(plan, pk)
    form = MoveForm(request.POST, plan=plan)
    if not form.is_valid():
        return back(
            request, plan, f"a{pk}", _("Please choose an objective of this plan."), level=messages.ERROR
        )

    def act() -> str:
        moving.move_to(
            plan, pk, form.cleaned_data["objective"].pk, version=version_of(request), by=request.user
        )
        return _("{row} was moved.").format(row=called(row))

    return try_act(request, plan, f"a{pk}", act)


@require_POST
def duplicate(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """A copy right behind it."""
    plan = get_own_plan(request, slug)
    row = get_activity(plan, pk)

    def act() -> str:
        new = splitting.duplicate(plan, pk, next_code(row.objective), by=request.user, key=key_of(request))
        return _("{row} was copied as {new}, without status and reports.").format(
            row=called(row), new=called(new)
        )

    return try_act(request, plan, f"a{pk}", act)


@require_POST
def remove(request: SignedIn, slug: str, pk: int, kind: str) -> HttpResponse:
    """An activity, or an objective with everything in it, out of the plan; it can be put back."""
    plan = get_own_plan(request, slug)
    if gone(getattr(plan, kind), pk):
        return back(request, plan, "removed", _("It was removed already."), level=messages.INFO)

    def act() -> str:
        at, seen = timezone.now(), version_of(request)
        if kind == "activities":
            removing.remove_activity(plan, pk, version=seen, by=request.user, at=at)
            return _("{row} was removed. It can be put back below the table.").format(row=name)
        removing.remove_objective(plan, pk, version=seen, by=request.user, at=at)
        return _("{row} was removed with everything in it. It can be put back below the table.").format(
            row=name
        )

    name = (
        called(get_activity(plan, pk)) if kind == "activities" else objective_label(get_objective(plan, pk))
    )
    return try_act(request, plan, "removed", act)


@require_POST
def restore(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Everything back that was removed together."""
    plan = get_own_plan(request, slug)
    removal = get_object_or_404(plan.removals, pk=pk)

    def act() -> str:
        removing.restore(plan, pk, by=request.user, at=timezone.now())
        return _("{row} was put back, with everything that it had.").format(row=removal.label)

    return try_act(request, plan, "matrix", act)


@require_http_methods(METHODS)
def split(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """One activity becomes two."""
    plan = get_own_plan(request, slug)
    row = get_activity(plan, pk)
    initial = {f"first_{code}": stored(row, "title", code) for code in LANGUAGES} | {
        "code": next_code(row.objective)
    }
    form = SplitForm(request.POST or None, initial=initial)

    def act(values: dict[str, Any]) -> str:
        titles = by_language(values, "first"), by_language(values, "second")
        new = splitting.split(
            plan,
            pk,
            titles,
            values["code"],
            version=version_of(request),
            by=request.user,
            key=key_of(request),
        )
        return _("{row} was split; the second part is {new}.").format(row=called(row), new=called(new))

    return _form(request, plan, row, form, "split", act)


@require_http_methods(METHODS)
def merge(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Another activity of the objective comes into this one."""
    plan = get_own_plan(request, slug)
    row = get_activity(plan, pk)
    initial = {f"title_{code}": stored(row, "title", code) for code in LANGUAGES} | {
        "period": row.period_printed
    }
    form = MergeForm(request.POST or None, row=row, initial=initial)

    def act(values: dict[str, Any]) -> str:
        other = values["other"]
        splitting.merge(
            plan, pk, other.pk, by_language(values, "title"), values["period"], "",
            versions_seen=(version_of(request), other.version), by=request.user, at=timezone.now(),
            key=key_of(request),
        )  # fmt: skip
        return _("{other} was taken into {row}.").format(other=called(other), row=called(row))

    return _form(request, plan, row, form, "merge", act)


def _form(
    request: SignedIn, plan: Plan, row: Activity, form: Form, name: str, act: Callable[[dict[str, Any]], str]
) -> HttpResponse:
    """The page of an act that asks for something first; what was typed stays where it is refused."""
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return back(request, plan, f"a{row.pk}", act(form.cleaned_data))
        except once.AlreadySaved:
            return back(request, plan, f"a{row.pk}", _("This was saved before."))
        except (Refused, versions.Stale) as refusal:
            form.add_error(None, why(refusal))
            status = CONFLICT if isinstance(refusal, versions.Stale) else 200
    values = plan_frame(request, plan) | {
        "form": form,
        "row": row,
        "name": called(row),
        "url": reverse("matrix", args=[plan.slug]),
    }
    return render(request, f"plans/matrix/{name}.html", values, status=status)


def try_act(request: SignedIn, plan: Plan, place: str, act: Callable[[], str]) -> HttpResponse:
    """Run an act of one button and lead back; a refusal is said on top of the table."""
    try:
        return back(request, plan, place, act())
    except once.AlreadySaved:
        return back(request, plan, place, _("This was saved before."), level=messages.INFO)
    except (Refused, versions.Stale) as refusal:
        return back(request, plan, place, why(refusal), level=messages.ERROR)


def quiet(_row: object) -> str:
    """An act that shows itself needs no words."""
    return ""


def gone(rows: Any, pk: int) -> bool:
    """Whether the plan had this row and has it no more: a second click, or a second tab."""
    held = rows.model.history.filter(id=pk, plan_id=rows.instance.pk)
    return not rows.filter(pk=pk).exists() and held.exists()


def why(refusal: Exception) -> str:
    """A refusal in the reader's words."""
    if isinstance(refusal, versions.Stale):
        return _("Somebody changed this row meanwhile; nothing was done. Please look at it again.")
    return str(refusal)


def version_of(request: SignedIn) -> int | None:
    """The version of the row that the reader saw."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def key_of(request: SignedIn) -> str:
    """The key of the form (S-B2)."""
    return request.POST.get(once.FIELD, "")


def called(row: Activity) -> str:
    """How a row is called in a sentence."""
    return row.code or f"“{str(shown(row, 'title', language_of()))[:60]}”"
