"""What the readers make of workbooks, documents and tables that were not written for them (E1-E6, bad inputs 6-25)."""

from datetime import date

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from plans.importing import read_xlsx
from plans.importing.recognise import read_plan
from tests.plans.importing.test_opening import plan, problems, saved, sheet, with_part

pytestmark = pytest.mark.once
HEAD = ["Actividad", "Responsable", "Plazo"]


@pytest.mark.parametrize(
    ("form", "text", "last"),
    [("mmm-yy", "03/2025", "2025-03-31"), ("[$-C0A]mmmm yyyy", "03/2025", "2025-03-31"), ("yyyy", "2025", "2025-12-31"),
     ("dd/mm/yyyy", "2025-03-01", "2025-03-01")],
)  # fmt: skip
def test_day_of_which_the_sheet_shows_the_month_is_that_month(form, text, last):
    book = Workbook()
    for row in (["Plan 2025"], HEAD, ["1.1 Taller de agua", "Secretaría", date(2025, 3, 1)]):
        book.active.append(row)
    book.active["C3"].number_format = form
    source = read_xlsx.read("plan.xlsx", saved(book))

    assert (source.grids[0].cells[-1].text, source.grids[0].cells[-1].value) == (text, date(2025, 3, 1))
    assert read_plan(source).record["objectives"][0]["activities"][0]["period"]["end"] == last


def test_long_sheet_makes_no_other_sheet_long_and_tells_its_errors():
    book = Workbook()
    book.active.append(HEAD)
    book.active["A2"] = "=1+1"
    book.active["B2"].fill = PatternFill("solid", fgColor="00FF00")
    for number in range(2_100):
        book.active.cell(number + 5, 1).font = Font(bold=True)
    long = book.create_sheet("Datos")
    for number in range(2_100):
        long.append([f"Fila {number}"])
    long["B7"], long["B8"] = "#REF!", "=A1&A2"
    last = book.create_sheet("Notas")
    last.append(["Nota"])
    source = read_xlsx.read("plan.xlsx", saved(book))

    assert [(grid.name, grid.fills_read) for grid in source.grids] == [
        ("Sheet", True),
        ("Datos", False),
        ("Notas", True),
    ]
    assert {cell.fill for cell in source.grids[0].cells} == {"", "00FF00"}
    assert problems(source) == {
        ("formula_without_value", "Sheet!A2"), ("fills_not_read", "Datos"), ("error_cell", "Datos!B7"),
        ("formula_without_value", "Datos!B8"),
    }  # fmt: skip


def test_formula_that_gives_an_empty_text_is_blank_and_an_array_formula_is_told_as_written():
    body = sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Actividad</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>""</f><v></v></c>'
        '<c r="B2"><f t="array" ref="B2:B2">SUM(A1:A2)</f><v></v></c></row>'
    )
    source = read_xlsx.read("plan.xlsx", with_part(plan(), "xl/worksheets/sheet1.xml", body))

    assert [(problem.place, problem.value) for problem in source.problems] == [("Sheet!B2", "=SUM(A1:A2)")]


def test_errors_in_a_hidden_sheet_are_nobodys():
    book = Workbook()
    book.active.append(HEAD)
    hidden = book.create_sheet("Listas")
    hidden.append(["#REF!", "=A1"])
    hidden.sheet_state = "hidden"

    assert problems(read_xlsx.read("plan.xlsx", saved(book))) == {("hidden_sheet", "Listas")}
