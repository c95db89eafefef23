"""What is asked of a reader as a workbook to fill in without a line (T7). `offline_reading` reads it again.

One row is one report. Its fields are those of the form of the report: what a cell may hold is what the form may.
"""

import io
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from coalitions.languages import shown
from coalitions.models import User
from coalitions.permissions import parties_reported_for
from coalitions.sheets import FORMULA
from coalitions.workbooks import Value
from plans import figures, reports
from plans.forms import conflict
from plans.forms.report import FIGURE, Desk, ReportForm
from plans.models import Acceptance, ProgressReport
from plans.workspace.matrix_rows import period_name
from plans.workspace.report_reached import language_of

MARK, SCHEMA = "plenaria-asked", 1
FIELDS = ("kind", "status", "executed", "done", "difficulties", "next_steps", "without_evidence")
HIDDEN = 3
"""The columns in front that nobody sees: the report, what each of its parts was, the names of its values."""
SAID = 4
"""Then the round, the activity, the party and the day."""
FIRST_ROW = 4
WIDTHS = (30, 46, 24, 14, 20, 18, 12, 50, 36, 36, 36)


def asked(user: User, on: date) -> list[ProgressReport]:
    """The reports that the reader can write now, the first due first."""
    rows = ProgressReport.objects.visible_to(user, on).filter(
        party__in=parties_reported_for(user, on), state__in=reports.OPEN,
        round__opened_at__isnull=False, round__closed_at__isnull=True,
    )  # fmt: skip
    related = ("activity", "party", "coalition", "round__period", "round__plan__coalition")
    rows = rows.select_related(*related).prefetch_related("evidence")
    return list(rows.order_by("round__due", "round", "activity__position", "party", "pk"))


def forms_of(rows: list[ProgressReport]) -> list[ReportForm]:
    """The forms of these reports, which everything about them is loaded for at once."""
    figures_of, before = figures.asked_of_each(rows), reports.accepted_before_each(rows)
    return [_form_of(row, figures_of[row.pk], before.get(row.pk)) for row in rows]


def _form_of(report: ProgressReport, asked: list[figures.Asked], before: Acceptance | None) -> ReportForm:
    desk = Desk(
        report=report, asked=asked, before=before, behalf=False, evidence=bool(report.evidence.all()),
        language=language_of(report),
    )  # fmt: skip
    return ReportForm(desk)


def to_xlsx(user: User, on: date) -> bytes:
    """The workbook: locked but for the cells to fill in, with lists where a form has choices."""
    book = Workbook()
    sheet, lists = book.active, book.create_sheet("lists")
    sheet.title, lists.sheet_state = _("Reports"), "hidden"
    forms = forms_of(asked(user, on))
    values = [_value_names(form) for form in forms]
    most = max((len(names) for names in values), default=0)
    _put(sheet, 1, [MARK, SCHEMA, get_language() or "es"])
    _put(sheet, 2, [None] * HIDDEN + [_how_to()])
    _put(sheet, 3, ["", "", "", *_heads(), *_value_heads(most)])
    offers: dict[tuple[str, ...], str] = {}
    for number, (form, names) in enumerate(zip(forms, values, strict=True), start=FIRST_ROW):
        _put(sheet, number, _row(form, names))
        _open_cells(sheet, number, form, names, offers, lists)
    _lay_out(sheet, HIDDEN + SAID + len(FIELDS) + 2 * most)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _how_to() -> str:
    return _(
        "Fill in the white cells, one row for each activity, and send this file back on the page “What is asked of "
        "me”. A cell left empty is not reported, which is not zero. Nothing is sent to the Secretariat by this file: "
        "drafts are made, which you look at and send on the site. Evidence is added there too."
    )


def _heads() -> list[str]:
    told = [_("Round"), _("Activity"), _("For whom"), _("Due")]
    labels = [str(ReportForm.base_fields[name].label) for name in FIELDS]
    return told + labels


def _value_heads(most: int) -> list[str]:
    return [head for _number in range(most) for head in (_("What is asked"), _("Value"))]


def _value_names(form: ReportForm) -> list[str]:
    return [name for name in form.fields if name.startswith(FIGURE)]


def _row(form: ReportForm, names: list[str]) -> list[Value]:
    report, language, held = form.desk.report, get_language() or "es", conflict.as_posted(form)
    plan, period = shown(report.round.plan, "title", language), period_name(report.round.period, language)
    cells: list[Value] = [
        report.pk,
        conflict.fingerprint(form.told(held)),
        " ".join(names),
        f"{plan} · {period}",
        str(report.activity),
    ]
    cells += [str(shown(report.party, "name", language)), report.round.due]
    cells += [_word(form, name, held.get(name, "")) for name in FIELDS]
    for name in names:
        cells += [_question(form, name), _word(form, name, held.get(name, ""))]
    return cells


def _question(form: ReportForm, name: str) -> str:
    """The indicator, and which part of it is asked, where it has parts."""
    indicator = next(
        one.indicator for one in form.desk.asked if name.startswith(f"{FIGURE}{one.indicator.pk}-")
    )
    title, label = str(shown(indicator, "name", get_language() or "es")), str(form.fields[name].label)
    return title if label == title else f"{title}: {label}"


def choices_of(form: ReportForm, name: str) -> list[tuple[str, str]]:
    offered = getattr(form.fields[name], "choices", ())
    return [(str(value), str(word)) for value, word in offered if value]


def _word(form: ReportForm, name: str, value: str) -> str:
    return dict(choices_of(form, name)).get(value, value)


def _put(sheet: Any, number: int, cells: list[Any]) -> None:
    for place, value in enumerate(cells, start=1):
        cell = sheet.cell(number, place)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value) or None
            cell.data_type, cell.quotePrefix = "s", value.startswith(FORMULA)
        else:
            cell.value = value
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _open_cells(
    sheet: Any,
    number: int,
    form: ReportForm,
    names: list[str],
    offers: dict[tuple[str, ...], str],
    lists: Any,
) -> None:
    """The cells of a row that are filled in: texts, or one of a list."""
    first = HIDDEN + SAID + 1
    places = dict(zip(FIELDS, range(first, first + len(FIELDS)), strict=True))
    places |= {name: first + len(FIELDS) + 2 * place + 1 for place, name in enumerate(names)}
    for name, place in places.items():
        cell = sheet.cell(number, place)
        cell.protection, cell.number_format = Protection(locked=False), "@"
        cell.fill = PatternFill(fill_type=None)
        words = tuple(word for _value, word in choices_of(form, name))
        if words:
            rule = DataValidation("list", formula1=_list_of(words, offers, lists), allow_blank=True)
            sheet.add_data_validation(rule)
            rule.add(cell)


def _list_of(words: tuple[str, ...], offers: dict[tuple[str, ...], str], lists: Any) -> str:
    """Where a list of words stands in the hidden sheet; each is written there once."""
    if words not in offers:
        letter = get_column_letter(len(offers) + 1)
        for number, word in enumerate(words, start=1):
            lists[f"{letter}{number}"] = word
        offers[words] = f"lists!${letter}$1:${letter}${len(words)}"
    return offers[words]


def _lay_out(sheet: Any, columns: int) -> None:
    sheet.row_dimensions[1].hidden = True
    for place in range(1, columns + 1):
        own = sheet.column_dimensions[get_column_letter(place)]
        own.hidden = place <= HIDDEN
        own.width = WIDTHS[place - HIDDEN - 1] if HIDDEN < place <= HIDDEN + len(WIDTHS) else 28
        head = sheet.cell(3, place)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="E8EEF0")
    for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=HIDDEN + 1):
        for cell in row:
            if cell.protection.locked:
                cell.fill = PatternFill("solid", fgColor="F4F5F5")
    sheet.merge_cells(start_row=2, start_column=HIDDEN + 1, end_row=2, end_column=HIDDEN + SAID + 4)
    sheet.row_dimensions[2].height = 64
    sheet.freeze_panes = sheet.cell(FIRST_ROW, HIDDEN + 3)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # which allows both
