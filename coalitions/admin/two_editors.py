"""Two people at one form of the administration: neither loses work, and a form is saved once (law 8, S-B1, S-B2).

A change form carries what it was made from: the row's version, or its newest history entry, and the same of every row
shown inside it. It is compared under a lock, in the transaction of the save. A form that is behind is shown again with
what was typed, what is saved now, and a choice for each field; nothing is written.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from coalitions import once
from coalitions.admin.inside import Careful
from coalitions.forms.differences import conflict_of, with_theirs
from coalitions.refusal import Refused
from coalitions.versions import digest, entry_at, mark_of, marks

MADE_FROM = "made_from"


class TwoEditors(admin.ModelAdmin):
    """What a form is made from, compared when it is saved; and one save for each form that adds."""

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if "_saveasnew" in request.POST:
            raise PermissionDenied
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except once.AlreadySaved:
            messages.info(request, _("This form was saved already; nothing was saved twice."))
            return HttpResponseRedirect(self.list_url())
        except Refused as refusal:
            # The verb has been rolled back; the same form again, which now says why.
            request.refusal = str(refusal)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        if request.method == "POST":  # read again once it is locked
            return super().get_object(request, object_id, from_field)
        known = request.__dict__.setdefault("opened_rows", {})
        if (self.model, object_id) not in known:
            known[self.model, object_id] = super().get_object(request, object_id, from_field)
        return known[self.model, object_id]

    def _changeform_view(
        self, request: HttpRequest, object_id: Any, form_url: str, extra_context: Any
    ) -> HttpResponse:
        context = {**(extra_context or {})}
        request.POST = with_theirs(request.POST)
        if object_id is None and once.was_spent(request.POST.get(once.FIELD, "")):
            raise once.AlreadySaved
        row = self.get_object(request, unquote(object_id)) if object_id else None
        if row is not None:
            now = self.made_from(request, row)
            self._compare(request, row, now)
            context |= {MADE_FROM: now}
        answer = super()._changeform_view(request, object_id, form_url, context)
        if getattr(request, "behind", "") and answer.status_code == 200:
            answer.status_code = 409
        return answer

    def _compare(self, request: HttpRequest, row: Any, now: str) -> None:
        if request.method != "POST" or not self.has_change_permission(request, row):
            return
        if request.POST.get(MADE_FROM, "") == now:
            return
        request.behind = request.POST.get(MADE_FROM, "") or "-"
        request.refusal = _("Nothing was saved: this was changed since you opened it.")

    def made_from(self, request: HttpRequest, row: Any) -> str:
        """What a form of the row is made from now; where it is being saved, all of it is locked first."""
        saving = request.method == "POST"
        if saving:
            row = self._locked(request, row)
        inside = [one for rows in self._rows_inside(request, row, saving) for one in sorted(rows.items())]
        return f"{mark_of(row)}-{digest(inside)}" if inside else mark_of(row)

    def _locked(self, request: HttpRequest, row: Any) -> Any:
        owner = self.raises(row)
        if (
            owner is not None
        ):  # first, as everywhere: two who lock in different orders would wait for each other
            type(owner)._default_manager.select_for_update(of=("self",)).get(pk=owner.pk)
        return type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)

    def _rows_inside(self, request: HttpRequest, row: Any, saving: bool) -> Iterator[dict[Any, str]]:
        for inline in self.get_inline_instances(request, row):
            key = _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name).name
            rows = inline.model._default_manager.filter(**{key: row}).order_by("pk")
            yield marks(inline.model, list(rows.select_for_update(of=("self",)) if saving else rows))

    def raises(self, row: Any) -> Any:
        """The row whose version is raised when this one changes (law 8); None where there is none."""
        return None

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, **kwargs)
        refusal = getattr(request, "refusal", "")
        bases = (form,) if issubclass(form, Careful) else (Careful, form)
        return type(form.__name__, bases, {"refusal": refusal}) if refusal else form

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        behind = getattr(request, "behind", "")
        if behind:
            row = self.get_queryset(request).get(pk=context["original"].pk)
            formsets = [one.formset for one in context["inline_admin_formsets"]]
            entry = entry_at(row, behind.split("-")[0])
            conflict = conflict_of(context["adminform"].form, formsets, row, entry)
            if not conflict.differences and not any(
                one.has_changed() for formset in formsets for one in formset.extra_forms
            ):
                messages.info(request, _("This is saved already, exactly as you typed it."))
                return HttpResponseRedirect(request.path)
            context |= {"conflict": conflict}
        return super().render_change_form(request, context, *args, **kwargs)

    def list_url(self) -> str:
        """The address of the register's list."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
