"""The process that turns one picture into a plain JPEG, alone and bounded (bad input 35).

Started by `photos.py` as a script, never imported by the site: it loads neither Django nor the settings. The picture
comes in on standard input, the JPEG goes out on standard output. A refusal is one word on standard error and exit 2:
pixels, moving, unreadable. Arguments: the limits, as name=number.
"""

import io
import resource
import sys
import warnings

from PIL import Image, ImageOps

LIMITS = {"memory": resource.RLIMIT_AS, "cpu": resource.RLIMIT_CPU, "file": resource.RLIMIT_FSIZE}
FORMATS = ("JPEG", "PNG", "WEBP")
KEPT_SIDE = 2000
# A JPEG is scaled while it is decoded, the others are decoded whole: said by the header, before either.
MOST_PIXELS = {"PNG": 24_000_000, "WEBP": 24_000_000}
MOST_OF_JPEG = 120_000_000


class Unwanted(Exception):
    """Why the picture is not taken, in one word."""


def main(*limits: str) -> None:
    for limit in limits:
        name, _, number = limit.partition("=")
        resource.setrlimit(LIMITS[name], (int(number), int(number)))
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # its own limit, below
    try:
        sys.stdout.buffer.write(as_jpeg(sys.stdin.buffer.read()))
    except Unwanted as unwanted:
        sys.exit(f"{unwanted}")
    except Exception:  # noqa: BLE001, RUF100 - whatever a broken picture brings about in its decoder
        sys.exit("unreadable")


def as_jpeg(data: bytes) -> bytes:
    """The picture upright, at most 2000 pixels a side, on white, without a word of metadata."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        kind = "JPEG" if opened.format == "MPO" else str(opened.format)
        if opened.width * opened.height > MOST_PIXELS.get(kind, MOST_OF_JPEG):
            raise Unwanted("pixels")
        if kind != "JPEG" and getattr(opened, "n_frames", 1) > 1:
            raise Unwanted("moving")
        opened.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
        scaled = opened.reduce(max(1, max(opened.size) // (2 * KEPT_SIDE)))
    # A camera's turn is metadata: it is carried out before the metadata goes.
    upright = ImageOps.exif_transpose(scaled).convert("RGBA")
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
    bare = Image.new("RGB", upright.size, "white")
    bare.paste(upright, mask=upright.getchannel("A"))
    made = io.BytesIO()
    bare.save(made, "JPEG", quality=82, optimize=True, progressive=True)
    return made.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
