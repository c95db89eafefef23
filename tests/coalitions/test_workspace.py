"""The pages of members: who reads and who changes them, lists before they are written, and two tabs at once."""

import io
import re
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from coalitions.models import Alias, AuditEntry, Coalition, Membership, Party, Term
from tests.factories import make_coalition, make_party, make_seat, make_user

pytestmark = pytest.mark.django_db
DAY = "2026-03-01"


@pytest.fixture
def sonia(client):
    """A secretary of "riberas" who has signed in and reads English."""
    seat = make_seat(
        make_coalition(slug="riberas", name_en="Coalition of the Banks"), user=make_user(name="Sonia Vega")
    )
    client.force_login(seat.user)
    client.cookies["django_language"] = "en"
    return seat.user


@pytest.fixture
def riberas(sonia):
    return Coalition.objects.get(slug="riberas")


def as_reader(client, coalition):
    client.force_login(make_seat(coalition, role="reader").user)


# The list -------------------------------------------------------------------------------------------


def test_an_empty_list_says_the_next_step(client, riberas):
    page = client.get("/c/riberas/members/").text
    assert "No member has been entered yet." in page
    assert 'href="/c/riberas/members/list/"' in page
    as_reader(client, riberas)
    page = client.get("/c/riberas/members/").text
    assert "The Secretariat enters them." in page
    assert "/members/list/" not in page


def test_members_stand_by_kind_with_what_is_known_of_them(client, riberas):
    alta = make_party(riberas, standing="member", name_es="Alta", country="PE")
    Alias.of(alta, "Villa Alta").save()
    body = make_party(riberas, kind="committee", name_es="Comité", name_en="Committee of Eight")
    Term.objects.create(body=body, party=alta, started_on=date(2025, 1, 1))
    make_seat(role="focal_point", party=alta, user=make_user(name="Bruno Díaz"))
    groups = client.get("/c/riberas/members/").context["groups"]
    assert [(kind, [row.name.text for row in rows]) for kind, rows in groups] == [
        ("government", ["Alta"]),
        ("committee", ["Committee of Eight"]),
    ]
    row = groups[0][1][0]
    assert (row.country, row.standing, row.focal_point, row.spellings, [body.text for body in row.bodies]) == (
        "Peru", "member: voice and vote", "Bruno Díaz", ["Villa Alta"], ["Committee of Eight"],
    )  # fmt: skip


def test_a_reader_never_sees_an_address_even_where_a_name_is_missing(client, riberas):
    party = make_party(riberas, standing="member")
    make_seat(role="focal_point", party=party, user=make_user(name="", email="bruno@example.org"))
    assert "bruno@example.org" in client.get("/c/riberas/members/").text
    as_reader(client, riberas)
    for path in ("/c/riberas/members/", f"/c/riberas/members/{party.pk}/"):
        page = client.get(path).text
        assert "name not given" in page
        assert "bruno@example.org" not in page


@pytest.mark.parametrize("path", ["members/", "people/"])
def test_queries_do_not_grow_with_rows(client, riberas, path, django_assert_max_num_queries):
    def queries(parties):
        for _ in range(parties):
            party = make_party(riberas, standing="member")
            make_seat(role="focal_point", party=party)
        with django_assert_max_num_queries(40) as counted:
            assert client.get(f"/c/riberas/{path}").status_code == 200
        return len(counted)

    client.get(f"/c/riberas/{path}")
    assert queries(1) == queries(2) == queries(60)


# One party ------------------------------------------------------------------------------------------


def party_data(**more):
    return {"name_es": "Bahía Nácar", "kind": "government", "country": "Perú", "standing": "member",
            "admitted_on": DAY, "aliases": "Bahia N.\nLa Bahía"} | more  # fmt: skip


def test_a_secretary_adds_a_party(client, riberas):
    done = client.post("/c/riberas/members/add/", party_data())
    party = Party.objects.get(name_es="Bahía Nácar")
    assert done["Location"] == f"/c/riberas/members/{party.pk}/"
    assert (party.coalition, party.country) == (riberas, "PE")
    assert party.memberships.get().admitted_on == date(2026, 3, 1)
    assert set(party.aliases.values_list("text", flat=True)) == {"Bahía Nácar", "Bahia N.", "La Bahía"}
    # Pressed twice: no second party, and the page says why.
    again = client.post("/c/riberas/members/add/", party_data())
    assert "already stands for" in again.text
    assert Party.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name_es": ""}, "name_es"),
        ({"kind": "kingdom"}, "kind"),
        ({"country": "Atlantis"}, "country"),
        ({"standing": "king"}, "standing"),
        ({"admitted_on": "31/02/2026"}, "admitted_on"),
        ({"aliases": "x" * 201}, "aliases"),
    ],
)
def test_a_wrong_field_is_named_and_the_rest_kept(client, riberas, wrong, field):
    answer = client.post("/c/riberas/members/add/", party_data(short_name="BN", **wrong))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {field}
    assert 'value="BN"' in answer.text
    assert not Party.objects.exists()


def test_a_partys_page_leads_through_its_life(client, riberas):
    party = make_party(riberas, standing="observer", name_es="Alta")
    body = make_party(riberas, kind="working_group", name_es="Grupo")
    base = f"/c/riberas/members/{party.pk}/"
    posts = [
        ("standing/", {"standing": "member", "on": DAY}),
        ("bodies/", {"body": body.pk, "role": "chair", "on": DAY}),
        ("spellings/", {"text": "Villa Alta"}),
    ]
    for page, data in posts:
        assert client.get(base + page).status_code == 405
        assert client.post(base + page, data)["Location"] == base
    term = party.places.get()
    ending = f"bodies/{term.pk}/end/"
    for page in (ending, "end/"):
        assert client.post(base + page, {"on": "2026-09-30", "reason": "Renuncia"})["Location"] == base
    shown = client.get(base).text
    for text in (
        "member: voice and vote",
        "observer",
        "Grupo",
        "Villa Alta",
        "1 March 2026 to 30 September 2026",
    ):
        assert text in shown
    assert AuditEntry.objects.count() == 5


@pytest.mark.parametrize("page", ["standing/", "end/", "bodies/", "spellings/"])
def test_an_empty_act_is_shown_again_and_changes_nothing(client, riberas, page):
    party = make_party(riberas, standing="member")
    answer = client.post(f"/c/riberas/members/{party.pk}/{page}", {})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not AuditEntry.objects.exists()


def test_what_a_verb_refuses_is_said_on_top(client, riberas):
    party = make_party(riberas, standing="member", admitted_on=date(2026, 5, 1))
    answer = client.post(f"/c/riberas/members/{party.pk}/end/", {"on": DAY})
    assert "before the party was admitted" in answer.text


def test_a_body_of_another_coalition_is_a_field_error(client, riberas):
    party, foreign = make_party(riberas), make_party(kind="committee")
    data = {"body": foreign.pk, "role": "member", "on": DAY}
    answer = client.post(f"/c/riberas/members/{party.pk}/bodies/", data)
    assert answer.context["form"].errors.keys() == {"body"}
    assert not Term.objects.exists()


@pytest.mark.parametrize("page", ["standing/", "end/", "bodies/", "spellings/", "bodies/{term}/end/"])
def test_another_coalitions_party_and_place_are_not_found_under_this_ones_address(client, riberas, page):
    foreign = make_party(standing="member")
    term = Term.objects.create(body=make_party(foreign.coalition, kind="committee"), party=foreign)
    mine = make_party(riberas)
    data = {"on": DAY, "standing": "observer", "text": "Villa"}
    answer = client.post(f"/c/riberas/members/{foreign.pk}/{page.format(term=term.pk)}", data)
    assert answer.status_code == 404
    if "{term}" in page:
        path = f"/c/riberas/members/{mine.pk}/{page.format(term=term.pk)}"
        assert client.post(path, data).status_code == 404
    assert not AuditEntry.objects.exists()


def writing(party):
    term = Term.objects.create(body=make_party(party.coalition, kind="committee"), party=party)
    pages = ["standing/", "end/", "bodies/", "spellings/", f"bodies/{term.pk}/end/"]
    return ["add/", "list/", *(f"{party.pk}/{page}" for page in pages)]


def test_only_its_secretariat_changes_a_coalition(client, riberas):
    paths = [f"/c/riberas/members/{page}" for page in writing(make_party(riberas, standing="member"))]
    as_reader(client, riberas)
    assert [client.post(path, {}).status_code for path in paths] == [403] * len(paths)
    client.force_login(make_seat().user)
    assert [client.post(path, {}).status_code for path in paths] == [404] * len(paths)
    assert not AuditEntry.objects.exists()


# A list ---------------------------------------------------------------------------------------------


def list_data(text="", **more):
    return {"text": text, "kind": "government", "standing": "member", "admitted_on": DAY} | more


def hidden_fields(page):
    """What the browser sends with "Add these parties": the fields of the preview's own form."""
    form = page.text.split('aria-labelledby="preview"')[1].split("</form>")[0]
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {"confirm": "yes"} | {name: unescape(value) for name, value in fields}


def test_a_pasted_list_is_shown_before_it_is_written(client, riberas):
    make_party(riberas, name_es="Lima")
    page = client.post("/c/riberas/members/list/", list_data("Lima\nMunicipalidad de Lima\nCusco;;PE\nCusco"))
    assert [line.row for line in page.context["verdicts"]["new"]] == [3]
    for text in ("is there already, as Lima", "stands higher up", "as another party than “Lima”"):
        assert text in page.text
    assert Party.objects.count() == 1

    done = client.post(
        "/c/riberas/members/list/", hidden_fields(page) | {"anyway": ["2", "x", "²"]}, follow=True
    )
    assert "2 parties were added." in done.text
    assert set(Party.objects.values_list("name_es", flat=True)) == {"Lima", "Municipalidad de Lima", "Cusco"}
    assert Membership.objects.count() == 2
    # Pressed twice.
    again = client.post("/c/riberas/members/list/", hidden_fields(page) | {"anyway": "2"}, follow=True)
    assert "Nothing was added" in again.text
    assert Party.objects.count() == 3
    assert AuditEntry.objects.count() == 1


def test_a_workbook_is_read_shown_and_then_written(client, riberas):
    book, out = Workbook(), io.BytesIO()
    for row in [["Nombre", "País"], ["Alta & Baja", "Perú"], ["Bahía; Nácar", "CL"]]:
        book.active.append(row)
    book.save(out)
    upload = SimpleUploadedFile("lista.xlsx", out.getvalue())
    page = client.post("/c/riberas/members/list/", list_data(file=upload))
    assert client.post("/c/riberas/members/list/", hidden_fields(page)).status_code == 302
    rows = Party.objects.order_by("position").values_list("name_es", "country")
    assert list(rows) == [("Alta & Baja", "PE"), ("Bahía; Nácar", "CL")]


def test_a_cell_that_cannot_be_read_stops_the_whole_list_and_is_named(client, riberas):
    page = client.post("/c/riberas/members/list/", list_data("Alta;;PE\nBaja;;Atlantis", confirm="yes"))
    assert page.status_code == 200
    assert [(p.row, p.value) for p in page.context["reading"].problems] == [(2, "Atlantis")]
    assert "Baja;;Atlantis" in page.text
    assert not Party.objects.exists()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": " \n ;;\n"}, "text"),
        ({"text": "Alta", "kind": "kingdom"}, "kind"),
        ({"file": SimpleUploadedFile("acta.pdf", b"%PDF")}, "file"),
        ({"file": SimpleUploadedFile("lista.xlsx", b"no")}, "file"),
    ],
)
def test_a_wrong_list_is_an_error_at_its_field(client, riberas, data, field):
    answer = client.post("/c/riberas/members/list/", list_data(**data))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {field}


# Where one is ---------------------------------------------------------------------------------------


def test_one_person_with_several_seats_sees_where_she_is_and_as_what(client, riberas, sonia):
    make_seat(role="delegate", party=make_party(riberas, name_en="High Bank"), user=sonia)
    other = make_seat(make_coalition(slug="costas"), role="reader", user=sonia)
    here = client.get("/c/riberas/members/")
    assert [(role, str(party or "")) for role, party in here.context["roles"]] == [
        ("Secretariat", ""),
        ("Delegate", "High Bank"),
    ]
    assert "Coalition of the Banks" in here.text
    there = client.get(f"/c/{other.coalition.slug}/members/")
    assert [role for role, _party in there.context["roles"]] == ["Reader"]


def test_two_tabs_save_where_each_form_was_opened(client, riberas, sonia):
    costas = make_coalition(slug="costas")
    make_seat(costas, user=sonia)
    tabs = [client.get(f"/c/{slug}/members/add/") for slug in ("riberas", "costas")]
    assert all('<form method="post" novalidate>' in tab.text for tab in tabs)  # posts to its own address
    client.post("/c/riberas/members/add/", party_data(name_es="Alta"))
    client.post("/c/costas/members/add/", party_data(name_es="Baja", coalition=riberas.pk))
    assert list(riberas.parties.values_list("name_es", flat=True)) == ["Alta"]
    assert list(costas.parties.values_list("name_es", flat=True)) == ["Baja"]
