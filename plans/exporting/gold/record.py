"""The blocks of a record: coalition, plan, the tree of objectives, notes."""

from typing import Any

from coalitions.languages import shown, stored
from coalitions.models import Party, Term
from plans.exporting.gold import cells, status_report
from plans.exporting.gold.counting import count
from plans.exporting.gold.loading import Loaded, pruned
from plans.importing.apply.shape import ROLE_LISTS, Record
from plans.models import Activity, Objective, Plan

SCHEMA_VERSION = 1
# The language in which records describe what was found.
NOTES_LANGUAGE = "en"


def write(plan: Plan) -> Record:
    """The plan as a record in the gold's shape."""
    loaded = Loaded(plan)
    record: Record = {
        "schema_version": SCHEMA_VERSION,
        "id": plan.provenance.get("record", plan.slug),
        "source_files": plan.provenance.get("source_files", []),
        "coalition": coalition_block(loaded),
        "plan": plan_block(loaded),
    }
    if status_report.was_one(plan):
        record |= status_report.blocks(loaded, objectives(loaded))
    else:
        record["objectives"] = objectives(loaded)
    if "gantt" in plan.provenance:
        record["gantt"] = plan.provenance["gantt"]
    return record | {"counts": count(loaded), "anomalies": anomalies(loaded)}


def coalition_block(loaded: Loaded) -> Record:
    coalition = loaded.plan.coalition
    kept = loaded.plan.provenance.get("coalition", {})
    block = kept | {
        "name_es": stored(coalition, "name", "es") or None,
        "name_en": stored(coalition, "name", "en") or None,
        "short_name": coalition.short_name or None,
        "secretariat": _secretariat(loaded, kept.get("secretariat")),
        "steering_committee": _committee(loaded),
        "party_kinds": [_party_kind(loaded, kind) for kind in kept.get("party_kinds", [])],
    }
    spelled_out = loaded.keys.get("coalition", [])
    # Bodies are the coalition's, not the plan's: a record names only those its document names.
    return {
        key: value
        for key, value in pruned(block, spelled_out).items()
        if key in spelled_out or not spelled_out
    }


def _party_kind(loaded: Loaded, kind: Record) -> Record:
    party = loaded.parties.get(kind["party"])
    return {
        "kind": cells.kind_of(party) if party else kind["kind"],
        "name": loaded.text(party, "name") if party else None,
        "as_printed": kind["as_printed"],
    }


def _secretariat(loaded: Loaded, kept: Record | None) -> Record | None:
    """The secretariat by the organisation that holds it, else by its own name."""
    body = _body(loaded, Party.Kind.SECRETARIAT)
    if kept is None or body is None:
        return None
    holder = body.terms.filter(role=Term.Role.HOLDER).select_related("party").order_by("pk").first()
    return kept | {"name": loaded.text(holder.party if holder else body, "name")}


def _committee(loaded: Loaded) -> Record | None:
    body = _body(loaded, Party.Kind.COMMITTEE)
    if body is None:
        return None
    members = [loaded.text(term.party, "name") for term in body.terms.select_related("party").order_by("pk")]
    return {"name": loaded.text(body, "name"), "members_count": len(members), "members": members}


def _body(loaded: Loaded, kind: str) -> Party | None:
    return next((party for party in loaded.parties.values() if party.kind == kind), None)


def plan_block(loaded: Loaded) -> Record:
    plan = loaded.plan
    follower = plan.followed_by.order_by("pk").first()
    block: Record = plan.provenance.get("plan", {}) | {
        "title": loaded.text(plan, "title"),
        "objective": loaded.text(plan, "purpose"),
        "reference": plan.reference or None,
        "object": loaded.text(plan, "subject"),
        "addressees": loaded.text(plan, "addressees"),
        "origin": loaded.text(plan, "origin"),
        "date_as_printed": plan.issued_printed or None,
        "term_as_printed": plan.term_printed or None,
        "start": cells.iso(plan.start),
        "end": cells.iso(plan.end),
        "language": plan.language,
        "status": plan.state,
        "status_as_printed": plan.state_printed or None,
        "period_kind": plan.unit,
        "levels": [_level(loaded, level) for level in loaded.levels],
        "columns": plan.layout,
        "successor": follower.slug if follower else None,
        **{key: cells.parties_as(loaded, role, None) for key, role in ROLE_LISTS.items()},
    }
    if status_report.was_one(plan):
        del block["period_kind"]
    return pruned(block, loaded.keys.get("plan", []))


def _level(loaded: Loaded, level: Any) -> Record:
    return pruned(
        {"level": level.key, "name": loaded.text(level, "name"), "abbreviation": level.abbreviation},
        ["level", "name"],
    )


def objectives(loaded: Loaded, parent: Objective | None = None) -> list[Record]:
    """The tree below an objective, or the whole tree."""
    return [_objective(loaded, row) for row in loaded.children[parent.pk if parent else None]]


def _objective(loaded: Loaded, row: Objective) -> Record:
    level = row.level.key if row.level else ""
    spelled_out = loaded.keys.get("objective", {}).get(level, ["level", "code", "code_as_printed", "title"])
    kept = dict(row.provenance)
    printed_roles = kept.pop("printed_roles", {})
    kept.pop("source", None)
    statement = loaded.text(row, "statement")
    as_list = "summary" in spelled_out
    block: Record = kept | {
        "level": level,
        "code": row.code or None,
        "code_as_printed": row.code_printed or None,
        "title": loaded.text(row, "title"),
        "statement": None if as_list else statement,
        "summary": (statement or "").splitlines() if as_list else None,
        "indicators": [cells.indicator(loaded, i) for i in loaded.whole_node_indicators[row.pk]],
        "children": objectives(loaded, row),
        "activities": [activity(loaded, entry) for entry in loaded.activities_of[row.pk]],
    }
    for key, role in ROLE_LISTS.items():
        names = cells.parties_as(loaded, role, row)
        if key in printed_roles or names:
            block[key] = {"as_printed": printed_roles.get(key), "parties": names}
    return pruned(block, spelled_out)


def activity(loaded: Loaded, row: Activity) -> Record:
    """An activity as the record shows it; one of a status report shows only what the annex prints."""
    kept = {
        k: v
        for k, v in row.provenance.items()
        if k not in ("period", "gantt", "responsible_from", "resources_printed", "source")
    }
    spelled_out = loaded.keys.get("activity", [])
    indicators = loaded.indicators_of[row.pk]
    block: Record = kept | {
        "uid": uid(loaded, row),
        "code": row.code or None,
        "code_as_printed": row.code_printed or None,
        "title": loaded.text(row, "title"),
        "expected_result": cells.result(loaded, row),
        "milestones": [cells.milestone(loaded, i) for i in indicators if i.kind == i.Kind.MILESTONE],
        "indicators": [cells.indicator(loaded, i, row) for i in indicators if i.kind == i.Kind.INDICATOR],
        "period": cells.period(loaded, row),
        "responsible": _responsible(loaded, row, spelled_out),
        "resources": cells.resources(loaded, row),
        "progress": cells.progress(loaded, row),
        "programmed_total_pct": cells.programmed_total(loaded, row),
        # A remark stands in a column of its own, or as a footnote where the layout has none.
        "observations" if "observations" in spelled_out else "note": loaded.text(row, "observations"),
        "gantt": cells.gantt(row),
    }
    if status_report.was_one(loaded.plan):
        block |= status_report.status(row)
    return pruned(block, spelled_out)


def _responsible(loaded: Loaded, row: Activity, spelled_out: list[str]) -> Record | None:
    cell = cells.responsible(loaded, row)
    return cell if cell["parties"] or cell["as_printed"] or "responsible" in spelled_out else None


def uid(loaded: Loaded, row: Activity) -> str:
    """The record's key of an activity: its code, numbered where it is repeated; where numbers restart in each
    objective, the objective's code and the number."""
    printed = row.code_printed.rstrip(".")
    if printed != row.code:
        return f"{loaded.plan.slug}:{row.objective.code}/{printed}"
    same = [other.pk for other in loaded.activities if other.code == row.code]
    suffix = f"#{same.index(row.pk) + 1}" if len(same) > 1 else ""
    return f"{loaded.plan.slug}:{row.code}{suffix}"


def anomalies(loaded: Loaded) -> list[Record]:
    """The notes that a document's record holds, in its order; declared figures stand elsewhere."""
    return [
        {
            "id": note.key,
            "kind": note.kind,
            "where": note.place,
            "as_found": shown(note, "found", NOTES_LANGUAGE).text,
            "resolution": shown(note, "reading", NOTES_LANGUAGE).text,
            "action": note.action,
        }
        for note in loaded.notes
        if note.kind != "declared"
    ]
