"""Real rows for tests: plain functions with the domain's own words as defaults, every field open to override."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from allauth.mfa.totp.internal.auth import TOTP

from coalitions.models import Alias, Coalition, Membership, Party, Seat, User
from plans.models import (
    Acceptance,
    Activity,
    Indicator,
    Level,
    Measurement,
    Objective,
    Period,
    Plan,
    ProgressReport,
    Round,
    Target,
)
from plans.schedule import columns

_number = count(1)
APP_KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_coalition(**fields):
    """A coalition of cities. `slug` and name are new each time."""
    number = next(_number)
    defaults = {
        "slug": f"riberas-{number}",
        "name_es": f"Coalición de las Riberas {number}",
        "name_en": f"Coalition of the Banks {number}",
    }
    return _saved(Coalition(**defaults | fields))


def make_party(coalition=None, *, standing=None, admitted_on=date(2024, 1, 1), **fields):
    """A city of the coalition (kind government). With `standing` it is admitted as a member, partner or observer."""
    number = next(_number)
    defaults = {"kind": Party.Kind.GOVERNMENT, "name_es": f"Ciudad {number}", "position": number}
    party = _saved(Party(coalition=coalition or make_coalition(), **defaults | fields))
    Alias.of(party, party.name_es).save()
    if standing:
        _saved(Membership(party=party, standing=standing, admitted_on=admitted_on))
    return party


def make_user(**fields):
    """A person with the password "correct horse battery" and no seat; staff have their second step set up."""
    defaults = {"email": f"persona{next(_number)}@example.org", "name": "Ana Pérez", "language": "es"}
    fields = defaults | fields
    user = User.objects.create_user(
        fields.pop("email"), fields.pop("password", "correct horse battery"), **fields
    )
    return give_second_step(user) if user.is_staff or user.is_superuser else user


def make_operator(email="operator@example.org", **fields):
    """An operator of the whole site, with the second step set up."""
    return make_user(email=email, is_staff=True, is_superuser=True, **fields)


def give_second_step(user):
    """A password, if there is none, and an authenticator app with APP_KEY: whoever has both gets past the door."""
    if not user.has_usable_password():
        user.set_password("correct horse battery")
        user.save()
    if not user.authenticator_set.exists():
        TOTP.activate(user, APP_KEY)
    return user


def make_seat(coalition=None, *, role=Seat.Role.SECRETARIAT, user=None, party=None, **fields):
    """A seat in the coalition, with a new user unless one is given. Focal points and delegates get a party."""
    coalition = coalition or (party.coalition if party else make_coalition())
    if party is None and role in (Seat.Role.FOCAL_POINT, Seat.Role.DELEGATE):
        party = make_party(coalition, standing="member")
    user = user or make_user()
    if role == Seat.Role.SECRETARIAT:
        user.is_staff = True  # the mark follows the seat, as in coalitions.seats
        user.save()
        give_second_step(user)
    return _saved(Seat(coalition=coalition, role=role, user=user, party=party, **fields))


def make_plan(coalition=None, *, levels=("Línea estratégica", "Actividad"), **fields):
    """A plan of 2026 in quarters, with its levels and periods, and no objective yet."""
    defaults = {
        "slug": f"plan-{next(_number)}",
        "title_es": "Plan de trabajo 2026",
        "title_en": "Work plan 2026",
        "start": date(2026, 1, 1),
        "end": date(2026, 12, 31),
        "unit": "quarter",
        "state": Plan.State.IN_FORCE,
    }
    plan = _saved(Plan(coalition=coalition or make_coalition(), **defaults | fields))
    keys = [*(f"level_{depth}" for depth in range(1, len(levels))), "activity"]
    for depth, (key, name) in enumerate(zip(keys, levels, strict=True), start=1):
        _saved(Level(plan=plan, depth=depth, key=key, name_es=name))
    for position, (start, end) in enumerate(columns(plan.start, plan.end, plan.unit), start=1):
        _saved(Period(plan=plan, unit=plan.unit, start=start, end=end, position=position))
    return plan


def make_objective(plan=None, **fields):
    """An objective at the end of the plan, on its outermost level, or one below its `parent`."""
    parent = fields.get("parent")
    plan = plan or (parent.plan if parent else make_plan())
    position = plan.objectives.count() + 1
    depth = parent.level.depth + 1 if parent and parent.level else 1
    defaults = {
        "position": position,
        "level": plan.levels.filter(depth=depth).first(),
        "code": str(position),
        "code_printed": str(position),
        "title_es": "Medición compartida de la calidad del agua",
    }
    return _saved(Objective(plan=plan, **defaults | fields))


def make_activity(objective=None, *, responsible=(), **fields):
    """An activity of the second quarter of 2026 at the end of its plan. `responsible`: parties that answer for it."""
    objective = objective or make_objective()
    position = Activity.objects.filter(plan=objective.plan).count() + 1
    code = f"{objective.code}.{objective.activities.count() + 1}"
    defaults = {
        "position": position,
        "code": code,
        "code_printed": code,
        "title_es": "Acordar un protocolo común de muestreo.",
        "period_printed": "abril - junio 2026",
        "start": date(2026, 4, 1),
        "end": date(2026, 6, 30),
    }
    activity = _saved(Activity(objective=objective, **defaults | fields))
    for place, party in enumerate(responsible, start=1):
        activity.responsibilities.create(party=party, role="responsible", position=place)
    return activity


def make_indicator(objective=None, *, activities=(), target=("al menos 24", ">=", 24), **fields):
    """An indicator with a target (text, comparator, number), or none with target=None; of the given activities."""
    if objective is None:
        objective = activities[0].objective if activities else make_objective()
    defaults = {"name_es": "Número de puntos de muestreo en funcionamiento", "position": next(_number)}
    indicator = _saved(Indicator(objective=objective, **defaults | fields))
    indicator.activities.set(activities)
    if target:
        text, comparator, number = target
        _saved(Target(indicator=indicator, text_es=text, comparator=comparator, number=number))
    return indicator


def make_round(plan=None, *, period=None, opened=True, **fields):
    """An open round on the plan's first period, due a fortnight after it ends; not opened yet with opened=False."""
    plan = plan or (period.plan if period else make_plan())
    period = period or plan.periods.order_by("start", "pk").first()
    defaults = {
        "due": period.end + timedelta(days=14),
        "opened_at": datetime.combine(period.end, time(9), UTC) if opened else None,
    }
    return _saved(Round(plan=plan, period=period, **defaults | fields))


def make_report(round=None, activity=None, party=None, *, state="asked", figures=(), evidence=(), **fields):
    """A report that is asked of the party, or in another state; accepted, with the version that counts.

    `figures`: (indicator, value) pairs by the party on the last day of the period, accepted where the report is.
    """
    activity = activity or make_activity(make_objective(round.plan if round else None))
    round = round or make_round(activity.plan)
    party = party or make_party(round.plan.coalition, standing="member")
    at = datetime.combine(round.due, time(12), UTC)
    sent = {"submitted_at": at} if state in ("submitted", "returned", "accepted") else {}
    report = _saved(ProgressReport(round=round, activity=activity, party=party, state=state, **sent | fields))
    for indicator, value in figures:
        _saved(
            Measurement(
                indicator=indicator, party=party, report=report, on=round.period.end, value=value,
                accepted=state == "accepted",
            )
        )  # fmt: skip
    report.evidence.set(evidence)
    if state == "accepted":
        _saved(Acceptance.of(report, at=at)).evidence.set(evidence)
    return report


def _saved(row):
    row.save()
    return row
