"""What is missing in the other language of a plan, and writing it (law 10, D bis)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import CharField, QuerySet, Value
from django.utils.translation import gettext as _

from coalitions import audit, versions
from coalitions.languages import stored
from coalitions.models import User
from coalitions.refusal import Refused
from plans.behind import Behind, Text, behind
from plans.models import (
    Activity,
    Indicator,
    Level,
    Objective,
    Period,
    Plan,
    PlanLink,
    Responsibility,
    Result,
    Section,
    Target,
)
from plans.translation import TRANSLATED

# Each register of a plan: the way to the plan, and what its place on the page is called by.
REGISTERS: dict[type[models.Model], tuple[str, tuple[str, ...]]] = {
    Plan: ("pk", ()),
    Section: ("plan", ()),
    PlanLink: ("plan", ("other",)),
    Level: ("plan", ()),
    Period: ("plan", ()),
    Objective: ("plan", ()),
    Result: ("objective__plan", ("objective",)),
    Activity: ("plan", ()),
    Indicator: ("plan", ("objective",)),
    Target: ("indicator__plan", ("indicator",)),
    Responsibility: ("plan", ("party", "objective", "activity")),
}
BY_NAME = {str(model._meta.model_name): model for model in REGISTERS}
SETTLED = "both languages agree: "
"""Begins the reason, in the history, of a save that says so; the name of the field follows."""


@dataclass(frozen=True)
class Gap:
    """A text that is behind in one language. `row` is where it stands, `seen` what a form of it must carry."""

    row: models.Model
    field: str
    es: str
    en: str
    behind: Behind
    seen: str

    @property
    def register(self) -> str:
        """The name of the register in addresses and forms."""
        return str(self.row._meta.model_name)


def gaps(plan: Plan) -> list[Gap]:
    """Every text of the plan that is behind in one language, the oldest change first.

    Twelve queries whatever the plan holds: one a register, and one for the history of all of them.
    """
    past = _history(plan)
    found = [gap for row in _rows(plan) for gap in _of_row(row, past)]
    return sorted(found, key=lambda gap: (gap.behind.since, gap.register, gap.row.pk))


@transaction.atomic
def write(
    plan: Plan, register: str, pk: int, field: str, texts: dict[str, str], seen: str, *, by: User, agree: bool
) -> bool:
    """Write one text in both languages; says whether anything was written.

    `agree` says that the two agree though one was not changed. Raises KeyError or the model's DoesNotExist for a
    place that is not in this plan, Stale where the text is not as it was seen, Refused where it may not be so.
    """
    model = BY_NAME[register]
    if field not in TRANSLATED[model]:
        raise KeyError(field)
    names = _columns(field)
    rows = model._default_manager.filter(**{REGISTERS[model][0]: plan.pk})
    row = versions.lock_as_seen(rows, pk, names, seen)
    changed = any(stored(row, field, code) != text for code, text in texts.items())
    if not changed and not agree:
        return False
    _put(row, field, texts)
    row._change_reason = f"{SETTLED}{field}" if agree else None  # type: ignore[attr-defined]
    _save(row)
    change = {"register": register, "field": field, "agree": agree}
    audit.record(plan.coalition, "text translated", actor=by, obj=row, label=str(plan), change=change)
    return True


def _put(row: models.Model, field: str, texts: dict[str, str]) -> None:
    base: Any = row._meta.get_field(field)
    if not base.blank and not any(text.strip() for text in texts.values()):
        raise Refused(_("This text is needed in at least one language."))
    longest = base.max_length
    if longest and any(len(text) > longest for text in texts.values()):
        raise Refused(_("This text may have at most %(longest)d characters.") % {"longest": longest})
    for code, text in texts.items():
        setattr(row, f"{field}_{code}", text)


def _save(row: Any) -> None:
    """Save it, and raise the version of the row that it hangs on: who edits that one must see it."""
    if hasattr(row, "version"):
        versions.save(row)
        return
    row.save()
    owner = next(
        getattr(row, name)
        for name in ("activity", "objective", "indicator", "plan")
        if getattr(row, name, None)
    )
    versions.save(versions.lock(type(owner)._default_manager.all(), owner.pk, None))


def _columns(field: str) -> tuple[str, str]:
    return f"{field}_es", f"{field}_en"


def _rows(plan: Plan) -> Iterator[models.Model]:
    yield plan
    for model, (path, related) in REGISTERS.items():
        if model is not Plan:
            yield from model._default_manager.filter(**{path: plan.pk}).select_related(*related)


def _of_row(row: models.Model, past: dict[tuple[str, int, str], list[Text]]) -> Iterator[Gap]:
    for field in TRANSLATED[type(row)]:
        es, en = stored(row, field, "es"), stored(row, field, "en")
        found = behind(past.get((str(row._meta.model_name), row.pk, field), []))
        if found and found.absent == (not es.strip() or not en.strip()) and (es.strip() or en.strip()):
            yield Gap(row, field, es, en, found, versions.fingerprint(row, _columns(field)))


def _history(plan: Plan) -> dict[tuple[str, int, str], list[Text]]:
    """What each text of the plan was over time, by register, row and field: one query."""
    parts = [
        _past(model, path, field, plan)
        for model, (path, _) in REGISTERS.items()
        for field in TRANSLATED[model]
    ]
    found: dict[tuple[str, int, str], list[Text]] = {}
    for register, field, pk, _key, at, es, en, reason in sorted(
        parts[0].union(*parts[1:], all=True), key=lambda part: (part[4], part[3])
    ):
        settled = reason == f"{SETTLED}{field}"
        found.setdefault((register, pk, field), []).append(Text(at, es or "", en or "", settled))
    return found


def _past(model: Any, path: str, field: str, plan: Plan) -> QuerySet[Any]:
    place = {"id" if model is Plan else path: plan.pk}
    rows = model.history.model.objects.filter(**place).order_by()
    named = {"of_register": Value(model._meta.model_name), "of_field": Value(field)}
    for name, value in named.items():
        value.output_field = CharField()
        named[name] = value
    columns = ("of_register", "of_field", "id", "history_id", "history_date", *_columns(field))
    return rows.annotate(**named).values_list(*columns, "history_change_reason")
