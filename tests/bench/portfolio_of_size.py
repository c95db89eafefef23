"""Many coalitions, each with a plan, for measuring what an operator sees."""

from datetime import date

from coalitions.models import Coalition
from plans.models import Activity, Objective, Period, Plan, Share
from tests.bench.plans_of_size import TITLE

STATUSES = ["completed", "in_progress", "not_started", "suspended", None]


def make_coalitions(first: int, last: int, activities: int = 100) -> None:
    """Coalitions number `first` to `last`, each with one plan; a fifth of its activities has no stated status."""
    coalitions = Coalition.objects.bulk_create(
        Coalition(slug=f"many-{n}", name_es=f"Coalición {n}") for n in range(first, last)
    )
    year = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    plans = Plan.objects.bulk_create(
        Plan(coalition=one, slug=one.slug, title_es=f"Plan de {one.name_es}", **year) for one in coalitions
    )
    periods = Period.objects.bulk_create(Period(plan=plan, unit="year", **year) for plan in plans)
    lines = Objective.objects.bulk_create(
        Objective(plan=plan, title_es="Línea", position=1) for plan in plans
    )
    rows = Activity.objects.bulk_create(
        (
            Activity(
                objective=line, position=n, code=f"1.{n}", title_es=TITLE.format(n), status=STATUSES[n % 5],
                start=date(2026, 2, 1), end=date(2026, 6, 30), observations_es="Con las ciudades de la ribera. " * 4,
            )
            for line in lines
            for n in range(activities)
        ),
        batch_size=2000,
    )  # fmt: skip
    Share.objects.bulk_create(
        (
            Share(activity=row, period=periods[n // activities], programmed=50, executed=20)
            for n, row in enumerate(rows)
            if n % 10 == 4
        ),
        batch_size=2000,
    )
