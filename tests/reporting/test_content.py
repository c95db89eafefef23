"""An activity, its status and its values as of a day: what was not reported stays unknown."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from coalitions.models import Document, Meeting
from plans.models import (
    Initiative,
    Measurement,
    Note,
    Responsibility,
    Result,
    Round,
    Share,
    Target,
)
from reporting.annual_report.content import as_json, build, digest
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_report,
)

pytestmark = pytest.mark.django_db

ON = date(2026, 7, 15)


def report_on(plan, on=ON, language="es", **asked):
    return build(plan, language=language, on=on, **asked)


def entry_of(activity, on=ON, **asked):
    report = report_on(activity.plan, on, **asked)
    return next(entry for line in report.lines for entry in below(line) if entry.id == activity.pk)


def below(line):
    yield from line.activities
    for child in line.children:
        yield from below(child)


def share(activity, quarter, programmed=None, executed=None, **fields):
    period = activity.plan.periods.get(position=quarter)
    row = Share(activity=activity, period=period, programmed=programmed, executed=executed, **fields)
    row.save()
    return row


def reported(activity, party, quarter=1, state="accepted", **fields):
    period = activity.plan.periods.get(position=quarter)
    call = Round.objects.filter(plan=activity.plan, period=period).first()
    if call is None:
        call = Round(plan=activity.plan, period=period, due=period.end)
        call.save()
    return make_report(call, activity, party, state=state, **fields)


def measured(indicator, party, value, on=date(2026, 6, 30), accepted=True, **fields):
    row = Measurement(indicator=indicator, party=party, value=value, on=on, accepted=accepted, **fields)
    row.save()
    return row


# Status on the day


def test_nothing_reported_is_not_reported_and_not_late():
    entry = entry_of(make_activity())
    assert (entry.status, entry.status_source, entry.executed, entry.late) == (
        "not_reported",
        "",
        None,
        False,
    )


def test_the_stated_status_holds_from_its_day_on():
    activity = make_activity(status="in_progress", status_on=date(2026, 5, 31))
    assert entry_of(activity, date(2026, 5, 30)).status == "not_reported"
    entry = entry_of(activity, date(2026, 7, 10))
    assert (entry.status, entry.status_source, entry.late, entry.days_late) == (
        "in_progress",
        "stated",
        True,
        10,
    )


@pytest.mark.parametrize(
    ("executed", "status"),
    [
        ([0], "not_started"),
        ([0, 100], "completed"),
        ([40], "in_progress"),
        ([50, 50], "completed"),
        ([150], "completed"),
    ],
)
def test_without_a_stated_status_the_executed_shares_tell(executed, status):
    activity = make_activity()
    for quarter, percent in enumerate(executed, start=1):
        share(activity, quarter, 100, percent)
    entry = entry_of(activity)
    assert (entry.status, entry.status_source, entry.executed) == (status, "shares", Decimal(sum(executed)))


def test_a_running_level_is_its_last_value_and_not_a_sum():
    activity = make_activity(share_reading="running")
    share(activity, 1, 50, 40)
    share(activity, 2, 100, 70)
    assert (entry_of(activity).executed, entry_of(activity).share_total) == (Decimal(70), Decimal(100))


def test_an_executed_share_of_a_period_still_ahead_does_not_enter():
    activity = make_activity()
    share(activity, 3, 100, 30)
    assert entry_of(activity, date(2026, 6, 30)).executed is None
    assert entry_of(activity, date(2026, 7, 1)).executed == 30


def test_reports_count_once_accepted_and_once_their_period_has_ended():
    city = make_party()
    activity = make_activity(make_objective(make_plan(city.coalition)))
    reported(activity, city, 2, status="in_progress", executed=60, done_es="Se acordó un borrador.")
    reported(activity, make_party(city.coalition), 2, state="submitted", status="completed", executed=100)
    assert entry_of(activity, date(2026, 6, 29)).status == "not_reported"
    entry = entry_of(activity, date(2026, 6, 30))
    assert (entry.status, entry.status_source, entry.executed) == ("in_progress", "reports", 60)
    assert [str(text.done) for text in entry.reports] == ["Se acordó un borrador."]


def test_parties_that_disagree_are_averaged_over_those_that_gave_a_level():
    coalition = make_coalition()
    activity = make_activity(make_objective(make_plan(coalition)))
    for status, executed in (("completed", 100), ("in_progress", 40), ("not_started", None)):
        reported(activity, make_party(coalition), 2, status=status, executed=executed)
    entry = entry_of(activity)
    assert (entry.status, entry.executed) == ("in_progress", Decimal(70))


def test_the_same_arguments_give_the_same_report_and_digest():
    activity = make_activity(status="completed", status_on=date(2026, 6, 30))
    first, again = report_on(activity.plan), report_on(activity.plan)
    assert first == again
    assert digest(first) == digest(again) == first.colophon.digest
    assert as_json(first) == as_json(again)
    later = report_on(activity.plan, date(2026, 8, 1))
    assert digest(later) != digest(first)


def test_what_comes_after_the_day_changes_nothing():
    city = make_party()
    activity = make_activity(make_objective(make_plan(city.coalition)))
    indicator = make_indicator(activities=[activity])
    measured(indicator, city, 5)
    before = report_on(activity.plan)
    measured(indicator, city, 99, on=date(2026, 7, 16))
    reported(activity, city, 3, status="completed", executed=100)
    Initiative(
        coalition=city.coalition, party=city, kind="other", on=date(2026, 7, 16), title_es="Feria"
    ).save()
    activity.status, activity.status_on = "completed", date(2026, 7, 16)
    activity.save()
    assert digest(report_on(activity.plan)) == digest(before)


# Who answers


def test_an_activity_without_its_own_takes_those_of_the_nearest_objective_above():
    coalition = make_coalition()
    far, near = make_party(coalition), make_party(coalition)
    plan = make_plan(coalition, levels=("Eje", "Objetivo", "Actividad"))
    axis = make_objective(plan)
    objective = make_objective(parent=axis)
    Responsibility(objective=axis, party=far, role="lead").save()
    Responsibility(
        objective=objective, party=near, role="participant", agreed=False, duty_es="validar"
    ).save()
    Responsibility(plan=plan, party=far, role="lead").save()
    inheriting, own = make_activity(objective), make_activity(objective, responsible=[far])
    entry = entry_of(inheriting)
    assert entry.inherited_from.title.text == objective.title_es
    (one,) = entry.responsible
    assert (one.party.id, one.role, one.agreed, str(one.duty)) == (near.pk, "participant", False, "validar")
    assert (entry_of(own).inherited_from, entry_of(own).responsible[0].party.id) == (None, far.pk)


def test_an_activity_never_takes_the_parties_of_the_plan():
    activity = make_activity()
    Responsibility(plan=activity.plan, party=make_party(activity.plan.coalition), role="lead").save()
    report = report_on(activity.plan)
    assert entry_of(activity).responsible == ()
    assert [role.role for role in report.header.roles] == ["lead"]


def test_a_shared_result_names_the_others():
    objective = make_objective()
    result = Result(objective=objective, text_es="Protocolo acordado\nProtocolo publicado")
    result.save()
    first, second = make_activity(objective, result=result), make_activity(objective, result=result)
    entry = entry_of(first)
    assert [str(item) for item in entry.results] == ["Protocolo acordado", "Protocolo publicado"]
    assert [ref.code for ref in entry.result_shared] == [second.code]


# The tree


def test_the_tree_is_kept_at_any_depth_and_in_the_order_of_the_plan():
    plan = make_plan(levels=("Eje", "Objetivo estratégico", "Objetivo operativo", "Actividad"))
    axis = make_objective(plan)
    strategic = make_objective(parent=axis)
    operational = make_objective(parent=strategic)
    first, second = make_activity(operational), make_activity(operational)
    (line,) = report_on(plan).lines
    deepest = line.children[0].children[0]
    assert [entry.id for entry in deepest.activities] == [first.pk, second.pk]
    assert (deepest.depth, [ref.key for ref in deepest.path], str(deepest.level)) == (
        3, ["o1", "o2"], "Objetivo operativo",
    )  # fmt: skip
    assert line.status.total == 2


def test_a_flat_plan_prints_no_heading():
    objective = make_objective(title_es="", code="", code_printed="")
    make_activity(objective)
    report = report_on(objective.plan)
    assert [line.titled for line in report.lines] == [False]
    assert report.glance.status.rows == ()
    assert [(row.kind, row.depth) for row in report.timeline.rows] == [("activity", 1)]
    assert report.annex.not_reported[0].path == ()


# Indicators and milestones


def test_an_indicator_says_how_many_entered_of_how_many_were_asked():
    coalition = make_coalition()
    cities = [make_party(coalition, standing="member") for _ in range(3)]
    activity = make_activity(make_objective(make_plan(coalition)), responsible=cities)
    indicator = make_indicator(activities=[activity], rule="sum")
    measured(indicator, cities[0], 15)
    measured(indicator, cities[1], None)
    measured(indicator, cities[2], 50, accepted=False)
    (entry,) = entry_of(activity).indicators
    assert (entry.value, entry.entered, entry.asked, entry.met) == (Decimal(15), 1, 3, False)
    assert [one.value for one in entry.by_party] == [Decimal(15), None, None]


def test_a_whole_class_is_counted_by_its_members():
    coalition = make_coalition()
    for _ in range(4):
        make_party(coalition, standing="member")
    everyone = make_party(coalition, kind="members", name_es="Ciudades miembros")
    activity = make_activity(make_objective(make_plan(coalition)), responsible=[everyone])
    make_indicator(activities=[activity], rule="members")
    (entry,) = entry_of(activity).indicators
    assert (entry.value, entry.entered, entry.asked, entry.met) == (None, 0, 4, None)


def test_a_target_a_year_is_held_against_each_year():
    coalition = make_coalition()
    city = make_party(coalition)
    plan = make_plan(coalition, start=date(2025, 1, 1), end=date(2026, 12, 31))
    activity = make_activity(make_objective(plan), responsible=[city])
    indicator = make_indicator(activities=[activity], target=None, rule="sum")
    Target(indicator=indicator, text_es="2 al año", comparator=">=", number=2, per="year").save()
    measured(indicator, city, 1, on=date(2025, 6, 1))
    measured(indicator, city, 1, on=date(2025, 11, 1))
    (entry,) = entry_of(activity).indicators
    assert (entry.targets[0].understood, entry.met) == ("al menos 2 al año", None)
    measured(indicator, city, 2, on=date(2026, 2, 1))
    assert entry_of(activity).indicators[0].met is True


def test_the_number_of_members_is_counted_on_the_day():
    coalition = make_coalition()
    activity = make_activity(make_objective(make_plan(coalition)))
    make_indicator(activities=[activity], rule="membership", target=("al menos 2", ">=", 2))
    assert entry_of(activity).indicators[0].value is None
    make_party(coalition, standing="member", admitted_on=date(2026, 1, 1))
    make_party(coalition, standing="member", admitted_on=date(2026, 7, 15))
    assert entry_of(activity, date(2026, 7, 14)).indicators[0].value == 1
    assert entry_of(activity).indicators[0].met is True


def test_a_milestone_is_reached_not_reached_or_not_reported():
    city = make_party()
    activity = make_activity(make_objective(make_plan(city.coalition)))
    reached, not_yet, _unknown = (
        make_indicator(
            activities=[activity], kind="milestone", target=("", "done", None), due=date(2026, 6, 1)
        )
        for _ in range(3)
    )
    measured(reached, city, 1, on=date(2026, 5, 20))
    measured(not_yet, city, 0)
    stones = entry_of(activity).milestones
    assert [(stone.state, stone.reached_on, stone.overdue) for stone in stones] == [
        ("reached", date(2026, 5, 20), False), ("not_reached", None, True), ("not_reported", None, False),
    ]  # fmt: skip
    table = report_on(activity.plan).milestones
    assert (table.total, table.reached, table.not_reached, table.not_reported) == (3, 1, 1, 1)


# Texts, evidence, notes


def test_text_in_the_other_language_is_shown_and_says_so():
    activity = make_activity(title_es="Acordar un protocolo.", title_en="")
    title = entry_of(activity, language="en").title
    assert (title.text, title.language, title.translated) == ("Acordar un protocolo.", "es", False)


def test_what_is_withheld_is_absent_unless_it_is_asked_for():
    activity = make_activity(observations_es="Nombre de un informante", withheld=["observations"])
    assert "informante" not in as_json(report_on(activity.plan))
    assert "informante" in as_json(report_on(activity.plan, confidential=True))


def test_documents_for_the_secretariat_are_no_evidence_of_a_report():
    city = make_party()
    activity = make_activity(make_objective(make_plan(city.coalition)))
    documents = []
    for audience in ("members", "secretariat"):
        document = Document(
            coalition=city.coalition, kind="evidence", title_es=f"Acta {audience}", url="https://example.org/a",
            audience=audience,
        )  # fmt: skip
        document.save()
        documents.append(document)
    reported(activity, city, 2, done_es="Reunión", evidence=documents)
    assert [str(document.title) for document in entry_of(activity).evidence] == ["Acta members"]


def test_notes_stand_at_their_place_and_by_what_is_done_with_them():
    activity = make_activity()
    plan = activity.plan
    for key, action in (("C01", "surface"), ("C02", "resolved"), ("C03", "keep"), ("C01", "surface")):
        Note(
            coalition=plan.coalition,
            plan=plan,
            activity=activity,
            key=key,
            found_es="Código repetido",
            action=action,
        ).save()
    notes = report_on(plan).notes
    assert [len(part) for part in (notes.surface, notes.resolved, notes.kept)] == [2, 1, 1]
    anchors = [mark.anchor for mark in entry_of(activity).notes]
    assert len(set(anchors)) == 4 and anchors[0] == "note-C01"


# The period covered


def test_a_narrower_period_keeps_the_status_and_leaves_out_earlier_texts():
    city = make_party()
    activity = make_activity(make_objective(make_plan(city.coalition)))
    reported(activity, city, 1, done_es="Primer trimestre")
    reported(activity, city, 2, done_es="Segundo trimestre", status="completed")
    entry = entry_of(activity, start=date(2026, 4, 1), end=date(2026, 6, 30))
    assert ([str(text.done) for text in entry.reports], entry.status) == (["Segundo trimestre"], "completed")
    assert len(entry_of(activity).reports) == 2


def test_meetings_of_the_term_and_initiatives_are_listed():
    city = make_party()
    activity = make_activity(make_objective(make_plan(city.coalition)))
    for year in (2025, 2026):
        Meeting(
            coalition=city.coalition, body=city, title_es=f"Plenaria {year}",
            starts_at=datetime(year, 3, 1, 15, tzinfo=UTC),
        ).save()  # fmt: skip
    for beneficiaries in (40, None):
        Initiative(
            coalition=city.coalition, party=city, kind="other", on=date(2026, 3, 1), title_es="Feria",
            beneficiaries=beneficiaries,
        ).save()  # fmt: skip
    report = report_on(activity.plan)
    assert [str(meeting.title) for meeting in report.functioning.meetings] == ["Plenaria 2026"]
    table = report.initiatives
    assert (table.beneficiaries, table.entered, table.missing) == (40, 1, 1)


def test_a_meeting_is_on_the_day_of_the_coalition():
    """Nine in the evening in Lima on 15 July is the 16th in UTC."""
    coalition = make_coalition(time_zone="America/Lima")
    body = make_party(coalition)
    plan = make_plan(coalition)
    Meeting(
        coalition=coalition, body=body, title_es="Plenaria", starts_at=datetime(2026, 7, 16, 2, tzinfo=UTC)
    ).save()
    (meeting,) = report_on(plan).functioning.meetings
    assert meeting.on == ON
    assert report_on(plan, date(2026, 7, 14)).functioning.meetings == ()


def test_an_empty_plan_has_an_empty_report():
    plan = make_plan()
    report = report_on(plan)
    assert (report.glance.activities, report.glance.highlights, report.lines) == (0, (), ())
    assert report.glance.reported.percent is None
    assert report_on(plan, language="en").glance.lead == ("The plan has no activities yet.",)
