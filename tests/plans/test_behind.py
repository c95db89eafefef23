"""Which language is behind, from what a text was over time (law 10, D bis)."""

from datetime import UTC, datetime, timedelta

import pytest

from plans.behind import Behind, Text, behind

START = datetime(2026, 1, 1, tzinfo=UTC)


def day(number):
    return START + timedelta(days=number)


def told(*pairs):
    """What a text was, day by day; a third element says that both agree."""
    return behind([Text(day(number), pair[0], pair[1], len(pair) > 2) for number, pair in enumerate(pairs)])


@pytest.mark.parametrize(
    ("pairs", "language", "since", "absent"),
    [
        ([("uno", "")], "en", 0, True),
        ([("", "one")], "es", 0, True),
        ([("uno", " "), ("uno más", "")], "en", 0, True),
        ([("uno", "one"), ("dos", "one")], "en", 1, False),
        ([("uno", "one"), ("uno", "two")], "es", 1, False),
        ([("uno", "one"), ("dos", "one"), ("tres", "one")], "en", 1, False),
        ([("uno", "one"), ("dos", "one"), ("dos", "")], "en", 2, True),
        ([("uno", "one"), ("dos", "one"), ("dos", "one", True), ("tres", "one")], "en", 3, False),
    ],
)
def test_a_language_is_behind_since_the_other_was_changed_alone(pairs, language, since, absent):
    assert told(*pairs) == Behind(language, day(since), absent)


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [("", "")],
        [("uno", "one")],
        [("uno", ""), ("uno", "one")],
        [("uno", "one"), ("dos", "one"), ("dos", "two")],
        [("uno", "one"), ("dos", "one"), ("tres", "three")],
        [("uno", "one"), ("dos", "one"), ("dos", "one", True)],
        [("uno", "one"), ("uno", "one")],
        [("uno", ""), ("", "")],
    ],
)
def test_nothing_is_behind(pairs):
    assert told(*pairs) is None
