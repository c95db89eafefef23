"""The registers of what is measured: indicators with their targets, and what was found in documents."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from coalitions.admin.base import TranslatedRowsInside
from coalitions.admin.bringing_in import BringingIn
from coalitions.admin.columns import widget_of
from coalitions.admin.exchange import Extra
from coalitions.admin.withdrawal import Withdrawing
from coalitions.refusal import Refused
from coalitions.wording import label_of
from plans.admin.base import OF_PLAN, OfPlan
from plans.admin.structure import SOURCE
from plans.models import Indicator, Note, Target


class TargetsInside(TranslatedRowsInside):
    model = Target
    fields = ["text", "period", "comparator", "number", "per", "code"]


@admin.register(Indicator)
class IndicatorAdmin(BringingIn, OfPlan):
    brings = [
        "objective", "kind", "code", "name_es", "name_en", "unit_es", "unit_en", "per", "baseline", "baseline_on",
        "rule", "due", "headline", "position", "target_es", "target_en", "target_comparator", "target_number",
    ]  # fmt: skip
    fixed = ["objective"]
    needed = ["objective", "kind"]
    exported_with = ["targets"]
    list_display = ["code", "name", "kind", "rule", "unit", "headline", "plan"]
    list_display_links = ["code", "name"]
    list_filter = [OF_PLAN, "kind", "rule", "headline"]
    search_fields = ["code", "name_es", "name_en"]
    inlines = [TargetsInside]
    fieldsets = [
        (None, {"fields": ["code", "name", "kind", "objective", "activities"]}),
        (
            _("How it is measured"),
            {
                "fields": ["unit", "per", "rule", "baseline", "baseline_on", "due", "headline"],
                "description": _("The rule says how the values of several parties and days become one."),
            },
        ),
        (
            SOURCE,
            {"fields": ["position", "breakdown", "withheld", "provenance"], "classes": ["collapse"]},
        ),
    ]
    readonly_fields = ["breakdown", "withheld", "provenance"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def extra_columns(self):
        fields = {
            name: Target._meta.get_field(name) for name in ("text_es", "text_en", "comparator", "number")
        }
        return {
            f"target_{name.removeprefix('text_')}": Extra(
                _("Target: %(field)s") % {"field": label_of(field)},
                widget_of(field),
                lambda row, name=name: getattr(_target(row), name, None),
            )
            for name, field in fields.items()
        }

    def bring(self, request, row, new, changes, extras):
        super().bring(request, row, new, changes, extras)
        said = {f"text_{n}" if n in {"es", "en"} else n: v for key, v in extras.items() if (n := key[7:])}
        target = _target(row) or Target(indicator=row)
        if all(getattr(target, name) in (None, "") and value in (None, "") for name, value in said.items()):
            return
        if not target.pk and row.targets.exists():
            raise Refused(
                _("This indicator has targets of several periods: they are written on its own page.")
            )
        for name, value in said.items():
            setattr(target, name, value)
        target.full_clean(exclude=["indicator"])
        target.save()


def _target(indicator):
    """The indicator's one target for the whole plan; None where there is none, or where there are several."""
    found = list(indicator.targets.all())
    return found[0] if len(found) == 1 and found[0].period_id is None else None


@admin.register(Target)
class TargetAdmin(Withdrawing, OfPlan):
    list_display = ["text", "comparator", "number", "per", "period", "indicator"]
    list_display_links = ["text", "comparator"]
    list_filter = [("indicator__plan", admin.RelatedOnlyFieldListFilter), "comparator"]
    list_select_related = ["indicator", "period"]
    search_fields = ["text_es", "text_en", "indicator__name_es", "indicator__name_en"]
    fields = ["indicator", "text", "period", "comparator", "number", "per", "code"]

    def get_readonly_fields(self, request, obj=None):
        return ["indicator"] if obj else []

    def raises(self, row):
        return row.indicator


@admin.register(Note)
class NoteAdmin(OfPlan):
    note = _("What was found in a document or in the data, and how it was read.")
    list_display = ["key", "found", "kind", "action", "settled_on", "plan"]
    list_display_links = ["key", "found"]
    list_filter = [OF_PLAN, "action", "kind"]
    search_fields = ["key", "place", "found_es", "found_en"]
    fieldsets = [
        (None, {"fields": ["key", "kind", "found", "reading", "action"]}),
        (_("Where"), {"fields": ["plan", "objective", "activity", "place"]}),
        (_("Settled"), {"fields": ["settled_on", "settled_by", "data", "coalition"]}),
    ]
    readonly_fields = ["data"]
