"""What is missing in the other language of a plan, edited side by side (law 10, D bis)."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coalitions.workspace.frame import SignedIn, content
from plans.completeness.finding import name_of
from plans.forms.translating import TextForm
from plans.models import Activity, Indicator, Objective, Plan, PlanLink, Responsibility, Result, Target
from plans.translating import BY_NAME, Gap, gaps, write
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.saving import attempt, posted_number, status_of

A_PAGE = 25


@dataclass(frozen=True)
class Line:
    """A text that is behind, with its place in words and its form."""

    gap: Gap
    where: str
    what: str
    form: TextForm

    @property
    def key(self) -> str:
        return f"{self.gap.register}-{self.gap.row.pk}-{self.gap.field}"


@require_http_methods(["GET", "HEAD", "POST"])
def languages(request: SignedIn, slug: str) -> HttpResponse:
    """Every text that is behind, the oldest change first; each is saved on its own."""
    plan = get_own_plan(request, slug)
    if request.method != "POST":
        return _page(request, plan, {})
    register, field, pk = (
        request.POST.get("register", ""),
        request.POST.get("field", ""),
        posted_number(request, "pk"),
    )
    if register not in BY_NAME:
        raise Http404
    key = f"{register}-{pk}-{field}"
    form = TextForm(request.POST, auto_id=f"{key}_%s")

    def act() -> None:
        write(
            plan, register, pk, field, form.cleaned_data, request.POST.get("seen", ""),
            by=request.user, agree="agree" in request.POST,
        )  # fmt: skip

    try:
        if attempt(request, form, act):
            return HttpResponseRedirect(f"{reverse('languages', args=[slug])}?page={_number(request)}")
    except (KeyError, ObjectDoesNotExist) as absent:
        raise Http404 from absent
    return _page(request, plan, {key: form})


def _number(request: SignedIn) -> int:
    return posted_number(request, "page") or 1


def _page(request: SignedIn, plan: Plan, bound: dict[str, TextForm]) -> HttpResponse:
    found = gaps(plan)
    number = _number(request) if request.method == "POST" else request.GET.get("page", 1)
    part = Paginator(found, A_PAGE).get_page(number)
    form = next(iter(bound.values()), None)
    values = plan_frame(request, plan) | {
        "lines": [_line(gap, bound) for gap in part],
        "part": part,
        "number": len(found),
        "absent": sum(gap.behind.absent for gap in found),
        "form": form,
    }
    return render(request, "plans/languages.html", values, status=status_of(form))


def _line(gap: Gap, bound: dict[str, TextForm]) -> Line:
    key = f"{gap.register}-{gap.row.pk}-{gap.field}"
    long = max(len(gap.es), len(gap.en))
    form = bound.get(key) or TextForm(
        initial={"es": gap.es, "en": gap.en},
        auto_id=f"{key}_%s",
        rows=2 if long < 120 else min(12, long // 55 + 1),
    )
    return Line(gap, _where(gap.row), str(gap.row._meta.get_field(gap.field).verbose_name), form)  # type: ignore[union-attr]


def _where(row: Any) -> str:
    """How a row is called on this page: its kind, and the code of what it belongs to."""
    if isinstance(row, Plan):
        return _("Header of the plan")
    kind = str(row._meta.verbose_name)
    words = {"kind": kind[:1].upper() + kind[1:], "name": _name(row)}
    return _("%(kind)s: %(name)s") % words if words["name"] else words["kind"]


def _name(row: Any) -> str:
    if isinstance(row, Activity | Objective):
        return name_of(row)
    if isinstance(row, Responsibility):
        place = row.activity or row.objective
        party = content(row.party, "name").text
        return f"{party}, {name_of(place)}" if place else party
    if isinstance(row, Indicator | Result):
        return " ".join(part for part in (name_of(row.objective), getattr(row, "code", "")) if part)
    if isinstance(row, Target):
        return content(row.indicator, "name").text
    if isinstance(row, PlanLink):
        return content(row.other, "title").text if row.other else row.url
    return content(row, "name" if hasattr(row, "name_es") else "title").text
