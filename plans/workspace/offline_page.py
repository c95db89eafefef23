"""The page that gives out the workbook of what is asked, and takes it back: shown first, then kept as drafts."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views.decorators.http import require_http_methods, require_safe

from coalitions import once, sheets, workbooks
from coalitions.refusal import Refused
from coalitions.versions import Stale, digest
from coalitions.workbooks import Limits, Table
from coalitions.workspace.frame import SignedIn, content
from plans.workspace import offline, offline_reading
from plans.workspace.offline_reading import Reading

LIMITS = Limits(rows=1000, columns=400)


class _Changed(Exception):
    """It is not as it was shown."""


@require_safe
def workbook_file(request: SignedIn) -> HttpResponse:
    """The workbook of what is asked of the reader now."""
    data = offline.to_xlsx(request.user, timezone.localdate())
    name = 'attachment; filename="plenaria.xlsx"'
    return HttpResponse(data, content_type=sheets.XLSX, headers={"Content-Disposition": name})


@require_http_methods(["GET", "HEAD", "POST"])
def workbook(request: SignedIn) -> HttpResponse:
    """Where it is downloaded and sent back; what it says is shown before anything is kept."""
    if request.method != "POST":
        return _page(request)
    try:
        if "cells" in request.POST:
            return _confirmed(request, workbooks.from_json(request.POST["cells"]))
        return _shown(request, _uploaded(request))
    except Refused as refusal:
        return _page(request, refused=str(refusal))


def _uploaded(request: SignedIn) -> Table:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_("Please choose the workbook that you have filled in."))
    name = file.name or ""
    if not name.lower().endswith((".xlsx", ".xls", ".ods", ".xlsm", ".xlsb")):
        raise Refused(_("This is not an Excel workbook (.xlsx)."))
    return workbooks.read(name, file.read(LIMITS.packed + 1), LIMITS)


def _read(request: SignedIn, table: Table) -> Reading:
    with override(offline_reading.language_of(table)):
        return offline_reading.read(table, request.user, timezone.localdate())


def _shown(request: SignedIn, table: Table, behind: str = "", status: int = 200) -> HttpResponse:
    reading = _read(request, table)
    values = {
        "reading": reading,
        "cells": workbooks.as_json(table),
        "seen": _digest(reading),
        "behind": behind,
    }
    lines = [
        (line, content(line.report.activity, "title"), content(line.report.party, "name"))
        for line in reading.lines
    ]
    return _page(request, status=status, lines=lines, **values)


def _confirmed(request: SignedIn, table: Table) -> HttpResponse:
    """Keep what was shown, all of it or nothing; where something changed since, it is shown again."""
    try:
        with transaction.atomic():
            once.spend(request.POST.get(once.FIELD, ""))
            reading = _read(request, table)
            if reading.problems or _digest(reading) != request.POST.get("seen"):
                raise _Changed
            with override(reading.language):
                offline_reading.keep(reading, by=request.user, at=timezone.now())
    except once.AlreadySaved:
        messages.info(request, _("This file was read already; nothing was kept a second time."))
        return redirect("asked_workbook")
    except (Stale, _Changed):
        text = _("Nothing was kept: the reports have changed since you looked. This is how it would be now.")
        return _shown(request, table, text, 409)
    kept = len(reading.taken)
    text = ngettext(
        "%(number)s draft was made. Nothing was sent: please look at it and send it.",
        "%(number)s drafts were made. Nothing was sent: please look at them and send them.",
        kept,
    )
    messages.success(request, text % {"number": kept})
    return redirect("asked")


def _digest(reading: Reading) -> str:
    return digest([(line.row, line.changes, line.behind) for line in reading.lines])


def _page(request: SignedIn, status: int = 200, **values: Any) -> HttpResponse:
    waiting = len(offline.asked(request.user, timezone.localdate()))
    return render(request, "plans/offline.html", {"waiting": waiting} | values, status=status)
