"""Made-up plans of any size, with everything filled in, for measuring."""

from datetime import date

from coalitions.models import Coalition, Party
from plans.models import Activity, Indicator, Objective, Period, Plan, Responsibility, Share, Target
from plans.schedule import columns

TITLE = "Acordar y publicar un protocolo común de medición con las ciudades de la coalición, parte {}"


def make_plan_of(size: int) -> Plan:
    """A two-year plan of `size` activities in lines of ten, with periods, shares, indicators and parties."""
    coalition = Coalition.objects.create(slug=f"bench-{size}", name_es="Coalición de medida")
    parties = [
        Party.objects.create(coalition=coalition, kind="government", name_es=f"Ciudad {n}") for n in range(8)
    ]
    plan = Plan.objects.create(
        coalition=coalition,
        slug=f"bench-{size}",
        title_es="Plan",
        start=date(2025, 1, 1),
        end=date(2026, 12, 31),
    )
    spans = columns(plan.start, plan.end, plan.unit)
    periods = [
        Period(plan=plan, unit=plan.unit, start=s, end=e, position=n) for n, (s, e) in enumerate(spans)
    ]
    Period.objects.bulk_create(periods)
    lines = [
        Objective(plan=plan, position=n, code=str(n + 1), title_es=f"Línea {n + 1}")
        for n in range(-(-size // 10))
    ]
    Objective.objects.bulk_create(lines)
    activities = [_activity(lines[n // 10], n, spans) for n in range(size)]
    Activity.objects.bulk_create(activities)
    Share.objects.bulk_create(_shares(activities, periods))
    Responsibility.objects.bulk_create(
        Responsibility(activity=a, party=parties[n % 8], role="responsible") for n, a in enumerate(activities)
    )
    _indicators(lines, activities)
    return plan


def _activity(line: Objective, n: int, spans: list) -> Activity:
    first, last = spans[n % 5], spans[min(n % 5 + 2, len(spans) - 1)]
    status = ["completed", "in_progress", "not_started", None, "suspended"][n % 5]
    return Activity(
        objective=line, position=n, code=f"{n // 10 + 1}.{n % 10 + 1}", title_es=TITLE.format(n),
        start=first[0], end=last[1], status=status, status_on=date(2025, 6, 30) if status else None,
    )  # fmt: skip


def _shares(activities: list[Activity], periods: list[Period]) -> list[Share]:
    return [
        Share(activity=a, period=period, programmed=25, executed=20 if n % 3 else None)
        for n, a in enumerate(activities)
        for period in periods[:4]
    ]


def _indicators(lines: list[Objective], activities: list[Activity]) -> None:
    chosen = [activity for n, activity in enumerate(activities) if n % 5 < 3]
    rows = [
        Indicator(objective=a.objective, name_es=f"Número de {n}", rule="sum") for n, a in enumerate(chosen)
    ]
    Indicator.objects.bulk_create(rows)
    Target.objects.bulk_create(
        Target(indicator=row, text_es="al menos 5", comparator=">=", number=5) for row in rows
    )
    through = Indicator.activities.through
    through.objects.bulk_create(
        through(indicator=row, activity=activity) for row, activity in zip(rows, chosen, strict=True)
    )
