"""Variants of the file around the plan: covers, legends, two plans, hidden and struck-out rows, an empty template."""

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import GREEN, GREY, cells, heads, label, levelled, page, ruled
from tests.plans.importing.corpus.pages import C, Page, Table, Text
from tests.plans.importing.corpus.plans import plan as other_plan
from tests.plans.importing.corpus.registered import asked, variant

COLUMNS = ["coded", "indicator", "target", "period", "responsible"]


@variant("es en pt fr")
def a_cover_and_a_legend(plan):
    """A sheet of facts before, a sheet of colours and abbreviations after."""
    words = {
        "es": ("Portada", "Título", "Período", "Leyenda", "Verde", "en plazo"),
        "en": ("Cover", "Title", "Period", "Legend", "Green", "on time"),
        "pt": ("Capa", "Título", "Período", "Legenda", "Verde", "no prazo"),
        "fr": ("Couverture", "Titre", "Période", "Légende", "Vert", "dans les temps"),
    }[plan.language]
    term = f"{plan.year}-{plan.end.year}" if plan.years > 1 else str(plan.year)
    cover = Table([[C(words[1], bold=True), C(plan.title)], [C(words[2], bold=True), C(term)]])
    legend = Table([[C(words[4], fill=GREEN), C(words[5])], [C("N/A"), C("—")]])
    pages = [
        Page(words[0], [Text(plan.coalition, bold=True), cover]),
        Page("Plan", [ruled(plan, COLUMNS)]),
        Page(words[3], [legend]),
    ]
    return pages, expected(plan, COLUMNS)


@variant("es en", "docx")
def a_list_of_objectives_before(plan):
    """The document first lists its objectives, as the headings have them, then the tables."""
    lines = [Text(label(plan, one, 0)) for one in plan.objectives]
    return page(plan, *lines, ruled(plan, COLUMNS)), expected(plan, COLUMNS)


@variant("es fr")
def hidden_rows_are_of_the_plan(plan):
    """Two rows and a column are hidden: they are read, and said."""
    table = ruled(plan, COLUMNS)
    table.hidden, table.hidden_columns = {4, 5}, {2}
    return page(plan, table), expected(plan, COLUMNS)


@variant("es en", "xlsx docx")
def a_row_struck_out(plan):
    """The row is read, and said to be struck out."""
    table = ruled(plan, COLUMNS)
    row = next(row for row in table.rows[1:] if len(row) > 1)
    for cell in row:
        cell.strike = True
    return page(plan, table), expected(plan, COLUMNS)


@variant("es pt", "xlsx docx")
def an_empty_template(plan):
    """Heads and blank rows, no activity: no plan is found in it."""
    blank = [[C("") for _ in COLUMNS] for _ in range(6)]
    gold = {"plan": {}, "objectives": []}
    return page(plan, Table([heads(plan, COLUMNS), *blank])), gold


@variant("en fr")
def a_hidden_sheet_of_last_year(plan):
    """An old copy of the plan stands in a hidden sheet; it is not the plan."""
    old = Page(
        "2019", [Text(plan.title.replace(str(plan.year), "2019"), 0), ruled(plan, COLUMNS[:2])], hidden=True
    )
    return [page(plan, ruled(plan, COLUMNS)), old], expected(plan, COLUMNS)


@variant("long", "xlsx docx html tsv")
def a_long_plan(plan):
    columns = [
        "code",
        "activity",
        "result",
        "indicator",
        "target",
        "period",
        "responsible",
        "partners",
        "milestones",
    ]
    drawn = levelled(plan, columns, spread="repeated")
    return page(plan, drawn), expected(plan, columns)


@variant("en")
def narrow_notes_between_rows(plan):
    """A remark across the table between two activities: no objective."""
    table = ruled(plan, COLUMNS)
    note = "Note: dates in this block depend on the ferry timetable and will be confirmed by the Secretariat in May."
    table.rows.insert(4, [C(note, columns=len(COLUMNS))])
    return page(plan, table), expected(plan, COLUMNS)


@variant("es pt", "docx")
def facts_in_paragraphs(plan):
    """Term and addressees stand in sentences above the table."""
    first, last = plan.start, plan.end
    words = {
        "es": f"Vigencia: del 1 de enero de {first.year} al 31 de diciembre de {last.year}",
        "pt": f"Vigência: de 1 de janeiro de {first.year} a 31 de dezembro de {last.year}",
    }[plan.language]
    plan.title = plan.title.rpartition(" ")[0]
    return page(plan, Text(words), ruled(plan, COLUMNS)), expected(plan, COLUMNS)


@variant("es")
def totals_in_each_objective(plan):
    """A row of subtotals closes each objective, a grand total the table: none is an activity."""
    columns = ["code", "activity", "responsible", "budget"]
    rows = [heads(plan, columns)]
    for objective in plan.objectives:
        rows.append([C(label(plan, objective, 0, "code"), columns=4, bold=True, fill=GREY)])
        for child in objective.children:
            rows.append([C(label(plan, child, 1, "code"), columns=4, bold=True)])
            rows += [cells(plan, one, columns) for one in child.activities]
        total = sum(one.budget for child in objective.children for one in child.activities)
        rows.append([C("Subtotal"), C(), C(), C(total, bold=True)])
    rows.append([C("TOTAL GENERAL", columns=3, bold=True), C(99999, bold=True)])
    return page(plan, Table(rows)), expected(plan, columns)


@variant("es", is_trap=True)
def two_plans_in_a_workbook(plan):
    """Two coalitions' plans, a sheet each: which is meant, or that there are two, has to be asked."""
    other = other_plan("en")
    pages = [
        page(plan, ruled(plan, COLUMNS), name="Marisma"),
        page(other, ruled(other, COLUMNS), name="Harbours"),
    ]
    gold = expected(plan, COLUMNS)
    gold["objectives"] += expected(other, COLUMNS)["objectives"]
    return pages, gold, asked("plan", other.title)
