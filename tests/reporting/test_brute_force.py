"""Every aggregate of a report equals one worked out by hand, whatever is missing (law 1, law 3, T5, T7).

Plans and reports are drawn at random with everything that can be missing missing; the reports come in through the
review itself, some are taken up again after they were accepted. What is expected is worked out here from what was
told to the verbs, in plain loops that share no code with the product.
"""

import os
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans import review, settling
from plans.models import Activity, Indicator, Measurement, ProgressReport, Share
from reporting.annual_report import content
from reporting.annual_report.layout import activities_of
from reporting.dashboards import with_standing
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_user,
)

AT = datetime(2026, 12, 1, tzinfo=UTC)
LEVELS = st.none() | st.sampled_from([0, 1, 33, 40, 75, 99]).map(Decimal)
STATUSES = st.none() | st.sampled_from(["in_progress", "not_started", "suspended", "cancelled"])
VALUES = st.none() | st.integers(0, 9)
RULES = ["sum", "latest", "maximum", "average", "members", "ratio", "list"]
# What becomes of a report: never sent; sent; accepted; accepted, then written anew and sent, or accepted again.
FATES = st.sampled_from(["asked", "submitted", "accepted", "accepted", "reopened", "again"])

version_ = st.fixed_dictionaries({"status": STATUSES, "executed": LEVELS, "value": VALUES, "base": VALUES})
report_ = st.fixed_dictionaries({"fate": FATES, "first": version_, "second": version_})
activity_ = st.fixed_dictionaries({
    "reading": st.sampled_from(["", "part", "running"]),
    "printed": st.lists(LEVELS, min_size=3, max_size=3),
    "parties": st.integers(1, 3),
    "rounds": st.lists(st.lists(report_, min_size=3, max_size=3), min_size=3, max_size=3),
    "rule": st.sampled_from(RULES),
    "settled": st.lists(st.booleans(), min_size=3, max_size=3),
})  # fmt: skip
plan_ = st.fixed_dictionaries({
    "reading": st.sampled_from(["part", "running"]), "activities": st.lists(activity_, min_size=1, max_size=3),
})  # fmt: skip


def tenth(number):
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)


class Told:
    """One plan in the database, and beside it what was told, in dictionaries."""

    def __init__(self, drawn):
        coalition = make_coalition(four_eyes="never")
        self.plan = make_plan(coalition, share_reading=drawn["reading"])
        self.parties = [make_party(coalition, standing="member") for _ in range(3)]
        self.by, self.periods = make_user(), list(self.plan.periods.order_by("start"))[:3]
        self.rounds = [make_round(period=period) for period in self.periods]
        line, self.rows, self.counted = make_objective(self.plan), [], [[0, 0] for _ in self.rounds]
        for fields in drawn["activities"]:
            activity = make_activity(line, share_reading=fields["reading"])
            for period, level in zip(self.periods, fields["printed"], strict=True):
                Share.objects.create(activity=activity, period=period, programmed=25, executed=level)
            indicator = make_indicator(activities=[activity], rule=fields["rule"], target=None)
            row = {"activity": activity, "indicator": indicator, "drawn": fields, "measured": [], "told": []}
            row["reading"] = fields["reading"] or drawn["reading"]
            row["shares"], row["settled"] = list(fields["printed"]), []
            self.rows.append(row)
        for number, opened in enumerate(self.rounds):
            for row in self.rows:
                self.report(number, opened, row)

    def report(self, number, opened, row):
        drawn, said = row["drawn"], []
        asked = self.parties[: drawn["parties"]]
        reports = [make_report(opened, row["activity"], party) for party in asked]
        for report, one, party in zip(reports, drawn["rounds"][number], asked, strict=False):
            counts = self.one_report(opened, row, report, one)
            self.counted[number][1] += 1
            if counts is not None:
                self.counted[number][0] += 1
                said.append(counts)
                row["measured"].append((party, opened.period.end, counts["value"], counts["base"]))
        if len(asked) > 1 and said and drawn["settled"][number]:
            (case,) = settling.cases([opened], row["activity"].pk)
            proposal = case.proposal
            settling.settle(
                opened, row["activity"].pk, seen=case.seen, status=proposal.status, executed=proposal.executed,
                reason="", by=self.by, at=AT,
            )  # fmt: skip
        self.expect(number, row, said, len(asked))

    def one_report(self, opened, row, report, one):
        """What counts of it in the end; None where nothing was accepted."""
        if one["fate"] == "asked":
            return None
        self.send(report, row, opened, one["first"])
        if one["fate"] == "submitted":
            return None
        self.accept(report)
        if one["fate"] == "accepted":
            return one["first"]
        self.send(report, row, opened, one["second"])
        if one["fate"] == "reopened":
            return one["first"]
        self.accept(report)
        return one["second"]

    def send(self, report, row, opened, said):
        report = ProgressReport.objects.get(pk=report.pk)
        report.state, report.status, report.executed = "submitted", said["status"], said["executed"]
        report.version += 1
        report.save()
        parts = {"numerator": said["value"], "denominator": said["base"]}
        value = Measurement(
            indicator=row["indicator"], party=report.party, report=report, on=opened.period.end,
            value=said["value"], parts=parts, text_es="" if said["value"] is None else f"dato {said['value']}",
        )  # fmt: skip
        value.save()

    def accept(self, report):
        review.accept(report.pk, version=None, by=self.by, at=AT, alone="Prueba.")

    def expect(self, number, row, said, asked):
        """The share and status that follow, worked out again from the start."""
        known = [one["executed"] for one in said if one["executed"] is not None]
        stated = {one["status"] for one in said if one["status"]}
        row["told"].append((said, self.rounds[number]))
        if not said or (asked > 1 and not row["drawn"]["settled"][number]):
            return
        level = tenth(sum(known) / len(known)) if known else None
        first = row["drawn"]["rounds"][number][0]
        if (
            level is None
            and asked == 1
            and first["fate"] == "again"
            and first["first"]["executed"] is not None
        ):
            row["shares"][number] = None  # what was accepted first does not count any more, and nothing does
        if level is not None:
            earlier = sum(share for share in row["shares"][:number] if share is not None)
            row["shares"][number] = level if row["reading"] == "running" else level - earlier
        status = stated.pop() if len(stated) == 1 else by_level(level)
        if status:
            row["settled"].append((status, self.periods[number].end))

    # What is expected on a day

    def status(self, row, on):
        settled = [status for status, end in row["settled"] if end <= on]
        if settled:
            return settled[-1]
        ended = [said for said, opened in row["told"] if said and opened.period.end <= on]
        if ended:
            stated = {one["status"] for one in ended[-1] if one["status"]}
            levels = [one["executed"] for one in ended[-1] if one["executed"] is not None]
            found = (
                stated.pop()
                if len(stated) == 1
                else by_level(tenth(sum(levels) / len(levels)) if levels else None)
            )
            if found:
                return found
        return by_level(self.level(row, on)) or "not_reported"

    def level(self, row, on):
        known = [
            share
            for share, period in zip(row["shares"], self.periods, strict=True)
            if share is not None and period.start <= on
        ]
        if not known:
            return None
        return known[-1] if row["reading"] == "running" else sum(known)

    def value(self, row, on):
        """(value, parties that entered, texts) of an indicator, by hand."""
        rows = [one for one in row["measured"] if one[1] <= on]
        known = [one for one in rows if one[2] is not None]
        last = {party: value for party, _day, value, _base in known}
        rule = row["drawn"]["rule"]
        if rule == "list":
            return None, len(last), sorted(f"dato {value}" for value in last.values())
        if rule == "ratio":
            full = {party: (value, base) for party, _day, value, base in rows if None not in (value, base)}
            below = sum(base for _value, base in full.values())
            over = sum(value for value, _base in full.values())
            return (Fraction(over, below) if below else None), len(full), []
        if not known:
            return None, 0, []
        values = {
            "sum": sum(one[2] for one in known),
            "maximum": max(one[2] for one in known),
            "latest": sum(last.values()),
            "average": Fraction(sum(last.values()), len(last)),
            "members": sum(value > 0 for value in last.values()),
        }
        return values[rule], len(last), []


def by_level(level):
    if level is None:
        return None
    return "completed" if level >= 100 else "in_progress" if level > 0 else "not_started"


@pytest.mark.django_db
@settings(
    max_examples=300 if os.environ.get("PROOF") else 4, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)  # fmt: skip
@given(plan_)
def test_every_aggregate_is_that_of_a_plain_count(drawn):
    told = Told(drawn)
    for on in (told.periods[0].end, told.periods[1].end - timedelta(days=1), date(2026, 11, 20)):
        report = content.build(told.plan, language="es", on=on)
        entries = [entry for line in report.lines for entry in activities_of(line)]
        check_activities(told, entries, on)
        check_counts(told, report, on)
        check_indicators(told, report, on)
        check_sql(told, entries, on)


def check_activities(told, entries, on):
    for row, entry in zip(told.rows, entries, strict=True):
        stored = Share.objects.filter(activity=row["activity"]).order_by("period__start")
        assert [share.executed for share in stored] == row["shares"]
        assert entry.status == told.status(row, on)
        level = told.level(row, on)
        if level is not None:
            assert entry.executed == level
        shown = [
            share if period.start <= on else None
            for share, period in zip(row["shares"], told.periods, strict=True)
        ]
        assert [cell.executed for cell in entry.shares] == shown
        accepted = sum(len(said) for said, opened in row["told"] if opened.period.end <= on)
        assert len(entry.reports) == accepted


def check_counts(told, report, on):
    statuses = [told.status(row, on) for row in told.rows]
    total = report.glance.status.total
    for status in set(statuses) | {"completed", "not_reported"}:
        assert total.of(status) == statuses.count(status)
    assert report.glance.reported.count == len(statuses) - statuses.count("not_reported")
    held = [(one.accepted.count, one.accepted.total) for one in report.functioning.rounds]
    ended = [tuple(told.counted[n]) for n, period in enumerate(told.periods) if period.end <= on]
    assert held == ended
    levels = [level for row in told.rows if (level := entry_level(told, row, on)) is not None]
    mean = tenth(sum(levels) / len(levels)) if levels else None
    average = report.lines[0].average_executed
    assert (average.value, average.entered, average.missing) == (
        mean,
        len(levels),
        len(told.rows) - len(levels),
    )


def entry_level(told, row, on):
    """Its shares, else the average of what the latest reports say."""
    level = told.level(row, on)
    if level is not None:
        return level
    ended = [said for said, opened in row["told"] if said and opened.period.end <= on]
    known = [one["executed"] for one in ended[-1] if one["executed"] is not None] if ended else []
    return tenth(sum(known) / len(known)) if known else None


def check_indicators(told, report, on):
    entries = {
        one.id: one for line in report.lines for entry in activities_of(line) for one in entry.indicators
    }
    for row in told.rows:
        entry, (value, entered, texts) = entries[row["indicator"].pk], told.value(row, on)
        if value is None:
            assert entry.value is None
        else:
            assert abs(Fraction(entry.value) - Fraction(value)) < Fraction(1, 100)
        assert (entry.entered, sorted(entry.texts)) == (entered, texts)
        ended = any(period.end <= on for period in told.periods)
        assert entry.asked == (row["drawn"]["parties"] if ended else 0)


def check_sql(told, entries, on):
    rows = with_standing(Activity.objects.filter(plan=told.plan), on).order_by("position")
    assert [row.standing or "not_reported" for row in rows] == [entry.status for entry in entries]


@pytest.mark.django_db
def test_an_indicator_of_which_nothing_was_reported_has_no_value_at_all():
    indicator = make_indicator(rule=Indicator.Rule.SUM)
    entry = content.build(indicator.plan, language="es", on=date(2026, 12, 31)).lines[0].indicators[0]
    assert (entry.value, entry.entered) == (None, 0)
