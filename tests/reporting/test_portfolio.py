"""All plans that a reader may see: their figures, what they lack, the filters that are a link, the order, the pages."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plans.models import Note, ProgressReport, Round
from tests.factories import (
    make_activity,
    make_coalition,
    make_objective,
    make_operator,
    make_party,
    make_plan,
    make_seat,
)

pytestmark = pytest.mark.django_db


def read(user, query="", language="en"):
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = language
    answer = client.get(f"/plans/{query}")
    assert answer.status_code == 200
    return answer


def titles(answer):
    return [line.title.text for line in answer.context["portfolio"].lines]


@pytest.fixture
def banks():
    """A coalition with a plan of which one activity of four is completed, one suspended, and two are unknown."""
    coalition = make_coalition(name_en="Clear Banks", name_es="Riberas Claras")
    plan = make_plan(coalition, title_en="Work plan 2026", title_es="Plan de trabajo 2026")
    line = make_objective(plan, title_en="Water")
    city = make_party(coalition, name_es="Ciudad Ñandú")
    for status in ("completed", "suspended", None, None):
        make_activity(line, status=status, responsible=[city])
    return plan


def test_a_plan_says_how_it_is_doing_and_what_is_unknown_is_not_zero(banks):
    page = read(make_seat(banks.coalition, role="reader").user)
    (line,) = page.context["portfolio"].lines
    assert (line.progress.reported, line.progress.total, line.progress.late) == (2, 4, 0)
    assert [(one.mark, one.count) for one in line.progress.shares] == [
        ("completed", 1), ("suspended", 1), ("not-reported", 2)
    ]  # fmt: skip
    assert "2 of 4 activities reported" in page.text
    assert "Not reported" in page.text


def test_a_plan_says_what_it_lacks(banks):
    activity = banks.activities.first()
    period = banks.periods.first()
    opened = Round.objects.create(
        plan=banks, period=period, due=period.end, opened_at=datetime(2026, 4, 1, tzinfo=UTC)
    )
    for state in ("asked", "returned", "accepted"):
        party = make_party(banks.coalition)
        ProgressReport.objects.create(round=opened, activity=activity, party=party, state=state)
    Note.objects.create(coalition=banks.coalition, plan=banks, found_es="Dos veces 1.1")
    Note.objects.create(coalition=banks.coalition, plan=banks, found_es="Leído", action="resolved")
    (line,) = read(make_seat(banks.coalition, role="reader").user).context["portfolio"].lines
    # The four activities have a Spanish title only; the line has both.
    assert line.missing == (
        "2 of 3 reports of the open round not sent yet", "4 titles not translated", "1 finding to see",
    )  # fmt: skip


def test_only_what_the_reader_may_see_is_listed_and_counted(banks):
    stranger = make_seat(role="reader").user
    page = read(stranger)
    assert "There is no plan to see yet." in page.text
    assert "Banks" not in page.text
    assert titles(read(make_operator())) == ["Work plan 2026"]
    # A filter by somebody else's coalition or party is no choice, and narrows nothing but what one sees.
    assert titles(read(stranger, f"?coalition={banks.coalition.slug}")) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=trabajo", ["Work plan 2026", "Work plan 2024"]),
        ("q=TRÁBAJO+2024", ["Work plan 2024"]),
        ("state=closed", ["Work plan 2024"]),
        ("state=none", []),
        ("year=2024", ["Work plan 2024"]),
        ("status=completed", ["Work plan 2026"]),
        ("status=not_reported", ["Work plan 2026"]),
        ("status=late", ["Work plan 2024"]),
        ("status=nonsense&page=nonsense", ["Work plan 2026", "Work plan 2024"]),
        ("order=end", ["Work plan 2024", "Work plan 2026"]),
        ("order=title", ["Work plan 2024", "Work plan 2026"]),
    ],
)
def test_filters_and_order_are_the_address(banks, query, found):
    old = make_plan(
        banks.coalition, title_en="Work plan 2024", title_es="Plan de trabajo 2024", state="closed",
        start=date(2024, 1, 1), end=date(2024, 12, 31),
    )  # fmt: skip
    make_activity(make_objective(old), status="in_progress", start=date(2024, 2, 1), end=date(2024, 6, 30))
    assert titles(read(make_seat(banks.coalition, role="reader").user, f"?{query}")) == found


def test_a_party_is_chosen_among_those_that_answer(banks):
    user = make_seat(banks.coalition, role="reader").user
    other = make_plan(banks.coalition, title_en="Another plan")
    idle = make_party(banks.coalition, name_es="Ciudad ociosa")
    page = read(user)
    assert "Ciudad Ñandú" in page.text
    assert "Ciudad ociosa" not in page.text
    party = banks.responsibilities.first().party
    assert titles(read(user, f"?party={party.pk}")) == ["Work plan 2026"]
    assert set(titles(read(user, f"?party={idle.pk}"))) == {"Work plan 2026", other.title_en}


def test_coalitions_stand_in_alphabetical_order_in_the_readers_language():
    operator = make_operator()
    for spanish, english in (("Éxito", "Success"), ("Agua", "Water"), ("Zorro", "Fox")):
        make_plan(make_coalition(name_es=spanish, name_en=english))
    for language, expected in (("es", ["Agua", "Éxito", "Zorro"]), ("en", ["Fox", "Success", "Water"])):
        lines = read(operator, language=language).context["portfolio"].lines
        assert [line.coalition.text for line in lines] == expected


def test_pages_keep_the_filters(monkeypatch, banks):
    monkeypatch.setattr("reporting.portfolio.PER_PAGE", 2)
    for year in range(2000, 2004):
        make_plan(banks.coalition, title_en=f"Plan {year}", start=date(year, 1, 1), end=date(year, 12, 31))
    user = make_seat(banks.coalition, role="reader").user
    page = read(user, "?order=end&page=2")
    assert titles(page) == ["Plan 2002", "Plan 2003"]
    assert "?order=end&amp;page=3" in page.text
    assert page.context["portfolio"].plans == 5


def test_the_number_of_queries_does_not_grow(banks):
    client, counts = Client(), []
    client.force_login(make_seat(banks.coalition, role="reader").user)
    for more in (0, 2, 5):
        for _ in range(more):
            plan = make_plan(banks.coalition)
            make_activity(make_objective(plan), responsible=[make_party(banks.coalition)])
        with CaptureQueriesContext(connection) as queries:
            client.get("/plans/")
        counts.append(len(queries))
    assert len(set(counts)) == 1
    assert counts[0] <= 25
