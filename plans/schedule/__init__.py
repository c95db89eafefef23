"""Period expressions and dates, and the columns of a plan's calendar (P18, P19, T14, T15). No database."""

from plans.schedule.calendar import Span, clip, columns, envelope, merge, middle
from plans.schedule.naming import name_of
from plans.schedule.reading import Schedule, read_period
from plans.schedule.writing import write_period

__all__ = [
    "Schedule",
    "Span",
    "clip",
    "columns",
    "envelope",
    "merge",
    "middle",
    "name_of",
    "read_period",
    "write_period",
]
