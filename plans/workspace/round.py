"""One round: opened with a preview of who is asked and of the mails, followed in its cockpit, closed (T7, R3, G20)."""

from collections.abc import Callable
from datetime import date, datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coalitions.workspace.frame import SignedIn
from plans import rounds as verbs
from plans.forms.rounds import CloseForm, DueForm, OpeningForm, TicksForm, initial_of, proposed_day
from plans.models import Round
from plans.periods import called, heading
from plans.workspace.frame import plan_frame
from plans.workspace.round_rows import Choice, Cockpit, sample
from plans.workspace.rounds import get_plan_to_run
from plans.workspace.saving import AnyForm, attempt

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def open_round(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Who is asked, as ticks that can be changed, and the mails; a POST shows both again, or opens the round."""
    call, now = _get_round(request, slug, pk), timezone.now()
    if call.opened_at:
        return redirect("round", slug, pk)
    on = call.plan.coalition.day_of(now)
    partners = (request.POST.get("partners_too") or request.GET.get("partners")) in ("1", "True")
    form = OpeningForm(
        request.POST if request.method == "POST" else None,
        today=on, initial=initial_of(call, on, partners_too=partners),
    )  # fmt: skip
    if "open" in request.POST and attempt(request, form, lambda: _open(request, call, form, now)):
        return redirect("round", slug, pk)
    choice = Choice(call, on, _language(), partners_too=partners)
    return _opening_page(request, call, choice, form, form.pairs() if form.is_bound else choice.proposed)


def _open(request: SignedIn, call: Round, form: OpeningForm, now: datetime) -> None:
    verbs.open_round(call, form.pairs(), form.opening(), by=request.user, at=now)


def _opening_page(
    request: SignedIn, call: Round, choice: Choice, form: OpeningForm, ticked: set[verbs.Key]
) -> HttpResponse:
    mails = choice.mails(ticked)
    for name in ("es", "en"):
        setattr(call, f"message_{name}", form[f"message_{name}"].value() or "")
    # The mails are shown with the day that the form proposes or holds.
    held = form.cleaned_data if form.is_bound and form.is_valid() else form.initial
    call.due = held["due"]
    values = _values(request, call) | {
        "form": form,
        "choice": choice,
        "table": choice.table(ticked),
        "number": len(ticked),
        "mails": mails,
        "alone": choice.alone(ticked),
        "samples": [(code, sample(call, mails, code, choice.on)) for code in ("es", "en") if mails],
        "partners": form["partners_too"].value(),
    }
    return render(request, "plans/round_open.html", values)


@require_safe
def cockpit(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """How the round stands, and what can be done with it."""
    call = _get_round(request, slug, pk)
    return redirect("open_round", slug, pk) if call.opened_at is None else _cockpit(request, call, {})


@require_http_methods(METHODS)
def adjust_round(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Who is asked in an open round, as ticks; what something was written in stays."""
    call, now = _get_round(request, slug, pk), timezone.now()
    if call.state != Round.State.OPEN:
        return redirect("round", slug, pk)
    on = call.plan.coalition.day_of(now)
    form = TicksForm(request.POST if request.method == "POST" else None, today=on)
    if request.method == "POST" and attempt(
        request, form,
        lambda: verbs.adjust(call, form.pairs(), request.POST.get("seen", ""), by=request.user, at=now),
    ):  # fmt: skip
        return redirect("round", slug, pk)
    choice = Choice(call, on, _language(), partners_too=call.partners_too)
    values = _values(request, call) | {
        "form": form,
        "choice": choice,
        "table": choice.table(form.pairs() if form.is_bound else choice.asked),
        "seen": verbs.seen_of(call),
    }
    return render(request, "plans/round_adjust.html", values)


@require_POST
def extend_round(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Another day for an open round."""
    return _act(request, slug, pk, "extend", verbs.extend)


@require_POST
def close_round(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Take no more reports."""
    return _act(request, slug, pk, "close", verbs.close)


@require_POST
def reopen_round(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Take reports again."""
    return _act(request, slug, pk, "reopen", verbs.reopen)


@require_POST
def remind_round(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Remind whoever still has something to report, now."""
    call, form, made = _get_round(request, slug, pk), Form(request.POST), []
    if not attempt(
        request, form, lambda: made.extend(verbs.remind(call, by=request.user, at=timezone.now()))
    ):
        return _cockpit(request, call, {"remind": form})
    number = sum(not notice.held for notice in made)
    words = ngettext("%(number)d reminder is on its way.", "%(number)d reminders are on their way.", number)
    messages.info(
        request, words % {"number": number} if made else _("Everybody concerned was reminded today already.")
    )
    return redirect("round", slug, pk)


def _act(request: SignedIn, slug: str, pk: int, name: str, act: Callable[..., None]) -> HttpResponse:
    call, now = _get_round(request, slug, pk), timezone.now()
    form = _form(name, call, call.plan.coalition.day_of(now), request.POST)
    if attempt(request, form, lambda: act(call, **form.cleaned_data, by=request.user, at=now)):
        return redirect("round", slug, pk)
    return _cockpit(request, call, {name: form})


def _form(name: str, call: Round, on: date, data: QueryDict | None = None) -> AnyForm:
    if name == "close":
        return CloseForm(data, auto_id="close_%s")
    return DueForm(data, today=on, initial={"due": proposed_day(call.due, on)}, auto_id=f"{name}_%s")


def _cockpit(request: SignedIn, call: Round, bound: dict[str, AnyForm]) -> HttpResponse:
    call = _get_round(request, call.plan.slug, call.pk)
    on = call.plan.coalition.day_of(timezone.now())
    forms = {name: bound.get(name) or _form(name, call, on) for name in ("extend", "close", "reopen")}
    values = _values(request, call) | {
        "forms": forms,
        "form": next(iter(bound.values()), None),
        "cockpit": Cockpit(call, _language(), on),
        "days_left": (call.due - on).days,
    }
    return render(request, "plans/round.html", values)


def _get_round(request: SignedIn, slug: str, pk: int) -> Round:
    """A round of a plan whose rounds the reader may run; 404 for any other."""
    plan = get_plan_to_run(request, slug)
    call = get_object_or_404(plan.rounds.select_related("period"), pk=pk)
    call.plan = plan
    return call


def _values(request: SignedIn, call: Round) -> dict[str, object]:
    return plan_frame(request, call.plan) | {
        "round": call,
        "round_name": heading(called(call.period, _language())),
    }


def _language() -> str:
    return get_language() or "es"
