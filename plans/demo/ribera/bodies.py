"""The invented coalition, its cities and organisations, and who sits where (G1, G7-G11, G17)."""

from coalitions import audit, governance
from coalitions.models import Alias, Coalition, Membership, Party, Term
from plans.demo.ribera.world import Data, World, both


def found(data: Data, invented: Data) -> World:
    """The coalition with its rules, bodies, cities and organisations."""
    own = data["coalition"]
    coalition = Coalition(
        slug=invented["coalition"]["slug"],
        short_name=own["short_name"],
        address=own["address"],
        time_zone=own["time_zone"],
        accent=own["accent"],
        status_words=own["status_words"],
        invented=True,
        **both("name", invented["coalition"]["name"]),
    )
    coalition.save()
    audit.record(coalition, "coalition created", actor=None, obj=coalition)
    governance.take_up(coalition, data["rules"])
    world = World(data, invented, coalition, parties={p.name: p for p in coalition.parties.all()})
    _open_bodies(world)
    _enrol_cities(world)
    _enrol_organisations(world)
    return world


def _open_bodies(world: World) -> None:
    for body in world.parties.values():
        body.opened_on = world.data["cities"][0]["admitted"]
        body.save()


def _enrol_cities(world: World) -> None:
    _add(world, Party.Kind.MEMBERS, world.data["coalition"]["members"])
    for city in world.data["cities"]:
        party = _add_city(world, city)
        world.admitted[city["name"]] = city["admitted"]
        _join(party, "member", city)
    for city in world.data["applicants"]:
        Membership(
            party=_add_city(world, city), standing="member", state="requested", requested_on=city["requested"]
        ).save()


def _add_city(world: World, city: Data) -> Party:
    name = {"es": city["name"], "en": city["name"]}
    return _add(
        world, Party.Kind.GOVERNMENT, name, country=city["country"], mandate_ends=city.get("mandate_ends")
    )


def _enrol_organisations(world: World) -> None:
    for entry in world.data["organisations"]:
        party = _add(world, Party.Kind.ORGANISATION, entry["name"], short_name=entry.get("short_name", ""))
        if "standing" in entry:
            _join(party, entry["standing"], entry)


def _add(world: World, kind: str, name: Data, **fields: object) -> Party:
    party = Party(
        coalition=world.coalition, kind=kind, position=len(world.parties) + 1, **both("name", name), **fields
    )
    party.save()
    for text in dict.fromkeys(filter(None, (name["es"], name["en"], party.short_name))):
        Alias.of(party, text).save()
    world.parties[name["es"]] = party
    return party


def _join(party: Party, standing: str, entry: Data) -> None:
    Membership(
        party=party, standing=standing, requested_on=entry.get("requested"), admitted_on=entry["admitted"]
    ).save()


def seat(world: World) -> None:
    """Who holds the offices and sits in the groups, each place with the decision that gave it."""
    for body, party, role, start, end, decision in world.data["terms"]:
        Term(
            body=world.parties[body],
            party=world.parties[party],
            role=role,
            started_on=start,
            ended_on=end,
            decision=world.decisions[decision] if decision else None,
        ).save()
