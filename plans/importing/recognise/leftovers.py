"""Every cell that holds something is used or listed as unused, with its place (E17). Pure."""

from collections.abc import Iterable

from plans.importing.grids import Source
from plans.importing.recognise.draft import Activity, Draft

PART = "no indicator for it"


def of(draft: Draft, source: Source) -> list[tuple[str, str, str]]:
    """(place, text, why) of each cell and paragraph that the record does not hold."""
    used = set(_used(draft)) | draft.used
    # What was left with a reason is listed even where the rest of its cell is used.
    listed = [one for one in draft.unused if one[0] not in used or one[2] == PART]
    told = used | {place for place, _, _ in listed}
    listed += [
        (found.place, found.text, "text") for found in draft.prose if found.place and found.place not in told
    ]
    told |= {found.place for found in draft.prose}
    for grid in source.grids:
        why = "hidden sheet" if grid.hidden else "not recognised"
        listed += [
            (place, cell.text, why)
            for cell in grid.cells
            if not cell.is_blank and (place := grid.place(cell.row, cell.column)) not in told
        ]
    return listed


def _used(draft: Draft) -> Iterable[str]:
    yield from (found.place for found in [*draft.titles, *draft.facts.values()])
    for layout in [*draft.layouts, *(calendar.layout for calendar in draft.timetables)]:
        yield from layout.places
    for calendar in draft.timetables:
        for row in calendar.rows:
            yield from _of_row(row)
    for node in draft.all_nodes():
        yield node.place
        yield from (found.place for founds in node.values.values() for found in founds)
        for activity in node.activities:
            yield from _of_row(activity)
    yield from (place for _, _, place in [*draft.tabled, *draft.listed])


def _of_row(row: Activity) -> Iterable[str]:
    yield row.place
    yield from (found.place for founds in row.values.values() for found in founds)
    yield from (found.place for _, found in row.marks if found.text)
