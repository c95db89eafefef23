"""The calendar of a plan: what is there, what its dates would give, and what hangs on each period (T14, T15)."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from coalitions.versions import fingerprint
from coalitions.workspace.frame import SignedIn, content
from plans import periods as verbs
from plans.forms.periods import NameForm, PeriodForm, UnitForm
from plans.models import Plan
from plans.schedule import name_of
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.saving import AnyForm, attempt, posted_number, status_of


@require_safe
def calendar(request: SignedIn, slug: str) -> HttpResponse:
    """The periods in order of time; those that the dates would give and that are not there stand among them."""
    return _page(request, get_own_plan(request, slug), {})


@require_POST
def make_periods(request: SignedIn, slug: str) -> HttpResponse:
    """Make what is not there."""
    plan, version = get_own_plan(request, slug), posted_number(request, "version")
    return _act(
        request, plan, "make", Form(request.POST), lambda: verbs.make_missing(plan, version, by=request.user)
    )


@require_POST
def change_unit(request: SignedIn, slug: str) -> HttpResponse:
    """Another unit: what is there stays."""
    plan, version = get_own_plan(request, slug), posted_number(request, "version")
    form = UnitForm(request.POST)
    return _act(
        request, plan, "unit", form,
        lambda: verbs.change_unit(plan, version, form.cleaned_data["unit"], by=request.user),
    )  # fmt: skip


@require_POST
def add_period(request: SignedIn, slug: str) -> HttpResponse:
    """A period by hand."""
    plan = get_own_plan(request, slug)
    form = PeriodForm(request.POST, prefix="new")
    return _act(
        request, plan, "new", form, lambda: verbs.add_period(plan, form.cleaned_data, by=request.user)
    )


@require_POST
def rename_period(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Another name for a period of the plan; 404 for any other."""
    plan, seen = get_own_plan(request, slug), request.POST.get("seen", "")
    form = NameForm(request.POST, prefix=f"p{pk}")
    if not plan.periods.filter(pk=pk).exists():
        return redirect("calendar", slug)
    return _act(
        request, plan, f"p{pk}", form,
        lambda: verbs.rename_period(plan, pk, seen, form.cleaned_data, by=request.user),
    )  # fmt: skip


@require_POST
def remove_period(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Remove a period on which nothing hangs."""
    plan = get_own_plan(request, slug)
    return _act(
        request, plan, "remove", Form(request.POST), lambda: verbs.remove_period(plan, pk, by=request.user)
    )


def _act(request: SignedIn, plan: Plan, name: str, form: AnyForm, act: Callable[[], object]) -> HttpResponse:
    if attempt(request, form, act):
        return redirect("calendar", plan.slug)
    return _page(request, plan, {name: form})


def _page(request: SignedIn, plan: Plan, bound: dict[str, AnyForm]) -> HttpResponse:
    plan = get_own_plan(request, plan.slug)
    lines = verbs.lines(plan)
    values = plan_frame(request, plan) | {
        "rows": [_row(line, plan, bound) for line in lines],
        "absent": sum(line.row is None for line in lines),
        "beside": sum(not line.made for line in lines),
        "unit_form": bound.get("unit") or UnitForm(initial={"unit": plan.unit}),
        "new_form": bound.get("new") or PeriodForm(prefix="new", initial={"unit": plan.unit}),
        "form": next(iter(bound.values()), None),
    }
    return render(request, "plans/calendar.html", values, status=status_of(*bound.values()))


def _row(line: verbs.Line, plan: Plan, bound: dict[str, AnyForm]) -> dict[str, object]:
    """A stretch with its name; a period that is there with the form that renames it."""
    if line.row is None:
        return {"line": line, "name": name_of((line.start, line.end), plan.unit, get_language() or "es")}
    key = f"p{line.row.pk}"
    names = {name: getattr(line.row, name) for name in verbs.NAMES}
    return {
        "line": line,
        "name": content(line.row, "name"),
        "form": bound.get(key) or NameForm(prefix=key, initial=names),
        "seen": fingerprint(line.row, verbs.NAMES),
        "opened": key in bound,
    }
