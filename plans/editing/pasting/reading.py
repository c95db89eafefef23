"""A pasted table is read: every cell kept as written, beside what was understood and what is doubtful (law 2)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from coalitions import party_list
from coalitions.membership import spelled
from coalitions.models import Party
from coalitions.models.party import fold
from coalitions.refusal import Refused
from plans.editing import periods
from plans.editing.pasting.columns import SKIP, by_head, by_order
from plans.models import Activity, Plan
from plans.schedule import Schedule
from plans.targets import read_targets

MOST_ROWS = 500
# "1.1 Title", "2. 1.1. Title", "3) Title"; "3 workshops" is no code.
CODE_FIRST = re.compile(r"^\s*(\d+(?:\.\s?\d+)+\.?|\d+[.)])\s+(?=\S)")
CODE_ALONE = re.compile(r"^(?:[A-Z]{1,3}\.?\s?)?\d+(?:\.\s?\d+)*[.)]?$")
DUTY = re.compile(r"\(([^()]*)\)\s*:?")
LONGEST_CODE = 60


@dataclass(frozen=True)
class PartyCell:
    """One name of a cell: the party that it is, or None where nobody is written so; with the duty in brackets."""

    name: str
    party: Party | None
    duty: str = ""


@dataclass
class PastedRow:
    """A row as it would become an activity; `doubts` are sentences for the reader."""

    number: int
    values: dict[str, str]
    schedule: Schedule
    parties: list[PartyCell]
    doubts: list[str] = field(default_factory=list)


@dataclass
class Reading:
    """A whole table: the field of each column beside its head, the rows, what stops them, and names nobody has."""

    columns: list[str]
    heads: list[str]
    rows: list[PastedRow]
    skipped: list[int]
    problems: list[str] = field(default_factory=list)

    @property
    def unknown(self) -> list[str]:
        """The names that stand for no party yet, each once."""
        names = {fold(one.name): one.name for row in self.rows for one in row.parties if one.party is None}
        return list(names.values())

    @property
    def doubts(self) -> int:
        """How many rows have a doubt."""
        return sum(bool(row.doubts) for row in self.rows)


def read(plan: Plan, text: str, columns: Sequence[str] | None = None) -> Reading:
    """Read tab-separated rows. `columns` says which field each column is; else its head, or the plan's order, does.

    Nothing is written and nobody is created. Raises Refused for a table that cannot be read or is too long.
    """
    cells = [row for row in party_list.cells_of_text(text, "\t") if any(cell.strip() for cell in row)]
    if len(cells) > MOST_ROWS + 1:
        raise Refused(_("Please paste at most {number} rows at a time.").format(number=MOST_ROWS))
    if not cells:
        raise Refused(_("There is nothing to read: please paste the rows of your table."))
    width = max(map(len, cells))
    head = by_head(plan, cells[0])
    fields = list(columns or head or by_order(plan, width, codes_first=_codes_first(cells)))
    fields = [*fields, *[SKIP] * width][:width]
    known, codes = spelled(plan.coalition), _codes(plan)
    rows, skipped = [], []
    problems: list[str] = []
    for number, row in enumerate(cells[1:] if head else cells, start=2 if head else 1):
        values = _values(fields, row)
        if values.get("title"):
            rows.append(_row(plan, number, values, known, codes))
            problems += _problems(number, values)
        else:
            skipped.append(number)
    return Reading(fields, cells[0] if head else [""] * width, rows, skipped, problems)


def _codes_first(cells: Iterable[Sequence[str]]) -> bool:
    return all(CODE_ALONE.match(row[0].strip()) for row in cells)


def _codes(plan: Plan) -> set[str]:
    return set(Activity.objects.filter(plan=plan).exclude(code="").values_list("code", flat=True))


def _values(fields: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells by field; a code that stands before the title in its cell is taken apart (E11)."""
    values = {name: cell.strip() for name, cell in zip(fields, row, strict=False) if name}
    title = values.get("title", "")
    if not values.get("code") and (found := CODE_FIRST.match(title)):
        values["code"], values["title"] = found[1].strip(), title[found.end() :]
    return values


def _problems(number: int, values: Mapping[str, str]) -> Iterable[str]:
    if len(values.get("code", "")) > LONGEST_CODE:
        yield _("Row {number}: the number has more than {most} characters. Please shorten it.").format(
            number=number, most=LONGEST_CODE
        )


def _row(
    plan: Plan, number: int, values: dict[str, str], known: Mapping[str, Party], codes: set[str]
) -> PastedRow:
    schedule = periods.read(plan, values.get("period", ""))
    row = PastedRow(number, values, schedule, split_parties(values.get("responsible", ""), known))
    row.doubts = list(_doubts(row, codes))
    if code := values.get("code"):
        codes.add(code)
    return row


def _doubts(row: PastedRow, codes: set[str]) -> Iterable[str]:
    values = row.values
    if values.get("code") in codes:
        yield _("The number {code} is in the plan already; both stay as written.").format(code=values["code"])
    if values.get("period") and not row.schedule.understood:
        yield _("The period “{text}” was not understood; it is kept as written, without dates.").format(
            text=values["period"]
        )
    elif row.schedule.alternatives:
        yield _("The period “{text}” can mean other days too; please choose in the row.").format(
            text=values["period"]
        )
    for one in row.parties:
        if one.party is None:
            yield _("No party is called “{name}”.").format(name=one.name)
    for reading in read_targets(values.get("target"), values.get("indicator", "")):
        if not reading.understood:
            yield _("The target “{text}” was not understood as a figure; it is kept as written.").format(
                text=reading.text
            )


def split_parties(cell: str, known: Mapping[str, Party]) -> list[PartyCell]:
    """The names of a cell, split only where that finds a party: "Ambiente y Agua" may be one (E14, E15)."""
    found = []
    for piece in _pieces(cell, known, (r"[\n;/]", r",", r"\s+(?:y|e|and|&)\s+")):
        duty = DUTY.search(piece)
        name = DUTY.sub("", piece).strip(" .,:") if duty else piece.strip(" .,")
        if name:
            found.append(PartyCell(name, known.get(fold(name)), duty[1].strip() if duty else ""))
    return found


def _pieces(text: str, known: Mapping[str, Party], separators: Sequence[str]) -> list[str]:
    if not separators or fold(DUTY.sub("", text)) in known:
        return [text]
    parts = [part for part in re.split(separators[0], text) if part.strip()]
    inner = [piece for part in parts for piece in _pieces(part, known, separators[1:])]
    firm = separators[0].startswith("[")
    if firm or any(fold(DUTY.sub("", piece)) in known for piece in inner):
        return inner
    return [text]
