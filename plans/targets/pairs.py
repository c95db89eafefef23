"""Two numbers that belong together: ranges, and from one level to another. Pure."""

import re
from dataclasses import replace

from plans.targets.candidates import Context, TargetReading, ask, candidate, last_word, tail_of
from plans.targets.doubts import prefix_doubt
from plans.targets.heads import Head
from plans.targets.numberless import is_negated
from plans.targets.words import MOVES


def read_pair(context: Context, low: Head, high: Head) -> list[TargetReading] | None:
    """ "entre 5 y 10", "5-10", "de 50 % a 70 %", "2 o 3"; None where the two numbers are two targets."""
    folded = context.segment.folded
    gap = re.sub(r"^\s*%", "", folded[low.end : high.start]).strip()
    lead, is_percent = low.lead or last_word(context.prefix), "%" in folded[low.end : high.end + 2]
    if gap == "/":
        return [ask(context, "fraction")]
    span = gap in {"-", "–", "—", "a", "to"} or (gap == "" and high.phrase in {"hasta", "up to"})
    if gap in {"y", "and"} and lead in {"entre", "between"}:
        return _range(context, low, high)
    if gap in {"o", "or", "u"} and not high.explicit:
        return [ask(context, "either", [_of_pair(context, low, "="), _of_pair(context, high, "=")])]
    if not span:
        return None
    if lead in {"de", "from", "desde", "del"}:
        return _from_to(context, low, high, sure=is_percent or re.search(MOVES, context.prefix) is not None)
    return _range(context, low, high)


def _of_pair(context: Context, head: Head, comparator: str) -> TargetReading:
    """The reading of one of two numbers, with the tail that follows the second."""
    whole = replace(head, kind=comparator, start=context.heads[0].start, end=context.heads[-1].end)
    return candidate(context, whole, len(context.heads) - 1)


def _range(context: Context, low: Head, high: Head) -> list[TargetReading]:
    """Two targets that hold together; asked where a number is in doubt or the text around says more."""
    if doubt := _pair_doubt(context, low, high):
        return [ask(context, doubt)]
    return [_of_pair(context, low, ">="), _of_pair(context, high, "<=")]


def _pair_doubt(context: Context, low: Head, high: Head) -> str | None:
    if doubt := low.doubt or high.doubt or tail_of(context, 1).doubt:
        return doubt
    if low.explicit or low.value is None or high.value is None or low.value >= high.value:
        return "unclear"
    return prefix_doubt(context)


def _from_to(context: Context, low: Head, high: Head, sure: bool) -> list[TargetReading]:
    rise = replace(_of_pair(context, high, "="), baseline=low.value)
    doubt = low.doubt or high.doubt or tail_of(context, 1).doubt
    if not doubt and is_negated(context.prefix):
        doubt = "negation"
    if not doubt and sure:
        return [rise]
    return [
        ask(context, doubt or "from_to", [rise, _of_pair(context, low, ">="), _of_pair(context, high, "<=")])
    ]
