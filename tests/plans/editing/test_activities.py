"""A row is changed, added, moved, split, merged, copied: what stands in the plan afterwards (P8-P24, S-B1, S-B2)."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from coalitions import once, versions
from coalitions.models import AuditEntry, Party
from coalitions.refusal import Refused
from plans.editing import many, moving, splitting, targeting
from plans.editing.activities import ActivityChange, add_activity, change_activity
from plans.editing.coding import next_code
from plans.editing.indicators import IndicatorLine
from plans.editing.parties import PartyLine
from plans.editing.results import ResultChoice
from plans.models import Activity, Indicator, Result
from tests.factories import (
    make_activity,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_user,
)

pytestmark = pytest.mark.django_db
NO_DUTY = {"es": "", "en": ""}


@pytest.fixture
def by():
    return make_user()


@pytest.fixture
def row():
    return make_activity()


def change(row, by, version=None, **parts):
    return change_activity(row.plan, row.pk, ActivityChange(**parts), version=version, by=by)


def acts():
    return list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))


def test_a_period_is_kept_as_typed_beside_what_it_means(row, by):
    change(row, by, period="Octubre - diciembre 2026")
    row.refresh_from_db()
    assert (row.period_printed, row.start, row.end) == (
        "Octubre - diciembre 2026", date(2026, 10, 1), date(2026, 12, 31)
    )  # fmt: skip
    change(row, by, period="cuando se pueda")
    row.refresh_from_db()
    assert (row.period_printed, row.start, row.end) == ("cuando se pueda", None, None)


def test_an_expression_that_is_not_changed_keeps_its_days(row, by):
    row.period_printed, row.start, row.end = "pronto", date(2026, 2, 1), date(2026, 2, 28)
    row.save()
    change(row, by, period="pronto", plain={"code": "9"})
    row.refresh_from_db()
    assert (row.code, row.start, row.end) == ("9", date(2026, 2, 1), date(2026, 2, 28))


def test_a_reading_is_chosen_and_one_that_the_text_does_not_have_is_not_taken(row, by):
    change(row, by, period="03/04/2026", reading="1999-01-01/1999-12-31")
    row.refresh_from_db()
    assert row.start is None or row.start.year == 2026
    change(row, by, period="en otoño", reading="own", own_days=(date(2026, 9, 1), date(2026, 11, 30)))
    row.refresh_from_db()
    assert (row.period_printed, row.start, row.end) == ("en otoño", date(2026, 9, 1), date(2026, 11, 30))


def test_separate_stretches_stay_separate(row, by):
    change(row, by, period="1T 2026 y 3T 2026")
    row.refresh_from_db()
    assert row.spans == [["2026-01-01", "2026-03-31"], ["2026-07-01", "2026-09-30"]]


def test_the_same_again_writes_and_logs_nothing(row, by):
    parts = {"plain": {"code": row.code}, "texts": {"title": {"es": row.title_es, "en": ""}}}
    version, history = row.version, row.history.count()
    assert change(row, by, **parts).version == version
    assert (row.history.count(), acts()) == (history, [])


def test_a_stale_change_is_refused_and_changes_nothing(row, by):
    change(row, by, version=1, plain={"code": "2"})
    with pytest.raises(versions.Stale):
        change(row, by, version=1, plain={"code": "3"})
    row.refresh_from_db()
    assert (row.code, row.version, acts()) == ("2", 2, ["activity changed"])


def test_responsible_parties_are_the_list_as_stated_and_keep_their_rows(row, by):
    ana, eva = make_party(row.coalition), make_party(row.coalition)
    change(row, by, parties=[PartyLine(ana.pk, "lead", {"es": "Coordinar", "en": ""})])
    kept = row.responsibilities.get().pk
    possible = PartyLine(eva.pk, "responsible", NO_DUTY, agreed=False)
    change(row, by, parties=[possible, PartyLine(ana.pk, "lead", {"es": "Dirigir", "en": ""})])
    held = list(
        row.responsibilities.order_by("position").values_list("party", "agreed", "duty_es", "position")
    )
    assert held == [(eva.pk, False, "", 1), (ana.pk, True, "Dirigir", 2)]
    assert row.responsibilities.get(party=ana).pk == kept
    change(row, by, parties=[])
    assert not row.responsibilities.exists()


def test_a_new_party_is_added_with_the_row_and_is_the_one_that_is_there_meanwhile(row, by):
    lines = [PartyLine("Liga", "lead", NO_DUTY, kind="organisation"), PartyLine("LIGA", "partner", NO_DUTY)]
    change(row, by, parties=lines)
    made = Party.objects.get(name_es="Liga")
    assert (made.kind, acts()) == ("organisation", ["parties added", "activity changed"])
    change(row, by, parties=lines[:1])
    assert [one.party for one in row.responsibilities.all()] == [made]
    assert acts() == ["parties added", "activity changed", "activity changed"]


def test_a_result_is_made_shared_changed_for_all_and_separated(by):
    one = make_activity()
    two = make_activity(one.objective)
    change(one, by, result=ResultChoice("own", {"es": "Mapa", "en": ""}))
    result = Result.objects.get()
    change(two, by, result=ResultChoice(str(result.pk), {"es": "lo que hubiera", "en": ""}))
    two.refresh_from_db()
    assert (two.result, Result.objects.get().text_es) == (result, "Mapa")

    change(one, by, result=ResultChoice(str(result.pk), {"es": "Mapa publicado", "en": ""}))
    before = two.version
    two.refresh_from_db()
    assert (two.result.text_es, two.version) == ("Mapa publicado", before + 1)

    change(two, by, result=ResultChoice("own", {"es": "Otro mapa", "en": ""}))
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.result.text_es, two.result.text_es) == ("Mapa publicado", "Otro mapa")
    change(two, by, result=ResultChoice("own", {"es": "", "en": ""}))
    assert Result.objects.count() == 1


def test_indicators_are_made_with_targets_read_or_kept_as_typed(row, by):
    line = IndicatorLine(
        None, "indicator", {"es": "Número de talleres", "en": ""}, "al menos 4 talleres al año\nmuchos", "sum"
    )
    mark = IndicatorLine(None, "milestone", {"es": "Se ha firmado", "en": ""}, "", "latest")
    change(row, by, indicators=[line, mark])
    made, milestone = Indicator.objects.order_by("position")
    told = list(made.targets.order_by("pk").values_list("text_es", "comparator", "number", "per"))
    assert told == [("al menos 4 talleres al año", ">=", Decimal(4), "year"), ("muchos", None, None, "")]
    assert milestone.targets.get().comparator == "done"
    again = IndicatorLine(
        made.pk,
        "indicator",
        {"es": "Número de talleres", "en": ""},
        targeting.written(made.targets.all(), "es"),
        "sum",
    )
    kept = set(made.targets.values_list("pk", flat=True))
    assert change(row, by, indicators=[again]).version == 2
    assert set(made.targets.values_list("pk", flat=True)) == kept


def test_a_shared_indicator_is_changed_for_all_or_separated(by):
    one = make_activity()
    two = make_activity(one.objective)
    shared = make_indicator(activities=[one, two])
    change(
        one,
        by,
        indicators=[
            IndicatorLine(shared.pk, "indicator", {"es": "Puntos", "en": ""}, "al menos 24", "latest")
        ],
    )
    two.refresh_from_db()
    assert two.version == 2
    change(
        two,
        by,
        indicators=[
            IndicatorLine(
                shared.pk, "indicator", {"es": "Puntos", "en": ""}, "al menos 24", "latest", "separate"
            )
        ],
    )
    assert [list(i.activities.all()) for i in Indicator.objects.order_by("pk")] == [[one], [two]]


def test_the_last_activity_of_an_indicator_takes_it_along_unless_it_was_measured(row, by):
    mine = make_indicator(activities=[row])
    gone = IndicatorLine(mine.pk, "indicator", {"es": "x", "en": ""}, "", "latest", "remove")
    mine.measurements.create(party=make_party(row.coalition), on=date(2026, 5, 1), value=3)
    with pytest.raises(Refused):
        change(row, by, indicators=[gone])
    mine.measurements.all().delete()
    change(row, by, indicators=[gone])
    assert not Indicator.objects.exists()


def test_zero_percent_is_not_blank(row, by):
    first, second = row.plan.periods.all()[:2]
    change(row, by, shares={first.pk: (Decimal(50), Decimal(0)), second.pk: (None, None)})
    assert list(row.shares.values_list("period", "programmed", "executed")) == [(first.pk, 50, 0)]
    change(row, by, shares={first.pk: (None, None)})
    assert not row.shares.exists()


def test_a_new_row_stands_where_it_belongs_and_once(by):
    line = make_objective()
    first, last = make_activity(line), make_activity(line)
    other = make_activity(make_objective(line.plan))
    new = ActivityChange(plain={"code": "1.1b"}, texts={"title": {"es": "En medio", "en": ""}})
    key = once.new_key()
    add_activity(line.plan, line.pk, new, by=by, key=key, after=first.pk)
    with pytest.raises(once.AlreadySaved):
        add_activity(line.plan, line.pk, new, by=by, key=key, after=first.pk)
    order = list(Activity.objects.order_by("position").values_list("code", flat=True))
    assert order == [first.code, "1.1b", last.code, other.code]
    with pytest.raises(Refused):
        add_activity(line.plan, line.pk, ActivityChange(), by=by)


def test_rows_move_within_and_beyond_their_objective(by):
    line = make_objective()
    one, two = make_activity(line), make_activity(line)
    three = make_activity(make_objective(line.plan))
    moving.move_activity(line.plan, two.pk, moving.UP, by=by)
    moving.move_activity(line.plan, one.pk, moving.DOWN, by=by)
    order = list(Activity.objects.order_by("position").values_list("pk", "objective"))
    assert order == [(two.pk, line.pk), (one.pk, three.objective_id), (three.pk, three.objective_id)]


def test_a_moved_row_takes_its_own_along_and_may_not_tear_an_indicator(by):
    line = make_objective()
    one, two = make_activity(line), make_activity(line)
    there = make_objective(line.plan)
    change(one, by, result=ResultChoice("own", {"es": "Mapa", "en": ""}))
    shared = make_indicator(activities=[one, two])
    with pytest.raises(Refused):
        moving.move_to(line.plan, one.pk, there.pk, version=None, by=by)
    shared.activities.set([one])
    two.result = Result.objects.get()
    two.save()
    moving.move_to(line.plan, one.pk, there.pk, version=None, by=by)
    one.refresh_from_db()
    two.refresh_from_db()
    assert {one.objective, one.result.objective, one.indicators.get().objective} == {there}
    assert (two.result.objective, two.result.text_es) == (line, "Mapa")


def test_splitting_gives_the_second_part_no_status_and_no_percentages(row, by):
    row.status, row.status_on = "completed", date(2026, 6, 1)
    row.save()
    indicator = make_indicator(activities=[row])
    row.shares.create(period=row.plan.periods.first(), programmed=100)
    titles = {"es": "Acordar", "en": ""}, {"es": "Publicar", "en": ""}
    new = splitting.split(row.plan, row.pk, titles, "1.2", version=1, by=by, key="k")
    row.refresh_from_db()
    assert (row.title_es, row.status, new.title_es, new.status, new.start) == (
        "Acordar", "completed", "Publicar", None, row.start
    )  # fmt: skip
    assert (set(indicator.activities.all()), new.shares.count()) == ({row, new}, 0)


def test_merging_joins_what_can_be_joined_and_notes_the_rest(by):
    line = make_objective()
    ana, eva = make_party(line.plan.coalition), make_party(line.plan.coalition)
    one, two = make_activity(line, responsible=[ana]), make_activity(line, responsible=[ana, eva])
    period, later = line.plan.periods.all()[:2]
    one.shares.create(period=period, programmed=10)
    two.shares.create(period=period, programmed=20)
    two.shares.create(period=later, programmed=30)
    splitting.merge(
        line.plan, one.pk, two.pk, {"es": "Las dos", "en": ""}, one.period_printed, "",
        versions_seen=(1, 1), by=by, at=timezone.now(),
    )  # fmt: skip
    one.refresh_from_db()
    assert one.title_es == "Las dos"
    assert list(one.responsibilities.values_list("party", flat=True)) == [ana.pk, eva.pk]
    assert list(one.shares.order_by("period__start").values_list("programmed", flat=True)) == [10, 30]
    assert "20\u00a0%" in one.notes.get().found_es
    assert (line.activities.count(), line.plan.removals.count()) == (1, 1)


def test_several_rows_at_once_all_or_none(by):
    line = make_objective()
    one = make_activity(line, start=date(2026, 1, 31), end=date(2026, 2, 28), period_printed="31.1.-28.2.")
    two = make_activity(line)
    seen = {one.pk: 1, two.pk: 1}
    assert many.shift(line.plan, seen, months=1, days=0, by=by).changed == 2
    one.refresh_from_db()
    assert (one.start, one.end) == (date(2026, 2, 28), date(2026, 3, 31))
    assert one.history.last().period_printed == "31.1.-28.2."
    with pytest.raises(many.StaleRows):
        many.set_status(line.plan, {one.pk: 2, two.pk: 1}, "completed", date(2026, 6, 1), by=by)
    assert not Activity.objects.exclude(status=None).exists()
    party = make_party(line.plan.coalition)
    many.set_party(
        line.plan, {one.pk: 2, two.pk: 2}, PartyLine(party.pk, "lead", NO_DUTY), replace=False, by=by
    )
    assert party.responsibilities.count() == 2
    with pytest.raises(Refused):
        many.shift(line.plan, {one.pk: 3, make_activity().pk: 1}, months=1, days=0, by=by)


@pytest.mark.parametrize(
    ("code", "next_one"), [("1.9", "1.10"), ("2. 1.1.", "2. 1.2."), ("AO 1.1", "AO 1.2"), ("a)", "")]
)
def test_the_next_number_is_proposed_in_the_plans_manner(code, next_one):
    assert next_code(make_activity(code=code).objective) == next_one


def test_an_empty_objective_begins_its_numbers():
    assert next_code(make_objective(make_plan(), code="4")) == "4.1"
