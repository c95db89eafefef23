"""The registers of WHAT in the Django administration."""

from django.contrib import admin

from coalitions.admin.base import RegisterAdmin, TranslatedAdmin, Unchangeable
from plans.models import (
    Activity,
    Indicator,
    Initiative,
    Level,
    Measurement,
    Note,
    Objective,
    Period,
    Plan,
    PlanLink,
    ProgressReport,
    Removal,
    Responsibility,
    Result,
    Round,
    Section,
    Share,
    Target,
)


class OfPlan(TranslatedAdmin):
    """A register whose rows belong to a plan."""

    list_filter = [("plan", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["plan"]


@admin.register(Plan)
class PlanAdmin(TranslatedAdmin):
    list_display = ["title", "coalition", "start", "end", "state"]
    list_filter = ["state", "unit"]
    list_select_related = ["coalition"]
    search_fields = ["title_es", "title_en", "slug"]


@admin.register(Period)
class PeriodAdmin(OfPlan):
    list_display = ["plan", "unit", "start", "end", "name"]


@admin.register(Level)
class LevelAdmin(OfPlan):
    list_display = ["plan", "depth", "name", "abbreviation"]


@admin.register(Section)
class SectionAdmin(OfPlan):
    list_display = ["plan", "position", "title"]


@admin.register(PlanLink)
class PlanLinkAdmin(OfPlan):
    list_display = ["plan", "other", "text", "url"]
    list_select_related = ["plan", "other"]


@admin.register(Objective)
class ObjectiveAdmin(OfPlan):
    list_display = ["code", "title", "plan", "level"]
    list_select_related = ["plan", "level"]
    search_fields = ["code", "title_es", "title_en"]


@admin.register(Result)
class ResultAdmin(TranslatedAdmin):
    list_display = ["text", "objective"]
    list_select_related = ["objective"]


@admin.register(Activity)
class ActivityAdmin(OfPlan):
    list_display = ["code", "title", "plan", "status", "start", "end"]
    search_fields = ["code", "title_es", "title_en"]


@admin.register(Indicator)
class IndicatorAdmin(OfPlan):
    list_display = ["code", "name", "kind", "rule", "plan"]
    search_fields = ["code", "name_es", "name_en"]


@admin.register(Target)
class TargetAdmin(TranslatedAdmin):
    list_display = ["indicator", "text", "comparator", "number", "per"]
    list_select_related = ["indicator"]


@admin.register(Responsibility)
class ResponsibilityAdmin(OfPlan):
    list_display = ["party", "role", "activity", "objective", "plan", "agreed"]
    list_select_related = ["plan", "party", "activity", "objective"]


@admin.register(Share)
class ShareAdmin(RegisterAdmin):
    list_display = ["activity", "period", "programmed", "executed", "assumed"]
    list_select_related = ["activity", "period"]


@admin.register(Note)
class NoteAdmin(OfPlan):
    list_display = ["key", "kind", "place", "action", "plan"]


@admin.register(Round)
class RoundAdmin(OfPlan):
    list_display = ["plan", "period", "due", "opened_at", "closed_at"]
    list_select_related = ["plan", "period"]


@admin.register(ProgressReport)
class ProgressReportAdmin(TranslatedAdmin):
    list_display = ["activity", "party", "round", "state", "status", "executed"]
    list_filter = ["state"]
    list_select_related = ["activity", "party", "round__period"]
    readonly_fields = ["state"]


@admin.register(Measurement)
class MeasurementAdmin(TranslatedAdmin):
    list_display = ["indicator", "party", "on", "value", "accepted"]
    list_select_related = ["indicator", "party"]
    readonly_fields = ["accepted"]


@admin.register(Initiative)
class InitiativeAdmin(TranslatedAdmin):
    list_display = ["title", "kind", "party", "on", "beneficiaries"]
    list_filter = ["kind"]
    list_select_related = ["party"]


@admin.register(Removal)
class RemovalAdmin(Unchangeable, RegisterAdmin):
    """What was taken out of plans; it is put back on the plan's own page."""

    list_display = ["label", "plan", "removed_at", "restored_at"]
    list_select_related = ["plan"]
