"""Evidence of a report: given by its party, private until it is accepted, given out whole and never shown (T9, G13)."""

import io
import json
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from coalitions.models import AuditEntry, Document
from plans.models import Acceptance
from plans.permissions import documents_open_to
from tests.coalitions.files import docx, pdf, photo
from tests.factories import make_coalition, make_party, make_plan, make_report, make_round, make_seat

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def report():
    coalition = make_coalition()
    plan = make_plan(coalition)
    return make_report(make_round(plan), party=make_party(coalition, standing="member"), state="draft")


@pytest.fixture
def focal(report):
    return signed_in(make_seat(party=report.party, role="focal_point"))


def signed_in(seat):
    client = Client()
    client.force_login(seat.user)
    client.seat = seat
    return client


def upload(name="acta.pdf", data=None):
    return SimpleUploadedFile(name, pdf() if data is None else data, "text/html")


def send(client, report, *files, follow=False, script=True, **fields):
    headers = {"X-Evidence": "yes"} if script else {}
    return client.post(
        f"/reports/{report.pk}/evidence/", {"files": files, **fields}, headers=headers, follow=follow
    )


def files(media):
    return [path for path in media.rglob("*") if path.is_file()]


def test_a_focal_point_adds_a_photo_and_a_document(report, focal, media):
    version = report.version
    assert send(focal, report, upload("punto 3.png", photo((2400, 1200), "PNG")), upload()).status_code == 200
    first, second = report.evidence.order_by("pk")
    assert (first.title, first.media_type, second.media_type) == ("punto 3", "image/jpeg", "application/pdf")
    assert (first.kind, first.given_by, first.coalition) == ("evidence", focal.seat.user, report.coalition)
    with Image.open(first.file) as kept:
        assert kept.size == (2000, 1000)
    assert len(files(media)) == 2
    report.refresh_from_db()
    assert report.version == version  # an open form of its text is not behind
    entries = AuditEntry.objects.filter(act="evidence added").order_by("number")
    assert [json.loads(one.change)["document"] for one in entries] == [first.pk, second.pk]


def test_without_script_the_page_does_the_same(report, focal):
    answer = send(focal, report, upload(), script=False, follow=True)
    assert answer.redirect_chain == [(f"/reports/{report.pk}/evidence/", 302)]
    assert "acta" in answer.content.decode()
    removed = focal.post(f"/reports/{report.pk}/evidence/{report.evidence.get().pk}/remove/", follow=True)
    assert removed.status_code == 200 and not report.evidence.exists()


def test_one_wrong_file_stops_no_other(report, focal):
    answer = send(focal, report, upload(), upload("a.exe", b"MZ"), upload("b.pdf", b""))
    assert answer.status_code == 422
    assert len(answer.content.decode().splitlines()) == 2
    assert [one.title for one in report.evidence.all()] == ["acta"]


def test_nothing_chosen_and_a_wrong_link_are_said(report, focal):
    assert send(focal, report).status_code == 422
    answer = send(focal, report, script=False, url="javascript:alert(1)")
    assert answer.status_code == 200 and 'role="alert"' in answer.content.decode()
    assert not Document.objects.exists()


def test_a_link_is_kept_with_its_name(report, focal):
    assert send(focal, report, url="https://example.org/acta", title="Acta").status_code == 200
    document = report.evidence.get()
    assert (document.url, document.title, document.file.name) == ("https://example.org/acta", "Acta", "")
    answer = focal.get(f"/documents/{document.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "https://example.org/acta")


def test_the_same_form_sent_twice_adds_one(report, focal, media):
    for _time in range(2):
        assert send(focal, report, upload(), form_key="k1").status_code == 200
    assert report.evidence.count() == len(files(media)) == 1
    send(focal, report, upload(), form_key="k2")
    assert report.evidence.count() == 2


@pytest.mark.parametrize("state", ["submitted", "accepted"])
def test_what_was_sent_is_not_changed(report, focal, state, media):
    report.state = state
    report.save()
    answer = send(focal, report, upload())
    assert answer.status_code == 422 and files(media) == []
    assert focal.get(f"/reports/{report.pk}/evidence/").status_code == 200


def test_a_closed_round_takes_nothing(report, focal):
    report.round.closed_at = AT
    report.round.save()
    assert send(focal, report, upload()).status_code == 422
    assert not report.evidence.exists()


def test_the_secretariat_adds_evidence_on_behalf(report):
    assert send(signed_in(make_seat(report.coalition)), report, upload()).status_code == 200


def test_a_right_withdrawn_between_the_page_and_the_file_is_refused(report, focal, media):
    assert focal.get(f"/reports/{report.pk}/evidence/").status_code == 200
    focal.seat.ended_on = date(2026, 1, 1)
    focal.seat.save()
    assert send(focal, report, upload()).status_code == 404
    assert files(media) == []


def test_other_people_may_not_add(report):
    assert send(signed_in(make_seat(report.coalition, role="reader")), report, upload()).status_code == 403
    other = make_seat(party=make_party(report.coalition, standing="member"), role="focal_point")
    assert send(signed_in(other), report, upload()).status_code == 403
    assert send(signed_in(make_seat()), report, upload()).status_code == 404


def test_a_file_of_twelve_megabytes_more_is_refused_before_it_is_read(report, focal):
    answer = focal.generic(
        "POST",
        f"/reports/{report.pk}/evidence/",
        b"x",
        "multipart/form-data; boundary=a",
        CONTENT_LENGTH="99000000",
    )
    assert answer.status_code == 413
    assert "MB" in answer.content.decode()


# -- giving out -----------------------------------------------------------------------------------------


@pytest.fixture
def document(report, focal):
    send(focal, report, upload('Acta "1" del\u202e ñandú.pdf'))
    return report.evidence.get()


def test_a_document_is_given_out_as_a_download_in_its_own_type(document, focal):
    answer = focal.get(f"/documents/{document.pk}/")
    assert b"".join(answer.streaming_content) == pdf()
    headers = answer.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment; filename*=utf-8''Acta")
    assert "\u202e" not in headers["Content-Disposition"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert headers["Cache-Control"] == "no-store, private"
    assert int(headers["Content-Length"]) == len(pdf())


def test_part_of_a_document_is_answered_with_the_whole(document, focal):
    answer = focal.get(f"/documents/{document.pk}/", headers={"Range": "bytes=2-5"})
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, pdf())
    assert focal.head(f"/documents/{document.pk}/").status_code == 200
    assert focal.post(f"/documents/{document.pk}/").status_code == 405


def test_evidence_is_private_until_it_is_accepted(document, report, focal):
    """Bad input 40: every way to a file that is not open to the reader is the same 404."""
    secretariat, reader = (
        signed_in(make_seat(report.coalition, role=role)) for role in ("secretariat", "reader")
    )
    colleague = signed_in(make_seat(party=report.party, role="delegate"))
    neighbour = signed_in(
        make_seat(party=make_party(report.coalition, standing="member"), role="focal_point")
    )
    stranger = signed_in(make_seat())
    url = f"/documents/{document.pk}/"

    def answers():
        return [one.get(url).status_code for one in (secretariat, colleague, reader, neighbour, stranger)]

    assert answers() == [200, 200, 404, 404, 404]
    assert Client().get(url).status_code == 302

    accepted = Acceptance.of(report, at=AT)
    accepted.save()
    accepted.evidence.set(report.evidence.all())
    assert answers() == [200, 200, 200, 200, 404]

    report.withheld = ["evidence"]
    report.save()
    assert answers() == [200, 200, 404, 404, 404]

    focal.seat.ended_on = date(2026, 1, 1)
    focal.seat.save()
    assert focal.get(url).status_code == 404


def test_hidden_and_absent_look_the_same(document):
    stranger = signed_in(make_seat())
    hidden, absent = stranger.get(f"/documents/{document.pk}/"), stranger.get("/documents/987654/")
    assert hidden.status_code == absent.status_code == 404
    assert len(hidden.content) - len(absent.content) in range(-200, 200)


def test_a_list_of_documents_and_the_single_answer_agree(document, report):
    reader = make_seat(report.coalition, role="reader").user
    day = date(2026, 4, 2)
    assert not Document.objects.visible_to(reader, day).filter(documents_open_to(reader, day)).exists()
    agreed = Document.objects.create(coalition=report.coalition, kind="minutes", url="https://example.org/a")
    rows = Document.objects.visible_to(reader, day).filter(documents_open_to(reader, day))
    assert list(rows) == [agreed]
    agreed.audience = "secretariat"
    agreed.save()
    assert not rows.all().exists()


def test_a_document_whose_file_is_lost_is_a_404(document, focal):
    document.file.storage.delete(document.file.name)
    assert focal.get(f"/documents/{document.pk}/").status_code == 404


# -- taking away ----------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_away_goes_with_its_file(document, report, focal, media):
    answer = focal.post(f"/reports/{report.pk}/evidence/{document.pk}/remove/", headers={"X-Evidence": "yes"})
    assert answer.status_code == 200 and "acta" not in answer.content.decode().lower()
    assert not Document.objects.exists() and files(media) == []
    assert focal.get(f"/documents/{document.pk}/").status_code == 404
    again = focal.post(f"/reports/{report.pk}/evidence/{document.pk}/remove/")
    assert again.status_code == 302


@pytest.mark.django_db(transaction=True)
def test_what_an_accepted_version_names_stays(document, report, focal, media):
    accepted = Acceptance.of(report, at=AT)
    accepted.save()
    accepted.evidence.add(document)
    focal.post(f"/reports/{report.pk}/evidence/{document.pk}/remove/")
    assert not report.evidence.exists()
    assert list(accepted.evidence.all()) == [document] and len(files(media)) == 1


def test_a_document_of_another_report_is_not_taken_away(document, report, focal):
    other = make_report(report.round, party=report.party, state="draft")
    focal.post(f"/reports/{other.pk}/evidence/{document.pk}/remove/")
    assert list(report.evidence.all()) == [document]


def test_a_list_of_evidence_costs_the_same_whatever_its_length(report, focal, django_assert_num_queries):
    def queries():
        with django_assert_num_queries(10**6, exact=False) as seen:
            focal.get(f"/reports/{report.pk}/evidence/")
        return len(seen)

    send(focal, report, upload())
    one = queries()
    send(focal, report, upload(), upload("b.docx", docx()), upload("c.txt", b"Nota."))
    assert queries() == one


def test_canary_of_a_photo_is_nowhere(report, focal, media):
    send(focal, report, upload("a.jpg", photo((200, 100))))
    assert all(b"canary" not in path.read_bytes() for path in files(media))
    assert io.BytesIO(files(media)[0].read_bytes()).read(2) == b"\xff\xd8"
