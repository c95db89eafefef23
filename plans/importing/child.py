"""The process that reads one file after another, alone and bounded (security.md, "Imports"; bad inputs 1-25, 31).

Started by `opening.py` as a script, never imported by the site: it loads neither Django nor the settings. Each request
is two frames on standard input, a header in JSON and the bytes of the file; each answer is one frame of JSON. A frame
is its length in four bytes and then so many bytes. Arguments: the limits, as name=number; cpu is in seconds a file.
"""

import ctypes
import gc
import json
import resource
import signal
import struct
import sys
import time
import traceback
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from plans.importing import read_docx, read_text, read_xlsx
from plans.importing.grids import Source, Unsound
from plans.importing.recognise import read_plan

LIMITS = {"memory": resource.RLIMIT_AS, "file": resource.RLIMIT_FSIZE}
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""
READERS = {"xlsx": read_xlsx.read, "docx": read_docx.read, "text": read_text.read}


def main(*limits: str) -> None:
    bounds = {name: int(number) for name, _, number in (limit.partition("=") for limit in limits)}
    for name, limit in LIMITS.items():
        resource.setrlimit(limit, (bounds[name], bounds[name]))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    while (header := frame(sys.stdin.buffer)) is not None:
        data = frame(sys.stdin.buffer) or b""
        allow(bounds["cpu"])
        said = json.dumps(safely(json.loads(header), data), ensure_ascii=False, separators=(",", ":")).encode(
            errors="replace"
        )
        sys.stdout.buffer.write(struct.pack(">I", len(said)) + said)
        sys.stdout.buffer.flush()


def allow(seconds: int) -> None:
    """So much time of the processor from now on; the system ends the process that takes more."""
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds, most))


def frame(stream: BinaryIO) -> bytes | None:
    """The next frame; None at the end of the stream."""
    length = stream.read(4)
    return stream.read(struct.unpack(">I", length)[0]) if len(length) == 4 else None


def safely(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The answer, or in one word why there is none; whatever a broken file brings about, the next one is read."""
    gc.disable()  # what is built is thrown away whole
    try:
        return answer(request, data)
    except Unsound as unsound:
        return {"refused": unsound.kind, "data": unsound.data}
    except MemoryError:
        return {"refused": "too_large", "data": {}}
    except Exception as broken:  # noqa: BLE001, RUF100 - the readers' libraries raise nearly anything on a broken file
        return {"refused": "damaged", "data": {}, "said": f"{type(broken).__name__}: {broken}"[:300]}
    finally:
        gc.enable()


def answer(request: dict[str, Any], data: bytes) -> dict[str, Any]:
    """What a file says: {"record", "problems", "unused"}. The request: name, kind, known, start and end."""
    source = READERS[request["kind"]](request["name"], data)
    # What fails from here on is a fault of ours, not of the file.
    try:
        return _understood(request, source)
    except (Unsound, MemoryError):
        raise
    except Exception:  # noqa: BLE001, RUF100 - whatever it is, it is said and logged
        return {"refused": "failed", "data": {}, "said": traceback.format_exc()[-3000:]}


def _understood(request: dict[str, Any], source: Source) -> dict[str, Any]:
    days = [date.fromisoformat(request[name]) if request.get(name) else None for name in ("start", "end")]
    found = read_plan(source, request.get("known") or {}, *days)
    problems = [
        {
            "kind": one.kind,
            "place": one.place,
            "value": one.value,
            "proposal": one.proposal,
            "is_error": one.is_error,
            "data": one.data,
        }
        for one in found.problems
    ]
    return {"record": found.record, "problems": problems, "unused": found.unused}


if __name__ == "__main__":
    main(*sys.argv[1:])
