"""How an activity stands on the data date: its status, where that comes from, and whether it is late (T4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plans.models import Acceptance, Activity
from plans.settled import agreed
from plans.status import is_late, status_of_level
from reporting.annual_report.shapes import Average
from reporting.annual_report.shares import Shares, mean
from reporting.annual_report.source import Source, decimal


@dataclass(frozen=True)
class Standing:
    """`status` a key ("not_reported" where nothing is known), `origin` as in ActivityEntry.status_source."""

    status: str
    origin: str
    on: date | None
    executed: Decimal | None
    late: bool
    days_late: int


def stand(source: Source, activity: Activity, shares: Shares) -> Standing:
    """The status stated or settled for the activity by the day, else what its reports say, else its shares."""
    executed = shares.executed
    if executed is None and source.may_show(activity, "executed"):
        executed = reported_level(source, activity).value
    status, origin, since = _status(source, activity, shares)
    late = is_late(None if status == "not_reported" else status, activity.end, source.on)
    days = (source.on - activity.end).days if late and activity.end else 0
    return Standing(status, origin, since, decimal(executed), late, days)


def _status(source: Source, activity: Activity, shares: Shares) -> tuple[str, str, date | None]:
    if not source.may_show(activity, "status"):
        return "not_reported", "", None
    settled = source.rows.settled.get(activity.pk)  # asked for first: the same queries whatever is stated
    if activity.status and (activity.status_on is None or activity.status_on <= source.on):
        return activity.status, "stated", activity.status_on
    if settled:
        return str(settled.status), "reports", settled.round.period.end
    if found := _reported_status(source, activity):
        return found[0], "reports", found[1]
    if shares.executed is not None:
        last = max(cell.end for cell in shares.cells if cell.executed is not None)
        return status_of_level(shares.executed), "shares", min(last, source.on)
    return "not_reported", "", None


def latest_reports(source: Source, activity: Activity) -> list[Acceptance]:
    """What counts of the reports of the latest round that has any."""
    reports = source.rows.reports_of.get(activity.pk, [])
    return [one for one in reports if one.report.round_id == reports[-1].report.round_id]


def reported_level(source: Source, activity: Activity) -> Average:
    """The average over the parties that gave one in the latest round, with how many did."""
    return mean(report.executed for report in latest_reports(source, activity))


def _reported_status(source: Source, activity: Activity) -> tuple[str, date] | None:
    """What the latest accepted reports say, where all of them say the same; else by their average level."""
    reports = latest_reports(source, activity)
    if not reports:
        return None
    status = agreed(reports, reported_level(source, activity).value)
    return (status, source.round_period(reports[0]).end) if status else None
