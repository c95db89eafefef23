"""What the readers make of workbooks, documents and tables that were not written for them (E1-E6, bad inputs 6-25)."""

from datetime import date

import pytest
from openpyxl import Workbook

from plans.importing import read_xlsx
from plans.importing.recognise import read_plan
from tests.plans.importing.test_opening import saved

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
