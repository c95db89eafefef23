"""The rounds of a plan: the calendar for the whole term from one form, and what has become of each (T7, R3)."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from coalitions.languages import Text
from coalitions.workspace.frame import SignedIn
from plans import rounds as verbs
from plans.forms.rounds import CalendarForm, TicksForm
from plans.models import Plan, ProgressReport
from plans.models.plan import Unit
from plans.periods import called, heading, span_in_words
from plans.permissions import may_run_rounds
from plans.queue import SENT
from plans.schedule import name_of
from plans.workspace.frame import get_plan, plan_frame
from plans.workspace.saving import attempt, posted_number, status_of

State = ProgressReport.State


def get_plan_to_run(request: SignedIn, slug: str) -> Plan:
    """A plan whose rounds the reader may run; 403 for the other seats of its coalition, 404 for strangers."""
    plan = get_plan(request, slug)
    if not may_run_rounds(request.user, plan, timezone.localdate()):
        raise PermissionDenied
    return plan


@require_safe
def rounds(request: SignedIn, slug: str) -> HttpResponse:
    """The rounds that are there; with the form filled in, those that it would add stand among them."""
    plan = get_plan_to_run(request, slug)
    form = CalendarForm(request.GET if "unit" in request.GET else None, initial={"unit": plan.unit})
    return _page(request, plan, form)


@require_POST
def plan_rounds(request: SignedIn, slug: str) -> HttpResponse:
    """Make what the preview showed."""
    plan, version = get_plan_to_run(request, slug), posted_number(request, "version")
    form = CalendarForm(request.POST)
    if attempt(
        request, form, lambda: verbs.plan_rounds(plan, **form.cleaned_data, version=version, by=request.user)
    ):
        return redirect("rounds", slug)
    return _page(request, plan, form)


@require_POST
def remove_rounds(request: SignedIn, slug: str) -> HttpResponse:
    """Take the ticked planned rounds out of the calendar."""
    plan = get_plan_to_run(request, slug)
    keys = [int(text) for text in request.POST.getlist("keys") if text.isdecimal() and len(text) < 12]
    form = TicksForm(request.POST, today=timezone.localdate())
    attempt(request, form, lambda: verbs.remove_planned(plan, keys, by=request.user))
    return redirect("rounds", slug)


def _page(request: SignedIn, plan: Plan, form: CalendarForm) -> HttpResponse:
    plan = get_plan_to_run(request, plan.slug)
    chosen = form.cleaned_data if form.is_bound and form.is_valid() else {}
    lines = verbs.lines(plan, **chosen)
    counts = _counts(plan)
    values = plan_frame(request, plan) | {
        "calendar_form": form,
        "form": form,
        "rows": [
            (line, _name(line, chosen.get("unit", plan.unit)), counts.get(line.row.pk) if line.row else None)
            for line in lines
        ],
        "absent": sum(line.row is None for line in lines),
        "planned": any(line.row and not line.row.opened_at for line in lines),
        "previewed": bool(chosen),
    }
    return render(request, "plans/rounds.html", values, status=status_of(form))


def _name(line: verbs.Line, unit: str) -> Text:
    language = get_language() or "es"
    if line.period:
        return heading(called(line.period, language))
    span, unit = (line.start, line.end), Unit.YEAR if unit == verbs.ONCE else unit
    name = name_of(span, unit, language) or span_in_words(span, unit, language)
    return heading(Text(name, language))


def _counts(plan: Plan) -> dict[int, tuple[int, int, int]]:
    """How many reports of each round were asked for, came, and were accepted."""
    came = Count("pk", filter=Q(state__in=SENT))
    accepted = Count("pk", filter=Q(state=State.ACCEPTED))
    rows = ProgressReport.objects.filter(round__plan=plan).order_by().values_list("round")
    rows = rows.annotate(asked=Count("pk"), came=came, accepted=accepted)
    return {row[0]: row[1:] for row in rows}  # type: ignore[misc]
