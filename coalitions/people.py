"""Acts on people of the site."""

from datetime import date

from django.db import transaction

from coalitions import audit
from coalitions.models import AuditActor, Invitation, User


@transaction.atomic
def forget(user: User, *, by: User, on: date) -> None:
    """Erase who a person was and keep what was done: name and address go from the user, from the invitations to
    her, from their histories and from the audit log's one row of names; seats end; the chains stay whole.
    Cannot be undone.
    """
    for seat in user.seats.filter(ended_on__isnull=True):
        seat.ended_on = max(on, seat.started_on or on)
        seat.save()
    for invitation in Invitation.objects.filter(email=user.email):
        erased = {"email": f"erased-{invitation.pk}@invalid.example", "name": ""}
        Invitation.objects.filter(pk=invitation.pk).update(**erased)
        invitation.history.update(**erased)  # type: ignore[attr-defined]
    user.email, user.name = f"erased-{user.pk}@invalid.example", ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()
    # History must not keep what was to be erased; these rows carry no digest.
    user.history.update(email=user.email, name="", password=user.password)  # type: ignore[attr-defined]
    AuditActor.objects.filter(user=user).update(name="", erased_on=on, user=None)
    audit.record(None, "person forgotten", actor=by, obj=user)


@transaction.atomic
def describe(user: User, *, name: str, language: str) -> None:
    """Change how a person is called and in which language the site speaks and writes to her."""
    user.name, user.language = name, language
    user.save(update_fields=["name", "language"])
    audit.record(None, "account described", actor=user, obj=user)
