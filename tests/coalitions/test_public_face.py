"""What everybody sees of a coalition: the text it wrote for them, and nothing before it wrote one (law 5)."""

import pytest
from django.test import Client

from coalitions import logo, setting_up
from tests.access.test_every_route import without_token
from tests.coalitions.test_setting_up import picture
from tests.factories import give_second_step, make_coalition, make_plan, make_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def anybody():
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def riberas():
    return make_coalition(
        slug="riberas", name_es="Coalición de las Riberas", name_en="Coalition of the Banks",
        about_es="Ciudades a la orilla de un río.", about_en="Cities on a river.", contact="sec@example.org",
        address="Calle del Muelle 7", languages=["es"],
    )  # fmt: skip


def test_everybody_reads_who_a_coalition_is_and_how_to_reach_it(anybody, riberas):
    page = anybody.get("/coalitions/riberas/")
    assert page.status_code == 200
    for text in (
        "Coalition of the Banks",
        "Cities on a river.",
        "sec@example.org",
        "Calle del Muelle 7",
        "Spanish",
    ):
        assert text in page.text
    assert (
        "Ciudades a la orilla" in Client().get("/coalitions/riberas/", headers={"accept-language": "es"}).text
    )


def test_no_plan_member_or_person_stands_there(anybody, riberas):
    plan = make_plan(riberas, title_en="Canary plan")
    seat = make_seat(riberas, role="focal_point")
    page = anybody.get("/coalitions/riberas/").text
    for hidden in (plan.title_en, plan.slug, seat.user.email, seat.user.name, seat.party.name_es):
        assert hidden not in page


def test_without_a_public_text_a_coalition_looks_absent(anybody, riberas):
    riberas.about_es = riberas.about_en = ""
    riberas.save()
    hidden, absent = anybody.get("/coalitions/riberas/"), anybody.get("/coalitions/nowhere/")
    assert hidden.status_code == absent.status_code == 404
    assert without_token(hidden).replace("riberas", "nowhere") == without_token(absent)


def test_a_text_in_one_language_says_so(anybody, riberas):
    riberas.about_en = ""
    riberas.save()
    page = anybody.get("/coalitions/riberas/").text
    assert "Ciudades a la orilla de un río." in page
    assert "This text exists only in the language shown." in page


def test_what_was_typed_stays_text(anybody, riberas):
    riberas.about_en = "<script>alert(1)</script>"
    riberas.save()
    page = anybody.get("/coalitions/riberas/").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_logo_is_for_everybody_only_with_the_page(anybody, riberas, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    seat = make_seat(riberas)
    assert anybody.get("/c/riberas/logo.png").status_code == 404
    setting_up.change_settings(riberas, {}, by=seat.user, logo=logo.to_png(picture()))
    answer = anybody.get("/c/riberas/logo.png")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")

    setting_up.change_settings(riberas, {"about_es": "", "about_en": ""}, by=seat.user)
    assert anybody.get("/c/riberas/logo.png").status_code == 404
    member, stranger = Client(), Client()
    member.force_login(give_second_step(seat.user))
    stranger.force_login(give_second_step(make_seat().user))
    assert member.get("/c/riberas/logo.png").status_code == 200
    assert stranger.get("/c/riberas/logo.png").status_code == 404


def test_a_lost_file_is_a_missing_page_not_a_fault(anybody, riberas, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    setting_up.change_settings(riberas, {}, by=make_seat(riberas).user, logo=logo.to_png(picture()))
    riberas.refresh_from_db()
    riberas.logo.file.storage.delete(riberas.logo.file.name)
    assert anybody.get("/c/riberas/logo.png").status_code == 404


@pytest.mark.parametrize(
    ("path", "english", "spanish"),
    [("/privacy/", "Data and privacy", "Datos"), ("/accessibility/", "Accessibility", "Accesibilidad")],
)
def test_the_statements_of_the_site_stand_in_both_languages(path, english, spanish):
    assert english in Client(headers={"accept-language": "en"}).get(path).text
    assert spanish in Client(headers={"accept-language": "es"}).get(path).text
    assert Client().post(path).status_code == 405


def test_a_stranger_at_the_front_door_is_asked_to_sign_in(anybody):
    assert anybody.get("/")["Location"].startswith("/login/")
