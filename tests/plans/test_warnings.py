"""Warnings that are seen and kept: with a reason, until the data says something else, and never printed."""

from datetime import date

import pytest

from coalitions.models import AuditEntry
from coalitions.refusal import Refused
from plans import warnings
from plans.completeness import findings
from plans.models import Note
from tests.factories import make_activity, make_seat

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)


@pytest.fixture
def activity():
    """An activity that ends after its plan."""
    return make_activity(start=date(2026, 10, 1), end=date(2027, 1, 31), period_printed="")


@pytest.fixture
def ana(activity):
    return make_seat(activity.coalition).user


def outside(plan):
    return next((one for one in findings(plan) if one.kind == "dates_outside"), None)


def test_a_kept_warning_says_why_who_and_when(activity, ana):
    plan = activity.plan
    note = warnings.keep(plan, outside(plan).key, "  El cierre es en enero. ", by=ana, on=DAY)
    kept = outside(plan)
    assert (kept.kept, kept.kept_by, kept.kept_on) == ("El cierre es en enero.", str(ana), DAY)
    assert (note.activity, note.action, note.kind) == (activity, "keep", Note.SEEN)
    entry = AuditEntry.objects.get(act="warnings kept")
    assert (entry.reason, entry.object_pk) == ("El cierre es en enero.", plan.pk)
    assert note.history.count() == 1


def test_a_mark_counts_as_long_as_the_data_says_the_same(activity, ana):
    plan = activity.plan
    warnings.keep(plan, outside(plan).key, "Así fue acordado.", by=ana, on=DAY)
    activity.title_es = "Otro título"
    activity.save()
    assert outside(plan).kept
    activity.end = date(2027, 2, 28)
    activity.save()
    assert outside(plan).kept == ""
    warnings.keep(plan, outside(plan).key, "También hasta febrero.", by=ana, on=DAY)
    assert outside(plan).kept == "También hasta febrero."
    assert Note.objects.filter(kind=Note.SEEN).count() == 1


def test_several_are_kept_in_one_act_or_none(activity, ana):
    plan = activity.plan
    keys = [one.key for one in findings(plan)]
    assert len(keys) == 3
    with pytest.raises(Refused):
        warnings.keep_several(plan, [*keys, "missing_period:activity:1"], "Visto.", by=ana, on=DAY)
    assert Note.objects.count() == 0
    warnings.keep_several(plan, [*keys, keys[0]], "Visto.", by=ana, on=DAY)
    assert all(one.kept == "Visto." for one in findings(plan))
    assert AuditEntry.objects.filter(act="warnings kept").count() == 1


@pytest.mark.parametrize(("keys", "reason"), [(True, " "), (False, "Visto.")])
def test_a_mark_needs_a_warning_and_a_reason(activity, ana, keys, reason):
    chosen = [outside(activity.plan).key] if keys else []
    with pytest.raises(Refused):
        warnings.keep_several(activity.plan, chosen, reason, by=ana, on=DAY)
    assert Note.objects.count() == 0


def test_a_warning_of_another_plan_cannot_be_kept(activity, ana):
    foreign = make_activity()
    key = findings(foreign.plan)[0].key
    with pytest.raises(Refused):
        warnings.keep(activity.plan, key, "Visto.", by=ana, on=DAY)


def test_a_mark_is_taken_back_once(activity, ana):
    plan, key = activity.plan, outside(activity.plan).key
    warnings.keep(plan, key, "Visto.", by=ana, on=DAY)
    assert warnings.take_back(plan, key, by=ana)
    assert not warnings.take_back(plan, key, by=ana)
    assert outside(plan).kept == ""
    assert AuditEntry.objects.filter(act="warnings reopened").count() == 1
    assert Note.history.filter(kind=Note.SEEN).count() == 2


def test_a_note_of_the_document_stays_as_it_is_when_its_warning_is_kept(activity, ana):
    note = Note.objects.create(
        coalition=activity.coalition, plan=activity.plan, key="R1", found_es="Se movió."
    )
    warnings.keep(activity.plan, f"noted:note:{note.pk}", "Visto.", by=ana, on=DAY)
    note.refresh_from_db()
    assert (note.action, note.settled_on) == ("surface", None)
