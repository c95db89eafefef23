"""The page of a plan's timeline: what a reader may choose, what a choice leaves, and what its words say."""

import re
from datetime import date

import pytest
from django.urls import reverse

from coalitions.models import Term
from plans.models import Activity, Indicator, Objective, Responsibility
from tests.factories import make_activity, make_coalition, make_objective, make_party, make_plan, make_seat

LAST = date(2026, 12, 31)


@pytest.fixture
def plan(db):
    """Two lines of a yearly plan: 1.1 of the Secretariat, 1.2 of Alta, 2.1 of the water group, 2.2 of all members."""
    plan = make_plan(make_coalition(), start=date(2026, 1, 1), end=LAST, unit="quarter")
    first, second = make_objective(plan, code="1", position=1), make_objective(plan, code="2", position=2)
    parties = {
        "secretariat": make_party(plan.coalition, kind="secretariat", name_es="Secretaría"),
        "alta": make_party(plan.coalition, kind="government", name_es="Alta", standing="member"),
        "baja": make_party(plan.coalition, kind="government", name_es="Baja", standing="member"),
        "water": make_party(plan.coalition, kind="working_group", name_es="Grupo de Agua"),
        "members": make_party(plan.coalition, kind="members", name_es="Ciudades miembros"),
    }
    Term.objects.create(body=parties["water"], party=parties["baja"], role="member")
    for objective, code, who, months, status in [
        (first, "1.1", "secretariat", (1, 3), "completed"),
        (first, "1.2", "alta", (4, 6), "in_progress"),
        (second, "2.1", "water", (4, 12), None),
        (second, "2.2", "members", None, "suspended"),
    ]:
        activity = make_activity(
            objective, code=code, title_es=f"Tarea {code}", title_en=f"Task {code}",
            status=status, status_on=plan.start,
            start=months and date(2026, months[0], 1),
            end=months and date(2026, months[1], 30 if months[1] == 6 else 31),
        )  # fmt: skip
        Responsibility.objects.create(activity=activity, party=parties[who], role="responsible")
    plan.parties = parties
    return plan


@pytest.fixture
def read(client, plan):
    client.force_login(make_seat(plan.coalition, role="reader").user)
    client.cookies["django_language"] = "en"
    return lambda query="", status=200: _page(client, plan, query, status)


def _page(client, plan, query, status):
    answer = client.get(reverse("timeline", args=[plan.slug]) + (f"?{query}" if query else ""))
    assert answer.status_code == status
    return answer.text


def tasks(page):
    return re.findall(r">Task ([\d.]+)<", page)


def test_without_a_choice_everything_is_shown_under_its_lines(read):
    page = read()
    assert tasks(page) == ["1.1", "1.2", "2.1", "2.2"]
    assert "4 of 4 activities" in page
    assert page.count('class="objective"') == 2
    assert "Show everything" not in page


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("line={second}", ["2.1", "2.2"]),
        ("party={secretariat}", ["1.1"]),
        # Alta answers for its own, and as one of all members; Baja is in the water group besides.
        ("party={alta}", ["1.2", "2.2"]),
        ("party={baja}", ["2.1", "2.2"]),
        ("party={members}", ["2.2"]),
        # The group, with what its members answer for themselves: Baja answers for nothing alone.
        ("group={water}", ["2.1"]),
        ("status=completed", ["1.1"]),
        ("status=not_reported", ["2.1"]),
        # The second quarter: what lasts then; what has no dates is in no period.
        ("period=2026-04-01", ["1.2", "2.1"]),
        ("party={baja}&status=suspended", ["2.2"]),
        ("line=&party=&group=&status=&period=&unit=&by=&show=", ["1.1", "1.2", "2.1", "2.2"]),
    ],
)
def test_a_choice_leaves_what_is_all_of_it(read, plan, query, left):
    keys = {name: party.pk for name, party in plan.parties.items()}
    second = Objective.objects.get(code="2").pk
    page = read(query.format(second=second, **keys))
    assert tasks(page) == left
    assert f"{len(left)} of 4 activities" in page


def test_a_group_stands_for_its_members_too(read, plan):
    Term.objects.create(body=plan.parties["water"], party=plan.parties["alta"], role="member")
    assert tasks(read(f"group={plan.parties['water'].pk}")) == ["1.2", "2.1"]


def test_a_member_that_left_the_group_is_not_in_it(read, plan):
    Term.objects.update(started_on=date(2025, 1, 1), ended_on=date(2025, 6, 30))
    assert tasks(read(f"party={plan.parties['alta'].pk}")) == ["1.2", "2.2"]


def test_late_is_asked_for_like_a_status(read, plan):
    Activity.objects.filter(code="1.2").update(end=date(2026, 4, 2))
    page = read("status=late")
    assert tasks(page) == ["1.2"]
    assert "In progress, late" in page


def test_grouped_by_party_an_activity_stands_under_each_that_answers(read, plan):
    Responsibility.objects.create(
        activity=Activity.objects.get(code="1.1"), party=plan.parties["alta"], role="participant"
    )
    Responsibility.objects.filter(activity__code="2.2").delete()
    page = read("by=party")
    assert tasks(page) == ["1.1", "1.2", "2.1", "1.1", "2.2"]
    headings = re.findall(
        r'class="objective".*?lang="es">([^<]+)<|class="objective"[^>]*><th[^>]*>([^<]+)<', page
    )
    assert ["".join(pair) for pair in headings] == [
        "Alta", "Grupo de Agua", "Secretaría", "Nobody stated in the plan"
    ]  # fmt: skip
    assert "An activity stands under each party" in page


def test_what_fits_nothing_says_so_and_leads_back(read, plan):
    page = read("status=completed&period=2026-10-01")
    assert "No activity is all of this at once." in page
    assert f'href="{reverse("timeline", args=[plan.slug])}">Show everything' in page


def test_the_form_and_the_change_of_language_keep_the_view(read, plan):
    query = f"unit=month&amp;party={plan.parties['alta'].pk}&amp;show=words"
    page = read(query.replace("&amp;", "&"))
    assert f'name="next" value="{reverse("timeline", args=[plan.slug])}?{query}"' in page
    for value in ("month", plan.parties["alta"].pk, "words"):
        assert f'<option value="{value}" selected>' in page
    assert 'class="timeline in-words"' in page


@pytest.mark.parametrize("unit", ["month", "quarter", "semester", "year"])
def test_the_columns_are_those_asked_for(read, unit):
    count = {"month": 12, "quarter": 4, "semester": 2, "year": 1}[unit]
    assert read(f"unit={unit}").count("<li>") >= count
    assert read(f"unit={unit}").count('class="band"') == -(-count // 2)


def test_nobody_asking_gets_the_columns_of_the_plan(read):
    assert '<option value="quarter" selected>' in read()


@pytest.mark.parametrize(
    "query",
    ["unit=week", "line=0", "party=999999", "party=x", "group=-1", "status=bad", "period=2026-04-02", "by=x"],
)
def test_a_choice_that_the_plan_does_not_have_is_refused_in_words(read, query):
    assert "is not one of the available choices" in read(query, 400)


def test_a_foreign_party_cannot_be_asked_for(read):
    foreign = make_party(make_coalition())
    read(f"party={foreign.pk}", 400)


def test_the_words_say_to_the_day_what_is_drawn(read, plan):
    activity = Activity.objects.get(code="1.2")
    activity.start, activity.end = date(2025, 11, 15), date(2027, 2, 1)
    activity.provenance = {"baseline": [["2026-02-01", "2026-03-15"]]}
    activity.save()
    for name, due in [("Acta", None), ("Sede", date(2026, 5, 4))]:
        stone = Indicator.objects.create(
            objective=activity.objective, kind="milestone", name_en=name, due=due
        )
        stone.activities.add(activity)
    said = re.search(r'Task 1.2</a>.*?<span class="said">(.*?)</span>', read(), re.S).group(1).split("<br>")
    assert said == [
        "15 November 2025 to 1 February 2027",
        "begins before this timeline",
        "goes on after this timeline",
        "Milestone: Acta, date not stated, not reported (outside the dates of this timeline)",
        "Milestone: Sede, 4 May 2026, not reported",
        "As first approved: 1 February 2026 to 15 March 2026",
    ]


def test_every_activity_leads_to_its_place_on_the_page_of_its_line(read, client):
    for url, key in re.findall(r'href="(/plans/[^"#]+/lines/\d+/)#(a\d+)"', read()):
        assert f'id="{key}"' in client.get(url).text
