"""The pages of plans and of their annual reports, for people with a seat."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from coalitions.workspace.frame import SignedIn
from plans.models import Plan
from plans.workspace.frame import get_plan, plan_frame
from reporting import asked, plan_page, timeline_page
from reporting import home as home_page
from reporting import portfolio as portfolio_page
from reporting import search as full_text
from reporting.annual_report import content, html, pdf, rendering
from reporting.annual_report.indicators import Measures, Milestones
from reporting.annual_report.shapes import AnnualReport
from reporting.forms import (
    LANGUAGES,
    PortfolioFilters,
    ReportOptions,
    SearchWords,
    TimelineOptions,
    standing_day,
)
from reporting.plan_reading import PlanReading
from reporting.portfolio import Reader
from reporting.timeline_choice import Choosing

# The page of each kind; its PDF has the same name and "_pdf".
PAGES = {"annual": "report", "plan": "plan_document"}

LOOK_AGAIN = 3  # seconds


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
def asked_page(request: SignedIn) -> HttpResponse:
    """All that is asked of the reader, across parties and coalitions."""
    places = asked.places(request.user, get_language() or "es", timezone.localdate())
    return render(request, "reporting/asked.html", {"places": places})


@require_safe
def portfolio(request: SignedIn) -> HttpResponse:
    """All plans that the reader may see, narrowed as the address says; that address is what is saved as a link."""
    reader = Reader(request.user, get_language(), timezone.localdate())
    offered = portfolio_page.choices(reader, request.GET.get("coalition", ""))
    filters = PortfolioFilters(request.GET, offered=offered, language=reader.language)
    found = portfolio_page.build(reader, filters.wanted, request.GET.get("page", ""))
    values = {"portfolio": found, "filters": filters, "offered": offered, "query": urlencode(filters.wanted)}
    return render(request, "reporting/portfolio.html", values)


@require_safe
def search(request: SignedIn) -> HttpResponse:
    """What the reader may see and that has the words looked for."""
    form = SearchWords(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {"q": "", "coalition": ""}
    found = full_text.search(
        request.user, wanted["q"], get_language(), timezone.localdate(), coalition=wanted["coalition"],
        number=request.GET.get("page", ""),
    )  # fmt: skip
    query = urlencode({name: value for name, value in wanted.items() if value})
    return render(
        request, "reporting/search.html", {"form": form, "wanted": wanted, "results": found, "query": query}
    )


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
    choosing = Choosing(_reading(row, Milestones))
    options = TimelineOptions(request.GET, choosing)
    if not options.is_valid():
        return _refused(request, options)
    page = timeline_page.arrange(choosing, options.choice)
    return render(
        request, "reporting/timeline.html", plan_frame(request, row) | {"page": page, "form": options}
    )


@require_safe
def report(request: SignedIn, slug: str, kind: str = "annual") -> HttpResponse:
    """The annual report or the plan document as a page, in the language or languages and on the day asked for.

    `?type=large` sets it for a screen in a hall (R1, R7).
    """
    row = get_plan(request, slug)
    options = _options(request, row)
    if not options.is_valid():
        return _refused(request, options)
    asked = Asked(row, kind, **options.cleaned_data)
    built = asked.built
    # The whole page speaks the report's language, whichever the reader's own is.
    with override(built[0].header.language):
        values = _frame(built[0]) | {
            "body": html.body(*built),
            "kind_word": html.kind_word(kind),
            "others": _other_languages(asked),
            "language": asked.language,
            "large": request.GET.get("type") == "large",
            "page_url": asked.address(),
            "pdf_url": asked.address("_pdf"),
        }
        return render(request, "reporting/report.html", values)


@require_http_methods(["GET", "HEAD", "POST"])
def report_pdf(request: SignedIn, slug: str, kind: str = "annual") -> HttpResponse:
    """The same as a PDF; while it is being made, a page that says so; posting tries one again that failed.

    `made` in the address is the digest of the content that was asked for: looking again costs no computation.
    """
    row = get_plan(request, slug)
    options = _options(request, row)
    if not options.is_valid():
        return _refused(request, options)
    asked = Asked(row, kind, **options.cleaned_data)
    name = request.GET.get("made", "")
    if request.method == "POST":
        rendering.forget(name)
        return redirect(asked.address("_pdf"))
    if rendering.look(name, row.pk) is None:
        built = asked.built
        total = built[0].glance.reported.total
        name = rendering.ask(html.document(*built, for_print=True), row.pk, total, get_language())
    return _pdf_answer(request, asked, name)


@dataclass(frozen=True)
class Asked:
    """Which document of a plan was asked for: "annual" or "plan", in "es", "en" or "es+en", as of a day."""

    plan: Plan
    kind: str
    language: str
    on: date

    @property
    def built(self) -> list[AnnualReport]:
        """It, in each of its languages."""
        return content.build_all(self.plan, kind=self.kind, language=self.language, on=self.on)

    def address(self, form: str = "", **more: str) -> str:
        """Its address as a page, or with `form` "_pdf" as a file; a link to it shows the same tomorrow."""
        query = urlencode({"language": self.language, "on": self.on.isoformat(), **more})
        return f"{reverse(PAGES[self.kind] + form, args=[self.plan.slug])}?{query}"

    @property
    def file_name(self) -> str:
        with override(self.language.split("+")[0]):
            # Translators: parts of file names, small letters without accents or blanks.
            kind = _("work-plan") if self.kind == "plan" else _("annual-report")
        return f"{self.plan.slug}-{kind}-{self.on.isoformat()}.{self.language}.pdf"


def _pdf_answer(request: SignedIn, asked: Asked, name: str) -> HttpResponse:
    """The file; else how far it is. Where no worker is there, the page makes it itself."""
    made, state = pdf.kept(name), rendering.look(name, asked.plan.pk)
    if made is None and not (state and state.problem) and not rendering.worker_is_there():
        rendering.render.call(name, get_language())
        made, state = pdf.kept(name), rendering.look(name, asked.plan.pk)
    if made is not None:
        disposition = content_disposition_header(False, asked.file_name)
        return HttpResponse(made, "application/pdf", headers={"Content-Disposition": disposition})
    again = asked.address("_pdf", made=name)
    values = {"state": state, "again": again, "report_url": asked.address(), "plan": asked.plan}
    if state and not state.problem:
        headers = {"Refresh": f"{LOOK_AGAIN}; url={again}"}
        return HttpResponse(
            render_to_string("reporting/making_pdf.html", values, request), status=202, headers=headers
        )
    return render(request, "reporting/no_pdf.html", values, status=503)


def _reading(row: Plan, kept: type[Measures] = Measures) -> PlanReading:
    return PlanReading(row, get_language() or "es", standing_day(row, timezone.localdate()), kept)


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
        "document_url": reverse("plan_document", args=[header.slug]),
    }


def _other_languages(asked: Asked) -> list[OtherLanguage]:
    """The same page in the other languages, and in both side by side."""
    names = {
        code: str(get_language_info(code)["name_local"]).capitalize() for code, _name in settings.LANGUAGES
    }
    both = _("%(first)s and %(second)s") % dict(zip(("first", "second"), names.values(), strict=True))
    return [
        OtherLanguage(code, names.get(code, both), replace(asked, language=code).address())
        for code in LANGUAGES
        if code != asked.language
    ]
