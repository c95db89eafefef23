"""Evidence on pages: the list with what adds to it, and the one address that gives a document out (T9, G13)."""

import logging
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coalitions import once, uploads
from coalitions.fields import Link
from coalitions.languages import Text
from coalitions.models import Document
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn, content, frame
from plans import evidence
from plans.evidence import Told
from plans.models import Initiative
from plans.permissions import documents_open_to, may_give_evidence, may_open_document
from plans.workspace.report_reached import get_report

logger = logging.getLogger(__name__)
BY_SCRIPT = "X-Evidence"
DOWNLOAD_POLICY = "sandbox; default-src 'none'"


@dataclass(frozen=True)
class Piece:
    """A document in a list of evidence: its kind in short ("PDF"). `size` is None for a link."""

    title: Text
    kind: str
    url: str
    size: int | None
    remove_url: str


@dataclass(frozen=True)
class Shown:
    """The evidence of a report or an initiative as `components/evidence.html` shows it.

    `url` is the page that lists it and takes more, by itself or asked by the script; "" where nothing may be changed.
    """

    pieces: list[Piece]
    url: str
    why_not: str
    accepted: str = uploads.ACCEPTED
    largest: int = uploads.LARGEST // 1_000_000


def values_of(request: SignedIn, told: Told) -> dict[str, Any]:
    """What a page hands to `components/evidence.html`: the one line that a view adds to its values."""
    on = timezone.localdate()
    may = may_give_evidence(request.user, told, on)
    reason = evidence.why_not(told)
    rows = told.evidence.order_by("pk")
    seen = rows if may else rows.filter(documents_open_to(request.user, on))
    url = _address(told) if may and not reason else ""
    return {"evidence": Shown([_piece(row, told, bool(url)) for row in seen], url, reason if may else "")}


def _piece(row: Document, told: Told, may_change: bool) -> Piece:
    url = row.url or reverse("document", args=[row.pk])
    remove = f"{_address(told)}{row.pk}/remove/" if may_change else ""
    kind = PurePosixPath(row.file.name or "").suffix[1:].upper()
    return Piece(content(row, "title"), kind, url, None if row.url else row.size, remove)


def _address(told: Told) -> str:
    if isinstance(told, Initiative):
        return reverse("initiative_evidence", args=[told.coalition.slug, told.pk])
    return reverse("report_evidence", args=[told.pk])


@require_http_methods(["GET", "HEAD", "POST"])
def of_report(request: SignedIn, pk: int) -> HttpResponse:
    """The evidence of a report, and a plain form that adds to it."""
    return answer(request, get_report(request, pk), reverse("progress_report", args=[pk]))


@require_POST
def remove_from_report(request: SignedIn, pk: int, document: int) -> HttpResponse:
    """Take a document away from a report."""
    return answer_removal(request, get_report(request, pk), document)


def answer(request: SignedIn, told: Told, back: str) -> HttpResponse:
    """The page of the evidence of something; on POST, with what was sent, what became of it."""
    if request.method != "POST":
        return _page(request, told, back, EvidenceForm())
    form = EvidenceForm(request.POST, request.FILES)
    problems = form.problems() or _taken(request, told, form)
    if request.headers.get(BY_SCRIPT):
        return _fragment(request, told, problems)
    if problems:
        for problem in problems if form.is_valid() else ():
            form.add_error(None, problem)
        return _page(request, told, back, form)
    messages.success(request, _("The evidence was added."))
    return redirect(_address(told))


def answer_removal(request: SignedIn, told: Told, document: int) -> HttpResponse:
    """Take a document away, then show what is left."""
    problems = []
    try:
        evidence.detach(told, document, by=request.user, at=timezone.now())
    except Refused as refusal:
        problems = [str(refusal)]
    if request.headers.get(BY_SCRIPT):
        return _fragment(request, told, problems)
    for problem in problems:
        messages.error(request, problem)
    return redirect(_address(told))


@require_safe
def document(request: SignedIn, pk: int) -> HttpResponse | FileResponse:
    """A document as a download, whole, in its own type and never shown in place; a link leads on.

    Absent, foreign and not open to the reader are the same 404.
    """
    row = Document.objects.filter(pk=pk).first()
    if row is None or not may_open_document(request.user, row, timezone.localdate()):
        raise Http404
    if row.url:
        return redirect(row.url)
    try:
        file = row.file.open()
    except FileNotFoundError as error:
        logger.error("Document %s has lost its file", row.pk)
        raise Http404 from error
    name = f"{content(row, 'title')}{PurePosixPath(row.file.name or '').suffix}"
    answer = FileResponse(
        file,
        as_attachment=True,
        filename=name,
        content_type=row.media_type or "application/octet-stream",
    )
    answer.headers["Content-Security-Policy"] = DOWNLOAD_POLICY
    return answer


class EvidenceForm(forms.Form):
    """A link; the files beside it are looked at one by one, so that one that is not taken stops no other."""

    url = Link().formfield(label=_("Link"), required=False, max_length=500)
    title = forms.CharField(label=_("Name of the link"), required=False, max_length=uploads.LONGEST_TITLE)

    def problems(self) -> list[str]:
        """What is wrong before anything is looked at."""
        if not self.is_valid():
            return [str(error) for errors in self.errors.values() for error in errors]
        if not self.files and not self.cleaned_data["url"]:
            return [_("Please choose a file, or write a link.")]
        return []


def _taken(request: SignedIn, told: Told, form: EvidenceForm) -> list[str]:
    """Add every file and the link; returns what is wrong with those that were not taken."""
    problems, key = [], request.POST.get(once.FIELD, "")
    who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    for number, file in enumerate(request.FILES.getlist("files")):
        # One byte more than allowed is enough to see that it is too large.
        data, name = file.read(uploads.LARGEST + 1), file.name or ""
        own_key = f"{key}.{number}" if key else ""
        try:
            evidence.attach_file(told, uploads.receive(name, data), key=own_key, **who)
        except once.AlreadySaved:
            continue
        except Refused as refusal:
            problems.append(f"{uploads.clean_name(name)[0]}: {refusal}")
    if url := form.cleaned_data["url"]:
        try:
            evidence.attach_link(told, url, form.cleaned_data["title"], key=key, **who)
        except once.AlreadySaved:
            pass
        except Refused as refusal:
            problems.append(str(refusal))
    return problems


def _page(request: SignedIn, told: Told, back: str, form: EvidenceForm) -> HttpResponse:
    about = told if isinstance(told, Initiative) else told.activity
    values = frame(request, told.coalition) | values_of(request, told)
    values |= {
        "form": form,
        "back": back,
        "about": content(about, "title"),
        "party": content(told.party, "name"),
    }
    return render(request, "plans/evidence.html", values)


def _fragment(request: HttpRequest, told: Told, problems: list[str]) -> HttpResponse:
    """For the script: the list anew, or in words what is wrong (422)."""
    if problems:
        return HttpResponse("\n".join(problems), status=422, content_type="text/plain; charset=utf-8")
    return render(request, "components/evidence.html#pieces", values_of(request, told))  # type: ignore[arg-type]
