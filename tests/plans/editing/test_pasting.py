"""Rows of a spreadsheet: understood, doubted, written all at once (E5, E11, E14, E15, law 2)."""

from datetime import date

import pytest

from coalitions import once
from coalitions.models import AuditEntry, Party
from coalitions.refusal import Refused
from plans.editing import pasting
from plans.models import Activity
from tests.factories import make_objective, make_party, make_plan, make_user

pytestmark = pytest.mark.django_db

HEAD = "N.º\tActividad\tResultado\tIndicador\tMeta\tPeriodo\tResponsable\tRecursos"


def rows(number=20):
    """Twenty rows as they are copied; the fifth period, the sixth party and the seventh target are doubtful."""
    lines = []
    for n in range(1, number + 1):
        period = "cuando se pueda" if n == 5 else "Octubre - diciembre 2026"
        party = "Instituto del Agua" if n == 6 else "Ciudad Alta"
        target = "bastantes" if n == 7 else "al menos 3 talleres"
        lines.append(f"1.{n}\tTaller {n}\tActa\tNúmero de talleres\t{target}\t{period}\t{party}\tSala")
    return "\n".join([HEAD, *lines])


@pytest.fixture
def line():
    party = make_party(name_es="Ciudad Alta")
    return make_objective(make_plan(party.coalition))


def test_twenty_rows_become_twenty_activities_with_their_doubts(line):
    reading = pasting.read(line.plan, rows())
    assert (len(reading.rows), reading.doubts, reading.unknown) == (20, 3, ["Instituto del Agua"])
    assert not Activity.objects.exists()
    key, by = once.new_key(), make_user()
    made = pasting.paste(line.plan, line.pk, reading, [], by=by, key=key)
    assert [row.code for row in Activity.objects.order_by("position")] == [f"1.{n}" for n in range(1, 21)]
    assert AuditEntry.objects.get().act == "rows pasted"
    fifth, sixth, seventh = made[4:7]
    assert (fifth.period_printed, fifth.start) == ("cuando se pueda", None)
    assert (sixth.responsible_printed, sixth.responsibilities.count(), Party.objects.count()) == (
        "Instituto del Agua",
        0,
        1,
    )
    assert list(seventh.indicators.get().targets.values_list("text_es", "comparator")) == [
        ("bastantes", None)
    ]
    first = made[0]
    first.refresh_from_db()
    assert (first.start, first.end, first.result.text_es, first.resources_es) == (
        date(2026, 10, 1), date(2026, 12, 31), "Acta", "Sala"
    )  # fmt: skip
    with pytest.raises(once.AlreadySaved):
        pasting.paste(line.plan, line.pk, reading, [], by=by, key=key)
    assert Activity.objects.count() == 20


def test_a_party_is_added_only_where_somebody_asks_for_it(line):
    reading = pasting.read(line.plan, rows())
    pasting.paste(line.plan, line.pk, reading, ["Instituto del Agua", "Nunca nombrado"], by=make_user())
    assert set(Party.objects.values_list("name_es", flat=True)) == {"Ciudad Alta", "Instituto del Agua"}
    assert Activity.objects.get(code="1.6").responsibilities.get().party.name_es == "Instituto del Agua"


def test_without_a_head_the_columns_are_the_plans_own(line):
    line.plan.layout = {"ACTIVIDAD": "activity", "PERIODO": "period", "QUIÉN": "responsible"}
    reading = pasting.read(
        line.plan, "1.1 Medir el agua\t2026\tCiudad Alta\n3 talleres de agua\t2026\tCiudad Alta"
    )
    assert reading.columns == ["title", "period", "responsible"]
    assert [(row.values.get("code"), row.values["title"]) for row in reading.rows] == [
        ("1.1", "Medir el agua"), (None, "3 talleres de agua")
    ]  # fmt: skip


def test_the_columns_can_be_said(line):
    reading = pasting.read(line.plan, "2026\tMedir", ["period", "title"])
    assert reading.rows[0].values == {"period": "2026", "title": "Medir"}


def test_names_are_split_only_where_that_finds_a_party(line):
    known = pasting.reading.spelled(line.plan.coalition)
    cells = pasting.reading.split_parties("Ciudad Alta (validar) y Ambiente y Agua; Otra", known)
    assert [(one.name, bool(one.party), one.duty) for one in cells] == [
        ("Ciudad Alta", True, "validar"), ("Ambiente", False, ""), ("Agua", False, ""), ("Otra", False, "")
    ]  # fmt: skip
    alone = pasting.reading.split_parties("Ministerio de Ambiente y Agua", known)
    assert [one.name for one in alone] == ["Ministerio de Ambiente y Agua"]


@pytest.mark.parametrize("text", ["", "\n\t\n", "Actividad\n" + "Una\n" * 501])
def test_what_is_empty_or_too_long_is_refused(line, text):
    with pytest.raises(Refused):
        pasting.read(line.plan, text)


def test_a_number_that_is_too_long_stops_the_whole_table(line):
    reading = pasting.read(line.plan, f"N.º\tActividad\n{'1' * 61}\tUna")
    assert reading.problems
    with pytest.raises(Refused):
        pasting.paste(line.plan, line.pk, reading, [], by=make_user())
