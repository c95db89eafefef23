"""Layouts drawn by lot: plan, columns, their order and words, levels, kind of file. A seed always gives the same file.

Forty seeds are of the corpus. Others measure what nobody has looked at: `score --seeds 1000 1100`.
"""

from random import Random

from tests.plans.importing.corpus.golds import expected
from tests.plans.importing.corpus.layouts import headed, levelled, page, ruled
from tests.plans.importing.corpus.pages import Text
from tests.plans.importing.corpus.registered import VARIANTS, Variant

SEEDS = range(40)
NOTES = {
    "es": "Nota: este cuadro se revisa cada seis meses.",
    "en": "Note: this table is revised twice a year.",
    "pt": "Nota: este quadro é revisto a cada seis meses.",
    "fr": "Note : ce tableau est revu deux fois par an.",
}


def variant_of(seed: int) -> Variant:
    """The variant of a seed."""
    lot = Random(seed)
    key = lot.choice(["es", "en", "pt", "fr", "long"])
    kind = lot.choice(["xlsx", "xlsx", "docx", "docx", "html", "tsv"])

    def mixed(plan):
        return _drawn(plan, kind, Random(seed))

    return Variant(f"mixed-{seed}-{key}-{kind}", kind, mixed, key)


def _columns(lot: Random) -> list[str]:
    named = lot.choice([["code", "activity"], ["code", "activity"], ["coded"], ["activity"]])
    parts = [
        lot.choice(
            [["indicator", "target"], ["measured"], ["indicator", "baseline", "bare"], ["indicator"], []]
        ),
        lot.choice([["period"], ["start", "end"], ["period"], []]),
        lot.choice([["responsible"], ["responsible", "partners"], ["responsible"]]),
        *([one] for one in ["result", "resources", "milestones", "status", "junk"] if lot.random() < 0.4),
    ]
    lot.shuffle(parts)
    if lot.random() < 0.2:
        return [*parts[0], *named, *(column for part in parts[1:] for column in part)]
    return named + [column for part in parts for column in part]


def _drawn(plan, kind, lot):
    columns, words = _columns(lot), lot.choice([0, 0, 1, 2])
    ways = (
        ["repeated", "once"] if kind == "tsv" else ["merged", "repeated", "once", "ruled", "ruled", "headed"]
    )
    way = lot.choice(ways)
    if way in {"ruled", "headed"}:
        style = lot.choice(["word", "code"])
        draw = headed if way == "headed" else ruled
        blocks = draw(plan, columns, style=style, words=words)
        blocks = blocks if isinstance(blocks, list) else [blocks]
    else:
        style = lot.choice(["code", "code", "title"])
        blocks = [levelled(plan, columns, style=style, spread=way, words=words)]
    notes = [Text(NOTES[plan.language])] if lot.random() < 0.4 else []
    how = {"left": lot.choice([0, 0, 1]), "gap": lot.choice([1, 2])}
    return page(plan, *blocks, *notes, **how), expected(plan, columns, codes=style != "title")


for _seed in SEEDS:
    _one = variant_of(_seed)
    VARIANTS[_one.name] = _one
