"""From the bytes of a file to what was understood of it: the one way in for pages and commands."""

from dataclasses import dataclass
from datetime import date

from coalitions.models import Coalition
from plans.importing import known_parties
from plans.importing.apply.shape import Record
from plans.importing.fitting import fit
from plans.importing.grids import Problem
from plans.importing.opening import understand
from plans.importing.problems import reason


@dataclass
class Draft:
    """What would become of a file: `record` as it was read, `fitted` as it can be applied, and all that was found."""

    record: Record
    fitted: Record
    problems: list[Problem]
    unused: list[tuple[str, str, str]]

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.is_error]

    @property
    def strangers(self) -> list[Problem]:
        """The names that are no parties of the coalition."""
        return [problem for problem in self.problems if problem.kind in {"party_unknown", "party_too_long"}]


def draft(
    name: str, data: bytes, coalition: Coalition | None, start: date | None = None, end: date | None = None
) -> Draft:
    """A file read, made to fit, and its names looked up in the coalition and nowhere else (bad input 26)."""
    known = known_parties.spellings(coalition) if coalition else {}
    read = understand(name, data, known, start, end)
    fitted, found = fit(read.record, name, start, end)
    found = [*read.problems, *found, *(known_parties.unknown(coalition, fitted) if coalition else [])]
    return Draft(read.record, fitted, found, read.unused)


def in_full(problem: Problem) -> dict[str, str]:
    """A problem as people and programs read it: `{kind, place, value, reason, proposal, severity}`."""
    return {
        "kind": problem.kind,
        "place": problem.place,
        "value": problem.value,
        "reason": reason(problem),
        "proposal": problem.proposal,
        "severity": "error" if problem.is_error else "doubt",
    }


def not_used(cell: tuple[str, str, str]) -> dict[str, str]:
    """A cell that went nowhere: `{place, text, reason}`."""
    return dict(zip(("place", "text", "reason"), cell, strict=True))
