"""Seats are given, ended and handed over; a right withdrawn acts at the next request (S-A7, T8)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from coalitions import seats
from coalitions.models import AuditEntry, Coalition, Seat
from coalitions.permissions import is_secretariat
from coalitions.refusal import Refused
from tests.factories import make_coalition, make_party, make_seat, make_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def acts():
    return list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))


def people_of(coalition, **which):
    held = Seat.objects.filter(coalition=coalition, ended_on=None, **which)
    return set(held.values_list("user__email", flat=True))


def test_a_seat_is_given_once():
    coalition, ana = make_coalition(), make_user()
    first = seats.give(ana, coalition, "secretariat", None, by=None, on=DAY)
    assert seats.give(ana, coalition, "secretariat", None, by=None, on=DAY) == first
    ana.refresh_from_db()
    assert ana.is_staff
    assert acts() == ["seat given"]


def test_roles_and_parties_must_fit():
    coalition, ana = make_coalition(), make_user()
    for role, party in [
        ("focal_point", None),
        ("delegate", make_party()),
        ("secretariat", make_party(coalition)),
    ]:
        with pytest.raises(Refused):
            seats.give(ana, coalition, role, party, by=None, on=DAY)
    assert not Seat.objects.exists()


def test_a_party_has_one_focal_point_and_several_delegates():
    party = make_party()
    for person in (make_user(), make_user()):
        seats.give(person, party.coalition, "delegate", party, by=None, on=DAY)
    seats.give(make_user(), party.coalition, "focal_point", party, by=None, on=DAY)
    with pytest.raises(Refused):
        seats.give(make_user(), party.coalition, "focal_point", party, by=None, on=DAY)


def test_a_seat_ended_today_gives_no_right_today_and_gave_it_until_yesterday():
    seat = make_seat(started_on=DAY)
    make_seat(seat.coalition)
    seats.end(seat, by=seat.user, on=date(2026, 5, 4), reason="Cambio de cargo")
    seats.end(seat, by=seat.user, on=date(2026, 5, 5))
    for day, holds in [(date(2026, 5, 3), True), (date(2026, 5, 4), False)]:
        assert is_secretariat(seat.user, seat.coalition_id, day) is holds
        assert Coalition.objects.visible_to(seat.user, day).exists() is holds
    seat.user.refresh_from_db()
    assert not seat.user.is_staff
    assert list(AuditEntry.objects.values_list("act", "reason")) == [("seat ended", "Cambio de cargo")]


def test_a_seat_given_today_can_be_ended_today_but_not_before_it_began():
    seat = make_seat(role="reader", started_on=DAY)
    with pytest.raises(Refused):
        seats.end(seat, by=seat.user, on=DAY - timedelta(days=1))
    assert seats.end(seat, by=seat.user, on=DAY).ended_on == DAY


def test_the_last_secretariat_stays():
    seat = make_seat()
    coalition = seat.coalition
    make_seat(coalition, user=make_user(is_active=False))
    make_seat()  # another coalition's
    with pytest.raises(Refused):
        seats.end(seat, by=seat.user, on=DAY)
    make_seat(coalition)
    seats.end(seat, by=seat.user, on=DAY)


def test_a_seat_is_handed_over_in_one_act():
    party = make_party()
    seat = make_seat(role="focal_point", party=party, started_on=DAY)
    bruno = make_user()
    heir = seats.hand_over(seat, bruno, by=bruno, on=date(2026, 5, 4))
    seat.refresh_from_db()
    assert (seat.ended_on, heir.started_on, heir.role, heir.party) == (
        date(2026, 5, 4), date(2026, 5, 4), "focal_point", party,
    )  # fmt: skip
    assert acts() == ["seat handed over"]


def test_the_last_secretariat_may_be_handed_over():
    seat = make_seat()
    bruno = make_user()
    seats.hand_over(seat, bruno, by=seat.user, on=DAY)
    assert people_of(seat.coalition) == {bruno.email}
    bruno.refresh_from_db()
    assert bruno.is_staff


def test_nothing_passes_to_who_has_it_or_cannot_sign_in_or_from_an_ended_seat():
    party = make_party()
    mine, hers = (make_seat(role="delegate", party=party) for _ in range(2))
    ended = make_seat(role="delegate", party=party, ended_on=DAY)
    for seat, to in [
        (mine, mine.user),
        (mine, hers.user),
        (mine, make_user(is_active=False)),
        (ended, make_user()),
    ]:
        with pytest.raises(Refused):
            seats.hand_over(seat, to, by=mine.user, on=DAY)
    assert acts() == []


# The pages ------------------------------------------------------------------------------------------


@pytest.fixture
def office(client):
    """A secretary who has signed in, and her coalition with a focal point."""
    sonia = make_seat(user=make_user(email="sonia@example.org", name="Sonia Vega"))
    focal = make_seat(make_party(sonia.coalition, standing="member").coalition, role="focal_point")
    client.force_login(sonia.user)
    client.cookies["django_language"] = "en"
    return sonia, focal


def address(seat, page=""):
    return f"/c/{seat.coalition.slug}/people/{seat.pk}/{page}"


def test_a_secretary_ends_a_seat_and_its_holder_is_out_at_the_next_request(client, office):
    _, focal = office
    hers = type(client)()
    hers.force_login(focal.user)
    assert hers.get(f"/c/{focal.coalition.slug}/members/").status_code == 200
    today = timezone.localdate().isoformat()
    done = client.post(address(focal, "end/"), {"on": today, "reason": "Fin de mandato"}, follow=True)
    assert "The seat was ended." in done.text
    assert "Ended seats" in done.text
    assert hers.get(f"/c/{focal.coalition.slug}/members/").status_code == 404


def test_a_day_to_come_or_no_day_is_an_error_at_the_field(client, office):
    _, focal = office
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    for on in ("", "31/31/2026", tomorrow):
        answer = client.post(address(focal, "end/"), {"on": on, "reason": "Fin de mandato"})
        assert answer.status_code == 200
        assert answer.context["forms"]["end"].errors.keys() == {"on"}
        assert "Fin de mandato" in answer.text
    focal.refresh_from_db()
    assert focal.ended_on is None


def test_the_last_secretariat_is_refused_with_words(client, office):
    sonia, _ = office
    answer = client.post(address(sonia, "end/"), {"on": timezone.localdate().isoformat()})
    assert "last seat of the Secretariat" in answer.text
    sonia.refresh_from_db()
    assert sonia.ended_on is None


def test_who_ends_her_own_seat_is_led_home(client, office):
    sonia, _ = office
    make_seat(sonia.coalition)
    done = client.post(address(sonia, "end/"), {"on": timezone.localdate().isoformat()})
    assert done["Location"] == "/"
    assert client.get(address(sonia)).status_code == 404


def test_within_the_coalition_a_seat_passes_at_once(client, office):
    _, focal = office
    bruno = make_seat(focal.coalition, role="reader").user
    data = {"email": bruno.email.upper(), "language": "es"}
    assert client.post(address(focal, "hand-over/"), data).status_code == 302
    assert people_of(focal.coalition, role="focal_point") == {bruno.email}
    # Pressed twice: the first press has done it.
    again = client.post(address(focal, "hand-over/"), data)
    assert "This seat has ended already" in again.text


@pytest.mark.parametrize("known_elsewhere", [True, False])
def test_anybody_else_is_invited_and_the_seat_stays_until_then(
    client, office, known_elsewhere, django_capture_on_commit_callbacks
):
    """Whether the address has an account elsewhere cannot be told from the answer."""
    _, focal = office
    if known_elsewhere:
        make_seat(user=make_user(email="bruno@example.org"))
    with django_capture_on_commit_callbacks():
        done = client.post(
            address(focal, "hand-over/"), {"email": "bruno@example.org", "language": "es"}, follow=True
        )
    assert "The seat stays where it is until the invitation is accepted." in done.text
    assert people_of(focal.coalition, role="focal_point") == {focal.user.email}
    offer = focal.coalition.invitations.get()
    assert (offer.email, offer.role, offer.party, offer.hands_over) == (
        "bruno@example.org", "focal_point", focal.party, focal,
    )  # fmt: skip


@pytest.mark.parametrize("page", ["", "end/", "hand-over/"])
def test_a_seat_of_another_coalition_is_not_found_under_this_ones_address(client, office, page):
    sonia, _ = office
    other = make_seat(role="reader")
    path = f"/c/{sonia.coalition.slug}/people/{other.pk}/{page}"
    answer = client.post(path, {"on": "2026-01-01"}) if page else client.get(path)
    assert answer.status_code == 404
    other.refresh_from_db()
    assert other.ended_on is None


@pytest.mark.parametrize("page", ["end/", "hand-over/"])
def test_a_seat_is_changed_by_post_and_by_its_secretariat_only(client, office, page):
    _, focal = office
    assert client.get(address(focal, page)).status_code == 405
    client.force_login(focal.user)
    assert client.post(address(focal, page), {}).status_code == 403
    client.force_login(make_seat().user)
    assert client.post(address(focal, page), {}).status_code == 404
