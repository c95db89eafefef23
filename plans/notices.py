"""Who is told of what in a round."""

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
    """Note down who is to be told."""
    for user in users:
        Notice(round=round, report=report, kind=kind, user=user, on=timezone.localdate(at)).save()
