"""Target expressions <-> comparator, number, unit (P14-P17). Pure: plain values in, plain values out, nothing
raised on text.
"""

from plans.targets.candidates import TargetReading
from plans.targets.numbers import NumberReading, read_number, write_number
from plans.targets.reading import read_target, read_targets
from plans.targets.tails import same_unit
from plans.targets.writing import is_met, standing, write_per, write_target

__all__ = [
    "NumberReading", "TargetReading", "is_met", "read_number", "read_target", "read_targets", "same_unit",
    "standing", "write_number",
    "write_per", "write_target",
]  # fmt: skip
