"""Period expressions in four languages, and the days each one means (P18).

The days are written FROM/TO, a month standing for all of it; several spans are joined by " + ".
"""

from datetime import date

import pytest

from plans.schedule import read_period
from plans.schedule.calendar import last_of_month

BIENNIUM = (date(2024, 1, 1), date(2025, 12, 31))
# The coalition of mayors: a year that is no calendar year, with a stray day at either end.
MAYORS = (date(2025, 9, 30), date(2026, 10, 1))


def days(text):
    return tuple(span_of(span) for span in text.split(" + "))


def span_of(text):
    first, last = text.split("/") if "/" in text else (text, text)
    start = date.fromisoformat(first if len(first) > 7 else f"{first}-01")
    end = date.fromisoformat(last if len(last) > 7 else f"{last}-01")
    return start, end if len(last) > 7 else last_of_month(end)


IN_THE_BIENNIUM = [
    # Months
    ("octubre 2025", "month", "2025-10"),
    ("Octubre de 2025", "month", "2025-10"),
    ("OCTUBRE DEL 2025", "month", "2025-10"),
    ("oct. 2025", "month", "2025-10"),
    ("octubre-2025", "month", "2025-10"),
    ("octubre/2025", "month", "2025-10"),
    ("Octubre, 2025", "month", "2025-10"),
    ("2025: octubre", "month", "2025-10"),
    ("2025 octubre", "month", "2025-10"),
    ("mes de octubre de 2025", "month", "2025-10"),
    ("en octubre del año 2025", "month", "2025-10"),
    ("10/2025", "month", "2025-10"),
    ("10-2025", "month", "2025-10"),
    ("10.2025", "month", "2025-10"),
    ("2025-10", "month", "2025-10"),
    ("2025/10", "month", "2025-10"),
    ("Oct '25", "month", "2025-10"),
    ("Oct ’25", "month", "2025-10"),
    ("October 2025", "month", "2025-10"),
    ("in October of 2025", "month", "2025-10"),
    ("setiembre 2025", "month", "2025-09"),
    ("Sept 2025", "month", "2025-09"),
    ("Março de 2025", "month", "2025-03"),
    ("fevereiro de 2024", "month", "2024-02"),
    ("août 2025", "month", "2025-08"),
    ("février 2024", "month", "2024-02"),
    ("décembre 2025", "month", "2025-12"),
    ("décembre 2025".replace("é", "e\u0301"), "month", "2025-12"),
    ("Mes 3 de 2025", "month", "2025-03"),
    # Ranges of months: the year at the end serves both ends, across a turn of the year too
    ("Octubre - diciembre 2025", "month", "2025-10/2025-12"),
    ("Octubre – diciembre 2025", "month", "2025-10/2025-12"),
    ("octubre—diciembre 2025", "month", "2025-10/2025-12"),
    ("octubre\u2212diciembre 2025", "month", "2025-10/2025-12"),
    ("octubre\u2010diciembre 2025", "month", "2025-10/2025-12"),
    ("Octubre\u00a0-\u00a0diciembre\u202f2025", "month", "2025-10/2025-12"),
    ("  Octubre \n -  diciembre\t2025 ", "month", "2025-10/2025-12"),
    ("Ene-Mar 2025", "month", "2025-01/2025-03"),
    ("Ene.-Mar. 2025", "month", "2025-01/2025-03"),
    ("ene-mar/25", "month", "2025-01/2025-03"),
    ("enero a marzo de 2025", "month", "2025-01/2025-03"),
    ("de enero a marzo de 2025", "month", "2025-01/2025-03"),
    ("desde enero hasta marzo de 2025", "month", "2025-01/2025-03"),
    ("entre enero y marzo de 2025", "month", "2025-01/2025-03"),
    ("Diciembre - enero 2025", "month", "2024-12/2025-01"),
    ("Noviembre 2024- septiembre 2025", "month", "2024-11/2025-09"),
    ("nov. 2024 – feb. 2025", "month", "2024-11/2025-02"),
    ("Octubre 2024 - septiembre", "month", "2024-10/2025-09"),
    ("2025: octubre - diciembre", "month", "2025-10/2025-12"),
    ("10/2024-03/2025", "month", "2024-10/2025-03"),
    ("from October to December 2025", "month", "2025-10/2025-12"),
    ("between October and December 2025", "month", "2025-10/2025-12"),
    ("October 2024 through March 2025", "month", "2024-10/2025-03"),
    ("de outubro a dezembro de 2025", "month", "2025-10/2025-12"),
    ("de outubro até dezembro de 2025", "month", "2025-10/2025-12"),
    ("octobre à décembre 2025", "month", "2025-10/2025-12"),
    ("d'octobre à décembre 2025", "month", "2025-10/2025-12"),
    # Lists: one span each, as printed
    ("octubre y noviembre de 2025", "month", "2025-10 + 2025-11"),
    ("octubre, noviembre y diciembre de 2025", "month", "2025-10 + 2025-11 + 2025-12"),
    ("octubre/noviembre 2025", "month", "2025-10 + 2025-11"),
    ("October & November 2025", "month", "2025-10 + 2025-11"),
    ("mars et juin 2025", "month", "2025-03 + 2025-06"),
    ("março e junho de 2025", "month", "2025-03 + 2025-06"),
    ("marzo 2025; octubre 2024", "month", "2025-03 + 2024-10"),
    ("Ene-Mar y Jul-Sep 2025", "month", "2025-01/2025-03 + 2025-07/2025-09"),
    # Quarters
    ("3T 2025", "quarter", "2025-07/2025-09"),
    ("3T2025", "quarter", "2025-07/2025-09"),
    ("3T/25", "quarter", "2025-07/2025-09"),
    ("T3 2025", "quarter", "2025-07/2025-09"),
    ("T3/2025", "quarter", "2025-07/2025-09"),
    ("2025-T3", "quarter", "2025-07/2025-09"),
    ("Q3 2025", "quarter", "2025-07/2025-09"),
    ("3Q 2025", "quarter", "2025-07/2025-09"),
    ("Q3'25", "quarter", "2025-07/2025-09"),
    ("III T 2025", "quarter", "2025-07/2025-09"),
    ("III trimestre de 2025", "quarter", "2025-07/2025-09"),
    ("primer trimestre de 2024", "quarter", "2024-01/2024-03"),
    ("1er trimestre de 2024", "quarter", "2024-01/2024-03"),
    ("1.er trimestre de 2024", "quarter", "2024-01/2024-03"),
    ("2º trimestre 2024", "quarter", "2024-04/2024-06"),
    ("2do. trimestre 2024", "quarter", "2024-04/2024-06"),
    ("4to trim. 2024", "quarter", "2024-10/2024-12"),
    ("Trimestre 4 de 2024", "quarter", "2024-10/2024-12"),
    ("el último trimestre de 2024", "quarter", "2024-10/2024-12"),
    ("last quarter of 2024", "quarter", "2024-10/2024-12"),
    ("third quarter of 2025", "quarter", "2025-07/2025-09"),
    ("o primeiro trimestre de 2025", "quarter", "2025-01/2025-03"),
    ("no terceiro trimestre de 2025", "quarter", "2025-07/2025-09"),
    ("deuxième trimestre 2025", "quarter", "2025-04/2025-06"),
    ("1T 2024-4T 2025", "quarter", "2024-01/2025-12"),
    ("Q1–Q3 2025", "quarter", "2025-01/2025-09"),
    ("Q1-Q2/2025", "quarter", "2025-01/2025-06"),
    ("I-II trimestre 2025", "quarter", "2025-01/2025-06"),
    ("trimestres I-III de 2025", "quarter", "2025-01/2025-09"),
    ("1T, 2T y 4T 2025", "quarter", "2025-01/2025-03 + 2025-04/2025-06 + 2025-10/2025-12"),
    ("primer y tercer trimestre de 2025", "quarter", "2025-01/2025-03 + 2025-07/2025-09"),
    ("trimestres 1 y 3 de 2025", "quarter", "2025-01/2025-03 + 2025-07/2025-09"),
    ("T1 del año 2", "quarter", "2025-01/2025-03"),
    ("Año 1, T2", "quarter", "2024-04/2024-06"),
    # Half-years, and other parts of a year
    ("S2/2024", "semester", "2024-07/2024-12"),
    ("S2/24", "semester", "2024-07/2024-12"),
    ("S2-2024", "semester", "2024-07/2024-12"),
    ("2S 2024", "semester", "2024-07/2024-12"),
    ("H1 2025", "semester", "2025-01/2025-06"),
    ("1er semestre 2025", "semester", "2025-01/2025-06"),
    ("II semestre de 2025", "semester", "2025-07/2025-12"),
    ("primer semestre del año 2025", "semester", "2025-01/2025-06"),
    ("first half of 2025", "semester", "2025-01/2025-06"),
    ("second half-year 2025", "semester", "2025-07/2025-12"),
    ("segunda mitad de 2025", "semester", "2025-07/2025-12"),
    ("segundo semestre de 2025", "semester", "2025-07/2025-12"),
    ("premier semestre 2025", "semester", "2025-01/2025-06"),
    ("S1 y S2 2025", "semester", "2025-01/2025-06 + 2025-07/2025-12"),
    ("2do semestre 2024 y 1er semestre 2025", "semester", "2024-07/2024-12 + 2025-01/2025-06"),
    ("primer cuatrimestre de 2025", "month", "2025-01/2025-04"),
    ("segundo bimestre de 2025", "month", "2025-03/2025-04"),
    # Years
    ("2024", "year", "2024-01/2024-12"),
    ("2024.", "year", "2024-01/2024-12"),
    ("2024.0", "year", "2024-01/2024-12"),
    ("(2024)", "year", "2024-01/2024-12"),
    ("año 2024", "year", "2024-01/2024-12"),
    ("todo el año 2024", "year", "2024-01/2024-12"),
    ("gestión 2024", "year", "2024-01/2024-12"),
    ("Year 2024", "year", "2024-01/2024-12"),
    ("throughout 2024", "year", "2024-01/2024-12"),
    ("all of 2024", "year", "2024-01/2024-12"),
    ("ano de 2024", "year", "2024-01/2024-12"),
    ("toute l'année 2024", "year", "2024-01/2024-12"),
    ("2024-2025", "year", "2024-01/2025-12"),
    ("2024 al 2025", "year", "2024-01/2025-12"),
    ("2024-25", "year", "2024-01/2025-12"),
    ("2024/25", "year", "2024-01/2024-12 + 2025-01/2025-12"),
    ("2024 → 2025", "year", "2024-01/2025-12"),
    ("2024 y 2025", "year", "2024-01/2024-12 + 2025-01/2025-12"),
    ("años 2024 y 2025", "year", "2024-01/2024-12 + 2025-01/2025-12"),
    ("2024, 2025", "year", "2024-01/2024-12 + 2025-01/2025-12"),
    ("Año 1", "year", "2024-01/2024-12"),
    ("Year 2", "year", "2025-01/2025-12"),
    ("segundo año", "year", "2025-01/2025-12"),
    ("Años 1-2", "year", "2024-01/2025-12"),
    # Days
    ("15 de marzo de 2025", "mixed", "2025-03-15"),
    ("el 15 de marzo del 2025", "mixed", "2025-03-15"),
    ("1° de octubre de 2025", "mixed", "2025-10-01"),
    ("1.º de octubre de 2025", "mixed", "2025-10-01"),
    ("marzo 15 de 2025", "mixed", "2025-03-15"),
    ("March 15, 2025", "mixed", "2025-03-15"),
    ("March 15th, 2025", "mixed", "2025-03-15"),
    ("15th of March 2025", "mixed", "2025-03-15"),
    ("15 mars 2025", "mixed", "2025-03-15"),
    ("1er octobre 2025", "mixed", "2025-10-01"),
    ("15 de março de 2025", "mixed", "2025-03-15"),
    ("15/03/2025", "mixed", "2025-03-15"),
    ("15-03-2025", "mixed", "2025-03-15"),
    ("15.3.25", "mixed", "2025-03-15"),
    ("31-dic-2025", "mixed", "2025-12-31"),
    ("31-dic-25", "mixed", "2025-12-31"),
    ("15/mar/2025", "mixed", "2025-03-15"),
    ("15-mar-25 - 20-abr-25", "mixed", "2025-03-15/2025-04-20"),
    ("2025-03-15", "mixed", "2025-03-15"),
    ("2025-03-15 00:00:00", "mixed", "2025-03-15"),
    ("03/15/2025", "mixed", "2025-03-15"),
    ("05/05/2025", "mixed", "2025-05-05"),
    ("15-20 de marzo de 2025", "mixed", "2025-03-15/2025-03-20"),
    ("del 15 al 20 de marzo de 2025", "mixed", "2025-03-15/2025-03-20"),
    ("March 15-20, 2025", "mixed", "2025-03-15/2025-03-20"),
    ("15 y 16 de marzo de 2025", "mixed", "2025-03-15 + 2025-03-16"),
    ("del 15 de marzo al 20 de abril de 2025", "mixed", "2025-03-15/2025-04-20"),
    ("15 December – 20 January 2025", "mixed", "2024-12-15/2025-01-20"),
    ("October 15 - November 20, 2025", "mixed", "2025-10-15/2025-11-20"),
    ("01/10/2025 al 31/12/2025", "mixed", "2025-10-01/2025-12-31"),
    ("29 de febrero de 2024", "mixed", "2024-02-29"),
    # Units mixed
    ("2024 – 3T 2025", "mixed", "2024-01/2025-09"),
    ("octubre 2024 - S1 2025", "mixed", "2024-10/2025-06"),
    ("1T 2024 y octubre 2025", "mixed", "2024-01/2024-03 + 2025-10"),
    # Open ends take the plan's start or end
    ("a partir de marzo 2025", "month", "2025-03/2025-12"),
    ("desde marzo de 2025", "month", "2025-03/2025-12"),
    ("marzo 2025 en adelante", "month", "2025-03/2025-12"),
    ("from March 2025", "month", "2025-03/2025-12"),
    ("starting in March 2025", "month", "2025-03/2025-12"),
    ("March 2025 onwards", "month", "2025-03/2025-12"),
    ("a partir de março de 2025", "month", "2025-03/2025-12"),
    ("à partir d'octobre 2025", "month", "2025-10/2025-12"),
    ("dès octobre 2025", "month", "2025-10/2025-12"),
    ("hasta marzo 2025", "month", "2024-01/2025-03"),
    ("a más tardar en marzo 2025", "month", "2024-01/2025-03"),
    ("until March 2025", "month", "2024-01/2025-03"),
    ("até março de 2025", "month", "2024-01/2025-03"),
    ("jusqu'à mars 2025", "month", "2024-01/2025-03"),
    ("hasta el 15/03/2025", "mixed", "2024-01-01/2025-03-15"),
    ("Continuo hasta marzo 2025", "month", "2024-01/2025-03"),
    ("Permanente (octubre 2024 - marzo 2025)", "month", "2024-10/2025-03"),
    # The whole plan
    ("permanente", None, "2024-01/2025-12"),
    ("Permanente.", None, "2024-01/2025-12"),
    ("Continuo", None, "2024-01/2025-12"),
    ("durante todo el plan", None, "2024-01/2025-12"),
    ("todo el período", None, "2024-01/2025-12"),
    ("Durante la vigencia del plan", None, "2024-01/2025-12"),
    ("ongoing", None, "2024-01/2025-12"),
    ("throughout", None, "2024-01/2025-12"),
    ("throughout the plan", None, "2024-01/2025-12"),
    ("the whole period", None, "2024-01/2025-12"),
    ("todo o período", None, "2024-01/2025-12"),
    ("toute la période", None, "2024-01/2025-12"),
]

WITHOUT_YEAR_AMONG_THE_MAYORS = [
    ("Octubre", "month", "2025-10"),
    ("Enero", "month", "2026-01"),
    ("septiembre", "month", "2026-09"),
    ("octubre a diciembre", "month", "2025-10/2025-12"),
    ("Octubre - marzo", "month", "2025-10/2026-03"),
    ("noviembre y marzo", "month", "2025-11 + 2026-03"),
    ("marzo y noviembre", "month", "2026-03 + 2025-11"),
    ("Octubre, noviembre y marzo", "month", "2025-10 + 2025-11 + 2026-03"),
    ("15 de marzo", "mixed", "2026-03-15"),
    ("15/03", "mixed", "2026-03-15"),
    ("15 de diciembre al 20 de enero", "mixed", "2025-12-15/2026-01-20"),
    ("mai", "month", "2026-05"),
    ("desde marzo 2026", "month", "2026-03-01/2026-10-01"),
    ("hasta marzo 2026", "month", "2025-09-30/2026-03-31"),
    ("todo el año", None, "2025-09-30/2026-10-01"),
    ("all year", None, "2025-09-30/2026-10-01"),
    ("permanente", None, "2025-09-30/2026-10-01"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), IN_THE_BIENNIUM)
def test_an_expression_in_a_plan_of_two_years_is_read(text, kind, expected):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.kind) == (days(expected), kind)
    assert (schedule.understood, schedule.alternatives, schedule.note) == (True, (), None)


@pytest.mark.parametrize(("text", "kind", "expected"), WITHOUT_YEAR_AMONG_THE_MAYORS)
def test_an_expression_without_a_year_is_read_where_the_plan_has_one_place_for_it(text, kind, expected):
    schedule = read_period(text, *MAYORS)

    assert (schedule.spans, schedule.kind) == (days(expected), kind)
    assert (schedule.understood, schedule.alternatives, schedule.note) == (True, (), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4T 2023", "2023-10/2023-12"),
        ("4T 2023-4T 2025", "2023-10/2025-12"),
        ("2030", "2030-01/2030-12"),
        ("diciembre 2025 - enero 2026", "2025-12/2026-01"),
        ("31/12/1998", "1998-12-31"),
        ("S2/98", "1998-07/1998-12"),
    ],
)
def test_days_outside_the_plan_are_understood_and_said_to_be_outside(text, expected):
    schedule = read_period(text, *BIENNIUM)

    assert schedule.spans == days(expected)
    assert (schedule.understood, schedule.note) == (True, "outside_plan")


@pytest.mark.parametrize(
    ("text", "usual", "other"),
    [
        ("Q1", "2026-01/2026-03", "2025-10/2025-12"),
        ("T1 2026", "2026-01/2026-03", "2025-10/2025-12"),
        ("Q2 2026", "2026-04/2026-06", "2026-01/2026-03"),
        ("4T 2025", "2025-10/2025-12", "2026-07/2026-09"),
        ("1er semestre 2026", "2026-01/2026-06", "2025-10/2026-03"),
        ("T1 del año 1", "2025-10/2025-12", "2026-01/2026-03"),
        ("Año 1", "2025-09-30/2026-10-01", "2025-01/2025-12"),
        ("Dic-25", "2025-12", "2025-12-25"),
        ("octubre, marzo 2026", "2025-10 + 2026-03", "2026-10 + 2026-03"),
    ],
)
def test_a_likely_reading_among_the_mayors_shows_the_other_one(text, usual, other):
    schedule = read_period(text, *MAYORS)

    assert schedule.spans == days(usual)
    assert (schedule.understood, schedule.needs_confirmation, schedule.note) == (True, True, "ambiguous")
    assert schedule.alternatives == (days(other),)


@pytest.mark.parametrize(
    ("text", "usual", "other"),
    [
        ("S2/2024 y 2025", "2024-07/2024-12 + 2025-01/2025-12", "2024-07/2024-12 + 2025-07/2025-12"),
        ("4T 2024 y 2025", "2024-10/2024-12 + 2025-01/2025-12", "2024-10/2024-12 + 2025-10/2025-12"),
        ("diciembre y enero 2025", "2024-12 + 2025-01", "2025-12 + 2025-01"),
    ],
)
def test_a_likely_reading_of_a_list_shows_the_other_one(text, usual, other):
    schedule = read_period(text, *BIENNIUM)

    assert (schedule.spans, schedule.alternatives) == (days(usual), (days(other),))
    assert schedule.understood


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("next month", "month", "2025-04"),
        ("el próximo mes", "month", "2025-04"),
        ("este mes", "month", "2025-03"),
        ("mes pasado", "month", "2025-02"),
        ("this quarter", "quarter", "2025-01/2025-03"),
        ("próximo semestre", "semester", "2025-07/2025-12"),
        ("este año", "year", "2025-01/2025-12"),
    ],
)
def test_next_month_counts_from_the_day_given(text, kind, expected):
    schedule = read_period(text, *BIENNIUM, on=date(2025, 3, 31))

    assert (schedule.spans, schedule.kind, schedule.understood) == (days(expected), kind, True)
    assert schedule.note == "relative"
