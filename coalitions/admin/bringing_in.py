"""The page that brings a table into a register: shown first, then written, all of it or nothing (S-C1 to S-C3, S-E2).

Only flat registers have it, whose rows stand on their own: parties with spellings and standing, memberships, places
in bodies, periods, levels, indicators with one target. People are invited, one by one and by mail; the tree of a plan
comes with the plan's own importer.
"""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from coalitions import audit, once, workbooks
from coalitions.admin.incoming import Incoming, Line
from coalitions.admin.inside import coalition_of
from coalitions.refusal import Refused
from coalitions.versions import digest
from coalitions.workbooks import Problem, Table


class _Undo(Exception):
    """Nothing of this may stay."""


class FileForm(forms.Form):
    """The file, looked at by the one door for tables."""

    file = forms.FileField(
        label=gettext_lazy("File: .xlsx or .csv"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        allow_empty_file=True,
        help_text=gettext_lazy("Up to 1 MB and 2000 rows; of an .xlsx the first visible sheet is read."),
    )

    def clean_file(self) -> Table:
        upload = self.cleaned_data["file"]
        try:
            return workbooks.read(upload.name or "", upload.read(workbooks.USUAL.packed + 1))
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class BringingIn(admin.ModelAdmin):
    """A register that a table may be brought into."""

    brings: list[str] = []
    """The columns that a file may write; any other has to be as it is."""
    fixed: list[str] = []
    """Those of them that only a new row may have."""
    needed: list[str] = []
    """Those that a file of new rows must have."""

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_import"
        return [path("import/", self.admin_site.admin_view(self.import_view), name=name), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        may = {"has_import_permission": self.has_add_permission(request)}
        return super().changelist_view(request, may | (extra_context or {}))

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """The file, what would become of it, and, once confirmed, what did."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        place = self._chosen(request)
        if place is None:
            return self._ask_where(request)
        request.place = {"coalition": coalition_of(place), self.stands_in: place}
        if "cells" in request.POST:
            return self._confirmed(request, place)
        form = (
            FileForm(request.POST or None, request.FILES or None) if request.method == "POST" else FileForm()
        )
        if not form.is_valid():
            return self._page(request, {"form": form, "place": place})
        return self._preview(request, place, form.cleaned_data["file"])

    def _preview(self, request: HttpRequest, place: Any, table: Table, **said: Any) -> HttpResponse:
        lines, problems = self._tried(request, table)
        values = {
            "form": FileForm(),
            "place": place,
            "lines": lines,
            "problems": problems,
            "hidden": table.hidden,
        }
        cells = workbooks.as_json(table)
        if len(cells.encode()) > 2_000_000:
            text = _("This file holds too much text to be shown before it is written. Please split it.")
            values["problems"] = [*problems, Problem(1, "", "", text)]
        values |= {"cells": cells, "seen": digest(lines), "counts": _counts(lines), "kinds": KINDS}
        return self._page(request, values | said)

    def _tried(self, request: HttpRequest, table: Table) -> tuple[list[Line], list[Problem]]:
        """What would become of the rows: tried out in a transaction that is undone."""
        try:
            with transaction.atomic():
                found = Incoming(self, request).run(table)
                raise _Undo
        except _Undo:
            return found

    def _confirmed(self, request: HttpRequest, place: Any) -> HttpResponse:
        table = workbooks.from_json(request.POST["cells"])
        act = f"{self.opts.model_name} rows brought in"
        try:
            with transaction.atomic():
                once.spend(request.POST.get(once.FIELD, ""))
                label = str(self.opts.verbose_name_plural)
                with audit.as_one_act(coalition_of(place), act, actor=request.user, label=label):
                    lines, problems = Incoming(self, request).run(table)
                if problems or digest(lines) != request.POST.get("seen", ""):
                    raise _Undo
        except _Undo:
            text = _(
                "Nothing was written: the register has changed since you looked. This is how it would be now."
            )
            answer = self._preview(request, place, table, behind=text)
            answer.status_code = 409
            return answer
        except once.AlreadySaved:
            messages.info(request, _("This file was brought in already; nothing was written twice."))
        else:
            written = sum(1 for line in lines if line.kind != "same")
            text = ngettext("%(number)s row was written.", "%(number)s rows were written.", written)
            messages.success(request, text % {"number": written})
        return HttpResponseRedirect(self.list_url())

    def _page(self, request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
        context = {**self.admin_site.each_context(request), "title": _("Import"), "opts": self.opts}
        columns = [str(Incoming(self, request).fields[name].column_name) for name in self.brings]
        return TemplateResponse(request, "admin/import.html", context | {"columns": columns} | values)

    def bring(
        self, request: HttpRequest, row: Any, new: bool, changes: list[Any], extras: dict[str, Any]
    ) -> None:
        """Write one row by the register's own verb, or as its form would, with an entry in the log."""
        made = self.make(request, row) if new else None
        if made is not None:
            row.pk = made.pk
            return
        if not new and hasattr(row, "version"):
            row.version += 1
        row.save()
        self._record(
            request, row, "added" if new else "changed", {"columns": [name for name, _b, _a in changes]}
        )


KINDS = {"new": gettext_lazy("new"), "changed": gettext_lazy("changed"), "same": gettext_lazy("as it is")}


def _counts(lines: list[Line]) -> dict[str, int]:
    return {kind: sum(1 for line in lines if line.kind == kind) for kind in KINDS}
