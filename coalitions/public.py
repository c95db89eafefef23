"""The public face: who a coalition is, its logo, and the statements of the site. No plan or report stands here."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, get_language_info
from django.views.decorators.http import require_safe

from coalitions.languages import shown
from coalitions.models import Coalition, User


def public_coalitions() -> QuerySet[Coalition]:
    """Those that have written a text for everybody. Writing none is how a coalition stays unseen."""
    return Coalition.objects.filter(Q(about_es__gt="") | Q(about_en__gt=""))


@login_not_required
@require_safe
def coalition(request: HttpRequest, slug: str) -> HttpResponse:
    """Who a coalition is and how to reach it; 404 where it has no public text, as where it does not exist."""
    row = get_object_or_404(public_coalitions(), slug=slug)
    language = get_language()
    about = shown(row, "about", language)
    values = {
        "coalition": row,
        "name": shown(row, "name", language),
        "about": about,
        "tongues": [get_language_info(code)["name_translated"] for code in row.languages],
        "accent_url": reverse("accent", args=[row.accent.removeprefix("#")]),
    }
    return render(request, "public/coalition.html", values)


@login_not_required
@require_safe
def logo(request: HttpRequest, slug: str) -> FileResponse:
    """The logo as our own PNG: to everybody where the coalition has a public page, else to its people."""
    rows = public_coalitions()
    if isinstance(request.user, User):
        rows = rows | Coalition.objects.visible_to(request.user, timezone.localdate())
    row = get_object_or_404(rows.select_related("logo"), slug=slug)
    if row.logo is None:
        raise Http404
    try:
        return FileResponse(row.logo.file.open(), content_type="image/png")
    except FileNotFoundError as error:
        raise Http404 from error


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What this site keeps of people, and for how long."""
    return render(request, "public/privacy.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far these pages can be used by everybody."""
    return render(request, "public/accessibility.html")
