"""The pages of plans and of their annual reports: who sees them, what they say, and in which language."""

import os
import re
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from coalitions.models import Coalition, Party, Seat, User
from plans.models import Activity, Indicator, Note, Objective, Plan
from reporting import dashboards
from reporting.annual_report import content, pdf
from tests.factories import give_second_step, make_operator
from tests.reporting.rows import make_line, make_plan

HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def ribera(db):
    return Coalition.objects.create(
        slug="ribera-clara", name_es="Coalición Ribera Clara", name_en="Clear Banks Coalition", invented=True
    )


@pytest.fixture
def ana(ribera):
    """A reader of Ribera Clara."""
    user = User.objects.create_user("ana@example.org", name="Ana Prado")
    Seat.objects.create(user=user, coalition=ribera, role=Seat.Role.READER)
    return user


@pytest.fixture
def stranger(db):
    """Somebody of another coalition."""
    other = Coalition.objects.create(slug="llano", name_es="Coalición del Llano")
    user = User.objects.create_user("luis@example.org")
    Seat.objects.create(user=user, coalition=other, role=Seat.Role.SECRETARIAT)
    return give_second_step(user)


@pytest.fixture
def plan(ribera):
    plan = make_plan(ribera, purpose_es="Conocer las riberas.")
    make_line(plan)
    return plan


def line_url(plan, place=0):
    line = plan.objectives.order_by("position", "pk")[place]
    return reverse("line", args=[plan.slug, line.pk])


def read(client, user, url, language="en"):
    client.force_login(user)
    client.cookies["django_language"] = language
    return client.get(url)


# Home ------------------------------------------------------------------------------------------------


def test_home_lists_the_readers_own_plans_with_what_was_reported(client, plan, ana, stranger):
    page = read(client, ana, "/")
    assert page.status_code == 200
    assert "Clear Banks Coalition" in page.text
    assert "Invented coalition, for demonstration." in page.text
    assert "1 of 3 activities reported" in page.text
    assert "1 January 2025 to 31 December 2025" in page.text
    assert reverse("plan", args=[plan.slug]) in page.text
    assert "Clear Banks" not in read(client, stranger, "/").text


def test_an_operator_sees_every_coalition(client, plan, stranger):
    operator = make_operator("op@example.org")
    page = read(client, operator, "/").text
    assert "Clear Banks Coalition" in page
    assert "Coalición del Llano" in page
    assert "This coalition has no plan yet." in page


def test_a_user_without_a_seat_is_told_what_to_do_next(client, plan):
    nobody = User.objects.create_user("nobody@example.org")
    page = read(client, nobody, "/").text
    assert "You have no seat in a coalition yet." in page
    assert "nobody@example.org" in page


def test_a_seat_that_ended_shows_nothing_any_more(client, plan, ana):
    ana.seats.update(ended_on=timezone.localdate() - timedelta(days=1))
    assert "You have no seat" in read(client, ana, "/").text
    assert read(client, ana, reverse("plan", args=[plan.slug])).status_code == 404


@pytest.mark.parametrize(
    "url", ["/", "/plans/ribera-2025/", "/plans/ribera-2025/timeline/", "/plans/ribera-2025/report/"]
)
def test_pages_are_read_only(client, plan, ana, url):
    client.force_login(ana)
    assert client.post(url).status_code == 405
    assert client.head(url).status_code == 200


def without_token(page, slug):
    """The page without what differs at every request, and without the address that was asked for."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(slug, "-")


# The plan --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["plan", "timeline", "report", "report_pdf"])
def test_a_stranger_cannot_tell_a_foreign_plan_from_none(client, plan, stranger, name):
    foreign = read(client, stranger, reverse(name, args=[plan.slug]))
    unknown = read(client, stranger, reverse(name, args=["no-such-plan"]))
    assert foreign.status_code == unknown.status_code == 404
    assert without_token(foreign.text, plan.slug) == without_token(unknown.text, "no-such-plan")
    assert "This page was not found" in foreign.text


@pytest.mark.parametrize("name", ["plan", "report", "report_pdf"])
def test_without_signing_in_no_plan_is_shown(client, plan, name):
    url = reverse(name, args=[plan.slug])
    assert client.get(url)["Location"] == f"/login/?next={url}"


def test_the_plan_page_says_where_one_is_and_how_the_plan_is_doing(client, plan, ana):
    page = read(client, ana, reverse("plan", args=[plan.slug])).text
    assert "<title>Work plan 2025 · Clear Banks Coalition · Plenaria</title>" in page
    assert "Invented data." in page
    assert "1 January 2025 to 31 December 2025" in page
    assert page.count('<use href="#s-completed"/>') == 2, "one square, one tally: no activity is told twice"
    assert "Not reported" in page
    assert "/accent/0b5d66.css" in page
    assert f'href="{line_url(plan)}"' in page
    assert f'<a id="a1" href="{line_url(plan)}#a1" title="1.1 Completed">' in page


def test_the_plan_page_draws_its_bars_in_percent_and_without_inline_style(client, plan, ana):
    page = read(client, ana, reverse("timeline", args=[plan.slug])).text
    assert 'class="timeline-grid"' in page
    assert '<rect class="frame completed" x="0%" y="6.5" width="25%" height="12"/>' in page
    assert " style=" not in page
    assert "<style" not in page
    assert "<script" not in page


def test_what_is_not_translated_says_which_language_it_is_in(client, plan, ana):
    for url in (line_url(plan), reverse("timeline", args=[plan.slug])):
        english = read(client, ana, url).text
        assert '<span lang="es">Actividad 1</span>' in english
        assert "(in Spanish)" in english
        spanish = read(client, ana, url, "es").text
        assert "Actividad 1" in spanish
        assert '<span lang="es">' not in spanish
    assert "January–March 2025" in read(client, ana, line_url(plan)).text, (
        "as understood, in the reader's words"
    )
    assert "Enero - marzo 2025" in read(client, ana, line_url(plan), "es").text


def test_a_plan_of_which_nothing_was_reported_says_so_and_shows_no_zero_percent(client, plan, ana):
    Activity.objects.update(status=None)
    page = read(client, ana, reverse("plan", args=[plan.slug])).text
    assert "0 of 3" in page
    assert "0&nbsp;%" not in page
    assert page.count('<use href="#s-not-reported"/>') == 3 + 1
    assert '<use href="#s-completed"/>' not in page


def test_an_empty_plan_says_what_comes_next(client, ribera, ana):
    empty = make_plan(ribera, "vacio-2026")
    page = read(client, ana, reverse("plan", args=[empty.slug]))
    assert page.status_code == 200
    assert "This plan has no activities yet." in page.text
    assert read(client, ana, reverse("report", args=[empty.slug])).status_code == 200


def test_a_plan_without_dates_draws_nothing_and_says_so(client, plan, ana):
    Activity.objects.update(start=None, end=None, period_printed="")
    page = read(client, ana, reverse("plan", args=[plan.slug]))
    assert "so there is nothing to draw" in page.text
    assert "not stated in the plan" in read(client, ana, line_url(plan)).text
    drawn = read(client, ana, reverse("timeline", args=[plan.slug])).text
    assert drawn.count("no dates stated") == 3
    assert "3 activities have no dates and no bar." in drawn


def test_a_flat_plan_prints_no_heading_for_its_one_untitled_objective(client, ribera, ana):
    flat = make_plan(ribera, "llano-2025")
    line = make_line(flat)
    Objective.objects.filter(pk=line.pk).update(code="", title_es="", title=None)
    page = read(client, ana, reverse("plan", args=[flat.slug]))
    assert page.status_code == 200
    assert "All activities" in page.text
    activities = read(client, ana, line_url(flat)).text
    assert "<h1>Activities</h1>" in activities
    assert '<h2 class="coded"><span class="code">1.1</span> ' in activities


def test_hostile_texts_are_shown_as_text(client, plan, ana):
    Plan.objects.update(title_es=HOSTILE, title_en=HOSTILE, purpose_es=HOSTILE, term_printed=HOSTILE)
    Coalition.objects.update(name_es=HOSTILE, name_en=HOSTILE, short_name=HOSTILE)
    Activity.objects.update(
        title_es=HOSTILE, title_en=HOSTILE, period_printed=HOSTILE, observations_es=HOSTILE
    )
    Objective.objects.update(title_es=HOSTILE, code=HOSTILE, statement_es=HOSTILE)
    Party.objects.update(name_es=HOSTILE)
    Indicator.objects.update(name_es=HOSTILE)
    Note.objects.create(coalition=plan.coalition, plan=plan, found_es=HOSTILE, place=HOSTILE)
    pages = [reverse(name, args=[plan.slug]) for name in ("plan", "timeline", "report")]
    for url in ("/", line_url(plan), *pages):
        page = read(client, ana, url).text
        assert "&lt;script&gt;" in page
        assert "<script" not in page


# The report ------------------------------------------------------------------------------------------


def test_the_report_speaks_the_language_asked_for_and_leads_to_the_other(client, plan, ana):
    url = reverse("report", args=[plan.slug])
    spanish = read(client, ana, f"{url}?language=es&on=2025-06-30", "en").text
    assert '<html lang="es">' in spanish
    assert f'href="{url}?language=en&amp;on=2025-06-30" lang="en"' in spanish
    assert reverse("report_pdf", args=[plan.slug]) + "?language=es&amp;on=2025-06-30" in spanish
    assert '<html lang="en">' in read(client, ana, url, "en").text


def test_the_report_is_read_in_both_languages_in_large_letters_and_part_by_part(client, plan, ana):
    url = reverse("report", args=[plan.slug])
    page = read(client, ana, f"{url}?language=es%2Ben&type=large", "en").text
    assert "css/report-large" in page
    assert '<span lang="es">Informe anual' in page
    assert '<span lang="en">Annual report' in page
    nexts = re.findall(r'class="rp-k rp-next" href="#([\w-]+)" rel="next"', page)
    assert len(nexts) > 4
    assert all(f'id="{anchor}"' in page for anchor in nexts)


def test_the_plan_document_is_a_page_of_its_own_without_progress(client, plan, ana):
    page = read(client, ana, reverse("plan_document", args=[plan.slug])).text
    assert "<title>Work plan" in page
    assert "Not reported" not in page
    assert reverse("plan_document_pdf", args=[plan.slug]) in page
    pdf_answer = read(client, ana, reverse("plan_document_pdf", args=[plan.slug]) + "?language=es%2Ben")
    assert pdf_answer["Content-Disposition"].endswith('.es+en.pdf"')


def test_the_report_stands_on_the_day_asked_for(client, plan, ana):
    url = reverse("report", args=[plan.slug])
    assert 'value="2025-03-31"' in read(client, ana, f"{url}?on=2025-03-31").text
    assert 'value="2025-12-31"' in read(client, ana, url).text, "without a day: the plan's end, as it is past"


@pytest.mark.parametrize("name", ["report", "report_pdf"])
@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("on=yesterday", "The day must be written as 2026-03-31"),
        ("on=2025-02-30", "The day must be written as 2026-03-31"),
        ("on=1999-01-01", "lie between 1 January 2025 and"),
        ("on=9999-12-31", "lie between 1 January 2025 and"),
        ("language=fr", "The language must be one of: es, en, es+en."),
        ("language=%3Cscript%3E", "The language must be one of: es, en, es+en."),
        ("on=2025-01-01%27--&language=", "The day must be written as 2026-03-31"),
    ],
)
def test_a_report_asked_for_wrongly_is_refused_in_words(client, plan, ana, name, query, problem):
    page = read(client, ana, f"{reverse(name, args=[plan.slug])}?{query}")
    assert page.status_code == 400
    assert problem in page.text
    assert "<script" not in page.text


def test_the_pdf_has_a_name_that_tells_what_it_is(client, plan, ana):
    answer = read(client, ana, reverse("report_pdf", args=[plan.slug]) + "?language=es&on=2025-06-30")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith('inline; filename="ribera-2025-')
    assert answer["Content-Disposition"].endswith('-2025-06-30.es.pdf"')


def test_a_pdf_that_cannot_be_made_leaves_a_page_that_leads_to_the_report(
    client, plan, ana, monkeypatch, tmp_path
):
    broken = tmp_path / "child.py"
    broken.write_text("raise SystemExit(3)")
    monkeypatch.setattr(pdf, "CHILD", broken)
    Plan.objects.update(title_es="Plan que nadie ha impreso", title_en="A plan that nobody has printed")
    answer = read(client, ana, reverse("report_pdf", args=[plan.slug]) + "?language=en&on=2025-05-17")
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "The PDF could not be made" in answer.text
    assert reverse("report", args=[plan.slug]) + "?language=en&amp;on=2025-05-17" in answer.text


# Queries ---------------------------------------------------------------------------------------------


def queries(client, user, url):
    client.force_login(user)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


@pytest.mark.parametrize("name", ["plan", "line", "timeline", "report"])
def test_the_queries_of_a_page_do_not_grow_with_its_rows(client, ribera, ana, name):
    counts = []
    for number, activities in enumerate([1, 3, 300 if os.environ.get("PROOF") else 30]):
        plan = make_plan(ribera, f"ribera-{number}")
        make_line(plan, activities=activities)
        url = line_url(plan) if name == "line" else reverse(name, args=[plan.slug])
        counts.append(queries(client, ana, url))
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 25


def test_the_queries_of_home_do_not_grow_with_its_plans(client, ribera, ana):
    counts = []
    for number in range(3):
        make_line(make_plan(ribera, f"ribera-{number}"))
        counts.append(queries(client, ana, "/"))
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 25


# Every demo plan -------------------------------------------------------------------------------------


def test_home_and_report_count_the_same_activities_as_reported(db):
    call_command("load_demo", stdout=StringIO())
    today = date(2026, 11, 20)
    operator = make_operator("op@example.org")
    cards = [card for _row, plans in dashboards.portfolio(operator, "en", today) for card in plans]
    assert {card.slug: (card.reported, card.activities) for card in cards} == {
        plan.slug: (count.count, count.total)
        for plan in Plan.objects.all()
        for count in [content.build(plan, language="en", on=min(today, plan.end)).glance.reported]
    }
    assert {card.reported for card in cards} > {0}
