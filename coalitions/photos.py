"""Pictures that people send become JPEGs of our own making, in a child process with limits: `photo_child.py`."""

import logging
import subprocess
import sys
from pathlib import Path

from django.utils.translation import gettext as _

from coalitions.refusal import Refused

logger = logging.getLogger(__name__)
CHILD = Path(__file__).with_name("photo_child.py")
WALL = 20
BOUNDS = ("memory=700000000", "cpu=15", "file=20000000")


def to_jpeg(data: bytes) -> bytes:
    """The picture as a JPEG of at most 2000 pixels a side, without metadata. Raises Refused."""
    # -I: neither the folder it stands in nor the environment can add code to the child.
    command = [sys.executable, "-I", "-W", "ignore", str(CHILD), *BOUNDS]
    try:
        child = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=WALL, env={"LC_ALL": "C.UTF-8"}, check=False
        )
    except subprocess.TimeoutExpired as slow:
        raise Refused(_reason("pixels")) from slow
    if child.returncode or not child.stdout:
        said = child.stderr.decode(errors="replace").strip()
        logger.info("A picture was refused: %s, %s", child.returncode, said[-200:])
        raise Refused(_reason(said))
    return child.stdout


def _reason(word: str) -> str:
    if word == "pixels":
        return _("This picture has too many pixels. Please send a smaller copy of it.")
    if word == "moving":
        return _("This picture moves. Please send a still one, such as a JPEG.")
    return _("This picture cannot be read: it is damaged. Please open it, save it again as JPEG and send it.")
