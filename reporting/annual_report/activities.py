"""One activity with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plans.models import Acceptance, Activity, Note
from reporting.annual_report import wording
from reporting.annual_report.indicators import Measures
from reporting.annual_report.schedules import spans_of
from reporting.annual_report.shapes import (
    ActivityEntry,
    Evidence,
    NoteMark,
    Ref,
    ReportText,
)
from reporting.annual_report.shares import Shares
from reporting.annual_report.source import Source, decimal
from reporting.annual_report.standing import stand


def enter(source: Source, measures: Measures, number: int, activity: Activity) -> ActivityEntry:
    """The activity as it stands on the data date; `number` is its place in the plan."""
    shares = Shares(source, activity)
    answering, inherited = source.answering(activity)
    reports = source.rows.reports_of.get(activity.pk, [])
    ref = source.activity_ref[activity.pk]
    return ActivityEntry(
        key=ref.key,
        number=number,
        code=ref.code,
        code_printed=activity.code_printed,
        title=ref.title,
        **_standing(source, activity, shares),
        **_period(source, activity),
        **_shares(shares),
        results=source.items(activity.result, "text") if activity.result else (),
        result_shared=_sharing(source, activity),
        responsible=source.responsible(answering),
        responsible_printed=activity.responsible_printed,
        inherited_from=source.objective_ref[inherited.pk] if inherited else None,
        resources=source.items(activity, "resources"),
        observations=source.items(activity, "observations"),
        milestones=measures.milestones_of_activity(activity.pk),
        indicators=measures.indicators_of_activity(activity.pk),
        reports=tuple(_report(source, activity, report) for report in _within(source, reports)),
        evidence=tuple(_evidence(source, reports)),
        notes=note_marks(source, source.notes_of.get(("activity", activity.pk), [])),
        id=activity.pk,
    )


def _standing(source: Source, activity: Activity, shares: Shares) -> dict[str, Any]:
    standing = stand(source, activity, shares)
    return {
        "status": standing.status,
        "status_word": source.status_word(standing.status),
        "status_source": standing.origin,
        "status_on": standing.on,
        "late": standing.late,
        "days_late": standing.days_late,
        "executed": standing.executed,
    }


def _period(source: Source, activity: Activity) -> dict[str, Any]:
    spans = spans_of(activity)
    return {
        "period_printed": activity.period_printed,
        "period_understood": wording.spans_in_words(spans, source.language),
        "start": activity.start,
        "end": activity.end,
        "spans": tuple(spans),
        "period_outside": _is_outside(source, activity),
    }


def _shares(shares: Shares) -> dict[str, Any]:
    return {
        "planned": shares.planned,
        "shares": shares.cells,
        "share_reading": shares.reading,
        "share_total": shares.total,
        "share_warnings": shares.warnings,
    }


def _is_outside(source: Source, activity: Activity) -> bool:
    plan = source.rows.plan
    if activity.start is None or activity.end is None:
        return False
    return activity.start < plan.start or activity.end > plan.end


def _sharing(source: Source, activity: Activity) -> tuple[Ref, ...]:
    """The other activities of the same result: a merged cell of the document (P10)."""
    if activity.result_id is None:
        return ()
    others = source.sharing_result[activity.result_id]
    return tuple(source.activity_ref[row.pk] for row in others if row.pk != activity.pk)


def _within(source: Source, reports: list[Acceptance]) -> Iterator[Acceptance]:
    """Reports of rounds that ended in the period covered; all of the plan's where no period was asked for."""
    for report in reports:
        if not source.narrowed or source.covers(source.round_period(report).end):
            yield report


def _report(source: Source, activity: Activity, accepted: Acceptance) -> ReportText:
    period = source.round_period(accepted)
    told = source.may_show(accepted, "executed") and source.may_show(activity, "executed")
    return ReportText(
        round=source.period_name[period.pk],
        round_end=period.end,
        party=source.party(accepted.report.party_id),
        status=accepted.status,
        status_word=source.status_word(accepted.status) if accepted.status else "",
        executed=decimal(accepted.executed) if told else None,
        done=source.text(accepted, "done"),
        difficulties=source.text(accepted, "difficulties"),
        next_steps=source.text(accepted, "next_steps"),
        evidence=_documents(source, accepted),
        marks=tuple(wording.marks_of(accepted)),
    )


def _documents(source: Source, accepted: Acceptance) -> tuple[Evidence, ...]:
    if not source.may_show(accepted, "evidence"):
        return ()
    return source.documents(source.rows.evidence.get(accepted.pk, []))


def _evidence(source: Source, reports: list[Acceptance]) -> Iterator[Evidence]:
    """Each document once, in the order of the reports that brought it."""
    seen = set()
    for report in reports:
        for document in _documents(source, report):
            if document.id not in seen:
                seen.add(document.id)
                yield document


def note_marks(source: Source, notes: list[Note]) -> tuple[NoteMark, ...]:
    """Notes as marks at their place."""
    return tuple(
        NoteMark(source.note_key[note.pk], f"note-{source.note_key[note.pk]}", source.text(note, "found"))
        for note in notes
    )
