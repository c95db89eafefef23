"""Variants of the tree: levels as headings, sheets, styles, depths of a code; codes inside, restarting, missing."""

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import (
    BLUE,
    GREEN,
    GREY,
    cells,
    grouped,
    headed,
    heads,
    key_values,
    label,
    levelled,
    page,
    ruled,
)
from tests.plans.importing.corpus.pages import C, Page, Table, Text
from tests.plans.importing.corpus.printing import ROMAN, head, target_text, value
from tests.plans.importing.corpus.registered import variant

USUAL = ["indicator", "target", "period", "responsible"]
CODED = ["coded", *USUAL]


@variant("es en pt fr", "docx html")
def headings_between_tables(plan):
    return page(plan, *headed(plan, CODED)), expected(plan, CODED)


@variant("es en fr")
def bold_lines_between_tables_of_a_sheet(plan):
    return page(plan, *headed(plan, CODED, level=None)), expected(plan, CODED)


@variant("en long")
def a_sheet_for_each_objective(plan):
    sheets = []
    for objective in plan.objectives:
        rows = [cells(plan, one, CODED) for one in objective.activities]
        name = f"{plan.levels[0]} {objective.code}"
        sheets.append(
            Page(
                name,
                [
                    Text(plan.title, 0),
                    Text(label(plan, objective, 0), bold=True),
                    Table([heads(plan, CODED), *rows]),
                ],
            )
        )
    return sheets, expected(plan, CODED)


@variant("es fr")
def levels_by_style_alone(plan):
    """Neither word nor number: the outer level is bold and filled, the inner one bold and indented."""
    columns = ["activity", *USUAL]

    def row(text, depth, width):
        blanks = [C(fill=BLUE) if depth == 0 else C() for _ in range(width - 1)]
        return [C(text, bold=True, fill=BLUE if depth == 0 else "", indent=2 * depth), *blanks]

    table = ruled(plan, columns, style="title", row=row)
    return page(plan, table), expected(plan, columns, codes=False)


@variant("long en", "xlsx docx")
def levels_by_fill_alone(plan):
    columns = ["activity", *USUAL]
    table = ruled(
        plan, columns, style="title", row=lambda text, _, width: [C(text, columns=width, fill=GREEN)]
    )
    return page(plan, table), expected(plan, columns, codes=False)


@variant("es en fr", "xlsx tsv")
def depth_told_by_the_code_in_one_column(plan):
    """ "Nº" and "Descripción": 1, 1.1, 1.1.1 in one column; only the activities fill the others."""
    rows = [[C(head(plan, "code")), C(head(plan, "text")), *heads(plan, USUAL)]]

    def below(objective):
        rows.append([C(objective.code), C(objective.title), *(C() for _ in USUAL)])
        for child in objective.children:
            below(child)
        rows.extend(cells(plan, activity, ["code", "activity", *USUAL]) for activity in objective.activities)

    for objective in plan.objectives:
        below(objective)
    return page(plan, Table(rows)), expected(plan, ["code", "activity", *USUAL])


@variant("es en", "xlsx docx")
def codes_restart_in_each_objective(plan):
    """1, 2, 3 under each objective: what is printed is 1, and the gold takes it as the objective's first."""
    table = ruled(plan, ["code", "activity", *USUAL])
    for row in table.rows[1:]:
        if len(row) > 1:
            row[0].value = int(row[0].value.rpartition(".")[2])
    return page(plan, table), expected(plan, ["code", "activity", *USUAL])


@variant("en long", "xlsx docx")
def roman_objectives(plan):
    gold = expected(plan, CODED)
    for number, node in enumerate(gold["objectives"], start=1):
        node["code"] = ROMAN[number]
    return page(plan, ruled(plan, CODED, style="roman")), gold


@variant("en", "xlsx docx")
def letters_as_codes(plan):
    """Objectives A, B, C; activities A.1, A.2."""
    for objective in plan.objectives:
        objective.code = "ABC"[int(objective.code) - 1]
        for number, activity in enumerate(objective.activities, start=1):
            activity.code = f"{objective.code}.{number}"
    return page(plan, ruled(plan, CODED)), expected(plan, CODED)


@variant("fr pt")
def no_codes_at_all(plan):
    columns = ["activity", *USUAL]
    return page(plan, levelled(plan, columns, style="title")), expected(plan, columns, codes=False)


@variant("es fr", "tsv html")
def levels_once_and_blank_below(plan):
    columns = ["code", "activity", *USUAL]
    return page(plan, levelled(plan, columns, spread="once")), expected(plan, columns)


@variant("long")
def levels_repeated_in_each_row(plan):
    columns = ["code", "activity", *USUAL]
    return page(plan, levelled(plan, columns, spread="repeated")), expected(plan, columns)


@variant("es long", "xlsx docx")
def heads_again_in_the_middle(plan):
    return page(plan, ruled(plan, CODED, repeat=True)), expected(plan, CODED)


@variant("long", "docx")
def split_over_pages_with_heads(plan):
    return page(plan, *_split(plan, with_heads=True)), expected(plan, CODED)


@variant("long en", "docx")
def split_over_pages_without_heads(plan):
    return page(plan, *_split(plan, with_heads=False)), expected(plan, CODED)


def _split(plan, *, with_heads):
    """The table is cut after each five rows, in the middle of objectives too."""
    top, *rest = ruled(plan, CODED).rows
    parts = [rest[start : start + 5] for start in range(0, len(rest), 5)]
    heads_ = lambda: heads(plan, CODED)  # noqa: E731
    return [
        Table([top, *parts[0]]),
        *(Table([*([heads_()] if with_heads else []), *part]) for part in parts[1:]),
    ]


@variant("es fr", "docx xlsx")
def one_table_for_each_action(plan):
    """A table per innermost objective, whose first row across is that objective."""
    blocks = []
    before = None
    for path, activities in grouped(plan):
        if path[0] is not before:
            blocks.append(Text(label(plan, path[0], 0), 1))
        before = path[0]
        first = [C(label(plan, path[-1], 1), columns=len(CODED), bold=True, fill=BLUE)]
        blocks.append(Table([first, heads(plan, CODED), *(cells(plan, one, CODED) for one in activities)]))
    return page(plan, *blocks), expected(plan, CODED)


@variant("es en pt fr", "docx")
def one_table_for_each_activity(plan):
    """Key and value: what in the left column, of what in the right."""
    fields = ["code", "activity", "result", *USUAL, "resources"]
    blocks = []
    before = ()
    for path, activity in plan.walk():
        blocks += [
            Text(label(plan, one, depth), depth + 1)
            for depth, one in enumerate(path)
            if depth >= len(before) or before[depth] is not one
        ]
        before = path
        blocks.append(key_values(plan, activity, fields))
    return page(plan, *blocks), expected(plan, fields)


@variant("es pt")
def one_key_value_box_below_the_other_in_a_sheet(plan):
    fields = ["coded", "period", "responsible", "milestones"]
    blocks = []
    before = ()
    for path, activity in plan.walk():
        blocks += [
            Text(label(plan, one, depth), bold=True)
            for depth, one in enumerate(path)
            if depth >= len(before) or before[depth] is not one
        ]
        before = path
        blocks.append(key_values(plan, activity, fields))
    return page(plan, *blocks), expected(plan, fields)


@variant("es fr", "docx xlsx")
def boxes_with_numbered_activities(plan):
    """One box per innermost objective: its indicators, then its activities beside their calendar."""
    words = {
        "es": ("Indicadores", "Actividades", "Calendario"),
        "fr": ("Indicateurs", "Activités", "Calendrier"),
    }
    said = words[plan.language]
    blocks = []
    gold = expected(plan, ["code", "activity", "period"])
    inner = iter([child for node in gold["objectives"] for child in node["children"]])
    before = None
    for path, activities in grouped(plan):
        if path[0] is not before:
            blocks.append(Text(label(plan, path[0], 0), 1))
        before = path[0]
        lines = [
            f"{letter}. {one.indicators[0].name}" for letter, one in zip("abc", activities, strict=False)
        ]
        targets = [
            f"{letter}.1. {target_text(plan, one.indicators[0])}"
            for letter, one in zip("abc", activities, strict=False)
        ]
        inside = [text for pair in zip(lines, targets, strict=True) for text in pair]
        blocks.append(
            Table([
                [C(label(plan, path[1], 1), columns=2, bold=True, fill=GREY)],
                [C(said[0], columns=2, bold=True)],
                [C("\n".join(inside), columns=2)],
                [C(said[1], bold=True), C(said[2], bold=True)],
                *([C(f"{one.code}. {one.title}"), C(value(plan, one, "period"))] for one in activities),
            ])
        )  # fmt: skip
        next(inner)["indicators"] = [_measured(one.indicators[0]) for one in activities]
    return page(plan, *blocks), gold


def _measured(indicator):
    target = {"comparator": indicator.comparator, "number": indicator.number}
    return {"name": indicator.name, "target": target}


@variant("es")
def empty_middle_level(plan):
    """The second objective has no actions: the column of actions is blank, its activities hang under it."""
    columns = ["code", "activity", *USUAL]
    last = plan.objectives[1]
    last.activities = [one for child in last.children for one in child.activities]
    last.children = []
    for number, activity in enumerate(last.activities, start=1):
        activity.code = f"2.{number}"
    table = levelled(plan, columns)
    body = iter(table.rows[1:])
    for path, _ in plan.walk():
        row = next(body)
        if len(path) == 1:
            row.insert(len(row) - len(columns), C())
    return page(plan, table), expected(plan, columns)


@variant("pt es")
def rows_that_do_not_apply(plan):
    """Parties and targets "N/A" in every other row: nothing is said there."""
    columns = ["coded", "indicator", "target", "period", "responsible", "partners"]
    table = ruled(plan, columns)
    body = (row for row in table.rows[1:] if len(row) > 1)
    for number, (row, (_, activity)) in enumerate(zip(body, plan.walk(), strict=True)):
        if number % 2:
            row[1].value, row[2].value, row[5].value = "N/A", "N/A", "n/a"
            activity.indicators, activity.partners = [], []
    return page(plan, table), expected(plan, columns)
