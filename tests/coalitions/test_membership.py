"""Parties are added, admitted, placed in bodies and spelled; a list of them is read before it is written."""

import io
from datetime import date

import pytest
from django.utils.translation import override
from openpyxl import Workbook

from coalitions import countries, membership, party_list
from coalitions.membership import NewParty
from coalitions.models import Alias, AuditEntry, Membership, Party, Term
from coalitions.refusal import Refused
from tests.factories import make_coalition, make_party, make_seat

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
MEMBER = NewParty("", standing="member", admitted_on=DAY)


@pytest.fixture
def riberas():
    return make_coalition()


@pytest.fixture
def sonia(riberas):
    return make_seat(riberas).user


def acts():
    return list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))


def read(text, coalition, otherwise=MEMBER):
    return party_list.read(party_list.cells_of_text(text), coalition, otherwise)


def told(reading):
    return [(line.row, line.new.name_es, line.verdict, line.like) for line in reading.lines]


# One party ------------------------------------------------------------------------------------------


def test_a_party_comes_with_its_spellings_its_standing_and_one_trace(riberas, sonia):
    new = NewParty(
        "Alto Jacarandá", "High Jacaranda", "AJ", "government", "PY", "member", DAY, ("Alto Jacaranda.",)
    )
    party = membership.add_party(riberas, new, by=sonia)
    assert (party.name_es, party.name_en, party.country) == ("Alto Jacarandá", "High Jacaranda", "PY")
    # "Alto Jacaranda." folds as the name does: one spelling, kept once.
    assert sorted(Alias.objects.values_list("folded", flat=True)) == [
        "aj",
        "alto jacaranda",
        "high jacaranda",
    ]
    assert party.memberships.values_list("standing", "state", "admitted_on").get() == (
        "member",
        "admitted",
        DAY,
    )
    assert party.history.count() == 1
    assert acts() == ["party added"]


@pytest.mark.parametrize("spelling", ["CIUDAD ALTA", "ciudad  alta", "Ciudad Altà"])
def test_a_name_that_stands_for_another_is_refused_whatever_its_case_and_accents(riberas, sonia, spelling):
    make_party(riberas, name_es="Ciudad Alta")
    with pytest.raises(Refused, match="Ciudad Alta"):
        membership.add_party(riberas, NewParty(spelling), by=sonia)
    assert Party.objects.count() == 1


def test_the_same_name_lives_in_another_coalition(riberas, sonia):
    make_party(name_es="Ciudad Alta")
    assert membership.add_party(riberas, NewParty("Ciudad Alta"), by=sonia).pk


def test_a_changed_standing_keeps_the_earlier_one(riberas, sonia):
    party = make_party(riberas, standing="observer", admitted_on=date(2025, 1, 1))
    membership.change_standing(party, "member", on=DAY, by=sonia)
    membership.change_standing(party, "member", on=DAY, by=sonia)
    rows = party.memberships.order_by("pk").values_list("standing", "state", "admitted_on", "ended_on")
    assert list(rows) == [
        ("observer", "ended", date(2025, 1, 1), DAY),
        ("member", "admitted", DAY, None),
    ]
    assert acts() == ["standing changed"]


def test_a_request_is_admitted_as_it_stands(riberas, sonia):
    party = make_party(riberas)
    Membership.objects.create(
        party=party, standing="member", state="requested", requested_on=date(2026, 1, 5)
    )
    membership.change_standing(party, "partner", on=DAY, by=sonia)
    assert party.memberships.values_list("standing", "state", "requested_on", "admitted_on").get() == (
        "partner", "admitted", date(2026, 1, 5), DAY,
    )  # fmt: skip
    with pytest.raises(Refused):
        membership.admit(party, "member", on=DAY, by=sonia)


def test_a_membership_ends_on_a_day_with_its_reason_and_not_before_it_began(riberas, sonia):
    party = make_party(riberas, standing="member", admitted_on=DAY)
    with pytest.raises(Refused):
        membership.end_membership(party, on=date(2026, 2, 28), reason="", by=sonia)
    membership.end_membership(party, on=date(2026, 6, 30), reason="Se retira", by=sonia)
    membership.end_membership(party, on=date(2026, 7, 1), reason="Se retira", by=sonia)
    assert party.memberships.values_list("state", "ended_on").get() == ("ended", date(2026, 6, 30))
    assert list(AuditEntry.objects.values_list("act", "reason")) == [("membership ended", "Se retira")]


def test_places_in_bodies_are_given_once_and_end_with_a_reason(riberas, sonia):
    party, body = make_party(riberas), make_party(riberas, kind="committee")
    term = membership.put_in_body(party, body, "chair", on=DAY, by=sonia)
    assert membership.put_in_body(party, body, "chair", on=DAY, by=sonia) == term
    with pytest.raises(Refused):
        membership.leave_body(term, on=date(2026, 2, 1), reason="", by=sonia)
    membership.leave_body(term, on=date(2026, 9, 1), reason="Renuncia", by=sonia)
    membership.leave_body(term, on=date(2026, 9, 2), reason="Otra", by=sonia)
    assert Term.objects.values_list("role", "ended_on", "end_reason").get() == (
        "chair",
        date(2026, 9, 1),
        "Renuncia",
    )
    assert acts() == ["place in a body given", "place in a body ended"]


def test_a_place_is_only_in_a_body_of_the_same_coalition(riberas, sonia):
    party = make_party(riberas)
    for other in (make_party(kind="committee"), make_party(riberas), party):
        with pytest.raises(Refused):
            membership.put_in_body(party, other, "member", on=DAY, by=sonia)
    assert not Term.objects.exists()


def test_a_spelling_stands_for_one_party(riberas, sonia):
    alta, baja = make_party(riberas, name_es="Alta"), make_party(riberas, name_es="Baja")
    membership.add_alias(alta, "Villa Alta", by=sonia)
    membership.add_alias(alta, "VILLA ALTA", by=sonia)
    with pytest.raises(Refused, match="Alta"):
        membership.add_alias(baja, "villa alta", by=sonia)
    assert acts() == ["spelling added"]


# A list ---------------------------------------------------------------------------------------------


def test_names_alone_are_enough(riberas):
    reading = read("Alto Jacarandá\n\nBahía Nácar\n", riberas)
    assert told(reading) == [(1, "Alto Jacarandá", "new", ""), (3, "Bahía Nácar", "new", "")]
    assert {(line.new.kind, line.new.standing, line.new.admitted_on) for line in reading.lines} == {
        ("government", "member", DAY)
    }


def test_columns_and_words_are_understood_in_both_languages(riberas):
    text = "Alta;gobierno;Perú;miembro\nBaja;organisation;BR;Observer\nUniversidad;Institución;;socia\nComité;comité"
    rows = [(line.new.kind, line.new.country, line.new.standing) for line in read(text, riberas).lines]
    assert rows == [
        ("government", "PE", "member"),
        ("organisation", "BR", "observer"),
        ("organisation", "", "partner"),
        # What no row says of a body's standing holds for governments and organisations only.
        ("committee", "", ""),
    ]


def test_heads_put_columns_in_their_own_order_and_unknown_ones_are_named(riberas):
    text = "País\tNombre en inglés\tNombre\tTeléfono\tAlias\nCL\tHigh\tAlta\t555\tLa Alta|Villa Alta"
    reading = read(text, riberas)
    new = reading.lines[0].new
    assert (new.country, new.name_en, new.name_es, new.aliases) == (
        "CL",
        "High",
        "Alta",
        ("La Alta", "Villa Alta"),
    )
    assert reading.ignored == ["Teléfono"]


def test_names_without_a_language_are_in_the_coalitions_first(riberas):
    riberas.languages = ["en", "es"]
    new = read("High Bank", riberas).lines[0].new
    assert (new.name_es, new.name_en) == ("", "High Bank")


def test_a_list_is_compared_with_what_is_there_and_with_itself(riberas):
    party = make_party(riberas, name_es="Lima")
    Alias.of(party, "Lima Metropolitana").save()
    text = "LIMA\nlima metropolitana\nMunicipalidad de Lima\nCusco\nCuzco\ncusco\nCiudad del Cusco"
    assert told(read(text, riberas)) == [
        (1, "LIMA", "there", "Lima"),
        (2, "lima metropolitana", "there", "Lima"),
        (3, "Municipalidad de Lima", "doubtful", "Lima"),
        (4, "Cusco", "new", ""),
        (5, "Cuzco", "new", ""),
        (6, "cusco", "repeated", "Cusco"),
        (7, "Ciudad del Cusco", "doubtful", "Cusco"),
    ]


def test_every_problem_says_row_column_value_and_reason(riberas):
    with override("en"):
        reading = read(f"Alta;reino;Atlantis;amigo\n;gobierno\n{'x' * 201}", riberas)
    assert [(problem.row, problem.column, problem.value) for problem in reading.problems] == [
        (1, "kind", "reino"),
        (1, "standing", "amigo"),
        (1, "country", "Atlantis"),
        (2, "name", ""),
        (3, "name", "x" * 60),
    ]
    assert all(problem.reason for problem in reading.problems)
    assert reading.lines == []


def test_a_list_is_written_whole_with_one_trace_and_twice_is_once(
    riberas, sonia, django_assert_max_num_queries
):
    make_party(riberas, name_es="Lima")
    rows = read("\n".join(f"Municipio {n};;PE" for n in range(500)), riberas).chosen(set())
    with django_assert_max_num_queries(60):
        made = membership.add_parties(riberas, rows, by=sonia)
    assert (len(made), Membership.objects.count(), Party.history.count()) == (500, 500, 501)
    assert Alias.objects.get(folded="municipio 3").party.coalition == riberas
    assert membership.add_parties(riberas, rows, by=sonia) == []
    assert acts() == ["parties added"]


def test_only_ticked_doubts_are_added(riberas):
    make_party(riberas, name_es="Lima")
    reading = read("Municipalidad de Lima\nGobierno de Lima\nCusco", riberas)
    assert [new.name_es for new in reading.chosen({2})] == ["Gobierno de Lima", "Cusco"]


def workbook(rows):
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_and_a_csv_of_any_make_are_read_alike():
    rows = [["Nombre", "País"], ["Alto; Jacarandá", "PY"], ["Bahía", None]]
    expected = [["Nombre", "País"], ["Alto; Jacarandá", "PY"], ["Bahía"]]
    csv_text = 'Nombre;País\n"Alto; Jacarandá";PY\nBahía\n'
    assert party_list.cells_of_file("Lista.XLSX", workbook(rows)) == expected
    for code in ("utf-8-sig", "cp1252"):
        assert party_list.cells_of_file("lista.csv", csv_text.encode(code)) == expected


def test_rows_of_a_file_survive_as_text():
    for cells in ([["Alto; Jacarandá"], ['Bahía "Nácar"']], [["Alta", "PE"], [""], ["Baja", "CL"]]):
        again = party_list.cells_of_text(party_list.as_text(cells))
        assert [[cell for cell in row if cell] for row in again] == [
            [cell for cell in row if cell] for row in cells
        ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.pdf", b"%PDF-1.7"),
        ("lista", b"Alta"),
        ("lista.xlsx", b"PK\x03\x04 not really"),
        ("lista.xlsx", b""),
        ("lista.csv", b"PK\x00\x00"),
        ("lista.csv", b"x" * 1_000_001),
        ("lista.csv", b"Alta\n" * 2001),
        ("lista.csv", b'"' + b"x" * 200_000),
        ("lista.xlsx", workbook([["Alta"]] * 2001)),
    ],
)
def test_a_wrong_file_is_refused_with_words(name, data):
    with pytest.raises(Refused):
        party_list.cells_of_file(name, data)


@pytest.mark.parametrize(
    ("text", "code"),
    [("pe", "PE"), ("Perú", "PE"), ("brazil", "BR"), ("XA", "XA"), ("Atlantis", None), ("1a", None)],
)
def test_countries_are_known_by_name_in_both_languages(text, code):
    assert countries.code_of(text) == code


def test_a_country_is_named_in_the_readers_language():
    assert [countries.name_of("BR", code) for code in ("es", "en")] == ["Brasil", "Brazil"]
    assert countries.name_of("XA", "es") == "XA"
