"""Acts of the audit log in a reader's words: what happened, to what, and who did it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.models import AuditEntry, User
from coalitions.permissions import open_seats

WORDS = {
    "coalition created": gettext_lazy("The coalition was set up"),
    "settings changed": gettext_lazy("The settings were changed"),
    "invitation sent": gettext_lazy("An invitation was sent"),
    "invitation sent again": gettext_lazy("An invitation was sent again"),
    "invitation revoked": gettext_lazy("An invitation was revoked"),
    "invitation accepted": gettext_lazy("An invitation was accepted"),
    "seat given": gettext_lazy("A seat was given"),
    "seat added": gettext_lazy("A seat was given"),
    "seat ended": gettext_lazy("A seat was ended"),
    "seat handed over": gettext_lazy("A seat was handed over"),
    "parties added": gettext_lazy("Parties were added"),
    "party added": gettext_lazy("A party was added"),
    "party admitted": gettext_lazy("A party was admitted"),
    "standing changed": gettext_lazy("The standing of a party was changed"),
    "spelling added": gettext_lazy("A spelling of a party was added"),
    "membership ended": gettext_lazy("A membership was ended"),
    "place in a body given": gettext_lazy("A place in a body was given"),
    "place in a body ended": gettext_lazy("A place in a body was ended"),
    "governing document taken up": gettext_lazy("The governing document was taken up"),
    "plan imported": gettext_lazy("A plan was brought in"),
    "plan made": gettext_lazy("A plan was made"),
    "plan header changed": gettext_lazy("The header of a plan was changed"),
    "plan role given": gettext_lazy("A party was given a role in a plan"),
    "plan role taken": gettext_lazy("The role of a party in a plan was taken away"),
    "section added": gettext_lazy("A section of a plan was added"),
    "section changed": gettext_lazy("A section of a plan was changed"),
    "section moved": gettext_lazy("A section of a plan was moved"),
    "section removed": gettext_lazy("A section of a plan was removed"),
    "plan tied": gettext_lazy("A plan was tied to something else"),
    "plan untied": gettext_lazy("A tie of a plan was removed"),
    "levels changed": gettext_lazy("The levels of a plan were renamed"),
    "level added": gettext_lazy("A level of a plan was added"),
    "level removed": gettext_lazy("A level of a plan was removed"),
    "columns named": gettext_lazy("The columns of a plan were named"),
    "periods made": gettext_lazy("The calendar of a plan was made"),
    "period added": gettext_lazy("A period of a plan was added"),
    "period renamed": gettext_lazy("A period of a plan was renamed"),
    "period removed": gettext_lazy("A period of a plan was removed"),
    "unit changed": gettext_lazy("The unit of the calendar of a plan was changed"),
    "text translated": gettext_lazy("A text of a plan was written in the other language"),
    "warnings kept": gettext_lazy("Warnings of a plan were seen and kept"),
    "warnings reopened": gettext_lazy("A warning of a plan was opened again"),
    "evidence added": gettext_lazy("Evidence was added"),
    "evidence removed": gettext_lazy("Evidence was removed"),
    "initiative reported": gettext_lazy("An initiative was reported"),
    "initiative entered": gettext_lazy("An initiative was entered"),
    "initiative changed": gettext_lazy("An initiative was changed"),
    "initiative accepted": gettext_lazy("An initiative was accepted"),
    "initiative returned": gettext_lazy("An initiative was returned with a note"),
    "round opened": gettext_lazy("A round of reporting was opened"),
    "round closed": gettext_lazy("A round of reporting was closed"),
    "rounds planned": gettext_lazy("Rounds of reporting were planned"),
    "rounds removed": gettext_lazy("Planned rounds of reporting were removed"),
    "round adjusted": gettext_lazy("Who is asked in a round of reporting was changed"),
    "round extended": gettext_lazy("A round of reporting was given another day"),
    "round reopened": gettext_lazy("A round of reporting was opened again"),
    "reminders sent": gettext_lazy("Reminders of a round of reporting were sent"),
    "report begun": gettext_lazy("A report was begun"),
    "report sent": gettext_lazy("A report was sent"),
    "report entered on behalf": gettext_lazy("A report was entered on behalf of a party"),
    "report withdrawn": gettext_lazy("A report was withdrawn"),
    "report opened again": gettext_lazy("An accepted report was opened again"),
    "objection made": gettext_lazy("A party objected to what was entered on its behalf"),
    "report accepted": gettext_lazy("A report was accepted"),
    "report accepted alone": gettext_lazy("A report was accepted by the person who wrote it"),
    "reports accepted": gettext_lazy("Several reports were accepted"),
    "report returned": gettext_lazy("A report was returned with a note"),
    "value settled": gettext_lazy("One value was accepted for an activity"),
    "activity added": gettext_lazy("An activity was added"),
    "activity changed": gettext_lazy("An activity was changed"),
    "activities changed": gettext_lazy("Several activities were changed"),
    "activity moved": gettext_lazy("An activity was moved"),
    "activity removed": gettext_lazy("An activity was removed"),
    "activity split": gettext_lazy("An activity was split"),
    "activity duplicated": gettext_lazy("An activity was copied"),
    "activities merged": gettext_lazy("Two activities were merged"),
    "rows pasted": gettext_lazy("Rows were pasted"),
    "rows put back": gettext_lazy("What was removed was put back"),
    "objective added": gettext_lazy("An objective was added"),
    "objective changed": gettext_lazy("An objective was changed"),
    "objective moved": gettext_lazy("An objective was moved"),
    "objective removed": gettext_lazy("An objective was removed"),
}
# The label of a row about a person is its number in the log: it tells a reader nothing.
UNLABELLED = ("coalitions.seat", "coalitions.invitation", "coalitions.user", "coalitions.coalition")


@dataclass(frozen=True)
class Act:
    """One entry of the log as a page shows it; `who` is empty where the site itself acted."""

    at: datetime
    words: str
    who: str


def latest(user: User, on: date, *, each: int = 10) -> dict[int, list[Act]]:
    """The newest acts of each coalition in which the user has a seat, by its key, in one query.

    Whoever is not of its Secretariat sees what was done with its plans, not what was done with its people.
    """
    acts: dict[int, list[Act]] = {}
    for entry in _newest(_readable(user, on), each):
        who = str(entry.actor) if entry.actor else ""
        acts.setdefault(entry.coalition_id or 0, []).append(Act(entry.at, in_words(entry), who))
    return acts


def in_words(entry: AuditEntry) -> str:
    """What was done, in the reader's language; the register and the row where the administration did it."""
    known = WORDS.get(entry.act)
    label = "" if entry.model in UNLABELLED else entry.label
    if known:
        return f"{known}: {label}" if label else str(known)
    done = entry.act.rpartition(" ")[2]
    words = {"what": _register(entry.model), "label": label}
    if done == "added":
        return _("Added to the register “%(what)s”: %(label)s") % words
    if done == "withdrawn":
        return _("Withdrawn from the register “%(what)s”: %(label)s") % words
    if entry.act.endswith(" rows brought in"):
        return _("A table was brought into the register “%(label)s”") % words
    if done == "changed":
        return _("Changed in the register “%(what)s”: %(label)s") % words
    return entry.act


def _readable(user: User, on: date) -> QuerySet[AuditEntry]:
    seats = open_seats(user, on)
    own = seats.filter(role="secretariat").values("coalition")
    entries = AuditEntry.objects.filter(coalition__in=seats.values("coalition"))
    return entries.filter(Q(coalition__in=own) | Q(model__startswith="plans."))


def _newest(entries: QuerySet[AuditEntry], each: int) -> QuerySet[AuditEntry]:
    place = Window(RowNumber(), partition_by=[F("coalition")], order_by=F("number").desc())
    ranked = entries.annotate(place=place).filter(place__lte=each)
    return ranked.select_related("actor").order_by("coalition", "-number")


def _register(model: str) -> str:
    try:
        return str(apps.get_model(model)._meta.verbose_name) if model else ""
    except LookupError:  # a register of an earlier release
        return model
