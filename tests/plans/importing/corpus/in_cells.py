"""Variants of what one cell holds: periods, targets and parties in other words; codes split off; cells shared."""

from tests.plans.importing.corpus.described import Activity
from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import (
    BLUE,
    GREY,
    cells,
    grouped,
    headed,
    heads,
    label,
    leaves,
    levelled,
    page,
    ruled,
)
from tests.plans.importing.corpus.pages import C, Table, Text
from tests.plans.importing.corpus.printing import head, short_month, target_text, value
from tests.plans.importing.corpus.registered import asked, variant

COLUMNS = ["code", "activity", "indicator", "target", "period", "responsible"]


def rewritten(plan, column, write, columns=COLUMNS):
    """The main table with every cell of a column written by `write(activity, number)`."""
    table = ruled(plan, columns)
    body = (row for row in table.rows[1:] if len(row) > 1)
    for number, (row, (_, activity)) in enumerate(zip(body, plan.walk(), strict=True)):
        row[columns.index(column)] = C(write(activity, number))
    return table


@variant("es en pt fr", "xlsx docx")
def months_cut_short(plan):
    """ "Ene-mar 2025", "Oct 2025 - mar 2026": short names of months, years where they differ."""

    def write(activity, _):
        first, last = activity.months
        years = [plan.year + month // 12 for month in (first, last)]
        end = f"{short_month(plan, last)} {years[1]}"
        if first == last:
            return end
        start = short_month(plan, first) + (f" {years[0]}" if years[0] != years[1] else "")
        return f"{start} - {end}" if years[0] != years[1] else f"{start}-{end}"

    return page(plan, rewritten(plan, "period", write)), expected(plan, COLUMNS)


@variant("es fr en")
def months_as_numbers(plan):
    """ "01/2025 - 03/2025"."""

    def write(activity, _):
        ends = [f"{month % 12 + 1:02}/{plan.year + month // 12}" for month in activity.months]
        return " - ".join(dict.fromkeys(ends))

    return page(plan, rewritten(plan, "period", write)), expected(plan, COLUMNS)


@variant("es en pt fr", "docx")
def half_years_and_whole_years(plan):
    """ "Primer semestre de 2025", "Año 2025"; in other languages likewise."""
    words = {
        "es": ("Primer semestre de {}", "Segundo semestre de {}", "{}"),
        "en": ("First half of {}", "Second half of {}", "{}"),
        "pt": ("1º semestre de {}", "2º semestre de {}", "{}"),
        "fr": ("1er semestre {}", "2e semestre {}", "{}"),
    }[plan.language]
    spans = [(0, 5), (6, 11), (0, 11)]

    def write(activity, number):
        activity.months = spans[number % 3]
        return words[number % 3].format(plan.year)

    table = rewritten(plan, "period", write)
    return page(plan, table), expected(plan, COLUMNS)


@variant("es en fr")
def days_in_one_cell(plan):
    """ "15/01/2025 al 31/03/2025": days that no month can be, so the order is settled."""
    joins = {"es": " al ", "en": " to ", "fr": " au "}

    def write(activity, _):
        first, last = plan.first_day(activity.months[0]), plan.last_day(activity.months[1])
        return f"{first:%d/%m/%Y}{joins[plan.language]}{last:%d/%m/%Y}"

    return page(plan, rewritten(plan, "period", write)), expected(plan, COLUMNS)


@variant("es en pt", "xlsx docx")
def parties_between_all_sorts_of_signs(plan):
    """A slash, a semicolon, lines, a bullet: several answer for one activity."""
    signs = [" / ", "; ", "\n", "\n• "]

    def write(activity, number):
        activity.responsible += activity.partners
        text = signs[number % 4].join(activity.responsible)
        return f"• {text}" if number % 4 == 3 else text

    return page(plan, rewritten(plan, "responsible", write)), expected(plan, COLUMNS)


@variant("es en fr", "docx")
def who_supports_in_the_same_cell(plan):
    """ "Apoyo: Fundación Garza" below the one who answers."""
    word = {"es": "Apoyo", "en": "Support", "fr": "Appui"}[plan.language]

    def write(activity, _):
        return "\n".join([*activity.responsible, *(f"{word}: {name}" for name in activity.partners)])

    table = rewritten(plan, "responsible", write)
    return page(plan, table), expected(plan, [*COLUMNS, "partners"])


@variant("es pt")
def percentages_as_targets(plan):
    """80 % as a number with a format of percent: a target of the indicator."""
    columns = ["coded", "indicator", "target", "responsible"]
    table = ruled(plan, columns)
    body = (row for row in table.rows[1:] if len(row) > 1)
    for number, (row, (_, activity)) in enumerate(zip(body, plan.walk(), strict=True)):
        share = 100 - 5 * number
        row[2] = C(share / 100, format="0%")
        activity.indicators[0].comparator, activity.indicators[0].number = "=", share
    return page(plan, table), expected(plan, columns)


@variant("es en fr", "xlsx docx")
def targets_in_brackets_of_the_indicator(plan):
    """ "Número de lagunas muestreadas (al menos 12)"."""
    columns = ["coded", "indicator", "period"]

    def write(activity, _):
        bounded = activity.indicators[0].comparator != "="
        said = target_text(plan, activity.indicators[0], unit=not bounded)
        return f"{activity.indicators[0].name} ({said[0].lower()}{said[1:]})"

    table = rewritten(plan, "indicator", write, columns)
    return page(plan, table), expected(plan, ["coded", "measured", "period"])


@variant("en es", "xlsx docx")
def two_indicators_in_a_cell(plan):
    """Two lines of indicators beside two lines of targets: the first is of the first."""
    extra = {"es": ("Número de actas firmadas", "actas"), "en": ("Number of minutes signed", "minutes")}[
        plan.language
    ]
    for number, (_, activity) in enumerate(plan.walk()):
        made = type(activity.indicators[0])(extra[0], ">=", 2 + number, extra[1])
        activity.indicators.append(made)
    return page(plan, ruled(plan, COLUMNS)), expected(plan, COLUMNS)


@variant("es fr")
def codes_and_titles_of_levels_in_columns_of_their_own(plan):
    """A column for the code and one for the title, for each level and for the activity."""
    words = {"es": "Cód.", "fr": "Code"}[plan.language]
    rows = [[]]
    for depth, _ in enumerate(plan.levels):
        rows[0] += [C(words, bold=True), C(head(plan, f"o{depth + 1}"), bold=True)]
    rows[0] += [C(words, bold=True), *heads(plan, COLUMNS[1:])]
    before = ()
    for path, activity in plan.walk():
        row = []
        for depth, one in enumerate(path):
            if depth >= len(before) or before[depth] is not one:
                row += [C(one.code, rows=leaves(one)), C(one.title, rows=leaves(one))]
        before = path
        rows.append(row + cells(plan, activity, COLUMNS))
    return page(plan, Table(rows)), expected(plan, COLUMNS)


@variant("es en", "xlsx docx")
def shared_cells(plan):
    """One responsible party and one result stand merged over all activities of an objective."""
    columns = ["code", "activity", "result", "responsible", "period"]
    table = ruled(plan, columns)
    at = 1
    for _, activities in grouped(plan):
        first, rest = activities[0], activities[1:]
        while len(table.rows[at]) == 1:
            at += 1
        for place in (2, 3):
            table.rows[at][place].rows = len(activities)
        for number, activity in enumerate(rest, start=1):
            del table.rows[at + number][2:4]
            activity.result, activity.responsible = first.result, first.responsible
        at += len(activities)
    return page(plan, table), expected(plan, columns)


@variant("long", "docx")
def a_row_goes_on_over_the_page(plan):
    """The second table has no heads, and its first row has the rest of a title and of a milestone."""
    columns = ["coded", "responsible", "milestones"]
    top, *rest = ruled(plan, columns).rows
    cut = rest[5]
    words = cut[0].value.split(" "), cut[2].value.split(" ")
    cut[0], cut[2] = C(" ".join(words[0][:2])), C(" ".join(words[1][:2]))
    tail = [C(" ".join(words[0][2:])), C(), C(" ".join(words[1][2:]))]
    return page(plan, Table([top, *rest[:6]]), Table([tail, *rest[6:]])), expected(plan, columns)


@variant("en es", "xlsx docx")
def what_it_costs_in_a_second_table(plan):
    """A table of resources by code and title below the main one: the same activities, no new ones."""
    columns = ["code", "activity", "period", "responsible"]
    word = {"es": "Recursos por actividad", "en": "Resources by activity"}[plan.language]
    second = ["code", "activity", "budget"]
    costs = Table([heads(plan, second), *(cells(plan, one, second) for _, one in plan.walk())])
    gold = expected(plan, columns)
    gold["ignored"] += ["resources"]
    return page(plan, ruled(plan, columns), Text(word, 1), costs), gold


@variant("en es")
def a_column_for_each_party(plan):
    """An X in the columns of those who answer: the parties are the heads."""
    columns = ["code", "activity", "period"]
    table = levelled(plan, columns)
    for _, activity in plan.walk():
        activity.partners = []
    names = sorted({name for _, activity in plan.walk() for name in activity.responsible})
    over = {"es": "Responsables", "en": "Responsible"}[plan.language]
    for cell in table.rows[0]:
        cell.rows = 2
    table.rows[0].append(C(over, columns=len(names), bold=True))
    for row, (_, activity) in zip(table.rows[1:], plan.walk(), strict=True):
        row += [C("X") if name in activity.responsible else C() for name in names]
    table.rows.insert(1, [C(name, bold=True) for name in names])
    return page(plan, table), expected(plan, [*columns, "responsible"])


@variant("es en", "docx xlsx")
def boxes_with_leads(plan):
    """Boxes as for operational actions: reference beside lead and participants, summary, numbered activities."""
    words = {
        "es": "Referencia|País líder|Países participantes|Actividades|Calendario|Chile|Perú, Uruguay",
        "en": "Reference|Lead country|Participating countries|Activities|Timeline|Malta|Cyprus, Ireland",
    }[plan.language].split("|")
    blocks = []
    gold = expected(plan, ["code", "activity", "period"])
    gold["ignored"] += ["parties", "roles"]
    before = None
    for path, activities in grouped(plan):
        if path[0] is not before and len(path) > 1:
            blocks.append(Text(label(plan, path[0], 0), 1))
        before = path[0]
        blocks.append(
            Table([
                [C(words[0], bold=True, fill=GREY), C(label(plan, path[-1], len(path) - 1))],
                [C(words[1], bold=True, fill=GREY), C(words[5])],
                [C(words[2], bold=True, fill=GREY), C(words[6])],
                [C(words[3], bold=True, fill=BLUE), C(words[4], bold=True, fill=BLUE)],
                *([C(f"{one.code}. {one.title}"), C(value(plan, one, "period"))] for one in activities),
            ])
        )  # fmt: skip
    return page(plan, *blocks), gold


@variant("fr pt", "docx")
def activities_in_capitals_under_bold_headings(plan):
    """Headings in bold capitals with a word for the level, titles of activities as usual."""
    for node in plan.objectives:
        node.title = node.title.upper()
    gold = expected(plan, ["coded", "period", "responsible"])
    return page(plan, *headed(plan, ["coded", "period", "responsible"])), gold


@variant("es pt")
def milestones_as_rows_below(plan):
    """Under each activity a row "Hito: ..." in the column of activities: no activity of its own."""
    columns = ["code", "activity", "responsible", "period"]
    word = {"es": "Hito", "pt": "Marco"}[plan.language]
    table = ruled(plan, columns)
    rows = []
    body = iter(plan.walk())
    for row in table.rows:
        rows.append(row)
        if len(row) > 1 and row is not table.rows[0]:
            rows.append([C(), C(f"{word}: {next(body)[1].milestones[0]}"), C(), C()])
    return page(plan, Table(rows)), expected(plan, [*columns, "milestones"])


@variant("es en", "xlsx docx")
def an_objective_without_activities(plan):
    """Its row is followed by one that says "No aplica": no activity."""
    table = ruled(plan, COLUMNS)
    words = {"es": "No aplica", "en": "Not applicable"}[plan.language]
    new = type(plan.objectives[0])(
        str(len(plan.objectives) + 1), {"es": "Vigilar las dunas", "en": "Count seals"}[plan.language]
    )
    plan.objectives.append(new)
    table.rows.append([C(label(plan, new, 0), columns=len(COLUMNS), bold=True, fill=BLUE)])
    table.rows.append([C(), C(words), *(C() for _ in COLUMNS[2:])])
    return page(plan, table), expected(plan, COLUMNS)


@variant("en", "xlsx docx", is_trap=True)
def a_code_is_missing(plan):
    """All activities have codes but one."""
    table = ruled(plan, COLUMNS)
    activity = [one for _, one in plan.walk()][1]
    table.rows[3][0].value, activity.code = None, None
    return page(plan, table), expected(plan, COLUMNS), asked("codes", activity.title)


@variant("es en", is_trap=True)
def a_period_nobody_can_date(plan):
    """ "When the funds arrive": no dates, and that is said."""
    text = {"es": "Cuando lleguen los fondos", "en": "Once funds arrive"}[plan.language]
    first: Activity = next(plan.walk())[1]
    table = rewritten(
        plan, "period", lambda activity, _: text if activity is first else value(plan, activity, "period")
    )
    gold = expected(plan, COLUMNS)
    node = gold["objectives"][0]
    (node.get("children") or [node])[0]["activities"][0]["period"] = None
    return page(plan, table), gold, asked("periods", first.title)
