"""How each thing of a plan is printed: head words in four languages, months, quarters, targets, values of cells."""

from tests.plans.importing.corpus.described import Activity, Indicator, Plan

# By language: for each field its usual head word and others that a Secretariat may use.
HEADS = {
    "es": {
        "code": ["Nº", "Código", "Núm."],
        "activity": ["Actividad", "Actividades previstas", "Tarea"],
        "result": ["Resultado esperado", "Producto", "Resultados"],
        "indicator": ["Indicador", "Indicadores de seguimiento", "Indicador de resultado"],
        "target": ["Meta", "Valor meta", "Objetivo cuantitativo"],
        "baseline": ["Línea base", "Línea de base", "Valor inicial"],
        "period": ["Período", "Plazo", "Fecha de ejecución"],
        "start": ["Inicio", "Fecha de inicio", "Desde"],
        "end": ["Fin", "Fecha de término", "Hasta"],
        "responsible": ["Responsable", "Encargado", "Entidad responsable"],
        "partners": ["Socios", "Aliados", "Entidades colaboradoras"],
        "resources": ["Recursos", "Insumos", "Recursos necesarios"],
        "milestones": ["Hitos", "Hito", "Hitos principales"],
        "status": ["Estado", "Situación", "Estado de avance"],
        "budget": ["Presupuesto (USD)", "Costo estimado", "Monto"],
        "junk": ["Semáforo interno", "Expediente", "Color de carpeta"],
        "programmed": ["Programado", "Planificado", "P"],
        "executed": ["Ejecutado", "Realizado", "E"],
        "year": ["Año {}", "{}", "Gestión {}"],
        "text": ["Descripción"] * 3,
    },
    "en": {
        "code": ["No.", "Code", "#"],
        "activity": ["Activity", "Planned activities", "Task"],
        "result": ["Expected result", "Output", "Result"],
        "indicator": ["Indicator", "Performance indicator", "KPI"],
        "target": ["Target", "Target value", "Goal value"],
        "baseline": ["Baseline", "Base line", "Starting value"],
        "period": ["Period", "Timeframe", "Time frame"],
        "start": ["Start", "Start date", "From"],
        "end": ["End", "End date", "To"],
        "responsible": ["Responsible", "In charge", "Responsible party"],
        "partners": ["Partners", "Supporting partners", "In cooperation with"],
        "resources": ["Resources", "Inputs", "Resources needed"],
        "milestones": ["Milestones", "Milestone", "Key milestones"],
        "status": ["Status", "State", "Progress status"],
        "budget": ["Budget (USD)", "Cost", "Amount"],
        "junk": ["Folder colour", "Internal ref", "Traffic light"],
        "programmed": ["Planned", "Programmed", "P"],
        "executed": ["Achieved", "Executed", "A"],
        "year": ["Year {}", "{}", "FY {}"],
        "text": ["Description"] * 3,
    },
    "pt": {
        "code": ["Nº", "Código", "Item"],
        "activity": ["Atividade", "Atividades previstas", "Tarefa"],
        "result": ["Resultado esperado", "Produto", "Resultados"],
        "indicator": ["Indicador", "Indicadores", "Indicador de desempenho"],
        "target": ["Meta", "Valor da meta", "Metas"],
        "baseline": ["Linha de base", "Linha base", "Valor inicial"],
        "period": ["Período", "Prazo", "Cronograma"],
        "start": ["Início", "Data de início", "De"],
        "end": ["Término", "Data de término", "Até"],
        "responsible": ["Responsável", "Responsáveis", "Entidade responsável"],
        "partners": ["Parceiros", "Parcerias", "Entidades parceiras"],
        "resources": ["Recursos", "Insumos", "Recursos necessários"],
        "milestones": ["Marcos", "Marco", "Marcos principais"],
        "status": ["Situação", "Status", "Andamento"],
        "budget": ["Orçamento (R$)", "Custo estimado", "Valor"],
        "junk": ["Cor da pasta", "Protocolo", "Semáforo"],
        "programmed": ["Programado", "Previsto", "P"],
        "executed": ["Executado", "Realizado", "E"],
        "year": ["Ano {}", "{}", "Exercício {}"],
        "text": ["Descrição"] * 3,
    },
    "fr": {
        "code": ["N°", "Code", "Réf."],
        "activity": ["Activité", "Activités prévues", "Tâche"],
        "result": ["Résultat attendu", "Produit", "Résultats"],
        "indicator": ["Indicateur", "Indicateurs", "Indicateur de suivi"],
        "target": ["Cible", "Valeur cible", "Cibles"],
        "baseline": ["Ligne de base", "Valeur de référence", "Situation de départ"],
        "period": ["Période", "Échéance", "Calendrier"],
        "start": ["Début", "Date de début", "Du"],
        "end": ["Fin", "Date de fin", "Au"],
        "responsible": ["Responsable", "Structure responsable", "Structure chargée"],
        "partners": ["Partenaires", "Partenaires associés", "Avec l'appui de"],
        "resources": ["Ressources", "Moyens", "Ressources nécessaires"],
        "milestones": ["Jalons", "Jalon", "Étapes clés"],
        "status": ["Statut", "État", "État d'avancement"],
        "budget": ["Budget (EUR)", "Coût estimé", "Montant"],
        "junk": ["Couleur du dossier", "Cote interne", "Feu"],
        "programmed": ["Prévu", "Programmé", "P"],
        "executed": ["Réalisé", "Exécuté", "R"],
        "year": ["Année {}", "{}", "Exercice {}"],
        "text": ["Description"] * 3,
    },
}
MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "en": "January February March April May June July August September October November December",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
SHORT = {
    "es": "Ene Feb Mar Abr May Jun Jul Ago Sep Oct Nov Dic",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "pt": "Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez",
    "fr": "Janv Févr Mars Avr Mai Juin Juil Août Sept Oct Nov Déc",
}
BOUNDS = {
    "es": {">=": "Al menos {}", "<=": "Máximo {}"}, "en": {">=": "At least {}", "<=": "At most {}"},
    "pt": {">=": "Pelo menos {}", "<=": "No máximo {}"}, "fr": {">=": "Au moins {}", "<=": "Au plus {}"},
}  # fmt: skip
STATUSES = {
    "es": {"completed": "Completada", "in_progress": "En curso", "not_started": "No iniciada"},
    "en": {"completed": "Completed", "in_progress": "In progress", "not_started": "Not started"},
    "pt": {"completed": "Concluída", "in_progress": "Em andamento", "not_started": "Não iniciada"},
    "fr": {"completed": "Achevée", "in_progress": "En cours", "not_started": "Non commencée"},
}
QUARTERS = {"es": "T{} {}", "en": "Q{} {}", "pt": "{}º trimestre de {}", "fr": "T{} {}"}
ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]


def head(plan: Plan, field: str, words: int = 0) -> str:
    """The head word of a field; "o1" to "o3" are the levels of objectives."""
    if field[0] == "o" and field[1:].isdigit():
        return plan.levels[int(field[1:]) - 1]
    field = {"coded": "activity", "measured": "indicator", "bare": "target"}.get(field, field)
    return HEADS[plan.language][field][words]


def month_name(plan: Plan, month: int) -> str:
    return MONTHS[plan.language].split()[month % 12]


def short_month(plan: Plan, month: int) -> str:
    return SHORT[plan.language].split()[month % 12]


def month_text(plan: Plan, activity: Activity) -> str:
    """As in "Enero - marzo 2025", with both years where they differ."""
    first, last = activity.months
    years = [plan.year + month // 12 for month in (first, last)]
    of = " de " if plan.language == "pt" else " "
    end = f"{month_name(plan, last)}{of}{years[1]}"
    if first == last:
        return end[0].upper() + end[1:]
    start = month_name(plan, first) + (f"{of}{years[0]}" if years[0] != years[1] else "")
    text = f"{start} a {end}" if plan.language == "pt" else f"{start} - {end}"
    return text[0].upper() + text[1:]


def quarter_text(plan: Plan, activity: Activity) -> str:
    quarters = [
        QUARTERS[plan.language].format(month % 12 // 3 + 1, plan.year + month // 12)
        for month in activity.months
    ]
    return " - ".join(dict.fromkeys(quarters))


def target_text(plan: Plan, indicator: Indicator, *, unit: bool = True) -> str:
    number = f"{indicator.number:g} {indicator.unit}" if unit else f"{indicator.number:g}"
    return BOUNDS[plan.language].get(indicator.comparator, "{}").format(number)


def value(plan: Plan, activity: Activity, field: str) -> object:
    """What the cell of a field holds; several indicators stand on lines of one cell."""
    says = {
        "code": lambda: activity.code,
        "activity": lambda: activity.title,
        "coded": lambda: f"{activity.code} {activity.title}",
        "result": lambda: activity.result,
        "indicator": lambda: "\n".join(one.name for one in activity.indicators),
        "measured": lambda: "\n".join(f"{one.name}: {target_text(plan, one)}" for one in activity.indicators),
        "target": lambda: "\n".join(target_text(plan, one) for one in activity.indicators),
        "bare": lambda: activity.indicators[0].number,
        "baseline": lambda: activity.indicators[0].baseline,
        "period": lambda: month_text(plan, activity),
        "start": lambda: plan.first_day(activity.months[0]),
        "end": lambda: plan.last_day(activity.months[1]),
        "responsible": lambda: ", ".join(activity.responsible),
        "partners": lambda: ", ".join(activity.partners),
        "resources": lambda: "\n".join(activity.resources),
        "milestones": lambda: "\n".join(activity.milestones),
        "status": lambda: STATUSES[plan.language][activity.status],
        "budget": lambda: activity.budget,
        "junk": lambda: f"QX-{activity.budget}",
    }
    return says[field]()
