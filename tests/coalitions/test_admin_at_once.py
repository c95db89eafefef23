"""Two requests to the administration at the very same moment (S-B1, S-B2)."""

import threading

import pytest
from django.db import connection
from django.test import Client

from coalitions.models import Party
from tests.access.sent import address, sent
from tests.factories import make_operator, make_party


def _at_once(client_of, url, posts):
    """Two clients post at the same moment; gives their statuses."""
    together, statuses = threading.Barrier(2), []

    def post(data):
        client = client_of()
        together.wait()
        try:
            statuses.append(client.post(url, data).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=post, args=[data]) for data in posts]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    return sorted(statuses)


@pytest.mark.django_db(transaction=True)
def test_two_saves_at_the_same_moment_are_one_save_and_one_refusal():
    operator, party = make_operator(), make_party()

    def client_of():
        client = Client()
        client.force_login(operator)
        return client

    page = sent(client_of().get(address(party)))
    # One changes the party, the other a row inside it.
    posts = [page | {"name_es": "Ribera Alta"}, page | {"aliases-0-text": "La de la ribera"}]
    assert _at_once(client_of, address(party), posts) == [302, 409]

    count = Party.objects.count()
    url = f"/admin/coalitions/party/add/?coalition={party.coalition_id}"
    data = sent(client_of().get(url)) | {"name_es": "Ribera Nueva", "kind": "government"}
    assert _at_once(client_of, url, [data, data]) == [302, 302]
    assert Party.objects.count() == count + 1
