"""What the pages of a round show: who may be asked, how the reports stand, and which mails go to whom."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from coalitions import mails
from coalitions.languages import shown
from coalitions.models import Party, User
from coalitions.reporters import reporters_of
from plans import notices
from plans.asking import Asking, Pair
from plans.letters import letter
from plans.models import Activity, Notice, ProgressReport, Round
from plans.queue import SENT
from plans.rounds import Key, untouched
from plans.workspace.round_html import Cell, Column, Head, board, state, strip, ticks

State = ProgressReport.State
ORDER = (State.ACCEPTED, State.SUBMITTED, State.RETURNED, State.DRAFT, State.ASKED)


def cell_of(report: ProgressReport, call: Round) -> Cell:
    """A report's state; what was asked and never came is "not reported" once the round is closed (law 1)."""
    page = "review_report" if report.state in (State.SUBMITTED, State.ACCEPTED) else "progress_report"
    url = reverse(page, args=[report.pk])
    return Cell(*mark_of(report.state, call), url=url, counts=report.state in SENT)


def mark_of(reported: str, call: Round) -> tuple[str, str]:
    """(shape, word) of a state."""
    if reported == State.ASKED and call.state == Round.State.CLOSED:
        return "not-reported", str(capfirst(_("not reported")))
    return reported, str(capfirst(State(reported).label))


@dataclass(frozen=True)
class Cockpit:
    """How a round stands: counts by state, the table, what the mails were, and whom nobody writes to."""

    call: Round
    language: str
    on: date

    @cached_property
    def reports(self) -> list[ProgressReport]:
        rows = self.call.reports.select_related("activity", "party")
        return list(rows.order_by("party__position", "party", "activity__position", "activity"))

    @cached_property
    def counts(self) -> list[tuple[SafeString, int]]:
        return [(state(*mark_of(one, self.call)), self._by_state[one]) for one in ORDER]

    @cached_property
    def _by_state(self) -> Counter[str]:
        return Counter(report.state for report in self.reports)

    @property
    def strip(self) -> SafeString:
        return strip(
            [(mark_of(one, self.call)[0], self._by_state[one]) for one in ORDER if self._by_state[one]]
        )

    @property
    def asked(self) -> int:
        return len(self.reports)

    @property
    def received(self) -> int:
        return sum(self._by_state[one] for one in SENT)

    @property
    def to_review(self) -> int:
        return self._by_state[State.SUBMITTED]

    @property
    def review_url(self) -> str:
        return f"{reverse('review_queue', args=[self.call.plan.slug])}?round={self.call.pk}"

    @cached_property
    def parties(self) -> dict[int, Party]:
        return {report.party_id: report.party for report in self.reports}

    @cached_property
    def columns(self) -> list[Column]:
        rows = {report.activity_id: report.activity for report in self.reports}
        return columns_of(sorted(rows.values(), key=lambda row: (row.position, row.pk)), self.language)

    @cached_property
    def heads(self) -> list[Head]:
        return heads_of(self.call, self.parties.values(), self.on, self.language)

    def table(self) -> SafeString:
        cells = {(one.activity_id, one.party_id): cell_of(one, self.call) for one in self.reports}
        return board(self.columns, self.heads, cells)

    @cached_property
    def alone(self) -> list[Head]:
        """The parties for which nobody reports: they get no mail."""
        return [head for head in self.heads if head.url]

    @cached_property
    def to_remind(self) -> int:
        """To how many people a reminder would go now."""
        return len(notices.asked_of(self.call, notices.TO_REPORT, self.on))

    @property
    def reminders(self) -> list[date]:
        """The days on which the site reminds by itself and that are still to come."""
        days = sorted(self.call.due - timedelta(days=number) for number in notices.REMIND)
        return [day for day in days if day >= self.on]

    def mails(self) -> list[dict[str, object]]:
        """The mails about the round by kind and day: how many went, and which were held and why."""
        rows = self.call.notices.select_related("user").order_by("-on", "kind", "pk")
        found: dict[tuple[date, str], list[Notice]] = {}
        for row in rows:
            found.setdefault((row.on, row.kind), []).append(row)
        return [
            {
                "on": on,
                "kind": capfirst(str(Notice.Kind(kind).label)),
                "sent": sum(row.sent_at is not None for row in group),
                "held": [(str(row.user), notices.HELD.get(row.held, row.held)) for row in group if row.held],
            }
            for (on, kind), group in found.items()
        ]


def columns_of(
    activities: Iterable[Activity], language: str, notes: Mapping[int, str] | None = None
) -> list[Column]:
    """A column for each activity; one without a code is called by its place."""
    return [
        Column(
            row.pk, row.code or f"({number})", shown(row, "title", language), (notes or {}).get(row.pk, "")
        )
        for number, row in enumerate(activities, start=1)
    ]


def heads_of(call: Round, parties: Collection[Party], on: date, language: str) -> list[Head]:
    """A row for each party in their order; with a way to invite somebody where nobody reports for it."""
    holders = reporters_of(call.plan.coalition, parties, on)
    invite = reverse("people", args=[call.plan.coalition.slug])
    ordered = sorted(parties, key=lambda party: (party.position, party.pk))
    return [
        Head(row.pk, shown(row, "name", language), "" if row.pk in holders else f"{invite}?party={row.pk}#invite")
        for row in ordered
    ]  # fmt: skip


class Choice:
    """The table of who is asked: everybody who answers, and everybody admitted, by every activity of the plan."""

    def __init__(self, call: Round, on: date, language: str, *, partners_too: bool = False) -> None:
        self.call, self.on, self.language = call, on, language
        self.asking = Asking(call.plan, on)
        self.pairs = self.asking.pairs(call.period, partners_too=partners_too)
        self.reports = list(call.reports.select_related("activity", "party"))
        free = set(untouched(call).values_list("pk", flat=True))
        self.locked = {_key(row): cell_of(row, call) for row in self.reports if row.pk not in free}

    @property
    def proposed(self) -> set[Key]:
        return {pair.key for pair in self.pairs if not pair.why_not}

    @property
    def asked(self) -> set[Key]:
        return {_key(row) for row in self.reports}

    @cached_property
    def columns(self) -> list[Column]:
        return columns_of(self.asking.activities, self.language, self._notes())

    def _notes(self) -> dict[int, str]:
        """Why an activity is asked of nobody."""
        why = {pair.activity.pk: pair.why_not for pair in self.pairs if pair.why_not}
        named = {pair.activity.pk for pair in self.pairs}
        for row in self.asking.activities:
            if row.pk not in named:
                why[row.pk] = (
                    _("It names partners only.") if self.asking.named(row) else _("Nobody answers for it.")
                )
        asked = {activity for activity, _party in self.proposed}
        return {key: text for key, text in why.items() if key not in asked}

    @cached_property
    def heads(self) -> list[Head]:
        keys = {pair.party.pk for pair in self.pairs} | {row.party_id for row in self.reports}
        keys |= {key for standing in ("member", "partner") for key in self.asking.standing[standing]}
        return heads_of(self.call, [self.asking.parties[key] for key in keys], self.on, self.language)

    def table(self, ticked: Collection[Key]) -> SafeString:
        return ticks(self.columns, self.heads, ticked, self.locked)

    def mails(self, ticked: Collection[Key]) -> list["Mail"]:
        """The mail that each person would get, and the parties that nobody writes to are not among them."""
        rows = {row.pk: row for row in self.asking.activities}
        pairs = [
            Pair(rows[activity], self.asking.parties[party])
            for activity, party in sorted(ticked, key=self._place)
            if activity in rows and party in self.asking.parties
        ]
        parties = {pair.party.pk: pair.party for pair in pairs}
        holders = reporters_of(self.call.plan.coalition, parties.values(), self.on)
        found: dict[User, list[Pair]] = {}
        for pair in pairs:
            for user in dict.fromkeys(holders.get(pair.party.pk, ())):
                found.setdefault(user, []).append(pair)
        return [self._mail(user, own) for user, own in found.items()]

    def _place(self, key: Key) -> tuple[int, int, int]:
        party = self.asking.parties.get(key[1])
        order = {row.pk: number for number, row in enumerate(self.asking.activities)}
        return (party.position if party else 0, key[1], order.get(key[0], 0))

    def _mail(self, user: User, pairs: Sequence[Pair]) -> "Mail":
        names = {str(shown(pair.party, "name", self.language)): None for pair in pairs}
        return Mail(
            user,
            ", ".join(names),
            len(pairs),
            pairs,
            _("held: the account is closed") if not user.is_active else "",
        )

    def alone(self, ticked: Collection[Key]) -> list[Head]:
        """The parties that are asked and that nobody reports for."""
        parties = {party for _activity, party in ticked}
        return [head for head in self.heads if head.url and head.key in parties]


@dataclass(frozen=True)
class Mail:
    """A mail that would go to a person: for which parties, and how many activities it lists."""

    user: User
    parties: str
    number: int
    pairs: Sequence[Pair]
    held: str = ""


def sample(call: Round, found: Sequence[Mail], language: str, on: date) -> tuple[str, str] | None:
    """(subject, text) of the mail in one language, as one of its readers gets it; None where nobody does."""
    one = next((mail for mail in found if mail.user.language == language), found[0] if found else None)
    if one is None:
        return None
    reader = User(email=one.user.email, name=one.user.name, language=language)
    said = letter(Notice.Kind.OPENED, call, reader, one.pairs, on=on)
    written = mails.write("round", reader.email, language, said)
    return str(written.subject), str(written.body)


def _key(report: ProgressReport) -> Key:
    return report.activity_id, report.party_id
