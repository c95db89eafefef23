"""Initiatives beyond the plan: reported by a party, accepted or returned, counted only then (T10, T12)."""

import csv
import io
import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from coalitions.models import AuditEntry
from coalitions.refusal import Refused
from coalitions.versions import Stale
from plans import initiatives
from plans.models import Initiative
from reporting.annual_report.content import build
from tests.coalitions.files import pdf
from tests.factories import make_coalition, make_party, make_plan, make_seat
from tests.plans.test_evidence import signed_in, upload

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 2, 10, tzinfo=UTC)
FAIR = {
    "kind": "other",
    "on": "2026-03-20",
    "title": "Feria del agua con escuelas",
    "beneficiaries": "",
    "plan": "",
}


@pytest.fixture
def coalition():
    return make_coalition()


@pytest.fixture
def piura(coalition):
    return make_party(coalition, standing="member", name_es="Ciudad de Piura")


@pytest.fixture
def focal(piura):
    return signed_in(make_seat(party=piura, role="focal_point"))


@pytest.fixture
def secretariat(coalition):
    return signed_in(make_seat(coalition))


def url(coalition, page=""):
    return f"/c/{coalition.slug}/initiatives/{page}"


def report(client, to, **fields):
    return client.post(url(to.coalition, "new/"), FAIR | {"party": to.pk} | fields)


def made_from(client, row, page=""):
    text = client.get(url(row.coalition, f"{row.pk}/{page}")).content.decode()
    return re.search(r'name="made_from" value="(\w+)"', text)[1]


def review(client, row, act, **fields):
    row.refresh_from_db()
    return client.post(url(row.coalition, f"{row.pk}/{act}/"), {"made_from": initiatives.seen(row), **fields})


def counted(coalition):
    plan = coalition.plans.first() or make_plan(coalition)
    table = build(plan, on=date(2026, 12, 31), language="es").initiatives
    return [str(row.title) for row in table.rows], table.beneficiaries, table.entered, table.missing


def test_an_initiative_goes_from_its_party_through_the_secretariat_into_the_report(
    coalition, piura, focal, secretariat
):
    assert report(focal, piura).status_code == 302
    row = Initiative.objects.get()
    assert (row.state, row.party, row.submitted_by, row.beneficiaries) == (
        "submitted",
        piura,
        focal.seat.user,
        None,
    )
    assert counted(coalition) == ([], None, 0, 0)

    assert review(secretariat, row, "return", note="¿Cuántas personas?").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.review_note) == ("returned", "¿Cuántas personas?")
    assert "¿Cuántas personas?" in focal.get(url(coalition, f"{row.pk}/")).content.decode()

    data = FAIR | {"party": piura.pk, "beneficiaries": "0", "made_from": made_from(focal, row, "change/")}
    assert focal.post(url(coalition, f"{row.pk}/change/"), data).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.beneficiaries) == ("submitted", 0)

    assert review(secretariat, row, "accept").status_code == 302
    assert counted(coalition) == (["Feria del agua con escuelas"], 0, 1, 0)
    acts = AuditEntry.objects.filter(act__startswith="initiative").order_by("number")
    assert [one.act.split()[1] for one in acts] == ["reported", "returned", "changed", "accepted"]


def test_what_the_secretariat_enters_counts_at_once(coalition, piura, secretariat):
    report(secretariat, piura, beneficiaries="1200")
    assert counted(coalition) == (["Feria del agua con escuelas"], 1200, 1, 0)


def test_unknown_beneficiaries_are_not_zero(coalition, piura, secretariat):
    report(secretariat, piura)
    page = secretariat.get(url(coalition), headers={"Accept-Language": "es"}).content.decode()
    assert "no reportado" in page.lower() or "no informado" in page.lower() or "not reported" in page
    assert counted(coalition)[1:] == (None, 0, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"on": "2999-01-01"}, {"on": "mañana"}, {"kind": "fiesta"}, {"title": " "}, {"beneficiaries": "-1"},
        {"beneficiaries": "muchas"}, {"beneficiaries": "1.5"}, {"plan": "987654"},
    ],
)  # fmt: skip
def test_a_wrong_form_is_shown_again(piura, focal, wrong):
    answer = report(focal, piura, **wrong)
    assert answer.status_code == 200 and 'role="alert"' in answer.content.decode()
    assert not Initiative.objects.exists()


def test_rows_of_others_are_refused_in_the_form_and_in_the_verb(coalition, piura, focal):
    neighbour, foreign = make_party(coalition, standing="member"), make_party()
    plan = make_plan(foreign.coalition)
    for fields in ({"party": neighbour.pk}, {"party": foreign.pk}, {"plan": plan.pk}):
        assert report(focal, piura, **fields).status_code == 200
    said = {"kind": "other", "on": date(2026, 3, 1), "title_es": "Feria"}
    for places in ({"party": neighbour}, {"party": foreign}, {"party": piura, "plan": plan}):
        with pytest.raises(Refused):
            initiatives.report(coalition, said | places, by=focal.seat.user, at=AT)
    assert not Initiative.objects.exists()


def test_a_form_sent_twice_makes_one(piura, focal):
    for _time in range(2):
        assert report(focal, piura, form_key="k1").status_code == 302
    assert Initiative.objects.count() == 1


def test_two_people_change_one_and_neither_loses_it(coalition, piura, secretariat):
    report(secretariat, piura)
    row = Initiative.objects.get()
    seen = made_from(secretariat, row, "change/")
    data = FAIR | {"party": piura.pk, "made_from": seen}
    secretariat.post(url(coalition, f"{row.pk}/change/"), data | {"beneficiaries": "0"})
    answer = secretariat.post(url(coalition, f"{row.pk}/change/"), data | {"title": "Otra feria"})
    assert answer.status_code == 409 and "Otra feria" in answer.content.decode()
    row.refresh_from_db()
    assert (row.title, row.beneficiaries) == (FAIR["title"], 0)
    with pytest.raises(Stale):
        initiatives.accept(row.pk, seen, by=secretariat.seat.user, at=AT)


def test_an_accepted_one_is_changed_by_the_secretariat_alone(coalition, piura, focal, secretariat):
    report(secretariat, piura)
    row = Initiative.objects.get()
    assert focal.get(url(coalition, f"{row.pk}/change/")).status_code == 403
    data = FAIR | {"party": piura.pk, "title": "Feria", "made_from": initiatives.seen(row)}
    assert secretariat.post(url(coalition, f"{row.pk}/change/"), data).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.title_es) == ("accepted", "Feria")
    assert review(secretariat, row, "accept").status_code == 200  # nothing waits: said, and nothing done


def test_the_other_language_is_not_filled_with_this_one(coalition, piura, secretariat):
    report(secretariat, piura)
    row = Initiative.objects.get()
    page = url(coalition, f"{row.pk}/change/")
    data = FAIR | {"party": piura.pk, "beneficiaries": "5", "made_from": initiatives.seen(row)}
    secretariat.cookies["django_language"] = "en"
    secretariat.post(page, data)
    row.refresh_from_db()
    assert (row.title_es, row.title_en or "", row.beneficiaries) == (FAIR["title"], "", 5)


def test_what_waits_is_seen_by_its_party_and_the_secretariat(coalition, piura, focal, secretariat):
    report(focal, piura)
    row = Initiative.objects.get()
    reader = signed_in(make_seat(coalition, role="reader"))
    neighbour = signed_in(make_seat(party=make_party(coalition, standing="member"), role="focal_point"))
    stranger = signed_in(make_seat())
    page = url(coalition, f"{row.pk}/")

    def answers():
        return [one.get(page).status_code for one in (focal, secretariat, reader, neighbour, stranger)]

    assert answers() == [200, 200, 404, 404, 404]
    for one in (reader, neighbour):
        assert FAIR["title"] not in one.get(url(coalition)).content.decode()
        assert "escuelas" not in one.get("/search/?q=feria").content.decode()
    review(secretariat, row, "accept")
    assert answers() == [200, 200, 200, 200, 404]
    assert "escuelas" in reader.get("/search/?q=feria").content.decode()
    assert review(focal, row, "accept").status_code == 403


def test_its_evidence_is_open_once_it_is_accepted(coalition, piura, focal, secretariat, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    report(focal, piura)
    row = Initiative.objects.get()
    reader = signed_in(make_seat(coalition, role="reader"))
    sent = focal.post(
        url(coalition, f"{row.pk}/evidence/"), {"files": upload()}, headers={"X-Evidence": "yes"}
    )
    assert sent.status_code == 200
    document = f"/documents/{row.evidence.get().pk}/"
    assert (reader.get(document).status_code, focal.get(document).status_code) == (404, 200)
    review(secretariat, row, "accept")
    assert b"".join(reader.get(document).streaming_content) == pdf()
    again = focal.post(url(coalition, f"{row.pk}/evidence/"), {"files": upload()})
    assert again.status_code == 403


def test_the_register_is_narrowed_by_its_address(coalition, piura, secretariat):
    lima = make_party(coalition, standing="member")
    plan = make_plan(coalition)
    report(secretariat, piura, title="A", beneficiaries="10")
    report(secretariat, lima, title="B", kind="advocacy", on="2025-03-01")
    report(secretariat, lima, title="C", plan=plan.pk, beneficiaries="5")

    def titles(query):
        text = secretariat.get(url(coalition, f"register.csv?{query}")).content.decode("utf-8-sig")
        return [row[2] for row in csv.reader(io.StringIO(text), delimiter=";")][1:]

    assert titles("") == ["C", "A", "B"]
    assert titles("kind=advocacy") == ["B"]
    assert titles(f"party={lima.pk}&year=2026") == titles(f"plan={plan.pk}") == ["C"]
    assert titles("party=987654&kind=x&year=1") == ["C", "A", "B"]
    assert initiatives.totals(Initiative.objects.all()) == initiatives.Totals(1, 2, 15, 2)


def test_the_table_keeps_what_a_spreadsheet_would_calculate(coalition, piura, secretariat):
    report(secretariat, piura, title="=1+1")
    data = secretariat.get(url(coalition, "register.xlsx")).content
    sheet = load_workbook(io.BytesIO(data)).active
    heads, row = list(sheet.iter_rows(values_only=True))
    assert len(heads) == len(row) == 9
    assert (row[2], sheet["C2"].data_type) == ("=1+1", "s")
    assert row[6] not in (0, None)


def test_the_register_costs_the_same_whatever_its_length(
    coalition, piura, secretariat, django_assert_num_queries
):
    def queries():
        with django_assert_num_queries(10**6, exact=False) as seen:
            assert secretariat.get(url(coalition)).status_code == 200
        return len(seen)

    report(secretariat, piura)
    one = queries()
    for _time in range(3):
        report(secretariat, make_party(coalition, standing="member"))
    assert queries() == one


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["advocacy", "other"]), st.sampled_from(["submitted", "returned", "accepted"]),
            st.none() | st.integers(0, 10**6),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_totals_equal_a_sum_by_hand(rows):
    party = make_party()
    for kind, state, beneficiaries in rows:
        Initiative.objects.create(
            coalition=party.coalition, party=party, kind=kind, state=state, beneficiaries=beneficiaries,
            on=date(2026, 1, 1), title_es="Feria",
        )  # fmt: skip
    accepted = [row for row in rows if row[1] == "accepted"]
    told = [row[2] for row in accepted if row[2] is not None]
    expected = initiatives.Totals(
        sum(row[0] == "advocacy" for row in accepted), sum(row[0] == "other" for row in accepted),
        sum(told) if told else None, len(told),
    )  # fmt: skip
    assert initiatives.totals(Initiative.objects.filter(party=party)) == expected
    make_plan(party.coalition)
    assert counted(party.coalition)[1:] == (
        expected.beneficiaries,
        expected.entered,
        expected.number - expected.entered,
    )


def test_anonymous_is_asked_to_sign_in(coalition):
    assert Client().get(url(coalition)).status_code == 302
