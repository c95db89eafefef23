"""Several rows of the matrix at once, and rows pasted from a spreadsheet."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from coalitions import once
from coalitions.refusal import Refused
from coalitions.workspace.frame import SignedIn
from plans.editing import many, pasting
from plans.editing.many import Chosen, Outcome
from plans.editing.parties import PartyLine
from plans.editing.pasting.columns import FIELDS
from plans.forms.acts import ManyForm, PasteForm, chosen_rows
from plans.forms.parties import Directory
from plans.models import Plan
from plans.workspace.frame import get_own_plan, plan_frame
from plans.workspace.matrix_acts import key_of
from plans.workspace.matrix_page import CONFLICT, INVALID, back, language_of, show
from plans.workspace.matrix_rows import in_words

METHODS = ["GET", "HEAD", "POST"]


@require_POST
def several(request: SignedIn, slug: str) -> HttpResponse:
    """A party, moved dates or a status for all chosen rows, or for none."""
    plan = get_own_plan(request, slug)
    form = ManyForm(
        request.POST, plan=plan, directory=Directory(plan.coalition, language_of()), auto_id="many_%s"
    )
    chosen = chosen_rows(request.POST.getlist("row"))
    ticked = {"ticked": list(chosen)}
    if form.is_valid() and not chosen:
        form.add_error(None, _("Please tick the rows first."))
    if not form.is_valid():
        return show(request, plan, edits=True, many=form, status=INVALID, **ticked)
    try:
        outcome = _act(plan, chosen, form.cleaned_data, request)
    except many.StaleRows as stale:
        codes = ", ".join(row.code or str(row.pk) for row in stale.rows)
        form.add_error(
            None,
            _(
                "Somebody changed these rows since you saw them: {codes}. Nothing was done; please look again."
            ).format(codes=codes),
        )
        return show(request, plan, edits=True, many=form, status=CONFLICT, **ticked)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return show(request, plan, edits=True, many=form, status=CONFLICT, **ticked)
    return back(request, plan, "several", _in_words(outcome))


def _act(plan: Plan, chosen: Chosen, values: dict[str, Any], request: SignedIn) -> Outcome:
    if values["act"] == "party":
        line = PartyLine(values["party"].pk, values["role"] or "responsible", {"es": "", "en": ""})
        return many.set_party(plan, chosen, line, replace=values["replace"], by=request.user)
    if values["act"] == "shift":
        months, days = values["months"] or 0, values["days"] or 0
        return many.shift(plan, chosen, months=months, days=days, by=request.user)
    return many.set_status(plan, chosen, values["status"] or None, values["status_on"], by=request.user)


def _in_words(outcome: Outcome) -> str:
    said = ngettext("{number} row was changed.", "{number} rows were changed.", outcome.changed)
    if not outcome.left:
        return said.format(number=outcome.changed)
    left = ngettext("{number} row was left as it is.", "{number} rows were left as they are.", outcome.left)
    return f"{said.format(number=outcome.changed)} {left.format(number=outcome.left)}"


@require_http_methods(METHODS)
def paste(request: SignedIn, slug: str) -> HttpResponse:
    """Rows pasted: first what would be made of them, with every doubt; then, confirmed, all of them or nothing."""
    plan = get_own_plan(request, slug)
    form = PasteForm(request.POST or None, plan=plan, initial={"objective": request.GET.get("objective")})
    values: dict[str, Any] = {"form": form, "url": reverse("matrix", args=[slug])}
    status = 200
    if request.method == "POST" and form.is_valid():
        text, above = form.cleaned_data["text"], form.cleaned_data["objective"]
        try:
            reading = pasting.read(plan, text, form.columns(request.POST))
            values |= _preview(reading, plan) | {"above": above, "text": text}
            if "confirm" in request.POST:
                new = set(request.POST.getlist("new"))
                rows = pasting.paste(plan, above.pk, reading, new, by=request.user, key=key_of(request))
                return back(request, plan, f"a{rows[0].pk}", _added(len(rows)))
        except once.AlreadySaved:
            return back(
                request, plan, f"o{above.pk}", _("These rows were added before."), level=messages.INFO
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = INVALID
    return render(request, "plans/matrix/paste.html", plan_frame(request, plan) | values, status=status)


def _added(number: int) -> str:
    return ngettext("{number} activity was added.", "{number} activities were added.", number).format(
        number=number
    )


def _preview(reading: pasting.Reading, plan: Plan) -> dict[str, Any]:
    shown = [field for field in reading.columns if field and field not in ("code", "title")]
    return {
        "reading": reading,
        "fields": list(FIELDS.items()),
        "columns": [
            (number, reading.heads[number], field, _first(reading, field))
            for number, field in enumerate(reading.columns)
        ],
        "shown": [(field, FIELDS[field]) for field in shown],
        "rows": [
            (row, [(str(FIELDS[field]), row.values.get(field, ""), _read_as(field, row)) for field in shown])
            for row in reading.rows
        ],
    }


def _first(reading: pasting.Reading, field: str) -> str:
    return next((row.values[field] for row in reading.rows if row.values.get(field)), "") if field else ""


def _read_as(field: str, row: pasting.PastedRow) -> str:
    if field == "period":
        return in_words(row.schedule.spans, language_of()) if row.schedule.understood else ""
    if field == "responsible":
        return ", ".join(str(one.party) for one in row.parties if one.party)
    return ""
