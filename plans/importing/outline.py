"""What was understood of a file, as a text that one reads before anything is written."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalitions.models import Party
from plans.importing.apply.parties import listed
from plans.importing.apply.shape import Record, aims
from plans.importing.grids import Problem
from plans.importing.problems import reason, shown_place, why_not_used
from plans.importing.understanding import Draft
from plans.models import Responsibility

ARROW = "→"
# What a column holds, in words; any other name is the key of a level.
COLUMNS = {
    "baseline": gettext_lazy("baseline"), "code": gettext_lazy("code"), "co_leads": gettext_lazy("co-leads"),
    "end": gettext_lazy("end"), "expected_result": gettext_lazy("expected result"),
    "indicator": gettext_lazy("indicator"), "lead": gettext_lazy("lead"), "milestones": gettext_lazy("milestones"),
    "observations": gettext_lazy("observations"), "participants": gettext_lazy("participants"),
    "partners": gettext_lazy("partners"), "period": gettext_lazy("period"), "resources": gettext_lazy("resources"),
    "responsible": gettext_lazy("responsible"), "role": gettext_lazy("role"), "start": gettext_lazy("start"),
    "status": gettext_lazy("status"), "summary": gettext_lazy("summary"), "target": gettext_lazy("target"),
    "title": gettext_lazy("title"), "unit": gettext_lazy("unit"), "verification": gettext_lazy("means of verification"),
}  # fmt: skip


def lines(draft: Draft) -> Iterator[str]:
    """The plan with its levels, objectives and activities; what should be looked at; what was not used."""
    yield from _header(draft.fitted["plan"])
    for node in draft.fitted["objectives"]:
        yield from _node(node, 0)
    yield from _problems(draft)
    if draft.unused:
        yield ""
        yield _("Not used (%(number)d)") % {"number": len(draft.unused)}
    for place, text, why in draft.unused:
        yield f"  {shown_place(place)}: {_short(text)}" + (f" ({why_not_used(why)})" if why else "")


def _header(header: Record) -> Iterator[str]:
    yield header["title"]
    yield _("From %(start)s to %(end)s") % {"start": header["start"] or "?", "end": header["end"] or "?"}
    yield _("Levels: %(names)s") % {
        "names": ", ".join(level["name"] or level["level"] for level in header["levels"])
    }
    for heading, name in header.get("columns", {}).items():
        yield f"  {_short(heading)} {ARROW} {COLUMNS.get(name, _('level'))}"


def _node(node: Record, depth: int) -> Iterator[str]:
    room = "  " * depth
    yield ""
    yield room + " ".join(filter(None, (node["code_as_printed"] or node["code"], node["title"]))).strip()
    yield from (f"{room}  {line}" for cell in node.get("indicators", []) for line in _measure(cell))
    for child in node.get("children", []):
        yield from _node(child, depth + 1)
    for entry in node.get("activities", []):
        yield from (f"{room}  {line}" for line in _activity(entry))


def _activity(entry: Record) -> Iterator[str]:
    yield " ".join(filter(None, (entry["code"], entry["title"])))
    if period := entry.get("period"):
        days = f"{period['start']} – {period['end']}" if period["start"] else "?"
        printed = period.get("as_printed")
        yield f"    {printed} {ARROW} {days}" if printed else f"    {days}"
    if listed(entry.get("responsible")):
        names = (
            f"{one['name']} ({Responsibility.Role(one['role']).label})"
            for one in entry["responsible"]["parties"]
        )
        yield "    " + ", ".join(names)
    for cell in (*entry.get("milestones", []), *entry.get("indicators", [])):
        yield from (f"    {line}" for line in _measure(cell))
    for slot in entry.get("progress", []):
        when = (
            slot["year_as_printed"]
            or slot["year"]
            or slot["proposed_year"]
            or f"{slot['start']} – {slot['end']}"
        )
        programmed, executed = (
            "–" if slot[key] is None else slot[key] for key in ("programmed_pct", "executed_pct")
        )
        yield f"    {when}: {programmed} / {executed} %"


def _measure(cell: Record) -> Iterator[str]:
    words = " ".join(filter(None, (cell.get("code"), cell.get("name") or cell.get("text"))))
    yield " ".join(filter(None, (words, ARROW if aims(cell) else "", "; ".join(map(_aim, aims(cell))))))
    if (baseline := cell.get("baseline")) is not None:
        yield "  " + _("Baseline: %(number)s") % {"number": baseline}


def _aim(target: Record) -> str:
    number = "" if target["number"] is None else str(target["number"])
    read = " ".join(filter(None, (target["comparator"], number, target["unit"], target["per"])))
    return (
        f"{target['year']}: {read or target['text']}" if target.get("year") else read or target["text"] or ""
    )


def _problems(draft: Draft) -> Iterator[str]:
    for is_error, title in ((True, _("Cells that could not be read")), (False, _("To be looked at"))):
        found = sorted((one for one in draft.problems if one.is_error == is_error), key=lambda one: one.kind)
        if found:
            yield ""
            yield f"{title} ({len(found)})"
        for _kind, group in groupby(found, key=lambda one: one.kind):
            for problem in group:
                reading = f" {ARROW} {_proposal(problem)}" if problem.proposal else ""
                yield f"  {shown_place(problem.place) or '–'}: {reason(problem)}{reading}"


def _proposal(problem: Problem) -> str:
    if "party_kind" in problem.data:
        return str(Party.Kind(problem.proposal).label)
    return shown_place(problem.proposal)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
