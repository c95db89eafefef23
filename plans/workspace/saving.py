"""How a form of a plan's page is saved: once, and never over somebody else's change (law 8, S-B2)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import BoundField, Form, ModelForm
from django.utils.translation import gettext as _

from coalitions import once
from coalitions.forms.differences import Conflict, Difference
from coalitions.refusal import Refused
from coalitions.versions import Stale
from coalitions.wording import readable
from coalitions.workspace.frame import SignedIn

AnyForm = Form | ModelForm
STALE = 409


def attempt(request: SignedIn, form: AnyForm, act: Callable[[], object]) -> bool:
    """Check the form and run the act with its key spent, in one transaction; says whether it is done.

    Done too where this very form was saved before. A refusal stands in the form's errors; after a stale save the
    form keeps what was typed and carries a `conflict`.
    """
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            once.spend(request.POST.get(once.FIELD, ""))
            act()
    except once.AlreadySaved:
        messages.info(request, _("This was saved already; nothing was done a second time."))
        return True
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    except Stale as stale:
        form.conflict = conflict_of(form, stale)  # type: ignore[union-attr]
        form.add_error(None, _("Somebody changed this while you were writing. Nothing was saved."))
        return False
    messages.success(request, _("The change was saved."))
    return True


def status_of(*forms: AnyForm | None) -> int:
    """409 where one of the forms met somebody else's change, else 200."""
    return STALE if any(getattr(form, "conflict", None) for form in forms) else 200


def posted_number(request: SignedIn, name: str) -> int:
    """A version or key from a hidden field; 0, which no row has, where it is no number."""
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 12 else 0


def conflict_of(form: AnyForm, stale: Stale) -> Conflict:
    """Both versions of a row, field by field, where they differ. A form of several rows tells what they hold."""
    held = form.held_by(stale.row) if hasattr(form, "held_by") else _held(form, stale.row)
    pairs = [(form[name], saved, form.cleaned_data.get(name)) for name, saved in held.items()]
    found = [
        Difference(bound.html_name, str(bound.label), _in_words(bound, saved), _in_words(bound, typed))
        for bound, saved, typed in pairs
        if (saved or None) != (typed or None)
    ]
    return Conflict(stale.row, found, may_choose=False)


def _held(form: AnyForm, row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.fields if hasattr(row, name)}


def _in_words(bound: BoundField, value: Any) -> str:
    choices = dict(getattr(bound.field, "choices", ())) if isinstance(value, str) else {}
    return readable(None, choices.get(value, value))
