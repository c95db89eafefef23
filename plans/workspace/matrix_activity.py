"""A row of the matrix, opened: in its place, or as a page on a phone and without JavaScript (law 8, S-B1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coalitions import versions
from coalitions.languages import shown
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn
from plans.completeness import of_rows
from plans.completeness.rows import load
from plans.editing import periods
from plans.editing.activities import change_activity
from plans.forms import conflict
from plans.forms.activity import RowForms
from plans.forms.acts import MoveForm
from plans.forms.parties import Directory
from plans.models import Activity, Plan
from plans.targets import write_target
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.matrix_page import (
    CONFLICT,
    INVALID,
    back,
    closed,
    get_activity,
    is_part,
    language_of,
    reswap,
    retarget,
    span_of,
)
from plans.workspace.matrix_rows import in_words, period_name

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def activity(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """The form of a row; a post saves it, alone (autosave) or to close it (`done`)."""
    plan = get_own_plan(request, slug)
    row = get_activity(plan, pk)
    directory = Directory(plan.coalition, language_of())
    opened = RowForms(plan, row, directory)
    if request.method != "POST":
        return _show(request, plan, row, opened)
    data = conflict.chosen(request.POST, opened) if conflict.is_choice(request.POST) else request.POST
    forms = RowForms(plan, row, directory, data)
    if not forms.is_valid():
        return _invalid(request, plan, row, forms)
    try:
        saved = change_activity(plan, pk, forms.change(), version=_version(request), by=request.user)
    except versions.Stale as stale:
        return _stale(request, plan, stale, directory)
    except Refused as refusal:
        forms.form.add_error(None, str(refusal))
        return _invalid(request, plan, row, forms)
    if "done" in request.POST or not is_part(request):
        return _done(request, plan, pk)
    return _state(request, plan, saved, forms)


def _version(request: SignedIn) -> int:
    """The version that the form was made from; one that is missing is nobody's."""
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _done(request: SignedIn, plan: Plan, pk: int) -> HttpResponse:
    if is_part(request) and "page" not in request.POST:
        return closed(plan, pk)
    return back(request, plan, f"a{pk}", _("The row was saved."))


def _show(request: SignedIn, plan: Plan, row: Activity, forms: RowForms, status: int = 200) -> HttpResponse:
    values = row_values(plan, row, forms)
    if is_part(request):
        return render(
            request, "plans/matrix/open_row.html", values | {"span": span_of(request)}, status=status
        )
    values |= plan_frame(request, plan)
    return render(request, "plans/matrix/activity.html", values, status=status)


def row_values(plan: Plan, row: Activity, forms: RowForms) -> dict[str, Any]:
    """What the form of a row shows beside its fields."""
    language = language_of()
    stored = RowForms(plan, row, forms.directory) if forms.form.is_bound else forms
    return {
        "plan": plan,
        "row": row,
        "name": row.code or shown(row, "title", language),
        "url": reverse("matrix", args=[plan.slug]),
        "forms": forms,
        "readings": readings(plan, row, forms),
        "understood": in_words(periods.spans_of(row), language),
        "shares": list(_shares(forms, language)),
        "shares_open": any(name.startswith("share-") for name in forms.form.initial),
        "lines": list(
            zip(forms.lines, [*_beside(row, forms), *[None] * len(forms.lines.forms)], strict=False)
        ),
        "base": conflict.fingerprint(conflict.texts(conflict.as_posted(stored), stored)),
        "party_names": list(forms.directory.names.values()),
        "move": MoveForm(plan=plan, auto_id="move_%s"),
    } | _around(plan, row)


def readings(plan: Plan, row: Activity, forms: RowForms) -> list[tuple[str, str, bool]]:
    """(value, words, whether chosen) of every reading of the typed period; one alone is nothing to choose from."""
    text = str(forms.form["period"].value() or "")
    found = periods.readings(periods.read(plan, text))
    chosen = str(forms.form["reading"].value() or "")
    return [
        (periods.encoded(one), in_words(one, language_of()), periods.encoded(one) == chosen) for one in found
    ]


@dataclass(frozen=True)
class Beside:
    """What stands beside an indicator's line: the other rows that show it, and how its targets were understood."""

    also: str
    understood: str


def _beside(row: Activity, forms: RowForms) -> Iterator[Beside]:
    for one in forms.indicators:
        also = ", ".join(other.code or "–" for other in one.activities.all() if other.pk != row.pk)
        unit = shown(one, "unit", language_of()).text
        told = [
            write_target(target.comparator, target.number, unit, target.per, language_of())
            for target in one.targets.all()
            if target.comparator and target.period_id is None
        ]
        yield Beside(also, "; ".join(filter(None, told)))


def _shares(forms: RowForms, language: str) -> Iterator[tuple[str, list[tuple[str, BoundField]]]]:
    for one in forms.form.share_periods:
        name = period_name(one, language)
        yield (
            name,
            [
                (_("Programmed, {period}").format(period=name), forms.form[f"share-{one.pk}-p"]),
                (_("Executed, {period}").format(period=name), forms.form[f"share-{one.pk}-e"]),
            ],
        )


def _around(plan: Plan, row: Activity) -> dict[str, Any]:
    """The warnings at the row, and the rows before and after it."""
    rows = load(plan)
    order = [one.pk for one in rows.activities]
    here = order.index(row.pk)
    return {
        "warnings": [one for one in of_rows(rows) if one.activity == row.pk],
        "before": rows.activities[here - 1] if here else None,
        "after": rows.activities[here + 1] if here + 1 < len(order) else None,
    }


def _invalid(request: SignedIn, plan: Plan, row: Activity, forms: RowForms) -> HttpResponse:
    """What could not be accepted: beside the fields as they are typed, or the page again with its errors."""
    if not is_part(request):
        return _show(request, plan, row, forms, INVALID)
    return render(request, "plans/matrix/state.html", {"forms": forms, "row": row}, status=INVALID)


def _state(request: SignedIn, plan: Plan, row: Activity, forms: RowForms) -> HttpResponse:
    """The answer to an autosave: that it is saved, what was understood, and the keys of new lines."""
    fresh = RowForms(plan, get_activity(plan, row.pk), forms.directory)
    values = row_values(plan, fresh.activity, fresh)
    values |= {"saved": timezone.now(), "keys": _keys_of_new(forms, fresh)}
    return render(request, "plans/matrix/state.html", values)


def _keys_of_new(posted: RowForms, fresh: RowForms) -> list[tuple[str, int]]:
    """(html id of the hidden field, key) of indicators that this save made, in their order."""
    known = {line.cleaned_data.get("id") for line in posted.lines if line.cleaned_data}
    made = iter([one.pk for one in fresh.indicators if one.pk not in known])
    blank = [line for line in posted.lines if _is_new(line.cleaned_data)]
    return list(zip([line["id"].id_for_label for line in blank], made, strict=False))


def _is_new(values: dict[str, Any]) -> bool:
    named = values and (values.get("name_es") or values.get("name_en"))
    return bool(named) and not values.get("id") and values.get("act") != "remove"


def _stale(request: SignedIn, plan: Plan, stale: versions.Stale, directory: Directory) -> HttpResponse:
    """Both versions, part by part; a form that says what is stored already was sent twice, and is saved."""
    row = get_activity(plan, stale.row.pk)
    opened = RowForms(plan, row, directory)
    found = conflict.differences(request.POST, opened)
    if not found:
        return (
            _done(request, plan, row.pk)
            if "done" in request.POST
            else _state_again(request, plan, row, opened)
        )
    values = {
        "plan": plan,
        "row": row,
        "name": row.code or shown(row, "title", language_of()),
        "url": reverse("matrix", args=[plan.slug]),
        "action": f"{reverse('matrix', args=[plan.slug])}activities/{row.pk}/",
        "differences": found,
        "change": stale.last_change,
        "typed": _typed(request),
        "in_place": is_part(request),
        "span": span_of(request),
    }
    if is_part(request):
        answer = render(request, "plans/matrix/open_conflict.html", values, status=CONFLICT)
        return reswap(retarget(answer, f"#a{row.pk}"), "outerHTML")
    return render(
        request, "plans/matrix/conflict_page.html", plan_frame(request, plan) | values, status=CONFLICT
    )


def _state_again(request: SignedIn, plan: Plan, row: Activity, opened: RowForms) -> HttpResponse:
    if not is_part(request):
        return _done(request, plan, row.pk)
    values = row_values(plan, row, opened) | {"saved": timezone.now(), "keys": []}
    return render(request, "plans/matrix/state.html", values)


def _typed(request: SignedIn) -> list[tuple[str, Any]]:
    """Every typed field, to be carried along to the choice."""
    left = {"csrfmiddlewaretoken", "version", "done"}
    return [
        (name, value)
        for name, value in request.POST.dict().items()
        if name not in left and not name.startswith("keep-")
    ]
