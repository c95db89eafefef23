"""Mails about a round: one to each person, written down first and sent after the commit (R3, G20).

The row comes before the mail, so that a crash in between never sends one twice. A mail that is not to go is kept
with its reason. Nobody gets two of a kind on one day, but for those about a single report.
"""

import smtplib
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from coalitions import mails
from coalitions.models import Coalition, User
from coalitions.reporters import reporters_of
from coalitions.scope import held_on
from plans.letters import letter
from plans.models import Notice, ProgressReport, Round

Kind = Notice.Kind
State = ProgressReport.State
TO_REPORT = (State.ASKED, State.DRAFT, State.RETURNED)
# What is lost when a round closes is what was written and not sent.
UNSENT = (State.DRAFT, State.RETURNED)
REMIND = (7, 0, -7)
"""How many days before the day of a round the site reminds by itself."""
HELD = {
    "invented": _("The coalition is invented: nobody is written to."),
    "inactive": _("The account is closed."),
    "no_seat": _("The person has no seat in the coalition."),
    "failed": _("The mail server refused it."),
}


def asked_of(call: Round, states: Collection[str], on: date) -> dict[User, list[ProgressReport]]:
    """The reports of a round in these states by whoever reports for their parties; two queries."""
    rows = call.reports.filter(state__in=states).select_related("activity", "party")
    reports = list(rows.order_by("party__position", "party", "activity__position"))
    holders = reporters_of(call.plan.coalition, {row.party_id: row.party for row in reports}.values(), on)
    found: dict[User, list[ProgressReport]] = defaultdict(list)
    for row in reports:
        for user in dict.fromkeys(holders.get(row.party_id, ())):
            found[user].append(row)
    return found


def states_of(kind: str) -> tuple[str, ...]:
    """The reports that a mail of this kind lists."""
    return UNSENT if kind == Kind.CLOSED else TO_REPORT


def tell(
    kind: str,
    round: Round,
    users: Iterable[User],
    report: ProgressReport | None = None,
    *,
    by: User | None = None,
    at: datetime,
    values: dict[str, Any] | None = None,
) -> list[Notice]:
    """Write down a mail to each person, to be sent after the commit; returns those that are new today.

    In the transaction of the act that it tells of. `values`: what the mail says besides ("reason"). Whoever acted
    (`by`) is told too where she reports herself, but never of her own act on a single report.
    """
    coalition = round.plan.coalition
    on = coalition.day_of(at)
    seated = set(coalition.seats.filter(held_on(on)).values_list("user", flat=True))
    made = []
    for user in dict.fromkeys(users):
        if report is not None and user == by:
            continue
        held = _held(user, coalition, seated)
        notice, new = _write_down(kind, round, user, report, on, held)
        made += [notice] if new else []
    waiting = [notice.pk for notice in made if not notice.held]
    if waiting:
        transaction.on_commit(partial(_send, waiting, kind, round, values or {}, on))
    return made


def _write_down(
    kind: str, call: Round, user: User, report: ProgressReport | None, on: date, held: str
) -> tuple[Notice, bool]:
    if report is not None:
        return Notice.objects.create(round=call, kind=kind, user=user, on=on, report=report, held=held), True
    return Notice.objects.get_or_create(
        round=call, kind=kind, user=user, on=on, report=None, defaults={"held": held}
    )


def _held(user: User, coalition: Coalition, seated: Collection[int]) -> str:
    if not user.is_active:
        return "inactive"
    if user.pk not in seated:
        return "no_seat"
    return "invented" if coalition.invented else ""


def _send(keys: list[int], kind: str, call: Round, values: dict[str, Any], on: date) -> None:
    """Send what was written down, each mail with what is asked of its reader now."""
    related = ("user", "report__activity", "report__party")
    waiting = Notice.objects.filter(pk__in=keys, sent_at=None).select_related(*related).order_by("pk")
    lists = asked_of(call, states_of(kind), on)
    for notice in waiting:
        lines = [notice.report] if notice.report else lists.get(notice.user, [])
        said = letter(kind, call, notice.user, lines, on=on, values=values)
        try:
            mails.send("round", notice.user.email, notice.user.language, said)
        except (OSError, smtplib.SMTPException):
            notice.held = "failed"
        else:
            notice.sent_at = timezone.now()
        notice.save(update_fields=["sent_at", "held"])
