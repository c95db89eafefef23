"""All plans that a reader may see: how each is doing and what it lacks, filtered, sorted and page by page.

Alphabetical or by date, never by what anybody achieved (law 11). The figures are those of `dashboards` (law 3).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Max, Min, Model, OuterRef, Q, QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from coalitions import folding
from coalitions.languages import Text, shown
from coalitions.models import Coalition, Party, User
from plans.models import (
    Acceptance,
    Activity,
    Indicator,
    Note,
    Objective,
    Plan,
    ProgressReport,
    Responsibility,
)
from plans.status import Meaning, word_for
from reporting import dashboards
from reporting.annual_report.shapes import STATUSES
from reporting.dashboards import Standing

PER_PAGE = 25
# With more coalitions than this a list of all their parties is no help: choose the coalition first.
FEW = 10
State = ProgressReport.State


@dataclass(frozen=True)
class StatusShare:
    """The activities of one status: the name of its mark, its word, how many."""

    mark: str
    word: str
    count: int


@dataclass(frozen=True)
class Progress:
    """How activities stand: by status in words and as a strip; what was not reported is a part of its own."""

    total: int
    reported: int
    late: int
    shares: tuple[StatusShare, ...]
    strip: SafeString


@dataclass(frozen=True)
class PlanLine:
    """A plan of the portfolio. `missing`: one sentence for each thing that it lacks."""

    slug: str
    title: Text
    coalition: Text
    start: date
    end: date
    stated: str | None
    progress: Progress
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Portfolio:
    """One page of it, with what the whole selection amounts to. `any` is False where the reader sees no plan at all."""

    lines: list[PlanLine]
    page: Page
    plans: int
    coalitions: int
    progress: Progress
    any: bool


@dataclass(frozen=True)
class Choices:
    """What a reader may filter by; `parties` is None where a coalition must be chosen first."""

    coalitions: list[tuple[str, str]]
    parties: list[tuple[str, str]] | None
    years: list[int]


@dataclass(frozen=True)
class Reader:
    """For whom and when the page is made."""

    user: User
    language: str
    on: date

    @property
    def plans(self) -> QuerySet[Plan]:
        return Plan.objects.visible_to(self.user, self.on)


# Choices ---------------------------------------------------------------------------------------------


def choices(reader: Reader, coalition: str) -> Choices:
    """What the reader's own plans can be filtered by, with the parties of `coalition` (slug or ""); three queries."""
    rows = list(Coalition.objects.visible_to(reader.user, reader.on))
    names = {row.pk: shown(row, "name", reader.language).text for row in rows}
    chosen = [row.pk for row in rows if row.slug == coalition] or list(names)
    ends = reader.plans.aggregate(Min("start"), Max("end"))
    first, last = ends["start__min"], ends["end__max"]
    return Choices(
        coalitions=_sorted((row.slug, names[row.pk]) for row in rows),
        parties=_parties(chosen, names, reader.language) if len(chosen) <= FEW else None,
        years=list(range(last.year, first.year - 1, -1)) if first else [],
    )


def _parties(coalitions: list[int], names: dict[int, str], language: str) -> list[tuple[str, str]]:
    """Those that answer for anything; with the coalition's name where there are several."""
    answering = Responsibility.objects.filter(party=OuterRef("pk"))
    rows = Party.objects.filter(Exists(answering), coalition__in=coalitions)
    several = len(coalitions) > 1
    return _sorted(
        (str(row.pk), f"{name} · {names[row.coalition_id]}" if several else name)
        for row in rows
        for name in [shown(row, "name", language).text]
    )


def _sorted(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: (folding.fold(pair[1]), pair[0]))


# The selection ---------------------------------------------------------------------------------------


def build(reader: Reader, wanted: dict[str, str], number: str) -> Portfolio:
    """The page `number` of the plans that are as `wanted` (the names and values of the filters); nine queries."""
    chosen = select(reader, wanted)
    counts = chosen.aggregate(plans=Count("pk"), coalitions=Count("coalition", distinct=True))
    pages = Paginator(_ordered(chosen, wanted.get("order", ""), reader.language), PER_PAGE)
    pages.count = counts["plans"]
    page = pages.get_page(number)
    rows = list(page.object_list)
    everything = Activity.objects.filter(plan__in=chosen.order_by().values("pk"))
    words = rows[0].coalition.status_words if counts["coalitions"] == 1 else {}
    return Portfolio(
        lines=list(_lines(rows, reader)),
        page=page,
        plans=counts["plans"],
        coalitions=counts["coalitions"],
        progress=progress(dashboards.together(everything, reader.on), reader.language, words),
        any=bool(rows) or reader.plans.exists(),
    )


def select(reader: Reader, wanted: dict[str, str]) -> QuerySet[Plan]:
    """The plans that the reader may see and that are as `wanted`."""
    plans = reader.plans
    if coalition := wanted.get("coalition"):
        plans = plans.filter(coalition__slug=coalition)
    if state := wanted.get("state"):
        plans = plans.filter(state=None if state == "none" else state)
    if year := wanted.get("year"):
        plans = plans.filter(start__lte=date(int(year), 12, 31), end__gte=date(int(year), 1, 1))
    if party := wanted.get("party"):
        plans = plans.filter(Exists(Responsibility.objects.filter(plan=OuterRef("pk"), party=int(party))))
    if status := wanted.get("status"):
        plans = plans.filter(Exists(_standing_so(status, reader.on)))
    if looked_for := folding.words(wanted.get("q", "")):
        plans = plans.filter(folding.having(looked_for))
    return plans


def _standing_so(status: str, on: date) -> QuerySet[Any]:
    rows = dashboards.with_standing(Activity.objects.filter(plan=OuterRef("pk")), on)
    if status == "late":
        return rows.filter(late=1)
    return rows.filter(standing=None if status == Meaning.NOT_REPORTED else status)


def _ordered(plans: QuerySet[Plan], order: str, language: str) -> QuerySet[Plan]:
    other = "en" if language == "es" else "es"
    title = folding.Folded(f"title_{language}", f"title_{other}")
    name = folding.Folded(f"coalition__name_{language}", f"coalition__name_{other}")
    keys: dict[str, tuple[Any, ...]] = {
        "title": (title, name),
        "start": (F("start").desc(), title),
        "end": ("end", title),
    }
    return plans.select_related("coalition").order_by(
        *keys.get(order, (name, F("start").desc(), title)), "pk"
    )


# The lines -------------------------------------------------------------------------------------------


def _lines(rows: list[Plan], reader: Reader) -> Iterator[PlanLine]:
    keys = [row.pk for row in rows]
    standings = dashboards.by_plan(Activity.objects.filter(plan__in=keys), reader.on)
    lacks = _Lacks(keys)
    for row in rows:
        standing = standings.get(row.pk, dashboards.NOTHING)
        yield PlanLine(
            slug=row.slug,
            title=shown(row, "title", reader.language),
            coalition=shown(row.coalition, "name", reader.language),
            start=row.start,
            end=row.end,
            stated=dashboards.stated(row),
            progress=progress(standing, reader.language, row.coalition.status_words),
            missing=tuple(lacks.of(row)),
        )


def progress(standing: Standing, language: str, own_words: dict[str, dict[str, str]]) -> Progress:
    """A standing in words and as a strip, in the order of the statuses; those that do not occur are left out."""
    counts = {Meaning(status): standing.tally.counts[Meaning(status)] for status in STATUSES}
    shares = tuple(
        StatusShare(meaning.replace("_", "-"), word_for(meaning, language, own_words), count)
        for meaning, count in counts.items()
        if count
    )
    return Progress(standing.tally.total, standing.tally.reported, standing.late, shares, _strip(shares))


def _strip(shares: tuple[StatusShare, ...]) -> SafeString:
    """The shares drawn side by side; placed in percent, so that no inline style is needed."""
    whole, left, parts = sum(share.count for share in shares), 0.0, []
    for share in shares:
        width = 100 * share.count / whole
        parts.append(
            f'<svg x="{left:.3f}%" width="{width:.3f}%" height="100%">'
            f'<rect class="part {share.mark}" x="1" y="1" width="100%" height="10"/></svg>'
        )
        left += width
    drawn = f'<svg class="strip" width="100%" height="12" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'
    return mark_safe(drawn)  # noqa: S308 - numbers and keys of our own


class _Lacks:
    """What the plans of one page lack, counted in five queries."""

    def __init__(self, plans: list[int]) -> None:
        asked = ProgressReport.objects.filter(
            round__plan__in=plans, round__opened_at__isnull=False, round__closed_at=None
        )
        counts = Exists(Acceptance.objects.filter(report=OuterRef("pk"), current=True))
        waiting = Q(state__in=[State.ASKED, State.DRAFT, State.RETURNED]) & ~Q(counts)
        self.asked = _counts(asked.values_list("round__plan"), Count("pk"))
        self.waiting = _counts(asked.filter(waiting).values_list("round__plan"), Count("pk"))
        open_notes = Note.objects.filter(plan__in=plans, action=Note.Action.SURFACE, settled_on=None)
        self.findings = _counts(open_notes.values_list("plan"), Count("pk"))
        self.texts = [_untranslated(model, name, plans) for model, name in TEXTS]

    def of(self, plan: Plan) -> Iterator[str]:
        if number := self.waiting.get(plan.pk, 0):
            words = ngettext(
                "%(number)d of %(total)d report of the open round not sent yet",
                "%(number)d of %(total)d reports of the open round not sent yet",
                self.asked[plan.pk],
            )
            yield words % {"number": number, "total": self.asked[plan.pk]}
        languages = [code for code in plan.coalition.languages if code in ("es", "en")]
        if number := sum(counts.get((plan.pk, code), 0) for counts in self.texts for code in languages):
            words = ngettext("%(number)d title not translated", "%(number)d titles not translated", number)
            yield words % {"number": number}
        if number := self.findings.get(plan.pk, 0):
            yield ngettext("%(number)d finding to see", "%(number)d findings to see", number) % {
                "number": number
            }


TEXTS: tuple[tuple[type[Model], str], ...] = ((Objective, "title"), (Activity, "title"), (Indicator, "name"))


def _counts(rows: Any, count: Count) -> dict[int, int]:
    return dict(rows.order_by().annotate(count))


def _untranslated(model: Any, name: str, plans: list[int]) -> dict[tuple[int, str], int]:
    """How many rows of each plan have a text in one language only, by the language that is missing."""
    there = {
        code: ~Q(**{f"{name}_{code}": ""}) & Q(**{f"{name}_{code}__isnull": False}) for code in ("es", "en")
    }
    rows = model.objects.filter(plan__in=plans).order_by().values_list("plan")
    counted = rows.annotate(
        es=Count("pk", filter=there["en"] & ~there["es"]), en=Count("pk", filter=there["es"] & ~there["en"])
    )
    return {(plan, code): n for plan, es, en in counted for code, n in (("es", es), ("en", en))}
