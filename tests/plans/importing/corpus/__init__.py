"""Made-up plans written down in many ways, each with what a reader should find in it. Generated; no files."""

from tests.plans.importing.corpus import (
    in_calendars,
    in_cells,
    in_columns,
    in_levels,
    in_paragraphs,
    mixed,
    odd_ways,
    traps,
    whole_files,
)
from tests.plans.importing.corpus.registered import VARIANTS, Asked, Variant

# Importing a module registers its variants.
MODULES = [in_columns, in_levels, in_cells, in_calendars, in_paragraphs, whole_files, odd_ways, mixed, traps]

__all__ = ["MODULES", "VARIANTS", "Asked", "Variant"]
