"""Initiatives of a coalition: the register, one of them, and what its party and the Secretariat do (T10, T12)."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coalitions import sheets
from coalitions.models import Coalition, Party
from coalitions.permissions import is_secretariat, parties_reported_for
from coalitions.workspace.frame import SignedIn, content, frame, get_coalition, get_own_coalition
from plans import initiatives as verbs
from plans.forms.initiative import InitiativeFilters, InitiativeForm, NoteForm
from plans.models import Initiative, Plan
from plans.permissions import initiatives_open_to, may_change_initiative
from plans.workspace import evidence
from plans.workspace.saving import AnyForm, attempt, status_of

METHODS = ["GET", "HEAD", "POST"]
ON_A_PAGE = 50


@require_safe
def register(request: SignedIn, slug: str) -> HttpResponse:
    """The initiatives that the reader may see, narrowed by the address, with what the accepted ones come to."""
    coalition = get_coalition(request, slug)
    rows = _readable(request, coalition)
    filters = InitiativeFilters(request.GET, rows)
    narrowed = filters.narrow(rows)
    page = Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page"))
    values = frame(request, coalition) | {
        "filters": filters,
        "query": urlencode(filters.wanted),
        "page": page,
        "lines": [_line(row) for row in page],
        "totals": verbs.totals(narrowed),
        "waiting": rows.filter(state=Initiative.State.SUBMITTED).count(),
        "may_report": _parties(request, coalition).exists(),
    }
    return render(request, "plans/initiatives/register.html", values)


@require_safe
def export(request: SignedIn, slug: str, kind: str) -> HttpResponse:
    """The register as it is narrowed, as .xlsx or .csv."""
    coalition = get_coalition(request, slug)
    rows = _readable(request, coalition)
    table = _table(InitiativeFilters(request.GET, rows).narrow(rows))
    if kind == "xlsx":
        data: bytes | str = sheets.to_xlsx(_("Initiatives"), table)
        media_type = sheets.XLSX
    else:
        data, media_type = sheets.to_csv(table), "text/csv; charset=utf-8"
    name = f'attachment; filename="initiatives-{slug}.{kind}"'
    return HttpResponse(data, content_type=media_type, headers={"Content-Disposition": name})


@require_http_methods(METHODS)
def new_initiative(request: SignedIn, slug: str) -> HttpResponse:
    """A party reports an initiative, or the Secretariat enters one."""
    coalition = get_coalition(request, slug)
    if not _parties(request, coalition).exists() and not _runs(request, coalition):
        raise PermissionDenied
    form = _form(request, coalition)
    made: list[Initiative] = []
    if request.method == "POST" and attempt(
        request,
        form,
        lambda: made.append(verbs.report(coalition, form.fields_of(), by=request.user, at=timezone.now())),
    ):
        return redirect("initiative", slug, made[0].pk) if made else redirect("initiatives", slug)
    values = frame(request, coalition) | {"form": form, "enters": _runs(request, coalition)}
    return render(request, "plans/initiatives/form.html", values)


@require_safe
def initiative(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """One initiative with its evidence, and what may be done with it."""
    return _page(request, _row(request, slug, pk))


@require_http_methods(METHODS)
def change_initiative(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Its party says it otherwise while it is not accepted, the Secretariat at any time."""
    row = _changeable(request, slug, pk)
    form = _form(request, row.coalition, row)
    made_from = request.POST.get("made_from", "")
    if request.method == "POST" and attempt(
        request,
        form,
        lambda: verbs.change(pk, form.fields_of(), made_from, by=request.user, at=timezone.now()),
    ):
        return redirect("initiative", slug, pk)
    values = frame(request, row.coalition) | {"form": form, "row": row, "title": content(row, "title")}
    values |= {"made_from": verbs.seen(_row(request, slug, pk))}
    return render(request, "plans/initiatives/form.html", values, status=status_of(form))


@require_POST
def accept_initiative(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Let an initiative count."""
    get_own_coalition(request, slug)
    row, form = _row(request, slug, pk), Form(request.POST)
    made_from = request.POST.get("made_from", "")
    done = attempt(request, form, lambda: verbs.accept(pk, made_from, by=request.user, at=timezone.now()))
    return redirect("initiative", slug, pk) if done else _page(request, row, form=form)


@require_POST
def return_initiative(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Send an initiative back to its party with a note."""
    get_own_coalition(request, slug)
    row, form = _row(request, slug, pk), NoteForm(request.POST)
    made_from = request.POST.get("made_from", "")

    def act() -> None:
        verbs.send_back(pk, form.cleaned_data["note"], made_from, by=request.user, at=timezone.now())

    done = attempt(request, form, act)
    return redirect("initiative", slug, pk) if done else _page(request, row, note=form)


@require_http_methods(METHODS)
def initiative_evidence(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """The evidence of an initiative, and a plain form that adds to it."""
    row = _changeable(request, slug, pk)
    return evidence.answer(request, row, reverse("initiative", args=[slug, pk]))


@require_POST
def remove_initiative_evidence(request: SignedIn, slug: str, pk: int, document: int) -> HttpResponse:
    """Take a document away from an initiative."""
    return evidence.answer_removal(request, _changeable(request, slug, pk), document)


def _page(
    request: SignedIn, row: Initiative, form: AnyForm | None = None, note: NoteForm | None = None
) -> HttpResponse:
    values = frame(request, row.coalition) | evidence.values_of(request, row) | _line(row)
    values |= {
        "row": row,
        "plan_title": content(row.plan, "title") if row.plan else "",
        "note": content(row, "review_note"),
        "made_from": verbs.seen(row),
        "form": form or note,
        "note_form": note or NoteForm(),
        "can_review": values["may_change"] and row.state == Initiative.State.SUBMITTED,
        "can_change": may_change_initiative(request.user, row, timezone.localdate()),
    }
    return render(request, "plans/initiatives/page.html", values, status=status_of(form, note))


def _line(row: Any) -> dict[str, Any]:
    return {"row": row, "title": content(row, "title"), "party_name": content(row.party, "name")}


def _readable(request: SignedIn, coalition: Coalition) -> QuerySet[Initiative]:
    rows = Initiative.objects.filter(
        initiatives_open_to(request.user, timezone.localdate()), coalition=coalition
    )
    return (
        rows.select_related("party", "plan", "coalition")
        .annotate(pieces=Count("evidence"))
        .order_by("-on", "-pk")
    )


def _row(request: SignedIn, slug: str, pk: int) -> Initiative:
    return get_object_or_404(_readable(request, get_coalition(request, slug)), pk=pk)


def _changeable(request: SignedIn, slug: str, pk: int) -> Initiative:
    row = _row(request, slug, pk)
    if not may_change_initiative(request.user, row, timezone.localdate()):
        raise PermissionDenied
    return row


def _runs(request: SignedIn, coalition: Coalition) -> bool:
    return is_secretariat(request.user, coalition.pk, timezone.localdate())


def _parties(request: SignedIn, coalition: Coalition) -> QuerySet[Party]:
    """The parties for which the reader may say something."""
    if _runs(request, coalition):
        return coalition.parties.filter(closed_on=None).order_by("position", "pk")
    mine = parties_reported_for(request.user, timezone.localdate())
    return mine.filter(coalition=coalition).order_by("position", "pk")


def _form(request: SignedIn, coalition: Coalition, row: Initiative | None = None) -> InitiativeForm:
    plans = Plan.objects.filter(coalition=coalition).order_by("-start", "pk")
    parties = _parties(request, coalition)
    if row:
        parties = parties | coalition.parties.filter(pk=row.party_id)
    return InitiativeForm(
        request.POST or None, parties=parties, plans=plans, today=timezone.localdate(), row=row
    )


def _table(rows: QuerySet[Initiative]) -> list[list[Any]]:
    heads = [
        _("Date"), _("Kind"), _("Title in Spanish"), _("Title in English"), _("Who did it"), _("Plan"),
        _("How many people it reached"), _("State"), _("Evidence"),
    ]  # fmt: skip
    return [heads, *(_cells(row) for row in rows)]


def _cells(row: Any) -> list[Any]:
    plan = content(row.plan, "title").text if row.plan else ""
    reached = _("not reported") if row.beneficiaries is None else row.beneficiaries
    return [
        row.on, row.get_kind_display(), row.title_es or "", row.title_en or "", content(row.party, "name").text, plan,
        reached, row.get_state_display(), row.pieces,
    ]  # fmt: skip
