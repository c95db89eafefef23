"""The registers of what was reported: rounds, reports, measurements, initiatives."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coalitions.admin.base import TranslatedAdmin, Unchangeable
from coalitions.admin.inside import InsideForm
from coalitions.admin.parties import OF_COALITION, PARTY_NAMES
from plans.admin.base import OF_PLAN, OfPlan
from plans.models import Initiative, Measurement, ProgressReport, Round

UNSENT = (ProgressReport.State.ASKED, ProgressReport.State.DRAFT)


@admin.register(Round)
class RoundAdmin(OfPlan):
    question = "progress"
    note = _("A round is opened and closed on the pages of its plan.")
    list_display = ["period", "due", "opened_at", "closed_at", "plan"]
    list_display_links = ["period", "due"]
    list_select_related = ["plan", "period"]
    search_fields = ["period__name_es", "period__name_en"]
    fields = ["plan", "period", "due", "message", "opened_at", "closed_at"]
    readonly_fields = ["opened_at", "closed_at"]

    def get_readonly_fields(self, request, obj=None):
        opened = ["period", "due"] if obj is not None and obj.opened_at else []
        return [*super().get_readonly_fields(request, obj), *opened]


@admin.register(ProgressReport)
class ProgressReportAdmin(Unchangeable, TranslatedAdmin):
    """Written by whoever was asked, returned and accepted by the Secretariat: each by its verb."""

    question = "progress"
    note = _(
        "Reports are written by those who were asked, and accepted in the review. Here they can be read."
    )
    list_display = ["activity", "party", "round", "state_mark", "status", "executed"]
    list_filter = [("activity__plan", admin.RelatedOnlyFieldListFilter), "state", "status"]
    list_select_related = ["activity", "party", "round__period"]
    search_fields = ["activity__code", "activity__title_es", "activity__title_en", *PARTY_NAMES]
    fieldsets = [
        (None, {"fields": ["activity", "party", "round", "state"]}),
        (
            _("What was reported"),
            {"fields": ["status", "executed", "done", "difficulties", "next_steps", "evidence"]},
        ),
        (_("Review"), {"fields": ["review_note", "withheld"]}),
    ]

    def get_queryset(self, request):
        # What is being written is its party's own.
        return super().get_queryset(request).exclude(state__in=UNSENT)

    @admin.display(description=_("state"), ordering="state")
    def state_mark(self, obj):
        return format_html("<b>{}</b>", obj.get_state_display())


class MeasurementForm(InsideForm):
    """A value that the Secretariat enters counts at once, one a day; one that came with a report has its review."""

    def clean(self):
        values = super().clean()
        row = self.instance
        if not row.report_id:
            row.accepted = True
            place = {name: self.cleaned_data.get(name) for name in ("indicator", "party", "on")}
            if Measurement.objects.filter(accepted=True, **place).exclude(pk=row.pk).exists():
                self.add_error(
                    None,
                    gettext("This row does not fit the others of the register: it may be there already."),
                )
        return values


@admin.register(Measurement)
class MeasurementAdmin(TranslatedAdmin):
    form = MeasurementForm
    question = "progress"
    note = _("Values that came with a report are accepted with it, and are not changed here.")
    list_display = ["indicator", "party", "on", "value", "accepted"]
    list_filter = [("indicator__plan", admin.RelatedOnlyFieldListFilter), "accepted"]
    list_select_related = ["indicator", "party"]
    search_fields = ["indicator__name_es", "indicator__name_en", *PARTY_NAMES]
    fieldsets = [
        (None, {"fields": ["indicator", "party", "on", "value", "text"]}),
        (_("Where it comes from"), {"fields": ["report", "accepted", "parts"]}),
    ]
    readonly_fields = ["report", "accepted", "parts"]

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(accepted=False, report__state__in=UNSENT)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj is not None and obj.report_id)


@admin.register(Initiative)
class InitiativeAdmin(TranslatedAdmin):
    question = "progress"
    list_display = ["title", "kind", "party", "on", "beneficiaries", "coalition"]
    list_filter = ["kind", OF_COALITION, OF_PLAN]
    list_select_related = ["party", "coalition"]
    search_fields = ["title_es", "title_en", *PARTY_NAMES]
    ordering = ["-on"]
    fieldsets = [
        (None, {"fields": ["title", "kind", "party", "on", "beneficiaries"]}),
        (_("Belongs to"), {"fields": ["plan", "coalition", "evidence"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        # An initiative may stand outside every plan, and be put into one later.
        return ["coalition"]
