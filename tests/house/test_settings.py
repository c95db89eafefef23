"""A half-configured or unsafe site does not start, and says by name what is missing."""

import os
import re
import subprocess
import sys

import pytest

from tests.house.test_imports import ROOT

GOOD = {
    "SECRET_KEY": "q7" * 30,
    "ALLOWED_HOSTS": "plans.example.org",
    "SITE_URL": "https://plans.example.org",
    "PATH": os.environ["PATH"],
}


def start(tmp_path, **changes):
    """`manage.py check` in a copy without .env, with only these variables."""
    (tmp_path / "manage.py").write_text((ROOT / "manage.py").read_text())
    for app in ["config", "coalitions", "plans", "reporting", "templates", "static", "locale"]:
        if not (tmp_path / app).exists():
            (tmp_path / app).symlink_to(ROOT / app)
    code = (
        "import pathlib, environ, config.environment as e; read = e.read;"
        f"e.read = lambda base: read(pathlib.Path({str(tmp_path)!r})); import config.settings as site;"
        "print(getattr(site, __import__('os').environ.get('PRINT', 'DEBUG')))"
    )
    values = {**GOOD, **changes, "PYTHONPATH": str(ROOT)}
    environment = {name: value for name, value in values.items() if value is not None}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=tmp_path
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short"),
        ({"SECRET_KEY": "django-insecure-" + "a" * 50}, "SECRET_KEY is too short or a placeholder"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS is not set"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS holds a wildcard"),
        ({"SITE_URL": None}, "SITE_URL is not set"),
        ({"DATABASE_URL": "mysql://u:p@localhost/x"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
    ],
)
def test_a_bad_variable_is_refused_by_name(tmp_path, change, message):
    answer = start(tmp_path, **change)
    assert answer.returncode != 0
    assert message in answer.stderr


def test_a_good_environment_starts(tmp_path):
    answer = start(tmp_path)
    assert answer.returncode == 0, answer.stderr


def test_every_variable_is_in_the_example():
    read = set()
    for path in (ROOT / "config").glob("*.py"):
        read |= set(re.findall(r'env(?:\.\w+\(\s*|, )"([A-Z_]+)"', path.read_text()))
    named = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
    assert read == named


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_pin_by_hash_and_hold_no_address(name):
    text = (ROOT / name).read_text()
    assert "://" not in text
    pins = re.findall(r"^[a-z0-9-]+(?:\[[a-z,-]+\])?==\S+ \\\n    --hash=sha256:", text, re.M)
    assert len(pins) == len(re.findall(r"^\S+==", text, re.M)) > 20
