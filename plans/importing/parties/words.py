"""The words that tell parties apart: kinds of bodies, heads of organisations, countries, roles (P20-P22, E14)."""

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without accents and marks at the ends; one blank between words."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.replace("’", "'").split()).strip(" .,;:-–•*")


# What the coalition calls its own bodies; the first that fits decides. A coalition has one of each kind in SINGLE.
_OF_COALITION = (
    r"(?: (?:de|of|da|du|del|de l'|of the)(?: la| the)? ?[a-z' ]*(?:coalicion|coalition"
    r"|coalizao|alianza|alliance|red|network|rede|reseau)[a-z ]*)"
)
_HOST = r"(?: \(?[a-z]{2,6}(?:- ?[a-z]{2,6})?\)?)"
KINDS = {
    "vice_presidency": r"vice-?(?:presiden|chair)\w*.*",
    "presidency": r"(?:presidencia|presidency|presidente|presidenta|president|presidence|chair|chairperson)"
    rf"(?: pro ?tempore)?{_OF_COALITION}?",
    "plenary": rf"(?:plenari[oa]|pleno|plenary|asamblea(?: general)?|(?:general )?assembly"
    rf"|assemblee generale){_OF_COALITION}?",
    "secretariat": r"(?:secretaria|secretariado|secretariat|st|se)(?: (?:tecnica|ejecutiva|general|permanente"
    r"|tecnico|executiva"
    r"|technique|executif|executive|technical|pro ?tempore))?"
    rf"{_OF_COALITION}?{_HOST}?",
    "secretariat ": rf"(?:technical|executive|general|permanent) secretariat{_OF_COALITION}?{_HOST}?",
    "focal_points": r"(?:los )?(?:puntos? focal(?:es)?|(?:national )?focal points?|points? focaux"
    r"|pontos? foca(?:l|is))(?: nacionales)?"
    rf"{_OF_COALITION}?",
    "steering_committee": r"(?:comite (?:directivo|ejecutivo|coordinador|director|diretor|directeur|de direccion"
    r"|de pilotage)"
    r"|(?:steering|executive) committee|junta directiva)(?: .*)?",
    "subcommittee": r"(?:sub-?comite|sub-?committee|sous-comite|subcomision)s?(?: .*)?",
    "working_group": r"(?:grupos? (?:de trabajo|de trabalho|tematicos?|tecnicos?)|working groups?|task ?force"
    r"|groupes? de travail"
    r"|mesas? (?:de trabajo|tecnicas?|tematicas?))(?: .*)?",
    "national_bodies": r"(?:comisiones|comites|consejos|coaliciones|mesas|autoridades|instancias|national)\b.*"
    r"\b(?:nacionales|committees|councils|authorities|bodies)",
    "committee": r"(?:comite|committee|comite tecnico)s?(?: .*)?",
    "members": r"(?:(?:todos? los |todas las |all |os |les )?(?:paises|ciudades|estados|gobiernos"
    r"|municipios|pays|villes|cidades"
    r"|countries|cities|states) )?(?:miembros?|members?|membros?|membres?)(?: (?:states"
    r"|cities|countries))?(?: .*)?"
    r"|(?:paises|ciudades|pays|countries) que (?:integran|conforman) .*|member (?:states|cities"
    r"|countries|governments)(?: .*)?",
    "partners": r"(?:soci[oa]s?|partners?|aliad[oa]s?|parceir[oa]s?|partenaires?)(?: .*)?",
    "coalition": r"(?:la |the |le |a )?(?:coalicion|coalition|coalizao|alianza|alliance|red|network|reseau)"
    r"(?: (?:regional|nacional|de alcaldes|regionale))?",
}  # fmt: skip
PATTERNS = [(kind.strip(), re.compile(pattern)) for kind, pattern in KINDS.items()]
SINGLE = {
    "secretariat",
    "presidency",
    "vice_presidency",
    "plenary",
    "coalition",
    "members",
    "focal_points",
    "steering_committee",
}
BODIES = SINGLE | {"subcommittee", "committee", "working_group", "national_bodies"}

# How the name of an organisation begins; what follows with "y" or a comma belongs to it unless it begins so itself.
HEADS = re.compile(
    r"(?:el |la |los |las |the |le |les |o |a |os |as |l')?(?:ministeri\w*|ministr\w+|minister\w*"
    r"|universi\w+|institut\w*|agenci\w*|agency|agence|direcc?i\w+"
    r"|direct\w+|fundaci\w+|foundation|fondation|fundacao|municip\w+|alcaldi\w*|prefeitura"
    r"|mairie|gobiern\w*|government\w*|gouvernement"
    r"|governo\w*|asociaci\w+|associa\w+|program\w*|ongs?|ngos?|banco|bank|banque"
    r"|comisi\w+|commission|comissao|consejo\w*|council\w*"
    r"|conseil|conselho|unidad\w*|unit\w*|unite|departamento|department|departement"
    r"|oficina\w*|office|camara\w*|chamber|federaci\w+"
    r"|federation|centr\w+|secretari\w*|organizaci\w+|organi[sz]a\w+|organism\w*|sociedad"
    r"|society|societe|consorci\w+|consortium"
    r"|fiscali\w+|polici\w+|police|policia|corte|tribunal|poder|defensori\w*|procuradur\w*"
    r"|superintend\w*|servicio\w*|service\w*|equipo\w*"
    r"|team|coordinaci\w+|coordinador\w*|coordination|academi\w*|sector\w*|instituci\w+"
    r"|paises|countries|ciudades|cities|expert\w*"
    r"|consultor\w*|consultant\w*|comunidad\w*|community|empresas?|compan\w+|delegaci\w+"
    r"|embajada|embassy|corporaci\w+|gerencia|area"
    r"|division|jefatura|tesorer\w+|treasur\w+|legal|communication|it|human)(?![a-z])"
)
# "Comisiones, Comités, Consejos y Coaliciones Nacionales": bare plurals go on to the one that has a complement.
BARE = re.compile(
    r"(?:comisiones|comites|consejos|coaliciones|mesas|ministerios|instituciones|organismos"
    r"|autoridades|municipios|direcciones|agencias)"
)
ACRONYM = re.compile(
    r"^[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ0-9]{1,9}(?:[-/ ]{1,2}[A-ZÁÉÍÓÚÑ0-9]{2,8})?$|^[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,8}$"
)
ROLES = {
    "co_lead": r"co-?lider\w*|corresponsab\w+|co-?responsab\w+|corresponsave\w+|co-?leads?|co-?responsible",
    "lead": r"lider\w*|lead(?:s|er)?|responsable principal|chef de file|pilote|entidad lider|lidera",
    "participant": r"participa\w*|participants?|involucrad\w+|involved",
    "responsible": r"responsables?|responsible(?: part\w+)?|responsave\w+|responsavel"
    r"|a cargo|encargad\w+|ejecuta\w*|implementa\w*",
    "partner": r"(?:con (?:el )?)?apoyo(?: de)?|(?:with the )?support(?: of| from)?"
    r"|soci[oa]s|aliad[oa]s|partners?|parceir\w+|partenaires?"
    r"|(?:avec l')?appui(?: de)?|(?:com o )?apoio(?: d[eao])?|en coordinacion con|colabora\w*",
}  # fmt: skip
LABEL = {role: re.compile(rf"(?:posibles? |possible )?(?:{words})") for role, words in ROLES.items()}
WITH_SUPPORT = re.compile(
    r",?\s*\b(?:con (?:el )?apoyo de(?: la| los|l)?|with (?:the )?support (?:of|from)"
    r"|avec l[’']appui d[eu]|com o apoio d[eao])\s+",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\b(?:posibles?|possible|por confirmar|a confirmar|to be confirmed|tbc|a confirmer|tentativ[oa]s?|por definir)\b"
)
NOTHING = re.compile(
    r"(?:n/?a|no aplica|not applicable|sans objet|nao se aplica|por definir|a definir|to be defined"
    r"|tbd|ningun[oa]?|none|-+|x|\d[\d/.\- ]*)?"
)

_COUNTRIES = """argentina|antigua y barbuda|antigua and barbuda|bahamas|barbados|belice|belize|bolivia|brasil|brazil
bresil|canada|chile|chili|colombia|colombie|costa rica|cuba|dominica|ecuador|equador|equateur
el salvador|estados unidos|united states|etats-unis|usa|eeuu|ee.uu|granada|grenada|guatemala|guyana
haiti|honduras|jamaica|mexico|mexique|nicaragua|panama|paraguay|peru|perou|republica dominicana
dominican republic|republique dominicaine|san vicente y las granadinas|saint vincent and the grenadines
santa lucia|saint lucia|saint kitts and nevis|san cristobal y nieves|surinam|suriname|trinidad y tobago
trinidad and tobago|trinidad e tobago|trinite-et-tobago|uruguay|venezuela|alemania|germany|allemagne
alemanha|austria|belgica|belgium|belgique|bulgaria|croacia|croatia|dinamarca|denmark|danemark
eslovaquia|slovakia|eslovenia|slovenia|espana|spain|espagne|espanha|estonia|finlandia|finland
francia|france|franca|grecia|greece|hungria|hungary|irlanda|ireland|irlande|italia|italy|italie
letonia|latvia|lituania|lithuania|luxemburgo|luxembourg|malta|noruega|norway|norvege|paises bajos
netherlands|pays-bas|polonia|poland|pologne|portugal|reino unido|united kingdom|royaume-uni
republica checa|czech republic|rumania|romania|suecia|sweden|suiza|switzerland|suisse|turquia|turkey
marruecos|morocco|maroc|china|japon|japan|india|australia|nueva zelanda|new zealand|corea|korea
sudafrica|south africa|kenia|kenya|senegal|bosnia y herzegovina|bosnia and herzegovina
santo tome y principe|sao tome e principe|papua nueva guinea|cabo verde|angola|mozambique|rusia|russia
ucrania|ukraine"""
COUNTRIES = frozenset(_COUNTRIES.replace("\n", "|").split("|"))


@lru_cache(maxsize=20_000)
def kind_of(name: str) -> str:
    """What a party is by its name, in the records' words: a body or class of the coalition, country or organisation."""
    folded = re.sub(r"^(?:el|la|los|las|the|le|les|os|as) ", "", fold(re.sub(r"\([^)]*\)", "", name)))
    if folded in COUNTRIES:
        return "country"
    return next((kind for kind, pattern in PATTERNS if pattern.fullmatch(folded)), "organisation")
