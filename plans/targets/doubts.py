"""Why a number is not taken as read, and what it may mean instead. Pure."""

import re
from dataclasses import replace
from itertools import pairwise

from plans.targets.candidates import Context, TargetReading, candidate, tail_of
from plans.targets.heads import Head
from plans.targets.numberless import is_negated, states_one_thing
from plans.targets.segments import fold
from plans.targets.tails import is_participle
from plans.targets.words import CHANGE, FRACTIONS, VERBS

# A bare number counts at the start, after a colon, after a verb ("Realizar 2 reuniones", "se realizan 2").
_HARMLESS_PREFIX = re.compile(rf"(?:\W*|.*:|(?:.*\W)?(?:{'|'.join(VERBS)})|se (?:han? )?\w+)")


def read_head(context: Context, place: int) -> TargetReading:
    """The number at this place among the segment's: as it reads, or as a question with what it may mean."""
    head = context.heads[place]
    reading = candidate(context, head, place)
    note = _doubt(context, place, reading)
    if not note:
        return reading
    return replace(_doubted(reading, note), alternatives=_alternatives(reading, head, note))


def _doubt(context: Context, place: int, reading: TargetReading) -> str | None:
    """Why a number is not taken as read; the first reason that holds."""
    head, tail = context.heads[place], tail_of(context, place)
    if head.doubt or tail.doubt:
        return head.doubt or tail.doubt
    if head.explicit and tail.comparator:
        return "unclear"
    if doubt := _unit_doubt(context, place, reading):
        return doubt
    if doubt := _place_doubt(context, place, reading):
        return doubt
    if head.article and not (head.explicit or tail.comparator or tail.per or len(context.heads) > 1):
        return "article"
    if _is_year(head, reading):
        return "year"
    return "another_number" if context.inner else None


def _unit_doubt(context: Context, place: int, reading: TargetReading) -> str | None:
    """ "un tercio" is a fraction; "2 reuniones y red creada" and "2 reuniones, Red creada" hide a second
    target; "3 acuerdos firmados y 2 implementados" leaves the second number without its noun.
    """
    words = fold(reading.unit or "").split()
    if FRACTIONS & set(words):
        return "fraction"
    joined = {"y", "e", "and"} & set(words)
    if joined and not all(word.endswith("s") for word in _nouns(words)):
        return "unclear"
    if place > 0 and not context.heads[place].explicit and _lacks_noun(context, place, words, reading.per):
        return "unclear"
    sentences = re.findall(r"[,.;:] ([^\W\d_a-z][^,.;:]*)", reading.text[context.heads[place].end :])
    return "unclear" if any(states_one_thing(fold(one).split()) for one in sentences) else None


def _lacks_noun(context: Context, place: int, words: list[str], per: str | None) -> bool:
    """A later number alone, or with a participle that answers one before ("firmados ... implementados")."""
    if not words:
        return per is None
    before = fold(tail_of(context, place - 1).rest).split()
    return is_participle(words[0]) and bool(before) and is_participle(before[0])


def _nouns(words: list[str]) -> list[str]:
    """The first word of each of two things joined: "reuniones" and "formaciones"."""
    return [words[0]] + [word for before, word in pairwise(words) if before in {"y", "e", "and"}]


def _place_doubt(context: Context, place: int, reading: TargetReading) -> str | None:
    if place == 0:
        return prefix_doubt(context)
    head, folded = context.heads[place], context.segment.folded
    between = folded[context.heads[place - 1].end : head.start]
    if is_negated(between[-25:]):
        return "negation"
    follows = re.search(r"[.,:)%+]\s*$|(?<!\w)(?:y|e|and)\s*$", between) is not None
    runs_on = re.search(r"[.,:;()]|(?<!\w)(?:y|e|and)(?!\w)", between) is None and reading.unit is not None
    return None if head.explicit or follows or runs_on else "identifier"


def prefix_doubt(context: Context) -> str | None:
    """What stands before the first number may deny it, make it a change, or make it a name ("Fase 2
    completada").
    """
    head, prefix = context.heads[0], re.sub(r"(?<!\w)(?:entre|between)\s*$", "", context.prefix).strip()
    if is_negated(prefix):
        return "negation"
    if re.search(CHANGE, prefix):
        return "change"
    if head.hanging:
        return "unclear"
    lead = _HARMLESS_PREFIX.fullmatch(prefix)
    return None if head.explicit or lead else "identifier"


def _is_year(head: Head, reading: TargetReading) -> bool:
    value = head.value
    return (
        value is not None
        and not head.explicit
        and not reading.unit
        and 1990 <= value <= 2099
        and value % 1 == 0
    )


def _alternatives(reading: TargetReading, head: Head, note: str) -> tuple[TargetReading, ...]:
    values = head.values
    if not values:
        return ()
    if note == "strict":
        return _strict(reading, head)
    if note == "negative":
        return (replace(reading, number=-values[0]), replace(reading, number=values[0]))
    if note == "multiplier":
        return (reading, replace(reading, number=values[0] * head.letter_factor, unit=head.currency))
    if note == "article":
        return (reading, replace(reading, comparator="done", number=None, unit=None))
    comparator = reading.comparator if reading.comparator in {">=", "<=", "="} else "="
    return tuple(replace(reading, comparator=comparator, number=value) for value in values)


def _strict(reading: TargetReading, head: Head) -> tuple[TargetReading, ...]:
    """ "más de 40": 41 where whole things are counted, else 40 with the nearest comparator there is."""
    sign, comparator = (1, ">=") if head.kind == ">" else (-1, "<=")
    options = [replace(reading, comparator=comparator, number=value) for value in head.values]
    if len(head.values) == 1 and head.values[0] % 1 == 0 and reading.unit != "%":
        options.insert(0, replace(reading, comparator=comparator, number=head.values[0] + sign))
    return tuple(options)


def share_unit(context: Context, readings: list[TargetReading]) -> list[TargetReading]:
    """ "mínimo 2, máximo 5 reuniones": the first takes the unit of the second. Other numbers that hang in the
    air are asked.
    """
    shared = _taint(readings)
    for place in range(len(readings) - 2, -1, -1):
        this, after = shared[place], shared[place + 1]
        if this.unit or this.per or not this.understood:
            continue
        both = context.heads[place].explicit and context.heads[place + 1].explicit
        if both and after.understood:
            shared[place] = replace(this, unit=after.unit, per=after.per)
        else:
            shared[place] = _doubted(this, "unclear")
    return _taint(shared)


def _taint(readings: list[TargetReading]) -> list[TargetReading]:
    """A number whose part in the text is unknown may change those beside it ("5 x 3", "100 personas (50
    mujeres)").
    """
    if not any(one.note in {"identifier", "unclear", "negative"} for one in readings):
        return readings[:]
    return [_doubted(one, "another_number") if one.understood else one for one in readings]


def _doubted(reading: TargetReading, note: str) -> TargetReading:
    return replace(
        reading, comparator=None, number=None, understood=False, note=note, alternatives=(reading,)
    )
