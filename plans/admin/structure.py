"""The registers of how a plan is built: its header, calendar, levels, narrative, tree and activities."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from coalitions.admin.base import (
    RegisterAdmin,
    RowsInside,
    TranslatedAdmin,
    TranslatedRowsInside,
    Unchangeable,
)
from coalitions.admin.bringing_in import BringingIn
from coalitions.admin.parties import PARTY_NAMES
from coalitions.admin.withdrawal import Withdrawing
from plans.admin.base import OF_PLAN, InPlan, OfPlan
from plans.models import (
    Activity,
    Import,
    Level,
    Objective,
    Period,
    Plan,
    PlanLink,
    Removal,
    Responsibility,
    Result,
    Section,
    Share,
)

PRINTED = _("As printed")
SOURCE = _("Source")


class LevelsInside(TranslatedRowsInside):
    model = Level
    fields = ["depth", "name", "abbreviation", "key"]


@admin.register(Plan)
class PlanAdmin(TranslatedAdmin):
    question = "plan"
    note = _("What changes the state of a plan is done on the pages of the plan. Here its header is kept.")
    list_display = ["title", "start", "end", "unit", "state", "coalition"]
    list_filter = ["state", "unit", ("coalition", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["coalition"]
    search_fields = ["title_es", "title_en", "slug", "reference"]
    ordering = ["-start", "pk"]
    inlines = [LevelsInside]
    fieldsets = [
        (None, {"fields": ["title", "slug", "language", "reference", "follows"]}),
        (_("Term"), {"fields": ["start", "end", "unit", "term_printed"]}),
        (_("Purpose and addressees"), {"fields": ["purpose", "subject", "addressees", "origin"]}),
        (_("How percentages are read"), {"fields": ["share_reading"]}),
        (
            _("State and source"),
            {
                "fields": ["state", "state_printed", "issued_printed", "coalition", "layout", "provenance"],
                "classes": ["collapse"],
            },
        ),
    ]
    readonly_fields = ["state", "layout", "provenance"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []


@admin.register(Period)
class PeriodAdmin(BringingIn, Withdrawing, OfPlan):
    brings = ["name_es", "name_en", "unit", "start", "end", "position"]
    needed = ["unit", "start", "end"]
    note = _("The stretches of a plan's calendar. One that nothing points at may be withdrawn.")
    list_display = ["name", "start", "end", "unit", "plan"]
    list_display_links = ["name", "start"]
    list_filter = [OF_PLAN, "unit"]
    search_fields = ["name_es", "name_en"]
    fields = ["plan", "name", "unit", "start", "end", "position"]


@admin.register(Level)
class LevelAdmin(BringingIn, Withdrawing, OfPlan):
    brings = ["depth", "key", "name_es", "name_en", "abbreviation"]
    needed = ["depth", "key"]
    note = _("The plan's own words for each depth of its tree, the outermost first.")
    list_display = ["name", "abbreviation", "depth", "plan"]
    search_fields = ["name_es", "name_en"]
    fields = ["plan", "depth", "name", "abbreviation", "key"]


@admin.register(Section)
class SectionAdmin(Withdrawing, OfPlan):
    list_display = ["title", "kind", "position", "plan"]
    list_filter = [OF_PLAN, "kind"]
    search_fields = ["title_es", "title_en", "text_es", "text_en"]
    fields = ["plan", "title", "kind", "position", "text"]


@admin.register(PlanLink)
class PlanLinkAdmin(Unchangeable, OfPlan):
    """Made and removed on the plan's page of its narrative."""

    list_display = ["text", "other", "url", "plan"]
    list_select_related = ["plan", "other"]
    search_fields = ["text_es", "text_en", "url"]


@admin.register(Removal)
class RemovalAdmin(Unchangeable, InPlan):
    """What was taken out of plans; it is put back in the plan's matrix."""

    list_display = ["label", "removed_at", "restored_at", "plan"]


@admin.register(Import)
class ImportAdmin(Unchangeable, RegisterAdmin):
    """The files that plans were brought in from, with what was found in each."""

    list_display = ["name", "plan", "made_at", "coalition"]
    list_filter = [("coalition", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["plan", "coalition"]
    search_fields = ["name", "sha256"]


@admin.register(Objective)
class ObjectiveAdmin(OfPlan):
    list_display = ["code", "title", "level", "plan"]
    list_display_links = ["code", "title"]
    list_filter = [OF_PLAN, ("level", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["plan", "level"]
    search_fields = ["code", "title_es", "title_en", "statement_es", "statement_en"]
    fieldsets = [
        (None, {"fields": ["code", "title", "statement"]}),
        (_("Place in the plan"), {"fields": ["plan", "level", "parent", "position"]}),
        (SOURCE, {"fields": ["code_printed", "withheld", "provenance"], "classes": ["collapse"]}),
    ]
    readonly_fields = ["withheld", "provenance"]


@admin.register(Result)
class ResultAdmin(Withdrawing, OfPlan):
    list_display = ["text", "objective"]
    list_filter = [("objective__plan", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["objective"]
    search_fields = ["text_es", "text_en"]
    fields = ["objective", "text", "position"]


class ResponsibilitiesInside(TranslatedRowsInside):
    model = Responsibility
    fields = ["party", "role", "agreed", "duty"]


class SharesInside(RowsInside):
    model = Share
    fields = ["period", "programmed", "executed"]


@admin.register(Activity)
class ActivityAdmin(OfPlan):
    note = _("Most work on activities is quicker in the plan itself; here they can be searched across plans.")
    list_display = ["code", "title", "period_printed", "status_mark", "plan"]
    list_display_links = ["code", "title"]
    list_filter = [OF_PLAN, "status"]
    search_fields = ["code", "title_es", "title_en", "responsible_printed"]
    inlines = [ResponsibilitiesInside, SharesInside]
    fieldsets = [
        (None, {"fields": ["code", "title", "objective", "result"]}),
        (_("Schedule"), {"fields": ["period_printed", "start", "end", "spans"]}),
        (_("How it stands"), {"fields": ["status", "status_on"]}),
        (_("Resources and observations"), {"fields": ["resources", "observations"]}),
        (
            SOURCE,
            {
                "fields": [
                    "code_printed", "responsible_printed", "share_reading", "position", "withheld", "provenance",
                ],
                "classes": ["collapse"],
            },
        ),
    ]  # fmt: skip
    readonly_fields = ["spans", "withheld", "provenance"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    @admin.display(description=_("status"), ordering="status")
    def status_mark(self, obj):
        word = obj.get_status_display() if obj.status else _("not reported")
        return format_html(
            '<span class="status {}">{}</span>', (obj.status or "not-reported").replace("_", "-"), word
        )


@admin.register(Responsibility)
class ResponsibilityAdmin(Withdrawing, OfPlan):
    list_display = ["party", "role", "activity", "objective", "agreed", "plan"]
    list_filter = [OF_PLAN, "role", "agreed"]
    list_select_related = ["plan", "party", "activity", "objective"]
    search_fields = PARTY_NAMES
    fields = ["plan", "activity", "objective", "party", "role", "agreed", "duty", "role_inferred", "position"]

    def raises(self, row):
        return row.activity or row.objective or row.plan


@admin.register(Share)
class ShareAdmin(Withdrawing, InPlan):
    list_display = ["activity", "period", "programmed", "executed", "assumed"]
    list_filter = [("activity__plan", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["activity", "period"]
    search_fields = ["activity__code", "activity__title_es", "activity__title_en"]
    fields = ["activity", "period", "programmed", "executed", "heading", "assumed"]

    def get_readonly_fields(self, request, obj=None):
        return ["activity"] if obj else []

    def raises(self, row):
        return row.activity
