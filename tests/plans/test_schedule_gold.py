"""Every period of the four plans reads as its gold record says (P18, P19)."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plans.schedule import envelope, read_period, write_period

SOURCES = Path(__file__).resolve().parents[2] / "fixtures" / "sources"
PLANS = {
    name: yaml.load((SOURCES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    for name in ("mayors-2025-2026", "dumpsites-2024-2025", "pao-cocaine-2022-2023", "corett-2020-2022")
}


def activities(node):
    for child in node.get("objectives") or node.get("children") or []:
        yield from activities(child)
    yield from node.get("activities") or []


ROWS = [
    pytest.param(plan["plan"], activity, id=f"{name}-{activity['uid']}")
    for name, plan in PLANS.items()
    for activity in activities(plan)
]


def printed(activity):
    """The expression in the cell; in corett the headings of the years with a programmed share (P18)."""
    period = activity["period"]
    if period["as_printed"] is not None:
        return period["as_printed"]
    years = [
        entry.get("year") or entry.get("proposed_year")
        for entry in activity["progress"]
        if entry["programmed_pct"] is not None
    ]
    return ", ".join(str(year) for year in sorted(years))


def days(text):
    return date.fromisoformat(text)


def pairs(segments):
    return tuple((days(segment["start"]), days(segment["end"])) for segment in segments)


def read(plan, activity):
    return read_period(printed(activity), days(plan["start"]), days(plan["end"]))


def test_there_are_all_the_periods_of_the_four_plans():
    assert len(ROWS) == sum(plan["counts"]["activities"] for plan in PLANS.values())


@pytest.mark.parametrize(("plan", "activity"), ROWS)
def test_a_period_of_a_plan_reads_as_its_gold_says(plan, activity):
    gold = activity["period"]

    schedule = read(plan, activity)

    assert schedule.understood
    assert (schedule.start, schedule.end) == (days(gold["start"]), days(gold["end"]))
    assert schedule.kind == gold["kind"]


@pytest.mark.parametrize(("plan", "activity"), [row for row in ROWS if row.values[1]["period"]["as_printed"]])
def test_a_period_of_a_plan_keeps_its_segments_and_its_other_reading(plan, activity):
    gold = activity["period"]

    schedule = read(plan, activity)

    assert schedule.spans == pairs(gold.get("segments", [gold]))
    assert schedule.alternatives == ((pairs(gold["alternative"]),) if "alternative" in gold else ())
    assert schedule.needs_confirmation == gold.get("needs_confirmation", False)


@pytest.mark.parametrize(("plan", "activity"), ROWS)
def test_a_period_that_begins_before_its_plan_says_so(plan, activity):
    gold = activity["period"]

    schedule = read(plan, activity)

    assert (schedule.note == "outside_plan") == gold.get("starts_before_plan", False)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(("plan", "activity"), ROWS)
def test_a_period_of_a_plan_is_the_same_when_written_and_read_again(plan, activity, language):
    schedule = read(plan, activity)

    again = read_period(write_period(schedule, language), days(plan["start"]), days(plan["end"]))

    assert (again.spans, again.understood) == (schedule.spans, True)
    assert envelope(again.spans) == (schedule.start, schedule.end)
