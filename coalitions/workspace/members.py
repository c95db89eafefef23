"""The members of a coalition: the list, one party, and what a Secretariat does with them (G1, G10, G17, P20)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coalitions import membership, party_list
from coalitions.forms.members import AliasForm, BodyForm, EndForm, NewPartyForm, PartyListForm, StandingForm
from coalitions.models import Coalition, Party
from coalitions.refusal import Refused
from coalitions.workspace import roll
from coalitions.workspace.frame import SignedIn, content, frame, get_coalition, get_own_coalition

METHODS = ["GET", "HEAD", "POST"]


@require_safe
def members(request: SignedIn, slug: str) -> HttpResponse:
    """Every party of the coalition by kind; addresses of people are only for its Secretariat."""
    coalition = get_coalition(request, slug)
    values = frame(request, coalition)
    groups = roll.grouped(coalition, timezone.localdate(), with_addresses=values["may_change"])
    alone = not any(row.standing for _kind, rows in groups for row in rows)
    return render(request, "workspace/members.html", values | {"groups": groups, "alone": alone})


@require_http_methods(METHODS)
def add_party(request: SignedIn, slug: str) -> HttpResponse:
    """One party with its spellings and standing."""
    coalition = get_own_coalition(request, slug)
    form = NewPartyForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            party = membership.add_party(coalition, form.new_party(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(name)s was added.") % {"name": party.name})
            return redirect("party", slug, party.pk)
    return render(request, "workspace/add_party.html", frame(request, coalition) | {"form": form})


@require_http_methods(METHODS)
def add_list(request: SignedIn, slug: str) -> HttpResponse:
    """A list, pasted or in a file: first what would be made of it, then, when confirmed, all of it or nothing."""
    coalition = get_own_coalition(request, slug)
    today = timezone.localdate()
    if request.method != "POST":
        form = PartyListForm(today=today)
        return render(request, "workspace/add_list.html", frame(request, coalition) | {"form": form})
    form = PartyListForm(request.POST, request.FILES, today=today)
    values = frame(request, coalition) | {"form": form}
    if form.is_valid():
        reading = party_list.read(form.cleaned_data["cells"], coalition, form.otherwise())
        if "confirm" in request.POST and not reading.problems:
            return _add_chosen(request, coalition, reading)
        # A file cannot be sent back to the browser: its rows wait for the confirmation as text.
        text = party_list.as_text(form.cleaned_data["cells"]) if request.FILES else request.POST["text"]
        kept = PartyListForm({**request.POST.dict(), "text": text}, today=today)
        values |= {"form": kept, "reading": reading, "text": text, "verdicts": _by_verdict(reading)}
    return render(request, "workspace/add_list.html", values)


@require_safe
def party(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """A party: its names, standing, places, spellings, and who acts for it."""
    coalition = get_coalition(request, slug)
    return _party_page(request, coalition, get_object_or_404(coalition.parties, pk=pk), {})


@require_POST
def change_standing(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Admit the party, or give it another standing."""

    def act(row: Party, values: dict[str, Any]) -> None:
        membership.change_standing(row, values["standing"], on=values["on"], by=request.user)

    return _act(request, slug, pk, "standing", act)


@require_POST
def end_membership(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """End the party's standing."""

    def act(row: Party, values: dict[str, Any]) -> None:
        membership.end_membership(row, **values, by=request.user)

    return _act(request, slug, pk, "end", act)


@require_POST
def put_in_body(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Give the party a place in a body."""

    def act(row: Party, values: dict[str, Any]) -> None:
        membership.put_in_body(row, **values, by=request.user)

    return _act(request, slug, pk, "body", act)


@require_POST
def leave_body(request: SignedIn, slug: str, pk: int, term: int) -> HttpResponse:
    """End one of the party's places."""

    def act(row: Party, values: dict[str, Any]) -> None:
        membership.leave_body(get_object_or_404(row.places, pk=term), **values, by=request.user)

    return _act(request, slug, pk, f"leave{term}", act)


@require_POST
def add_alias(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Let one more spelling stand for the party."""

    def act(row: Party, values: dict[str, Any]) -> None:
        membership.add_alias(row, **values, by=request.user)

    return _act(request, slug, pk, "alias", act)


def _act(
    request: SignedIn, slug: str, pk: int, name: str, act: Callable[[Party, dict[str, Any]], None]
) -> HttpResponse:
    """Run one act on a party of the coalition in the address; a refusal is shown at its form."""
    coalition = get_own_coalition(request, slug)
    row = get_object_or_404(coalition.parties, pk=pk)
    form = _form(name, coalition, request.POST)
    if form.is_valid():
        try:
            act(row, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The change was saved."))
            return redirect("party", slug, pk)
    return _party_page(request, coalition, row, {name: form})


def _form(name: str, coalition: Coalition, data: Any = None) -> Form:
    """One of the small forms of a party's page, with ids of its own."""
    today, auto_id = timezone.localdate(), f"{name}_%s"
    if name == "standing":
        return StandingForm(data, today=today, auto_id=auto_id)
    if name == "body":
        return BodyForm(data, coalition=coalition, today=today, auto_id=auto_id)
    if name == "alias":
        return AliasForm(data, auto_id=auto_id)
    return EndForm(data, today=today, auto_id=auto_id)


def _party_page(request: SignedIn, coalition: Coalition, row: Party, bound: dict[str, Form]) -> HttpResponse:
    values = frame(request, coalition)
    places, standings = roll.places(row), roll.standings(row)
    forms = {name: bound.get(name) or _form(name, coalition) for name in ("standing", "end", "body", "alias")}
    leaving = {
        place.pk: bound.get(f"leave{place.pk}") or _form(f"leave{place.pk}", coalition) for place in places
    }
    values |= {
        "party": row,
        "name": content(row, "name"),
        "country": roll.name_of(row.country, request.LANGUAGE_CODE),
        "standings": standings,
        "may_end": any(held.ended_on is None for held in standings),
        "places": [(place, leaving[place.pk]) for place in places],
        "holders": roll.holders(row, with_addresses=values["may_change"]),
        "spellings": row.aliases.order_by("pk"),
        "forms": forms,
        "form": next(iter(bound.values()), None),
    }
    return render(request, "workspace/party.html", values)


def _add_chosen(request: SignedIn, coalition: Coalition, reading: party_list.Reading) -> HttpResponse:
    anyway = {int(row) for row in request.POST.getlist("anyway") if row.isdecimal()}
    made = len(membership.add_parties(coalition, reading.chosen(anyway), by=request.user))
    if made:
        text = ngettext("%(number)s party was added.", "%(number)s parties were added.", made)
        messages.success(request, text % {"number": made})
    else:
        messages.info(request, _("Nothing was added: every party of the list is there already."))
    return redirect("members", coalition.slug)


def _by_verdict(reading: party_list.Reading) -> dict[str, list[party_list.Line]]:
    return {verdict.value: reading.of(verdict) for verdict in party_list.Verdict}
