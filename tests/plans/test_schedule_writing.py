"""Periods written for readers of Spanish and English."""

import pytest

from plans.schedule import Schedule, read_period, write_period
from tests.plans.test_schedule_expressions import BIENNIUM, MAYORS

WRITTEN = [
    ("Octubre - diciembre 2025", "octubre–diciembre de 2025", "October–December 2025"),
    ("Diciembre - enero 2025", "diciembre de 2024 – enero de 2025", "December 2024 – January 2025"),
    ("Diciembre 2025", "diciembre de 2025", "December 2025"),
    ("3T 2025", "3.er trimestre de 2025", "Q3 2025"),
    ("1T-3T 2025", "1.er–3.er trimestre de 2025", "Q1–Q3 2025"),
    (
        "4T 2024 – 3T 2025",
        "4.º trimestre de 2024 – 3.er trimestre de 2025",
        "Q4 2024 – Q3 2025",
    ),
    ("S2/24", "2.º semestre de 2024", "second half of 2024"),
    ("S1/24 - S2/24", "1.er–2.º semestre de 2024", "first half – second half of 2024"),
    (
        "S2/24 - S1/25",
        "2.º semestre de 2024 – 1.er semestre de 2025",
        "second half of 2024 – first half of 2025",
    ),
    ("2024", "2024", "2024"),
    ("2024 - 2025", "2024–2025", "2024–2025"),
    ("2024 y 2025", "2024 y 2025", "2024 and 2025"),
    ("S2/2024 y 2025", "2.º semestre de 2024 y todo 2025", "second half of 2024 and all of 2025"),
    ("2024 – 3T 2025", "enero de 2024 – septiembre de 2025", "January 2024 – September 2025"),
    (
        "octubre, noviembre de 2024 y marzo de 2025",
        "octubre de 2024, noviembre de 2024 y marzo de 2025",
        "October 2024, November 2024 and March 2025",
    ),
    ("15/03/2025", "15 de marzo de 2025", "15 March 2025"),
    ("15-20 de marzo de 2025", "15–20 de marzo de 2025", "15–20 March 2025"),
    ("15/03/2025 - 20/04/2025", "15 de marzo – 20 de abril de 2025", "15 March – 20 April 2025"),
    ("permanente", "2024–2025", "2024–2025"),
]


@pytest.mark.parametrize(("text", "spanish", "english"), WRITTEN)
def test_a_period_is_written_in_both_languages(text, spanish, english):
    schedule = read_period(text, *BIENNIUM)

    assert (write_period(schedule, "es"), write_period(schedule, "en")) == (spanish, english)


def test_the_whole_plan_of_the_mayors_is_written_with_its_days():
    schedule = read_period("permanente", *MAYORS)

    assert write_period(schedule, "es") == "30 de septiembre de 2025 – 1 de octubre de 2026"


def test_what_was_not_understood_is_not_written():
    assert write_period(Schedule(note="relative"), "es") == ""


def test_a_language_that_cannot_be_written_is_refused():
    with pytest.raises(ValueError, match="fr"):
        write_period(Schedule(), "fr")
