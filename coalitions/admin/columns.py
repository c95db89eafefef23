"""What a column of an exported or imported table holds: words and days as people write them, never guessed (S-C3).

Exports speak the reader's language; imports understand both languages, and the keys that the database has.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from import_export import widgets

from coalitions.models.party import fold
from coalitions.sheets import unescaped

DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
YES = {"1", "si", "yes", "true", "verdadero", "x"}
NO = {"0", "no", "false", "falso"}


class Text(widgets.Widget):
    """A text as it is written."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        return "" if value is None else unescaped(value if isinstance(value, str) else _written(value))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else str(value)


class Word(Text):
    """One of a field's choices, by its word in either language or by its key."""

    def __init__(self, field: Any) -> None:
        super().__init__()
        self.field = field

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str | None:
        text = super().clean(value)
        if not text:
            return None if self.field.null else ""
        found = self._words().get(fold(text)) or next(
            (k for k, _label in self.field.flatchoices if k == text), None
        )
        if found is None:
            known = ", ".join(str(label) for _key, label in self.field.flatchoices)
            raise ValueError(_("This word is not known. Known words: {words}.").format(words=known))
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(dict(self.field.flatchoices).get(value, value or ""))

    def _words(self) -> dict[str, str]:
        words = {}
        for language in ("es", "en"):
            with override(language):
                words |= {fold(str(label)): key for key, label in self.field.flatchoices if fold(str(label))}
        return words


class Day(widgets.Widget):
    """A day: a date of the spreadsheet, 2025-03-15, or 15/03/2025 where no other reading of it is possible."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:
        found = _day(value)
        if found is not None and not 1900 <= found.year <= 2200:
            raise ValueError(_("This year cannot be meant."))
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        if kwargs.get("force_native_type"):
            return value
        return value.isoformat() if value else ""


def _day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        if (value.hour, value.minute, value.second) != (0, 0, 0):
            raise ValueError(_("A day is expected here, without a time."))
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError(_("A day is expected here, and this is a number. Please format the cell as a date."))
    return _typed_day(value.strip())


def _typed_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        match = DAY.fullmatch(text)
    if not match:
        raise ValueError(_("This is not a day. Please write it as 2025-03-15."))
    day, month, year = map(int, match.groups())
    if day <= 12 and day != month:
        raise ValueError(_("This can be read as two different days. Please write it as 2025-03-15."))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(_("There is no such day.")) from error


class Number(widgets.Widget):
    """A number: of the spreadsheet, or typed with one point or comma that can only be the decimal one."""

    def __init__(self, whole: bool = False) -> None:
        super().__init__()
        self.whole = whole

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Decimal | int | None:
        number = _number(value)
        if number is None or not self.whole:
            return number
        if number != int(number):
            raise ValueError(_("A whole number is expected here."))
        return int(number)

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        if value is None:
            return None if kwargs.get("force_native_type") else ""
        plain = value.normalize() if isinstance(value, Decimal) else value
        return (
            plain
            if kwargs.get("force_native_type")
            else format(plain, "f" if isinstance(plain, Decimal) else "")
        )


def _number(value: Any) -> Decimal | None:
    if value is None or value == "":
        return None
    text = value.strip() if isinstance(value, str) else str(value)
    if isinstance(value, bool | date) or (isinstance(value, str) and not NUMBER.fullmatch(text)):
        raise ValueError(_("This is not a number. Please write figures only, as 1.5 or 1,5."))
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d{1,3}[.,]\d{3}", text):
        raise ValueError(
            _("This can be read as two different numbers. Please write it without a sign of thousands.")
        )
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise ValueError(_("This is not a number. Please write figures only, as 1.5 or 1,5.")) from error
    if not number.is_finite():
        raise ValueError(_("This is not a number. Please write figures only, as 1.5 or 1,5."))
    return number


class YesOrNo(widgets.Widget):
    """Yes or no, in either language."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> bool:
        if isinstance(value, bool):
            return value
        text = fold(str(value if value is not None else ""))
        if text in YES | NO:
            return text in YES
        raise ValueError(_("Yes or no is expected here."))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return _("yes") if value else _("no")


class Moment(widgets.Widget):
    """A day and time in the site's time zone; given out only."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        if value is None:
            return ""
        local = timezone.localtime(value)
        return (
            local.replace(tzinfo=None)
            if kwargs.get("force_native_type")
            else local.isoformat(timespec="minutes")
        )


class Key(widgets.Widget):
    """Another row by its number, among those that the user may choose: another coalition's is not found (S-A5)."""

    def __init__(self, rows: models.QuerySet | None = None) -> None:
        super().__init__()
        self.rows = rows

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        number = Number(whole=True).clean(value)
        if number is None:
            return None
        found = self.rows.filter(pk=number).first() if self.rows is not None and abs(number) < 2**63 else None
        if found is None:
            raise ValueError(_("There is no row with this number that you may choose."))
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> Any:
        return getattr(value, "pk", value)


class Keys(widgets.Widget):
    """Several rows by their numbers; given out only."""

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return ", ".join(str(row.pk) for row in value.all()) if value is not None else ""


def _written(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def widget_of(field: Any, rows: models.QuerySet | None = None) -> widgets.Widget:
    """What a model's field holds in a table; `rows` are those that an import may point at."""
    if getattr(field, "flatchoices", None):
        return Word(field)
    for kind, widget in (
        (models.ManyToManyField, Keys), (models.BooleanField, YesOrNo), (models.DateTimeField, Moment),
        (models.DateField, Day), (models.DecimalField, Number),
    ):  # fmt: skip
        if isinstance(field, kind):
            return widget()
    if isinstance(field, models.ForeignKey):
        return Key(rows)
    return Number(whole=True) if isinstance(field, models.IntegerField) else Text()
