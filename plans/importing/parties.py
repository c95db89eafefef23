import re
from collections import namedtuple

PartyReading = namedtuple("PartyReading", "name role duty possible")
PartyCell = namedtuple("PartyCell", "readings doubts")
Resolved = namedtuple("Resolved", "name kind guessed")


def read_party_cell(text, known=()):
    return PartyCell(
        [PartyReading(x.strip(), None, "", False) for x in re.split(r"[\n,/]| y ", text) if x.strip()], []
    )


def kind_of(n):
    return "organisation"


def same_party(names, known=()):
    return {n: Resolved(n, "organisation", False) for n in names}


def infer_role(kind, heading, kinds, first=False):
    return "responsible", False
