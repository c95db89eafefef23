"""How well a record that was read says what the gold says, field by field; a question is told from a wrong silence.

Pure. `compare(found, gold)` takes what `read_plan` gives and a gold record, and gives a `Score` for each field.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

FIELDS = [
    "plan", "levels", "objectives", "parents", "activities", "codes", "periods", "percentages", "results",
    "indicators", "targets", "baselines", "milestones", "parties", "roles", "resources", "statuses",
]  # fmt: skip
# What a problem must be about to excuse a wrong value of a field: the beginnings of its kind. A kind that stands
# nowhere here excuses any field of its row.
ABOUT = {
    "party": "parties roles", "parties": "parties roles", "read_as_same": "parties roles",
    "one_party": "parties roles", "roles": "parties roles", "outside_party": "parties roles",
    "lead": "parties roles", "period": "periods percentages", "outside_plan": "periods", "starts": "periods",
    "ends": "periods", "one_day": "periods", "calendar": "periods percentages", "timetable": "periods percentages",
    "stray_mark": "periods percentages", "year": "periods percentages targets term", "share": "percentages periods",
    "percent": "percentages", "executed": "percentages", "target": "targets indicators results milestones",
    "several_targets": "targets", "bare": "targets", "one_value": "targets indicators",
    "yearly": "targets", "baseline": "baselines", "no_targets": "targets", "no_indicators": "indicators",
    "indicator": "indicators targets", "status": "statuses", "term": "plan term periods percentages", "title": "plan",
    "plan_is": "plan", "fact": "plan", "code": "codes parents", "code_twice": "activities",
    "heading": "codes parents objectives",
    "list_differs": "objectives", "names_another": "objectives parents",
    "column": "periods percentages results indicators targets baselines milestones parties roles resources statuses",
    "sheet_read": "objectives parents", "hidden": "activities", "struck": "activities",
    "row_without": "activities milestones results indicators targets parties roles periods resources",
}  # fmt: skip
ALIKE = 0.6


@dataclass
class Miss:
    """One difference: what the gold has and what was found (either may be None), and whether it was asked."""

    field: str
    row: str
    wanted: object
    found: object
    asked: bool

    def __str__(self) -> str:
        how = "asked" if self.asked else "WRONG" if self.found is not None else "missed"
        return f"{how:6} {self.field:11} {self.row[:44]!r}: wanted {self.wanted!r}, found {self.found!r}"


@dataclass
class Score:
    """Counts of one field. silent: wrong or extra with no question; missed: missing with none; asked: either, with."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    silent: int = 0
    missed: int = 0
    asked: int = 0

    def __iadd__(self, other: "Score") -> "Score":
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


@dataclass
class Comparison:
    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    misses: list[Miss] = field(default_factory=list)

    def __iadd__(self, other: "Comparison") -> "Comparison":
        for name, score in other.scores.items():
            self.scores[name] += score
        self.misses += other.misses
        return self

    @property
    def silent(self) -> int:
        return sum(score.silent for score in self.scores.values())


def compare(found, gold) -> Comparison:
    """What was understood of a file (record, problems) against the gold record."""
    return _Comparing(found.record, gold, found.problems).run()


@lru_cache(maxsize=100_000)
def plain(text) -> str:
    """A text without what does not change what it says: runs of blanks, case, bullets, a final dot."""
    return re.sub(r"\s+", " ", str(text or "")).strip(" .;:•-–·").casefold()


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > ALIKE else 0.0


def aligned(found, wanted):
    """Pairs (found, wanted), None for the side that has no match: most alike in title, in the order of both."""
    table = [[0.0] * (len(wanted) + 1) for _ in range(len(found) + 1)]
    for i, one in enumerate(found):
        for j, other in enumerate(wanted):
            like = likeness(plain(one["title"]), plain(other["title"]))
            # The same code settles between two rows of one title.
            match = table[i][j] + like + (0.01 if like and one.get("code") == other.get("code") else 0)
            table[i + 1][j + 1] = max(match if like > ALIKE else 0, table[i][j + 1], table[i + 1][j])
    return list(_walked(table, found, wanted))


def _walked(table, found, wanted):
    i, j = len(found), len(wanted)
    pairs = []
    while i or j:
        if i and table[i][j] == table[i - 1][j]:
            i -= 1
            pairs.append((found[i], None))
        elif j and table[i][j] == table[i][j - 1]:
            j -= 1
            pairs.append((None, wanted[j]))
        else:
            i, j = i - 1, j - 1
            pairs.append((found[i], wanted[j]))
    return reversed(pairs)


def nodes_of(record) -> list[dict]:
    """Objectives in document order, each with `above`: the titles of those it stands in."""
    blocks = record.get("objectives") or (record.get("pending_annex") or {}).get("objectives") or []
    return list(_nodes(blocks, ()))


def _nodes(blocks, above) -> Iterator[dict]:
    for block in blocks:
        yield block | {"above": above}
        name = plain(block["title"] or block["code"])
        yield from _nodes(block.get("children") or block.get("actions") or [], (*above, name))


def rows_of(record) -> list[dict]:
    return [
        row | {"above": (*node["above"], plain(node["title"] or node["code"])), "node": node}
        for node in nodes_of(record)
        for row in node.get("activities") or []
    ]


# What a row says of each field, as sets of plain values.


def _period(row):
    period = row.get("period") or {}
    spans = period.get("segments") or [period]
    return [(str(span["start"]), str(span["end"])) for span in spans if span.get("start")]


def _shares(row):
    return [
        (_when(one), kind, float(one[f"{kind}_pct"]))
        for one in row.get("progress") or []
        for kind in ("programmed", "executed")
        if one.get(f"{kind}_pct") is not None
    ]


def _when(slot):
    if slot.get("start"):
        return f"{slot['start']}/{slot['end']}"
    year = slot.get("year") or slot.get("proposed_year")
    return f"{year}-01-01/{year}-12-31" if year else "?"


def _result(row):
    result = row.get("expected_result") or {}
    return [plain(line) for line in result.get("items") or [result.get("text")] if plain(line)]


def _indicators(row):
    """Where the target stands in the same cell, the name may be given with it or without."""
    named = [one for one in row.get("indicators") or [] if one.get("name")]
    return [_bare(plain(one["name"])) for one in named]


def _bare(name):
    """A name without a quantity behind a colon or in brackets at its end."""
    return re.sub(r"\s*(?::\s*|\()[^:(]*\d[^:(]*$", "", name)


def _target(target):
    number = target.get("number")
    shown = float(number) if number is not None else None
    if target.get("comparator") or shown is not None:
        return (target.get("comparator"), shown)
    return plain(target.get("text")) or None


def _targets(row):
    carriers = [*(row.get("indicators") or []), *(row.get("milestones") or [])]
    single = [one["target"] for one in carriers if one.get("target")]
    yearly = [(one["year"], _target(one)) for carrier in carriers for one in carrier.get("targets") or []]
    return [value for target in single if (value := _target(target))] + yearly


def _baselines(row):
    return [float(one["baseline"]) for one in row.get("indicators") or [] if one.get("baseline") is not None]


def _milestones(row):
    return [plain(one["text"]) for one in row.get("milestones") or []]


def _named(row):
    parties = list((row.get("responsible") or {}).get("parties") or [])
    return [one if isinstance(one, dict) else {"name": one} for one in parties]


def _resources(row):
    resources = row.get("resources") or {}
    return [plain(line) for line in resources.get("items") or [resources.get("as_printed")] if plain(line)]


SAYS = {
    "activities": lambda row: [plain(row["title"])],
    "codes": lambda row: [row["code"]] if row.get("code") else [],
    "parents": lambda row: [row["above"]],
    "periods": _period,
    "percentages": _shares,
    "results": _result,
    "indicators": _indicators,
    "targets": _targets,
    "baselines": _baselines,
    "milestones": _milestones,
    "parties": lambda row: [plain(one["name"]) for one in _named(row)],
    "roles": lambda row: [(plain(one["name"]), one.get("role")) for one in _named(row)],
    "resources": _resources,
    "statuses": lambda row: [row["status"]] if isinstance(row.get("status"), str) else [],
}
# The cells in which a field may stand, by the keys of `source.cells`.
OF_NODE = ("indicators", "targets", "baselines")


class _Comparing:
    def __init__(self, found, gold, problems):
        self.found, self.gold, self.problems = found, gold, problems
        self.result = Comparison()
        self.places = [_split(problem.place) for problem in problems]
        self.rows_found = rows_of(found)
        self.taken = {_split(one["source"]["place"]) for one in self.rows_found if "source" in one}
        self.silence = not self.rows_found and bool(problems)

    def run(self) -> Comparison:
        self._header()
        if "objectives" not in self.gold.get("ignored", []):
            for one, other in aligned(nodes_of(self.found), nodes_of(self.gold)):
                self._node(one, other)
        for one, other in aligned(self.rows_found, rows_of(self.gold)):
            self._row(one, other)
        return self.result

    def _header(self):
        found, gold = self.found.get("plan") or {}, self.gold["plan"]
        for key in ("title", "start", "end", "language"):
            if key in gold:
                self._count("plan", {"title": key}, _some(found.get(key)), _some(gold[key]), anywhere=True)
        if "levels" in gold:
            names = [[plain(level["name"]) for level in one.get("levels") or []] for one in (found, gold)]
            self._count("levels", {"title": "levels"}, names[0], names[1], anywhere=True)

    def _node(self, one, other):
        row = one or other
        values = [[(side["code"], plain(side["title"]))] if side else [] for side in (one, other)]
        self._count("objectives", row, *values)
        for name in OF_NODE:
            self._count(name, row, *(SAYS[name](side) if side else [] for side in (one, other)))

    def _row(self, one, other):
        for name, says in SAYS.items():
            if name in self.gold.get("ignored", []):
                continue
            # A missing row is one miss and no more: what it would say is not counted as found or silent again.
            if one and other:
                self._count(name, one, says(one), says(other))
            elif name == "activities":
                self._count(name, one or other, says(one) if one else [], says(other) if other else [])
            elif other:
                self.result.scores[name].wanted += len(says(other))
            else:
                self.result.scores[name].found += len(says(one))

    def _count(self, name, row, found, wanted, *, anywhere=False):
        score, (a, b) = self.result.scores[name], (Counter(found), Counter(wanted))
        right, extra, missing = a & b, list((a - b).elements()), list((b - a).elements())
        score.wanted, score.found = score.wanted + b.total(), score.found + a.total()
        score.right += right.total()
        for number in range(max(len(extra), len(missing))):
            pair = [side[number] if number < len(side) else None for side in (missing, extra)]
            asked = self._asked(name, row, pair[1], anywhere=anywhere)
            self.result.misses.append(Miss(name, str(row["title"] or row.get("code")), *pair, bool(asked)))
            score.asked += bool(asked)
            score.silent += not asked and pair[1] is not None
            score.missed += not asked and pair[1] is None

    def _asked(self, name, row, value, *, anywhere=False):
        """Whether a problem about the field names the row or the head of its table, or quotes what was found."""
        if self.silence and name in {"activities", "objectives"}:
            return True
        named = {row.get("uid"), f"activity {row.get('code')}", f"activity {row.get('title')}"}
        source = row.get("source") or {}
        own = [_split(place) for place in (source.get("place", ""), *source.get("cells", {}).values())]
        texts = [text for text in _texts(value) if len(text) > 4]
        if not source:
            texts.append(plain(row["title"])[:30])
        return any(
            anywhere
            or problem.place in named
            or any(self._names(place, one) for one in own if one[0])
            or any(text and text in plain(f"{problem.value} {problem.proposal}") for text in texts)
            for problem, place in zip(self.problems, self.places, strict=True)
            if _is_about(problem.kind, name, value is None, anywhere)
        )

    def _names(self, place, own):
        """Whether a place is of the same row, or in the head of the table: above the row, and no other row found."""
        if place[0] != own[0]:
            return False
        return place[1] in (own[1], None) or (place not in self.taken and place[1] < self._first(own))

    def _first(self, own):
        return min((row for sheet, row in self.taken if sheet == own[0] and row), default=0)


def _some(value):
    return [plain(value)] if value else []


def _texts(value):
    """The texts in a value: a title, a code and a title, a name and a role."""
    if isinstance(value, tuple):
        return [text for one in value for text in _texts(one)]
    return [plain(value)] if isinstance(value, str) else []


def _is_about(kind, name, is_missing, anywhere):
    """A column that was left out excuses what is missing, never what is wrong."""
    if kind == "column_not_known" and not is_missing:
        return False
    fields = [fields for start, fields in ABOUT.items() if kind.startswith(start)]
    return any(name in one.split() for one in fields) or (not fields and not anywhere)


def _split(place):
    """The grid of a place and its row: ("Plan", 4) of "Plan!B4"; (place, None) of any other."""
    if found := re.match(r"^(.*)!\$?[A-Z]+\$?(\d+)", place):
        return found[1], int(found[2])
    if found := re.match(r"^(.*), row (\d+)", place):
        return found[1], int(found[2])
    if found := re.match(r"^paragraph (\d+)$", place):
        return "paragraphs", int(found[1])
    return place, None


def is_asked(found, source, asked) -> bool:
    """Whether a trap is asked: a problem about the field names the row of a marked cell, or quotes a marker."""
    markers = [plain(marker) for marker in asked.markers]
    marked = {
        _split(grid.place(cell.row, cell.column))
        for grid in source.grids
        for cell in grid.cells
        if any(marker in plain(cell.text) for marker in markers)
    }
    for problem in found.problems:
        quoted = plain(f"{problem.value} {problem.proposal} {problem.place}")
        if not _is_about(problem.kind, asked.field, False, asked.field in {"plan", "term"}):
            continue
        if _split(problem.place) in marked or any(marker in quoted for marker in markers):
            return True
    return False
