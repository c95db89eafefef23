"""A form is saved once, and never over somebody else's change (law 8, S-B1, S-B2)."""

import threading

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from coalitions import once, versions
from coalitions.models import FormKey
from plans.models import Activity, Plan
from tests.factories import make_activity, make_plan


def act(key):
    with transaction.atomic():
        once.spend(key)
        return make_plan()


@pytest.mark.django_db
def test_a_forged_key_is_a_key_like_any_other():
    act("a\x00b" * 99)
    assert "\x00" not in FormKey.objects.get().key + once.named("a\x00b")


@pytest.mark.django_db
def test_the_second_click_saves_nothing():
    key = once.new_key()
    act(key)
    with pytest.raises(once.AlreadySaved):
        act(key)
    assert Plan.objects.count() == 1


@pytest.mark.django_db
def test_an_act_that_fails_gives_its_key_back():
    key = once.new_key()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        once.spend(key)
        1 / 0  # noqa: B018
    act(key)
    assert FormKey.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_key_is_spent_in_the_transaction_of_its_act():
    with pytest.raises(TransactionManagementError):
        once.spend(once.new_key())


@pytest.mark.django_db
def test_a_stale_save_is_refused_and_names_the_row_as_it_stands():
    activity = make_activity()
    with transaction.atomic():
        first = versions.lock(Activity.objects.all(), activity.pk, 1)
        first.title_es = "Acordar el protocolo"
        versions.save(first)
    with pytest.raises(versions.Stale) as refusal, transaction.atomic():
        versions.lock(Activity.objects.all(), activity.pk, 1)
    assert (refusal.value.row.version, refusal.value.row.title_es) == (2, "Acordar el protocolo")


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_row():
    key, outcomes = once.new_key(), []

    def click():
        try:
            act(key)
            outcomes.append("saved")
        except once.AlreadySaved:
            outcomes.append("was saved")
        finally:
            connection.close()

    clicks = [threading.Thread(target=click) for _ in range(2)]
    [thread.start() for thread in clicks]
    [thread.join() for thread in clicks]
    assert sorted(outcomes) == ["saved", "was saved"]
    assert Plan.objects.count() == 1
