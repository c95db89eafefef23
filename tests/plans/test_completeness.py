"""What a plan still lacks or says in two ways: each check, what must not be warned of, and what it costs."""

import time
from datetime import date

import pytest
from django.utils import translation

from plans.completeness import findings
from plans.completeness.checks import CHECKS, KINDS
from plans.models import Level, Note, Share
from tests.factories import make_activity, make_indicator, make_objective, make_party, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def kinds(plan):
    """{kind: [keys of the rows]} of a plan's warnings."""
    found = {}
    for one in findings(plan):
        found.setdefault(one.kind, []).append(one.activity or one.objective)
    return found


def whole(plan=None, **fields):
    """An activity that lacks nothing."""
    activity = make_activity(make_objective(plan), **fields)
    activity.responsibilities.create(party=make_party(activity.coalition), role="responsible")
    make_indicator(activities=[activity])
    return activity


def shares(activity, *values):
    periods = activity.plan.periods.order_by("start")
    for period, value in zip(periods, values, strict=False):
        if value is not None:
            Share.objects.create(activity=activity, period=period, programmed=value)


def test_a_plan_that_lacks_nothing_has_no_warning():
    assert findings(whole().plan) == []


def test_an_activity_that_lacks_everything_says_each_thing_in_a_sentence():
    activity = make_activity(start=None, end=None, period_printed="")
    found = {one.kind: one for one in findings(activity.plan)}
    assert set(found) == {"missing_responsible", "missing_indicator", "missing_period"}
    assert found["missing_period"].text == "1.1 has no period."
    assert found["missing_period"].key == f"missing_period:activity:{activity.pk}"
    assert found["missing_period"].activity == activity.pk
    with translation.override("es"):
        texts = [one.text for one in findings(activity.plan)]
    assert "1.1 no tiene período." in texts


def test_an_activity_takes_what_stands_on_an_objective_above_it_but_never_what_stands_on_the_plan():
    plan = make_plan(levels=("Eje", "Objetivo", "Actividad"))
    line = make_objective(plan)
    activity = make_activity(make_objective(parent=line))
    plan.responsibilities.create(party=make_party(plan.coalition), role="lead")
    assert "missing_responsible" in kinds(plan)
    line.responsibilities.create(party=make_party(plan.coalition), role="participant")
    make_indicator(line)
    assert kinds(plan) == {}
    # An indicator that names another activity measures that one only.
    other = make_activity(activity.objective)
    plan.indicators.get().activities.set([other])
    assert kinds(plan) == {"missing_indicator": [activity.pk]}


def test_a_lead_is_missed_only_where_others_of_the_level_have_one():
    activity = whole()
    second = make_objective(activity.plan)
    assert kinds(activity.plan) == {}
    party = make_party(activity.coalition)
    activity.objective.responsibilities.create(party=party, role="lead")
    assert kinds(activity.plan) == {"missing_lead": [second.pk]}
    activity.plan.responsibilities.create(party=party, role="co_lead")
    assert kinds(activity.plan)["missing_lead"] == [None, second.pk]


@pytest.mark.parametrize(
    ("reading", "values", "words"),
    [
        ("part", (40, 60), ""),
        ("part", (25, 30), "the programmed parts 25 + 30 sum to 55%, not to 100%."),
        ("part", (50, 50, 50), "sum to 150%"),
        ("part", (50, 100), "read as a running level they would fit"),
        ("running", (50, 100), ""),
        ("running", (50, None, 100), ""),
        ("running", (40, 60), "read as parts they would fit"),
        ("running", (80, 30), "falls in the course of 80 + 30%"),
        ("running", (20, 50), "ends at 50%"),
        ("part", (120, -20), ""),
    ],
)
def test_shares_are_read_as_their_plan_says(reading, values, words):
    activity = whole(make_plan(share_reading=reading))
    shares(activity, *[value for value in values if value is None or value >= 0])
    found = [one.text for one in findings(activity.plan) if one.kind == "shares_odd"]
    assert (words in found[0]) if words else (found == [] or min(filter(None, values)) < 0)


def test_a_row_may_read_its_shares_otherwise_than_its_plan():
    activity = whole(share_reading="running")
    shares(activity, 50, 100)
    assert kinds(activity.plan) == {}


def test_dates_outside_the_plan_are_said_from_which_side():
    plan = make_plan()
    whole(plan, start=date(2025, 10, 1), end=date(2026, 3, 31), period_printed="")
    whole(plan, start=date(2026, 10, 1), end=date(2027, 1, 31), period_printed="")
    whole(plan, start=date(2025, 10, 1), end=date(2027, 1, 31), period_printed="")
    assert [one.text for one in findings(plan)] == [
        "1.1 begins before the plan does.",
        "2.1 ends after the plan does.",
        "3.1 begins before the plan does and ends after it.",
    ]


def test_a_code_twice_is_seen_at_both_rows_and_codes_of_two_levels_are_apart():
    plan = make_plan(levels=("Eje", "Objetivo", "Actividad"))
    first, second = whole(plan, code="1.1"), whole(plan, code="1.1")
    make_objective(parent=first.objective, code="2")
    assert kinds(plan) == {"code_twice": [first.pk, second.pk]}
    second.objective.code = "1"
    second.objective.save()
    assert kinds(plan)["code_twice"] == [first.pk, second.pk, first.objective_id, second.objective_id]


def test_a_printed_period_is_asked_where_it_gave_no_dates_and_where_it_says_others():
    plan = make_plan()
    odd = whole(plan, start=None, end=None, period_printed="cuando se pueda")
    moved = whole(plan, period_printed="julio - septiembre 2026")
    whole(plan, period_printed="2T 2026")
    assert kinds(plan) == {"period_unread": [odd.pk], "period_differs": [moved.pk]}


def test_opposite_quantities_in_one_row_and_a_title_against_its_target():
    plan = make_plan()
    quantities = [
        {"text": "máximo tres", "comparator": "<=", "number": 3, "unit": "espacios"},
        {"text": "al menos tres", "comparator": ">=", "number": 3, "unit": "espacios"},
    ]
    opposite = whole(plan, provenance={"quantities_in_title": quantities})
    against = make_activity(make_objective(plan), title_es="Equipar 24 puntos.", responsible=[])
    against.responsibilities.create(party=make_party(plan.coalition), role="lead")
    make_indicator(activities=[against], unit_es="puntos", target=("al menos 20", ">=", 20))
    fits = make_activity(make_objective(plan), title_es="Equipar 24 puntos.")
    fits.responsibilities.create(party=make_party(plan.coalition), role="lead")
    make_indicator(activities=[fits], unit_es="puntos", target=("al menos 24", ">=", 24))
    assert kinds(plan) == {"opposite_targets": [opposite.pk, against.pk]}
    texts = [one.text for one in findings(plan)]
    assert texts[0] == "1.1 says “máximo tres” in one place and “al menos tres” in another."


def test_figures_that_differ_between_the_languages():
    same = whole(
        title_es="Capacitar a 1.200 personas en 3 talleres", title_en="Train 1,200 people in 3 workshops"
    )
    assert kinds(same.plan) == {}
    other = whole(same.plan, title_es="Capacitar a 20 personas", title_en="Train 30 people")
    indicator = same.indicators.get()
    indicator.targets.update(text_en="at least 42")
    line = make_objective(same.plan, title_es="Línea 2", title_en="Line 3")
    assert kinds(same.plan) == {"differing_numbers": [same.pk, other.pk, line.pk]}


def test_the_list_of_objectives_against_the_headings():
    activity = whole()
    line = activity.objective
    line.provenance = {"title_in_heading": "Blanqueo de capitales", "title_in_list": line.title_es}
    line.save()
    assert kinds(activity.plan) == {"list_and_headings": [line.pk]}


@pytest.mark.parametrize(
    ("printed", "start", "end", "expected"),
    [
        ("durante los años 2022 a 2023", date(2022, 1, 1), date(2023, 12, 31), set()),
        ("2024-2025 (bienio)", date(2024, 1, 1), date(2025, 12, 31), set()),
        ("2024-2025", date(2024, 1, 1), date(2026, 12, 31), {"term_differs"}),
        ("Un año, desde el 30 de septiembre de 2025", date(2025, 9, 30), date(2026, 10, 1), {"term_length"}),
        ("Un año", date(2025, 10, 1), date(2026, 9, 30), set()),
        ("two years", date(2024, 2, 29), date(2026, 2, 28), set()),
        ("", date(2024, 1, 1), date(2024, 12, 31), set()),
    ],
)
def test_the_term_as_printed_against_the_dates(printed, start, end, expected):
    plan = make_plan(start=start, end=end, term_printed=printed, title_es="Plan", title_en="")
    assert set(kinds(plan)) == expected


def test_years_in_the_title_against_the_dates():
    plan = make_plan(title_es="Plan operativo 2026-2028", title_en="")
    assert list(kinds(plan)) == ["title_years_differ"]
    plan.title_es, plan.provenance = "Plan 2026", {"plan": {"title_as_printed": "Plan 2026 (Res. 104)"}}
    plan.save()
    assert kinds(plan) == {}


def test_notes_to_be_seen_stand_at_their_row_until_they_are_settled():
    activity = whole()
    note = Note.objects.create(
        coalition=activity.coalition,
        plan=activity.plan,
        activity=activity,
        place="1.1",
        found_es="El fin se movió.",
    )
    Note.objects.create(
        coalition=activity.coalition, plan=activity.plan, action="resolved", found_es="Unido."
    )
    Note.objects.create(coalition=activity.coalition, plan=activity.plan, kind="declared")
    assert kinds(activity.plan) == {"noted": [activity.pk]}
    note.settled_on = date(2026, 3, 1)
    note.save()
    assert kinds(activity.plan) == {}


def test_every_check_has_its_words_and_its_keys_fit_their_column():
    assert {check.__name__ for check in CHECKS} == set(KINDS)
    assert max(len(f"{kind}:objective:{10**9}") for kind in KINDS) <= Note._meta.get_field("key").max_length


def test_warnings_cost_the_same_queries_for_three_hundred_rows_as_for_one(django_assert_num_queries):
    plan = make_plan()
    line = make_objective(plan)
    make_activity(line)
    with django_assert_num_queries(8):
        findings(plan)
    Level.objects.filter(plan=plan).first()
    for number in range(299):
        activity = make_activity(line, code=str(number), period_printed=f"abril - junio 2026 ({number % 7})")
        make_indicator(activities=[activity])
        shares(activity, 40, 30)
    with django_assert_num_queries(8):
        began = time.process_time()
        found = findings(plan)
    assert time.process_time() - began < 1
    assert sum(one.kind == "shares_odd" for one in found) == 299
