"""Evidence of what a party tells: files and links, added and removed while it may be changed (T9, G13).

Evidence is no part of a report's text: adding it leaves the version of the report as it is, so that a form that is open
beside it is not behind.
"""

from datetime import date, datetime
from typing import TypeAlias

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions import audit, documents, once
from coalitions.models import Document, User
from coalitions.refusal import Refused
from coalitions.uploads import LONGEST_TITLE, Received
from plans.editing.turns import hold_round
from plans.models import Acceptance, Initiative, ProgressReport
from plans.permissions import may_give_evidence
from plans.reports import OPEN, why_locked

Told: TypeAlias = ProgressReport | Initiative


def attach_file(told: Told, received: Received, *, by: User, at: datetime, key: str = "") -> Document:
    """Add a file that `uploads.receive` has looked at. Raises Refused, and AlreadySaved where the key was spent."""
    fields = _evidence_of(received.title, named=False)
    with documents.stored(told.coalition, received, by=by, at=at, **fields) as document:
        once.spend(key)
        _add(_locked(told, by, at), document, by)
    return document


@transaction.atomic
def attach_link(told: Told, url: str, title: str, *, by: User, at: datetime, key: str = "") -> Document:
    """Add a link. Raises Refused, and AlreadySaved where the key was spent."""
    once.spend(key)
    locked = _locked(told, by, at)
    fields = _evidence_of((title or url.partition("://")[2])[:LONGEST_TITLE], named=bool(title))
    document = Document.objects.create(
        coalition=told.coalition, url=url, given_by=by, given_at=at, **fields
    )  # fmt: skip
    _add(locked, document, by)
    return document


@transaction.atomic
def detach(told: Told, pk: int, *, by: User, at: datetime) -> None:
    """Take evidence away; the document itself goes where nothing else names it. Taking it twice changes nothing."""
    locked = _locked(told, by, at)
    document = locked.evidence.filter(pk=pk).first()
    if document is None:
        return
    _keep_reason(locked)
    locked.evidence.remove(document)
    audit.record(locked.coalition, "evidence removed", actor=by, obj=locked, change={"document": pk})
    if document.kind == Document.Kind.EVIDENCE and not _is_named(document):
        documents.remove(document)


def may_change(user: User, told: Told, on: date) -> bool:
    """Whether the user may add and remove evidence now."""
    return may_give_evidence(user, told, on) and not why_not(told)


def why_not(told: Told) -> str:
    """Why nothing is added or removed, as it stands; "" where it may be."""
    if isinstance(told, Initiative):
        return ""
    if locked := why_locked(told.round):
        return locked
    if told.state not in OPEN:
        return _(
            "This report was sent already. To change its evidence, please withdraw it or report again first."
        )
    return ""


def _locked(told: Told, by: User, at: datetime) -> Told:
    if isinstance(told, ProgressReport):
        hold_round(told.pk)
    around = (
        ["coalition"]
        if isinstance(told, Initiative)
        else ["round__plan__coalition", "activity", "party", "coalition"]
    )
    rows = type(told).objects.select_related(*around)
    locked: Told = rows.select_for_update(of=("self",)).get(pk=told.pk)
    if not may_give_evidence(by, locked, locked.coalition.day_of(at)):
        raise Refused(_("You may not change the evidence here (any more)."))
    if reason := why_not(locked):
        raise Refused(reason)
    return locked


def _add(told: Told, document: Document, by: User) -> None:
    _keep_reason(told)
    told.evidence.add(document)
    audit.record(told.coalition, "evidence added", actor=by, obj=told, change={"document": document.pk})


def _keep_reason(told: Told) -> None:
    """The history names the form that saved a text last; evidence that comes after it must not hide that."""
    last = told.history.first()  # type: ignore[union-attr]
    told._change_reason = last.history_change_reason if last else None  # type: ignore[union-attr]


def _evidence_of(title: str, *, named: bool) -> dict[str, str]:
    """The fields of a piece of evidence. A name that somebody gave it is in a language; that of a file is in none."""
    own = get_language() or "es"
    titles = {f"title_{code}": title for code in ("es", "en") if code == own or not named}
    return {"kind": Document.Kind.EVIDENCE, "language": own if named else "", **titles}


def _is_named(document: Document) -> bool:
    """Whether a report, an initiative or an accepted version still names the document."""
    relations = (ProgressReport.evidence, Initiative.evidence, Acceptance.evidence)
    return any(one.through.objects.filter(document=document).exists() for one in relations)
