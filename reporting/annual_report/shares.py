"""Programmed and executed percentages: the cells of an activity, its level on the day, and the matrix (T1-T3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

from plans.aggregation import average, check_shares, level
from plans.models import Activity, Objective, Period, Share
from plans.models.plan import ShareReading
from plans.schedule import Span
from plans.status import planned_on, planned_shares_on
from reporting.annual_report import wording
from reporting.annual_report.schedules import spans_of
from reporting.annual_report.shapes import (
    ActivityEntry,
    Average,
    Matrix,
    MatrixColumn,
    MatrixGroup,
    MatrixRow,
    ShareCell,
)
from reporting.annual_report.source import Source, decimal

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Shares:
    """The shares of one activity as of the data date, in the order of their periods.

    An executed value enters once its period has begun: of a period still ahead nothing can be executed.
    """

    source: Source
    activity: Activity

    @cached_property
    def rows(self) -> list[tuple[Period, Share]]:
        shares = self.source.rows.shares.get(self.activity.pk, [])
        return [(self.source.rows.periods[share.period_id], share) for share in shares]

    @cached_property
    def cells(self) -> tuple[ShareCell, ...]:
        return tuple(self._cell(period, share) for period, share in self.rows)

    def _cell(self, period: Period, share: Share) -> ShareCell:
        source = self.source
        enters = period.start <= source.on and source.may_show(self.activity, "executed")
        return ShareCell(
            name=source.period_name[period.pk],
            start=period.start,
            end=period.end,
            programmed=decimal(share.programmed),
            executed=decimal(share.executed) if enters else None,
            heading=share.heading,
            assumed=share.assumed,
        )

    @property
    def reading(self) -> str:
        return self.activity.share_reading or self.source.rows.plan.share_reading

    @property
    def programmed(self) -> list[Decimal | None]:
        return [cell.programmed for cell in self.cells]

    @property
    def executed(self) -> Decimal | None:
        """How much of the whole activity is executed, by its reading; None where nothing is reported."""
        return level([cell.executed for cell in self.cells], self.reading)

    @property
    def planned(self) -> Decimal | None:
        """How much was to be done by the day: by its shares, else evenly over its schedule; one decimal."""
        shares = [((cell.start, cell.end), cell.programmed) for cell in self.cells]
        planned = planned_shares_on(shares, self.source.on, self.reading)
        return tenths(planned_on(spans_of(self.activity), self.source.on) if planned is None else planned)

    @property
    def total(self) -> Decimal | None:
        return level(self.programmed, self.reading)

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(map(wording.share_warning, check_shares(self.programmed, self.reading)))


def tenths(number: Fraction | None) -> Decimal | None:
    """A fraction as a number with one decimal, half up."""
    if number is None:
        return None
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return decimal(exact.quantize(TENTH, ROUND_HALF_UP))


def mean(values: Iterable[Decimal | None]) -> Average:
    """A mean with how many entered and how many did not, one decimal; never a sum over activities (T3)."""
    found = average(values)
    value = None if found.value is None else decimal(found.value.quantize(TENTH, ROUND_HALF_UP))
    return Average(value, found.entered, found.missing or 0)


def matrix(source: Source, groups: list[tuple[Objective, list[ActivityEntry]]]) -> Matrix:
    """The programmed/executed matrix: a column per period in use, a row per activity with any share."""
    everything = [entry for _, entries in groups for entry in entries]
    spans = sorted({(cell.start, cell.end) for entry in everything for cell in entry.shares})
    reading = source.rows.plan.share_reading
    return Matrix(
        columns=tuple(_column(span, everything) for span in spans),
        groups=tuple(
            MatrixGroup(
                source.objective_ref[line.pk], tuple(_row(entry, spans) for entry in entries if entry.shares)
            )
            for line, entries in groups
            if any(entry.shares for entry in entries)
        ),
        reading=reading,
        reading_word=str(ShareReading(reading).label),
        odd=tuple(entry.ref for entry in everything if entry.share_warnings),
        without_shares=sum(not entry.shares for entry in everything),
    )


def _column(span: Span, entries: list[ActivityEntry]) -> MatrixColumn:
    cells = [cell for entry in entries for cell in entry.shares if (cell.start, cell.end) == span]
    headings = sorted({cell.heading for cell in cells if cell.assumed and cell.heading})
    return MatrixColumn(
        name=cells[0].name,
        start=span[0],
        end=span[1],
        headings=tuple(headings),
        assumed=sum(cell.assumed for cell in cells),
        programmed=mean(cell.programmed for cell in cells),
        executed=mean(cell.executed for cell in cells),
    )


def _row(entry: ActivityEntry, spans: list[Span]) -> MatrixRow:
    cells = {(cell.start, cell.end): cell for cell in entry.shares}
    return MatrixRow(
        entry.ref,
        tuple(cells.get(span) for span in spans),
        entry.share_reading,
        entry.share_total,
        entry.share_warnings,
    )
