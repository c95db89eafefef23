"""Seats: given, ended, handed over. The last secretariat of a coalition cannot leave it without one (S-A7)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from coalitions import audit
from coalitions.models import Coalition, Party, Seat, User
from coalitions.refusal import Refused

FOR_A_PARTY = {Seat.Role.FOCAL_POINT, Seat.Role.DELEGATE}


@transaction.atomic
def give(
    user: User, coalition: Coalition, role: str, party: Party | None, *, by: User | None, on: date
) -> Seat:
    """A new open seat, or the one that the user holds already. Raises Refused where it cannot be given."""
    check_role_and_party(coalition, role, party)
    Coalition.objects.select_for_update().get(pk=coalition.pk)
    if held := open_seat(user.email, coalition, role, party):
        return held
    if role == Seat.Role.FOCAL_POINT and open_focal_point(party):
        raise Refused(_("This party has a focal point already. End that seat first, or hand it over."))
    seat = Seat.objects.create(user=user, coalition=coalition, role=role, party=party, started_on=on)
    _set_staff(user)
    audit.record(coalition, "seat given", actor=by, obj=seat)
    return seat


@transaction.atomic
def end(seat: Seat, *, by: User, on: date, reason: str = "") -> Seat:
    """End an open seat: the right is gone at the user's next request.

    `on` is the first day without the right. Raises Refused for the last secretariat, and for a day before the
    seat began. Ending twice changes nothing.
    """
    seat = _locked(seat)
    if seat.ended_on:
        return seat
    if is_last_secretariat(seat):
        raise Refused(
            _("This is the coalition's last seat of the Secretariat. Give one to somebody else first.")
        )
    _close(seat, on)
    audit.record(seat.coalition, "seat ended", actor=by, obj=seat, reason=reason)
    return seat


@transaction.atomic
def hand_over(seat: Seat, to: User, *, by: User, on: date) -> Seat:
    """End a seat and give the same one to another person. Open drafts are the party's, so they go with it.

    Raises Refused where the seat has ended, or the other person holds it or cannot sign in.
    """
    seat = _locked(seat)
    if seat.ended_on:
        raise Refused(_("This seat has ended already; nothing was changed."))
    if open_seat(to.email, seat.coalition, seat.role, seat.party):
        raise Refused(_("This person holds the seat already; nothing was changed."))
    if not to.is_active:
        raise Refused(_("This person's account is closed; nothing was changed."))
    _close(seat, on)
    heir = Seat.objects.create(
        user=to, coalition=seat.coalition, role=seat.role, party=seat.party, started_on=on
    )
    _set_staff(to)
    audit.record(seat.coalition, "seat handed over", actor=by, obj=heir, change={"from_seat": seat.pk})
    return heir


def check_role_and_party(coalition: Coalition, role: str, party: Party | None) -> None:
    """Focal points and delegates act for a party of the same coalition; the other roles for none."""
    if role in FOR_A_PARTY and party is None:
        raise Refused(_("A focal point or delegate acts for a party: please choose it."))
    if role not in FOR_A_PARTY and party is not None:
        raise Refused(_("This role is not tied to a party: please leave the party empty."))
    if party is not None and party.coalition_id != coalition.pk:
        raise Refused(_("This party belongs to another coalition."))


def open_seat(email: str, coalition: Coalition, role: str, party: Party | None) -> Seat | None:
    """The open seat of this very kind that the address holds, if any."""
    seats = Seat.objects.filter(coalition=coalition, role=role, party=party, ended_on=None)
    return seats.filter(user__email=email).first()


def open_focal_point(party: Party | None) -> Seat | None:
    """The party's focal point, if it has one."""
    return Seat.objects.filter(party=party, role=Seat.Role.FOCAL_POINT, ended_on=None).first()


def is_last_secretariat(seat: Seat) -> bool:
    """Whether no other active person would remain in the coalition's secretariat."""
    if seat.role != Seat.Role.SECRETARIAT:
        return False
    others = Seat.objects.filter(coalition=seat.coalition_id, role=seat.role, user__is_active=True)
    return not others.filter(ended_on=None).exclude(pk=seat.pk).exclude(user=seat.user_id).exists()


def _locked(seat: Seat) -> Seat:
    # The coalition too: two secretaries who end each other's seats at once would leave none.
    Coalition.objects.select_for_update().get(pk=seat.coalition_id)
    return (
        Seat.objects.select_for_update(of=("self",))
        .select_related("coalition", "party", "user")
        .get(pk=seat.pk)
    )


def _close(seat: Seat, on: date) -> None:
    if seat.started_on and on < seat.started_on:
        raise Refused(_("This day is before the seat began; nothing was changed."))
    seat.ended_on = on
    seat.save()
    _set_staff(seat.user)


def _set_staff(user: User) -> None:
    """The administration's mark follows the seats: secretariats have it, and operators."""
    staff = user.is_superuser or user.seats.filter(role=Seat.Role.SECRETARIAT, ended_on=None).exists()
    if user.is_staff != staff:
        user.is_staff = staff
        user.save(update_fields=["is_staff"])
