"""What is asked, as a workbook to fill in: read by the form, shown, kept as drafts, never sent (T7, S-C3, S-C4)."""

import io
import re
import time
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from plans.models import Measurement, ProgressReport
from plans.workspace.offline import FIRST_ROW, HIDDEN
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_seat,
)
from tests.plans.test_evidence import signed_in

pytestmark = pytest.mark.django_db
PAGE, FILE = "/asked/workbook/", "/asked/workbook/plenaria.xlsx"
KIND, STATUS, PERCENT, DONE = "HIJK"
VALUE = "P"
MOST_QUERIES = 20


@pytest.fixture
def round_():
    return make_round(make_plan(make_coalition()))


@pytest.fixture
def piura(round_):
    return make_party(round_.plan.coalition, standing="member", name_es="Ciudad de Piura")


@pytest.fixture
def focal(piura):
    client = signed_in(make_seat(party=piura, role="focal_point"))
    client.cookies["django_language"] = "es"
    return client


@pytest.fixture
def report(round_, piura):
    activity = make_activity(make_objective(round_.plan))
    make_indicator(activities=[activity])
    return make_report(round_, activity, piura)


def download(client):
    answer = client.get(FILE)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return load_workbook(io.BytesIO(answer.content))


def send(client, book, name="plenaria.xlsx"):
    out = io.BytesIO()
    book.save(out)
    return client.post(PAGE, {"file": SimpleUploadedFile(name, out.getvalue())})


def fill(client, **cells):
    book = download(client)
    for place, value in cells.items():
        book.worksheets[0][f"{place}{FIRST_ROW}"] = value
    return book


def confirm(client, answer, **more):
    text = answer.content.decode()
    fields = {}
    for name in ("cells", "seen", "form_key"):
        fields[name] = re.search(rf'name="{name}" value="([^"]*)"', text)[1].replace("&quot;", '"')
    return client.post(PAGE, fields | more)


def test_a_filled_workbook_becomes_drafts_and_nothing_is_sent(focal, report):
    book = fill(
        focal, **{STATUS: "en desarrollo", PERCENT: "40", DONE: "Se midió en dos puntos.", VALUE: "12,5"}
    )
    answer = send(focal, book)
    text = answer.content.decode()
    assert answer.status_code == 200 and "Se midió en dos puntos." in text
    report.refresh_from_db()
    assert report.state == "asked"

    assert confirm(focal, answer).status_code == 302
    report.refresh_from_db()
    assert (report.state, report.status, report.executed) == ("draft", "in_progress", 40)
    assert (report.done_es, report.submitted_at) == ("Se midió en dos puntos.", None)
    assert Measurement.objects.get().value == Decimal("12.5") and not Measurement.objects.get().accepted

    # The same file again changes nothing, and says so.
    assert confirm(focal, answer).status_code == 302
    version = ProgressReport.objects.get().version
    again = send(focal, download(focal))
    assert 'name="cells"' not in again.content.decode()
    assert ProgressReport.objects.get().version == version


def test_the_workbook_is_locked_but_for_what_is_asked(focal, report):
    book = download(focal)
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert [sheet.column_dimensions[letter].hidden for letter in "ABC"] == [True] * HIDDEN
    open_cells = [cell.column_letter for cell in sheet[FIRST_ROW] if not cell.protection.locked]
    assert open_cells == [*"HIJKLMN", VALUE]
    assert len(sheet.data_validations.dataValidation) == 2
    assert sheet[f"E{FIRST_ROW}"].value == str(report.activity)
    assert "Secretar" in sheet["D2"].value
    assert book.worksheets[1].sheet_state == "hidden"


def test_numbers_of_a_spreadsheet_are_read_as_they_stand(focal, report):
    send_and_keep(focal, fill(focal, **{PERCENT: 40, VALUE: 1.234}))
    assert Measurement.objects.get().value == Decimal("1.234")
    report.refresh_from_db()
    assert report.executed == 40


def send_and_keep(client, book):
    assert confirm(client, send(client, book)).status_code == 302


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({PERCENT: "mucho"}, "mucho"),
        ({PERCENT: "140"}, "140"),
        ({PERCENT: 0.5}, "50"),
        ({STATUS: "casi"}, "casi"),
        ({VALUE: "1.200"}, "1.200"),
        ({VALUE: "=1+1"}, "=1+1"),
        ({KIND: "quizás"}, "quizás"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_nothing_is_kept(focal, report, cells, said):
    answer = send(focal, fill(focal, **{DONE: "Algo."} | cells))
    text = answer.content.decode()
    assert 'role="alert"' in text and said in text and f'scope="row">{FIRST_ROW}<' in text
    assert 'name="cells"' not in text
    report.refresh_from_db()
    assert report.state == "asked"


def test_what_was_changed_on_the_site_since_is_listed_and_not_overwritten(focal, report, round_, piura):
    other = make_report(round_, make_activity(report.activity.objective), piura)
    book = download(focal)
    sheet = book.worksheets[0]
    sheet[f"{DONE}{FIRST_ROW}"], sheet[f"{DONE}{FIRST_ROW + 1}"] = "Del archivo", "Otra"
    report.done_es, report.version, report.state = "Del sitio", report.version + 1, "draft"
    report.save()
    answer = send(focal, book)
    text = answer.content.decode()
    assert "Del archivo" in text and "Del sitio" in text
    confirm(focal, answer)
    report.refresh_from_db()
    other.refresh_from_db()
    assert (report.done_es, other.done_es) == ("Del sitio", "Otra")


def test_another_field_changed_on_the_site_is_no_conflict(focal, report):
    book = fill(focal, **{PERCENT: "25"})
    report.done_es, report.state = "Del sitio", "draft"
    report.save()
    send_and_keep(focal, book)
    report.refresh_from_db()
    assert (report.done_es, report.executed) == ("Del sitio", 25)


def test_what_changes_between_looking_and_keeping_is_shown_again(focal, report):
    answer = send(focal, fill(focal, **{DONE: "Del archivo"}))
    report.done_es, report.state = "Del sitio", "draft"
    report.save()
    again = confirm(focal, answer)
    assert again.status_code == 409 and "Del sitio" in again.content.decode()
    report.refresh_from_db()
    assert report.done_es == "Del sitio"


def test_rows_of_others_are_refused_and_stay_as_they_are(focal, report, round_):
    neighbour = make_party(round_.plan.coalition, standing="member")
    foreign = make_report(state="asked")
    theirs = make_report(round_, report.activity, neighbour)
    for key in (theirs.pk, foreign.pk, 987654, "x", None, True):
        book = fill(focal, **{DONE: "Ajeno"})
        book.worksheets[0][f"A{FIRST_ROW}"] = key
        text = send(focal, book).content.decode()
        assert 'name="cells"' not in text or key is True
    book = fill(focal, **{DONE: "Dos veces"})
    for cell in list(book.worksheets[0][FIRST_ROW]):
        book.worksheets[0].cell(FIRST_ROW + 1, cell.column, cell.value)
    assert 'name="cells"' not in send(focal, book).content.decode()
    assert not ProgressReport.objects.exclude(state="asked").exists()


def test_values_of_other_indicators_are_refused(focal, report):
    other = make_indicator(make_objective())
    book = fill(focal, **{"C": f"figure-{other.pk}-value", VALUE: "3"})
    assert 'name="cells"' not in send(focal, book).content.decode()
    assert not Measurement.objects.exists()


def test_forged_cells_are_read_like_a_file(focal, report, round_):
    theirs = make_report(round_, report.activity, make_party(round_.plan.coalition, standing="member"))
    answer = send(focal, fill(focal, **{DONE: "Mío"}))
    text = answer.content.decode()
    cells = re.search(r'name="cells" value="([^"]*)"', text)[1].replace("&quot;", '"')
    forged = cells.replace(f"[{report.pk}, ", f"[{theirs.pk}, ")
    assert forged != cells
    short = f'[["plenaria-asked", 1, "es"], [], [], [{report.pk}]]'
    wide = f'[["plenaria-asked", 1, "es"], [], [], [0, "", "{"figure-1-value " * 99}"]]'
    strange = cells.replace("Mío", "Mío NaN").replace(", null", ", NaN", 3)
    deep = "[" * 200_000
    for wrong in (forged, "", "[", "{}", '[["plenaria-asked", 1, "es"]]', short, wide, strange, deep):
        assert confirm(focal, answer, cells=wrong).status_code in (200, 409)
    assert not ProgressReport.objects.exclude(state="asked").exists()


def test_a_right_withdrawn_meanwhile_keeps_nothing(focal, report):
    answer = send(focal, fill(focal, **{DONE: "Tarde"}))
    focal.seat.ended_on = date(2026, 1, 1)
    focal.seat.save()
    assert confirm(focal, answer).status_code == 409
    report.refresh_from_db()
    assert report.done_es in (None, "")


@pytest.mark.parametrize("change", ["newer", "other", "no mark", "csv", "png", "nothing"])
def test_another_file_is_refused_in_words(focal, report, change):
    book = download(focal)
    sheet = book.worksheets[0]
    if change == "newer":
        sheet["B1"] = 2
    if change in ("other", "no mark"):
        sheet["A1"] = "plan" if change == "other" else None
    if change in ("csv", "png"):
        answer = focal.post(PAGE, {"file": SimpleUploadedFile(f"a.{change}", b"a;b")})
    else:
        answer = focal.post(PAGE) if change == "nothing" else send(focal, book)
    text = answer.content.decode()
    assert answer.status_code == 200 and 'role="alert"' in text
    assert change != "newer" or re.search(r"versión 2|version 2", text)


def test_the_language_of_the_file_is_read_whatever_the_page_speaks(focal, report):
    book = fill(focal, **{STATUS: "en desarrollo", DONE: "Hecho"})
    focal.cookies["django_language"] = "en"
    send_and_keep(focal, book)
    report.refresh_from_db()
    assert (report.status, report.done_es, report.done_en or "") == ("in_progress", "Hecho", "")


def test_a_text_that_a_spreadsheet_would_calculate_stays_a_text(focal, report):
    report.done_es, report.state = "=1+1", "draft"
    report.save()
    sheet = download(focal).worksheets[0]
    assert (sheet[f"{DONE}{FIRST_ROW}"].value, sheet[f"{DONE}{FIRST_ROW}"].data_type) == ("=1+1", "s")


def test_a_workbook_of_forty_reports_is_read_soon(focal, round_, piura):
    ask_for(40, round_, piura)
    book = download(focal)
    for row in range(FIRST_ROW, FIRST_ROW + 40):
        book.worksheets[0][f"{PERCENT}{row}"] = book.worksheets[0][f"{VALUE}{row}"] = "10"
    began = time.monotonic()
    answer = send(focal, book)
    assert time.monotonic() - began < 5
    confirm(focal, answer)
    assert ProgressReport.objects.filter(executed=10, state="draft").count() == 40
    assert Measurement.objects.filter(value=10).count() == 40


@pytest.mark.parametrize("many", [1, 4])
def test_a_workbook_costs_the_same_queries(focal, round_, piura, many, django_assert_max_num_queries):
    ask_for(many, round_, piura)
    book = download(focal)
    with django_assert_max_num_queries(MOST_QUERIES):
        focal.get(FILE)
    with django_assert_max_num_queries(MOST_QUERIES):
        send(focal, book)


def ask_for(many, round_, party):
    """So many reports, each of an activity with a value."""
    objective = make_objective(round_.plan)
    for _number in range(many):
        activity = make_activity(objective)
        make_indicator(activities=[activity])
        make_report(round_, activity, party)
