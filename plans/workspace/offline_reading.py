"""What a filled workbook of `offline` says: read by the form of each report, shown, and kept as drafts (T7, S-C3).

Reading writes nothing; `keep` makes drafts of what was read, and never sends. Only parts that were touched in the file
count; one that was changed on the site since the file was made is shown with both versions, and not overwritten.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import column_index_from_string

from coalitions.folding import fold
from coalitions.models import User
from coalitions.refusal import Refused
from coalitions.workbooks import Problem, Table, Value
from plans import figures, reports
from plans.forms import conflict
from plans.forms.report import FIGURE, ReportForm
from plans.models import ProgressReport
from plans.workspace.offline import FIELDS, FIRST_ROW, HIDDEN, MARK, SAID, SCHEMA, asked, choices_of, forms_of


@dataclass(frozen=True)
class Line:
    """A row that says something else than what is stored: part by part, how it is now and how it would be.

    `behind`: one of these parts was changed on the site since the file was made; the row is shown, and not taken.
    """

    row: int
    report: ProgressReport
    form: ReportForm
    changes: list[tuple[str, str, str]]
    behind: bool


@dataclass
class Reading:
    """What a filled workbook says: rows that change something, what could not be read, and how many change nothing."""

    language: str
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    same: int = 0

    @property
    def taken(self) -> list[Line]:
        """The rows of which drafts would be made."""
        return [line for line in self.lines if not line.behind]


def language_of(table: Table) -> str:
    """The language of a workbook of ours. Raises Refused for any other file, and for one of a newer release."""
    head = [*(table.rows[0] if table.rows else []), None, None, None][:3]
    if head[0] != MARK:
        raise Refused(
            _("This is not the workbook of this page. Please download it here, fill it in and send it.")
        )
    if head[1] != SCHEMA:
        text = _(
            "This workbook is of version {theirs}, and this site reads version {ours}. Please download it again."
        )
        raise Refused(text.format(theirs=str(head[1])[:20], ours=SCHEMA))
    return str(head[2]) if head[2] in figures.LANGUAGES else "es"


def read(table: Table, user: User, on: date) -> Reading:
    """What a filled workbook says, in the language of the file, which is the active one. Raises Refused."""
    reading = Reading(language_of(table))
    heads = [str(cell or "") for cell in [*table.rows[2:3], []][0]]
    mine = {form.desk.report.pk: form for form in forms_of(asked(user, on))}
    reading.problems = [_named(problem, heads) for problem in table.problems]
    seen: set[int] = set()
    for number, cells in enumerate(table.rows[FIRST_ROW - 1 :], start=FIRST_ROW):
        if any(cell is not None for cell in cells):
            _read_row(number, cells, heads, mine, seen, reading)
    return reading


def _read_row(
    number: int, cells: list[Value], heads: list[str], mine: dict[int, ReportForm], seen: set[int],
    reading: Reading,
) -> None:  # fmt: skip
    names = str(cells[2] or "").split() if len(cells) > 2 else []
    cells = [*cells, *[None] * (HIDDEN + SAID + len(FIELDS) + 2 * len(names) - len(cells))]
    key = cells[0] if isinstance(cells[0], int) else 0
    if key not in mine or key in seen:
        reason = _(
            "This row is not asked of you (any more): it was sent, its round closed, or it is another's."
        )
        reason = _("This row stands there twice.") if key in seen else reason
        reading.problems.append(Problem(number, "", str(cells[4] or "")[:60], reason))
        return
    seen.add(key)
    line = _line(number, mine[key], cells)
    problems = list(_problems(number, line.form, cells, heads))
    if problems:
        reading.problems += problems
    elif line.changes:
        reading.lines.append(line)
    else:
        reading.same += 1


def _line(number: int, opened: ReportForm, cells: list[Value]) -> Line:
    """What the row changes: the parts that were touched in the file; the others stay as they are stored now."""
    stored, typed = conflict.as_posted(opened), _typed(opened, cells)
    before, after = opened.told(stored), opened.told(typed)
    first, now, then = _prints(cells[1]), _prints(before), _prints(after)
    parts = opened.parts()
    touched = {part for part in parts if then[part] != first.get(part)}
    starts = tuple(touched)
    kept = {name: value for name, value in stored.items() if not name.startswith(starts)}
    data = kept | {name: value for name, value in typed.items() if name.startswith(starts)}
    changed = [part for part in parts if part in touched and before[part] != after[part]]
    return Line(
        row=number,
        report=opened.desk.report,
        form=ReportForm(opened.desk, data),
        changes=[(parts[part], before[part], after[part]) for part in changed],
        behind=any(now[part] != first.get(part) for part in changed),
    )


def _prints(told: Mapping[str, str] | Value) -> dict[str, str]:
    """What each part was, in short; from a cell, as the file was made from it."""
    try:
        found = json.loads(conflict.fingerprint(told) if isinstance(told, Mapping) else str(told))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _places(form: ReportForm, cells: list[Value]) -> Iterator[tuple[str, int]]:
    """The fields of a row, and the place of each in its cells."""
    first = HIDDEN + SAID
    yield from zip(FIELDS, range(first, first + len(FIELDS)), strict=True)
    for number, name in enumerate(str(cells[2] or "").split()):
        if name.startswith(FIGURE):
            yield name, first + len(FIELDS) + 2 * number + 1


def _typed(form: ReportForm, cells: list[Value]) -> dict[str, str]:
    """The cells as the form's own fields would have been typed."""
    typed = {}
    for name, place in _places(form, cells):
        shown = form.fields.get(name)
        text = _text(cells[place] if place < len(cells) else None, shown)
        words = {fold(word): value for value, word in choices_of(form, name)} if shown else {}
        if text:
            typed[name] = words.get(fold(text), text)
    return typed


def _text(value: Value, shown: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        # As the form writes it: a spreadsheet's 1.234 is no thousand.
        number = Decimal(repr(value))
        return str(shown.prepare_value(number) if shown else number)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value).replace("\r\n", "\n").strip()


def _problems(number: int, form: ReportForm, cells: list[Value], heads: list[str]) -> Iterator[Problem]:
    places = dict(_places(form, cells))
    share = cells[places["executed"]]
    if isinstance(share, float) and 0 < share <= 1:
        reason = _("This may mean {hundredfold} % or {share} %. Please write it as a text with the sign %.")
        told = reason.format(hundredfold=f"{share * 100:g}", share=f"{share:g}")
        yield Problem(number, heads[places["executed"]], f"{share:g}", told)
    for name, errors in form.errors.items():
        place = places.get(name)
        column = "" if place is None else _column(name, place, cells, heads)
        value = "" if place is None else str(cells[place] if cells[place] is not None else "")[:60]
        yield Problem(number, column, value, " ".join(str(error) for error in errors))


def _column(name: str, place: int, cells: list[Value], heads: list[str]) -> str:
    """The head of a column; of a value, what is asked there."""
    if name.startswith(FIGURE):
        return str(cells[place - 1] or "")[:120]
    return heads[place] if place < len(heads) else ""


def _named(problem: Problem, heads: list[str]) -> Problem:
    """A problem of the file itself, its column by the head instead of the letter."""
    place = column_index_from_string(problem.column) - 1
    head = heads[place] if place < len(heads) else ""
    return Problem(problem.row, head or problem.column, problem.value, problem.reason)


def keep(reading: Reading, *, by: User, at: datetime) -> None:
    """Make a draft of each row that was taken; nothing is sent. Raises Stale and Refused."""
    for line in reading.taken:
        reports.save_draft(
            line.report.pk, line.form.answer(), line.form.given(), language=line.form.desk.language,
            version=line.report.version, by=by, at=at,
        )  # fmt: skip
