"""A table becomes rows of a register: read, compared, and written by the register's own verbs (S-C3, bad input 26).

Rows are known by their number, never by a code or a name. What a file may not write has to be as it is; a row that
changed since the file was made is not written over.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import ForeignKey
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl.utils import column_index_from_string
from tablib import Dataset

from coalitions.admin.columns import Number, widget_of
from coalitions.admin.exchange import Rows
from coalitions.admin.inside import plan_path
from coalitions.admin.two_editors import MADE_FROM
from coalitions.models.party import fold
from coalitions.refusal import Refused
from coalitions.versions import mark_of
from coalitions.wording import NOTHING
from coalitions.workbooks import Problem, Table

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """What would become of a row of the file; `changes` are (column, before, after), the values of a new row too."""

    row: int
    kind: str
    name: str
    changes: list[tuple[str, str, str]]


class Incoming(Rows):
    """Reads the rows of a file into one place: a coalition, or a plan."""

    class Meta:
        clean_model_instances = True
        use_transactions = True
        skip_diff = True
        report_skipped = True

    def __init__(self, register: Any, request: HttpRequest, **kwargs: Any) -> None:
        self.request = request
        super().__init__(register, **kwargs)
        for field in self.model._meta.fields:
            if isinstance(field, ForeignKey) and field.name in self.fields:
                self.fields[field.name].widget = widget_of(field, register.choices(field, request))
        self.lines: list[Line] = []
        self.seen: set[int] = set()

    def labels(self) -> dict[str, str]:
        """Every head that a column may have, folded, with the field that it means: in both languages, or its name."""
        heads = {}
        for language in ("es", "en"):
            with override(language):
                columns = Rows(self.register).fields
                heads |= {fold(str(field.column_name)): name for name, field in columns.items()}
        return heads | {fold(name): name for name in self.fields}

    def rows_of_place(self) -> Any:
        """The rows that the file may change: those of the user, in the place that it is brought into."""
        rows = self.register.get_queryset(self.request)
        place = self.request.place
        if "plan" in place and plan_path(self.model):
            return rows.filter(**{plan_path(self.model): place["plan"]})
        return rows.filter(**{self.model.coalition_path: place["coalition"]})

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Any, bool]:
        number = self._number(row)
        if number is None:
            new = self.model()
            for name, where in self.request.place.items():
                if any(field.name == name for field in self.model._meta.fields):
                    setattr(new, name, where)
            return new, True
        found = self.rows_of_place().filter(pk=number).first() if abs(number) < 2**63 else None
        if found is None:
            raise ValidationError({"id": _("There is no row with this number here. A new row has none.")})
        if number in self.seen:
            raise ValidationError({"id": _("This number stands in two rows of the file.")})
        self.seen.add(number)
        if row.get(MADE_FROM) and str(row[MADE_FROM]) != mark_of(found):
            text = _("This row was changed since the file was made. Please export it again.")
            raise ValidationError({MADE_FROM: text})
        return found, False

    def _number(self, row: Any) -> int | None:
        try:
            return Number(whole=True).clean(row.get("id"))
        except ValueError as error:
            raise ValidationError({"id": str(error)}) from error

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Give the row what its line says; every cell that cannot be read or may not be written is a problem."""
        errors: dict[str, Any] = {}
        self.changes: list[tuple[str, str, str]] = []
        self.extras: dict[str, Any] = {}
        own = {field.name for field in self.model._meta.fields}
        for name, cell in row.items():
            if name in {"id", MADE_FROM} or name.endswith("__name"):
                continue
            try:
                self._take(instance, name, cell, own)
            except ValueError as error:
                errors[name] = ValidationError(str(error), code="invalid")
        if errors:
            raise ValidationError(errors)

    def _take(self, instance: Any, name: str, cell: Any, own: set[str]) -> None:
        field = self.fields[name]
        before = field.get_value(instance) if instance.pk else None
        if name not in self.register.brings:
            if self._said(field, before) != self._said(field, None) or cell not in (None, ""):
                self._must_be(field, instance, cell)
            return
        value = field.widget.clean(cell)
        if name in own:
            if name in self.register.fixed and instance.pk and value != before:
                raise ValueError(_("This is not changed by a file."))
            kept = value if value is not None or self.model._meta.get_field(name).null else self._empty(name)
            setattr(instance, name, kept)
        else:
            self.extras[name] = value
        if self._said(field, value) != self._said(field, before):
            self.changes.append((str(field.column_name), self._said(field, before), self._said(field, value)))

    def _empty(self, name: str) -> Any:
        field = self.model._meta.get_field(name)
        return field.get_default() if field.has_default() else ""

    def _must_be(self, field: Any, instance: Any, cell: Any) -> None:
        """A column that a file may not write has to say what is so: anything else would be dropped in silence."""
        now = field.get_value(instance) if instance.pk else None
        text = "" if cell is None else str(cell).strip()
        if text in {str(now), self._said(field, now).replace(NOTHING, "")}:
            return
        try:
            if instance.pk and field.widget.clean(cell) == now:
                return
        except (ValueError, NotImplementedError):
            pass
        raise ValueError(_("This is not changed by a file."))

    @staticmethod
    def _said(field: Any, value: Any) -> str:
        if value is None or value == "":
            return NOTHING
        return str(value) if hasattr(value, "_meta") else str(field.widget.render(value)) or NOTHING

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        names = {
            field.name for field in self.model._meta.fields if not field.editable or field.name == "coalition"
        }
        errors = dict(import_validation_errors or {})
        try:
            instance.full_clean(exclude={*errors, *names}, validate_unique=validate_unique)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        if errors:
            raise ValidationError(errors)

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        return not import_validation_errors and bool(instance.pk) and not self.changes

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        self.register.bring(self.request, instance, is_create, self.changes, self.extras)

    def after_import_row(self, row: Any, row_result: Any, **kwargs: Any) -> None:
        kind = {"new": "new", "update": "changed"}.get(row_result.import_type, "same")
        name = row_result.object_repr or NOTHING
        self.lines.append(Line(self.numbers[kwargs["row_number"] - 1], kind, name, self.changes))

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """No sequence is set: the numbers of new rows come from the database."""

    def run(self, table: Table) -> tuple[list[Line], list[Problem]]:
        """What became of each row, and all that is wrong, by row and column. Where anything is, nothing stays."""
        dataset, problems = self._dataset(table)
        if problems or not dataset:
            return [], problems
        result = self.import_data(
            dataset, dry_run=False, raise_errors=False, rollback_on_validation_errors=True
        )
        return self.lines, list(self._problems(result, dataset))

    def _dataset(self, table: Table) -> tuple[Dataset, list[Problem]]:
        first = next((number for number, row in enumerate(table.rows) if row), None)
        if first is None:
            return Dataset(), [Problem(1, "", "", _("The file is empty."))]
        heads, problems = self._heads(table.rows[first], first + 1)
        problems += [self._named(problem, heads) for problem in table.problems]
        dataset = Dataset(headers=[head for head in heads if head])
        self.numbers: list[int] = []
        for number, row in enumerate(table.rows[first + 1 :], start=first + 2):
            cells = [*row, *[None] * (len(heads) - len(row))]
            if any(cell is not None for cell in row):
                dataset.append([cell for cell, head in zip(cells, heads, strict=False) if head])
                self.numbers.append(number)
        return dataset, problems

    def _heads(self, row: list[Any], number: int) -> tuple[list[str], list[Problem]]:
        known, problems = self.labels(), []
        heads: list[str] = []
        for cell in row:
            name = known.get(fold(str(cell or "")), "")
            if cell is not None and not name:
                text = _("This column is not known. Please take the heads of an exported file.")
                problems.append(Problem(number, "", str(cell)[:60], text))
            elif name and name in heads:
                problems.append(Problem(number, "", str(cell)[:60], _("This column stands there twice.")))
            heads.append(name)
        missing = [name for name in self.register.needed if name not in heads and "id" not in heads]
        for name in missing:
            label = str(self.fields[name].column_name)
            problems.append(Problem(number, label, "", _("This column is missing.")))
        return heads, problems

    def _named(self, problem: Problem, heads: list[str]) -> Problem:
        """A problem of the file itself, its column by the head instead of the letter."""
        place = column_index_from_string(problem.column) - 1
        name = heads[place] if place < len(heads) else ""
        return replace(problem, column=str(self.fields[name].column_name)) if name else problem

    def _problems(self, result: Any, dataset: Any) -> Iterator[Problem]:
        for error in result.base_errors:
            logger.error("A table could not be brought in", exc_info=error.error)
            yield Problem(
                1, "", "", _("This file could not be understood. Please take an exported one as a pattern.")
            )
        for invalid in result.invalid_rows:
            cells = dict(zip(dataset.headers, dataset[invalid.number - 1], strict=False))
            for name, messages in invalid.error_dict.items():
                known = self.fields.get(name)
                column = str(known.column_name) if known and name != NON_FIELD_ERRORS else ""
                value = cells.get(name)
                yield Problem(
                    self.numbers[invalid.number - 1],
                    column,
                    "" if value is None else str(value)[:60],
                    " ".join(messages),
                )
        for failed in result.error_rows:
            yield from (self._failure(failed.number, one.error) for one in failed.errors)

    def _failure(self, number: int, error: Exception) -> Problem:
        if isinstance(error, Refused):
            return Problem(self.numbers[number - 1], "", "", str(error))
        logger.error("A row could not be brought in", exc_info=error)
        reason = _("This row does not fit the others of the register: it may be there already.")
        return Problem(self.numbers[number - 1], "", "", reason)
