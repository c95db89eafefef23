"""Each form is saved once, however often it is sent: a double click, a second tab, a line that was lost (S-B2).

A form carries a key (`{% form_key %}`); the act that it asks for spends it in its own transaction.
"""

import secrets

from django.db import transaction
from django.db.transaction import TransactionManagementError

from coalitions.models import FormKey

FIELD = "form_key"
LONGEST = 64
BY_FORM = "form "


class AlreadySaved(Exception):
    """This very form was saved before; nothing was done now. The view leads to where the first one led."""


def new_key() -> str:
    """A key that no other form carries."""
    return secrets.token_urlsafe(18)


def spend(key: str) -> None:
    """Mark the key as used; raises AlreadySaved where it was. Waits for another transaction that is spending it.

    Inside the transaction of the act only: an act that fails gives its key back. A form without a key is let
    through: it was not made by a page of ours, and nothing can be said of it.
    """
    if not transaction.get_connection().in_atomic_block:
        raise TransactionManagementError("A key is spent in the transaction of its act.")
    if key and not FormKey.objects.get_or_create(key=_bare(key))[1]:
        raise AlreadySaved


def named(key: str) -> str | None:
    """How the history of a row names the form that saved it, as the reason of the change."""
    return f"{BY_FORM}{_bare(key)}" if key else None


def was_spent(key: str) -> bool:
    """Whether the form that carries this key was saved: asked before its values are, which are all taken by then."""
    return bool(key) and FormKey.objects.filter(key=_bare(key)).exists()


def _bare(key: str) -> str:
    """What of a key can be stored: a forged one may be long, or hold a NUL, which PostgreSQL refuses."""
    return key[:LONGEST].replace("\x00", "")
