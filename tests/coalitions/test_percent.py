"""A percentage is written as its language does, and nothing is never zero (law 1)."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from coalitions.templatetags.content import percent


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [
        (None, "", ""),
        (Decimal("0.000"), "0\u00a0%", "0%"),
        (Decimal("45.00"), "45\u00a0%", "45%"),
        (Decimal("66.666"), "66,7\u00a0%", "66.7%"),
        (Decimal(1290), "1.290\u00a0%", "1,290%"),
    ],
)
def test_a_percentage_in_both_languages(value, es, en):
    for language, text in (("es", es), ("en", en)):
        with override(language):
            assert percent(value) == text


def test_what_was_typed_is_not_rounded_where_it_is_edited():
    with override("en"):
        assert percent(Decimal("33.330"), exact=True) == "33.33%"
