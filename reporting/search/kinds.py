"""What is searched: for each kind of row its texts, its place, and who may find it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import F, IntegerField, Model, Q, QuerySet, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalitions.folding import having
from coalitions.languages import Text, shown
from coalitions.models import Decision, Document, Meeting, Party, User
from coalitions.permissions import parties_reported_for
from plans.models import (
    Activity,
    Indicator,
    Initiative,
    Note,
    Objective,
    Plan,
    ProgressReport,
    Result,
    Section,
    Target,
)
from plans.permissions import documents_open_to, initiatives_open_to
from reporting.search.passages import has

MOST = 200
NOWHERE = Value(None, output_field=IntegerField())
State = ProgressReport.State


@dataclass(frozen=True)
class Reader:
    """Who looks for which words. `own`: the coalitions whose Secretariat the reader works for, None for all."""

    user: User
    on: date
    language: str
    words: list[str]
    own: set[int] | None
    coalition: str = ""

    def runs(self, coalition: int) -> bool:
        return self.own is None or coalition in self.own

    def mine(self) -> Q:
        """Rows with a `coalition` of which the reader is the Secretariat."""
        return Q() if self.own is None else Q(coalition__in=self.own)


Guard = Callable[[Reader], Q]


@dataclass(frozen=True)
class Kind:
    """One kind of row. `texts` are base names of translated fields, the first its title; `plain` those in no language.

    `plan`: path to the plan, "" where it has none; `anchor`: path to the row at whose place it is shown.
    """

    word: Promise
    model: Any
    texts: tuple[str, ...]
    plain: tuple[str, ...] = ()
    plan: str = "plan"
    anchor: tuple[type[Model], str] | None = None
    guard: Guard = lambda _reader: Q()
    related: tuple[str, ...] = ()

    def rows(self, reader: Reader) -> list[Any]:
        """One more than the most that are shown, of what the reader may see."""
        rows: QuerySet[Any] = self.model.objects.visible_to(reader.user, reader.on)
        path = self.model.coalition_path
        if reader.coalition:
            rows = rows.filter(**{f"{path}__slug": reader.coalition})
        rows = rows.filter(having(reader.words), self.guard(reader)).annotate(
            of_coalition=F(path), of_plan=F(self.plan) if self.plan else NOWHERE,
            of_anchor=F(self.anchor[1]) if self.anchor else NOWHERE,
        )  # fmt: skip
        return list(rows.select_related(*self.related).order_by("of_coalition", "pk")[: MOST + 1])

    def fields(self, row: Any, reader: Reader) -> list[Text]:
        """The texts of a row that this reader may be shown; what is withheld only the Secretariat sees."""
        hidden = () if reader.runs(row.of_coalition) else getattr(row, "withheld", ())
        translated = [
            Text(text, code, code == reader.language)
            for name in self.texts
            if name not in hidden
            for code in settings.MODELTRANSLATION_LANGUAGES
            if (text := getattr(row, f"{name}_{code}"))
        ]
        return translated + [
            Text(getattr(row, name), reader.language) for name in self.plain if name not in hidden
        ]

    def holds(self, row: Any, reader: Reader) -> bool:
        """Whether the words stand in what the reader may be shown of the row."""
        return has(" ".join(text.text for text in self.fields(row, reader)), reader.words)

    def title(self, row: Any, reader: Reader) -> Text:
        """What names the row in a list: its first text; of a report, the title of its activity."""
        named, name = (row.activity, "title") if self.model is ProgressReport else (row, self.texts[0])
        if name in getattr(named, "withheld", ()) and not reader.runs(row.of_coalition):
            return Text("", reader.language)
        return shown(named, name, reader.language)

    def code(self, row: Any) -> str:
        return str(getattr(row.activity if self.model is ProgressReport else row, "code", ""))

    def described(self, row: Any, reader: Reader) -> str:
        """What the row is; of a report, also by whom."""
        if self.model is not ProgressReport:
            return str(self.word)
        return f"{self.word} · {shown(row.party, 'name', reader.language)} · {row.get_state_display()}"


def _reports(reader: Reader) -> Q:
    """Accepted ones are everybody's; what is on its way is its party's and, once sent, the Secretariat's."""
    parties = parties_reported_for(reader.user, reader.on).values("pk")
    sent = Q(state__in=[State.SUBMITTED, State.RETURNED])
    return Q(state=State.ACCEPTED) | (sent & reader.mine()) | Q(party__in=parties)


def _documents(reader: Reader) -> Q:
    seen = Q() if reader.own is None else documents_open_to(reader.user, reader.on) | reader.mine()
    return ~Q(kind=Document.Kind.LOGO) & seen


def _initiatives(reader: Reader) -> Q:
    return Q() if reader.own is None else initiatives_open_to(reader.user, reader.on)


def _notes(reader: Reader) -> Q:
    """Notes on a plan stand on its page; those on the coalition's own registers are for the Secretariat."""
    return Q() if reader.own is None else Q(plan__isnull=False) | reader.mine()


@dataclass(frozen=True)
class Found:
    """A row that was found, of a kind, with the place of the kind among the kinds."""

    kind: Kind
    order: int
    row: Any

    @property
    def coalition(self) -> int:
        return int(self.row.of_coalition)

    @property
    def plan(self) -> int | None:
        return None if self.row.of_plan is None else int(self.row.of_plan)


KINDS = (
    Kind(_("Plan"), Plan, ("title", "purpose", "subject", "addressees", "origin"), ("reference",), plan="pk"),
    Kind(_("Section"), Section, ("title", "text")),
    Kind(_("Objective"), Objective, ("title", "statement"), ("code",), anchor=(Objective, "pk")),
    Kind(_("Activity"), Activity, ("title", "resources", "observations"), ("code",), anchor=(Activity, "pk")),
    Kind(_("Result"), Result, ("text",), plan="objective__plan", anchor=(Objective, "objective")),
    Kind(_("Indicator"), Indicator, ("name", "unit"), ("code",), anchor=(Indicator, "pk")),
    Kind(_("Target"), Target, ("text",), plan="indicator__plan", anchor=(Indicator, "indicator")),
    Kind(
        _("Progress report"), ProgressReport, ("done", "difficulties", "next_steps"), plan="round__plan",
        anchor=(Activity, "activity"), guard=_reports, related=("activity", "party"),
    ),
    Kind(_("Other activity"), Initiative, ("title",), guard=_initiatives),
    Kind(_("Note on the data"), Note, ("found", "reading"), guard=_notes),
    Kind(_("Party"), Party, ("name",), ("short_name",), plan=""),
    Kind(_("Meeting"), Meeting, ("title", "agenda"), ("place",), plan=""),
    Kind(_("Decision"), Decision, ("motion",), plan=""),
    Kind(_("Document"), Document, ("title", "summary"), plan="", guard=_documents),
)  # fmt: skip
