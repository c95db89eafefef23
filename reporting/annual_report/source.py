"""The rows of a plan as one reader sees them: in a language, on a day, without what is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache

from django.db.models import Model

from coalitions.languages import Text, shown
from coalitions.models import Document
from coalitions.models.party import fold
from plans.models import Acceptance, Activity, Indicator, Note, Objective, Period, Responsibility
from plans.status import Meaning, word_for
from reporting.annual_report import wording
from reporting.annual_report.loading import Rows, gathered
from reporting.annual_report.shapes import Evidence, PartyName, Ref, Responsible


@dataclass(frozen=True)
class Source:
    """What every part of a report is built from.

    `start` and `end` are the period covered (`narrowed`: asked for, not the plan's own), `on` the data date.
    `confidential` shows fields marked as withheld. Anchors number objectives, activities and indicators in the
    order of the plan: the same plan gives the same anchors in any database. `order` is the language by whose names
    parties are sorted, where it is not the report's own: in parallel, both halves need one order.
    """

    rows: Rows
    language: str
    on: date
    start: date
    end: date
    narrowed: bool = False
    kind: str = "annual"
    order: str = ""
    confidential: bool = False

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period covered."""
        return self.start <= day <= self.end

    # Texts

    def may_show(self, row: Model, field: str) -> bool:
        """Whether a field is not withheld from publication (law 6)."""
        return self.confidential or field not in getattr(row, "withheld", ())

    def text(self, row: Model, field: str) -> Text:
        """A translated field in the report's language, else the other one, marked; empty where withheld."""
        return shown(row, field, self.language) if self.may_show(row, field) else Text("", self.language)

    def items(self, row: Model, field: str) -> tuple[Text, ...]:
        """A field that holds one item a line, as its items."""
        whole = self.text(row, field)
        lines = (line.strip() for line in whole.text.splitlines())
        return tuple(Text(line, whole.language, whole.translated) for line in lines if line)

    def status_word(self, status: str | None) -> str:
        """The word for a status: the coalition's own where it has one (T4)."""
        words = self.rows.plan.coalition.status_words
        return word_for(status or Meaning.NOT_REPORTED, self.language, words)

    @cached_property
    def period_name(self) -> dict[int, str]:
        """How each period of the plan is called: written once, used in each of its cells."""
        return {
            key: wording.period_name(row, self.text(row, "name").text, self.language)
            for key, row in self.rows.periods.items()
        }

    @cached_property
    def role_word(self) -> dict[str, str]:
        return {role.value: str(role.label) for role in Responsibility.Role}

    # Anchors

    @cached_property
    def objective_ref(self) -> dict[int, Ref]:
        return {row.pk: self._ref(f"o{n}", row) for n, row in enumerate(self.objectives, start=1)}

    @cached_property
    def activity_ref(self) -> dict[int, Ref]:
        return {row.pk: self._ref(f"a{n}", row) for n, row in enumerate(self.activities, start=1)}

    @cached_property
    def indicator_key(self) -> dict[int, str]:
        return {row.pk: f"i{n}" for n, row in enumerate(self.rows.indicators, start=1)}

    def _ref(self, key: str, row: Objective | Activity) -> Ref:
        return Ref(key, row.code or row.code_printed, self.text(row, "title"))

    @cached_property
    def note_key(self) -> dict[int, str]:
        """A note's own key, made unique and fit for an anchor; a number where it has none."""
        keys: dict[int, str] = {}
        taken: set[str] = set()
        for n, note in enumerate(self.rows.notes, start=1):
            key = "-".join(note.key.split()) or str(n)
            keys[note.pk] = f"{key}-{n}" if key in taken else key
            taken.add(keys[note.pk])
        return keys

    # The tree

    @cached_property
    def objectives(self) -> list[Objective]:
        """In the order in which the tree is read."""
        return list(self._walk(0))

    @cached_property
    def activities(self) -> list[Activity]:
        """In the order in which the tree is read: those of an objective before those of the objectives within it."""
        return [row for objective in self.objectives for row in self.activities_of.get(objective.pk, [])]

    def _walk(self, above: int) -> Iterator[Objective]:
        for objective in self.children_of.get(above, []):
            yield objective
            yield from self._walk(objective.pk)

    @cached_property
    def objective(self) -> dict[int, Objective]:
        return {row.pk: row for row in self.rows.objectives}

    @cached_property
    def activity(self) -> dict[int, Activity]:
        return {row.pk: row for row in self.rows.activities}

    @cached_property
    def activities_of(self) -> dict[int, list[Activity]]:
        return gathered(self.rows.activities, lambda row: row.objective_id)

    @cached_property
    def sharing_result(self) -> dict[int, list[Activity]]:
        """Activities by the result they point at."""
        pointing = [row for row in self.activities if row.result_id]
        return gathered(pointing, lambda row: row.result_id or 0)

    @cached_property
    def notes_of(self) -> dict[tuple[str, int], list[Note]]:
        """Notes by place: ("activity", key) or ("objective", key)."""
        found: dict[tuple[str, int], list[Note]] = {}
        for note in self.rows.notes:
            if note.activity_id:
                found.setdefault(("activity", note.activity_id), []).append(note)
            elif note.objective_id:
                found.setdefault(("objective", note.objective_id), []).append(note)
        return found

    def round_period(self, accepted: Acceptance) -> Period:
        """The period that an accepted report is on."""
        return self.rows.periods[self.rows.round_by_id[accepted.report.round_id].period_id]

    @cached_property
    def children_of(self) -> dict[int, list[Objective]]:
        """Objectives by the one above; 0 holds the outermost."""
        return gathered(self.rows.objectives, lambda row: row.parent_id or 0)

    def path(self, objective_id: int) -> tuple[Objective, ...]:
        """From the outermost objective down to this one."""
        found = [self.objective[objective_id]]
        while found[0].parent_id:
            found.insert(0, self.objective[found[0].parent_id])
        return tuple(found)

    def path_refs(self, objective_id: int) -> tuple[Ref, ...]:
        """The same as pointers, without an untitled objective of a flat plan."""
        return tuple(self.objective_ref[row.pk] for row in self.path(objective_id) if is_titled(row))

    @cached_property
    def _below(self) -> dict[int, list[Activity]]:
        """Activities by every objective above them."""
        found: dict[int, list[Activity]] = {}
        for activity in self.activities:
            for objective in self.path(activity.objective_id):
                found.setdefault(objective.pk, []).append(activity)
        return found

    def below(self, objective_id: int) -> list[Activity]:
        """All activities below an objective, in the order of the plan."""
        return self._below.get(objective_id, [])

    @cached_property
    def asked_by_activity(self) -> dict[int, set[int]]:
        """Parties of whom a report on an activity was asked, in the rounds that have ended."""
        found: dict[int, set[int]] = {}
        for report in self.rows.reports:
            found.setdefault(report.activity_id, set()).add(report.party_id)
        return found

    def outermost(self, objective_id: int) -> Objective:
        return self.path(objective_id)[0]

    # Parties

    def party(self, party_id: int) -> PartyName:
        return self.names[party_id]

    @cached_property
    def names(self) -> dict[int, PartyName]:
        return {
            key: PartyName(self.text(row, "name"), row.short_name, row.kind, row.pk)
            for key, row in self.rows.parties.items()
        }

    def alphabetical(self, party_ids: Iterable[int]) -> list[int]:
        """Parties by name, never by what they did (law 11)."""
        names = {
            key: shown(self.rows.parties[key], "name", self.order or self.language).text for key in party_ids
        }
        return sorted(names, key=lambda key: (fold(names[key]), key))

    @cached_property
    def responsibilities(self) -> dict[tuple[str, int], list[Responsibility]]:
        """By place: ("activity", key), ("objective", key) or ("plan", 0)."""
        found: dict[tuple[str, int], list[Responsibility]] = {}
        for row in self.rows.responsibilities:
            found.setdefault(_place(row), []).append(row)
        return found

    def answering(self, activity: Activity) -> tuple[list[Responsibility], Objective | None]:
        """Who answers for an activity: its own, else those of the nearest objective above, with that objective.

        Never those of the plan (P20-P23).
        """
        own = self.responsibilities.get(("activity", activity.pk))
        if own:
            return own, None
        for objective in reversed(self.path(activity.objective_id)):
            if rows := self.responsibilities.get(("objective", objective.pk)):
                return rows, objective
        return [], None

    def responsible(self, rows: Iterable[Responsibility]) -> tuple[Responsible, ...]:
        return tuple(
            Responsible(
                self.party(row.party_id), row.role, self.role_word[row.role], self.text(row, "duty"),
                row.agreed, row.role_inferred,
            )
            for row in rows
        )  # fmt: skip

    # Documents

    def documents(self, keys: Iterable[int]) -> tuple[Evidence, ...]:
        """Documents as evidence, without those that only the Secretariat sees."""
        known = (self.rows.documents[key] for key in keys if key in self.rows.documents)
        return tuple(self.evidence(row) for row in known)

    def evidence(self, row: Document) -> Evidence:
        return Evidence(self.text(row, "title"), row.url, row.kind, row.audience, row.sha256, row.pk)

    # Indicators

    @cached_property
    def indicators_of_activity(self) -> dict[int, list[Indicator]]:
        found: dict[int, list[Indicator]] = {}
        for row in self.rows.indicators:
            for activity in self.rows.covered.get(row.pk, []):
                found.setdefault(activity, []).append(row)
        return found

    @cached_property
    def indicators_of_node(self) -> dict[int, list[Indicator]]:
        """Indicators of a whole objective: those that name no activity."""
        whole = [row for row in self.rows.indicators if row.pk not in self.rows.covered]
        return gathered(whole, lambda row: row.objective_id)


def is_titled(objective: Objective) -> bool:
    """Whether an objective is printed: the one untitled node of a flat plan is not (P6)."""
    title = shown(objective, "title", "es")
    return bool(title or objective.code or objective.code_printed)


@lru_cache(maxsize=4096)
def plain(value: Decimal) -> Decimal:
    """A number without idle zeros: 35.0000 and 35 are one value, and are written as one."""
    bare = value.normalize()
    return bare.quantize(Decimal(1)) if bare == bare.to_integral_value() else bare


def decimal(value: Decimal | None) -> Decimal | None:
    """The same, and None stays None."""
    return None if value is None else plain(value)


def _place(row: Responsibility) -> tuple[str, int]:
    if row.activity_id:
        return "activity", row.activity_id
    return ("objective", row.objective_id) if row.objective_id else ("plan", 0)
