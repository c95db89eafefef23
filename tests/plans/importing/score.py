"""Prints how well files of plans are read, as the tables of docs/importing.md, and what is wrong in each.

`python -m tests.plans.importing.score [--wrong N] [--fields] [--seeds FROM TO] [name ...]`: N differences of each
file (10); with `--fields` a table of its fields for each; only variants whose names begin so. `--seeds FROM TO`:
instead, layouts drawn by lot that are not of the corpus.
"""

import argparse
from functools import cache
from pathlib import Path
from time import perf_counter

import yaml

from plans.importing import read_docx, read_text, read_xlsx
from plans.importing.recognise import Understood, read_plan
from tests.plans.importing.corpus import VARIANTS
from tests.plans.importing.corpus.mixed import variant_of
from tests.plans.importing.scoring import FIELDS, Comparison, compare, is_asked

SOURCES = Path(__file__).resolve().parents[3] / "fixtures/sources"
READERS = {"xlsx": read_xlsx.read, "docx": read_docx.read, "html": read_text.read, "tsv": read_text.read}


def source_files() -> list[str]:
    return sorted(path.name for path in SOURCES.glob("*.*") if path.suffix in {".docx", ".xlsx"})


@cache
def of_source(name: str) -> Comparison:
    """One of the ten real files against its gold."""
    source = READERS[name[-4:]](name, (SOURCES / name).read_bytes())
    return compare(read_plan(source), yaml.safe_load((SOURCES / f"{name[:-5]}.yaml").read_text()))


@cache
def of_variant(name: str) -> tuple[Comparison, bool | None, Understood | None]:
    """One variant: its comparison, whether a trap was asked (None for others), and what was understood.

    A reader that raises has understood nothing, and counts as if all were missed."""
    variant = VARIANTS[name]
    data, gold, asked = variant.written()
    try:
        source = READERS[variant.kind](variant.file_name, data)
        found = read_plan(source)
    except Exception as error:
        print(f"RAISED {name}: {type(error).__name__}: {error}")
        return compare(Understood({}), gold), False if asked else None, None
    return compare(found, gold), is_asked(found, source, asked) if asked else None, found


def total(comparisons) -> Comparison:
    result = Comparison()
    for one in comparisons:
        result += one
    return result


def by_field(comparison: Comparison) -> str:
    """The markdown table of one comparison: a row a field."""
    lines = [
        "| Field | in the gold | precision | recall | wrong, silent | missed, silent | asked |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name in FIELDS:
        score = comparison.scores[name]
        if score.wanted or score.found:
            lines.append(
                f"| {name} | {score.wanted} | {_percent(score.precision)} | {_percent(score.recall)} "
                f"| {score.silent} | {score.missed} | {score.asked} |"
            )
    return "\n".join(lines)


def by_layout(comparisons: dict[str, Comparison]) -> dict[str, Comparison]:
    """The variants of one layout together, in whatever languages and kinds of file."""
    layouts: dict[str, list[Comparison]] = {}
    for name, one in comparisons.items():
        layouts.setdefault(VARIANTS[name].layout, []).append(one)
    return {f"{name} ({len(group)})": total(group) for name, group in layouts.items()}


def by_file(comparisons: dict[str, Comparison]) -> str:
    """The markdown table of many: a row a file or layout, all fields together."""
    lines = [
        "| File | values | right | wrong, silent | missed, silent | asked |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, one in comparisons.items():
        values, right, silent, missed, asked = (
            sum(getattr(score, key) for score in one.scores.values())
            for key in ("wanted", "right", "silent", "missed", "asked")
        )
        lines.append(f"| {name} | {values} | {right} | {silent} | {missed} | {asked} |")
    return "\n".join(lines)


def _percent(share: float) -> str:
    """Never rounded up to all."""
    return "100 %" if share == 1 else f"{min(share * 100, 99.9):.1f} %"


def _arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="variants whose name begins so; all where none is given")
    parser.add_argument(
        "--seeds", nargs=2, type=int, help="only layouts drawn by lot, from one number to before another"
    )
    parser.add_argument("--fields", action="store_true", help="a table of fields for each file")
    parser.add_argument("--wrong", type=int, default=10, help="differences shown of each file")
    return parser.parse_args()


def main() -> None:
    arguments = _arguments()
    started = perf_counter()
    if arguments.seeds:
        drawn = {one.name: one for one in map(variant_of, range(*arguments.seeds))}
        VARIANTS.update(drawn)
        arguments.names = list(drawn)
    chosen = [name for name in VARIANTS if not arguments.names or name.startswith(tuple(arguments.names))]
    sources = {name: of_source(name) for name in source_files()} if not arguments.names else {}
    plain = {name: of_variant(name)[0] for name in chosen if not VARIANTS[name].is_trap}
    traps = {name: of_variant(name) for name in chosen if VARIANTS[name].is_trap}
    if sources:
        print(f"\n## The ten source files\n\n{by_field(total(sources.values()))}\n\n{by_file(sources)}")
    if plain:
        layouts = by_layout(plain)
        rows = plain if arguments.names else layouts
        title = f"The corpus: {len(plain)} files, {len(layouts)} layouts"
        print(f"\n## {title}\n\n{by_field(total(plain.values()))}\n\n{by_file(rows)}")
    if traps:
        asked = sum(bool(one[1]) for one in traps.values())
        print(
            f"\n## The traps: {asked} of {len(traps)} asked\n\n| Trap | asked | wrong, silent |\n|---|---|--:|"
        )
        for name, (comparison, is_it, _) in traps.items():
            print(f"| {name} | {'yes' if is_it else 'NO'} | {comparison.silent} |")
    everything = {**sources, **plain, **{name: one[0] for name, one in traps.items()}}
    if arguments.fields:
        for name, one in everything.items():
            print(f"\n### {name}\n\n{by_field(one)}")
    print("\n## What is wrong\n")
    for name, one in everything.items():
        _print_wrong(name, one, arguments.wrong)
    print(f"\n{len(everything)} files in {perf_counter() - started:.1f} s")


def _print_wrong(name, comparison, most):
    if comparison.misses:
        print(f"{name}: {len(comparison.misses)}")
        for miss in sorted(comparison.misses, key=lambda one: one.asked)[:most]:
            print(f"    {miss}")


if __name__ == "__main__":
    main()
