"""The set-up of a coalition: its names, words and rules, its first bodies, an invitation for its Secretariat (P1)."""

import hashlib
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from coalitions import accent, audit, invitations
from coalitions.models import Coalition, Document, Party, Seat, User
from coalitions.refusal import Refused
from coalitions.versions import Stale, mark_of

# Every coalition has these; the classes are what documents call "all members", "the focal points".
BODIES = [
    (Party.Kind.PLENARY, "Plenaria", "Plenary"),
    (Party.Kind.SECRETARIAT, "Secretaría", "Secretariat"),
    (Party.Kind.MEMBERS, "Miembros de la coalición", "Members of the coalition"),
    (Party.Kind.FOCAL_POINTS, "Puntos focales", "Focal points"),
]


@transaction.atomic
def create_coalition(
    fields: dict[str, Any],
    secretary: str,
    *,
    language: str,
    by: User | None,
    now: datetime,
    logo: bytes | None = None,
) -> Coalition:
    """A new coalition from the fields of its model, with its first bodies; its secretary is invited by mail.

    `logo` is a PNG as `logo.to_png` makes it. The accent is darkened where text in it would not be legible.
    Raises Refused with all that is wrong.
    """
    coalition = Coalition(**fields)
    _check(coalition)
    coalition.save()
    for position, (kind, spanish, english) in enumerate(BODIES):
        Party.objects.create(
            coalition=coalition, kind=kind, name_es=spanish, name_en=english, position=position
        )
    if logo:
        _keep_logo(coalition, logo)
    audit.record(coalition, "coalition created", actor=by, obj=coalition)
    if secretary:
        role = Seat.Role.SECRETARIAT
        invitations.invite(coalition, secretary, role, None, language=language, by=by, now=now)
    return coalition


@transaction.atomic
def change_settings(
    coalition: Coalition, fields: dict[str, Any], *, by: User, logo: bytes | None = None, made_from: str = ""
) -> list[str]:
    """Write the fields that differ, and a new logo where there is one; returns the names of what changed.

    Plans that are there keep their levels. Nothing changed leaves no trace. Raises Stale where `made_from`, the mark
    that the form was opened at, is not the coalition's any more, and Refused with all that is wrong.
    """
    coalition = Coalition.objects.select_for_update().get(pk=coalition.pk)
    if made_from and made_from != mark_of(coalition):
        raise Stale(coalition)
    before = {name: getattr(coalition, name) for name in fields}
    for name, value in fields.items():
        setattr(coalition, name, value)
    _check(coalition)
    changed = [name for name, value in before.items() if getattr(coalition, name) != value]
    if logo and _keep_logo(coalition, logo):
        changed.append("logo")
    if changed:
        coalition.save()
        audit.record(coalition, "settings changed", actor=by, obj=coalition, change={"fields": changed})
    return changed


def _check(coalition: Coalition) -> None:
    try:
        coalition.full_clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    coalition.accent = accent.legible(coalition.accent)


def _keep_logo(coalition: Coalition, png: bytes) -> bool:
    """Make the picture the coalition's logo, which replaces the one before; whether it is another one."""
    digest = hashlib.sha256(png).hexdigest()
    if coalition.logo and coalition.logo.sha256 == digest:
        return False
    coalition.logo = Document.objects.create(
        coalition=coalition,
        kind=Document.Kind.LOGO,
        title_es="Logotipo",
        title_en="Logo",
        file=ContentFile(png, "logo.png"),
        sha256=digest,
        audience=Document.Audience.PUBLIC,
        replaces=coalition.logo,
    )
    coalition.save()
    return True
