"""One person can read all of it in a day (design.md, the house; style.md, size)."""

import ast
import io
import statistics
import tokenize

from tests.house.test_imports import ROOT, sources

LAYOUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER
}  # fmt: skip
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


def code_lines(path):
    """How many lines of a file hold code: not blank, not comment, not docstring."""
    text, held = path.read_text(), set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in LAYOUT:
            held |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and ast.get_docstring(node) is not None
        ):
            held -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(held)


def test_all_code_can_be_read_in_a_day():
    """Lines of code, without what explains them: see docs/decisions.md, "Size"."""
    assert sum(code_lines(path) for path in sources()) < 36_100


def test_modules_are_named_by_what_they_hold():
    assert [str(p) for p in sources() if FORBIDDEN & set(p.relative_to(ROOT).with_suffix("").parts)] == []
