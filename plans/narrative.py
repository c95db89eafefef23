"""The narrative of a plan: its sections (P26), and what the plan is tied to elsewhere (P27)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from coalitions import audit, versions
from coalitions.models import User
from coalitions.refusal import Refused
from plans.models import Plan, PlanLink, Section

WRITTEN = ("kind", "title_es", "title_en", "text_es", "text_en")
"""What a form of a section holds, and compares before it saves."""


@transaction.atomic
def add_section(plan: Plan, fields: dict[str, Any], *, by: User) -> Section:
    """A section at the end of the plan."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    section = Section(plan=row, position=_next(row.sections), **fields)
    section.save()
    _record(row, "section added", section, by)
    return section


@transaction.atomic
def change_section(plan: Plan, pk: int, seen: str, fields: dict[str, Any], *, by: User) -> bool:
    """Write what differs; says whether anything did. Raises Stale where the section is not as it was seen."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    section = versions.lock_as_seen(row.sections.all(), pk, WRITTEN, seen)
    changed = versions.differing(section, fields)
    for name in changed:
        setattr(section, name, fields[name])
    if changed:
        section.save()
        _record(row, "section changed", section, by, fields=changed)
    return bool(changed)


@transaction.atomic
def move_section(plan: Plan, pk: int, step: int, *, by: User) -> None:
    """Move a section up (-1) or down (1) by one place; at either end nothing changes."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    order = list(row.sections.order_by("position", "pk"))
    place = next((n for n, section in enumerate(order) if section.pk == pk), None)
    if place is None or not 0 <= place + step < len(order):
        return
    order[place], order[place + step] = order[place + step], order[place]
    for number, section in enumerate(order, start=1):
        if section.position != number:
            section.position = number
            section.save()
    _record(row, "section moved", order[place + step], by)


@transaction.atomic
def remove_section(plan: Plan, pk: int, seen: str, *, by: User) -> bool:
    """Remove a section; it stays in its history. Raises Stale where somebody has changed it meanwhile."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    if not row.sections.filter(pk=pk).exists():
        return False
    section = versions.lock_as_seen(row.sections.all(), pk, WRITTEN, seen)
    _record(row, "section removed", section, by)
    section.delete()
    return True


@transaction.atomic
def add_link(plan: Plan, fields: dict[str, Any], *, by: User) -> PlanLink:
    """Tie the plan to another of its coalition, or to something elsewhere. Raises Refused for what says nothing."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    link = PlanLink(plan=row, position=_next(row.links), **fields)
    if not (link.other_id or fields.get("text_es") or fields.get("text_en") or link.url):
        raise Refused(_("Please choose a plan, or write what the plan is tied to."))
    if link.other_id:
        _check_other(row, link)
    link.save()
    _record(row, "plan tied", link, by)
    return link


@transaction.atomic
def remove_link(plan: Plan, pk: int, *, by: User) -> bool:
    """Remove a link; twice changes nothing. Says whether it did."""
    row = versions.lock(Plan.objects.all(), plan.pk, None)
    link = row.links.filter(pk=pk).first()
    if link is None:
        return False
    _record(row, "plan untied", link, by)
    link.delete()
    return True


def _check_other(plan: Plan, link: PlanLink) -> None:
    if link.other_id == plan.pk or link.other.coalition_id != plan.coalition_id:  # type: ignore[union-attr]
        raise Refused(_("A plan can be tied to another plan of its own coalition only."))
    if plan.links.filter(other=link.other_id).exists():
        raise Refused(_("The plan is tied to this one already."))


def _next(rows: Any) -> int:
    last = rows.order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


def _record(plan: Plan, act: str, row: Section | PlanLink, by: User, **change: Any) -> None:
    versions.save(plan)
    change["plan"] = plan.pk
    audit.record(plan.coalition, act, actor=by, obj=row, label=str(row)[:300] or str(plan), change=change)
