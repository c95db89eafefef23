"""One report: its form while it can be written, and its page with what became of it (T4, T7-T9, T17)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from coalitions import once, versions
from coalitions.forms.differences import Conflict
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn, content, frame
from plans import figures, reports, review
from plans.forms import conflict
from plans.forms.report import ReportForm
from plans.models import ProgressReport
from plans.permissions import may_report, may_review
from plans.workspace import evidence, report_told
from plans.workspace.matrix_page import CONFLICT, INVALID
from plans.workspace.report_reached import desk_of, get_report, is_autosave, keeping_what_was_typed
from plans.workspace.saving import posted_number


@require_http_methods(["GET", "HEAD", "POST"])
@keeping_what_was_typed
def report(request: SignedIn, pk: int) -> HttpResponse:
    """The form for who may write the report now, else its page; the Secretariat writes it with ?on_behalf."""
    row = get_report(request, pk)
    if request.method == "POST":
        return _save(request, row, posted_number(request, "version"))
    own = may_report(request.user, row, timezone.localdate())
    if is_writable(row) and (own or "on_behalf" in request.GET):
        return _form(request, ReportForm(desk_of(request, row)))
    return _page(request, row, own)


@require_POST
@keeping_what_was_typed
def withdraw(request: SignedIn, pk: int) -> HttpResponse:
    """Take back what was sent and not reviewed yet."""
    get_report(request, pk)
    return _act(request, pk, reports.withdraw, _("The report was withdrawn: it is a draft again."))


@require_POST
@keeping_what_was_typed
def again(request: SignedIn, pk: int) -> HttpResponse:
    """Open an accepted report again."""
    get_report(request, pk)
    words = _("You can report again. What was accepted counts until the new report is accepted.")
    return _act(request, pk, reports.report_again, words)


@require_POST
@keeping_what_was_typed
def object_to(request: SignedIn, pk: int) -> HttpResponse:
    """The party objects to what was entered on its behalf."""
    get_report(request, pk)
    text = request.POST.get("text", "")[:20_000].replace("\x00", "")

    def objected(pk: int, **rest: Any) -> ProgressReport:
        return reports.object_to(pk, text, **rest)

    return _act(request, pk, objected, _("The Secretariat was told of your objection."))


def is_writable(row: ProgressReport) -> bool:
    """Whether the report can be written now."""
    return row.state in reports.OPEN and not reports.why_locked(row.round)


def _act(request: SignedIn, pk: int, verb: Any, words: str) -> HttpResponse:
    """Run a verb of one button; a report that changed meanwhile is refused with words."""
    try:
        row = verb(pk, version=posted_number(request, "version"), by=request.user, at=timezone.now())
    except versions.Stale:
        raise Refused(
            _("The report was changed meanwhile. Nothing was done: please look at it again.")
        ) from None
    messages.success(request, words)
    return _to(row, may_report(request.user, row, timezone.localdate()))


def _to(row: ProgressReport, own: bool) -> HttpResponse:
    """To the report; the Secretariat's own form of a party's report has its mark in the address."""
    query = "" if own or not is_writable(row) else "?on_behalf"
    return redirect(reverse("progress_report", args=[row.pk]) + query)


def _save(request: SignedIn, row: ProgressReport, version: int) -> HttpResponse:
    """Keep or send what was typed. What could be read of an invalid form is kept as a draft all the same."""
    desk = desk_of(request, row)
    form = ReportForm(desk, conflict.chosen(request.POST, ReportForm(desk)))
    verb = reports.submit if form.is_valid() and form.sending else reports.save_draft
    try:
        saved = verb(
            row.pk, form.answer(), form.given(), language=desk.language, version=version, by=request.user,
            at=timezone.now(), key=request.POST.get(once.FIELD, ""),
        )  # fmt: skip
    except once.AlreadySaved:
        messages.info(request, _("This report was sent already; nothing was done a second time."))
        return redirect("progress_report", row.pk)
    except versions.Stale:
        return _stale(request, get_report(request, row.pk), form.data)
    return _saved(request, form, saved)


def _saved(request: SignedIn, form: ReportForm, row: ProgressReport) -> HttpResponse:
    if is_autosave(request):
        return _state(form, row)
    if not form.is_valid():
        form.desk = desk_of(request, get_report(request, row.pk))
        return _form(request, form, INVALID)
    if not form.sending:
        messages.success(request, _("The draft was saved. Nothing was sent yet."))
        return _to(row, not form.desk.behalf)
    messages.success(request, _("The report was sent to the Secretariat."))
    for doubt in figures.doubts(figures.asked_of(row), get_language() or "es"):
        messages.warning(request, doubt)
    return redirect("progress_report", row.pk)


def _state(form: ReportForm, row: ProgressReport) -> HttpResponse:
    """The answer to an autosave: what the form is at now, and what of it could not be read."""
    at = time_format(timezone.localtime(timezone.now()), "TIME_FORMAT")
    words = (
        _("Draft saved at {at}. Not sent yet.")
        if form.is_valid()
        else _("Saved at {at}, but for what is marked.")
    )
    wrong = {
        form[name].html_name: " ".join(map(str, told))
        for name, told in form.errors.items()
        if name in form.fields
    }
    return JsonResponse({"version": row.version, "message": words.format(at=at), "errors": wrong})


def _stale(request: SignedIn, row: ProgressReport, typed: Any) -> HttpResponse:
    """Both versions, part by part, with what was typed kept; a form that says what is stored already is saved."""
    if row.state not in reports.OPEN:
        raise Refused(
            _("The report was sent or reviewed meanwhile. Nothing of yours was saved; you can copy it here.")
        )
    opened = ReportForm(desk_of(request, row))
    stored = opened.told(conflict.as_posted(opened))
    found = conflict.compared(typed, opened.told(typed), stored, opened.parts())
    if not found:
        return _save(request, row, row.version)
    if is_autosave(request):
        words = _(
            "Somebody else changed this report meanwhile. Please press “Save”: you then see both versions."
        )
        return JsonResponse({"message": words}, status=CONFLICT)
    return _form(request, ReportForm(opened.desk, typed), CONFLICT, Conflict(row, found))


def _form(
    request: SignedIn, form: ReportForm, status: int = 200, stale: Conflict | None = None
) -> HttpResponse:
    row = form.desk.report
    opened = ReportForm(form.desk) if form.is_bound else form
    values = frame(request, row.coalition) | report_told.heading(row) | report_told.around(row)
    values |= evidence.values_of(request, row)
    values |= {
        "form": form,
        "conflict": stale,
        "again": request.get_full_path(),
        "row": row,
        "report": row,
        "behalf": form.desk.behalf,
        "base": conflict.fingerprint(opened.told(conflict.as_posted(opened))),
        "texts": report_told.texts_of(form),
        "lines": report_told.lines_of(form),
        "last": report_told.last_of(row, reports.accepted_before(row, own=True)),
        "doubts": figures.doubts(form.desk.asked, get_language() or "es"),
        "note": content(row, "review_note"),
    }
    return render(request, "plans/report/form.html", values, status=status)


def _page(request: SignedIn, row: ProgressReport, own: bool) -> HttpResponse:
    """What was said, what became of it, and what can be done with it now."""
    values = frame(request, row.coalition) | report_told.heading(row) | report_told.around(row)
    values |= evidence.values_of(request, row)
    locked = reports.why_locked(row.round)
    shows = own or row.state not in (ProgressReport.State.ASKED, ProgressReport.State.DRAFT)
    values |= {
        "row": row,
        "report": row,
        "own": own,
        "locked": locked,
        "said": report_told.said_now(row) if shows else None,
        "doubts": figures.doubts(figures.asked_of(row), get_language() or "es") if shows else [],
        "events": report_told.events_of(row),
        "accepted": report_told.accepted_of(row),
        "can_write": is_writable(row),
        "can_withdraw": not locked and row.state == "submitted" and (own or bool(row.channel)),
        "can_report_again": not locked and row.state == "accepted",
        "can_review": may_review(request.user, row, timezone.localdate()) and review.waits(row),
        "can_object": own and bool(row.channel),
    }
    return render(request, "plans/report/page.html", values)
