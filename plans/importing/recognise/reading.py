"""From the blocks of a source to a draft: each grid is a table, a box, a list, a calendar or text (E, P6-P28). Pure."""

from plans.importing.grids import Cell, Grid, Paragraph, Source
from plans.importing.recognise import boxes, contents, statuses
from plans.importing.recognise.codes import heading_of, is_code, plain, split_code
from plans.importing.recognise.columns import Column, Layout, Row, distinct, find_layouts
from plans.importing.recognise.draft import Activity, Draft, Found, Level, Node, Timetable, found_in
from plans.importing.recognise.settling import same_again, settle
from plans.importing.recognise.sheets import numbered_levels, placed, says, turned, years_of_sheets
from plans.importing.recognise.tables import Table, read_row, table_of
from plans.importing.recognise.texts import outline_of, read_text
from plans.importing.recognise.tree import Builder, looks_of
from plans.importing.recognise.words import BESIDE, field_of, fold
from plans.importing.recognise.written import Written, written_in

Rows = list[Row]
SHEET = "unnamed:sheet"


def read_draft(source: Source) -> Draft:
    """The draft of a source. A calendar of rows that stand nowhere else is the plan itself; so are paragraphs."""
    draft = _Reading(source, calendars_are_plans=False).read()
    if not draft.activities() and draft.timetables:
        draft = _Reading(source, calendars_are_plans=True).read()
    if not draft.activities() and (written := written_in(source.blocks)).entries:
        draft = _Reading(source, calendars_are_plans=False, written=written).read()
    _prune(draft)
    return draft


class _Reading:
    """One walk over a source."""

    def __init__(self, source: Source, *, calendars_are_plans: bool, written: Written | None = None) -> None:
        self.source = source
        self.calendars_are_plans = calendars_are_plans
        texts = [block for block in source.blocks if isinstance(block, Paragraph)]
        self.builder = Builder(Draft(problems=list(source.problems)))
        self.builder.numbered = numbered_levels(source)
        self.builder.outline = outline_of(texts)
        self.builder.written = written or Written()
        self.table: Table | None = None
        self.calendar: Timetable | None = None
        self.heading = ""
        self.levels: list[str] = []
        self.repeated = False
        self.beside = False
        self.years = years_of_sheets(source)
        self.sheets = [grid for grid in source.grids if grid.is_sheet and not grid.hidden]

    def read(self) -> Draft:
        for block in self.source.blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            elif not block.hidden:
                self._grid(block)
        for level in self.builder.draft.levels:
            level.prefix = self.builder.abbreviations.get(level.key, "")
            level.abbreviation = level.prefix or self.builder.abbreviations.get(
                f"{level.key} of a calendar", ""
            )
        return self.builder.draft

    def _paragraph(self, text: Paragraph) -> None:
        if text.text.strip():
            if text.level is not None or heading_of(text.text):
                self.table = None
            self.heading = " ".join(text.text.split())
            read_text(self.builder, text)

    def _grid(self, grid: Grid) -> None:
        rows = [(number, cells) for number, cells in grid.rows() if distinct(cells)]
        if not rows:
            return
        if grid.is_sheet:
            self.table = None
            self._enter_sheet(grid)
        self.calendar = None
        first = distinct(rows[0][1])
        if len(first) > 1 and all(BESIDE.fullmatch(fold(cell.text).strip(" .:")) for cell in first):
            place = grid.place(first[0].row, first[0].column)
            self.builder.draft.ask("table_not_read", place, " | ".join(cell.text for cell in first))
            self._leave(grid, rows)
            return
        layouts = {} if boxes.is_key_value(rows) else find_layouts(grid, rows)
        if not layouts and (guessed := contents.guess_layout(grid, rows)) and not self._goes_on(grid, rows):
            layouts = {guessed.first: guessed}
            heads = ", ".join(column.field or "?" for column in guessed.columns)
            self.builder.draft.ask("columns_guessed", guessed.place, "", heads)
        self.repeated = len(layouts) > 1
        for part in _parts(rows):
            self._part(grid, part, layouts, rows)

    def _part(self, grid: Grid, rows: Rows, layouts: dict[int, Layout], whole: Rows) -> None:
        """The rows of a grid between two blank ones."""
        self.beside = False
        own = {first: layout for first, layout in layouts.items() if rows[0][0] <= first <= rows[-1][0]}
        lead = next((place for place, (_, cells) in enumerate(rows) if len(distinct(cells)) > 1), 0)
        if any(statuses.head_of(cells) for _, cells in rows):
            self._counts(grid, rows)
        elif (table := self._turned(grid, rows[lead:], own)) is not None:
            self._above(grid, rows[:lead])
            standing = list(table.rows())
            self.builder.draft.ask("table_turned", grid.place(rows[lead][0], min(rows[lead][1])))
            self._rows(table, standing, find_layouts(table, standing), standing)
        elif boxes.is_list(rows[lead:]):
            self._above(grid, rows[:lead])
            boxes.read_list(self.builder, grid, rows[lead:])
        elif not own and grid.is_sheet and all(len(distinct(cells)) == 1 for _, cells in rows):
            self._above(grid, rows)
        elif not own and self._goes_on(grid, rows):
            self._go_on(grid, rows)
        elif (start := _boxed_from(grid, rows, own)) is not None:
            self._above(grid, rows[:start])
            for box in boxes.each(grid, rows[start:], own):
                boxes.read_box(self.builder, grid, box, {f: one for f, one in own.items() if f in dict(box)})
            self.table = None
        else:
            self._rows(grid, rows, own, whole)
            if not own and len(rows) > 2 and max(len(distinct(cells)) for _, cells in rows) > 2:
                first = distinct(rows[0][1])[0]
                place = grid.place(first.row, first.column)
                self.builder.draft.ask(
                    "table_not_read", place, " | ".join(c.text for c in distinct(rows[0][1]))
                )

    def _turned(self, grid: Grid, rows: Rows, own: dict[int, Layout]) -> Grid | None:
        """The rows as a table on its feet, where their first cells are heads more than those of any row are."""
        known = [
            len([column for column in layout.columns if column.field and not column.guessed])
            for layout in own.values()
        ]
        heads = [cells for _, cells in rows if field_of(distinct(cells)[0].text)]
        is_other = max(known, default=0) >= len(heads) or boxes.is_key_value(rows)
        return None if is_other else turned(grid, rows)

    def _goes_on(self, grid: Grid, rows: Rows) -> bool:
        """Whether rows without a head belong to the table before them: in the same grid, or cut by a page (E4)."""
        if self.calendar is not None:
            return True
        return self.table is not None and (self.table.grid is grid or _fits(self.table, rows))

    def _go_on(self, grid: Grid, rows: Rows) -> None:
        if self.table is not None and self.table.grid is not grid:
            self.table = table_of(grid, self.table.layout, rows, continued=True)
        for number, cells in rows:
            self._row(grid, number, cells)

    def _enter_sheet(self, grid: Grid) -> None:
        self.builder.path.clear()
        self.builder.pending = []
        self.builder.fresh = False
        self.builder.said = []
        heading = heading_of(grid.name)
        named = heading and heading.level and (heading.code or heading.title)
        if heading and heading.level and named and not says(grid, heading.level.key):
            self.builder.open_heading(heading, grid.name)
        elif len(self.sheets) > 1:
            self.builder.sheet = grid.name

    def _counts(self, grid: Grid, rows: Rows) -> None:
        """A table that counts activities by status; what stands above it is text."""
        first = next(place for place, (_, cells) in enumerate(rows) if statuses.head_of(cells))
        self._above(grid, rows[:first])
        heading = grid.name if grid.is_sheet else self.heading
        self.builder.draft.status_table = statuses.table_of(rows[first:], heading)
        cells = [cell for _, row in rows[first:] for cell in distinct(row)]
        self.builder.draft.used |= {grid.place(cell.row, cell.column) for cell in cells}

    def _above(self, grid: Grid, rows: Rows) -> None:
        for number, cells in rows:
            self._text_row(grid, number, cells)

    def _rows(self, grid: Grid, rows: Rows, layouts: dict[int, Layout], whole: Rows) -> None:
        inside = 0
        above = {first - 1 for first in layouts} | _lead(rows, layouts)
        for number, cells in rows:
            if number in layouts:
                self._enter_table(grid, layouts[number], [row for row in whole if row[0] >= number], layouts)
                inside = layouts[number].last
            if number in above and self.repeated and len(distinct(cells)) == 1:
                self._text_row(grid, number, cells, heads=number + 1 in layouts)
            elif number > inside:
                self._row(grid, number, cells)

    def _enter_table(self, grid: Grid, layout: Layout, below: Rows, layouts: dict[int, Layout]) -> None:
        self.calendar = self._as_calendar(layout)
        self.table = None
        self.beside = layout.beside
        layout.year = self.years.get(grid.name)
        if layout.beside:
            self.builder.draft.ask("table_not_read", layout.place, " | ".join(c.head for c in layout.columns))
        elif self.calendar is None:
            self.builder.table += 1
            self.builder.draft.layouts.append(layout)
            own = _until_next(below, layouts, layout.first)
            for head in [*_twice(layout), *same_again(layout, own)]:
                self.builder.draft.ask("head_twice", head.place, head.head)
            for column in settle(layout, own, self.levels):
                self.levels.append(column.head)
                self.builder.draft.ask("column_read_as_level", column.place, column.head)
            if (units := layout.of("unit")) and layout.of("share"):
                self.builder.draft.ask("share_may_be_counted", layout.place, units[0].head)
            self.builder.column_levels(layout)
            self.table = table_of(grid, layout, own)

    def _leave(self, grid: Grid, rows: Rows) -> None:
        for cell in (cell for _, cells in rows for cell in distinct(cells)):
            self.builder.draft.leave(grid.place(cell.row, cell.column), cell.text, "not recognised")

    def _row(self, grid: Grid, number: int, cells: dict[int, Cell]) -> None:
        if self.beside:
            self._leave(grid, [(number, cells)])
        elif self.calendar is not None:
            _calendar_row(self.builder, self.calendar, grid, cells)
        elif self.table is None:
            self._text_row(grid, number, cells)
        else:
            nodes = len(self.builder.draft.nodes)
            read_row(self.builder, self.table, number, cells)
            if len(self.builder.draft.nodes) > nodes and self.builder.path and self.builder.sheet:
                self._name_after_sheet()

    def _name_after_sheet(self) -> None:
        """A sheet whose activities have no heading of their own gives its name to their node."""
        node = self.builder.path[0]
        if node.level.key.endswith(":flat"):
            code, printed, title = split_code(self.builder.sheet)
            node.title, node.code, node.code_printed = title, code, printed
            levels = self.builder.draft.levels
            known = next((level for level in levels if level.key == SHEET), None)
            if known is None:
                node.level.key = SHEET
            else:
                levels.remove(node.level)
                node.level = known
            self.builder.draft.ask("sheet_read_as_objective", self.builder.sheet, self.builder.sheet)
        self.builder.sheet = ""

    def _as_calendar(self, layout: Layout) -> Timetable | None:
        """A table of nothing but activities and months is the calendar of a plan that stands elsewhere."""
        others = [
            c
            for c in layout.columns
            if c.field not in {"level", "time", "code", "title", ""} and not c.measure
        ]
        measured = any(column.measure for column in layout.columns)
        if self.calendars_are_plans or others or measured or len(layout.calendar) < 3:
            return None
        self.builder.draft.timetables.append(Timetable(layout, self.heading))
        return self.builder.draft.timetables[-1]

    def _text_row(self, grid: Grid, number: int, cells: dict[int, Cell], *, heads: bool = False) -> None:
        """A row outside a table. heads: it stands right above one of several tables of the grid."""
        own = [cell for cell in distinct(cells) if cell.row == number]
        for cell in own:
            stands_out = heads or cell.bold or bool(split_code(cell.text)[0] and len(cell.text) < 160)
            text = Paragraph(cell.text, number, style=looks_of(cell), bold=stands_out, strike=cell.strike)
            read_text(self.builder, placed(text, grid.place(cell.row, cell.column)))
            self.heading = " ".join(cell.text.split())


def _twice(layout: Layout) -> list[Column]:
    """Columns whose head stands before them already, word for word: nobody can say how they differ."""
    seen: set[str] = set()
    found = []
    for column in layout.columns:
        told = column.time is not None or column.field in {"code_of", "code", "share"}
        if column.head and not told and column.head in seen:
            found.append(column)
        seen.add(column.head)
    return found


def _lead(rows: Rows, layouts: dict[int, Layout]) -> set[int]:
    """The rows above the first head of a part, where each has one cell."""
    lead = [(number, cells) for number, cells in rows if number < min(layouts, default=0)]
    return {number for number, _ in lead} if all(len(distinct(cells)) == 1 for _, cells in lead) else set()


def _parts(rows: Rows) -> list[Rows]:
    """The rows between blank ones."""
    parts: list[Rows] = []
    for row in rows:
        if not parts or row[0] > parts[-1][-1][0] + 1:
            parts.append([])
        parts[-1].append(row)
    return parts


def _fits(last: Table, rows: Rows) -> bool:
    """Whether a table without a head has the columns of the one before it: a table cut by a page (E4)."""
    width = {number for _, cells in rows for number in cells}
    return max(width) == max(column.number for column in last.layout.columns) and len(width) > 1


def _is_heading_row(row: Row) -> bool:
    own = distinct(row[1])
    return len(own) == 1 and heading_of(own[0].text) is not None


def _boxed_from(grid: Grid, rows: Rows, layouts: dict[int, Layout]) -> int | None:
    """The row from which a grid is a box of labels and values; None where it is none."""
    for start in range(min(len(rows) - 1, 4) if grid.is_sheet else 1):
        if boxes.is_box(grid, rows[start:], layouts):
            while start + 1 < len(rows) and (
                all(map(_is_heading_row, rows[start : start + 2])) or boxes.is_text(rows[start])
            ):
                start += 1
            return start
    return None


def _until_next(rows: Rows, layouts: dict[int, Layout], first: int) -> Rows:
    after = min((number for number in layouts if number > first), default=10**9)
    return [row for row in rows if row[0] < after]


def _calendar_row(builder: Builder, calendar: Timetable, grid: Grid, cells: dict[int, Cell]) -> None:
    leaf = calendar.layout.leaf
    cell = cells.get(leaf.number if leaf else min(cells))
    builder.draft.used |= {grid.place(one.row, one.column) for one in distinct(cells)}
    heading = heading_of(cell.text) if cell is not None else None
    if heading and heading.level and not heading.word:
        builder.abbreviations[f"{heading.level.key} of a calendar"] = heading.code.split()[0]
    if cell is None or cell.is_blank or cell.columns > 2 or heading:
        return
    text = " ".join(cell.text.split())
    code, printed, title = (plain(text), text, "") if is_code(text) else split_code(text)
    row = Activity(
        title, code, printed, grid.place(cell.row, cell.column), calendar.layout, printed=cell.text, cell=cell
    )
    for column in calendar.layout.calendar:
        if column.number in cells:
            row.marks.append((column, found_in(grid, cells[column.number], column)))
    calendar.rows.append(row)


def _prune(draft: Draft) -> None:
    """Nodes that only stand in a list in front become that list; a node that alone holds everything goes."""
    draft.nodes = [node for node in draft.nodes if _holds(node) or not _is_repeated(draft, node)]
    if (
        len(draft.nodes) == 1
        and draft.nodes[0].level.key.startswith(("unnamed:heading", "unnamed:row"))
        and not draft.nodes[0].code
    ):
        node = draft.nodes[0]
        if node.activities and not node.nodes:
            draft.prose.append(Found(node.title, node.place))
            node.title, node.level = "", Level("unnamed:flat", "")
            draft.levels.append(node.level)
    used = {node.level.key for node in draft.all_nodes()}
    draft.levels = [level for level in draft.levels if level.key in used]
    leaves = [layout.leaf for layout in draft.layouts if layout.leaf]
    draft.leaf = next((leaf.head.split(" / ")[0] for leaf in leaves if leaf.field == "level"), "")


def _holds(node: Node) -> bool:
    return bool(node.activities) or any(_holds(child) for child in node.nodes)


def _is_repeated(draft: Draft, node: Node) -> bool:
    """Whether a node without activities stands once more, with them: then it was an entry of a list."""
    twin = any(
        other is not node
        and other.level is node.level
        and (other.code or other.title) == (node.code or node.title)
        for other in draft.all_nodes()
    )
    if twin:
        draft.listed.append((node.code, node.title, node.place))
    return twin
