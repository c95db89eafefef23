"""Traps: files that do not say what somebody must know. The right answer is a question at that place, not a guess."""

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.in_calendars import fraction, pairs, printed
from tests.plans.importing.corpus.layouts import (
    GREEN,
    calendar,
    label,
    levelled,
    page,
    under_levels,
    years_over_months,
)
from tests.plans.importing.corpus.pages import C, Text
from tests.plans.importing.corpus.printing import short_month
from tests.plans.importing.corpus.registered import asked, variant

COLUMNS = ["code", "activity", "indicator", "target", "period", "responsible"]


def _changed(plan, column, text, *, columns=None, row=0, **how):
    """The main table with one cell written otherwise; the row's title marks where to ask."""
    columns = columns or COLUMNS
    table = levelled(plan, columns, spread="repeated")
    cell = table.rows[row + 1][len(plan.levels) + columns.index(column)]
    cell.value, cell.format = text, how.get("format", "")
    return table, [activity for _, activity in plan.walk()][row]


@variant("es", "xlsx docx", is_trap=True)
def years_missing_in_the_heads(plan):
    """Two pairs of programmed and executed, neither under a year."""
    columns = ["code", "activity", "responsible"]
    table = pairs(plan, columns, years=["Avance", "Avance "], percent=fraction)
    gold = expected(plan, [*columns, "shares"])
    return page(plan, table), gold, asked("percentages", "Programado", next(plan.walk())[1].title)


@variant("en", is_trap=True)
def a_stale_year_in_the_heads(plan):
    """The plan is of 2026, its shares stand under 2023."""
    columns = ["code", "activity", "responsible"]
    table = pairs(plan, columns, years=["Year 2023"], percent=printed)
    return page(plan, table), expected(plan, [*columns, "shares"]), asked("percentages", "2023")


@variant("es en", "xlsx docx", is_trap=True)
def the_same_code_twice(plan):
    first = next(plan.walk())[1]
    table, second = _changed(plan, "code", first.code, row=1)
    second.code = first.code
    return page(plan, table), expected(plan, COLUMNS), asked("codes", second.title)


@variant("long", is_trap=True)
def code_1_10_kept_as_the_number_1_1(plan):
    """The spreadsheet made a number of 1.10, which now looks like 1.1."""
    only = plan.objectives[0]
    only.activities += [activity for one in plan.objectives[1:] for activity in one.activities][:6]
    plan.objectives = [only]
    for number, activity in enumerate(only.activities, start=1):
        activity.code = f"1.{number}"
    table = levelled(plan, COLUMNS, spread="repeated")
    for row in table.rows[1:]:
        row[1].value = float(row[1].value)
    return page(plan, table), expected(plan, COLUMNS), asked("codes", only.activities[9].title)


@variant("fr es", "docx", is_trap=True)
def the_list_and_the_headings_differ(plan):
    """The list at the beginning calls the first objective otherwise than the heading does."""
    said = {"fr": "Des chemins fermés en hiver", "es": "Vender las marismas que quedan"}[plan.language]
    lines = [label(plan, one, 0) for one in plan.objectives]
    wrong = lines[0].replace(plan.objectives[0].title, said)
    title = {"fr": "Liste des axes", "es": "Objetivos estratégicos"}[plan.language]
    blocks = [Text(title, 1), Text(wrong), Text(lines[1])]
    for objective in plan.objectives:
        alone = type(plan)(**{**vars(plan), "objectives": [objective]})
        table = levelled(alone, COLUMNS)
        for row in table.rows:
            if (
                row[0].rows == sum(len(child.activities) for child in objective.children)
                or row is table.rows[0]
            ):
                del row[0]
        blocks += [Text(label(plan, objective, 0), 1), table]
    return page(plan, *blocks), expected(plan, COLUMNS), asked("objectives", said[4:])


@variant("es pt", "xlsx docx", is_trap=True)
def shares_that_sum_to_130(plan):
    columns = ["code", "activity", "responsible"]
    first = next(plan.walk())[1]
    first.shares = {0: (80, 0), 12: (50, 0)}
    years = [plan.year, plan.year + 1]
    table = pairs(plan, columns, years=years, percent=fraction)
    return page(plan, table), expected(plan, [*columns, "shares"]), asked("percentages", first.title)


@variant("en es", is_trap=True)
def a_share_that_may_be_a_fraction(plan):
    """0.5 without a format under "Programmed", among shares in percent."""
    columns = ["code", "activity", "responsible"]
    first = next(plan.walk())[1]
    years = [plan.year + year for year in range(plan.years)]
    table = pairs(plan, columns, years=years, percent=printed)
    at = len(table.rows[0]) - len(years)
    table.rows[2][at] = C(0.5)
    first.shares[0] = (50, first.shares[0][1])
    return page(plan, table), expected(plan, [*columns, "shares"]), asked("percentages", first.title)


@variant("en", "xlsx docx", is_trap=True)
def a_day_in_either_order(plan):
    """03/04/2026 alone: the third of April or the fourth of March. Nothing else in the file settles it."""
    columns = ["code", "activity", "responsible", "period"]
    table, first = _changed(plan, "period", "03/04/2026 - 05/06/2026", columns=columns)
    return page(plan, table), expected(plan, columns), asked("periods", first.title)


@variant("es en", "xlsx docx", is_trap=True)
def one_point_two_or_twelve_hundred(plan):
    """ "1.200" as text: twelve hundred, or one and a fifth."""
    table, first = _changed(plan, "target", "1.200")
    first.indicators[0].comparator, first.indicators[0].number = "=", 1200
    return page(plan, table), expected(plan, COLUMNS), asked("targets", first.title)


@variant("es fr", "xlsx docx", is_trap=True)
def a_period_outside_the_plan(plan):
    text = {"es": "Marzo - abril 2031", "fr": "Mars - avril 2031"}[plan.language]
    table, first = _changed(plan, "period", text)
    first.months = (12 * (2031 - plan.year) + 2, 12 * (2031 - plan.year) + 3)
    return page(plan, table), expected(plan, COLUMNS), asked("periods", first.title)


@variant("pt en", "xlsx docx", is_trap=True)
def a_last_day_before_the_first(plan):
    columns = ["code", "activity", "start", "end"]
    table, first = _changed(
        plan, "end", plan.first_day(0).replace(year=plan.year - 1), columns=columns, format="DD/MM/YYYY"
    )
    return page(plan, table), expected(plan, columns), asked("periods", first.title)


@variant("es en fr", "xlsx docx", is_trap=True)
def a_status_nobody_knows(plan):
    columns = ["code", "activity", "responsible", "status"]
    word = {"es": "En la heladera", "en": "Parked", "fr": "Au frigo"}[plan.language]
    table, first = _changed(plan, "status", word, columns=columns)
    first.status = None
    return page(plan, table), expected(plan, columns), asked("statuses", first.title)


@variant("es en", "xlsx docx", is_trap=True)
def two_parties_or_one(plan):
    """A name with "and" in it: a ministry of two matters, or two bodies."""
    text = {"es": "Municipio de Puerto Sauce y Arroyo Hondo", "en": "City of Northwick and Eastmere"}[
        plan.language
    ]
    table, first = _changed(plan, "responsible", text)
    first.responsible = [text]
    return page(plan, table), expected(plan, COLUMNS), asked("parties", first.title)


@variant("es", "xlsx docx", is_trap=True)
def months_of_which_year(plan):
    """A plan of two years with one row of twelve months and no year."""
    months = [[C(short_month(plan, month)) for month in range(12)]]
    for _, activity in plan.walk():
        activity.months = (activity.months[0] % 12, activity.months[0] % 12)
    table = calendar(plan, COLUMNS[:2], months, lambda activity, month: C(fill=GREEN))
    for row in table.rows[1:]:
        del row[14:]
    gold = expected(plan, [*COLUMNS[:2], "period"])
    return page(plan, under_levels(plan, table)), gold, asked("periods", short_month(plan, 0))


@variant("en", "xlsx docx", is_trap=True)
def the_calendar_and_the_period_differ(plan):
    columns = ["code", "activity", "period"]
    table = calendar(plan, columns, years_over_months(plan), lambda activity, month: C(fill=GREEN))
    first = next(plan.walk())[1]
    table.rows[2][2].value = "October - December 2026"
    first.months = (9, 11)
    return page(plan, under_levels(plan, table, 2)), expected(plan, columns), asked("periods", first.title)
