"""Two versions of a row of the matrix, part by part: what somebody typed, and what was saved meanwhile (law 8)."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from coalitions.forms.differences import THEIRS, Difference
from coalitions.wording import NOTHING
from plans.forms.activity import IndicatorLineForm, IndicatorLines, PartyLines, RowForms
from plans.forms.objective import ObjectiveForms

BASE = "base"
UNTOLD = {"kind": "", "add": ""}  # they only say how a party that is not there yet is added
# What is chosen together, and the beginnings of the names of its fields; every other field stands for itself.
GROUPS: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "result": (gettext_lazy("Result"), ("result_",)),
    "indicators": (gettext_lazy("Indicators and milestones"), ("indicator-",)),
    "period": (gettext_lazy("Period"), ("period", "reading", "own_")),
    "parties": (gettext_lazy("Responsible"), ("party-",)),
    "shares": (gettext_lazy("Percentages"), ("share-",)),
    "status": (gettext_lazy("Status"), ("status",)),
}
Forms = RowForms | ObjectiveForms


def as_posted(opened: Forms | forms.BaseForm) -> dict[str, str]:
    """What a browser would send back from one form or several, untouched."""
    if isinstance(opened, forms.BaseForm):
        return dict(_values(opened))
    data = as_posted(opened.form)
    for lines in opened.formsets:
        for part in (lines.management_form, *lines):
            data |= as_posted(part)
    return data


def _values(form: forms.BaseForm) -> Iterator[tuple[str, str]]:
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if value not in (None, False):
            yield bound.html_name, "on" if value is True else str(value)


def texts(data: Mapping[str, Any], forms_: Forms) -> dict[str, str]:
    """Each part as a reader sees it, so that two versions can be compared."""
    grouped = tuple(start for _label, starts in GROUPS.values() for start in starts)
    told = {name: clean(data.get(name)) for name in forms_.form.fields if not name.startswith(grouped)}
    parties = PartyLines(data, form_kwargs={"directory": forms_.directory}, prefix="party")
    told["parties"] = "\n".join(_told(line, UNTOLD) for line in parties if line["party"].value())
    return told | _of_activity(data, forms_) if isinstance(forms_, RowForms) else told


def _of_activity(data: Mapping[str, Any], forms_: RowForms) -> dict[str, str]:
    days = ("own_start", "own_end") if data.get("reading") == "own" else ("reading",)
    status = dict(forms_.form.fields["status"].choices).get(clean(data.get("status")), "")  # type: ignore[attr-defined]
    lines = IndicatorLines(data, form_kwargs={"language": forms_.plan.language}, prefix="indicator")
    result = dict(forms_.result_choices()).get(str(data.get("result_of") or ""), "")
    return {
        "result": _lines(result, data.get("result_es"), data.get("result_en")),
        "period": _lines(
            data.get("period"), " – ".join(filter(None, (clean(data.get(name)) for name in days)))
        ),
        "status": _lines(status, data.get("status_on")),
        "indicators": _lines(
            *(_told(one, _settled(one)) for one in lines if one["name_es"].value() or one["name_en"].value())
        ),
        "shares": _lines(*_shares(data, forms_)),
    }


def _told(line: forms.Form, settled: Mapping[str, str]) -> str:
    values = {name: clean(line[name].value()) for name in line.fields if name != "id"} | dict(settled)
    return " · ".join(_word(line.fields[name], text) for name, text in values.items() if text)


def _settled(line: IndicatorLineForm) -> dict[str, str]:
    """What counts where a field is left blank: the unit that a target names, the usual reading of a text."""
    unit, language = f"unit_{line.language}", get_language() or "es"
    named = next((one.unit for one in line.statements if one.unit), "")
    read = {
        f"reading-{place}": one.words(one.counted, language) if one.options else ""
        for place, one in enumerate(line.statements)
    }
    return {unit: clean(line[unit].value()) or named, **read}


def _word(field: forms.Field, text: str) -> str:
    if isinstance(field, forms.BooleanField):
        return str(field.label)
    return str(dict(getattr(field, "choices", ())).get(text, text))


def _shares(data: Mapping[str, Any], forms_: RowForms) -> Iterable[str]:
    for period in forms_.form.share_periods:
        pair = [clean(data.get(f"share-{period.pk}-{letter}")) for letter in ("p", "e")]
        if any(pair):
            yield f"{period}: {' / '.join(part or '–' for part in pair)}"


def _lines(*values: Any) -> str:
    return "\n".join(filter(None, map(clean, values)))


def clean(value: Any) -> str:
    """A text as versions are compared by: whatever the browser did with its ends."""
    return "\n".join(str(value or "").strip().splitlines())


def fingerprint(told: Mapping[str, str]) -> str:
    """What each part was when the form was opened, in short: tells later who changed it."""
    return json.dumps({name: _short(text) for name, text in told.items()}, separators=(",", ":"))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def differences(mine: Mapping[str, Any], opened: Forms) -> list[Difference]:
    """Where what was typed differs from what is stored now; none where both say the same."""
    ours = texts(mine, opened)
    labels = {
        name: str(GROUPS[name][0] if name in GROUPS else opened.form.fields[name].label) for name in ours
    }
    return compared(mine, ours, texts(as_posted(opened), opened), labels)


def compared(
    mine: Mapping[str, Any], ours: Mapping[str, str], stored: Mapping[str, str], labels: Mapping[str, str]
) -> list[Difference]:
    """The parts of two versions that differ; `mine`, the posted data, carries what each part was at first."""
    base = _base(mine)
    return [
        Difference(
            name,
            label,
            stored[name] or NOTHING,
            ours[name] or NOTHING,
            theirs=base.get(name) == _short(ours[name]),
        )
        for name, label in labels.items()
        if ours[name] != stored[name]
    ]


def _base(data: Mapping[str, Any]) -> dict[str, str]:
    try:
        found = json.loads(data.get(BASE) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def chosen(data: QueryDict, opened: Forms | forms.BaseForm) -> Mapping[str, Any]:
    """The typed fields, with the stored ones in those parts of which the saved version was chosen."""
    theirs = tuple(start for name in data.getlist(THEIRS) for start in GROUPS.get(name, ("", (name,)))[1])
    if not theirs:
        return data
    typed = {key: value for key, value in data.items() if not key.startswith(theirs)}
    return typed | {key: value for key, value in as_posted(opened).items() if key.startswith(theirs)}
