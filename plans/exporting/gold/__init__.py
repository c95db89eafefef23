"""A plan written back as a record in the gold's shape: the other direction of `plans.importing.apply`.

Whatever has a column is read from it; `provenance` supplies only what has none. A key whose value is empty is
written only where the plan's record spells it out (see `plans.importing.apply.shape`).
"""

from plans.exporting.gold.counting import count
from plans.exporting.gold.record import write

__all__ = ["count", "write"]
