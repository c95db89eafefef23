"""The registers of WHO in the Django administration."""

from coalitions.admin import registers
from coalitions.admin.base import ScopedAdmin

__all__ = ["ScopedAdmin", "registers"]
