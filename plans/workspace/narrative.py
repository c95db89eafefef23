"""The narrative of a plan: its sections in their order, and what the plan is tied to (P26, P27)."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from coalitions.languages import shown
from coalitions.versions import fingerprint
from coalitions.workspace.frame import SignedIn, content
from plans import narrative as verbs
from plans.forms.narrative import KINDS, LinkForm, SectionForm
from plans.models import Plan, PlanLink, Section
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.saving import attempt, status_of

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(["GET", "HEAD"])
def narrative(request: SignedIn, slug: str) -> HttpResponse:
    """Every section as a reader gets it, and the links of the plan."""
    return _page(request, get_own_plan(request, slug))


@require_http_methods(METHODS)
def new_section(request: SignedIn, slug: str) -> HttpResponse:
    """Write a section; it comes last."""
    plan = get_own_plan(request, slug)
    form = SectionForm(request.POST or None)
    if _sent(request) and attempt(
        request, form, lambda: verbs.add_section(plan, form.cleaned_data, by=request.user)
    ):
        return redirect("narrative", slug)
    return _section_page(request, plan, form, Section(plan=plan))


@require_http_methods(METHODS)
def section(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Change a section."""
    plan = get_own_plan(request, slug)
    if request.method == "POST" and _was_removed(plan, pk):
        return _removed_page(request, plan)
    form = SectionForm(request.POST or None, instance=get_object_or_404(plan.sections, pk=pk))
    seen = request.POST.get("seen", "")
    if _sent(request) and attempt(
        request, form, lambda: verbs.change_section(plan, pk, seen, form.cleaned_data, by=request.user)
    ):
        return redirect("narrative", slug)
    return _section_page(request, plan, form, get_object_or_404(plan.sections, pk=pk))


@require_POST
def move_section(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Move a section up or down by one place."""
    plan = get_own_plan(request, slug)
    step = -1 if "up" in request.POST else 1
    attempt(request, Form(request.POST), lambda: verbs.move_section(plan, pk, step, by=request.user))
    return redirect("narrative", slug)


@require_POST
def remove_section(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Remove a section, unless somebody has changed it since the page was opened."""
    plan = get_own_plan(request, slug)
    form, seen = Form(request.POST), request.POST.get("seen", "")
    if attempt(request, form, lambda: verbs.remove_section(plan, pk, seen, by=request.user)):
        return redirect("narrative", slug)
    return _page(request, plan, removing=form)


@require_POST
def add_link(request: SignedIn, slug: str) -> HttpResponse:
    """Tie the plan to another, or to something elsewhere."""
    plan = get_own_plan(request, slug)
    form = LinkForm(request.POST, plan=plan)
    if attempt(request, form, lambda: verbs.add_link(plan, form.cleaned_data, by=request.user)):
        return redirect("narrative", slug)
    return _page(request, plan, link=form)


@require_POST
def remove_link(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Remove a link."""
    plan = get_own_plan(request, slug)
    attempt(request, Form(request.POST), lambda: verbs.remove_link(plan, pk, by=request.user))
    return redirect("narrative", slug)


def _sent(request: SignedIn) -> bool:
    """Whether the form is to be saved, not only looked at."""
    return request.method == "POST" and "preview" not in request.POST


def _page(
    request: SignedIn, plan: Plan, link: LinkForm | None = None, removing: Form | None = None
) -> HttpResponse:
    values = plan_frame(request, plan) | {
        "sections": [_section(row) for row in plan.sections.order_by("position", "pk")],
        "links": [_link(row) for row in plan.links.select_related("other")],
        "link_form": link or LinkForm(plan=plan),
        "form": link or removing,
    }
    return render(request, "plans/narrative.html", values, status=status_of(removing))


def _section_page(request: SignedIn, plan: Plan, form: SectionForm, row: Section) -> HttpResponse:
    preview = _typed(form) if "preview" in request.POST and form.is_valid() else []
    values = plan_frame(request, plan) | {
        "form": form,
        "section": row,
        "heading": content(row, "title"),
        "seen": fingerprint(row, verbs.WRITTEN),
        "preview": preview,
    }
    return render(request, "plans/section.html", values, status=status_of(form))


def _was_removed(plan: Plan, pk: int) -> bool:
    return not plan.sections.filter(pk=pk).exists() and Section.history.filter(plan=plan, id=pk).exists()  # type: ignore[attr-defined]


def _removed_page(request: SignedIn, plan: Plan) -> HttpResponse:
    """What was typed into a section that is gone is kept, as a section that can be added."""
    messages.warning(
        request, _("Somebody removed this section while you were writing. Saving adds it again, as the last.")
    )
    return _section_page(request, plan, SectionForm(request.POST), Section(plan=plan))


def _typed(form: SectionForm) -> list[dict[str, str]]:
    """What was typed, as readers would get it, one language after the other."""
    values = form.cleaned_data
    texts = (
        {"language": code, "title": values[f"title_{code}"], "text": values[f"text_{code}"]}
        for code in ("es", "en")
    )
    return [text for text in texts if text["title"] or text["text"]]


def _section(row: Section) -> dict[str, Any]:
    return {
        "row": row,
        "prefix": f"s{row.pk}-",
        "title": content(row, "title"),
        "text": content(row, "text"),
        "kind": KINDS.get(row.kind, row.kind),
        "seen": fingerprint(row, verbs.WRITTEN),
    }


def _link(row: PlanLink) -> dict[str, Any]:
    language = get_language() or "es"
    return {
        "row": row,
        "text": shown(row, "text", language),
        "other": row.other and content(row.other, "title"),
    }
