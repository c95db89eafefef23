"""The facts of a governing document become bodies and rules of a coalition (G1-G19).

The record is a dict in the shape of fixtures/sources/governance.yaml. Bodies become parties; all else stays as
`Coalition.rules`, whole, with its labels in both languages, to be read by pure functions. Its anomalies are notes
and belong to the plans.
"""

from typing import Any

from coalitions.languages import store
from coalitions.models import Alias, Coalition, Party
from coalitions.models.party import fold

PLENARY = {"es": "Plenaria", "en": "Plenary"}
# Not facts of the document: how many labels were counted, and what was found while reading it.
NOT_RULES = ("counts", "anomalies")


def take_up(coalition: Coalition, record: dict[str, Any]) -> None:
    """Write the record's rules and names into the coalition, and a party for each of its bodies that has none.

    Offices are parties of their own kind: who holds one, and from when, is a Term (G7).
    """
    coalition.rules = {key: value for key, value in record.items() if key not in NOT_RULES}
    store(coalition, "name", {code: record["name"][code] for code in ("es", "en")})
    coalition.languages = list(record["language_policy"]["working_languages"])
    coalition.save()
    for kind, label in _bodies(record):
        _body(coalition, kind, label)


def _bodies(record: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    """(kind, label) of the plenary, the offices, the secretariat and the groups, in that order."""
    bodies = [(Party.Kind.PLENARY, PLENARY)]
    bodies += [(Party.Kind(office["key"]), office) for office in record["offices"]]
    bodies += [(Party.Kind.SECRETARIAT, role) for role in record["roles"] if role["key"] == "secretariat"]
    bodies += [(Party.Kind.WORKING_GROUP, group) for group in record["working_groups"]["initial"]]
    return [(str(kind), label) for kind, label in bodies]


def _body(coalition: Coalition, kind: str, label: dict[str, str]) -> None:
    known = Alias.objects.filter(coalition=coalition)
    if known.filter(folded=fold(label["es"])).exists():
        return
    party = Party(
        coalition=coalition,
        kind=kind,
        name_es=label["es"],
        name_en=label["en"],
        position=coalition.parties.count() + 1,
    )
    party.save()
    for text in dict.fromkeys((label["es"], label["en"])):
        if not known.filter(folded=fold(text)).exists():
            Alias.of(party, text).save()
