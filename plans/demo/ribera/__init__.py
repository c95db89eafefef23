"""The invented coalition Ribera Clara: it fills the states that the published plans do not have yet.

Its data stands in fixtures/invented.yaml and fixtures/ribera.yaml; nothing here draws lots or reads a clock.
"""

from django.db import transaction
from django.utils import translation

from coalitions.models import Coalition
from plans.demo.files import read
from plans.demo.ribera.agreed import agree
from plans.demo.ribera.bodies import found, seat
from plans.demo.ribera.meetings import meet, shelve
from plans.demo.ribera.reported import annotate, report, undertake
from plans.demo.ribera.world import Data
from plans.models import Plan

# Stands in invented.yaml for all to see what the pages were drawn from; all else of the plan in ribera.yaml.
DRAWN = "ribera-2025"


@transaction.atomic
def load_invented() -> list[Plan]:
    """The invented coalition with all it has, unless it is there; returns the new plans."""
    data, invented = read("ribera"), read("invented")
    if Coalition.objects.filter(slug=invented["coalition"]["slug"]).exists():
        return []
    with translation.override("es"):
        world = found(data, invented)
        shelve(world)
        meet(world)
        seat(world)
        for entry in data["plans"]:
            whole = _whole(entry, invented)
            report(world, agree(world, whole), whole)
        undertake(world)
        annotate(world)
    return list(world.plans.values())


def _whole(entry: Data, invented: Data) -> Data:
    if entry["slug"] != DRAWN:
        return entry
    return {**invented["plan"], "lines": invented["lines"], **entry}
