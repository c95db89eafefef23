"""What follows the number of a target: its unit, per what, on what condition, and the rest. Pure, on folded
text.
"""

import re
from dataclasses import dataclass

from plans.targets.segments import fold
from plans.targets.words import (
    CONDITIONS,
    CURRENCIES,
    DISTRIBUTIVE_LEADS,
    DISTRIBUTIVE_MODIFIERS,
    DISTRIBUTIVES,
    ENGLISH_PARTICIPLES,
    IRREGULAR_PARTICIPLES,
    JOINERS,
    PERIODS,
    POSTFIXES,
    PREPOSITIONS,
    RECURRENCES,
    UNCERTAIN_RECURRENCES,
    UNIT_STOPS,
)


def any_of(phrases: list[str] | tuple[str, ...]) -> str:
    """A pattern of whole phrases, the longest first; signs need no boundary."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(rf"(?<!\w){re.escape(p)}(?!\w)" if p[0].isalpha() else re.escape(p) for p in ordered)


_PERIOD = any_of(list(PERIODS))
_AND_PERIOD = rf"(?:\s*(?:y|and|,)?\s+(?:por |per |a |al )?(?P<and>{_PERIOD}))?"
_PER_PERIOD = re.compile(
    rf"(?:\b(?:al|a la|a|por|per|cada|each|every|en cada|in each)\s+|/\s*)(?P<period>{_PERIOD})"
)
_RECURRENCE = re.compile(any_of(list(RECURRENCES)))
_NOUN = (
    rf"(?:(?:{any_of(DISTRIBUTIVE_LEADS)})\s+(?={any_of(DISTRIBUTIVES)}))?"
    rf"(?:{any_of(DISTRIBUTIVES)})(?:\s+(?:{any_of(DISTRIBUTIVE_MODIFIERS)}))?"
)
_PER_NOUN = re.compile(
    rf"(?:\b(?:(?:en|in|para|for|de|of|por) )?(?:por|per|cada|each|every)\s+|/\s*)"
    rf"(?P<noun>{_NOUN}){_AND_PERIOD}"
)
_PER_UNSURE = re.compile(
    r"\b(?:per |por (?!(?:lo|los|la|las|el|un|una|parte)\b)(?!\w+s\b)|cada |each |every )\w+"
)
_UNCERTAIN = re.compile(any_of(UNCERTAIN_RECURRENCES))
_CONDITION = re.compile(CONDITIONS)
_POSTFIX = {kind: re.compile(rf"(?:{any_of(phrases)})(?!\s*[0-9])") for kind, phrases in POSTFIXES.items()}
_PERCENT = re.compile(r"\s*%")
_CURRENCY = re.compile(rf"\s*(?P<currency>{any_of(list(CURRENCIES))})")
_WORD = re.compile(r"\s*(?:[\"“”«»'‘’]\s*)?(?P<word>[^\W\d_](?:[\w'’&-]|/(?=\w))*)")
_PARTICIPLE = re.compile(
    rf"\w+(?:ad|id)[oa]s?|(?:\w*(?:{'|'.join(word[:-1] for word in IRREGULAR_PARTICIPLES)}))[oa]s?|\w{{3,}}ed"
)


@dataclass(frozen=True)
class Tail:
    """`comparator` of a phrase after the number; `doubt` a note; `end` where the target's own words end, in
    the tail.
    """

    unit: str | None = None
    per: str | None = None
    condition: str | None = None
    comparator: str | None = None
    rest: str = ""
    doubt: str | None = None
    end: int = 0


def is_participle(folded: str) -> bool:
    return folded in ENGLISH_PARTICIPLES or (
        _PARTICIPLE.fullmatch(folded) is not None and not folded.endswith("eed")
    )


def read_tail(text: str, folded: str, of_allowed: bool = False) -> Tail:
    """Read the words after a number, printed and folded alike in length. `of_allowed`: a "de" may come first
    ("2 millones de").
    """
    text, folded, condition = _condition(text, folded)
    uncertain = _UNCERTAIN.search(folded) is not None
    folded, per, per_doubt, per_end = _per(text, folded)
    folded, comparator, comparator_end = _postfix(folded)
    unit, unit_end = _unit(text, folded, of_allowed)
    doubt = "recurrence" if uncertain else per_doubt
    rest = " ".join(_printed(text, folded)[unit_end:].split()).strip(" .,;:").lstrip(")] ")
    return Tail(unit, per, condition, comparator, rest, doubt, max(unit_end, per_end, comparator_end))


def _printed(text: str, blanked: str) -> str:
    """The printed text, blank where the fold was blanked."""
    return "".join(char if fold_char != " " else " " for char, fold_char in zip(text, blanked, strict=True))


def _blank(folded: str, found: re.Match[str]) -> str:
    return folded[: found.start()] + " " * (found.end() - found.start()) + folded[found.end() :]


def _condition(text: str, folded: str) -> tuple[str, str, str | None]:
    found = _CONDITION.search(folded)
    if not found:
        return text, folded, None
    return text[: found.start()], folded[: found.start()], text[found.start() :].strip(" .,;:")


def _per(text: str, folded: str) -> tuple[str, str | None, str | None, int]:
    """(fold without it, per, doubt, end). Two different ones, as "anual ... por mes", are a doubt."""
    if found := _PER_NOUN.search(folded):
        noun = text[found.start("noun") : found.end("noun")].lower()
        per = "/".join([noun, PERIODS[found["and"]]] if found["and"] else [noun])
    elif found := _PER_PERIOD.search(folded):
        per = PERIODS[found["period"]]
    elif found := _RECURRENCE.search(folded):
        per = RECURRENCES[found[0]]
    else:
        return folded, None, "per" if _PER_UNSURE.search(folded) else None, 0
    blanked = _blank(folded, found)
    again = any(pattern.search(blanked) for pattern in (_PER_NOUN, _PER_PERIOD, _RECURRENCE))
    return blanked, per, "per" if again else None, found.end()


def _postfix(folded: str) -> tuple[str, str | None, int]:
    for kind, pattern in _POSTFIX.items():
        if found := pattern.search(folded):
            return _blank(folded, found), kind, found.end()
    return folded, None, 0


def _unit(text: str, folded: str, of_allowed: bool) -> tuple[str | None, int]:
    if found := _PERCENT.match(folded):
        return "%", found.end()
    start = 0
    if of_allowed and (lead := re.match(r"\s*(?:de|of)\b", folded)):
        start = lead.end()
    if found := _CURRENCY.match(folded, start):
        return CURRENCIES[found["currency"]], found.end()
    places = _unit_words(folded, start)
    if not places:
        return None, 0
    return " ".join(text[a:b] for a, b in places), places[-1][1]


def _unit_words(folded: str, start: int) -> list[tuple[int, int]]:
    """Places of the words that name what is counted: to the first preposition, participle or sign; "acción o
    actividad" is one unit.
    """
    places: list[tuple[int, int]] = []
    joined = False
    while found := _WORD.match(folded, start):
        word = found["word"]
        if word in JOINERS:
            if not places or joined or not _joins(folded, found.end()):
                break
            joined = True
        elif _ends_unit(word, first=not places, joined=joined):
            break
        else:
            joined = False
        places.append(found.span("word"))
        start = found.end()
    return places[:-1] if joined else places


def _joins(folded: str, start: int) -> bool:
    after = _WORD.match(folded, start)
    return (
        after is not None
        and not _ends_unit(after["word"], first=False, joined=True)
        and after["word"] not in JOINERS
    )


def _ends_unit(word: str, first: bool, joined: bool) -> bool:
    """A participle ends a unit only after its noun: "2 comunicados" and "talleres y jornadas" count what
    looks like participles.
    """
    if word in PREPOSITIONS or word in UNIT_STOPS:
        return True
    return not first and not joined and (is_participle(word) or word.endswith("mente"))


def same_unit(one: str, other: str) -> bool:
    """Whether two units differ at most in case, accents and number: "plan operacional" and "planes
    operacionales".
    """
    left, right = fold(one).split(), fold(other).split()
    return bool(left) and len(left) == len(right) and all(map(_same_word, left, right))


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    plurals = {short, short + "s", short + "es"}
    if short.endswith("z"):
        plurals.add(short[:-1] + "ces")
    if short.endswith("y"):
        plurals.add(short[:-1] + "ies")
    return long in plurals


def unit_in(indicator: str, unit: str | None) -> str | None:
    """The unit as its indicator spells it ("Número de planes operacionales" for "plan operacional"), else as
    it stands.
    """
    if not unit:
        return unit
    words = re.findall(r"[^\W\d_]+", indicator)
    size = len(unit.split())
    for place in range(len(words) - size + 1):
        spelled = " ".join(words[place : place + size])
        if same_unit(unit, spelled):
            return spelled.lower()
    return unit
