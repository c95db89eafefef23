"""What the readers make of workbooks, documents and tables that were not written for them (E1-E6, bad inputs 6-25)."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from plans.importing import read_docx, read_text, read_xlsx
from plans.importing.cleaning import clean
from plans.importing.grids import Grid, Unsound
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


ROWS = (HEAD, ["1.1 Taller", "Secretaría", "2025"], ["1.2 Informe", "Secretaría", "2026"])
TABLE = (
    "<table>"
    + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    + "</table>"
)
TEXTS = [cell for row in ROWS for cell in row]
PAGES = {
    "text around": (
        f"<body>Plan <b>de trabajo</b> 2025<br>Ríos{TABLE}Nota final</body>",
        ["Plan de trabajo 2025\nRíos", *TEXTS, "Nota final"],
    ),
    "placed by a table": (
        f"<table><tr><td><h1>Plan</h1></td></tr><tr><td></td><td>{TABLE}</td></tr></table>",
        ["Plan", *TEXTS],
    ),
    "declaration": (f'<?xml version="1.0" encoding="utf-8"?><html><body>{TABLE}</body></html>', TEXTS),
    "style within": (TABLE.replace("1.1 ", "1.1 <style>x</style>"), TEXTS),
    "table within": (
        TABLE.replace("1.1 Taller", "1.1 Taller<table><tr><td>Fase 1</td><td>2025</td></tr></table>"),
        [cell.replace("1.1 Taller", "1.1 Taller\nFase 1 2025") for cell in TEXTS],
    ),
    "wrapped source": (TABLE.replace("1.1 Taller", "1.1\n<span> Taller</span>"), TEXTS),
}  # fmt: skip


def texts(source):
    return [
        cell.text
        for block in source.blocks
        for cell in (block.cells if isinstance(block, Grid) else [block])
        if cell.text
    ]


@pytest.mark.parametrize("case", PAGES)
def test_page_keeps_all_its_texts_apart(case):
    page, wanted = PAGES[case]

    assert texts(read_text.read("plan.html", page)) == wanted


def test_rowspan_of_none_reaches_to_the_end():
    page = "<table><tr><td rowspan='0'>a</td><td>b</td></tr><tr><td>c</td></tr></table>"

    assert [(cell.text, cell.column, cell.rows) for cell in read_text.read("x.html", page).grids[0].cells] == [
        ("a", 1, 2), ("b", 2, 1), ("c", 2, 1),
    ]  # fmt: skip


COLUMNS = {
    "a quote that nobody closes": (
        'A\tB\n"Proyecto piloto\t1\n"Ríos": taller\t2',
        ["A", "B", '"Proyecto piloto', "1", '"Ríos": taller', "2"],
    ),
    "quotes that pair": ('A;B\n"Uno; dos\ntres ""x""";4', ["A", "B", 'Uno; dos\ntres "x"', "4"]),
    "one tab among semicolons": ("A;B\na\tb;2\nc;3", ["A", "B", "a\tb", "2", "c", "3"]),
    "commas in texts": ("A;B\na, b;2\nc, d;3", ["A", "B", "a, b", "2", "c, d", "3"]),
    "a sign like a tag": ("A\tB\nMenos de <p 5\t<li >", ["A", "B", "Menos de <p 5", "<li >"]),
}  # fmt: skip


@pytest.mark.parametrize("case", COLUMNS)
def test_columns_are_split_by_the_sign_that_splits_them_evenly(case):
    text, wanted = COLUMNS[case]

    assert texts(read_text.read("plan.csv", text)) == wanted


def test_quote_that_nobody_closes_takes_no_rows_with_it():
    rows = "".join(f"Fila {number};{number}\n" for number in range(300))
    source = read_text.read("plan.csv", f'A;B\n"Uno;1\n{rows}Tubo de 5";2\n')

    assert max(cell.row for cell in source.grids[0].cells) == 303


def test_too_many_columns_are_refused_and_a_long_cell_is_said():
    with pytest.raises(Unsound, match="too_many_columns"):
        read_text.read("plan.tsv", "\t".join(["x"] * 501))

    source = read_text.read("plan.tsv", f"Actividad\tPlazo\n{'a' * 140_000}\t2025")

    assert problems(source) == {("cell_too_long", "table 1, row 2, column 1")}


def document(*rows):
    """A document with one table, and its cells by row and column."""
    made = Document()
    table = made.add_table(len(rows), len(rows[0]))
    for row, texts_ in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts_, strict=True):
            cell.text = text
    return made, table


def read_back(made):
    out = io.BytesIO()
    made.save(out)
    return read_docx.read("plan.docx", out.getvalue())


def test_inserted_symbols_are_ticks_boxes_and_bullets():
    made, table = document(["a", "b", "c", ""])
    symbols = [("Wingdings", "F0FC"), ("Wingdings 2", "F052"), ("Wingdings", "F0A8"), ("Wingdings", "F04A")]
    for cell, (font, number) in zip(table.rows[0].cells, symbols, strict=True):
        mark = OxmlElement("w:sym")
        mark.set(qn("w:font"), font)
        mark.set(qn("w:char"), number)
        cell.paragraphs[0].add_run()._r.append(mark)

    assert texts(read_back(made)) == ["a✓", "b✓", "c☐", "•"]


def test_what_is_struck_out_or_hidden_within_a_text_is_no_part_of_it():
    made, table = document(["enero", "Taller", "Informe"])
    table.cell(0, 0).paragraphs[0].add_run(" - marzo").font.strike = True
    table.cell(0, 1).paragraphs[0].runs[0].font.strike = True
    table.cell(0, 2).paragraphs[0].add_run(" oculto").font.hidden = True
    source = read_back(made)

    assert texts(source) == ["enero", "Taller", "Informe"]
    assert [(problem.kind, problem.value) for problem in source.problems] == [
        ("struck_in_part", "enero - marzo"), ("struck_out", "Taller"),
    ]  # fmt: skip


def test_table_in_a_control_within_a_cell_is_read():
    made, table = document(["Actividad"])
    inner = made.add_table(1, 1)
    inner.cell(0, 0).text = "Interior"
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    content.append(inner._tbl)
    control.append(content)
    table.cell(0, 0)._tc.append(control)

    assert texts(read_back(made)) == ["Actividad", "Interior"]


def test_numbers_that_word_gives_by_itself_are_asked_once():
    made, table = document(["N.º", "Actividad"], ["", "Taller"], ["", "Informe"])
    for row in table.rows[1:]:
        numbering = row.cells[0].paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_numId().val = made.styles["List Number"].element.pPr.numPr.numId.val

    assert problems(read_back(made)) == {("automatic_numbers", "table 1, row 2, column 1")}
    assert problems(read_back(document(["", "Taller"], ["", "Informe"])[0])) == set()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a_x0041_b", "a_x0041_b"),
        ("👩\u200d🔬 Ana\u200d", "👩\u200d🔬 Ana"),
        ("a\x85b\u2028c", "a\nb\nc"),
        ("a\x93b", "ab"),
    ],
)
def test_signs_are_kept_where_they_mean_something(written, read):
    assert clean(written, "", []) == read
    assert read_xlsx.read("plan.xlsx", saved_text("a_x0041_b")).grids[0].cells[0].text == "aAb"


def saved_text(text):
    book = Workbook()
    book.active["A1"] = text
    return saved(book)


def activities_of(text):
    found = read_plan(read_text.read("plan.tsv", text))
    return [one["title"] for node in found.record["objectives"] for one in node["activities"]], found


@pytest.mark.parametrize(
    "title",
    ["Firma del convenio marco", "Elaboración del diagnóstico", "Nota conceptual del foro",
     "Actualizada la base de datos", "Signature of the agreement", "Updated website"],
)  # fmt: skip
def test_activity_that_begins_like_a_note_is_an_activity(title):
    titles, _ = activities_of(
        f"Actividad\tResponsable\tPlazo\nTaller\tSecretaría\t2025\n{title}\t\t\nForo\tComité\t2025"
    )

    assert titles == ["Taller", title, "Foro"]


def test_blank_to_fill_in_ends_no_table():
    titles, _ = activities_of(
        "Actividad\tResponsable\tPlazo\nTaller\t__________\t2025\nForo\tComité\t2025\n__________\t__________\nPresidencia\tST"
    )

    assert titles == ["Taller", "Foro"]


def test_plan_with_quantities_and_addresses_is_a_plan():
    head = "Descripción\tResponsable\tCantidad\tCorreo electrónico\tPlazo"
    titles, found = activities_of(
        f"{head}\nTaller\tSecretaría\t3\tst@example.org\t2025\nForo\tComité\t1\t\t2025"
    )

    assert titles == ["Taller", "Foro"]
    assert "table_not_read" not in {one.kind for one in found.problems}


def test_table_of_versions_is_left_and_said():
    source = read_text.read(
        "plan.tsv", "Versión\tFecha\tDescripción\tAutor\n1.0\t03/11/2025\tBorrador\tSecretaría"
    )
    found = read_plan(source)

    assert found.record["objectives"] == []
    assert "table_not_read" in {one.kind for one in found.problems}
    assert "Borrador" in {text for _, text, _ in found.unused}


def test_numbers_of_years_under_an_unknown_head_are_no_period():
    _, found = activities_of("Actividad\tCosecha\tResponsable\nTaller\t2019\tSecretaría\nForo\t2021\tComité")

    assert [one["period"] for node in found.record["objectives"] for one in node["activities"]] == [
        None,
        None,
    ]


def test_mark_of_a_footnote_goes_and_a_unit_stays():
    titles, _ = activities_of(
        "Actividad\tPlazo\tResponsable\nRestaurar 50 km²\t2025\tST\nAbrir el geoportal¹\t\tST"
    )

    assert titles == ["Restaurar 50 km²", "Abrir el geoportal"]
