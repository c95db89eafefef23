"""Targets of the whole plan: as typed, as understood, and as somebody chose where a text says several (P14-P16)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, islice, product
from typing import Any

from django.utils.translation import gettext as _

from coalitions.languages import stored
from plans.models import Indicator, Target
from plans.targets import TargetReading, read_targets, write_target

MOST_OPTIONS = 8
# Readings of these notes can also hold together: "2 talleres o 3 reuniones", "de 5 a 10 talleres".
TOGETHER = {"either", "from_to"}


@dataclass(frozen=True)
class Statement:
    """A piece of the typed text that says one thing, or several: how it is read, and everything that it can mean.

    `options` are sets of targets by the value that a form carries, none where there is nothing to choose; `choice` is
    one of them, or "".
    """

    code: str
    text: str
    readings: list[TargetReading]
    options: dict[str, list[TargetReading]]
    choice: str = ""

    @property
    def counted(self) -> str:
        """The option that counts: the chosen or the usual one; "" where the text is kept as typed, without numbers."""
        return self.choice or _usual(self.readings)

    def words(self, option: str, language: str) -> str:
        """An option in words; without one, what is understood."""
        readings = self.options.get(option, self.readings)
        return in_words(readings, [one.unit for one in readings], language)

    @property
    def unit(self) -> str:
        """The unit that the targets name first, as far as they are understood or chosen."""
        readings = self.options.get(self.choice, self.readings)
        return next((one.unit for one in readings if one.comparator and one.unit), "")


def read(text: str, name: str, language: str, chosen: Sequence[str] = ()) -> list[Statement]:
    """What a text with one target a line states; `name` is its indicator's. What is no option is no choice."""
    found = [one for line in text.splitlines() if line.strip() for one in read_targets(line, name, language)]
    statements = []
    for place, ((code, said), group) in enumerate(groupby(found, lambda one: (one.code, one.text))):
        readings = list(group)
        options, choice = _options(readings), chosen[place] if place < len(chosen) else ""
        statements.append(Statement(code, said, readings, options, choice if choice in options else ""))
    return statements


def _usual(readings: list[TargetReading]) -> str:
    return encoded(readings) if all(one.understood for one in readings) else ""


def _options(readings: list[TargetReading]) -> dict[str, list[TargetReading]]:
    each = [[*one.alternatives] or [one] for one in readings if one.alternatives or one.understood]
    sets = [list(one) for one in islice(product(*each), MOST_OPTIONS)]
    sets += [[one] for group in each for one in group]
    sets += [
        [part for part in one.alternatives if part.baseline is None]
        for one in readings
        if one.note in TOGETHER
    ]
    options = {encoded(one): one for one in sets if one}
    return {} if [*options] == [_usual(readings)] else options


def encoded(targets: Iterable[Any]) -> str:
    """Targets, or readings of them, as a form carries them: ">=5, <=10". A target has no unit of its own."""
    return ", ".join(f"{one.comparator or ''}{_plain(one.number)}{one.per or ''}" for one in targets)


def in_words(targets: Iterable[Any], units: Iterable[str | None], language: str) -> str:
    """Targets, or readings of them, in words: "al menos 5 talleres; como máximo 10 talleres"."""
    told = (
        _("to be done") if one.comparator == Target.Comparator.DONE
        else write_target(one.comparator, one.number, unit, one.per, language)
        for one, unit in zip(targets, units, strict=False)
    )  # fmt: skip
    return "; ".join(filter(None, told))


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")


def picks(row: Indicator, language: str) -> list[str]:
    """For each statement of the stored text the option that is stored, or "" where that is none of them."""
    held = of_whole_plan(row)
    statements = read(written(held, language), stored(row, "name", language), language)
    values = [encoded(_of(one, held, language)) for one in statements]
    return [value if value in one.options else "" for one, value in zip(statements, values, strict=True)]


def of_whole_plan(row: Indicator) -> list[Target]:
    """The indicator's targets that belong to no period."""
    return [target for target in row.targets.all() if target.period_id is None]


def _of(statement: Statement, held: Iterable[Target], language: str) -> list[Target]:
    return [one for one in held if _said(one, language) == (statement.code, statement.text)]


def _said(target: Target, language: str) -> tuple[str, str]:
    """Its code, where that is printed ("#2" only tells two targets of one text apart), and its text."""
    code = "" if target.code.startswith("#") else target.code
    return code, stored(target, "text", language) or target.text or ""


def written(targets: Iterable[Target], language: str) -> str:
    """The targets of the whole plan as a form shows them, one a line; a text that says several stands once."""
    said = [_said(target, language) for target in targets if target.period_id is None]
    return "\n".join(
        dict.fromkeys(f"{code}) {text}" if code else text for code, text in said if code or text)
    )


def put(row: Indicator, text: str, chosen: Sequence[str], language: str) -> bool:
    """Store what the text states, and what was chosen of it; returns whether anything changed. Those of periods stay.

    What is not understood is kept as typed, without comparator and number (law 2); a text that was there before keeps
    its targets unless another option is chosen. A milestone without a target is reached or not.
    """
    held = of_whole_plan(row)
    if held and not any(chosen) and written(held, language).split() == text.split():
        return False
    rows: list[Target] = []
    for one in read(text, stored(row, "name", language), language, chosen):
        kept = [] if one.choice else _of(one, held, language)
        readings = one.options.get(one.choice, one.readings)
        rows += kept or [_target(row, reading, language) for reading in readings]
    if not rows and row.kind == Indicator.Kind.MILESTONE:
        rows = [Target(indicator=row, comparator=Target.Comparator.DONE)]
    if _told(held, language) == _told(rows, language):
        return False
    _replace(held, rows)
    return True


def _target(row: Indicator, reading: TargetReading, language: str) -> Target:
    values: dict[str, Any] = {f"text_{language}": reading.text, "code": reading.code}
    if reading.comparator:
        values |= {"comparator": reading.comparator, "number": reading.number, "per": reading.per or ""}
    return Target(indicator=row, **values)


def _told(targets: Sequence[Target], language: str) -> list[tuple[object, str]]:
    return [(_said(target, language), encoded([target])) for target in targets]


def _replace(held: Sequence[Target], rows: Sequence[Target]) -> None:
    """All anew, in the order of the text, which their keys keep; each with a code of its own."""
    taken: set[str] = set()
    for target in held:
        target.delete()
    for number, target in enumerate(rows, start=1):
        target.pk, target._state.adding = None, True
        if target.code in taken or target.code.startswith("#"):
            target.code = f"#{number}"
        taken.add(target.code)
        target.save()
