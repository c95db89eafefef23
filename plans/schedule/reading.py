"""What a period expression says, and how sure that is (P18, P19).

A text is read under the usual conventions of the region and once more under each other convention that applies to
it. Where another one gives other days, the reader decides by fixed rules whether to ask (not understood), to take
the usual reading and show the other (understood, with an alternative), or to leave the other out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from plans.schedule.calendar import ONE_DAY, PlanDates, Span, envelope, merge, nearby
from plans.schedule.lexing import Convention, Token, Unreadable, fold, lex
from plans.schedule.phrases import Part, parse
from plans.schedule.words import (
    AFTER,
    BEFORE,
    DURATION,
    NEARBY,
    RECURRING,
    RELATIVE,
    STEPS,
    UNITS,
    VAGUE,
    WHOLE_PLAN,
    WHOLE_YEAR,
)
from plans.schedule.years import own_nearby, resolve

Reading = tuple[Span, ...]
USUAL = Convention()
# In characters: a period expression with a hundred dates is shorter, and what is longer is no period.
LONGEST_TEXT = 5000


@dataclass(frozen=True)
class Schedule:
    """How a period expression was read.

    spans: inclusive pairs of dates, as printed: one for each element of a list ("2022 y 2023" has two), one for a
    range; empty where nothing was understood. kind: the unit of the expression; "mixed" where units are mixed or
    where it names days; None where it names no unit (the whole plan) or was not understood.
    understood: whether spans may be used. alternatives: other lists of spans that it can mean, likeliest first;
    with understood they are to be confirmed, without it they are what to choose from.
    note: None or a message key: blank, not_understood, impossible_date, ambiguous, relative, recurring,
    reversed_range, outside_plan.
    """

    spans: Reading = ()
    kind: str | None = None
    understood: bool = False
    alternatives: tuple[Reading, ...] = ()
    note: str | None = None

    @property
    def start(self) -> date | None:
        days = envelope(self.spans)
        return days and days[0]

    @property
    def end(self) -> date | None:
        days = envelope(self.spans)
        return days and days[1]

    @property
    def needs_confirmation(self) -> bool:
        """Whether somebody has to say which reading is meant."""
        return not self.understood or bool(self.alternatives)


@dataclass(frozen=True)
class _Attempt:
    """The outcome of one convention: one list of spans, several where no year is named, or why there is none."""

    candidates: list[list[Span]] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()
    note: str | None = None
    proposals: list[list[Span]] = field(default_factory=list)

    @property
    def spans(self) -> list[Span]:
        return self.candidates[0]


def read_period(text: str | None, plan_start: date, plan_end: date, on: date | None = None) -> Schedule:
    """The days that a period expression names in a plan from plan_start to plan_end (P18, P19).

    Reads Spanish, English, Portuguese and French. on is the day from which "next month" counts; without it such
    words are not understood. Never raises on text: what cannot be read, or can be read in two ways, says so in
    note and offers alternatives.
    """
    plan = PlanDates(plan_start, plan_end)
    if len(text or "") > LONGEST_TEXT:
        return Schedule(note="not_understood")
    folded = fold(text or "")
    if not folded:
        return Schedule(note="blank")
    for read in (
        _read_nearby,
        _read_whole_year,
        _read_recurring,
        _read_relative,
        _read_whole_plan,
        _read_vague,
    ):
        schedule = read(folded, plan, on)
        if schedule is not None:
            return schedule
    return _read_expression(folded, plan)


def _asked(note: str, alternatives: Iterable[Sequence[Span]]) -> Schedule:
    """What was not understood, with each different proposal once."""
    unique = dict.fromkeys(tuple(spans) for spans in alternatives if spans)
    return Schedule(alternatives=tuple(unique), note=note)


def _proposals(folded: str, plan: PlanDates) -> list[list[Span]]:
    """What the rest of an expression can mean once the words in the way are taken out."""
    rest = _read_expression(" ".join(folded.split()), plan)
    return [list(rest.spans)] * rest.understood + [list(spans) for spans in rest.alternatives]


def _read_nearby(folded: str, plan: PlanDates, on: date | None) -> Schedule | None:
    """ "Next month" on a day; in a plan with a year of its own, "this quarter" can be either."""
    match = NEARBY.fullmatch(folded)
    if match is None or on is None:
        return None
    word = match["word"] or match["word_last"]
    name = match["unit"] or match["unit_first"]
    unit = "month" if name == "mois" else next(unit for unit, row in UNITS.items() if name in row.split())
    step = next((step for step, row in STEPS.items() if word in row.split()), 1)
    span = nearby(on, unit, step)
    if unit == "month" or plan.is_by_calendar_year:
        return Schedule((span,), unit, True, note="relative")
    return _asked("relative", [[span], *([own] for own in own_nearby(on, unit, step, plan))])


def _read_whole_year(folded: str, plan: PlanDates, on: date | None) -> Schedule | None:
    match = WHOLE_YEAR.fullmatch(folded)
    if match is None:
        return None
    years = plan.columns("year")
    if len(years) == 1:
        return Schedule(tuple(plan.whole), None, True)
    return _asked("ambiguous", [*([year] for year in years), plan.whole])


def _read_recurring(folded: str, plan: PlanDates, on: date | None) -> Schedule | None:
    """How often is no period: the days it runs over are proposed, or the whole plan."""
    if not RECURRING.search(folded):
        return None
    rest = RECURRING.sub(" ", folded)
    return _asked("recurring", _proposals(rest, plan) or [plan.whole])


def _read_relative(folded: str, plan: PlanDates, on: date | None) -> Schedule | None:
    if DURATION.search(folded) or RELATIVE.search(folded):
        return _asked("relative", [])
    for pattern, spans_around in ((BEFORE, _until), (AFTER, _since)):
        if pattern.search(folded):
            found = [spans for spans in _proposals(pattern.sub(" ", folded), plan) if spans]
            proposals = [[span] for spans in found for span in spans_around(spans, plan)]
            return _asked("ambiguous" if found else "relative", proposals)
    return None


def _until(spans: list[Span], plan: PlanDates) -> list[Span]:
    """ "Antes de marzo", "by March": up to its eve, up to its end, or in it."""
    start, end = min(spans)[0], max(last for _, last in spans)
    eve = start - ONE_DAY if start > date.min else start
    return [(plan.start, day) for day in (eve, end) if day >= plan.start] + [(start, end)]


def _since(spans: list[Span], plan: PlanDates) -> list[Span]:
    """ "Después de marzo": from the day after its end, or from its start."""
    start, end = min(spans)[0], max(last for _, last in spans)
    morrow = end + ONE_DAY if end < date.max else end
    return [(day, plan.end) for day in (morrow, start) if day <= plan.end]


def _read_whole_plan(folded: str, plan: PlanDates, on: date | None) -> Schedule | None:
    if not WHOLE_PLAN.search(folded):
        return None
    rest = " ".join(WHOLE_PLAN.sub(" ", folded).split()).strip(" .,;:()-")
    if not lex(rest):
        return Schedule(tuple(plan.whole), None, True)
    inner = _read_expression(rest, plan)
    return (
        inner
        if inner.understood
        else _asked(inner.note or "not_understood", [plan.whole, *inner.alternatives])
    )


def _read_vague(folded: str, plan: PlanDates, on: date | None) -> Schedule | None:
    """ "Mediados de marzo" has no first and last day; the whole stretch is proposed."""
    if not VAGUE.search(folded):
        return None
    return _asked("ambiguous", _proposals(VAGUE.sub(" ", folded), plan))


def _read_expression(folded: str, plan: PlanDates) -> Schedule:
    tokens = lex(folded)
    if any(token.code == "|" for token in tokens):
        return _asked("ambiguous", _readings(_cut(tokens, "|"), plan))
    if any(token.code == "?" for token in tokens):
        runs = _cut(tokens, "?")
        known = [token for run in runs for token in run]
        return _asked("not_understood", _readings([known, *runs], plan))
    weighed = _weigh(tokens, plan)
    if weighed.understood or weighed.alternatives:
        return weighed
    return _asked(weighed.note or "not_understood", _readings([tokens], plan))


def _cut(tokens: list[Token], code: str) -> list[list[Token]]:
    """The runs of tokens between those with this code."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.code == code:
            runs.append([])
        else:
            runs[-1].append(token)
    return runs


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without the signs that "octubre 2025 -" leaves at its ends."""
    named = [index for index, token in enumerate(tokens) if token.code not in "-~&,/:FUBO"]
    return tokens[named[0] : named[-1] + 1] if named else []


def _readings(runs: list[list[Token]], plan: PlanDates) -> list[list[Span]]:
    """What each run can mean by itself, under the usual conventions."""
    return [spans for run in map(_trimmed, runs) if run for spans in _attempt(run, plan, USUAL).candidates]


def _attempt(tokens: list[Token], plan: PlanDates, how: Convention) -> _Attempt:
    try:
        parts = parse(tokens, how)
        return _Attempt(resolve(parts, plan, how), _kinds(parts))
    except Unreadable as reason:
        return _Attempt(note=reason.note, proposals=reason.proposals)
    except (ValueError, OverflowError):
        # A plan at the edge of what a date can hold: no plan of work, but no reason to fail on its text.
        return _Attempt(note="not_understood")


def _kinds(parts: list[Part]) -> frozenset[str]:
    return frozenset(item.kind for part in parts for item in part.items)


Policy = Callable[[_Attempt, _Attempt, list[Token], PlanDates], str]


def _ask(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    return "ask"


def _if_day_fits(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    """ "Oct-25" is the month of a spreadsheet; "Oct 25" can be a day. The plan's dates may settle it."""
    if other.kinds == {"month", "day"}:
        return "leave"
    fits_year, fits_day = plan.touches(usual.spans), any(plan.touches(spans) for spans in other.candidates)
    if fits_year and not fits_day:
        return "leave"
    is_loose = "mn" in "".join(token.code for token in tokens)
    return "show" if fits_year and not is_loose else "ask"


def _if_apart(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    """ "S2/2022 y 2023" runs on into the whole of 2023; "S1/2022 y 2024" would leave a gap, and is asked."""
    return "show" if len(merge(usual.spans)) == 1 and not usual.kinds & {"month", "day"} else "ask"


def _if_order_turns(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    """ "Octubre, marzo 2026": a sequence in time where only that lies in the plan, surely so where it has no gap."""
    is_run = len(usual.spans) > 1 and len(merge(usual.spans)) == 1
    if not plan.contains(usual.spans):
        return "ask"
    if any(plan.contains(spans) for spans in other.candidates):
        return "show" if is_run else "ask"
    return "leave" if is_run else "show"


def _if_start_fits(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    """ "Diciembre - enero 2026" ends in 2026; asked where only a start in the year printed lies in the plan."""
    if not any(plan.contains(spans) for spans in other.candidates):
        return "leave"
    return "show" if plan.contains(usual.spans) else "ask"


def _if_counted(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    """ "Mes 3" is the plan's third month or March; "año 1" rather the plan's own year."""
    verdict = _if_in_plan(usual, other, tokens, plan)
    return "ask" if verdict == "show" and "month" in usual.kinds else verdict


def _if_in_plan(usual: _Attempt, other: _Attempt, tokens: list[Token], plan: PlanDates) -> str:
    moved = [[span for span in spans if span not in usual.spans] for spans in other.candidates]
    return "show" if any(all(plan.touches([span]) for span in spans) for spans in moved) else "leave"


# The other conventions, what each does to the answer, and whether it may stand where the usual reading fails.
OTHERS: list[tuple[Convention, Policy, bool]] = [
    (replace(USUAL, date_order="mdy"), _ask, True),
    (replace(USUAL, pair="dm"), _ask, True),
    (replace(USUAL, pair="md"), _ask, True),
    (replace(USUAL, number_after_month="day"), _if_day_fits, True),
    (replace(USUAL, two_years=True), _ask, True),
    (replace(USUAL, slash_is_range=True), _ask, False),
    (replace(USUAL, unit_repeats=True), _if_apart, False),
    (replace(USUAL, same_year=True), _if_order_turns, False),
    (replace(USUAL, year_is_first=True), _if_start_fits, False),
    (replace(USUAL, counts_from_calendar=True), _if_counted, False),
    (replace(USUAL, own_units="start"), _if_in_plan, False),
    (replace(USUAL, own_units="end"), _if_in_plan, False),
]


def _weigh(tokens: list[Token], plan: PlanDates) -> Schedule:
    usual = _attempt(tokens, plan, USUAL)
    others = [
        (_attempt(tokens, plan, how), policy, may_stand)
        for how, policy, may_stand in OTHERS
        if not (how.own_units and plan.is_by_calendar_year)
    ]
    if not usual.candidates:
        return _without_usual(usual, others, plan)
    others = [other for other in others if other[0].candidates and not _same(other[0], usual)]
    verdicts = [(policy(usual, other, tokens, plan), other) for other, policy, _ in others]
    shown = [spans for verdict, other in verdicts if verdict != "leave" for spans in other.candidates]
    if len(usual.candidates) > 1 or any(verdict == "ask" for verdict, _ in verdicts):
        return _asked("ambiguous", usual.candidates + shown)
    return _settled(usual, shown, plan)


def _same(one: _Attempt, other: _Attempt) -> bool:
    """Whether two outcomes name the same days, however they cut them."""
    return [merge(spans) for spans in one.candidates] == [merge(spans) for spans in other.candidates]


def _without_usual(usual: _Attempt, others: list[tuple[_Attempt, Policy, bool]], plan: PlanDates) -> Schedule:
    """Where the usual reading is impossible ("03/15/2026"), another may be the only one."""
    standing = [other for other, _, may_stand in others if may_stand and other.candidates]
    if len({str(other.candidates) for other in standing}) == 1 and len(standing[0].candidates) == 1:
        return _settled(standing[0], [], plan)
    found = [spans for other, _, _ in others for spans in other.candidates]
    proposals = usual.proposals + found
    return _asked("ambiguous" if standing else usual.note or "not_understood", proposals)


def _settled(attempt: _Attempt, shown: list[list[Span]], plan: PlanDates) -> Schedule:
    alternatives = tuple(dict.fromkeys(tuple(spans) for spans in shown))
    note = "ambiguous" if alternatives else None if plan.contains(attempt.spans) else "outside_plan"
    kind = next(iter(attempt.kinds)) if len(attempt.kinds) == 1 else "mixed"
    return Schedule(tuple(attempt.spans), "mixed" if kind == "day" else kind, True, alternatives, note)
