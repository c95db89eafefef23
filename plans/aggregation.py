"""How the values of an indicator, and the shares of an activity, combine (T3, T7, T16, P17). Pure.

Unknown is not zero (law 1): a measurement without a value enters no rule, and no measurement gives no value.
Every result says its rule, how many parties entered it and how many were asked and did not.

The rules (Indicator.rule):
- `sum`: a flow ("reuniones realizadas"): every measurement of every party is added. A party that reports
  twice did twice as much.
- `latest`: a stock ("puntos en funcionamiento"): the last measurement of each party, added over the parties.
  With one party it is simply its last value; two parties that each report the coalition's one figure would
  count it twice: that is `maximum`.
- `maximum`: the greatest measurement. `average`: the mean of the last measurement of each party.
- `ratio`: numerators and denominators, from the parts of each party's last measurement, are added apart and
  then divided: a ratio of sums, never a mean of ratios. A measurement with only one of the two does not
  enter. The value is a fraction, 0.4 for 40 %.
- `list`: no number: the texts of each party's last measurement that has any.
- `members`: how many parties' last value is above zero ("ciudades con inventario"); a party that reported 0
  entered and is not counted.
- `membership`: the number of admitted members on a day, which the caller counts (T16): measurements do not
  enter.

"Last" is by day. Two measurements of a party on one day (only possible where they come from several sources)
are refused by the database; here the greater one is taken, so that the result does not hang on their order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

RULES = ("sum", "latest", "maximum", "average", "ratio", "list", "members", "membership")
NUMERATOR, DENOMINATOR = "numerator", "denominator"


@dataclass(frozen=True)
class Measured:
    """A value of an indicator on a day by a party. `party` is any key that sorts (a name, a number)."""

    party: str | int
    on: date
    value: Decimal | None = None
    parts: Mapping[str, Decimal | int | None] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True)
class Aggregate:
    """A combined value with what it was made of. `entered` and `asked` count parties (for `average` of
    levels: activities); `missing` is asked less those of them that entered, None where nobody said how many
    were asked. `count` is how many values entered; `items` the texts of a list with their parties.
    """

    rule: str
    value: Decimal | None = None
    entered: int = 0
    asked: int | None = None
    count: int = 0
    items: tuple[tuple[str | int, str], ...] = ()
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def missing(self) -> int | None:
        return None if self.asked is None else max(self.asked - self.entered, 0)

    @property
    def complete(self) -> bool | None:
        """Whether everyone asked has entered; None where it is not known who was."""
        return None if self.asked is None else self.missing == 0


def aggregate(
    rule: str, measurements: Iterable[Measured], asked: int | None = None, members: int | None = None
) -> Aggregate:
    """Combine accepted measurements by an indicator's rule. `asked`: how many parties were. `members`: for
    `membership`, how many were admitted on the day. A rule that is none of RULES raises ValueError.
    """
    if rule not in RULES:
        raise ValueError(f"no such rule: {rule}")
    if rule == "membership":
        return _membership(members, asked)
    ordered = sorted(measurements, key=_order)
    if rule == "list":
        return _list(ordered, asked)
    if rule == "ratio":
        return _ratio(ordered, asked)
    return _numbers(rule, [one for one in ordered if _is_known(one.value)], asked)


def _order(measured: Measured) -> tuple[date, bool, Fraction, str, str, str]:
    value = measured.value
    known = value is not None and value.is_finite()
    return (
        measured.on,
        known,
        Fraction(value) if value is not None and known else Fraction(0),
        str(measured.party),
        measured.text,
        str(sorted(measured.parts.items())),
    )


def _is_known(value: Decimal | None) -> bool:
    return value is not None and value.is_finite()


def latest_by_party(measurements: Iterable[Measured]) -> list[Measured]:
    """The last measurement of each party, in the order of the parties' names."""
    last = {one.party: one for one in sorted(measurements, key=_order)}
    return [last[party] for party in sorted(last, key=str)]


def _numbers(rule: str, known: list[Measured], asked: int | None) -> Aggregate:
    taken = known if rule in {"sum", "maximum"} else latest_by_party(known)
    values = [one.value for one in taken if one.value is not None]
    value = _COMBINE[rule](values) if values else None
    return Aggregate(rule, value, entered=len({one.party for one in taken}), asked=asked, count=len(values))


def _total(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _mean(values: Sequence[Decimal]) -> Decimal:
    return _total(values) / len(values)


def _count_above_zero(values: Sequence[Decimal]) -> Decimal:
    return Decimal(sum(1 for value in values if value > 0))


_COMBINE: dict[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "sum": _total,
    "latest": _total,
    "maximum": max,
    "average": _mean,
    "members": _count_above_zero,
}


def _ratio(ordered: list[Measured], asked: int | None) -> Aggregate:
    taken = latest_by_party(
        one for one in ordered if _part(one, NUMERATOR) is not None and _part(one, DENOMINATOR) is not None
    )
    if not taken:
        return Aggregate("ratio", asked=asked)
    numerator = _total([part for one in taken if (part := _part(one, NUMERATOR)) is not None])
    denominator = _total([part for one in taken if (part := _part(one, DENOMINATOR)) is not None])
    value = numerator / denominator if denominator else None
    return Aggregate("ratio", value, len(taken), asked, len(taken), (), numerator, denominator)


def _part(measured: Measured, name: str) -> Decimal | None:
    part = measured.parts.get(name)
    number = None if part is None else Decimal(part)
    return number if _is_known(number) else None


def _list(ordered: list[Measured], asked: int | None) -> Aggregate:
    taken = latest_by_party(one for one in ordered if one.text.strip())
    items = tuple((one.party, one.text.strip()) for one in taken)
    return Aggregate("list", None, entered=len(items), asked=asked, count=len(items), items=items)


def _membership(members: int | None, asked: int | None) -> Aggregate:
    if members is None:
        return Aggregate("membership", asked=asked)
    return Aggregate("membership", Decimal(members), entered=members, asked=asked, count=members)


def parts_total(measurements: Iterable[Measured], rule: str = "sum") -> dict[str, Decimal]:
    """The disaggregation (P17) over parties: each part added by the rule's choice of measurements. A part
    that nobody gave is absent, not 0.
    """
    taken = list(measurements) if rule == "sum" else latest_by_party(measurements)
    names = sorted({name for one in taken for name in one.parts if _part(one, name) is not None})
    return {name: _total([part for one in taken if (part := _part(one, name)) is not None]) for name in names}


# -- shares of one activity
# -------------------------------------------------------------------------------------------

Levels = Sequence[Decimal | None]


def level(shares: Levels, reading: str) -> Decimal | None:
    """How much of the whole activity the shares of its periods say, in percent; blanks (None) do not enter,
    and all blank is None.

    "part": the shares add up. "running": the last one that is not blank is the level. Nothing is cut at 100:
    55 and 150 are what the document says (T3, law 2).
    """
    known = [share for share in shares if _is_known(share) and share is not None]
    if not known:
        return None
    return known[-1] if reading == "running" else _total(known)


def levels(shares: Levels, reading: str) -> list[Decimal | None]:
    """The level at the end of each period; None until something is known. A blank after a known share keeps
    the level known by then.
    """
    return [level(shares[: place + 1], reading) for place in range(len(shares))]


def check_shares(shares: Levels, reading: str) -> list[str]:
    """Message keys of what is odd in the programmed shares of an activity; it warns and never changes
    anything (T3, law 2).

    "sum_below" and "sum_above": parts that do not sum to 100 (40 + 60 do; 55 and 150 do not). "level_falls":
    a running level goes down. "level_short", "level_over": it does not end at 100. "above_100" and "below_0":
    one value. "reads_as_running", "reads_as_part": the other reading fits where this one does not (50 then
    100). "fits_neither": none does (50 + 50 + 50).
    """
    known = [share for share in shares if share is not None and _is_known(share)]
    if not known:
        return []
    odd = _running_odd(known) if reading == "running" else _parts_odd(known)
    values = ["above_100"] * any(share > 100 for share in known) + ["below_0"] * any(
        share < 0 for share in known
    )
    if not odd:
        return values
    other, key = (_parts_odd, "reads_as_part") if reading == "running" else (_running_odd, "reads_as_running")
    return values + odd + ([key] if not other(known) else ["fits_neither"])


def _parts_odd(known: Sequence[Decimal]) -> list[str]:
    total = _total(known)
    return [] if total == 100 else ["sum_below" if total < 100 else "sum_above"]


def _running_odd(known: Sequence[Decimal]) -> list[str]:
    falls = any(after < before for before, after in pairwise(known))
    return ["level_falls"] * falls + ["level_short"] * (known[-1] < 100) + ["level_over"] * (known[-1] > 100)


def accepted_share(reported: Decimal | None, earlier: Levels, reading: str) -> Decimal | None:
    """The executed share of a period when a report of `reported` percent of the whole activity is accepted:
    as it is where shares are a running level, less the level accepted before where they are parts. It is
    negative where less is reported than before: kept, and warned.
    """
    if reported is None or reading == "running":
        return reported
    return reported - (level(earlier, "part") or Decimal(0))


def average(levels_of_activities: Iterable[Decimal | None]) -> Aggregate:
    """The mean level of activities with n entered of n asked. Shares are never added over activities: 715 %
    says nothing.
    """
    asked = list(levels_of_activities)
    known = [one for one in asked if one is not None and _is_known(one)]
    value = _mean(known) if known else None
    return Aggregate("average", value, entered=len(known), asked=len(asked), count=len(known))
