"""The invented plans as they were agreed: calendar, sections, lines, activities, indicators, milestones."""

from datetime import date
from typing import Any

from coalitions import audit
from plans.demo.ribera.world import Data, World, both
from plans.importing.apply.rows import create
from plans.models import (
    Activity,
    Indicator,
    Level,
    Objective,
    Period,
    Plan,
    Responsibility,
    Result,
    Section,
    Share,
    Target,
)
from plans.schedule import Schedule, columns, name_of, write_period
from plans.targets import read_target

# The words of the data file for how values combine, and the rules they name (T7).
RULES = {
    "último valor": Indicator.Rule.LATEST,
    "suma": Indicator.Rule.SUM,
    "suma de las ciudades": Indicator.Rule.SUM,
    "número de miembros": Indicator.Rule.MEMBERS,
}
# "Late" is computed from the dates, and "not reported" is no status: both are not stored (T4, law 1).
STORED = {"late": "in_progress", "not-reported": None}
LAYOUT = {
    "Actividad": "activity",
    "Resultado": "expected_result",
    "Indicador": "indicator",
    "Periodo": "period",
    "Responsable": "responsible",
    "Recursos": "resources",
}
ACTIVITY_LEVEL = {"es": "Actividad", "en": "Activity"}


def agree(world: World, entry: Data) -> Plan:
    """A plan with everything that was agreed in it, and the shares executed so far."""
    plan = _header(world, entry)
    world.plans[plan.slug] = plan
    periods = _periods(plan)
    create([
        Section(
            plan=plan, kind=part["kind"], position=position,
            **both("title", part["title"]), **both("text", part["text"]),
        )
        for position, part in enumerate(entry["sections"], start=1)
    ])  # fmt: skip
    for activity, line in _activities(plan, entry):
        extra = entry.get("extra", {}).get(activity.code, {})
        _answer(world, activity, line["party"], extra.get("also", []))
        _measure(activity, line, extra)
        create(_shares(plan, activity, line, entry, periods))
    audit.record(
        world.coalition, "plan made", actor=None, obj=plan, change={"activities": plan.activities.count()}
    )
    return plan


def _header(world: World, entry: Data) -> Plan:
    follows = world.plans.get(entry.get("follows", ""))
    plan = Plan(
        coalition=world.coalition,
        slug=entry["slug"],
        start=entry["start"],
        end=entry["end"],
        unit=entry["period_kind"],
        share_reading=entry["share_reading"],
        state=entry["state"],
        follows=follows,
        layout=LAYOUT,
        **both("title", entry["title"]),
        **both("purpose", entry["objective"]),
    )
    plan.save()
    create([
        Level(plan=plan, depth=1, key="objective", **both("name", entry["level"])),
        Level(plan=plan, depth=2, key="activity", **both("name", ACTIVITY_LEVEL)),
    ])  # fmt: skip
    return plan


def _periods(plan: Plan) -> dict[str, Period]:
    """The plan's quarters by the name that the data file gives them ("2025-Q1")."""
    rows = {}
    for position, span in enumerate(columns(plan.start, plan.end, plan.unit), start=1):
        name = {code: name_of(span, plan.unit, code) for code in ("es", "en")}
        period = Period(
            plan=plan, unit=plan.unit, start=span[0], end=span[1], position=position, **both("name", name)
        )
        rows[quarter(span[0])] = period
    create(list(rows.values()))
    return rows


def quarter(on: date) -> str:
    return f"{on.year}-Q{(on.month + 2) // 3}"


def _activities(plan: Plan, entry: Data) -> list[tuple[Activity, Data]]:
    level = plan.levels.get(depth=1)
    made: list[tuple[Activity, Data]] = []
    for position, line in enumerate(entry["lines"], start=1):
        objective = Objective(
            plan=plan, level=level, position=position, code=line["code"], code_printed=line["code"],
            **both("title", line["title"]), **both("statement", line["statement"]),
        )  # fmt: skip
        objective.save()
        for fields in line["activities"]:
            extra = entry.get("extra", {}).get(fields["code"], {})
            activity = _activity(objective, fields, extra, len(made) + 1)
            activity.save()
            made.append((activity, fields))
    return made


def _activity(objective: Objective, fields: Data, extra: Data, position: int) -> Activity:
    spans = [tuple(span) for span in fields["spans"]]
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    status = STORED.get(fields["status"], fields["status"].replace("-", "_"))
    return Activity(
        objective=objective,
        position=position,
        code=fields["code"],
        code_printed=fields["code"],
        result=_result(objective, extra, position),
        period_printed=write_period(Schedule(spans=tuple(spans), kind="quarter", understood=True), "es"),
        start=start,
        end=end,
        spans=_iso(spans) if len(spans) > 1 else None,
        status=status,
        provenance=_provenance(fields),
        **both("title", fields["title"]),
        **both("resources", extra.get("resources")),
        **both("observations", extra.get("observations")),
    )


def _provenance(fields: Data) -> dict[str, Any]:
    """The earlier calendar of an activity whose schedule changed, and the activity that continues it (T6)."""
    kept: dict[str, Any] = {}
    if "baseline" in fields:
        kept["baseline"] = _iso(fields["baseline"])
    if "continued" in fields:
        kept["continued_as"] = fields["continued"]
    return kept


def _iso(spans: Any) -> list[list[str]]:
    return [[day.isoformat() for day in span] for span in spans]


def _result(objective: Objective, extra: Data, position: int) -> Result | None:
    if "result" not in extra:
        return None
    result = Result(objective=objective, position=position, **both("text", extra["result"]))
    result.save()
    return result


def _answer(world: World, activity: Activity, party: str, also: list[list[str]]) -> None:
    """The responsible party, and those that take part besides."""
    responsible = world.members if party == "cities" else world.secretariat
    rows = [(responsible, "responsible"), *((world.parties[name], role) for name, role in also)]
    create([
        Responsibility(activity=activity, party=row, role=role, position=position)
        for position, (row, role) in enumerate(rows, start=1)
    ])  # fmt: skip
    activity.responsible_printed = ", ".join(row.name for row, _ in rows)
    activity.save()


def _measure(activity: Activity, fields: Data, extra: Data) -> None:
    """The activity's indicator and its milestones, each with its target."""
    if fields["indicator"]:
        _indicator(activity, fields["indicator"], extra)
    for number, milestone in enumerate(fields.get("milestones", []), start=1):
        row = Indicator(
            objective=activity.objective, kind=Indicator.Kind.MILESTONE, position=activity.position * 10 + number,
            due=milestone["date"], **both("name", milestone["title"]),
        )  # fmt: skip
        _save(row, activity, Target(comparator=Target.Comparator.DONE))


def _indicator(activity: Activity, fields: Data, extra: Data) -> None:
    reading = read_target(fields["target"]["es"])
    row = Indicator(
        objective=activity.objective,
        position=activity.position * 10,
        rule=extra.get("rule", RULES[fields["rule"]["es"]]),
        baseline=extra.get("baseline_value"),
        baseline_on=extra.get("baseline_on"),
        headline=extra.get("headline", False),
        **both("name", fields),
    )
    target = Target(
        comparator=reading.comparator,
        number=reading.number,
        per=reading.per or "",
        **both("text", fields["target"]),
    )
    _save(row, activity, target)


def _save(row: Indicator, activity: Activity, target: Target) -> None:
    row.save()
    row.activities.add(activity)
    target.indicator = row
    target.save()


def _shares(
    plan: Plan, activity: Activity, fields: Data, entry: Data, periods: dict[str, Period]
) -> list[Share]:
    """Programmed and executed by quarter: as listed, or programmed evenly over the quarters of the schedule and
    executed as the accepted reports say."""
    if "shares" in fields:
        pairs = dict(fields["shares"])
    else:
        executed = {name: said["level"] for name, said in entry["reports"].get(activity.code, {}).items()}
        programmed = _evenly(fields["spans"], periods)
        pairs = {
            name: (programmed.get(name), executed.get(name)) for name in sorted({*programmed, *executed})
        }
    return [
        Share(activity=activity, period=periods[name], programmed=pair[0], executed=pair[1])
        for name, pair in pairs.items()
    ]


def _evenly(spans: list[list[date]], periods: dict[str, Period]) -> dict[str, int]:
    """The running level that an even pace reaches by the end of each scheduled quarter."""
    scheduled = [
        name
        for name, period in periods.items()
        if any(s <= period.end and e >= period.start for s, e in spans)
    ]
    return {name: round(100 * step / len(scheduled)) for step, name in enumerate(scheduled, start=1)}
