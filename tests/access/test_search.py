"""Search shows nobody what is not theirs, by no word, count, passage or payload (S-A3, S-A4, S-G5)."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from coalitions.models import Document
from plans.models import Note, ProgressReport
from tests.access.world import canary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bodies_only")]

PAYLOADS = [
    "'", '"', "\\", "%", "_", "%%", "\\%", "' OR 1=1 --", '"; DROP TABLE plans_plan; --', "*", "[a-z]", "a%b", "a_b",
    "\u202eabc", "مرحبا", "🏞️", "\ufeff", "\u200b", "a" * 200, "a" * 5000, "á" * 100, "e\u0301" * 80, " " * 150,
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% debug %}", "../../etc/passwd", "\r\nSet-Cookie: a=b", "\ud83d",
    "(" * 100, "?" * 100, "1" * 100, "-1", "1e309", "NaN", "null", "undefined", "\x01\x02", "%s%s%s", "%(name)s",
    "' || (SELECT 1) || '", "\\' OR \\'", "a b c d e f g h i j k l m n o p", "'; SELECT pg_sleep(5); --", "‘", "ß",
]  # fmt: skip


def client_of(world, role):
    client = Client()
    client.force_login(world.people[role])
    return client


def found(world, role, words):
    return client_of(world, role).get("/search/", {"q": words})


def finds(world, role, words):
    return 'class="found"' in found(world, role, words).text


def canaries(answer, letter):
    # What was found is marked: the tags are taken out before a text is compared.
    return set(re.findall(rf"canary-{letter}-[\w-]+", re.sub(r"</?mark>", "", answer.text)))


@pytest.mark.parametrize(("role", "own"), [("focal_a", "a"), ("reader_a", "a"), ("focal_b", "b")])
def test_a_seat_finds_its_own_coalition_and_nothing_of_the_other(world, role, own):
    other = {"a": "b", "b": "a"}[own]
    answer = found(world, role, "canary")
    assert len(canaries(answer, own)) > 6
    assert canaries(answer, other) == set()


def test_every_searched_text_is_found_by_its_secretariat(world):
    for name in (
        "title-es", "purpose-en", "text-en", "found-es", "motion-es", "summary-en", "done-en", "name-en", "short",
    ):  # fmt: skip
        if name != "short":
            assert canary("a", name) in canaries(found(world, "secretariat_a", canary("a", name)), "a"), name


@pytest.mark.parametrize("role", ["focal_b", "ex_member"])
def test_hidden_and_absent_words_get_the_same_page(world, role):
    hidden = found(world, role, canary("a", "title-es"))
    absent = found(world, role, canary("x", "title-es"))
    same = [
        re.sub(r'value="[\w-]{40,}"', "", a.text).replace("canary-a-", "canary-x-") for a in (hidden, absent)
    ]
    assert same[0] == same[1]


def test_a_person_of_two_coalitions_finds_both_and_the_operator_too(world):
    for role in ("person_of_both", "operator"):
        answer = found(world, role, "canary")
        assert canaries(answer, "a")
        assert canaries(client_of(world, role).get("/search/", {"q": "canary", "page": "3"}), "b")


def test_a_document_of_the_secretariat_is_found_by_the_secretariat_alone(world):
    Document.objects.create(
        coalition=world.a.coalition,
        title_es="Reservado caliche",
        url="https://example.org/x",
        audience="secretariat",
    )
    for role, seen in {"reader_a": False, "focal_a": False, "secretariat_a": True, "operator": True}.items():
        assert finds(world, role, "caliche") is seen, role


@pytest.mark.parametrize(
    ("state", "finders"),
    [
        ("draft", {"focal_a"}),
        ("submitted", {"focal_a", "secretariat_a", "operator", "person_of_both"}),
        ("returned", {"focal_a", "secretariat_a", "operator", "person_of_both"}),
        ("accepted", {"focal_a", "reader_a", "presidency_a", "secretariat_a", "person_of_both", "operator"}),
    ],
)
def test_a_report_on_its_way_is_found_by_those_whom_it_concerns(world, state, finders):
    report = ProgressReport.objects.get(pk=world.a.progressreport.pk)
    report.state, report.done_es, report.review_note_es = (
        state,
        "Se instaló el mareógrafo",
        "Falta el anemómetro",
    )
    report.save()
    people = [role for role, user in world.people.items() if user]
    assert {r for r in people if finds(world, r, "mareografo")} == finders
    assert {r for r in people if finds(world, r, "anemometro")} == set()


def test_a_note_on_registers_and_a_withheld_text_are_found_by_the_secretariat_alone(world):
    Note.objects.create(coalition=world.a.coalition, found_es="Dos grafías de Quillota")
    activity = world.a.activity
    activity.observations_es, activity.withheld = "Informante en Pisagua", ["observations"]
    activity.save()
    for words in ("Quillota", "Pisagua"):
        seen = {r for r, u in world.people.items() if u and finds(world, r, words)}
        assert seen == {"secretariat_a", "person_of_both", "operator"}


@pytest.mark.parametrize("role", ["focal_a", "operator"])
def test_no_payload_breaks_it_or_shows_a_foreign_text(world, role):
    client = client_of(world, role)
    for payload in PAYLOADS:
        for parameter in ("q", "coalition", "page"):
            safe = payload.encode("utf-8", "replace").decode()
            answer = client.get("/search/", {"q": "canary", parameter: safe})
            assert answer.status_code == 200, (parameter, payload)
            assert "<script>alert" not in answer.text
            assert role == "operator" or not canaries(answer, "b")
        assert (
            client.get("/plans/", {"q": safe, "party": safe, "year": safe, "page": safe}).status_code == 200
        )
    assert client.get("/search/?q=%00a").status_code == 400


def test_no_word_of_a_foreign_row_is_compared(world):
    """What the reader may not see is left out before its text is looked at: time tells nothing (S-A4)."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found(world, "reader_a", "canary")
    compared = [query["sql"] for query in queries if "LIKE" in query["sql"]]
    assert len(compared) == 14
    assert all("coalitions_seat" in sql for sql in compared)
