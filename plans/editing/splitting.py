"""One activity becomes two, two become one, and one is taken as the pattern of another."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from coalitions import once, versions
from coalitions.languages import store, stored
from coalitions.models import User
from coalitions.refusal import Refused
from coalitions.templatetags.content import percent
from plans.editing import periods
from plans.editing.activities import TEXTS, place
from plans.editing.removing import take_out
from plans.editing.turns import activity_of, say, touch, turn
from plans.models import Activity, Note, Plan, Responsibility, Share

LANGUAGES = ("es", "en")
COPIED = ("responsible_printed", "period_printed", "start", "end", "spans", "share_reading")


def split(
    plan: Plan, pk: int, titles: tuple[Mapping[str, str], Mapping[str, str]], code: str, *, version: int | None,
    by: User, key: str = "",
) -> Activity:  # fmt: skip
    """Split an activity into itself and a new one right behind it; returns the new one.

    Both keep period, parties, resources, result and indicators. Percentages, status and reports stay with the first:
    how much of them was the second part, nobody has said (law 1).
    """
    with turn(plan) as held:
        once.spend(key)
        row = activity_of(held, pk, version)
        if not all(any(text.strip() for text in part.values()) for part in titles):
            raise Refused(_("Please give each part a title."))
        store(row, "title", titles[0])
        versions.save(row)
        new = _copy(held, row, code, titles[1], {"split_from": row.pk})
        say(held, "activity split", row, by, new=new.pk)
    return new


def duplicate(plan: Plan, pk: int, code: str, *, by: User, key: str = "") -> Activity:
    """A copy of an activity right behind it, without status, without what was executed and without reports."""
    with turn(plan) as held:
        once.spend(key)
        row = activity_of(held, pk)
        titles = {language: stored(row, "title", language) for language in LANGUAGES}
        new = _copy(held, row, code, titles, {"copied_from": row.pk})
        for share in row.shares.exclude(programmed=None):
            Share(activity=new, period_id=share.period_id, programmed=share.programmed).save()
        say(held, "activity duplicated", row, by, new=new.pk)
    return new


def _copy(
    plan: Plan, row: Activity, code: str, titles: Mapping[str, str], origin: dict[str, Any]
) -> Activity:
    new = Activity(objective=row.objective, result=row.result, code=code, provenance=origin)
    for name in COPIED:
        setattr(new, name, getattr(row, name))
    for name in TEXTS:
        store(new, name, {language: stored(row, name, language) for language in LANGUAGES})
    store(new, "title", titles)
    place(plan, new, row.pk)
    _copy_parties(row, new)
    for indicator in row.indicators.all():
        indicator.activities.add(new)
    return new


def _copy_parties(source: Activity, target: Activity) -> None:
    """The parties of one row added to those of another, where it does not have them in that role."""
    held = set(target.responsibilities.values_list("party", "role"))
    last = target.responsibilities.count()
    for one in source.responsibilities.all():
        if (one.party_id, one.role) not in held:
            last += 1
            copy = Responsibility(
                activity=target, party_id=one.party_id, role=one.role, agreed=one.agreed, position=last
            )
            store(copy, "duty", {language: stored(one, "duty", language) for language in LANGUAGES})
            copy.save()


def merge(
    plan: Plan, pk: int, other: int, titles: Mapping[str, str], period: str, reading: str, *,
    versions_seen: tuple[int | None, int | None], by: User, at: datetime, key: str = "",
) -> Activity:  # fmt: skip
    """Take another activity of the same objective into this one; returns it.

    It gets the other's parties, indicators, resources, and those percentages that it has none of; what it had itself
    stays, and what could not be joined is written into a note. The other is removed, and can be put back. Raises
    Refused where the other was reported on.
    """
    with turn(plan) as held:
        once.spend(key)
        row = activity_of(held, pk, versions_seen[0])
        gone = activity_of(held, other, versions_seen[1])
        if gone.objective_id != row.objective_id or gone.pk == row.pk:
            raise Refused(
                _("Two activities of the same objective can be merged. Please move one of them first.")
            )
        store(row, "title", titles)
        periods.settle(row, held, period, reading, None)
        _take_over(held, row, gone)
        versions.save(row)
        removal = take_out(held, [], [gone], str(gone), by, at)
        say(held, "activities merged", row, by, removed=gone.pk, removal=removal.pk)
    return row


def _take_over(plan: Plan, row: Activity, gone: Activity) -> None:
    for name in ("resources", "observations"):
        for language in LANGUAGES:
            lines = [*stored(row, name, language).splitlines(), *stored(gone, name, language).splitlines()]
            store(row, name, {language: "\n".join(dict.fromkeys(lines))})
    _copy_parties(gone, row)
    for indicator in gone.indicators.all():
        indicator.activities.add(row)
    touch(gone.indicators.all())
    left = _take_shares(row, gone)
    if row.result is None:
        row.result = gone.result
    elif gone.result not in (None, row.result):
        left.append(str(gone.result))
    if left:
        Note(
            coalition=plan.coalition, plan=plan, activity=row, kind="merged", action=Note.Action.KEEP,
            found_es="\n".join(left), found_en="\n".join(left), place=gone.code,
        ).save()  # fmt: skip


def _take_shares(row: Activity, gone: Activity) -> list[str]:
    """Move the percentages of periods that the row has none of; returns the others in words, to be noted."""
    held = set(row.shares.values_list("period", flat=True))
    left = []
    for share in gone.shares.select_related("period"):
        if share.period_id in held:
            pair = (percent(part, exact=True) or "–" for part in (share.programmed, share.executed))
            left.append(f"{share.period}: {' / '.join(pair)}")
        else:
            Share(
                activity=row, period_id=share.period_id, programmed=share.programmed, executed=share.executed
            ).save()
    return left
