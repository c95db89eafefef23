"""How a report is reached: by whom, what it is written from, and what becomes of what was typed where it is not."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions.languages import stored
from coalitions.models import User
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn
from plans import figures, reports
from plans.forms.report import FIGURE, Desk, ReportForm
from plans.models import ProgressReport
from plans.permissions import may_give_evidence, may_report

RELATED = ("activity", "party", "coalition", "round__period", "round__plan__coalition", "submitted_by")
View = Callable[[SignedIn, int], HttpResponse]
May = Callable[[User, ProgressReport, date], bool]


def get_report(request: SignedIn, pk: int, may: May = may_give_evidence) -> ProgressReport:
    """A report of the reader's party, or of her Secretariat's coalition: 403 for its other seats, 404 for strangers."""
    on = timezone.localdate()
    rows = ProgressReport.objects.visible_to(request.user, on).select_related(*RELATED)
    report = get_object_or_404(rows, pk=pk)
    if not may(request.user, report, on):
        raise PermissionDenied
    return report


def desk_of(request: SignedIn, report: ProgressReport) -> Desk:
    """What the form of a report is made from, for this reader."""
    return Desk(
        report=report,
        asked=figures.asked_of(report),
        before=reports.accepted_before(report),
        behalf=not may_report(request.user, report, timezone.localdate()),
        evidence=report.evidence.exists(),
        language=language_of(report, request.POST.get("language")),
    )


def language_of(report: ProgressReport, posted: str | None = None) -> str:
    """The language of a report's texts: the interface's, unless they stand in the other one already."""
    own = get_language() or "es"
    if posted in figures.LANGUAGES:
        return posted
    other = next(code for code in figures.LANGUAGES if code != own)
    written = {code: any(stored(report, name, code) for name in reports.TEXTS) for code in (own, other)}
    return other if written[other] and not written[own] else own


def is_autosave(request: HttpRequest) -> bool:
    """Whether the page itself asks, while somebody is typing: it wants an answer to read, not a page."""
    return "application/json" in request.headers.get("Accept", "")


def keeping_what_was_typed(view: View) -> View:
    """A post that is refused answers with the typed text, to be copied: a right was withdrawn, a round closed,
    a report sent meanwhile. Whoever may not see the report learns nothing of it."""

    @wraps(view)
    def kept(request: SignedIn, pk: int) -> HttpResponse:
        try:
            return view(request, pk)
        except (Http404, PermissionDenied) as no:
            if request.method != "POST":
                raise
            status = 404 if isinstance(no, Http404) else 403
            why = _("There is no such report for you, or your right to write it has ended.")
        except Refused as refusal:
            status, why = 409, str(refusal)
        if is_autosave(request):
            return JsonResponse({"message": why}, status=status)
        values = {"why": why, "typed": list(_typed(request))}
        return render(request, "plans/report/refused.html", values, status=status)

    return kept


def _typed(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """(what it is, text) of each field that somebody has typed."""
    labels = {
        name: str(ReportForm.base_fields[name].label)
        for name in (*reports.TEXTS, "executed", "without_evidence")
    }
    labels["text"] = _("Objection")
    for name, text in request.POST.items():
        label = _("Value") if name.startswith(FIGURE) else labels.get(name)
        if label and isinstance(text, str) and text.strip():
            yield label, text
