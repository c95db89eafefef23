"""A made-up file of any number of rows, as it is understood, and the bare insert of the same rows beside it."""

import gc
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import openpyxl

from coalitions.models import Coalition, Party
from plans.importing import known_parties, read_xlsx
from plans.importing.bringing_in import File, bring_in
from plans.importing.fitting import fit
from plans.importing.recognise import read_plan
from plans.importing.understanding import Draft
from plans.models import Activity, Import, Indicator, Objective, Period, Plan, Responsibility, Share, Target
from plans.schedule import columns

TITLE = "Acordar y publicar un protocolo común de medición con las ciudades de la coalición, parte {}"
START, END = date(2025, 1, 1), date(2026, 12, 31)
CITIES = [f"Ciudad {number}" for number in range(8)]

HEADS = ("Objetivo", "Actividad", "Resultado", "Indicador", "Meta", "Periodo", "Responsable", "Recursos",
         "Observaciones", "2025 Programado", "2025 Ejecutado", "Estado")  # fmt: skip


def workbook_of(size: int) -> bytes:
    """A workbook of `size` activities in one table of twelve columns, as a Secretariat keeps it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Plan de trabajo 2025"])
    sheet.append(HEADS)
    for n in range(size):
        line, months = n // 20 + 1, ("Enero", "Marzo", "Mayo")
        sheet.append([
            f"{line}. Objetivo número {line}", f"{line}.{n % 20 + 1} {TITLE.format(n)}", f"Producto {n % 50}",
            f"Número de talleres del grupo {n % 100}", f"{n % 30} talleres", f"{months[n % 3]} - junio 2025",
            ("Secretaría", "Comité Directivo / Puntos Focales", "Ministerio de Salud")[n % 3],
            "Dedicación horaria", f"Nota {n}", n % 100, n % 50, "En curso",
        ])  # fmt: skip
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def understand(data: bytes) -> int:
    """Read and recognise the workbook, as the child process does it: without the collector of cycles."""
    gc.disable()
    try:
        return len(read_plan(read_xlsx.read("bench.xlsx", data)).record)
    finally:
        gc.enable()


def read_styled(data: bytes) -> int:
    """Read value, fill, weight and number format of each cell with openpyxl alone."""
    book = openpyxl.load_workbook(BytesIO(data))
    seen = (
        (cell.value, cell.fill.fgColor.rgb, cell.font.b, cell.number_format)
        for row in book.worksheets[0].iter_rows()
        for cell in row
    )
    return sum(1 for _ in seen)


def make_home() -> Coalition:
    """A coalition with its cities, and no plan."""
    coalition = Coalition.objects.create(slug="bench-import", name_es="Coalición de medida")
    for name in CITIES:
        Party.objects.create(coalition=coalition, kind="government", name_es=name)
    return coalition


def record_of(size: int) -> dict[str, Any]:
    """A plan of `size` activities in lines of ten, each with a period, a party, an indicator and two percentages."""
    return {
        "id": "bench-import",
        "plan": {"title": "Plan", "start": str(START), "end": str(END), "language": "es"},
        "objectives": [
            {"level": "line", "code": str(line + 1), "code_as_printed": str(line + 1), "title": f"Línea {line + 1}",
             "activities": [_activity(n) for n in range(10 * line, min(10 * line + 10, size))]}
            for line in range(-(-size // 10))
        ],
    }  # fmt: skip


def _activity(n: int) -> dict[str, Any]:
    code = f"{n // 10 + 1}.{n % 10 + 1}"
    names = ("code", "title", "period", "responsible", "indicators", "progress")
    return {
        "uid": f"bench-import:{code}", "code": code, "code_as_printed": code, "title": TITLE.format(n),
        "period": {"as_printed": "2025", "start": str(START), "end": "2025-12-31"},
        "responsible": {"as_printed": CITIES[n % 8], "parties": [{"name": CITIES[n % 8], "role": "responsible"}]},
        "indicators": [
            {"name": f"Número de {n}", "target": {"text": "al menos 5", "comparator": ">=", "number": 5}}
        ],
        "progress": [_slot(*span) for span in columns(START, END, "quarter")[:2]],
        "source": {"place": f"Plan!A{n + 2}", "cells": {name: f"Plan!{name[0]}{n + 2}" for name in names}},
    }  # fmt: skip


def _slot(start: date, end: date) -> dict[str, Any]:
    return {"start": str(start), "end": str(end), "programmed_pct": 25, "executed_pct": None}


def apply(coalition: Coalition, record: dict[str, Any]) -> Import:
    """Bring in what was understood: made to fit, names looked up, rows with history and provenance, file and entry."""
    file = File("bench-import.xlsx", b"a file")
    fitted, problems = fit(record, file.name)
    problems += known_parties.unknown(coalition, fitted)
    draft = Draft(record, fitted, problems, [])
    return bring_in(coalition, file, draft, by=None, at=datetime(2026, 11, 26, tzinfo=UTC))


def insert_bare(size: int) -> None:
    """The same rows by `bulk_create` alone: no history, no provenance, no file, no entry in the log."""
    coalition = make_home()
    parties = list(coalition.parties.all())
    plan = Plan.objects.create(
        coalition=coalition, slug="bench-import", title_es="Plan", start=START, end=END
    )
    periods = [Period(plan=plan, unit="quarter", start=s, end=e) for s, e in columns(START, END, "quarter")]
    Period.objects.bulk_create(periods)
    lines = [
        Objective(plan=plan, position=n, code=str(n + 1), title_es=f"Línea {n + 1}")
        for n in range(-(-size // 10))
    ]
    Objective.objects.bulk_create(lines)
    activities = [
        Activity(
            objective=lines[n // 10], position=n, code=f"{n // 10 + 1}.{n % 10 + 1}", title_es=TITLE.format(n),
            start=START, end=date(2025, 12, 31),
        )
        for n in range(size)
    ]  # fmt: skip
    Activity.objects.bulk_create(activities)
    Responsibility.objects.bulk_create(
        Responsibility(activity=one, party=parties[n % 8], role="responsible") for n, one in enumerate(activities)
    )  # fmt: skip
    indicators = [
        Indicator(objective=one.objective, name_es=f"Número de {n}") for n, one in enumerate(activities)
    ]
    Indicator.objects.bulk_create(indicators)
    Target.objects.bulk_create(
        Target(indicator=one, text_es="al menos 5", comparator=">=", number=5) for one in indicators
    )
    through = Indicator.activities.through
    through.objects.bulk_create(
        through(indicator=one, activity=activity)
        for one, activity in zip(indicators, activities, strict=True)
    )
    Share.objects.bulk_create(
        Share(activity=one, period=period, programmed=25) for one in activities for period in periods[:2]
    )
