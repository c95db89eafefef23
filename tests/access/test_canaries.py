"""No text of one coalition reaches another (S-A3): a canary in every field, seen by its owner, by nobody else."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client, TestCase

from coalitions import invitations
from tests.access.routes import PAGES, admin_routes, names
from tests.access.test_every_route import complete

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bodies_only"), pytest.mark.once]


def everything_shown_to(user, side):
    """Every body and header that the user gets for coalition A's addresses, searches included."""
    client = Client()
    if user:
        client.force_login(user)
    known = set(names())
    for name, route in {**PAGES, **admin_routes()}.items():
        if name in known and "logout" not in name:
            searches = ["", "?q=canary"] if name.endswith("_changelist") else [""]
            for search in [*searches, "?language=en"] if name in PAGES else searches:
                answer = client.get(route.path(side) + search)
                yield f"{body(answer)}\n{answer.headers}"


def body(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode(errors="replace")


def canaries(texts):
    return {found for text in texts for found in re.findall(r"canary-a-[\w-]+", text)}


def test_an_owner_sees_every_canary(world):
    shown = canaries(everything_shown_to(world.people["secretariat_a"], complete(world)))
    planted = {
        value
        for row in vars(world.a).values()
        for value in getattr(row, "__dict__", {}).values()
        if isinstance(value, str) and value.startswith("canary-a-")
    }
    assert len(planted) > 20
    assert planted - shown == set()


@pytest.mark.parametrize("role", ["anonymous", "focal_b", "ex_member"])
def test_an_outsider_sees_none(world, role):
    assert canaries(everything_shown_to(world.people[role], complete(world))) == set()


def test_a_mail_of_one_coalition_goes_to_its_own_person_and_names_no_other(db, world, mailoutbox):
    """Every mail there is, of both coalitions: seen by whom it is for, with nothing of the other side."""
    now = datetime(2026, 3, 1, tzinfo=UTC)
    with TestCase.captureOnCommitCallbacks(execute=True):
        for letter, side in (("a", world.a), ("b", world.b)):
            invitations.invite(
                side.coalition, f"{letter}@example.org", "reader", None, language="en", by=None, now=now
            )
    assert {mail.to[0] for mail in mailoutbox} == {"a@example.org", "b@example.org"}
    for mail in mailoutbox:
        own, other = ("a", "b") if mail.to == ["a@example.org"] else ("b", "a")
        parts = [mail.subject, mail.body, *(part.content for part in mail.alternatives)]
        assert all(f"canary-{own}-" in part and f"canary-{other}-" not in part for part in parts)
        assert (mail.cc, mail.bcc) == ([], [])
