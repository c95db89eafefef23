"""The registers of WHAT in the Django administration."""

from plans.admin import measures, progress, structure

__all__ = ["measures", "progress", "structure"]
