"""Tables from the clipboard or a .csv: HTML as Excel, Word and browsers copy it, or columns split by a sign (E1)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

from lxml import etree, html

from plans.importing.cleaning import clean
from plans.importing.grids import Cell, Grid, Paragraph, Source, Unsound

MOST_CELLS, MOST_ROWS, MOST_COLUMNS = 200_000, 20_000, 500
# A quoted cell of more lines is one whose second quote is missing.
MOST_LINES = 100
# How long a cell may be is said by `clean`.
csv.field_size_limit(20_000_000)
_COLOUR = re.compile(r"background(?:-color)?\s*:\s*(#[0-9a-f]{3,6}|rgb\([^)]*\)|[a-z]+)", re.IGNORECASE)
_RGB = re.compile(r"rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)", re.IGNORECASE)
_BLOCKS = {"p", "div", "li", "br", "tr"}
_LISTS = {"ul", "ol"}
# What begins a line of its own.
_OWN_LINE = {
    *_BLOCKS - {"br"}, *_LISTS, "table", "thead", "tbody", "tfoot", "caption", "section", "article", "header",
    "footer", "main", "aside", "nav", "blockquote", "pre", "center", "hr", "form", "dl", "dt", "dd", "h1", "h2", "h3",
    "h4", "h5", "h6",
}  # fmt: skip
_BEGINS_WITH_TAG = re.compile(r"[\s\ufeff]*<(?:[a-z][\w:-]*[\s/>]|[!?])", re.IGNORECASE)
_DECLARATION = re.compile(r"^[\s\ufeff]*<\?xml[^>]*>")
_NO_COLOUR = {"white", "transparent", "none", "inherit", "FFFFFF"}


def read(name: str, data: bytes | str) -> Source:
    """What was pasted or sent as .csv, .tsv, .txt or .html. Raises Unsound."""
    text = data if isinstance(data, str) else _decoded(data)
    if "\x00" in text:
        raise Unsound("not_what_it_says")
    if _BEGINS_WITH_TAG.match(text) or re.search(r"<table[\s>]", text[:200_000], re.IGNORECASE):
        return _read_html(name, text)
    return _read_columns(name, text)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _read_columns(name: str, text: str) -> Source:
    source = Source(name, "text")
    grid = Grid("table 1")
    for row, cells in enumerate(_rows(text, _delimiter(text)), start=1):
        if row > MOST_ROWS:
            raise Unsound("too_many_rows", number=row, most=MOST_ROWS)
        for column, printed in enumerate(cells, start=1):
            plain = clean(printed, grid.place(row, column), source.problems).strip() if printed else ""
            if plain and column > MOST_COLUMNS:
                raise Unsound("too_many_columns", number=column, most=MOST_COLUMNS)
            if plain:
                grid.cells.append(Cell(plain, row, column, plain))
    source.blocks.append(grid)
    return source


def _delimiter(text: str) -> str:
    """The sign that splits most of the first lines into the same number of columns."""
    first = "\n".join(text.splitlines()[:50])

    def evenness(sign: str) -> int:
        widths = Counter(len(row) for row in _split(first, sign) if len(row) > 1)
        return max((lines * lines * (width - 1) for width, lines in widths.items()), default=0)

    return max("\t;,", key=evenness)


def _rows(text: str, sign: str) -> list[list[str]]:
    """The cells of each row; where the quotes do not pair, those that do not are signs like others."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
        rows = list(islice(reader, MOST_ROWS + 1))
    except csv.Error:
        rows = []
    if not rows or any(
        cell.count("\n") > MOST_LINES for row in rows for cell in row if len(cell) > MOST_LINES
    ):
        rows = list(islice(_split(text, sign), MOST_ROWS + 1))
    return rows


def _split(text: str, sign: str) -> Iterator[list[str]]:
    """As `csv.reader`, but a cell is quoted only where its quote is closed before a sign or the end of a line."""
    quoted = re.compile(rf'"((?:[^"]+|"")*+)"(?=[{sign}\r\n]|\Z)')
    plain = re.compile(rf"[^{sign}\r\n]*")
    row: list[str] = []
    at = 0
    while at < len(text):
        found = quoted.match(text, at)
        if found is None or found[1].count("\n") > MOST_LINES:
            found = plain.match(text, at)
        assert found is not None
        row.append(found[1].replace('""', '"') if found.re is quoted else found[0])
        at = found.end()
        if text[at : at + 1] == sign:
            at += 1
        else:
            yield row
            row = []
            at += 2 if text.startswith("\r\n", at) else 1
    if row:
        yield row


def _read_html(name: str, text: str) -> Source:
    """The tables of a page in their order, and the texts between them; nothing that it refers to is fetched."""
    source = Source(name, "html")
    try:
        root = html.document_fromstring(
            _DECLARATION.sub("", text),
            parser=html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unsound("damaged") from error
    for element in list(root.iter("script", "style", "head")):
        element.drop_tree()
    body = root.find("body")
    _walk(source, body if body is not None else root, (count(1), count(1)))
    return source


def _walk(source: Source, parent: Any, numbers: tuple[Iterator[int], Iterator[int]]) -> None:
    """Take in what stands in an element; the numbers are those of the next table and paragraph."""
    for element in _lines_of(parent):
        if element.tag == "table" and (layout := _layout(element)):
            for cell in layout:
                _walk(source, cell, numbers)
        elif element.tag == "table":
            source.blocks.append(_table(source, element, next(numbers[0])))
        elif element.find(".//table") is not None or _holds_blocks(element):
            _walk(source, element, numbers)
        elif isinstance(element.tag, str):
            inner = [child for child in element if child.tag in _LISTS]
            for child in inner:
                child.drop_tree()
            _paragraph(source, element, numbers[1])
            for child in inner:
                _walk(source, child, numbers)


def _lines_of(parent: Any) -> list[Any]:
    """The blocks of an element in their order; what stands between them is a paragraph too."""
    lines, run = [], html.Element("p")
    run.text = parent.text
    for child in list(parent):
        tail, child.tail = child.tail, None
        if next(child.iter(*_OWN_LINE), None) is not None:
            lines += [run, child]
            run = html.Element("p")
            run.text = tail
        else:
            run.append(child)
            child.tail = tail
    return [*lines, run]


def _layout(table: Any) -> list[Any]:
    """The filled cells of a table that only places what it holds: one in a row, and one of them holds a table."""
    if table.find(".//table") is None:
        return []
    rows = [
        [cell for cell in row.iterchildren("td", "th") if "".join(cell.itertext()).strip()]
        for row in _rows_of(table)
    ]
    cells = [cell for row in rows for cell in row]
    alone = all(len(row) <= 1 for row in rows) and any(cell.find(".//table") is not None for cell in cells)
    return cells if alone else []


def _rows_of(table: Any) -> list[Any]:
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def _holds_blocks(element: Any) -> bool:
    """A list, or what has paragraphs and no text of its own."""
    blocks = any(child.tag in _BLOCKS - {"br"} for child in element)
    return element.tag in _LISTS or (blocks and element.tag != "li" and not (element.text or "").strip())


def _paragraph(source: Source, element: Any, numbers: Iterator[int]) -> None:
    if printed := _text(element).strip():
        number = next(numbers)
        text = clean(printed, f"paragraph {number}", source.problems).strip()
        level = int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else None
        bold = level is not None or element.tag in {"b", "strong"} or _all_in(element, {"b", "strong"})
        source.blocks.append(Paragraph(text, number, level, bold=bold, in_list=element.tag == "li"))


def _table(source: Source, element: Any, number: int) -> Grid:
    grid = Grid(f"table {number}")
    taken: set[tuple[int, int]] = set()
    rows = _rows_of(element)
    if len(rows) > MOST_ROWS:
        raise Unsound("too_many_rows", number=len(rows), most=MOST_ROWS)
    for at, row in enumerate(rows, start=1):
        column = 1
        for one in row.iterchildren("td", "th"):
            while (at, column) in taken:
                column += 1
            cell = _cell(source, grid, one, at, column)
            taken |= {
                (at + down, column + right) for down in range(cell.rows) for right in range(cell.columns)
            }
            if len(taken) > MOST_CELLS:
                raise Unsound("too_large", number=len(taken))
            grid.cells.append(cell)
            column += cell.columns
    return grid


def _cell(source: Source, grid: Grid, element: Any, row: int, column: int) -> Cell:
    text = clean(_text(element), grid.place(row, column), source.problems).strip()
    cell = Cell(
        text,
        row,
        column,
        text,
        "text" if text else "blank",
        _span(element, "rowspan"),
        _span(element, "colspan"),
    )
    cell.fill = _colour(element)
    weight = "font-weight:bold" in (element.get("style") or "").replace(" ", "").replace("700", "bold")
    cell.bold = element.tag == "th" or weight or _all_in(element, {"b", "strong"})
    cell.strike = _all_in(element, {"s", "del", "strike"})
    return cell


def _span(element: Any, name: str) -> int:
    """How far a cell reaches; 0 rows are all that are left of its part of the table."""
    value = (element.get(name) or "1").strip()
    if value == "0" and name == "rowspan":
        return 1 + sum(1 for _ in element.getparent().itersiblings("tr"))
    return max(1, min(int(value), 1000)) if value.isdecimal() and len(value) < 9 else 1


def _text(element: Any) -> str:
    """The text as it reads: a line for each block, blanks and line ends of the source joined."""
    lines = (" ".join(line.split()) for line in "".join(_pieces(element)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: Any) -> Iterator[str]:
    yield _joined(element.text)
    for child in element:
        if isinstance(child.tag, str):
            edge = "\n" if child.tag in _OWN_LINE else " " if child.tag in {"td", "th"} else ""
            yield "\n" if child.tag == "br" else edge
            yield from _pieces(child)
            yield edge
        yield _joined(child.tail)


def _joined(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _all_in(element: Any, tags: set[str]) -> bool:
    """Whether all text of an element stands within one of the tags."""
    texts = [text for text in element.xpath(".//text()") if text.strip()]
    return bool(texts) and all(
        any(one.tag in tags for one in (text.getparent(), *text.getparent().iterancestors()))
        for text in texts
    )


def _colour(element: Any) -> str:
    found = _COLOUR.search(element.get("style") or "")
    colour = found[1] if found else element.get("bgcolor") or ""
    if rgb := _RGB.match(colour):
        colour = "".join(f"{min(int(part), 255):02X}" for part in rgb.groups())
    colour = colour.lstrip("#")
    colour = colour.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}", colour) else colour.lower()
    return "" if colour in _NO_COLOUR else colour
