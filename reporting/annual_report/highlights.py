"""What stands out, drafted from the data alone: every sentence is a count and points at what it counts.

Neutral (law 11): what is not known is said as not known, and no party is named in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from plans.models import Plan, Responsibility
from reporting.annual_report.lines import Tree
from reporting.annual_report.schedules import phase
from reporting.annual_report.shapes import (
    ActivityEntry,
    Declared,
    Highlight,
    IndicatorTable,
    Matrix,
    MilestoneTable,
    StatusTable,
)
from reporting.annual_report.source import Source
from reporting.annual_report.wording import day_in_words


@dataclass(frozen=True)
class Findings:
    """What the sentences are drafted from."""

    source: Source
    tree: Tree
    entries: Sequence[ActivityEntry]
    status: StatusTable
    indicators: IndicatorTable
    milestones: MilestoneTable
    matrix: Matrix
    declared: Sequence[Declared]


def lead(found: Findings) -> Iterator[str]:
    """The sentences that open the summary: what was reported, and what is not known."""
    total = found.status.total
    unknown = total.of("not_reported")
    if not total.total:
        yield _("The plan has no activities yet.")
    elif found.source.kind == "plan":
        yield _foreseen(found)
    elif unknown == total.total:
        sentence = _("By %(day)s no progress had been reported on any activity: what was done is not known.")
        yield sentence % {"day": day_in_words(found.source.on)}
    else:
        yield _told(found.source, total.total - unknown, total.total)
        yield _breakdown(found)
        if unknown:
            yield _rest(unknown)


def _foreseen(found: Findings) -> str:
    """What the plan sets out to do, before anything of it is reported."""
    plan, total = found.source.rows.plan, found.status.total.total
    return ngettext(
        "From %(start)s to %(end)s the plan foresees %(count)s activity.",
        "From %(start)s to %(end)s the plan foresees %(count)s activities.",
        total,
    ) % {"start": day_in_words(plan.start), "end": day_in_words(plan.end), "count": total}


def _rest(unknown: int) -> str:
    return ngettext(
        "On the other %(count)s nothing was reported: whether it was done is not known.",
        "On the other %(count)s nothing was reported: whether they were done is not known.",
        unknown,
    ) % {"count": unknown}


def _told(source: Source, reported: int, total: int) -> str:
    """How much is known, by the data date, or as of what the source says of itself (law 2)."""
    values = {"day": day_in_words(source.on), "reported": reported, "total": total}
    if printed := status_as_printed(source.rows.plan):
        sentence = _("The source states the status of %(reported)s of %(total)s activities (“%(printed)s”).")
        return sentence % (values | {"printed": printed})
    return (
        ngettext(
            "By %(day)s, %(reported)s of %(total)s activity had been reported on.",
            "By %(day)s, %(reported)s of %(total)s activities had been reported on.",
            total,
        )
        % values
    )


def status_as_printed(plan: Plan) -> str:
    """The day of its statuses as a source prints it, where that is no day that can be compared ("2023-09")."""
    kept = plan.provenance.get("plan") or {}
    return str(kept.get("status_as_of_as_printed") or "")


def _breakdown(found: Findings) -> str:
    """ "Completed: 2. Not started: 1."."""
    told = [count for count in found.status.total.shown if count.status != "not_reported"]
    return " ".join(f"{count.word}: {count.count}." for count in told)


def highlights(found: Findings) -> Iterator[Highlight]:
    """In the order in which a reader asks: done, halted, late, unknown, measured, and what is odd in the plan."""
    if found.source.kind != "plan":
        for told in (_counted, _silent_lines, _milestones):
            yield from told(found)
    yield from _targets(found)
    yield from _odd_shares(found)
    yield from _no_lead(found)
    yield from _declared(found)


# What is counted over activities: its kind, which of them, and the sentence.
COUNTED: tuple[tuple[str, Callable[[ActivityEntry, date], bool], Any], ...] = (
    ("completed", lambda entry, on: entry.status == "completed", ngettext_lazy(
        "%(count)s activity is reported as completed.",
        "%(count)s activities are reported as completed.", "count")),
    ("suspended", lambda entry, on: entry.status == "suspended", ngettext_lazy(
        "%(count)s activity is suspended.", "%(count)s activities are suspended.", "count")),
    ("cancelled", lambda entry, on: entry.status == "cancelled", ngettext_lazy(
        "%(count)s activity is cancelled.", "%(count)s activities are cancelled.", "count")),
    ("late", lambda entry, on: entry.late, ngettext_lazy(
        "The period of %(count)s activity has ended and it is reported as not finished.",
        "The period of %(count)s activities has ended and they are reported as not finished.", "count")),
    ("ended_not_reported",
     lambda entry, on: entry.status == "not_reported" and phase(entry.start, entry.end, on) == "ended",
     ngettext_lazy(
        "The period of %(count)s activity has ended and there is no report on it."
        " This does not mean that it was not done.",
        "The period of %(count)s activities has ended and there is no report on them."
        " This does not mean that they were not done.", "count")),
)  # fmt: skip


def _counted(found: Findings) -> Iterator[Highlight]:
    for kind, counts, sentence in COUNTED:
        refs = tuple(entry.ref for entry in found.entries if counts(entry, found.source.on))
        if refs:
            yield Highlight(kind, sentence % {"count": len(refs)}, refs)


def _silent_lines(found: Findings) -> Iterator[Highlight]:
    """Lines of which nothing is known, where of others something is."""
    silent = [row for row in found.status.rows if row.total and row.of("not_reported") == row.total]
    if not silent or len(silent) == len(found.status.rows):
        return
    activities = sum(row.total for row in silent)
    sentence = ngettext(
        "Nothing was reported on %(count)s line, with %(activities)s activities in all.",
        "Nothing was reported on %(count)s lines, with %(activities)s activities in all.",
        len(silent),
    )
    refs = tuple(row.ref for row in silent if row.ref)
    yield Highlight("silent_lines", sentence % {"count": len(silent), "activities": activities}, refs)


def _milestones(found: Findings) -> Iterator[Highlight]:
    table = found.milestones
    if table.reached or table.not_reached:
        sentence = ngettext(
            "%(reached)s of %(count)s milestone is reached.",
            "%(reached)s of %(count)s milestones are reached.",
            table.total,
        )
        values = {"reached": table.reached, "count": table.total}
        yield Highlight("milestones", _with_unknown(sentence % values, table.not_reported))


def _with_unknown(sentence: str, unknown: int) -> str:
    """A sentence with what is not known of the same things, where there is any."""
    if not unknown:
        return sentence
    return _("%(sentence)s Not known: %(unknown)s.") % {"sentence": sentence, "unknown": unknown}


def _targets(found: Findings) -> Iterator[Highlight]:
    table = found.indicators
    if not table.total:
        return
    if table.without_target == table.total:
        sentence = ngettext(
            "The only indicator has no target: without one progress cannot be measured.",
            "None of the %(count)s indicators has a target: without one progress cannot be measured.",
            table.total,
        )
        yield Highlight("no_targets", sentence % {"count": table.total})
        return
    with_target = table.total - table.without_target
    if table.met or table.not_met:
        sentence = ngettext(
            "Of %(count)s indicator with a target, %(met)s meets it and %(not_met)s does not so far.",
            "Of %(count)s indicators with a target, %(met)s meet it and %(not_met)s do not so far.",
            with_target,
        )
        values = {"met": table.met, "not_met": table.not_met, "count": with_target}
        yield Highlight("targets", _with_unknown(sentence % values, table.unknown))


def _odd_shares(found: Findings) -> Iterator[Highlight]:
    refs = found.matrix.odd
    if refs:
        sentence = ngettext(
            "In %(count)s activity the programmed percentages do not come to 100%%; they are kept as printed.",
            "In %(count)s activities the programmed percentages do not come to 100%%; they are kept as printed.",
            len(refs),
        )
        odd = set(refs)
        notes = [mark.key for entry in found.entries if entry.ref in odd for mark in entry.notes]
        yield Highlight("odd_shares", sentence % {"count": len(refs)}, refs, tuple(dict.fromkeys(notes)))


def _no_lead(found: Findings) -> Iterator[Highlight]:
    """Objectives without a lead on a level of the plan where others have one (P22)."""
    led = {
        place
        for (kind, place), rows in found.source.responsibilities.items()
        if kind == "objective" and any(row.role == Responsibility.Role.LEAD for row in rows)
    }
    levels = {found.source.objective[place].level_id for place in led}
    rows = [row for row in found.source.objectives if row.level_id in levels and row.pk not in led]
    if rows:
        sentence = ngettext(
            "No lead is stated for %(count)s objective.",
            "No lead is stated for %(count)s objectives.",
            len(rows),
        )
        refs = tuple(found.source.objective_ref[row.pk] for row in rows)
        yield Highlight("no_lead", sentence % {"count": len(rows)}, refs)


def _declared(found: Findings) -> Iterator[Highlight]:
    """A total that the document states and its rows do not give."""
    for place in found.declared:
        for figure in place.figures:
            if figure.measure == "total" and figure.ref is None and figure.difference:
                sentence = _("The document counts %(stated)s activities; %(listed)s are listed.")
                values = {"stated": figure.declared, "listed": figure.computed}
                yield Highlight("declared", sentence % values, notes=(place.key,))
                return
