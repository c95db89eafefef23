"""Full-text search over what a reader may see, grouped by coalition and plan, each hit with its passage (law 6).

The database compares only rows that the reader may see, so neither counts nor time tell of others (S-A3, S-A4). Every
word must begin some word of the row; accents, capitals and signs play no part (`coalitions.folding`). Of each kind the
first hits are read, so that a common word costs no more than a rare one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.core.paginator import Page, Paginator

from coalitions import folding
from coalitions.languages import Text, shown
from coalitions.models import Coalition, User
from coalitions.permissions import is_operator, secretariat_of
from plans.models import Plan, ProgressReport
from reporting.search import links
from reporting.search.kinds import KINDS, MOST, Found, Reader
from reporting.search.passages import Passage, heading, passage

PER_PAGE = 25


@dataclass(frozen=True)
class Hit:
    """A row that was found: what it is in a word, its heading, and a passage where the heading does not say it all.

    `url` is "" where no page shows it.
    """

    kind: str
    code: str
    heading: Passage
    passage: Passage | None
    url: str


@dataclass(frozen=True)
class Group:
    """The hits of one plan, or those of a coalition that belong to no plan (`plan` None)."""

    coalition: Text
    slug: str
    plan: Text | None
    hits: list[Hit]


@dataclass(frozen=True)
class Results:
    """One page of what was found. `more`: of some kind there are more hits than were read."""

    groups: list[Group]
    page: Page
    count: int
    more: bool


def search(
    user: User, query: str, language: str, on: date, *, coalition: str = "", number: str = ""
) -> Results:
    """What the user may see and that has every word of the query; one query a kind and six more.

    `coalition`: the slug of the only one to look in.
    """
    words = folding.words(query)
    reader = Reader(user, on, language, words, own=_own(user, on), coalition=coalition)
    found, more = [], False
    for order, kind in enumerate(KINDS if words else ()):
        rows = kind.rows(reader)
        more = more or len(rows) > MOST
        found += [Found(kind, order, row) for row in rows[:MOST] if kind.holds(row, reader)]
    names = _names(found, language)
    found.sort(
        key=lambda one: (names[one.coalition], one.coalition, one.plan is None, -(one.plan or 0), one.order)
    )
    page = Paginator(found, PER_PAGE).get_page(number)
    return Results(list(_groups(list(page.object_list), reader)), page, len(found), more)


def _own(user: User, on: date) -> set[int] | None:
    """The coalitions whose Secretariat the user works for; None for all."""
    if is_operator(user, on):
        return None
    return set(secretariat_of(user, on).values_list("pk", flat=True))


def _names(found: list[Found], language: str) -> dict[int, str]:
    rows = Coalition.objects.filter(pk__in={one.coalition for one in found})
    return {row.pk: folding.fold(shown(row, "name", language).text) for row in rows}


def _groups(found: list[Found], reader: Reader) -> Iterator[Group]:
    places = {one.coalition for one in found}
    coalitions = Coalition.objects.in_bulk(places)
    plans = {row.pk: row for row in Plan.objects.filter(coalition__in=places).order_by("-start")}
    where = links.Places(found, list(plans.values()), coalitions, reader.own)
    for (place, plan), hits in groupby(found, key=lambda one: (one.coalition, one.plan)):
        yield Group(
            coalition=shown(coalitions[place], "name", reader.language),
            slug=coalitions[place].slug,
            plan=shown(plans[plan], "title", reader.language) if plan else None,
            hits=[_hit(one, reader, where) for one in hits],
        )


def _hit(one: Found, reader: Reader, where: links.Places) -> Hit:
    head, missing = heading(one.kind.title(one.row, reader), reader.words)
    if one.kind.model is ProgressReport:
        missing = reader.words  # its heading is the activity's, which is not what was found
    return Hit(
        kind=one.kind.described(one.row, reader),
        code=one.kind.code(one.row),
        heading=head,
        passage=passage(one.kind.fields(one.row, reader), missing, reader.language) if missing else None,
        url=where.url(one),
    )
