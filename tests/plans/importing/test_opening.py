"""Files that are no plan, or no sound one: said in words what they are and what to do (bad inputs 1-25, 31, 32)."""

import io
import resource
import zipfile
from datetime import datetime

import pytest
from django.utils.translation import override
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from plans.importing import read_docx, read_xlsx
from plans.importing.child import safely
from plans.importing.opening import Child, Unreadable, look, understand
from tests.coalitions import files

pytestmark = pytest.mark.once
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DTD = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><worksheet>&lol;</worksheet>'


def workbook(*rows, **named):
    """A workbook of one sheet; `named` are cells by their address."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for place, value in named.items():
        book.active[place] = value
    return saved(book)


def saved(book):
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def plan():
    return workbook(
        ["Plan 2025"], ["Actividad", "Responsable", "Plazo"], ["1.1 Taller", "Secretaría", "Marzo 2025"]
    )


def with_part(data, name, body):
    """The same archive with one part put in or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, body)
    return made.getvalue()


def sheet(cells):
    return f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'


def document(body, part="word/document.xml"):
    return files.docx(**{part: body})


REFUSED = {
    "empty": ("plan.xlsx", b"", "empty", "The file is empty."),
    "picture": ("plan.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "not_what_it_says", "not a .xlsx file"),
    "page": ("plan.docx", b"<!DOCTYPE html><html></html>", "not_what_it_says", "not a .docx file"),
    "pdf": ("plan.xlsx", files.pdf(), "not_what_it_says", "PDF"),
    "document called workbook": ("plan.xlsx", files.docx(), "not_what_it_says", ".docx"),
    "old workbook": ("plan.xls", OLE + b"0" * 99, "old_kind", ".xls is not read"),
    "binary workbook": ("plan.xlsb", files.xlsx(), "old_kind", ".xlsb"),
    "open document": ("plan.ods", files.odf("spreadsheet"), "old_kind", ".ods"),
    "macros by name": ("plan.xlsm", files.xlsx(), "macros", "macros"),
    "macros inside": ("plan.xlsx", with_part(files.xlsx(), "xl/vbaProject.bin", b"x"), "macros", "macros"),
    "encrypted": ("plan.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "encrypted"),
    "document type": ("plan.xlsx", with_part(files.xlsx(), "xl/worksheets/sheet1.xml", DTD), "document_type", "DTD"),
    "document type in a document": ("plan.docx", files.docx(**{"word/document.xml": DTD}), "document_type", "DTD"),
    "document type after a comment": ("plan.docx", document(f"<!--{'x' * 99_000}-->{DTD}"), "document_type", "DTD"),
    "document type after blanks": ("plan.docx", document(" " * 70_000 + DTD[21:]), "document_type", "DTD"),
    "document type in another part": ("plan.docx", document(DTD, "word/main.dat"), "document_type", "DTD"),
    "document type in two bytes": ("plan.docx", document(DTD.encode("utf-16")), "document_type", "DTD"),
    "an encoding to hide in": ("plan.docx", document('<?xml encoding="UTF-7"?><a/>'), "damaged", "damaged"),
    "path that leads away": ("plan.xlsx", with_part(files.xlsx(), "../../x", b"x"), "damaged", "damaged"),
    "ten thousand parts": ("plan.xlsx", files.archive({f"p{n}": "" for n in range(10_000)}), "damaged", "damaged"),
    "bomb": ("plan.docx", files.archive({"word/document.xml": b"0" * 150_000_000}), "too_large", "larger"),
    "list that lies": ("plan.docx", files.lying(), "damaged", "damaged"),
    "no kind of file": ("plan.exe", b"MZ", "unknown_kind", ".exe"),
    "corner of the sheet": ("plan.xlsx", workbook(["Plazo"], XFD1048576="x"), "too_many_rows", "1048576 rows"),
    "binary called a list": ("plan.csv", b"a;b\x00\x01", "not_what_it_says", "not a .csv file"),
}  # fmt: skip


@pytest.fixture(scope="module")
def child():
    with Child() as one:
        yield one


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_plan_is_refused_in_words(case, child):
    name, data, kind, words = REFUSED[case]

    with override("en"), pytest.raises(Unreadable) as refused:
        child.understand(name, data, {})

    assert refused.value.kind == kind
    assert words in str(refused.value)


def test_a_child_has_a_limit_of_the_processors_time_for_each_file(child):
    child.understand("plan.xlsx", plan(), {})
    soft, _hard = resource.prlimit(child.process.pid, resource.RLIMIT_CPU)
    assert 15 <= soft < 30


def test_refusals_are_said_in_spanish_too():
    with override("es"), pytest.raises(Unreadable, match="El archivo está vacío"):
        look("plan.xlsx", b"")
    with override("es"), pytest.raises(Unreadable, match="cifrado"):
        look("plan.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))


@pytest.mark.parametrize("part", range(1, 10))
def test_truncated_workbook_is_damaged(part, child):
    data = plan()

    with pytest.raises(Unreadable) as refused:
        child.understand("plan.xlsx", data[: len(data) * part // 10], {})

    assert refused.value.kind == "damaged"


@pytest.mark.parametrize("lacking", ["xl/sharedStrings.xml", "xl/styles.xml"])
def test_missing_parts_are_damage_not_an_error_of_ours(lacking, child):
    body = sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')
    data = with_part(with_part(plan(), lacking, "<broken"), "xl/worksheets/sheet1.xml", body)

    with pytest.raises(Unreadable) as refused:
        child.understand("plan.xlsx", data, {})

    assert refused.value.kind == "damaged"


@pytest.mark.parametrize("claimed", ["A1:XFD1048576", "A1:A1"])
def test_claimed_size_of_a_sheet_is_not_believed(claimed, child):
    with zipfile.ZipFile(io.BytesIO(plan())) as parts:
        body = parts.read("xl/worksheets/sheet1.xml").decode()
    before, _, after = body.partition('<dimension ref="')
    data = with_part(
        plan(),
        "xl/worksheets/sheet1.xml",
        f'{before}<dimension ref="{claimed}{after[after.index(chr(34)) :]}',
    )

    found = child.understand("plan.xlsx", data, {})

    assert found.record["objectives"][0]["activities"][0]["title"] == "Taller"


def test_a_million_formatted_rows_are_counted_not_read(child):
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="0"/></row>' for number in range(1, 30_001))

    with override("en"), pytest.raises(Unreadable, match="claims 30000 rows") as refused:
        child.understand("plan.xlsx", with_part(plan(), "xl/worksheets/sheet1.xml", sheet(rows)), {})
    assert refused.value.kind == "too_many_rows"


def test_a_fault_of_ours_is_not_called_damage():
    said = safely({"kind": "text", "name": "plan.tsv", "known": 5}, b"Actividad\tPlazo\nTaller\t2025")

    assert said["refused"] == "failed"
    assert "Traceback" in said["said"]


def test_child_that_takes_too_long_is_stopped():
    with Child(wall=0.05) as hasty, pytest.raises(Unreadable) as refused:
        hasty.understand("plan.xlsx", plan(), {})

    assert refused.value.kind == "too_slow"


def test_one_process_is_enough_for_many_files_and_a_lost_one_comes_back(child):
    child.understand("plan.xlsx", plan(), {})
    child.process.kill()
    child.process.wait()

    assert child.understand("plan.xlsx", plan(), {}).record["plan"]["title"] == "Plan 2025"


def problems(source):
    return {(problem.kind, problem.place) for problem in source.problems}


def test_formulas_and_errors_are_named_by_their_cell():
    source = read_xlsx.read("plan.xlsx", workbook(["Actividad"], B7="=A1*2", C3="#REF!"))

    assert {("formula_without_value", "Sheet!B7"), ("error_cell", "Sheet!C3")} <= problems(source)
    assert all(problem.is_error for problem in source.problems)


@pytest.mark.parametrize("text", ["+1", "-1", "@SUM(A1)", "\t=1", "=cmd"[1:]])
def test_what_looks_like_a_formula_is_kept_as_text(text):
    source = read_xlsx.read("plan.xlsx", workbook([text]))

    assert source.grids[0].cells[0].text.strip() == text.strip()


def test_days_are_exact_or_asked():
    book = Workbook()
    book.active["A1"], book.active["A2"] = datetime(2025, 3, 1), "29.02.2023"  # noqa: DTZ001
    book.active["A3"] = 60
    book.active["A3"].number_format = "dd/mm/yyyy"
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001
    cells = {cell.row: cell for cell in read_xlsx.read("plan.xlsx", saved(book)).grids[0].cells}

    assert (cells[1].text, cells[1].kind) == ("2025-03-01", "date")
    assert cells[2].text == "29.02.2023"
    assert cells[3].kind == "error"


def test_numbers_follow_a_stated_rule():
    book = Workbook()
    written = {
        "A1": (0.6, "0%"), "A2": (60, "General"), "A3": (1e30, "General"), "A4": (1.1, "0.00"), "A5": (2025, "General"),
        "A6": (-0.0, "General"), "A7": (0.429, "0.0%"),
    }  # fmt: skip
    for place, (value, form) in written.items():
        book.active[place] = value
        book.active[place].number_format = form
    cells = {
        cell.row: (cell.text, cell.kind) for cell in read_xlsx.read("plan.xlsx", saved(book)).grids[0].cells
    }

    assert cells == {
        1: ("60%", "percent"), 2: ("60", "number"), 3: ("", "error"), 4: ("1.10", "number"), 5: ("2025", "number"),
        6: ("0", "number"), 7: ("42.9%", "percent"),
    }  # fmt: skip


def test_hidden_rows_columns_sheets_filters_strikes_and_comments_are_said():
    book = Workbook()
    main = book.active
    for row in (["Actividad", "Plazo"], ["Uno", "Marzo"], ["Dos", "Abril"]):
        main.append(row)
    main.row_dimensions[3].hidden = True
    main.column_dimensions["B"].hidden = True
    main.auto_filter.ref = "A1:B3"
    main["A2"].font = Font(strike=True)
    main["A2"].comment = Comment("¿sigue?", "x")
    hidden = book.create_sheet("Año pasado")
    hidden.append(["Actividad"])
    hidden.sheet_state = "hidden"
    source = read_xlsx.read("plan.xlsx", saved(book))

    kinds = {kind for kind, _place in problems(source)}
    assert kinds == {
        "hidden_row",
        "hidden_column",
        "hidden_sheet",
        "filter_on",
        "struck_out",
        "comment_on_cell",
    }
    assert [cell.text for cell in source.grids[0].cells] == [
        "Actividad",
        "Plazo",
        "Uno",
        "Marzo",
        "Dos",
        "Abril",
    ]


def test_odd_names_of_sheets_are_fine(child):
    book = load_workbook(io.BytesIO(plan()))
    book.active.title = "Plan d'été 🌱"

    assert child.understand("plan.xlsx", saved(book), {}).record["objectives"][0]["activities"]


@pytest.mark.parametrize(
    ("written", "read"),
    [("a_x0000_b", "ab"), ("x\u202egnp", "xgnp"), ("z\u200bw", "zw"), ("a\u00a0b", "a b")],
)
def test_signs_that_nobody_sees_are_taken_out(written, read):
    assert read_xlsx.read("plan.xlsx", workbook([written])).grids[0].cells[0].text == read


def test_long_cells_are_kept_whole():
    text = "palabra " * 5000
    source = read_xlsx.read("plan.xlsx", workbook([text[:32_767]]))

    assert len(source.grids[0].cells[0].text) == 32_767


def test_document_with_outside_references_is_read_and_nothing_is_fetched(child):
    document = Document()
    document.add_paragraph("Plan de trabajo 2025")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ["Actividad", "Plazo", "1.1 Taller", "Mayo 2025"],
        strict=True,
    ):
        cell.text = text
    document.part.relate_to(
        "http://127.0.0.1:9/x.dotx", "http://schemas.openxmlformats.org/attachedTemplate", is_external=True
    )
    made = io.BytesIO()
    document.save(made)

    found = child.understand("plan.docx", made.getvalue(), {})

    assert found.record["objectives"][0]["activities"][0]["title"] == "Taller"
    assert read_docx.read("plan.docx", made.getvalue()).grids[0].name == "table 1"


def test_an_empty_template_has_no_plan():
    assert (
        understand("plan.xlsx", workbook(["Actividad", "Responsable", "Plazo"]), {}).record["objectives"]
        == []
    )


def test_known_names_are_the_names_of_the_parties(child):
    found = child.understand("plan.xlsx", plan(), {"secretaría": "Secretaría Técnica"})

    parties = found.record["objectives"][0]["activities"][0]["responsible"]["parties"]
    assert [party["name"] for party in parties] == ["Secretaría Técnica"]
