"""A new plan: its header, levels and calendar in one act."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from coalitions import audit
from coalitions.models import Coalition, User
from coalitions.refusal import Refused
from plans.models import Level, Period, Plan
from plans.periods import MOST, period_of
from plans.schedule import columns

LONGEST_SLUG = 80


@dataclass(frozen=True)
class NewPlan:
    """What is said of a plan before it has a row. `levels` from the outermost to the activity: {"es": , "en": }."""

    title_es: str
    title_en: str
    start: date
    end: date
    unit: str
    language: str
    levels: tuple[dict[str, str], ...]
    term_printed: str = ""
    slug: str = ""


@transaction.atomic
def make_plan(coalition: Coalition, new: NewPlan, *, by: User) -> Plan:
    """A draft with its levels and periods. Without a short address one is made of the title.

    Raises Refused for dates the wrong way round or so far apart that the calendar would have more than MOST
    periods, and for a short address that is taken.
    """
    Coalition.objects.select_for_update().get(pk=coalition.pk)
    if new.start > new.end:
        raise Refused(_("The plan would end before it starts."))
    spans = columns(new.start, new.end, new.unit)
    if len(spans) > MOST:
        raise Refused(
            _("Its calendar would have more than %(most)d periods: please look at the dates.")
            % {"most": MOST}
        )
    plan = Plan(
        coalition=coalition, slug=_free_slug(new), state=Plan.State.DRAFT, title_es=new.title_es,
        title_en=new.title_en, start=new.start, end=new.end, unit=new.unit, language=new.language,
        term_printed=new.term_printed,
    )  # fmt: skip
    plan.save()
    bulk_create_with_history(_levels(plan, new), Level)
    periods = [period_of(plan, span, number) for number, span in enumerate(spans, start=1)]
    bulk_create_with_history(periods, Period)
    audit.record(coalition, "plan made", actor=by, obj=plan)
    return plan


def _levels(plan: Plan, new: NewPlan) -> list[Level]:
    keys = [*(f"level_{depth}" for depth in range(1, len(new.levels))), "activity"]
    return [
        Level(plan=plan, depth=depth, key=key, name_es=names["es"], name_en=names["en"])
        for depth, (key, names) in enumerate(zip(keys, new.levels, strict=True), start=1)
    ]


def _free_slug(new: NewPlan) -> str:
    """The short address that was typed, or one of the title that is not taken."""
    if new.slug:
        if Plan.objects.filter(slug=new.slug).exists():
            raise Refused(_("This short address is taken; please choose another."))
        return new.slug
    base = slugify(new.title_es or new.title_en)[: LONGEST_SLUG - 5].strip("-") or "plan"
    taken = set(Plan.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if slug not in taken)
