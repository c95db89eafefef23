"""A coalition comes into being: by the operator's page, by the command, with its bodies and an invitation (P1)."""

import io
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from PIL import Image

from coalitions import accent, logo, setting_up
from coalitions.models import AuditEntry, Coalition, Document, Invitation, Party
from coalitions.refusal import Refused
from tests.factories import make_coalition, make_seat, make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def picture(kind="PNG", size=(40, 20), **more):
    made = io.BytesIO()
    Image.new("RGB", size, "#1f5f8b").save(made, kind, **more)
    return made.getvalue()


def create(**fields):
    fields = {"slug": "riberas", "name_es": "Coalición de las Riberas"} | fields
    return setting_up.create_coalition(
        fields, "rosa@example.org", language="es", by=make_user(), now=NOW, logo=fields.pop("logo", None)
    )


def test_a_new_coalition_has_its_bodies_and_an_invited_secretary():
    made = create()
    assert set(made.parties.values_list("kind", flat=True)) == {
        Party.Kind.PLENARY, Party.Kind.SECRETARIAT, Party.Kind.MEMBERS, Party.Kind.FOCAL_POINTS,
    }  # fmt: skip
    offer = Invitation.objects.get(coalition=made)
    assert (offer.email, offer.role, offer.language) == ("rosa@example.org", "secretariat", "es")
    acts = AuditEntry.objects.filter(coalition=made).values_list("act", flat=True)
    assert set(acts) == {"coalition created", "invitation sent"}


def test_a_pale_accent_is_darkened_until_it_can_be_read():
    made = create(accent="#ffd400")
    assert made.accent != "#ffd400"
    assert accent.contrast(made.accent) >= 4.5


def test_a_taken_address_is_refused_and_nothing_is_left_behind():
    make_coalition(slug="riberas")
    with pytest.raises(Refused):
        create()
    assert Coalition.objects.count() == 1
    assert not Invitation.objects.exists()


def test_changed_settings_leave_one_trace_and_unchanged_ones_none():
    seat = make_seat()
    fields = {"short_name": "Riberas", "time_zone": "America/Bogota"}
    assert setting_up.change_settings(seat.coalition, fields, by=seat.user) == ["short_name", "time_zone"]
    assert setting_up.change_settings(seat.coalition, fields, by=seat.user) == []
    entry = AuditEntry.objects.get(coalition=seat.coalition)
    assert (entry.act, entry.change) == ("settings changed", '{"fields":["short_name","time_zone"]}')


def test_another_logo_replaces_the_one_before_which_stays():
    made = create(logo=logo.to_png(picture()))
    first = made.logo
    by = make_seat(made).user
    assert setting_up.change_settings(made, {}, by=by, logo=logo.to_png(picture())) == []
    assert setting_up.change_settings(made, {}, by=by, logo=logo.to_png(picture(size=(20, 20)))) == ["logo"]
    made.refresh_from_db()
    assert made.logo.replaces == first
    assert Document.objects.filter(kind="logo").count() == 2


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_becomes_a_png_without_metadata(kind):
    exif = Image.Exif()
    exif[0x010F] = "canary-camera"
    made = logo.to_png(picture(kind, exif=exif))
    with Image.open(io.BytesIO(made)) as read:
        assert (read.format, read.size) == ("PNG", (40, 20))
        assert not read.getexif()
    assert b"canary" not in made


def test_a_large_picture_is_made_smaller():
    with Image.open(io.BytesIO(logo.to_png(picture(size=(3000, 1500))))) as read:
        assert read.size == (1200, 600)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a\x01\x00",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script></html>",
        picture("GIF"),
        picture("BMP"),
        picture()[:60],
        picture("JPEG")[:200],
        picture(size=(5000, 10)),
        b"\x00" * (1024 * 1024 + 1),
    ],
    ids=[
        "empty",
        "head only",
        "gif head",
        "svg",
        "html",
        "gif",
        "bmp",
        "cut png",
        "cut jpeg",
        "pixels",
        "bytes",
    ],
)
def test_whatever_is_not_a_sound_small_picture_is_refused(data):
    with pytest.raises(Refused):
        logo.to_png(data)


def test_the_command_creates_what_its_options_say(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "logo.webp").write_bytes(picture("WEBP"))
    call_command(
        "create_coalition", slug="riberas", name_es="Coalición de las Riberas", secretary="rosa@example.org",
        levels_es="Línea > Actividad", levels_en="Line > Activity", word_completed_es="Hecha",
        time_zone="America/Bogota", logo=str(tmp_path / "logo.webp"),
    )  # fmt: skip
    made = Coalition.objects.get(slug="riberas")
    assert made.level_names == [{"es": "Línea", "en": "Line"}, {"es": "Actividad", "en": "Activity"}]
    assert made.status_words == {"completed": {"es": "Hecha"}}
    assert made.time_zone == "America/Bogota"
    assert made.logo.file.read().startswith(b"\x89PNG")
    assert Invitation.objects.get().email == "rosa@example.org"


def test_the_command_refuses_a_logo_that_is_not_there():
    with pytest.raises(CommandError, match="logo"):
        call_command("create_coalition", slug="riberas", logo="/nowhere/logo.png")


def test_the_command_names_everything_that_is_wrong():
    with pytest.raises(CommandError) as refused:
        call_command("create_coalition", slug="ri beras", secretary="rosa", time_zone="Mars")
    for field in ("slug", "secretary", "time_zone", "name_es"):
        assert f"{field}:" in str(refused.value)
    assert not Coalition.objects.exists()
