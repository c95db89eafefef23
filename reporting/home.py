"""Where each person begins: what is asked, what is waiting, what changed, what is missing, by coalition."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalitions import acts
from coalitions.acts import Act
from coalitions.languages import Text, shown
from coalitions.models import Coalition, Invitation, Membership, Seat, User
from coalitions.permissions import is_operator, open_seats
from plans import queue
from plans.models import Plan
from reporting import asked, dashboards, missing
from reporting.annual_report import rendering
from reporting.asked import Call
from reporting.dashboards import PlanCard
from reporting.missing import Gap


@dataclass(frozen=True)
class Step:
    """One step from an empty coalition to its first plan; `next` marks the first that is not done."""

    title: Promise
    help: Promise
    url: str
    done: bool
    next: bool = False


@dataclass(frozen=True)
class Queue:
    """How many reports of a plan wait for review."""

    plan: Text
    slug: str
    reports: int


@dataclass(frozen=True)
class Waiting:
    """What waits for a Secretariat: reports to review, plan by plan, and invitations not accepted yet."""

    queues: list[Queue]
    invitations: int
    expired: int


@dataclass(frozen=True)
class Place:
    """One coalition as this person sees it. What the roles do not entitle to is None or empty."""

    name: Text
    slug: str
    invented: bool
    public: bool
    roles: list[str]
    reports: bool
    runs: bool
    plans: list[PlanCard]
    calls: list[Call] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    waiting: Waiting | None = None
    missing: list[Gap] = field(default_factory=list)
    changed: list[Act] = field(default_factory=list)


@dataclass(frozen=True)
class Home:
    """`operator` tells what an operator has besides: the site's coalitions stand in `places` too.

    `worker`: whether the task worker is there; `tasks`: how many wait for it.
    """

    places: list[Place]
    operator: bool
    users: int | None
    worker: bool
    tasks: int


def build(user: User, language: str, on: date, now: datetime) -> Home:
    """The page of one person on one day, in the same number of queries whatever there is to show."""
    seats = list(open_seats(user, on).select_related("party").order_by("pk"))
    own = {seat.coalition_id for seat in seats if seat.role == Seat.Role.SECRETARIAT}
    cards = dashboards.portfolio(user, language, on)
    whole = _Whole(user, language, on, now, own)
    operator = is_operator(user, on)
    return Home(
        places=[whole.place(row, plans, _of(row, seats)) for row, plans in cards],
        operator=operator,
        users=User.objects.filter(is_active=True).count() if operator else None,
        worker=operator and rendering.worker_is_there(),
        tasks=rendering.waiting() if operator else 0,
    )


class _Whole:
    """Everything read once for all coalitions, and handed out to each."""

    def __init__(self, user: User, language: str, on: date, now: datetime, own: set[int]) -> None:
        self.language, self.own = language, own
        self.calls = asked.calls(user, language, on)
        self.acts = acts.latest(user, on)
        self.gaps = missing.gaps(own, language, on)
        self.waiting = _waiting(own, language, now)
        self.members = _count(Membership, "party__coalition", own, state=Membership.State.ADMITTED)
        self.offers = _count(Invitation, "coalition", own)
        self.seats = _count(Seat, "coalition", own)

    def place(self, row: Coalition, plans: list[PlanCard], seats: list[Seat]) -> Place:
        key, runs = row.pk, row.pk in self.own
        return Place(
            name=shown(row, "name", self.language),
            slug=row.slug,
            invented=row.invented,
            public=bool(shown(row, "about", self.language)),
            roles=[_role(seat, self.language) for seat in seats],
            reports=any(seat.party_id for seat in seats) or key in self.calls,
            runs=runs,
            plans=plans,
            calls=self.calls.get(key, []),
            steps=self._steps(row, plans) if runs else [],
            waiting=self.waiting.get(key) if runs else None,
            missing=self.gaps.get(key, []),
            changed=self.acts.get(key, []),
        )

    def _steps(self, row: Coalition, plans: list[PlanCard]) -> list[Step]:
        """What leads to the first plan; nothing once a plan has activities."""
        if any(plan.activities for plan in plans):
            return []
        key = row.pk
        people = self.seats.get(key, 0) + self.offers.get(key, 0)
        done = [bool(row.contact or row.level_names), key in self.members, people > 2, bool(plans)]
        first = done.index(False) if False in done else None
        return [
            Step(title, text, reverse(name, args=[row.slug]), is_done, number == first)
            for number, ((title, text, name), is_done) in enumerate(zip(STEPS, done, strict=True))
        ]


STEPS = (
    (
        _("Complete the settings"),
        _("Contact, time zone, colour and logo, and how your coalition calls its lines and statuses."),
        "settings",
    ),
    (
        _("Enter the members"),
        _("Type, paste or import the list of cities, countries or institutions, each with its standing."),
        "members",
    ),
    (
        _("Invite the people"),
        _("A focal point for each member, and whoever else reads or presides. Each gets a mail."),
        "people",
    ),
    (
        _("Open the first plan"),
        _("Give it a title, its start and its end. Its lines and activities follow."),
        "new_plan",
    ),
)


def _of(row: Coalition, seats: list[Seat]) -> list[Seat]:
    return [seat for seat in seats if seat.coalition_id == row.pk]


def _role(seat: Seat, language: str) -> str:
    role = str(seat.get_role_display())
    return f"{role} ({shown(seat.party, 'name', language)})" if seat.party else role


def _waiting(own: set[int], language: str, now: datetime) -> dict[int, Waiting]:
    queues: dict[int, list[Queue]] = {}
    plans = Plan.objects.filter(coalition__in=own).annotate(
        waiting=Count("rounds__reports", filter=queue.waits_in("rounds__reports"))
    )
    for plan in plans.filter(waiting__gt=0).order_by("-start", "pk"):
        found = Queue(shown(plan, "title", language), plan.slug, plan.waiting)
        queues.setdefault(plan.coalition_id, []).append(found)
    unanswered = {"accepted_at": None, "revoked_at": None}
    offers = _count(Invitation, "coalition", own, **unanswered)
    expired = _count(Invitation, "coalition", own, expires_at__lte=now, **unanswered)
    return {key: Waiting(queues.get(key, []), offers.get(key, 0), expired.get(key, 0)) for key in own}


def _count(model: type, path: str, coalitions: set[int], **only: object) -> dict[int, int]:
    """How many rows each coalition has; those without any are absent."""
    rows = model.objects.filter(**{f"{path}__in": coalitions}, **only)  # type: ignore[attr-defined]
    return dict(rows.order_by().values_list(path).annotate(Count("pk")))
