"""What the cells below a head say of its columns, beyond its words (E5, P6, T4). Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plans.importing.grids import Cell
from plans.importing.recognise.codes import heading_of, is_code, is_code_under_head, split_code
from plans.importing.recognise.columns import Column, Layout, Row
from plans.importing.recognise.statuses import status_of
from plans.importing.recognise.times import time_in
from plans.importing.recognise.words import fold

_OUTPUTS = re.compile(r"outputs?|outcomes?|productos?|produtos?|produits?|resultados?|results?|resultats?")


def settle(layout: Layout, rows: Sequence[Row], before: Sequence[str]) -> list[Column]:
    """What the cells below a head say of its columns, beyond its words; the columns that became levels by a guess.

    before: the heads that became levels in an earlier table of the source.
    """
    _find_periods(layout, rows)
    _settle_codes(layout, rows)
    _share_out_codes(layout)
    _find_codes(layout, rows)
    _settle_leaf(layout, rows)
    _settle_titles(layout, rows)
    _settle_statuses(layout, rows)
    return [*_promote_results(layout, rows), *_promote_groups(layout, rows, before)]


def same_again(layout: Layout, rows: Sequence[Row]) -> list[Column]:
    """Columns of the activities' own level with as many cells ("Actividad | Activity"): the same in another language,
    which is kept as what describes the activity."""
    leaf, found = layout.leaf, []
    for column in layout.levels:
        if leaf is None or column.level != leaf.level:
            continue
        own, others = (len(set(map(id, _cells(layout, one, rows)))) for one in (column, leaf))
        if own == others > 1:
            column.field = "summary"
            found.append(column)
    return found


def _share_out_codes(layout: Layout) -> None:
    """A column of codes left of a level's is that level's, where the activities have one of their own."""
    codes = layout.of("code")
    for column, beside in pairwise(layout.columns):
        if (
            len(codes) > 1
            and column.field == "code"
            and beside.field == "level"
            and beside is not layout.leaf
        ):
            column.field, column.level = "code_of", beside.level


def _promote_results(layout: Layout, rows: Sequence[Row]) -> list[Column]:
    """A column of results left of the activities, most of them numbered ("Output 1: …"), is a level of the tree.

    Given back where only codes say so ("I.1 Communities informed").
    """
    guessed = []
    leaf = layout.leaf
    for column in layout.of("expected_result"):
        texts = [cell.text for cell in _cells(layout, column, rows) if cell.columns == 1]
        named = [text for text in texts if (heading := heading_of(text)) and heading.level and heading.code]
        coded = (
            [text for text in texts if split_code(text)[0]] if _OUTPUTS.fullmatch(fold(column.head)) else []
        )
        most = max(len(texts), 1)
        if leaf is not None and column.number < leaf.number and 2 * max(len(named), len(coded)) >= most:
            column.field, column.level = "level", "output"
            guessed += [column] if 2 * len(named) < most else []
    return guessed


def _is_code_or_level(text: str) -> bool:
    """A code alone, or the word of a level without a title: "Output 1.1", "Goal"."""
    heading = heading_of(text)
    return is_code(text) or (heading is not None and heading.level is not None and not heading.title)


def _find_codes(layout: Layout, rows: Sequence[Row]) -> None:
    """A column of nothing but codes: those of the one beside it under the same head, or beside the activities'."""
    for column, beside in pairwise(layout.columns):
        shared = column.cells and beside.cells and column.cells[-1] is beside.cells[-1]
        bare = not column.field and beside is layout.leaf and not layout.of("code")
        if not bare and not (shared and column.field in {"level", "title"}):
            continue
        texts = [cell.text for cell in _cells(layout, column, rows) if cell.columns == 1]
        if texts and all(map(_is_code_or_level, texts)):
            above = layout.leaf is not column and layout.leaf is not beside
            column.field, column.level = ("code_of", column.level) if above else ("code", "")


def _find_periods(layout: Layout, rows: Sequence[Row]) -> None:
    """A column of nothing but months or quarters ("Mês"), or of years under that word, says when."""
    for column in layout.columns:
        if not column.field and column.head and not layout.of("period"):
            texts = [cell.text for cell in _cells(layout, column, rows)]
            times = [time_in(text) for text in texts]
            years = fold(column.head) in {"ano", "anos", "year", "annee"}
            if texts and all(one is not None and (years or not one.is_year) for one in times):
                column.field = "period"


def _settle_codes(layout: Layout, rows: Sequence[Row]) -> None:
    """Of several columns of codes one of file numbers ("QX-1500") is none: its cells are left over."""
    codes = layout.of("code")
    for column in codes if len(codes) > 1 else []:
        own = _cells(layout, column, rows)
        if own and not any(is_code(cell.text) for cell in own):
            column.field = ""


def _settle_titles(layout: Layout, rows: Sequence[Row]) -> None:
    """ "Task | Title" over "T1.1 | Train staff": codes and titles. A description beside a title says more of it."""
    leaf, titles = layout.leaf, layout.of("title")
    if leaf is None or not titles or leaf in titles:
        return
    own = _cells(layout, leaf, rows)
    if own and all(is_code_under_head(cell.text) for cell in own):
        leaf.field, leaf.level, layout.finest = "code", "", titles[0]
    for column in titles:
        if column is not layout.leaf:
            column.field = "summary"


def _settle_leaf(layout: Layout, rows: Sequence[Row]) -> None:
    """Of several columns of levels the activities' is one further right, where each of its cells holds fewer rows."""
    leaf = layout.leaf
    for column in layout.of("level"):
        if leaf is not None and column.number > leaf.number:
            own = [row for number, row in rows if number > layout.last and column.number in row]
            cells = {id(row[column.number]) for row in own if not row[column.number].is_blank}
            above = {id(row[leaf.number]) for row in own if leaf.number in row}
            if len(cells) > len(above) and len(cells) == len(own):
                layout.finest = leaf = column


def _promote_groups(layout: Layout, rows: Sequence[Row], before: Sequence[str]) -> list[Column]:
    """Columns left of the activities that nothing is known of but that each of their cells holds several: levels.

    before: the heads that were levels in an earlier table, where this one has too few rows to tell.
    """
    found: list[Column] = []
    leaf = layout.leaf
    for column in layout.columns:
        if leaf is None or column.number >= leaf.number or column.field or not column.head:
            continue
        held: dict[int, set[int]] = {}
        cells: dict[int, Cell] = {}
        for number, row in rows:
            if number > layout.last and column.number in row and leaf.number in row:
                cell = cells.setdefault(id(row[column.number]), row[column.number])
                held.setdefault(id(cell), set()).add(id(row[leaf.number]))
        words = all(cell.kind == "text" for cell in cells.values() if not cell.is_blank)
        several = any(len(held[key]) > 1 and not cell.is_blank for key, cell in cells.items())
        if words and (several or column.head in before):
            column.field, column.level = "level", f"unnamed:column {column.number}"
            found.append(column)
    return found


def _settle_statuses(layout: Layout, rows: Sequence[Row]) -> None:
    """ "Progress" over words ("On track") is a status, over figures a share."""
    for column in layout.of("share"):
        texts = [cell.text for cell in _cells(layout, column, rows)]
        if column.time is None and texts and 2 * len(list(filter(status_of, texts))) > len(texts):
            column.field = "status"


def _cells(layout: Layout, column: Column, rows: Sequence[Row]) -> list[Cell]:
    """The cells of a column below the head that hold something."""
    own = [row[column.number] for number, row in rows if number > layout.last and column.number in row]
    return [cell for cell in own if not cell.is_blank]
