"""Documents, meetings with who came, and what they decided (G2-G5, G14, T11)."""

from coalitions.models import Attendance, Decision, Document, Meeting
from plans.demo.ribera.world import Data, World, both
from plans.importing.apply.rows import create

LINK = "https://example.org/ribera-clara/{key}.pdf"
MINUTES = {"es": "Acta: {title}", "en": "Minutes: {title}"}


def shelve(world: World) -> None:
    """The coalition's documents: links, since nothing of an invented coalition has a file."""
    for entry in world.data["documents"]:
        world.documents[entry["key"]] = _document(world, entry["key"], entry)


def _document(world: World, key: str, entry: Data) -> Document:
    document = Document(
        coalition=world.coalition,
        kind=entry["kind"],
        audience=entry["audience"],
        url=LINK.format(key=key),
        body=entry.get("body"),
        **both("title", entry["title"]),
        **both("summary", entry.get("summary")),
    )
    document.save()
    return document


def meet(world: World) -> None:
    """Every meeting, its attendance, its decisions and its minutes."""
    for entry in world.data["meetings"]:
        meeting = _meeting(world, entry)
        create([Attendance(meeting=meeting, party=world.parties[name]) for name in entry["present"]])
        for position, decision in enumerate(entry["decisions"], start=1):
            world.decisions[decision["key"]] = _decision(world, meeting, decision, position)


def _meeting(world: World, entry: Data) -> Meeting:
    meeting = Meeting(
        coalition=world.coalition,
        body=world.parties[entry["body"]],
        kind=entry["kind"],
        mode=entry["mode"],
        starts_at=entry["starts"],
        ends_at=entry["ends"],
        place=entry.get("place", ""),
        minutes=_minutes(world, entry) if entry["minutes"] else None,
        **both("title", entry["title"]),
        **both("agenda", entry["agenda"]),
    )
    meeting.save()
    return meeting


def _minutes(world: World, entry: Data) -> Document:
    title = {code: MINUTES[code].format(title=entry["title"][code]) for code in ("es", "en")}
    fields = {"kind": "minutes", "audience": "members", "title": title, "body": world.parties[entry["body"]]}
    return _document(world, f"{entry['key']}-minutes", fields)


def _decision(world: World, meeting: Meeting, entry: Data, position: int) -> Decision:
    counted = dict(
        zip(("present", "in_favour", "against", "abstained"), entry.get("count", ()), strict=False)
    )
    decision = Decision(
        coalition=world.coalition,
        meeting=meeting,
        body=meeting.body,
        decided_on=meeting.starts_at.date(),
        position=position,
        basis=entry["basis"],
        **counted,
        **both("motion", entry["motion"]),
    )
    decision.save()
    return decision
