"""Targets without a figure: done, a condition alone, or a question. Pure."""

import re
from dataclasses import replace

from plans.targets.candidates import TargetReading
from plans.targets.segments import MASK_NAME, Segment
from plans.targets.tails import is_participle
from plans.targets.words import (
    CONDITIONS,
    INDICATOR_NAMES,
    JOINERS,
    NEGATIONS,
    PARTICIPLE_NOUNS,
    PREPOSITIONS,
    UNFINISHED,
    YES,
)


def read_without_number(segment: Segment) -> TargetReading:
    reading = TargetReading(text=segment.text, code=segment.code)
    note = _doubt_without_number(segment)
    if note == "condition_only":
        return replace(reading, note=note, condition=segment.text.strip(" .,;:"))
    if note:
        return replace(reading, note=note)
    condition = re.search(CONDITIONS, segment.folded)
    printed = segment.text[condition.start() :].strip(" .,;:") if condition else None
    return replace(
        reading, comparator="done", understood=True, condition=printed, expression=segment.text.strip(" .,;:")
    )


def _doubt_without_number(segment: Segment) -> str | None:
    folded = segment.folded.strip(" .,;:!¡")
    words = re.findall(r"[^\W\d_]+", folded)
    if any(char.isnumeric() for char in folded) or MASK_NAME in folded:
        return "fraction" if re.search(r"[½⅓⅔¼¾]", folded) else "unclear"
    if folded in YES:
        return None
    if re.match(INDICATOR_NAMES, folded):
        return "indicator_name"
    if re.match(CONDITIONS, folded):
        return "condition_only"
    if is_negated(folded) or UNFINISHED & set(words):
        return "negation"
    return None if states_one_thing(words) else "no_quantity"


def states_one_thing(words: list[str]) -> bool:
    """ "Red creada", "Report published": a participle in the singular after what it speaks of. In the plural,
    how many is not said.
    """
    for place, word in enumerate(words[1:], start=1):
        before = words[place - 1]
        if word in PARTICIPLE_NOUNS or before in PREPOSITIONS or not is_participle(word):
            continue
        plural = word.endswith("s") or (
            re.fullmatch(r"\w+[^s]s", words[0]) is not None and not re.search(r"(?:is|us)$", words[0])
        )
        english_plural = not word.endswith(("o", "a", "s")) and re.search(r"[^siu]s$", before) is not None
        return not (plural or english_plural) and before not in JOINERS
    return False


def is_negated(folded: str) -> bool:
    return bool(NEGATIONS & set(re.findall(r"[^\W\d_]+", folded)))
