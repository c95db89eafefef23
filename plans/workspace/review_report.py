"""The review of one report: beside what was accepted before; accept it, correct it, or return it (T7, T9)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from coalitions.workspace.frame import SignedIn
from plans import queue, review, settling
from plans.forms.review import AcceptForm, CorrectForm, ReturnForm
from plans.four_eyes import Verdict
from plans.models import ProgressReport
from plans.permissions import may_review
from plans.workspace.frame import plan_frame
from plans.workspace.report_reached import get_report
from plans.workspace.review_queue import line_of, wanted
from plans.workspace.review_sheet import sheet_of
from plans.workspace.saving import attempt, posted_number, status_of

AROUND = 20


@require_safe
def review_report(request: SignedIn, pk: int) -> HttpResponse:
    """The report beside what was accepted before, its evidence and history, and what can be done with it."""
    return _page(request, get_report(request, pk, may_review), {})


@require_POST
def accept_report(request: SignedIn, pk: int) -> HttpResponse:
    """Accept it as it was sent."""
    report = get_report(request, pk, may_review)
    form = AcceptForm(request.POST, alone="alone" in request.POST)
    return _act(
        request, report, "accept", form,
        lambda: review.accept(
            pk, version=posted_number(request, "version"), by=request.user, at=timezone.now(),
            alone=form.cleaned_data.get("alone", ""),
        ),
    )  # fmt: skip


@require_POST
def correct_report(request: SignedIn, pk: int) -> HttpResponse:
    """Accept it with a correction."""
    report = get_report(request, pk, may_review)
    form = _correction(report, request.POST, alone="alone" in request.POST)
    return _act(
        request, report, "correct", form,
        lambda: review.accept(
            pk, version=posted_number(request, "version"), by=request.user, at=timezone.now(),
            changes=form.changes, correction=form.cleaned_data["correction"],
            alone=form.cleaned_data.get("alone", ""),
        ),
    )  # fmt: skip


@require_POST
def return_report(request: SignedIn, pk: int) -> HttpResponse:
    """Return it with a note."""
    report = get_report(request, pk, may_review)
    form = ReturnForm(request.POST)
    return _act(
        request, report, "back", form,
        lambda: review.send_back(
            pk, version=posted_number(request, "version"), by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    )  # fmt: skip


def _act(
    request: SignedIn, report: ProgressReport, name: str, form: Form, act: Callable[[], object]
) -> HttpResponse:
    """Do it and open the next that waits; else show the page again with what was typed."""
    chosen = wanted(request, report.round.plan)
    following = queue.after(report, list(queue.waiting(report.round.plan, chosen)))
    if attempt(request, form, act):
        query = f"?{urlencode(chosen)}" if chosen else ""
        if following:
            return redirect(reverse("review_report", args=[following.pk]) + query)
        return redirect(reverse("review_queue", args=[report.round.plan.slug]) + query)
    return _page(request, get_report(request, report.pk, may_review), {name: form})


def _correction(report: ProgressReport, data: Any = None, *, alone: bool) -> CorrectForm:
    figures = report.measurements.filter(accepted=False).select_related("indicator").order_by("pk")
    return CorrectForm(data, report=report, figures=list(figures), alone=alone)


def _kept(form: Any, sent: bool) -> list[tuple[str, str]]:
    """What was typed into a form that stands no more; a draft that is with its party shows nothing of itself."""
    if sent or form is None:
        return []
    if conflict := getattr(form, "conflict", None):
        form.conflict = replace(conflict, differences=[])
    return [(str(field.label), str(field.value())) for field in form if field.value()]


def _page(request: SignedIn, report: ProgressReport, bound: dict[str, Form]) -> HttpResponse:
    plan, on = report.round.plan, timezone.localdate()
    sent, waits = report.state in queue.SENT, review.waits(report)
    opened, form = next(iter(bound.items()), ("", None))
    values = {
        "report": report,
        "line": line_of(report, plan),
        "sheet": sheet_of(report),
        "sent": sent,
        "waits": waits,
        "people": review.addressees(report, on),
        "case": settling.cases([report.round], report.activity_id)[0],
        "kept": _kept(form, sent and waits),
        "form": form,
        "opened": opened,
    }
    values |= _beside(report, wanted(request, plan)) | _forms(
        report, bound, review.verdict(report, request.user, on)
    )
    page = plan_frame(request, plan) | values
    return render(request, "plans/review/report.html", page, status=status_of(*bound.values()))


def _beside(report: ProgressReport, chosen: dict[str, str]) -> dict[str, Any]:
    """The queue beside the report, and which one comes next."""
    rows = list(queue.waiting(report.round.plan, chosen))
    return {
        "waiting": [line_of(row, report.round.plan) for row in rows[:AROUND]],
        "number": len(rows),
        "query": urlencode(chosen),
        "following": queue.after(report, rows),
    }


def _forms(report: ProgressReport, bound: dict[str, Form], verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict,
        "accept_form": bound.get("accept") or AcceptForm(alone=verdict.alone),
        "return_form": bound.get("back") or ReturnForm(initial={"office_note": report.office_note}),
        "correct_form": bound.get("correct") or _correction(report, alone=verdict.alone),
    }
