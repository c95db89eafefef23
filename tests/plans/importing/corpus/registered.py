"""The list of variants: each gives the bytes of a file and the record that a faithful reader makes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.plans.importing.corpus import pages
from tests.plans.importing.corpus.plans import plan


@dataclass(frozen=True)
class Asked:
    """What a trap asks: a problem about `field` must name the row of a cell whose text holds one of `markers`."""

    field: str
    markers: tuple[str, ...]


def asked(field: str, *markers: str) -> Asked:
    return Asked(field, markers)


@dataclass(frozen=True)
class Variant:
    name: str
    kind: str
    build: Callable
    plan: str
    is_trap: bool = False

    @property
    def layout(self) -> str:
        """The name without plan and kind of file."""
        return self.build.__name__.replace("_", "-")

    @property
    def file_name(self) -> str:
        return f"{self.name}.{self.kind}"

    def written(self) -> tuple[bytes, dict, Asked | None]:
        """The file, its gold, and what must be asked of a trap."""
        drawn, gold, *asked = self.build(plan(self.plan))
        drawn = drawn if isinstance(drawn, list) else [drawn]
        return pages.WRITERS[self.kind](drawn), gold, (asked or [None])[0]


VARIANTS: dict[str, Variant] = {}


def variant(plans: str, kinds: str = "xlsx", *, is_trap: bool = False):
    """Registers what a function draws, once for each of the plans and kinds of file: `name-es-xlsx`."""

    def register(build):
        for key in plans.split():
            for kind in kinds.split():
                name = f"{build.__name__.replace('_', '-')}-{key}-{kind}"
                VARIANTS[name] = Variant(name, kind, build, key, is_trap)
        return build

    return register
