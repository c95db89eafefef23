"""Search: which words find what, the passage and its marks, the place it leads to, pages and queries."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from coalitions.folding import fold, words
from coalitions.languages import Text
from plans.models import Activity, ProgressReport, Round, Section
from reporting.search import search
from reporting.search.passages import has, heading, passage
from tests.factories import (
    make_activity,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_seat,
)

ON = date(2026, 4, 3)


def hits(seat, query, language="es", **more):
    found = search(seat.user, query, language, ON, **more)
    return [(hit.kind, str(hit.heading)) for group in found.groups for hit in group.hits]


@pytest.fixture
def seat(db):
    return make_seat(role="reader")


@pytest.fixture
def activity(seat):
    plan = make_plan(seat.coalition)
    return make_activity(
        make_objective(plan, title_es="Riberas"),
        title_es="Reunión (técnica) sobre la señalización del «Río Ñuble»", title_en="Technical meeting on signposting",
        observations_es="Con 50 % de las ciudades, según el acta 12/2025.",
    )  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        "señalización", "SENALIZACION", "senaliz", "rio ñuble", "nuble rio", "tecnica", "reunión técnica", "acta 12",
        "12/2025", "«río", "technical señal", "50 %", "ciudades, según", "1.1", "sen\u0303alizacion",
    ],
)  # fmt: skip
def test_accents_capitals_signs_and_endings_play_no_part(activity, seat, query):
    assert ("Actividad", activity.title_es) in hits(seat, query)


@pytest.mark.parametrize(
    "query", ["ñalización", "reunión inexistente", "uble", "", "%", "_", "51_", "' OR 1=1 --"]
)
def test_every_word_must_begin_a_word(activity, seat, query):
    assert hits(seat, query) == []


def test_a_text_is_found_as_it_is_after_any_way_of_writing(activity, seat):
    activity.title_es = "Jornada de limpieza"
    activity.save()
    assert hits(seat, "limpieza")
    Activity.objects.filter(pk=activity.pk).update(title_es="Campaña escolar")
    assert hits(seat, "limpieza") == []
    assert hits(seat, "campana escolar")
    copies = [
        Activity(objective=activity.objective, title_es="Mareógrafo", position=9, coalition=seat.coalition)
    ]
    Activity.objects.bulk_create(copies)
    assert hits(seat, "mareografo")


def test_the_passage_is_cut_around_the_words_and_marked(activity, seat):
    Section.objects.create(
        plan=activity.plan, title_es="Marco", text_es="Uno. " * 90 + "Aquí el sismógrafo mide. " * 9
    )
    (group,) = search(seat.user, "sismografo", "es", ON).groups
    (hit,) = group.hits
    assert (hit.kind, str(hit.heading)) == ("Sección", "Marco")
    assert "sismógrafo" in [piece.text for piece in hit.passage.pieces if piece.marked]
    assert str(hit.passage).startswith("… ")
    assert len(str(hit.passage)) < 300


def test_each_hit_leads_to_its_place(activity, seat):
    client = Client()
    client.force_login(seat.user)
    indicator = make_indicator(activities=[activity], name_es="Caudalímetros instalados")
    period = activity.plan.periods.first()
    report = ProgressReport(
        round=Round.objects.create(plan=activity.plan, period=period, due=period.end), activity=activity,
        party=make_party(seat.coalition, name_es="Ciudad Caudalosa"), state="accepted", done_es="Un caudal medido",
    )  # fmt: skip
    report.save()
    other = make_activity(activity.objective, title_es="Caudal mínimo")
    page = client.get("/search/", {"q": "caud"})
    links = re.findall(r'<h3><a href="([^"]+)"', page.text)
    assert len(links) == 4
    for link in links:
        target, _, anchor = link.partition("#")
        shown = client.get(target)
        assert shown.status_code == 200
        assert not anchor or f'id="{anchor}"' in shown.text, link
    line = f"/plans/{activity.plan.slug}/lines/{activity.objective_id}/"
    assert {f"{line}#a1", f"{line}#a2", f"{line}#i1"} == {link for link in links if "#" in link}
    assert (other.title_es, indicator.name_es) == ("Caudal mínimo", "Caudalímetros instalados")


def test_hits_are_grouped_and_pages_keep_the_words(seat):
    for title in ("Uno", "Dos"):
        line = make_objective(make_plan(seat.coalition, title_es=f"Plan {title}"))
        for _ in range(15):
            make_activity(line, title_es="Sembrar mangle")
    first = search(seat.user, "mangle", "es", ON)
    assert (first.count, first.more, [len(group.hits) for group in first.groups]) == (30, False, [15, 10])
    assert len(search(seat.user, "mangle", "es", ON, number="2").groups) == 1
    assert hits(seat, "mangle", coalition="otra") == []
    client = Client()
    client.force_login(seat.user)
    assert "?q=mangle&amp;page=2" in client.get("/search/?q=mangle").text
    assert client.get("/search/", {"q": "a" * 201}).status_code == 200


def test_what_is_written_by_people_is_shown_as_text(activity, seat):
    activity.title_es = "<script>alert(1)</script> mangle & más"
    activity.save()
    client = Client()
    client.force_login(seat.user)
    page = client.get("/search/?q=mangle").text
    assert "<script>alert" not in page
    assert "<mark>mangle</mark> &amp; más" in page


def test_the_number_of_queries_does_not_grow(activity, seat):
    client, counts = Client(), []
    client.force_login(seat.user)
    for more in (0, 3, 30):
        for _ in range(more):
            make_activity(activity.objective, title_es="Reunión de cierre")
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/?q=reunion")
        counts.append(len(queries))
    assert len(set(counts)) == 1
    assert counts[0] <= 30


# Python and the database fold alike ------------------------------------------------------------------

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=("Cs",)), max_size=60
)


@pytest.mark.django_db
def test_the_database_folds_as_python_does(activity):
    for text in (
        "Ñandú",
        "ŠKODA ő",
        "«¿Qué?»",
        "o\u0301",
        "A\u00a0B",
        "Δέλτα ЖЗ",
        "ß œ",
        "'\"\\",
        "a\u0327\u0301o",
        "İ",
    ):
        activity.title_es, activity.title_en, activity.observations_es = text, "", ""
        activity.save()
        activity.refresh_from_db()
        assert activity.search_text == fold(f" {activity.code} {text}" + " " * 5), text


@given(TEXTS, TEXTS)
def test_what_is_marked_is_what_was_looked_for(text, query):
    looked_for = words(query)
    head, missing = heading(Text(text, "es"), looked_for)
    assert str(head) == text
    assert missing == [word for word in looked_for if not has(text, [word])]
    for piece in head.pieces:
        assert not piece.marked or any(fold(piece.text).startswith(word) for word in looked_for)
    if looked_for and not missing:
        assert passage([Text(text, "es")], looked_for, "es") is not None
