"""What a reviewer corrects in a report before accepting it; what was sent stays in its history, and is named."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from coalitions.refusal import Refused
from plans.models import Measurement, ProgressReport

TEXTS = tuple(f"{name}_{code}" for name in ("done", "difficulties", "next_steps") for code in ("es", "en"))
FIELDS = ("status", "executed", "without_evidence", *TEXTS)
OF_FIGURES = ("value", "parts", "text_es", "text_en")

Figures = dict[int, dict[str, Any]]


def apply(report: ProgressReport, changes: dict[str, Any], why: str) -> str:
    """Put the changes into the report and its waiting values; returns the correction in words, "" where there is none.

    `changes`: fields of the report by name, and "figures": {key of a waiting value: {"value", "parts", "text_es" ...}}.
    Figures are saved, the report is not. Raises Refused where something differs and nobody says why.
    """
    rows = Measurement.objects.filter(report=report, accepted=False, pk__in=changes.get("figures", {}))
    lines = list(_change(report, {name: changes[name] for name in FIELDS if name in changes}))
    for row in rows.select_related("indicator"):
        said = changes["figures"][row.pk]
        found = list(_change(row, {name: said[name] for name in OF_FIGURES if name in said}))
        if found:
            row.save()
        lines += [f"{row.indicator}: {line.partition(': ')[2]}" for line in found]
    if lines and not why.strip():
        raise Refused(_("Please write why you correct the report: whoever wrote it will read it."))
    return "\n".join([why.strip(), *lines]) if lines else ""


def _change(row: Any, values: dict[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        before = getattr(row, name)
        if (before if before is not None else "") == (value if value is not None else ""):
            continue
        setattr(row, name, value)
        label = row._meta.get_field(name).verbose_name
        yield f"{label}: {_said(row, name, before)} → {_said(row, name, value)}"


def _said(row: Any, name: str, value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, dict):
        return ", ".join(f"{key} {part}" for key, part in value.items()) or "–"
    choices = dict(row._meta.get_field(name).flatchoices)
    return str(choices.get(value, value) or "–")
