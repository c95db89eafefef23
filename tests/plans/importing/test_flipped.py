"""Files with flipped bytes: refused or read, never an error of ours, never a hang (S-C4, S-C6). Many to one child."""

import io
import os
import random
import time
import zipfile
from pathlib import Path

import pytest

from plans.importing.opening import Child, Unreadable

SOURCES = Path(__file__).resolve().parents[3] / "fixtures/sources"
FILES = 10_000 if os.environ.get("PROOF") else 200
CSV = "Nº;Actividad;Responsable;Plazo\n1.1;Taller;Secretaría;Marzo 2025\n1.2;Foro;Comité;2T 2025\n".encode()
pytestmark = pytest.mark.once


def seeds():
    found = [(path.name, path.read_bytes()) for path in sorted(SOURCES.glob("*.*x"))]
    return [*found, ("plan.csv", CSV)]


def flipped(data, dice):
    """The same bytes with a few of them changed, anywhere."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 40))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def flipped_inside(data, dice):
    """A sound archive with changed bytes within one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = dice.choice([name for name in old.namelist() if old.getinfo(name).file_size])
        for name in old.namelist():
            new.writestr(name, flipped(old.read(name), dice) if name == chosen else old.read(name))
    return made.getvalue()


def peak_of(process):
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def test_flipped_files_are_refused_or_read():
    dice, answers, slowest, peak = random.Random(2025), {"read": 0}, 0.0, 0
    with Child() as child:
        for number in range(FILES):
            name, data = seeds_of[number % len(seeds_of)]
            broken = flipped_inside(data, dice) if name != "plan.csv" and number % 2 else flipped(data, dice)
            begun = time.monotonic()
            try:
                child.understand(name, broken, {})
                answers["read"] += 1
            except Unreadable as refused:
                answers[refused.kind] = answers.get(refused.kind, 0) + 1
            slowest = max(slowest, time.monotonic() - begun)
            peak = max(peak, peak_of(child.process) if child.process else 0)

    assert answers["read"] > 0
    assert answers.get("damaged", 0) > 0
    assert not {"too_slow", "failed"} & answers.keys()
    assert slowest < 10
    assert peak < 700_000_000
    print(f"{FILES} files: {answers}, slowest {slowest:.1f} s, peak {peak // 1_000_000} MB")


seeds_of = seeds()
