"""The pages of plans and of their annual reports, for people with a seat."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from coalitions.models import User
from plans.models import Plan
from reporting import home as home_page
from reporting import plan_page
from reporting.annual_report import content, html, pdf
from reporting.annual_report.shapes import AnnualReport, Header
from reporting.forms import LANGUAGES, ReportOptions, standing_day

# The page of each kind; its PDF has the same name and "_pdf".
PAGES = {"annual": "report", "plan": "plan_document"}


class SignedIn(HttpRequest):
    """A request as these views get it: the middleware lets nobody through who has not signed in."""

    user: User


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
    row = _get_plan(request, slug)
    report = content.build(row, language=get_language(), on=standing_day(row, timezone.localdate()))
    page = plan_page.arrange(report)
    state = row.get_state_display() if row.state else row.state_printed
    return render(request, "reporting/plan.html", _frame(report) | {"page": page, "state": state})


@require_safe
def report(request: SignedIn, slug: str, kind: str = "annual") -> HttpResponse:
    """The annual report or the plan document as a page, in the language or languages and on the day asked for.

    `?type=large` sets it for a screen in a hall (R1, R7).
    """
    row = _get_plan(request, slug)
    options = _options(request, row)
    if not options.is_valid():
        return _refused(request, options)
    built = content.build_all(row, kind=kind, **options.cleaned_data)
    header, language = built[0].header, options.cleaned_data["language"]
    # The whole page speaks the report's language, whichever the reader's own is.
    with override(header.language):
        values = _frame(built[0]) | {
            "body": html.body(*built),
            "kind_word": html.kind_word(kind),
            "others": _other_languages(header, language),
            "language": language,
            "large": request.GET.get("type") == "large",
            "page_url": _address(PAGES[kind], header, language),
            "pdf_url": _address(f"{PAGES[kind]}_pdf", header, language),
        }
        return render(request, "reporting/report.html", values)


@require_safe
def report_pdf(request: SignedIn, slug: str, kind: str = "annual") -> HttpResponse:
    """The same as a PDF; where it cannot be made, a page that says so and leads to the report."""
    row = _get_plan(request, slug)
    options = _options(request, row)
    if not options.is_valid():
        return _refused(request, options)
    built = content.build_all(row, kind=kind, **options.cleaned_data)
    header, language = built[0].header, options.cleaned_data["language"]
    try:
        made = pdf.kept_pdf(html.document(*built, for_print=True))
    except pdf.PdfNotMade as reason:
        values = {"problem": str(reason), "report_url": _address(PAGES[kind], header, language)}
        return render(request, "reporting/no_pdf.html", values, status=503)
    disposition = content_disposition_header(False, _file_name(header, language))
    return HttpResponse(made, "application/pdf", headers={"Content-Disposition": disposition})


def _get_plan(request: SignedIn, slug: str) -> Plan:
    """A plan that the reader may see; 404 for any other, whether it exists or not (law 6)."""
    plans = Plan.objects.visible_to(request.user, timezone.localdate()).select_related("coalition")
    return get_object_or_404(plans, slug=slug)


def _options(request: SignedIn, row: Plan) -> ReportOptions:
    return ReportOptions(request.GET, plan=row, language=get_language(), today=timezone.localdate())


def _refused(request: SignedIn, options: ReportOptions) -> HttpResponse:
    return render(request, "400.html", {"problem": options.problem}, status=400)


def _frame(report: AnnualReport) -> dict[str, Any]:
    """What every page around a plan shows."""
    header = report.header
    return {
        "report": report,
        "header": header,
        "accent_url": reverse("accent", args=[header.accent.removeprefix("#")]),
        "report_url": reverse("report", args=[header.slug]),
        "document_url": reverse("plan_document", args=[header.slug]),
    }


def _other_languages(header: Header, language: str) -> list[OtherLanguage]:
    """The same page in the other languages, and in both side by side."""
    names = {
        code: str(get_language_info(code)["name_local"]).capitalize() for code, _name in settings.LANGUAGES
    }
    both = _("%(first)s and %(second)s") % dict(zip(("first", "second"), names.values(), strict=True))
    return [
        OtherLanguage(code, names.get(code, both), _address(PAGES[header.kind], header, code))
        for code in LANGUAGES
        if code != language
    ]


def _address(name: str, header: Header, language: str) -> str:
    """The address of this very report: its language and day are in it, so that a link shows the same tomorrow."""
    query = urlencode({"language": language, "on": header.on.isoformat()})
    return f"{reverse(name, args=[header.slug])}?{query}"


def _file_name(header: Header, language: str) -> str:
    with override(header.language):
        # Translators: parts of file names, small letters without accents or blanks.
        kind = _("work-plan") if header.kind == "plan" else _("annual-report")
    return f"{header.slug}-{kind}-{header.on.isoformat()}.{language}.pdf"
