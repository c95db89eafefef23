"""The warnings of a plan: what is open, what was seen and kept, and marking both (G18, P2, P8, P19, P28, T3)."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.http import require_http_methods, require_POST

from coalitions.workspace.frame import SignedIn
from plans import warnings as marks
from plans.completeness import Finding, findings
from plans.completeness.checks import KINDS
from plans.forms.warnings import KeepForm
from plans.models import Plan
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.saving import attempt


@dataclass(frozen=True)
class Line:
    """A warning with the place where its cause can be changed; `url` is "" where it is about a document only."""

    finding: Finding
    url: str
    chosen: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def warnings(request: SignedIn, slug: str) -> HttpResponse:
    """Every warning by kind; one or several are marked as seen and kept, with a reason."""
    plan = get_own_plan(request, slug)
    found = findings(plan)
    form = KeepForm(request.POST or None, found=found)
    if request.method == "POST" and attempt(request, form, lambda: _keep(request, plan, form)):
        return redirect("warnings", slug)
    return render(request, "plans/warnings.html", plan_frame(request, plan) | _values(plan, found, form))


@require_POST
def reopen(request: SignedIn, slug: str) -> HttpResponse:
    """Take a mark back."""
    plan = get_own_plan(request, slug)
    marks.take_back(plan, request.POST.get("key", ""), by=request.user)
    return redirect("warnings", slug)


def _keep(request: SignedIn, plan: Plan, form: KeepForm) -> None:
    values = form.cleaned_data
    marks.keep_several(plan, values["keys"], values["reason"], by=request.user, on=timezone.localdate())


def _values(plan: Plan, found: list[Finding], form: KeepForm) -> dict[str, object]:
    chosen = set(form.data.getlist("keys")) if form.is_bound else set()  # type: ignore[attr-defined]
    lines = [Line(one, _url(plan, one), one.key in chosen) for one in found]
    still = [line for line in lines if not line.finding.kept]
    return {
        "form": form,
        "groups": _grouped(still),
        "open": len(still),
        "kept": [line for line in lines if line.finding.kept],
    }


def _grouped(lines: list[Line]) -> list[tuple[Promise, list[Line]]]:
    groups = ((KINDS[kind], [line for line in lines if line.finding.kind == kind]) for kind in KINDS)
    return [(words, held) for words, held in groups if held]


def _url(plan: Plan, one: Finding) -> str:
    """The row in the matrix; the header of the plan for what is said of it as a whole."""
    if one.activity or one.objective:
        anchor = f"a{one.activity}" if one.activity else f"o{one.objective}"
        return f"{reverse('plan', args=[plan.slug])}matrix/#{anchor}"
    return "" if one.kind == "noted" else reverse("header", args=[plan.slug])
