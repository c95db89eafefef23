"""`manage.py import_plan`: what it prints, what it writes, and the code it ends with."""

import json
import os
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class
from django.utils.translation import override

from coalitions.models import AuditEntry, Document
from coalitions.refusal import Refused
from plans.importing import understanding
from plans.importing.grids import Problem
from plans.importing.problems import WITHOUT_PROPOSAL, reason
from plans.models import Import, Plan
from tests.factories import make_coalition
from tests.plans.gold import RECORDS, gold
from tests.plans.importing.understood import read_as, small, traced

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(db):
    return make_coalition(slug="alcaldes")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Plan 2026.xlsx"
    path.write_bytes(b"a file")
    return path


def run(*options):
    """What the command wrote to stdout and to stderr."""
    out, err = StringIO(), StringIO()
    call_command("import_plan", *map(str, options), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refused(*options):
    """(exit code, words)"""
    with pytest.raises(CommandError) as error:
        run(*options)
    return error.value.returncode, str(error.value)


@pytest.mark.parametrize(("_slug", "name", "_home"), RECORDS)
def test_json_is_the_record_with_what_was_found(monkeypatch, file, _slug, name, _home):
    problem = Problem("date_impossible", "Plan!B2", "31.02.2026", "28.02.2026", is_error=True)
    read_as(monkeypatch, gold(name), [problem], [("Plan!Z1", "Total", "a total")])
    out, err = run(file, "--json", "--language", "en")
    printed = json.loads(out)

    assert (printed.pop("problems")[0], printed.pop("unused")) == (
        {
            "kind": "date_impossible", "place": "Plan!B2", "value": "31.02.2026",
            "reason": "“31.02.2026” is no day of the calendar. The day stays empty.",
            "proposal": "28.02.2026", "severity": "error",
        },
        [{"place": "Plan!Z1", "text": "Total", "reason": "a total"}],
    )  # fmt: skip
    assert printed == json.loads(json.dumps(gold(name), default=str))
    assert err == ""
    assert not Plan.objects.exists()


def test_the_outline_shows_plan_problems_and_unused_cells(monkeypatch, file):
    problems = [
        Problem("date_impossible", "Plan!B2", "31.02.2026", is_error=True),
        Problem("hidden_sheet", "Hoja 3"),
    ]
    read_as(monkeypatch, traced(gold("corett-2020-2022")), problems, [("Plan!Z1", "Total", "a total")])
    out, _err = run(file, "--language", "en")

    for words in (
        "Cells that could not be read (1)", "Plan!B2: “31.02.2026” is no day of the calendar.", "To be looked at (1)",
        "Hoja 3: This sheet is hidden", "Not used (1)", "Plan!Z1: Total (a total)", "2020",
    ):  # fmt: skip
        assert words in out
    spanish, _err = run(file, "--language", "es")
    assert "Celdas que no se pudieron leer (1)" in spanish


def test_apply_makes_a_draft_once(monkeypatch, coalition, file):
    read_as(monkeypatch, small())
    out, _err = run(file, "--coalition", "alcaldes", "--apply", "--language", "en")
    plan = Plan.objects.get()
    entries = AuditEntry.objects.count()

    assert f"Brought in as a draft: the plan {plan.slug}." in out
    again, _err = run(file, "--coalition", "alcaldes", "--apply", "--language", "en")
    assert again == f"Nothing was changed: this file was brought in before, as the plan {plan.slug}.\n"
    assert (Plan.objects.get(), Import.objects.count(), AuditEntry.objects.count()) == (plan, 1, entries)


def test_json_alone_goes_to_stdout(monkeypatch, coalition, file):
    read_as(monkeypatch, small())
    out, err = run(file, "--coalition", "alcaldes", "--apply", "--json", "--language", "en")
    assert json.loads(out)["objectives"]
    assert "Brought in as a draft" in err


def test_dates_and_parties_are_said_on_the_line(monkeypatch, coalition, file):
    record = small(start=None, end=None)
    record["objectives"][0]["activities"][0]["responsible"] = {"parties": [{"name": "Lima"}]}
    read_as(monkeypatch, record)
    run(
        file, "--coalition", "alcaldes", "--start", "2026-01-01", "--end", "2026-12-31", "--apply", "--add-parties"
    )  # fmt: skip
    assert Plan.objects.get().responsibilities.get().party.name_es == "Lima"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("empty", 3), ("not_what_it_says", 3), ("old_kind", 3), ("encrypted", 3), ("macros", 3), ("damaged", 3),
        ("document_type", 3), ("unknown_kind", 3), ("too_large", 4), ("too_many_rows", 4), ("too_slow", 4),
    ],
)  # fmt: skip
def test_each_kind_of_unreadable_file_has_its_code(monkeypatch, file, kind, code):
    def understand(*_args, **_options):
        refusal = Refused("The file is what it is.")
        refusal.kind = kind
        raise refusal

    monkeypatch.setattr(understanding, "understand", understand)
    assert refused(file) == (code, "The file is what it is.")


def test_every_other_refusal_has_its_code(monkeypatch, coalition, file, settings, tmp_path):
    read_as(monkeypatch, {"plan": {}, "objectives": []})
    assert refused(file)[0] == 5
    read_as(monkeypatch, small(start=None))
    assert refused(file, "--apply")[0] == 6
    assert refused(file, "--coalition", "nadie")[0] == 6
    assert refused(file, "--coalition", "alcaldes", "--apply")[0] == 6
    read_as(monkeypatch, small(), [Problem("date_impossible", "B2", "x", is_error=True)])
    run(file)
    assert refused(file, "--coalition", "alcaldes", "--apply")[0] == 8
    assert not Plan.objects.exists() and not Document.objects.exists()
    run(file, "--coalition", "alcaldes", "--apply", "--with-errors")
    file.write_bytes(b"another")
    assert refused(file, "--coalition", "alcaldes", "--apply", "--with-errors")[0] == 7
    settings.SCANNER = "false"
    other = file.rename(tmp_path / "Otro.xlsx")
    assert refused(other, "--coalition", "alcaldes", "--apply", "--with-errors")[0] == 9
    assert refused(tmp_path / "absent.xlsx")[0] == 3


def test_help_lists_the_codes():
    command = load_command_class(get_commands()["import_plan"], "import_plan")
    text = command.create_parser("manage.py", "import_plan").format_help()
    assert all(f"\n  {code}  " in text for code in (0, 2, 3, 4, 5, 6, 7, 8, 9))


def test_what_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "plan.tsv")
    assert refused(tmp_path / "plan.tsv", "--language", "en")[1].endswith("plan.tsv” is no file.")
    assert refused("/dev/zero")[0] == refused(tmp_path)[0] == 3
    large = tmp_path / "large.tsv"
    large.write_bytes(b"x" * 10_000_001)
    assert refused(large)[0] == 4


def test_a_name_that_is_no_text_is_cleaned(tmp_path):
    rows = "Actividad\tPlazo\nMedir el aire\tenero 2026\nMedir el agua\tmayo 2026\n"
    path = tmp_path / os.fsdecode(b"pl\xe1n\x1b]0;hi\x07 de\n\xe2\x80\xae.tsv")
    path.write_text(rows)
    out, _err = run(path, "--json")
    assert json.loads(out)["source_files"] == ["pl?n]0;hi de.tsv"]
    assert "\x1b" not in refused(path.with_name("\x1b.tsv"))[1]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_signs_gets_them_spelled_out(monkeypatch, file, encoding):
    record = small(title="Río → mar")
    read_as(monkeypatch, record)
    shown, plain = TextIOWrapper(BytesIO(), encoding), TextIOWrapper(BytesIO(), encoding)
    call_command("import_plan", str(file), stdout=shown)
    call_command("import_plan", str(file), "--json", stdout=plain)
    for stream in (shown, plain):
        stream.flush()

    assert rb"\u2192 mar" in shown.buffer.getvalue()
    assert json.loads(plain.buffer.getvalue().decode(encoding))["plan"] == record["plan"]


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--start", "2026-02-30", "--end", "2026-12-31"], 2, "“2026-02-30” is no day of the calendar."),
        (["--start", "2026-01-01"], 2, "Please give both --start and --end, or neither."),
        (["--end", "2026-12-31"], 2, "Please give both --start and --end, or neither."),
        (["--start", "2026-12-31", "--end", "2026-01-01"], 6, "The plan would end before it starts."),
        (["--coalition", "alcaldes", "--add-parties"], 2, "--add-parties makes parties"),
    ],
)
def test_what_is_wrong_on_the_line_is_said_at_once(coalition, file, options, code, words):
    assert refused(file, *options)[0] == code
    assert words in refused(file, *options, "--language", "en")[1]


def test_json_is_said_of_a_file_that_was_brought_in_before(monkeypatch, coalition, file):
    record = small()
    record["objectives"][0]["activities"][0]["responsible"] = {"parties": [{"name": "Lima"}]}
    read_as(monkeypatch, record)
    options = (file, "--coalition", "alcaldes", "--apply", "--add-parties", "--json", "--language", "en")
    first, again = json.loads(run(*options)[0]), json.loads(run(*options)[0])

    reasons = [one["reason"] for one in first["problems"] if one["value"] == "Lima"]
    assert reasons == ["“Lima” is no party of the coalition yet. It is made with the plan."]
    assert again == {"unchanged": Plan.objects.get().slug}


def test_new_words_for_the_statuses_are_said(monkeypatch, coalition, file):
    vocabulary = [
        {"key": "completada", "as_printed": "Hecha"},
        {"key": "no_iniciada", "as_printed": "Por hacer"},
    ]
    coalition.status_words = {"completed": {"es": "Completada"}}
    coalition.save()
    read_as(monkeypatch, small() | {"status_vocabulary": vocabulary})
    out, _err = run(file, "--coalition", "alcaldes", "--apply", "--language", "en")
    coalition.refresh_from_db()

    assert out.endswith("The coalition now calls statuses as this file does: Por hacer.\n")
    assert coalition.status_words == {"completed": {"es": "Completada"}, "not_started": {"es": "Por hacer"}}
    assert '"status_words":{"not_started":{"es":"Por hacer"}}' in AuditEntry.objects.get().change


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("kind", WITHOUT_PROPOSAL)
def test_a_sentence_without_a_proposal_names_none(kind, language):
    with override(language):
        bare, whole = (
            reason(Problem(kind, "A1", "3.4", said, data={"parent": "3"})) for said in ("", "Medir")
        )
    assert "Medir" in whole and bare != whole
    assert ": ." not in bare and "“”" not in bare and "«»" not in bare


def test_places_roles_and_reasons_are_said_in_the_readers_language(monkeypatch, coalition, file):
    record = small()
    record["objectives"][0]["activities"][0]["responsible"] = {
        "parties": [{"name": "Lima", "role": "co_lead"}]
    }
    twice = Problem("code_twice", "table 1, row 3, column 2", "1.1", "paragraph 7")
    unused = [("table 2", "Suma", "total"), ("table 9!B7", "Nada", "hidden sheet")]
    read_as(monkeypatch, record, [twice], unused)
    out, _err = run(file, "--coalition", "alcaldes")

    for words in (
        "Lima (colíder)", "tabla 1, fila 3, columna 2: El número 1.1", "→ párrafo 7", "→ organización",
        "tabla 2: Suma (total)", "table 9!B7: Nada (hoja oculta)",
    ):  # fmt: skip
        assert words in out
    assert "paragraph" not in out and "table 1" not in out
