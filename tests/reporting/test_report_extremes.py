"""The printed report at its extremes: nothing torn, no page nearly empty, not a warning from the layout."""

import os
from datetime import date

import pikepdf
import pytest

from coalitions.models import Coalition, Party
from plans.models import Activity, Indicator, Level, Objective, Period, Plan, Responsibility, Share
from plans.schedule import columns
from reporting.annual_report.content import build_all
from reporting.annual_report.html import document
from reporting.annual_report.pdf import FOR_COMMANDS, make_pdf
from tests.reporting.pages_of import sheets
from tests.reporting.test_render_report import letters, text_of

LONG = "Acordar con las comunidades ribereñas un calendario común de limpieza y publicar sus resultados " * 3
EXTREMES = [(0, 1, 1, "Plan"), (3, 1, 1, "Actividad"), (24, 4, 3, LONG)]
if os.environ.get("PROOF"):
    EXTREMES += [(300, 2, 2, "Actividad de trabajo"), (400, 5, 3, LONG), (1, 5, 1, LONG)]


def make_tree(activities, years, depth, title):
    """A plan of so many activities over so many years, below objectives of so many levels."""
    coalition = Coalition.objects.create(slug="extremo", name_es="Coalición del Extremo")
    party = Party.objects.create(coalition=coalition, kind="government", name_es="Ciudad de " + title[:60])
    plan = Plan.objects.create(
        coalition=coalition, slug="extremo", title_es="Plan", start=date(2024, 1, 1), end=date(2023 + years, 12, 31),
        unit="year" if years > 2 else "quarter",
    )  # fmt: skip
    levels = [
        Level.objects.create(plan=plan, depth=d, key=f"l{d}", name_es="Nivel") for d in range(1, depth + 1)
    ]
    spans = columns(plan.start, plan.end, plan.unit)
    periods = [Period.objects.create(plan=plan, unit=plan.unit, start=s, end=e) for s, e in spans]
    parent = None
    for n in range(activities):
        if n % 6 == 0:
            for d, level in enumerate(levels):
                parent = Objective.objects.create(
                    plan=plan, parent=parent if d else None, level=level, code=f"{n // 6 + 1}" + ".1" * d,
                    title_es=f"Línea {n}. {title}", position=n * 9 + d,
                )  # fmt: skip
        begin = spans[n % len(spans)][0]
        row = Activity.objects.create(
            objective=parent, code=f"{n}", title_es=f"{n}. {title}", position=n, start=begin, end=plan.end,
            status=["completed", None, "suspended", "in_progress"][n % 4],
        )  # fmt: skip
        if n % 2:
            Share.objects.create(activity=row, period=periods[n % len(periods)], programmed=55)
            Responsibility.objects.create(activity=row, party=party, role="lead")
        else:
            Indicator.objects.create(objective=parent, name_es=f"Número {n}. {title}").activities.add(row)
    return plan


@pytest.mark.django_db
@pytest.mark.parametrize(("activities", "years", "depth", "title"), EXTREMES)
def test_a_report_survives(activities, years, depth, title, tmp_path, caplog):
    plan = make_tree(activities, years, depth, title)
    languages = "es" if activities % 2 or activities > 100 else "es+en"
    made = make_pdf(document(*build_all(plan, language=languages, on=plan.end), for_print=True), FOR_COMMANDS)
    assert caplog.text == ""
    assert [sheet for sheet in sheets(made, tmp_path) if sheet.fill < 1 / 3 and not sheet.ends] == []
    pages = [letters(text) for text in text_of(made, tmp_path).split("\f")]
    for row in Activity.objects.filter(plan=plan):
        assert any(letters(row.title_es) in page for page in pages), "a title torn between two pages"
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert len(pdf.pages) == len(pages) - 1
