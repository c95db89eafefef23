"""The words that plans use for their columns, levels and header facts, in four languages (P6, E5, E6, E7).

All patterns are of folded text: lower case, no accents, one blank. Nothing here was taken from one plan: these are the
usual words of the field; what a column holds decides where they do not (`contents.py`).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


class _Signs(dict[int, str]):
    """What becomes of each sign, filled as signs are met: accents and signs without width go, dashes are "-"."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        gone = sign in ZERO_WIDTH or unicodedata.combining(sign)
        self[code] = "" if gone else "-" if unicodedata.category(sign) == "Pd" else sign
        return self[code]


_SIGNS = _Signs()


@cache
def fold(text: str) -> str:
    """Lower case without accents; any run of blanks is one; dashes are "-"."""
    return " ".join(unicodedata.normalize("NFKD", text).casefold().translate(_SIGNS).split())


@dataclass(frozen=True)
class LevelWord:
    """A word for a level of the tree: its key in records and how far from the top it usually stands."""

    key: str
    rank: int


_LEVELS = {
    ("axis", 10): r"ejes?(?: estrategicos?| tematicos?| de trabajo)?|axis|axes? strategiques?|axes?"
    r"|eixos?(?: estrategicos?)?",
    ("pillar", 11): r"pilar(?:es)?|pillars?|piliers?",
    ("guideline", 12): r"diretriz(?:es)?|directriz|directrices|lineamientos?|mandatos?|mandates?",
    ("programme", 12): r"programas?|programmes?|programs?",
    ("area", 13): r"areas?(?: de (?:trabajo|accion)| tematicas?| estrategicas?)?|work ?streams?"
    r"|dominios?|ambitos?|themes?"
    r"|dimension(?:es)?|domaines?|(?:priority|focus|programme|program|thematic|action|key result) areas?"
    r"|areas? of work"
    r"|work ?packages?|building blocks?|chantiers?",
    ("component", 14): r"componentes?|components?|composantes?|volets?|capitulos?|chapters?",
    ("subcomponent", 16): r"sub-?componentes?|sub-?components?|sous-composantes?",
    ("priority", 15): r"prioridad(?:es)?|priorit(?:y|ies)|prioridades?|priorites?",
    ("objective", 20): r"lineas? de (?:accion|trabajo)|lineas?(?! (?:de )?base)(?: estrategicas?)?"
    r"|linhas? (?:estrategicas?|de acao)"
    r"|strategic lines?"
    r"|lignes? (?:strategiques?|d'action)|lines? of (?:action|work)",
    ("strategic_objective", 25): r"objetivos? estrategicos?|strategic (?:objective|goal)s?"
    r"|objectifs? strategiques?|metas? estrategicas?",
    ("general_objective", 24): r"objetivos? gerais|objetivos? geral|objetivos? general(?:es)?"
    r"|general objectives?|objectifs? gener(?:al|aux)",
    ("operational_objective", 35): r"objetivos? operativos?|objetivos? operacional(?:es)?"
    r"|objetivos? operacionais|operational objectives?"
    r"|objectifs? operationnels?",
    ("specific_objective", 34): r"objetivos? especificos?|specific objectives?|objectifs? specifiques?",
    ("plain_objective", 30): r"objetivos?|objectives?|objectifs?|goals?",
    ("outcome", 36): r"outcomes?|efectos?|effets?",
    ("operational_action", 45): r"acci(?:on|ones) operativas?|operational actions?"
    r"|actions? operationnelles?|acao operacional|acoes operacionais",
    ("action", 46): r"acci(?:on|ones)(?: clave)?|(?:key )?actions?|acao|acoes|medidas?"
    r"|measures?|mesures?|iniciativas?|initiatives?"
    r"|intervenci(?:on|ones)|interventions?|proyectos?|projects?|projetos?|projets?"
    r"|compromisos?|commitments?|engagements?",
    ("activity", 50): r"actividad(?:es)?|activit(?:y|ies)|atividades?|activites?",
    ("task", 55): r"tareas?|tasks?|tarefas?|taches?|sous-?activites?|sub-?atividades?|sub-?actividad(?:es)?"
    r"|sub-?activit(?:y|ies)|pasos?|steps?",
}  # fmt: skip
LEVELS = [(re.compile(rf"(?:{pattern})(?![a-z])"), LevelWord(*key)) for key, pattern in _LEVELS.items()]
# "Resultado 1: …" heads a level where it has a number; as the head of a column the word is a result.
OUTPUT = (
    re.compile(r"(?:resultados?|outputs?|productos?|produtos?|produits?|results?|resultats?)(?= [a-z]?\d)"),
    LevelWord("output", 37),
)
_ANY_LEVEL = re.compile("|".join(pattern.pattern for pattern, _ in LEVELS))
LEAF_RANK = 45
# The fields that say something of an activity.
VALUES = {
    "expected_result", "indicator", "target", "baseline", "milestones", "period", "start", "end", "responsible", "lead",
    "role", "co_leads", "participants", "partners", "resources", "observations", "status", "verification", "summary",
    "unit",
}  # fmt: skip
ABBREVIATIONS = {
    "le": "objective", "oe": "strategic_objective", "oo": "operational_objective", "ao": "operational_action",
    "so": "strategic_objective", "os": "strategic_objective", "sl": "objective", "obj": "plain_objective",
}  # fmt: skip

# A column by its head. The first group is looked for whole, before the general words, whose earliest one decides.
_SPECIFIC = {
    "baseline": r"lineas? (?:de )?base|base ?line|linha(?: de)? base|ligne de base"
    r"|valor inicial|valeur initiale"
    r"|situacion inicial|initial value|valor de referencia|situation de reference|valeur de reference",
    "verification": r"(?:medios?|fuentes?|meios|fontes?) de verificac|means of verification"
    r"|moyens? de verification"
    r"|sources? (?:of|de) verification|verificador|evidencia|evidence|preuve",
    "code": r"(?:codigo|numero|n[°ºo.]*|code|no\.?|nr\.?|id) (?:de |del |da |de l')?(?:la )?"
    r"(?:actividad|accion|activity|action|atividade|acao|activite)"
    r"|(?:activity|action) (?:code|number|no\.?|id|ref)",
    "start": r"(?:fecha |mes |ano |data |date )?(?:de )?(?:inicio|comienzo|inicial)|start(?: date| month| year)?"
    r"|(?:(?:date|annee|mois) de )?(?:debut|demarrage)|desde|from",
    "end": r"(?:fecha |mes |ano |data |date )?(?:de |limite |limit )?"
    r"(?:finalizacion|terminacion|termino|conclusao|cierre|encerramento|fin|fim|final)"
    r"|fecha (?:de )?fin(?:al)?|fecha limite|end(?: date| month| year)?"
    r"|(?:(?:date|annee|mois) de )?fin|data (?:final|fim)|due(?: date)?|deadline|hasta|until"
    r"|completion(?: date)?|finish(?: date)?"
    r"|date limite|echeance|prazo final",
    "status": r"(?:progress|implementation|activity) status|nivel de avance"
    r"|estado de (?:avance|ejecucion|implementacion)",
    "partners": r"(?:entidad(?:es)?|institucion(?:es)?|organizacion(?:es)?|orgaos?|organismes?|parties|structures?)"
    r" (?:colaborador|soci|asociad|associad|associe|aliad|de apoyo|cooperant|parceir|partenair|supporting)\w*"
    r"|supporting (?:part|entit|agenc)\w+",
    "indicator": r"(?:result|outcome|output|performance|key performance|progress|impact|process) indicators?"
    r"|kpis?",
    "expected_result": r"(?:resultados?|productos?|produtos?|entregables?|entregas?) (?:esperad|previst)"
    r"|expected (?:result|outcome|output)s?|resultats? attendus?",
    "resources": r"(?:recursos|fuente|fuentes|fonte|source|sources) (?:de |of |du )?(?:financ|fund)\w*"
    r"|budget source",
    "responsible": r"(?:unidad(?:es)?|unidades?|units?|unites?|area|servico|servicio|service|orgao|organo"
    r"|organismo|setor|dependencia|departments?|departamento|direccion|division|gerencia|office) (?:administrativa )?"
    r"(?:responsab|responsav|responsib|respons\.|ejecutor|executor|encargad|organica)\w*|(?:by|con) (?:whom"
    r"|quien)|nombres? de los recursos|resource names"
    r"|porteurs?|entidades? organizadoras?|(?:entidad|institucion)(?:es)? organizadoras?"
    r"|orgao responsavel",
    "lead": r"(?:responsable|entidad|institucion|parte|pais|paises?(?:\(es\))?|ciudad|organizacion)"
    r" (?:principal|lider)\w*"
    r"|lead(?:er|s|ing)?(?: (?:party|entity|agency|organi[sz]ation|country))?"
    r"|lider(?:es)?|lead officer|(?:entite|structure)s? pilotes?|chef(?:s)? de file|pilote|coordinador(?:es)?"
    r"|responsavel principal",
    "co_leads": r"(?:pais(?:\(es\)|es)? )?co-?lider\w*(?:\(es\))?|co-?leads?(?:er)?"
    r"|corresponsables?|co-?responsables?|corresponsaveis",
}  # fmt: skip
_GENERAL = {
    "indicator": r"indicador(?:es)?|indicators?|indicateurs?|metricas?|measure of success",
    "target": r"metas?|objectif chiffre|targets?|cibles?|valor (?:esperado|objetivo|meta)|valeur cible|alvo",
    "milestones": r"hitos?|milestones?|marcos?|jalons?",
    "expected_result": r"resultados?|results?|productos?|products?|produtos?|outputs?"
    r"|outcomes?|entregables?|deliverables?|entregas|resultats?|produits?|livrables?",
    "period": r"periodo|calendarizac(?:ion|ao)|time ?lines?|plazos?|fechas?|cronograma|calendario|calendar"
    r"|period|dates?"
    r"|timing|timeline|timeframe|time ?frame|when|cuando|schedule|periode"
    r"|duracion|duration|duracao|delais?|delai|calendrier|prazos?|quando|quand|temporalidad"
    r"|vigencia|tiempo|marco temporal|datas?",
    "responsible": r"responsables?|responsible|responsavel|responsaveis|responsibility"
    r"|responsabilidad(?:es)?|encargad[oa]s?|ejecutor(?:es|a)?|executing|implementing"
    r"|implementador"
    r"|quien(?:es)?|who|quem|qui|owner|entidad(?:es)?|institucion(?:es)?|accountable|a cargo|in charge|structures?",
    "partners": r"soci[oa]s|aliad[oa]s|partners?|parceir[oa]s?|parcerias?|alianzas|partenaires?|apoyos?"
    r"|contributing|collaborators?|support(?:ing)?|colaborador(?:es)?|apoio|con el apoyo",
    "participants": r"participantes?|participants?|involucrad[oa]s|involved|actores"
    r"|stakeholders?|countries|paises|parties prenantes|partes interesadas|partes interessadas",
    "resources": r"recursos?|resources?|ressources?|presupuestos?|budgets?|costos?"
    r"|costes?|costs?|custos?|orcamento|couts?|financiamiento|financiacion|funding"
    r"|financement|insumos|inputs|moyens|meios|medios",
    "observations": r"observaci(?:on|ones)|observations?|observac(?:ao|oes)|comentarios?"
    r"|comments?|notas?|notes?|remarks?|commentaires?|remarques?|riesgos?|risks?"
    r"|supuestos|assumptions",
    "role": r"rol(?:es)?|role|funcion|papel",
    "status": r"estados?|estatus|status|situacion|situacao|statut|etat|state|semaforo",
    "executed": r"complete|ejecutad[oa]s?|executad[oa]s?|executed|ejecucion|realizad[oa]s?"
    r"|realise\w*|avances?|progress|progreso|achieved|actual|cumplid\w*|cumplimiento"
    r"|logrado|alcanzad\w*|completed|done|atteint|accomplished|reel",
    "programmed": r"programad[oa]s?|programmed|planificad[oa]s?|planejad[oa]s?|previst[oa]s?"
    r"|planned|prevue?s?|scheduled|planifie\w*|proyectad\w*|plan",
    "code": r"codigos?|codes?|num|numero|number|numeros|nro|ref|referencia|reference"
    r"|item|id|edt|wbs|#|n[°ºo]?\.?|no\.?|cod\.?",
    "summary": r"resumen|summary|resumo|resume|descripcion de la accion|justificacion|rationale",
    "title": r"descripcion|description|descricao|nombre|name|nome|titulo|title|titre"
    r"|intitule|detalle|detail|tema|que se hara|what|que|quoi|o que",
    "share": r"%|porcentaje|percent(?:age)?|porcentagem|pourcentage",
    "unit": r"unidad(?: de medida)?|unit(?: of measure(?:ment)?)?|unidade|unite",
}  # fmt: skip
SPECIFIC = {field: re.compile(rf"\b(?:{pattern})") for field, pattern in _SPECIFIC.items()}
GENERAL = {field: re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])") for field, pattern in _GENERAL.items()}
_ANY_FIELD = re.compile("|".join(p.pattern for p in (*SPECIFIC.values(), *GENERAL.values(), _ANY_LEVEL)))
MEASURES = ("programmed", "executed")
SHORT_MEASURES = {
    "a": "executed",
    "p": "programmed",
    "prog": "programmed",
    "progr": "programmed",
    "e": "executed",
    "ejec": "executed",
    "r": "executed",
}

# Facts of the plan that stand as "label: value" or in a table of two columns (P2-P5).
_FACTS = {
    "title": r"titulo(?: del plan)?|nombre del plan|plan title|title|titre|nom du plan|nome do plano",
    "objective": r"objetivo general|objetivo(?: del plan)?|proposito|purpose|objective(?: of the plan)?"
    r"|general objective|objectif(?: general)?|objetivo geral|finalidad",
    "term": r"vigencia|periodo de vigencia|term|periodo(?: del plan)?|plan period"
    r"|period|validity|duracion|duration|periode|vigencia do plano|horizonte",
    "reference": r"referencia|reference|ref\.?|n(?:umero|[°º])? de referencia",
    "object": r"objeto|asunto|subject|objet|assunto",
    "addressees": r"destinatario(?:\(s\)|s)?|addressees?|destinataires?|destinatarios?",
    "origin": r"origen|origin|origine|origem|de parte de",
    "lead": r"pais lider|lead country|pays chef de file|lead|coordinacion",
    "co_leads": r"pais(?:\(es\)|es)? colider(?:\(es\)|es)?|co-?lead(?: countries| country|s)?",
    "participants": r"paises participantes|participating countries|participants?|participantes"
    r"|pays participants|miembros participantes",
    "date": r"fecha|date|data",
    "language": r"idioma(?:\(s\)|s)?|languages?|langues?|linguas?",
    "coalition": r"coalicion|coalition|alianza|alliance|red|network|rede|reseau|secretaria de la coalicion",
    "secretariat": r"secretaria(?: tecnica)?|secretariat|secretariado",
    "status": r"estado|estatus|status|version|statut",
}  # fmt: skip
FACTS = {field: re.compile(rf"(?:{pattern})") for field, pattern in _FACTS.items()}
PLAN_WORDS = re.compile(
    r"\b(?:plan(?:es)?|plano|matriz|matrix|matrice|programa|programme|agenda|hoja de ruta|roadmap|feuille de route"
    r"|estrategia|strategy|workplan)\b"
)
COALITION_WORDS = re.compile(
    r"\b(?:coalicion|coalition|coalizao|alianza|alliance|alianca|red|network|rede|reseau|consorcio"
    r"|consortium|mesa|iniciativa)\b"
)
DRAFT_WORDS = re.compile(
    r"\b(?:borrador|draft|rascunho|minuta|brouillon|projet de|ebauche|propuesta|version preliminar)\b"
)
FINAL_WORDS = re.compile(
    r"\b(?:version final|edicion final|final version|aprobad[oa]|approved|adoptad[oa]"
    r"|version definitiva|aprovad[oa])\b"
)
# Rows that are not activities.
# Heads of tables that stand beside a plan: versions of the file, contacts, costs by item, signatures.
BESIDE = re.compile(
    r"version(?:es)?|versao|revision|e-?mails?|correos?(?: electronicos?)?|courriels?|telefonos?|telefones?"
    r"|telephones?|phones?|(?:unit (?:cost|price)|costo unitario|custo unitario|cout unitaire)"
    r"|quantity|cantidad|quantidade|quantite|(?:prepared|reviewed|approved) by"
    r"|(?:elaborad|revisad|aprobad|aprovad)[oa] por|firma|assinatura|signature"
)
TOTALS = re.compile(
    r"(?:(?:sub)?-?total(?:es)?|suma|sum|promedio|average|media|moyenne|gran total|grand total|% \(de)\b"
)
# A note begins so; "Elaboración del plan", "Firma del convenio" and "Nota conceptual" are activities.
NOTES = re.compile(
    r"(?:notas?|notes?|nb|n\.b\.|fuentes?|sources?|fontes?|elaboracion|leyenda|legend|legende|legenda|siglas"
    r"|firmas?|assinaturas?|signatures?|remarques?|abreviaturas?|convenciones)\s*(?:\d+|\(\w\))?\s*(?:[:.,–-]|$)"
    r"|elaboracion propia|(?:elaborad|aprobad|revisad|aprovad)[oa] por|(?:prepared|reviewed|approved|drafted) by"
    r"|mis a jour le|updated (?:on|at|as)|ac?tualizad[oa] (?:el|al|a|em)\b|document prepare|observacion general"
    r"|aclaraci|\*|\(\*\)|\(1\)|¹"
)
MARKS = {
    "x", "xx", "✓", "✔", "•", "●", "■", "█", "▪", "*", "1", "si", "yes", "p", "o", "►", "→", "√", "sim",
    "oui", "ü", "ok",
}  # fmt: skip
NOTHING = {
    "", "☐", "-", "--", "_", ".", "n/a", "na", "n.a.", "n.a", "s/o", "n/d", "n.d.", "n.d", "ninguno", "none", "nenhum",
    "aucun", "no aplica", "not applicable", "sans objet", "nao se aplica",
}  # fmt: skip
CONTAINERS = re.compile(
    r"(?:lineas estrategicas|objetivos estrategicos|ejes estrategicos|strategic (?:objectives|lines|goals)"
    r"|objectifs strategiques|linhas estrategicas|prioridades de trabajo)"
)


def squeezed(text: str) -> str:
    """Without blanks: header words that a narrow column has broken ("Progra mado") are whole again (E6)."""
    return text.replace(" ", "").replace("-", "")


def level_of(text: str) -> tuple[LevelWord, str, str] | None:
    """The level word that a text begins with, as printed, and the rest of the text; None without one."""
    start = len(text) - len(text.lstrip(" \t➤►▶•●-–—*§>"))
    printed = text[start:]
    folded = fold_in_place(printed[:120])
    if not _ANY_LEVEL.match(folded) and not OUTPUT[0].match(folded):
        return None
    found = [(match.end(), word) for pattern, word in (*LEVELS, OUTPUT) if (match := pattern.match(folded))]
    if not found:
        return None
    end, word = max(found, key=lambda pair: pair[0])
    return word, printed[:end], printed[end:]


def fold_in_place(text: str) -> str:
    """Folded, each character in its place, so that an end found in it is an end in the printed text."""
    return "".join(map(_plain_sign, text))


@cache
def _plain_sign(sign: str) -> str:
    return (fold(sign) or " ")[:1]


@lru_cache(maxsize=20_000)
def field_of(text: str) -> str | None:
    """What a column is by its head, or "level:KEY" for a level of the tree; None where no word is known."""
    parts = re.split(r"\s*[/|&]\s*|\n|\s(?:and|y|et|e)\s", text)
    named = [found for part in (text, *parts) if (found := _field(fold(part).strip(" .:;*()")))]
    if named:
        # "Componentes / Actividades" heads the activities, and what stands above them in the same column.
        leaves = [found for found in named if found in LEAVES] if len(parts) > 1 else []
        return leaves[-1] if leaves and not named[0].startswith(("responsible", "code")) else named[0]
    return _BROKEN.get(squeezed(fold(text)))


LEAVES = {f"level:{word.key}" for _, word in LEVELS if LEAF_RANK <= word.rank < 55}
_EXACT = {"du": "start", "au": "end", "del": "start", "al": "end", "to": "end", "ate": "end"}
# A head names something; what begins with a verb says something ("Conocer la situación").
_SENTENCE = re.compile(
    r"(?!lugar|pilar|hogar|militar|familiar|taller|mujer|titular)[a-z]{3,}(?:ar|er|ir) (?:el|la|los"
    r"|las|un|una|al|a|en|de|con|que|y)\b"
)


@cache
def _field(folded: str) -> str | None:
    if not folded or len(folded) > 80 or (folded not in _EXACT and not _ANY_FIELD.search(folded)):
        return None
    for field, pattern in SPECIFIC.items():
        if (found := pattern.match(folded)) and (field not in {"start", "end"} or found.end() == len(folded)):
            return field
    if folded in _EXACT:
        return _EXACT[folded]
    if _SENTENCE.match(folded):
        return None
    level = next((word for pattern, word in LEVELS if _is_level_head(pattern, folded)), None)
    general = [
        (found.start(), place, field, found.end())
        for place, (field, pattern) in enumerate(GENERAL.items())
        if (found := pattern.search(folded))
    ]
    if level is not None:
        return f"level:{level.key}"
    return _noun(sorted(general)) if general else None


def _noun(found: list[tuple[int, int, str, int]]) -> str:
    """The earliest word decides; "planned" and "actual" before a noun only describe it ("Planned budget")."""
    first = found[0]
    after = next((one for one in found[1:] if one[0] in {first[3] + 1, first[3] + 2}), None)
    if after and first[2] in MEASURES and after[2] not in {*MEASURES, "share", "status", "period"}:
        return after[2]
    if after and first[2] == "share" and after[2] in MEASURES:
        return after[2]
    return first[2]


_BEFORE = re.compile(
    r"^(?:principa(?:le)?s|main|planned|key|proposed|priority|major|proximas|sub|agreed|programme|program|project"
    r"|specific|concrete|detailed|strategic) "
)
_UNCHANGING = re.compile(
    r"principale|principales?|clave|key|especificas?|propuestas?|planned|previstas?|prioritarias?|\w{1,3}"
    r"|a (?:realizar|desarrollar)|y (?:tareas|productos)|name|title|description|descripcion|estrategicas?|concretas?"
    r"|(?:de )?(?:mejora|melhoria)|correctivas?|corretivas?|preventivas?|programadas?|planificadas?|planejadas?"
    r"|prevues?|operativas?|operaciona(?:l|is|les)|acordadas?|proyectadas?"
)


def _is_level_head(pattern: re.Pattern[str], folded: str) -> bool:
    """The word alone, with its plural, or followed by what does not change it ("Actividades principales")."""
    bare = _BEFORE.sub("", folded)
    found = pattern.match(bare)
    rest = bare[found.end() :].strip(" .:()s") if found else ""
    return found is not None and (not rest or _UNCHANGING.fullmatch(rest) is not None)


_BROKEN = {
    squeezed(word): field
    for field, words in {
        "programmed": "programado programada planificado planned programmed planejado previsto prevu",
        "executed": "ejecutado ejecutada executed executado realizado realise",
        "responsible": "responsable responsables responsible responsavel",
        "indicator": "indicador indicadores indicator indicators",
        "level:activity": "actividad actividades activity activities atividade atividades activite activites",
        "period": "periodo cronograma calendario",
        "resources": "recursos resources presupuesto budget",
        "expected_result": "resultado resultados result results",
        "observations": "observaciones observations observacoes",
    }.items()
    for word in words.split()
}  # fmt: skip


def fact_of(label: str) -> str | None:
    """Which fact of the plan a label names, in whole."""
    folded = fold(label).strip(" .:;*")
    return next((field for field, pattern in FACTS.items() if pattern.fullmatch(folded)), None)


def is_nothing(text: str) -> bool:
    """Whether a cell says that it says nothing: blank, a dash, "N/A"."""
    return fold(text).strip() in NOTHING
