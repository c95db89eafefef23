"""Notes on the data, the key of marks, and the colophon: how the report was made (law 2, R9, R11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coalitions.languages import Text
from coalitions.models import Party
from plans.models import Note
from reporting.annual_report import wording
from reporting.annual_report.shapes import (
    STATUSES,
    ActivityEntry,
    Colophon,
    Method,
    NoteEntry,
    Notes,
    PartyName,
    Ref,
    Reference,
    SectionEntry,
    SourceEntry,
    StatusMeaning,
)
from reporting.annual_report.source import Source

SCHEMA = 1


def notes(source: Source) -> Notes:
    """What was found, by what is done with it. Declared figures stand in the summary, beside the computed ones."""
    entries = [_note(source, row) for row in source.rows.notes if row.kind != "declared"]
    by_action = {
        action: tuple(entry for entry in entries if entry.action == action) for action in Note.Action.values
    }
    return Notes(by_action["surface"], by_action["resolved"], by_action["keep"], tuple(_on_reports(source)))


def _on_reports(source: Source) -> Iterator[str]:
    """How many of the accepted reports were answered on a party's behalf, corrected, or accepted by one person."""
    rows = source.rows.accepted
    behalf, corrected, alone = (
        sum(bool(getattr(row, name)) for row in rows) for name in ("channel", "correction", "alone")
    )
    if behalf:
        yield ngettext(
            "%(number)d of %(total)d accepted reports was answered by mail, telephone or in a meeting, and entered by"
            " the Secretariat on behalf of its party.",
            "%(number)d of %(total)d accepted reports were answered by mail, telephone or in a meeting, and entered by"
            " the Secretariat on behalf of their parties.",
            behalf,
        ) % {"number": behalf, "total": len(rows)}
    if corrected:
        yield ngettext(
            "%(number)d of %(total)d accepted reports was corrected in the review.",
            "%(number)d of %(total)d accepted reports were corrected in the review.",
            corrected,
        ) % {"number": corrected, "total": len(rows)}
    if alone:
        yield ngettext(
            "%(number)d of %(total)d accepted reports was entered and accepted by one person alone, with a reason.",
            "%(number)d of %(total)d accepted reports were entered and accepted by one person alone, with a reason.",
            alone,
        ) % {"number": alone, "total": len(rows)}


def _note(source: Source, row: Note) -> NoteEntry:
    key = source.note_key[row.pk]
    return NoteEntry(
        key=key,
        anchor=f"note-{key}",
        kind=row.kind,
        place=row.place,
        found=source.text(row, "found"),
        reading=source.text(row, "reading"),
        action=row.action,
        ref=_place(source, row),
        settled_on=row.settled_on if row.settled_on and row.settled_on <= source.on else None,
    )


def _place(source: Source, row: Note) -> Ref | None:
    if row.activity_id:
        return source.activity_ref[row.activity_id]
    return source.objective_ref[row.objective_id] if row.objective_id else None


def sections(source: Source) -> Iterator[SectionEntry]:
    """The narrative parts of the plan, a paragraph a line."""
    for number, row in enumerate(source.rows.sections, start=1):
        yield SectionEntry(f"s{number}", source.text(row, "title"), source.items(row, "text"))


def references(entries: Sequence[ActivityEntry]) -> tuple[Reference, ...]:
    """Each document that reports name as evidence once, in the order of the plan."""
    found: dict[tuple[str, str], list[ActivityEntry]] = {}
    for entry in entries:
        for document in entry.evidence:
            found.setdefault((document.title.text, document.url), []).append(entry)
    titles = {(one.title.text, one.url): one.title for entry in entries for one in entry.evidence}
    return tuple(
        Reference(titles[key], key[1], tuple(entry.ref for entry in naming)) for key, naming in found.items()
    )


def key_of_marks(source: Source, entries: Sequence[ActivityEntry]) -> Iterator[StatusMeaning]:
    """Each status with its word, what it says, and how many activities show it; late beside them."""
    for status in STATUSES:
        count = sum(entry.status == status for entry in entries)
        yield StatusMeaning(status, source.status_word(status), wording.status_meaning(status), count)
    late = sum(entry.late for entry in entries)
    yield StatusMeaning("late", _("Late"), wording.status_meaning("late"), late)


def colophon(source: Source, schema: int = SCHEMA) -> Colophon:
    """Who prepared it, by what rules, from which sources."""
    return Colophon(
        prepared_by=secretariat(source),
        followed_by=tuple(_presidency(source)),
        on=source.on,
        method=tuple(_method(source)),
        sources=tuple(_sources(source)),
        schema=schema,
    )


def secretariat(source: Source) -> Text:
    """The secretariat's name, with the organisation that holds it; empty where the coalition has none (G8, R11)."""
    bodies = [row for row in source.rows.parties.values() if row.kind == Party.Kind.SECRETARIAT]
    if not bodies:
        return Text("", source.language)
    body = min(bodies, key=lambda row: (row.position, row.pk))
    name = source.party(body.pk).name
    holders = [source.party(term.party_id).name for term in source.rows.terms if term.body_id == body.pk]
    if not holders:
        return name
    return Text(f"{name}, {holders[0]}", name.language, name.translated)


def _presidency(source: Source) -> Iterator[PartyName]:
    """Who holds the presidency on the day, and so follows the plan (R11)."""
    bodies = {row.pk for row in source.rows.parties.values() if row.kind == Party.Kind.PRESIDENCY}
    for term in source.rows.terms:
        if term.body_id in bodies:
            yield source.party(term.party_id)


def _sources(source: Source) -> Iterator[SourceEntry]:
    """The files that the plan was brought in from."""
    for name in source.rows.plan.provenance.get("source_files", []):
        yield SourceEntry(str(name))


def _method(source: Source) -> Iterator[Method]:
    """The rules of computation, as sentences; a plan without progress needs only that of its percentages."""
    if source.kind != "plan":
        yield from _method_of_progress()
    if source.rows.shares:
        yield Method("shares", _("Percentages"), _(
            "Programmed and executed percentages are those entered or printed. They are averaged over activities and"
            " never added up over them."
        ))  # fmt: skip


def _method_of_progress() -> Iterator[Method]:
    yield Method("status", _("Status"), _(
        "The status stated for an activity by the data date; without one, what its latest accepted reports say;"
        " without those, its executed percentage: all is completed, none not started, anything between in progress."
        " Without any of them it is not reported."
    ))  # fmt: skip
    yield Method("unknown", _("Not reported"), _(
        "What was not reported is not zero. It enters no sum and no average, and each figure says how many values it"
        " is made of."
    ))  # fmt: skip
    yield Method("late", _("Late"), _(
        "An activity is late where its period has ended and it is reported as not finished. One that is not reported"
        " on is not called late."
    ))  # fmt: skip
    yield Method("data", _("Data"), _(
        "Only accepted reports of rounds whose period has ended by the data date, and accepted values dated by then,"
        " are used."
    ))  # fmt: skip
