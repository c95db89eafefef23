"""The header of a plan: what its first page says, and who leads it (P2-P5)."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST

from coalitions.workspace.frame import SignedIn, content
from plans import header as verbs
from plans.completeness.checks import term_differs, term_length, title_years_differ
from plans.completeness.rows import load
from plans.completeness.terms import read
from plans.forms.header import ALONE, HeaderForm, RoleForm
from plans.models import Plan
from plans.schedule import write_period
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.saving import AnyForm, attempt, posted_number, status_of


@require_http_methods(["GET", "HEAD", "POST"])
def header(request: SignedIn, slug: str) -> HttpResponse:
    """The header as a form; the days that count stand beside the term as printed."""
    plan = get_own_plan(request, slug)
    form = HeaderForm(request.POST or None, instance=plan)
    version = posted_number(request, "version")
    if request.method == "POST" and attempt(
        request, form, lambda: verbs.change_header(plan, version, form.written(), by=request.user)
    ):
        return redirect("header", slug)
    return _page(request, plan, form=form)


@require_POST
def give_role(request: SignedIn, slug: str) -> HttpResponse:
    """Let a party lead the plan or take part in it."""
    plan = get_own_plan(request, slug)
    form = RoleForm(request.POST, coalition=plan.coalition)
    if attempt(request, form, lambda: verbs.give_role(plan, **form.cleaned_data, by=request.user)):
        return redirect("header", slug)
    return _page(request, plan, role=form)


@require_POST
def take_role(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Take a party's role in the plan away."""
    plan = get_own_plan(request, slug)
    attempt(request, Form(request.POST), lambda: verbs.take_role(plan, pk, by=request.user))
    return redirect("header", slug)


def _page(
    request: SignedIn, plan: Plan, form: HeaderForm | None = None, role: RoleForm | None = None
) -> HttpResponse:
    # A bound form has written what was typed into its row; the page says what is saved.
    plan = get_own_plan(request, plan.slug)
    values = plan_frame(request, plan) | {
        "header_form": form or HeaderForm(instance=plan),
        "role_form": role or RoleForm(coalition=plan.coalition),
        "alone": ALONE,
        "form": _troubled(form, role),
        "plan_roles": [(row, content(row.party, "name"), content(row, "duty")) for row in _roles(plan)],
        "term_read": _term(plan),
        "doubts": [
            one.text for check in (term_differs, term_length, title_years_differ) for one in check(load(plan))
        ],
    }
    return render(request, "plans/header.html", values, status=status_of(form))


def _troubled(*forms: AnyForm | None) -> AnyForm | None:
    return next((form for form in forms if form and form.errors), None)


def _roles(plan: Plan):  # type: ignore[no-untyped-def]
    rows = plan.responsibilities.filter(objective=None, activity=None)
    return rows.select_related("party").order_by("position", "pk")


def _term(plan: Plan) -> str:
    """The term as it was understood, in words; "" where it was not."""
    schedule = read(plan.term_printed, plan.start, plan.end)
    return write_period(schedule, get_language() or "es") if schedule.understood else ""
