"""Rows of a register are withdrawn: with a reason, all or none, and only where nothing hangs on them (S-B1, S-E2)."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from coalitions import audit
from coalitions.models import Coalition, User
from coalitions.refusal import Refused


@transaction.atomic
def withdraw(rows: list[Any], coalition: Coalition | None, *, reason: str, by: User) -> None:
    """Delete the rows of one register and coalition, which the caller has locked; their history stays.

    One act, however many rows. Raises Refused without a reason, and where anything still points at one of them.
    """
    if not reason.strip():
        raise Refused(_("Please say why: the reason stays in the log."))
    for row in rows:
        hanging = _hanging(row)
        if hanging:
            text = _("“{row}” is in use and stays: {number} of “{what}” point at it. Nothing was withdrawn.")
            raise Refused(text.format(row=row, number=len(hanging), what=_register(hanging[0])))
    told = [{"id": row.pk, "was": audit.label_of(row)} for row in rows]
    act = f"{rows[0]._meta.model_name} withdrawn"
    label = ", ".join(str(row["was"]) for row in told)[:300]
    audit.record(
        coalition, act, actor=by, obj=rows[0], label=label, reason=reason.strip(), change={"rows": told}
    )
    for row in rows:
        row.delete()


def _hanging(row: models.Model) -> list[models.Model]:
    """What still points at the row, of the first register that has any."""
    for relation in row._meta.related_objects:
        if not relation.related_model.__name__.startswith("Historical"):
            found = list(relation.related_model._default_manager.filter(**{relation.field.name: row}))
            if found:
                return found
    return []


def _register(row: models.Model) -> str:
    return str(row._meta.verbose_name_plural)
