"""The history of a row, field by field with before and after, and going back to how it was (law 7).

Going back is no second way to save: an earlier version fills the row's ordinary form, which is checked, compared with
what is saved now and written like any other change (S-B1). Fields that the form does not offer stay as they are.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.admin import SimpleHistoryAdmin

from coalitions import once
from coalitions.wording import label_of, readable

KINDS = {"+": gettext_lazy("added"), "~": gettext_lazy("changed"), "-": gettext_lazy("withdrawn")}
EACH = 25
# Nobody reads these, not even in the past.
SECRET = {"password", "last_login", "secret_sha256"}


@dataclass(frozen=True)
class Change:
    """A field that a save changed, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One save of the row."""

    pk: int
    at: datetime
    who: str
    kind: str
    reason: str
    changes: list[Change]


class WithHistory(SimpleHistoryAdmin):
    """The pages of a row's history."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self._own_or_404(request, object_id)
        saves = self._saves(row)
        page = Paginator(saves, EACH).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": str(row),
            "opts": self.opts,
            "object": row,
            "page": page,
            "entries": self._entries(list(page), saves),
            "may_restore": self.has_change_permission(request, row),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/history.html", context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self._own_or_404(request, object_id)
        if not version_id.isdecimal():
            raise Http404
        entry = get_object_or_404(self._saves(row), history_id=version_id)
        request.entry = entry
        context = {"title": _("As it was"), "entry": self._entries([entry], self._saves(row))[0]}
        return self.changeform_view(request, object_id, "", context | (extra_context or {}))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        row = super().get_object(request, object_id, from_field)
        entry = getattr(request, "entry", None)
        if row is not None and entry is not None and request.method != "POST":
            self._put_back(request, row, entry)
        return row

    def _put_back(self, request: HttpRequest, row: Any, entry: Any) -> None:
        """Give the row, which is not saved, the earlier values of the fields that its form offers."""
        offered = set(flatten_fieldsets(self.get_fieldsets(request, row)))
        offered -= set(self.get_readonly_fields(request, row))
        for field in row._meta.fields:
            if field.name in offered and hasattr(entry, field.attname):
                setattr(row, field.attname, getattr(entry, field.attname))
        for field in row._meta.many_to_many:
            if field.name in offered:
                keys = _keys(entry, field)
                then = field.remote_field.model._default_manager.filter(pk__in=keys)
                row._prefetched_objects_cache = {
                    **getattr(row, "_prefetched_objects_cache", {}),
                    field.name: then,
                }

    def _own_or_404(self, request: HttpRequest, object_id: str) -> Any:
        # simple-history falls back to the last history row, which would show a foreign object to exist.
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return row

    def _saves(self, row: Any) -> Any:
        saves = row.history.select_related("history_user").order_by("-history_date", "-history_id")
        return saves._select_related_history_tracked_objs()

    def _entries(self, saves: list[Any], every: Any) -> list[Entry]:
        """The saves in words, newest first; each is told against the one before it, which may be on another page."""
        earlier = [*saves[1:], every.filter(history_id__lt=saves[-1].history_id).first()] if saves else []
        return [self._entry(save, before) for save, before in zip(saves, earlier, strict=True)]

    def _entry(self, save: Any, before: Any) -> Entry:
        delta = save.diff_against(before, SECRET, foreign_keys_are_objs=True) if before else None
        changes = [self._change(change) for change in delta.changes] if delta else []
        who = str(save.history_user) if save.history_user else _("the site itself")
        reason = save.history_change_reason or ""
        reason = "" if reason.startswith(once.BY_FORM) else reason
        return Entry(save.history_id, save.history_date, who, str(KINDS[save.history_type]), reason, changes)

    def _change(self, change: Any) -> Change:
        field = self.opts.get_field(change.field)
        before, after = change.old, change.new
        if field.many_to_many:
            name = field.m2m_reverse_field_name()
            before, after = ([one[name] for one in side] for side in (before, after))
        return Change(label_of(field), readable(field, before), readable(field, after))


def _keys(entry: Any, field: Any) -> list[Any]:
    return [getattr(one, f"{field.m2m_reverse_field_name()}_id") for one in getattr(entry, field.name).all()]
