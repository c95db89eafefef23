"""A report in a reader's words: what was asked, what was said of it, and what became of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.forms import BoundField
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions.languages import Text, shown, stored
from coalitions.models import Document
from coalitions.templatetags.content import figure, percent
from coalitions.workspace.frame import content
from plans import figures
from plans.aggregation import DENOMINATOR, NUMERATOR
from plans.figures import Asked
from plans.forms.fields import status_choices
from plans.forms.report import FIGURE, ReportForm
from plans.models import Acceptance, Indicator, Measurement, ProgressReport, Target
from plans.models.progress import Answer
from plans.targets import write_target
from plans.workspace.matrix_rows import period_name

State = ProgressReport.State


@dataclass(frozen=True)
class Line:
    """A value that is asked for: its fields, and what stands beside them."""

    name: Text
    kind: str
    unit: Text
    fields: list[BoundField]
    parts: list[tuple[str, list[BoundField]]]
    targets: list[str]
    rule: str
    last: str
    reached_on: date | None


@dataclass(frozen=True)
class Written:
    """A text of the form: its field, whether it may stay empty, and what stands in the other language."""

    field: BoundField
    help: str
    other: Text | None


@dataclass(frozen=True)
class Said:
    """An answer as it is read: in the report now, or in a version of it that was accepted."""

    kind: str
    status: tuple[str, str]
    executed: str
    texts: list[tuple[str, Text]]
    behalf: str
    without_evidence: str
    values: list[tuple[str, str]]
    evidence: list[Document]


@dataclass(frozen=True)
class Accepted:
    """A version that was accepted; `counts` for the one that does."""

    said: Said
    counts: bool
    at: datetime
    by: str
    correction: str
    alone: str


@dataclass(frozen=True)
class Event:
    """Something that happened to a report: sent, withdrawn, returned with a note …"""

    at: datetime
    words: str
    who: str
    note: str = field(default="")


def language_of() -> str:
    """The language of the interface."""
    return get_language() or "es"


def heading(row: ProgressReport) -> dict[str, Any]:
    """What every page of a report begins with."""
    return {
        "title": content(row.activity, "title"),
        "party": content(row.party, "name"),
        "plan": row.round.plan,
        "plan_title": content(row.round.plan, "title"),
        "period": period_name(row.round.period, language_of()),
    }


def around(row: ProgressReport) -> dict[str, Any]:
    """Which of how many the round asks of the party this is, and the ones before and after it."""
    rows = figures.of_the_same_party(row)
    here = next(place for place, one in enumerate(rows) if one.pk == row.pk)
    return {
        "place": here + 1,
        "of": len(rows),
        "before": rows[here - 1] if here else None,
        "after": rows[here + 1] if here + 1 < len(rows) else None,
    }


def texts_of(form: ReportForm) -> list[Written]:
    """The texts of the form; one that is written in both languages shows the other beside it."""
    row, own = form.desk.report, form.desk.language
    other = next(code for code in figures.LANGUAGES if code != own)
    helps = {
        "done": _(
            "Three or four sentences are enough. Once accepted, they stand in the report to the plenary."
        ),
        "difficulties": _("Please write no names of persons and no cases under investigation."),
        "next_steps": "",
    }
    return [
        Written(form[name], help, Text(text, other, False) if (text := stored(row, name, other)) else None)
        for name, help in helps.items()
    ]


def lines_of(form: ReportForm) -> list[Line]:
    """The values that the form asks for, each with its target, its rule and what was accepted last."""
    return [_line(one, form) for one in form.desk.asked]


def _line(one: Asked, form: ReportForm) -> Line:
    row, key = one.indicator, f"{FIGURE}{one.indicator.pk}-"
    fields = [form[name] for name in form.fields if name.startswith(key)]
    of_parts = iter(bound for bound in fields if bound.name.startswith(f"{key}part-"))
    return Line(
        name=content(row, "name"),
        kind=one.kind,
        unit=content(row, "unit"),
        fields=[bound for bound in fields if not bound.name.startswith(f"{key}part-")],
        parts=[(name, [next(of_parts) for _part in parts]) for name, parts in one.names.items()]
        if fields
        else [],
        targets=list(filter(None, (_target(target, row) for target in _telling(row)))),
        rule=str(row.get_rule_display()) if one.kind != "milestone" else "",
        last=value_in_words(row, one.last) if one.last else "",
        reached_on=one.last.on if one.reached and one.last else None,
    )


def _telling(row: Indicator) -> list[Target]:
    """The targets that say more than "reached", which is what a milestone is asked anyway."""
    return [target for target in row.targets.all() if target.comparator != "done" or target.period]


def _target(target: Target, row: Indicator) -> str:
    text = content(target, "text").text
    unit = content(row, "unit").text
    words = text or write_target(target.comparator, target.number, unit, target.per or row.per, language_of())
    return f"{period_name(target.period, language_of())}: {words}" if target.period and words else words


def value_in_words(indicator: Indicator, row: Measurement) -> str:
    """A kept value as it is read; what is no figure is "not reported", never zero (law 1)."""
    if row.value is None and not row.parts:
        return content(row, "text").text or _("not reported")
    if indicator.kind == Indicator.Kind.MILESTONE:
        if not row.value:
            return _("not reached yet")
        return _("reached on {day}").format(day=date_format(row.on, "DATE_FORMAT"))
    return _number_in_words(indicator, row.value, row.parts, content(indicator, "unit").text)


def _number_in_words(indicator: Indicator, value: Decimal | None, parts: dict[str, Any], unit: str) -> str:
    if indicator.rule == Indicator.Rule.MEMBERS:
        return _("yes") if value else _("not yet")
    known = {name: Decimal(str(one)) for name, one in parts.items() if one is not None}
    if indicator.rule == Indicator.Rule.RATIO:
        return f"{figure(known.get(NUMERATOR)) or '–'} / {figure(known.get(DENOMINATOR)) or '–'}"
    told = ", ".join(f"{name} {figure(one)}" for name, one in known.items())
    whole = " ".join(filter(None, (figure(value) or _("not reported"), unit)))
    return f"{whole} ({told})" if told else whole


def last_of(row: ProgressReport, last: Acceptance | None) -> dict[str, Any] | None:
    """What was accepted last, to stand beside the form; None where nothing was."""
    if last is None:
        return None
    period = period_name(last.report.round.period, language_of())
    return {"said": _said(row, last, []), "at": last.accepted_at, "period": period}


def said_now(row: ProgressReport) -> Said:
    """What the report says now, accepted or not."""
    rows = row.measurements.select_related("indicator").order_by("indicator__position", "accepted", "pk")
    newest: dict[int, Measurement] = {}
    for one in rows:
        newest.setdefault(one.indicator_id, one)
    values = [
        (content(one.indicator, "name").text, value_in_words(one.indicator, one)) for one in newest.values()
    ]
    return _said(row, row, values, row.evidence.all())


def accepted_of(row: ProgressReport) -> list[Accepted]:
    """Every version that was accepted, the newest first."""
    versions = list(row.acceptances.select_related("accepted_by").prefetch_related("evidence"))
    keys = {one.get("indicator") for version in versions for one in version.figures}
    known = Indicator.objects.filter(pk__in=[key for key in keys if isinstance(key, int)]).in_bulk()
    return [
        Accepted(
            said=_said(row, one, list(_figures(one, known)), one.evidence.all()),
            counts=one.current,
            at=one.accepted_at,
            by=str(one.accepted_by or ""),
            correction=one.correction,
            alone=one.alone,
        )
        for one in versions
    ]


def _figures(version: Acceptance, known: dict[int, Indicator]) -> Iterator[tuple[str, str]]:
    """The values of an accepted version, as they were written down with it."""
    for one in version.figures:
        row = known.get(one.get("indicator"))
        if row is None:
            continue
        value = None if one.get("value") is None else Decimal(str(one["value"]))
        if value is None and not one.get("parts"):
            words = one.get("text") or _("not reported")
        elif row.kind == Indicator.Kind.MILESTONE:
            words = _("reached") if value else _("not reached yet")
        else:
            words = _number_in_words(row, value, one.get("parts") or {}, content(row, "unit").text)
        yield content(row, "name").text, words


def _said(
    row: ProgressReport, answer: Answer, values: list[tuple[str, str]], evidence: Iterable[Document] = ()
) -> Said:
    words = dict(status_choices(row.round.plan))
    status = answer.status or ""
    labels = {"done": _("What was done"), "difficulties": _("Difficulties"), "next_steps": _("Next steps")}
    told = [(label, shown(answer, name, language_of())) for name, label in labels.items()]
    return Said(
        kind=str(answer.get_kind_display()) if answer.kind else "",
        status=(status or "not_reported", words[status]),
        executed=percent(answer.executed, exact=True) if answer.executed is not None else _("not reported"),
        texts=[(label, text) for label, text in told if text],
        behalf=_behalf(answer),
        without_evidence=answer.without_evidence,
        values=values,
        evidence=list(evidence),
    )


def _behalf(answer: Answer) -> str:
    if not answer.channel or answer.given_on is None:
        return ""
    words = _(
        "Entered by the Secretariat on behalf of the party: {who} gave the answer on {day}, by: {channel}."
    )
    return words.format(
        who=answer.given_by, day=date_format(answer.given_on, "DATE_FORMAT"),
        channel=answer.get_channel_display(),
    )  # fmt: skip


def events_of(row: ProgressReport) -> list[Event]:
    """What happened to the report, newest first, as its history tells it."""
    names = (
        "state",
        "objection",
        "channel",
        "review_note_es",
        "review_note_en",
        "history_date",
        "history_user__name",
    )
    events: list[Event] = []
    state, objection = State.ASKED.value, ""
    for entry in row.history.order_by("history_date", "history_id").values(*names):  # type: ignore[attr-defined]
        at, who = entry["history_date"], entry["history_user__name"] or ""
        if words := _turn(state, entry):
            note = entry["review_note_es"] or entry["review_note_en"] or ""
            events.append(Event(at, words, who, note if entry["state"] == State.RETURNED else ""))
        if entry["objection"] and entry["objection"] != objection:
            events.append(Event(at, _("The party objected"), who, entry["objection"]))
        state, objection = entry["state"], entry["objection"]
    return events[::-1]


def _turn(before: str, entry: dict[str, Any]) -> str:
    """What a change of state means, in words; "" where there is none to tell."""
    after = entry["state"]
    if before == after:
        return ""
    if after == State.SUBMITTED:
        return _("Entered on behalf of the party") if entry["channel"] else _("Sent")
    turns = {
        (State.SUBMITTED, State.DRAFT): _("Withdrawn"),
        (State.ACCEPTED, State.DRAFT): _("Opened again, to report anew"),
        (State.SUBMITTED, State.RETURNED): _("Returned with a note"),
        (State.SUBMITTED, State.ACCEPTED): _("Accepted"),
    }
    return turns.get((State(before), State(after)), "")
