"""PDFs: tagged, deterministic, bounded, and cut off from everything but our own fonts (S-F1, S-F2)."""

import logging
import socket
import subprocess
import time

import page
import pytest
from django.utils.translation import override

from reporting.annual_report import pdf
from reporting.annual_report.pdf import FOR_PAGES, Limits, PdfNotMade, kept_pdf, make_pdf

FACE = '@font-face { font-family: "Source Sans 3"; src: url("fonts/source-sans-3-latin-400-normal.woff2"); }'


def document(body="<h1>Informe anual</h1><p>Plenaria de 2025: 45 %.</p>", head=""):
    style = f'<style>{FACE} body {{ font-family: "Source Sans 3" }}</style>'
    meta = (
        '<meta charset="utf-8"><meta name="dcterms.created" content="2025-12-31"><title>Informe anual</title>'
    )
    return f'<!doctype html><html lang="es"><head>{meta}{style}{head}</head><body>{body}</body></html>'


def text_of(content, tmp_path):
    file = tmp_path / "one.pdf"
    file.write_bytes(content)
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


def test_a_document_becomes_a_tagged_pdf_that_passes_pdf_ua(tmp_path):
    made = make_pdf(document())
    assert page.validate_pdf_bytes(made, profile="ua1").is_compliant
    assert "Plenaria de 2025: 45 %." in text_of(made, tmp_path)


def test_only_our_own_faces_are_in_it_and_all_are_embedded(tmp_path):
    (tmp_path / "one.pdf").write_bytes(make_pdf(document()))
    fonts = subprocess.run(
        ["pdffonts", tmp_path / "one.pdf"], capture_output=True, text=True, check=True
    ).stdout
    rows = fonts.splitlines()[2:]
    assert rows
    assert all("Source-S" in row and row.split()[-5] == "yes" for row in rows)


def test_the_same_document_gives_the_same_bytes():
    assert make_pdf(document()) == make_pdf(document())


def test_a_file_outside_the_static_folder_is_not_read(caplog, settings, tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title></svg>')
    body = f'<p>…</p><img alt="a" src="{secret.as_uri()}"><img alt="b" src="../manage.py">'
    with caplog.at_level(logging.WARNING):
        make_pdf(document(body))
    assert caplog.text.count("outside the static folder") == 2


def test_a_link_inside_the_static_folder_does_not_lead_out_of_it(tmp_path):
    from reporting.annual_report.pdf_child import inside

    folder = tmp_path / "static"
    folder.mkdir()
    (tmp_path / "secret").write_text("x")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "own").write_text("x")
    assert inside((folder / "own").as_uri(), folder)
    assert not inside((folder / "link").as_uri(), folder)
    assert not inside(f"{folder.as_uri()}/%2e%2e/secret", folder)
    assert not inside("file://elsewhere/static/own", folder)
    assert not inside("http://127.0.0.1/", folder)
    assert inside("data:text/plain,x", folder)


def test_nothing_is_fetched(caplog):
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.2)
        address = f"http://127.0.0.1:{canary.getsockname()[1]}/x"
        sheet = f'<link rel="stylesheet" href="{address}.css"><style>@import "{address}.css";</style>'
        make_pdf(
            document(f'<img alt="" src="{address}.png"><p style="background: url({address})">x</p>', sheet)
        )
        with pytest.raises(TimeoutError):
            canary.accept()


def test_a_document_that_takes_too_long_is_given_up_with_a_message():
    endless = document("<p>Actividad</p>" * 30_000)
    begun = time.monotonic()
    with override("en"), pytest.raises(PdfNotMade, match="took longer"):
        make_pdf(endless, Limits(cpu=2, wall=10))
    with override("en"), pytest.raises(PdfNotMade, match="took longer"):
        make_pdf(endless, Limits(cpu=60, wall=2))
    assert time.monotonic() - begun < 30


def test_a_document_that_needs_too_much_memory_is_given_up_with_a_message():
    with override("en"), pytest.raises(PdfNotMade, match="more memory"):
        make_pdf(
            document("<table>" + "<tr><td>x</td></tr>" * 20_000), Limits(memory=220_000_000, cpu=20, wall=30)
        )


def test_a_document_beyond_all_measure_is_refused_before_it_is_rendered():
    with override("en"), pytest.raises(PdfNotMade, match="too long"):
        make_pdf("x" * (FOR_PAGES.characters + 1))


def test_the_child_knows_nothing_of_the_site(monkeypatch, settings):
    monkeypatch.setenv("SECRET_KEY", "not for the child")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///x")
    assert set(pdf._environment("/x")) <= {
        "PATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "LC_ALL", "FONTCONFIG_FILE"
    }  # fmt: skip


def test_a_pdf_made_before_is_kept_and_served_again(tmp_path):
    first = kept_pdf(document(), folder=tmp_path)
    [kept] = tmp_path.iterdir()
    assert kept.name == f"{pdf.digest(document())}.pdf"
    kept.write_bytes(b"%PDF the kept one")
    assert kept_pdf(document(), folder=tmp_path) == b"%PDF the kept one"
    assert kept_pdf(document("<h1>Otro</h1>"), folder=tmp_path) != first
    assert len(list(tmp_path.iterdir())) == 2
