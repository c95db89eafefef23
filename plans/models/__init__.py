"""WHAT: the work plan, and what is reported on it."""

from plans.models.acceptance import Acceptance, Measurement, Settlement
from plans.models.activity import Activity, Responsibility, Result, Share
from plans.models.imports import Import
from plans.models.indicator import Indicator, Target
from plans.models.initiative import Initiative
from plans.models.note import Note
from plans.models.notice import Notice
from plans.models.plan import Level, Objective, Period, Plan, PlanLink, Section
from plans.models.progress import Answer, ProgressReport
from plans.models.removal import Removal
from plans.models.round import Round

__all__ = [
    "Acceptance",
    "Activity",
    "Answer",
    "Import",
    "Indicator",
    "Initiative",
    "Level",
    "Measurement",
    "Note",
    "Notice",
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
    "Settlement",
    "Share",
    "Target",
]
