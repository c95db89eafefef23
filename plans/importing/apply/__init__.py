"""A record in the gold's shape becomes a plan with all its rows (E17).

The record is one dict: `coalition`, `plan`, `objectives` (a tree), `anomalies`, or, for a status report on an
earlier plan, `pending_annex` with its figures. `plans.exporting.gold.write` turns the plan back into the record.
"""

from django.db import transaction
from django.utils import translation

from coalitions.models import Coalition
from plans.importing.apply import annex, calendar, indicators, notes, parties, tree
from plans.importing.apply.shape import COALITION_COLUMNS, PLAN_COLUMNS, Record, day, rest, spelled_out
from plans.importing.apply.tree import translated
from plans.models import Plan

__all__ = ["apply_draft", "apply_record", "coalition_of"]

# What a document says of its coalition and bodies: of an import it is kept with the plan, and changes no party.
NAMED = ("name_es", "name_en", "short_name", "secretariat", "steering_committee", "party_kinds")


def coalition_of(record: Record, slug: str) -> Coalition:
    """A new, saved coalition with the names that the record's coalition block gives it."""
    block = record["coalition"]
    coalition = Coalition(
        slug=slug,
        name_es=block["name_es"] or "",
        name_en=block.get("name_en") or "",
        short_name=block.get("short_name") or "",
    )
    coalition.save()
    return coalition


def apply_record(record: Record, coalition: Coalition, slug: str, notes_language: str = "en") -> Plan:
    """The record as a new plan of the coalition; everything or nothing.

    `notes_language` is the language of the anomalies' texts; the content is in the plan's own. Raises ValueError
    where the coalition has a plan of this short address already.
    """
    if Plan.objects.filter(slug=slug).exists():
        raise ValueError(f"there is a plan {slug} already")
    with transaction.atomic(), translation.override(record["plan"]["language"]):
        record = annex.as_plan(record)
        roster = parties.Roster(coalition)
        kept = parties.enrol(roster, record)
        return _apply(record, coalition, slug, notes_language, roster, kept)


def apply_draft(record: Record, coalition: Coalition, slug: str) -> Plan:
    """A fitted record, whose parties are all there, as a draft; within the transaction of who brings it in."""
    with translation.override(record["plan"]["language"]):
        kept = {key: record["coalition"][key] for key in NAMED if key in record["coalition"]}
        return _apply(record, coalition, slug, "en", parties.Roster(coalition), {"as_found": kept})


def _apply(
    record: Record,
    coalition: Coalition,
    slug: str,
    notes_language: str,
    roster: parties.Roster,
    kept: Record,
) -> Plan:
    plan = _plan(record, coalition, slug)
    plan.provenance["coalition"] = kept | rest(record["coalition"], COALITION_COLUMNS)
    plan.save()
    periods = calendar.set_up_periods(plan, record)
    grown = tree.grow(plan, record, roster)
    find = calendar.finder(periods, plan.unit)
    indicators.measure(plan, grown, find)
    calendar.enter_shares(grown, find)
    notes.annotate(plan, record, grown, notes_language)
    _settle_words(coalition, record)
    _settle_succession(plan, record)
    return plan


def _plan(record: Record, coalition: Coalition, slug: str) -> Plan:
    header = record["plan"]
    language = header["language"]
    return Plan(
        coalition=coalition,
        slug=slug,
        reference=header.get("reference") or "",
        issued_printed=header.get("date_as_printed") or "",
        start=day(header["start"]),
        end=day(header["end"]),
        term_printed=header.get("term_as_printed") or "",
        language=language,
        state=header.get("status"),
        state_printed=header.get("status_as_printed") or "",
        unit=header.get("period_kind") or Plan._meta.get_field("unit").default,
        layout=header.get("columns", {}),
        provenance=_provenance(record),
        **translated("title", header["title"], language),
        **translated("purpose", header.get("objective"), language),
        **translated("subject", header.get("object"), language),
        **translated("addressees", header.get("addressees"), language),
        **translated("origin", header.get("origin"), language),
    )


def _provenance(record: Record) -> Record:
    """What the record says beyond the columns: its own name and files, leftovers of the header, its shape."""
    kept = {
        "record": record["id"],
        "source_files": record["source_files"],
        "plan": rest(record["plan"], PLAN_COLUMNS),
        "keys": spelled_out(record),
    }
    if "gantt" in record:
        kept["gantt"] = record["gantt"]
    if annex.is_status_report(record):
        kept["annex_heading"] = record["pending_annex"]["heading"]
    return kept


def _settle_words(coalition: Coalition, record: Record) -> None:
    """The coalition's own words for the statuses, where the document gives them and it has none yet (T4)."""
    words = {**annex.own_words(record), **coalition.status_words}
    if words != coalition.status_words:
        coalition.status_words = words
        coalition.save()


def _settle_succession(plan: Plan, record: Record) -> None:
    """The plan that follows this one, where the document names it and it is there (T6)."""
    following = Plan.objects.filter(coalition=plan.coalition, slug=record["plan"].get("successor")).first()
    if following is not None and following.follows_id is None:
        following.follows = plan
        following.save()
