"""`manage.py load_demo`: the published plans, the invented coalition, users for each role.

A second run changes nothing."""

from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import StringIO

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db.models import Model

from coalitions import acts, audit
from coalitions.models import AuditEntry, Coalition, Party, Seat, User
from plans.aggregation import Measured, aggregate
from plans.asking import Asking
from plans.demo.files import read
from plans.models import Activity, Indicator, Measurement, Plan, ProgressReport, Round, Share
from tests.plans.gold import kept_for_the_module

SLUGS = [
    "corett-2020-2022", "dumpsites-2021-2022", "dumpsites-2024-2025", "mayors-2025-2026", "pao-cocaine-2022-2023",
    "ribera-2024", "ribera-2025",
]  # fmt: skip
TODAY = date(2026, 4, 3)


@pytest.fixture(scope="module")
def _demo(django_db_setup, django_db_blocker):
    with pytest.MonkeyPatch.context() as patch, kept_for_the_module(django_db_blocker):
        patch.setenv("DEMO_PASSWORD", "agua clara y buena")
        yield printed()


@pytest.fixture
def demo(_demo, db):
    """What load_demo printed; the demonstration is loaded."""
    return _demo


def printed():
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def every_row():
    """A digest of every table of the three apps, history and audit included."""
    digests = {}
    for model in apps.get_models():
        if model._meta.app_label in {"coalitions", "plans", "reporting"} and issubclass(model, Model):
            rows = serializers.serialize("json", model._base_manager.order_by("pk"))
            digests[model._meta.label] = (model._base_manager.count(), sha256(rows.encode()).hexdigest())
    return digests


def test_loading_twice_changes_nothing(demo):
    before = every_row()

    again = printed()

    assert every_row() == before
    assert "agua clara" not in again


def test_all_demo_plans_are_there(demo):
    assert sorted(Plan.objects.values_list("slug", flat=True)) == SLUGS
    invented = Coalition.objects.filter(invented=True)
    assert [coalition.slug for coalition in invented] == ["ribera-clara"]
    assert sorted(Coalition.objects.values_list("slug", flat=True)) == [
        "clasi", "corett", "dumpsites", "mayors", "ribera-clara",
    ]  # fmt: skip


def test_every_row_has_its_history_and_every_act_its_entry(demo):
    for model in (Plan, Activity, Share, Measurement, Party, ProgressReport):
        keys = set(model.objects.values_list("pk", flat=True))
        assert keys == set(model.history.filter(history_type="+").values_list("id", flat=True))
    imported = AuditEntry.objects.filter(act="plan imported").values_list("coalition__slug", flat=True)
    assert sorted(imported) == ["clasi", "corett", "dumpsites", "dumpsites", "mayors"]
    assert AuditEntry.objects.filter(act="plan made").count() == 2
    assert list(audit.verify()) == []


def test_every_role_has_a_user_who_can_sign_in(demo, client):
    assert {seat.role for seat in Seat.objects.all()} == set(Seat.Role.values)
    for user in User.objects.all():
        assert user.check_password("agua clara y buena")
        assert user.email.endswith("@example.org")
        assert user.email in demo
        assert user.is_staff == (user.is_superuser or user.seats.filter(role="secretariat").exists())
    assert "agua clara y buena" in demo
    assert set(User.objects.values_list("language", flat=True)) == {"es", "en"}


def test_a_second_load_keeps_a_changed_password(demo):
    user = User.objects.get(email="operator@example.org")
    user.set_password("otra frase bien larga")
    user.save()

    printed()

    user.refresh_from_db()
    assert user.check_password("otra frase bien larga")


def test_without_a_chosen_password_a_new_random_one_is_printed(demo, monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    User.objects.filter(email="operator@example.org").update(email="earlier@example.org")

    out = printed()

    line = next(line for line in out.splitlines() if "DEMO_PASSWORD" in line)
    assert any(User.objects.get(email="operator@example.org").check_password(word) for word in line.split())


def drawn():
    """The activities of invented.yaml."""
    return [fields for line in read("invented")["lines"] for fields in line["activities"]]


def accepted(indicator):
    rows = indicator.measurements.filter(accepted=True, on__lte=TODAY).select_related("party")
    return [Measured(row.party.name_es, row.on, row.value) for row in rows]


@pytest.mark.parametrize("fields", drawn(), ids=lambda fields: fields["code"])
def test_activity_is_as_drawn(demo, fields):
    activity = Activity.objects.get(plan__slug="ribera-2025", code=fields["code"])
    stored = {"late": "in_progress", "not-reported": None}
    executed = activity.shares.filter(executed__isnull=False).order_by("period__start").last()

    assert activity.title_es == fields["title"]["es"]
    assert activity.title_en == fields["title"]["en"]
    assert activity.status == stored.get(fields["status"], fields["status"].replace("-", "_"))
    assert (activity.status is None) == (activity.status_on is None)
    assert (executed.executed if executed else None) == fields["executed"]
    spans = activity.spans or [[activity.start.isoformat(), activity.end.isoformat()]]
    assert spans == [[day.isoformat() for day in span] for span in fields["spans"]]
    assert ("baseline" in activity.provenance) == ("baseline" in fields)


@pytest.mark.parametrize("fields", [f for f in drawn() if f["indicator"]], ids=lambda fields: fields["code"])
def test_indicator_comes_to_the_value_drawn(demo, fields):
    indicator = Indicator.objects.get(
        plan__slug="ribera-2025", kind="indicator", activities__code=fields["code"]
    )
    drawn_value, (entered, asked) = fields["indicator"]["value"], fields["indicator"]["reported"].split(" / ")

    found = aggregate(indicator.rule, accepted(indicator), asked=int(asked))

    if drawn_value is None:
        assert found.value is None
    elif isinstance(drawn_value, dict):
        assert found.value == 1
    else:
        assert found.value == Decimal(drawn_value)
    assert found.entered == int(entered)


def test_milestones_are_reached_as_drawn(demo):
    wanted = {
        (milestone["title"]["es"], milestone["date"], milestone["reached"])
        for fields in drawn()
        for milestone in fields.get("milestones", [])
    }
    rows = Indicator.objects.filter(plan__slug="ribera-2025", kind="milestone")

    assert {(row.name_es, row.due, row.measurements.filter(value=1).exists()) for row in rows} == wanted


def test_open_round_has_the_cells_drawn(demo):
    fields = read("invented")["round"]
    letters = {"accepted": "a", "submitted": "s", "returned": "r", "draft": "d", "asked": "n"}
    open_round = Round.objects.get(plan__slug="ribera-2025", opened_at__isnull=False, closed_at=None)
    cells = {
        (report.party.name_es, report.activity.code): letters[report.state]
        for report in open_round.reports.select_related("party", "activity")
    }
    wanted = {
        (party, code): letter
        for party, row in fields["cells"].items()
        for code, letter in zip(fields["columns"], row, strict=True)
        if letter != "o"
    }

    assert cells == wanted
    assert (open_round.due, open_round.period.name_es) == (date(2026, 4, 15), fields["name"].lower())


def test_who_is_asked_in_the_open_round_is_who_the_rule_proposes(demo):
    open_round = Round.objects.get(plan__slug="ribera-2025", opened_at__isnull=False, closed_at=None)
    pairs = Asking(open_round.plan, open_round.opened_at.date()).pairs(open_round.period)
    proposed = {pair.key for pair in pairs if not pair.why_not}
    asked = {(report.activity_id, report.party_id) for report in open_round.reports.all()}
    # The yearly Plenary goes on all year; its Secretariat unticked it for the first quarter.
    plenary = open_round.plan.activities.get(code="3.1")
    assert asked <= proposed
    assert {activity for activity, _party in proposed - asked} == {plenary.pk}


def test_the_rounds_of_the_rest_of_the_term_are_planned(demo):
    rounds = Plan.objects.get(slug="ribera-2025").rounds.order_by("period__start")
    assert [row.state for row in rounds] == ["closed"] * 4 + ["open"] + ["planned"] * 3
    assert [row.due for row in rounds][-1] == date(2027, 1, 15)


def test_what_was_asked_and_never_came_says_nothing(demo):
    silent = ProgressReport.objects.filter(state="asked")

    assert silent.filter(round__closed_at__isnull=False).count() == 12
    for report in silent:
        assert (report.executed, report.status, report.done, report.next_steps) == (None, None, "", "")
    assert not Measurement.objects.filter(report__in=silent).exists()


def test_the_earlier_plan_is_closed_and_some_of_it_goes_on(demo):
    earlier, later = Plan.objects.get(slug="ribera-2024"), Plan.objects.get(slug="ribera-2025")
    statuses = list(earlier.activities.values_list("status", flat=True))

    assert (earlier.state, later.state, later.follows) == ("closed", "in_force", earlier)
    assert statuses.count("completed") == 6
    assert sorted(set(statuses)) == ["completed", "in_progress", "not_started"]
    assert len(statuses) == 9


def test_both_languages_stand_side_by_side_in_the_invented_plans(demo):
    for slug in ("ribera-2024", "ribera-2025"):
        for activity in Activity.objects.filter(plan__slug=slug):
            assert activity.title_es
            assert activity.title_en
    spanish_only = ProgressReport.objects.filter(done_es__gt="", done_en=None)
    assert spanish_only.exists()


def test_published_plans_are_in_their_own_language_only(demo):
    rows = Activity.objects.filter(plan__coalition__invented=False)

    assert rows.count() == 13 + 16 + 21 + 20 + 21
    assert not rows.exclude(title_en="", title_es__gt="").exclude(title_en=None).exists()


def test_the_coalition_meets_decides_and_sits(demo):
    ribera = Coalition.objects.get(slug="ribera-clara")
    admitted = Party.objects.filter(
        coalition=ribera, memberships__standing="member", memberships__state="admitted"
    )
    presidency = ribera.parties.get(kind="presidency").terms.get(ended_on=None)

    assert admitted.count() == 8
    assert presidency.party.name_es == "Puerto Calandria"
    assert ribera.parties.filter(kind="working_group").count() == 2
    assert {meeting.body.kind for meeting in ribera.meetings.all()} == {"plenary", "working_group"}
    assert {decision.basis for decision in ribera.decisions.all()} == {"consensus", "vote"}
    assert ribera.initiatives.filter(kind="advocacy").count() == 3
    assert all(document.url.startswith("https://example.org/") for document in ribera.documents.all())
    assert (
        Plan.objects.get(slug="ribera-2025").sections.filter(kind="monitoring").exclude(text_en="").exists()
    )


def test_every_act_on_a_coalition_is_told_in_words(demo):
    entries = AuditEntry.objects.exclude(coalition=None)
    assert entries.exists()
    assert [entry.act for entry in entries if acts.in_words(entry) == entry.act] == []
