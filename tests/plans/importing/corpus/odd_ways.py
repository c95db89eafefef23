"""Variants that honest people make and few programs expect: zebra rows, merged bars, outlines, turned tables."""

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.in_cells import rewritten
from tests.plans.importing.corpus.layouts import (
    BLUE,
    GREEN,
    calendar,
    cell,
    grouped,
    heads,
    label,
    levelled,
    page,
    ruled,
    under_levels,
    years_over_months,
)
from tests.plans.importing.corpus.pages import C, Page, Table, Text, size
from tests.plans.importing.corpus.printing import head, short_month
from tests.plans.importing.corpus.registered import asked, variant

FIRST = ["code", "activity", "responsible"]
TIMED = [*FIRST, "period"]
USUAL = ["code", "activity", "indicator", "target", "period", "responsible"]


@variant("es en fr", "xlsx docx")
def zebra_rows_under_a_calendar(plan):
    """Every other row is shaded light grey over its whole width, months too: decoration, no period."""
    table = calendar(plan, FIRST, years_over_months(plan), lambda activity, month: C(fill=GREEN))
    for row in table.rows[3::2]:
        for one in row:
            one.fill = one.fill or "F2F2F2"
    return page(plan, under_levels(plan, table, 2, "code")), expected(plan, TIMED)


@variant("es en", "xlsx docx")
def bars_merged_over_their_months(plan):
    """The months of an activity are one merged and filled cell."""
    table = calendar(plan, FIRST, years_over_months(plan), lambda activity, month: C(fill=GREEN))
    for row, (_, activity) in zip(table.rows[2:], plan.walk(), strict=True):
        first, last = activity.months
        row[3 + first : 4 + last] = [C(fill=GREEN, columns=last - first + 1)]
    return page(plan, under_levels(plan, table, 2, "code")), expected(plan, TIMED)


@variant("en es")
def bars_in_the_colour_of_who_answers(plan):
    """Each party has its colour; a legend below says which."""
    names = sorted({activity.responsible[0] for _, activity in plan.walk()})
    colours = dict(zip(names, ["C00000", "0070C0", "FFC000", "7030A0", "00B050"], strict=False))
    table = calendar(
        plan, FIRST, years_over_months(plan), lambda activity, _: C(fill=colours[activity.responsible[0]])
    )
    legend = Table([[C(fill=colours[name]), C(name)] for name in names])
    return page(plan, under_levels(plan, table, 2, "code"), legend), expected(plan, TIMED)


@variant("es pt en", "xlsx tsv")
def months_by_other_signs(plan):
    sign = {"es": "●", "pt": "■", "en": "✓"}[plan.language]
    table = calendar(plan, FIRST, years_over_months(plan), lambda activity, month: C(sign))
    return page(plan, under_levels(plan, table, 2, "code")), expected(plan, TIMED)


@variant("en fr", "xlsx docx")
def months_of_the_only_year(plan):
    """One row of twelve months and no year, in a plan of one year."""
    above = [[C(short_month(plan, month), bold=True) for month in range(12)]]
    table = calendar(plan, FIRST, above, lambda activity, month: C(fill=GREEN))
    return page(plan, under_levels(plan, table, 1, "code")), expected(plan, TIMED)


@variant("en")
def a_year_from_july_to_june(plan):
    """A plan of July 2026 to June 2027 whose months stand without years."""
    plan.first_month, plan.title = 7, "Work Plan July 2026 - June 2027"
    above = [[C(short_month(plan, month + 6), bold=True) for month in range(12)]]
    table = calendar(plan, FIRST, above, lambda activity, month: C("X"))
    return page(plan, under_levels(plan, table, 1, "code")), expected(plan, TIMED)


@variant("es pt")
def half_years_in_columns(plan):
    """S1 and S2 under each year."""
    for _, activity in plan.walk():
        activity.months = (activity.months[0] // 6 * 6, activity.months[1] // 6 * 6 + 5)
    above = years_over_months(plan, 6, lambda number: f"S{number + 1}")
    table = calendar(plan, FIRST, above, lambda activity, one: C("X"), per=6)
    return page(plan, under_levels(plan, table, 2, "code")), expected(plan, TIMED)


@variant("es en")
def a_running_count_beside_the_code(plan):
    """ "Nº" counts the rows of the table from 1 to the end; the code has its own column."""
    columns = ["code", *USUAL]
    table = ruled(plan, columns, style="code")
    words = {"es": ("Nº", "Código"), "en": ("#", "Code")}[plan.language]
    table.rows[0][0].value, table.rows[0][1].value = words
    for number, row in enumerate((row for row in table.rows[1:] if len(row) > 1), start=1):
        row[0].value = number
    return page(plan, table), expected(plan, USUAL)


@variant("es en pt fr", "docx xlsx")
def words_before_the_codes(plan):
    """ "Actividad 1.1.1: Tomar muestras ..." in the cell."""
    word = head(plan, "activity")
    columns = ["coded", "indicator", "period", "responsible"]
    table = rewritten(plan, "coded", lambda one, _: f"{word} {one.code}: {one.title}", columns)
    return page(plan, table), expected(plan, columns)


@variant("es fr")
def codes_with_prefixes(plan):
    """A1.1.1 for activities."""
    for _, activity in plan.walk():
        activity.code = f"A{activity.code}"
    return page(plan, levelled(plan, USUAL)), expected(plan, USUAL)


@variant("es en fr", "xlsx docx")
def untidy_spaces(plan):
    """Blanks before and behind, hard spaces, capitals in the heads, empty lines in cells."""
    table = levelled(plan, USUAL)
    for one in table.rows[0]:
        one.value = f"  {one.value.upper()}\u00a0"
    for row in table.rows[1:]:
        for one in row:
            if isinstance(one.value, str):
                one.value = "\u00a0" + one.value.replace(" ", "  ", 1) + " \n"
    return page(plan, table), expected(plan, USUAL)


@variant("es en")
def progress_in_one_column_without_a_time(plan):
    """ "Avance" 35 %: of no year and no month. It is no executed share of the plan's years."""
    table = levelled(plan, USUAL)
    table.rows[0].append(C({"es": "Avance", "en": "Progress"}[plan.language], bold=True))
    for number, row in enumerate(table.rows[1:]):
        row.append(C(number / 20, format="0%"))
    return page(plan, table), expected(plan, USUAL)


@variant("en es", "docx")
def an_outline_without_tables(plan):
    """Headings and numbered paragraphs; nothing else is said of the activities."""
    blocks = []
    before = ()
    for path, activity in plan.walk():
        blocks += [
            Text(label(plan, one, depth), depth + 1)
            for depth, one in enumerate(path)
            if depth >= len(before) or before[depth] is not one
        ]
        before = path
        blocks.append(Text(f"{activity.code} {activity.title}"))
    return page(plan, *blocks), expected(plan, ["coded"])


@variant("en")
def a_turned_table(plan):
    """Fields down the side, an activity in each column; a table for each goal."""
    fields = ["code", "activity", "indicator", "period", "responsible"]
    blocks = []
    for path, activities in grouped(plan):
        blocks.append(Text(label(plan, path[0], 0), 1))
        sides = heads(plan, fields)
        rows = [
            [side, *(cell(plan, one, field) for one in activities)]
            for side, field in zip(sides, fields, strict=True)
        ]
        blocks.append(Table(rows))
    return page(plan, *blocks), expected(plan, fields)


@variant("es pt fr")
def levels_written_beside_their_code(plan):
    """A row of an objective has its word and code in the first column and its title merged over the rest."""
    columns = ["code", "activity", "period", "responsible"]

    def row(text, depth, width):
        first, _, title = text.partition(": ")
        return [C(first, bold=True, fill=BLUE), C(title, columns=width - 1, bold=True, fill=BLUE)]

    return page(plan, ruled(plan, columns, row=row)), expected(plan, columns)


@variant("es en")
def the_calendar_on_a_sheet_by_codes(plan):
    """The second sheet has codes and quarters only: no titles."""
    for _, activity in plan.walk():
        activity.months = (activity.months[0] // 3 * 3, activity.months[1] // 3 * 3 + 2)
    above = years_over_months(plan, 3, lambda number: f"{'T' if plan.language == 'es' else 'Q'}{number + 1}")
    marked = calendar(plan, ["code"], above, lambda activity, one: C("X"), per=3)
    name = {"es": "Cronograma", "en": "Timeline"}[plan.language]
    columns = ["code", "activity", "responsible"]
    return [page(plan, levelled(plan, columns)), Page(name, [marked])], expected(plan, [*columns, "period"])


@variant("en pt", "xlsx docx")
def heads_that_stand_twice(plan):
    """Two columns begin with "Responsible": the second is of following up, and no party of the activity."""
    columns = ["code", "activity", "responsible", "period"]
    words = {"en": "Responsible for monitoring", "pt": "Responsável pelo monitoramento"}[plan.language]
    table = ruled(plan, columns, style="code")
    table.rows[0].append(C(words, bold=True))
    watcher = {"en": "Audit Desk", "pt": "Mesa de Auditoria"}[plan.language]
    for row in table.rows[1:]:
        if len(row) == 1:
            row[0].columns += 1
        else:
            row.append(C(watcher))
    return page(plan, table), expected(plan, columns)


@variant("en", "xlsx docx", is_trap=True)
def no_title_and_no_years(plan):
    """A table with months and nothing around it: the plan's dates have to be asked."""
    columns = ["code", "activity", "responsible"]
    above = [[C(short_month(plan, month), bold=True) for month in range(12)]]
    table = calendar(plan, columns, above, lambda activity, month: C("X"))
    gold = expected(plan, columns, header="")
    gold["ignored"] += ["periods", "objectives", "parents"]
    assert size(table)[1] == 15
    return Page("Sheet1", [table]), gold, asked("term", "")
