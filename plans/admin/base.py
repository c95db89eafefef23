"""What the registers of a plan share."""

from django.contrib import admin
from django.utils import timezone

from coalitions.admin.base import RegisterAdmin, TranslatedAdmin
from coalitions.permissions import secretariat_of
from plans.models import Plan

OF_PLAN = ("plan", admin.RelatedOnlyFieldListFilter)


class InPlan(RegisterAdmin):
    """A register whose rows belong to a plan, which they never leave."""

    stands_in = "plan"
    question = "plan"
    list_filter = [OF_PLAN]
    list_select_related = ["plan"]

    def places(self, request):
        mine = secretariat_of(request.user, timezone.localdate())
        return Plan.objects.filter(coalition__in=mine).select_related("coalition")


class OfPlan(TranslatedAdmin, InPlan):
    """The same, with fields in both languages."""
