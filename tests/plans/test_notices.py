"""Who is written to about a round, once a day, in which language, and what is held (R3, G20)."""

import smtplib
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command

from coalitions.models import AuditEntry, User
from coalitions.permissions import open_seats
from coalitions.reporters import reporters_of
from plans import notices, rounds
from plans.models import Notice, ProgressReport
from tests.factories import make_activity, make_coalition, make_objective, make_party, make_seat, make_user
from tests.plans.test_rounds import AT, DUE, Scene

pytestmark = pytest.mark.django_db
Kind = Notice.Kind


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def scene():
    return Scene(contact="sec@example.org")


def sent():
    return sorted(one.to[0] for one in mail.outbox)


def test_opening_writes_one_mail_to_each_person_with_everything_that_is_asked(scene, commit):
    # One person reports for both cities; the second city has a delegate besides.
    delegate = make_seat(role="delegate", party=scene.cities[1], user=make_user(language="en")).user
    make_seat(role="delegate", party=scene.cities[1], user=scene.people[0])
    with commit():
        scene.open(message={"es": "Gracias por su trabajo.", "en": "Thank you for your work."})
    assert sent() == sorted(user.email for user in [*scene.people, delegate])
    both = next(one for one in mail.outbox if one.to == [scene.people[0].email])
    for part in (*(city.name_es for city in scene.cities), "1.1", "protocolo común", "/asked/", "sec@example.org",
                 "15 de abril de 2026", "Gracias por su trabajo."):  # fmt: skip
        assert part in both.body
        assert part in both.alternatives[0][0]
    english = next(one for one in mail.outbox if one.to == [delegate.email])
    assert english.subject == "Reports: Q1 2026"
    assert "Thank you for your work." in english.body
    assert "until the end of 15 April 2026" in english.body
    assert scene.cities[0].name_es not in english.body
    assert Notice.objects.filter(kind=Kind.OPENED, sent_at__isnull=False, held="").count() == 3


def test_nothing_is_sent_where_the_act_is_undone(scene, commit):
    with commit() as waiting, pytest.raises(rounds.Refused):
        scene.open(set())
    assert waiting == []
    assert Notice.objects.count() == 0


def test_offices_are_written_to_through_their_seats(scene, commit):
    office = make_party(scene.coalition, kind="secretariat")
    head = make_party(scene.coalition, kind="presidency")
    secretary = make_seat(scene.coalition).user
    president = make_seat(scene.coalition, role="presidency").user
    make_seat(scene.coalition, role="reader")
    with commit():
        scene.open({(scene.activity.pk, office.pk), (scene.other.pk, head.pk)})
    assert sent() == sorted([secretary.email, president.email])


@pytest.mark.parametrize("why", ["invented", "inactive"])
def test_a_mail_is_held_with_its_reason(why, commit):
    scene = Scene(invented=why == "invented")
    if why == "inactive":
        User.objects.filter(pk=scene.people[0].pk).update(is_active=False)
    with commit():
        scene.open()
    held = dict(Notice.objects.values_list("user", "held"))
    assert held[scene.people[0].pk] == why
    assert len(mail.outbox) == (0 if why == "invented" else 1)
    assert notices.HELD[why]


def test_whoever_has_no_seat_any_more_is_not_written_to(scene, commit):
    stranger = make_user()
    with commit():
        notices.tell(Kind.OBJECTION, scene.open(), [stranger], by=None, at=AT)
    assert Notice.objects.get(user=stranger).held == "no_seat"
    assert stranger.email not in sent()


def test_a_mail_that_the_server_refuses_is_kept_as_failed(scene, commit, monkeypatch):
    def refuse(*_args):
        raise smtplib.SMTPException

    monkeypatch.setattr("coalitions.mails.send", refuse)
    with commit():
        scene.open()
    assert set(Notice.objects.values_list("held", "sent_at")) == {("failed", None)}
    assert scene.round.opened_at == AT


def test_the_row_stands_before_the_mail_so_that_none_goes_twice(scene, commit, monkeypatch):
    class Crash(Exception):
        pass

    def crash(*_args):
        assert Notice.objects.filter(sent_at=None).count() == 2
        raise Crash

    monkeypatch.setattr("coalitions.mails.send", crash)
    with pytest.raises(Crash), commit():
        scene.open()
    monkeypatch.undo()
    with commit():
        assert notices.tell(Kind.OPENED, scene.round, scene.people, by=None, at=AT) == []
    assert mail.outbox == []


def test_a_person_is_reminded_once_a_day_and_only_of_what_is_still_to_report(scene, commit):
    call = scene.open(scene.pairs | {(scene.other.pk, scene.cities[0].pk)})
    ProgressReport.objects.filter(party=scene.cities[1]).update(state="submitted")
    ProgressReport.objects.filter(activity=scene.activity, party=scene.cities[0]).update(state="accepted")
    with commit():
        assert len(rounds.remind(call, by=scene.by, at=AT)) == 1
        assert rounds.remind(call, by=scene.by, at=AT.replace(hour=20)) == []
    assert sent() == [scene.people[0].email]
    assert scene.other.code in mail.outbox[0].body
    assert f"{scene.activity.code} " not in mail.outbox[0].body
    assert AuditEntry.objects.filter(act="reminders sent").count() == 1


def test_closing_tells_only_whoever_had_begun(scene, commit):
    call = scene.open()
    ProgressReport.objects.filter(party=scene.cities[1]).update(state="draft")
    with commit():
        rounds.close(call, "Plenaria", by=scene.by, at=AT)
    assert sent() == [scene.people[1].email]
    assert "Plenaria" in mail.outbox[0].body


def test_extending_and_opening_again_tell_the_day_and_the_reason(scene, commit):
    call = scene.open()
    with commit():
        rounds.extend(call, date(2026, 4, 30), "Semana Santa", by=scene.by, at=AT)
    with commit():
        rounds.close(call, "", by=scene.by, at=AT)
        rounds.reopen(call, date(2026, 5, 3), "Faltó un acta", by=scene.by, at=AT)
    bodies = [one.body for one in mail.outbox if one.to == [scene.people[0].email]]
    assert [("30 de abril" in body, "3 de mayo" in body) for body in bodies] == [(True, False), (False, True)]
    assert ["Semana Santa" in bodies[0], "Faltó un acta" in bodies[1]] == [True, True]


def test_who_is_asked_later_is_told_and_nobody_else(scene, commit):
    third = make_party(scene.coalition, standing="member")
    new = make_seat(role="focal_point", party=third).user
    call = scene.open()
    wanted = scene.pairs | {(scene.other.pk, third.pk)}
    with commit():
        rounds.adjust(call, wanted, rounds.seen_of(call), by=scene.by, at=AT.replace(day=3))
    assert sent() == [new.email]


@pytest.mark.parametrize(
    ("kind", "words"), [("returned", "¿En qué fecha?"), ("on_behalf", "Alta"), ("objection", "Así no fue.")]
)
def test_a_mail_about_one_report_leads_to_it(scene, commit, kind, words):
    scene.cities[0].name_es = "Alta"
    scene.cities[0].save()
    report = scene.open().reports.get(party=scene.cities[0])
    report.review_note_es, report.objection = "¿En qué fecha?", "Así no fue."
    report.save()
    with commit():
        for _ in range(2):  # two returns on one day are two mails
            notices.tell(kind, scene.round, scene.people[:1], report, by=scene.by, at=AT, values={})
    assert len(mail.outbox) == 2
    assert f"/reports/{report.pk}/" in mail.outbox[0].body
    assert words in mail.outbox[0].body
    assert "Alta" in mail.outbox[0].body


def test_a_mail_says_nothing_as_html_that_was_not_written_as_html(scene, commit):
    with commit():
        scene.open(message={"es": "<b>Hola</b> & adiós", "en": ""})
    assert "<b>Hola</b> & adiós" in mail.outbox[0].body
    assert "<b>Hola" not in mail.outbox[0].alternatives[0][0]


# The command -------------------------------------------------------------------------------------------


def remind(on, *options):
    out = StringIO()
    call_command("send_reminders", "--on", on.isoformat(), *options, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2026, 4, 8), "hasta el final del 15 de abril"), (DUE, "hoy"), (date(2026, 4, 22), "todavía")],
)
def test_the_site_reminds_before_on_and_after_the_day(scene, commit, on, words):
    scene.open()
    assert scene.people[0].email in remind(on, "--dry-run")
    assert Notice.objects.filter(kind=Kind.REMINDER).count() == 0
    with commit():
        remind(on)
        again = remind(on)
    assert scene.people[0].email not in again
    assert sent() == sorted(user.email for user in scene.people)
    assert words in mail.outbox[0].body


def test_on_other_days_and_of_other_rounds_nobody_is_reminded(scene, commit):
    scene.open()
    with commit():
        for day in (7, 9, 14, 16, 21, 23):
            assert remind(date(2026, 4, day)) == ""
        rounds.close(scene.round, "", by=scene.by, at=AT)
        assert remind(DUE) == ""
    assert mail.outbox == []


def test_the_day_of_a_reminder_is_the_coalitions_own(scene):
    scene.coalition.time_zone = "Pacific/Kiritimati"
    scene.coalition.save()
    call = scene.open()
    made = rounds.remind(call, by=None, at=datetime(2026, 4, 14, 11, tzinfo=UTC))
    assert {notice.on for notice in made} == {DUE}


def test_an_outsider_is_never_among_the_people(scene):
    other = make_coalition()
    make_seat(other)
    make_seat(role="focal_point", party=make_party(other, standing="member"))
    on = date(2026, 4, 1)
    held = reporters_of(scene.coalition, scene.cities, on)
    assert {user for users in held.values() for user in users} == set(scene.people)
    assert all(open_seats(user, on).exists() for user in scene.people)


def test_a_mail_lists_many_activities_in_the_order_of_the_plan(scene, commit):
    line = make_objective(scene.plan)
    rows = [make_activity(line) for _ in range(12)]
    with commit():
        scene.open({(row.pk, scene.cities[0].pk) for row in rows})
    body = mail.outbox[0].body
    places = [body.index(f"- {row.code} ") for row in rows]
    assert places == sorted(places)
