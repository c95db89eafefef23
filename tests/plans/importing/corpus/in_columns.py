"""Variants of the main table: its columns renamed, reordered, merged, split, unknown, bilingual."""

from datetime import date

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import ALL, cells, heads, levelled, page, ruled
from tests.plans.importing.corpus.pages import C, Table, Text
from tests.plans.importing.corpus.printing import head, quarter_text
from tests.plans.importing.corpus.registered import variant

WITH_CODE = ["code", "activity", *ALL]
WITH_LEVELS = "title start end levels"


@variant("es en pt fr", "xlsx docx")
def levels_in_merged_columns(plan):
    return page(plan, levelled(plan, WITH_CODE)), expected(plan, WITH_CODE, header=WITH_LEVELS)


@variant("es en pt fr", "xlsx docx")
def levels_in_full_rows(plan):
    columns = ["coded", *ALL]
    return page(plan, ruled(plan, columns)), expected(plan, columns, header=WITH_LEVELS)


@variant("es en pt fr")
def heads_renamed_and_reordered(plan):
    columns = ["responsible", "period", "code", "activity", "partners", "indicator", "target", "result"]
    return page(plan, ruled(plan, columns, words=1)), expected(plan, columns)


@variant("es en pt fr")
def heads_of_a_third_kind(plan):
    columns = ["code", "activity", "result", "measured", "start", "end", "responsible", "resources"]
    return page(plan, ruled(plan, columns, words=2)), expected(plan, columns)


@variant("es", "xlsx html tsv")
def columns_nobody_knows(plan):
    columns = ["junk", "code", "activity", "indicator", "junk", "period", "responsible"]
    return page(plan, levelled(plan, columns, spread="repeated")), expected(plan, columns)


@variant("en", "html tsv")
def few_columns_pasted(plan):
    columns = ["code", "activity", "period"]
    return page(plan, levelled(plan, columns, spread="repeated")), expected(plan, columns)


@variant("fr es", "xlsx docx")
def targets_and_baselines_apart(plan):
    columns = ["coded", "indicator", "baseline", "bare", "period", "responsible"]
    return page(plan, ruled(plan, columns)), expected(plan, columns)


@variant("es pt")
def a_target_for_each_year(plan):
    columns = ["code", "activity", "indicator"]
    table = ruled(plan, columns)
    years = [plan.year + year for year in range(plan.years)]
    of = {activity.title: activity.indicators[0].yearly for _, activity in plan.walk()}
    table.rows[0] += [C(f"{head(plan, 'target')} {year}", bold=True) for year in years]
    for row in table.rows[1:]:
        if len(row) == 1:
            row[0].columns += len(years)
        else:
            row += [C(of[row[1].value][year]) for year in years]
    return page(plan, table), expected(plan, [*columns, "yearly"])


@variant("en fr", "xlsx docx")
def bilingual_heads(plan):
    columns = ["code", "activity", "indicator", "target", "period", "responsible"]
    table = ruled(plan, columns)
    spanish = ["Nº", "Actividad", "Indicador", "Meta", "Período", "Responsable"]
    for cell, word in zip(table.rows[0], spanish, strict=True):
        cell.value = f"{cell.value} / {word}"
    return page(plan, table), expected(plan, columns)


@variant("es", "xlsx docx")
def heads_broken_in_lines(plan):
    columns = ["code", "activity", "result", "indicator", "target", "period", "responsible"]
    table = ruled(plan, columns)
    broken = [
        "Nº",
        "Acti-\nvidad",
        "RESUL-\nTADO\nESPERADO",
        "Indi-\ncador",
        "Meta",
        "Perí-\nodo",
        "Respon-\nsable",
    ]
    for cell, word in zip(table.rows[0], broken, strict=True):
        cell.value = word
    return page(plan, table), expected(plan, columns)


@variant("pt")
def status_and_budget(plan):
    columns = ["coded", "status", "budget", "start", "end", "responsible"]
    return page(plan, ruled(plan, columns)), expected(plan, columns)


@variant("en es")
def status_told_in_a_column(plan):
    columns = ["code", "activity", "period", "responsible", "status"]
    return page(plan, levelled(plan, columns, spread="once")), expected(plan, columns)


@variant("es en")
def days_as_text(plan):
    columns = ["code", "activity", "start", "end"]
    table = ruled(plan, columns)
    for row in table.rows[1:]:
        for cell in row:
            if isinstance(cell.value, date):
                cell.value, cell.format = cell.value.isoformat(), ""
    return page(plan, table), expected(plan, columns)


@variant("es fr")
def days_as_numbers(plan):
    """Serials of the spreadsheet without a format: 45658 is a day because the head says so."""
    columns = ["code", "activity", "start", "end"]
    table = ruled(plan, columns)
    for row in table.rows[1:]:
        for cell in row:
            if isinstance(cell.value, date):
                cell.value, cell.format = (cell.value - date(1899, 12, 30)).days, ""
    return page(plan, table), expected(plan, columns)


@variant("es pt en", "xlsx docx")
def quarters_in_words(plan):
    columns = ["code", "activity", "period", "responsible"]
    table = ruled(plan, columns)
    of = {activity.title: activity for _, activity in plan.walk()}
    for row in table.rows[1:]:
        if len(row) > 1:
            row[2].value = quarter_text(plan, of[row[1].value])
    for activity in of.values():
        activity.months = (activity.months[0] // 3 * 3, activity.months[1] // 3 * 3 + 2)
    return page(plan, table), expected(plan, columns)


@variant("es fr")
def blank_rows_and_columns(plan):
    columns = ["code", "activity", "indicator", "period", "responsible"]
    table = ruled(plan, columns)
    rows = []
    for row in table.rows:
        if len(row) == 1:
            row[0].columns += 2
            rows += [[C() for _ in range(7)], row]
        else:
            rows.append([*row[:2], C(), *row[2:4], C(), row[4]])
    return page(plan, Table(rows), left=2, gap=3), expected(plan, columns)


@variant("es en", "xlsx docx")
def notes_and_totals_below(plan):
    columns = ["code", "activity", "responsible", "budget"]
    table = ruled(plan, columns)
    total = sum(activity.budget for _, activity in plan.walk())
    table.rows.append([C("Total", columns=3, bold=True), C(total, bold=True)])
    words = {
        "es": ("Fuente: elaboración propia de la Secretaría.", "Nota: los montos son indicativos."),
        "en": ("Source: compiled by the Secretariat.", "Note: amounts are indicative."),
    }[plan.language]
    return page(plan, table, *map(Text, words)), expected(plan, columns)


@variant("pt es")
def titles_inside_the_grid(plan):
    """Rows of titles, merged over the table, right above the heads; notes merged below: no block of their own."""
    columns = ["code", "activity", "indicator", "target", "period", "responsible"]
    table = ruled(plan, columns)
    above = [plan.coalition, plan.title]
    below = {"pt": "Fonte: Secretaria Executiva", "es": "Fuente: Secretaría Técnica"}[plan.language]
    table.rows = [
        *([C(text, columns=6, bold=True)] for text in above),
        *table.rows,
        [C(below, columns=6)],
    ]
    return [page(plan, table)], expected(plan, columns)


@variant("es fr", "xlsx docx")
def two_rows_of_heads(plan):
    """ "Seguimiento" over indicator and target, "Ejecución" over period and parties; the others cover both rows."""
    columns = ["code", "activity", "indicator", "target", "period", "responsible"]
    above = {"es": ("Seguimiento", "Ejecución"), "fr": ("Suivi", "Mise en œuvre")}[plan.language]
    table = ruled(plan, columns)
    first, second = table.rows[0][:2], table.rows[0][2:]
    for one in first:
        one.rows = 2
    table.rows[:1] = [[*first, *(C(text, columns=2, bold=True) for text in above)], second]
    return page(plan, table), expected(plan, columns)


@variant("en pt")
def one_row_for_each_indicator(plan):
    """A long table: two indicators an activity, the rest merged over their rows."""
    columns = ["code", "activity", "indicator", "target", "period", "responsible"]
    rows = (
        [heads(plan, ["o1", *columns])]
        if len(plan.levels) == 1
        else [heads(plan, ["o1", "o2", "o3", *columns])]
    )
    body = levelled(plan, columns).rows[1:]
    for row, (_, activity) in zip(body, plan.walk(), strict=True):
        extra = {"en": "Number of press notes issued", "pt": "Número de notas à imprensa"}[plan.language]
        again = type(activity.indicators[0])(extra, ">=", 2, {"en": "notes", "pt": "notas"}[plan.language])
        levels, own = row[:-6], row[-6:]
        for cell in levels:
            cell.rows *= 2
        for place in (0, 1, 4, 5):
            own[place].rows = 2
        rows.append(levels + own)
        alone = [again]
        rows.append(
            cells(
                plan, type(activity)(activity.code, activity.title, indicators=alone), ["indicator", "target"]
            )
        )
        activity.indicators.append(again)
    return page(plan, Table(rows)), expected(plan, columns)


@variant("es en")
def one_row_for_each_party(plan):
    """A long table: what an activity has stands in its first row, one party more in each row below."""
    columns = ["code", "activity", "period", "responsible"]
    table = Table([heads(plan, ["o1", "o2"][: len(plan.levels)] + columns)])
    for row, (_, activity) in zip(
        levelled(plan, columns, spread="repeated").rows[1:], plan.walk(), strict=True
    ):
        table.rows.append(row)
        activity.responsible += activity.partners
        table.rows += [[*(C() for _ in row[:-1]), C(name)] for name in activity.partners]
    return page(plan, table), expected(plan, columns)
