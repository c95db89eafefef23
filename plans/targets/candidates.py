"""One target as read, and the reading of a number as if nothing were doubtful. Pure."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from plans.targets.heads import Head
from plans.targets.segments import Segment
from plans.targets.tails import Tail, read_tail, unit_in


@dataclass(frozen=True)
class TargetReading:
    """One target as read.

    `text` as printed without its `code` ("a.1"); `expression` the words of the target itself ("al menos 4
    comunicaciones al año"). `comparator` ">=", "<=", "=", "done" or None. `per` is year, semester, quarter,
    month or week, else the noun as printed ("operación"), or both as "ciudad/year". `rest` is what the text
    says beyond. `note` is a message key: empty, several, ambiguous_number, strict, approximate, fraction,
    negative, no_quantity, indicator_name, condition_only, negation, change, year, identifier, article,
    either, another_number, per, recurrence, multiplier, from_to, unclear. `alternatives` exclude each other;
    `parts` hold together.
    """

    text: str
    comparator: str | None = None
    number: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    condition: str | None = None
    understood: bool = False
    baseline: Decimal | None = None
    code: str = ""
    expression: str = ""
    rest: str = ""
    note: str = ""
    alternatives: tuple["TargetReading", ...] = ()
    parts: tuple["TargetReading", ...] = ()


@dataclass(frozen=True)
class Context:
    """What the readers of one segment share."""

    segment: Segment
    indicator: str
    heads: list[Head] = field(default_factory=list)
    inner: bool = False

    @property
    def prefix(self) -> str:
        return self.segment.folded[: self.heads[0].start] if self.heads else self.segment.folded


def tail_of(context: Context, place: int) -> Tail:
    head, folded = context.heads[place], context.segment.folded
    stop = context.heads[place + 1].start if place + 1 < len(context.heads) else len(folded)
    tail = re.sub(r"(?:[\s,.;:+]|(?<!\w)(?:y|e|o|u|and|or)(?!\w))+$", "", folded[head.end : stop])
    return read_tail(context.segment.text[head.end : head.end + len(tail)], tail, of_allowed=head.multiplied)


def candidate(context: Context, head: Head, place: int) -> TargetReading:
    """The reading of a number as if nothing were doubtful."""
    tail, segment = tail_of(context, place), context.segment
    unit = head.currency or unit_in(context.indicator, tail.unit)
    expression = segment.text[
        head.start : head.end + (0 if head.currency and not tail.per else tail.end)
    ].strip(" .,;:")
    comparator = head.kind if head.explicit or head.kind in {">=", "<="} else tail.comparator or head.kind
    return TargetReading(
        text=segment.text, comparator=comparator, number=head.value, unit=unit, per=tail.per,
        condition=tail.condition, understood=True, code=segment.code, expression=expression, rest=tail.rest,
    )  # fmt: skip


def ask(context: Context, note: str, options: list[TargetReading] | None = None) -> TargetReading:
    """A segment that is not understood, with what it may mean."""
    segment = context.segment
    return TargetReading(segment.text, code=segment.code, note=note, alternatives=tuple(options or ()))


def last_word(folded: str) -> str:
    folded = folded[-60:]
    found = re.search(r"(?<!\w)([^\W\d_][\w/]*)[^\w/]*$", folded)
    return found[1] if found and not re.search(r"[.,;:)%(]\s*$", folded) else ""
