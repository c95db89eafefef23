"""The words targets are written with, folded (no accents, lower case): Spanish and English in full, the
commonest in Portuguese and French. Flat declarations; `reading` says what is made of them.
"""

# Phrases before a number. The kinds ">", "<" and "~" have no comparator of their own: they become questions
# (see reading).
COMPARATORS: dict[str, tuple[str, ...]] = {
    ">=": (
        "al menos", "por lo menos", "como minimo", "un minimo de", "minimo de", "minimo", "no menos de",
        "cuando menos", "a partir de", "at least", "a minimum of", "minimum of", "minimum", "no less than",
        "not less than", "no fewer than", "not fewer than", ">=", "≥", "pelo menos", "ao menos", "no minimo",
        "au moins", "au minimum",
    ),
    "<=": (
        "como maximo", "un maximo de", "maximo de", "maximo", "a lo sumo", "a lo mas", "no mas de", "hasta",
        "up to", "at most", "a maximum of", "maximum of", "maximum", "no more than", "not more than", "<=",
        "≤", "no maximo", "ate", "au plus", "au maximum", "jusqu'a",
    ),
    "=": ("exactamente", "exactly", "igual a", "equal to", "="),
    ">": (
        "mas de", "mas que", "superior a", "mayor a", "mayor que", "mayor de", "por encima de", "more than",
        "greater than", "over", "above", "mais de", "plus de", ">",
    ),
    "<": (
        "menos de", "menos que", "inferior a", "menor a", "menor que", "menor de", "por debajo de",
        "less than", "fewer than", "under", "below", "moins de", "<",
    ),
    "~": (
        "aproximadamente", "alrededor de", "cerca de", "en torno a", "unos", "unas", "casi", "about",
        "around", "approximately", "circa", "nearly", "almost", "some", "~", "≈", "±",
    ),
}  # fmt: skip

# Phrases after a number or its unit: "2 reuniones como mínimo", "2 or more meetings".
POSTFIXES: dict[str, tuple[str, ...]] = {
    ">=": (
        "como minimo", "por lo menos", "al menos", "minimo", "o mas", "u mas", "or more", "at least",
        "as a minimum", "at minimum", "+",
    ),
    "<=": (
        "como maximo", "a lo sumo", "maximo", "o menos", "or fewer", "or less", "at most", "at the most",
        "as a maximum",
    ),
}  # fmt: skip

CURRENCIES: dict[str, str] = {
    "usd": "USD", "us$": "USD", "u$s": "USD", "eur": "EUR", "€": "EUR", "$": "$", "gbp": "GBP", "£": "GBP",
    "brl": "BRL", "r$": "BRL",
}  # fmt: skip

PERIODS: dict[str, str] = {
    "ano": "year", "year": "year", "annum": "year", "semestre": "semester", "semester": "semester",
    "half-year": "semester", "trimestre": "quarter", "quarter": "quarter", "mes": "month", "month": "month",
    "semana": "week", "week": "week",
}  # fmt: skip

# Adjectives and adverbs of recurrence; longest first is arranged where the pattern is made.
RECURRENCES: dict[str, str] = {
    "anual": "year", "anuales": "year", "anualmente": "year", "annual": "year", "annually": "year",
    "yearly": "year", "semestral": "semester", "semestrales": "semester", "semestralmente": "semester",
    "half-yearly": "semester", "trimestral": "quarter", "trimestrales": "quarter", "trimestralmente":
    "quarter", "quarterly": "quarter", "mensual": "month", "mensuales": "month", "mensualmente": "month",
    "monthly": "month", "semanal": "week", "semanales": "week", "semanalmente": "week", "weekly": "week",
}  # fmt: skip

# Twice a year or every two years? The words are used for both; and these lengths are no period of a plan.
UNCERTAIN_RECURRENCES = (
    "bianual", "bianuales", "bienal", "bienales", "bimestral", "bimestrales", "bimensual", "bimensuales",
    "cuatrimestral", "cuatrimestrales", "biannual", "biennial", "bimonthly", "biweekly", "diario", "diaria",
    "daily",
)  # fmt: skip

# What a target can be shared out by. Another noun after "por" may say who or how ("por consenso"), so it is
# asked.
DISTRIBUTIVES = (
    "operacion", "ciudad", "pais", "miembro", "municipio", "gobierno", "region", "subregion", "grupo",
    "comite", "reunion", "sesion", "taller", "evento", "actividad", "accion", "proyecto", "plan", "linea",
    "objetivo", "persona", "participante", "institucion", "organizacion", "entidad", "escuela", "comunidad",
    "hogar", "habitante", "provincia", "estado", "departamento", "distrito", "operation", "city", "country",
    "member", "municipality", "government", "group", "committee", "meeting", "session", "workshop", "event",
    "activity", "action", "project", "line", "objective", "person", "participant", "institution",
    "organisation", "organization", "school", "community", "household", "inhabitant", "province", "state",
    "district",
)  # fmt: skip
DISTRIBUTIVE_MODIFIERS = (
    "miembro", "participante", "asociada", "asociado", "socio",
)  # fmt: skip
DISTRIBUTIVE_LEADS = (
    "member", "participating", "partner",
)  # fmt: skip

PREPOSITIONS = frozenset({
    "a", "al", "ante", "con", "contra", "de", "del", "desde", "durante", "en", "entre", "hacia", "hasta",
    "para", "por", "segun", "sin", "sobre", "tras", "via", "cada", "of", "in", "on", "for", "with", "by",
    "from", "to", "at", "during", "per", "into", "among", "between", "about", "every", "each", "over",
    "que", "which", "that", "who", "cuyo", "cuya", "como", "as", "the", "el", "la", "los", "las",
})  # fmt: skip

# Nouns whose number is a name: "fase 2", "punto 4".
IDENTIFIERS = frozenset({
    "punto", "fase", "version", "articulo", "art", "numero", "nro", "no", "n", "item", "linea", "eje",
    "objetivo", "actividad", "accion", "etapa", "tomo", "volumen", "anexo", "capitulo", "ods", "cop",
    "point", "phase", "stage", "line", "section", "annex", "article", "volume", "chapter", "sdg",
    "objective", "activity", "action", "figure", "table", "tabla",
})  # fmt: skip
# Verbs after which a bare number counts what is to be done.
VERBS = (
    "realizar", "organizar", "celebrar", "publicar", "elaborar", "desarrollar", "crear", "capacitar",
    "formar", "producir", "difundir", "implementar", "ejecutar", "lograr", "alcanzar", "disenar",
    "redactar", "presentar", "firmar", "impartir", "validar", "identificar", "equipar", "instalar",
    "promover", "establecer", "hold", "organise", "organize", "publish", "produce", "deliver", "train",
    "create", "conduct", "develop", "carry out", "reach", "achieve", "design", "draft", "prepare",
    "identify", "install", "sign", "present",
)  # fmt: skip

# Words that end a unit though they are no preposition. "tipo" and the manner of meeting qualify, they are not
# what is counted.
UNIT_STOPS = frozenset({
    "tipo", "virtual", "virtuales", "presencial", "presenciales", "hibrida", "hibridas", "hibrido",
    "hibridos", "online", "in-person", "held", "made", "built", "written", "drawn", "set", "sent", "given",
    "done", "parte",
})  # fmt: skip
JOINERS = frozenset({
    "y", "e", "o", "u", "y/o", "and", "or", "and/or",
})  # fmt: skip

NEGATIONS = frozenset({
    "no", "not", "sin", "without", "ningun", "ninguna", "ninguno", "nunca", "never", "ni", "none",
    "neither", "nor", "excepto", "salvo", "except", "unless",
})  # fmt: skip
CHANGE = (
    r"\b(?:reduc|increment|aument|disminu|crec|crez|increas|decreas|ris(?:e|ing)|rais|grow|ampli"
    r"|baj(?:ar|a|o)\b|sub(?:ir|e|ida)\b|cut|fall|variaci)"
)
MOVES = CHANGE + r"|\bpas(?:ar|a|e|en)\b|\bgo(?:es|ing)?\b|\bmov(?:e|es|ing)\b"

CONDITIONS = (
    r"\b(?:con (?:la |el |previa |previo )?(?:presencia"
    r"|participacion|asistencia|aprobacion|acuerdo|consentimiento|condicion)\b"
    r"|siempre que|siempre y cuando|sujet[oa]s? a|a condicion de|en caso de|si (?=\w)"
    r"|with (?:the )?(?:presence|participation|attendance|approval|agreement|consent)\b"
    r"|provided|subject to|as long as|on condition|if (?=\w)|in case)"
)

YES = frozenset({
    "si", "yes", "hecho", "hecha", "done", "realizado", "realizada", "cumplido", "cumplida", "completado",
    "completada", "completed", "achieved", "logrado", "lograda",
})  # fmt: skip
INDICATOR_NAMES = (
    r"^(?:numero|cantidad|porcentaje|tasa|proporcion|nivel|n\.? ?º|number|percentage|share|rate|proportion"
    r"|level)\b(?: (?:de|of)\b|:)"
)
FRACTIONS = frozenset(
    {
        "tercio",
        "tercios",
        "cuarto",
        "cuartos",
        "quinto",
        "quintos",
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
    }
)
UNFINISHED = frozenset({
    "parcialmente", "partially", "being", "proceso", "process", "casi", "almost", "nearly", "tramite",
    "pendiente", "pending",
})  # fmt: skip

IRREGULAR_PARTICIPLES = (
    "hecho", "escrito", "suscrito", "inscrito", "puesto", "propuesto", "impreso", "resuelto", "abierto",
    "previsto", "cubierto", "visto", "dispuesto", "expuesto", "electo", "devuelto",
)  # fmt: skip
ENGLISH_PARTICIPLES = frozenset({
    "held", "made", "built", "written", "drawn", "set", "sent", "given", "done", "drafted", "put", "met",
    "run", "taken", "begun", "launched", "chosen",
})  # fmt: skip
# End like a participle and are nouns.
PARTICIPLE_NOUNS = frozenset({
    "estado", "resultado", "mercado", "contenido", "partido", "sentido", "jurado", "senado", "juzgado",
    "comunicado", "tratado", "grado", "lado", "medida", "vida", "partida", "salida", "entrada", "jornada",
    "decada", "llamada", "pedido", "tejido", "sonido", "significado", "certificado", "diplomado", "listado",
    "encargado", "abogado", "delegado", "empleado", "sindicato", "cuidado", "ganado", "poblado",
    "enunciado", "helado", "acta", "vertido",
})  # fmt: skip

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "setiembre",
    "octubre", "noviembre", "diciembre", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
