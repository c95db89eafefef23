"""Columns, not copies, are what a record is written from: each change of a column shows in the record."""

from datetime import date

import pytest

from plans.exporting.gold import write
from plans.models import Plan
from tests.plans.gold import kept_for_the_module, load

pytestmark = pytest.mark.once

CHANGES = {
    "mayors-2025-2026": [
        ("the plan's title", lambda plan: change(plan, title_es="Otro plan")),
        ("the plan's purpose", lambda plan: change(plan, purpose_es="Otro objetivo")),
        ("the plan's start", lambda plan: change(plan, start=date(2025, 9, 1))),
        ("the plan's end", lambda plan: change(plan, end=date(2026, 9, 30))),
        ("the term as printed", lambda plan: change(plan, term_printed="Dos años")),
        ("the unit of the calendar", lambda plan: change(plan, unit="quarter")),
        ("the state", lambda plan: change(plan, state="draft")),
        ("the layout", lambda plan: change(plan, layout={**plan.layout, "Actividad": "title"})),
        ("a level's name", lambda plan: change(plan.levels.first(), name_es="Eje")),
        ("a level's abbreviation", lambda plan: change(plan.levels.first(), abbreviation="E")),
        ("the coalition's name", lambda plan: change(plan.coalition, name_es="Otra coalición")),
        ("the coalition's English name", lambda plan: change(plan.coalition, name_en="Another coalition")),
        ("an objective's code", lambda plan: change(plan.objectives.first(), code="9")),
        ("an objective's printed code", lambda plan: change(plan.objectives.first(), code_printed="LE 9")),
        ("an objective's title", lambda plan: change(plan.objectives.first(), title_es="Otro título")),
        (
            "an objective's statement",
            lambda plan: change(plan.objectives.first(), statement_es="Otro enunciado"),
        ),
        ("the order of objectives", lambda plan: change(plan.objectives.first(), position=99)),
        ("an activity's code", lambda plan: change(plan.activities.first(), code="9.9")),
        ("an activity's printed code", lambda plan: change(plan.activities.first(), code_printed="9.9.")),
        ("an activity's title", lambda plan: change(plan.activities.first(), title_es="Otro título")),
        ("an activity's start", lambda plan: change(plan.activities.first(), start=date(2025, 11, 1))),
        ("an activity's end", lambda plan: change(plan.activities.first(), end=date(2026, 1, 31))),
        ("an activity's printed period", lambda plan: change(plan.activities.first(), period_printed="2026")),
        (
            "the printed responsible",
            lambda plan: change(plan.activities.first(), responsible_printed="Nadie"),
        ),
        ("the order of activities", lambda plan: change(plan.activities.first(), position=99)),
        (
            "the objective of an activity",
            lambda plan: change(plan.activities.first(), objective=plan.objectives.last()),
        ),
        ("a result", lambda plan: change(plan.activities.first().result, text_es="Otro resultado")),
        ("which result", lambda plan: change(plan.activities.first(), result=None)),
        ("an indicator's name", lambda plan: change(plan.indicators.first(), name_es="Otro indicador")),
        ("an indicator's unit", lambda plan: change(plan.indicators.first(), unit_es="documentos")),
        ("an indicator's code", lambda plan: change(plan.indicators.first(), code="a")),
        ("an indicator's kind", lambda plan: change(plan.indicators.first(), kind="milestone")),
        ("the activities of an indicator", lambda plan: plan.indicators.first().activities.clear()),
        ("a party's name", lambda plan: change(plan.responsibilities.first().party, name_es="Otra parte")),
        ("a party's kind", lambda plan: change(plan.responsibilities.first().party, kind="plenary")),
        ("a role", lambda plan: change(plan.responsibilities.first(), role="lead")),
        ("an inferred role", lambda plan: change(plan.responsibilities.first(), role_inferred=True)),
        ("a duty", lambda plan: change(plan.responsibilities.first(), duty_es="Presentar")),
        ("a note's finding", lambda plan: change(plan.notes.first(), found_en="Something else")),
        ("a note's reading", lambda plan: change(plan.notes.first(), reading_en="Another reading")),
        ("a note's action", lambda plan: change(plan.notes.first(), action="keep")),
        ("a note's place", lambda plan: change(plan.notes.first(), place="elsewhere")),
        ("an observation", lambda plan: change(plan.activities.first(), observations_es="Sin novedad")),
    ],
    "dumpsites-2024-2025": [
        ("the state as printed", lambda plan: change(plan, state_printed="Final")),
        ("an activity's resources", lambda plan: change(plan.activities.first(), resources_es="Nada")),
        ("a milestone's number", lambda plan: change(numeric(plan), number=9)),
        ("a milestone's comparator", lambda plan: change(numeric(plan), comparator="<=")),
        ("a milestone's target text", lambda plan: change(numeric(plan), text_es="al menos 9")),
        ("what a target is per", lambda plan: change(numeric(plan), per="month")),
        ("a member of the committee", lambda plan: committee(plan).terms.first().delete()),
        ("an organisation's abbreviation", lambda plan: change(named(plan, "UIM"), short_name="UIMX")),
    ],
    "corett-2020-2022": [
        ("a programmed share", lambda plan: change(share(plan), programmed=99)),
        ("an executed share", lambda plan: change(share(plan), executed=None)),
        ("a share's heading", lambda plan: change(share(plan), heading="Año 1999")),
        ("a share's assumed period", lambda plan: change(share(plan), assumed=True)),
        ("a share's period", lambda plan: change(share(plan), period=plan.periods.last())),
        (
            "a breakdown",
            lambda plan: change(plan.indicators.exclude(breakdown={}).get(), breakdown={"actor": []}),
        ),
        ("what an indicator is per", lambda plan: change(plan.indicators.exclude(per="").get(), per="mes")),
        ("the coalition's short name", lambda plan: change(plan.coalition, short_name="Coalición")),
        (
            "a duty",
            lambda plan: change(plan.responsibilities.exclude(duty_es="").first(), duty_es="Otra tarea"),
        ),
    ],
    "pao-cocaine-2022-2023": [
        ("the reference", lambda plan: change(plan, reference="Nº 07")),
        ("the subject", lambda plan: change(plan, subject_es="Otro objeto")),
        ("the addressees", lambda plan: change(plan, addressees_es="Otros")),
        ("the origin", lambda plan: change(plan, origin_es="Montevideo")),
        ("the date as printed", lambda plan: change(plan, issued_printed="07/2022")),
        ("the lead of the plan", lambda plan: change(of_plan(plan).get(role="lead"), role="participant")),
        (
            "a participant of an action",
            lambda plan: of_actions(plan).filter(role="participant").first().delete(),
        ),
        ("a target's code", lambda plan: change(numeric(plan), code="z.1")),
        ("a target's number", lambda plan: change(numeric(plan), number=7)),
        (
            "separate spans",
            lambda plan: change(
                plan.activities.first(), spans=[["2022-07-01", "2022-09-30"], ["2023-01-01", "2023-12-31"]]
            ),
        ),
        (
            "a footnote",
            lambda plan: change(plan.activities.exclude(observations_es="").get(), observations_es="Otra"),
        ),
    ],
    "dumpsites-2021-2022": [
        (
            "a declared figure",
            lambda plan: change(declared(plan, "table"), data=with_figure(declared(plan, "table"))),
        ),
        ("a declared sentence", lambda plan: change(declared(plan, "text"), found_es="Otra frase")),
        ("an activity's status", lambda plan: change(plan.activities.first(), status="completed")),
        (
            "the coalition's words",
            lambda plan: change(plan.coalition, status_words=other_words(plan.coalition)),
        ),
    ],
}
CASES = [
    pytest.param(slug, act, id=f"{slug}: {what}") for slug, acts in CHANGES.items() for what, act in acts
]


def change(row, **fields):
    for name, value in fields.items():
        assert getattr(row, name) != value, f"{name} is {value!r} already"
        setattr(row, name, value)
    row.save()


def numeric(plan):
    return next(t for i in plan.indicators.all() for t in i.targets.all() if t.number is not None)


def share(plan):
    return plan.activities.first().shares.get(executed__isnull=False)


def committee(plan):
    return plan.coalition.parties.get(kind="committee")


def named(plan, short_name):
    return plan.coalition.parties.get(short_name=short_name)


def of_plan(plan):
    return plan.responsibilities.filter(objective=None, activity=None)


def of_actions(plan):
    return plan.responsibilities.exclude(objective=None)


def declared(plan, source):
    return plan.notes.get(key=f"declared-{source}")


def with_figure(note):
    return {**note.data, "figures": {**note.data["figures"], "completed": 16}}


def other_words(coalition):
    return {**coalition.status_words, "completed": {"es": "Hecha"}}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The number of each plan and the record that is written from it as it was loaded."""
    with kept_for_the_module(django_db_blocker):
        plans = {slug: load(slug, address=slug) for slug in CHANGES}
        yield {slug: (plan.pk, write(plan)) for slug, plan in plans.items()}


@pytest.mark.parametrize(("slug", "act"), CASES)
def test_a_changed_column_changes_the_record(loaded, db, slug, act):
    pk, before = loaded[slug]

    act(Plan.objects.get(pk=pk))

    assert write(Plan.objects.get(pk=pk)) != before
