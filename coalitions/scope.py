"""The wall between coalitions: every list starts from `visible_to(user, on)` (law 6)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from coalitions.models import User


def open_on(on: date) -> Q:
    """Rows whose started_on/ended_on contain the day; an empty end is open."""
    started = Q(started_on__isnull=True) | Q(started_on__lte=on)
    return started & (Q(ended_on__isnull=True) | Q(ended_on__gte=on))


class ScopedQuerySet(models.QuerySet):
    """Rows of coalitions. The model says where its coalition is in `coalition_path`."""

    def visible_to(self, user: User, on: date) -> Self:
        """The rows of the coalitions in which the user holds a seat on that day; all of them for an operator."""
        if not user.is_active:
            return self.none()
        if user.is_superuser:
            return self
        seats = user.seats.filter(open_on(on)).values("coalition")
        path: str = self.model.coalition_path
        return self.filter(**{f"{path}__in": seats})


Scoped: Any = models.Manager.from_queryset(ScopedQuerySet)
