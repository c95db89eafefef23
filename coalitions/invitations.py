"""Invitations to a seat: sent, sent again, revoked, accepted.

A link never signs anybody in: it opens a page that says what was offered. Accepting gives the seat to the invited
address, which then signs in by a code mailed to it (S-G2). Only the secret's hash is kept.
"""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from coalitions import audit, mails, seats
from coalitions.models import Coalition, Invitation, Party, Seat, User
from coalitions.refusal import Refused

VALID_FOR = timedelta(days=14)
# A second press of the button within this time sends no second mail.
DOUBLE_PRESS = timedelta(minutes=1)


@transaction.atomic
def invite(
    coalition: Coalition,
    email: str,
    role: str,
    party: Party | None,
    *,
    language: str,
    name: str = "",
    hands_over: Seat | None = None,
    by: User | None,
    now: datetime,
) -> Invitation:
    """Mail an invitation in the person's language. The same open offer is sent again, not doubled.

    `hands_over`: the open seat of this role and party that passes to the person on acceptance. Raises Refused
    where the role cannot be given, or the person has it already.
    """  # fmt: skip
    Coalition.objects.select_for_update().get(pk=coalition.pk)
    email = email.strip().lower()
    seats.check_role_and_party(coalition, role, party)
    if seats.open_seat(email, coalition, role, party):
        raise Refused(_("This person has this seat already."))
    if role == Seat.Role.FOCAL_POINT and seats.open_focal_point(party) not in (None, hands_over):
        raise Refused(_("This party has a focal point already. End that seat first, or hand it over."))
    offers = Invitation.objects.filter(coalition=coalition, email=email, role=role, party=party)
    open_offer = offers.filter(accepted_at=None, revoked_at=None).first()
    if open_offer and now - open_offer.sent_at < DOUBLE_PRESS:
        return open_offer
    if open_offer:
        open_offer.language, open_offer.name, open_offer.hands_over = language, name, hands_over
        open_offer.save()
        return send_again(open_offer, by=by, now=now)
    offer = Invitation(
        coalition=coalition, email=email, role=role, party=party, language=language, name=name,
        hands_over=hands_over, invited_by=by,
    )  # fmt: skip
    _send(offer, now)
    audit.record(coalition, "invitation sent", actor=by, obj=offer)
    return offer


@transaction.atomic
def send_again(invitation: Invitation, *, by: User | None, now: datetime) -> Invitation:
    """A fresh link and a fresh fortnight; the earlier link stops working. Raises Refused where it has ended."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at or invitation.revoked_at:
        raise Refused(_("This invitation has been accepted or revoked; please send a new one."))
    _send(invitation, now)
    audit.record(invitation.coalition, "invitation sent again", actor=by, obj=invitation)
    return invitation


@transaction.atomic
def revoke(invitation: Invitation, *, by: User, now: datetime) -> None:
    """Take the offer back: its link says so from now on. Revoking twice changes nothing."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at:
        raise Refused(_("This invitation was accepted already; end the seat instead."))
    if not invitation.revoked_at:
        invitation.revoked_at = now
        invitation.save()
        audit.record(invitation.coalition, "invitation revoked", actor=by, obj=invitation)


@transaction.atomic
def accept(invitation: Invitation, *, now: datetime) -> User:
    """Give the offered seat to the invited address, opening an account where it has none; returns the user.

    Accepting twice changes nothing. Raises Refused where the offer has ended.
    """
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    standing = invitation.standing(now)
    user = User.objects.filter(email=invitation.email).first()
    if standing == Invitation.Standing.ACCEPTED and user:
        return user
    if standing != Invitation.Standing.OPEN:
        raise Refused(_("This invitation has ended. Please ask the Secretariat for a new one."))
    if user is None:
        user = User.objects.create_user(invitation.email, name=invitation.name, language=invitation.language)
    if not user.is_active:
        raise Refused(_("This account is closed. Please write to the Secretariat of your coalition."))
    _give(invitation, user, timezone.localdate(now))
    invitation.accepted_at = now
    invitation.save()
    audit.record(invitation.coalition, "invitation accepted", actor=user, obj=invitation)
    return user


def find(secret: str) -> Invitation | None:
    """The invitation that a link's secret opens; None for a forged or replaced one."""
    rows = Invitation.objects.select_related("coalition", "party", "invited_by")
    return rows.filter(secret_sha256=_hash(secret)).first()


def _give(invitation: Invitation, user: User, on: date) -> None:
    passing = invitation.hands_over
    if passing and passing.ended_on is None and passing.user_id != user.pk:
        seats.hand_over(passing, user, by=user, on=on)
    else:
        seats.give(user, invitation.coalition, invitation.role, invitation.party, by=user, on=on)


def _send(invitation: Invitation, now: datetime) -> None:
    secret = secrets.token_urlsafe(32)
    invitation.secret_sha256 = _hash(secret)
    invitation.sent_at, invitation.expires_at = now, now + VALID_FOR
    invitation.save()
    values = {"invitation": invitation, "path": f"/invitations/{secret}/"}
    # After the commit: a mail about a row that was rolled back could not be taken back.
    transaction.on_commit(lambda: mails.send("invitation", invitation.email, invitation.language, values))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
