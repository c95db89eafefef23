"""What kind of party a name is, with the kinds of the gold records; and which names are one office of a coalition.

A coalition has one secretariat, one presidency, one plenary: those names are `offices`, whatever is added to say of
which coalition. "Secretaría de Salud" or "Presidencia de la República" is a body of somebody else.
"""

import re
import unicodedata
from functools import cache

from plans.importing.parties.countries import country_of
from plans.targets.segments import fold

SINGLE = ("secretariat", "presidency", "members", "focal_points", "plenary", "coalition")
BODIES = frozenset(
    (
        *SINGLE,
        "vice_presidency",
        "steering_committee",
        "subcommittee",
        "committee",
        "working_group",
        "national_bodies",
    )
)

_GROUP = (
    r"(?:coalicion|coalition|coalizao|coligacao|alianza|alliance|alianca)"
    r"(?: (?:regional|internacional|international|latinoamericana|global|regionale))?"
)
_OF = r"(?:de la|de l'|da|de|of the|of|del|du|la)"
TAIL = rf"(?:,? {_OF} ?{_GROUP}| {_GROUP})"
_NOUN = (
    r"(?P<noun>paises|ciudades|estados|gobiernos|municipios|organizaciones|instituciones|alcaldes|alcaldias"
    r"|countries|cities|states|governments|municipalities|organi[sz]ations|institutions|mayors"
    r"|cidades|governos|organizacoes|pays|villes|etats|gouvernements|organisations|membros)"
)
_ALL = r"(?:todos |todas |tous |toutes |all |os |les |the |los |las )*"
_SECRETARY = (
    r"(?:tecnic[ao]|ejecutiv[ao]|permanente|general|conjunt[ao]|pro tempore|technique|executi(?:f"
    r"|ve)|executiva)"
)
_OFFICES = {
    "secretariat": rf"(?:st|s\. ?t\.)|(?:secretaria|secretariado|secretariat)(?: {_SECRETARY})*"
    r"|(?:(?:the|technical|executive|joint|permanent|coalition(?:'s)?) )+secretariat",
    "vice_presidency": r"vice-? ?president[aes]|vice-? ?presidencias?|vice-? ?presidenc(?:y|ies)"
    r"|vice-? ?presidences?"
    r"|vice-? ?chairs?(?:person)?",
    "presidency": r"presidencia(?: pro tempore)?|president[ae]?|presidency|presidence|chair|chairmanship"
    r"|copresidencias?",
    "members": rf"{_ALL}{_NOUN}[ -](?:miembros?|integrantes|membros|membres)(?: plenos)?"
    rf"|{_ALL}(?:miembros|membros|membres|integrantes)(?: plenos)?"
    rf"|{_ALL}(?:paises|ciudades|estados|miembros) que (?:integran|conforman|componen)"
    rf"|{_ALL}member {_NOUN.replace('P<noun>', 'P<noun_en>')}|{_ALL}(?:coalition )?members",
    "focal_points": r"(?:los |las |les |the |os )?(?:puntos? focal(?:es)?|(?:national )?focal points?"
    r"|pontos? foca(?:l|is)|points? foca(?:l|ux))(?: nacionales| nationaux| nacionais| nationales)?",
    "plenary": r"plenari[ao]|pleno|plenary(?: session| meeting)?|pleniere|assemblee (?:generale|pleniere)"
    r"|asamblea(?: general)?|assembleia(?: geral)?|(?:general )?assembly",
    "coalition": _GROUP.replace("|alianza|alliance|alianca", ""),
    "steering_committee": r"(?:comite|consejo|conselho|grupo) (?:directivo|rector|coordinador|diretor|gestor)"
    r"|comite (?:de (?:direccion|pilotage|pilotaje|coordinacion)|directeur|ejecutivo)"
    r"|steering (?:committee|group)|executive committee",
}
_OFFICE = {kind: re.compile(rf"(?:{pattern})(?P<tail>{TAIL})?") for kind, pattern in _OFFICES.items()}
_SECRETARIAT_OF_HOST = re.compile(
    rf"(?:Secretar[ií]a|Secretariat|Secretariado)(?i: {_SECRETARY}| técnica) (?P<tail>[A-Z][A-Z –-]+)"
)

_FOREIGN = (
    r"(?!.*\b(?:(?:inter)?naciona[li]\w*|(?:inter)?national\w*|interameric\w*|europ\w*|olimpic\w*"
    r"|cruz roja)\b)"
)
_PLURALS = (
    r"(?:comisiones|comites|consejos|coaliciones|mesas|redes|instituciones|autoridades|organismos|ministerios"
    r"|comissoes|conselhos|coalizoes|commissions|committees|councils|coalitions|conseils|authorities"
    r"|institutions|bodies)"
)
# A list of bodies that shares one adjective is one party, though its name holds the separators (C21).
NATIONAL_BODIES = re.compile(
    rf"\b(?:{_PLURALS}(?:, | (?:y|e|and|et) ))*{_PLURALS} (?:nacionales|nacionais|nationaux|nationales"
    rf"|nacional)\b"
    rf"|\bnational (?:{_PLURALS}(?:, and |, | and ))*{_PLURALS}\b"
)
_WIDER = {
    "members": rf"{_ALL}{_NOUN}[ -](?:miembros?|integrantes|membros|membres)\b.*"
    r"|(?:miembros|members|membros|membres) (?:de la|of the|da|de la) (?:coalicion|coalition|coalizao|red|network)\b.*",
    "national_bodies": NATIONAL_BODIES.pattern,
    "subcommittee": r"sub-? ?(?:comites?|comision(?:es)?|committees?|comissao|commissions?)\b.*"
    r"|.* sub-?committees?",
    "working_group": r"(?:sub)?grupos? (?:de trabajo|de trabalho|tecnico)\b.*|groupes? de travail\b.*"
    r"|mesas? (?:de trabajo|tecnica)\b.*"
    r"|(?:.* )?(?:working groups?|task force|task team)\b.*|equipo de trabajo\b.*|fuerza de tarea\b.*",
    "committee": rf"{_FOREIGN}(?:comites? \w.*|comision(?:es)? (?:tecnica|de trabajo)s?\b.*|.* committees?"
    rf"|(?:comite|committee)s?)",
    "partners": r"soci[oa]s(?! (?:en|para) )\b.*|aliad[oa]s\b.*|cooperantes|donantes|donors|parceir[oa]s\b.*"
    r"|partenaires\b.*|partners(?: of the coalition)?|[\w-]+ partners",
    "focal_points": r"(?:puntos? focal(?:es)?|pontos? foca(?:l|is)|points? foca(?:l|ux)|focal points?)\b.*"
    r"|.* focal points?",
}
_WIDE = {kind: re.compile(pattern) for kind, pattern in _WIDER.items()}
_ARTICLE = re.compile(r"(?:el|la|los|las|the|le|les|os|as|o|a) |l'")
ABBREVIATION = re.compile(r"\s*\(\s*([A-ZÁÉÍÓÚÑ][\w.&/-]*[A-Z0-9][\w.&/-]*(?: [A-Z][\w-]*)?)\s*\)")


@cache
def plain(name: str) -> str:
    """A name to compare: folded, one blank, without article, outer marks and an abbreviation in brackets."""
    name = unicodedata.normalize("NFC", name).replace("’", "'")
    folded = " ".join(fold(ABBREVIATION.sub("", name) or name).split()).strip(" .,;:")
    return _ARTICLE.sub("", folded, count=1) if _ARTICLE.match(folded) and not country_of(folded) else folded


@cache
def office(name: str) -> str:
    """The office of a coalition that a name is, without anything that would make it one of several; else ""."""
    text = " ".join(name.split()).strip(" .,;:")
    first, slash, second = text.partition("/")
    if slash:  # one office in two languages
        return office(first) if office(first) == office(second) else ""
    if _SECRETARIAT_OF_HOST.fullmatch(text):
        return "secretariat"
    return next((kind for kind, pattern in _OFFICE.items() if pattern.fullmatch(plain(text))), "")


def core(name: str) -> str:
    """A name as printed without the words that say of which coalition it is: "Presidencia de la Coalición"."""
    text = _ARTICLE_PRINTED.sub("", " ".join(name.split()).strip(" .,;:"), count=1)
    if host := _SECRETARIAT_OF_HOST.fullmatch(text):
        return text[: host.start("tail")].strip()
    kind = office(text)
    if kind and "/" in text:
        return core(text.partition("/")[0])
    found = kind and kind != "members" and _OFFICE[kind].fullmatch(fold(text))
    return text[: found.start("tail")].strip() if found and found["tail"] else text


_ARTICLE_PRINTED = re.compile(
    r"^(?:(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Tt]he|[Ll]es?) |[Ll]['’])(?=[A-ZÁÉÍÓÚÀÂÇÈÊÎÔ])"
)


def member_noun(name: str) -> str:
    """What the members are called where the name says it: "paises", "ciudades"; else ""."""
    found = _OFFICE["members"].fullmatch(plain(name))
    if not found:
        return ""
    noun = found["noun"] or found["noun_en"]
    return noun or (plain(name).split()[0] if " que " in plain(name) else "")


def kind_of(name: str) -> str:
    """The kind of the party of this name; a name that says nothing is an organisation's."""
    if kind := office(name):
        return kind
    folded = plain(name)
    if country_of(folded):
        return "country"
    return next((kind for kind, pattern in _WIDE.items() if pattern.fullmatch(folded)), "organisation")
