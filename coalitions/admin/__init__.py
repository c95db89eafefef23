"""The registers of WHO in the Django administration."""

from coalitions.admin import parties, registers
from coalitions.admin.base import ScopedAdmin

__all__ = ["ScopedAdmin", "parties", "registers"]
