"""Small shapes that the others are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from coalitions.languages import Text
from plans.status import percent_of

STATUSES = (
    "completed", "in_progress", "unfinished", "not_started", "suspended", "cancelled", "not_reported",
)  # fmt: skip


def row_id() -> int | None:
    """A database key beside the content: left out of comparison, canonical form and digest."""
    return field(default=None, compare=False, metadata={"content": False})


@dataclass(frozen=True)
class Ref:
    """A pointer to an activity, objective, indicator or note: its anchor, its code as shown, its title."""

    key: str
    code: str
    title: Text


@dataclass(frozen=True)
class Count:
    """`count` of `total` things; `missing` is the rest. `percent` is None where the total is 0."""

    count: int
    total: int

    @property
    def missing(self) -> int:
        return self.total - self.count

    @property
    def percent(self) -> Decimal | None:
        """Percent of the total with one decimal, half up."""
        return percent_of(self.count, self.total)


@dataclass(frozen=True)
class Average:
    """A mean over `entered` values; `missing` had none and did not enter.

    `value` None where nothing entered.
    """

    value: Decimal | None
    entered: int
    missing: int


@dataclass(frozen=True)
class PartyName:
    """A party. `kind` as in Party.Kind; `short` may be empty."""

    name: Text
    short: str = ""
    kind: str = ""
    id: int | None = row_id()
