"""Who a cell names: names with role and duty, one name for each party of a document (P20-P23, E14, E15). Pure."""

from plans.importing.parties.reading import PartyCell, PartyReading, read_parties, read_party_cell, role_of
from plans.importing.parties.resolving import Resolved, infer_role, same_party
from plans.importing.parties.words import kind_of

__all__ = [
    "PartyCell",
    "PartyReading",
    "Resolved",
    "infer_role",
    "kind_of",
    "read_parties",
    "read_party_cell",
    "role_of",
    "same_party",
]
