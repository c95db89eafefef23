"""The navigation registry: each issue adds its lines here, in the order in which readers ask.

This package knows nothing of the domain: an entry names, by its dotted path, the predicate or the list of places
of the app that knows, and it is looked up when a page is made.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """One line of the main navigation: a URL name and its words.

    `seen_by`: dotted path of `(user, on) -> bool`; empty for everybody who has signed in.
    `places`: dotted path of `(user, on) -> list of slugs`, for a page that each coalition has: the line leads to
    the coalition of the present page, or to the only one in the list.
    """

    url_name: str
    label: Promise
    seen_by: str = ""
    places: str = ""


@dataclass(frozen=True)
class Line:
    """An entry as one page shows it."""

    url: str
    label: Promise
    current: bool


PERMISSIONS = "coalitions.permissions"
ENTRIES = [
    Entry("home", _("Home")),
    Entry("asked", _("What is asked of me"), seen_by=f"{PERMISSIONS}.reports_for_somebody"),
    Entry("portfolio", _("Plans")),
    Entry("members", _("Members"), places=f"{PERMISSIONS}.secretariat_slugs"),
    Entry("people", _("People"), places=f"{PERMISSIONS}.secretariat_slugs"),
    Entry("settings", _("Settings"), places=f"{PERMISSIONS}.secretariat_slugs"),
    Entry("new_coalition", _("New coalition"), seen_by=f"{PERMISSIONS}.is_operator"),
    Entry("admin:index", _("Administration"), seen_by=f"{PERMISSIONS}.may_open_administration"),
]


def context(request: HttpRequest) -> dict[str, object]:
    """The lines that the signed-in user may open, the page's own marked as current."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": []}
    here = request.resolver_match.view_name if request.resolver_match else ""

    @cache
    def asked(path: str) -> Any:
        return import_string(path)(user, timezone.localdate())

    lines = []
    for entry in ENTRIES:
        place = _place(request, asked(entry.places)) if entry.places else None
        if (place or not entry.places) and (not entry.seen_by or asked(entry.seen_by)):
            url = reverse(entry.url_name, args=[place] if place else [])
            lines.append(Line(url, entry.label, entry.url_name == here))
    return {"navigation": lines}


def _place(request: HttpRequest, slugs: list[str]) -> str | None:
    """The coalition that the page is about, where the reader runs it; else the only one that the reader runs."""
    here = request.resolver_match.kwargs.get("slug") if request.resolver_match else None
    if here in slugs:
        return here
    return slugs[0] if len(slugs) == 1 else None
