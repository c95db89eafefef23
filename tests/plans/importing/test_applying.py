"""What was understood of a file becomes a draft plan: rows, their cells, the file itself, all of it or nothing."""

import pytest
from django.db import IntegrityError

from coalitions import audit
from coalitions.models import AuditEntry, Document, Party
from coalitions.refusal import Refused
from plans.exporting.gold import write
from plans.importing import bringing_in
from plans.importing.bringing_in import NotBroughtIn
from plans.importing.fitting import fit
from plans.importing.grids import Problem
from plans.models import Activity, Import, Indicator, Note, Objective, Period, Plan, Responsibility, Share
from tests.factories import make_coalition, make_party, make_plan
from tests.plans.gold import RECORDS, gold
from tests.plans.importing.understood import brought, small, traced
from tests.plans.test_gold_roundtrip import differences

pytestmark = pytest.mark.django_db
MODELS = (
    Plan, Objective, Activity, Indicator, Responsibility, Share, Period, Note, Import, Document, Party,
    AuditEntry,
)  # fmt: skip
# What an import says of its own, or leaves as the coalition has it: its state, its names, its parties' abbreviations.
OWN = ("status", "import", "successor")


def counts():
    return {model.__name__: model.objects.count() for model in MODELS}


@pytest.fixture
def coalition(db):
    return make_coalition()


@pytest.mark.parametrize(("slug", "name", "_home"), RECORDS)
def test_a_gold_record_becomes_its_rows(monkeypatch, coalition, slug, name, _home):
    record = traced(gold(name))
    made = brought(monkeypatch, coalition, record, add_parties=True)
    plan, wanted = made.plan, gold(name)
    written = write(plan)

    assert (plan.state, plan.coalition, made.document.sha256) == ("draft", coalition, made.sha256)
    for one in (written["plan"], wanted["plan"]):
        for key in OWN:
            one.pop(key, None)
    tree = "pending_annex" if "pending_annex" in wanted else "objectives"
    found = [
        line for line in differences(written[tree], wanted[tree])
        if "uid:" not in line and "number_as_printed" not in line
    ]  # fmt: skip
    assert found == []
    assert list(differences(written["plan"], wanted["plan"])) == []
    assert list(audit.verify()) == []


def test_every_row_names_its_import_and_its_cells(monkeypatch, coalition):
    made = brought(monkeypatch, coalition, traced(gold("corett-2020-2022")), add_parties=True)
    activity = Activity.objects.filter(plan=made.plan).first()

    assert activity.provenance["source"]["import"] == made.pk
    assert activity.provenance["source"]["cells"]["period"].startswith("Plan!B")
    rows = [*made.plan.objectives.all(), *made.plan.activities.all(), *made.plan.indicators.all()]
    assert {row.provenance["source"]["import"] for row in rows} == {made.pk}
    assert all(row.provenance["source"]["place"].startswith("Plan!") for row in rows)


def test_one_entry_tells_of_it_and_the_file_is_kept(monkeypatch, coalition):
    made = brought(monkeypatch, coalition, small(), name="../../Plan 2026.xlsx", data=b"original")
    (entry,) = AuditEntry.objects.filter(coalition=coalition)

    assert (entry.act, entry.object_pk, entry.reason) == ("plan imported", made.plan.pk, "Plan 2026.xlsx")
    document = made.document
    assert (document.kind, document.audience, document.file.read()) == ("source", "secretariat", b"original")
    assert made.name == "Plan 2026.xlsx"


def test_a_record_that_lacks_almost_everything_is_filled(monkeypatch, coalition):
    plan = brought(monkeypatch, coalition, small(), name="Plan de aire.xlsx").plan
    activity = plan.activities.get()

    assert (plan.title_es, plan.language, plan.unit, plan.periods.count()) == (
        "Plan de aire",
        "es",
        "quarter",
        4,
    )
    assert (activity.title_es, activity.code, activity.start, activity.objective.title_es) == (
        "Medir el aire", "", None, "",
    )  # fmt: skip
    assert list(plan.levels.values_list("key", flat=True)) == ["level_1", "activity"]
    assert [(note.kind, note.reading_en) for note in plan.notes.all()] == [("no_title", "Plan de aire")]


def test_dates_that_nobody_says_are_asked(monkeypatch, coalition):
    record = small(start=None, end=None)
    before = counts()
    with pytest.raises(NotBroughtIn) as refused:
        brought(monkeypatch, coalition, record)
    assert (refused.value.kind, counts()) == ("dates", before)

    plan = brought(monkeypatch, coalition, record, start="2026-01-01", end="2027-12-31").plan
    assert (str(plan.start), str(plan.end)) == ("2026-01-01", "2027-12-31")


@pytest.mark.parametrize(
    "dates", [("2026-12-31", "2026-01-01"), ("1926-01-01", "2026-01-01"), ("2026-13-01", "2026-12-31")]
)
def test_dates_that_make_no_calendar_are_refused(monkeypatch, coalition, dates):
    with pytest.raises(NotBroughtIn) as refused:
        brought(monkeypatch, coalition, small(start=dates[0], end=dates[1]), with_errors=True)
    assert refused.value.kind == "dates"


def test_the_same_file_again_changes_nothing(monkeypatch, coalition):
    first = brought(monkeypatch, coalition, small())
    first.plan.title_es = "Otro nombre"
    first.plan.save()
    before = counts()

    assert brought(monkeypatch, coalition, small()) == first
    assert counts() == before
    assert Plan.objects.get(pk=first.plan.pk).title_es == "Otro nombre"


def test_another_file_of_the_same_name_is_refused_by_name(monkeypatch, coalition):
    made = brought(monkeypatch, coalition, small())
    before = counts()
    with pytest.raises(NotBroughtIn, match=made.plan.slug) as refused:
        brought(monkeypatch, coalition, small(), data=b"another")
    assert (refused.value.kind, counts()) == ("conflict", before)


def test_the_coalition_next_door_neither_lends_its_parties_nor_its_address(monkeypatch, coalition):
    neighbour = make_party(name_es="Secretaría Técnica", kind="secretariat")
    theirs = make_plan(neighbour.coalition, slug="mayors-2025-2026")
    before = (Party.objects.filter(coalition=neighbour.coalition).count(), Plan.history.count())

    plan = brought(monkeypatch, coalition, gold("mayors-2025-2026"), add_parties=True).plan

    assert plan.slug == "mayors-2025-2026-2"
    assert {row.party.coalition_id for row in plan.responsibilities.all()} == {coalition.pk}
    assert Party.objects.filter(coalition=neighbour.coalition).count() == before[0]
    assert Plan.history.filter(id=theirs.pk).count() == 1


def test_the_same_file_is_brought_into_two_coalitions(monkeypatch, coalition):
    first = brought(monkeypatch, coalition, small())
    second = brought(monkeypatch, make_coalition(), small())
    assert (first.sha256, first.plan.slug) == (second.sha256, "planxlsx")
    assert second.plan.slug == "planxlsx-2"


def test_an_unknown_party_stays_as_printed_until_it_is_asked_for(monkeypatch, coalition):
    record = gold("dumpsites-2024-2025")
    make_party(coalition, name_es="Secretaría", kind="secretariat")
    parties = coalition.parties.count()
    plan = brought(monkeypatch, coalition, record).plan

    assert coalition.parties.count() == parties
    assert {row.party.name_es for row in plan.responsibilities.all()} == {"Secretaría"}
    first = plan.activities.order_by("position").first()
    assert first.responsible_printed == "Secretaria / Comité Directivo / Puntos Focales"
    notes = plan.notes.filter(kind="party_unknown")
    assert "Comité Directivo" in " ".join(note.found_es for note in notes)
    assert notes.get(found_es__contains="Comité Directivo").reading_es == "committee"


def test_parties_that_were_asked_for_are_made_as_what_they_are(monkeypatch, coalition):
    made = brought(monkeypatch, coalition, gold("dumpsites-2024-2025"), add_parties=True)
    kinds = dict(coalition.parties.values_list("name_es", "kind"))

    assert (kinds["Comité Directivo"], kinds["Puntos Focales"]) == ("committee", "focal_points")
    assert not made.plan.notes.filter(kind="party_unknown").exists()
    (entry,) = AuditEntry.objects.filter(coalition=coalition)
    assert '"parties":[' in entry.change


def test_an_error_stops_it_unless_it_is_asked_for(monkeypatch, coalition):
    problem = Problem("date_impossible", "Plan!B2", "31.02.2026", is_error=True)
    before = counts()
    with pytest.raises(NotBroughtIn) as refused:
        brought(monkeypatch, coalition, small(), [problem])
    assert (refused.value.kind, counts()) == ("errors", before)

    plan = brought(monkeypatch, coalition, small(), [problem], with_errors=True).plan
    note = plan.notes.get(kind="date_impossible")
    assert "31.02.2026" in note.found_es
    assert note.found_es != note.found_en


def test_what_was_found_stands_at_its_row(monkeypatch, coalition):
    record = traced(small(title="Plan"))
    problems = [Problem("text_too_long", "Plan!B3", "x", data={"most": 5}), Problem("hidden_sheet", "Otra")]
    made = brought(monkeypatch, coalition, record, problems, [("Plan!Z9", "total", "")])
    there, elsewhere = made.plan.notes.order_by("key")

    assert (there.activity, there.action) == (made.plan.activities.get(), "resolved")
    assert (elsewhere.activity, elsewhere.action, elsewhere.place) == (None, "surface", "Otra")
    assert [problem["kind"] for problem in made.problems] == ["text_too_long", "hidden_sheet"]
    assert made.unused == [{"place": "Plan!Z9", "text": "total", "reason": ""}]


def odd():
    """A record that no reader should give and any may: too long, too large, twice, backwards, with a NUL."""
    activity = {
        "title": "Medir\x00 el aire",
        "code": "1." * 40,
        "code_as_printed": "1." * 60,
        "status": "postergada",
        "period": {"as_printed": "mayo - marzo", "start": "2026-05-01", "end": "2026-03-31"},
        "indicators": [
            {
                "name": "Estaciones",
                "unit": "u" * 201,
                "target": {"text": "10^30", "comparator": ">=", "number": 10**30},
            },
            {"name": "Nada", "target": {"text": "?", "comparator": ">=", "number": float("nan")}},
        ],
        "milestones": [{"text": "Listo"}],
        "responsible": {"parties": [{"name": "Ana"}, {"name": "ANA", "task": "medir"}]},
        "progress": [
            {"year": 2026, "programmed_pct": 50},
            {"year": 2026, "programmed_pct": 60},
            {"programmed_pct": 5},
            {"start": "2026-01-01", "end": "2026-01-31", "executed_pct": 10**9},
            {"start": "2026-02-01", "end": "2026-02-28", "programmed_pct": 33.333333},
            {"year": 2027, "programmed_pct": -5},
        ],
    }
    return {
        "plan": {"start": "2026-01-01", "end": "2026-12-31", "language": "pt", "reference": "r" * 101},
        "objectives": [
            {"code": "2" * 61, "title": "Aire", "activities": [activity, {"title": "Otra", "uid": "a"}]},
            {"title": "Sin actividades", "activities": [{"title": "Una", "uid": "a"}], "children": None},
        ],
    }


def test_what_no_column_holds_is_kept_beside_it_and_said(monkeypatch, coalition):
    made = brought(monkeypatch, coalition, odd(), add_parties=True, with_errors=True)
    plan = made.plan
    activity = plan.activities.order_by("position").first()

    assert (activity.code, activity.code_printed, activity.title_es) == ("", "", "Medir el aire")
    assert activity.provenance["code_as_found"] == "1." * 40
    assert activity.provenance["status_as_found"] == "postergada"
    assert (activity.period_printed, activity.start, activity.end) == ("mayo - marzo", None, None)
    assert plan.provenance["plan"]["reference_as_found"] == "r" * 101
    large = plan.indicators.get(name_es="Estaciones")
    assert (large.unit_es, large.targets.get().text_es, large.targets.get().number) == ("", "10^30", None)
    assert large.provenance["target"]["number_as_found"] == str(10**30)
    shares = activity.shares.order_by("period__start", "period__end")
    assert [(str(one.period.start), str(one.period.end), float(one.programmed)) for one in shares] == [
        ("2026-01-01", "2026-12-31", 50.0), ("2026-02-01", "2026-02-28", 33.3333),
    ]  # fmt: skip
    assert [row.duty_es for row in activity.responsibilities.all()] == ["medir"]
    assert sorted(note.kind for note in plan.notes.exclude(kind="text_too_long")) == [
        "no_title", "number_too_large", "number_too_large", "other_language", "percent_impossible",
        "percent_impossible", "period_backwards", "share_twice", "share_without_period", "signs_removed",
        "status_unknown",
    ]  # fmt: skip


def test_fitting_leaves_the_record_as_it_was():
    record = gold("mayors-2025-2026")
    fit(record, "plan.xlsx")
    assert record == gold("mayors-2025-2026")


def test_columns_of_months_are_the_months_of_the_calendar(monkeypatch, coalition):
    """A calendar whose first month begins a day early holds the month's share; other stretches get a period."""
    record = small(start="2025-09-30", end="2026-10-01", period_kind="month")
    record["objectives"][0]["activities"][0]["progress"] = [
        {"start": "2025-10-01", "end": "2025-10-31", "programmed_pct": 10},
        {"start": "2025-11-01", "end": "2025-11-30", "programmed_pct": 20},
        {"start": "2026-01-01", "end": "2026-03-31", "programmed_pct": 30},
    ]
    plan = brought(monkeypatch, coalition, record).plan
    shares = Share.objects.filter(activity__plan=plan).order_by("programmed")

    assert [share.period.unit for share in shares] == ["month", "month", "quarter"]
    assert str(shares[0].period.start) == "2025-09-30"
    assert plan.periods.count() == 13
    assert not shares.filter(assumed=True).exists()


def test_a_file_that_holds_no_plan_is_refused(monkeypatch, coalition):
    with pytest.raises(NotBroughtIn) as refused:
        brought(monkeypatch, coalition, {"plan": {}, "objectives": []})
    assert refused.value.kind == "no_plan"


def test_a_scanner_that_finds_something_stops_it(monkeypatch, coalition, settings):
    settings.SCANNER = "false"
    before = counts()
    with pytest.raises(Refused):
        brought(monkeypatch, coalition, small())
    assert counts() == before


def test_baselines_and_the_targets_of_each_year_are_kept(monkeypatch, coalition):
    aim = {"text": "5 talleres", "comparator": ">=", "number": 5}
    yearly = [
        {"text": "2", "comparator": "=", "number": 2, "year": 2026},
        {"text": "3", "comparator": "=", "number": 3, "year": 2027},
    ]
    record = small(end="2027-12-31")
    record["objectives"][0]["activities"][0]["indicators"] = [
        {"name": "Talleres", "baseline": 4, "target": aim, "targets": [*yearly, {"text": "5 o más"}]},
        {"name": "Planes", "baseline": 10**20, "target": yearly[0] | {"year": 20260}},
    ]
    plan = brought(monkeypatch, coalition, record).plan
    first, second = plan.indicators.order_by("position")

    assert [(one.text_es, one.code, one.period and str(one.period)) for one in first.targets.all()] == [
        ("5 talleres", "", None), ("2", "", "2026"), ("3", "", "2027"), ("5 o más", "#4", None),
    ]  # fmt: skip
    assert (first.baseline, second.baseline, second.targets.get().period) == (4, None, None)
    assert second.provenance["baseline_as_found"] == str(10**20)


@pytest.mark.parametrize(
    ("head", "said", "agreed"),
    [
        ("Responsables", {}, True), ("Responsables", {"possible": True}, False),
        ("Responsables propuestos", {}, False), ("Responsable tentativa", {}, False),
    ],
)  # fmt: skip
def test_who_is_only_possible_is_not_agreed(monkeypatch, coalition, head, said, agreed):
    record = small(columns={head: "responsible"})
    record["objectives"][0]["activities"][0]["responsible"] = {"parties": [{"name": "Lima", **said}]}
    plan = brought(monkeypatch, coalition, record, add_parties=True).plan
    assert plan.responsibilities.get().agreed is agreed


def test_a_summary_and_a_note_stand_beside_what_their_column_holds_already(monkeypatch, coalition):
    record = small()
    record["objectives"][0] |= {"statement": "Aire limpio", "summary": ["Medir", "Reducir"]}
    record["objectives"][0]["activities"][0] |= {"observations": "Cada mes", "note": "Véase el anexo"}
    plan = brought(monkeypatch, coalition, record).plan

    assert plan.objectives.get().statement_es == "Aire limpio\nMedir\nReducir"
    assert plan.activities.get().observations_es == "Cada mes\nVéase el anexo"


@pytest.mark.parametrize(
    ("constraint", "raised"), [("plans_plan.slug", NotBroughtIn), ("period_once", IntegrityError)]
)
def test_only_a_taken_address_is_called_one(monkeypatch, coalition, constraint, raised):
    def apply_draft(*_args):
        raise IntegrityError(f"UNIQUE constraint failed: {constraint}")

    monkeypatch.setattr(bringing_in, "apply_draft", apply_draft)
    with pytest.raises(raised):
        brought(monkeypatch, coalition, small())
