"""Five made-up coalitions and their plans: Spanish, English, Portuguese, French, and a long Spanish one."""

from copy import deepcopy
from functools import cache

from tests.plans.importing.corpus.described import Activity, Indicator, Objective, Plan

STATUSES = ["completed", "in_progress", "not_started"]


def _activity(title, result, indicator, target, months, responsible, partners, resource, milestone):
    comparator, number, unit = target
    return Activity(
        "", title, result, [Indicator(indicator, comparator, number, unit, baseline=number // 4)], months,
        responsible.split("; "), partners.split("; ") if partners else [], [resource], [milestone],
    )  # fmt: skip


MARISMA = [
    ("Proteger las marismas que quedan", [
        ("Conocer el estado del agua", [
            ("Tomar muestras en las doce lagunas", "Estado de cada laguna conocido", "Número de lagunas muestreadas",
             (">=", 12, "lagunas"), (0, 2), "Secretaría Técnica", "Fundación Garza", "Laboratorio móvil",
             "Primer muestreo terminado"),
            ("Publicar el mapa de la salinidad", "Mapa a disposición de los municipios", "Número de mapas publicados",
             ("=", 2, "mapas"), (3, 5), "Comité Científico", "", "Servidor de mapas", "Borrador del mapa revisado"),
        ]),
        ("Frenar los rellenos ilegales", [
            ("Vigilar los accesos por turnos", "Rellenos detectados a tiempo", "Número de turnos cubiertos",
             (">=", 40, "turnos"), (2, 11), "Municipio de Puerto Sauce", "Red de Pescadores", "Dos lanchas",
             "Calendario de turnos acordado"),
            ("Formar a inspectores municipales", "Inspectores capaces de levantar actas",
             "Número de inspectores formados", (">=", 25, "inspectores"), (6, 8), "Secretaría Técnica", "",
             "Aula y materiales", "Programa del curso aprobado"),
        ]),
    ]),
    ("Recuperar las marismas perdidas", [
        ("Devolver el agua a los canales", [
            ("Reabrir cuatro compuertas", "Canales con agua todo el año", "Número de compuertas reabiertas",
             ("=", 4, "compuertas"), (9, 14), "Municipio de Puerto Sauce", "Fundación Garza", "Maquinaria ligera",
             "Licencia de obra obtenida"),
            ("Medir el caudal cada semana", "Serie de caudales completa", "Número de mediciones",
             (">=", 50, "mediciones"), (12, 23), "Comité Científico", "Red de Pescadores", "Seis sondas",
             "Sondas instaladas"),
        ]),
        ("Plantar con los vecinos", [
            ("Criar plantones en el vivero", "Plantones listos para la siembra", "Número de plantones criados",
             (">=", 3000, "plantones"), (12, 17), "Fundación Garza", "", "Vivero escolar", "Semillas recogidas"),
            ("Organizar jornadas de plantación", "Orillas replantadas", "Número de jornadas celebradas",
             (">=", 6, "jornadas"), (18, 20), "Red de Pescadores", "Municipio de Puerto Sauce",
             "Herramientas y transporte", "Primera jornada convocada"),
        ]),
    ]),
]  # fmt: skip

HARBOURS = [
    ("Lower the noise at sea", [
        ("Map noise in five bays", "Noise levels known", "Number of bays mapped", (">=", 5, "bays"), (0, 2),
         "Secretariat", "Bluewater Institute", "Hydrophones on loan", "Hydrophones in place"),
        ("Agree a speed code with ferry lines", "Ferries slow down near nurseries", "Number of ferry lines signed up",
         (">=", 7, "lines"), (3, 5), "City of Northwick", "", "Legal advice", "First draft circulated"),
        ("Publish a yearly noise index", "Public can follow progress", "Number of indexes published",
         ("=", 1, "index"), (9, 11), "Bluewater Institute", "Secretariat", "Web designer", "Method signed off"),
    ]),
    ("Clear lost fishing gear", [
        ("Survey wrecks for ghost nets", "Wrecks with nets listed", "Number of wrecks surveyed",
         (">=", 20, "wrecks"), (1, 4), "Divers Union", "City of Northwick", "Dive boat", "Survey team hired"),
        ("Recover nets with local divers", "Nets out of the water", "Tonnes of nets recovered",
         (">=", 12, "tonnes"), (5, 8), "Divers Union", "Bluewater Institute", "Lift bags and barge", "Barge chartered"),
        ("Set up a return point for old nets", "Old nets are not dumped", "Number of return points opened",
         ("=", 3, "points"), (6, 9), "Secretariat", "", "Containers", "Sites chosen"),
    ]),
    ("Share what works", [
        ("Hold a meeting of harbour masters", "Harbour masters exchange practice", "Number of harbour masters present",
         (">=", 30, "harbour masters"), (2, 2), "Secretariat", "City of Northwick", "Venue", "Date announced"),
        ("Train crews in gear marking", "Crews mark their gear", "Number of crews trained", (">=", 45, "crews"),
         (7, 10), "Divers Union", "", "Training kits", "Trainers selected"),
        ("Write a guide for small ports", "Small ports have a guide", "Number of guides printed",
         ("=", 500, "guides"), (8, 11), "Bluewater Institute", "", "Printer", "Table of contents agreed"),
    ]),
]  # fmt: skip

NASCENTES = [
    ("Água limpa nas cabeceiras", [
        ("Proteger as nascentes", [
            ("Cercar as nascentes com os produtores", [
                ("Cadastrar as nascentes de cada sítio", "Nascentes conhecidas", "Número de nascentes cadastradas",
                 (">=", 80, "nascentes"), (0, 4), "Secretaria Executiva", "Sindicato Rural", "Dois técnicos de campo",
                 "Ficha de cadastro testada"),
                ("Construir cercas em mutirão", "Nascentes cercadas", "Número de cercas construídas",
                 (">=", 30, "cercas"), (5, 9), "Sindicato Rural", "Instituto Ribeirão", "Arame e mourões",
                 "Material comprado"),
            ]),
        ]),
        ("Medir a qualidade da água", [
            ("Criar uma rede de escolas", [
                ("Distribuir kits de análise", "Escolas equipadas", "Número de kits distribuídos",
                 ("=", 24, "kits"), (2, 3), "Instituto Ribeirão", "", "Kits importados", "Escolas escolhidas"),
                ("Publicar boletins trimestrais", "População informada", "Número de boletins publicados",
                 (">=", 6, "boletins"), (6, 20), "Secretaria Executiva", "Prefeitura de Serra Alta",
                 "Diagramador", "Primeiro boletim revisado"),
            ]),
        ]),
    ]),
    ("Renda para quem conserva", [
        ("Pagar pelos serviços ambientais", [
            ("Desenhar o fundo municipal", [
                ("Redigir o projeto de lei", "Lei pronta para votação", "Número de projetos de lei redigidos",
                 ("=", 1, "projeto de lei"), (8, 11), "Prefeitura de Serra Alta", "", "Assessoria jurídica",
                 "Consulta pública realizada"),
                ("Negociar aportes com empresas", "Fundo com recursos", "Número de empresas aderentes",
                 (">=", 5, "empresas"), (12, 17), "Secretaria Executiva", "Sindicato Rural", "Viagens",
                 "Lista de empresas pronta"),
            ]),
            ("Formar os produtores", [
                ("Realizar cursos de manejo do solo", "Produtores capacitados", "Número de produtores capacitados",
                 (">=", 120, "produtores"), (14, 22), "Sindicato Rural", "Instituto Ribeirão", "Salas e lanches",
                 "Ementa aprovada"),
            ]),
        ]),
    ]),
]  # fmt: skip

SENTIERS = [
    ("Des sentiers ouverts à tous", [
        ("Remettre en état le réseau", [
            ("Recenser les passages dangereux", "Passages dangereux connus", "Nombre de passages recensés",
             (">=", 60, "passages"), (0, 2), "Secrétariat", "Club des Crêtes", "Deux garde-sentiers",
             "Grille de relevé validée"),
            ("Réparer les passerelles en bois", "Passerelles praticables", "Nombre de passerelles réparées",
             (">=", 15, "passerelles"), (3, 8), "Commune de Valbrune", "", "Bois local", "Devis signés"),
        ]),
        ("Baliser dans deux langues", [
            ("Poser des panneaux bilingues", "Balisage lisible", "Nombre de panneaux posés", ("=", 200, "panneaux"),
             (4, 7), "Commune de Valbrune", "Office des Langues", "Atelier de gravure", "Maquette choisie"),
            ("Former des équipes de bénévoles", "Équipes autonomes", "Nombre de bénévoles formés",
             (">=", 35, "bénévoles"), (2, 5), "Club des Crêtes", "", "Gîte", "Appel lancé"),
        ]),
    ]),
    ("Une économie qui respecte la montagne", [
        ("Accueillir sans abîmer", [
            ("Limiter les départs en août", "Moins de foule sur les crêtes", "Nombre de départs par jour",
             ("<=", 300, "départs"), (7, 7), "Secrétariat", "Commune de Valbrune", "Comptage automatique",
             "Compteurs posés"),
            ("Ouvrir trois refuges paysans", "Refuges ouverts", "Nombre de refuges ouverts", ("=", 3, "refuges"),
             (5, 11), "Union des Bergers", "", "Prêts sans intérêt", "Bergers choisis"),
        ]),
        ("Faire vivre le savoir-faire", [
            ("Filmer les derniers muletiers", "Savoirs conservés", "Nombre de films tournés", (">=", 4, "films"),
             (8, 10), "Union des Bergers", "Office des Langues", "Caméra", "Muletiers rencontrés"),
            ("Tenir un marché de montagne", "Producteurs et marcheurs se rencontrent", "Nombre de marchés tenus",
             (">=", 2, "marchés"), (9, 11), "Club des Crêtes", "Union des Bergers", "Étals", "Place réservée"),
        ]),
    ]),
]  # fmt: skip

MERCADOS = ["Mercados limpios", "Puestos seguros", "Precios a la vista", "Cadena de frío", "Compras públicas"]
TAREAS = [
    ("Censar {}", "censados"), ("Equipar {}", "equipados"), ("Visitar {}", "visitados"), ("Formar {}", "formados"),
    ("Certificar {}", "certificados"), ("Acompañar {}", "acompañados"),
]  # fmt: skip
QUIENES = [
    "puestos de fruta",
    "almacenes de barrio",
    "camiones de reparto",
    "comedores de escuela",
    "talleres de pan",
]


def _tree(raw, depth):
    if depth == 0:
        return [], [_activity(*one) for one in raw]
    nodes = []
    for title, inside in raw:
        children, activities = _tree(inside, depth - 1)
        nodes.append(Objective("", title, children, activities))
    return nodes, []


def _numbered(objectives, above=""):
    for number, objective in enumerate(objectives, start=1):
        objective.code = f"{above}{number}"
        _numbered(objective.children, f"{objective.code}.")
        for place, activity in enumerate(objective.activities, start=1):
            activity.code = f"{objective.code}.{place}"


def _filled(plan):
    """Budgets, statuses and shares by rules, so that every row differs."""
    for number, (_, activity) in enumerate(plan.walk()):
        activity.budget = 1500 + 725 * number
        activity.status = STATUSES[number % 3]
        activity.shares = {
            12 * year: (50 if plan.years == 2 else 100, 10 * number) for year in range(plan.years)
        }
        indicator = activity.indicators[0]
        indicator.yearly = {plan.year + year: int(indicator.number) + year * 5 for year in range(plan.years)}
    return plan


def _plan(slug, language, title, coalition, year, years, levels, raw):
    objectives, _ = _tree(raw, len(levels))
    _numbered(objectives)
    return _filled(Plan(slug, language, title, coalition, year, years, levels, objectives))


def _markets():
    return [
        (name, [
            (task.format(who), f"{who.capitalize()} {done}", f"Número de {who} {done}",
             (">=", 10 * (row + 1) + column, who), (4 * row % 20, 4 * row % 20 + 2 + column % 3),
             ["Secretaría Técnica", "Mesa de Abasto", "Municipio de Loma Verde"][(row + column) % 3],
             ["", "Cámara de Tenderos"][column % 2], f"Equipo {row + 1}{column + 1}",
             f"Lista de {who} cerrada")
            for column, (task, done) in enumerate(TAREAS)
        ])
        for row, (name, who) in enumerate(zip(MERCADOS, QUIENES, strict=True))
    ]  # fmt: skip


@cache
def _all():
    return {
        "es": _plan("marisma", "es", "Plan de Trabajo 2025-2026", "Coalición Marisma Viva", 2025, 2,
                    ["Objetivo estratégico", "Acción"], MARISMA),
        "en": _plan("harbours", "en", "Work Plan 2026", "Quiet Harbours Alliance", 2026, 1, ["Goal"], HARBOURS),
        "pt": _plan("nascentes", "pt", "Plano de Trabalho 2024-2025", "Aliança das Nascentes", 2024, 2,
                    ["Eixo", "Objetivo", "Ação"], NASCENTES),
        "fr": _plan("sentiers", "fr", "Plan de travail 2025", "Réseau des Sentiers", 2025, 1, ["Axe", "Objectif"],
                    SENTIERS),
        "long": _plan("mercados", "es", "Plan Operativo 2027-2028", "Pacto por los Mercados", 2027, 2,
                      ["Componente"], _markets()),
    }  # fmt: skip


def plan(key: str) -> Plan:
    """A plan that a variant may change."""
    return deepcopy(_all()[key])
