"""Variants without one table of all: outlines, lists, a sheet for each activity, a table under each heading."""

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import (
    calendar,
    cells,
    grouped,
    heads,
    key_values,
    label,
    levelled,
    page,
    ruled,
    under_levels,
    years_over_months,
)
from tests.plans.importing.corpus.pages import C, Page, Table, Text, size
from tests.plans.importing.corpus.printing import ROMAN, head, value
from tests.plans.importing.corpus.registered import variant

USUAL = ["code", "activity", "period", "responsible"]


def _outline(plan, entry):
    """The headings of the plan, and for each activity what `entry(activity)` gives."""
    blocks = []
    before = ()
    for path, activities in grouped(plan):
        for depth, objective in enumerate(path):
            if depth >= len(before) or before[depth] is not objective:
                blocks.append(Text(label(plan, objective, depth), depth + 1))
        before = path
        blocks += [text for activity in activities for text in entry(activity)]
    return page(plan, *blocks)


@variant("es en pt fr", "docx html")
def labels_below_each_activity(plan):
    """ "Actividad 1.1.1: …" in bold, and a line for each thing that is said of it."""
    fields = ["responsible", "partners", "period", "indicator"]

    def entry(one):
        yield Text(f"{head(plan, 'activity')} {one.code}: {one.title}", bold=True)
        for field in fields:
            if said := value(plan, one, field):
                yield Text(f"{head(plan, field)}: {said}")

    return _outline(plan, entry), expected(plan, ["coded", *fields])


@variant("es en fr", "docx")
def labels_below_items_of_a_list(plan):
    def entry(one):
        yield Text(one.title, item=True)
        for field in ("responsible", "period"):
            yield Text(f"{head(plan, field)}: {value(plan, one, field)}")

    return _outline(plan, entry), expected(plan, ["activity", "responsible", "period"])


@variant("es en pt fr", "docx html")
def one_sentence_for_each_activity(plan):
    """ "Publish the index (Bluewater Institute, October - December 2026)"."""

    def entry(one):
        yield Text(f"{one.title} ({one.responsible[0]}, {value(plan, one, 'period')})", item=True)

    return _outline(plan, entry), expected(plan, ["activity", "responsible", "period"])


@variant("es en fr", "docx")
def parts_of_a_sentence_between_dashes(plan):
    def entry(one):
        when = f"{plan.first_day(one.months[1]):%m/%Y}"
        yield Text(f"{one.title} – {one.responsible[0]} – {when}", item=True)

    for _, activity in plan.walk():
        activity.months = (activity.months[1], activity.months[1])
    return _outline(plan, entry), expected(plan, ["activity", "responsible", "period"])


@variant("es en pt fr", "docx xlsx")
def a_level_under_a_head_of_its_own(plan):
    """The word over the merged cells is known to nobody: "Mandato", "Track"."""
    words = {"es": "Mandato", "en": "Track", "pt": "Diretriz", "fr": "Chantier"}
    plan.levels[-1] = words[plan.language]
    for path, _ in plan.walk():
        path[-1].code = ""
    table = levelled(plan, USUAL, style="title")
    return page(plan, table), expected(plan, USUAL, codes=False)


@variant("es en", "xlsx")
def tables_under_a_word_of_their_own(plan):
    """ "Mesa 1 - …" across the sheet over the table of each objective, not bold."""
    word = {"es": "Mesa", "en": "Forum"}[plan.language]
    blocks = []
    columns = [*USUAL, "indicator"]
    outer = None
    for number, (path, activities) in enumerate(grouped(plan), start=1):
        path[-1].code = str(number)
        if len(path) > 1 and path[0] is not outer:
            outer = path[0]
        over = [C(f"{word} {number} - {path[-1].title}", columns=len(columns))]
        blocks.append(Table([over, heads(plan, columns), *(cells(plan, one, columns) for one in activities)]))
    gold = expected(plan, columns)
    gold["objectives"] = [child for one in gold["objectives"] for child in one.get("children", [one])]
    return Page("Plan", [Text(plan.title, 0), Text(plan.coalition), *blocks]), gold


@variant("es en fr", "xlsx docx")
def years_half_years_and_quarters_over_months(plan):
    """Four rows of heads: 2025, S1, T1, Ene."""
    half, quarter = {"es": ("S", "T"), "en": ("H", "Q"), "fr": ("S", "T")}[plan.language]
    years, months = years_over_months(plan)
    halves = [C(f"{half}{number % 2 + 1}", columns=6) for number in range(2 * plan.years)]
    quarters = [C(f"{quarter}{number % 4 + 1}", columns=3) for number in range(4 * plan.years)]
    table = calendar(plan, USUAL[:2], [years, halves, quarters, months], lambda one, month: C("X"))
    return page(plan, under_levels(plan, table, 4, "code")), expected(plan, ["code", "activity", "period"])


@variant("en", "xlsx docx")
def letters_over_numbers_that_restart(plan):
    """ "I Lower the noise" over "1", "2": the codes are composed, since no code may stand twice."""
    columns = USUAL
    rows = [heads(plan, columns)]
    for place, objective in enumerate(plan.objectives, start=1):
        objective.code = ROMAN[place]
        rows.append([C(objective.code), C(objective.title), C(), C()])
        for number, one in enumerate(objective.activities, start=1):
            one.code = str(number)
            rows.append(cells(plan, one, columns))
            one.code = f"{objective.code}.{number}"
    return page(plan, Table(rows)), expected(plan, columns)


@variant("es pt", "xlsx docx")
def codes_under_the_head_of_the_activities(plan):
    """One head over two columns: the codes, and what they are the codes of."""
    table = ruled(plan, USUAL, style="code")
    table.rows[0][:2] = [C(head(plan, "activity", 1), columns=2, bold=True)]
    return page(plan, table), expected(plan, USUAL)


@variant("es pt fr", "docx")
def a_sheet_for_each_activity(plan):
    """ "Ficha de acción n.º 1.1.1" over a table of labels."""
    over = {"es": "Ficha de actividad n.º", "pt": "Ficha de atividade n.º", "fr": "Fiche activité n°"}
    fields = ["activity", "responsible", "partners", "period", "indicator"]

    def entry(one):
        table = key_values(plan, one, fields)
        table.rows.insert(0, [C(f"{over[plan.language]} {one.code}", columns=2, bold=True)])
        yield table

    return _outline(plan, entry), expected(plan, ["code", *fields])


@variant("es en", "xlsx docx")
def lines_to_sign_on_below_the_table(plan):
    """Names and offices below a line are no activities."""
    offices = {"es": ("Presidencia", "Secretaría Técnica"), "en": ("Chair", "Secretariat")}[plan.language]
    table = levelled(plan, USUAL)
    blank = [C() for _ in range(size(table)[1] - 3)]
    table.rows.append([C("____________________"), C(), C("____________________"), *blank])
    table.rows.append([C(offices[0]), C(), C(offices[1]), *blank])
    return page(plan, table), expected(plan, USUAL)
