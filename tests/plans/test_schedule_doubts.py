"""What is impossible, relative, recurring or open to two readings is asked, never guessed (P18)."""

from datetime import date

import pytest

from plans.schedule import read_period
from tests.plans.test_schedule_expressions import BIENNIUM, MAYORS, days

IMPOSSIBLE = [
    "31/9/2014",
    "31 de septiembre de 2025",
    "30 de febrero",
    "29 de febrero de 2025",
    "29/02/2025",
    "2025-02-30",
    "2025-13-01",
    "00/10/2025",
    "99/99/9999",
    "13/2025",
    "2025-00",
    "5T 2025",
    "T0 2025",
    "Q5",
    "S3/2025",
    "5.º trimestre de 2025",
    "octubre 2024 - 31/11/2025",
]
NOT_UNDERSTOOD = [
    "por definir",
    "TBD",
    "n/a",
    "No aplica",
    "-",
    "–",
    "...",
    "20255",
    "0/0/0",
    "12",
    "7",
    "trimestre",
    "trimestre 2025",
    "half 2025",
    "octubre 2025 noviembre 2025",
    "2024 2025",
    "T1-2",
    "según disponibilidad de fondos",
    "Secretaría Técnica",
    "verano",
    "sem 1",
    "a",
    "y",
    "de",
    "hasta",
    "desde",
    "entre",
    "\u0000",
    "🗓",
    "٢٠٢٥",
    "二〇二五年",
    "plazo",
]
RELATIVE = [
    "tres meses después de la firma",
    "3 meses",
    "12 months",
    "6 semanas",
    "dentro de 30 días",
    "within six months",
    "two weeks after approval",
    "después de la reunión",
    "after the plenary",
    "antes de la plenaria",
    "before the meeting",
    "next month",
    "el próximo trimestre",
    "este año",
    "this year",
    "last quarter",
    "al finalizar la reunión",
    "hoy",
    "inmediato",
    "le mois prochain",
    "trois mois après la signature",
]
RECURRING = [
    ("mensual", "2024-01/2025-12"),
    ("Mensualmente", "2024-01/2025-12"),
    ("anual", "2024-01/2025-12"),
    ("Trimestral", "2024-01/2025-12"),
    ("semestralmente", "2024-01/2025-12"),
    ("cada trimestre", "2024-01/2025-12"),
    ("cada dos meses", "2024-01/2025-12"),
    ("todos los meses", "2024-01/2025-12"),
    ("una vez al año", "2024-01/2025-12"),
    ("2 veces por año", "2024-01/2025-12"),
    ("Reunión anual", "2024-01/2025-12"),
    ("recurring", "2024-01/2025-12"),
    ("monthly", "2024-01/2025-12"),
    ("every quarter", "2024-01/2025-12"),
    ("twice a year", "2024-01/2025-12"),
    ("mensal", "2024-01/2025-12"),
    ("mensuel", "2024-01/2025-12"),
    ("chaque trimestre", "2024-01/2025-12"),
    ("anual 2025", "2025-01/2025-12"),
    ("Mensual, octubre - diciembre 2025", "2025-10/2025-12"),
    ("cada mes de octubre 2024 a marzo 2025", "2024-10/2025-03"),
]
AMBIGUOUS = [
    # Day or month first
    ("03/04/2026", MAYORS, ["2026-04-03", "2026-03-04"]),
    ("3.4.26", MAYORS, ["2026-04-03", "2026-03-04"]),
    ("05/10/2025 al 06/12/2025", MAYORS, ["2025-10-05/2025-12-06", "2025-05-10/2025-06-12"]),
    # A number that is a year, a month or a day
    ("Oct 25", MAYORS, ["2025-10", "2025-10-25"]),
    ("03/25", MAYORS, ["2025-03", "2026-03-25"]),
    ("2010-12", (date(2010, 1, 1), date(2012, 12, 31)), ["2010-12", "2010-01/2012-12"]),
    ("2025-2", BIENNIUM, ["2025-02", "2025-07/2025-12"]),
    # No year, and more than one place in the plan
    ("Octubre", BIENNIUM, ["2024-10", "2025-10"]),
    ("Q2", BIENNIUM, ["2024-04/2024-06", "2025-04/2025-06"]),
    ("II semestre", BIENNIUM, ["2024-07/2024-12", "2025-07/2025-12"]),
    ("T1-T4", BIENNIUM, ["2024-01/2024-12", "2025-01/2025-12"]),
    ("15 de marzo", BIENNIUM, ["2024-03-15", "2025-03-15"]),
    ("Octubre - marzo", BIENNIUM, ["2023-10/2024-03", "2024-10/2025-03", "2025-10/2026-03"]),
    ("II semestre", MAYORS, ["2025-07/2025-12", "2026-07/2026-12", "2026-04/2026-09"]),
    ("todo el año", BIENNIUM, ["2024-01/2024-12", "2025-01/2025-12", "2024-01/2025-12"]),
    # A year that serves one element, or all
    ("octubre 2024 y 2025", BIENNIUM, ["2024-10 + 2025-01/2025-12", "2024-10 + 2025-10"]),
    ("3T 2024 y 2025", BIENNIUM, ["2024-07/2024-09 + 2025-01/2025-12", "2024-07/2024-09 + 2025-07/2025-09"]),
    ("mayo y marzo 2025", BIENNIUM, ["2024-05 + 2025-03", "2025-05 + 2025-03"]),
    ("octubre - octubre 2025", BIENNIUM, ["2024-10/2025-10", "2025-10"]),
    ("octubre - marzo 2024", BIENNIUM, ["2023-10/2024-03", "2024-10/2025-03"]),
    ("2024 - 3T", BIENNIUM, ["2024-07/2024-09", "2024-01/2025-09"]),
    (
        "2024/26",
        (date(2024, 1, 1), date(2026, 12, 31)),
        ["2024-01/2024-12 + 2026-01/2026-12", "2024-01/2026-12"],
    ),
    ("enero/marzo 2025", BIENNIUM, ["2025-01 + 2025-03", "2025-01/2025-03"]),
    # One or the other
    ("2024 o 2025", BIENNIUM, ["2024-01/2024-12", "2025-01/2025-12"]),
    ("March or April 2025", BIENNIUM, ["2024-03", "2025-03", "2025-04"]),
    # Counted from the plan's start, or the calendar's number
    ("Mes 3", MAYORS, ["2025-12", "2026-03"]),
    ("M1-M6", MAYORS, ["2025-09-30/2026-03-31", "2026-01/2026-06"]),
    # No first and last day
    ("mediados de marzo de 2025", BIENNIUM, ["2025-03"]),
    ("fines de 2025", BIENNIUM, ["2025-01/2025-12"]),
    ("mid-2025", BIENNIUM, ["2025-01/2025-12"]),
    ("early March 2025", BIENNIUM, ["2025-03"]),
    ("primera semana de octubre 2025", BIENNIUM, ["2025-10"]),
    ("aprox. octubre 2025", BIENNIUM, ["2025-10"]),
    ("antes de marzo de 2025", BIENNIUM, ["2024-01/2025-02", "2024-01/2025-03", "2025-03"]),
    ("by March 2025", BIENNIUM, ["2024-01/2025-02", "2024-01/2025-03", "2025-03"]),
    ("after March 2025", BIENNIUM, ["2025-04/2025-12", "2025-03/2025-12"]),
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_date_that_does_not_exist_is_said_to_be_impossible(text):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "impossible_date")


@pytest.mark.parametrize("text", NOT_UNDERSTOOD)
def test_what_is_no_period_is_not_understood(text):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "not_understood")


@pytest.mark.parametrize("text", RELATIVE)
def test_an_expression_relative_to_something_else_is_not_dated(text):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "relative")


@pytest.mark.parametrize(("text", "proposed"), RECURRING)
def test_how_often_is_no_period_and_proposes_the_days_it_runs_over(text, proposed):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "recurring")
    assert schedule.alternatives == (days(proposed),)


@pytest.mark.parametrize(("text", "plan", "proposed"), AMBIGUOUS)
def test_an_ambiguous_expression_offers_every_reading(text, plan, proposed):
    schedule = read_period(text, *plan)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "ambiguous")
    assert schedule.alternatives == tuple(days(spans) for spans in proposed)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("2025-2024", "2024-01/2025-12"),
        ("4T 2025 – 1T 2024", "2024-01/2025-12"),
        ("diciembre 2025 - enero 2024", "2024-01/2025-12"),
        ("20 de marzo de 2025 al 15 de marzo de 2025", "2025-03-15/2025-03-20"),
    ],
)
def test_a_range_that_ends_before_it_starts_is_asked(text, proposed):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "reversed_range")
    assert schedule.alternatives == (days(proposed),)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("a partir de 2030", ["2030-01/2030-12"]),
        ("hasta 2020", ["2020-01/2020-12"]),
        ("Año 3", []),
        ("mes 30", []),
    ],
)
def test_an_open_end_or_a_count_beyond_the_plan_is_asked(text, proposed):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "outside_plan")
    assert schedule.alternatives == tuple(days(spans) for spans in proposed)


def test_a_month_that_a_short_plan_does_not_reach_is_asked():
    schedule = read_period("marzo", date(2025, 6, 1), date(2025, 8, 31))

    assert (schedule.understood, schedule.note) == (False, "outside_plan")
    assert days("2025-03") in schedule.alternatives
    assert days("2026-03") in schedule.alternatives


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Octubre 2025 (sujeto a fondos)", "2025-10"),
        ("Taller: octubre 2025", "2025-10"),
        ("Octubre 2025²", "2025-10"),
        ("octubre 2025 -", "2025-10"),
        ("no en 2025", "2025-01/2025-12"),
        ("FY2025", "2025-01/2025-12"),
        ("desde octubre 2025, noviembre", "2025-10 + 2025-11"),
    ],
)
def test_a_date_among_words_that_are_not_known_is_proposed_only(text, proposed):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "not_understood")
    assert days(proposed) in schedule.alternatives


@pytest.mark.parametrize("text", [None, "", "  ", "\u00a0", "\n\t", "\u200b"])
def test_an_empty_cell_says_nothing(text):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.understood, schedule.note) == ((), False, "blank")
    assert (schedule.start, schedule.end) == (None, None)


def test_a_text_longer_than_any_period_is_not_read():
    assert read_period("2025, " * 5000, *BIENNIUM).note == "not_understood"
