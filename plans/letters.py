"""What a mail about a round says, in its reader's language and in a neutral tone (G20)."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Protocol

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalitions.languages import shown
from coalitions.models import Party, User
from plans.models import Activity, Notice, ProgressReport, Round
from plans.periods import called

Kind = Notice.Kind
NOTHING = _("That nothing happened in the period is an answer too; it takes one touch.")
AHEAD = _("These reports are received until the end of %(due)s.")
TODAY = _("These reports are received until the end of today.")
PAST = _("These reports were asked for until %(due)s; they are still received.")
# The heading of each mail and its sentences.
TEXTS: dict[str, tuple[Promise, ...]] = {
    Kind.OPENED: (
        _("Reports: %(period)s"),
        _("%(coalition)s asks you for the reports below. They are received until the end of %(due)s."),
        NOTHING,
    ),
    Kind.REMINDER: (_("A reminder of the reports: %(period)s"),),
    Kind.EXTENDED: (
        _("Reports are received until %(due)s: %(period)s"),
        _("There is another day: the reports below are received until the end of %(due)s."),
    ),
    Kind.REOPENED: (
        _("Reports are received again: %(period)s"),
        _("The round was opened again: the reports below are received until the end of %(due)s."),
    ),
    Kind.CLOSED: (
        _("The round is closed: %(period)s"),
        _("What you had begun and not sent is kept as it is."),
        _("If it should still be taken, please write to the Secretariat."),
    ),
    Kind.RETURNED: (
        _("A report came back with a note: %(period)s"),
        _("The Secretariat read the report of %(party)s and sends it back with a note."),
        _("Please change it and send it again."),
    ),
    Kind.ON_BEHALF: (
        _("A report was entered on behalf of %(party)s: %(period)s"),
        _("The Secretariat entered the report below from what %(party)s told it."),
        _("If it does not say what you said, you can object to it on its page."),
    ),
    Kind.OBJECTION: (
        _("An objection to a report of %(party)s: %(period)s"),
        _("%(party)s objects to the report below, which was entered on its behalf."),
    ),
}


class Asked(Protocol):
    """An activity that a party is asked for: a report, or a pair that is asked when the round opens."""

    @property
    def activity(self) -> Activity: ...

    @property
    def party(self) -> Party: ...


def letter(
    kind: str,
    call: Round,
    user: User,
    lines: Sequence[Asked],
    *,
    on: date,
    values: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The values of `templates/mails/round.*`: heading, sentences, a note of a person, what is asked, and the link.

    `values` may hold the `reason` of whoever acted, or a `note`.
    """
    language = user.language
    with translation.override(language):
        said, alone = values or {}, kind in (Kind.RETURNED, Kind.ON_BEHALF, Kind.OBJECTION)
        heading, sentences = _words(kind, call, lines, on, language)
        report = lines[0] if lines and isinstance(lines[0], ProgressReport) else None
        return {
            "coalition": call.plan.coalition,
            "plan": shown(call.plan, "title", language),
            "heading": heading,
            "name": user.name,
            "sentences": sentences,
            "note": said.get("reason") or said.get("note") or _note(kind, call, report, language),
            "parties": _by_party(lines, language),
            "button": str(_("Open the report") if alone else _("See what is asked")),
            "path": reverse("progress_report", args=[report.pk]) if alone and report else reverse("asked"),
        }


def _words(kind: str, call: Round, lines: Sequence[Asked], on: date, language: str) -> tuple[str, list[str]]:
    """The heading and the sentences, in the language that is active."""
    words = {
        "period": str(called(call.period, language)),
        "due": date_format(call.due, "DATE_FORMAT"),
        "party": str(shown(lines[0].party, "name", language)) if lines else "",
        "coalition": str(shown(call.plan.coalition, "name", language)),
    }
    heading, *sentences = TEXTS[kind]
    if kind == Kind.REMINDER:
        sentences = [PAST if on > call.due else TODAY if on == call.due else AHEAD, NOTHING]
    return str(heading) % words, [str(sentence) % words for sentence in sentences]


def _note(kind: str, call: Round, report: ProgressReport | None, language: str) -> str:
    """What a person wrote: the round's message, the note of a review, an objection."""
    if kind == Kind.RETURNED and report:
        return str(shown(report, "review_note", language))
    if kind == Kind.OBJECTION and report:
        return report.objection
    return str(shown(call, "message", language)) if kind == Kind.OPENED else ""


def _by_party(lines: Sequence[Asked], language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """(party, [(code, title)]) in the order given; the same party once."""
    found = []
    for party, group in groupby(lines, key=lambda one: one.party):
        rows = [(one.activity.code, str(shown(one.activity, "title", language))) for one in group]
        found.append((str(shown(party, "name", language)), rows))
    return found
