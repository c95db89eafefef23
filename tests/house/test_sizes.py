"""One person can read all of it in a day (design.md, the house; style.md, size)."""

import ast
import statistics

from tests.house.test_imports import ROOT, sources

FORBIDDEN = {"utils", "helpers", "services", "common", "core"}


def functions():
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - node.lineno + 1


def test_no_file_passes_400_lines():
    assert [str(p.relative_to(ROOT)) for p in sources() if len(p.read_text().splitlines()) > 400] == []


def test_no_template_passes_150_lines():
    pages = (ROOT / "templates").rglob("*.*")
    assert [str(p.relative_to(ROOT)) for p in pages if len(p.read_text().splitlines()) > 150] == []


def test_functions_are_short():
    sizes = sorted(size for _name, size in functions())
    assert statistics.median(sizes) <= 8
    assert sizes[int(len(sizes) * 0.9)] <= 20
    assert [name for name, size in functions() if size > 40] == []


def test_all_python_is_under_12_000_lines():
    assert sum(len(path.read_text().splitlines()) for path in sources()) < 12_000


def test_modules_are_named_by_what_they_hold():
    assert [str(p) for p in sources() if FORBIDDEN & set(p.relative_to(ROOT).with_suffix("").parts)] == []
