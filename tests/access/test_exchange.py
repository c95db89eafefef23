"""Registers given out and brought in as tables: what goes out comes back the same, what is wrong is named (S-C3)."""

import io
import json
from datetime import date

import pytest
from django.contrib import admin
from django.test import Client
from openpyxl import Workbook, load_workbook

from coalitions.admin.base import ScopedAdmin
from coalitions.admin.bringing_in import BringingIn
from coalitions.models import Alias, AuditEntry, Membership, Party, Term
from plans.models import Indicator, Level, Period, Target
from tests.access.sent import sent

pytestmark = pytest.mark.django_db

SCOPED = sorted(m._meta.label_lower for m, r in admin.site._registry.items() if isinstance(r, ScopedAdmin))
BROUGHT = sorted(m._meta.label_lower for m, r in admin.site._registry.items() if isinstance(r, BringingIn))
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tcmd",
    "\rcmd",
    '=HYPERLINK("http://x")',
    "'=1",
    "=cmd|' /C calc'!A0",
]


@pytest.fixture
def secretary(world):
    client = Client(headers={"accept-language": "es"})
    client.force_login(world.people["secretariat_a"])
    return client


def base(label):
    return f"/admin/{label.replace('.', '/')}/"


def exported(client, label, kind="0", query=""):
    answer = client.post(f"{base(label)}export/{query}", {"format": kind, "resource": "0"})
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content


def rows_of(data):
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def book(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def look(client, label, data, name="tabla.xlsx"):
    upload = io.BytesIO(data)
    upload.name = name
    return client.post(f"{base(label)}import/", {"file": upload})


def confirm(client, label, answer):
    return client.post(f"{base(label)}import/", sent_confirmation(answer))


def sent_confirmation(answer):
    """What the button under the preview sends."""
    text = answer.content.decode()
    assert 'name="seen"' in text, [problem.reason for problem in answer.context["problems"]]
    return sent(answer)


def named(problems):
    return [(problem.row, problem.column, problem.value) for problem in problems]


@pytest.mark.parametrize("label", SCOPED)
def test_a_register_goes_out_with_all_that_its_reader_may_see(label, world, secretary):
    rows = rows_of(exported(secretary, label))
    text = json.dumps(rows, default=str)
    assert len(rows) > 1
    assert "canary-b-" not in text
    row = getattr(world.a, label.split(".")[1])
    for field in row._meta.fields:
        value = getattr(row, field.attname)
        if (
            isinstance(value, str)
            and value.startswith("canary-a-")
            and field.name not in {"name", "title", "text"}
        ):
            assert value in text, field.name
    assert not {"secret_sha256", "password", "last_login"} & set(rows[0])
    assert b"canary-b-" not in exported(secretary, label, "1")


@pytest.mark.parametrize("label", BROUGHT)
@pytest.mark.parametrize("kind", ["0", "1"])
def test_what_went_out_comes_back_the_same(label, kind, world, secretary):
    data = exported(secretary, label, kind)
    answer = look(secretary, label, data, "tabla.csv" if kind == "1" else "tabla.xlsx")
    assert named(answer.context["problems"]) == []
    assert {line.kind for line in answer.context["lines"]} == {"same"}
    assert exported(secretary, label, "1") == exported(secretary, label, "1")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_like_a_formula_stays_a_text(text, world, secretary):
    alias = Alias(party=world.a.party, text=text, folded=f"formula {FORMULAS.index(text)}")
    alias.save()
    cells = load_workbook(io.BytesIO(exported(secretary, "coalitions.alias"))).worksheets[0]
    found = [cell for row in cells.iter_rows() for cell in row if cell.value == text.replace("\r", "\n")]
    found = found or [cell for row in cells.iter_rows() for cell in row if cell.value == text]
    assert found and all(cell.data_type == "s" for cell in found)
    plain = exported(secretary, "coalitions.alias", "1").decode("utf-8-sig")
    for line in plain.splitlines():
        assert not any(part.strip('"').startswith(("=", "+", "-", "@", "\t")) for part in line.split(";"))


def test_parties_are_brought_in_by_their_verbs_as_one_act(world, secretary):
    party = world.a.party
    data = book(
        ["id", "Nombre, en español", "kind", "country", "standing", "Fecha de admisión", "aliases"],
        [party.pk, "Ciudad del Río", "gobierno", "PE", "miembro: voz y voto", date(2025, 1, 1), ""],
        [None, "Ciudad de la Orilla", "government", "pe", "observer", "2025-03-15", "La Orilla | Orilla, ciudad de la"],
    )  # fmt: skip
    answer = look(secretary, "coalitions.party", data)
    assert named(answer.context["problems"]) == []
    assert [line.kind for line in answer.context["lines"]] == ["changed", "new"]
    assert not Party.objects.filter(name_es="Ciudad de la Orilla").exists()

    before = AuditEntry.objects.count()
    confirmation = sent_confirmation(answer)
    assert secretary.post("/admin/coalitions/party/import/", confirmation).status_code == 302
    made = Party.objects.get(name_es="Ciudad de la Orilla")
    assert Party.objects.get(pk=party.pk).name_es == "Ciudad del Río"
    assert Membership.objects.get(party=made).standing == "observer"
    assert {"La Orilla", "Orilla, ciudad de la"} <= set(made.aliases.values_list("text", flat=True))
    entry = AuditEntry.objects.latest("pk")
    assert (AuditEntry.objects.count(), entry.act) == (before + 1, "party rows brought in")
    assert made.history.first().history_user == world.people["secretariat_a"]

    # Sent twice, written once.
    assert secretary.post("/admin/coalitions/party/import/", confirmation).status_code == 302
    assert Party.objects.filter(name_es="Ciudad de la Orilla").count() == 1


def test_every_wrong_cell_is_named_and_nothing_is_written(world, secretary):
    data = book(
        ["id", "name_es", "kind", "mandate_ends", "position"],
        [None, "Buena", "gobierno", date(2026, 1, 1), 1],
        [None, "Mala", "planeta", "03/04/2026", "1.200"],
        [None, None, "gobierno", "29.02.2023", 2.5],
        [world.b.party.pk, "Robada", "gobierno", 60, "NaN"],
        [world.a.party.pk, "Una", "gobierno", "20226-01-01", 1e309],
        [world.a.party.pk, "Otra", "gobierno", None, None],
        ["1.1", "Código", "gobierno", None, None],
    )
    before = (
        Party.objects.count(),
        AuditEntry.objects.count(),
        Party.objects.get(pk=world.b.party.pk).name_es,
    )
    answer = look(secretary, "coalitions.party", data)
    wrong = named(answer.context["problems"])
    assert {(3, "Tipo", "planeta"), (3, "Fin del mandato", "03/04/2026"), (3, "Orden", "1.200")} <= set(wrong)
    assert {(4, "Fin del mandato", "29.02.2023"), (4, "Orden", "2.5")} <= set(wrong)
    assert (5, "id", str(world.b.party.pk)) in wrong
    assert {(6, "Fin del mandato", "20226-01-01"), (7, "id", str(world.a.party.pk)), (8, "id", "1.1")} <= set(
        wrong
    )
    assert {row for row, _column, _value in wrong} == {3, 4, 5, 6, 7, 8}
    assert all(problem.reason and "Traceback" not in problem.reason for problem in answer.context["problems"])
    assert (
        Party.objects.count(),
        AuditEntry.objects.count(),
        Party.objects.get(pk=world.b.party.pk).name_es,
    ) == before


@pytest.mark.parametrize(
    ("label", "rows", "what"),
    [
        ("coalitions.party", [["Nombre raro"], ["x"]], "Nombre raro"),
        ("coalitions.party", [["kind", "kind"], ["gobierno", "gobierno"]], "kind"),
        ("coalitions.membership", [["party"], [1]], ""),
        ("coalitions.party", [["id", "state"], [1, "x"]], "state"),
    ],
)
def test_a_column_that_is_not_understood_is_named(label, rows, what, world, secretary):
    answer = look(secretary, label, book(*rows))
    assert any(problem.value == what and problem.row == 1 for problem in answer.context["problems"])


def test_what_a_file_may_not_write_must_be_as_it_is(world, secretary):
    held = world.a.membership
    good = [held.pk, "miembro: voz y voto", "admitida"]
    assert (
        look(secretary, "coalitions.membership", book(["id", "standing"], good[:2])).context["problems"] == []
    )
    answer = look(
        secretary, "coalitions.membership", book(["id", "standing", "state"], [held.pk, "partner", "ended"])
    )
    assert {problem.row for problem in answer.context["problems"]} == {2}
    assert len(answer.context["problems"]) == 2


def test_a_row_that_changed_since_the_file_was_made_is_not_written_over(world, secretary):
    data = exported(secretary, "plans.indicator")
    indicator = Indicator.objects.get(pk=world.a.indicator.pk)
    indicator.name_es, indicator.version = "Cambiado", indicator.version + 1
    indicator.save()
    answer = look(secretary, "plans.indicator", data)
    assert [(problem.row, problem.column) for problem in answer.context["problems"]] == [(2, "made_from")]


def test_what_changed_between_the_look_and_the_confirmation_is_shown_anew(world, secretary):
    data = book(["id", "name_es", "kind"], [world.a.party.pk, "Ciudad Nueva", "gobierno"])
    confirmation = sent_confirmation(look(secretary, "coalitions.party", data))
    party = Party.objects.get(pk=world.a.party.pk)
    party.name_es = "Cambiada por otra persona"
    party.save()
    answer = secretary.post("/admin/coalitions/party/import/", confirmation)
    assert answer.status_code == 409
    assert Party.objects.get(pk=party.pk).name_es == "Cambiada por otra persona"
    assert secretary.post("/admin/coalitions/party/import/", sent_confirmation(answer)).status_code == 302
    assert Party.objects.get(pk=party.pk).name_es == "Ciudad Nueva"


def test_what_a_verb_refuses_is_named_by_its_row(world, secretary):
    data = book(
        ["party", "standing", "admitted_on"], [world.a.body.pk, "observer", date(2025, 1, 1)],
        [world.a.party.pk, "partner", date(2025, 1, 1)],
    )  # fmt: skip
    answer = look(secretary, "coalitions.membership", data)
    assert [problem.row for problem in answer.context["problems"]] == [3]
    assert Membership.objects.filter(party=world.a.body).count() == 0


def test_another_coalitions_row_cannot_be_pointed_at(world, secretary):
    data = book(["party", "standing", "admitted_on"], [world.b.body.pk, "observer", date(2025, 1, 1)])
    answer = look(secretary, "coalitions.membership", data)
    assert named(answer.context["problems"])[0] == (2, "Actor", str(world.b.body.pk))
    data = book(["objective", "kind", "name_es"], [world.b.objective.pk, "indicador", "Ajeno"])
    answer = look(secretary, "plans.indicator", data)
    assert [problem.value for problem in answer.context["problems"]] == [str(world.b.objective.pk)]


def test_places_levels_periods_and_indicators_are_brought_in(world, secretary):
    a = world.a
    tables = {
        "coalitions.term": [
            ["body", "party", "role", "started_on"],
            [a.body.pk, a.party.pk, "presidencia", date(2025, 2, 1)],
        ],
        "plans.level": [["depth", "key", "name_es", "name_en"], [2, "activity", "Actividad", "Activity"]],
        "plans.period": [["unit", "start", "end", "name_es"], ["año", date(2026, 1, 1), date(2026, 12, 31), "2026"]],
        "plans.indicator": [
            ["objective", "kind", "name_es", "rule", "target_es", "target_comparator", "target_number"],
            [a.objective.pk, "indicador", "Ciudades que miden", "suma", "al menos 3", ">=", 3],
        ],
    }  # fmt: skip
    for label, rows in tables.items():
        answer = look(secretary, label, book(*rows))
        assert [problem.reason for problem in answer.context["problems"]] == [], label
        assert confirm(secretary, label, answer).status_code == 302, label
    assert Term.objects.filter(party=a.party, role="chair", started_on=date(2025, 2, 1)).exists()
    assert Level.objects.get(plan=a.plan, depth=2).name_en == "Activity"
    assert Period.objects.filter(plan=a.plan, start=date(2026, 1, 1)).exists()
    target = Target.objects.get(indicator__name_es="Ciudades que miden")
    assert (target.comparator, target.number, target.text_es) == (">=", 3, "al menos 3")


def test_a_forged_confirmation_writes_nothing(world, secretary):
    for cells in ("", "[]", "{}", "[[1]]", '[["id"], [{"x": 1}]]', '[[["id"]]]', "nonsense"):
        answer = secretary.post("/admin/coalitions/party/import/", {"cells": cells, "seen": "x"})
        assert answer.status_code == 409


def test_a_formula_without_a_value_is_named_by_the_head_of_its_column(world, secretary):
    data = book(["id", "name_es", "kind"], [world.a.party.pk, "=A2*2", "gobierno"])
    answer = look(secretary, "coalitions.party", data)
    assert named(answer.context["problems"]) == [(2, "Nombre, en español", "=A2*2")]


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b""), ("a.xls", b"x"), ("a.xlsx", b"PK\x03\x04"), ("a.csv", b"a\x00")]
)
def test_a_wrong_file_is_an_error_of_its_field(name, data, world, secretary):
    answer = look(secretary, "coalitions.party", data, name)
    assert answer.context["form"].errors["file"]
