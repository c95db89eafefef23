"""What an annual report holds: dataclasses only, as plain values, so that every format renders the same.

Conventions. A `Text` is content in one language, marked where it is not the report's. A plain `str` is
either a key (status "in_progress", rule "sum") or, where the docstring says *words*, a phrase in the
report's language. Percentages are Decimals from 0 (100 is all). None is "not reported" or "not stated",
never zero. Dates are inclusive. Anchors (`key`): "o3" objective, "a7" activity, "i2" indicator or milestone
(numbered in the order of the plan), "note-C04" note. `id` is the row's key in the database, for links on
pages; it is no part of the content or its digest.
"""

# ruff: noqa: F403 (every shape is reached from here, and each is named once: where it is defined)

from reporting.annual_report.shapes.glance import *
from reporting.annual_report.shapes.header import *
from reporting.annual_report.shapes.lines import *
from reporting.annual_report.shapes.notes import *
from reporting.annual_report.shapes.report import *
from reporting.annual_report.shapes.tables import *
from reporting.annual_report.shapes.values import *
