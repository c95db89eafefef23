"""Mails about a round: who gets which, kept beside what was sent."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from coalitions.models import User
from plans.models import Notice, ProgressReport, Round


def tell(
    kind: str,
    round: Round,
    users: Iterable[User],
    report: ProgressReport | None = None,
    *,
    by: User | None = None,
    at: datetime,
    values: dict[str, Any] | None = None,
) -> None:
    """Keep a notice for each of these people."""
    for user in users:
        Notice(round=round, report=report, kind=kind, user=user, on=timezone.localdate(at)).save()
