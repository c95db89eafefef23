"""`manage.py render_report`: every demo report as one file that loads nothing, and as a PDF that can be read aloud."""

import io
import re
import subprocess
from datetime import date
from html import unescape

import page
import pikepdf
import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from plans.models import Activity, Objective, Plan
from reporting.annual_report.content import build, build_all
from reporting.annual_report.html import body, document
from reporting.annual_report.pdf import make_pdf

SLUGS = (
    "mayors-2025-2026", "dumpsites-2024-2025", "dumpsites-2021-2022", "corett-2020-2022", "pao-cocaine-2022-2023",
    "ribera-2024", "ribera-2025",
)  # fmt: skip
ON = date(2026, 11, 20)


# The rows are the same on either database, and a document knows nothing of it.
pytestmark = pytest.mark.once


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo plans, loaded once for the whole file and taken back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0, stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    """Each test sees the demo plans and leaves them as they were."""


def report_on(slug, language="es"):
    plan = Plan.objects.select_related("coalition").get(slug=slug)
    return build(plan, language=language, on=min(ON, plan.end))


def letters(text):
    """Without spaces and hyphens: a title may be broken over lines."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def titles(slug):
    for model in (Objective, Activity):
        for row in model.objects.filter(plan__slug=slug):
            yield {letters(title) for title in (row.title_es, row.title_en) if title}


def text_of(content, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    return subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_demo_report_is_a_page_without_scripts_styles_or_loads(demo, slug, language):
    report = report_on(slug, language)
    fragment = body(report)
    assert f'lang="{language}"' in fragment
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", fragment)
    whole = document(report, for_print=False)
    loads = re.findall(r'(?:src|href)="(?!#)([^"]*)"|url\("?(?!data:)([^)"]*)', whole)
    addresses = {link for pair in loads for link in pair if link}
    assert addresses <= {source.url for source in (*report.colophon.sources, *report.references)}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_link_within_a_report_leads_somewhere(demo, slug):
    fragment = body(report_on(slug))
    targets = set(re.findall(r'\sid="([^"]+)"', fragment))
    assert set(re.findall(r'href="#([^"]+)"', fragment)) <= targets
    assert len(re.findall(r'\sid="([^"]+)"', fragment)) == len(targets)


@pytest.mark.parametrize(
    ("slug", "language"), [("mayors-2025-2026", "en"), ("corett-2020-2022", "es"), ("ribera-2025", "es")]
)
def test_a_pdf_passes_pdf_ua_and_holds_every_title(demo, slug, language, tmp_path, caplog):
    made = make_pdf(document(report_on(slug, language), for_print=True))
    result = page.validate_pdf_bytes(made, profile="ua1")
    assert [failure.message for failure in result.failures] == []
    text = letters(text_of(made, tmp_path))
    assert [title for title in titles(slug) if title and not any(one in text for one in title)] == []
    assert caplog.text == ""  # not a warning from the layout


@pytest.mark.proof
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_every_demo_pdf_passes_pdf_ua_and_holds_every_title(demo, slug, language, tmp_path, caplog):
    test_a_pdf_passes_pdf_ua_and_holds_every_title(demo, slug, language, tmp_path, caplog)


@pytest.mark.parametrize(
    ("slug", "kind"),
    [("ribera-2025", "plan"), pytest.param("mayors-2025-2026", "annual", marks=pytest.mark.proof)],
)
def test_both_languages_side_by_side_pass_pdf_ua_too(demo, slug, kind, tmp_path, caplog):
    plan = Plan.objects.select_related("coalition").get(slug=slug)
    made = make_pdf(
        document(*build_all(plan, language="es+en", on=min(ON, plan.end), kind=kind), for_print=True)
    )
    assert [failure.message for failure in page.validate_pdf_bytes(made, profile="ua1").failures] == []
    assert caplog.text == ""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        spoken = [
            str(tag.Lang)
            for tag in pdf.objects
            if isinstance(tag, pikepdf.Dictionary) and "/S" in tag and "/Lang" in tag
        ]
    assert {"es", "en"} <= set(spoken)
    text = letters(text_of(made, tmp_path))
    for row in Activity.objects.filter(plan=plan):
        shown = [title for title in {row.title_es, row.title_en} if title]
        assert all(letters(title) in text for title in shown)


def test_the_plan_document_holds_its_narrative_and_nothing_of_its_progress(demo):
    plan = Plan.objects.select_related("coalition").get(slug="ribera-2025")
    report = build(plan, language="en", on=plan.end, kind="plan")
    fragment = body(report)
    assert '<h1 class="rp-">Work plan 2025–2026' in fragment or "Work plan 2025" in fragment
    for section in plan.sections.all():
        assert (section.text_en or section.text_es).splitlines()[0] in unescape(fragment)
    words = ("not reported", "Not reported", "Completed", "Annex", "with any report")
    assert [word for word in words if word in fragment] == []


def test_an_invented_coalition_is_marked_on_every_page(demo, tmp_path):
    made = make_pdf(document(report_on("ribera-2024"), for_print=True))
    pages = text_of(made, tmp_path).rstrip("\f").split("\f")
    assert all("INVENTED DATA" in text for text in pages)
    assert "INVENTED DATA" not in document(report_on("mayors-2025-2026"), for_print=True)


def test_not_reported_is_spelled_out_and_never_a_zero(demo):
    fragment = body(report_on("corett-2020-2022", "en"))
    assert len(re.findall(">not reported</(?:p|span)>", fragment)) > 60
    assert "rp-mark not_reported" in fragment


def test_a_text_in_the_other_language_says_so(demo):
    fragment = body(report_on("mayors-2025-2026", "en"))
    assert '<span class="rp-in" lang="es">Plenaria anual de la Coalición.</span>' in fragment
    assert not re.search(r'class="rp-in" lang="\w+">[^<]', body(report_on("ribera-2024", "es")))


def test_parts_with_nothing_in_them_are_one_sentence_each(demo):
    fragment = body(report_on("dumpsites-2021-2022", "en"))
    for anchor in ("timeline", "indicators", "milestones", "matrix", "functioning"):
        assert re.search(rf'<p class="rp-text" id="{anchor}"><b>[^<]+</b> [^<]+</p>', fragment)


def test_stated_figures_stand_beside_the_counted_ones(demo):
    fragment = body(report_on("dumpsites-2021-2022", "en"))
    part = fragment[fragment.index('id="declared"') :]
    assert re.search(r"<b>35</b><br/><span class=\"rp-none\">21 \(−14\)</span>", part)


def test_a_title_of_300_letters_is_set_whole(demo):
    line = Objective.objects.filter(plan__slug="ribera-2024", parent=None).first()
    line.title_es = "Reducir los vertidos en las riberas con las comunidades " * 6
    line.save()
    assert line.title_es.strip() in " ".join(body(report_on("ribera-2024")).split())
    assert '<h2 class="rp-longest"' in body(report_on("ribera-2024"))


def test_the_command_writes_the_same_file_again(demo, tmp_path):
    for name in ("first.html", "second.html", "first.pdf", "second.pdf"):
        call_command(
            "render_report", "ribera-2024", "--on", "2024-12-31", "--to", str(tmp_path / name), verbosity=0
        )
    assert (tmp_path / "first.html").read_bytes() == (tmp_path / "second.html").read_bytes()
    assert (tmp_path / "first.pdf").read_bytes() == (tmp_path / "second.pdf").read_bytes()
    assert (tmp_path / "first.pdf").read_bytes().startswith(b"%PDF")


def test_the_command_takes_a_language_and_a_period(demo, tmp_path):
    file = tmp_path / "report.html"
    call_command(
        "render_report", "ribera-2025", "--language", "en", "--from", "2025-01-01", "--to", "2025-12-31",
        "--on", "2026-03-31", "--to", str(file),
    )  # fmt: skip
    assert '<html lang="en">' in file.read_text()
    assert "Annual report<br/>2025</h1>" in file.read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere-2025", "--to", "x.html"], "ribera-2024"),
        (["ribera-2024", "--to", "x.docx"], "html, pdf"),
        (["ribera-2024", "--to", "x.html", "--kind", "final"], "annual, plan"),
        (["ribera-2024", "--to", "x.html", "--language", "fr"], "es, en, es+en"),
        (["ribera-2024", "--to", "x.html", "--on", "31/12/2024"], "2026-03-31"),
        (["ribera-2024", "--to", "x.html", "--to", "y.html"], "--to"),
        (["ribera-2024", "--to", "/nowhere/x.html"], "/nowhere/x.html"),
    ],
)
def test_what_is_not_available_is_refused_by_name(demo, arguments, message):
    with pytest.raises(CommandError, match=re.escape(message)):
        call_command("render_report", *arguments)
