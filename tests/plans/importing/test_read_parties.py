"""Cells of parties in four languages, and every responsible cell of the four plans (P20-P23, E14, E15)."""

from pathlib import Path

import docx
import openpyxl
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.importing.parties import infer_role, kind_of, read_parties, read_party_cell, same_party

pytestmark = pytest.mark.once

SOURCES = Path(__file__).resolve().parents[3] / "fixtures" / "sources"

# The cell, its names in order.
SPLIT = [
    ("Secretaria / Comité Directivo / Puntos Focales", ["Secretaria", "Comité Directivo", "Puntos Focales"]),
    ("Secretaría y Puntos Focales\nUIM, Consorcio Universitario",
     ["Secretaría", "Puntos Focales", "UIM", "Consorcio Universitario"]),
    ("Miembros de la Coalición y secretaría técnica", ["Miembros de la Coalición", "secretaría técnica"]),
    ("ST de la Coalición Regional y la Presidencia.", ["ST de la Coalición Regional", "Presidencia"]),
    ("Ministerio de Economía, Industria y Comercio", ["Ministerio de Economía, Industria y Comercio"]),
    ("Ministerio de Agua y Ambiente", ["Ministerio de Agua y Ambiente"]),
    ("Ministerio de Salud y Ministerio de Ambiente", ["Ministerio de Salud", "Ministerio de Ambiente"]),
    ("Ministerio de Relaciones Exteriores, UNODC", ["Ministerio de Relaciones Exteriores", "UNODC"]),
    ("Comisiones, Comités, Consejos y Coaliciones Nacionales",
     ["Comisiones, Comités, Consejos y Coaliciones Nacionales"]),
    ("Comisiones, Comités, Consejos y Coaliciones Nacionales, ST y Presidencia de la Coalición",
     ["Comisiones, Comités, Consejos y Coaliciones Nacionales", "ST", "Presidencia de la Coalición"]),
    ("Comisiones, Comités,\nConsejos y Coaliciones\nNacionales",
     ["Comisiones, Comités, Consejos y Coaliciones Nacionales"]),
    ("Trinidad y Tobago", ["Trinidad y Tobago"]),
    ("Chile, Trinidad y Tobago y Perú", ["Chile", "Trinidad y Tobago", "Perú"]),
    ("Antigua y Barbuda, San Vicente y las Granadinas", ["Antigua y Barbuda", "San Vicente y las Granadinas"]),
    ("Bolivia, Chile, Costa Rica, Panamá, Perú, República Dominicana, Uruguay.",
     ["Bolivia", "Chile", "Costa Rica", "Panamá", "Perú", "República Dominicana", "Uruguay"]),
    ("Secretaría de Ciencia, Tecnología e Innovación", ["Secretaría de Ciencia, Tecnología e Innovación"]),
    ("Países que integran la Coalición Regional,", ["Países que integran la Coalición Regional"]),
    ("Presidencia\nSecretaría Técnica", ["Presidencia", "Secretaría Técnica"]),
    ("Presidencia; Secretaría Técnica", ["Presidencia", "Secretaría Técnica"]),
    ("• Chile\n• Perú", ["Chile", "Perú"]),
    ("1. Chile\n2. Perú", ["Chile", "Perú"]),
    ("- OPS\n- BID", ["OPS", "BID"]),
    ("Secretaria\nPuntos Focales\nSocios OPS", ["Secretaria", "Puntos Focales", "Socios OPS"]),
    ("Secretaría Técnica GI- TOC", ["Secretaría Técnica GI- TOC"]),
    ("Unión Iberoamericana de Municipalistas (UIM)", ["Unión Iberoamericana de Municipalistas (UIM)"]),
    ("Unión Iberoamericana de Municipalistas (UIM) y OPS", ["Unión Iberoamericana de Municipalistas (UIM)", "OPS"]),
    ("OPS (Organización Panamericana de la Salud)", ["OPS (Organización Panamericana de la Salud)"]),
    ("Ministerio de Salud (Chile)", ["Ministerio de Salud (Chile)"]),
    ("Ministerio de\nSalud", ["Ministerio de Salud"]),
    ("Presidencia y/o Secretaría Técnica", ["Presidencia", "Secretaría Técnica"]),
    ("Oficina de las Naciones Unidas contra la Droga y el Delito",
     ["Oficina de las Naciones Unidas contra la Droga y el Delito"]),
    ("Comisión Económica para América Latina y el Caribe, BID",
     ["Comisión Económica para América Latina y el Caribe", "BID"]),
    ("Organización de las Naciones Unidas para la Alimentación y la Agricultura",
     ["Organización de las Naciones Unidas para la Alimentación y la Agricultura"]),
    ("Policía Nacional y Fiscalía General", ["Policía Nacional", "Fiscalía General"]),
    ("SECRETARÍA TÉCNICA Y PRESIDENCIA", ["SECRETARÍA TÉCNICA", "PRESIDENCIA"]),
    ("MINISTERIO DE ECONOMÍA, INDUSTRIA Y COMERCIO", ["MINISTERIO DE ECONOMÍA, INDUSTRIA Y COMERCIO"]),
    ("El Salvador y Ecuador", ["El Salvador", "Ecuador"]),
    ("Organization for Security and Co-operation in Europe", ["Organization for Security and Co-operation in Europe"]),
    ("Ministry of Health and WHO", ["Ministry of Health", "WHO"]),
    ("Secretariat and Focal points", ["Secretariat", "Focal points"]),
    ("Secretariat, Steering Committee and member countries",
     ["Secretariat", "Steering Committee", "member countries"]),
    ("National commissions, committees and councils", ["National commissions, committees and councils"]),
    ("United Kingdom and the Netherlands", ["United Kingdom", "Netherlands"]),
    ("Inter-American Development Bank and World Bank", ["Inter-American Development Bank", "World Bank"]),
    ("Trinidad and Tobago, Saint Kitts and Nevis", ["Trinidad and Tobago", "Saint Kitts and Nevis"]),
    ("The Secretariat", ["Secretariat"]),
    ("Ministério da Saúde e UNESCO", ["Ministério da Saúde", "UNESCO"]),
    ("Secretaria Executiva e pontos focais", ["Secretaria Executiva", "pontos focais"]),
    ("Marruecos", ["Marruecos"]),
    ("María", ["María"]),
    ("Brasil e Portugal", ["Brasil", "Portugal"]),
    ("Ministério da Ciência, Tecnologia e Inovação", ["Ministério da Ciência, Tecnologia e Inovação"]),
    ("Ministère de l'Agriculture, de l'Alimentation et des Forêts",
     ["Ministère de l'Agriculture, de l'Alimentation et des Forêts"]),
    ("Secrétariat et points focaux", ["Secrétariat", "points focaux"]),
    ("la France et l’Allemagne", ["France", "Allemagne"]),
    ("Ministère de la Santé et OMS", ["Ministère de la Santé", "OMS"]),
]  # fmt: skip
NOBODY = ["", " ", "N/A", "n.a.", "-", "—", "...", "no aplica", "Por definir", "TBD", "TBC", "to be defined",
          "12/05/2024", "2024", "marzo 2024", "enero - junio 2025", "T1 2024", "não se aplica", "sans objet",
          "?", "Pendiente"]  # fmt: skip
# The cell, and of each party the name, role, duty and whether it is only possible.
SAID = [
    ("Líder: Chile", [("Chile", "lead", "", False)]),
    ("País líder: Ecuador\nPaís(es) colíder(es): Panamá",
     [("Ecuador", "lead", "", False), ("Panamá", "co_lead", "", False)]),
    ("Países, socios y organismos participantes: Chile, República Dominicana",
     [("Chile", "participant", "", False), ("República Dominicana", "participant", "", False)]),
    ("Corresponsables: OPS", [("OPS", "co_lead", "", False)]),
    ("Socios: OPS y BID", [("OPS", "partner", "", False), ("BID", "partner", "", False)]),
    ("Con el apoyo de OPS", [("OPS", "partner", "", False)]),
    ("Secretaría con el apoyo de la OPS", [("Secretaría", None, "", False), ("OPS", "partner", "", False)]),
    ("Lead: WHO; Support: UNICEF", [("WHO", "lead", "", False), ("UNICEF", "partner", "", False)]),
    ("Lead: WHO. Support: UNICEF", [("WHO", "lead", "", False), ("UNICEF", "partner", "", False)]),
    ("Responsável: Ministério da Saúde", [("Ministério da Saúde", "responsible", "", False)]),
    ("Chef de file : France", [("France", "lead", "", False)]),
    ("Responsable : Secrétariat\nPartenaires : OMS",
     [("Secrétariat", "responsible", "", False), ("OMS", "partner", "", False)]),
    ("Responsables:\nChile\nPerú", [("Chile", "responsible", "", False), ("Perú", "responsible", "", False)]),
    ("Chile (líder), Perú", [("Chile", "lead", "", False), ("Perú", None, "", False)]),
    ("Presidencia y Secretaría Técnica (Presentar versión final diagramada al pleno)\n"
     "Países miembros: Validar la Estrategia Regional de Prevención",
     [("Presidencia", None, "Presentar versión final diagramada al pleno", False),
      ("Secretaría Técnica", None, "Presentar versión final diagramada al pleno", False),
      ("Países miembros", None, "Validar la Estrategia Regional de Prevención", False)]),
    ("Secretaría Técnica - presentar el plan", [("Secretaría Técnica", None, "presentar el plan", False)]),
    ("Países miembros:\nValidar la Estrategia", [("Países miembros", None, "Validar la Estrategia", False)]),
    ("Secretariat: prepare the draft", [("Secretariat", None, "prepare the draft", False)]),
    ("Secretaría, con apoyo de UNODC y la OEA",
     [("Secretaría", None, "", False), ("UNODC", "partner", "", False), ("OEA", "partner", "", False)]),
    ("Posibles: OPS, BID", [("OPS", None, "", True), ("BID", None, "", True)]),
    ("Posibles socios: OPS", [("OPS", "partner", "", True)]),
    ("OPS (por confirmar)", [("OPS", None, "", True)]),
    ("Chile, Perú (TBC)", [("Chile", None, "", False), ("Perú", None, "", True)]),
    ("WHO (to be confirmed)", [("WHO", None, "", True)]),
    ("OMS (à confirmer)", [("OMS", None, "", True)]),
    ("BID, por confirmar", [("BID", None, "", True)]),
]  # fmt: skip
# Read one way, and asked: the cell, the names.
DOUBTED = [
    ("Secretaría / Secretariat", ["Secretaría / Secretariat"]),
    ("Ministerio de Salud / Ministry of Health", ["Ministerio de Salud / Ministry of Health"]),
    ("Universidad de Alfa y Beta", ["Universidad de Alfa y Beta"]),
    ("Fundación Alfa y Ventana Verde", ["Fundación Alfa y Ventana Verde"]),
    ("Gobiernos de Chile, Perú y Ecuador", ["Gobiernos de Chile, Perú y Ecuador"]),
    ("Puntos focales de Chile y Perú", ["Puntos focales de Chile y Perú"]),
    ("Food and Agriculture Organization", ["Food and Agriculture Organization"]),
    (
        "Federación de Ciudades, Municipios y Asociaciones",
        ["Federación de Ciudades, Municipios y Asociaciones"],
    ),
    ("OEA/CICAD", ["OEA/CICAD"]),
    ("Países miembros de CLASI y EL PAcCTO", ["Países miembros de CLASI y EL PAcCTO"]),
    ("Ministerios de Justicia y Seguridad", ["Ministerios de Justicia y Seguridad"]),
    ("Secretaría de Salud, Educación y OPS", ["Secretaría de Salud, Educación", "OPS"]),
    ("Secretaría en coordinación con el BID", ["Secretaría", "BID"]),
    ("Ministerio de Gobierno, Policía y Cultos", ["Ministerio de Gobierno, Policía y Cultos"]),
    ("Grupo de Trabajo 1 y 2", ["Grupo de Trabajo 1 y 2"]),
    ("Países: Chile, Perú", ["Chile", "Perú"]),
    ("UIM, Ventana Verde", ["UIM", "Ventana Verde"]),
    ("Presidencia Secretaría Técnica", ["Presidencia", "Secretaría Técnica"]),
    ("Ministerios de Salud (Chile y Perú)", ["Ministerios de Salud (Chile y Perú)"]),
    ("Líder: Chile\nOPS", ["Chile", "OPS"]),
    ("Secretariat: María Pérez", ["Secretariat"]),
]
KINDS = {
    "members": ["Países miembros", "Ciudades miembros de la Coalición", "Países que integran la Coalición Regional,",
                "Member States", "pays membres", "países membros"],
    "secretariat": ["ST", "Secretaria", "secretaría técnica", "Secretaría Técnica GI- TOC", "Technical Secretariat",
                    "ST de la Coalición Regional", "Secrétariat technique"],
    "presidency": ["Presidencia", "Presidencia de la Coalición", "Chair", "Présidence", "Presidência"],
    "vice_presidency": ["Vicepresidencia", "Vice-Chair"],
    "steering_committee": ["Comité Directivo", "Steering Committee", "Comité de pilotage", "Comitê Diretor"],
    "subcommittee": ["Subcomité Guías técnicas", "Sub-committee on finance"],
    "committee": ["Comité Técnico", "Technical committee"],
    "working_group": ["Grupo de Trabajo 1", "Working Group on Data", "Groupe de travail"],
    "focal_points": ["Puntos Focales", "Focal points", "points focaux", "Pontos focais", "Punto focal de Chile"],
    "partners": ["Socios Coalición", "Socios OPS", "Partners", "Parceiros"],
    "national_bodies": ["Comisiones, Comités, Consejos y Coaliciones Nacionales"],
    "coalition": ["Coalición Regional", "La Coalición", "The Coalition"],
    "plenary": ["Pleno", "Plenaria", "Plenary"],
    "country": ["Chile", "Brazil", "Brésil", "República Dominicana", "República del Perú", "España", "the Netherlands"],
    "organisation": ["BID", "UIM", "Consorcio Universitario", "Secretaría de Salud", "Presidencia de la República",
                     "Consejo Nacional de Seguridad", "Ministry of Health", "Partners of the Americas",
                     "Secretaría General Iberoamericana"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "names"), SPLIT)
def test_a_cell_is_split_where_its_parties_end(text, names):
    cell = read_party_cell(text)
    assert [one.name for one in cell.readings] == names
    assert cell.doubts == []


@pytest.mark.parametrize("text", NOBODY)
def test_a_cell_that_names_nobody_has_no_party(text):
    assert read_party_cell(text) == ([], [])


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_cell_says_roles_duties_and_what_is_only_possible(text, said):
    cell = read_party_cell(text)
    assert [tuple(one) for one in cell.readings] == said
    assert cell.doubts == []


@pytest.mark.parametrize(("text", "names"), DOUBTED)
def test_what_is_not_sure_is_asked(text, names):
    cell = read_party_cell(text)
    assert [one.name for one in cell.readings] == names
    assert cell.doubts


def test_a_doubt_proposes_the_other_reading():
    assert read_party_cell("Secretaría / Secretariat").doubts == ["Secretaría = Secretariat"]
    assert read_party_cell("Fundación Alfa y Ventana Verde").doubts == ["Fundación Alfa · Ventana Verde"]


def test_known_names_are_not_split_and_stand_alone():
    known = {"Fundación Alfa y Ventana Verde": "FAVV", "Mar Azul": "Mar Azul"}
    names = [one.name for one in read_parties("Fundación Alfa y Ventana Verde y Mar Azul", known)]
    assert names == ["Fundación Alfa y Ventana Verde", "Mar Azul"]


def test_a_cell_too_long_for_parties_is_asked_whole():
    cell = read_party_cell("Secretaría, " * 1000)
    assert cell.readings == [] and len(cell.doubts) == 1


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in KINDS.items() for name in names])
def test_a_name_has_its_kind(kind, name):
    assert kind_of(name) == kind


def test_spellings_of_one_party_are_joined_and_guesses_said():
    found = same_party(["Secretaría Técnica", "ST", "SECRETARIA TECNICA", "ST de la Coalición Regional"])
    assert {one.name for one in found.values()} == {"Secretaría Técnica"}
    assert [one.guessed for one in found.values()] == [False, False, False, True]


def test_an_article_goes_from_the_beginning_of_a_name_and_from_nowhere_else():
    names = [
        "Escuela de Archivología",
        "Todas las ciudades",
        "Pleno del Comité",
        "Instituto de la Mujer",
        "École maritime",
    ]
    assert [one.name for one in same_party([*names, "La Presidencia"]).values()] == [*names, "Presidencia"]
    assert same_party(["los socios"])["los socios"].name == "los socios"


def test_socios_ops_is_neither_ops_nor_socios():
    names = ["Socios OPS", "OPS", "Socios Coalición", "Socios"]
    assert [one.name for one in same_party(names).values()] == names


def test_cities_and_countries_that_are_members_stay_apart():
    found = same_party(["Ciudades miembros", "Países miembros"])
    assert [one.name for one in found.values()] == ["Ciudades miembros", "Países miembros"]


def test_abbreviations_join_their_names():
    long = "Unión Iberoamericana de Municipalistas (UIM)"
    assert same_party(["UIM", long]) == {
        "UIM": (long, "organisation", False),
        long: (long, "organisation", False),
    }


def test_an_office_in_two_languages_is_that_office():
    assert same_party(["Secretaría / Secretariat"]) == {
        "Secretaría / Secretariat": ("Secretaría", "secretariat", True)
    }


def test_known_parties_give_the_name():
    known = {
        "ST": "Secretaría Técnica del CLASI",
        "Secretaría Técnica del CLASI": "Secretaría Técnica del CLASI",
    }
    found = same_party(["ST", "secretaria tecnica", "Mar Azul"], known)
    assert found["ST"].name == "Secretaría Técnica del CLASI"
    assert found["secretaria tecnica"] == ("Secretaría Técnica del CLASI", "secretariat", True)
    assert found["Mar Azul"] == ("Mar Azul", "organisation", False)


PIECES = ["Secretaría", "ST", " y ", ", ", "\n", " / ", "/", ": ", "(", ")", " - ", "líder", "Chile", "Ministerio de ",
          "Salud", "validar", "por confirmar", "; ", "\ue000", "\ue800", "Trinidad y Tobago", "OPS",
          " con el apoyo de ",
          "posibles", ".", "Miembros", "2024"]  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_any_text_is_read_and_every_party_has_a_kind(text):
    cell = read_party_cell(text)
    resolved = same_party([one.name for one in cell.readings])
    assert all(resolved[one.name].kind and one.name for one in cell.readings)


MIXED = "POSIBLES RESPONSABLES Y SOCIOS"


@pytest.mark.parametrize(
    ("kind", "heading", "kinds", "first", "role"),
    [
        ("secretariat", "Responsable", ["secretariat"], True, ("responsible", False)),
        ("organisation", "Responsable", ["organisation"], True, ("responsible", False)),
        ("secretariat", MIXED, ["secretariat", "organisation"], True, ("responsible", True)),
        ("organisation", MIXED, ["secretariat", "organisation"], False, ("partner", True)),
        ("organisation", MIXED, ["organisation", "focal_points"], True, ("responsible", True)),
        ("focal_points", MIXED, ["organisation", "focal_points"], False, ("responsible", True)),
        ("partners", MIXED, ["partners"], True, ("partner", True)),
        (
            "organisation",
            "Responsible and partners",
            ["organisation", "secretariat"],
            True,
            ("partner", True),
        ),
    ],
)
def test_a_role_is_inferred_where_the_heading_leaves_it_open(kind, heading, kinds, first, role):
    assert infer_role(kind, heading, kinds, first=first) == role


PLANS = ("corett-2020-2022", "dumpsites-2024-2025", "mayors-2025-2026", "pao-cocaine-2022-2023")
HEADS = {"responsable": "Responsable", "posibles responsables y socios": MIXED}


def gold(name):
    return yaml.load((SOURCES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def blocks(node):
    """Every block of responsible parties of a plan that is printed."""
    for activity in node.get("activities") or []:
        yield activity["responsible"]
    for child in node.get("objectives") or node.get("children") or []:
        yield from blocks(child)


def texts(name, kind):
    """The texts of all cells of a file, with their line breaks."""
    if kind == "docx":
        tables = docx.Document(str(SOURCES / f"{name}.docx")).tables
        return {cell.text for table in tables for row in table.rows for cell in row.cells}
    book = openpyxl.load_workbook(SOURCES / f"{name}.xlsx")
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return {cell for row in rows for cell in row if isinstance(cell, str)}


def one_line(text):
    return " ".join(text.split())


CASES = [
    pytest.param(name, kind, id=f"{name}-{kind}") for name in PLANS[:3] for kind in ("docx", "xlsx")
]  # the blocks of pao name parties beside labels, below


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_every_responsible_cell_of_a_plan_reads_as_its_gold_record(name, kind):
    wanted = {block["as_printed"]: block["parties"] for block in blocks(gold(name)) if block["as_printed"]}
    cells = {one_line(text): text for text in texts(name, kind) if one_line(text) in wanted}
    if kind == "xlsx":
        assert set(cells) == set(wanted)
    read = {printed: read_party_cell(text) for printed, text in cells.items()}
    assert [cell.doubts for cell in read.values() if cell.doubts] == []
    parties = same_party([one.name for cell in read.values() for one in cell.readings])
    heading = MIXED if name.startswith("dumpsites") else "Responsable"
    assert {printed: shape(cell.readings, parties, heading) for printed, cell in read.items()} == {
        printed: wanted[printed] for printed in read
    }


def shape(readings, parties, heading):
    kinds = [parties[one.name].kind for one in readings]
    found = []
    for at, one in enumerate(readings):
        role, inferred = infer_role(kinds[at], heading, kinds, first=at == 0)
        party = {"name": parties[one.name].name, "kind": kinds[at], "role": one.role or role}
        found.append(
            party | ({"task": one.duty} if one.duty else {}) | ({"role_inferred": True} if inferred else {})
        )
    return found


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_boxes_of_a_plan_say_who_leads(kind):
    labels = (
        "País líder",
        "País(es) colíder(es)",
        "Países colíderes",
        "Países, socios y organismos participantes",
    )
    cells = {text for text in texts("pao-cocaine-2022-2023", kind) if text.startswith(labels)}
    read = {(one.name, one.role) for text in cells for one in read_parties(text)}
    wanted = {
        (party["name"], party["role"])
        for block in blocks(gold("pao-cocaine-2022-2023"))
        for party in block["parties"]
    }
    assert read == wanted
    assert {kind_of(name) for name, _role in read} == {"country"}
