"""Who may accept a report: two people are the rule, and a coalition may relax it (issue 6, review)."""

import pytest

from plans.four_eyes import Verdict, verdict

FREE, ALONE = (False, False), (False, True)
REFUSED = (True, False)


@pytest.mark.parametrize(
    ("rule", "wrote", "second", "expected"),
    [
        ("always", False, True, FREE),
        ("always", False, False, FREE),
        ("always", True, True, REFUSED),
        ("always", True, False, REFUSED),
        ("where_possible", False, True, FREE),
        ("where_possible", False, False, FREE),
        ("where_possible", True, True, REFUSED),
        ("where_possible", True, False, ALONE),
        ("never", False, True, FREE),
        ("never", False, False, FREE),
        ("never", True, True, ALONE),
        ("never", True, False, ALONE),
    ],
)
def test_every_case_of_the_rule(rule, wrote, second, expected):
    found = verdict(rule, wrote=wrote, second=second)
    assert (bool(found.refusal), found.alone) == expected


def test_a_refusal_says_what_to_do():
    assert "invit" in verdict("always", wrote=True, second=False).refusal.lower()
    assert verdict("always", wrote=False, second=False) == Verdict()
