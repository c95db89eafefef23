"""Target expressions read into comparator, number, unit (P14-P17). Pure; never raises on text.

A silent wrong reading is worse than a question. So a reading that is not `understood` has neither comparator
nor number: what it may mean stands in `alternatives`, and `note` says why it is asked. The printed text is
always kept (law 2).

Decisions, each a row of the tests:
- a bare number is "=" ("2 productos"); "más de 40" is asked: 41 where one counts, 40 where one measures;
- "entre 5 y 10" is two targets, >= 5 and <= 10; `read_target` then answers "several" with both in `parts`;
- "de 50 % a 70 %" is 70 with baseline 50; "de 5 a 10 talleres" may be a range or a rise, and is asked;
- "por operación" is per; "por consenso" may say how, so "por" with a noun that targets are not shared out by
  is asked;
- "un informe" without a comparator may be a number or an article, and is asked;
- a text without any figure is "done" only where it states one thing reached ("Red creada").
"""

from plans.targets.candidates import Context, TargetReading, ask, last_word
from plans.targets.doubts import read_head, share_unit
from plans.targets.heads import Head, find_heads
from plans.targets.numberless import read_without_number
from plans.targets.numbers import DECIMAL_MARKS, decimal_mark_of
from plans.targets.pairs import read_pair
from plans.targets.segments import Segment, segments
from plans.targets.words import IDENTIFIERS, PREPOSITIONS


def read_target(text: str | None, indicator: str = "", language: str | None = None) -> TargetReading:
    """The one target of a text. `indicator`: the name of its indicator, whose spelling the unit takes.
    `language` is given only where the number is known to be in that language's form (our own writing): it
    settles "1.200". Several targets: note "several", `parts`.
    """
    found = read_targets(text, indicator, language)
    if len(found) == 1:
        return found[0]
    return TargetReading(text=text or "", note="several" if found else "empty", parts=tuple(found))


def read_targets(text: str | None, indicator: str = "", language: str | None = None) -> list[TargetReading]:
    """Every target of a text, in its order; what is not understood stands among them. Arguments as in
    `read_target`.
    """
    printed = text if isinstance(text, str) else ""
    mark = decimal_mark_of(printed) or DECIMAL_MARKS.get(language or "")
    return [reading for segment in segments(printed) for reading in _read_segment(segment, indicator, mark)]


def _read_segment(segment: Segment, indicator: str, mark: str | None) -> list[TargetReading]:
    found = find_heads(segment, mark)
    if not found:
        return [read_without_number(segment)]
    if len(found) == 2 and (pair := read_pair(Context(segment, indicator, found), *found)):
        return pair
    mains = [head for head in found if not _is_inner(segment, head)] or found[:1]
    context = Context(segment, indicator, mains, inner=len(mains) < len(found))
    either = any(
        last_word(segment.folded[: head.start]) in {"o", "u", "or", "y/o", "and/or"} for head in mains[1:]
    )
    readings = [read_head(context, place) for place in range(len(mains))]
    if either:
        return [ask(context, "either", readings)]
    return share_unit(context, readings)


def _is_inner(segment: Segment, head: Head) -> bool:
    """A number that belongs to the words around it: "2 sesiones de 3 horas", "con al menos 5 países", "fase
    3".
    """
    last = last_word(segment.folded[: head.start])
    return last in PREPOSITIONS or last in IDENTIFIERS
