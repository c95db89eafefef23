"""What follows from the reports accepted on an activity: one value, its shares, its status. Pure (T3, T4, T7).

Unknown stays unknown: a report without a percent enters no average, and none at all gives no value (law 1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from plans.aggregation import accepted_share, average
from plans.status import status_of_level


class Said(Protocol):
    """What counts of one party's report."""

    @property
    def status(self) -> str | None: ...

    @property
    def executed(self) -> Decimal | None: ...


@dataclass(frozen=True)
class Proposal:
    """One value for an activity and round: `entered` of `asked` reports were accepted, `levels` gave a percent."""

    status: str | None
    executed: Decimal | None
    entered: int
    asked: int
    levels: int


def propose(said: Sequence[Said], asked: int) -> Proposal:
    """The one report as it is; of several the average percent to a tenth, and the status they agree on."""
    mean = average(one.executed for one in said)
    executed = mean.value
    if executed is not None and asked > 1:
        executed = executed.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Proposal(agreed(said, executed), executed, len(said), asked, mean.entered)


def agreed(said: Iterable[Said], level: Decimal | None) -> str | None:
    """The status where all that state one state the same, else that of their level; None where neither is known."""
    stated = {one.status for one in said if one.status}
    if len(stated) == 1:
        return stated.pop()
    return None if level is None else status_of_level(level)


@dataclass(frozen=True)
class Cell:
    """A period of an activity: its executed share, and the level settled for it (None: none was)."""

    period: int
    executed: Decimal | None
    settled: Decimal | None


def shares(cells: Sequence[Cell], reading: str, since: int) -> dict[int, Decimal | None]:
    """The executed share of each settled period from that with the key `since` on; `cells` in the order of time.

    Where shares are parts, a later one is what was settled less what stands before it: a correction moves it too.
    """
    found: dict[int, Decimal | None] = {}
    earlier: list[Decimal | None] = []
    reached = False
    for cell in cells:
        reached = reached or cell.period == since
        if reached and cell.settled is not None:
            found[cell.period] = accepted_share(cell.settled, tuple(earlier), reading)
        earlier.append(found.get(cell.period, cell.executed))
    return found
