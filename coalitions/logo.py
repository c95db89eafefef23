"""A coalition's logo: whatever was uploaded becomes a PNG of our own making, without a word of metadata."""

import io
import warnings

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from coalitions.refusal import Refused

LARGEST_FILE = 1024 * 1024
LARGEST_SIDE = 4000
"""Pixels. Checked before decoding: a small file may claim an enormous picture."""

KEPT_SIDE = 1200
FORMATS = ("PNG", "JPEG", "WEBP")


def to_png(data: bytes) -> bytes:
    """The picture as a PNG of at most 1200 pixels a side. Raises Refused on anything but a sound PNG, JPEG or WebP."""
    if len(data) > LARGEST_FILE:
        raise Refused(_("This file is larger than 1 MB. Please choose a smaller one."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = _decoded(data)
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError, Warning) as error:
        raise Refused(
            _("This is not a picture that can be read. Please choose a PNG, JPEG or WebP file.")
        ) from error
    made = io.BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()


def _decoded(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        if max(opened.size) > LARGEST_SIDE:
            raise Refused(_("This picture has more than 4000 pixels on a side. Please choose a smaller one."))
        # A camera's turn is metadata: it is carried out before the metadata goes.
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
    bare = Image.new("RGBA", upright.size)
    bare.paste(upright)
    return bare
