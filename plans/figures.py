"""The values that a report is asked for and keeps until it is reviewed: indicators and milestones (T7, T16, P17)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from coalitions.languages import shown, store, stored
from coalitions.refusal import Refused
from plans.aggregation import DENOMINATOR, NUMERATOR
from plans.models import Indicator, Measurement, Objective, ProgressReport

LANGUAGES = ("es", "en")


@dataclass(frozen=True)
class Figure:
    """A value as somebody gives it; without anything in it, it is no figure, which is not zero (law 1).

    `parts` is a disaggregation, or numerator and denominator; `on` the day a milestone was reached.
    """

    value: Decimal | None = None
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    on: date | None = None

    def __bool__(self) -> bool:
        return self.value is not None or bool(self.parts) or any(self.texts.values())


@dataclass(frozen=True)
class Asked:
    """An indicator that a report is asked for: what the report says of it now, and what was accepted before."""

    indicator: Indicator
    held: Measurement | None
    last: Measurement | None

    @property
    def kind(self) -> str:
        """How it is asked for: "milestone", or by its rule "ratio", "list", "members", else "number"."""
        if self.indicator.kind == Indicator.Kind.MILESTONE:
            return "milestone"
        rule = self.indicator.rule
        return rule if rule in ("ratio", "list", "members") else "number"

    @property
    def reached(self) -> bool:
        """Whether it is a milestone that was accepted as reached before: it is not asked again."""
        last = self.last.value if self.last else None
        return self.kind == "milestone" and last is not None and last >= 1

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of its parts, by what they are parts of."""
        if self.kind != "number":
            return {}
        return {str(name): [f"{name}: {part}" for part in parts] for name, parts in self._breakdown()}

    def _breakdown(self) -> Iterable[tuple[str, Iterable[str]]]:
        return ((name, parts) for name, parts in self.indicator.breakdown.items() if isinstance(parts, list))


def asked_of(report: ProgressReport) -> list[Asked]:
    """What a report is asked for, in the plan's order; the same number of queries however much that is."""
    return asked_of_each([report])[report.pk]


def asked_of_each(
    reports: Collection[ProgressReport], only: Collection[int] | None = None
) -> dict[int, list[Asked]]:
    """What each report is asked for (`only`: of these indicators); as many queries as for one.

    An indicator of several activities is asked for once: with the first of them that the round asks of the party.
    """
    rows = Indicator.objects.filter(plan__in={one.activity.plan_id for one in reports})
    rows = rows.exclude(rule=Indicator.Rule.MEMBERSHIP)
    rows = rows if only is None else rows.filter(pk__in=only)
    known = list(rows.prefetch_related("activities", "targets__period").order_by("position", "pk"))
    shared = _shared_out(reports, known)
    mine = {one.pk: shared[one.round_id, one.party_id, one.activity_id] for one in reports}
    measured: dict[tuple[int, int], list[Measurement]] = defaultdict(list)
    keys = {row.pk for rows in mine.values() for row in rows}
    parties = {one.party_id for one in reports}
    for value in Measurement.objects.filter(indicator__in=keys, party__in=parties).order_by("on", "pk"):
        measured[value.indicator_id, value.party_id or 0].append(value)
    return {
        one.pk: [_asked(row, one, measured[row.pk, one.party_id]) for row in mine[one.pk]] for one in reports
    }


def of_the_same_party(report: ProgressReport) -> list[ProgressReport]:
    """All that the round asks of the party, in the plan's order."""
    rows = ProgressReport.objects.filter(round=report.round_id, party=report.party_id)
    return list(rows.select_related("activity").order_by("activity__position", "pk"))


def _shared_out(
    reports: Collection[ProgressReport], known: list[Indicator]
) -> dict[tuple[int, int, int], list[Indicator]]:
    """The indicators that are asked for by (round, party, activity)."""
    rows = ProgressReport.objects.filter(
        round__in={one.round_id for one in reports}, party__in={one.party_id for one in reports}
    ).order_by("activity__position", "pk")
    asked: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for round, party, *place in rows.values_list("round", "party", "activity", "activity__objective"):
        asked[round, party].append((place[0], place[1]))
    plans = {(one.round_id, one.party_id): one.activity.plan_id for one in reports}
    parents = dict(Objective.objects.filter(plan__in=plans.values()).values_list("pk", "parent"))
    found: dict[tuple[int, int, int], list[Indicator]] = defaultdict(list)
    for key, plan in plans.items():
        for row in known:
            first = _first(row, asked[key], parents) if row.plan_id == plan else None
            if first is not None:
                found[(*key, first)].append(row)
    return found


def _first(
    indicator: Indicator, asked: Iterable[tuple[int, int]], parents: Mapping[int, int | None]
) -> int | None:
    """The first of the activities, each with its objective, that an indicator is of."""
    covered = {one.pk for one in indicator.activities.all()}
    for activity, objective in asked:
        named = activity in covered if covered else indicator.objective_id in _line(objective, parents)
        if named:
            return activity
    return None


def _line(objective: int, parents: Mapping[int, int | None]) -> Iterator[int]:
    """An objective and those above it."""
    node: int | None = objective
    while node is not None:
        yield node
        node = parents.get(node)


def _asked(indicator: Indicator, report: ProgressReport, rows: list[Measurement]) -> Asked:
    own = [one for one in rows if one.report_id == report.pk]
    before = [one for one in rows if one.accepted and one.report_id != report.pk]
    before = [one for one in before if one.on <= report.round.period.end]
    held = sorted(own, key=lambda one: one.accepted)
    return Asked(indicator, held[0] if held else None, before[-1] if before else None)


def put(report: ProgressReport, given: Mapping[int, Figure]) -> bool:
    """Keep values beside those that count until they are accepted; says whether anything changed.

    Indicators that `given` does not name stay as they are. Raises Refused for one that the report is not asked for.
    """
    if not given:
        return False
    asked = {one.indicator.pk: one for one in asked_of_each([report], given)[report.pk]}
    if any(key not in asked for key in given):
        raise Refused(_("This report is not asked for one of these values (any more)."))
    changed = [_put(report, asked[key], figure) for key, figure in given.items()]
    return any(changed)


def _put(report: ProgressReport, asked: Asked, figure: Figure) -> bool:
    on = figure.on or report.round.period.end
    rows = Measurement.objects.filter(indicator=asked.indicator, party=report.party_id)
    waiting = rows.filter(accepted=False, report=report).first()
    counted = rows.filter(accepted=True, report=report).first()
    if (not figure and counted is None) or (counted and _same(counted, figure, on)):
        if waiting:
            waiting.delete()
        return waiting is not None
    if waiting and _same(waiting, figure, on):
        return False
    row = waiting or Measurement(indicator=asked.indicator)
    row.party, row.report, row.on = report.party, report, on
    row.value, row.parts = figure.value, _kept(figure.parts)
    store(row, "text", figure.texts)
    row.save()
    return True


def _same(row: Measurement, figure: Figure, on: date) -> bool:
    texts = all(stored(row, "text", code) == text for code, text in figure.texts.items())
    return (row.value, row.parts, row.on) == (figure.value, _kept(figure.parts), on) and texts


def _kept(parts: Mapping[str, Decimal]) -> dict[str, int | str]:
    """Numbers as JSON holds them exactly."""
    return {name: int(one) if one == int(one) else format(one, "f") for name, one in parts.items()}


def ratio_of(parts: Mapping[str, Decimal]) -> Decimal | None:
    """A share as a fraction; None where one of the two is missing or nothing was to be divided by."""
    below = parts.get(DENOMINATOR)
    if NUMERATOR not in parts or not below:
        return None
    return (parts[NUMERATOR] / below).quantize(Decimal("0.000001"))


def as_before(asked: Iterable[Asked]) -> dict[int, Figure]:
    """The values accepted last, to say the same again. What is added up over the periods is never counted twice."""
    return {
        one.indicator.pk: as_given(one.last)
        for one in asked
        if one.last and not one.reached and one.indicator.rule != Indicator.Rule.SUM
    }


def as_given(row: Measurement, on: date | None = None) -> Figure:
    """A kept value as somebody would give it."""
    parts = {name: Decimal(str(part)) for name, part in row.parts.items() if part is not None}
    return Figure(row.value, parts, {code: stored(row, "text", code) for code in LANGUAGES}, on)


def none_of(asked: Iterable[Asked]) -> dict[int, Figure]:
    """No figure for any of them."""
    return {one.indicator.pk: Figure() for one in asked if not one.reached}


def doubts(asked: Iterable[Asked], language: str) -> list[str]:
    """Where the parts of a kept value do not add up to it: said, and never refused (law 2)."""
    said = []
    for one in asked:
        row = one.held
        parts = as_given(row).parts if row else {}
        for name, keys in one.names.items():
            total = sum((parts[key] for key in keys if key in parts), Decimal(0))
            if row and row.value is not None and any(key in parts for key in keys) and total != row.value:
                words = {"name": shown(one.indicator, "name", language), "part": name}
                text = _(
                    "{name}: the parts by “{part}” do not add up to the value. It is kept as you wrote it."
                )
                said.append(text.format(**words))
    return said
