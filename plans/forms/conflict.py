"""Two versions of one row, field by field: what somebody typed, and what was saved meanwhile (law 8)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from plans.forms.activity import IndicatorLineForm, IndicatorLines, PartyLines, RowForms

MINE, THEIRS = "mine", "theirs"
BASE = "base"
UNTOLD = {"kind": "", "add": ""}  # they only say how a party that is not there yet is added
# What is chosen together, and the beginnings of the names of its fields.
PARTS: dict[str, tuple[Promise, tuple[str, ...]]] = {
    "code": (gettext_lazy("Number"), ("code",)),
    "title_es": (gettext_lazy("Title in Spanish"), ("title_es",)),
    "title_en": (gettext_lazy("Title in English"), ("title_en",)),
    "result": (gettext_lazy("Result"), ("result_",)),
    "indicators": (gettext_lazy("Indicators and milestones"), ("indicator-",)),
    "period": (gettext_lazy("Period"), ("period", "reading", "own_")),
    "parties": (gettext_lazy("Responsible"), ("party-",)),
    "shares": (gettext_lazy("Percentages"), ("share-",)),
    "status": (gettext_lazy("Status"), ("status",)),
    "resources_es": (gettext_lazy("Resources in Spanish"), ("resources_es",)),
    "resources_en": (gettext_lazy("Resources in English"), ("resources_en",)),
    "observations_es": (gettext_lazy("Observations in Spanish"), ("observations_es",)),
    "observations_en": (gettext_lazy("Observations in English"), ("observations_en",)),
}


@dataclass(frozen=True)
class Difference:
    """A part in which the two versions differ. `chosen` is the one that is offered first: whoever changed it."""

    name: str
    label: str
    mine: str
    theirs: str
    chosen: str


def as_posted(forms_: RowForms) -> dict[str, str]:
    """What a browser would send back from the forms, untouched."""
    data: dict[str, str] = {}
    for part in (forms_.form, forms_.parties.management_form, forms_.lines.management_form):
        data |= _posted(part)
    for line in [*forms_.parties, *forms_.lines]:
        data |= _posted(line)
    return data


def _posted(form: forms.BaseForm) -> dict[str, str]:
    values = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if value is True:
            values[bound.html_name] = "on"
        elif value not in (None, False):
            values[bound.html_name] = str(value)
    return values


def texts(data: Mapping[str, Any], forms_: RowForms) -> dict[str, str]:
    """Each part as a reader sees it, so that two versions can be compared."""
    told = {name: _clean(data.get(name)) for name in PARTS}
    result = dict(forms_.result_choices()).get(str(data.get("result_of") or ""), "")
    told["result"] = _lines(result, data.get("result_es"), data.get("result_en"))
    days = (
        [data.get("own_start"), data.get("own_end")]
        if data.get("reading") == "own"
        else [data.get("reading")]
    )
    told["period"] = _lines(data.get("period"), " – ".join(filter(None, map(_clean, days))))
    status = dict(forms_.form.fields["status"].choices).get(_clean(data.get("status")), "")  # type: ignore[attr-defined]
    told["status"] = _lines(status, data.get("status_on"))
    parties = PartyLines(data, form_kwargs={"directory": forms_.directory}, prefix="party")
    told["parties"] = "\n".join(_told(line, UNTOLD) for line in parties if line["party"].value())
    lines = IndicatorLines(data, form_kwargs={"language": forms_.plan.language}, prefix="indicator")
    told["indicators"] = "\n".join(
        _told(line, _settled(line)) for line in lines if line["name_es"].value() or line["name_en"].value()
    )
    told["shares"] = "\n".join(_shares(data, forms_))
    return told


def _told(line: forms.Form, settled: Mapping[str, str]) -> str:
    values = {name: _clean(line[name].value()) for name in line.fields if name != "id"} | dict(settled)
    return " · ".join(_word(line.fields[name], text) for name, text in values.items() if text)


def _settled(line: IndicatorLineForm) -> dict[str, str]:
    """What counts where a field is left blank: the unit that a target names, the usual reading of a text."""
    unit, language = f"unit_{line.language}", get_language() or "es"
    named = next((one.unit for one in line.statements if one.unit), "")
    read = {
        f"reading-{place}": one.words(one.counted, language) if one.options else ""
        for place, one in enumerate(line.statements)
    }
    return {unit: _clean(line[unit].value()) or named, **read}


def _word(field: forms.Field, text: str) -> str:
    if isinstance(field, forms.BooleanField):
        return str(field.label)
    return str(dict(getattr(field, "choices", ())).get(text, text))


def _shares(data: Mapping[str, Any], forms_: RowForms) -> Iterable[str]:
    for period in forms_.form.share_periods:
        pair = [_clean(data.get(f"share-{period.pk}-{letter}")) for letter in ("p", "e")]
        if any(pair):
            yield f"{period}: {' / '.join(part or '–' for part in pair)}"


def _lines(*values: Any) -> str:
    return "\n".join(filter(None, map(_clean, values)))


def _clean(value: Any) -> str:
    return "\n".join(str(value or "").strip().splitlines())


def fingerprint(told: Mapping[str, str]) -> str:
    """What each part was when the form was opened, in short: tells later who changed it."""
    return json.dumps({name: _short(text) for name, text in told.items()}, separators=(",", ":"))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def differences(mine: Mapping[str, Any], opened: RowForms) -> list[Difference]:
    """Where what was typed differs from what is stored now; none where both say the same."""
    ours, stored = texts(mine, opened), texts(as_posted(opened), opened)
    base = _base(mine)
    return [
        Difference(
            name,
            str(label),
            ours[name],
            stored[name],
            THEIRS if base.get(name) == _short(ours[name]) else MINE,
        )
        for name, (label, _fields) in PARTS.items()
        if ours[name] != stored[name]
    ]


def _base(data: Mapping[str, Any]) -> dict[str, str]:
    try:
        found = json.loads(data.get(BASE) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def is_choice(data: Mapping[str, Any]) -> bool:
    """Whether the post comes from a page that showed two versions."""
    return any(name.startswith("keep-") for name in data)


def chosen(data: QueryDict, opened: RowForms) -> dict[str, Any]:
    """The typed fields, with the stored ones in those parts where "theirs" was chosen."""
    stored, merged = as_posted(opened), data.dict()
    for name, (_label, beginnings) in PARTS.items():
        if data.get(f"keep-{name}") == THEIRS:
            merged = {key: value for key, value in merged.items() if not key.startswith(beginnings)}
            merged |= {key: value for key, value in stored.items() if key.startswith(beginnings)}
    return merged
