"""Spanish: points between thousands, as the plans print them (Django's own is a blank)."""

THOUSAND_SEPARATOR = "."
