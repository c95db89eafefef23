"""Results, indicators with their targets, milestones and resources of a row, in the record's shape (P10-P17, P24)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Any

from plans.importing.recognise import readers
from plans.importing.recognise.draft import Draft, Found
from plans.importing.recognise.words import fold, is_nothing
from plans.targets import TargetReading

_BULLET = re.compile(r"^\s*(?:[-–—•●▪■◦*·✓➤►]|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s)|o\s(?=[A-ZÁÉÍÓÚ]))\s*")
_LETTER = re.compile(r"^\s*(?P<code>[a-z])\s*[).]\s*(?P<text>.*)$")
_LETTERED_TARGET = re.compile(
    r"^\s*(?P<code>[a-z]\.\d{1,2})\s*[).]?\s*(?:(?:objetivo|meta|target|objective|cible"
    r"|objectif)\s*[.:]?\s*)?(?P<text>.*)$",
    re.IGNORECASE,
)
_TARGET_LINE = re.compile(r"^\s*(?:meta|target|cible|objetivo)\s*[.:]\s*(?P<text>.+)$", re.IGNORECASE)
_COUNT_OF = re.compile(
    r"^(?:numero|n[°º.]*|cantidad|total|number|amount|count|nombre|quantidade|#"
    r"|no\.?)\s+(?:total\s+)?(?:de|of|d'|des)\s*"
)
# Where the noun that is counted ends.
_UNIT_ENDS = re.compile(
    r"\s(?:que|en|por|para|durante|con|a|al|parte|segun|mediante|sobre|por|del?|of|that|in|by|for|with"
    r"|on|per|during|qui|dans|par|pour|"
    r"\w+(?:adas|ados|idas|idos|ada|ado|ida|ido|ed|ees|tes)(?![a-z]))(?![a-z])"
)
_YES = {"si", "yes", "sim", "oui"}
_BROKEN_DOWN = re.compile(r"([\w\-]+)\s*\(([^()]+)\)")

_BARE = re.compile(r"^\s*\d{1,9}(?:[.,]\d{1,6})?\s*$")


def lines_of(text: str) -> list[str]:
    """The items of a cell: one a line; a line that begins in lower case goes on with the one before (E2)."""
    items: list[str] = []
    for line in text.splitlines():
        bare = " ".join(_BULLET.sub("", line).split())
        if not bare or is_nothing(bare):
            continue
        listed = _BULLET.match(line) is not None
        if items and bare[:1].islower() and not listed:
            items[-1] = f"{items[-1]} {bare}"
        else:
            items.append(bare)
    return items


def result_of(founds: Sequence[Found], origin: str | None) -> dict[str, Any] | None:
    """The expected result of an activity: its items, and from which activity's cell they are inherited."""
    if not founds:
        return None
    items = [item for found in founds for item in lines_of(found.text)]
    label = founds[0].head.split(" / ")[0] or None
    return {"label": label, "text": " ".join(items), "items": items, "inherited_from": origin}


def resources_of(founds: Sequence[Found]) -> dict[str, Any] | None:
    if not founds:
        return None
    texts = [f"{found.head}: {found.text}" if _needs_head(found) else found.text for found in founds]
    items = [item for text in texts for item in lines_of(text)]
    return (
        {"as_printed": " ".join(" ".join(found.text.split()) for found in founds), "items": items}
        if items
        else None
    )


def _needs_head(found: Found) -> bool:
    """A bare amount says nothing without the head of its column."""
    return found.column is not None and not re.search(r"[A-Za-zÀ-ÿ]{4}", found.text)


def milestones_of(founds: Sequence[Found]) -> list[dict[str, Any]]:
    """The milestones of an activity; the quantity that one states is its target (P11, R8)."""
    return [
        {"text": item, "target": next(filter(None, map(_quantity, readers.targets(item))), None)}
        for found in founds
        for item in lines_of(found.text)
    ]


def _quantity(reading: TargetReading) -> dict[str, Any] | None:
    """The target within a sentence; a sentence that only states one thing done has none of its own."""
    if not reading.understood or reading.number is None:
        return None
    return target_of(reading, reading.expression or reading.text)


def target_of(reading: TargetReading, text: str) -> dict[str, Any]:
    """A target in the record's shape: what is not understood keeps its text, without comparator and number."""
    return {
        "code": reading.code or None,
        "text": text,
        "comparator": reading.comparator if reading.understood else None,
        "number": plain_number(reading.number) if reading.understood else None,
        "unit": reading.unit,
        "per": reading.per,
    }


def plain_number(number: Decimal | float | None) -> int | float | None:
    """A number as records write it: whole ones without a fraction."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


def indicators_of(
    draft: Draft, values: Mapping[str, Sequence[Found]], origin: str | None
) -> list[dict[str, Any]]:
    """The indicators of an activity or objective: each name with the target beside it, below it or within it."""
    names, targets, baselines, units = (
        values.get(name, []) for name in ("indicator", "target", "baseline", "unit")
    )
    whole = [found for found in targets if found.column is None or found.column.time is None]
    if any(_LETTERED_TARGET.match(line) for found in names for line in found.text.splitlines()):
        blocks = [block for found in names for block in _lettered(draft, found)]
    elif len(names) == 1:
        blocks = _pairs(draft, names[0], whole)
    elif not names and whole and all(_BARE.match(found.text) for found in whole):
        blocks = _unnamed(draft, whole, units)
    else:
        blocks = _row_by_row(draft, names, whole)
    _add_yearly(draft, blocks, targets)
    _add_baselines(draft, blocks, baselines)
    _add_units(draft, blocks, units)
    for block in blocks:
        block["inherited_from"] = origin
    return blocks


def _unnamed(draft: Draft, targets: Sequence[Found], units: Sequence[Found]) -> list[dict[str, Any]]:
    """Figures under "Meta" without any indicator: the first is the target of what the unit says; the rest is asked."""
    name = " ".join(units[0].text.split()) if units else ""
    if not name or len(targets) > 1:
        draft.ask("indicator_without_a_name", targets[0].place, targets[0].text)
    for found in targets[1:]:
        draft.leave(found.place, found.text, "no indicator for it")
    return [
        _indicator(name, _read(draft, targets[0].place, targets[0].text.strip(), name))
        | {"unit": name or None}
    ]


def _row_by_row(draft: Draft, names: Sequence[Found], targets: Sequence[Found]) -> list[dict[str, Any]]:
    """Several indicators of an activity, each in a row with its target; a target without a name is its own."""
    by_row = {found.cell.row: found for found in targets if found.cell} if names else {}
    blocks = []
    for found in names:
        beside = by_row.pop(found.cell.row, None) if found.cell else None
        blocks += _pairs(draft, found, [beside] if beside else [])
    for found in by_row.values() if names else targets:
        blocks += _pairs(draft, None, [found])
    return blocks


def _indicator(name: str, target: dict[str, Any] | None, code: str | None = None) -> dict[str, Any]:
    unit = (target or {}).get("unit") or unit_of(name)
    block: dict[str, Any] = {"code": code, "name": name, "unit": unit, "target": target}
    if breakdown := breakdown_of(name):
        block["breakdown"] = breakdown
    return block


def _pairs(draft: Draft, name: Found | None, targets: Sequence[Found]) -> list[dict[str, Any]]:
    """Names and targets line by line where there are as many of each; else all targets are the one name's."""
    lines = lines_of(name.text) if name else []
    aims = [(line, found) for found in targets for line in lines_of(found.text)]
    if not lines:
        return [_indicator(line, _read(draft, found.place, line, "")) for line, found in aims]
    if not aims:
        return [_indicator(*_stated(draft, name.place if name else "", line)) for line in lines]
    if len(lines) == len(aims):
        return [
            _indicator(line, _read(draft, found.place, aim, line))
            for line, (aim, found) in zip(lines, aims, strict=True)
        ]
    if len(lines) == 1:
        first = _indicator(lines[0], _read(draft, aims[0][1].place, aims[0][0], lines[0]))
        more = [_read(draft, found.place, aim, lines[0]) for aim, found in aims[1:]]
        return [first | {"targets": more}] if more else [first]
    draft.ask("targets_unpaired", aims[0][1].place, aims[0][0], " / ".join(lines))
    for line, found in aims[len(lines) :]:
        draft.leave(found.place, line, "no indicator for it")
    pairs = zip_longest(lines, aims[: len(lines)])
    return [
        _indicator(line, _read(draft, pair[1].place, pair[0], line) if pair else None) for line, pair in pairs
    ]


def _stated(draft: Draft, place: str, line: str) -> tuple[str, dict[str, Any] | None]:
    """An indicator's name, and the target where the name itself states a quantity ("8 infografías", "Meta: 5")."""
    if found := _TARGET_LINE.search(line):
        return line, _read(draft, place, found["text"], line)
    name, colon, aim = line.partition(":")
    if colon and any(one.understood and one.number is not None for one in readers.targets(aim.strip(), name)):
        return name.strip(), _read(draft, place, aim.strip(), name)
    for reading in readers.targets(line):
        if reading.understood and reading.number is not None:
            return line, target_of(reading, reading.expression or line)
    return line, None


def _read(draft: Draft, place: str, text: str, name: str) -> dict[str, Any]:
    """The target of a text of its own; a doubt where it is not understood or has several in it."""
    if fold(text) in _YES:
        return target_of(TargetReading(text), text) | {"comparator": "done"}
    readings = readers.targets(text, name)
    first = readings[0] if readings else TargetReading(text)
    if not first.understood:
        draft.ask("target_not_understood", place, text, _alternatives(first), note=first.note)
    elif len(readings) > 1:
        draft.ask("several_targets", place, text)
    return target_of(first, first.text or text)


def _alternatives(reading: TargetReading) -> str:
    return " / ".join(
        f"{one.comparator or '='} {one.number} {one.unit or ''}".strip()
        for one in reading.alternatives
        if one.number is not None
    )


def _lettered(draft: Draft, found: Found) -> Iterable[dict[str, Any]]:
    """Lettered indicators with their targets below them in one cell: "a) …", "a.1) Objetivo. …" (P14)."""
    blocks: list[dict[str, Any]] = []
    for line in found.text.splitlines():
        if aim := _LETTERED_TARGET.match(line):
            name = blocks[-1]["name"] if blocks else ""
            target = _read(draft, found.place, aim["text"].strip(), name) | {"code": aim["code"].lower()}
            if blocks and blocks[-1]["target"] is None:
                blocks[-1] |= {"target": target, "unit": target["unit"] or blocks[-1]["unit"]}
            elif blocks:
                blocks[-1].setdefault("targets", []).append(target)
        elif letter := _LETTER.match(line):
            blocks.append(_indicator(" ".join(letter["text"].split()), None, letter["code"]))
        elif line.strip() and blocks:
            blocks[-1]["name"] += " " + " ".join(line.split())
        elif line.strip():
            blocks.append(_indicator(" ".join(line.split()), None))
    return blocks


def _add_yearly(draft: Draft, blocks: list[dict[str, Any]], targets: Sequence[Found]) -> None:
    """Targets that stand in a column of a year: several of one indicator (P16)."""
    yearly = [found for found in targets if found.column and found.column.time is not None]
    if yearly and not blocks:
        blocks.append(_indicator("", None))
        draft.ask("indicator_without_a_name", yearly[0].place, yearly[0].text)
    if yearly and len(blocks) > 1:
        draft.ask("targets_unpaired", yearly[0].place, yearly[0].text, blocks[0]["name"])
    for found in yearly:
        assert found.column is not None and found.column.time is not None
        target = _read(draft, found.place, " ".join(found.text.split()), blocks[0]["name"])
        blocks[0].setdefault("targets", []).append(target | {"year": found.column.time.year})
    if yearly and blocks[0]["target"] is None:
        blocks[0]["unit"] = blocks[0]["targets"][0]["unit"] or blocks[0]["unit"]
        if len(yearly) == 1:
            blocks[0]["target"] = blocks[0].pop("targets")[0]


def _add_baselines(draft: Draft, blocks: list[dict[str, Any]], baselines: Sequence[Found]) -> None:
    lines = [(line, found) for found in baselines for line in lines_of(found.text)]
    if len(lines) != len(blocks) and lines and blocks and len(lines) != 1:
        draft.ask("targets_unpaired", lines[0][1].place, lines[0][0], blocks[0]["name"])
    for line, found in lines[len(blocks) :]:
        draft.leave(found.place, line, "no indicator for it")
    for block, (line, found) in zip(blocks, lines, strict=False):
        block["baseline_as_printed"] = line
        reading = next(iter(readers.targets(line, block["name"])), None)
        if reading and reading.understood and reading.number is not None:
            block["baseline"] = plain_number(reading.number)
        else:
            draft.ask("baseline_not_understood", found.place, line)


def _add_units(draft: Draft, blocks: list[dict[str, Any]], units: Sequence[Found]) -> None:
    """What an indicator counts, as a column of its own says; what belongs to no one indicator is left over."""
    for found in units:
        if len(blocks) == 1 and not blocks[0]["unit"]:
            blocks[0]["unit"] = " ".join(found.text.split())
        elif not any(fold(block["unit"] or "") == fold(found.text) for block in blocks):
            draft.leave(found.place, found.text, "no indicator for it")


def unit_of(name: str) -> str | None:
    """What an indicator counts, where its name says that it counts: "Número de ciudades miembro que …"."""
    folded = fold(name)
    found = _COUNT_OF.match(folded)
    if found is None or len(folded) != len(" ".join(name.split())):
        return None
    end = _UNIT_ENDS.search(folded, found.end())
    return (
        " ".join(name.split())[found.end() : end.start() if end else None]
        .removesuffix(" o")
        .removesuffix(" y")
        .removesuffix(" or")
        .strip(" .,;")
        or None
    )


def breakdown_of(name: str) -> dict[str, list[str]]:
    """By what an indicator is told apart: "por actor (gubernamental, no gubernamental), tipo (…)" (P17)."""
    after = re.split(r"\s(?:por|by|par)\s", name, maxsplit=1)
    if len(after) < 2:
        return {}
    found = {
        word: [part.strip() for part in re.split(r",|\s(?:y|e|and|et)\s", inside) if part.strip()]
        for word, inside in _BROKEN_DOWN.findall(after[1])
    }
    return found if all(len(parts) > 1 for parts in found.values()) else {}
