"""The Django administration as a site of its own: who may open it, and how it refuses."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _

from coalitions.permissions import may_open_administration

METHODS = ["GET", "HEAD", "POST"]
# The registers by what a reader asks, in this order; each register says its own (`question`).
QUESTIONS = {
    "who": _("Who belongs, and to which bodies?"),
    "people": _("Who may do what?"),
    "plan": _("What was agreed to be done?"),
    "progress": _("What has been done?"),
    "meetings": _("What was decided, and where is it written?"),
    "site": _("How is the site run?"),
}


def opened_by(request: HttpRequest) -> bool:
    """Whether the administration is open to the request's user; asked once a request, not once a register."""
    if not hasattr(request, "administration_open"):
        request.administration_open = may_open_administration(  # type: ignore[attr-defined]
            request.user,  # type: ignore[arg-type]
            timezone.localdate(),
        )
    return bool(request.administration_open)  # type: ignore[attr-defined]


class Administration(AdminSite):
    """The stock administration, opened by a seat instead of a mark alone, with the site's own sign-in."""

    site_title = _("Plenaria administration")
    site_header = _("Plenaria administration")
    index_title = _("Registers")
    empty_value_display = "–"

    def has_permission(self, request: HttpRequest) -> bool:
        return opened_by(request)

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        stock = super().admin_view(view, cacheable)

        @wraps(stock)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            if request.user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            return stock(request, *args, **kwargs)

        return guarded

    @method_decorator(login_not_required)
    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """One sign-in for the whole site: a second form would have other limits."""
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return redirect_to_login(request.GET.get("next", "/"))

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        # No field asks it: choices are plain selects of what is inside a coalition.
        raise Http404

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The registers under the questions that they answer; all of an app for its own page."""
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        lines: dict[str, list[dict[str, Any]]] = {question: [] for question in QUESTIONS}
        for model, register in self._registry.items():
            known = (line for app in apps for line in app["models"] if line["model"] is model)
            lines[getattr(register, "question", "site")] += known
        return [
            {
                "name": QUESTIONS[question],
                "app_label": question,
                "app_url": "",
                "has_module_perms": True,
                "models": some,
            }
            for question, some in lines.items()
            if some
        ]
