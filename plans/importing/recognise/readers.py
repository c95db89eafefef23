"""The readers of periods and targets, each text once: long plans repeat their cells. Pure."""

from functools import lru_cache

from plans.schedule import read_period
from plans.targets import TargetReading, read_targets

period = lru_cache(maxsize=4096)(read_period)


@lru_cache(maxsize=4096)
def targets(text: str, indicator: str = "") -> tuple[TargetReading, ...]:
    """As `read_targets`."""
    return tuple(read_targets(text, indicator))
