"""An activity is added and changed: everything that its row shows, in one act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from coalitions import once, versions
from coalitions.languages import store
from coalitions.models import User
from coalitions.refusal import Refused
from plans.editing import indicators, parties, periods, results, shares
from plans.editing.indicators import IndicatorLine
from plans.editing.order import Tree
from plans.editing.parties import PartyLine
from plans.editing.results import ResultChoice
from plans.editing.shares import Cells
from plans.editing.turns import activity_of, objective_of, say, touch, turn
from plans.models import Activity, Plan
from plans.schedule import Span

TEXTS = ("title", "resources", "observations")
PLAIN = ("code", "responsible_printed", "status", "status_on")


@dataclass(frozen=True)
class ActivityChange:
    """A row as somebody wants it: plain values, texts by language; None leaves a part as it is."""

    plain: Mapping[str, object] = field(default_factory=dict)
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    period: str | None = None
    reading: str = ""
    own_days: Span | None = None
    result: ResultChoice | None = None
    parties: Sequence[PartyLine] | None = None
    indicators: Sequence[IndicatorLine] | None = None
    shares: Cells | None = None


def change_activity(
    plan: Plan, pk: int, change: ActivityChange, *, version: int | None, by: User
) -> Activity:
    """Change what a row shows; returns the activity as it stands then. The same again changes and logs nothing.

    Raises Stale where the row is at another version, Refused where it is gone or a change may not be made. What
    is shared with other rows changes there too, and their version rises.
    """
    with turn(plan) as held:
        row = activity_of(held, pk, version)
        before, shown = _state(row), row.result
        others: dict[int, Activity] = {}
        parts = _put(row, held, change, others, by)
        if before != _state(row):
            parts.insert(0, "row")
        if parts:
            versions.save(row)
            results.drop_if_orphaned(shown if shown != row.result else None)
            touch(others.values())
            say(held, "activity changed", row, by, parts=parts)
    return row


def _put(
    row: Activity, plan: Plan, change: ActivityChange, others: dict[int, Activity], by: User
) -> list[str]:
    """Put the change into the row and into what hangs on it; returns the parts that changed beside the row itself."""
    put_columns(row, plan, change)
    parts = []
    if change.result is not None:
        changed, touched = results.apply(row, change.result)
        others |= {other.pk: other for other in touched}
        parts += ["result"] if changed else []
    if change.parties is not None and parties.apply(row, change.parties, by):
        parts.append("parties")
    if change.indicators is not None:
        changed, touched = indicators.apply(row, plan, change.indicators)
        others |= {other.pk: other for other in touched}
        parts += ["indicators"] if changed else []
    if change.shares is not None and shares.apply(row, change.shares):
        parts.append("shares")
    return parts


def put_columns(row: Activity, plan: Plan, change: ActivityChange) -> None:
    """Put into the row what stands in its own columns; nothing is saved."""
    for name, value in change.plain.items():
        setattr(row, name, value)
    for name, texts in change.texts.items():
        store(row, name, texts)
    if change.period is not None:
        periods.settle(row, plan, change.period, change.reading, change.own_days)


def add_activity(
    plan: Plan, objective: int, change: ActivityChange, *, by: User, key: str = "", after: int | None = None
) -> Activity:
    """A new activity at the end of an objective, or after another of it. Raises AlreadySaved for a form sent before."""
    with turn(plan) as held:
        once.spend(key)
        row = create(held, objective, change, by=by, after=after)
        say(held, "activity added", row, by)
    return row


def create(
    plan: Plan, objective: int, change: ActivityChange, *, by: User, after: int | None = None
) -> Activity:
    """The new row with what hangs on it, in its place; inside the turn of an act that logs it."""
    above = objective_of(plan, objective)
    row = Activity(objective=above, position=0)
    put_columns(row, plan, change)
    if not any((getattr(row, f"title_{code}") or "").strip() for code in ("es", "en")):
        raise Refused(_("Please give the activity a title, in one language at least."))
    place(plan, row, after)
    if change.result is not None:
        results.apply(row, change.result)
        row.save()
    parties.apply(row, change.parties or (), by)
    for line in change.indicators or ():
        indicators.make(row, plan, line)
    shares.apply(row, change.shares or {})
    return row


def place(plan: Plan, row: Activity, after: int | None) -> None:
    """Save a new row behind another of its objective, or at the end of it, and make room for it."""
    tree = Tree(plan)
    siblings = tree.activities.setdefault(row.objective_id, [])
    index = next((n for n, other in enumerate(siblings, start=1) if other.pk == after), len(siblings))
    siblings.insert(index, row)
    row.position = _between(tree, row)
    row.save()
    tree.settle()


def _between(tree: Tree, row: Activity) -> int:
    """A first guess at the new row's position, right behind the row before it."""
    rows = tree.in_order()
    here = rows.index(row)
    return rows[here - 1].position + 1 if here else 1


def _state(row: Activity) -> tuple[object, ...]:
    names = [*PLAIN, "period_printed", "start", "end", "spans", "result_id"]
    names += [f"{name}_{code}" for name in TEXTS for code in ("es", "en")]
    return tuple(getattr(row, name) or "" for name in names)
