"""The plan matrix as values: its columns under the coalition's own names, and what each cell of a row says (R6).

Nothing is asked of the database once `load` has run; the same number of queries whatever the plan holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.languages import Text, shown
from coalitions.models import Party
from coalitions.templatetags.content import percent
from plans import completeness
from plans.completeness import Finding
from plans.completeness.rows import Rows
from plans.completeness.rows import load as load_rows
from plans.editing import periods
from plans.editing.pasting.columns import PRINTED
from plans.forms.fields import status_choices
from plans.models import (
    Activity,
    Indicator,
    Level,
    Objective,
    Period,
    Plan,
    Responsibility,
    Result,
    Share,
    Target,
)
from plans.schedule import Schedule, Span, write_period
from plans.targets import write_target

# The fields that a column can hold, in the order in which those stand that the plan prints no column for.
NAMES = {
    "title": gettext_lazy("Activity"),
    "result": gettext_lazy("Result"),
    "indicator": gettext_lazy("Indicator"),
    "milestones": gettext_lazy("Milestones"),
    "period": gettext_lazy("Period"),
    "shares": gettext_lazy("Programmed / executed"),
    "responsible": gettext_lazy("Responsible"),
    "resources": gettext_lazy("Resources"),
    "observations": gettext_lazy("Observations"),
    "status": gettext_lazy("Status"),
}
ALWAYS = {"title", "indicator", "period", "responsible", "status"}


@dataclass(frozen=True)
class Column:
    """A column of the table: the field that it holds, and how the plan calls it."""

    field: str
    name: str
    printed: bool = False


@dataclass(frozen=True)
class Cell:
    """What a cell says: lines of text; `origin` is the code of the row that it is inherited from, or ""."""

    lines: tuple[Text, ...] = ()
    small: str = ""
    origin: str = ""


@dataclass(frozen=True)
class RowView:
    """An activity as a row of the table."""

    activity: Activity
    code: str
    cells: dict[str, Cell]
    status: str
    status_word: str
    findings: list[Finding]


@dataclass(frozen=True)
class HeadView:
    """An objective as a heading of the table; `untitled` where the plan prints none (a flat plan)."""

    objective: Objective
    depth: int
    level: Text
    title: Text
    statement: Text
    responsible: Cell
    indicators: Cell
    findings: list[Finding]

    @property
    def untitled(self) -> bool:
        return not (self.title or self.objective.code)


@dataclass
class Sheet:
    """A plan with all that its matrix shows; `confidential` to its Secretariat, who sees what is withheld (law 6)."""

    plan: Plan
    rows: Rows
    language: str
    confidential: bool
    parties: dict[int, Party]
    results: dict[int, Result]
    levels: dict[int, Level]
    periods: dict[int, Period]
    by_row: dict[int, list[Finding]] = field(default_factory=dict)
    by_head: dict[int, list[Finding]] = field(default_factory=dict)

    def text(self, row: object, name: str) -> Text:
        """A field of the content in the reader's language, or marked as being in the other; "" where withheld."""
        if not self.may_show(row, name):
            return Text("", self.language)
        return shown(row, name, self.language)  # type: ignore[arg-type]

    def may_show(self, row: object, name: str) -> bool:
        """Whether a field is not withheld from this reader, as in a report."""
        return self.confidential or name not in getattr(row, "withheld", ())

    @cached_property
    def statuses(self) -> dict[str, str]:
        return dict(status_choices(self.plan))

    @cached_property
    def children(self) -> dict[int | None, list[Objective]]:
        return _grouped(self.rows.objectives, "parent_id")

    @cached_property
    def activities(self) -> dict[int | None, list[Activity]]:
        return _grouped(self.rows.activities, "objective_id")

    @cached_property
    def responsible(self) -> dict[tuple[str, int], list[Responsibility]]:
        """Who answers, by ("activity" or "objective", key)."""
        found: dict[tuple[str, int], list[Responsibility]] = defaultdict(list)
        for one in sorted(self.rows.responsibilities, key=lambda row: (row.position, row.pk)):
            if one.activity_id:
                found["activity", one.activity_id].append(one)
            elif one.objective_id:
                found["objective", one.objective_id].append(one)
        return found

    @cached_property
    def first_with_result(self) -> dict[int, Activity]:
        return _first((row.result_id, row) for row in self.rows.activities)

    @cached_property
    def first_with_indicator(self) -> dict[int, int]:
        order = {row.pk: place for place, row in enumerate(self.rows.activities)}
        found: dict[int, int] = {}
        for indicator, activity in sorted(self.rows.covered, key=lambda pair: order.get(pair[1], -1)):
            found.setdefault(indicator, activity)
        return found

    @cached_property
    def codes(self) -> dict[int, str]:
        return {row.pk: row.code or row.code_printed for row in self.rows.activities}

    @cached_property
    def whole(self) -> dict[int, list[Indicator]]:
        """The indicators that name no activity, by objective."""
        naming = {indicator for indicator, _activity in self.rows.covered}
        return _grouped((row for row in self.rows.indicators if row.pk not in naming), "objective_id")

    @cached_property
    def columns(self) -> list[Column]:
        """The columns that the plan prints, under its own names, then those that it has something for."""
        printed = {
            PRINTED.get(name) or ("shares" if name.startswith("progress.") else ""): head
            for head, name in reversed(self.plan.layout.items())
        }
        printed.pop("", None)
        if "shares" in printed:
            printed["shares"] = str(NAMES["shares"])
        order = [*dict.fromkeys(["title", *reversed(printed)]), *NAMES]
        wanted = {*printed, *ALWAYS, *self._filled()}
        return [
            Column(name, printed.get(name) or str(NAMES[name]), name in printed)
            for name in dict.fromkeys(order)
            if name in wanted
        ]

    def _filled(self) -> Iterator[str]:
        rows = self.rows
        yield from (
            "milestones" if row.kind == Indicator.Kind.MILESTONE else "indicator" for row in rows.indicators
        )
        yield from ("result" for row in rows.activities if row.result_id)
        yield from ("shares" for _share in rows.shares)
        for name in ("resources", "observations"):
            yield from (name for row in rows.activities if self.text(row, name))

    def walk(self, parent: int | None = None, depth: int = 1) -> Iterator[HeadView | RowView]:
        """The table from top to bottom: each heading, its rows, the headings within it."""
        for row in self.children.get(parent, []):
            yield self.head(row, depth)
            for activity in self.activities.get(row.pk, []):
                yield self.row(activity)
            yield from self.walk(row.pk, depth + 1)

    def head(self, row: Objective, depth: int) -> HeadView:
        """The heading of an objective."""
        level = self.levels.get(row.level_id or 0)
        return HeadView(
            row,
            depth,
            self.text(level, "name") if level else Text("", self.language),
            self.text(row, "title"),
            self.text(row, "statement"),
            self._parties(self.responsible.get(("objective", row.pk), [])),
            self._measures(self.whole.get(row.pk, []), 0),
            self.by_head.get(row.pk, []),
        )

    def row(self, row: Activity) -> RowView:
        """The row of an activity."""
        named = self.rows.indicators_of.get(row.pk, [])
        milestones = [one for one in named if one.kind == Indicator.Kind.MILESTONE]
        cells = {
            "result": self._result(row),
            "indicator": self._measures([one for one in named if one not in milestones], row.pk),
            "milestones": self._measures(milestones, row.pk),
            "period": self._period(row),
            "shares": self._shares(row),
            "responsible": self._answering(row),
            "resources": self._lines(row, "resources"),
            "observations": self._lines(row, "observations"),
        }
        status = (row.status or "") if self.may_show(row, "status") else ""
        return RowView(
            row,
            self.codes[row.pk],
            cells,
            status or "not_reported",
            self.statuses[status],
            self.by_row.get(row.pk, []),
        )

    def _lines(self, row: object, name: str, origin: str = "") -> Cell:
        text = self.text(row, name)
        lines = text.text.splitlines() if text else []
        return Cell(tuple(Text(line, text.language, text.translated) for line in lines), origin=origin)

    def _result(self, row: Activity) -> Cell:
        result = self.results.get(row.result_id or 0)
        if result is None:
            return Cell()
        first = self.first_with_result[result.pk]
        return self._lines(result, "text", "" if first.pk == row.pk else self.codes[first.pk] or "–")

    def _measures(self, named: list[Indicator], row: int) -> Cell:
        """Indicators with their targets; inherited where all of them belong first to another row."""
        lines = tuple(text for one in named for text in self._measure(one))
        firsts = {self.first_with_indicator[one.pk] for one in named} if row else set()
        origin = self.codes[min(firsts)] if firsts and row not in firsts else ""
        return Cell(lines, origin=origin)

    def _measure(self, one: Indicator) -> Iterator[Text]:
        name = self.text(one, "name")
        yield Text(f"{one.code}) {name.text}" if one.code else name.text, name.language, name.translated)
        told = [self._target(one, target) for target in self.rows.targets_of.get(one.pk, [])]
        if told := list(dict.fromkeys(filter(None, told))):
            yield Text(_("Target: {targets}").format(targets="; ".join(told)), self.language)

    def _target(self, one: Indicator, target: Target) -> str:
        if target.comparator == Target.Comparator.DONE and not self.text(target, "text"):
            return ""
        printed = self.text(target, "text").text
        unit = self.text(one, "unit").text
        return printed or write_target(target.comparator, target.number, unit, target.per, self.language)

    def _period(self, row: Activity) -> Cell:
        spans = periods.spans_of(row)
        printed = row.period_printed
        understood = in_words(spans, self.language)
        lines = (Text(printed, self.plan.language),) if printed else ()
        if not printed:
            return Cell((Text(understood, self.language),) if understood else ())
        return Cell(lines, understood or _("no dates understood"))

    def _shares(self, row: Activity) -> Cell:
        return Cell(
            tuple(Text(self._share(row, one), self.language) for one in self.rows.shares_of.get(row.pk, []))
        )

    @cached_property
    def called(self) -> dict[int, str]:
        """How each period is called: written once, said in many cells."""
        return {key: period_name(row, self.language) for key, row in self.periods.items()}

    def _share(self, row: Activity, share: Share) -> str:
        name = self.called[share.period_id]
        executed = share.executed if self.may_show(row, "executed") else None
        return (
            f"{name}: {' / '.join(percent(part, exact=True) or '–' for part in (share.programmed, executed))}"
        )

    def _answering(self, row: Activity) -> Cell:
        own = self.responsible.get(("activity", row.pk))
        if own:
            return self._parties(own)
        for key in self.rows.above(row.objective_id):
            if held := self.responsible.get(("objective", key)):
                return Cell(self._parties(held).lines, origin=self.rows.by_pk[key].code or "–")
        return Cell()

    def _parties(self, held: list[Responsibility]) -> Cell:
        return Cell(tuple(self._party(one) for one in held))

    def _party(self, one: Responsibility) -> Text:
        name = self.text(self.parties[one.party_id], "name")
        role = "" if one.role == Responsibility.Role.RESPONSIBLE else str(one.get_role_display())
        notes = ", ".join(
            filter(None, [role, "" if one.agreed else _("possible"), self.text(one, "duty").text])
        )
        return Text(f"{name.text} ({notes})" if notes else name.text, name.language, name.translated)


def load(plan: Plan, language: str, *, confidential: bool) -> Sheet:
    """The plan's rows; for its Secretariat with what is withheld, and with the warnings, which quote it."""
    rows = load_rows(plan)
    sheet = Sheet(
        plan,
        rows,
        language,
        confidential,
        parties={row.pk: row for row in Party.objects.filter(coalition=plan.coalition_id)},
        results={row.pk: row for row in Result.objects.filter(objective__plan=plan)},
        levels={row.pk: row for row in plan.levels.order_by("depth")},
        periods={row.pk: row for row in plan.periods.order_by("start", "end")},
    )
    for one in completeness.of_rows(rows) if confidential else ():
        if one.activity and not one.kept:
            sheet.by_row.setdefault(one.activity, []).append(one)
        elif one.objective and not one.kept:
            sheet.by_head.setdefault(one.objective, []).append(one)
    return sheet


def in_words(spans: Iterable[Span], language: str) -> str:
    """Stretches of days in the largest units that fit; "" for none."""
    return write_period(Schedule(tuple(spans), None, understood=True), language)


def period_name(period: Period, language: str) -> str:
    """A period's own name, or its dates in words."""
    own = shown(period, "name", language).text
    return own or write_period(Schedule(((period.start, period.end),), period.unit, True), language)


def _grouped(rows: Iterable, name: str) -> dict:
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _first(pairs: Iterable) -> dict:
    found: dict = {}
    for key, row in pairs:
        found.setdefault(key, row)
    return found
