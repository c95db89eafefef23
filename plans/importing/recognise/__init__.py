"""A source is recognised: which cells are the plan, what each says, and what somebody has to settle (E, P6-P28).

Pure: plain values in, plain values out. The child process calls `read_plan`; nothing is raised on what a file says.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plans.importing.grids import Problem, Source
from plans.importing.recognise import annex, checks, facts, leftovers, listed, record, tidy, timetables
from plans.importing.recognise.reading import read_draft
from plans.importing.recognise.words import fold


@dataclass
class Understood:
    """What was understood of a file.

    record: in the shape of a gold record, its rows with their cells; `objectives` is empty where no plan was found.
    problems: doubts and errors with their places. unused: (place, text, why) of each cell that went nowhere.
    """

    record: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    unused: list[tuple[str, str, str]] = field(default_factory=list)


def read_plan(
    source: Source, known: Mapping[str, str] | None = None, start: date | None = None, end: date | None = None
) -> Understood:
    """The plan that a source holds. `known`: spellings of parties and the party's name; `start`, `end`: the plan's
    dates where somebody has said them, else they are taken from the document.
    """
    draft = read_draft(source)
    listed.compare(draft)
    term, said = facts.term_of(draft, start, end)
    timetables.attach(draft, term)
    tidy.complete_codes(draft)
    facts.titles_agree(draft)
    facts.one_plan(draft)
    slug = (
        re.sub(r"[^a-z0-9]+", "-", fold(source.name.rpartition(".")[0] or source.name)).strip("-") or "plan"
    )
    written = record.write(draft, source, term, said, known or {}, slug)
    checks.check(draft, written, term)
    if annex.is_status_report(draft):
        written = annex.as_report(draft, written)
    return Understood(written, draft.problems, leftovers.of(draft, source))
