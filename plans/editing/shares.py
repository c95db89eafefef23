"""Programmed and executed percentages of an activity by period; a blank cell is no row, zero is zero (T1-T3)."""

from collections.abc import Mapping
from decimal import Decimal

from plans.models import Activity, Share

Cells = Mapping[int, tuple[Decimal | None, Decimal | None]]


def apply(activity: Activity, cells: Cells) -> bool:
    """Make the shares those of `cells` ((programmed, executed) by period); returns whether anything changed.

    Periods that `cells` does not name stay as they are.
    """
    there = {share.period_id: share for share in activity.shares.all()}
    changed = False
    for period, values in cells.items():
        share = there.get(period)
        if share and (share.programmed, share.executed) == values:
            continue
        if values == (None, None):
            if share:
                share.delete()
                changed = True
            continue
        share = share or Share(activity=activity, period_id=period)
        share.programmed, share.executed = values
        share.save()
        changed = True
    return changed
