"""The number that a new row would get, as a proposal: codes are whatever the plan writes (P8)."""

import re

from plans.models import Objective

LAST_NUMBER = re.compile(r"(\d+)(\D*)$")


def next_code(objective: Objective) -> str:
    """One more than the last numbered activity of the objective, in its manner; "1.1" in an empty objective 1."""
    codes = list(
        objective.activities.exclude(code="").order_by("position", "pk").values_list("code", flat=True)
    )
    if not codes:
        return f"{objective.code}.1" if re.fullmatch(r"[\d.]*\d", objective.code) else ""
    found = LAST_NUMBER.search(codes[-1])
    if found is None:
        return ""
    return f"{codes[-1][: found.start()]}{int(found[1]) + 1}{found[2]}"
