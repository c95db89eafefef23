"""Ways to lay a plan out: tables with their levels in columns, rows or headings, calendars, shares, boxes."""

from itertools import groupby

from tests.plans.importing.corpus.described import Activity, Objective, Plan
from tests.plans.importing.corpus.pages import C, Page, Table, Text, size
from tests.plans.importing.corpus.printing import ROMAN, head, short_month, value

GREY, BLUE, GREEN = "D9D9D9", "BDD7EE", "70AD47"
ALL = ["result", "indicator", "target", "period", "responsible", "partners", "resources"]


def page(plan: Plan, *blocks, name="Plan", **how) -> Page:
    """The title of the plan and of its coalition above the blocks."""
    return Page(name, [Text(plan.title, 0), Text(plan.coalition), *blocks], **how)


def label(plan: Plan, objective: Objective, depth: int, style: str = "word") -> str:
    """How an objective is printed: "word" (Eje 1: ...), "code" (1. ...), "roman" (Eje I. ...), "title" alone."""
    word, code = plan.levels[depth], objective.code
    return {
        "word": f"{word} {code}: {objective.title}",
        "code": f"{code}. {objective.title}",
        "roman": f"{word} {ROMAN[int(code)] if code.isdigit() else code}. {objective.title}",
        "title": objective.title,
    }[style]


def heads(plan: Plan, columns: list[str], words: int = 0) -> list[C]:
    return [C(head(plan, column, words), bold=True, fill=GREY) for column in columns]


def cell(plan: Plan, activity: Activity, column: str) -> C:
    held = value(plan, activity, column)
    return C(held, format="DD/MM/YYYY" if column in {"start", "end"} else "")


def cells(plan: Plan, activity: Activity, columns: list[str]) -> list[C]:
    return [cell(plan, activity, column) for column in columns]


def levelled(
    plan: Plan, columns: list[str], *, style: str = "code", spread: str = "merged", words: int = 0
) -> Table:
    """A table whose first columns are the levels: their cells "merged" over their activities, "repeated" in each row,
    or standing "once" with blanks below."""
    depth = len(plan.levels)
    rows = [heads(plan, [*(f"o{n + 1}" for n in range(depth)), *columns], words)]
    before: list[Objective | None] = [None] * depth
    for path, activity in plan.walk():
        row = []
        for level, objective in enumerate(path):
            first = before[level] is not objective
            if spread == "repeated" or first:
                tall = leaves(objective) if spread == "merged" else 1
                row.append(C(label(plan, objective, level, style), rows=tall))
            elif spread == "once":
                row.append(C())
        before = list(path)
        rows.append(row + cells(plan, activity, columns))
    return Table(rows)


def leaves(objective: Objective) -> int:
    return len(objective.activities) + sum(map(leaves, objective.children))


def ruled(plan: Plan, columns: list[str], *, style="word", words=0, row=None, repeat=False) -> Table:
    """A table with a row across all columns for each objective. `row(label, depth, width)` draws it; `repeat`: the
    heads stand again below the rows of each outermost objective."""
    draw = row or (lambda text, depth, width: [C(text, columns=width, bold=True, fill=BLUE)])
    rows = [heads(plan, columns, words)]
    for place, objective in enumerate(plan.objectives):
        if repeat and place:
            rows.append(heads(plan, columns, words))
        rows += _ruled(plan, objective, 0, columns, style, draw)
    return Table(rows)


def _ruled(plan, objective, depth, columns, style, draw):
    rows = [draw(label(plan, objective, depth, style), depth, len(columns))]
    for child in objective.children:
        rows += _ruled(plan, child, depth + 1, columns, style, draw)
    return rows + [cells(plan, activity, columns) for activity in objective.activities]


def grouped(plan: Plan) -> list[tuple[tuple[Objective, ...], list[Activity]]]:
    """The activities of each innermost objective, with the objectives above."""
    by_leaf = groupby(plan.walk(), key=lambda pair: tuple(one.code for one in pair[0]))
    return [
        (pairs[0][0], [activity for _, activity in pairs]) for _, group in by_leaf if (pairs := list(group))
    ]


def headed(
    plan: Plan, columns: list[str], *, style="word", words=0, header=True, level=1
) -> list[Text | Table]:
    """A heading for each objective and a table for each innermost one. `header`: each table has its heads; "first"
    only the first one."""
    blocks: list[Text | Table] = []
    before: tuple[Objective, ...] = ()
    for number, (path, activities) in enumerate(grouped(plan)):
        for depth, objective in enumerate(path):
            if depth >= len(before) or before[depth] is not objective:
                text = label(plan, objective, depth, style)
                blocks.append(Text(text, depth + level) if level else Text(text, bold=True))
        before = path
        top = [heads(plan, columns, words)] if header is True or not number else []
        blocks.append(Table(top + [cells(plan, one, columns) for one in activities]))
    return blocks


def calendar(plan: Plan, first: list[str], heads_above: list[list[C]], marks, per: int = 1) -> Table:
    """A table with a column for each stretch of `per` months. `marks(activity, stretch)` gives the cell where the
    activity is under way. `first`: the columns before; their heads cover the rows of heads above the stretches."""
    tall = len(heads_above)
    top = [C(one.value, rows=tall, bold=True) for one in heads(plan, first)] + heads_above[0]
    rows = [top, *heads_above[1:]]
    for _, activity in plan.walk():
        stretches = range(plan.years * 12 // per)
        inside = [activity.months[0] // per <= one <= activity.months[1] // per for one in stretches]
        marked = [
            marks(activity, one) if is_on else C() for one, is_on in zip(stretches, inside, strict=True)
        ]
        rows.append(cells(plan, activity, first) + marked)
    return Table(rows)


def years_over_months(plan: Plan, per: int = 1, name=None) -> list[list[C]]:
    """Two rows of heads: years over months, or over stretches that `name(number)` names."""
    name = name or (lambda number: short_month(plan, number))
    count = 12 // per
    years = [C(plan.year + year, columns=count, bold=True) for year in range(plan.years)]
    return [years, [C(name(number), bold=True) for _ in range(plan.years) for number in range(count)]]


def under_levels(plan: Plan, table: Table, top: int = 1, style: str = "word") -> Table:
    """The table with a row across it before the activities of each objective; `top`: how many rows of heads it has."""
    width = size(table)[1]
    rows, body = table.rows[:top], iter(table.rows[top:])
    before: tuple[Objective, ...] = ()
    for path, _ in plan.walk():
        for depth, objective in enumerate(path):
            if depth >= len(before) or before[depth] is not objective:
                rows.append([C(label(plan, objective, depth, style), columns=width, bold=True, fill=BLUE)])
        before = path
        rows.append(next(body))
    return Table(rows)


def key_values(plan: Plan, activity: Activity, fields: list[str], words: int = 0) -> Table:
    """One activity as a table of two columns: what, and what of it."""
    return Table(
        [[C(head(plan, one, words), bold=True, fill=GREY), cell(plan, activity, one)] for one in fields]
    )
