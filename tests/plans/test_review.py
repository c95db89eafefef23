"""Reports are accepted, corrected, returned and accepted together: each once, by two people, with a trace."""

import threading
from datetime import date

import pytest
from django.db import connection

from coalitions import once, versions
from coalitions.models import AuditEntry
from coalitions.refusal import Refused
from plans import review
from plans.models import Acceptance, Measurement, Notice, ProgressReport
from tests.factories import make_activity, make_indicator, make_party, make_report, make_round, make_seat
from tests.plans.reviewing import AT, accept, counting, make_desk, make_document, sent, taken_up

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 31)


@pytest.fixture
def desk():
    return make_desk()


def act_of(report):
    return AuditEntry.objects.filter(model="plans.progressreport", object_pk=report.pk).last()


def test_what_is_accepted_is_written_down_and_counts(desk):
    document = make_document(desk.coalition)
    report = sent(desk, evidence=[document])
    accepted = accept(report, desk.ana)
    report.refresh_from_db()
    assert (report.state, report.version) == ("accepted", 2)
    assert (accepted.executed, accepted.status, accepted.done_es) == (40, "in_progress", "Primer taller.")
    assert (accepted.submitted_by, accepted.accepted_by, accepted.accepted_at) == (desk.mario, desk.ana, AT)
    assert (accepted.correction, accepted.alone, list(accepted.evidence.all())) == ("", "", [document])
    assert act_of(report).act == "report accepted"


def test_a_later_version_takes_its_place_and_leaves_it_readable(desk):
    report = sent(desk)
    first = accept(report, desk.ana)
    second = accept(taken_up(report, executed=70, done_es="Segundo taller."), desk.ana)
    assert counting(report) == second
    versions_ = Acceptance.objects.filter(report=report).order_by("pk")
    assert [(row.pk, row.executed, row.current) for row in versions_] == [
        (first.pk, 40, False),
        (second.pk, 70, True),
    ]


def test_a_report_that_does_not_wait_is_left_alone(desk):
    for state in ("asked", "draft", "returned", "accepted"):
        report = make_report(desk.round, party=make_party(desk.coalition), state=state)
        with pytest.raises(Refused):
            accept(report, desk.ana)
        with pytest.raises(Refused):
            review.send_back(report.pk, version=1, by=desk.ana, at=AT, note="Falta algo.")
    assert Acceptance.objects.count() == 1


def test_what_somebody_changed_meanwhile_is_not_accepted(desk):
    report = sent(desk)
    taken_up(report, executed=90)
    with pytest.raises(versions.Stale) as stale:
        review.accept(report.pk, version=1, by=desk.ana, at=AT)
    assert stale.value.row.executed == 90 and not Acceptance.objects.exists()


def test_the_same_form_accepts_once(desk):
    report, key = sent(desk), once.new_key()
    accept(report, desk.ana, key=key)
    taken_up(report)
    with pytest.raises(once.AlreadySaved):
        accept(report, desk.ana, key=key)
    assert Acceptance.objects.count() == 1


# Two people


def test_whoever_wrote_it_does_not_accept_it(desk):
    report = sent(desk, submitted_by=desk.ana, channel="mail", given_by="Mario Lago", given_on=ON)
    with pytest.raises(Refused):
        accept(report, desk.ana, alone="Nadie más está.")
    assert accept(report, desk.luis).alone == ""


def test_whoever_wrote_a_draft_that_another_sent_does_not_accept_it_either(desk):
    report = sent(desk, submitted_by=desk.luis)
    entry = report.history.first()
    entry.history_user = desk.ana
    entry.save()
    with pytest.raises(Refused):
        accept(report, desk.ana)


def test_whoever_wrote_into_a_returned_report_does_not_accept_it_but_whoever_returned_it_may(desk):
    report = sent(desk)
    review.send_back(report.pk, version=1, by=desk.luis, at=AT, note="Falta la lista.")
    report = taken_up(report, state="draft", done_es="Taller, con la lista.")
    report = taken_up(report)
    for entry, user in zip(report.history.order_by("history_id")[1:3], (desk.luis, desk.ana), strict=True):
        entry.history_user = user
        entry.save()
    with pytest.raises(Refused):
        accept(report, desk.ana)
    assert accept(report, desk.luis).alone == ""
    report.refresh_from_db()
    assert (report.review_note_es, report.review_note_en) == ("", "")


@pytest.mark.parametrize("rule", ["where_possible", "never"])
def test_one_person_alone_says_why_and_the_version_carries_the_mark(desk, rule):
    desk.coalition.four_eyes = rule
    desk.coalition.save()
    if rule == "where_possible":
        desk.luis.seats.update(ended_on=date(2026, 1, 1))
    report = sent(desk, submitted_by=desk.ana)
    with pytest.raises(Refused):
        accept(report, desk.ana)
    assert accept(report, desk.ana, alone="La otra persona está de licencia.").alone.startswith("La otra")
    assert (act_of(report).act, act_of(report).reason) == (
        "report accepted alone",
        "La otra persona está de licencia.",
    )


# Completion


@pytest.mark.parametrize("said", [{"status": "completed", "executed": 90}, {"executed": 100}])
def test_completion_asks_for_evidence_or_a_reason(desk, said):
    report = sent(desk, **said)
    with pytest.raises(Refused):
        accept(report, desk.ana)
    accept(
        report,
        desk.ana,
        changes={"without_evidence": "El acta se firma en mayo."},
        correction="Lo dijo por teléfono.",
    )
    assert counting(report).without_evidence == "El acta se firma en mayo."
    other = sent(desk, make_activity(desk.line), evidence=[make_document(desk.coalition)], **said)
    assert accept(other, desk.ana).without_evidence == ""


def test_what_was_completed_with_evidence_before_is_the_same_without_giving_it_again(desk):
    done = {"status": "completed", "executed": 100}
    accept(sent(desk, evidence=[make_document(desk.coalition)], **done), desk.ana)
    later = make_round(period=desk.plan.periods.order_by("start")[1])
    assert accept(sent(desk, round=later, kind="same", **done), desk.ana).status == "completed"


# Corrections


def test_a_correction_says_what_and_why_and_keeps_what_was_sent(desk):
    report = sent(desk)
    changes = {"executed": 35, "status": "in_progress", "done_es": "Primer taller, con el laboratorio."}
    with pytest.raises(Refused):
        accept(report, desk.ana, changes=changes)
    accepted = accept(report, desk.ana, changes=changes, correction="El acta dice 35.")
    assert (accepted.executed, accepted.done_es) == (35, "Primer taller, con el laboratorio.")
    assert accepted.correction.startswith("El acta dice 35.\n")
    assert "40 → 35" in accepted.correction and "Primer taller. →" in accepted.correction
    assert report.history.filter(state="submitted").last().executed == 40
    assert act_of(report).reason == "El acta dice 35."


def test_a_correction_without_a_difference_is_none(desk):
    assert accept(sent(desk), desk.ana, changes={"executed": 40}, correction="Visto.").correction == ""


# Values


def test_a_value_takes_the_place_of_the_one_that_counted_whose_history_keeps_it(desk):
    indicator = make_indicator(activities=[desk.activity])
    before = Measurement(indicator=indicator, party=desk.city, on=ON, value=12, accepted=True)
    before.save()
    report = sent(desk, figures=[(indicator, 17)])
    accepted = accept(report, desk.ana)
    (row,) = Measurement.objects.all()
    assert (row.pk, row.value, row.report, row.accepted) == (before.pk, 17, report, True)
    assert [entry.value for entry in row.history.order_by("history_id")] == [12, 17]
    assert accepted.figures == [{"indicator": indicator.pk, "value": "17", "parts": {}, "text": ""}]


def test_the_first_value_counts_as_it_is_and_an_unknown_one_stays_unknown(desk):
    known, unknown = (make_indicator(activities=[desk.activity]) for _ in range(2))
    accepted = accept(sent(desk, figures=[(known, 3), (unknown, None)]), desk.ana)
    assert [row["value"] for row in accepted.figures] == ["3", None]
    assert set(Measurement.objects.values_list("value", "accepted")) == {(3, True), (None, True)}


def test_a_milestone_that_gets_another_day_counts_once(desk):
    milestone = make_indicator(activities=[desk.activity], kind="milestone")
    report = sent(desk, figures=[(milestone, 0)])
    first = accept(report, desk.ana)
    waiting = Measurement(indicator=milestone, party=desk.city, report=report, on=date(2026, 3, 10), value=1)
    waiting.save()
    again = accept(taken_up(report), desk.ana)
    (row,) = Measurement.objects.all()
    assert (row.on, row.value, row.accepted) == (date(2026, 3, 10), 1, True)
    assert [one["value"] for one in (*first.figures, *again.figures)] == ["0", "1"]


def test_a_value_is_corrected_only_where_it_belongs_to_the_report(desk):
    indicator = make_indicator(activities=[desk.activity])
    report = sent(desk, figures=[(indicator, 17)])
    other = sent(desk, party=make_party(desk.coalition), figures=[(indicator, 5)])
    mine, foreign = (row.measurements.get() for row in (report, other))
    changes = {"figures": {mine.pk: {"value": 16}, foreign.pk: {"value": 99}}}
    accepted = accept(report, desk.ana, changes=changes, correction="Una persona contaba dos veces.")
    assert accepted.figures[0]["value"] == "16" and "17 → 16" in accepted.correction
    foreign.refresh_from_db()
    assert (foreign.value, foreign.accepted) == (5, False)


# Returned


def test_a_note_goes_to_whoever_wrote_it_in_her_language_and_another_stays_inside(desk):
    desk.mario.language = "en"
    desk.mario.save()
    report = sent(desk)
    review.send_back(
        report.pk,
        version=1,
        by=desk.ana,
        at=AT,
        note="Please attach the list.",
        office_note="Llamar el lunes.",
    )
    report.refresh_from_db()
    assert (report.state, report.version) == ("returned", 2)
    assert (report.review_note_en, report.review_note_es or "") == ("Please attach the list.", "")
    assert report.office_note == "Llamar el lunes."
    assert list(Notice.objects.values_list("kind", "user", "report")) == [
        ("returned", desk.mario.pk, report.pk)
    ]
    assert act_of(report).act == "report returned"


def test_nothing_is_returned_without_a_note_or_in_a_closed_round(desk):
    report = sent(desk)
    with pytest.raises(Refused):
        review.send_back(report.pk, version=1, by=desk.ana, at=AT, note=" ")
    desk.round.closed_at = AT
    desk.round.save()
    with pytest.raises(Refused):
        review.send_back(report.pk, version=1, by=desk.ana, at=AT, note="Falta la lista.")
    assert accept(report, desk.ana).current


def test_where_nobody_knows_who_sent_it_the_party_is_asked(desk):
    delegate = make_seat(role="delegate", party=desk.city).user
    report = sent(desk, submitted_by=None)
    review.send_back(report.pk, version=1, by=desk.ana, at=AT, note="Falta la lista.")
    assert set(Notice.objects.values_list("user", flat=True)) == {desk.mario.pk, delegate.pk}


def test_whoever_sent_it_and_has_no_seat_any_more_is_not_the_one_who_is_asked(desk):
    report = sent(desk)
    desk.mario.seats.update(ended_on=AT.date())
    rosa = make_seat(role="focal_point", party=desk.city).user
    review.send_back(report.pk, version=1, by=desk.ana, at=AT, note="Falta la lista.")
    assert list(Notice.objects.values_list("user", "held")) == [(rosa.pk, "")]


def test_a_returned_report_goes_on_counting_as_it_was_accepted(desk):
    report = sent(desk)
    first = accept(report, desk.ana)
    report = taken_up(report, executed=10)
    review.send_back(report.pk, version=report.version, by=desk.ana, at=AT, note="¿Menos que antes?")
    assert counting(report) == first


def test_an_objection_to_an_accepted_answer_is_heard_or_handed_back(desk):
    kept, handed = sent(desk), sent(desk, make_activity(desk.line))
    for report in (kept, handed):
        accept(report, desk.ana)
        taken_up(report, state="accepted", objection="No dijimos eso.")
    again = accept(kept, desk.ana)
    handed.refresh_from_db()
    review.send_back(handed.pk, version=handed.version, by=desk.ana, at=AT, note="Corríjalo, por favor.")
    assert [ProgressReport.objects.get(pk=row.pk).objection for row in (kept, handed)] == ["", ""]
    assert counting(kept) == again and counting(handed).executed == 40


# Several at once


def test_untouched_ones_are_accepted_together_and_the_others_are_named(desk):
    parties = [make_party(desk.coalition) for _ in range(4)]
    plain, changed, own, bare = (sent(desk, make_activity(desk.line), party) for party in parties)
    listed = {row.pk: row.version for row in (plain, changed, own, bare)}
    taken_up(changed, executed=50)
    ProgressReport.objects.filter(pk=own.pk).update(submitted_by=desk.ana)
    ProgressReport.objects.filter(pk=bare.pk).update(status="completed")
    outcome = review.accept_many(desk.plan, listed, by=desk.ana, at=AT)
    assert outcome.accepted == [plain]
    assert [row for row, _why in outcome.left] == [changed, own, bare] and all(
        why for _row, why in outcome.left
    )
    assert list(Acceptance.objects.values_list("report", flat=True)) == [plain.pk]
    assert list(AuditEntry.objects.values_list("act", flat=True)) == ["reports accepted"]


def test_reports_of_another_plan_are_not_taken_along(desk):
    foreign = sent(make_desk())
    outcome = review.accept_many(desk.plan, {foreign.pk: 1}, by=desk.ana, at=AT)
    assert (outcome.accepted, outcome.left) == ([], []) and not Acceptance.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_once_one_accepts_and_the_other_is_told():
    desk = make_desk()
    report, outcomes = sent(desk), []

    def decide(act):
        try:
            act()
            outcomes.append("done")
        except versions.Stale:
            outcomes.append("stale")
        finally:
            connection.close()

    acts = [
        lambda: review.accept(report.pk, version=1, by=desk.ana, at=AT),
        lambda: review.send_back(report.pk, version=1, by=desk.luis, at=AT, note="Falta la lista."),
    ]
    threads = [threading.Thread(target=decide, args=[act]) for act in acts]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(outcomes) == ["done", "stale"]
    report.refresh_from_db()
    assert report.version == 2 and Acceptance.objects.count() == (report.state == "accepted")
