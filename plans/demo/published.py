"""The coalitions whose plans are published, as their documents show them."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation

from coalitions import audit, governance
from coalitions.models import Coalition
from plans.demo.files import read
from plans.importing.apply import apply_record, coalition_of, notes
from plans.importing.apply.shape import Record
from plans.models import Plan

# The records' anomalies are written in English.
NOTES_LANGUAGE = "en"


@dataclass(frozen=True)
class Source:
    """A coalition, a short form of its name that its documents print, and its plans: short address and record."""

    slug: str
    short_name: str
    plans: tuple[tuple[str, str], ...]
    governance: str = ""


SOURCES = (
    Source(
        "mayors",
        "Coalición de alcaldes",
        (("mayors-2025-2026", "mayors-2025-2026"),),
        governance="governance",
    ),
    # The later plan first: the earlier one names it as its successor.
    Source(
        "dumpsites",
        "Coalición cierre de basurales América Latina y el Caribe",
        (
            ("dumpsites-2024-2025", "dumpsites-2024-2025"),
            ("dumpsites-2021-2022", "dumpsites-2021-2022-status"),
        ),
    ),
    Source("corett", "CORETT", (("corett-2020-2022", "corett-2020-2022"),)),
    Source("clasi", "CLASI", (("pao-cocaine-2022-2023", "pao-cocaine-2022-2023"),)),
)


def load_published() -> list[Plan]:
    """Every published plan that is not there yet, with its coalition; returns the new plans."""
    return [plan for source in SOURCES for plan in _load(source)]


@transaction.atomic
def _load(source: Source) -> list[Plan]:
    there = set(
        Plan.objects.filter(slug__in=[slug for slug, _ in source.plans]).values_list("slug", flat=True)
    )
    missing = [(slug, name) for slug, name in source.plans if slug not in there]
    if not missing:
        return []
    with translation.override("es"):
        coalition = Coalition.objects.filter(slug=source.slug).first() or _found(source)
        return [_import(coalition, slug, name) for slug, name in missing]


def _found(source: Source) -> Coalition:
    coalition = coalition_of(_record(source.plans[0][1]), source.slug)
    coalition.short_name = source.short_name
    coalition.save()
    audit.record(coalition, "coalition created", actor=None, obj=coalition)
    if source.governance:
        record = _record(source.governance)
        governance.take_up(coalition, record)
        notes.of_coalition(coalition, record["anomalies"], NOTES_LANGUAGE)
        audit.record(coalition, "governing document taken up", actor=None, obj=coalition)
    return coalition


def _record(name: str) -> Record:
    """A published record, with the Spanish of its anomalies beside their English."""
    record = read(f"sources/{name}")
    spanish = read("notes_es")[name]
    for entry in record["anomalies"]:
        entry["translations"] = {"es": spanish[entry["id"]]}
    return record


def _import(coalition: Coalition, slug: str, name: str) -> Plan:
    plan = apply_record(_record(name), coalition, slug, NOTES_LANGUAGE)
    change = {"activities": plan.activities.count(), "notes": plan.notes.count()}
    audit.record(coalition, "plan imported", actor=None, obj=plan, reason=f"{name}.yaml", change=change)
    return plan
