"""The pages of plans and of their annual reports, for people with a seat."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from coalitions.workspace.frame import SignedIn
from plans.models import Plan
from plans.workspace.frame import get_plan, plan_frame
from reporting import home as home_page
from reporting import plan_page, timeline_page
from reporting.annual_report import content, html, pdf
from reporting.annual_report.shapes import AnnualReport, Header
from reporting.forms import ReportOptions, TimelineOptions, standing_day
from reporting.plan_reading import PlanReading
from reporting.timeline_choice import Choosing


@dataclass(frozen=True)
class OtherLanguage:
    """A link to the same report in another language; `name` is in that language."""

    code: str
    name: str
    url: str


@require_safe
def home(request: SignedIn) -> HttpResponse:
    """What is asked of the reader, what is waiting, what changed, what is missing, where the plans are."""
    page = home_page.build(request.user, get_language(), timezone.localdate(), timezone.now())
    return render(request, "reporting/home.html", {"home": page})


@require_safe
def plan(request: SignedIn, slug: str) -> HttpResponse:
    """How a plan is doing, as it stands today or stood at its end."""
    row = get_plan(request, slug)
    state = row.get_state_display() if row.state else row.state_printed
    page = plan_page.overview_of(_reading(row))
    values = plan_frame(request, row) | {"page": page, "header": page.header, "state": state}
    return render(request, "reporting/plan.html", values)


@require_safe
def line(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """One line of a plan whole; the address of an objective within it leads to its place there."""
    row = get_plan(request, slug)
    reading = _reading(row)
    page = plan_page.line_of(reading, pk)
    if page:
        return render(request, "reporting/line.html", plan_frame(request, row) | {"page": page})
    inner = reading.source.objective_ref.get(pk)
    if inner is None:
        raise Http404
    return redirect(f"{reading.links[inner.key]}#{inner.key}")


@require_safe
def timeline(request: SignedIn, slug: str) -> HttpResponse:
    """The timeline of what the reader chose; the address holds the choice, so that a link shows the same."""
    row = get_plan(request, slug)
    choosing = Choosing(_reading(row))
    options = TimelineOptions(request.GET, choosing)
    if not options.is_valid():
        return _refused(request, options)
    page = timeline_page.arrange(choosing, options.choice)
    return render(
        request, "reporting/timeline.html", plan_frame(request, row) | {"page": page, "form": options}
    )


@require_safe
def report(request: SignedIn, slug: str) -> HttpResponse:
    """The annual report as a page, in the language and on the day asked for (R1)."""
    row = get_plan(request, slug)
    options = _options(request, row)
    if not options.is_valid():
        return _refused(request, options)
    built = content.build(row, **options.cleaned_data)
    # The whole page speaks the report's language, whichever the reader's own is.
    with override(built.header.language):
        values = _frame(built) | {
            "body": html.body(built),
            "others": _other_languages(built.header),
            "pdf_url": _address("report_pdf", built.header, built.header.language),
        }
        return render(request, "reporting/report.html", values)


@require_safe
def report_pdf(request: SignedIn, slug: str) -> HttpResponse:
    """The annual report as a PDF; where it cannot be made, a page that says so and leads to the report."""
    row = get_plan(request, slug)
    options = _options(request, row)
    if not options.is_valid():
        return _refused(request, options)
    built = content.build(row, **options.cleaned_data)
    try:
        made = pdf.kept_pdf(html.document(built, for_print=True))
    except pdf.PdfNotMade as reason:
        page_url = _address("report", built.header, built.header.language)
        values = {"problem": str(reason), "report_url": page_url}
        return render(request, "reporting/no_pdf.html", values, status=503)
    disposition = content_disposition_header(False, _file_name(built.header))
    return HttpResponse(made, "application/pdf", headers={"Content-Disposition": disposition})


def _reading(row: Plan) -> PlanReading:
    return PlanReading(row, get_language() or "es", standing_day(row, timezone.localdate()))


def _options(request: SignedIn, row: Plan) -> ReportOptions:
    return ReportOptions(request.GET, plan=row, language=get_language(), today=timezone.localdate())


def _refused(request: SignedIn, options: ReportOptions | TimelineOptions) -> HttpResponse:
    return render(request, "400.html", {"problem": options.problem}, status=400)


def _frame(report: AnnualReport) -> dict[str, Any]:
    """What every page around a plan shows."""
    header = report.header
    return {
        "report": report,
        "header": header,
        "accent_url": reverse("accent", args=[header.accent.removeprefix("#")]),
        "report_url": reverse("report", args=[header.slug]),
    }


def _other_languages(header: Header) -> list[OtherLanguage]:
    return [
        OtherLanguage(
            code, get_language_info(code)["name_local"].capitalize(), _address("report", header, code)
        )
        for code, _name in settings.LANGUAGES
        if code != header.language
    ]


def _address(name: str, header: Header, language: str) -> str:
    """The address of this very report: its language and day are in it, so that a link shows the same tomorrow."""
    query = urlencode({"language": language, "on": header.on.isoformat()})
    return f"{reverse(name, args=[header.slug])}?{query}"


def _file_name(header: Header) -> str:
    with override(header.language):
        # Translators: part of a file name, small letters without accents or blanks.
        kind = _("annual-report")
    return f"{header.slug}-{kind}-{header.on.isoformat()}.{header.language}.pdf"
