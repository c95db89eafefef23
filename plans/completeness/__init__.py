"""What a plan still lacks or says in two ways (G18, P2, P4, P8, P19, P22, P28, T3): warnings, which never block.

Nothing is stored: a warning is computed from the rows each time, so it goes when its cause goes. What the Secretariat
has "seen and kept" is a Note (kind SEEN) under the warning's key, with what the data said then: where the data
says something else now, the mark counts no longer.
"""

from dataclasses import replace

from plans.completeness.checks import CHECKS, MISSING
from plans.completeness.finding import Finding
from plans.completeness.rows import Rows, load
from plans.models import Note, Plan

__all__ = ["CHECKS", "MISSING", "Finding", "findings", "of_rows"]


def findings(plan: Plan) -> list[Finding]:
    """Every warning of the plan, by check and then in the plan's order; in the language of the interface.

    Eight queries, whatever the plan holds.
    """
    return of_rows(load(plan))


def of_rows(rows: Rows) -> list[Finding]:
    """The warnings of rows that are loaded already."""
    marks = {note.key: note for note in rows.notes if note.kind == Note.SEEN}
    return [_marked(one, marks.get(one.key)) for check in CHECKS for one in check(rows)]


def _marked(found: Finding, mark: Note | None) -> Finding:
    if mark is None or mark.data.get("seen") != found.seen:
        return found
    by = str(mark.settled_by) if mark.settled_by else ""
    return replace(found, kept=mark.reading or "–", kept_on=mark.settled_on, kept_by=by)
