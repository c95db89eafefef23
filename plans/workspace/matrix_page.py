"""What the views of the matrix share: the page itself, its parts, and the way back to a row."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget, trigger_client_event

from coalitions.workspace.frame import SignedIn
from plans.forms.acts import ManyForm
from plans.forms.parties import Directory
from plans.models import Activity, Objective, Plan
from plans.workspace.frame import plan_frame
from plans.workspace.matrix_html import Writer, one_row
from plans.workspace.matrix_rows import load

MOST_REMOVALS = 10
CONFLICT, INVALID = 409, 422


def is_part(request: HttpRequest) -> bool:
    """Whether only a part of the page is asked for."""
    return bool(getattr(request, "htmx", False))


def language_of() -> str:
    """The language of the interface."""
    return get_language() or "es"


def span_of(request: HttpRequest) -> int:
    """How many columns the table has in which a row is opened."""
    text = request.POST.get("span") or request.GET.get("span", "")
    return int(text) if text.isdecimal() and len(text) < 3 else 8


def get_activity(plan: Plan, pk: int) -> Activity:
    """An activity of the plan; 404 for any other."""
    return get_object_or_404(plan.activities.select_related("objective", "result"), pk=pk)


def get_objective(plan: Plan, pk: int) -> Objective:
    """An objective of the plan; 404 for any other."""
    return get_object_or_404(plan.objectives, pk=pk)


def show(
    request: SignedIn,
    plan: Plan,
    *,
    edits: bool,
    many: ManyForm | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page of the matrix, or only its table where a part of the page asks for it."""
    sheet = load(plan, language_of(), confidential=edits)
    writer = Writer(sheet, may_edit=edits, ticked=more.get("ticked", ()))
    values: dict[str, Any] = {
        "plan": plan,
        "columns": sheet.columns,
        "table": writer.table(),
        "wide": len(sheet.columns) > 7,
        "edits": edits,
        "part": is_part(request),
        "activities": len(sheet.rows.activities),
        "objectives": len(sheet.rows.objectives),
        "warned": sum(map(len, [*sheet.by_row.values(), *sheet.by_head.values()])),
        "url": reverse("matrix", args=[plan.slug]),
    }
    if edits:
        directory = Directory(plan.coalition, language_of())
        values["many"] = many or ManyForm(plan=plan, directory=directory, auto_id="many_%s")
        values["party_names"] = list(directory.names.values())
        values["removals"] = list(plan.removals.filter(restored_at=None)[:MOST_REMOVALS])
    if is_part(request):
        return render(request, "plans/matrix.html#sheet", values | more, status=status)
    return render(request, "plans/matrix.html", plan_frame(request, plan) | values | more, status=status)


def part_or_page(
    request: SignedIn, plan: Plan, names: tuple[str, str], values: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A form in its place in the table, or as a page on a phone and without JavaScript; `names` of both templates."""
    part, page = names
    if is_part(request):
        values = {"plan": plan, "span": span_of(request)} | values
        return render(request, f"plans/matrix/{part}.html", values, status=status)
    return render(request, f"plans/matrix/{page}.html", plan_frame(request, plan) | values, status=status)


def back(
    request: SignedIn, plan: Plan, place: str, said: str = "", *, level: int = messages.SUCCESS
) -> HttpResponse:
    """After an act: the matrix at a row ("a5", "o3"), with what was done. For htmx the new table, focused there."""
    if said:
        messages.add_message(request, level, said)
    if not is_part(request):
        return redirect(f"{reverse('matrix', args=[plan.slug])}#{place}")
    answer = show(request, plan, edits=True)
    return focus(reswap(retarget(answer, "#matrix"), "outerHTML"), place)


def closed(plan: Plan, pk: int) -> HttpResponse:
    """The row of an activity as it stands in the table, in place of its open form."""
    answer = HttpResponse(one_row(load(plan, language_of(), confidential=True), pk, may_edit=True))
    return focus(reswap(retarget(answer, f"#a{pk}"), "outerHTML"), f"open-a{pk}")


def focus(answer: HttpResponse, place: str) -> HttpResponse:
    """Let the keyboard go on at an element of the page."""
    return trigger_client_event(answer, "matrix:focus", {"id": place}, after="settle")


def elsewhere(request: SignedIn, url: str) -> HttpResponse:
    """Another page, for htmx too."""
    return HttpResponseClientRedirect(url) if is_part(request) else redirect(url)
