"""The pages that withdraw rows of a register: one row from its form, or several from the list."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from coalitions import withdrawal
from coalitions.admin.inside import coalition_of
from coalitions.admin.two_editors import MADE_FROM
from coalitions.refusal import Refused
from coalitions.versions import marks


@admin.action(description=gettext_lazy("Withdraw the selected rows"))
def withdraw_selected(register: Any, request: HttpRequest, rows: Any) -> HttpResponse:
    """First asks for the reason, then acts."""
    return register.withdraw(request, [row.pk for row in rows])


class Withdrawing(admin.ModelAdmin):
    """A register whose rows may go while nothing hangs on them."""

    actions = [withdraw_selected]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict:
        # Django's own deletion asks for no reason and leaves no entry.
        return {name: one for name, one in super().get_actions(request).items() if name != "delete_selected"}

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return self.withdraw(request, [row.pk])

    def withdraw(self, request: HttpRequest, keys: list[Any]) -> HttpResponse:
        """The page that asks for a reason; and the act, where it was sent back with one."""
        said, status = "", 200
        if request.method == "POST" and "reason" in request.POST:
            try:
                with transaction.atomic():
                    return self._withdrawn(request, keys)
            except Refused as refusal:
                said, status = str(refusal), 200 if not request.POST["reason"].strip() else 409
        rows = list(self.get_queryset(request).filter(pk__in=keys))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Withdraw"),
            "opts": self.opts,
            "rows": [(row, mark) for row, mark in zip(rows, marks(self.model, rows).values(), strict=True)],
            "said": said,
            "reason": request.POST.get("reason", ""),
        }
        return TemplateResponse(request, "admin/withdraw.html", context, status=status)

    def _withdrawn(self, request: HttpRequest, keys: list[Any]) -> HttpResponse:
        mine = self.get_queryset(request).filter(pk__in=keys)
        for owner in {self.raises(row) for row in mine} - {None}:
            type(owner)._default_manager.select_for_update(of=("self",)).get(pk=owner.pk)
        rows = list(
            self.model._default_manager.filter(pk__in=mine.values("pk"))
            .order_by("pk")
            .select_for_update(of=("self",))
        )
        now = [f"{row.pk}:{mark}" for row, mark in zip(rows, marks(self.model, rows).values(), strict=True)]
        if not rows or sorted(now) != sorted(request.POST.getlist(MADE_FROM)):
            raise Refused(
                _("Nothing was withdrawn: a row was changed since you opened this page. Please look again.")
            )
        coalitions = {coalition_of(row) for row in rows}
        if len(coalitions) > 1:
            raise Refused(_("Please withdraw rows of one coalition at a time."))
        for row in rows:
            self._raise(row)
        withdrawal.withdraw(rows, coalitions.pop(), reason=request.POST["reason"], by=request.user)
        text = ngettext("%(number)s row was withdrawn.", "%(number)s rows were withdrawn.", len(rows))
        messages.success(request, text % {"number": len(rows)})
        return HttpResponseRedirect(self.list_url())
