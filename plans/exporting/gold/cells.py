"""The cells of an activity: period, result, responsible parties, indicators, milestones, shares."""

from datetime import date
from decimal import Decimal
from typing import Any

from coalitions.models import Party
from plans.exporting.gold.loading import Loaded
from plans.importing.apply.shape import Record
from plans.models import Activity, Indicator, Objective, Responsibility, Target

# Words of the record for which the model has another.
KINDS = {Party.Kind.COMMITTEE: "steering_committee", Party.Kind.GOVERNMENT: "country"}


def kind_of(party: Party) -> str:
    return KINDS.get(Party.Kind(party.kind), str(party.kind))


def name_of(loaded: Loaded, party: Party) -> str:
    """How plans call the party: an organisation by its abbreviation, all others by their name."""
    if party.kind == Party.Kind.ORGANISATION and party.short_name:
        return party.short_name
    return loaded.text(party, "name") or ""


def number(value: Decimal | None) -> int | float | None:
    """A number as records write it: without decimals where it has none."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def period(loaded: Loaded, activity: Activity) -> Record | None:
    """As printed and as understood; what depends on the plan's dates is computed."""
    kept = activity.provenance.get("period", {})
    if activity.start is None and not activity.period_printed and not kept:
        return None
    cell = kept | {
        "as_printed": activity.period_printed or None,
        "start": iso(activity.start),
        "end": iso(activity.end),
    }
    if activity.spans:
        cell["segments"] = [{"start": start, "end": end} for start, end in activity.spans]
    if activity.start and activity.start < loaded.plan.start:
        cell["starts_before_plan"] = True
    return cell


def result(loaded: Loaded, activity: Activity) -> Record | None:
    """The result with the heading of its column; a shared one names the activity it stands at."""
    if activity.result is None or activity.result_id is None:
        return None
    items = (loaded.text(activity.result, "text") or "").splitlines()
    headings = [heading for heading, name in loaded.plan.layout.items() if name == "expected_result"]
    return {
        "label": headings[0] if headings else None,
        "text": " ".join(items),
        "items": items,
        "inherited_from": _origin(loaded.owner_of_result[activity.result_id], activity),
    }


def _origin(owner: Activity, activity: Activity) -> str | None:
    return None if owner.pk == activity.pk else owner.code


def responsible(loaded: Loaded, activity: Activity) -> Record:
    """The activity's own parties, else those of the objective its cell is merged with."""
    rows = [row for row in loaded.responsibilities if row.activity_id == activity.pk]
    if not rows:
        rows = [row for row in loaded.responsibilities if row.objective_id == activity.objective_id]
    return {
        "as_printed": activity.responsible_printed or None,
        "inherited_from": activity.provenance.get("responsible_from"),
        "parties": [_party(loaded, row) for row in rows],
    }


def _party(loaded: Loaded, row: Responsibility) -> Record:
    cell: Record = {"name": name_of(loaded, row.party), "kind": kind_of(row.party), "role": row.role}
    if duty := loaded.text(row, "duty"):
        cell["task"] = duty
    if row.role_inferred:
        cell["role_inferred"] = True
    return cell


def parties_as(loaded: Loaded, role: str, place: Objective | None) -> list[str]:
    """The names of those in a role of an objective, or of the plan itself."""
    return [
        name_of(loaded, row.party)
        for row in loaded.responsibilities
        if row.role == role and row.activity_id is None and row.objective_id == (place.pk if place else None)
    ]


def resources(loaded: Loaded, activity: Activity) -> Record | None:
    items = (loaded.text(activity, "resources") or "").splitlines()
    if not items:
        return None
    return {"as_printed": activity.provenance.get("resources_printed"), "items": items}


def indicator(loaded: Loaded, row: Indicator, activity: Activity | None = None) -> Record:
    """An indicator at its objective, or at an activity that it covers."""
    cell: Record = {
        "code": row.code or None,
        "name": loaded.text(row, "name"),
        "unit": loaded.text(row, "unit"),
        "target": _target(loaded, row),
        "inherited_from": _origin(loaded.owner_of[row.pk], activity) if activity else None,
    }
    if row.per:
        cell["per"] = row.per
    if row.breakdown:
        cell["breakdown"] = row.breakdown
    return cell


def milestone(loaded: Loaded, row: Indicator) -> Record:
    return {"text": loaded.text(row, "name"), "target": _target(loaded, row)}


def _target(loaded: Loaded, row: Indicator) -> Record | None:
    """The target of the whole plan; "done" without words is a milestone's plain target and not printed."""
    target = next(iter(row.targets.all()), None)
    if target is None or (target.comparator == Target.Comparator.DONE and not loaded.text(target, "text")):
        return None
    return row.provenance.get("target", {}) | {
        "code": target.code or None,
        "text": loaded.text(target, "text"),
        "comparator": target.comparator,
        "number": number(target.number),
        "unit": loaded.text(row, "unit"),
        "per": target.per or None,
    }


def progress(loaded: Loaded, activity: Activity) -> list[Record]:
    """One entry for every printed pair of columns of the activity's table, blank ones too (T1, T2)."""
    shares = loaded.shares_of.get(activity.pk, {})
    entries = []
    for slot, (place, heading) in enumerate(
        zip(loaded.periods, _headings(loaded, activity), strict=False), start=1
    ):
        share = shares.get(place.pk)
        printed = (share.heading or None) if share else heading
        assumed = share.assumed if share else str(place.start.year) not in (heading or "")
        entries.append(
            {
                "slot": slot,
                "year_as_printed": printed,
                "year": None if assumed else place.start.year,
                "proposed_year": place.start.year if assumed else None,
                "programmed_pct": number(share.programmed) if share else None,
                "executed_pct": number(share.executed) if share else None,
            }
        )
    return entries


def _headings(loaded: Loaded, activity: Activity) -> list[str | None]:
    """The headings of the pairs of columns of the table in which the activity is printed."""
    tables: list[dict[str, Any]] = loaded.plan.provenance.get("plan", {}).get("tables", [])
    for table in tables:
        if table["table"] == activity.provenance.get("table"):
            return list(table["years_as_printed"])
    return []


def programmed_total(loaded: Loaded, activity: Activity) -> int | float | None:
    """The sum of the programmed shares as printed, however odd (T3); None where there is none."""
    values = [
        s.programmed for s in loaded.shares_of.get(activity.pk, {}).values() if s.programmed is not None
    ]
    return number(sum(values, Decimal(0))) if values else None


def gantt(activity: Activity) -> Record | None:
    """The row of the timetable: its months follow from the dates."""
    kept = activity.provenance.get("gantt")
    if kept is None:
        return None
    return {
        "title_as_printed": kept["title_as_printed"],
        "months": _months(activity),
        "stray_marks": kept["stray_marks"],
    }


def _months(activity: Activity) -> list[str]:
    if activity.start is None or activity.end is None:
        return []
    first, last = (day.year * 12 + day.month - 1 for day in (activity.start, activity.end))
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(first, last + 1)]
