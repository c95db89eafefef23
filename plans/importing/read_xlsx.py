"""An .xlsx becomes grids of cells that know their place, fill and type (E1, E5, E8, E12; bad inputs 6, 7, 13-25).

Values and styles come from openpyxl; a sheet of more than MANY filled rows is read with calamine, twenty times as fast,
and says that its colours were not read. Nobody trusts what a sheet says of its size: rows and cells are counted.
"""

import io
import math
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from html import unescape
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as Sheetcell
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from plans.importing.cleaning import clean, unescaped
from plans.importing.grids import Cell, Grid, Problem, Source, Unsound, Value

MANY, MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 2_000, 20_000, 500, 1_000_000
# More cells than this, blank ones too, take openpyxl too long.
MANY_CELLS = 150_000
ERRORS = {"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
WHITE = {"FFFFFF", "000000"}
_ROW, _CELL = re.compile(rb"<(?:\w+:)?row[ >/]"), re.compile(rb"<(?:\w+:)?c[ >/]")
_PLACE = re.compile(rb"<(?:\w+:)?(?:row|c) [^>]*?\br=\"([A-Z]{0,3})(\d+)\"")
_FILLED = re.compile(rb"<(?:\w+:)?(?:v|is|f)[ >]")
# A cell with an error, and a formula that nobody has calculated: calamine gives both as blank.
_ERROR = re.compile(
    rb'<(?:\w+:)?c (?=[^>]*\bt="e")[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*'
    rb"(?:<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"
)
_NO_VALUE = re.compile(
    rb'<(?:\w+:)?c (?![^>]*\bt="str")[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b[^>]*(?:/>|>([^<]*)</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*(?:/>|></(?:\w+:)?v>))?\s*</(?:\w+:)?c>"
)
_NO_SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
_DECIMALS = re.compile(r"^0\.(0+)$")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read(name: str, data: bytes) -> Source:
    """The sheets of a workbook that has been looked at from outside already. Raises Unsound."""
    long = _long_parts(data)
    source = Source(name, "xlsx")
    sheets = _parts_by_title(data) if long else {}
    if not long or set(sheets.values()) - long.keys():
        _read_styled(
            source, _without(data, set(long)), {title for title, part in sheets.items() if part in long}
        )
    if long:
        _read_long(source, data, {title: long[part] for title, part in sheets.items() if part in long})
        order = [clean(title, "", []) for title in sheets]
        source.blocks.sort(key=lambda grid: order.index(grid.name) if isinstance(grid, Grid) else 0)
    if not source.grids:
        raise Unsound("damaged")
    return source


def _long_parts(data: bytes) -> dict[str, bytes]:
    """The sheets that openpyxl takes too long for, by their parts; all are counted before anything is built of them.

    Raises Unsound beyond the limits.
    """
    long: dict[str, bytes] = {}
    total = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                text = archive.read(part)
                rows, cells = len(_ROW.findall(text)), len(_CELL.findall(text))
                total += cells
                last = max((int(found[1]) for found in _PLACE.findall(text)), default=0)
                if max(rows, last) > MOST_ROWS:
                    raise Unsound("too_many_rows", number=max(rows, last), most=MOST_ROWS)
                if cells > MANY_CELLS or (rows > MANY and _filled_rows(text) > MANY):
                    long[part] = text
    if total > MOST_CELLS:
        raise Unsound("too_large", number=total)
    return long


def _filled_rows(text: bytes) -> int:
    return sum(_FILLED.search(row) is not None for row in _ROW.split(text)[1:])


def _parts_by_title(data: bytes) -> dict[str, str]:
    """The part of each sheet by its title, in the order of the workbook."""
    reader = ExcelReader(io.BytesIO(data))
    reader.read_manifest()
    reader.read_workbook()
    return {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}


def _without(data: bytes, parts: set[str]) -> bytes:
    """The workbook with some of its sheets empty."""
    if not parts:
        return data
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, _NO_SHEET if part in parts else old.read(part))
    return made.getvalue()


def _read_styled(source: Source, data: bytes, but: set[str]) -> None:
    """All sheets but some, with colours and number formats."""
    values = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(data), keep_links=False)
    for sheet in values.worksheets:
        if sheet.title not in but:
            grid = _grid(source, sheet)
            _fill(source, grid, sheet, formulas)
            source.blocks.append(grid)


def _grid(source: Source, sheet: Worksheet) -> Grid:
    grid = Grid(clean(sheet.title, "", source.problems), is_sheet=True, hidden=sheet.sheet_state != "visible")
    filled = {cell.row for cell in sheet._cells.values() if cell.value is not None}
    grid.hidden_rows = sorted(
        row for row, found in sheet.row_dimensions.items() if found.hidden and row in filled
    )
    grid.hidden_columns = sorted(
        number
        for found in sheet.column_dimensions.values()
        if found.hidden and found.min
        for number in range(found.min, min(found.max or found.min, MOST_COLUMNS) + 1)
    )
    _say_hidden(source, grid, sheet)
    return grid


def _say_hidden(source: Source, grid: Grid, sheet: Worksheet) -> None:
    """Hidden rows and columns are read like the others, and said (bad input 19); a hidden sheet is not read."""
    if grid.hidden:
        source.problems += [Problem("hidden_sheet", grid.name)] if sheet._cells else []
        return
    columns = {cell.column for cell in sheet._cells.values() if cell.value is not None}
    for row in grid.hidden_rows:
        source.problems.append(Problem("hidden_row", grid.place(row, 1)))
    for column in grid.hidden_columns:
        if column in columns:
            source.problems.append(Problem("hidden_column", grid.place(1, column)))
    if sheet.auto_filter and sheet.auto_filter.ref and grid.hidden_rows:
        source.problems.append(Problem("filter_on", f"{grid.name}!{sheet.auto_filter.ref}"))


def _fill(source: Source, grid: Grid, sheet: Worksheet, formulas: Workbook) -> None:
    twin = formulas[sheet.title]
    # Nothing is read from a hidden sheet: nobody has to mend it.
    problems = [] if grid.hidden else source.problems
    ranges = {(found.min_row, found.min_col): found for found in sheet.merged_cells.ranges}
    for (row, column), found in sorted(sheet._cells.items()):
        if not isinstance(found, Sheetcell) or column > MOST_COLUMNS:
            if column > MOST_COLUMNS and getattr(found, "value", None) is not None:
                raise Unsound("too_many_columns", number=column, most=MOST_COLUMNS)
            continue
        cell = _cell(problems, grid, found, twin.cell(row, column))
        if (merged := ranges.get((row, column))) is not None:
            cell.rows, cell.columns = merged.max_row - row + 1, min(merged.max_col, MOST_COLUMNS) - column + 1
        if cell.text or cell.fill or cell.kind != "blank" or merged is not None:
            grid.cells.append(cell)


def _cell(problems: list[Problem], grid: Grid, found: Sheetcell, formula: Any) -> Cell:
    place = grid.place(found.row, found.column)
    text, value, kind = _content(problems, place, found, formula)
    cell = Cell(text, found.row, found.column, value, kind)
    if found.has_style:
        cell.fill = _fill_of(found)
        cell.bold, cell.strike = bool(found.font.b), bool(found.font.strike)
        cell.indent = int(found.alignment.indent or 0)
    if cell.strike and text:
        problems.append(Problem("struck_out", place, text[:80]))
    if found.comment is not None and found.comment.text:
        problems.append(Problem("comment_on_cell", place, clean(found.comment.text, place, problems)[:200]))
    return cell


def _content(problems: list[Problem], place: str, found: Sheetcell, formula: Any) -> tuple[str, Value, str]:
    """What a cell holds: its text as the sheet shows it, its value and its kind."""
    value = found.value
    if value is None:
        # "str" without a value is a text that a formula calculated to be empty.
        if formula.data_type == "f" and found.data_type != "str":
            printed = str(getattr(formula.value, "text", "") or formula.value)
            problems.append(Problem("formula_without_value", place, printed[:60], is_error=True))
            return "", None, "formula"
        return "", None, "blank"
    if found.data_type == "e" or (isinstance(value, str) and value in ERRORS):
        problems.append(Problem("error_cell", place, str(value), is_error=True))
        return "", None, "error"
    return content_of(problems, place, value, found.number_format or "")


def content_of(problems: list[Problem], place: str, value: Any, form: str = "") -> tuple[str, Value, str]:
    """Text, value and kind of a plain value. `form` is its number format, where known."""
    if isinstance(value, bool):
        return ("✓" if value else ""), value, "bool"
    if isinstance(value, int | float):
        return _number(problems, place, value, form)
    if isinstance(value, datetime | date | time):
        return _moment(problems, place, value, form)
    text = clean(unescaped(str(value)), place, problems).strip("\n")
    return text, text, "text" if text.strip() else "blank"


def _number(problems: list[Problem], place: str, value: int | float, form: str) -> tuple[str, Value, str]:
    if not math.isfinite(value) or abs(value) >= 1e18:
        problems.append(Problem("number_out_of_range", place, str(value), is_error=True))
        return "", None, "error"
    if "%" in _QUOTED.sub("", form):
        return f"{round(value * 100, 6):.10g}%", value, "percent"
    if decimals := _DECIMALS.match(form):
        return f"{value:.{len(decimals[1])}f}", value, "number"
    whole = float(value).is_integer()
    return (str(int(value)) if whole else f"{value:.12g}"), (int(value) if whole else value), "number"


def _moment(
    problems: list[Problem], place: str, value: datetime | date | time, form: str
) -> tuple[str, Value, str]:
    """A day as ISO text, "03/2025" or "2025" where the sheet shows no more of it than that.

    Days before 1905 are numbers that somebody formatted as dates: asked (bad input 17).
    """
    if isinstance(value, time):
        return value.isoformat(timespec="minutes"), None, "text"
    if value.year < 1905 or value.year > 2199:
        problems.append(Problem("date_unlikely", place, value.isoformat()[:10], is_error=True))
        return "", None, "error"
    day = value.date() if isinstance(value, datetime) else value
    return day.strftime(_shown(form)), day, "date"


def _shown(form: str) -> str:
    """What a number format shows of a day: all of it, or its month and year, or its year alone."""
    signs = set(_QUOTED.sub("", form).lower().partition(";")[0])
    if signs & set("dhs") or not signs & set("my"):
        return "%Y-%m-%d"
    return "%m/%Y" if "m" in signs else "%Y"


def _fill_of(found: Sheetcell) -> str:
    """The colour of a cell, "" for none and white: hexadecimal, or the theme's number with its tint."""
    fill = found.fill
    if fill is None or fill.fill_type is None:
        return ""
    colour = _colour(fill.fgColor) if fill.fill_type == "solid" else "pattern"
    return "" if colour in WHITE else colour


def _colour(colour: Color) -> str:
    if colour.type == "theme":
        return "" if colour.theme == 0 and not colour.tint else f"theme{colour.theme}{colour.tint:+.1f}"
    if colour.type == "indexed":
        return COLOR_INDEX[colour.indexed][-6:] if colour.indexed < len(COLOR_INDEX) else ""
    return str(colour.rgb)[-6:].upper()


def _read_long(source: Source, data: bytes, parts: dict[str, bytes]) -> None:
    """Long sheets by calamine, `parts` by their titles: values, merged ranges, no colours and no number formats."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for meta in workbook.sheets_metadata:
        if meta.name not in parts:
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        grid = Grid(clean(meta.name, "", source.problems), is_sheet=True, fills_read=False)
        grid.hidden = str(meta.visible) != "SheetVisibleEnum.Visible"
        if grid.hidden:
            source.problems.append(Problem("hidden_sheet", grid.name))
        problems = [] if grid.hidden else source.problems  # as in `_fill`
        grid.cells = list(_long_cells(problems, grid, sheet))
        problems += _long_errors(grid, parts[meta.name])
        source.problems.append(Problem("fills_not_read", grid.name))
        source.blocks.append(grid)


def _long_errors(grid: Grid, text: bytes) -> Iterator[Problem]:
    """Cells that hold no value though they should have one."""
    for kind, pattern, sign in (
        ("error_cell", _ERROR, b't="e"'),
        ("formula_without_value", _NO_VALUE, b"<f"),
    ):
        for found in pattern.finditer(text) if sign in text else ():
            value = unescape((found[2] or b"").decode("utf-8", "replace"))
            yield Problem(kind, f"{grid.name}!{found[1].decode()}", value[:60], is_error=True)


def _long_cells(problems: list[Problem], grid: Grid, sheet: Any) -> Iterator[Cell]:
    first_row, first_column = sheet.start or (0, 0)
    ranges = dict(sheet.merged_cell_ranges or [])
    for row, values in enumerate(sheet.iter_rows(), start=first_row + 1):
        for column, value in enumerate(values, start=first_column + 1):
            if value == "" or value is None:
                continue
            if value in ERRORS:
                problems.append(Problem("error_cell", grid.place(row, column), str(value), is_error=True))
                continue
            text, plain, kind = content_of(problems, grid.place(row, column), value)
            cell = Cell(text, row, column, plain, kind)
            if (end := ranges.get((row - 1, column - 1))) is not None:
                cell.rows, cell.columns = end[0] - row + 2, end[1] - column + 2
            if text:
                yield cell
