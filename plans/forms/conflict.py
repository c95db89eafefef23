"""Two versions of one row, field by field: what somebody typed, and what was saved meanwhile (law 8)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plans.forms.activity import RowForms

MINE, THEIRS = "mine", "theirs"
BASE = "base"
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
        data |= posted(part)
    for line in [*forms_.parties, *forms_.lines]:
        data |= posted(line)
    return data


def posted(form: forms.BaseForm) -> dict[str, str]:
    """What a browser would send back from one form, untouched."""
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
    told = {name: clean(data.get(name)) for name in PARTS}
    result = dict(forms_.result_choices()).get(str(data.get("result_of") or ""), "")
    told["result"] = _lines(result, data.get("result_es"), data.get("result_en"))
    days = (
        [data.get("own_start"), data.get("own_end")]
        if data.get("reading") == "own"
        else [data.get("reading")]
    )
    told["period"] = _lines(data.get("period"), " – ".join(filter(None, map(clean, days))))
    status = dict(forms_.form.fields["status"].choices).get(clean(data.get("status")), "")  # type: ignore[attr-defined]
    told["status"] = _lines(status, data.get("status_on"))
    told["parties"] = "\n".join(
        _numbered(data, "party", ("party", "role", "duty_es", "duty_en", "possible"), ("party",))
    )
    names = ("name_es", "name_en", "targets", "kind", "rule", "act")
    told["indicators"] = "\n".join(_numbered(data, "indicator", names, ("name_es", "name_en")))
    told["shares"] = "\n".join(_shares(data, forms_))
    return told


def _numbered(
    data: Mapping[str, Any], prefix: str, names: Iterable[str], needed: Iterable[str]
) -> Iterable[str]:
    total = clean(data.get(f"{prefix}-TOTAL_FORMS"))
    for number in range(min(int(total), 60) if total.isdecimal() else 0):
        values = {name: clean(data.get(f"{prefix}-{number}-{name}")) for name in names}
        if any(values[name] for name in needed):
            yield " · ".join(filter(None, (_word(name, text) for name, text in values.items())))


def _word(name: str, text: str) -> str:
    return _("possible") if name == "possible" and text else text


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


def differences(mine: Mapping[str, Any], opened: RowForms) -> list[Difference]:
    """Where what was typed differs from what is stored now; none where both say the same."""
    labels = {name: str(label) for name, (label, _fields) in PARTS.items()}
    return compared(texts(mine, opened), texts(as_posted(opened), opened), mine, labels)


def compared(
    ours: Mapping[str, str], stored: Mapping[str, str], mine: Mapping[str, Any], labels: Mapping[str, str]
) -> list[Difference]:
    """The parts of two versions that differ, by their labels; `mine` carries what each part was at first."""
    base = _base(mine)
    return [
        Difference(
            name,
            label,
            ours[name],
            stored[name],
            THEIRS if base.get(name) == _short(ours[name]) else MINE,
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


def is_choice(data: Mapping[str, Any]) -> bool:
    """Whether the post comes from a page that showed two versions."""
    return any(name.startswith("keep-") for name in data)


def chosen(data: QueryDict, opened: RowForms) -> dict[str, Any]:
    """The typed fields, with the stored ones in those parts where "theirs" was chosen."""
    return merged(data, as_posted(opened), {name: fields for name, (_label, fields) in PARTS.items()})


def merged(data: QueryDict, stored: dict[str, str], parts: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The typed fields, with the stored ones in those parts, by the beginnings of their names, of which
    "theirs" was chosen."""
    taken: dict[str, Any] = data.dict()
    for name, beginnings in parts.items():
        if data.get(f"keep-{name}") == THEIRS:
            taken = {key: value for key, value in taken.items() if not key.startswith(beginnings)}
            taken |= {key: value for key, value in stored.items() if key.startswith(beginnings)}
    return taken
