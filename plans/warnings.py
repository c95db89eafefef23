"""Warnings that the Secretariat has seen and keeps as they are, with a reason; a mark can be taken back (law 2)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalitions import audit
from coalitions.models import User
from coalitions.refusal import Refused
from plans.completeness import Finding, findings
from plans.models import Note, Plan


def keep(plan: Plan, key: str, reason: str, *, by: User, on: date) -> Note:
    """Mark one warning as seen and kept. Raises Refused without a reason, or where the warning is gone."""
    return keep_several(plan, [key], reason, by=by, on=on)[0]


@transaction.atomic
def keep_several(plan: Plan, keys: Sequence[str], reason: str, *, by: User, on: date) -> list[Note]:
    """Mark warnings as seen and kept, all or none, for one reason; a mark that no longer counts is made anew.

    The mark remembers what the data said (`Finding.seen`). Raises Refused without a reason or a warning, or where
    one of them is no warning of this plan any more.
    """
    if not reason.strip():
        raise Refused(_("Please write why this can stay as it is."))
    if not keys:
        raise Refused(_("Please choose at least one warning."))
    Plan.objects.select_for_update().get(pk=plan.pk)
    found = {one.key: one for one in findings(plan)}
    if any(key not in found for key in keys):
        raise Refused(
            _("One of these warnings is not there any more; nothing was marked. Please look again.")
        )
    marks = {note.key: note for note in plan.notes.filter(kind=Note.SEEN, key__in=keys)}
    notes = [_mark(plan, found[key], marks.get(key), reason.strip()) for key in dict.fromkeys(keys)]
    for note in notes:
        note.settled_on, note.settled_by = on, by
        note.save()
    audit.record(
        plan.coalition, "warnings kept", actor=by, obj=plan, reason=reason.strip(),
        change={"warnings": [note.key for note in notes]},
    )  # fmt: skip
    return notes


@transaction.atomic
def take_back(plan: Plan, key: str, *, by: User) -> bool:
    """Take a mark back: the warning is open again. Taking it back twice changes nothing; says whether it did."""
    note = plan.notes.select_for_update().filter(kind=Note.SEEN, key=key).first()
    if note is None:
        return False
    note.delete()
    change = {"warnings": [key]}
    audit.record(plan.coalition, "warnings reopened", actor=by, obj=plan, change=change)
    return True


def _mark(plan: Plan, found: Finding, note: Note | None, reason: str) -> Note:
    note = note or Note(coalition=plan.coalition, plan=plan, key=found.key, kind=Note.SEEN)
    language = get_language() or plan.language
    note.objective_id, note.activity_id = found.objective, found.activity
    note.action, note.data = Note.Action.KEEP, {"seen": found.seen}
    for name, text in (("found", found.text), ("reading", reason)):
        for code in ("es", "en"):
            setattr(note, f"{name}_{code}", text if code == language else "")
    return note
