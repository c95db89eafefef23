"""What was typed beside what somebody else saved meanwhile, and a choice for each field (law 8, S-B1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import FileField
from django.http import QueryDict

from coalitions.wording import field_of, label_of, readable

THEIRS = "theirs"


@dataclass(frozen=True)
class Difference:
    """Where what was typed is not what is saved now. `before` is how the form found it, where that is known.

    `theirs`: the saved value is offered first, since the editor did not touch it. `kept` holds it, hidden.
    """

    name: str
    label: str
    saved: str
    typed: str
    before: str = ""
    theirs: bool = False
    kept: str = ""

    @property
    def tick(self) -> str:
        """The id of its choice."""
        return f"{THEIRS}_{self.name}"


@dataclass(frozen=True)
class Conflict:
    """What a page says of a stale save of a row: who changed it and when, and where the two versions differ.

    `may_choose`: whether the form can take what is saved field by field.
    """

    row: Any
    differences: list[Difference]
    may_choose: bool = True

    @cached_property
    def change(self) -> Any:
        """The newest row of its history (`history_user`, `history_date`); None for one without history."""
        return (
            self.row.history.select_related("history_user").first() if hasattr(self.row, "history") else None
        )


def with_theirs(posted: QueryDict) -> QueryDict:
    """What was posted, with the saved value in each field for which the editor chose it.

    Lines end as they are kept: a browser sends CR LF, which would make every text of several lines another one.
    """
    data = posted.copy()
    for key, values in posted.lists():
        data.setlist(key, [str(value).replace("\r\n", "\n") for value in values])
    for name in posted.getlist(THEIRS):
        for key in [key for key in data if _is_of(key, name)]:
            del data[key]
        for key in [key for key in posted if key.startswith(f"{THEIRS}-")]:
            if _is_of(key.removeprefix(f"{THEIRS}-"), name):
                data.setlist(key.removeprefix(f"{THEIRS}-"), posted.getlist(key))
    return data


def _is_of(key: str, name: str) -> bool:
    """Whether a key is the field's own, or one of the parts of a field in parts ("starts_at_0")."""
    return key == name or (key.startswith(f"{name}_") and key[len(name) + 1 :].isdecimal())


def conflict_of(form: Any, formsets: list[Any], row: Any, entry: Any) -> Conflict:
    """What a form and those inside it say against the row as it stands; `entry` is the row as the form found it."""
    return Conflict(row, list(_differences(form, formsets, entry)))


def _differences(form: Any, formsets: list[Any], entry: Any) -> Iterator[Difference]:
    yield from _of_form(form, entry, "")
    for formset in formsets:
        for one in formset.initial_forms:
            if one.instance.pk:
                yield from _of_form(one, None, f"{formset.model._meta.verbose_name} {one.instance.pk}: ")


def _of_form(form: Any, entry: Any, where: str) -> Iterator[Difference]:
    model = type(form.instance)
    saved = type(form)(
        instance=model._default_manager.get(pk=form.instance.pk),
        prefix=f"{THEIRS}{'-' + form.prefix if form.prefix else ''}",
    )
    for name in form.changed_data:
        if name not in saved.fields or isinstance(form.fields[name], FileField):
            continue
        field = field_of(model, name)
        now, typed = (
            form.get_initial_for_field(form.fields[name], name),
            form.cleaned_data.get(name, form[name].value()),
        )
        before = readable(field, _then(entry, field)) if entry else ""
        now_said, typed_said = readable(field, now), readable(field, typed)
        yield Difference(
            form.add_prefix(name), f"{where}{label_of(field) if field else form[name].label}", now_said, typed_said,
            before, bool(entry) and before == typed_said, saved[name].as_hidden(),
        )  # fmt: skip


def _then(entry: Any, field: Any) -> Any:
    if field is None:
        return None
    if field.many_to_many:
        return [
            getattr(one, field.m2m_reverse_field_name() + "_id") for one in getattr(entry, field.name).all()
        ]
    return getattr(entry, field.attname, None)
