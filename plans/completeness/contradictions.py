"""Texts of a plan that say two things: targets, numbers in the two languages, the list of objectives (P15, P28)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.db.models import Model
from django.utils.translation import gettext as _

from coalitions.languages import stored
from plans.completeness.finding import Finding, of_activity, of_objective
from plans.completeness.rows import Rows
from plans.models import Activity, Indicator, Target
from plans.targets import TargetReading, read_targets, same_unit

# The same words recur from page to page; reading is pure.
read = lru_cache(maxsize=4096)(read_targets)

NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")
OPPOSITE = {">=": "<=", "<=": ">="}


def opposite_targets(rows: Rows) -> Iterator[Finding]:
    """A quantity in an activity's title against another in its document or in its target (P15).

    "At most three" in the table and "at least three" in the timetable; "24 points" in the title and 20 as target.
    """
    for row in rows.activities:
        stated = [*_in_title(row), *_in_document(row)]
        aims = [
            aim for one in rows.indicators_of[row.pk] for aim in _aims(one, rows.targets_of.get(one.pk, []))
        ]
        pairs = [(one, other) for n, one in enumerate(stated) for other in [*stated[n + 1 :], *aims]]
        for one, other in pairs:
            if _contradict(one, other):
                words = _("%(code)s says “%(one)s” in one place and “%(other)s” in another.")
                said = {"one": _line(one.expression or one.text), "other": _line(other.text)}
                yield of_activity("opposite_targets", row, words, " / ".join(said.values()), **said)
                break


def differing_numbers(rows: Rows) -> Iterator[Finding]:
    """A text whose figures are not the same in its two languages (law 10)."""
    text = _("The figures in the texts of %(code)s differ between Spanish and English.")
    for row in rows.activities:
        texts = [_both(row, "title"), _both(row, "resources")]
        for indicator in rows.indicators_of[row.pk]:
            texts += [_both(aim, "text") for aim in rows.targets_of.get(indicator.pk, [])]
            texts.append(_both(indicator, "name"))
        seen = _differing(texts)
        if seen:
            yield of_activity("differing_numbers", row, text, seen)
    for above in rows.objectives:
        seen = _differing([_both(above, "title"), _both(above, "statement")])
        if seen:
            yield of_objective("differing_numbers", above, text, seen)


def list_and_headings(rows: Rows) -> Iterator[Finding]:
    """An objective that the list at the front and the heading in the body call differently (P28)."""
    for row in rows.objectives:
        for name in ("title_in_list", "title_in_heading"):
            other = row.provenance.get(name)
            if other and other not in _both(row, "title"):
                words = _("%(code)s is called “%(other)s” in another place of the document.")
                yield of_objective("list_and_headings", row, words, other, other=_line(other))


def _both(row: Model, name: str) -> tuple[str, str]:
    """A field in Spanish and in English."""
    return stored(row, name, "es"), stored(row, name, "en")


def _in_title(row: Activity) -> list[TargetReading]:
    """The quantities that a title states in whole, in the first of its languages that states any."""
    for title in _both(row, "title"):
        found = [one for one in read(title) if one.understood and one.number is not None and one.unit]
        if found:
            return found
    return []


def _in_document(row: Activity) -> list[TargetReading]:
    """The quantities of the title that the import kept with the place in which each was found."""
    return [
        TargetReading(one["text"], one["comparator"], one["number"], one["unit"])
        for one in row.provenance.get("quantities_in_title", [])
        if one.get("comparator") and one.get("number") is not None
    ]


def _aims(indicator: Indicator, targets: Iterable[Target]) -> Iterator[TargetReading]:
    for aim in targets:
        if aim.number is not None:
            text, unit = (
                next(filter(None, _both(*place)), "") for place in ((aim, "text"), (indicator, "unit"))
            )
            yield TargetReading(text, aim.comparator, aim.number, unit)


def _contradict(one: TargetReading, other: TargetReading) -> bool:
    """Of the same thing, another number, or the same number from above and from below."""
    if not one.unit or not other.unit or not same_unit(one.unit, other.unit):
        return False
    return one.number != other.number or OPPOSITE.get(one.comparator or "") == other.comparator


def _differing(texts: Iterable[tuple[str, str]]) -> str:
    """The figures of the first pair that has others in one language than in the other; "" for none."""
    for spanish, english in texts:
        if spanish and english:
            figures = [_figures(spanish), _figures(english)]
            if figures[0] != figures[1]:
                return f"{' '.join(figures[0])} / {' '.join(figures[1])}"
    return ""


def _figures(text: str) -> list[str]:
    """The figures of a text without their separators, in order: 1.200 and 1,200 are the same."""
    return sorted(re.sub(r"[.,]", "", found) for found in NUMBER.findall(text))


def _line(text: str) -> str:
    return " ".join(text.split())
