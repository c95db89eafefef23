"""Where the data of the demonstration stands."""

from typing import Any

import yaml
from django.conf import settings

FIXTURES = settings.BASE_DIR / "fixtures"


def read(name: str) -> dict[str, Any]:
    """A data file of fixtures/ as a dict; `name` is its path there, without the suffix."""
    with (FIXTURES / f"{name}.yaml").open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)
