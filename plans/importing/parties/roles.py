"""Roles: the words that say them in a cell, and what a heading over responsible and partners leaves open (D07, D09)."""

import re
from collections.abc import Sequence

from plans.importing.parties.kinds import BODIES
from plans.targets.segments import fold

_WHO = r"(?:pais(?:\(es\)|es)?|entidad(?:es)?|institucion(?:es)?|parte|organizacion(?:es)?|pays|organisme)"
_WHO_EN = r"(?:countr(?:y|ies)|agenc(?:y|ies)|part(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|institutions?)"
ROLE_WORDS = {
    "co_lead": rf"(?:{_WHO} )?co-? ?lider(?:\(es\)|es)?|co-?lead(?:er)?s?(?: {_WHO_EN})?|co-?chefs? de file"
    r"|corresponsab(?:les?|ilidad)|co-?responsables?|co-?responsave(?:l|is)|co-?responsible",
    "lead": rf"(?:{_WHO} )?lider(?:es)?|lidera|lead(?:s|er)?(?: {_WHO_EN})?|(?:{_WHO} )?chefs? de file|pilote"
    r"|responsable principal|responsavel principal|coordinador(?:es|a)?",
    "participant": rf"(?:{_WHO} )?participantes?|(?:[a-z]+(?:, | y | e ))+[a-z]+ participantes|participan"
    rf"|participants?|participating {_WHO_EN}|{_WHO} participants?",
    "partner": r"soci[oa]s?(?: (?:estrategic|implementador)\w+)?|aliad[oa]s?|apoyos?|apoya[n]?"
    r"|colabora(?:n|dor|dores)?"
    r"|con (?:el )?apoyo de|(?:implementing |supporting )?partners?|support(?:ed by|ing)?"
    r"|with (?:the )?support (?:of|from)"
    r"|parceir[oa]s?|apoio|com (?:o )?apoio d[aeo]|partenaires?|appui|soutien|avec (?:l'appui|le soutien) de",
    "responsible": rf"(?:{_WHO} )?responsab(?:les?|ilidad)|responsible(?: {_WHO_EN})?|responsave(?:l|is)"
    r"|resp\.?|encargad[oa]s?|a cargo(?: de)?|in charge|ejecutor(?:es)?",
    "": r"(?:responsables?|responsible|responsaveis) (?:y|and|et|e) (?:socios?|partners?|partenaires|parceiros)",
}
POSSIBLE = (
    r"posibles?|possibles?|possive(?:l|is)|eventual(?:es)?|tentativ[oa]s?|propuest[oa]s?|proposed|potential"
)
TO_CONFIRM = re.compile(
    r"(?:por|a) confirmar|sin confirmar|tbc|t\.b\.c\.|to be confirmed|unconfirmed|a confirmer|por definir|tbd"
    rf"|pendiente(?: de confirmar| de confirmacion)?|{POSSIBLE}|\?"
)
_ANY = "|".join(f"(?P<{role or 'open'}>{pattern})" for role, pattern in ROLE_WORDS.items())
LABEL = re.compile(rf"(?:(?P<possible>{POSSIBLE}) ?)?(?:{_ANY})?")

_ANSWERS = re.compile(r"responsa|responsi|encargad|lider|lead|in charge")
_HELPS = re.compile(r"\bsoci[oa]|partner|parceir|partenaire|aliad|apoyo|apoio|appui|support")


def role_word(folded: str) -> tuple[str | None, bool] | None:
    """The role that a folded label says and whether it is only possible; None where it is no label of roles."""
    found = LABEL.fullmatch(folded.strip(" .:"))
    if not found or not found[0]:
        return None
    return next((role for role in ROLE_WORDS if role and found[role]), None), bool(found["possible"])


def infer_role(kind: str, heading: str, kinds: Sequence[str], first: bool = False) -> tuple[str, bool]:
    """The role of a party whose cell does not say it, and whether that was inferred.

    heading: the head of its column. kinds: those of all parties of the cell. Where the heading names both who answers
    and who helps, bodies and countries of the coalition answer and the rest help (D07); but an outside organisation
    that stands first, beside no body but focal points, answers itself (D09).
    """
    folded = fold(heading)
    if not (_ANSWERS.search(folded) and _HELPS.search(folded)):
        return "responsible", False
    if kind in BODIES or kind == "country":
        return "responsible", True
    alone = not any(one in BODIES - {"focal_points"} or one == "country" for one in kinds)
    return ("responsible" if kind == "organisation" and first and alone else "partner"), True
