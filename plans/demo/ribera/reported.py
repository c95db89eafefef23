"""What was reported on the invented plans: rounds, reports, measurements, initiatives (T4, T7-T12, T17)."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from coalitions import audit
from coalitions.languages import store
from coalitions.models import Document, Party
from plans import rounds
from plans.demo.ribera.agreed import quarter
from plans.demo.ribera.world import Data, World, both
from plans.importing.apply.rows import create
from plans.models import (
    Acceptance,
    Activity,
    Indicator,
    Initiative,
    Measurement,
    Note,
    Plan,
    ProgressReport,
    Round,
    Settlement,
)

STATES = {"a": "accepted", "s": "submitted", "r": "returned", "d": "draft", "n": "asked"}
# How far each city is from the level accepted for all; together they leave it as it is.
AHEAD = (5, 0, -10, 5, 0, 5, -5, 0)
MESSAGE = {
    "es": "Le pedimos un informe breve por actividad. Si algo no avanzó, también nos ayuda saberlo.",
    "en": "We ask for a short report on each activity. If something did not move, it helps us to know that too.",
}
# Why the one value is not the average of what was reported.
SETTLED = "Las ciudades que no informaron avanzan al mismo paso."
# Evidence is attached by the first of those that report; more would only repeat it.
WITH_EVIDENCE = 2

# How long after a quarter its round is planned to run.
DAYS = 15

Key = tuple[str, str, str]


def report(world: World, plan: Plan, entry: Data) -> None:
    """The plan's rounds with a report for everyone asked, the values measured, and each activity's last day."""
    parties = _parties_of(entry)
    activities = {activity.code: activity for activity in plan.activities.all()}
    reports: dict[Key, ProgressReport] = {}
    for name, fields in entry["rounds"].items():
        opened = _open(plan, name, fields)
        rows = _reports(world, opened, name, entry, activities, parties)
        create(list(rows.values()))
        _attach(world, rows, entry.get("evidence", {}))
        _accept(rows)
        _settle(opened, rows, entry["reports"], name)
        reports |= rows
        act = "round opened" if fields["closed"] is None else "round closed"
        audit.record(world.coalition, act, actor=None, obj=opened, change={"reports": len(rows)})
    if plan.state == Plan.State.IN_FORCE:
        rounds.plan_rounds(plan, plan.unit, DAYS, version=None, by=None)
    _measure(world, plan, entry, reports)
    _date_statuses(activities, entry)


def _parties_of(entry: Data) -> dict[str, str]:
    return {fields["code"]: fields["party"] for line in entry["lines"] for fields in line["activities"]}


def _open(plan: Plan, name: str, fields: Data) -> Round:
    period = next(period for period in plan.periods.all() if quarter(period.start) == name)
    opened = Round(
        plan=plan, period=period, due=fields["due"], opened_at=fields["opened"], closed_at=fields["closed"],
        **both("message", MESSAGE),
    )  # fmt: skip
    opened.save()
    return opened


def _reports(
    world: World,
    opened: Round,
    name: str,
    entry: Data,
    activities: dict[str, Activity],
    parties: dict[str, str],
) -> dict[Key, ProgressReport]:
    """One report for every asked pair of activity and party, by (activity's code, quarter, party)."""
    rows = {}
    cells = _cells(world.invented["round"]) if opened.closed_at is None else {}
    for code, activity in activities.items():
        said = entry["reports"].get(code, {}).get(name, {})
        for turn, party in enumerate(world.asked(parties[code], opened.period.start)):
            letter = cells.get((party.name, code)) if cells else _closed_letter(entry, code, name, party)
            if letter is not None:
                rows[code, name, party.name] = _report(opened, activity, party, letter, said, turn, entry)
    return rows


def _cells(fields: Data) -> dict[tuple[str, str], str]:
    """The state of each cell of the open round by (party, code); who was not asked is absent."""
    return {
        (party, code): letter
        for party, letters in fields["cells"].items()
        for code, letter in zip(fields["columns"], letters, strict=True)
        if letter != "o"
    }


def _closed_letter(entry: Data, code: str, name: str, party: Party) -> str | None:
    """In a closed round everything was accepted, save what was asked and never came."""
    if name not in entry["reports"].get(code, {}):
        return None
    return "n" if [code, party.name] in entry["silent"].get(name, []) else "a"


def _report(
    opened: Round, activity: Activity, party: Party, letter: str, said: Data, turn: int, entry: Data
) -> ProgressReport:
    row = ProgressReport(round=opened, activity=activity, party=party, state=STATES[letter])
    if letter == "n":
        return row
    several = activity.responsibilities.filter(party__kind=Party.Kind.MEMBERS).exists()
    for name in ("done", "difficulties", "next"):
        _say(row, "next_steps" if name == "next" else name, said.get(name, []), turn)
    if letter != "d":
        level = _level(said["level"], AHEAD[turn] if several else 0)
        row.executed = Decimal(level)
        row.status = said.get("status") or _status(level)
    if letter == "r":
        store(row, "review_note", entry["returned"])
    return row


def _say(row: ProgressReport, name: str, texts: list[Data], turn: int) -> None:
    if texts:
        store(row, name, texts[turn % len(texts)])


def _level(level: int, ahead: int) -> int:
    """A city's own level around the common one; what is not begun or finished is so everywhere."""
    return level if level in (0, 100) else level + ahead


def _status(executed: int) -> str:
    return {0: "not_started", 100: "completed"}.get(executed, "in_progress")


def _attach(world: World, rows: dict[Key, ProgressReport], evidence: dict[str, str]) -> None:
    given: dict[str, int] = {}
    for (code, _, _), row in rows.items():
        if code in evidence and row.state == "accepted" and given.get(code, 0) < WITH_EVIDENCE:
            given[code] = given.get(code, 0) + 1
            row.evidence.add(world.documents[evidence[code]])


def _accept(rows: dict[Key, ProgressReport]) -> None:
    """The version of each accepted report that counts, accepted when its round closed, or on the day it was due."""
    for row in rows.values():
        if row.state == "accepted":
            at = row.round.closed_at or datetime.combine(row.round.due, time(12), UTC)
            accepted = Acceptance.of(row, at=at)
            accepted.save()
            accepted.evidence.set(row.evidence.all())


def _settle(opened: Round, rows: dict[Key, ProgressReport], told: Data, name: str) -> None:
    """The one value accepted for each activity of a closed round, and for those of one party in an open one."""
    for code, reports in gathered(rows).items():
        accepted = [row for row in reports if row.state == "accepted"]
        if accepted and (opened.closed_at is not None or len(reports) == 1):
            level = told[code][name]["level"]
            at = opened.closed_at or datetime.combine(opened.due, time(12), UTC)
            Settlement(
                round=opened, activity=reports[0].activity, executed=level,
                status=told[code][name].get("status") or _status(level), entered=len(accepted), asked=len(reports),
                settled_at=at, reason=SETTLED if len(accepted) < len(reports) else "",
            ).save()  # fmt: skip


def gathered(rows: dict[Key, ProgressReport]) -> dict[str, list[ProgressReport]]:
    """The reports of each activity, by its code."""
    found: dict[str, list[ProgressReport]] = {}
    for (code, _name, _party), row in rows.items():
        found.setdefault(code, []).append(row)
    return found


def _measure(world: World, plan: Plan, entry: Data, reports: dict[Key, ProgressReport]) -> None:
    """The values of the indicators by quarter and party, and the milestones that were reached."""
    periods = {quarter(period.start): period for period in plan.periods.all()}
    rows = []
    for code, by_quarter in entry["measurements"].items():
        indicator = plan.indicators.get(activities__code=code, kind=Indicator.Kind.INDICATOR)
        for name, values in by_quarter.items():
            for party, value in values.items():
                report_row = reports.get((code, name, party))
                rows.append(
                    _measurement(indicator, world.parties[party], periods[name].end, value, report_row)
                )
    create(rows + _reached(world, plan, entry))


def _measurement(
    indicator: Indicator, party: Party, on: date, value: Any, report_row: ProgressReport | None
) -> Measurement:
    fields = value if isinstance(value, dict) else {"value": value}
    return Measurement(
        indicator=indicator,
        party=party,
        report=report_row,
        on=on,
        value=fields["value"],
        # What the Secretariat entered itself stands; what a party reported stands once it is accepted.
        accepted=report_row is None or report_row.state == "accepted",
        **both("text", fields),
    )


def _reached(world: World, plan: Plan, entry: Data) -> list[Measurement]:
    reached = {
        milestone["title"]["es"]: milestone["date"]
        for line in entry["lines"]
        for fields in line["activities"]
        for milestone in fields.get("milestones", [])
        if milestone["reached"]
    }
    rows = plan.indicators.filter(kind=Indicator.Kind.MILESTONE)
    return [
        _measurement(row, world.secretariat, reached[row.name], 1, None)
        for row in rows
        if row.name in reached
    ]


def _date_statuses(activities: dict[str, Activity], entry: Data) -> None:
    """Since when each status holds: the end of the last quarter that says something of the activity."""
    for line in entry["lines"]:
        for fields in line["activities"]:
            activity = activities[fields["code"]]
            ends = [share.period.end for share in activity.shares.all() if share.executed is not None]
            if activity.status is not None and ends:
                activity.status_on = max(ends)
                activity.save()


def undertake(world: World) -> None:
    """Advocacy and other activities outside the plan, with their beneficiaries (T10, T12)."""
    for entry in world.data["initiatives"]:
        row = Initiative(
            coalition=world.coalition,
            plan=world.plans[entry["plan"]],
            party=world.parties[entry["party"]],
            kind=entry["kind"],
            on=entry["day"],
            beneficiaries=entry["beneficiaries"],
            **both("title", entry["title"]),
        )
        row.save()
        if "evidence" in entry:
            document: Document = world.documents[entry["evidence"]]
            row.evidence.add(document)


def annotate(world: World) -> None:
    """What is to be known about the data, at its place."""
    create([
        Note(
            coalition=world.coalition,
            plan=(plan := world.plans[entry["plan"]]),
            activity=plan.activities.get(code=entry["activity"]),
            key=entry["key"],
            kind=entry["kind"],
            place=str(entry["place"]),
            action=entry["action"],
            **both("found", entry["found"]),
            **both("reading", entry["reading"]),
        )
        for entry in world.data["notes"]
    ])  # fmt: skip
