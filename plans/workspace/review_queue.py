"""The review queue of a plan: what was sent, what waits first, and accepting several untouched ones (T7, G20)."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from coalitions import once
from coalitions.languages import Text
from coalitions.models import Party
from coalitions.workspace.frame import SignedIn, content
from plans import queue, review, settling
from plans.forms.review import QueueFilters
from plans.models import Objective, Plan, ProgressReport
from plans.status import word_for
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.matrix_rows import period_name

PER_PAGE = 50
LISTED = re.compile(r"(\d{1,11}):(\d{1,9})")


@dataclass(frozen=True)
class Line:
    """A report in the queue. `tick` is what its box says, "" where it cannot be accepted among others."""

    report: ProgressReport
    party: Text
    title: Text
    period: str
    status: tuple[str, str]
    marks: list[str]
    tick: str
    waits: bool


@require_safe
def review_queue(request: SignedIn, slug: str) -> HttpResponse:
    """What was sent, narrowed by filters; a link keeps the selection."""
    plan = get_own_plan(request, slug)
    filters = QueueFilters(request.GET, offered=_offered(plan))
    rows = queue.select(plan, filters.wanted)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    lines = [line_of(row, plan) for row in page.object_list]
    values = {
        "filters": filters,
        "query": urlencode(filters.wanted),
        "page": page,
        "lines": lines,
        "several": any(line.tick for line in lines),
        "waiting": rows.filter(queue.WAITING).count(),
        "to_settle": sum(case.waits for case in settling.cases(plan.rounds.select_related("period"))),
    }
    return render(request, "plans/review/queue.html", plan_frame(request, plan) | values)


@require_POST
def accept_listed(request: SignedIn, slug: str) -> HttpResponse:
    """Accept what was ticked and nobody touched since; what is left is named with the reason."""
    plan = get_own_plan(request, slug)
    found = [LISTED.fullmatch(text) for text in request.POST.getlist("listed")]
    listed = {int(one[1]): int(one[2]) for one in found if one}
    try:
        key = request.POST.get(once.FIELD, "")
        outcome = review.accept_many(plan, listed, by=request.user, at=timezone.now(), key=key)
    except once.AlreadySaved:
        messages.info(request, _("This was saved already; nothing was done a second time."))
    else:
        _tell(request, outcome)
    return redirect(f"{reverse('review_queue', args=[slug])}?{urlencode(wanted(request, plan))}")


def wanted(request: SignedIn, plan: Plan) -> dict[str, str]:
    """The selection that the address of a page carries along."""
    return QueueFilters(request.GET, offered=_offered(plan)).wanted if request.GET else {}


def line_of(row: ProgressReport, plan: Plan) -> Line:
    """A report as the queue shows it; a box only where it was sent, and its party does not object."""
    waits = review.waits(row)
    plain = row.state == ProgressReport.State.SUBMITTED and not row.objection
    return Line(
        report=row,
        party=content(row.party, "name"),
        title=content(row.activity, "title"),
        period=period_name(row.round.period, get_language() or "es"),
        status=status_of(row, plan),
        marks=list(_marks(row)),
        tick=f"{row.pk}:{row.version}" if plain else "",
        waits=waits,
    )


def status_of(row: Any, plan: Plan) -> tuple[str, str]:
    """The mark and word of what a report says; what it does not say is not reported (law 1)."""
    meaning = row.status or "not_reported"
    return meaning, word_for(meaning, get_language() or "es", plan.coalition.status_words)


def _marks(row: ProgressReport) -> list[str]:
    marks = [_("entered by the Secretariat (%(channel)s)") % {"channel": row.get_channel_display()}]
    return marks * bool(row.channel) + [_("the party objects")] * bool(row.objection)


def _tell(request: SignedIn, outcome: review.Outcome) -> None:
    number = len(outcome.accepted)
    if number:
        words = ngettext("%(number)d report was accepted.", "%(number)d reports were accepted.", number)
        messages.success(request, words % {"number": number})
    for report, why in outcome.left:
        label = (
            f"{content(report.party, 'name')}, {report.activity.code or content(report.activity, 'title')}"
        )
        messages.warning(request, _("Left as it is: %(report)s. %(why)s") % {"report": label, "why": why})
    if not number and not outcome.left:
        messages.info(request, _("Please tick at least one report."))


def _offered(plan: Plan) -> dict[str, list[tuple[int, str]]]:
    language = get_language() or "es"
    rounds = plan.rounds.select_related("period").order_by("-period__start", "-pk")
    parties = Party.objects.filter(reports__round__plan=plan).distinct().order_by("position", "pk")
    lines = Objective.objects.filter(plan=plan, parent=None).order_by("position", "pk")
    return {
        "round": [(row.pk, period_name(row.period, language)) for row in rounds],
        "party": [(row.pk, str(content(row, "name"))) for row in parties],
        "line": [(row.pk, f"{row.code} {content(row, 'title')}".strip()) for row in lines],
    }
