"""Rows of a spreadsheet become activities: read and shown with their doubts first, then written all at once."""

from plans.editing.pasting.applying import paste
from plans.editing.pasting.columns import FIELDS
from plans.editing.pasting.reading import PastedRow, Reading, read

__all__ = ["FIELDS", "PastedRow", "Reading", "paste", "read"]
