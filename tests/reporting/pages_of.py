"""How full the pages of a PDF are, measured from their pictures."""

import subprocess
from dataclasses import dataclass

DPI = 20
HEAD, FOOT = 23, 20  # mm above and below the text


@dataclass(frozen=True)
class Sheet:
    """`fill` is the part of the text's height that is used; `ends` that the next page begins a part."""

    number: int
    fill: float
    ends: bool


def sheets(pdf, folder):
    """Every page of a PDF (bytes)."""
    file = folder / "filled.pdf"
    file.write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", file, folder / "sheet"], check=True)
    pictures = [_rows(path.read_bytes()) for path in sorted(folder.glob("sheet-*.pgm"))]
    heads = [_is_inked(rows, 10, 19, 0.5) for rows in pictures] + [False]
    return [Sheet(n, _fill(rows), not heads[n]) for n, rows in enumerate(pictures, start=1)]


def _rows(picture):
    _magic, size, _most, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    return [pixels[k * width : (k + 1) * width] for k in range(height)]


def _fill(rows):
    first, last = round(HEAD * DPI / 25.4), len(rows) - round(FOOT * DPI / 25.4)
    inked = [k for k in range(first, last) if min(rows[k]) < 225]
    return (max(inked, default=first) - first) / (last - first)


def _is_inked(rows, top, bottom, part):
    """Whether anything stands between two heights (mm), in the left `part` of the page: a running head."""
    band = rows[round(top * DPI / 25.4) : round(bottom * DPI / 25.4)]
    return any(min(row[: int(len(row) * part)]) < 225 for row in band)
