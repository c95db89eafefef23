"""What the builders of the invented coalition hand to one another."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coalitions.models import Coalition, Decision, Document, Party
from plans.models import Plan

Data = dict[str, Any]


@dataclass
class World:
    """The invented coalition while it is built: its data files and the rows made so far, by their names."""

    data: Data
    invented: Data
    coalition: Coalition
    parties: dict[str, Party] = field(default_factory=dict)
    admitted: dict[str, date] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)

    @property
    def secretariat(self) -> Party:
        return self.parties[self.invented["coalition"]["secretariat"]["es"]]

    @property
    def members(self) -> Party:
        """The class "all member cities"."""
        return self.parties[self.data["coalition"]["members"]["es"]]

    def cities_on(self, on: date) -> list[Party]:
        """The cities admitted as members on a day, in alphabetical order."""
        return [self.parties[name] for name in sorted(self.admitted) if self.admitted[name] <= on]

    def asked(self, party: str, on: date) -> list[Party]:
        """Who reports for "cities" or "secretariat" in a period that begins on a day."""
        return self.cities_on(on) if party == "cities" else [self.secretariat]


def both(name: str, text: Data | None) -> dict[str, str]:
    """The keywords of a translated field; a language that the data lacks stays empty and is seen to be so."""
    return {f"{name}_{code}": (text or {}).get(code, "") for code in ("es", "en")}
