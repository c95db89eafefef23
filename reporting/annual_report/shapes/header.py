"""Cover and running heads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coalitions.languages import Text
from reporting.annual_report.shapes.values import PartyName


@dataclass(frozen=True)
class LevelName:
    """One depth of the plan's tree in the plan's own words, and how many nodes (or activities) it has."""

    depth: int
    key: str
    name: Text
    count: int


@dataclass(frozen=True)
class PlanRole:
    """Lead, co-lead, participant, responsible or partner of the whole plan; `role_word` are words."""

    party: PartyName
    role: str
    role_word: str
    duty: Text
    agreed: bool = True


@dataclass(frozen=True)
class Header:
    """Cover and running heads. `start`/`end` is the period covered, `plan_start`/`plan_end` the plan's
    term.

    `unit` is that of the plan's calendar: month, quarter, semester, year. `state` draft, in_force, closed
    or None; `state_word` the same in words. `invented` must be said
    on the page. `untranslated` is how many texts of the plan stand in the
    other language.
    """

    kind: str
    coalition: Text
    short_name: str
    accent: str
    invented: bool
    secretariat: Text
    title: Text
    purpose: Text
    subject: Text
    addressees: Text
    origin: Text
    reference: str
    issued_printed: str
    term_printed: str
    plan_start: date
    plan_end: date
    start: date
    end: date
    on: date
    language: str
    plan_language: str
    state: str | None
    state_word: str
    state_printed: str
    unit: str
    levels: tuple[LevelName, ...]
    roles: tuple[PlanRole, ...]
    slug: str
    untranslated: int = 0
