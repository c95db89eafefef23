"""Where several parties reported on an activity, one value is accepted for it (T3, T4, T7)."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from coalitions.languages import Text
from coalitions.workspace.frame import SignedIn, content
from plans import settling
from plans.forms.review import SettleForm
from plans.models import Plan, ProgressReport
from plans.settling import Case
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.matrix_rows import period_name
from plans.workspace.review_queue import status_of
from plans.workspace.saving import attempt
from plans.workspace.saving import status_of as answer_of


@dataclass(frozen=True)
class Told:
    """What one party said, as it counts; `status` None where nothing was accepted of it yet."""

    report: ProgressReport
    party: Text
    status: tuple[str, str] | None
    executed: object


@dataclass(frozen=True)
class Place:
    """An activity of a round, with its names and what is proposed in words."""

    case: Case
    title: Text
    period: str
    proposed: tuple[str, str]
    settled: tuple[str, str] | None


@require_safe
def settle_list(request: SignedIn, slug: str) -> HttpResponse:
    """The activities to which several parties reported: what waits for one value, and what has one."""
    plan = get_own_plan(request, slug)
    rows = settling.cases(plan.rounds.select_related("period"))
    places = [_place(case, plan) for case in rows if len(case.reports) > 1 and case.accepted]
    values = {
        "open": [place for place in places if place.case.waits],
        "done": [place for place in places if not place.case.waits],
    }
    return render(request, "plans/review/settle_list.html", plan_frame(request, plan) | values)


@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: SignedIn, slug: str, round: int, activity: int) -> HttpResponse:
    """One value for one activity: proposed as the average, with the number that entered."""
    plan = get_own_plan(request, slug)
    case = _case(plan, round, activity)
    proposal = case.proposal
    proposed = {"status": proposal.status or "", "executed": proposal.executed}
    form = SettleForm(request.POST or None, plan=plan, initial=proposed)
    if request.method == "POST" and attempt(request, form, lambda: _save(request, case, form)):
        return redirect("settle_list", slug)
    case = _case(plan, round, activity)
    values = {"form": form, "place": _place(case, plan), "case": case, "told": _told(case, plan)}
    page = plan_frame(request, plan) | values
    return render(request, "plans/review/settle.html", page, status=answer_of(form))


def _save(request: SignedIn, case: Case, form: SettleForm) -> None:
    said = form.cleaned_data
    settling.settle(
        case.round, case.activity.pk, seen=request.POST.get("seen", ""), status=said["status"] or None,
        executed=said["executed"], reason=said["reason"], by=request.user, at=timezone.now(),
    )  # fmt: skip


def _case(plan: Plan, round: int, activity: int) -> Case:
    """An activity of a round of this plan of which something was accepted; 404 for any other."""
    rounds = plan.rounds.filter(pk=round).select_related("period", "plan__coalition")
    for case in settling.cases(rounds, activity):
        if case.accepted:
            return case
    raise Http404


def _place(case: Case, plan: Plan) -> Place:
    return Place(
        case=case,
        title=content(case.activity, "title"),
        period=period_name(case.round.period, get_language() or "es"),
        proposed=status_of(case.proposal, plan),
        settled=status_of(case.settlement, plan) if case.settlement else None,
    )


def _told(case: Case, plan: Plan) -> list[Told]:
    accepted = {one.report_id: one for one in case.accepted}
    return [
        Told(
            report=row,
            party=content(row.party, "name"),
            status=status_of(accepted[row.pk], plan) if row.pk in accepted else None,
            executed=accepted[row.pk].executed if row.pk in accepted else None,
        )
        for row in case.reports
    ]
