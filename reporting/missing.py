"""What a coalition's registers and plans still lack, as counts with the place where it can be given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coalitions.languages import shown
from coalitions.models import Membership, Party, Seat
from coalitions.scope import held_on
from plans.models import Activity, Indicator, Plan, Responsibility

# An activity without its own takes what stands on the nearest objective above; a tree has at most three.
ABOVE = ("objective", "objective__parent", "objective__parent__parent")


SHOWN = 6
"""How many names a sentence can carry."""


@dataclass(frozen=True)
class Gap:
    """Something that is missing: a sentence with its number, and names where they are few enough to read."""

    words: str
    names: str = ""
    plan: str = ""


def gaps(coalitions: set[int], language: str, on: date) -> dict[int, list[Gap]]:
    """By coalition: members without a focal point, plans without activities, activities without what they need."""
    found: dict[int, list[Gap]] = {key: [] for key in coalitions}
    for key, parties in _unrepresented(coalitions, on).items():
        found[key].append(_no_focal_point(parties, language))
    open_plans = Plan.objects.filter(coalition__in=coalitions).exclude(state=Plan.State.CLOSED)
    counts = {row["plan"]: row for row in _counts(coalitions)}
    for plan in open_plans.order_by("-start", "pk"):
        title = shown(plan, "title", language).text
        found[plan.coalition_id] += [Gap(words, title, plan.slug) for words in _of_plan(counts.get(plan.pk))]
    return found


def _no_focal_point(parties: list[Party], language: str) -> Gap:
    number = len(parties)
    words = ngettext("%(number)d member has no focal point", "%(number)d members have no focal point", number)
    names = [shown(party, "name", language).text for party in parties[:SHOWN]]
    return Gap(words % {"number": number}, ", ".join(names) + (" …" if number > SHOWN else ""))


def _unrepresented(coalitions: set[int], on: date) -> dict[int, list[Party]]:
    seats = Seat.objects.filter(held_on(on), party=OuterRef("party"), role=Seat.Role.FOCAL_POINT)
    rows = Membership.objects.filter(
        ~Exists(seats),
        party__coalition__in=coalitions,
        state=Membership.State.ADMITTED,
        standing=Membership.Standing.MEMBER,
        ended_on=None,
    )
    found: dict[int, list[Party]] = {}
    for row in rows.select_related("party").order_by("party__position", "party"):
        found.setdefault(row.party.coalition_id, []).append(row.party)
    return found


def _counts(coalitions: set[int]) -> Iterable[Mapping[str, Any]]:
    """For each plan, how many activities have no period, nobody responsible, no indicator."""
    named = Indicator.objects.filter(activities=OuterRef("pk"))
    rows = Activity.objects.filter(coalition__in=coalitions).annotate(
        answered=Exists(Responsibility.objects.filter(activity=OuterRef("pk")))
        | _above(Responsibility, activity=None),
        measured=Exists(named) | _above(Indicator, activities=None),
    )
    return (
        rows.order_by()
        .values("plan")
        .annotate(
            dateless=Count("pk", filter=Q(start=None)),
            unanswered=Count("pk", filter=Q(answered=False)),
            unmeasured=Count("pk", filter=Q(measured=False)),
        )
    )


def _above(model: type[Responsibility] | type[Indicator], **whole: None) -> Q:
    """Whether an objective above the activity has such a row for all that is under it."""
    found = Q()
    for place in ABOVE:
        found |= Q(Exists(model.objects.filter(objective=OuterRef(place), **whole)))
    return found


def _of_plan(counts: Mapping[str, Any] | None) -> Iterator[str]:
    """A sentence for each thing that some of a plan's activities lack."""
    if counts is None:
        yield _("No activities yet")
        return
    number = counts["unanswered"]
    if number:
        words = ngettext(
            "%(number)d activity for which nobody answers",
            "%(number)d activities for which nobody answers",
            number,
        )
        yield words % {"number": number}
    number = counts["dateless"]
    if number:
        words = ngettext(
            "%(number)d activity without a period", "%(number)d activities without a period", number
        )
        yield words % {"number": number}
    number = counts["unmeasured"]
    if number:
        words = ngettext(
            "%(number)d activity without an indicator", "%(number)d activities without an indicator", number
        )
        yield words % {"number": number}
