"""A party answers what a round asks of it: nothing counts before it is accepted, nothing is lost or guessed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from coalitions import once, versions
from coalitions.models import AuditEntry, Document
from coalitions.refusal import Refused
from plans import figures, reports
from plans.figures import Figure
from plans.models import Acceptance, Measurement, Notice, Period, ProgressReport
from plans.permissions import may_enter_on_behalf, may_report
from tests.factories import (
    make_activity,
    make_coalition,
    make_indicator,
    make_objective,
    make_party,
    make_plan,
    make_report,
    make_round,
    make_seat,
    make_user,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 3, 9, tzinfo=UTC)
END = date(2026, 3, 31)
SAID = {"kind": "", "status": "in_progress", "executed": Decimal(40), "done": "Se midió en dos puntos."}
BEHALF = {"channel": "telephone", "given_by": "Luis Alba", "given_on": date(2026, 4, 2)}


@pytest.fixture
def round():
    """An open round of the first quarter of 2026 in a coalition that can be written to."""
    return make_round(make_plan(make_coalition(contact="st@example.org")))


@pytest.fixture
def asked(round):
    """A report that is asked of a city, and its focal point."""
    seat = make_seat(round.plan.coalition, role="focal_point")
    line = make_objective(round.plan)
    report = make_report(round, make_activity(line, responsible=[seat.party]), seat.party)
    report.focal = seat.user
    return report


def draft(report, answer=SAID, given=None, *, by=None, version=..., language="es", key="", verb=None):
    version = ProgressReport.objects.get(pk=report.pk).version if version is ... else version
    return (verb or reports.save_draft)(
        report.pk, answer, given or {}, language=language, version=version, by=by or report.focal, at=AT, key=key
    )  # fmt: skip


def send(report, answer=SAID, given=None, **rest):
    return draft(report, answer, given, verb=reports.submit, **rest)


def now(report):
    return ProgressReport.objects.get(pk=report.pk)


def acts():
    return list(AuditEntry.objects.order_by("number").values_list("act", flat=True))


# Drafts, sending, and the way back -------------------------------------------------------------------------


def test_a_draft_is_kept_and_begins_once(asked):
    draft(asked)
    draft(asked, {"next_steps": "Medir en el tercero."})
    row = now(asked)
    assert (row.state, row.status, row.executed, row.done_es) == ("draft", "in_progress", 40, SAID["done"])
    assert (row.next_steps_es, row.submitted_at) == ("Medir en el tercero.", None)
    assert acts() == ["report begun"]


def test_the_same_again_changes_nothing(asked):
    first = draft(asked)
    again = draft(asked)
    assert (first.version, again.version, asked.history.count()) == (2, 2, 2)


def test_zero_is_something_else_than_no_percentage(asked):
    draft(asked, {"executed": Decimal(0)})
    assert now(asked).executed == 0
    draft(asked, {"executed": None})
    assert now(asked).executed is None


def test_a_report_is_sent_once_for_each_form(asked):
    row = send(asked, key="a-form")
    assert (row.state, row.submitted_by, row.submitted_at) == ("submitted", asked.focal, AT)
    with pytest.raises(once.AlreadySaved):
        send(asked, key="a-form")
    with pytest.raises(Refused, match=r"sent already|ya se envió"):
        send(asked, key="another")
    assert acts() == ["report sent"]


def test_what_was_sent_is_withdrawn_until_it_is_reviewed(asked):
    send(asked)
    row = reports.withdraw(asked.pk, version=None, by=asked.focal, at=AT)
    assert (row.state, row.submitted_at, row.submitted_by) == ("draft", None, None)
    with pytest.raises(Refused):
        reports.withdraw(asked.pk, version=None, by=asked.focal, at=AT)


def test_reporting_again_leaves_what_was_accepted_counting(round, asked):
    done = make_report(
        round, make_activity(make_objective(round.plan)), asked.party, state="accepted", executed=30
    )
    row = reports.report_again(done.pk, version=done.version, by=asked.focal, at=AT)
    assert (row.state, row.executed) == ("draft", 30)
    assert Acceptance.objects.get(report=done, current=True).executed == 30
    with pytest.raises(Refused):
        reports.report_again(done.pk, version=None, by=asked.focal, at=AT)


def test_a_returned_report_that_is_corrected_is_a_draft_with_its_note(round, asked):
    asked.state, asked.review_note_es = "returned", "¿En qué fecha?"
    asked.save()
    begun = draft(asked)
    assert (begun.state, begun.review_note_es) == ("draft", "¿En qué fecha?")
    assert send(asked).state == "submitted"


def test_a_closed_round_says_so_and_whom_to_ask(round, asked):
    round.closed_at = AT
    round.save()
    for verb in (reports.save_draft, reports.submit):
        with pytest.raises(Refused, match=r"st@example\.org"):
            draft(asked, verb=verb)
    assert now(asked).state == "asked"


def test_a_round_that_is_not_open_yet_receives_nothing(round, asked):
    round.opened_at = None
    round.save()
    with pytest.raises(Refused):
        draft(asked)


# What a report must say ------------------------------------------------------------------------------------


def test_an_empty_report_is_not_sent(asked):
    with pytest.raises(Refused):
        send(asked, {"kind": ""})


def test_a_figure_alone_is_a_report(asked):
    indicator = make_indicator(activities=[asked.activity])
    assert send(asked, {"kind": ""}, {indicator.pk: Figure(Decimal(3))}).state == "submitted"


def test_completed_asks_for_evidence_or_a_reason(asked):
    for done in ({"status": "completed"}, {"executed": Decimal(100)}):
        with pytest.raises(Refused):
            send(asked, SAID | done)
    send(asked, SAID | {"status": "completed", "without_evidence": "El acta se firma en mayo."})
    reports.withdraw(asked.pk, version=None, by=asked.focal, at=AT)
    asked.evidence.add(Document.objects.create(coalition=asked.coalition, url="https://example.org/acta"))
    assert send(asked, {"without_evidence": ""}).state == "submitted"


def accepted_before(asked, *, figures=(), **fields):
    """What the party's report on the same activity said in the year before, accepted."""
    period = asked.round.plan.periods.create(unit="quarter", start=date(2025, 10, 1), end=date(2025, 12, 31))
    earlier = make_round(period=period)
    return make_report(earlier, asked.activity, asked.party, state="accepted", figures=figures, **fields)


def test_nothing_happened_keeps_status_and_percentage_and_drops_the_rest(asked):
    accepted_before(asked, status="in_progress", executed=Decimal("12.5"), done_es="Antes.")
    draft(asked, {"difficulties": "Escrito y luego descartado."})
    row = send(asked, {"kind": "nothing", "executed": Decimal(90), "done": "Feriados."})
    row.refresh_from_db()
    assert (row.kind, row.status, row.executed) == ("nothing", "in_progress", Decimal("12.5"))
    assert (row.done_es, row.difficulties_es) == ("Feriados.", "")


def test_nothing_happened_says_nothing_of_what_was_never_reported(asked):
    row = send(asked, {"kind": "nothing"})
    assert (row.status, row.executed, row.measurements.count()) == (None, None, 0)


def test_the_same_as_last_time_copies_what_was_accepted(asked):
    level = make_indicator(activities=[asked.activity])
    flow = make_indicator(activities=[asked.activity], rule="sum")
    accepted_before(asked, status="suspended", executed=20, figures=[(level, 7), (flow, 2)])
    row = send(asked, {"kind": "same"})
    assert (row.status, row.executed) == ("suspended", 20)
    # What is added up over the periods would be counted twice.
    values = Measurement.objects.filter(report=asked).values_list("indicator", "value", "on", "accepted")
    assert list(values) == [(level.pk, 7, END, False)]


def test_the_same_as_never_is_refused(asked):
    with pytest.raises(Refused):
        send(asked, {"kind": "same"})


# Values ----------------------------------------------------------------------------------------------------


def test_a_value_waits_beside_the_one_that_counts(round, asked):
    indicator = make_indicator(activities=[asked.activity])
    asked.state = "accepted"
    asked.save()
    Acceptance.of(asked, at=AT).save()
    Measurement.objects.create(
        indicator=indicator, party=asked.party, report=asked, on=END, value=3, accepted=True
    )
    reports.report_again(asked.pk, version=None, by=asked.focal, at=AT)
    rows = Measurement.objects.filter(indicator=indicator).order_by("accepted")
    draft(asked, {}, {indicator.pk: Figure(Decimal(5))})
    assert [(one.value, one.accepted) for one in rows.all()] == [(5, False), (3, True)]
    draft(asked, {}, {indicator.pk: Figure()})
    assert [(one.value, one.accepted) for one in rows.all()] == [(None, False), (3, True)]
    draft(asked, {}, {indicator.pk: Figure(Decimal(3))})
    assert [(one.value, one.accepted) for one in rows.all()] == [(3, True)]


def test_two_rounds_that_end_on_one_day_take_no_value_from_each_other(round, asked):
    indicator = make_indicator(activities=[asked.activity])
    send(asked, SAID, {indicator.pk: Figure(Decimal(5))})
    half = Period(plan=round.plan, unit="semester", start=date(2025, 10, 1), end=END, position=99)
    half.save()
    other = make_report(make_round(period=half), asked.activity, asked.party)
    draft(other, {}, {indicator.pk: Figure(Decimal(20))}, by=asked.focal)
    assert [one.value for one in asked.measurements.all()] == [5]
    assert [one.value for one in other.measurements.all()] == [20]


def test_a_value_that_is_emptied_is_no_row_and_not_zero(asked):
    indicator = make_indicator(activities=[asked.activity])
    draft(asked, {}, {indicator.pk: Figure(Decimal(5))})
    draft(asked, {}, {indicator.pk: Figure()})
    assert not Measurement.objects.filter(indicator=indicator).exists()


def test_a_milestone_is_reached_on_its_day_and_never_asked_again(asked):
    milestone = make_indicator(activities=[asked.activity], kind="milestone", target=("hecho", "done", None))
    draft(asked, {}, {milestone.pk: Figure(Decimal(1), on=date(2026, 2, 20))})
    draft(asked, {}, {milestone.pk: Figure(Decimal(1), on=date(2026, 2, 27))})
    (row,) = Measurement.objects.filter(indicator=milestone)
    assert (row.value, row.on) == (1, date(2026, 2, 27))
    row.accepted = True
    row.save()
    later = make_round(period=asked.round.plan.periods.get(start=date(2026, 4, 1)))
    (one,) = figures.asked_of(make_report(later, asked.activity, asked.party))
    assert one.reached


def test_an_indicator_of_several_activities_is_asked_once(round, asked):
    line = asked.activity.objective
    second = make_report(round, make_activity(line), asked.party)
    of_both = make_indicator(activities=[asked.activity, second.activity])
    of_the_line = make_indicator(line)
    of_the_second = make_indicator(activities=[second.activity])
    make_indicator(make_objective(round.plan))
    make_indicator(line, rule="membership")
    assert [one.indicator for one in figures.asked_of(asked)] == [of_both, of_the_line]
    assert [one.indicator for one in figures.asked_of(second)] == [of_the_second]


def test_a_value_that_is_not_asked_for_is_refused(asked):
    foreign = make_indicator()
    with pytest.raises(Refused):
        draft(asked, SAID, {foreign.pk: Figure(Decimal(5))})
    assert (now(asked).state, Measurement.objects.count()) == ("asked", 0)


def test_parts_that_do_not_add_up_are_said_and_kept(asked):
    breakdown = {"actor": ["público", "privado"], "nivel": ["nacional", "regional"]}
    indicator = make_indicator(activities=[asked.activity], breakdown=breakdown, name_es="Alianzas")
    parts = {"actor: público": Decimal(2), "actor: privado": Decimal("1.5"), "nivel: nacional": Decimal(4)}
    send(asked, SAID, {indicator.pk: Figure(Decimal(4), parts)})
    kept = Measurement.objects.get(indicator=indicator).parts
    assert kept == {"actor: público": 2, "actor: privado": "1.5", "nivel: nacional": 4}
    (doubt,) = figures.doubts(figures.asked_of(asked), "es")
    assert "Alianzas" in doubt and "actor" in doubt


def test_a_ratio_is_kept_with_both_of_its_numbers():
    both = {"numerator": Decimal(1), "denominator": Decimal(3)}
    assert figures.ratio_of(both) == Decimal("0.333333")
    assert figures.ratio_of({"numerator": Decimal(1)}) is None
    assert figures.ratio_of(both | {"denominator": Decimal(0)}) is None


@pytest.mark.parametrize("many", [1, 4])
def test_what_is_asked_costs_the_same_queries(asked, many, django_assert_num_queries):
    for _ in range(many):
        make_indicator(activities=[asked.activity])
        make_report(asked.round, make_activity(asked.activity.objective), asked.party)
    with django_assert_num_queries(6):
        figures.asked_of(asked)


# Who may, and two people at once ---------------------------------------------------------------------------


def test_who_reports_for_whom(round, asked):
    coalition, on = round.plan.coalition, END
    people = {
        "focal": asked.focal,
        "delegate": make_seat(role="delegate", party=asked.party).user,
        "other": make_seat(coalition, role="focal_point").user,
        "secretary": make_seat(coalition).user,
        "president": make_seat(coalition, role="presidency").user,
        "reader": make_seat(coalition, role="reader").user,
        "stranger": make_seat(make_coalition(), role="secretariat").user,
    }
    line = make_objective(round.plan)
    office = make_report(round, make_activity(line), make_party(coalition, kind="secretariat"))
    chair = make_report(round, make_activity(line), make_party(coalition, kind="presidency"))

    def who(may, report):
        return {name for name, user in people.items() if may(user, report, on)}

    assert who(may_report, asked) == {"focal", "delegate"}
    assert who(may_report, office) == {"secretary"}
    assert who(may_report, chair) == {"president"}
    assert who(may_enter_on_behalf, asked) == {"secretary"}


def test_a_right_that_ended_writes_nothing(asked):
    seat = asked.focal.seats.get()
    seat.ended_on = date(2026, 4, 3)
    seat.save()
    for verb in (reports.save_draft, reports.submit):
        with pytest.raises(Refused):
            draft(asked, verb=verb)
    with pytest.raises(Refused):
        reports.withdraw(asked.pk, version=None, by=asked.focal, at=AT)
    assert now(asked).version == 1


def test_another_form_is_stale_and_the_same_form_never(asked):
    draft(asked, key="mine", version=1)
    row = draft(asked, {"done": "Más."}, key="mine", version=1)
    assert (row.version, row.done_es) == (3, "Más.")
    with pytest.raises(versions.Stale):
        draft(asked, {"done": "De otra pestaña."}, key="other", version=1)
    draft(asked, {"done": "Colega."}, key="other", version=3)
    with pytest.raises(versions.Stale):
        draft(asked, {"done": "Tarde."}, key="mine", version=3)


# On behalf -------------------------------------------------------------------------------------------------


def test_the_secretariat_enters_an_answer_on_behalf_and_the_party_is_told(asked):
    secretary = make_seat(asked.coalition).user
    row = send(asked, SAID | BEHALF, by=secretary)
    row.refresh_from_db()
    assert (row.channel, row.given_by, row.given_on) == tuple(BEHALF.values())
    assert (row.submitted_by, acts()) == (secretary, ["report entered on behalf"])
    assert list(Notice.objects.values_list("kind", "user", "report")) == [
        ("on_behalf", asked.focal.pk, asked.pk)
    ]


def test_an_answer_on_behalf_says_who_gave_it(asked):
    secretary = make_seat(asked.coalition).user
    with pytest.raises(Refused):
        send(asked, SAID | BEHALF | {"given_by": ""}, by=secretary)
    assert draft(asked, SAID | BEHALF | {"given_by": ""}, by=secretary).channel == ""


def test_a_party_cannot_pose_as_the_secretariat(asked):
    assert send(asked, SAID | BEHALF).channel == ""


def test_the_party_objects_and_its_own_answer_settles_it(asked):
    secretary = make_seat(asked.coalition).user
    send(asked, SAID | BEHALF, by=secretary)
    with pytest.raises(Refused):
        reports.object_to(asked.pk, " ", version=None, by=asked.focal, at=AT)
    with pytest.raises(Refused):
        reports.object_to(asked.pk, "No soy yo", version=None, by=secretary, at=AT)
    reports.object_to(asked.pk, "No dijimos eso.", version=None, by=asked.focal, at=AT)
    assert now(asked).objection == "No dijimos eso."
    assert Notice.objects.filter(kind="objection", user=secretary).count() == 1
    reports.withdraw(asked.pk, version=None, by=asked.focal, at=AT)
    row = send(asked)
    assert (row.objection, row.channel) == ("", "")


def test_what_the_party_sent_itself_is_not_objected_to_nor_withdrawn_by_others(asked):
    send(asked)
    with pytest.raises(Refused):
        reports.object_to(asked.pk, "Nada", version=None, by=asked.focal, at=AT)
    with pytest.raises(Refused):
        reports.withdraw(asked.pk, version=None, by=make_seat(asked.coalition).user, at=AT)


def test_a_stranger_writes_nothing(asked):
    for user in (
        make_user(),
        make_seat(role="secretariat").user,
        make_seat(asked.coalition, role="reader").user,
    ):
        with pytest.raises(Refused):
            draft(asked, by=user)
