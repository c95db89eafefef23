"""WHAT: the work plan, and what is reported on it."""

from plans.models.activity import Activity, Responsibility, Result, Share
from plans.models.indicator import Indicator, Target
from plans.models.note import Note
from plans.models.plan import Level, Objective, Period, Plan, PlanLink, Section
from plans.models.progress import Initiative, Measurement, ProgressReport, Round
from plans.models.removal import Removal

__all__ = [
    "Activity",
    "Indicator",
    "Initiative",
    "Level",
    "Measurement",
    "Note",
    "Objective",
    "Period",
    "Plan",
    "PlanLink",
    "ProgressReport",
    "Removal",
    "Responsibility",
    "Result",
    "Round",
    "Section",
    "Share",
    "Target",
]
