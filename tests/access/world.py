"""Two coalitions that must not see each other, nine people, and one row of every model in each coalition."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django.db import transaction

from coalitions import audit
from coalitions.models import (
    Alias,
    Attendance,
    Coalition,
    Decision,
    Document,
    Invitation,
    Meeting,
    Membership,
    Party,
    Seat,
    Term,
    User,
)
from plans.models import (
    Acceptance,
    Activity,
    Import,
    Indicator,
    Initiative,
    Level,
    Measurement,
    Note,
    Notice,
    Objective,
    Period,
    Plan,
    PlanLink,
    ProgressReport,
    Removal,
    Responsibility,
    Result,
    Round,
    Section,
    Settlement,
    Share,
    Target,
)
from tests.factories import give_second_step, make_operator

ROLES = [
    "anonymous", "focal_a", "reader_a", "presidency_a", "secretariat_a", "focal_b", "person_of_both", "ex_member",
    "operator",
]  # fmt: skip
DAY = date(2025, 1, 1)


def canary(letter, field):
    """A string that stands nowhere else: seen by its owners, never by anyone else (S-A3)."""
    return f"canary-{letter}-{field}"


def make_world():
    """`world.a` and `world.b` (rows by model name), `world.people` (users by role; anonymous is None)."""
    a, b = make_coalition_with_everything("a"), make_coalition_with_everything("b")
    return SimpleNamespace(a=a, b=b, people=make_people(a, b))


def make_people(a, b):
    people = {role: User.objects.create_user(f"{role}@example.org", name=role) for role in ROLES[1:-1]}
    for role, seat in [("focal_a", "focal_point"), ("reader_a", "reader"), ("presidency_a", "presidency")]:
        give(people[role], a, seat)
    give(people["secretariat_a"], a, "secretariat", staff=True)
    give(people["focal_b"], b, "focal_point")
    give(people["person_of_both"], a, "secretariat", staff=True)
    give(people["person_of_both"], b, "reader")
    give(people["ex_member"], a, "secretariat", staff=True, ended_on=date(2025, 6, 30))
    return {**people, "anonymous": None, "operator": make_operator()}


def give(user, side, role, staff=False, ended_on=None):
    party = side.party if role in {"focal_point", "delegate"} else None
    side.seat = Seat.objects.create(
        user=user, coalition=side.coalition, role=role, party=party, started_on=DAY, ended_on=ended_on
    )
    if staff:
        user.is_staff = True
        user.save()
        give_second_step(user)


def make_coalition_with_everything(letter):
    side = SimpleNamespace()

    def text(field):
        return {f"{field}_es": canary(letter, field + "-es"), f"{field}_en": canary(letter, field + "-en")}

    side.coalition = Coalition.objects.create(
        slug=f"coalition-{letter}", short_name=canary(letter, "short"), **text("name")
    )
    side.party = Party.objects.create(coalition=side.coalition, kind="government", **text("name"))
    side.body = Party.objects.create(
        coalition=side.coalition, kind="secretariat", name_es=canary(letter, "body")
    )
    side.alias = Alias.of(side.party, canary(letter, "alias"))
    side.alias.save()
    side.membership = Membership.objects.create(party=side.party, standing="member", admitted_on=DAY)
    side.term = Term.objects.create(body=side.body, party=side.party, started_on=DAY)
    side.document = Document.objects.create(
        coalition=side.coalition, url=f"https://example.org/{letter}", **text("title"), **text("summary")
    )
    side.meeting = Meeting.objects.create(
        coalition=side.coalition, body=side.body, starts_at=datetime(2025, 3, 1, tzinfo=UTC), **text("title")
    )
    side.attendance = Attendance.objects.create(
        meeting=side.meeting, party=side.party, person=canary(letter, "person")
    )
    side.invitation = Invitation.objects.create(
        coalition=side.coalition, email=f"guest@{canary(letter, 'host')}.example", name=canary(letter, "guest"),
        role="delegate", party=side.party, secret_sha256=letter * 64,
        sent_at=datetime(2025, 1, 1, tzinfo=UTC), expires_at=datetime(2099, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    side.decision = Decision.objects.create(coalition=side.coalition, body=side.body, **text("motion"))
    add_plan(side, letter, text)
    with transaction.atomic():
        side.auditentry = audit.record(
            side.coalition, "plan made", actor=None, reason=canary(letter, "reason")
        )
    return side


def add_plan(side, letter, text):
    side.plan = Plan.objects.create(
        coalition=side.coalition, slug=f"plan-{letter}", start=DAY, end=date(2026, 12, 31), **text("title"),
        **text("purpose"),
    )  # fmt: skip
    side.period = Period.objects.create(
        plan=side.plan, unit="year", start=DAY, end=date(2025, 12, 31), **text("name")
    )
    side.level = Level.objects.create(plan=side.plan, depth=1, key="objective", **text("name"))
    side.section = Section.objects.create(plan=side.plan, **text("title"), **text("text"))
    side.planlink = PlanLink.objects.create(plan=side.plan, **text("text"))
    side.objective = Objective.objects.create(plan=side.plan, level=side.level, code="1", **text("title"))
    side.result = Result.objects.create(objective=side.objective, **text("text"))
    side.activity = Activity.objects.create(
        objective=side.objective,
        result=side.result,
        code="1.1",
        start=DAY,
        end=date(2025, 12, 31),
        **text("title"),
    )
    side.indicator = Indicator.objects.create(objective=side.objective, **text("name"))
    side.target = Target.objects.create(indicator=side.indicator, **text("text"))
    side.responsibility = Responsibility.objects.create(
        activity=side.activity, party=side.party, role="responsible", **text("duty")
    )
    side.share = Share.objects.create(activity=side.activity, period=side.period, programmed=50)
    side.note = Note.objects.create(coalition=side.coalition, plan=side.plan, key="N1", **text("found"))
    side.round = Round.objects.create(
        plan=side.plan, period=side.period, due=date(2026, 1, 31), **text("message")
    )
    side.progressreport = ProgressReport.objects.create(
        round=side.round,
        activity=side.activity,
        party=side.party,
        state="accepted",
        executed=40,
        **text("done"),
    )
    side.acceptance = Acceptance.of(side.progressreport, at=datetime(2026, 2, 1, tzinfo=UTC))
    side.acceptance.save()
    side.settlement = Settlement.objects.create(
        round=side.round, activity=side.activity, executed=40, entered=1, asked=1,
        settled_at=datetime(2026, 2, 1, tzinfo=UTC), reason=canary(letter, "reason"),
    )  # fmt: skip
    told = User.objects.create_user(f"told_{letter}@example.org", name=canary(letter, "told"))
    side.notice = Notice.objects.create(round=side.round, kind="opened", user=told, on=DAY, held="no_seat")
    side.measurement = Measurement.objects.create(
        indicator=side.indicator, party=side.party, report=side.progressreport, on=date(2025, 12, 31), value=3,
        accepted=True, **text("text"),
    )  # fmt: skip
    side.initiative = Initiative.objects.create(
        coalition=side.coalition, plan=side.plan, party=side.party, kind="advocacy", on=DAY, **text("title")
    )
    side.removal = Removal.objects.create(
        plan=side.plan,
        label=canary(letter, "removed"),
        content="[]",
        removed_at=datetime(2025, 3, 1, tzinfo=UTC),
    )
    brought_in = Import.objects.create(
        coalition=side.coalition, plan=side.plan, document=side.document, name=canary(letter, "import"),
        sha256=letter * 64, made_at=datetime(2025, 3, 1, tzinfo=UTC),
    )  # fmt: skip
    setattr(side, "import", brought_in)  # a word of the language
