"""Who is named in a cell: the parties, roles, duties, kinds, and which names are one party (P20-P23, E14, E15).

Pure: texts in, plain values out, without Django. What a text does not settle is kept whole and asked, never guessed
in silence: a party that somebody has to split costs a click, one that was split wrongly is believed.
"""

from plans.importing.parties.cells import PartyCell, PartyReading, read_parties, read_party_cell
from plans.importing.parties.kinds import kind_of
from plans.importing.parties.roles import infer_role, role_word
from plans.importing.parties.spellings import Resolved, same_party

__all__ = [
    "PartyCell",
    "PartyReading",
    "Resolved",
    "infer_role",
    "kind_of",
    "read_parties",
    "read_party_cell",
    "role_word",
    "same_party",
]
