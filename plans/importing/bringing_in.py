"""A file becomes a draft plan of a coalition: its rows, where each came from, and the file itself (E17, S-C1 to S-C3).

One transaction and one audit entry: after any failure neither plan nor file is there. The same file again is the
same import, and changes nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import IntegrityError
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _

from coalitions import audit, documents, uploads
from coalitions.models import Coalition, Document, User
from coalitions.refusal import Refused
from coalitions.uploads import KINDS, Received
from plans.importing import known_parties
from plans.importing.apply import apply_draft
from plans.importing.apply.shape import Record, activities, day, walk
from plans.importing.fitting_activity import place_of
from plans.importing.grids import Problem
from plans.importing.problems import SETTLED, reason, shown_place
from plans.importing.understanding import Draft, in_full, not_used
from plans.models import Import, Plan
from plans.periods import MOST
from plans.schedule import columns

LONGEST_SLUG = 80


class NotBroughtIn(Refused):
    """A file that was read and is not brought in; `kind` is no_plan, dates, errors or conflict."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.kind = kind


@dataclass(frozen=True)
class File:
    """A source file as it was given; `of` gives it a name that can be stored and shown."""

    name: str
    data: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> "File":
        """Without path, signs that no one can see, and bytes that are no text (bad input 25)."""
        return cls("".join(uploads.clean_name(name.encode(errors="replace").decode())), data)

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


class _ThereAlready(Exception):
    """Somebody else brought the same file in, between the look and the lock."""


def earlier(coalition: Coalition, file: File) -> Import | None:
    """The import of this very file into the coalition, if it was brought in before."""
    made = Import.objects.filter(coalition=coalition, sha256=file.sha256, plan__isnull=False)
    return made.select_related("plan").first()


def bring_in(
    coalition: Coalition,
    file: File,
    draft: Draft,
    *,
    by: User | None,
    at: datetime,
    add_parties: bool = False,
    with_errors: bool = False,
) -> Import:
    """The draft plan that a file holds; the import names it. A file that was brought in before changes nothing.

    Names that are no parties stay as printed, unless `add_parties` makes them. Cells that could not be read stop it,
    unless `with_errors` leaves them empty. Raises NotBroughtIn, or Refused where the file cannot be kept.
    """
    if made := earlier(coalition, file):
        return made
    check(draft, with_errors=with_errors)
    received = _received(file)
    fields: dict[str, Any] = {"kind": Document.Kind.SOURCE, "audience": Document.Audience.SECRETARIAT}
    fields |= {f"title_{code}": received.title for code in ("es", "en")}
    try:
        with documents.stored(coalition, received, by=by, at=at, **fields) as document:
            # The coalition's row is locked from here on: two imports of one coalition follow each other.
            if earlier(coalition, file):
                raise _ThereAlready
            return _write(file, draft, document, at, add_parties)
    except _ThereAlready:
        return bring_in(coalition, file, draft, by=by, at=at)
    except IntegrityError as error:
        if made := earlier(coalition, file):
            return made
        if "slug" not in str(error):
            raise
        text = _("Another plan took this short address at the same moment. Please bring the file in again.")
        raise NotBroughtIn("conflict", text) from error


def check(draft: Draft, *, with_errors: bool = False) -> None:
    """Raises NotBroughtIn where the draft is no plan, says no dates, or holds cells that could not be read (S-C3)."""
    check_is_plan(draft)
    _check_dates(draft.fitted["plan"])
    if draft.errors and not with_errors:
        text = _(
            "%(number)d cells could not be read, so nothing was brought in. Please correct them in the file, or bring "
            "it in with these cells empty."
        )
        raise NotBroughtIn("errors", text % {"number": len(draft.errors)})


def check_is_plan(draft: Draft) -> None:
    """Raises NotBroughtIn where nothing of the file is an objective or activity."""
    if not draft.fitted["objectives"]:
        raise NotBroughtIn("no_plan", _("No plan was found in this file: no table with activities."))


def _check_dates(header: Record) -> None:
    start, end, unit = header["start"], header["end"], header["period_kind"] or "quarter"
    if not (start and end):
        raise NotBroughtIn(
            "dates", _("The file does not say when the plan starts and ends. Please give both days.")
        )
    if start > end:
        raise NotBroughtIn("dates", _("The plan would end before it starts."))
    if int(end[:4]) - int(start[:4]) > MOST or len(columns(day(start), day(end), unit)) > MOST:
        text = _("Its calendar would have more than %(most)d periods: please look at the dates.")
        raise NotBroughtIn("dates", text % {"most": MOST})


def _received(file: File) -> Received:
    """The file as it is kept: whole, under a name of our own, once the scanner has looked at it."""
    title, suffix = uploads.clean_name(file.name)
    uploads.scan(file.data)
    media_type = KINDS[suffix].media_type if suffix in KINDS else "application/octet-stream"
    return Received(title, suffix, media_type, file.data)


def _write(file: File, draft: Draft, document: Document, at: datetime, add_parties: bool) -> Import:
    coalition, record = document.coalition, draft.fitted
    slug, words = _free_slug(coalition, record), coalition.status_words
    added = known_parties.add(coalition, draft.strangers) if add_parties else []
    known_parties.without_strangers(coalition, record)
    left = _left(coalition, draft) if added else draft.problems
    made = Import(
        coalition=coalition, document=document, name=_name(document, file), sha256=file.sha256,
        mapping=record["plan"].get("columns", {}), problems=list(map(in_full, left)),
        unused=list(map(not_used, draft.unused)), made_at=at, made_by=document.given_by,
    )  # fmt: skip
    made.save()
    _trace(record, made)
    record["anomalies"] = [*record.get("anomalies", []), *_notes(left)]
    made.plan = apply_draft(record, coalition, slug)
    made.save()
    new_words = {key: text for key, text in coalition.status_words.items() if key not in words}
    _record(made, parties=[party.pk for party in added], status_words=new_words)
    return made


def _name(document: Document, file: File) -> str:
    return f"{document.title}{uploads.clean_name(file.name)[1]}"[:200]


def _left(coalition: Coalition, draft: Draft) -> list[Problem]:
    """The problems without those that the new parties have settled."""
    still = {one.value for one in known_parties.unknown(coalition, draft.fitted)}
    return [one for one in draft.problems if one not in draft.strangers or one.value in still]


def _record(made: Import, **more: Any) -> None:
    """The one entry: the plan, and what else of the coalition came to be with it."""
    plan = made.plan
    assert plan
    change = {"import": made.pk, "sha256": made.sha256, "activities": plan.activities.count(),
              "notes": plan.notes.count()}  # fmt: skip
    change |= {name: value for name, value in more.items() if value}
    audit.record(
        made.coalition, "plan imported", actor=made.made_by, obj=plan, reason=made.name, change=change
    )


def _free_slug(coalition: Coalition, record: Record) -> str:
    """A short address after the record's name. Addresses are the whole site's: one taken next door gets a number.

    Raises NotBroughtIn where the coalition itself has a plan of this name: an import makes plans, it changes none.
    """
    base = slugify(record["id"])[: LONGEST_SLUG - 5].strip("-") or "plan"
    owners = dict(Plan.objects.filter(slug__startswith=base).values_list("slug", "coalition"))
    names = (base, *(f"{base}-{number}" for number in range(2, 10_000)))
    slug = next(name for name in names if owners.get(name) in (None, coalition.pk))
    if slug in owners:
        text = _(
            "The coalition has a plan “%(slug)s” already, and this is another file. Please rename the file to bring in "
            "another plan."
        )
        raise NotBroughtIn("conflict", text % {"slug": slug})
    return slug


def _trace(record: Record, made: Import) -> None:
    """Let every row name the import and the cells it came from; a measure without cells of its own, its row's."""
    record["plan"]["import"] = made.pk
    for row in (*walk(record["objectives"]), *activities(record)):
        for name in ("indicators", "milestones"):
            for cell in row.get(name) or []:
                place = (cell.get("source") or {}).get("place") or place_of(row, name)
                cell["source"] = {"import": made.pk, **(cell.get("source") or {}), "place": place}
        row["source"] = {"import": made.pk, **(row.get("source") or {})}


def _notes(problems: list[Problem]) -> list[Record]:
    """What was found, as anomalies in both languages."""
    return [_note(f"I{number:03}", problem) for number, problem in enumerate(problems, start=1)]


def _note(key: str, problem: Problem) -> Record:
    with translation.override("es"):
        spanish = [_found(problem), shown_place(problem.proposal)]
    with translation.override("en"):
        english = _found(problem)
    return {
        "id": key, "kind": problem.kind[:40], "where": problem.place,
        "action": "resolved" if problem.kind in SETTLED else "surface",
        "as_found": english, "resolution": problem.proposal,
        "translations": {"es": spanish},
    }  # fmt: skip


def _found(problem: Problem) -> str:
    """Why somebody should look, and what stands there where the sentence does not say it."""
    words = reason(problem)
    if problem.value and problem.value not in words:
        return _("%(why)s There stands: “%(value)s”.") % {"why": words, "value": problem.value}
    return words
