"""A .docx becomes its paragraphs and tables in reading order (E1-E6, E16; bad inputs 31, 32). Nothing is ever fetched.

A vertically merged cell is one cell; a row that begins or ends with missing cells keeps its columns. Struck-out text,
deletions that are tracked, text boxes and notes are said.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from plans.importing.cleaning import clean
from plans.importing.grids import Cell, Grid, Paragraph, Problem, Source, Unsound

MOST_CELLS, MOST_PARAGRAPHS = 200_000, 100_000
_HEADING = re.compile(
    r"(?:heading|titulo|título|titre|encabezado|überschrift|título de)\s*(\d)", re.IGNORECASE
)
_TITLE = re.compile(r"^(?:title|título|titulo|titre)$", re.IGNORECASE)
_SKIPPED = {
    qn(f"w:{name}")
    for name in ("del", "moveFrom", "instrText", "delText", "footnoteReference", "endnoteReference", "pPr", "tbl",
                 "drawing", "pict")
}  # fmt: skip
# The signs of "Insert symbol" that mean something, by font and number; any other is a bullet.
_SYMBOLS = {
    "wingdings": {"✓": "FB FC FD FE 52", "☐": "6F 70 71 72 A8", "■": "6E A7", "●": "6C 9F", "→": "E0 E8 F0"},
    "wingdings 2": {"✓": "4F 50 51 52 53 54", "☐": "2A 30 A3", "■": "A2"},
    "webdings": {"✓": "61 72", "☐": "63"},
    "symbol": {"√": "D6", "≤": "A3", "≥": "B3", "±": "B1", "→": "AE", "°": "B0"},
}
_LOOK, _STRIKES = qn("w:rPr"), (qn("w:strike"), qn("w:dstrike"))
_BOLD, _HIDDEN = f"{_LOOK}/{qn('w:b')}", f"{_LOOK}/{qn('w:vanish')}"
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): " ", qn("w:noBreakHyphen"): "-"}


def read(name: str, data: bytes) -> Source:
    """The blocks of a document that has been looked at from outside already. Raises Unsound."""
    try:
        document = Document(io.BytesIO(data))
    except KeyError as missing:
        raise Unsound("damaged") from missing
    reader = _Reader(Source(name, "docx"), document)
    reader.body(document.element.body)
    reader.say_left_out(document)
    return reader.source


class _Reader:
    """One walk over the body of a document."""

    def __init__(self, source: Source, document: Any) -> None:
        self.source = source
        self.levels = _heading_levels(document)
        self.bullets = _bullets(document)
        self.numbered: list[Cell] = []
        self.paragraphs = self.tables = self.cells = 0

    def body(self, parent: Any) -> None:
        for element in parent:
            if element.tag == qn("w:p"):
                self._paragraph(element)
            elif element.tag == qn("w:tbl"):
                self._table(element)
            elif element.tag == qn("w:sdt"):
                self.body(element.iterfind(qn("w:sdtContent") + "/*"))
            elif element.tag in {qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}:
                self.body(element)

    def _paragraph(self, element: Any) -> None:
        self.paragraphs += 1
        if self.paragraphs > MOST_PARAGRAPHS:
            raise Unsound("too_large", number=self.paragraphs)
        place = f"paragraph {self.paragraphs}"
        text, looks = self._text(place, element)
        style = _style_of(element)
        level, name = self.levels.get(style, (None, style))
        numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or name.lower().startswith(
            "list"
        )
        block = Paragraph(
            text, self.paragraphs, level, name, looks["b"], looks["strike"], numbered and level is None
        )
        self.source.blocks.append(block)

    def _text(self, place: str, *paragraphs: Any) -> tuple[str, dict[str, bool]]:
        """The text of paragraphs and how it looks; what is struck out within it is no part of it."""
        problems, looks = self.source.problems, _looks(*paragraphs)
        lines = whole = [text_of(one) for one in paragraphs]
        if not looks["strike"] and any(next(one.iter(*_STRIKES), None) is not None for one in paragraphs):
            lines = [text_of(one, struck=False) for one in paragraphs]
        text = clean("\n".join(lines).strip("\n"), place, problems)
        if looks["strike"] and text.strip():
            problems.append(Problem("struck_out", place, text[:80]))
        elif lines != whole:
            problems.append(Problem("struck_in_part", place, clean("\n".join(whole), place, [])[:80]))
        return text, looks

    def _table(self, element: Any) -> None:
        self.tables += 1
        grid = Grid(f"table {self.tables}")
        self.source.blocks.append(grid)
        inner: list[Any] = []
        open_: dict[int, Cell] = {}
        for number, row in enumerate(_rows_of(element), start=1):
            open_ = self._row(grid, number, row, open_, inner)
        self._say_numbers(grid)
        for nested in inner:
            self._table(nested)

    def _say_numbers(self, grid: Grid) -> None:
        """Ask once for the numbers that Word gives the rows of a table by itself: the file does not hold them."""
        columns = Counter(cell.column for cell in self.numbered)
        first = next((cell for cell in self.numbered if columns[cell.column] > 1), None)
        self.numbered = []
        if first is not None and all(one.kind != "automatic_numbers" for one in self.source.problems):
            place = grid.place(first.row, first.column)
            self.source.problems.append(Problem("automatic_numbers", place))

    def _row(
        self, grid: Grid, number: int, row: Any, above: dict[int, Cell], inner: list[Any]
    ) -> dict[int, Cell]:
        """The cells of a row; returns those that may be merged on downwards, by their first column."""
        column = 1 + _number(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        open_: dict[int, Cell] = {}
        for element in _cells_of(row):
            properties = element.find(qn("w:tcPr"))
            span = max(1, min(_number(_child(properties, "w:gridSpan"), 1), 500))
            merge = _child(properties, "w:vMerge")
            started = above.get(column)
            if merge is not None and merge.get(qn("w:val")) != "restart" and started is not None:
                started.rows = number - started.row + 1
                open_[column] = started
            else:
                cell = self._cell(grid, element, number, column, span)
                inner += _tables_of(element)
                if merge is not None:
                    open_[column] = cell
            column += span
        return open_

    def _cell(self, grid: Grid, element: Any, row: int, column: int, span: int) -> Cell:
        self.cells += 1
        if self.cells > MOST_CELLS:
            raise Unsound("too_large", number=self.cells)
        place = grid.place(row, column)
        paragraphs = list(element.iter(qn("w:p")))
        own = [one for one in paragraphs if _cell_above(one) is element]
        text, looks = self._text(place, *own)
        cell = Cell(text, row, column, text, "text" if text.strip() else "blank", 1, span)
        cell.fill = _shading(element)
        cell.bold, cell.strike = looks["b"], looks["strike"]
        cell.style = self.levels.get(_style_of(own[0]), (None, ""))[1] if own else ""
        grid.cells.append(cell)
        if cell.is_blank and any(_number_of(one) not in {"", "0", *self.bullets} for one in own):
            self.numbered.append(cell)
        return cell

    def say_left_out(self, document: Any) -> None:
        """What a document has beside its text: deletions that are tracked, text boxes, heads and feet, notes."""
        body = document.element.body
        deleted = "".join(one.text or "" for one in body.iter(qn("w:delText")))
        if deleted.strip():
            self.source.problems.append(Problem("tracked_deletion", "", deleted[:80]))
        for box in body.iter(qn("w:txbxContent")):
            text = " ".join(text_of(one) for one in box.iter(qn("w:p"))).strip()
            if text:
                self.source.problems.append(Problem("text_box", "", clean(text, "", [])[:200]))
        for number, section in enumerate(document.sections, start=1):
            for part in (section.header, section.footer):
                text = (
                    " ".join(one.text for one in part.paragraphs).strip()
                    if not part.is_linked_to_previous
                    else ""
                )
                if text:
                    self.source.problems.append(
                        Problem("page_head", f"section {number}", clean(text, "", [])[:120])
                    )
        for note in _footnotes(document):
            self.source.problems.append(Problem("footnote", "", clean(note, "", [])[:200]))


def text_of(paragraph: Any, *, struck: bool = True) -> str:
    """The text of a paragraph as it reads: insertions in, deletions out, note marks out, breaks kept.

    struck: whether what is struck out belongs to it.
    """
    return "".join(_pieces(paragraph, struck=struck))


def _pieces(element: Any, *, struck: bool) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == qn("w:sym"):
            yield _symbol(child)
        elif child.tag == qn("w:r") and (
            _is_off(child) or (not struck and _is_struck(child) and "".join(child.itertext()).strip())
        ):
            continue
        elif isinstance(child.tag, str) and not child.tag.endswith("AlternateContent"):
            yield from _pieces(child, struck=struck)


def _symbol(element: Any) -> str:
    number = (element.get(qn("w:char")) or "").upper()[-2:]
    signs = _SYMBOLS.get((element.get(qn("w:font")) or "").lower(), {})
    return next((sign for sign, numbers in signs.items() if number in numbers.split()), "•")


def _is_struck(run: Any) -> bool:
    return any(_is_set(run.find(f"{_LOOK}/{name}")) for name in _STRIKES)


def _is_off(run: Any) -> bool:
    """A run that nobody sees."""
    return _is_set(run.find(_HIDDEN))


def _looks(*paragraphs: Any) -> dict[str, bool]:
    """Whether all text of the paragraphs is bold, or struck out."""
    runs = [
        run
        for one in paragraphs
        for run in one.iter(qn("w:r"))
        if not _is_off(run) and any((t.text or "").strip() for t in run.iter(qn("w:t")))
    ]
    bold = all(_is_set(run.find(_BOLD)) for run in runs)
    return {"b": bool(runs) and bold, "strike": bool(runs) and all(map(_is_struck, runs))}


def _is_set(element: Any) -> bool:
    return element is not None and element.get(qn("w:val")) not in {"0", "false", "off"}


def _child(parent: Any, name: str) -> Any:
    return parent.find(qn(name)) if parent is not None else None


def _number(element: Any, default: int) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return int(value) if value and value.isdigit() else default


def _style_of(paragraph: Any) -> str:
    element = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return element.get(qn("w:val")) or "" if element is not None else ""


def _number_of(paragraph: Any) -> str:
    """The key of the list that a paragraph is an item of."""
    element = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return element.get(qn("w:val")) or "" if element is not None else ""


def _bullets(document: Any) -> set[str]:
    """The keys of the lists whose items have a bullet, no number."""
    part = next(
        (one.target_part for one in document.part.rels.values() if one.reltype.endswith("/numbering")), None
    )
    if part is None:
        return set()
    bulleted = {
        one.get(qn("w:abstractNumId"))
        for one in part.element.iter(qn("w:abstractNum"))
        if (form := one.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")) is not None
        and form.get(qn("w:val")) in {"bullet", "none"}
    }
    return {
        one.get(qn("w:numId")) or ""
        for one in part.element.iter(qn("w:num"))
        if (of := _child(one, "w:abstractNumId")) is not None and of.get(qn("w:val")) in bulleted
    }


def _shading(cell: Any) -> str:
    element = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    fill = (element.get(qn("w:fill")) or "") if element is not None else ""
    if element is not None and element.get(qn("w:themeFill")) and fill in {"", "auto"}:
        return "theme" + element.get(qn("w:themeFill"))
    return "" if fill.lower() in {"auto", "ffffff", ""} else fill.upper()


def _rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table, those in content controls and tracked insertions too; deleted ones not."""
    for child in table:
        if child.tag == qn("w:tr"):
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}:
            yield from _rows_of(child)


def _cells_of(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == qn("w:tc"):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")}:
            yield from _cells_of(child)


def _tables_of(cell: Any) -> Iterator[Any]:
    for child in cell:
        if child.tag == qn("w:tbl"):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")}:
            yield from _tables_of(child)


def _cell_above(paragraph: Any) -> Any:
    """The cell that a paragraph stands in."""
    return next((one for one in paragraph.iterancestors(qn("w:tc"))), None)


def _heading_levels(document: Any) -> dict[str, tuple[int | None, str]]:
    """Each style by its key: the level of a heading (0 a title, None other text) and its name; styles inherit it."""
    found: dict[str, tuple[int | None, str]] = {}
    parents: dict[str, str] = {}
    for style in document.styles.element.iter(qn("w:style")):
        key = style.get(qn("w:styleId")) or ""
        named = style.find(qn("w:name"))
        name = named.get(qn("w:val")) or key if named is not None else key
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        based = style.find(qn("w:basedOn"))
        parents[key] = based.get(qn("w:val")) or "" if based is not None else ""
        found[key] = (_level_of(name, outline), name)
    for key, (level, name) in list(found.items()):
        above, steps = parents[key], 0
        while level is None and above in found and steps < 10:
            level, above, steps = found[above][0], parents[above], steps + 1
        found[key] = (level, name)
    return found


def _level_of(name: str, outline: Any) -> int | None:
    if _TITLE.match(name):
        return 0
    if heading := _HEADING.match(name):
        return int(heading[1])
    number = _number(outline, 9)
    return number + 1 if number < 9 else None


def _footnotes(document: Any) -> Iterator[str]:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            root = relation.target_part
            text = re.sub(
                rb"<w:(?:footnote|endnote)\b[^>]*w:type=[^>]*>.*?</w:(?:footnote|endnote)>",
                b"",
                root.blob,
                flags=re.S,
            )
            for note in re.findall(
                rb"<w:(?:footnote|endnote)\b.*?</w:(?:footnote|endnote)>", text, flags=re.S
            ):
                words = b"".join(re.findall(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>", note)).decode(
                    "utf-8", "replace"
                )
                if words.strip():
                    yield words.strip()
