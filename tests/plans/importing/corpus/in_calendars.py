"""Variants of time: calendars by colours, signs and numbers, in months, quarters and weeks; shares under years."""

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import (
    BLUE,
    GREEN,
    calendar,
    cells,
    heads,
    levelled,
    page,
    ruled,
    under_levels,
    years_over_months,
)
from tests.plans.importing.corpus.pages import C, Page, Table, Text
from tests.plans.importing.corpus.printing import HEADS, head, short_month
from tests.plans.importing.corpus.registered import variant

FIRST = ["code", "activity", "responsible"]
TIMED = [*FIRST, "period"]


def _quarters(plan):
    """Whole quarters only: what a calendar of quarters can say."""
    for _, activity in plan.walk():
        activity.months = (activity.months[0] // 3 * 3, activity.months[1] // 3 * 3 + 2)


@variant("es en pt fr", "xlsx docx")
def months_by_colours(plan):
    table = calendar(plan, FIRST, years_over_months(plan), lambda activity, month: C(fill=GREEN))
    return page(plan, under_levels(plan, table, 2)), expected(plan, TIMED)


@variant("es en fr", "xlsx tsv")
def months_by_x(plan):
    table = calendar(plan, FIRST, years_over_months(plan), lambda activity, month: C("X"))
    return page(plan, table), _flat(plan, expected(plan, TIMED))


def _flat(plan, gold):
    """Nothing tells the objectives: all activities hang under one without a name, or under what their codes say."""
    rows = []

    def take(nodes):
        for node in nodes:
            rows.extend(node.get("activities", []))
            take(node.get("children", []))

    take(gold["objectives"])
    gold["objectives"] = [{"code": None, "title": None, "activities": rows}]
    # Which objectives a table without any has is not for the file to say.
    gold["ignored"] += ["objectives", "parents"]
    return gold


@variant("es en")
def months_by_numbers(plan):
    """A number in each month (a share of the work, or days): the row is under way where one stands."""
    table = calendar(plan, FIRST, years_over_months(plan), lambda activity, month: C(1))
    return page(plan, under_levels(plan, table, 2)), expected(plan, TIMED)


@variant("es en pt", "xlsx docx")
def quarters_by_x(plan):
    _quarters(plan)
    names = {"es": "T{}", "en": "Q{}", "pt": "{}º trim."}[plan.language]
    above = years_over_months(plan, 3, lambda number: names.format(number + 1))
    table = calendar(plan, FIRST, above, lambda activity, one: C("x"), per=3)
    return page(plan, under_levels(plan, table, 2)), expected(plan, TIMED)


@variant("fr es")
def quarters_by_colours(plan):
    _quarters(plan)
    above = years_over_months(plan, 3, lambda number: f"T{number + 1}")
    table = calendar(plan, FIRST, above, lambda activity, one: C(fill=BLUE), per=3)
    return page(plan, under_levels(plan, table, 2)), expected(plan, TIMED)


@variant("en fr")
def weeks_under_months(plan):
    """Four weeks under each month, under the year: three rows of heads. Whole months are marked."""
    years, months = years_over_months(plan)
    for cell in years:
        cell.columns *= 4
    weeks = [C(f"{'W' if plan.language == 'en' else 'S'}{week}") for _ in months for week in range(1, 5)]
    for cell in months:
        cell.columns = 4
    table = calendar(plan, FIRST, [years, months], lambda activity, month: C("X"))
    for cell in table.rows[0][:3]:
        cell.rows = 3
    body = [row[:3] + [C(one.value) for one in row[3:] for _ in range(4)] for row in table.rows[2:]]
    table.rows = [*table.rows[:2], weeks, *body]
    return page(plan, under_levels(plan, table, 3)), expected(plan, TIMED)


@variant("es")
def four_rows_of_heads(plan):
    """ "Cronograma" over years over quarters over months; the other heads cover all four rows."""
    years, months = years_over_months(plan)
    quarters = [C(f"T{number}", columns=3) for _ in range(plan.years) for number in range(1, 5)]
    top = [C("Cronograma", columns=12 * plan.years, bold=True)]
    table = calendar(plan, FIRST, [top, years, quarters, months], lambda activity, month: C(fill=GREEN))
    return page(plan, under_levels(plan, table, 4)), expected(plan, TIMED)


@variant("es pt", "xlsx docx")
def calendar_apart_from_the_table(plan):
    """The main table has no period; a second one has title and months. In a workbook on its own sheet."""
    columns = ["code", "activity", "indicator", "responsible"]
    word = {"es": "Cronograma", "pt": "Cronograma"}[plan.language]
    marked = calendar(plan, ["activity"], years_over_months(plan), lambda activity, month: C(fill=GREEN))
    pages = [page(plan, ruled(plan, columns)), Page(word, [Text(word, 1), marked])]
    return pages, expected(plan, [*columns, "period"])


@variant("en", "xlsx docx")
def calendar_and_period_agree(plan):
    table = calendar(plan, [*FIRST, "period"], years_over_months(plan), lambda activity, month: C(fill=GREEN))
    return page(plan, under_levels(plan, table, 2)), expected(plan, TIMED)


# Programmed and executed.


def pairs(plan, columns, *, years, percent, below=None):
    """The main table with a pair of columns for each year in `years`; `percent(number)` makes a cell."""
    table = levelled(plan, columns)
    first = table.rows[0]
    for cell in first:
        cell.rows = 2
    first += [C(year, columns=2, bold=True) for year in years]
    words = [head(plan, "programmed", below or 0), head(plan, "executed", below or 0)]
    second = [C(word, bold=True) for _ in years for word in words]
    for row, (_, activity) in zip(table.rows[1:], plan.walk(), strict=True):
        for pair in activity.shares.values():
            row += [C() if number is None else percent(number) for number in pair]
    table.rows.insert(1, second)
    return table


def fraction(number):
    return C(number / 100, format="0%")


def printed(number):
    return C(f"{number} %")


@variant("es pt", "xlsx docx")
def shares_as_numbers(plan):
    columns = ["code", "activity", "responsible"]
    years = [plan.year + year for year in range(plan.years)]
    return page(plan, pairs(plan, columns, years=years, percent=fraction)), expected(
        plan, [*columns, "shares"]
    )


@variant("es fr en")
def shares_as_text(plan):
    columns = ["code", "activity", "indicator", "responsible"]
    said = HEADS[plan.language]["year"][0]
    years = [said.format(plan.year + year) for year in range(plan.years)]
    return page(plan, pairs(plan, columns, years=years, percent=printed)), expected(
        plan, [*columns, "shares"]
    )


@variant("pt en")
def shares_under_short_heads(plan):
    """P and E (A, R) under each year, some executed ones blank: a blank is not zero."""
    columns = ["code", "activity", "responsible"]
    for number, (_, activity) in enumerate(plan.walk()):
        if number % 2:
            activity.shares = {month: (pair[0], None) for month, pair in activity.shares.items()}
    years = [plan.year + year for year in range(plan.years)]
    table = pairs(plan, columns, years=years, percent=fraction, below=2)
    return page(plan, table), expected(plan, [*columns, "shares"])


@variant("en")
def shares_under_months(plan):
    """Months, each with programmed and executed, under the year: three rows of heads."""
    for number, (_, activity) in enumerate(plan.walk()):
        first, last = activity.months
        length = last - first + 1
        activity.shares = dict.fromkeys(range(12), (None, None))
        for month in range(first, last + 1):
            activity.shares[month] = (100 // length, 5 * (number % 4))
    columns = ["code", "activity", "responsible"]
    table = pairs(plan, columns, years=[short_month(plan, month) for month in range(12)], percent=printed)
    for cell in table.rows[0][:-12]:
        cell.rows = 3
    months, table.rows[0] = table.rows[0][-12:], [*table.rows[0][:-12], C(plan.year, columns=24, bold=True)]
    table.rows.insert(1, months)
    return page(plan, table), expected(plan, [*columns, "shares"])


@variant("es")
def one_row_for_each_activity_and_period(plan):
    """A long table: the year in its own column, the activity again in each of its rows."""
    columns = ["o1", "o2", "code", "activity", "period", "programmed", "executed"]
    rows = [heads(plan, columns)]
    for body, (_, activity) in zip(
        levelled(plan, ["code", "activity"], spread="repeated").rows[1:], plan.walk(), strict=True
    ):
        for month, (programmed, executed) in activity.shares.items():
            said = [C(plan.year + month // 12), C(f"{programmed} %"), C(f"{executed} %")]
            rows.append([C(one.value) for one in body] + said)
    return page(plan, Table(rows)), expected(plan, ["code", "activity", "shares"])


@variant("fr")
def shares_in_a_table_of_their_own_rows(plan):
    """Two rows an activity: "Prévu" and "Réalisé", the quarters in columns; the activity covers both rows."""
    rows = [
        [
            *heads(plan, ["code", "activity"]),
            C(""),
            *(C(f"T{number} {plan.year}", bold=True) for number in range(1, 5)),
        ]
    ]
    for _, activity in plan.walk():
        activity.shares = {3 * number: (25, 5 * number) for number in range(4)}
        first = [C(one.value, rows=2) for one in cells(plan, activity, ["code", "activity"])]
        rows.append([*first, C("Prévu"), *(C("25 %") for _ in range(4))])
        rows.append([C("Réalisé"), *(C(f"{5 * number} %") for number in range(4))])
    return page(plan, Table(rows)), _flat(plan, expected(plan, ["code", "activity", "shares"]))
