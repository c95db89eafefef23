"""Targets as printed in five plans, and as a Secretariat may type them (P11-P17)."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plans.targets import (
    is_met,
    read_number,
    read_target,
    read_targets,
    same_unit,
    standing,
    write_number,
    write_target,
)

SOURCES = Path(__file__).resolve().parents[2] / "fixtures" / "sources"
PLANS = sorted(path for path in SOURCES.glob("*.yaml") if path.stem != "governance")


def nodes(content):
    """Every mapping of a gold record, from the outside in."""
    if isinstance(content, dict):
        yield content
    for child in (
        content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    ):
        yield from nodes(child)


def gold():
    return [
        (path.stem, node) for path in PLANS for node in nodes(yaml.load(path.read_text(), yaml.CSafeLoader))
    ]


def plain(reading):
    return (reading.comparator, reading.number, reading.unit, reading.per)


def printed(target):
    number = None if target["number"] is None else Decimal(str(target["number"]))
    return (target["comparator"], number, target["unit"], target["per"])


TARGETS = [(plan, node["target"], node.get("name") or "") for plan, node in gold() if node.get("target")]
TITLES = [(node["title"], one) for _, node in gold() for one in node.get("quantities_in_title", [])]
MILESTONES = [(node["text"], node["target"]) for _, node in gold() if "text" in node and "target" in node]


def test_gold_has_the_targets_that_are_read():
    assert (len(TARGETS), len(TITLES), len(MILESTONES)) == (29, 3, 19)


@pytest.mark.parametrize(("plan", "target", "indicator"), TARGETS)
def test_target_of_a_plan_is_read_as_the_gold_has_it(plan, target, indicator):
    reading = read_target(target["text"], indicator)

    assert reading.understood
    assert plain(reading) == printed(target)
    assert reading.text == target["text"]


@pytest.mark.parametrize(("title", "quantity"), TITLES)
def test_quantity_in_a_title_is_read(title, quantity):
    reading = read_target(quantity["text"])

    assert (reading.comparator, reading.number) == (quantity["comparator"], quantity["number"])


@pytest.mark.parametrize(("sentence", "target"), MILESTONES)
def test_milestone_sentence_gives_its_quantity_or_none(sentence, target):
    readings = [one for one in read_targets(sentence) if one.number is not None]

    if target is None:
        assert readings == []
    else:
        (reading,) = readings
        assert (reading.comparator, reading.number, reading.per) == (
            target["comparator"],
            target["number"],
            target["per"],
        )
        assert reading.unit.startswith(target["unit"])
        assert reading.expression.startswith(target["text"].removesuffix(" anual"))


@pytest.mark.parametrize(
    "name",
    [node["name"] for _, node in gold() if "name" in node and "target" in node and not node["target"]],
)
def test_name_of_an_indicator_is_never_taken_for_a_number(name):
    assert [one.number for one in read_targets(name)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al menos 2 reuniones", (">=", 2, "reuniones", None)),
        ("máximo tres", ("<=", 3, None, None)),
        ("2 productos", ("=", 2, "productos", None)),
        ("2 M USD", ("=", 2_000_000, "USD", None)),
        ("Al menos 2 M USD por operación", (">=", 2_000_000, "USD", "operación")),
        ("US$ 2 M", ("=", 2_000_000, "USD", None)),
        ("1,5 millones de dólares", ("=", 1_500_000, "dólares", None)),
        ("Red creada", ("done", None, None, None)),
        ("Report published", ("done", None, None, None)),
        ("Informe publicado en 2025", ("done", None, None, None)),
        ("sí", ("done", None, None, None)),
        ("4 al año", ("=", 4, None, "year")),
        ("4 por año", ("=", 4, None, "year")),
        ("4 a year", ("=", 4, None, "year")),
        ("2 sesiones al año", ("=", 2, "sesiones", "year")),
        ("1 acción anual", ("=", 1, "acción", "year")),
        ("una reunión al año", ("=", 1, "reunión", "year")),
        ("2 por ciudad y año", ("=", 2, None, "ciudad/year")),
        ("2 per city and year", ("=", 2, None, "city/year")),
        ("3 acuerdos en cada país miembro", ("=", 3, "acuerdos", "país miembro")),
        ("100 %", ("=", 100, "%", None)),
        ("al menos el 80 por ciento", (">=", 80, "%", None)),
        ("al menos un 50 % de mujeres", (">=", 50, "%", None)),
        ("4 reuniones/año", ("=", 4, "reuniones", "year")),
        ("2/año", ("=", 2, None, "year")),
        ("2 (dos) reuniones", ("=", 2, "reuniones", None)),
        ("80 % de las ciudades", ("=", 80, "%", None)),
        ("no más de 5 sesiones", ("<=", 5, "sesiones", None)),
        ("no menos de tres", (">=", 3, None, None)),
        ("up to 5 workshops", ("<=", 5, "workshops", None)),
        ("at least one report", (">=", 1, "report", None)),
        ("minimum of 4 meetings", (">=", 4, "meetings", None)),
        ("≥ 3 informes", (">=", 3, "informes", None)),
        ("2 o más reuniones", (">=", 2, "reuniones", None)),
        ("2 reuniones como mínimo", (">=", 2, "reuniones", None)),
        ("Al menos dos (2) reuniones", (">=", 2, "reuniones", None)),
        ("1 200 personas", ("=", 1200, "personas", None)),
        ("1.200,50 USD", ("=", Decimal("1200.50"), "USD", None)),
        ("dos mil personas", ("=", 2000, "personas", None)),
        ("cero basurales", ("=", 0, "basurales", None)),
        ("2 informes en 2025", ("=", 2, "informes", None)),
        ("Realizar 2 reuniones", ("=", 2, "reuniones", None)),
        ("Al menos 4 reuniones virtuales o presenciales", (">=", 4, "reuniones", None)),
    ],
)
def test_target_is_read(text, expected):
    reading = read_target(text)

    assert reading.understood, reading
    assert plain(reading) == expected


@pytest.mark.parametrize(
    ("text", "note", "numbers"),
    [
        ("", "empty", []),
        ("1.200 personas", "ambiguous_number", [1200, Decimal("1.2")]),
        ("1,200 people", "ambiguous_number", [1200, Decimal("1.2")]),
        ("más de 40 actividades", "strict", [41, 40]),
        ("more than 40 %", "strict", [40]),
        ("menos de 10 casos", "strict", [9, 10]),
        ("unos 20 talleres", "approximate", [20]),
        ("1/2", "fraction", []),
        ("½", "fraction", []),
        ("-5 %", "negative", [-5, 5]),
        ("2 M", "multiplier", [2, 2_000_000]),
        ("Un informe", "article", [1, None]),
        ("Fase 2 completada", "identifier", [2]),
        ("Sesión 3", "identifier", [3]),
        ("Reducir 20 %", "change", [20]),
        ("No se realizarán 2 reuniones", "negation", [2]),
        ("2 reuniones o 1 taller", "either", [2, 1]),
        ("2 o 3 reuniones", "either", [2, 3]),
        ("de 5 a 10 talleres", "from_to", [10, 5, 10]),
        ("2 de 3 ciudades", "another_number", [2]),
        ("2 acuerdos por consenso", "per", [2]),
        ("2 reuniones bianuales", "recurrence", [2]),
        ("2025", "year", [2025]),
        ("Número de reuniones", "indicator_name", []),
        ("with the presence of the participating countries", "condition_only", []),
        ("Mejorar la coordinación", "no_quantity", []),
        ("Informes publicados", "no_quantity", []),
        ("Red no creada", "negation", []),
        ("2 reuniones y 1 informe", "several", []),
        ("2 mesas y informe 3 publicado", "several", []),
        ("ODS 6", "identifier", [6]),
        ("20kg", "unclear", []),
        ("€1.5m", "multiplier", [Decimal("1.5"), 1_500_000]),
        ("+5 %", "change", [5]),
        ("menos del 10 %", "strict", [10]),
        ("al menos un tercio de las ciudades", "fraction", [1]),
        ("2 reuniones y red creada", "unclear", [2]),
        ("2 reuniones, Red creada", "unclear", [2]),
    ],
)
def test_what_may_be_read_otherwise_is_asked(text, note, numbers):
    reading = read_target(text)

    assert not reading.understood
    assert (reading.comparator, reading.number) == (None, None)
    assert reading.note == note
    assert [one.number for one in reading.alternatives] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "2 mesas y informe 3 publicado",
        "5 x 3",
        "100 personas (50 mujeres)",
        "10 participantes por taller (5 talleres)",
        "3+2 talleres",
        "Al menos 3 acuerdos firmados y 2 implementados",
        "2 reuniones virtuales, 1 presencial",
    ],
)
def test_number_whose_part_is_unknown_puts_the_others_in_question(text):
    readings = read_targets(text)

    assert [one.number for one in readings] == [None, None]
    assert all(one.alternatives for one in readings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "8 infografías nacionales 1 infografía regional",
            [("=", 8, "infografías nacionales", None), ("=", 1, "infografía regional", None)],
        ),
        (
            "a.1) Al menos 2 reuniones. b.1) Al menos 5 intercambios.",
            [(">=", 2, "reuniones", None), (">=", 5, "intercambios", None)],
        ),
        ("2 reuniones y 1 informe", [("=", 2, "reuniones", None), ("=", 1, "informe", None)]),
        ("- 2 reuniones\n- Red creada", [("=", 2, "reuniones", None), ("done", None, None, None)]),
        ("entre 5 y 10 talleres", [(">=", 5, "talleres", None), ("<=", 10, "talleres", None)]),
        ("between 5 and 10 workshops", [(">=", 5, "workshops", None), ("<=", 10, "workshops", None)]),
        ("10 %-20 %", [(">=", 10, "%", None), ("<=", 20, "%", None)]),
        ("5-10 talleres", [(">=", 5, "talleres", None), ("<=", 10, "talleres", None)]),
        ("mínimo 2, máximo 5 reuniones", [(">=", 2, "reuniones", None), ("<=", 5, "reuniones", None)]),
    ],
)
def test_several_targets_in_one_text(text, expected):
    readings = read_targets(text)

    assert [plain(one) for one in readings] == expected
    assert all(one.understood for one in readings)
    assert read_target(text).parts == tuple(readings)


def test_codes_of_targets_are_kept_apart():
    assert [one.code for one in read_targets("a.1) 2 productos.\nb) Red creada.")] == ["a.1", "b"]


def test_condition_stands_beside_the_number():
    reading = read_target("Al menos 2 reuniones con la presencia de los países participantes.")

    assert reading.condition == "con la presencia de los países participantes"
    assert (reading.comparator, reading.number, reading.unit) == (">=", 2, "reuniones")


@pytest.mark.parametrize("text", ["from 50% to 70%", "de 50 % a 70 %", "Aumentar de 50 a 70 %"])
def test_baseline_is_read_with_its_target(text):
    reading = read_target(text)

    assert (reading.comparator, reading.number, reading.unit, reading.baseline) == ("=", 70, "%", 50)


def test_line_that_continues_is_joined():
    text = "Al menos\n2 reuniones con la presencia\nde los países"

    assert [plain(one) for one in read_targets(text)] == [(">=", 2, "reuniones", None)]


def test_second_number_settles_the_form_of_the_first():
    assert [one.number for one in read_targets("1.200 personas y 3,5 toneladas")] == [1200, Decimal("3.5")]
    assert [one.number for one in read_targets("1.200 personas y 3.5 toneladas")] == [
        Decimal("1.2"),
        Decimal("3.5"),
    ]


WORDS = {
    "cero": 0, "uno": 1, "dieciséis": 16, "veintiún": 21, "veintidós": 22,
    "treinta y cinco": 35, "noventa y nueve": 99,
    "cien": 100, "ciento veinte": 120, "doscientas": 200, "mil": 1000, "dos mil quinientos": 2500, "zero": 0,
    "twelve": 12, "twenty-five": 25, "ninety nine": 99, "one hundred": 100, "one hundred and twenty": 120,
    "two thousand": 2000,
}  # fmt: skip


@pytest.mark.parametrize(("words", "number"), WORDS.items())
def test_number_in_words(words, number):
    assert read_target(f"al menos {words} reuniones").number == number


@pytest.mark.parametrize("text", ["al menos dos tres reuniones", "treinta veinte reuniones"])
def test_words_that_make_no_number_are_asked(text):
    assert not read_target(text).understood


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("1.200.000", (1_200_000,)),
        ("1,200.5", (Decimal("1200.5"),)),
        ("0,125", (Decimal("0.125"),)),
        ("1,5", (Decimal("1.5"),)),
        ("1.2.3", ()),
        ("1,20,300", ()),
        ("9" * 30, ()),
        ("abc", ()),
    ],
)
def test_number_forms(printed, values):
    assert read_number(printed).values == values


def test_written_target():
    assert write_target(">=", 3, "reuniones", "year", "es") == "al menos 3 reuniones al año"
    assert write_target(">=", 3, "meetings", "year", "en") == "at least 3 meetings a year"
    assert write_target("<=", Decimal(1200), "personas", None, "es") == "como máximo 1.200 personas"
    assert write_target("=", Decimal("1200.50"), "people", None, "en") == "1,200.5 people"
    assert write_target("=", 45, "%", None, "es") == "45\u00a0%"
    assert write_target("done", None, None, None, "es") == "sí"
    assert write_target(None, None, None, None, "es") == ""
    assert write_target("=", 2, None, "ciudad/year", "es") == "2 por ciudad y año"


def test_target_is_met_only_by_what_is_known():
    assert is_met(">=", Decimal(2), Decimal(2)) is True
    assert is_met(">=", Decimal(2), Decimal(0)) is False
    assert is_met(">=", Decimal(2), None) is None
    assert is_met(None, None, Decimal(2)) is None
    assert is_met("done", None, Decimal(1)) is True
    assert is_met("done", None, Decimal(0)) is False
    assert (is_met("=", Decimal(2), Decimal(3)), standing("=", Decimal(2), Decimal(3))) == (False, "above")
    assert standing("<=", Decimal(3), Decimal(4)) == "above"


def test_units_differ_by_more_than_number():
    assert same_unit("plan operacional", "planes operacionales")
    assert same_unit("país", "Países")
    assert not same_unit("reunión", "taller")


UNITS = {
    "es": ["reuniones", "ciudades miembro", "acción o actividad", "planes operacionales", "%", "USD", None],
    "en": ["meetings", "member cities", "reports and papers", "%", "USD", None],
}
PERS = {
    "es": [None, "year", "semester", "quarter", "month", "week", "operación", "país miembro", "ciudad/year"],
    "en": [None, "year", "semester", "quarter", "month", "week", "operation", "member country", "city/year"],
}
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False)


@st.composite
def targets(draw):
    language = draw(st.sampled_from(["es", "en"]))
    number = draw(st.one_of(NUMBERS, st.integers(0, 3000).map(Decimal)))
    comparator = draw(st.sampled_from([">=", "<=", "="]))
    return (
        comparator,
        number,
        draw(st.sampled_from(UNITS[language])),
        draw(st.sampled_from(PERS[language])),
        language,
    )


@given(targets())
def test_written_target_reads_as_itself_or_is_asked(target):
    comparator, number, unit, per, language = target
    reading = read_target(write_target(*target), language=language)

    if reading.note == "year":
        assert (comparator, unit, 1990 <= number <= 2099) == ("=", None, True)
    else:
        assert reading.understood, reading
        assert plain(reading) == (comparator, number, unit, per)


@given(NUMBERS, st.sampled_from(["es", "en"]))
def test_number_reads_back_in_its_language(number, language):
    printed = write_number(number, language)

    assert read_number(printed, {"es": ",", "en": "."}[language]).value == number
    assert number in read_number(printed).values


PIECES = [
    "al menos", "máximo", "2", "1.200", "tres", "M", "USD", "%", "reuniones", "al año", "y", "de", "-",
    "/", "(", "\n", "entre", "5", "a.1)", "Red creada", "no", "por", "ciudad", "más de", "mil", "up to",
    "to", "from", "$", "2025", "½", "—", "each", "+", "m", "o", "un", "al menos un",
]  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join), st.none()))
def test_reading_never_raises_and_never_half_reads(text):
    for reading in [read_target(text, indicator=text or ""), *read_targets(text)]:
        assert reading.understood == (reading.comparator is not None)
        assert reading.understood == (not reading.note)
        assert (reading.number is not None) == (reading.comparator in {">=", "<=", "="})
