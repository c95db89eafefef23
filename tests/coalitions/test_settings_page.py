"""The operator's page for a new coalition and each Secretariat's page of settings."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from coalitions.models import AuditEntry, Coalition, Invitation, User
from tests.coalitions.test_setting_up import picture
from tests.factories import give_second_step, make_coalition, make_seat

pytestmark = pytest.mark.django_db
NEW = "/operator/coalitions/new/"
LEAST = {
    "name_es": "Coalición de las Riberas", "time_zone": "America/Bogota", "languages": ["es", "en"],
    "accent": "#0b5d66", "four_eyes": "where_possible",
}  # fmt: skip
FIRST = LEAST | {"slug": "riberas", "secretary": "rosa@example.org", "secretary_language": "en"}


@pytest.fixture
def operator():
    return signed_in(User.objects.create_superuser("op@example.org"))


@pytest.fixture
def seat():
    return make_seat(make_coalition(slug="riberas", name_es="Coalición de las Riberas", name_en="Banks"))


def signed_in(user):
    client = Client(headers={"accept-language": "en"})
    client.force_login(give_second_step(user))
    return client


def address(seat):
    return f"/c/{seat.coalition.slug}/settings/"


def test_an_operator_creates_a_coalition(operator):
    done = operator.post(NEW, FIRST | {"accent": "#ffd400"}, follow=True)
    assert done.redirect_chain == [("/", 302)]
    assert "Its Secretariat was invited at rosa@example.org." in done.text
    assert "could not be read on white" in done.text
    made = Coalition.objects.get(slug="riberas")
    assert made.languages == ["es", "en"]
    offer = Invitation.objects.get(coalition=made)
    assert (offer.email, offer.role, offer.language) == ("rosa@example.org", "secretariat", "en")


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(operator):
    make_coalition(slug="riberas")
    wrong = FIRST | {
        "time_zone": "Mars/Base", "secretary": "rosa", "accent": "red", "levels_es": "Línea",
        "levels_en": "Line > Action > Activity", "about_es": "Texto <b>largo</b>",
    }  # fmt: skip
    page = operator.post(NEW, wrong)
    assert page.status_code == 200
    problems = page.context["form"].errors
    assert set(problems) == {"slug", "time_zone", "secretary", "accent", "levels_es", "levels_en"}
    assert 'role="alert"' in page.text
    assert "Texto &lt;b&gt;largo&lt;/b&gt;" in page.text
    assert Coalition.objects.count() == 1


def test_a_secretariat_changes_its_settings(seat):
    client = signed_in(seat.user)
    assert "Coalición de las Riberas" in client.get(address(seat)).text
    typed = LEAST | {
        "name_en": "Coalition of the Banks", "levels_es": "Línea > Actividad", "levels_en": "Line > Activity",
        "word_in_progress_es": "En marcha", "contact": "sec@example.org", "about_en": "Cities on a river.",
    }  # fmt: skip
    done = client.post(address(seat), typed, follow=True)
    assert done.redirect_chain == [(address(seat), 302)]
    assert "The settings were saved." in done.text
    kept = Coalition.objects.get()
    assert (kept.name_en, kept.contact, kept.about_en) == (
        "Coalition of the Banks", "sec@example.org", "Cities on a river.",
    )  # fmt: skip
    assert kept.level_names[1] == {"es": "Actividad", "en": "Activity"}
    assert kept.status_words == {"in_progress": {"es": "En marcha"}}
    assert 'value="Línea &gt; Actividad"' in client.get(address(seat)).text
    assert "Nothing was changed." in client.post(address(seat), typed, follow=True).text
    assert AuditEntry.objects.filter(act="settings changed").count() == 1


def test_no_extra_field_is_accepted(seat):
    """The address is the operator's, and never changes (S-A6)."""
    forged = {"slug": "other", "invented": "on", "rules": "{}", "id": "7", "secretary": "x@example.org"}
    signed_in(seat.user).post(address(seat), LEAST | forged)
    kept = Coalition.objects.get()
    assert (kept.slug, kept.invented) == ("riberas", False)
    assert not Invitation.objects.exists()


def test_a_logo_is_kept_as_a_png_and_shown(seat, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = signed_in(seat.user)
    upload = SimpleUploadedFile("../../x.jpg", picture("JPEG"), "text/html")
    client.post(address(seat), LEAST | {"logo_file": upload})
    kept = Coalition.objects.get().logo
    assert (kept.kind, kept.audience, len(kept.sha256)) == ("logo", "public", 64)
    assert kept.file.name.endswith(".png")
    assert "/c/riberas/logo.png" in client.get(address(seat)).text


@pytest.mark.parametrize("data", [b"", b"<svg/>", picture("GIF"), b"\x00" * (1024 * 1024 + 1)])
def test_another_file_is_refused_at_its_field(seat, data):
    page = signed_in(seat.user).post(address(seat), LEAST | {"logo_file": SimpleUploadedFile("x.png", data)})
    assert list(page.context["form"].errors) == ["logo_file"]
    assert Coalition.objects.get().logo is None


def test_settings_are_changed_by_their_secretariat_and_coalitions_made_by_operators_only(seat, operator):
    reader = signed_in(make_seat(seat.coalition, role="reader").user)
    stranger = signed_in(make_seat().user)
    for client, settings_page, new_page in ((reader, 403, 403), (stranger, 404, 403), (operator, 200, 200)):
        assert client.get(address(seat)).status_code == settings_page
        assert client.get(NEW).status_code == new_page
    assert stranger.post(address(seat), LEAST | {"name_es": "Ajena"}).status_code == 404
    assert reader.post(address(seat), LEAST | {"name_es": "Ajena"}).status_code == 403
    assert reader.post(NEW, FIRST | {"slug": "ajena"}).status_code == 403
    assert Coalition.objects.get(pk=seat.coalition.pk).name_es == "Coalición de las Riberas"
    assert not Coalition.objects.filter(slug="ajena").exists()


def test_two_secretariats_do_not_overwrite_each_other(seat):
    """The second to save sees what the first saved beside what was typed, and chooses for each field (S-B1)."""
    client = signed_in(seat.user)
    opened = client.get(address(seat)).context["made_from"]
    first = client.post(
        address(seat), LEAST | {"name_es": "Riberas Altas", "contact": "a@example.org", "made_from": opened}
    )
    assert first.status_code == 302

    typed = LEAST | {"name_es": "Riberas Bajas", "short_name": "Riberas", "made_from": opened}
    answer = client.post(address(seat), typed)
    assert answer.status_code == 409
    assert Coalition.objects.get(pk=seat.coalition_id).name_es == "Riberas Altas"
    shown = {one.name: (one.saved, one.typed, one.theirs) for one in answer.context["conflict"].differences}
    assert shown["name_es"] == ("Riberas Altas", "Riberas Bajas", False)
    assert shown["contact"] == ("a@example.org", "–", True)
    assert 'value="Riberas Bajas"' in answer.content.decode()

    chosen = {
        "theirs": ["contact"],
        "theirs-contact": "a@example.org",
        "made_from": answer.context["made_from"],
    }
    assert client.post(address(seat), typed | chosen).status_code == 302
    saved = Coalition.objects.get(pk=seat.coalition_id)
    assert (saved.name_es, saved.short_name, saved.contact) == ("Riberas Bajas", "Riberas", "a@example.org")
