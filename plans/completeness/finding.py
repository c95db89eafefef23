"""One warning, and how the rows of a plan are called in its sentence."""

from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from django.utils.translation import get_language

from coalitions.languages import shown
from plans.models import Activity, Objective


@dataclass(frozen=True)
class Finding:
    """A warning: a whole sentence about one row, or about the plan where it has neither objective nor activity.

    `key` is the same each time ("missing_indicator:activity:12"). `seen` is what the data say, in no language: a
    mark "seen, kept" counts as long as it stays the same. `kept` is its reason, "" where nobody has kept it;
    `kept_on` and `kept_by` say when and who.
    """

    key: str
    kind: str
    objective: int | None
    activity: int | None
    text: str
    seen: str = ""
    kept: str = ""
    kept_on: date | None = None
    kept_by: str = ""


def of_activity(kind: str, row: Activity, text: str, seen: object = "", **values: object) -> Finding:
    """A warning at an activity; `text` has the place %(code)s for how it is called, and one for each value."""
    words = text % {"code": name_of(row), **values}
    return Finding(f"{kind}:activity:{row.pk}", kind, None, row.pk, words, str(seen))


def of_objective(kind: str, row: Objective, text: str, seen: object = "", **values: object) -> Finding:
    """A warning at an objective; `text` as for an activity."""
    words = text % {"code": name_of(row), **values}
    return Finding(f"{kind}:objective:{row.pk}", kind, row.pk, None, words, str(seen))


def of_plan(kind: str, text: str, seen: object = "", **values: object) -> Finding:
    """A warning at the plan as a whole; `text` has one place for each value."""
    return Finding(f"{kind}:plan", kind, None, None, text % values, str(seen))


def name_of(row: Activity | Objective) -> str:
    """The code of a row; where it has none, how its title begins, in quotes."""
    code = row.code or row.code_printed
    title = shown(row, "title", get_language() or "es").text
    return code or (f"“{shorten(title, 60, placeholder='…')}”" if title else "–")
