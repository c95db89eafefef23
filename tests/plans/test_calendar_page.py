"""The calendar: made when asked, never remade in silence, and what is used stays (T14, T15, P19)."""

from datetime import date

import pytest

from coalitions.models import AuditEntry
from coalitions.versions import fingerprint
from plans import periods
from plans.models import Period, Plan, Round, Share
from tests.factories import make_plan
from tests.plans.workspace_rows import make_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client):
    return make_office(client)


def longer(office):
    """The plan now runs one quarter longer."""
    office.plan.end = date(2027, 3, 31)
    office.plan.save()


def version(office):
    return Plan.objects.get(pk=office.plan.pk).version


def stretches(plan):
    return list(plan.periods.order_by("position").values_list("start", flat=True))


def test_the_page_shows_what_is_there_and_what_would_be_made(office):
    longer(office)
    lines = office.get("calendar/").context["rows"]
    assert [row["line"].row is None for row in lines] == [False] * 4 + [True]
    assert office.plan.periods.count() == 4


def test_what_is_missing_is_made_once_and_the_rest_stays(office):
    longer(office)
    before = set(office.plan.periods.values_list("pk", flat=True))
    assert office.send("calendar/make/", again=2, version=version(office)).status_code == 302
    assert before < set(office.plan.periods.values_list("pk", flat=True))
    made = office.plan.periods.get(start=date(2027, 1, 1))
    assert (made.end, made.name_es, made.position) == (date(2027, 3, 31), "primer trimestre de 2027", 5)
    assert made.history.count() == 2  # made, then numbered
    assert AuditEntry.objects.filter(act="periods made").count() == 1


def test_what_the_page_did_not_show_is_not_made(office):
    opened = version(office)
    periods.change_unit(office.plan, opened, "month", by=office.ana)
    assert office.send("calendar/make/", version=opened).status_code == 409
    assert office.plan.periods.count() == 4


def test_another_unit_changes_nothing_that_is_there(office):
    share = Share.objects.create(activity=office.activity, period=office.plan.periods.first(), programmed=50)
    assert office.send("calendar/unit/", again=2, unit="semester", version=version(office)).status_code == 302
    lines = office.get("calendar/").context["rows"]
    assert [(row["line"].row is None, row["line"].made) for row in lines].count((True, True)) == 2
    assert office.plan.periods.count() == 4
    assert Share.objects.get(pk=share.pk).period == share.period
    assert office.send("calendar/unit/", unit="week", version=version(office)).context["form"].errors


def test_a_period_is_added_by_hand_in_its_place(office):
    values = {"new-start": "2025-10-01", "new-end": "2025-12-31", "new-unit": "quarter"}
    assert office.send("calendar/add/", again=2, **values).status_code == 302
    assert stretches(office.plan)[0] == date(2025, 10, 1)
    assert office.plan.periods.get(position=1).name_en == "Fourth quarter of 2025"
    assert office.send("calendar/add/", **values).context["form"].errors
    wrong = {**values, "new-end": "2025-01-01"}
    assert "end" in office.send("calendar/add/", **wrong).context["form"].errors


def test_a_name_is_changed_and_a_stale_one_refused(office):
    period = office.plan.periods.first()
    key, opened = f"p{period.pk}", fingerprint(period, periods.NAMES)
    office.send(f"calendar/{period.pk}/rename/", seen=opened, **{f"{key}-name_es": "Arranque"})
    answer = office.send(f"calendar/{period.pk}/rename/", seen=opened, **{f"{key}-name_es": "Inicio"})
    assert answer.status_code == 409
    assert [(one.saved, one.typed) for one in answer.context["form"].conflict.differences] == [
        ("Arranque", "Inicio")
    ]
    period.refresh_from_db()
    assert period.name_es == "Arranque"


def test_a_period_is_removed_only_where_nothing_hangs_on_it(office):
    first, second, third = office.plan.periods.order_by("start")[:3]
    Share.objects.create(activity=office.activity, period=first, programmed=50)
    Round.objects.create(plan=office.plan, period=second, due=date(2026, 7, 31))
    for used in (first, second):
        answer = office.send(f"calendar/{used.pk}/remove/")
        assert answer.status_code == 200 and answer.context["form"].non_field_errors()
    office.send(f"calendar/{third.pk}/remove/", again=2)
    assert office.plan.periods.count() == 3 and not Period.objects.filter(pk=third.pk).exists()


def test_periods_of_another_plan_stay(office):
    theirs = make_plan().periods.first()
    office.send(f"calendar/{theirs.pk}/remove/")
    office.send(f"calendar/{theirs.pk}/rename/", **{f"p{theirs.pk}-name_es": "Ajeno"})
    theirs.refresh_from_db()
    assert theirs.name_es != "Ajeno"


def test_dates_that_would_give_no_calendar_make_none(client):
    office = make_office(client, unit="month")
    office.plan.end = date(2206, 1, 1)
    office.plan.save()
    office.send("calendar/make/", version=1)
    assert office.plan.periods.count() == 12


def test_the_page_costs_the_same_with_more_periods(office):
    before = office.queries("calendar/")
    office.send("calendar/unit/", unit="month", version=version(office))
    office.send("calendar/make/", version=version(office))
    assert office.plan.periods.count() == 16
    assert office.queries("calendar/") == before <= 25
