"""Made-up plans written down in many ways, each with what a reader should find in it. Generated; no files."""

from tests.plans.importing.corpus import in_calendars, in_cells, in_columns, in_levels, traps, whole_files
from tests.plans.importing.corpus.registered import VARIANTS, Asked, Variant

__all__ = [
    "VARIANTS",
    "Asked",
    "Variant",
    "in_calendars",
    "in_cells",
    "in_columns",
    "in_levels",
    "traps",
    "whole_files",
]
