"""The words of a plan: its levels and its columns (P6, R6)."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from coalitions.workspace.frame import SignedIn, content
from plans import vocabulary as verbs
from plans.forms.vocabulary import LayoutForm, LevelForm, LevelsForm
from plans.models import Plan
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.saving import AnyForm, attempt, posted_number, status_of


@require_http_methods(["GET", "HEAD", "POST"])
def vocabulary(request: SignedIn, slug: str) -> HttpResponse:
    """The names of the levels, saved together."""
    plan = get_own_plan(request, slug)
    if request.method != "POST":
        return _page(request, plan)
    form, version = LevelsForm(request.POST, plan=plan), posted_number(request, "version")
    if attempt(request, form, lambda: verbs.change_levels(plan, version, form.written(), by=request.user)):
        return redirect("vocabulary", slug)
    return _page(request, plan, levels=form)


@require_POST
def add_level(request: SignedIn, slug: str) -> HttpResponse:
    """One more depth of objectives."""
    plan = get_own_plan(request, slug)
    form, version = LevelForm(request.POST, prefix="new"), posted_number(request, "version")
    if attempt(request, form, lambda: verbs.add_level(plan, version, form.cleaned_data, by=request.user)):
        return redirect("vocabulary", slug)
    return _page(request, plan, level=form)


@require_POST
def remove_level(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Remove a level that is not used."""
    plan = get_own_plan(request, slug)
    form = Form(request.POST)
    if attempt(request, form, lambda: verbs.remove_level(plan, pk, by=request.user)):
        return redirect("vocabulary", slug)
    return _page(request, plan, removing=form)


@require_POST
def columns(request: SignedIn, slug: str) -> HttpResponse:
    """What the plan's document calls its columns."""
    plan = get_own_plan(request, slug)
    form, version = LayoutForm(request.POST, plan=plan), posted_number(request, "version")
    if attempt(request, form, lambda: verbs.change_layout(plan, version, form.written(), by=request.user)):
        return redirect("vocabulary", slug)
    return _page(request, plan, layout=form)


def _page(
    request: SignedIn,
    plan: Plan,
    levels: LevelsForm | None = None,
    level: LevelForm | None = None,
    layout: LayoutForm | None = None,
    removing: Form | None = None,
) -> HttpResponse:
    bound: list[AnyForm | None] = [levels, level, layout, removing]
    values = plan_frame(request, plan) | {
        "levels_form": levels or LevelsForm(plan=plan),
        "level_form": level or LevelForm(prefix="new"),
        "layout_form": layout or LayoutForm(plan=plan),
        "form": next((form for form in bound if form), None),
        "unused": [(row, content(row, "name")) for row in verbs.removable(plan)],
        "may_deepen": plan.levels.exclude(key__in=verbs.LEAVES).count() < verbs.DEEPEST,
    }
    return render(request, "plans/vocabulary.html", values, status=status_of(*bound))
