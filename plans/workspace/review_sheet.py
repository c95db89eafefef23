"""One report beside what was accepted before it: what it says, its values, what would follow, and its history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions.languages import Text
from coalitions.models import Document
from coalitions.templatetags.content import figure, percent
from coalitions.workspace.frame import content
from plans.aggregation import Aggregate, Measured, aggregate
from plans.models import Acceptance, Indicator, Measurement, ProgressReport, Target
from plans.workspace.matrix_rows import period_name
from plans.workspace.report_told import value_in_words
from plans.workspace.review_queue import status_of

NUMERIC = {"sum", "latest", "maximum", "average", "ratio", "members"}
State = ProgressReport.State
TEXTS = ("done", "difficulties", "next_steps")


@dataclass(frozen=True)
class Cell:
    """What one column says: texts, a status as (mark, word), documents; nothing of it is "not reported"."""

    texts: Sequence[Text | str] = ()
    status: tuple[str, str] | None = None
    documents: Sequence[Document] = ()

    @property
    def said(self) -> bool:
        return bool(self.texts or self.status or self.documents)


@dataclass(frozen=True)
class Row:
    """One thing that a report says, before and now; `notes` under it: the difference, the target, the rule."""

    label: str
    before: Cell
    now: Cell
    notes: Sequence[str] = ()

    @property
    def changed(self) -> bool:
        return self.before != self.now


@dataclass(frozen=True)
class Event:
    """Something that happened to the report: when, by whom, what, and in which words."""

    at: datetime
    who: str
    what: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    """The whole page of one report. `previous` says which version stands beside it, "" where none was accepted."""

    rows: list[Row]
    previous: str
    previous_on: date | None
    effects: list[str]
    history: list[Event]


def sheet_of(report: ProgressReport) -> Sheet:
    """Everything the reviewer sees; the number of queries does not grow with its rows."""
    before = _previous(report)
    figures = _Figures(report)
    return Sheet(
        rows=[*_rows(report, before), *figures.rows(), *_texts(report, before), *_evidence(report, before)],
        previous=period_name(before.report.round.period, get_language() or "es") if before else "",
        previous_on=before.accepted_at.date() if before else None,
        effects=list(figures.effects()),
        history=list(_history(report)),
    )


def _previous(report: ProgressReport) -> Acceptance | None:
    """What was accepted last of this activity by this party: in an earlier round, or in this one."""
    rows = Acceptance.objects.filter(
        current=True, report__activity=report.activity_id, report__party=report.party_id,
        report__round__period__end__lte=report.round.period.end,
    ).order_by("-report__round__period__end", "-accepted_at")  # fmt: skip
    if report.state == State.ACCEPTED:
        rows = rows.exclude(report=report)
    return rows.select_related("report__round__period").first()


def _rows(report: ProgressReport, before: Acceptance | None) -> Iterator[Row]:
    if report.kind or (before and before.kind):
        yield Row(_("Answer"), _kind(before), _kind(report))
    yield Row(_("Status"), _status(before, report), _status(report, report))
    was, comes = before.executed if before else None, report.executed
    yield Row(_("Executed"), _level(was), _level(comes), _difference(was, comes, _("points")))


def _kind(row: Any) -> Cell:
    return Cell([str(row.get_kind_display())] if row and row.kind else [])


def _status(row: Any, report: ProgressReport) -> Cell:
    return Cell(status=status_of(row, report.round.plan)) if row and row.status else Cell()


def _level(value: Decimal | None) -> Cell:
    return Cell() if value is None else Cell([percent(value, exact=True)])


def _texts(report: ProgressReport, before: Acceptance | None) -> Iterator[Row]:
    for name in (*TEXTS, "without_evidence"):
        label = str(ProgressReport._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        was, comes = _text(before, name), _text(report, name)
        if name in TEXTS or was.said or comes.said:
            yield Row(label[:1].upper() + label[1:], was, comes)


def _text(row: Any, name: str) -> Cell:
    if row is None:
        return Cell()
    text = content(row, name) if name in TEXTS else row.without_evidence
    return Cell([text] if text else [])


def _evidence(report: ProgressReport, before: Acceptance | None) -> Iterator[Row]:
    yield Row(_("Evidence"), _proof(before), _proof(report))


def _proof(row: Any) -> Cell:
    """Its documents; a report without any has none, which is no figure that is missing."""
    documents = _documents(row)
    return Cell([_("no evidence")] if row and not documents else [], documents=documents)


def _documents(row: Any) -> list[Document]:
    return list(row.evidence.order_by("pk")) if row else []


def _difference(before: Decimal | None, now: Decimal | None, unit: str = "") -> list[str]:
    """How much more or less than before; nothing where either is unknown (law 1)."""
    if before is None or now is None or before == now:
        return []
    words = _("%(number)s more") if now > before else _("%(number)s less")
    return [words % {"number": f"{figure(abs(now - before))} {unit}".strip()}]


class _Figures:
    """The values of a report beside those that count, with target and rule, and what they would make of the whole."""

    def __init__(self, report: ProgressReport) -> None:
        self.report, self.language = report, get_language() or "es"
        rows = Measurement.objects.filter(report=report).select_related("indicator")
        own = list(rows.order_by("indicator__position", "indicator_id", "on"))
        self.waiting = [row for row in own if not row.accepted]
        shown = self.waiting if report.state != State.ACCEPTED else own
        self.own = {row.indicator_id: row for row in shown}
        asked = Indicator.objects.filter(activities=report.activity_id)
        self.indicators = {row.pk: row for row in asked.order_by("position", "pk")}
        self.indicators |= {row.indicator_id: row.indicator for row in shown}
        counting = Measurement.objects.filter(indicator__in=self.indicators, accepted=True).order_by(
            "on", "pk"
        )
        self.counting: dict[int, list[Measurement]] = {}
        for row in counting:
            self.counting.setdefault(row.indicator_id, []).append(row)
        self.targets: dict[int, list[Target]] = {}
        for target in (
            Target.objects.filter(indicator__in=self.indicators).select_related("period").order_by("pk")
        ):
            self.targets.setdefault(target.indicator_id, []).append(target)

    def rows(self) -> Iterator[Row]:
        for key, indicator in self.indicators.items():
            row, before = self.own.get(key), self._before(key)
            differ = _difference(before.value if before else None, row.value if row else None)
            label = str(content(indicator, "name"))
            yield Row(
                label, _value(indicator, before), _value(indicator, row), [*differ, *self._asked(indicator)]
            )

    def _before(self, key: int) -> Measurement | None:
        """The last value of this party that counts, without what is this report's own."""
        accepted = self.report.state == State.ACCEPTED
        rows = [
            row
            for row in self.counting.get(key, [])
            if row.party_id == self.report.party_id
            and row.on <= self.report.round.period.end
            and not (accepted and row.report_id == self.report.pk)
        ]
        return rows[-1] if rows else None

    def _asked(self, indicator: Indicator) -> Iterator[str]:
        for target in self.targets.get(indicator.pk, []):
            if text := content(target, "text"):
                when = f" ({period_name(target.period, self.language)})" if target.period else ""
                yield _("target: %(text)s") % {"text": f"{text}{when}"}
        yield _("rule: %(rule)s") % {"rule": indicator.get_rule_display()}

    def effects(self) -> Iterator[str]:
        """What each indicator would come to, by its rule, with how many parties would have entered."""
        for row in self.waiting:
            if row.indicator.rule in NUMERIC:
                rule, rows = row.indicator.rule, self.counting.get(row.indicator_id, [])
                rest = [one for one in rows if (one.party_id, one.on) != (row.party_id, row.on)]
                before, after = aggregate(rule, _measured(rows)), aggregate(rule, _measured([*rest, row]))
                yield _effect(str(content(row.indicator, "name")), before, after)


def _effect(name: str, before: Aggregate, after: Aggregate) -> str:
    was, comes = (figure(one.value) or _("not reported") for one in (before, after))
    words = _("“%(name)s” goes from %(before)s to %(after)s, from %(number)s parties that reported.")
    return words % {"name": name, "before": was, "after": comes, "number": after.entered}


def _measured(rows: list[Measurement]) -> list[Measured]:
    return [Measured(row.party_id, row.on, row.value, row.parts, row.text or "") for row in rows]


def _value(indicator: Indicator, row: Measurement | None) -> Cell:
    if row is None:
        return Cell()
    if row.value is None and not row.parts:
        text = content(row, "text")
        return Cell([text] if text else [])
    return Cell([value_in_words(indicator, row)])


def _history(report: Any) -> Iterator[Event]:
    """When it was sent, returned and accepted, by whom, with the notes; the latest last."""
    events = [
        Event(one.accepted_at, str(one.accepted_by or ""), _("accepted"), State.ACCEPTED, _of_version(one))
        for one in report.acceptances.select_related("accepted_by")
    ]
    last = ""
    for entry in report.history.select_related("history_user").order_by("history_id"):
        if entry.state != last and entry.state in (State.SUBMITTED, State.RETURNED):
            note = str(content(entry, "review_note")) if entry.state == State.RETURNED else ""
            who, words = str(entry.history_user or ""), str(State(entry.state).label)
            events.append(Event(entry.history_date, who, words, entry.state, note))
        last = entry.state
    yield from sorted(events, key=lambda one: one.at)


def _of_version(version: Acceptance) -> str:
    alone = _("Accepted alone: %(why)s") % {"why": version.alone} if version.alone else ""
    corrected = _("Corrected: %(what)s") % {"what": version.correction} if version.correction else ""
    return "\n".join(filter(None, [alone, corrected]))
