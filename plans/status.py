"""The six meanings of a status, lateness, and programmed against executed on a day (T1, T4, T5, T15, G20).
Pure.

Decisions:
- *Late is computed, never a status.* An activity is late on a day when its end is before that day and what
  was reported says that it is not over (not started, in progress, unfinished).
- *Not reported is not late* (law 1, G20): where nothing was reported nobody knows whether the thing was done.
  It is said as "not reported", with the reason "ended and not reported" where the end has passed, which is a
  question and not a reproach.
- An activity of which nothing was to be reported yet (`was_asked=False`: its round has not opened) is never
  late: the delay would be the round's. Its last known status stands.
- Suspended and cancelled activities are not late: a decision was taken about them.
- Late in pace ("behind"): still running, with executed percent below what was programmed by the day. It is
  told apart from late.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Span = tuple[date, date]


class Meaning(StrEnum):
    """What the coalition's own word means. UNFINISHED: the source does not tell not started from in progress
    (T6).
    """

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    NOT_REPORTED = "not_reported"
    UNFINISHED = "unfinished"


SIX_MEANINGS = tuple(meaning for meaning in Meaning if meaning is not Meaning.UNFINISHED)
# What a row may hold: null is not reported, so the word for it is never stored.
STORED = tuple(meaning for meaning in Meaning if meaning is not Meaning.NOT_REPORTED)
OPEN = frozenset({Meaning.NOT_STARTED, Meaning.IN_PROGRESS, Meaning.UNFINISHED})

_DEFAULT_WORDS: dict[Meaning, dict[str, str]] = {
    Meaning.NOT_STARTED: {"es": "No iniciada", "en": "Not started"},
    Meaning.IN_PROGRESS: {"es": "En desarrollo", "en": "In progress"},
    Meaning.COMPLETED: {"es": "Completada", "en": "Completed"},
    Meaning.SUSPENDED: {"es": "Suspendida", "en": "Suspended"},
    Meaning.CANCELLED: {"es": "Cancelada", "en": "Cancelled"},
    Meaning.NOT_REPORTED: {"es": "No reportada", "en": "Not reported"},
    Meaning.UNFINISHED: {"es": "En desarrollo o no iniciada", "en": "In progress or not started"},
}

# Spanish words without their ending of gender and number, see _folded_word; English, Portuguese, French as
# they are.
_READ_WORDS: dict[Meaning, tuple[str, ...]] = {
    Meaning.NOT_STARTED: (
        "no iniciad@", "sin iniciar", "por iniciar", "no comenzad@", "no empezad@", "no ejecutad@",
        "not started", "not begun",
        "to be started", "nao iniciad@", "por iniciar", "non commence", "non commencee", "non demarre",
        "non demarree", "a demarrer",
    ),
    Meaning.IN_PROGRESS: (
        "en desarrollo", "en curso", "en proceso", "en ejecucion", "en marcha", "en progreso",
        "en implementacion", "iniciad@",
        "in progress", "ongoing", "under way", "underway", "started", "em andamento", "em curso",
        "em execucao", "en cours",
    ),
    Meaning.COMPLETED: (
        "completad@", "finalizad@", "terminad@", "concluid@", "realizad@", "ejecutad@", "cumplid@",
        "complet@", "hech@",
        "completed", "complete", "done", "finished", "concluded", "acheve", "achevee", "termine", "terminee",
        "realise", "realisee",
    ),
    Meaning.SUSPENDED: (
        "suspendid@", "en suspenso", "en pausa", "pausad@", "detenid@", "suspended", "on hold", "paused",
        "suspens@", "suspendu",
        "suspendue", "en suspens",
    ),
    Meaning.CANCELLED: (
        "cancelad@", "anulad@", "descartad@", "desestimad@", "cancelled", "canceled", "dropped", "annule",
        "annulee", "abandonne",
        "abandonnee",
    ),
    Meaning.NOT_REPORTED: (
        "no informad@", "no reportad@", "sin informacion", "sin reporte", "sin informar", "not reported",
        "no report", "no data", "no consta",
        "nao informad@", "sem informacao", "non communique", "non renseigne", "non rapporte",
    ),
    Meaning.UNFINISHED: (
        "en desarrollo o no iniciad@", "no iniciad@ o en desarrollo", "pendiente", "pendientes",
        "sin finalizar", "no finalizad@", "no completad@",
        "no terminad@", "unfinished", "pending", "not completed", "in progress or not started", "pendente",
        "inacabad@", "inacheve",
    ),
}  # fmt: skip


def meaning_of(stored: str | None) -> Meaning:
    """The meaning of a stored status; null is not reported. A value that is no status raises ValueError: it
    is a fault, not a word.
    """
    return Meaning.NOT_REPORTED if stored is None else Meaning(stored)


def word_for(meaning: str, language: str, own_words: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """The coalition's word in the language, else its word in its other language, else the default ("En
    desarrollo").

    `own_words`: {"in_progress": {"es": "En marcha"}}. A coalition that has a word in one language only meant
    that word: it is shown rather than a default that it never chose (law 10).
    """
    own = {key: word for key, word in (own_words or {}).get(str(meaning), {}).items() if word}
    if language in own or own:
        return own.get(language) or next(iter(own.values()))
    defaults = _DEFAULT_WORDS[Meaning(meaning)]
    return defaults.get(language) or defaults["en"]


def read_status(text: str | None, own_words: Mapping[str, Mapping[str, str]] | None = None) -> Meaning | None:
    """The meaning of a word in Spanish, English, Portuguese or French, whatever its case, accents, gender and
    number.

    The coalition's own words come first. None where the cell is empty or the word is not known, or where the
    coalition uses one word for two meanings: the caller asks; the two are told apart by looking at the cell.
    """
    printed = _folded_word(text or "")
    if not printed:
        return None
    own = {
        Meaning(key)
        for key, words in (own_words or {}).items()
        for word in words.values()
        if key in set(Meaning) and _folded_word(word) == printed
    }
    if own:
        return own.pop() if len(own) == 1 else None
    return next((meaning for meaning, words in _READ_WORDS.items() if printed in _forms(words)), None)


def _folded_word(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").replace("_", " ").strip(" .,;:_*").split())


def _forms(words: Iterable[str]) -> set[str]:
    """ "completad@" for completado, completada, completados, completadas."""
    return {form for word in words for form in _endings(word)}


def _endings(word: str) -> list[str]:
    return [word.replace("@", ending) for ending in ("o", "a", "os", "as")] if "@" in word else [word]


# -- on a day
# ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class StatusOn:
    """How an activity stands on a day. `reason` is a message key: "", "ended", "ended_not_reported",
    "behind", "ahead".
    """

    meaning: Meaning
    late: bool
    reason: str = ""
    planned: Fraction | None = None
    executed: Decimal | None = None

    @property
    def behind(self) -> bool:
        return self.reason == "behind"


def is_late(status: str | None, ends: date | None, on: date, was_asked: bool = True) -> bool:
    """Whether what was reported says that an activity is not over though its end is before `on`. On its last
    day it is not late. Without an end, or without a report, nothing can be late; see the decisions above.
    """
    return was_asked and ends is not None and ends < on and meaning_of(status) in OPEN


def status_on(
    status: str | None,
    ends: date | None,
    on: date,
    was_asked: bool = True,
    planned: Fraction | None = None,
    executed: Decimal | None = None,
) -> StatusOn:
    """The status on a day with its lateness. `planned` and `executed` are percent of the whole activity by
    that day, or None.
    """
    meaning = meaning_of(status)
    late = is_late(status, ends, on, was_asked)
    reason = _reason(meaning, late, was_asked and ends is not None and ends < on, planned, executed)
    return StatusOn(meaning, late, reason, planned, executed)


def _reason(
    meaning: Meaning, late: bool, ended: bool, planned: Fraction | None, executed: Decimal | None
) -> str:
    if late:
        return "ended"
    if meaning is Meaning.NOT_REPORTED:
        return "ended_not_reported" if ended else ""
    if meaning not in OPEN:
        return ""
    return {-1: "behind", 1: "ahead"}.get(compare_pace(planned, executed) or 0, "")


def compare_pace(planned: Fraction | None, executed: Decimal | None) -> int | None:
    """-1 where less is executed than was planned by the day, 0 the same, 1 more; None where either is
    unknown.
    """
    if planned is None or executed is None or not executed.is_finite():
        return None
    difference = Fraction(executed) - planned
    return (difference > 0) - (difference < 0)


def status_of_level(executed: Decimal) -> str:
    """100 or more is completed, an explicit 0 not started, anything between in progress."""
    if executed >= 100:
        return Meaning.COMPLETED.value
    return Meaning.IN_PROGRESS.value if executed > 0 else Meaning.NOT_STARTED.value


def planned_on(spans: Sequence[Span], on: date) -> Fraction | None:
    """The percent (0 to 100) of an activity's days that have passed by the end of `on`: its linear plan,
    where no shares are printed. Days of overlapping spans count once, those between spans not at all. None
    without spans: unknown, not zero.
    """
    days = _merged(spans)
    whole = sum((end - start).days + 1 for start, end in days)
    if not whole:
        return None
    passed = sum((min(end, on) - start).days + 1 for start, end in days if start <= on)
    return Fraction(100 * passed, whole)


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] <= span[1]):
        # An open end is written as the last date there is: one cannot add a day to it.
        if merged and (merged[-1][1] == date.max or start <= merged[-1][1] + timedelta(days=1)):
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def planned_shares_on(
    shares: Sequence[tuple[Span, Decimal | None]], on: date, reading: str = "part"
) -> Fraction | None:
    """The percent programmed by the end of `on`, from programmed shares as (period, percent), percent None
    where blank (T1-T3).

    reading "part": the parts of the periods that have passed, and of a running period its part by days.
    "running": the level of the last period that has passed, and within a running one a straight line from it
    to the period's own level. Before the first programmed period nothing was to be done: 0. None where no
    share is printed. Shares are taken as printed: 55 and 150 stay (law 2).
    """
    known = sorted((period, Fraction(percent)) for period, percent in shares if percent is not None)
    if not known:
        return None
    level, total = Fraction(0), Fraction(0)
    for period, percent in known:
        if period[0] > on:
            break  # in order: nothing of it or of those after it has passed
        if period[1] <= on:
            level, total = percent, total + percent
        else:
            passed = (planned_on([period], on) or Fraction(0)) / 100
            level, total = level + (percent - level) * passed, total + percent * passed
    return level if reading == "running" else total


# -- counts
# -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tally:
    """Activities by meaning. Every meaning has a row, with 0 where there is none: here zero is counted, not
    supposed.
    """

    counts: dict[Meaning, int]
    total: int

    @property
    def reported(self) -> int:
        return self.total - self.counts[Meaning.NOT_REPORTED]

    def percent(self, meaning: str, of_reported: bool = False) -> Decimal | None:
        """Share of all activities (or of those reported), one decimal, half up: 15 of 35 is 42.9. None of
        none: no percentage. Each is rounded by itself, so that it is true by itself; three thirds print 33.3
        and need not sum to 100. Say "of n" with it.
        """
        whole = self.reported if of_reported else self.total
        return percent_of(self.counts[Meaning(meaning)], whole)


def tally(statuses: Iterable[str | None]) -> Tally:
    """Counts by meaning of stored statuses; null counts as not reported (T4)."""
    counts = dict.fromkeys(Meaning, 0)
    for status in statuses:
        counts[meaning_of(status)] += 1
    return Tally(counts, sum(counts.values()))


def percent_of(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in percent with one decimal, half up, by whole numbers; None where there is nothing
    to take it of.
    """
    if whole <= 0:
        return None
    return Decimal((part * 2000 + whole) // (2 * whole)) / 10
