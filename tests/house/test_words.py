"""Spanish and English are equals (law 10): every string of the interface exists in both."""

import ast
import os
import re
import shutil
import subprocess
import sys

import pytest
from django.utils import translation

from tests.house.test_imports import ROOT, sources

CATALOGUE = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"


def entries(text):
    """(msgid, msgstr) pairs of a catalogue; plural forms are pairs of their own."""
    unquoted = re.sub(r'"\n"', "", text)
    for block in unquoted.split("\n\n"):
        if "#~" in block:
            continue
        ids = re.findall(r'^msgid(?:_plural)? "(.*)"$', block, re.M)
        strings = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', block, re.M)
        if ids and ids[0]:
            yield from zip(ids, strings, strict=False)


def test_every_string_has_its_spanish_and_none_is_doubtful():
    text = CATALOGUE.read_text()
    assert [msgid for msgid, msgstr in entries(text) if not msgstr] == []
    assert "#, fuzzy" not in text.split("\n\n", 1)[1]


def test_the_catalogue_holds_every_string_of_the_code(tmp_path):
    """makemessages over a copy finds nothing new: a string marked yesterday is translated today."""
    for folder in ["config", "coalitions", "plans", "reporting", "templates", "locale"]:
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.mo", "__pycache__")
        )
    shutil.copy(ROOT / "manage.py", tmp_path)
    command = [sys.executable, "-m", "django", "makemessages", "-l", "es", "--no-location", "--no-obsolete"]
    bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=tmp_path, env=bare, check=True, capture_output=True)
    fresh = (tmp_path / "locale/es/LC_MESSAGES/django.po").read_text()
    assert {msgid for msgid, _ in entries(fresh)} == {msgid for msgid, _ in entries(CATALOGUE.read_text())}


def test_placeholders_survive_translation():
    for msgid, msgstr in entries(CATALOGUE.read_text()):
        names = [set(re.findall(r"%\(\w+\)[sd]|\{\w*\}", text)) for text in (msgid, msgstr)]
        assert names[0] == names[1], msgid


@pytest.mark.parametrize(("language", "word"), [("es", "no iniciada"), ("en", "not started")])
def test_a_word_is_really_shown(language, word):
    with translation.override(language):
        assert translation.gettext("not started") == word


def test_no_sentence_is_glued_from_pieces():
    """A string that begins or ends with a blank is half a sentence: no translator can turn it around."""
    glued = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            named = (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"_", "gettext"}
            )
            if named and node.args and isinstance(node.args[0], ast.Constant):
                text = node.args[0].value
                glued += [f"{path.name}: {text}"] if text != text.strip() else []
    assert glued == []
