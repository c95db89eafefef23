"""The overview of a plan and the pages of its lines: each thing once, and a way to it from everywhere."""

import re

import pytest
from django.urls import reverse

from plans.models import Indicator, Objective
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_plan,
    make_seat,
)


@pytest.fixture
def plan(db):
    plan = make_plan(make_coalition(), levels=("Línea", "Objetivo", "Actividad"))
    for code in ("1", "2", "3"):
        line = make_objective(
            plan, code=code, title_es=f"Línea {code}", title_en=f"Line {code}", position=int(code)
        )
        inner = make_objective(plan, parent=line, code=f"{code}.1", title_en=f"Objective {code}.1")
        activity = make_activity(inner, code=f"{code}.1.1", title_en=f"Task {code}.1.1")
        make_indicator(inner, activities=[activity], name_en=f"Boards {code}", headline=code == "1")
    return plan


@pytest.fixture
def read(client, plan):
    client.force_login(make_seat(plan.coalition, role="reader").user)
    client.cookies["django_language"] = "en"
    return lambda url: client.get(url)


def url_of(code):
    objective = Objective.objects.get(code=code)
    return reverse("line", args=[objective.plan.slug, objective.pk])


def test_the_overview_has_one_square_an_activity_and_no_activity_whole(read, plan):
    page = read(reverse("plan", args=[plan.slug])).text
    assert re.findall(r'<a id="(a\d)" href="([^"]+)"', page) == [
        (f"a{n}", f"{url_of(str(n))}#a{n}") for n in (1, 2, 3)
    ]
    assert "Task 1.1.1" not in page
    assert 'id="o1"' in page, "links to a line of the page as it was still lead somewhere"


def test_the_overview_shows_headline_indicators_and_counts_the_others(read, plan):
    page = read(reverse("plan", args=[plan.slug])).text
    assert re.search(rf'<a href="{url_of("1")}#i1">.*?Boards 1', page, re.S)
    assert "Boards 2" not in page
    assert "2 further indicators stand with their lines." in page
    Indicator.objects.update(headline=False)
    assert "none is marked as a headline" in read(reverse("plan", args=[plan.slug])).text


def test_a_line_shows_all_below_it_and_leads_to_the_lines_beside_it(read):
    page = read(url_of("2")).text
    assert "<h1>" in page
    assert "Objective 2.1" in page
    assert "Task 2.1.1" in page
    assert "Task 1.1.1" not in page
    assert page.count(f'<a href="{url_of("1")}" rel="prev">') == 2, "above and below"
    assert page.count(f'<a href="{url_of("3")}" rel="next" class="next">') == 2
    assert 'rel="prev"' not in read(url_of("1")).text
    assert 'rel="next"' not in read(url_of("3")).text


def test_every_link_within_a_line_leads_to_a_place_on_it(read):
    page = read(url_of("2")).text
    targets = set(re.findall(r'href="#([^"]+)"', page)) - {"main", "emblem"}
    marks = {target for target in targets if target.startswith("s-")}
    assert targets - marks <= set(re.findall(r'id="([^"]+)"', page))
    assert targets - marks


def test_an_objective_within_a_line_leads_to_its_place_there(read):
    answer = read(url_of("2.1"))
    assert answer.status_code == 302
    assert answer["Location"] == f"{url_of('2')}#o4"
    assert 'id="o4"' in read(url_of("2")).text


def test_a_line_of_another_plan_is_not_found_under_this_one(read, plan):
    other = make_objective(make_plan(plan.coalition))
    assert read(reverse("line", args=[plan.slug, other.pk])).status_code == 404
    assert read(reverse("line", args=[plan.slug, 10**12])).status_code == 404


def test_a_line_without_activities_says_so(read, plan):
    make_objective(plan, code="4", position=4)
    assert "This line has no activities yet." in read(url_of("4")).text
