"""The words of period expressions in Spanish, English, Portuguese and French (P18).

All words are folded: lower case, no accents. The code of a word is its part in the grammar of `phrases`.
"""

import re

MONTHS_BY_NUMBER = {
    1: "enero ene january jan janeiro janvier janv",
    2: "febrero feb february fevereiro fev fevrier fevr",
    3: "marzo mar march marco mars",
    4: "abril abr april apr avril avr",
    5: "mayo may maio mai",
    6: "junio jun june junho juin",
    7: "julio jul july julho juillet juil",
    8: "agosto ago august aug aout",
    9: "septiembre setiembre sep sept set september setembro septembre",
    10: "octubre oct october outubro out octobre",
    11: "noviembre nov november novembro novembre",
    12: "diciembre dic december dec dezembro dez decembre",
}
ORDINALS_BY_NUMBER = {
    1: "i primer primero primera first premier premiere primeiro primeira",
    2: "ii segundo segunda second deuxieme seconde",
    3: "iii tercer tercero tercera third troisieme terceiro terceira",
    4: "iv cuarto cuarta fourth quatrieme quarto quarta",
    -1: "ultimo ultima last dernier derniere",
}
UNITS = {
    "quarter": "trimestre trim quarter qtr",
    "semester": "semestre semester half mitad",
    "year": "ano year annee gestion",
    "month": "mes month",
    "four_months": "cuatrimestre quadrimestre",
    "two_months": "bimestre",
}
UNITS_PLURAL = {
    "quarter": "trimestres quarters",
    "semester": "semestres halves",
    "year": "anos years annees",
    "month": "meses months",
}
CONNECTORS = {
    "-": "a to al au ao through thru",
    "&": "y e and et",
    "|": "o or ou u",
    "B": "entre between",
    "F": "from desde since depuis",
    "U": "hasta until till ate jusque",
    "A": "throughout todo toda all whole entire tout toute",
    "": "de del la el los las of the en in durante during le du do da em on periodo period l' d'",
}


def _vocabulary() -> dict[str, tuple[str, object]]:
    words: dict[str, tuple[str, object]] = {"mois": ("w", ("month", True))}
    words |= {word: ("m", number) for number, row in MONTHS_BY_NUMBER.items() for word in row.split()}
    words |= {word: ("o", number) for number, row in ORDINALS_BY_NUMBER.items() for word in row.split()}
    words |= {word: ("w", (unit, False)) for unit, row in UNITS.items() for word in row.split()}
    words |= {word: ("w", (unit, True)) for unit, row in UNITS_PLURAL.items() for word in row.split()}
    words |= {word: (code, None) for code, row in CONNECTORS.items() for word in row.split()}
    return words


WORDS = _vocabulary()

_UNIT = r"(?:dias?|semanas?|mes(?:es)?|bimestres?|trimestres?|cuatrimestres?|semestres?|anos?|days?|weeks?|months?"
_UNIT += r"|quarters?|half-?years?|years?|jours?|semaines?|mois|annees?|ans?|horas?|hours?)"
_COUNT = (
    r"(?:[0-9]+|una?|dos|tres|cuatro|cinco|seis|doce|one|two|three|four|five|six|twelve|deux|trois|um|dois)"
)

# Several words that act as one: each is replaced by the words at the right before the text is cut into tokens.
_PHRASES = [
    (
        r"\b(?:a partir d(?:el|e|u|o|a|')|a contar de|con inicio en|starting(?: from| in| on)?|as of|as from)",
        " desde ",
    ),
    (r"\b(?:beginning (?:in|on|from)|commencing)\b", " desde "),
    (r"\b(?:en adelante|onwards?|em diante)\b", " ONWARD "),
    (r"\bjusqu'(?:au|a|en)\b|\b(?:up to|[ao] mai?s tardar|no later than)\b", " hasta "),
    (r"\b(?:todo o ano|o ano todo|toute l'annee)(?= ?(?:de )?[0-9])", ""),
    (r"\b(?:asi como|as well as)\b", " and "),
    (r"\bhalf[- ]year\b", " half "),
    # The Portuguese article, which elsewhere would be the Spanish "or" or "no".
    (r"^(?:o|no) (?=primeiro|segundo|terceiro|quarto|[1-4][o°])", ""),
    (r"^([12][0-9]{3})\.0$", r"\1"),  # a year that a spreadsheet gave as a decimal number
    (r"[t ]00:00(?::00)?(?:\.0+)?$", ""),  # a day that a spreadsheet gave with its hour
]
PHRASES = [(re.compile(pattern), replacement) for pattern, replacement in _PHRASES]

_NOUN = r"(?:vigencia|plan|periodo|plazo|tiempo|duracion|proyecto|plano|period|term|project|duration|periode"
_NOUN += r"|duree|projet)"
_OF = r"(?: (?:del|of|du|do|de) (?:el |la |the )?(?:plan|plano|proyecto|project|projet|periodo|period|term))?"
WHOLE_PLAN = re.compile(
    r"\b(?:permanente(?:mente)?|permanent(?:ly)?|en permanence|continu(?:o|a|amente|ous|ously)|ongoing"
    r"|(?:durante|pendant|during|throughout) (?:tod[oa] |tout |toute |all )?(?:el |la |le |o |a |the )?"
    rf"(?:whole |entire |full )?{_NOUN}{_OF}"
    rf"|(?:tod[oa]|whole|entire|full|tout|toute|all) (?:el |la |le |o |a |the )?{_NOUN}{_OF}"
    r"|(?:vigencia|duracion|periodo|plazo|duration|period|term|duree|periode) (?:del|of the|du|do) "
    r"(?:plan|plano|proyecto|project|projet)|plan (?:period|term|duration)|throughout$)(?![a-z0-9'])"
)
WHOLE_YEAR = re.compile(
    r"\b(?:durante )?(?:todo el ano|all year(?: (?:long|round))?|the whole year|year-round"
    r"|toute l'annee|todo o ano|o ano todo"
    r"|o ano inteiro)(?! ?(?:de )?[0-9])\b"
)
RECURRING = re.compile(
    r"\b(?:(?:bi|tri)?mens(?:ual|uel|uelle|al)(?:es|mente|lement|ment)?"
    r"|(?:bimestr|trimestr|cuatrimestr|quadrimestr|semestr)(?:al|ial|iel|ielle)(?:es|mente|lement|ment)?"
    r"|(?:bi|semi-?)?an(?:ual|nual|nuel|nuelle)(?:es|mente|ly|lement|ment)?|bienal(?:es|mente)?|biennial(?:ly)?"
    r"|quincenal(?:es|mente)?|semanal(?:es|mente)?|diari[oa]s?|diariamente|(?:bi-?)?monthly|(?:bi-?)?weekly|daily"
    r"|fortnightly|quarterly|(?:half-?)?yearly|hebdomadaires?"
    rf"|(?:cada|every|each|chaque|por|per|par|todos l?os|todas las|tous les|toutes les|all)"
    rf" (?:{_COUNT} )?(?:other )?{_UNIT}(?! ?(?:de )?(?:[0-9]))"
    rf"|(?:cada|every|each|chaque)\b(?: {_UNIT})?"
    r"|(?:una|dos|tres|cuatro|[0-9]+) (?:vez|veces)(?: (?:al|por) (?:ano|mes|semestre|trimestre))?"
    r"|(?:once|twice|[0-9]+ times) (?:a|per) (?:year|month|quarter)|[0-9]+ fois par (?:an|mois)"
    r"|recurr(?:ente|entes|ing|ent|ently)|periodic(?:o|a|amente|ally)?)\b"
)
DURATION = re.compile(
    rf"(?<![a-z0-9/.-]){_COUNT} (?:dias|semanas|meses|trimestres|semestres|anos|days|weeks|months"
    r"|quarters|years|jours|semaines|mois|annees|ans|horas|hours)\b"
)
RELATIVE = re.compile(
    r"\b(?:dentro de|within|next|proxim[oa]s?|prochaine?s?|siguientes?|following|seguintes?|this|est[ea]|current|actual"
    r"|cette|pasad[oa]s?|previous|anterior|upon|una vez|once|tras|al finalizar|al concluir|a la firma|at signature"
    r"|last (?:week|month|quarter|half|semester|year)(?! of)|ultimo (?:mes|trimestre|semestre|ano)$"
    r"|hoy|today|ayer|manana|tomorrow|yesterday|inmediat[oa](?:mente)?|immediate(?:ly)?)\b"
)
NEARBY = re.compile(
    r"(?:el |la |the |en |in |le )*(?:(?P<word>este|esta|this|current|cette|ce|next|proxim[oa]|siguiente|last|previous)"
    r" (?P<unit>mes|month|mois|trimestre|quarter|semestre|semester|ano|year|annee)"
    r"|(?P<unit_first>mes|trimestre|semestre|ano|mois|annee) (?P<word_last>proxim[oa]|siguiente|que viene|pasado"
    r"|actual|anterior|prochaine?))"
)
STEPS = {-1: "last previous pasado anterior", 0: "este esta this current cette ce actual"}
BEFORE = re.compile(r"\b(?:antes d(?:e|el|a|o)|before|prior to|previo a|avant|by|para)\b")
AFTER = re.compile(r"\b(?:despues d(?:e|el)|luego de|posterior a|after|apres|apos|depois d(?:e|a|o))\b")
VAGUE = re.compile(
    r"\b(?:(?:a |al |los |the |at the |in )?(?:principios?|inicios?|comienzos?|mediados?|fines|finales|final|fin|early"
    r"|mid|late|beginning|start|middle|end|debut|mi|meados|inicio)(?: of| de| del| du| do)?(?=[ -])[ -]"
    r"|aprox(?:imadamente)?\b\.?|circa\b|around\b|about\b|hacia\b|alrededor de\b|tentativ[oa]\b|tentativamente\b"
    r"|probablemente\b|estimad[oa]\b|(?:primera|segunda|tercera|cuarta|ultima|first|second|third|fourth|last) "
    r"(?:quincena|semana|week|quinzaine|semaine|quinzena)(?: of| de| del)?\b"
    r"|(?:semana|week|semaine) [0-9]+\b)"
)
