"""Invitations: sent, sent again, revoked, accepted; a link opens a page and never signs anybody in (S-G2)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from coalitions import invitations
from coalitions.models import AuditEntry, Coalition, Invitation, Seat, User
from coalitions.refusal import Refused
from tests.factories import make_coalition, make_party, make_seat, make_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()
LATER = NOW + timedelta(minutes=2)


@pytest.fixture
def sent(monkeypatch):
    """The mails that would leave, as (kind, address, language, path): templates are tested with the mails."""
    found = []
    monkeypatch.setattr(
        invitations.mails,
        "send",
        lambda kind, to, language, values: found.append((to, language, values["path"])),
    )
    monkeypatch.setattr(invitations.transaction, "on_commit", lambda act: act())
    return found


def offered(email="bruno@example.org", role="reader", party=None, coalition=None, now=NOW, **more):
    coalition = coalition or (party.coalition if party else make_coalition())
    return invitations.invite(
        coalition, email, role, party, **{"language": "es", "by": None, "now": now} | more
    )


def acts():
    return list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))


def test_an_invitation_is_mailed_in_the_persons_language_and_only_its_hash_is_kept(sent):
    offer = offered("Bruno@Example.org", language="en")
    ((to, language, path),) = sent
    assert (to, language) == ("bruno@example.org", "en")
    secret = path.split("/")[2]
    assert len(secret) >= 43
    assert secret not in str(Invitation.objects.filter(pk=offer.pk).values().get())
    assert invitations.find(secret) == offer
    assert offer.expires_at == NOW + timedelta(days=14)


def test_a_second_press_sends_no_second_mail_and_a_later_one_renews_the_link(sent):
    coalition = make_coalition()
    first = offered(coalition=coalition)
    assert offered(coalition=coalition, now=NOW + timedelta(seconds=5)) == first
    assert len(sent) == 1
    assert offered(coalition=coalition, now=LATER, language="en") == first
    assert [line[1] for line in sent] == ["es", "en"]
    assert invitations.find(sent[0][2].split("/")[2]) is None
    assert acts() == ["invitation sent", "invitation sent again"]


def test_what_is_held_already_is_not_offered(sent):
    seat = make_seat(role="focal_point")
    for email in (seat.user.email, "other@example.org"):
        with pytest.raises(Refused):
            offered(email, "focal_point", seat.party)
    assert sent == []


def test_accepting_opens_an_account_and_gives_the_seat_once(sent):
    party = make_party()
    offer = offered(role="delegate", party=party, name="Bruno Díaz", language="en")
    user = invitations.accept(offer, now=LATER)
    assert (user.email, user.name, user.language, user.has_usable_password()) == (
        "bruno@example.org", "Bruno Díaz", "en", False,
    )  # fmt: skip
    assert invitations.accept(offer, now=LATER) == user
    assert user.seats.values_list("role", "party", "started_on").get() == (
        "delegate", party.pk, timezone.localdate(LATER),
    )  # fmt: skip
    assert acts() == ["invitation sent", "seat given", "invitation accepted"]


def test_accepting_a_seat_that_passes_ends_the_earlier_one(sent):
    seat = make_seat(role="focal_point", started_on=timezone.localdate(NOW) - timedelta(days=90))
    offer = offered("bruno@example.org", "focal_point", seat.party, hands_over=seat)
    bruno = invitations.accept(offer, now=LATER)
    open_seats = Seat.objects.filter(party=seat.party, ended_on=None)
    assert list(open_seats.values_list("user", flat=True)) == [bruno.pk]
    assert "seat handed over" in acts()


@pytest.mark.parametrize("ending", ["expired", "revoked", "closed account"])
def test_an_ended_offer_gives_nothing(sent, ending):
    offer = offered()
    now = LATER
    if ending == "expired":
        now = offer.expires_at
    elif ending == "revoked":
        invitations.revoke(offer, by=make_user(), now=NOW)
    else:
        make_user(email=offer.email, is_active=False)
    with pytest.raises(Refused):
        invitations.accept(offer, now=now)
    assert not Seat.objects.filter(user__email=offer.email).exists()


def test_what_has_ended_is_neither_sent_again_nor_revoked(sent):
    offer = offered()
    invitations.accept(offer, now=LATER)
    with pytest.raises(Refused):
        invitations.send_again(offer, by=None, now=LATER)
    with pytest.raises(Refused):
        invitations.revoke(offer, by=make_user(), now=LATER)


# The page that a link opens -------------------------------------------------------------------------


@pytest.fixture
def link(sent):
    offered(
        role="delegate",
        party=make_party(make_coalition(slug="riberas", contact="st@example.org"), name_es="Alta"),
    )
    return sent[-1][2]


def stranger():
    return Client(headers={"accept-language": "en"})


def test_opening_a_link_changes_nothing_and_says_who_offers_what(link):
    before = Invitation.objects.values().get()
    page = stranger().get(link)
    assert page.status_code == 200
    # The language of the mail, until the reader chooses another.
    assert '<html lang="es">' in page.text
    for text in ("bruno@example.org", "Alta", "Coalición de las Riberas"):
        assert text in page.text
    assert Invitation.objects.values().get() == before
    assert not User.objects.exists()


def test_the_secret_leaves_the_page_in_no_header(link):
    page = stranger().get(link)
    assert page["Referrer-Policy"] == "strict-origin"
    assert page["Cache-Control"] == "no-store, private"
    assert link.split("/")[2] not in str(page.headers)


def test_accepting_leads_to_the_sign_in_and_signs_nobody_in(link):
    browser = stranger()
    done = browser.post(link)
    assert done.status_code == 302
    assert done["Location"] == "/login/"
    assert 'value="bruno@example.org"' in browser.get("/login/").text
    assert browser.get("/c/riberas/members/").status_code == 302
    assert "_auth_user_id" not in browser.session
    assert Seat.objects.get().user.email == "bruno@example.org"
    assert browser.post(link).status_code == 302
    used = browser.get(link)
    assert used.status_code == 410
    assert Seat.objects.count() == 1


def test_the_form_needs_its_token(link):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link).status_code == 403
    assert not Seat.objects.exists()


def test_who_is_signed_in_with_another_address_is_told(link):
    browser = stranger()
    browser.force_login(make_user(email="ana@example.org"))
    browser.cookies["django_language"] = "en"
    assert (
        "You are signed in as ana@example.org, and this invitation is for bruno@example.org"
        in browser.get(link).text
    )
    done = browser.post(link)
    assert done["Location"] == "/"
    assert Seat.objects.get().user.email == "bruno@example.org"


def test_who_is_signed_in_with_the_invited_address_goes_on_at_once(link):
    browser = stranger()
    browser.force_login(make_user(email="bruno@example.org"))
    assert browser.post(link)["Location"] == "/"
    assert browser.get("/c/riberas/members/").status_code == 200


@pytest.mark.parametrize("ending", ["expired", "revoked"])
def test_an_ended_link_says_what_to_do(link, ending):
    field = {"expired": "expires_at", "revoked": "revoked_at"}[ending]
    Invitation.objects.update(**{field: NOW - timedelta(days=1)})
    for answer in (stranger().get(link), stranger().post(link)):
        assert answer.status_code == 410
        assert "st@example.org" in answer.text
        assert "bruno@example.org" not in answer.text
    assert not User.objects.exists()


@pytest.mark.parametrize("secret", ["x", "A" * 43, "%27--"])
def test_a_forged_link_is_not_found_and_says_what_to_do(secret):
    for answer in (stranger().get(f"/invitations/{secret}/"), stranger().post(f"/invitations/{secret}/")):
        assert answer.status_code == 404
        assert "This invitation was not found" in answer.text


# The page of the Secretariat ------------------------------------------------------------------------


@pytest.fixture
def sonia(client):
    seat = make_seat(make_coalition(slug="riberas"))
    client.force_login(seat.user)
    client.cookies["django_language"] = "en"
    return seat.user


def posted(**more):
    return {"email": "bruno@example.org", "name": "", "language": "es", "role": "reader", "party": ""} | more


def test_a_secretary_invites_sends_again_and_revokes(client, sonia, sent):
    assert client.post("/c/riberas/people/", posted()).status_code == 302
    offer = Invitation.objects.get()
    assert (offer.invited_by, offer.role) == (sonia, "reader")
    assert "bruno@example.org" in client.get("/c/riberas/people/").text
    for act in ("send", "revoke"):
        path = f"/c/riberas/people/invitations/{offer.pk}/{act}/"
        assert client.get(path).status_code == 405
        done = client.post(path, follow=True)
        assert "no longer works" in done.text
    refused = client.post(f"/c/riberas/people/invitations/{offer.pk}/send/", follow=True)
    assert "accepted or revoked" in refused.text
    assert len(sent) == 2


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "bruno"}, "email"),
        ({"role": "operator"}, "role"),
        ({"role": "delegate"}, "party"),
        ({"language": "tlh"}, "language"),
    ],
)
def test_a_wrong_invitation_is_shown_again_with_what_was_typed(client, sonia, sent, wrong, field):
    answer = client.post("/c/riberas/people/", posted(name="Bruno Díaz", **wrong))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {field}
    assert "Bruno Díaz" in answer.text
    assert sent == []


def test_a_party_of_another_coalition_is_a_field_error(client, sonia, sent):
    foreign = make_party()
    answer = client.post("/c/riberas/people/", posted(role="delegate", party=foreign.pk))
    assert answer.context["form"].errors.keys() == {"party"}
    assert not Invitation.objects.exists()


def test_a_role_that_needs_no_party_refuses_one(client, sonia, sent):
    party = make_party(Coalition.objects.get(slug="riberas"))
    answer = client.post("/c/riberas/people/", posted(party=party.pk))
    assert answer.context["form"].errors.keys() == {"party"}


def test_what_the_verb_refuses_is_said_on_top(client, sonia, sent):
    answer = client.post("/c/riberas/people/", posted(email=sonia.email, role="secretariat"))
    assert "This person has this seat already." in answer.text


def test_an_invitation_of_another_coalition_is_not_found_under_this_ones_address(client, sonia, sent):
    other = offered()
    for act in ("send", "revoke"):
        assert client.post(f"/c/riberas/people/invitations/{other.pk}/{act}/").status_code == 404
    other.refresh_from_db()
    assert other.revoked_at is None


def test_addresses_and_invitations_are_for_the_secretariat_only(client, sonia, sent):
    offer = offered(coalition=Coalition.objects.get(slug="riberas"))
    client.force_login(make_seat(offer.coalition, role="reader").user)
    paths = [
        "/c/riberas/people/",
        *(f"/c/riberas/people/invitations/{offer.pk}/{act}/" for act in ("send", "revoke")),
    ]
    assert [client.post(path, posted()).status_code for path in paths] == [403, 403, 403]
    assert client.get("/c/riberas/people/").status_code == 403
    client.force_login(make_user())
    assert [client.post(path, posted()).status_code for path in paths] == [404, 404, 404]
    assert mail.outbox == []
