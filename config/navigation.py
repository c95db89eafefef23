"""The navigation registry: each app adds its lines here, in the order in which readers ask."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """One line of the main navigation: a URL name without arguments and its words."""

    url_name: str
    label: Promise
    staff_only: bool = False


@dataclass(frozen=True)
class Line:
    """An entry as one page shows it."""

    url: str
    label: Promise
    current: bool


ENTRIES = [
    Entry("home", _("Plans")),
    Entry("admin:index", _("Administration"), staff_only=True),
]


def context(request: HttpRequest) -> dict[str, object]:
    """The lines that the signed-in user may open, the page's own marked as current."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": []}
    here = request.resolver_match.view_name if request.resolver_match else ""
    entries = [entry for entry in ENTRIES if user.is_staff or not entry.staff_only]
    return {
        "navigation": [
            Line(reverse(entry.url_name), entry.label, entry.url_name == here) for entry in entries
        ]
    }
