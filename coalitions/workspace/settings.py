"""The set-up of coalitions: a new one by an operator, and its own settings by each Secretariat."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coalitions import setting_up
from coalitions.forms.differences import conflict_of, with_theirs
from coalitions.forms.settings import NewCoalitionForm, SettingsForm
from coalitions.languages import shown
from coalitions.models import Coalition
from coalitions.permissions import is_operator
from coalitions.refusal import Refused
from coalitions.versions import Stale, entry_at, mark_of
from coalitions.workspace.frame import SignedIn, frame, get_own_coalition

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def new_coalition(request: SignedIn) -> HttpResponse:
    """An operator sets up a coalition and invites who will run its Secretariat."""
    if not is_operator(request.user, timezone.localdate()):
        raise PermissionDenied
    form = NewCoalitionForm(*_posted(request), initial={"secretary_language": get_language()})
    if form.is_bound and form.is_valid() and _create(request, form):
        return redirect("home")
    return render(request, "workspace/new_coalition.html", {"form": form})


@require_http_methods(METHODS)
def settings(request: SignedIn, slug: str) -> HttpResponse:
    """A Secretariat changes its coalition's names, words and rules. A stranger gets 404, another seat 403."""
    coalition = get_own_coalition(request, slug)
    # The form writes what was typed into its row: the page's own words are taken before.
    values = frame(request, coalition) | {
        "slug": slug,
        "logo": coalition.logo,
        "made_from": mark_of(coalition),
    }
    form = SettingsForm(*_posted(request), instance=coalition)
    try:
        if form.is_bound and form.is_valid() and _change(request, coalition, form):
            return redirect("settings", slug)
    except Stale as stale:
        entry = entry_at(stale.row, request.POST["made_from"])
        values |= {"conflict": conflict_of(form, [], stale.row, entry)}
        return render(request, "workspace/settings.html", values | {"form": form}, status=409)
    return render(request, "workspace/settings.html", values | {"form": form})


def _create(request: SignedIn, form: NewCoalitionForm) -> bool:
    secretary, language = form.cleaned_data["secretary"], form.cleaned_data["secretary_language"]
    try:
        made = setting_up.create_coalition(
            form.to_fields(), secretary, language=language, by=request.user, now=timezone.now(), logo=form.png
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    words = {"name": shown(made, "name", get_language()), "address": secretary}
    messages.success(request, _("%(name)s was created. Its Secretariat was invited at %(address)s.") % words)
    _tell_darkened(request, form)
    return True


def _change(request: SignedIn, coalition: Coalition, form: SettingsForm) -> bool:
    try:
        changed = setting_up.change_settings(
            coalition,
            form.to_fields(),
            by=request.user,
            logo=form.png,
            made_from=request.POST.get("made_from", ""),
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("The settings were saved.") if changed else _("Nothing was changed."))
    _tell_darkened(request, form)
    return True


def _tell_darkened(request: SignedIn, form: SettingsForm) -> None:
    kept = form.darkened()
    if kept:
        words = {"asked": form.cleaned_data["accent"], "kept": kept}
        text = _("Text in the colour %(asked)s could not be read on white: %(kept)s was kept instead.")
        messages.warning(request, text % words)


def _posted(request: SignedIn) -> tuple[Any, Any]:
    return (with_theirs(request.POST), request.FILES) if request.method == "POST" else (None, None)
