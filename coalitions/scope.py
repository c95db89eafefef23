"""The wall between coalitions: every list starts from `visible_to(user, on)` (law 6)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from coalitions.models import User


def open_on(on: date) -> Q:
    """Terms whose started_on/ended_on contain the day, the last one too; an empty end is open."""
    started = Q(started_on__isnull=True) | Q(started_on__lte=on)
    return started & (Q(ended_on__isnull=True) | Q(ended_on__gte=on))


def held_on(on: date) -> Q:
    """Seats that give a right on the day. `ended_on` is the first day without it: ends today, acts now (S-A7)."""
    started = Q(started_on__isnull=True) | Q(started_on__lte=on)
    return started & (Q(ended_on__isnull=True) | Q(ended_on__gt=on))


Row = TypeVar("Row", bound=models.Model)


class ScopedQuerySet(models.QuerySet[Row]):
    """Rows of coalitions. The model says where its coalition is in `coalition_path`."""

    def visible_to(self, user: User, on: date) -> Self:
        """The rows of the coalitions in which the user holds a seat on that day; all of them for an operator."""
        if not user.is_active:
            return self.none()
        if user.is_superuser:
            return self
        seats = user.seats.filter(held_on(on)).values("coalition")
        path: str = self.model.coalition_path  # type: ignore[attr-defined]
        return self.filter(**{f"{path}__in": seats})
