"""A small plan as rows, for the tests of pages."""

from datetime import date

from coalitions.models import Party
from plans.models import Activity, Indicator, Level, Objective, Plan, Responsibility, Result, Target


def make_plan(coalition, slug="ribera-2025", **fields):
    fields = {"title_es": "Plan de trabajo 2025", "title_en": "Work plan 2025"} | fields
    days = {"start": date(2025, 1, 1), "end": date(2025, 12, 31)}
    plan = Plan.objects.create(coalition=coalition, slug=slug, **days, **fields)
    Level.objects.create(plan=plan, depth=1, key="line", name_es="Línea", name_en="Line")
    Level.objects.create(plan=plan, depth=2, key="activity", name_es="Actividad", name_en="Activity")
    return plan


def make_line(plan, code="1", activities=3, **fields):
    """A line with activities, each with a responsible party and an indicator; the first is completed."""
    line = Objective.objects.create(
        plan=plan, code=code, title_es=f"Línea {code}", position=int(code), **fields
    )
    result = Result.objects.create(objective=line, text_es="Tablero publicado")
    party = Party.objects.create(
        coalition=plan.coalition, kind=Party.Kind.SECRETARIAT, name_es="Secretaría Técnica"
    )
    for number in range(1, activities + 1):
        activity = Activity.objects.create(
            objective=line,
            position=number,
            code=f"{code}.{number}",
            title_es=f"Actividad {number}",
            period_printed="Enero - marzo 2025",
            start=date(2025, 1, 1),
            end=date(2025, 3, 31),
            status="completed" if number == 1 else None,
            result=result,
        )
        Responsibility.objects.create(activity=activity, party=party, role="responsible")
        indicator = Indicator.objects.create(objective=line, name_es=f"Número de tableros {number}")
        indicator.activities.add(activity)
        Target.objects.create(indicator=indicator, text_es="al menos 2", comparator=">=", number=2)
    return line
