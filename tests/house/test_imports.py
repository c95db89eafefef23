"""Imports run one way: coalitions <- plans <- reporting, and downwards inside each app (design.md, the house)."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ["coalitions", "plans", "reporting"]

# Inside an app, from the ground up. A module not named here is a process module.
FLOORS = [
    {
        "fields",
        "scope",
        "languages",
        "markup",
        "behind",
        "folding",
        "schedule",
        "targets",
        "status",
        "aggregation",
        "timeline",
        "timeline_columns",
        "history",
        "triggers",
    },
    {"models"},
    {"permissions", "translation", "completeness"},
    set(),
    {"forms"},
    {"views", "workspace", "public", "admin", "administration", "management", "templatetags", "urls", "apps"},
]
PROCESS = 3
PURE = {
    "plans.schedule",
    "plans.markup",
    "plans.behind",
    "plans.targets",
    "plans.status",
    "plans.aggregation",
    "reporting.timeline",
    "reporting.timeline_columns",
}


def sources():
    for app in [*APPS, "config"]:
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def nodes(path):
    """Every node of a file, but for what only the type checker reads."""
    for statement in ast.parse(path.read_text()).body:
        if not (isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"):
            yield from ast.walk(statement)


def imported(path):
    """Every module that a file imports, inline imports too."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports say where they come from"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor(module):
    second = module.split(".")[1] if "." in module else ""
    return next((n for n, names in enumerate(FLOORS) if second in names), PROCESS)


def runs_back(path):
    here = name_of(path)
    app = here.split(".")[0]
    for module in imported(path):
        other = module.split(".")[0]
        if other not in [*APPS, "config"]:
            continue
        if app == "config" and here != "config.urls" and other != "config":
            yield f"{here} knows {module}"
        if app in APPS and (other == "config" or (other in APPS and APPS.index(other) > APPS.index(app))):
            yield f"{here} imports {module}"
        if other == app and app in APPS and module.count(".") and floor(module) > floor(here):
            yield f"{here} imports {module}, which stands above it"


def test_no_import_runs_back():
    assert [line for path in sources() for line in runs_back(path)] == []


def test_the_walk_would_notice(tmp_path, monkeypatch):
    (tmp_path / "coalitions").mkdir()
    culprit = tmp_path / "coalitions" / "scope.py"
    culprit.write_text("def f():\n    from plans.models import Plan\n    from coalitions.views import g\n")
    monkeypatch.setattr("tests.house.test_imports.ROOT", tmp_path)
    assert len(list(runs_back(culprit))) >= 2


@pytest.mark.parametrize("rule", sorted(PURE))
def test_rules_are_pure(rule):
    place = ROOT / rule.replace(".", "/")
    files = list(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    assert files
    outside = {m.split(".")[0] for path in files for m in imported(path)} - set(APPS)
    assert not outside & {"django", "config", "modeltranslation"}, f"{rule} is a rule over plain values"


def test_no_import_hides_in_a_function():
    hidden = []
    # The script that makes a PDF takes its limits before it loads anything.
    for path in (path for path in sources() if path.name != "pdf_child.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                inside = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                hidden += [f"{path.relative_to(ROOT)}:{n.lineno}" for n in inside]
    assert hidden == []
