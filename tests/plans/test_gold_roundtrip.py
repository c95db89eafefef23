"""The published plans, loaded and written back, are equal to their gold records, field by field."""

import pytest
from django.db.models import Q

from coalitions.models import Coalition
from coalitions.models.party import fold
from plans.demo.files import read
from plans.demo.published import load_published
from plans.exporting.gold import write
from plans.models import Activity, Indicator, Note, Plan, Result, Share
from tests.plans.gold import RECORDS, gold, kept_for_the_module

COUNTS = {
    "mayors-2025-2026": {"objectives": 3, "activities": 13, "indicators": 12},
    "dumpsites-2024-2025": {"objectives": 4, "actions": 7, "activities": 16, "milestones": 19},
    "dumpsites-2021-2022": {"objectives": 4, "actions": 10, "pending_activities": 21},
    "corett-2020-2022": {
        "axes": 4, "strategic_objectives": 5, "operational_objectives": 10, "activities": 20, "indicators": 22,
        "programmed_filled": 36, "executed_filled": 4,
    },
    "pao-cocaine-2022-2023": {"strategic_objectives": 5, "operational_actions": 5, "activities": 21, "indicators": 19},
}  # fmt: skip


@pytest.fixture(scope="module")
def _published(django_db_setup, django_db_blocker):
    with kept_for_the_module(django_db_blocker):
        load_published()
        yield


@pytest.fixture
def published(_published, db):
    """The published plans are loaded."""


def differences(found, wanted, path=""):
    """Every place where two records differ, as readable lines."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for key in sorted({*found, *wanted}):
            if key not in found or key not in wanted:
                yield f"{path}.{key}: only in the {'plan' if key in found else 'gold'}"
            else:
                yield from differences(found[key], wanted[key], f"{path}.{key}")
    elif isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for number, pair in enumerate(zip(found, wanted, strict=True)):
            yield from differences(*pair, f"{path}[{number}]")
    elif type(found) is not type(wanted) or found != wanted:
        yield f"{path}: {found!r} instead of {wanted!r}"


@pytest.mark.parametrize(("slug", "name", "coalition"), RECORDS)
def test_plan_written_back_is_equal_to_its_gold_record(published, slug, name, coalition):
    plan = Plan.objects.get(slug=slug)
    written, wanted = write(plan), gold(name)
    counts = written.pop("counts")
    printed_counts = wanted.pop("counts")

    assert list(differences(written, wanted)) == []
    assert plan.coalition.slug == coalition
    assert {key: counts[key] for key in printed_counts} == printed_counts
    assert {key: counts[key] for key in COUNTS[slug]} == COUNTS[slug]


def test_governing_document_written_back_is_equal_to_its_gold_record(published):
    mayors = Coalition.objects.get(slug="mayors")
    record = gold("governance")
    counts = record.pop("counts")
    anomalies = [
        {
            "id": note.key, "kind": note.kind, "where": note.place, "as_found": note.found_en,
            "resolution": note.reading_en, "action": note.action,
        }
        for note in mayors.notes.filter(plan=None)
    ]  # fmt: skip

    assert list(differences({**mayors.rules, "anomalies": anomalies}, record)) == []
    assert mayors.parties.filter(kind="working_group").count() == counts["working_groups"]
    kinds = set(mayors.parties.values_list("kind", flat=True))
    assert {"plenary", "presidency", "vice_presidency", "secretariat", "members"} <= kinds
    assert mayors.parties.filter(kind="secretariat").count() == 1
    assert mayors.name_en == record["name"]["en"]


def test_merged_cells_are_one_result_and_one_indicator(published):
    mayors = Plan.objects.get(slug="mayors-2025-2026")
    first, second = Activity.objects.filter(plan=mayors, code__in=["1.1", "1.2"])

    assert first.result == second.result
    assert list(first.indicators.all()) == list(second.indicators.all())
    assert Result.objects.filter(objective__plan=mayors).count() == 11


def test_possible_responsibility_is_not_agreed_but_kept(published):
    dumpsites = Plan.objects.get(slug="dumpsites-2024-2025")

    assert set(dumpsites.responsibilities.values_list("agreed", flat=True)) == {False}
    assert dumpsites.responsibilities.count() == 45
    assert not Plan.objects.get(slug="mayors-2025-2026").responsibilities.filter(agreed=False).exists()


def test_socios_ops_is_a_party_of_its_own(published):
    parties = Coalition.objects.get(slug="dumpsites").parties

    assert parties.get(aliases__text="Socios OPS").name_es == "Socios OPS"
    assert parties.get(aliases__folded=fold("Secretaria")).name_es == "Secretaría"


def test_members_of_the_steering_committee_sit_in_it(published):
    committee = Coalition.objects.get(slug="dumpsites").parties.get(kind="committee")
    named = [term.party.short_name or term.party.name_es for term in committee.terms.order_by("pk")]

    assert named == ["Argentina", "El Salvador", "Guatemala", "Surinam", "Uruguay", "UIM", "ISWA", "ARS"]


def test_an_explicit_zero_is_a_share_and_a_blank_is_none(published):
    shares = Share.objects.filter(activity__plan__slug="corett-2020-2022")

    assert shares.filter(executed=0).count() == 2
    assert shares.filter(executed__isnull=False).count() == 4
    assert shares.filter(assumed=True, heading="").count() == 2
    assert shares.filter(assumed=True, heading="Año 2018").exists()


def test_statuses_are_only_what_the_documents_say(published):
    stated = Activity.objects.exclude(status=None)

    assert set(stated.values_list("plan__slug", "status")) == {("dumpsites-2021-2022", "unfinished")}
    assert stated.count() == 21
    assert not Activity.objects.exclude(status_on=None).exists()


def test_periods_cover_the_plan_and_what_its_activities_reach_outside_it(published):
    dumpsites = Plan.objects.get(slug="dumpsites-2024-2025")
    mayors = Plan.objects.get(slug="mayors-2025-2026")

    assert [period.name_es for period in dumpsites.periods.all()][:2] == [
        "cuarto trimestre de 2023", "primer trimestre de 2024",
    ]  # fmt: skip
    assert dumpsites.periods.count() == 9
    assert [period.name_en for period in mayors.periods.all()][::11] == ["October 2025", "September 2026"]


def test_declared_figures_are_held_beside_the_rows(published):
    plan = Plan.objects.get(slug="dumpsites-2021-2022")
    table, text = plan.notes.filter(kind="declared").order_by("key")

    assert table.data["figures"] == {"completed": 15, "in_progress": 7, "not_started": 13}
    assert table.data["percent"] == {"completed": 42.9, "in_progress": 20.0, "not_started": 37.1}
    assert text.data["figures"] == {"completed": 14, "in_progress": 7, "not_started": 14}
    assert (text.data["total"], plan.activities.count()) == (35, 21)
    assert plan.followed_by.get().slug == "dumpsites-2024-2025"


def test_notes_stand_at_the_one_place_they_name(published):
    def places(slug):
        notes = Plan.objects.get(slug=slug).notes.order_by("pk")
        return {note.key: getattr(note.activity or note.objective, "code", None) for note in notes}

    mayors, pao, corett = map(places, ["mayors-2025-2026", "pao-cocaine-2022-2023", "corett-2020-2022"])
    assert (mayors["M03"], mayors["M05"], mayors["M01"]) == ("2.3", None, None)
    assert (pao["P05"], pao["P12"], pao["P03"]) == ("2.1.4", "AO 3.1", None)
    assert (corett["C22"], corett["C08"], corett["C04"]) == ("1.1", "3.2.1", None)


def test_milestones_without_a_number_are_reached_or_not(published):
    milestones = Indicator.objects.filter(kind="milestone", plan__slug="dumpsites-2024-2025")

    assert milestones.filter(targets__comparator="done").count() == 11
    assert milestones.filter(targets__number__isnull=False).count() == 8


def test_what_was_found_is_told_in_both_languages(published):
    for name in [name for _, name, _ in RECORDS] + ["governance"]:
        wanted = [entry["id"] for entry in gold(name)["anomalies"]]
        assert list(read("notes_es")[name]) == wanted
    notes = Note.objects.exclude(kind="declared")
    assert notes.count() == 95
    assert not notes.filter(
        Q(found_es=None) | Q(reading_es=None) | Q(found_en=None) | Q(reading_en=None)
    ).exists()
