"""A row of the matrix, opened: in its place, or as a page on a phone and without JavaScript (law 8, S-B1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coalitions import versions
from coalitions.forms.differences import Conflict
from coalitions.languages import shown
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn
from plans.completeness import of_rows
from plans.completeness.rows import load
from plans.editing import periods, targeting
from plans.editing.activities import change_activity
from plans.forms import conflict
from plans.forms.activity import IndicatorLineForm, RowForms
from plans.forms.acts import MoveForm
from plans.forms.parties import Directory
from plans.models import Activity, Indicator, Plan
from plans.workspace.frame import get_own_plan
from plans.workspace.matrix_page import (
    CONFLICT,
    INVALID,
    closed,
    elsewhere,
    get_activity,
    is_part,
    language_of,
    part_or_page,
    reswap,
    retarget,
    span_of,
)
from plans.workspace.matrix_rows import in_words, period_name
from plans.workspace.saving import posted_number

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
    forms = RowForms(plan, row, directory, conflict.chosen(request.POST, opened))
    if not forms.is_valid():
        return _invalid(request, plan, row, forms)
    try:
        saved = change_activity(
            plan, pk, forms.change(), version=posted_number(request, "version"), by=request.user
        )
    except versions.Stale as stale:
        return _stale(request, plan, stale, forms)
    except Refused as refusal:
        forms.form.add_error(None, str(refusal))
        return _invalid(request, plan, row, forms)
    return _saved(request, plan, saved, forms)


def _saved(request: SignedIn, plan: Plan, row: Activity, forms: RowForms) -> HttpResponse:
    if is_part(request) and "done" not in request.POST:
        return _state(request, plan, row, forms)
    if is_part(request) and "page" not in request.POST:
        return closed(plan, row.pk)
    messages.success(request, _("The row was saved."))
    return elsewhere(request, f"{reverse('matrix', args=[plan.slug])}#a{row.pk}")


def _show(
    request: SignedIn, plan: Plan, row: Activity, forms: RowForms, status: int = 200, **more: Any
) -> HttpResponse:
    values = row_values(plan, row, forms) | more
    return part_or_page(request, plan, ("open_row", "activity"), values, status)


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
        "lines": [(line, beside(line, row, _indicator_of(line, forms))) for line in forms.lines],
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
    """What stands beside an indicator's line: the other rows that show it, how its targets were understood, and the
    statements that can mean several things, each with its options as (value, words, whether chosen)."""

    known: bool
    also: str
    understood: str
    choices: list[tuple[str, str, list[tuple[str, str, bool]]]]


def beside(line: IndicatorLineForm, row: Activity, one: Indicator | None, *, saved: bool = False) -> Beside:
    """For a line with the indicator that it is, if it is one yet; `saved` just now, by the form as it stands."""
    language = language_of()
    chosen = [str(line[f"reading-{place}"].value() or "") for place in range(len(line.statements))]
    if saved and one:
        chosen = targeting.picks(one, line.language)[: len(chosen)]
    choices = [
        (
            line.add_prefix(f"reading-{place}"),
            said.text,
            [(value, _option(said, value, language), value == chosen[place]) for value in said.options],
        )
        for place, said in enumerate(line.statements)
        if said.options
    ]
    if one is None:
        return Beside(False, "", "", choices)
    also = ", ".join(other.code or "–" for other in one.activities.all() if other.pk != row.pk)
    unit, held = shown(one, "unit", language).text, targeting.of_whole_plan(one)
    told = targeting.in_words(
        [target for target in held if target.number is not None], repeat(unit), language
    )
    return Beside(True, also, told, choices)


def _option(said: targeting.Statement, value: str, language: str) -> str:
    words = said.words(value, language)
    if len(said.options[value]) == 1:
        return words
    return _("all of these, each a target of its own: {targets}").format(targets=words)


def _indicator_of(line: IndicatorLineForm, forms: RowForms) -> Indicator | None:
    key = str(line["id"].value() or "")
    return next((one for one in forms.indicators if str(one.pk) == key), None)


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
    return render(
        request, "plans/matrix/state.html", {"forms": forms, "posted": forms, "row": row}, status=INVALID
    )


def _state(request: SignedIn, plan: Plan, row: Activity, forms: RowForms) -> HttpResponse:
    """The answer to an autosave: that it is saved, what was understood, and the keys of new lines."""
    directory = Directory(plan.coalition, language_of())
    fresh = RowForms(plan, get_activity(plan, row.pk), directory)
    values = row_values(plan, fresh.activity, fresh) | {"saved": timezone.now(), "posted": forms}
    values["lines"] = [
        (line, beside(line, row, one, saved=True), one.pk) for line, one in _now(forms, fresh) if one
    ]
    return render(request, "plans/matrix/state.html", values)


def _now(posted: RowForms, fresh: RowForms) -> Iterator[tuple[IndicatorLineForm, Indicator | None]]:
    """Each posted line with its indicator; those that this save made come in the order of their lines."""
    there = {one.pk: one for one in fresh.indicators}
    known = {line.cleaned_data.get("id") for line in posted.lines}
    made = iter([one for one in fresh.indicators if one.pk not in known])
    for line in posted.lines:
        values = line.cleaned_data
        named = bool(values.get("name_es") or values.get("name_en")) and values.get("act") != "remove"
        yield line, there.get(values.get("id") or 0) or (next(made, None) if named else None)


def _stale(request: SignedIn, plan: Plan, stale: versions.Stale, forms: RowForms) -> HttpResponse:
    """Both versions, part by part; a form that says what is stored already was sent twice, and is saved."""
    row, typed = get_activity(plan, stale.row.pk), forms.form.data
    opened = RowForms(plan, row, Directory(plan.coalition, language_of()))
    found = conflict.differences(typed, opened)
    if not found:
        return _saved(request, plan, row, forms)
    forms = RowForms(plan, row, opened.directory, typed)
    more = {"conflict": Conflict(row, found), "again": reverse("matrix_activity", args=[plan.slug, row.pk])}
    if not is_part(request):
        return _show(request, plan, row, forms, CONFLICT, **more)
    more |= {"in_place": "page" not in request.POST, "span": span_of(request)}
    values = row_values(plan, row, forms) | more
    answer = render(request, "plans/matrix/row_form.html", values, status=CONFLICT)
    return reswap(retarget(answer, f"#opened-{row.pk}"), "outerHTML")
